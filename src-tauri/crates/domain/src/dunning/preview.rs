//! What a policy would do, on which dates: the planner itself, walked through time with nobody answering.

use std::sync::Arc;

use super::facts::{Debtor, Place, Reach, ReceivableFacts, StepEnd, StepRecord};
use super::plan::plan_client;
use super::policy::{Approval, DunningPolicy, Slot, StepChannel, StepKind, Tone};
use super::turn::{Turn, step_of, turn};
use super::waits;
use crate::calendar::{CivilDate, days_after, days_before};
use crate::client::ClientKind;
use crate::id::{ClientId, ReceivableId};
use crate::money::{Currency, Money, MoneyError};

/// One thing that would happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub slot: Slot,
    pub kind: StepKind,
    pub on: CivilDate,
    pub channel: StepChannel,
    pub tone: Tone,
    pub approval: Approval,
    /// The day by which its letter would ask to be paid.
    pub deadline_on: Option<CivilDate>,
}

/// The longest a policy is followed, in steps of the walk: more than any policy has rungs and pauses.
const MAX_WALK: usize = 2_000;
/// How long before its due date an invoice is taken to be out.
const OUT_BEFORE: u32 = 60;

/// Walks one open invoice through the policy: each step on its first day, nobody pays, nobody answers.
pub fn preview(
    policy: &DunningPolicy,
    due_on: CivilDate,
    kind: ClientKind,
    answer_days: u32,
    place: &Place,
) -> Result<Vec<Expected>, MoneyError> {
    let receivable = ReceivableId("preview".to_owned());
    let mut debtor = Debtor {
        client: ClientId("preview".to_owned()),
        kind,
        reach: Reach {
            email: true,
            post: true,
            phone: true,
        },
        do_not_contact: false,
        checked_on: None,
        answer_days,
        contacts: Vec::new(),
        receivables: vec![ReceivableFacts {
            receivable: receivable.clone(),
            policy: Arc::new(policy.clone()),
            due_on,
            open: Money::new(1, Currency::new("EUR")?)?,
            records: Vec::new(),
            quiet_until: None,
            holds: Vec::new(),
        }],
    };
    let mut expected = Vec::new();
    let mut today = days_before(due_on, OUT_BEFORE);
    for _ in 0..MAX_WALK {
        let Some(debt) = debtor.receivables.first() else {
            break;
        };
        let slot = match turn(&debtor, debt, place, today) {
            Turn::Wait { on, .. } => {
                today = on;
                continue;
            }
            Turn::Now { slot, .. } => slot,
            Turn::Closed { .. } | Turn::Finished => break,
        };
        if plan_client(&debtor, place, today).is_empty() {
            // The week is full.
            today = days_after(today, 1);
            continue;
        }
        let Some(step) = step_of(debt, slot).cloned() else {
            break;
        };
        let deadline_on = waits::deadline(today, &step, answer_days, &place.working_days);
        expected.push(Expected {
            slot,
            kind: step.kind,
            on: today,
            channel: step.channel,
            tone: step.tone,
            approval: step.approval,
            deadline_on,
        });
        let record = StepRecord {
            receivable: receivable.clone(),
            kind: step.kind,
            occurrence: slot.occurrence,
            on: today,
            how: StepEnd::Done,
            deadline_on,
        };
        if let Some(debt) = debtor.receivables.first_mut() {
            debt.records.push(record);
        }
    }
    Ok(expected)
}
