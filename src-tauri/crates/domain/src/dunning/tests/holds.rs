//! Why the ladder rests, until when, and how it goes on.

use super::*;

fn hold(kind: HoldKind, from: u32, until: u32) -> Hold {
    Hold {
        kind,
        from: day(from),
        until: day(until),
        ended_on: None,
        amount: None,
        received: None,
    }
}

fn promise(minor: i64, from: u32, until: u32) -> Hold {
    Hold {
        amount: Some(money(minor, "EUR")),
        ..hold(HoldKind::Promise, from, until)
    }
}

fn held(holds: Vec<Hold>) -> Debtor {
    let mut debtor = one(debt("a", 0));
    debtor.receivables[0].holds = holds;
    debtor
}

#[test]
fn a_quiet_time_ends_at_the_same_step_without_a_burst() {
    let mut debtor = one(debt("a", 0));
    debtor.receivables[0].quiet_until = Some(day(42));
    assert_eq!(proposed(&debtor, 41), []);
    assert_eq!(why(&debtor, 41), Why::QuietUntil { until: day(42) });
    assert_eq!(
        proposed(&debtor, 42),
        [(FriendlyReminder, day(42))],
        "one step, and the first one"
    );
}

#[test]
fn a_pause_until_a_day_goes_on_the_day_after_at_the_same_step() {
    for kind in [HoldKind::Courtesy, HoldKind::Offer] {
        let debtor = held(vec![hold(kind, 2, 31)]);
        assert_eq!(proposed(&debtor, 1).len(), 1, "it has not begun");
        for today in 2..=31 {
            assert_eq!(proposed(&debtor, today), [], "nothing before its end");
        }
        assert_eq!(
            why(&debtor, 10),
            Why::Held {
                hold: kind,
                until: day(31)
            }
        );
        assert_eq!(
            proposed(&debtor, 32),
            [(FriendlyReminder, day(1))],
            "one step: where it stopped"
        );
    }
}

#[test]
fn what_only_the_owner_can_end_rests_until_then() {
    for kind in [
        HoldKind::Plan,
        HoldKind::Dispute,
        HoldKind::Mediation,
        HoldKind::FiledClaim,
        HoldKind::HandedOver,
    ] {
        let mut debtor = held(vec![hold(kind, 2, 10)]);
        assert_eq!(
            proposed(&debtor, 300),
            [],
            "{kind:?}: a day to look again is no end"
        );
        assert_eq!(
            may(&debtor, Call, 300),
            Err(Why::Held {
                hold: kind,
                until: day(10)
            }),
            "nor is it done by hand"
        );
        debtor.receivables[0].holds[0].ended_on = Some(day(301));
        assert_eq!(proposed(&debtor, 300), []);
        assert_eq!(proposed(&debtor, 301).len(), 1, "taken back");
    }
}

#[test]
fn a_hold_moves_the_deadline_that_ran_by_its_days() {
    let mut debtor = one(debt("a", 0));
    done(&mut debtor, 0, FriendlyReminder, 1);
    done(&mut debtor, 0, FormalDemand, 30);
    assert_eq!(
        why(&debtor, 31),
        Why::DeadlineRunning {
            deadline_on: day(44)
        }
    );
    debtor.receivables[0].holds = vec![hold(HoldKind::Courtesy, 40, 59)];
    assert_eq!(
        why(&debtor, 60),
        Why::DeadlineRunning {
            deadline_on: day(64)
        },
        "five days were left when it began, and five are left when it ends"
    );
    assert_eq!(proposed(&debtor, 64), []);
    assert_eq!(
        proposed(&debtor, 65).first().map(|(kind, _)| *kind),
        Some(OutsideHelp)
    );
    let overlapping = hold(HoldKind::Offer, 50, 59);
    debtor.receivables[0].holds.push(overlapping);
    assert_eq!(
        why(&debtor, 60),
        Why::DeadlineRunning {
            deadline_on: day(64)
        },
        "days held twice count once"
    );
}

