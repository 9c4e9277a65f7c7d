//! A case: everything one client owes in one currency, from the day after the first due date to its outcome.
//!
//! Owns when a case opens, what joins it, when closing is proposed and what may close it, and what a logged
//! contact must hold. Leaves the steps to `dunning` and storing to `store`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::calendar::{CivilDate, Instant, is_plausible};
use crate::field::{self, FieldProblem, Problem, is_blank, limit, many_lines, one_line};
use crate::id::{CaseId, ClientId, ReceivableId};
use crate::money::{Currency, Money, MoneyError};
use crate::receivable::{Receivable, is_overdue, open};

/// How a case ended. The owner says it; at zero the program proposes `Paid`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Paid,
    WrittenOff,
}

/// Which way a contact went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    Outbound,
    Inbound,
}

/// How a contact was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Email,
    Letter,
    Call,
    Message,
    Visit,
    InPerson,
}

/// What a contact led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ContactOutcome {
    Reached,
    NoAnswer,
    LeftMessage,
    HandedOver,
    Disputed,
    PromisedToPay,
    /// They say that the invoice never came.
    InvoiceNotReceived,
    Replied,
}

/// A case as far as opening and closing need to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseState {
    pub case: CaseId,
    pub client: ClientId,
    pub currency: Currency,
    /// `None` while it is open.
    pub closed: Option<Outcome>,
}

/// A case to open today with the receivables that are late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    pub client: ClientId,
    pub currency: Currency,
    pub receivables: Vec<ReceivableId>,
}

/// What today changes about cases. Proposals: the caller stores openings, and asks the owner about closings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseChanges {
    pub open: Vec<NewCase>,
    /// Late receivables that belong to a case that is open already.
    pub join: Vec<(CaseId, ReceivableId)>,
    /// Closed as paid, and something is open and late again: a payment was reversed.
    pub reopen: Vec<CaseId>,
    /// Open cases in which nothing is open any more: closing as [`Outcome::Paid`] is proposed.
    pub propose_paid: Vec<CaseId>,
}

/// Compares receivables with cases: at most one open case for each client and currency, opened the day after
/// the first due date with something open. What was written off stays written off. Idempotent: once the changes
/// are stored, the same day changes nothing more.
pub fn case_changes(
    receivables: &[Receivable],
    cases: &[CaseState],
    today: CivilDate,
) -> Result<CaseChanges, MoneyError> {
    let by_id: BTreeMap<&CaseId, &CaseState> =
        cases.iter().map(|case| (&case.case, case)).collect();
    let is_open = |case: &&CaseState| case.closed.is_none();
    let running: BTreeMap<(&ClientId, Currency), &CaseId> = cases
        .iter()
        .filter(is_open)
        .map(|case| ((&case.client, case.currency), &case.case))
        .collect();
    let mut late: BTreeMap<(&ClientId, Currency), Vec<&Receivable>> = BTreeMap::new();
    let mut unpaid: BTreeSet<&CaseId> = BTreeSet::new();
    let mut known: BTreeSet<&CaseId> = BTreeSet::new();
    for receivable in receivables {
        let open = open(receivable)?;
        let case = receivable.case.as_ref();
        known.extend(case);
        if open.is_positive() {
            unpaid.extend(case);
        }
        let written_off = case
            .and_then(|case| by_id.get(case))
            .is_some_and(|case| case.closed == Some(Outcome::WrittenOff));
        if is_overdue(receivable.due_on, open, today) && !written_off {
            late.entry((&receivable.client, open.currency()))
                .or_default()
                .push(receivable);
        }
    }
    let mut changes = CaseChanges::default();
    for ((client, currency), late) in &late {
        let running = running.get(&(*client, *currency)).copied();
        let former = late
            .iter()
            .filter_map(|receivable| receivable.case.as_ref())
            .find(|case| by_id.contains_key(case));
        if let Some(target) = running.or(former) {
            if running.is_none() {
                changes.reopen.push(target.clone());
            }
            let strangers = late
                .iter()
                .filter(|receivable| receivable.case.as_ref() != Some(target));
            changes
                .join
                .extend(strangers.map(|receivable| (target.clone(), receivable.id.clone())));
            unpaid.insert(target);
        } else {
            let receivables = late
                .iter()
                .map(|receivable| receivable.id.clone())
                .collect();
            changes.open.push(NewCase {
                client: (*client).clone(),
                currency: *currency,
                receivables,
            });
        }
    }
    let settled = running
        .values()
        .filter(|case| known.contains(**case) && !unpaid.contains(**case));
    changes.propose_paid = settled.map(|case| (*case).clone()).collect();
    Ok(changes)
}

