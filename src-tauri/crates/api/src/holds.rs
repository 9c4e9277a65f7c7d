//! Why the ladder of a case rests: begun and ended by the owner, each until its own day.

use domain::dunning::{Hold, HoldKind};
use domain::evidence::EventKind;
use domain::field::{many_lines, required_line};
use domain::id::{CaseId, HoldId, ReceivableId};
use domain::{CivilDate, Money, Problem};
use store::Conn;
use store::hold::{NewHold, StoredHold};
use store::receivable::StoredReceivable;

use crate::act::Act;
use crate::cases;
use crate::error::ApiError;
use crate::payments::borrowed;
use crate::wire::*;

/// The holds of a case, the newest first.
pub(crate) async fn of_case(
    conn: &mut Conn,
    case: &CaseId,
    today: CivilDate,
) -> Result<Vec<HoldView>, ApiError> {
    let holds = store::hold::of_cases(conn, [case]).await?;
    Ok(holds
        .into_iter()
        .rev()
        .map(|stored| view(stored, today))
        .collect())
}

fn view(stored: StoredHold, today: CivilDate) -> HoldView {
    let hold = &stored.hold;
    HoldView {
        id: stored.id.0,
        kind: hold.kind,
        from: hold.from,
        until: hold.until,
        ended_on: hold.ended_on,
        amount: hold.amount,
        received: hold.received.filter(|_| hold.kind == HoldKind::Promise),
        receivables: stored
            .receivables
            .into_iter()
            .map(|receivable| receivable.0)
            .collect(),
        reason: stored.reason,
        end_reason: stored.end_reason,
        holds: hold.holds(today),
        look_again: looks_again(hold, today),
        promise: hold.promise(today),
    }
}

/// Whether its day came and only the owner can end it.
pub(crate) fn looks_again(hold: &Hold, today: CivilDate) -> bool {
    !hold.kind.ends_by_itself() && hold.holds(today) && today >= hold.until
}

pub(crate) async fn add(act: &mut Act<'_>, request: HoldAdd) -> Result<Nothing, ApiError> {
    let case = cases::open_case(act, &request.case).await?;
    let mut problems = Vec::new();
    let reason = many_lines("reason", &request.reason, 500, &mut problems);
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    let named = chosen(act, &case.id, &request.receivables).await?;
    let open = Money::sum(case.currency, named.iter().map(|stored| stored.open))?;
    let part_of_many = request.kind == HoldKind::Dispute
        && request.amount.is_some()
        && request.receivables.len() != 1;
    if part_of_many {
        // Which debt is disputed in part has to be said: each is asked for by itself.
        return Err(ApiError::field("receivables", Problem::Required));
    }
    let hold = Hold {
        kind: request.kind,
        from: act.today,
        until: request.until,
        ended_on: None,
        amount: request.amount,
        received: None,
    };
    hold.check(act.today, open)
        .map_err(|problem| ApiError::fields(vec![problem.field()]))?;
    let receivables: Vec<ReceivableId> = request
        .receivables
        .iter()
        .map(|id| ReceivableId(id.clone()))
        .collect();
    if request.kind == HoldKind::Promise {
        replace_promises(act, &case.id, &receivables).await?;
    }
    let new = NewHold {
        id: HoldId(act.new_id()?),
        case: case.id.clone(),
        kind: request.kind,
        from: act.today,
        until: request.until,
        amount: request.amount,
        currency: case.currency,
        receivables,
        reason: reason.clone(),
    };
    store::hold::insert(&mut act.tx, &new, act.now).await?;
    store::case::touch(&mut act.tx, &case.id, act.now).await?;
    let numbers: Vec<&str> = named
        .iter()
        .map(|stored| stored.receivable.number.as_str())
        .collect();
    let words = [
        ("hold", cases::word(&request.kind)),
        ("until", request.until.to_string()),
        (
            "amount",
            request
                .amount
                .map(|amount| amount.to_string())
                .unwrap_or_default(),
        ),
        ("numbers", numbers.join(", ")),
        ("reason", reason),
    ];
    act.log(
        EventKind::HoldStarted,
        cases::about(&case),
        &borrowed(&words),
    )
    .await?;
    Ok(Nothing {})
}

