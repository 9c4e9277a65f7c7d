//! The ladder: one step at a time, one a day, however long the machine was off.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::sync::Arc;

use super::*;
use crate::calendar::{CivilDate, days_after};
use crate::case::{ContactOutcome, Direction};
use crate::client::ClientKind;
use crate::holidays::WorkingDays;
use crate::id::{ClientId, PolicyId, ReceivableId};
use crate::money::{Currency, Money};

mod by_hand;
mod contacts;
mod days;
mod first_standard;
mod holds;
mod policies;
mod properties;

use StepKind::{
    Call, DueNote, FinalNotice, FormalDemand, FriendlyReminder, LastReminder, OutsideHelp,
    StatementResend,
};

fn money(minor: i64, code: &str) -> Money {
    Money::new(minor, Currency::new(code).unwrap()).unwrap()
}

/// Days counted from the due date, a Monday: day 0 is due, day 1 is the first late day.
fn day(offset: u32) -> CivilDate {
    days_after(CivilDate::from_ymd_opt(2026, 3, 2).unwrap(), offset)
}

fn id(name: &str) -> ReceivableId {
    ReceivableId(name.into())
}

/// Nobody keeps holidays here; weekends are those of the calendar.
fn place() -> Place {
    Place {
        working_days: WorkingDays::of(""),
    }
}

fn debt_under(policy: DunningPolicy, name: &str, due: u32) -> ReceivableFacts {
    ReceivableFacts {
        receivable: id(name),
        policy: Arc::new(policy),
        due_on: day(due),
        open: money(100_000, "EUR"),
        records: vec![],
        quiet_until: None,
        holds: vec![],
    }
}

fn debt(name: &str, due: u32) -> ReceivableFacts {
    debt_under(DunningPolicy::standard(), name, due)
}

/// A company that can be reached in every way.
fn owing(receivables: Vec<ReceivableFacts>) -> Debtor {
    Debtor {
        client: ClientId("x".into()),
        kind: ClientKind::Company,
        reach: Reach {
            email: true,
            post: true,
            phone: true,
        },
        do_not_contact: false,
        checked_on: None,
        answer_days: 14,
        contacts: vec![],
        receivables,
    }
}

fn one(debt: ReceivableFacts) -> Debtor {
    owing(vec![debt])
}

/// Records the first free rung of this kind on a debt.
fn record(debtor: &mut Debtor, index: usize, kind: StepKind, on: u32, how: StepEnd) {
    let answer_days = debtor.answer_days;
    let debt = &mut debtor.receivables[index];
    let occurrence = 1 + debt.records.iter().filter(|r| r.kind == kind).count();
    let (_, step) = debt.policy.step(kind).unwrap();
    let deadline_on = deadline(day(on), step, answer_days, &place().working_days)
        .filter(|_| how == StepEnd::Done);
    debt.records.push(StepRecord {
        receivable: debt.receivable.clone(),
        kind,
        occurrence: u32::try_from(occurrence).unwrap(),
        on: day(on),
        how,
        deadline_on,
    });
}

fn done(debtor: &mut Debtor, index: usize, kind: StepKind, on: u32) {
    record(debtor, index, kind, on, StepEnd::Done);
}

fn said(on: u32, direction: Direction, outcome: ContactOutcome) -> ContactNote {
    ContactNote {
        on: day(on),
        direction,
        outcome,
        answered: false,
    }
}

/// Step and the day its turn came, of everything proposed today.
fn proposed(debtor: &Debtor, today: u32) -> Vec<(StepKind, CivilDate)> {
    plan_client(debtor, &place(), day(today))
        .into_iter()
        .map(|proposal| (proposal.kind, proposal.due_since))
        .collect()
}

/// Name and own step of every debt in the one message of today.
fn parts(debtor: &Debtor, today: u32) -> Vec<(String, StepKind)> {
    let proposals = plan_client(debtor, &place(), day(today));
    assert!(proposals.len() <= 1, "one message a day");
    proposals
        .into_iter()
        .flat_map(|proposal| proposal.parts)
        .map(|part| (part.receivable.0, part.kind))
        .collect()
}

fn states(debtor: &Debtor, name: &str, today: u32) -> Vec<(StepKind, RungState)> {
    let view = explain(&id(name), debtor, &place(), day(today)).unwrap();
    view.rungs
        .into_iter()
        .map(|rung| (rung.kind, rung.state))
        .collect()
}