/// Why a case may not be closed like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CloseError {
    #[error("{open} is still open")]
    StillOpen { open: Money },
    #[error("writing off needs a reason")]
    ReasonMissing,
    #[error("nothing is open that could be written off")]
    NothingOpen,
}

/// Whether a case with this much open may end like this: paid only at zero, written off only with a reason.
pub fn may_close(outcome: Outcome, open: Money, reason: &str) -> Result<(), CloseError> {
    match outcome {
        Outcome::Paid if !open.is_zero() => Err(CloseError::StillOpen { open }),
        Outcome::WrittenOff if open.is_zero() => Err(CloseError::NothingOpen),
        Outcome::WrittenOff if is_blank(reason) => Err(CloseError::ReasonMissing),
        Outcome::Paid | Outcome::WrittenOff => Ok(()),
    }
}

/// A contact as logged: a fact, never edited. When it was logged is the evidence entry's own instant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ContactFacts {
    pub happened_at: Instant,
    pub direction: Direction,
    pub channel: Channel,
    /// Who was spoken or written to.
    pub person: String,
    pub text: String,
    pub outcome: Option<ContactOutcome>,
}

impl ContactFacts {
    /// The contact trimmed and checked; it may be logged late, but not before it happened.
    pub fn validated(self, now: Instant) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        if !is_plausible(self.happened_at.date_naive()) {
            problems.push(FieldProblem::new("happenedAt", Problem::Implausible));
        } else if self.happened_at > now {
            problems.push(FieldProblem::new("happenedAt", Problem::InFuture));
        }
        let person = one_line("person", &self.person, limit::LINE, &mut problems);
        let text = many_lines("text", &self.text, limit::NOTE, &mut problems);
        if text.is_empty() && self.outcome.is_none() {
            // A contact that says neither what was said nor what came of it proves nothing.
            problems.push(FieldProblem::new("text", Problem::Required));
        }
        field::value_or(
            Self {
                person,
                text,
                ..self
            },
            problems,
        )
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::id::InvoiceId;
    use crate::receivable::Origin;

    fn money(minor: i64, code: &str) -> Money {
        Money::new(minor, Currency::new(code).unwrap()).unwrap()
    }

