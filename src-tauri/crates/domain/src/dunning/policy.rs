//! A policy: its steps, what each may say, and what makes one impossible to follow.

use serde::{Deserialize, Serialize};

use crate::id::PolicyId;

/// What a step does, from the mildest to the last before a court: the order is the order of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Something for the owner to do that the client does not notice.
    Task,
    /// Before the due date: the invoice falls due soon.
    DueNote,
    /// Assumes loss, not bad faith; the invoice goes along again.
    FriendlyReminder,
    /// A short message that names no sum.
    Message,
    Call,
    /// To a company, in its business hours.
    Visit,
    /// The invoice and the statement of account again, by another channel.
    StatementResend,
    SecondNotice,
    /// Firm; quotes the clause and announces what it allows.
    LastReminder,
    FormalDemand,
    /// A mediation offer or an attorney's letter: the owner chooses.
    OutsideHelp,
    /// Names the day on which a claim is filed.
    FinalNotice,
}

impl StepKind {
    pub const ALL: [Self; 12] = [
        Self::Task,
        Self::DueNote,
        Self::FriendlyReminder,
        Self::Message,
        Self::Call,
        Self::Visit,
        Self::StatementResend,
        Self::SecondNotice,
        Self::LastReminder,
        Self::FormalDemand,
        Self::OutsideHelp,
        Self::FinalNotice,
    ];

    /// Whether the client sees or hears it: at most one such step on one day.
    pub fn is_client_visible(self) -> bool {
        self != Self::Task
    }

    /// Whether it is a written request to pay a late sum: a demand follows only on one, and several debts of a
    /// client go into one.
    pub fn is_written(self) -> bool {
        matches!(
            self,
            Self::FriendlyReminder
                | Self::StatementResend
                | Self::SecondNotice
                | Self::LastReminder
                | Self::FormalDemand
                | Self::FinalNotice
        )
    }

    /// Whether a paper of this kind sets a day to pay by.
    pub fn sets_deadline(self) -> bool {
        matches!(
            self,
            Self::SecondNotice
                | Self::LastReminder
                | Self::FormalDemand
                | Self::OutsideHelp
                | Self::FinalNotice
        )
    }

    /// Whether it may bring the debt before a court: it is made once and never by itself.
    pub fn is_legal(self) -> bool {
        matches!(self, Self::FormalDemand | Self::FinalNotice)
    }

    /// Whether the program may send it by itself once the owner allowed that: nothing that asks firmly.
    pub fn may_leave_by_itself(self) -> bool {
        matches!(
            self,
            Self::DueNote | Self::FriendlyReminder | Self::StatementResend
        )
    }
}

/// How a step reaches the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepChannel {
    Email,
    Letter,
    Call,
    Message,
    Visit,
    /// It does not: the owner does something.
    Task,
}

/// How a step speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    Friendly,
    Plain,
    Firm,
    Formal,
}

/// From when the days of a step count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum StepTime {
    /// From the due date; negative lies before it.
    Due { days: i32 },
    /// From the step before, done or passed over.
    Previous { days: u32 },
    /// From the deadline that the last letter set.
    Deadline { days: u32 },
}

/// Who lets a step leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Approval {
    /// Leaves by itself on a day for which payments were checked.
    Automatic,
    /// Waits, ready, for the owner.
    Prepared,
}

/// The same step again while nothing is heard; any logged inbound contact ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Repeat {
    pub every_days: u32,
    /// How often in all, the first time included.
    #[serde(default = "three")]
    pub at_most: u32,
}

fn three() -> u32 {
    Repeat::USUAL
}

impl Repeat {
    /// How often a step is repeated when nobody said.
    pub const USUAL: u32 = 3;
}