fn state(debtor: &Debtor, name: &str, kind: StepKind, today: u32) -> RungState {
    let all = states(debtor, name, today);
    all.into_iter().find(|(of, _)| *of == kind).unwrap().1
}

/// Why nothing is proposed: the reason of the first rung that is neither done nor passed.
fn why(debtor: &Debtor, today: u32) -> Why {
    let name = debtor.receivables[0].receivable.0.clone();
    let waits = states(debtor, &name, today)
        .into_iter()
        .find_map(|(_, state)| match state {
            RungState::Next { why, .. } | RungState::Now { why, .. } => Some(why),
            RungState::Closed { why } if why != Why::Passed => Some(why),
            _ => None,
        });
    waits.unwrap()
}

fn may(debtor: &Debtor, kind: StepKind, today: u32) -> Result<(), Why> {
    may_do_now(&debtor.receivables[0].receivable, debtor, kind, day(today))
}

#[test]
fn the_standard_ladder_runs_from_the_note_to_the_final_notice() {
    let mut debtor = one(debt("a", 0));
    debtor.receivables[0].due_on = day(7);
    let mut seen = Vec::new();
    for today in 0..120 {
        let Some((kind, _)) = proposed(&debtor, today).first().copied() else {
            continue;
        };
        seen.push((kind, i64::from(today) - 7));
        done(&mut debtor, 0, kind, today);
    }
    assert_eq!(
        seen,
        [
            (DueNote, -3),
            (FriendlyReminder, 1),
            (Call, 7),
            (StatementResend, 14),
            (LastReminder, 21),
            (FormalDemand, 30),
            (OutsideHelp, 45),
            (FinalNotice, 59),
        ],
        "in days after due: the deadline of the demand is day 44, a Wednesday"
    );
}

#[test]
fn nothing_is_proposed_on_the_due_day_and_the_reminder_the_day_after() {
    let debtor = one(debt("a", 0));
    assert_eq!(
        proposed(&debtor, 0),
        [],
        "not overdue on the due day itself"
    );
    assert_eq!(proposed(&debtor, 1), [(FriendlyReminder, day(1))]);
}

#[test]
fn a_laptop_closed_for_nine_days_opens_with_one_next_step() {
    let debtor = one(debt("a", 0));
    assert_eq!(
        proposed(&debtor, 9),
        [(FriendlyReminder, day(1))],
        "not the call as well"
    );
    let mut later = debtor;
    let mut seen = Vec::new();
    for today in 9..80 {
        for (kind, _) in proposed(&later, today) {
            seen.push((kind, today));
            done(&mut later, 0, kind, today);
        }
    }
    assert_eq!(
        seen,
        [
            (FriendlyReminder, 9),
            (Call, 14),
            (StatementResend, 17),
            (LastReminder, 21),
            (FormalDemand, 30),
            (OutsideHelp, 45),
            (FinalNotice, 59),
        ],
        "the later steps follow in order at their minimum gaps, none twice; day 12 and 13 are a weekend"
    );
}

#[test]
fn nothing_leaves_once_it_is_paid_or_forbidden() {
    for minor in [0, -500] {
        let mut debtor = one(debt("a", 0));
        debtor.receivables[0].open = money(minor, "EUR");
        assert_eq!(proposed(&debtor, 40), [], "nothing is open");
        assert_eq!(why(&debtor, 40), Why::Paid);
    }
    let mut debtor = one(debt("a", 0));
    debtor.do_not_contact = true;
    assert_eq!(proposed(&debtor, 40), []);
    assert_eq!(why(&debtor, 40), Why::DoNotContact, "the owner sees why");
    assert_eq!(may(&debtor, Call, 40), Err(Why::DoNotContact));
}

#[test]
fn a_client_hears_from_us_once_a_day() {
    let mut debtor = owing(vec![debt("a", 0), debt("b", 3)]);
    assert_eq!(
        parts(&debtor, 7),
        [
            ("a".into(), FriendlyReminder),
            ("b".into(), FriendlyReminder)
        ],
        "the same step of one client goes together"
    );
    done(&mut debtor, 0, FriendlyReminder, 7);
    assert_eq!(proposed(&debtor, 7), [], "b waits for another day");
    assert_eq!(
        state(&debtor, "b", FriendlyReminder, 7),
        RungState::Next {
            on: day(8),
            why: Why::OneStepADay { until: day(8) }
        }
    );
    assert_eq!(proposed(&debtor, 8).len(), 1);
}

