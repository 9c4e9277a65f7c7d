//! What the client is owed whatever the policy says: days to answer a demand, and peace between contacts.
//!
//! Dated facts with their sources; a policy may give more and never less.

use super::policy::{DunningStep, StepKind};
use crate::calendar::{CivilDate, days_after};
use crate::client::ClientKind;
use crate::holidays::WorkingDays;

/// What a demand gives where no rule asks for more: two weeks are usual in every country we know.
const USUAL_ANSWER: u32 = 14;

/// The fewest days that a demand must give this client, by the places of both sides: the longer one counts.
pub fn answer_days(business: &str, client: &str, kind: ClientKind) -> u32 {
    let private = matches!(kind, ClientKind::Consumer | ClientKind::SoleTrader);
    let asked = |country: &str| match (country, kind) {
        // Pre-Action Protocol for Debt Claims (in force since 2017-10-01), paragraph 4: 30 days to reply, for
        // individuals and sole traders.
        ("GB", _) if private => 30,
        // Dutch Civil Code, article 6:96 (6), and the Supreme Court of 2016-11-25: 14 days that begin the day after
        // receipt; two days of post on top.
        ("NL", ClientKind::Consumer) => 16,
        // Belgian Code of Economic Law, article XIX.2 (since 2023-09-01): 14 days that begin three working days
        // after a reminder by post.
        ("BE", ClientKind::Consumer) => 19,
        _ => USUAL_ANSWER,
    };
    asked(business).max(asked(client))
}

/// On how many days of any seven a client may hear from us.
pub fn contacts_a_week(kind: ClientKind) -> usize {
    match kind {
        ClientKind::Consumer => 2,
        ClientKind::SoleTrader | ClientKind::Company | ClientKind::PublicBody => 3,
    }
}

/// The day by which a letter of this step, written today, asks to be paid; `None` when it sets none.
pub fn deadline(
    today: CivilDate,
    step: &DunningStep,
    answer_days: u32,
    days: &WorkingDays,
) -> Option<CivilDate> {
    if step.deadline_days == 0 {
        return None;
    }
    let given = if step.kind == StepKind::FormalDemand {
        step.deadline_days.max(answer_days)
    } else {
        step.deadline_days
    };
    let last = days_after(today, given);
    Some(if step.working_days_only {
        days.on_or_after(last)
    } else {
        last
    })
}
