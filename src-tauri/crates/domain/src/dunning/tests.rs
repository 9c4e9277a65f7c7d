//! The ladder: one step at a time, one a day, however long the machine was off.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use super::*;
use crate::money::Currency;

mod by_hand;
mod properties;

use StepKind::{Call, FormalDemand, FriendlyReminder};

fn money(minor: i64, code: &str) -> Money {
    Money::new(minor, Currency::new(code).unwrap()).unwrap()
}

/// A day of a year that starts on the due date: day 0 is due, day 1 is the first late day.
fn day(offset: u32) -> CivilDate {
    days_after(CivilDate::from_ymd_opt(2026, 3, 1).unwrap(), offset)
}

fn id(name: &str) -> ReceivableId {
    ReceivableId(name.into())
}

fn debt(name: &str, client: &str, due: u32) -> ReceivableFacts {
    ReceivableFacts {
        receivable: id(name),
        client: ClientId(client.into()),
        due_on: day(due),
        open: money(100_000, "EUR"),
        records: vec![],
        quiet_until: None,
        do_not_contact: false,
    }
}

fn record(name: &str, kind: StepKind, on: u32, how: StepEnd) -> StepRecord {
    let policy = DunningPolicy::standard();
    let deadline_on = policy
        .step(kind)
        .and_then(|(_, step)| demand_deadline(day(on), step));
    StepRecord {
        receivable: id(name),
        kind,
        on: day(on),
        how,
        deadline_on,
    }
}

fn done(facts: &mut ReceivableFacts, kind: StepKind, on: u32) {
    let record = record(&facts.receivable.0.clone(), kind, on, StepEnd::Done);
    facts.records.push(record);
}

/// Name, step and the day its turn came, of everything proposed today.
fn proposed(facts: &[ReceivableFacts], today: u32) -> Vec<(String, StepKind, CivilDate)> {
    let proposals = plan(facts, &DunningPolicy::standard(), day(today));
    proposals
        .into_iter()
        .map(|proposal| (proposal.receivable.0, proposal.kind, proposal.due_since))
        .collect()
}

fn states(facts: &[ReceivableFacts], name: &str, today: u32) -> Vec<RungState> {
    let view = explain(&id(name), facts, &DunningPolicy::standard(), day(today)).unwrap();
    view.rungs.into_iter().map(|rung| rung.state).collect()
}

fn may(facts: &[ReceivableFacts], kind: StepKind, today: u32) -> Result<(), Why> {
    may_do_now(
        &facts[0].receivable,
        facts,
        &DunningPolicy::standard(),
        kind,
        day(today),
    )
}

#[test]
fn the_standard_policy_can_be_followed() {
    assert_eq!(DunningPolicy::standard().validate(), Ok(()));
}

#[test]
fn nothing_is_proposed_on_the_due_day_and_the_reminder_the_day_after() {
    let facts = [debt("a", "x", 0)];
    assert_eq!(proposed(&facts, 0), []);
    assert_eq!(
        proposed(&facts, 1),
        [("a".into(), FriendlyReminder, day(1))]
    );
}

#[test]
fn a_laptop_closed_for_nine_days_opens_with_one_next_step() {
    let facts = [debt("a", "x", 0)];
    assert_eq!(
        proposed(&facts, 9),
        [("a".into(), FriendlyReminder, day(1))],
        "not the call as well"
    );
    assert_eq!(
        proposed(&facts, 99),
        [("a".into(), FriendlyReminder, day(1))],
        "nor the demand after a quarter"
    );
}

#[test]
fn steps_follow_each_other_with_their_waits() {
    let mut facts = debt("a", "x", 0);
    done(&mut facts, FriendlyReminder, 1);
    assert_eq!(proposed(&[facts.clone()], 6), []);
    assert_eq!(proposed(&[facts.clone()], 7), [("a".into(), Call, day(7))]);
    let mut late = debt("a", "x", 0);
    done(&mut late, FriendlyReminder, 40);
    assert_eq!(
        proposed(&[late.clone()], 42),
        [],
        "the reminder gets its three days"
    );
    assert_eq!(proposed(&[late.clone()], 43), [("a".into(), Call, day(43))]);
    done(&mut late, Call, 43);
    assert_eq!(proposed(&[late.clone()], 49), []);
    assert_eq!(
        proposed(&[late.clone()], 50),
        [("a".into(), FormalDemand, day(50))]
    );
    done(&mut late, FormalDemand, 50);
    assert_eq!(proposed(&[late], 400), [], "the plan has no further step");
}

#[test]
fn a_skipped_step_asks_for_no_wait() {
    let mut facts = debt("a", "x", 0);
    facts.records = start_at(&id("a"), &DunningPolicy::standard(), FormalDemand, day(60));
    assert_eq!(facts.records.len(), 2);
    assert_eq!(
        proposed(&[facts.clone()], 60),
        [("a".into(), FormalDemand, day(30))],
        "starts where the owner says"
    );
    assert!(matches!(
        states(&[facts], "a", 60)[0],
        RungState::Skipped { .. }
    ));
    assert_eq!(
        start_at(
            &id("a"),
            &DunningPolicy::standard(),
            FriendlyReminder,
            day(60)
        ),
        []
    );
}

