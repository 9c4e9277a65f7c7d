//! Whose turn it is on the ladder of one debt: the next rung, the first day it can come, and what it waits for.

use serde::{Deserialize, Serialize};

use super::facts::{Debtor, Place, ReceivableFacts, StepEnd, StepRecord};
use super::hold::{self, HoldKind};
use super::policy::{DunningStep, Slot, StepKind, StepTime};
use crate::calendar::{CivilDate, days_after, days_before, days_between};
use crate::case::{ContactOutcome, Direction};

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
    /// It falls due on this day, and a note says so before.
    DueSoon { due_on: CivilDate },
    /// Two promises were not kept: the next step does not wait for its day.
    PromisesBroken { since: CivilDate },
    /// The client says that the invoice never came: it goes out again.
    NotReceived { on: CivilDate },
    /// Nothing is open.
    Paid,
    /// The client is not to be contacted.
    DoNotContact,
    /// Neither e-mail, address nor phone is known.
    NoWayToReach,
    /// The ladder rests until this day, or until the owner ends it and should look on this day.
    Held { hold: HoldKind, until: CivilDate },
    /// The client wrote or called, and nobody answered yet.
    ReplyWaiting { since: CivilDate },
    /// The debt is late from this day on.
    NotLateYet { late_on: CivilDate },
    /// The step's day has not come.
    TooEarly { on: CivilDate },
    /// The step before needs time to work.
    MinimumWait { until: CivilDate },
    /// A letter gave the client until this day, inclusive.
    DeadlineRunning { deadline_on: CivilDate },
    /// The owner said "later".
    QuietUntil { until: CivilDate },
    /// Weekend or holiday; this is the next working day.
    NotAWorkingDay { until: CivilDate },
    /// The client heard from us as often as is decent in a week.
    ContactCap { until: CivilDate },
    /// The client hears from us once a day.
    OneStepADay { until: CivilDate },
    /// Another debt of the same client goes first today.
    AnotherDebtFirst,
    /// This step comes first.
    EarlierStepFirst { step: StepKind },
    /// A later step was taken, so this one would be a step back; or its day is over.
    Passed,
    /// It is done.
    AlreadyDone { on: CivilDate },
    /// The policy has no such step.
    NotInPolicy,
}

