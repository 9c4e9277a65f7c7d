//! The ladder as the case screen shows it: every step with what became of it or what it waits for.

use serde::{Deserialize, Serialize};

use super::plan::{Turn, Why, heard_until, next_index, plan, records, turn};
use super::{DunningPolicy, ReceivableFacts, StepEnd, StepKind, StepRecord};
use crate::calendar::{CivilDate, days_after};
use crate::id::ReceivableId;

/// One step of the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rung {
    pub step_index: usize,
    pub kind: StepKind,
    pub state: RungState,
}

/// Where a step stands today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "state",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum RungState {
    Done {
        on: CivilDate,
        deadline_on: Option<CivilDate>,
    },
    Skipped {
        on: CivilDate,
    },
    /// Its turn is today.
    Now {
        since: CivilDate,
    },
    /// The first day its turn can come if nothing changes.
    Next {
        on: CivilDate,
        why: Why,
    },
    Closed {
        why: Why,
    },
}

/// All steps of one receivable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LadderView {
    pub receivable: ReceivableId,
    pub rungs: Vec<Rung>,
}

/// Explains one receivable's ladder. `facts` are all receivables of its client, since one client is heard from
/// once a day; a step is `Now` exactly when [`plan`] proposes it. `None` when the receivable is not among them.
pub fn explain(
    receivable: &ReceivableId,
    facts: &[ReceivableFacts],
    policy: &DunningPolicy,
    today: CivilDate,
) -> Option<LadderView> {
    let this = facts.iter().find(|facts| facts.receivable == *receivable)?;
    let siblings: Vec<ReceivableFacts> = facts
        .iter()
        .filter(|other| other.client == this.client)
        .cloned()
        .collect();
    let turn = turn_among(this, &siblings, policy, today);
    let next = next_index(this, policy);
    let mut before: Option<(CivilDate, u32)> = None;
    let mut rungs = Vec::with_capacity(policy.steps.len());
    for (step_index, step) in policy.steps.iter().enumerate() {
        let state = if let Some(record) = records(this)
            .filter(|record| record.kind == step.kind)
            .max_by_key(|r| r.on)
        {
            recorded(record)
        } else if let Turn::Closed { why } = &turn {
            RungState::Closed { why: why.clone() }
        } else if step_index < next {
            RungState::Closed { why: Why::Passed }
        } else if step_index == next {
            match &turn {
                Turn::Now { since, .. } => RungState::Now { since: *since },
                Turn::Wait { on, why } => RungState::Next {
                    on: *on,
                    why: why.clone(),
                },
                Turn::Closed { why } => RungState::Closed { why: why.clone() },
                Turn::Finished => RungState::Closed { why: Why::Passed },
            }
        } else {
            let (last, deadline_days) = before.unwrap_or((today, 0));
            let own_day = days_after(this.due_on, step.days_after_due);
            let after_wait = days_after(last, step.minimum_wait_days.max(1));
            let after_deadline = days_after(last, deadline_days.saturating_add(1));
            let on = own_day.max(after_wait).max(after_deadline);
            let first = policy.steps.get(next).map_or(step.kind, |first| first.kind);
            RungState::Next {
                on,
                why: Why::EarlierStepFirst { step: first },
            }
        };
        before = match &state {
            RungState::Now { .. } => Some((today, step.deadline_days)),
            RungState::Next { on, .. } => Some((*on, step.deadline_days)),
            _ => before,
        };
        rungs.push(Rung {
            step_index,
            kind: step.kind,
            state,
        });
    }
    Some(LadderView {
        receivable: receivable.clone(),
        rungs,
    })
}

/// Whether the owner may carry out this step today, also before its turn.
///
/// A demand follows only on something written, done or skipped with a reason; nothing goes out before the debt
/// is late, to somebody not to be contacted, twice, as a step back, or as the client's second step of the day.
/// `facts` are all receivables of the client.
pub fn may_do_now(
    receivable: &ReceivableId,
    facts: &[ReceivableFacts],
    policy: &DunningPolicy,
    kind: StepKind,
    today: CivilDate,
) -> Result<(), Why> {
    let this = facts
        .iter()
        .find(|facts| facts.receivable == *receivable)
        .ok_or(Why::Paid)?;
    let (index, _) = policy.step(kind).ok_or(Why::NotInPolicy)?;
    if !this.open.is_positive() {
        return Err(Why::Paid);
    }
    if this.do_not_contact {
        return Err(Why::DoNotContact);
    }
    if today <= this.due_on {
        return Err(Why::NotLateYet {
            late_on: days_after(this.due_on, 1),
        });
    }
    let done = records(this).find(|record| record.kind == kind && record.how == StepEnd::Done);
    if let Some(record) = done {
        return Err(Why::AlreadyDone { on: record.on });
    }
    if index < next_index(this, policy) && kind.is_written() {
        return Err(Why::Passed);
    }
    let written = |record: &StepRecord| record.kind.is_written() && record.kind != kind;
    if kind == StepKind::FormalDemand && !records(this).any(written) {
        return Err(Why::EarlierStepFirst {
            step: StepKind::FriendlyReminder,
        });
    }
    let siblings = facts.iter().filter(|other| other.client == this.client);
    match heard_until(siblings, today) {
        Some(last) if kind.is_client_visible() => Err(Why::OneStepADay {
            until: days_after(last, 1),
        }),
        _ => Ok(()),
    }
}

/// Records that make a debt from before Safelight start at `kind`: every earlier step counts as tried.
pub fn start_at(
    receivable: &ReceivableId,
    policy: &DunningPolicy,
    kind: StepKind,
    on: CivilDate,
) -> Vec<StepRecord> {
    let earlier = policy
        .step(kind)
        .and_then(|(index, _)| policy.steps.get(..index))
        .unwrap_or_default();
    let skipped = |kind| StepRecord {
        receivable: receivable.clone(),
        kind,
        on,
        how: StepEnd::Skipped,
        deadline_on: None,
    };
    earlier.iter().map(|step| skipped(step.kind)).collect()
}

fn recorded(record: &StepRecord) -> RungState {
    match record.how {
        StepEnd::Done => RungState::Done {
            on: record.on,
            deadline_on: record.deadline_on,
        },
        StepEnd::Skipped => RungState::Skipped { on: record.on },
    }
}

/// The receivable's turn, with the client's other debts taken into account.
fn turn_among(
    this: &ReceivableFacts,
    siblings: &[ReceivableFacts],
    policy: &DunningPolicy,
    today: CivilDate,
) -> Turn {
    match turn(this, policy, today) {
        Turn::Now { index, since } => {
            if let Some(last) = heard_until(siblings, today) {
                let on = days_after(last, 1);
                Turn::Wait {
                    on,
                    why: Why::OneStepADay { until: on },
                }
            } else if plan(siblings, policy, today)
                .iter()
                .any(|proposal| proposal.receivable == this.receivable)
            {
                Turn::Now { index, since }
            } else {
                Turn::Wait {
                    on: days_after(today, 1),
                    why: Why::AnotherDebtFirst,
                }
            }
        }
        other => other,
    }
}