#[test]
fn nothing_leaves_once_it_is_paid_or_forbidden() {
    let paid = ReceivableFacts {
        open: money(0, "EUR"),
        ..debt("a", "x", 0)
    };
    let forbidden = ReceivableFacts {
        do_not_contact: true,
        ..debt("a", "x", 0)
    };
    assert_eq!(proposed(std::slice::from_ref(&paid), 50), []);
    assert_eq!(proposed(std::slice::from_ref(&forbidden), 50), []);
    assert!(
        states(&[paid], "a", 50)
            .iter()
            .all(|state| *state == RungState::Closed { why: Why::Paid })
    );
    let why = RungState::Closed {
        why: Why::DoNotContact,
    };
    assert!(
        states(&[forbidden], "a", 50)
            .iter()
            .all(|state| *state == why),
        "the owner sees why"
    );
}

#[test]
fn a_quiet_time_ends_at_the_same_step_without_a_burst() {
    let facts = ReceivableFacts {
        quiet_until: Some(day(40)),
        ..debt("a", "x", 0)
    };
    assert_eq!(proposed(std::slice::from_ref(&facts), 39), []);
    assert_eq!(
        proposed(std::slice::from_ref(&facts), 40),
        [("a".into(), FriendlyReminder, day(40))]
    );
    let waits = RungState::Next {
        on: day(40),
        why: Why::QuietUntil { until: day(40) },
    };
    assert_eq!(states(&[facts], "a", 10)[0], waits);
}

#[test]
fn a_client_hears_from_us_once_a_day() {
    let mut first = debt("a", "x", 0);
    let facts = [first.clone(), debt("b", "x", 3), debt("c", "y", 3)];
    let names: Vec<_> = proposed(&facts, 5)
        .into_iter()
        .map(|(name, ..)| name)
        .collect();
    assert_eq!(
        names,
        ["a", "b", "c"],
        "the same step of one client goes together"
    );

    done(&mut first, FriendlyReminder, 5);
    let facts = [first, debt("b", "x", 3), debt("c", "y", 3)];
    let names: Vec<_> = proposed(&facts, 5)
        .into_iter()
        .map(|(name, ..)| name)
        .collect();
    assert_eq!(names, ["c"], "b waits for another day, c is another client");
    let waits = RungState::Next {
        on: day(6),
        why: Why::OneStepADay { until: day(6) },
    };
    assert_eq!(states(&facts, "b", 5)[0], waits);
    assert_eq!(proposed(&facts, 6).len(), 2);
}

#[test]
fn the_highest_step_of_a_client_goes_first() {
    let mut old = debt("a", "x", 0);
    done(&mut old, FriendlyReminder, 1);
    let facts = [debt("b", "x", 9), old];
    assert_eq!(proposed(&facts, 10), [("a".into(), Call, day(7))]);
    let waits = RungState::Next {
        on: day(11),
        why: Why::AnotherDebtFirst,
    };
    assert_eq!(states(&facts, "b", 10)[0], waits);
}

#[test]
fn two_currencies_of_one_client_go_on_two_days() {
    let yen = ReceivableFacts {
        open: money(5, "JPY"),
        ..debt("b", "x", 1)
    };
    let mut facts = [debt("a", "x", 0), yen];
    assert_eq!(
        proposed(&facts, 5).len(),
        1,
        "one letter holds one currency"
    );
    done(&mut facts[0], FriendlyReminder, 5);
    assert_eq!(proposed(&facts, 5), []);
    assert_eq!(
        proposed(&facts, 6),
        [("b".into(), FriendlyReminder, day(2))]
    );
}

#[test]
fn a_late_instalment_climbs_alone() {
    let facts = [debt("part-1", "x", 0), debt("part-2", "x", 30)];
    assert_eq!(
        proposed(&facts, 10),
        [("part-1".into(), FriendlyReminder, day(1))]
    );
    let later = &states(&facts, "part-2", 10)[0];
    assert_eq!(
        *later,
        RungState::Next {
            on: day(31),
            why: Why::NotLateYet { late_on: day(31) }
        }
    );
}

#[test]
fn a_clock_set_back_floods_nobody() {
    let mut facts = debt("a", "x", 0);
    done(&mut facts, FriendlyReminder, 20);
    assert_eq!(
        proposed(&[facts.clone(), debt("b", "x", 0)], 10),
        [],
        "the record lies ahead of the clock"
    );
    assert_eq!(
        may(&[facts], Call, 10),
        Err(Why::OneStepADay { until: day(21) })
    );
}