/// What today says about a debt's next rung.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Turn {
    Now {
        slot: Slot,
        since: CivilDate,
        why: Why,
    },
    Wait {
        slot: Slot,
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

/// Decisions on this debt.
pub(super) fn records(facts: &ReceivableFacts) -> impl Iterator<Item = &StepRecord> {
    facts
        .records
        .iter()
        .filter(|record| record.receivable == facts.receivable)
}

pub(super) fn done(facts: &ReceivableFacts) -> impl Iterator<Item = &StepRecord> {
    records(facts).filter(|record| record.how == StepEnd::Done)
}

/// The step of a rung.
pub(super) fn step_of(facts: &ReceivableFacts, slot: Slot) -> Option<&DunningStep> {
    facts.policy.steps.get(slot.step)
}

/// The decision on this rung.
pub(super) fn record_of(facts: &ReceivableFacts, slot: Slot) -> Option<&StepRecord> {
    let kind = step_of(facts, slot)?.kind;
    records(facts)
        .filter(|record| record.kind == kind && record.occurrence == slot.occurrence)
        .max_by_key(|record| record.on)
}

/// The rung after the last one done or skipped: a ladder is climbed, never stepped down. A note whose due date came
/// is passed, and so are repetitions once the client was heard from.
pub fn next_slot(debtor: &Debtor, facts: &ReceivableFacts, today: CivilDate) -> Option<Slot> {
    let mut last: Option<Slot> = None;
    for slot in facts.policy.slots() {
        let Some(step) = step_of(facts, slot) else {
            continue;
        };
        // After a move to another policy a rung may have a number that the new one does not reach.
        let recorded = records(facts)
            .any(|record| record.kind == step.kind && record.occurrence >= slot.occurrence);
        if recorded {
            last = Some(slot);
        }
    }
    let ended = last.is_some_and(|last| repeat_ended(debtor, facts, last));
    let after = |slot: &Slot| match last {
        None => true,
        Some(last) if ended => slot.step > last.step,
        Some(last) => (slot.step, slot.turn) > (last.step, last.turn),
    };
    let stale = |slot: &Slot| {
        let is_note = step_of(facts, *slot).is_some_and(|step| step.kind == StepKind::DueNote);
        is_note && today >= facts.due_on
    };
    let next = facts
        .policy
        .slots()
        .find(|slot| after(slot) && !stale(slot))?;
    Some(sends_again(debtor, facts, next).unwrap_or(next))
}

/// Whether the client was heard from since this repeated step began.
fn repeat_ended(debtor: &Debtor, facts: &ReceivableFacts, last: Slot) -> bool {
    let Some(step) = step_of(facts, last).filter(|step| step.repeat.is_some()) else {
        return false;
    };
    let first = last.occurrence - (last.turn - 1);
    let began = records(facts)
        .filter(|record| record.kind == step.kind && record.occurrence >= first)
        .map(|record| record.on)
        .min();
    let inbound = |on: CivilDate| {
        debtor
            .contacts
            .iter()
            .any(|contact| contact.direction == Direction::Inbound && contact.on >= on)
    };
    began.is_some_and(inbound)
}

/// The day on which the client said that the invoice never came, while nothing written went out since.
fn not_received(debtor: &Debtor, facts: &ReceivableFacts) -> Option<CivilDate> {
    let said = debtor
        .contacts
        .iter()
        .filter(|contact| contact.outcome == ContactOutcome::InvoiceNotReceived)
        .map(|contact| contact.on)
        .max()?;
    let sent_since = done(facts).any(|record| record.kind.is_written() && record.on >= said);
    (!sent_since).then_some(said)
}

/// After "it never came": the rung that sends the invoice again, when only spoken steps lie before it.
fn sends_again(debtor: &Debtor, facts: &ReceivableFacts, next: Slot) -> Option<Slot> {
    not_received(debtor, facts)?;
    let kind = |slot: &Slot| step_of(facts, *slot).map(|step| step.kind);
    facts
        .policy
        .slots()
        .skip_while(|slot| (slot.step, slot.turn) < (next.step, next.turn))
        .find(|slot| kind(slot).is_some_and(StepKind::is_written))
        .filter(|slot| {
            matches!(
                kind(slot),
                Some(StepKind::FriendlyReminder | StepKind::StatementResend)
            )
        })
}

pub(super) fn turn(
    debtor: &Debtor,
    facts: &ReceivableFacts,
    place: &Place,
    today: CivilDate,
) -> Turn {
    let closed = |why| Turn::Closed { why };
    if !facts.open.is_positive() {
        return closed(Why::Paid);
    }
    if debtor.do_not_contact {
        return closed(Why::DoNotContact);
    }
    let Some(slot) = next_slot(debtor, facts, today) else {
        return Turn::Finished;
    };
    let Some(step) = step_of(facts, slot) else {
        return Turn::Finished;
    };
    if let Some(why) = held(facts, today) {
        return match why {
            Why::Held { hold, until } if hold.ends_by_itself() => Turn::Wait {
                slot,
                on: days_after(until, 1),
                why,
            },
            _ => closed(why),
        };
    }
    if debtor.reach.channel(step.channel).is_none() {
        return closed(Why::NoWayToReach);
    }
    if let Some(since) = debtor
        .unanswered_since()
        .filter(|_| step.kind.is_client_visible())
    {
        return closed(Why::ReplyWaiting { since });
    }
    let (on, why) = earliest(debtor, facts, step, slot, today);
    let on = on_working_day(step, place, on, today);
    if on > today {
        let why = if place.working_days.is_working_day(today) || earliest_is_past(&why, today) {
            why
        } else {
            Why::NotAWorkingDay { until: on }
        };
        return Turn::Wait { slot, on, why };
    }
    let reason = now_reason(debtor, facts, step, on, today);
    Turn::Now {
        slot,
        since: on,
        why: reason,
    }
}

/// A reason that itself lies ahead stays the reason; the weekend only tells when nothing else does.
fn earliest_is_past(why: &Why, today: CivilDate) -> bool {
    match why {
        Why::TooEarly { on } => *on > today,
        Why::NotLateYet { late_on } => *late_on > today,
        Why::MinimumWait { until } | Why::QuietUntil { until } => *until > today,
        Why::DeadlineRunning { deadline_on } => *deadline_on >= today,
        _ => false,
    }
}

/// The working day for a step that is due from `on`, not behind today.
fn on_working_day(step: &DunningStep, place: &Place, on: CivilDate, today: CivilDate) -> CivilDate {
    if !step.working_days_only {
        return on;
    }
    if on <= today && !place.working_days.is_working_day(today) {
        return place.working_days.on_or_after(today);
    }
    if step.kind == StepKind::DueNote {
        // After the weekend it could be too late.
        return place.working_days.on_or_before(on);
    }
    place.working_days.on_or_after(on)
}

/// What keeps the whole debt out of the ladder today.
pub(super) fn held(facts: &ReceivableFacts, today: CivilDate) -> Option<Why> {
    if let Some(hold) = hold::whole(facts.open, &facts.holds, today) {
        return Some(Why::Held {
            hold: hold.kind,
            until: hold.until,
        });
    }
    // Several parts in dispute may leave nothing to ask for.
    let nothing_left = !hold::asked_for(facts.open, &facts.holds, today).is_positive();
    let part = facts
        .holds
        .iter()
        .filter(|hold| hold.holds(today))
        .max_by_key(|hold| hold.until);
    part.filter(|_| nothing_left).map(|hold| Why::Held {
        hold: hold.kind,
        until: hold.until,
    })
}

/// The last day that a letter gave, moved by the days on which the ladder rested.
pub fn running_deadline(facts: &ReceivableFacts, today: CivilDate) -> Option<CivilDate> {
    done(facts)
        .filter_map(|record| {
            let deadline = record.deadline_on?;
            Some(hold::extended(
                record.on,
                deadline,
                facts.open,
                &facts.holds,
                today,
            ))
        })
        .max()
}

/// The first day of a rung, and what it waits for until then.
fn earliest(
    debtor: &Debtor,
    facts: &ReceivableFacts,
    step: &DunningStep,
    slot: Slot,
    today: CivilDate,
) -> (CivilDate, Why) {
    let deadline = running_deadline(facts, today);
    let own_day = hurried(debtor, facts, own_day(facts, step, slot, deadline), today);
    let is_early = today <= facts.due_on && step.kind != StepKind::DueNote;
    let mut first = if is_early && step.kind != StepKind::Task {
        let late_on = days_after(facts.due_on, 1);
        (own_day.max(late_on), Why::NotLateYet { late_on })
    } else {
        (own_day, Why::TooEarly { on: own_day })
    };
    let mut later = |on: CivilDate, why: Why| {
        // On the same day, what is waited for tells more than the policy's day.
        if on >= first.0 {
            first = (on, why);
        }
    };
    let is_visible = step.kind.is_client_visible();
    if let Some(last) = done(facts)
        .filter(|record| is_visible && record.kind.is_client_visible())
        .map(|record| record.on)
        .max()
    {
        let until = days_after(last, step.minimum_wait_days.max(1));
        later(until, Why::MinimumWait { until });
    }
    if let Some(deadline_on) = deadline.filter(|_| is_visible) {
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

/// The day that the policy names.
fn own_day(
    facts: &ReceivableFacts,
    step: &DunningStep,
    slot: Slot,
    deadline: Option<CivilDate>,
) -> CivilDate {
    let last = records(facts).map(|record| record.on).max();
    if let (Some(repeat), Some(last)) = (step.repeat.filter(|_| slot.turn > 1), last) {
        return days_after(last, repeat.every_days);
    }
    let after_last = |days: u32| days_after(last.unwrap_or(facts.due_on), days.max(1));
    match step.at {
        StepTime::Due { days } if days < 0 => days_before(facts.due_on, days.unsigned_abs()),
        StepTime::Due { days } if step.kind == StepKind::Task => {
            days_after(facts.due_on, days.unsigned_abs())
        }
        StepTime::Due { days } => days_after(facts.due_on, days.unsigned_abs().max(1)),
        StepTime::Previous { days } => after_last(days),
        StepTime::Deadline { days } => deadline.map_or_else(
            || after_last(days),
            |deadline| days_after(deadline, days.max(1)),
        ),
    }
}

/// Two broken promises and "it never came" bring the next step's day forward, never behind what was done last.
fn hurried(
    debtor: &Debtor,
    facts: &ReceivableFacts,
    own_day: CivilDate,
    today: CivilDate,
) -> CivilDate {
    let broken = hold::second_break(&facts.holds, today);
    let unseen = not_received(debtor, facts);
    [broken, unseen]
        .into_iter()
        .flatten()
        .fold(own_day, CivilDate::min)
}

fn now_reason(
    debtor: &Debtor,
    facts: &ReceivableFacts,
    step: &DunningStep,
    since: CivilDate,
    today: CivilDate,
) -> Why {
    if step.kind == StepKind::DueNote {
        return Why::DueSoon {
            due_on: facts.due_on,
        };
    }
    let sends_invoice = matches!(
        step.kind,
        StepKind::FriendlyReminder | StepKind::StatementResend
    );
    if let Some(on) = not_received(debtor, facts).filter(|_| sends_invoice) {
        return Why::NotReceived { on };
    }
    if let Some(broken) = hold::second_break(&facts.holds, today).filter(|day| since >= *day) {
        return Why::PromisesBroken { since: broken };
    }
    Why::Late {
        days_late: days_between(facts.due_on, today),
    }
}
