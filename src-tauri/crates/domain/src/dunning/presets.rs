//! The policies that come with the program.
//!
//! The days are the practice of those who collect (`research/domain.md` section c4); owners change them by saving
//! a policy of their own. A preset that changes becomes a new version, so that running cases keep the old one.

use super::policy::{
    Approval, DunningPolicy, DunningStep, Repeat, StepChannel, StepKind, StepTime, Tone,
};
use crate::id::PolicyId;

use StepTime::{Deadline, Due, Previous};

const STANDARD: &str = "standard";

impl DunningPolicy {
    /// What everybody starts with.
    pub fn standard() -> Self {
        preset(
            STANDARD,
            2,
            vec![
                note(-3),
                reminder(1),
                call(7, 3),
                resend(14, 3),
                last_reminder(Due { days: 21 }, 4),
                demand(Due { days: 30 }, 7),
                outside_help(),
                final_notice(14),
            ],
        )
    }

    /// The first standard: three steps. Cases that began with it go on with it.
    pub fn first_standard() -> Self {
        let plain = |step: DunningStep| DunningStep {
            working_days_only: false,
            ..step
        };
        let reminder = DunningStep {
            minimum_wait_days: 0,
            ..reminder(1)
        };
        let demand = demand(Due { days: 30 }, 7);
        preset(
            STANDARD,
            1,
            vec![plain(reminder), plain(call(7, 3)), plain(demand)],
        )
    }

    /// For clients one wants back: a month between the firm steps.
    pub fn gentle() -> Self {
        preset(
            "gentle",
            1,
            vec![
                note(-3),
                reminder(3),
                call(14, 7),
                last_reminder(Due { days: 30 }, 10),
                demand(Due { days: 60 }, 14),
                outside_help(),
                final_notice_from_due(90),
            ],
        )
    }

    /// Half the gaps of the standard; what law gives the client stays whole.
    pub fn firm() -> Self {
        preset(
            "firm",
            1,
            vec![
                note(-3),
                reminder(1),
                call(4, 2),
                resend(7, 2),
                DunningStep {
                    deadline_days: 3,
                    ..last_reminder(Due { days: 11 }, 2)
                },
                demand(Due { days: 15 }, 4),
                outside_help(),
                final_notice(7),
            ],
        )
    }

    /// Asks for nothing: everything by hand.
    pub fn none() -> Self {
        preset("none", 1, Vec::new())
    }

    /// Every policy that comes with the program, in the order to be offered.
    pub fn presets() -> [Self; 4] {
        [Self::gentle(), Self::standard(), Self::firm(), Self::none()]
    }

    /// Whether this is the name of a policy that comes with the program: it is not saved over.
    pub fn is_preset(id: &PolicyId) -> bool {
        matches!(id.as_str(), "gentle" | STANDARD | "firm" | "none")
    }
}

fn preset(id: &str, version: u32, steps: Vec<DunningStep>) -> DunningPolicy {
    DunningPolicy {
        id: PolicyId(id.to_owned()),
        name: id.to_owned(),
        version,
        steps,
    }
}

fn step(kind: StepKind, at: StepTime, channel: StepChannel, tone: Tone) -> DunningStep {
    DunningStep {
        kind,
        at,
        channel,
        tone,
        minimum_wait_days: 1,
        deadline_days: 0,
        approval: Approval::Prepared,
        repeat: None::<Repeat>,
        working_days_only: true,
    }
}

fn note(days: i32) -> DunningStep {
    step(
        StepKind::DueNote,
        Due { days },
        StepChannel::Email,
        Tone::Friendly,
    )
}

fn reminder(days: i32) -> DunningStep {
    step(
        StepKind::FriendlyReminder,
        Due { days },
        StepChannel::Email,
        Tone::Friendly,
    )
}

fn call(days: i32, minimum_wait_days: u32) -> DunningStep {
    DunningStep {
        minimum_wait_days,
        ..step(
            StepKind::Call,
            Due { days },
            StepChannel::Call,
            Tone::Friendly,
        )
    }
}

fn resend(days: i32, minimum_wait_days: u32) -> DunningStep {
    DunningStep {
        minimum_wait_days,
        ..step(
            StepKind::StatementResend,
            Due { days },
            StepChannel::Letter,
            Tone::Plain,
        )
    }
}

fn last_reminder(at: StepTime, minimum_wait_days: u32) -> DunningStep {
    DunningStep {
        minimum_wait_days,
        deadline_days: 7,
        ..step(StepKind::LastReminder, at, StepChannel::Email, Tone::Firm)
    }
}

fn demand(at: StepTime, minimum_wait_days: u32) -> DunningStep {
    DunningStep {
        minimum_wait_days,
        deadline_days: 14,
        ..step(
            StepKind::FormalDemand,
            at,
            StepChannel::Letter,
            Tone::Formal,
        )
    }
}

fn outside_help() -> DunningStep {
    step(
        StepKind::OutsideHelp,
        Deadline { days: 1 },
        StepChannel::Task,
        Tone::Formal,
    )
}

fn final_notice(days: u32) -> DunningStep {
    DunningStep {
        deadline_days: 14,
        ..step(
            StepKind::FinalNotice,
            Previous { days },
            StepChannel::Letter,
            Tone::Formal,
        )
    }
}

fn final_notice_from_due(days: i32) -> DunningStep {
    DunningStep {
        at: Due { days },
        minimum_wait_days: 7,
        ..final_notice(0)
    }
}
