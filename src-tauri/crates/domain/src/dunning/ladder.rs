//! The ladder as the case screen shows it: every rung with what became of it or what it waits for.

use super::facts::{Debtor, Place, ReceivableFacts, StepEnd, StepRecord};
use super::plan::{heard_until, peace_until, plan_client};
use super::policy::{DunningPolicy, DunningStep, Slot, StepChannel, StepKind, StepTime};
use super::turn::{
    Turn, Why, done, held, next_slot, record_of, records, running_deadline, step_of, turn,
};
use super::waits;
use crate::calendar::{CivilDate, days_after, days_before};
use crate::id::ReceivableId;

/// One rung of the ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    pub slot: Slot,
    /// How often its step may be done.
    pub times: u32,
    pub kind: StepKind,
    pub channel: StepChannel,
    pub state: RungState,
}

/// Where a rung stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        why: Why,
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

/// All rungs of one debt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LadderView {
    pub receivable: ReceivableId,
    pub rungs: Vec<Rung>,
}

/// Explains one debt's ladder, with the client's other debts taken into account; a rung is `Now` exactly when
/// [`plan_client`] proposes it. `None` when the debt is not the client's.
pub fn explain(
    receivable: &ReceivableId,
    debtor: &Debtor,
    place: &Place,
    today: CivilDate,
) -> Option<LadderView> {
    let this = find(receivable, debtor)?;
    let turn = turn_among(this, debtor, place, today);
    let next = next_slot(debtor, this, today);
    let mut behind = Behind {
        last: records(this).map(|record| record.on).max(),
        deadline: running_deadline(this, today),
    };
    let mut rungs = Vec::new();
    for slot in this.policy.slots() {
        let step = step_of(this, slot)?;
        let state = match (record_of(this, slot), &turn) {
            (Some(record), _) => recorded(record),
            (None, Turn::Closed { why }) => RungState::Closed { why: why.clone() },
            (None, _) if is_before(slot, next) => RungState::Closed { why: Why::Passed },
            (None, Turn::Now { since, why, .. }) if Some(slot) == next => RungState::Now {
                since: *since,
                why: why.clone(),
            },
            (None, Turn::Wait { on, why, .. }) if Some(slot) == next => RungState::Next {
                on: *on,
                why: why.clone(),
            },
            _ => later(this, step, slot, next, &behind, place),
        };
        match &state {
            RungState::Now { .. } => behind.pass(today, step, debtor, place),
            RungState::Next { on, .. } => behind.pass(*on, step, debtor, place),
            _ => {}
        }
        rungs.push(Rung {
            slot,
            times: step.times(),
            kind: step.kind,
            channel: debtor.reach.channel(step.channel).unwrap_or(step.channel),
            state,
        });
    }
    Some(LadderView {
        receivable: receivable.clone(),
        rungs,
    })
}

fn find<'a>(receivable: &ReceivableId, debtor: &'a Debtor) -> Option<&'a ReceivableFacts> {
    debtor
        .receivables
        .iter()
        .find(|facts| facts.receivable == *receivable)
}

fn is_before(slot: Slot, next: Option<Slot>) -> bool {
    next.is_none_or(|next| (slot.step, slot.turn) < (next.step, next.turn))
}

/// What lies behind a rung that is not reached yet, if every rung before it is done on its first day.
struct Behind {
    last: Option<CivilDate>,
    deadline: Option<CivilDate>,
}

impl Behind {
    fn pass(&mut self, on: CivilDate, step: &DunningStep, debtor: &Debtor, place: &Place) {
        self.last = Some(on);
        let deadline = waits::deadline(on, step, debtor.answer_days, &place.working_days);
        self.deadline = self.deadline.max(deadline);
    }
}

/// A rung that other rungs come before.
fn later(
    this: &ReceivableFacts,
    step: &DunningStep,
    slot: Slot,
    next: Option<Slot>,
    behind: &Behind,
    place: &Place,
) -> RungState {
    let last = behind.last.unwrap_or(this.due_on);
    let repeated = step.repeat.filter(|_| slot.turn > 1);
    let own = match (repeated, step.at) {
        (Some(repeat), _) => days_after(last, repeat.every_days),
        (None, StepTime::Due { days }) if days < 0 => days_before(this.due_on, days.unsigned_abs()),
        (None, StepTime::Due { days }) => days_after(this.due_on, days.unsigned_abs()),
        (None, StepTime::Previous { days }) => days_after(last, days),
        (None, StepTime::Deadline { days }) => days_after(behind.deadline.unwrap_or(last), days),
    };
    let after_wait = days_after(last, step.minimum_wait_days.max(1));
    let after_deadline = behind.deadline.map(|deadline| days_after(deadline, 1));
    let mut on = own.max(after_wait).max(after_deadline.unwrap_or(own));
    if step.working_days_only {
        on = place.working_days.on_or_after(on);
    }
    let first = next.and_then(|next| step_of(this, next));
    RungState::Next {
        on,
        why: Why::EarlierStepFirst {
            step: first.map_or(step.kind, |first| first.kind),
        },
    }
}

