//! Cases that began with the first, three-step plan go on with it unchanged.

use super::*;

fn old(name: &str, due: u32) -> ReceivableFacts {
    debt_under(DunningPolicy::first_standard(), name, due)
}

#[test]
fn steps_follow_each_other_with_their_waits() {
    let mut debtor = one(old("a", 0));
    done(&mut debtor, 0, FriendlyReminder, 1);
    assert_eq!(proposed(&debtor, 6), [], "weekends count as they did");
    assert_eq!(proposed(&debtor, 7), [(Call, day(7))]);
    let mut late = one(old("a", 0));
    done(&mut late, 0, FriendlyReminder, 40);
    assert_eq!(proposed(&late, 42), [], "the reminder gets its three days");
    assert_eq!(proposed(&late, 43), [(Call, day(43))]);
    done(&mut late, 0, Call, 43);
    assert_eq!(proposed(&late, 49), []);
    assert_eq!(proposed(&late, 50), [(FormalDemand, day(50))]);
    done(&mut late, 0, FormalDemand, 50);
    assert_eq!(proposed(&late, 400), [], "the plan has no further step");
}

#[test]
fn a_skipped_step_asks_for_no_wait() {
    let mut debtor = one(old("a", 0));
    record(&mut debtor, 0, FriendlyReminder, 9, StepEnd::Skipped);
    assert_eq!(proposed(&debtor, 9), [(Call, day(7))]);
}

#[test]
fn the_ladder_shows_every_step_with_its_day() {
    let mut debtor = one(old("a", 0));
    let first = Why::EarlierStepFirst {
        step: FriendlyReminder,
    };
    assert_eq!(
        states(&debtor, "a", 2),
        [
            (
                FriendlyReminder,
                RungState::Now {
                    since: day(1),
                    why: Why::Late { days_late: 2 }
                }
            ),
            (
                Call,
                RungState::Next {
                    on: day(7),
                    why: first.clone()
                }
            ),
            (
                FormalDemand,
                RungState::Next {
                    on: day(30),
                    why: first
                }
            ),
        ]
    );
    done(&mut debtor, 0, FriendlyReminder, 2);
    done(&mut debtor, 0, FormalDemand, 30);
    assert_eq!(
        state(&debtor, "a", Call, 31),
        RungState::Closed { why: Why::Passed },
        "nobody calls back down the ladder"
    );
    assert_eq!(
        state(&debtor, "a", FormalDemand, 31),
        RungState::Done {
            on: day(30),
            deadline_on: Some(day(44))
        }
    );
}

#[test]
fn a_case_moved_to_the_new_ladder_keeps_what_was_done() {
    let mut debtor = one(old("a", 0));
    done(&mut debtor, 0, FriendlyReminder, 1);
    done(&mut debtor, 0, Call, 7);
    assert_eq!(
        why(&debtor, 10),
        Why::TooEarly { on: day(30) },
        "its own plan waits for the demand"
    );
    debtor.receivables[0].policy = Arc::new(DunningPolicy::standard());
    assert_eq!(
        proposed(&debtor, 14),
        [(StatementResend, day(14))],
        "the new one goes on after the call, and repeats nothing"
    );
}