#[test]
fn a_promise_is_judged_the_day_after_its_date() {
    let state = |hold: &Hold, today| hold.promise(day(today)).unwrap();
    let mut promised = promise(40_000, 2, 10);
    assert_eq!(state(&promised, 10), PromiseState::Running);
    assert_eq!(state(&promised, 11), PromiseState::Broken);
    promised.received = Some(money(10_000, "EUR"));
    assert_eq!(state(&promised, 11), PromiseState::PartKept);
    promised.received = Some(money(40_000, "EUR"));
    assert_eq!(state(&promised, 6), PromiseState::Kept, "early is kept");
    let mut replaced = promise(40_000, 2, 10);
    replaced.ended_on = Some(day(8));
    assert_eq!(state(&replaced, 20), PromiseState::Replaced);
    assert_eq!(hold(HoldKind::Courtesy, 1, 2).promise(day(5)), None);
}

#[test]
fn a_broken_promise_goes_on_where_it_stopped_and_the_second_escalates() {
    let mut debtor = held(vec![promise(100_000, 2, 10)]);
    done(&mut debtor, 0, FriendlyReminder, 1);
    done(&mut debtor, 0, Call, 2);
    assert_eq!(proposed(&debtor, 10), []);
    assert_eq!(
        proposed(&debtor, 11),
        [],
        "the first break changes no day: the resend is due on day 14"
    );
    debtor.receivables[0].holds.push(promise(50_000, 7, 8));
    assert_eq!(
        proposed(&debtor, 11),
        [(StatementResend, day(11))],
        "the second does: words are not enough"
    );
    let message = &plan_client(&debtor, &place(), day(11))[0];
    assert_eq!(message.why, Why::PromisesBroken { since: day(11) });
}

#[test]
fn the_undisputed_part_goes_on() {
    let mut part = hold(HoldKind::Dispute, 0, 60);
    part.amount = Some(money(30_000, "EUR"));
    let mut debtor = held(vec![part.clone()]);
    let message = &plan_client(&debtor, &place(), day(1))[0];
    assert_eq!(
        message.parts[0].asked,
        money(70_000, "EUR"),
        "300 of 1,000 are held, 700 are asked for"
    );
    debtor.receivables[0].open = money(30_000, "EUR");
    assert_eq!(proposed(&debtor, 5), [], "the rest is paid");
    assert_eq!(
        why(&debtor, 5),
        Why::Held {
            hold: HoldKind::Dispute,
            until: day(60)
        }
    );
    debtor.receivables[0].holds[0].ended_on = Some(day(9));
    assert_eq!(
        plan_client(&debtor, &place(), day(9))[0].parts[0].asked,
        money(30_000, "EUR"),
        "settled against the client: asked for in full again"
    );
    let mut other = hold(HoldKind::Dispute, 0, 60);
    other.amount = Some(money(70_000, "EUR"));
    let both = held(vec![part, other]);
    assert_eq!(proposed(&both, 5), [], "two parts may hold all of it");
}

#[test]
fn a_withdrawn_dispute_goes_on_where_it_stopped() {
    let mut debtor = held(vec![hold(HoldKind::Dispute, 3, 30)]);
    done(&mut debtor, 0, FriendlyReminder, 1);
    assert_eq!(proposed(&debtor, 200), []);
    debtor.receivables[0].holds[0].ended_on = Some(day(21));
    assert_eq!(proposed(&debtor, 21), [(Call, day(7))]);
}

#[test]
fn a_hold_without_an_end_or_with_a_wrong_sum_is_refused() {
    let open = money(100_000, "EUR");
    let check = |hold: &Hold| hold.check(day(5), open);
    assert_eq!(check(&hold(HoldKind::Courtesy, 5, 20)), Ok(()));
    assert_eq!(
        check(&hold(HoldKind::Courtesy, 5, 4)),
        Err(HoldProblem::Until)
    );
    assert_eq!(
        check(&hold(HoldKind::HandedOver, 5, 1_000)),
        Err(HoldProblem::Until),
        "looked at within a year"
    );
    assert_eq!(
        check(&hold(HoldKind::Promise, 5, 9)),
        Err(HoldProblem::Amount)
    );
    assert_eq!(check(&promise(100_001, 5, 9)), Err(HoldProblem::Amount));
    assert_eq!(check(&promise(100_000, 5, 9)), Ok(()));
    let mut sum = hold(HoldKind::Mediation, 5, 9);
    sum.amount = Some(open);
    assert_eq!(check(&sum), Err(HoldProblem::Amount));
}