/// Whether the owner may carry out this step today, also before its turn.
///
/// A demand follows only on something written, done or skipped with a reason, a final notice only on a demand;
/// while a letter's deadline runs no other letter goes; nothing goes out before the debt is late, to somebody not to
/// be contacted, while the ladder rests, twice, as a step back, or as the client's second step of the day.
pub fn may_do_now(
    receivable: &ReceivableId,
    debtor: &Debtor,
    kind: StepKind,
    today: CivilDate,
) -> Result<(), Why> {
    let this = find(receivable, debtor).ok_or(Why::Paid)?;
    if this.policy.step(kind).is_none() {
        return Err(Why::NotInPolicy);
    }
    if !this.open.is_positive() {
        return Err(Why::Paid);
    }
    if debtor.do_not_contact {
        return Err(Why::DoNotContact);
    }
    in_its_time(this, kind, today)?;
    in_its_order(debtor, this, kind, today)?;
    if let Some(why) = held(this, today) {
        return Err(why);
    }
    match heard_until(debtor, today) {
        Some(last) if kind.is_client_visible() => Err(Why::OneStepADay {
            until: days_after(last, 1),
        }),
        _ => Ok(()),
    }
}

fn in_its_time(this: &ReceivableFacts, kind: StepKind, today: CivilDate) -> Result<(), Why> {
    match kind {
        StepKind::DueNote if today >= this.due_on => Err(Why::Passed),
        StepKind::DueNote | StepKind::Task => Ok(()),
        _ if today <= this.due_on => Err(Why::NotLateYet {
            late_on: days_after(this.due_on, 1),
        }),
        _ => Ok(()),
    }
}

fn in_its_order(
    debtor: &Debtor,
    this: &ReceivableFacts,
    kind: StepKind,
    today: CivilDate,
) -> Result<(), Why> {
    let of_kind = |slot: &Slot| step_of(this, *slot).is_some_and(|step| step.kind == kind);
    let is_free =
        |slot: &Slot| record_of(this, *slot).is_none_or(|record| record.how != StepEnd::Done);
    let free = this.policy.slots().filter(of_kind).filter(is_free).last();
    let Some(free) = free else {
        let last = done(this).filter(|record| record.kind == kind);
        let on = last.map(|record| record.on).max().unwrap_or(today);
        return Err(Why::AlreadyDone { on });
    };
    if is_before(free, next_slot(debtor, this, today)) && kind.is_written() {
        return Err(Why::Passed);
    }
    let first = |step| Err(Why::EarlierStepFirst { step });
    let written = |record: &StepRecord| record.kind.is_written() && record.kind != kind;
    if kind == StepKind::FormalDemand && !records(this).any(written) {
        return first(StepKind::FriendlyReminder);
    }
    let demanded = |record: &StepRecord| record.kind == StepKind::FormalDemand;
    if kind == StepKind::FinalNotice && !records(this).any(demanded) {
        return first(StepKind::FormalDemand);
    }
    match running_deadline(this, today) {
        Some(deadline_on) if kind.sets_deadline() && today <= deadline_on => {
            Err(Why::DeadlineRunning { deadline_on })
        }
        _ => Ok(()),
    }
}

/// Records that make a debt from before Safelight start at `kind`: every earlier rung counts as tried.
pub fn start_at(
    receivable: &ReceivableId,
    policy: &DunningPolicy,
    kind: StepKind,
    on: CivilDate,
) -> Vec<StepRecord> {
    let first = policy.step(kind).map_or(0, |(index, _)| index);
    let earlier = policy.slots().filter(|slot| slot.step < first);
    let skipped = |slot: Slot| {
        Some(StepRecord {
            receivable: receivable.clone(),
            kind: policy.steps.get(slot.step)?.kind,
            occurrence: slot.occurrence,
            on,
            how: StepEnd::Skipped,
            deadline_on: None,
        })
    };
    earlier.filter_map(skipped).collect()
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

/// The debt's turn, with the client's other debts taken into account.
fn turn_among(this: &ReceivableFacts, debtor: &Debtor, place: &Place, today: CivilDate) -> Turn {
    match turn(debtor, this, place, today) {
        Turn::Now { slot, since, why } => {
            let is_visible = step_of(this, slot).is_some_and(|step| step.kind.is_client_visible());
            if let Some((on, why)) = peace_until(debtor, today).filter(|_| is_visible) {
                return Turn::Wait { slot, on, why };
            }
            let proposed = plan_client(debtor, place, today)
                .iter()
                .flat_map(|proposal| &proposal.parts)
                .any(|part| part.receivable == this.receivable);
            if proposed {
                Turn::Now { slot, since, why }
            } else {
                Turn::Wait {
                    slot,
                    on: days_after(today, 1),
                    why: Why::AnotherDebtFirst,
                }
            }
        }
        other => other,
    }
}
