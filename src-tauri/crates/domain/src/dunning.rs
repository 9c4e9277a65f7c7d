//! Follow-up: the policy and the planner that says which step is next.
//!
//! `plan(facts, policy, today) -> proposals` is pure, idempotent and state-based: a step is due when enough
//! days have passed and it is not done, however long the machine was off (invariant 7). Leaves wording,
//! sending and storing decisions to others.

use serde::{Deserialize, Serialize};

use crate::calendar::{CivilDate, days_after};
use crate::field::limit;
use crate::id::{ClientId, ReceivableId};
use crate::money::Money;

mod ladder;
mod plan;

pub use ladder::{LadderView, Rung, RungState, explain, may_do_now, start_at};
pub use plan::{Proposal, Why, plan};

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Assumes loss, not bad faith; the invoice goes along again.
    FriendlyReminder,
    Call,
    FormalDemand,
}

impl StepKind {
    /// Whether the client sees or hears it: at most one such step on one day.
    pub fn is_client_visible(self) -> bool {
        match self {
            Self::FriendlyReminder | Self::Call | Self::FormalDemand => true,
        }
    }

    /// Whether it leaves something written behind: a demand follows only on something written.
    pub fn is_written(self) -> bool {
        match self {
            Self::FriendlyReminder | Self::FormalDemand => true,
            Self::Call => false,
        }
    }
}

/// One step of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DunningStep {
    pub kind: StepKind,
    /// Days after the due date: due + 1 is the first day it is late.
    pub days_after_due: u32,
    /// Days that must lie between the step before and this one.
    pub minimum_wait_days: u32,
    /// Days to answer that a letter of this step gives; zero when it sets no deadline.
    pub deadline_days: u32,
}

/// A follow-up plan; a version never changes once a case uses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DunningPolicy {
    pub name: String,
    pub version: u32,
    pub steps: Vec<DunningStep>,
}

/// A step that was carried out or passed over, with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StepRecord {
    pub receivable: ReceivableId,
    pub kind: StepKind,
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

/// What the planner knows of one receivable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivableFacts {
    pub receivable: ReceivableId,
    /// Who hears of it: one step for each client on one day.
    pub client: ClientId,
    pub due_on: CivilDate,
    pub open: Money,
    pub records: Vec<StepRecord>,
    /// Nothing is proposed before this day (the owner said "later", or a promise stands).
    pub quiet_until: Option<CivilDate>,
    pub do_not_contact: bool,
}

/// Why a policy was refused; `step` counts from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    #[error("a policy has at least one step")]
    Empty,
    #[error("step {step} repeats an earlier one")]
    Repeated { step: usize },
    #[error("step {step} comes before the step above it")]
    OutOfOrder { step: usize },
    #[error("step {step} would come before the debt is late")]
    BeforeLate { step: usize },
    #[error("step {step} waits or gives longer than can be meant")]
    TooLong { step: usize },
    #[error("step {step} is a demand without a deadline")]
    DeadlineMissing { step: usize },
}

/// The longest wait and the longest deadline of one step, in days.
const MAX_WAIT: u32 = 365;
const MAX_DEADLINE: u32 = 90;

impl DunningPolicy {
    /// The plan everyone starts with: a friendly reminder on the first late day, a call after a week, a formal
    /// demand with fourteen days to answer after a month (`research/domain.md` section c4, X1, X2 and X10).
    ///
    /// It is thin on purpose: later versions add steps between and after these, as new versions, so that a
    /// running case keeps the plan it began with.
    pub fn standard() -> Self {
        let step = |kind, days_after_due, minimum_wait_days, deadline_days| DunningStep {
            kind,
            days_after_due,
            minimum_wait_days,
            deadline_days,
        };
        Self {
            name: "standard".to_owned(),
            version: 1,
            steps: vec![
                step(StepKind::FriendlyReminder, 1, 0, 0),
                step(StepKind::Call, 7, 3, 0),
                step(StepKind::FormalDemand, 30, 7, 14),
            ],
        }
    }

    /// A policy whose steps can be followed.
    pub fn new(name: &str, version: u32, steps: Vec<DunningStep>) -> Result<Self, PolicyError> {
        let policy = Self {
            name: name.trim().to_owned(),
            version,
            steps,
        };
        policy.validate()?;
        Ok(policy)
    }

    /// Whether the steps are in order, each at most once, after the debt is late, with times that can be meant.
    pub fn validate(&self) -> Result<(), PolicyError> {
        if self.steps.is_empty() {
            return Err(PolicyError::Empty);
        }
        for (step, this) in self.steps.iter().enumerate() {
            let earlier = self.steps.get(..step).unwrap_or_default();
            if earlier.iter().any(|other| other.kind == this.kind) {
                return Err(PolicyError::Repeated { step });
            }
            if earlier
                .last()
                .is_some_and(|before| before.days_after_due > this.days_after_due)
            {
                return Err(PolicyError::OutOfOrder { step });
            }
            if this.days_after_due == 0 {
                return Err(PolicyError::BeforeLate { step });
            }
            let too_long = this.days_after_due > limit::DAYS
                || this.minimum_wait_days > MAX_WAIT
                || this.deadline_days > MAX_DEADLINE;
            if too_long {
                return Err(PolicyError::TooLong { step });
            }
            if this.kind == StepKind::FormalDemand && this.deadline_days == 0 {
                return Err(PolicyError::DeadlineMissing { step });
            }
        }
        Ok(())
    }

    /// The step of this kind and its place.
    pub fn step(&self, kind: StepKind) -> Option<(usize, &DunningStep)> {
        self.steps
            .iter()
            .enumerate()
            .find(|(_, step)| step.kind == kind)
    }
}

/// The day by which a letter written today asks to be paid; `None` when the step sets no deadline.
pub fn demand_deadline(today: CivilDate, step: &DunningStep) -> Option<CivilDate> {
    (step.deadline_days > 0).then(|| days_after(today, step.deadline_days))
}

#[cfg(test)]
mod tests;