#[test]
fn several_invoices_go_into_one_message_and_the_highest_stage_sets_the_tone() {
    let mut debtor = owing(vec![debt("new", 28), debt("old", 0), debt("other", 100)]);
    for (kind, on) in [(FriendlyReminder, 1), (Call, 7), (StatementResend, 14)] {
        done(&mut debtor, 1, kind, on);
    }
    assert_eq!(
        parts(&debtor, 29),
        [
            ("old".into(), LastReminder),
            ("new".into(), FriendlyReminder)
        ],
        "each at its own stage; what is not late stays out"
    );
    let message = &plan_client(&debtor, &place(), day(29))[0];
    assert_eq!((message.kind, message.tone), (LastReminder, Tone::Firm));
    done(&mut debtor, 0, FriendlyReminder, 29);
    done(&mut debtor, 1, LastReminder, 29);
    assert_eq!(
        proposed(&debtor, 30),
        [],
        "two counters moved, one message went"
    );
}

#[test]
fn a_call_does_not_carry_a_letter_along() {
    let mut debtor = owing(vec![debt("new", 9), debt("old", 0)]);
    done(&mut debtor, 1, FriendlyReminder, 1);
    assert_eq!(parts(&debtor, 10), [("old".into(), Call)]);
    assert_eq!(
        state(&debtor, "new", FriendlyReminder, 10),
        RungState::Next {
            on: day(11),
            why: Why::AnotherDebtFirst
        }
    );
}

#[test]
fn two_currencies_of_one_client_go_on_two_days() {
    let yen = ReceivableFacts {
        open: money(5, "JPY"),
        ..debt("yen", 1)
    };
    let mut debtor = owing(vec![debt("a", 0), yen]);
    assert_eq!(
        parts(&debtor, 7),
        [("a".into(), FriendlyReminder)],
        "one letter holds one currency, and sums never meet"
    );
    done(&mut debtor, 0, FriendlyReminder, 7);
    assert_eq!(proposed(&debtor, 7), []);
    assert_eq!(parts(&debtor, 8), [("yen".into(), FriendlyReminder)]);
}

#[test]
fn a_late_instalment_climbs_alone() {
    let debtor = owing(vec![
        debt("part-1", 0),
        debt("part-2", 30),
        debt("part-3", 60),
    ]);
    assert_eq!(parts(&debtor, 10), [("part-1".into(), FriendlyReminder)]);
    assert_eq!(
        state(&debtor, "part-2", FriendlyReminder, 10),
        RungState::Next {
            on: day(31),
            why: Why::EarlierStepFirst { step: DueNote }
        }
    );
}

#[test]
fn a_due_date_that_moves_undoes_no_step() {
    let mut debtor = one(debt("a", 0));
    done(&mut debtor, 0, FriendlyReminder, 1);
    debtor.receivables[0].due_on = day(14);
    assert_eq!(proposed(&debtor, 10), [], "not late any more");
    assert_eq!(
        proposed(&debtor, 21),
        [(Call, day(21))],
        "moved later: the reminder stays done and the call moves along"
    );
    debtor.receivables[0].due_on = day(0);
    assert_eq!(
        proposed(&debtor, 8),
        [(Call, day(7))],
        "moved earlier again: the call is due, nothing twice"
    );
}

#[test]
fn a_debt_from_before_starts_where_the_owner_says() {
    let mut old = debt("a", 0);
    old.records = start_at(&id("a"), &old.policy, FormalDemand, day(60));
    let debtor = one(old);
    assert_eq!(
        proposed(&debtor, 60),
        [(FormalDemand, day(30))],
        "not a friendly note after two months"
    );
    assert!(matches!(
        state(&debtor, "a", FriendlyReminder, 60),
        RungState::Skipped { .. }
    ));
}

#[test]
fn a_debt_that_is_not_the_client_s_has_no_ladder() {
    let debtor = one(debt("a", 0));
    assert_eq!(explain(&id("?"), &debtor, &place(), day(1)), None);
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
    let held = Why::Held {
        hold: HoldKind::FiledClaim,
        until: day(0),
    };
    assert_eq!(
        serde_json::to_string(&held).unwrap(),
        r#"{"code":"held","hold":"filed_claim","until":"2026-03-02"}"#
    );
}
