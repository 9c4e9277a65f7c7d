//! The planner: facts, a policy and a day in, proposals out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{DunningPolicy, DunningStep, ReceivableFacts, StepEnd, StepKind, StepRecord};
use crate::calendar::{CivilDate, days_after, days_between};
use crate::id::{ClientId, ReceivableId};

/// A step whose turn it is. Nothing is stored until the owner decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    pub receivable: ReceivableId,
    pub client: ClientId,
    /// Place of the step in the policy, from 0.
    pub step_index: usize,
    pub kind: StepKind,
    /// The day its turn came, which may lie back when the machine was off.
    pub due_since: CivilDate,
    pub reason: Why,
}

/// Why a step is proposed, waits or is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "code",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum Why {
    /// The debt is this many days late and it is this step's turn.
    Late { days_late: i64 },
    /// Nothing is open.
    Paid,
    /// The client is not to be contacted.
    DoNotContact,
    /// The debt is late from this day on.
    NotLateYet { late_on: CivilDate },
    /// The step's day has not come.
    TooEarly { on: CivilDate },
    /// The step before needs time to work.
    MinimumWait { until: CivilDate },
    /// A letter gave the client until this day, inclusive.
    DeadlineRunning { deadline_on: CivilDate },
    /// The owner said "later", or a promise stands.
    QuietUntil { until: CivilDate },
    /// The client hears from us once a day.
    OneStepADay { until: CivilDate },
    /// Another debt of the same client goes first today.
    AnotherDebtFirst,
    /// This step comes first.
    EarlierStepFirst { step: StepKind },
    /// A later step was taken, so this one would be a step back.
    Passed,
    /// It is done.
    AlreadyDone { on: CivilDate },
    /// The policy has no such step.
    NotInPolicy,
}

/// What today says about a receivable's next step.
pub(super) enum Turn {
    Now {
        index: usize,
        since: CivilDate,
    },
    Wait {
        on: CivilDate,
        why: Why,
    },
    /// Nothing more will be proposed while this holds.
    Closed {
        why: Why,
    },
    /// Every step is behind.
    Finished,
}

/// What follows today: at most one step for each client, its open debts at that same step together.
///
/// Pure and idempotent. State-based: after nine days off it is one next step, not four. Each client is heard
/// from once a day, with the highest step that is due (of the oldest debt's currency); the client's other debts
/// follow on later days (`research/domain.md` section c2, ladder rules).
pub fn plan(facts: &[ReceivableFacts], policy: &DunningPolicy, today: CivilDate) -> Vec<Proposal> {
    let mut clients: BTreeMap<&ClientId, Vec<&ReceivableFacts>> = BTreeMap::new();
    for facts in facts {
        clients.entry(&facts.client).or_default().push(facts);
    }
    let mut proposals: Vec<Proposal> = clients
        .values()
        .flat_map(|facts| plan_client(facts, policy, today))
        .collect();
    proposals.sort_by(|a, b| {
        (a.due_since, &a.client, &a.receivable).cmp(&(b.due_since, &b.client, &b.receivable))
    });
    proposals
}

fn plan_client(
    facts: &[&ReceivableFacts],
    policy: &DunningPolicy,
    today: CivilDate,
) -> Vec<Proposal> {
    if heard_until(facts.iter().copied(), today).is_some() {
        return Vec::new();
    }
    let turns: Vec<(&ReceivableFacts, usize, CivilDate)> = facts
        .iter()
        .filter_map(|facts| match turn(facts, policy, today) {
            Turn::Now { index, since } => Some((*facts, index, since)),
            _ => None,
        })
        .collect();
    let first = turns.iter().max_by(|(a, a_index, _), (b, b_index, _)| {
        let older = b
            .due_on
            .cmp(&a.due_on)
            .then_with(|| b.receivable.cmp(&a.receivable));
        a_index.cmp(b_index).then(older)
    });
    let Some((first, first_index, _)) = first else {
        return Vec::new();
    };
    turns
        .iter()
        .filter(|(facts, index, _)| {
            index == first_index && facts.open.currency() == first.open.currency()
        })
        .filter_map(|(facts, index, since)| {
            Some(Proposal {
                receivable: facts.receivable.clone(),
                client: facts.client.clone(),
                step_index: *index,
                kind: policy.steps.get(*index)?.kind,
                due_since: *since,
                reason: Why::Late {
                    days_late: days_between(facts.due_on, today),
                },
            })
        })
        .collect()
}

/// The last day on which the client was heard from, when that is today (or later, after a clock was set back).
pub(super) fn heard_until<'a>(
    facts: impl IntoIterator<Item = &'a ReceivableFacts>,
    today: CivilDate,
) -> Option<CivilDate> {
    let done = facts.into_iter().flat_map(done);
    done.filter(|record| record.kind.is_client_visible() && record.on >= today)
        .map(|record| record.on)
        .max()
}

/// Records of this receivable.
pub(super) fn records(facts: &ReceivableFacts) -> impl Iterator<Item = &StepRecord> {
    facts
        .records
        .iter()
        .filter(|record| record.receivable == facts.receivable)
}

pub(super) fn done(facts: &ReceivableFacts) -> impl Iterator<Item = &StepRecord> {
    records(facts).filter(|record| record.how == StepEnd::Done)
}

/// The step after the last one done or skipped: a ladder is climbed, never stepped down.
pub(super) fn next_index(facts: &ReceivableFacts, policy: &DunningPolicy) -> usize {
    let recorded = |step: &DunningStep| records(facts).any(|record| record.kind == step.kind);
    policy
        .steps
        .iter()
        .rposition(recorded)
        .map_or(0, |last| last + 1)
}

pub(super) fn turn(facts: &ReceivableFacts, policy: &DunningPolicy, today: CivilDate) -> Turn {
    if !facts.open.is_positive() {
        return Turn::Closed { why: Why::Paid };
    }
    if facts.do_not_contact {
        return Turn::Closed {
            why: Why::DoNotContact,
        };
    }
    let index = next_index(facts, policy);
    let Some(step) = policy.steps.get(index) else {
        return Turn::Finished;
    };
    let (on, why) = earliest(facts, step, today);
    if on <= today {
        Turn::Now { index, since: on }
    } else {
        Turn::Wait { on, why }
    }
}

/// The first day of a step, and what it waits for until then.
fn earliest(facts: &ReceivableFacts, step: &DunningStep, today: CivilDate) -> (CivilDate, Why) {
    let own_day = days_after(facts.due_on, step.days_after_due.max(1));
    let mut first = if today <= facts.due_on {
        (
            own_day,
            Why::NotLateYet {
                late_on: days_after(facts.due_on, 1),
            },
        )
    } else {
        (own_day, Why::TooEarly { on: own_day })
    };
    let mut later = |on: CivilDate, why: Why| {
        if on > first.0 {
            first = (on, why);
        }
    };
    if let Some(last) = done(facts).map(|record| record.on).max() {
        let until = days_after(last, step.minimum_wait_days.max(1));
        later(until, Why::MinimumWait { until });
    }
    if let Some(deadline_on) = done(facts).filter_map(|record| record.deadline_on).max() {
        later(
            days_after(deadline_on, 1),
            Why::DeadlineRunning { deadline_on },
        );
    }
    if let Some(until) = facts.quiet_until {
        later(until, Why::QuietUntil { until });
    }
    first
}