/// One step of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DunningStep {
    pub kind: StepKind,
    pub at: StepTime,
    pub channel: StepChannel,
    pub tone: Tone,
    /// Days that must lie between the step before and this one.
    pub minimum_wait_days: u32,
    /// Days to answer that a letter of this step gives; zero when it sets no deadline.
    pub deadline_days: u32,
    pub approval: Approval,
    pub repeat: Option<Repeat>,
    /// Done on working days only; a deadline it sets ends on one.
    pub working_days_only: bool,
}

/// One version of a follow-up plan; it never changes once stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DunningPolicy {
    pub id: PolicyId,
    pub name: String,
    /// Counts the versions of this policy, from 1.
    pub version: u32,
    /// In the order of the ladder; none at all asks for nothing ever.
    pub steps: Vec<DunningStep>,
}

/// One rung of the ladder: a step, or one of its repetitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Place of the step in the policy, from 0.
    pub step: usize,
    /// Which time of the step it is, from 1.
    pub turn: u32,
    /// Which rung of its kind it is in the whole policy, from 1.
    pub occurrence: u32,
}

/// Why a policy was refused; it names the step, counting from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("step {step}: {fault}")]
pub struct PolicyError {
    pub step: usize,
    pub fault: StepFault,
}

/// What is wrong with one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepFault {
    #[error("comes before the step above it")]
    OutOfOrder,
    #[error("would come before the debt is late")]
    BeforeLate,
    #[error("comes after the due date that it announces")]
    NoteTooLate,
    #[error("waits or gives longer than can be meant")]
    TooLong,
    #[error("sets a deadline and gives no time")]
    DeadlineMissing,
    #[error("gives a deadline that nothing would tell the client of")]
    DeadlineUnsaid,
    #[error("counts from a deadline that no step before it sets")]
    NoDeadlineBefore,
    #[error("counts from the step before it, and there is none")]
    NothingBefore,
    #[error("asks too firmly to leave by itself")]
    NotByItself,
    #[error("repeats less often than twice, or without end")]
    RepeatCount,
    #[error("repeats after less than a day, or longer than can be meant")]
    RepeatTime,
    #[error("a demand is made once")]
    DemandRepeated,
    #[error("cannot go by this channel")]
    WrongChannel,
    #[error("is one step too many")]
    TooMany,
}

/// Limits of what can be meant, in days and times.
const MAX_BEFORE: i32 = 60;
const MAX_AFTER: i32 = 730;
const MAX_WAIT: u32 = 365;
const MAX_DEADLINE: u32 = 90;
const MAX_TIMES: u32 = 12;
const MAX_STEPS: usize = 30;

impl DunningPolicy {
    /// A policy whose steps can be followed.
    pub fn new(
        id: PolicyId,
        name: &str,
        version: u32,
        steps: Vec<DunningStep>,
    ) -> Result<Self, PolicyError> {
        let policy = Self {
            id,
            name: name.trim().to_owned(),
            version,
            steps,
        };
        match policy.faults().first() {
            Some(fault) => Err(*fault),
            None => Ok(policy),
        }
    }

    /// Everything that is wrong with it, step by step.
    pub fn faults(&self) -> Vec<PolicyError> {
        let mut faults = Vec::new();
        for (step, this) in self.steps.iter().enumerate() {
            let earlier = self.steps.get(..step).unwrap_or_default();
            let mut found = this.faults();
            found.extend(order_faults(this, earlier));
            if step >= MAX_STEPS {
                found.push(StepFault::TooMany);
            }
            faults.extend(found.into_iter().map(|fault| PolicyError { step, fault }));
        }
        faults
    }

    /// The rungs in order: every step as often as it may repeat.
    pub fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        let mut taken = [0_u32; StepKind::ALL.len()];
        self.steps.iter().enumerate().flat_map(move |(step, this)| {
            let before = taken.get(this.kind as usize).copied().unwrap_or_default();
            let times = this.times();
            if let Some(taken) = taken.get_mut(this.kind as usize) {
                *taken += times;
            }
            (1..=times).map(move |turn| Slot {
                step,
                turn,
                occurrence: before + turn,
            })
        })
    }

    /// The first step of this kind and its place.
    pub fn step(&self, kind: StepKind) -> Option<(usize, &DunningStep)> {
        self.steps
            .iter()
            .enumerate()
            .find(|(_, step)| step.kind == kind)
    }
}