#[test]
fn the_ladder_shows_every_step_with_its_day() {
    let mut facts = debt("a", "x", 0);
    let call = RungState::Next {
        on: day(7),
        why: Why::EarlierStepFirst {
            step: FriendlyReminder,
        },
    };
    let demand = RungState::Next {
        on: day(30),
        why: Why::EarlierStepFirst {
            step: FriendlyReminder,
        },
    };
    assert_eq!(
        states(&[facts.clone()], "a", 2),
        [RungState::Now { since: day(1) }, call, demand]
    );
    done(&mut facts, FriendlyReminder, 2);
    let reminder = RungState::Done {
        on: day(2),
        deadline_on: None,
    };
    let call = RungState::Next {
        on: day(7),
        why: Why::TooEarly { on: day(7) },
    };
    let demand = RungState::Next {
        on: day(30),
        why: Why::EarlierStepFirst { step: Call },
    };
    assert_eq!(states(&[facts.clone()], "a", 2), [reminder, call, demand]);
    done(&mut facts, FormalDemand, 30);
    let states = states(&[facts], "a", 31);
    assert_eq!(
        states[1],
        RungState::Closed { why: Why::Passed },
        "nobody calls back down the ladder"
    );
    assert_eq!(
        states[2],
        RungState::Done {
            on: day(30),
            deadline_on: Some(day(44))
        }
    );
}

#[test]
fn an_unknown_receivable_has_no_ladder() {
    assert_eq!(
        explain(
            &id("?"),
            &[debt("a", "x", 0)],
            &DunningPolicy::standard(),
            day(1)
        ),
        None
    );
}

#[test]
fn a_step_after_a_letter_waits_for_its_deadline() {
    let step = |kind, days_after_due, deadline_days| DunningStep {
        kind,
        days_after_due,
        minimum_wait_days: 1,
        deadline_days,
    };
    let policy = DunningPolicy::new(
        "short",
        2,
        vec![step(FormalDemand, 1, 10), step(Call, 2, 0)],
    )
    .unwrap();
    let deadline_on = Some(day(11));
    let written = StepRecord {
        receivable: id("a"),
        kind: FormalDemand,
        on: day(1),
        how: StepEnd::Done,
        deadline_on,
    };
    let facts = [ReceivableFacts {
        records: vec![written],
        ..debt("a", "x", 0)
    }];
    assert_eq!(
        plan(&facts, &policy, day(11)),
        [],
        "the client has the whole last day"
    );
    assert_eq!(plan(&facts, &policy, day(12)).len(), 1);
    let before = explain(&id("a"), &[debt("a", "x", 0)], &policy, day(5)).unwrap();
    let after_demand = Why::EarlierStepFirst { step: FormalDemand };
    assert_eq!(
        before.rungs[1].state,
        RungState::Next {
            on: day(16),
            why: after_demand
        },
        "a demand today runs until day 15"
    );
    let view = explain(&id("a"), &facts, &policy, day(5)).unwrap();
    let waits = RungState::Next {
        on: day(12),
        why: Why::DeadlineRunning {
            deadline_on: day(11),
        },
    };
    assert_eq!(view.rungs[1].state, waits);
}

#[test]
fn policies_that_cannot_be_followed_are_refused() {
    let step = |kind, days_after_due, deadline_days| DunningStep {
        kind,
        days_after_due,
        minimum_wait_days: 0,
        deadline_days,
    };
    let refused = |steps| DunningPolicy::new("x", 1, steps).unwrap_err();
    assert_eq!(refused(vec![]), PolicyError::Empty);
    assert_eq!(
        refused(vec![step(Call, 1, 0), step(Call, 2, 0)]),
        PolicyError::Repeated { step: 1 }
    );
    assert_eq!(
        refused(vec![step(Call, 9, 0), step(FriendlyReminder, 2, 0)]),
        PolicyError::OutOfOrder { step: 1 }
    );
    assert_eq!(
        refused(vec![step(Call, 0, 0)]),
        PolicyError::BeforeLate { step: 0 }
    );
    assert_eq!(
        refused(vec![step(Call, 9_999, 0)]),
        PolicyError::TooLong { step: 0 }
    );
    assert_eq!(
        refused(vec![step(FormalDemand, 9, 91)]),
        PolicyError::TooLong { step: 0 }
    );
    assert_eq!(
        refused(vec![step(FormalDemand, 9, 0)]),
        PolicyError::DeadlineMissing { step: 0 }
    );
}

#[test]
fn reasons_have_codes_on_the_wire() {
    let json = serde_json::to_string(&Why::EarlierStepFirst {
        step: FriendlyReminder,
    })
    .unwrap();
    assert_eq!(
        json,
        r#"{"code":"earlier_step_first","step":"friendly_reminder"}"#
    );
    let json = serde_json::to_string(&RungState::Next {
        on: day(0),
        why: Why::QuietUntil { until: day(0) },
    })
    .unwrap();
    assert_eq!(
        json,
        r#"{"state":"next","on":"2026-03-01","why":{"code":"quiet_until","until":"2026-03-01"}}"#
    );
}