    fn day(day: u32) -> CivilDate {
        CivilDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn owed(id: &str, client: &str, due: u32, open: Money, case: Option<&str>) -> Receivable {
        Receivable {
            id: ReceivableId(id.into()),
            client: ClientId(client.into()),
            origin: Origin::Recorded {
                invoice: InvoiceId(id.into()),
            },
            number: id.into(),
            issued_on: day(1),
            due_on: day(due),
            amount: open,
            paid: Money::zero(open.currency()),
            case: case.map(|case| CaseId(case.into())),
        }
    }

    fn case(id: &str, client: &str, closed: Option<Outcome>) -> CaseState {
        CaseState {
            case: CaseId(id.into()),
            client: ClientId(client.into()),
            currency: money(0, "EUR").currency(),
            closed,
        }
    }

    #[test]
    fn a_case_opens_the_day_after_the_first_due_date() {
        let all = [
            owed("a", "x", 10, money(100, "EUR"), None),
            owed("b", "x", 20, money(100, "EUR"), None),
        ];
        assert_eq!(
            case_changes(&all, &[], day(10)).unwrap(),
            CaseChanges::default(),
            "not late yet"
        );
        let changes = case_changes(&all, &[], day(11)).unwrap();
        assert_eq!(changes.open.len(), 1);
        assert_eq!(
            changes.open[0].receivables,
            [ReceivableId("a".into())],
            "the second is not late"
        );
    }

    #[test]
    fn each_currency_has_its_own_case() {
        let all = [
            owed("a", "x", 10, money(100, "EUR"), None),
            owed("b", "x", 10, money(100, "JPY"), None),
        ];
        assert_eq!(case_changes(&all, &[], day(11)).unwrap().open.len(), 2);
    }

    #[test]
    fn what_becomes_late_later_joins_the_open_case() {
        let all = [
            owed("a", "x", 10, money(100, "EUR"), Some("k")),
            owed("b", "x", 12, money(100, "EUR"), None),
        ];
        let changes = case_changes(&all, &[case("k", "x", None)], day(13)).unwrap();
        assert_eq!(
            changes.join,
            [(CaseId("k".into()), ReceivableId("b".into()))]
        );
        assert!(changes.open.is_empty() && changes.propose_paid.is_empty());
        let stored = [
            owed("a", "x", 10, money(100, "EUR"), Some("k")),
            owed("b", "x", 12, money(100, "EUR"), Some("k")),
        ];
        assert_eq!(
            case_changes(&stored, &[case("k", "x", None)], day(13)).unwrap(),
            CaseChanges::default()
        );
    }

    #[test]
    fn at_zero_closing_is_proposed() {
        let paid = [owed("a", "x", 10, money(0, "EUR"), Some("k"))];
        let changes = case_changes(&paid, &[case("k", "x", None)], day(13)).unwrap();
        assert_eq!(changes.propose_paid, [CaseId("k".into())]);
        let joined = [paid[0].clone(), owed("b", "x", 12, money(5, "EUR"), None)];
        let changes = case_changes(&joined, &[case("k", "x", None)], day(13)).unwrap();
        assert!(changes.propose_paid.is_empty(), "another debt joins today");
        let empty = case_changes(&[], &[case("k", "x", None)], day(13)).unwrap();
        assert!(
            empty.propose_paid.is_empty(),
            "a case nothing is known of was not paid"
        );
    }

    #[test]
    fn a_reversed_payment_reopens_the_case_and_a_write_off_stays() {
        let late = [owed("a", "x", 10, money(100, "EUR"), Some("k"))];
        let paid = case_changes(&late, &[case("k", "x", Some(Outcome::Paid))], day(13)).unwrap();
        assert_eq!(paid.reopen, [CaseId("k".into())]);
        let written_off =
            case_changes(&late, &[case("k", "x", Some(Outcome::WrittenOff))], day(13)).unwrap();
        assert_eq!(written_off, CaseChanges::default());
    }

    #[test]
    fn paid_means_zero_and_a_write_off_says_why() {
        let (nothing, some) = (money(0, "EUR"), money(1, "EUR"));
        assert_eq!(may_close(Outcome::Paid, nothing, ""), Ok(()));
        assert_eq!(
            may_close(Outcome::Paid, some, "paid"),
            Err(CloseError::StillOpen { open: some })
        );
        assert_eq!(
            may_close(Outcome::WrittenOff, some, " "),
            Err(CloseError::ReasonMissing)
        );
        assert_eq!(may_close(Outcome::WrittenOff, some, "insolvent"), Ok(()));
        assert_eq!(
            may_close(Outcome::WrittenOff, nothing, "x"),
            Err(CloseError::NothingOpen)
        );
    }

    #[test]
    fn a_contact_may_be_logged_late_but_not_ahead() {
        let at = |text| crate::calendar::parse_instant(text).unwrap();
        let contact = ContactFacts {
            happened_at: at("2026-03-01T10:00:00.000Z"),
            direction: Direction::Outbound,
            channel: Channel::Call,
            person: " Kim ".into(),
            text: String::new(),
            outcome: Some(ContactOutcome::LeftMessage),
        };
        assert_eq!(
            contact
                .clone()
                .validated(at("2026-03-05T10:00:00.000Z"))
                .unwrap()
                .person,
            "Kim"
        );
        let problems = ContactFacts {
            outcome: None,
            ..contact
        }
        .validated(at("2026-02-01T10:00:00.000Z"))
        .unwrap_err();
        assert_eq!(
            problems,
            [
                FieldProblem::new("happenedAt", Problem::InFuture),
                FieldProblem::new("text", Problem::Required)
            ]
        );
    }
}
