//! A case's ladder as the window shows it: every rung, and the reason for each in one word with its day.

use domain::CivilDate;
use domain::dunning::{
    DunningPolicy, Rung, RungState, StepEnd, StepRecord, Why, explain, may_do_now,
};
use store::Conn;
use store::receivable::StoredReceivable;

use super::facts::Ladders;
use super::leading;
use crate::error::ApiError;
use crate::wire::{RungState as WireState, RungView, RungWhy};

/// A case's ladder: that of its leading debt, or what was done when nothing is open.
pub(crate) async fn rungs(
    conn: &mut Conn,
    ladders: &Ladders,
    receivables: &[StoredReceivable],
    closed: bool,
    today: CivilDate,
) -> Result<Vec<RungView>, ApiError> {
    let Some(leading) = leading(receivables) else {
        return done_rungs(conn, ladders, receivables, closed).await;
    };
    let receivable = &leading.receivable.id;
    let debtor = ladders.debtor(&leading.receivable.client)?;
    let Some(view) = explain(receivable, debtor, &ladders.place, today) else {
        return Ok(Vec::new());
    };
    let allowed = |kind| !closed && may_do_now(receivable, debtor, kind, today).is_ok();
    Ok(view
        .rungs
        .into_iter()
        .map(|rung| rung_view(&rung, allowed(rung.kind), closed))
        .collect())
}

/// The ladder of a case with nothing open: what was done, the rest closed.
async fn done_rungs(
    conn: &mut Conn,
    ladders: &Ladders,
    receivables: &[StoredReceivable],
    closed: bool,
) -> Result<Vec<RungView>, ApiError> {
    let Some(first) = receivables.first() else {
        return Ok(Vec::new());
    };
    let ids = receivables.iter().map(|stored| &stored.receivable.id);
    let pins = store::policy::pins_of(conn, ids).await?;
    let policy = ladders.plans.of(&pins, first).policy;
    let mut records = Vec::new();
    for stored in receivables {
        let of_this = store::dunning::records_of(conn, &stored.receivable.id).await?;
        records.extend(of_this.into_iter().map(|step| step.record));
    }
    Ok(policy
        .slots()
        .filter_map(|slot| done_rung(&policy, slot, &records, closed))
        .collect())
}

fn done_rung(
    policy: &DunningPolicy,
    slot: domain::dunning::Slot,
    records: &[StepRecord],
    closed: bool,
) -> Option<RungView> {
    let step = policy.steps.get(slot.step)?;
    let done = records
        .iter()
        .find(|record| record.kind == step.kind && record.occurrence == slot.occurrence);
    let (state, on) = match done {
        Some(record) if record.how == StepEnd::Done => (WireState::Done, Some(record.on)),
        Some(record) => (WireState::Skipped, Some(record.on)),
        None => (WireState::Closed, None),
    };
    let why = if closed {
        RungWhy::CaseClosed
    } else {
        RungWhy::Paid
    };
    Some(RungView {
        kind: step.kind,
        turn: slot.turn,
        times: step.times(),
        channel: step.channel,
        state,
        on,
        why: done.is_none().then_some(why),
        until: None,
        hold: None,
        allowed: false,
    })
}

pub(crate) fn rung_view(rung: &Rung, allowed: bool, closed: bool) -> RungView {
    let none = (None, None, None);
    let (state, on, (why, until, hold)) = match &rung.state {
        RungState::Done { on, .. } => (WireState::Done, Some(*on), none),
        RungState::Skipped { on } => (WireState::Skipped, Some(*on), none),
        _ if closed => (
            WireState::Closed,
            None,
            (Some(RungWhy::CaseClosed), None, None),
        ),
        RungState::Now { since, why } => (WireState::Now, Some(*since), words(why)),
        RungState::Next { on, why } => (WireState::Next, Some(*on), words(why)),
        RungState::Closed { why } => (WireState::Closed, None, words(why)),
    };
    RungView {
        kind: rung.kind,
        turn: rung.slot.turn,
        times: rung.times,
        channel: rung.channel,
        state,
        on,
        why,
        until,
        hold,
        allowed,
    }
}

type Words = (
    Option<RungWhy>,
    Option<CivilDate>,
    Option<domain::dunning::HoldKind>,
);

/// The reason on the wire; being late is what the ladder is about and needs no word.
fn words(why: &Why) -> Words {
    let plain = |why| (Some(why), None, None);
    let dated = |why, day: &CivilDate| (Some(why), Some(*day), None);
    match why {
        Why::Late { .. } => (None, None, None),
        Why::DueSoon { due_on } => dated(RungWhy::DueSoon, due_on),
        Why::PromisesBroken { since } => dated(RungWhy::PromisesBroken, since),
        Why::NotReceived { on } => dated(RungWhy::NotReceived, on),
        Why::Paid => plain(RungWhy::Paid),
        Why::DoNotContact => plain(RungWhy::DoNotContact),
        Why::NoWayToReach => plain(RungWhy::NoWayToReach),
        Why::Held { hold, until } => (Some(RungWhy::Held), Some(*until), Some(*hold)),
        Why::ReplyWaiting { since } => dated(RungWhy::ReplyWaiting, since),
        Why::NotLateYet { late_on } => dated(RungWhy::NotLateYet, late_on),
        Why::TooEarly { on } => dated(RungWhy::TooEarly, on),
        Why::MinimumWait { until } => dated(RungWhy::MinimumWait, until),
        Why::DeadlineRunning { deadline_on } => dated(RungWhy::DeadlineRunning, deadline_on),
        Why::QuietUntil { until } => dated(RungWhy::Snoozed, until),
        Why::NotAWorkingDay { until } => dated(RungWhy::NotAWorkingDay, until),
        Why::ContactCap { until } => dated(RungWhy::ContactCap, until),
        Why::OneStepADay { until } => dated(RungWhy::OneStepADay, until),
        Why::AnotherDebtFirst => plain(RungWhy::AnotherDebtFirst),
        Why::EarlierStepFirst { .. } | Why::NotInPolicy => plain(RungWhy::EarlierStepFirst),
        Why::Passed => plain(RungWhy::Passed),
        Why::AlreadyDone { on } => dated(RungWhy::AlreadyDone, on),
    }
}