impl DunningStep {
    /// How often it is done at most.
    pub fn times(&self) -> u32 {
        self.repeat.map_or(1, |repeat| repeat.at_most.max(1))
    }

    fn faults(&self) -> Vec<StepFault> {
        let mut faults = Vec::new();
        let mut when = |wrong: bool, fault| {
            if wrong {
                faults.push(fault);
            }
        };
        let is_note = self.kind == StepKind::DueNote;
        let free = matches!(self.kind, StepKind::Task);
        let days = match self.at {
            StepTime::Due { days } => days,
            StepTime::Previous { days } | StepTime::Deadline { days } => {
                i32::try_from(days).unwrap_or(i32::MAX)
            }
        };
        if let StepTime::Due { days } = self.at {
            when(is_note && days >= 0, StepFault::NoteTooLate);
            when(!is_note && !free && days <= 0, StepFault::BeforeLate);
        } else {
            when(is_note, StepFault::NoteTooLate);
        }
        when(
            !(-MAX_BEFORE..=MAX_AFTER).contains(&days)
                || self.minimum_wait_days > MAX_WAIT
                || self.deadline_days > MAX_DEADLINE,
            StepFault::TooLong,
        );
        let must_say = self.kind.sets_deadline() && self.kind != StepKind::OutsideHelp;
        when(
            must_say && self.deadline_days == 0,
            StepFault::DeadlineMissing,
        );
        when(
            !self.kind.sets_deadline() && self.deadline_days > 0,
            StepFault::DeadlineUnsaid,
        );
        when(
            self.approval == Approval::Automatic
                && (!self.kind.may_leave_by_itself() || self.channel != StepChannel::Email),
            StepFault::NotByItself,
        );
        when(!self.channel_fits(), StepFault::WrongChannel);
        if let Some(repeat) = self.repeat {
            when(
                !(2..=MAX_TIMES).contains(&repeat.at_most),
                StepFault::RepeatCount,
            );
            when(
                !(1..=MAX_WAIT).contains(&repeat.every_days),
                StepFault::RepeatTime,
            );
            when(self.kind.is_legal(), StepFault::DemandRepeated);
        }
        faults
    }

    fn channel_fits(&self) -> bool {
        use StepChannel::{Call, Email, Letter, Message, Task, Visit};
        match self.kind {
            StepKind::Task => self.channel == Task,
            StepKind::Call => self.channel == Call,
            StepKind::Visit => self.channel == Visit,
            StepKind::Message => matches!(self.channel, Message | Email),
            StepKind::DueNote => matches!(self.channel, Message | Email | Letter),
            StepKind::OutsideHelp => matches!(self.channel, Task | Letter | Email),
            _ => matches!(self.channel, Email | Letter),
        }
    }
}

/// What is wrong with a step because of those above it.
fn order_faults(this: &DunningStep, earlier: &[DunningStep]) -> Vec<StepFault> {
    let mut faults = Vec::new();
    let last_due = earlier.iter().rev().find_map(|step| match step.at {
        StepTime::Due { days } => Some(days),
        _ => None,
    });
    match this.at {
        StepTime::Due { days } if last_due.is_some_and(|before| before > days) => {
            faults.push(StepFault::OutOfOrder);
        }
        StepTime::Previous { .. } if earlier.is_empty() => faults.push(StepFault::NothingBefore),
        StepTime::Deadline { .. } if !earlier.iter().any(|step| step.deadline_days > 0) => {
            faults.push(StepFault::NoDeadlineBefore);
        }
        _ => {}
    }
    if this.kind.is_legal() && earlier.iter().any(|step| step.kind == this.kind) {
        faults.push(StepFault::DemandRepeated);
    }
    faults
}
