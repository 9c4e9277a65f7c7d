//! What the planner knows: one client at a time, with all debts, what was done, and what was said.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::hold::Hold;
use super::policy::{DunningPolicy, StepChannel, StepKind};
use crate::calendar::CivilDate;
use crate::case::{ContactOutcome, Direction};
use crate::client::{ClientFacts, ClientKind};
use crate::holidays::WorkingDays;
use crate::id::{ClientId, ReceivableId};
use crate::money::Money;

/// A rung that was carried out or passed over, with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StepRecord {
    pub receivable: ReceivableId,
    pub kind: StepKind,
    /// Which rung of its kind, from 1.
    pub occurrence: u32,
    pub on: CivilDate,
    pub how: StepEnd,
    /// Day by which the client was asked to pay, when the step set one.
    pub deadline_on: Option<CivilDate>,
}

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepEnd {
    /// Handed over by the owner or the program.
    Done,
    /// Passed over, with a reason in the log; also what was tried before Safelight.
    Skipped,
}

/// One debt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivableFacts {
    pub receivable: ReceivableId,
    /// The version it began with, or the one that would begin today.
    pub policy: Arc<DunningPolicy>,
    pub due_on: CivilDate,
    pub open: Money,
    pub records: Vec<StepRecord>,
    /// Nothing is proposed before this day: the owner said "later".
    pub quiet_until: Option<CivilDate>,
    pub holds: Vec<Hold>,
}

/// Something said or written, as far as the ladder needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactNote {
    pub on: CivilDate,
    pub direction: Direction,
    pub outcome: ContactOutcome,
    /// The owner said that this inbound contact needs no answer, or gave it one.
    pub answered: bool,
}

/// Ways to reach a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    pub email: bool,
    pub post: bool,
    pub phone: bool,
}

/// One client with everything they owe: one client is heard from once a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debtor {
    pub client: ClientId,
    pub kind: ClientKind,
    pub reach: Reach,
    pub do_not_contact: bool,
    /// The last day for which the owner said that payments and replies were checked.
    pub checked_on: Option<CivilDate>,
    /// The fewest days that a demand must give.
    pub answer_days: u32,
    /// In the order they happened.
    pub contacts: Vec<ContactNote>,
    pub receivables: Vec<ReceivableFacts>,
}

/// Where the business works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub working_days: WorkingDays,
}

impl Reach {
    /// What the client's record offers.
    pub fn of(client: &ClientFacts) -> Self {
        let other = |of: fn(&crate::client::Person) -> &str| {
            client
                .people
                .iter()
                .any(|person| person.role.may_know_of_debt() && !of(person).is_empty())
        };
        Self {
            email: !client.email.is_empty() || other(|person| &person.email),
            post: client.address.is_postal(),
            phone: !client.phone.is_empty() || other(|person| &person.phone),
        }
    }

    /// The channel that a step can really take: its own, else the next best; `None` when there is none.
    pub fn channel(self, wanted: StepChannel) -> Option<StepChannel> {
        use StepChannel::{Call, Email, Letter, Message, Task, Visit};
        let order: &[StepChannel] = match wanted {
            Email => &[Email, Letter, Call],
            Letter => &[Letter, Email, Call],
            Call => &[Call, Email, Letter],
            Message => &[Message, Email, Letter],
            Visit => &[Visit],
            Task => &[Task],
        };
        order
            .iter()
            .find(|channel| match channel {
                Email => self.email,
                Letter => self.post,
                Call | Message => self.phone,
                Visit | Task => true,
            })
            .copied()
    }
}

impl ContactNote {
    /// Whether the client heard or read it.
    pub(super) fn was_heard(self) -> bool {
        self.direction == Direction::Outbound && self.outcome != ContactOutcome::NoAnswer
    }
}

impl Debtor {
    /// Since when a reply of the client waits for an answer; anything that went out later answers it. "It never
    /// came" is answered by the ladder itself, with the invoice.
    pub fn unanswered_since(&self) -> Option<CivilDate> {
        let last_step = self
            .receivables
            .iter()
            .flat_map(|debt| &debt.records)
            .filter(|record| record.how == StepEnd::Done && record.kind.is_client_visible())
            .map(|record| record.on)
            .max();
        let after_last_answer = self
            .contacts
            .iter()
            .rev()
            .take_while(|contact| !contact.was_heard());
        after_last_answer
            .filter(|contact| contact.direction == Direction::Inbound && !contact.answered)
            .filter(|contact| contact.outcome != ContactOutcome::InvoiceNotReceived)
            .filter(|contact| last_step.is_none_or(|step| step <= contact.on))
            .map(|contact| contact.on)
            .min()
    }
}