/// The debts of the case that a hold is about, all open.
async fn chosen(
    act: &mut Act<'_>,
    case: &CaseId,
    wanted: &[String],
) -> Result<Vec<StoredReceivable>, ApiError> {
    let mut open = store::receivable::of_case(&mut act.tx, case).await?;
    open.retain(|stored| stored.open.is_positive());
    if open.is_empty() {
        return Err(ApiError::precondition("nothing is open in this case"));
    }
    let known = |id: &String| {
        open.iter()
            .any(|stored| stored.receivable.id.as_str() == id)
    };
    if !wanted.iter().all(known) {
        return Err(ApiError::field("receivables", Problem::Unknown));
    }
    if !wanted.is_empty() {
        open.retain(|stored| wanted.contains(&stored.receivable.id.0));
    }
    Ok(open)
}

/// A new promise takes the place of one that still runs for the same debts.
async fn replace_promises(
    act: &mut Act<'_>,
    case: &CaseId,
    receivables: &[ReceivableId],
) -> Result<(), ApiError> {
    for stored in store::hold::of_cases(&mut act.tx, [case]).await? {
        let same = stored.receivables.is_empty()
            || receivables.is_empty()
            || receivables
                .iter()
                .any(|receivable| stored.is_about(receivable));
        if stored.hold.kind == HoldKind::Promise && stored.hold.holds(act.today) && same {
            store::hold::end(
                &mut act.tx,
                &stored.id,
                act.today,
                "another promise",
                act.now,
            )
            .await?;
        }
    }
    Ok(())
}

pub(crate) async fn end(act: &mut Act<'_>, request: HoldEnd) -> Result<Nothing, ApiError> {
    let case = cases::open_case(act, &request.case).await?;
    let mut problems = Vec::new();
    let reason = required_line("reason", &request.reason, 200, &mut problems);
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    let holds = store::hold::of_cases(&mut act.tx, [&case.id]).await?;
    let stored = holds
        .into_iter()
        .find(|stored| stored.id.0 == request.id)
        .ok_or_else(|| ApiError::not_found("what the ladder rests for"))?;
    if !stored.hold.holds(act.today) {
        return Err(ApiError::precondition("it is over already"));
    }
    store::hold::end(&mut act.tx, &stored.id, act.today, &reason, act.now).await?;
    store::case::touch(&mut act.tx, &case.id, act.now).await?;
    let words = [
        ("hold", cases::word(&stored.hold.kind)),
        ("reason", reason),
        ("on", act.today.to_string()),
    ];
    act.log(EventKind::HoldEnded, cases::about(&case), &borrowed(&words))
        .await?;
    Ok(Nothing {})
}

/// The client's words need no answer any more: the ladder goes on.
pub(crate) async fn answered(
    act: &mut Act<'_>,
    request: ReplyAnswered,
) -> Result<Nothing, ApiError> {
    let case = cases::open_case(act, &request.case).await?;
    let clients = [case.client.clone()];
    let notes = store::contact::notes_of_clients(&mut act.tx, &clients).await?;
    let mut marked = false;
    for note in notes {
        if note.direction == domain::case::Direction::Inbound && !note.answered {
            store::contact::answer(&mut act.tx, &note.id, act.today, act.now).await?;
            marked = true;
        }
    }
    if !marked {
        return Err(ApiError::precondition("nothing waits for an answer"));
    }
    act.log(
        EventKind::ContactAnswered,
        cases::about(&case),
        &[("on", &act.today.to_string())],
    )
    .await?;
    Ok(Nothing {})
}
