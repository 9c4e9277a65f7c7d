//! The ladder of a client: facts for the planner, its answers, and what a new day changes by itself.
//!
//! [`catch_up`] opens cases and lets late receivables join them; it is idempotent, so that running it after
//! every change, on each tick and by two processes does it once.

mod facts;
mod rungs;

use domain::CivilDate;
use domain::Money;
use domain::case::{CaseChanges, CaseState, NewCase, case_changes};
use domain::evidence::{EventKind, Subjects};
use domain::id::{CaseId, ClientId, ReceivableId};
use domain::receivable::Receivable;
use store::Conn;
use store::receivable::StoredReceivable;

pub(crate) use facts::{CASE, Ladders, country};
pub(crate) use rungs::{rung_view, rungs};

use crate::act::Act;
use crate::error::ApiError;
use crate::payments::borrowed;
use crate::plans::{self, Plans};

/// The receivable whose ladder stands for a case: the oldest that is open.
pub(crate) fn leading(receivables: &[StoredReceivable]) -> Option<&StoredReceivable> {
    let open = receivables
        .iter()
        .filter(|stored| stored.open.is_positive());
    open.min_by_key(|stored| stored.receivable.due_on)
}

fn clients_of(receivables: &[StoredReceivable]) -> Vec<ClientId> {
    let clients: std::collections::BTreeSet<&ClientId> = receivables
        .iter()
        .map(|stored| &stored.receivable.client)
        .collect();
    clients.into_iter().cloned().collect()
}

/// Opens, joins and reopens cases as this day asks. Nothing happens twice.
pub(crate) async fn catch_up(act: &mut Act<'_>) -> Result<(), ApiError> {
    let CaseChanges {
        open, join, reopen, ..
    } = changes(&mut act.tx, act.today).await?;
    for case in &reopen {
        let stored = store::case::get(&mut act.tx, case).await?;
        store::case::reopen(&mut act.tx, case, stored.version, "", act.now).await?;
        let subjects = Subjects {
            client: Some(stored.client.0),
            case: Some(case.0.clone()),
            ..Subjects::default()
        };
        act.log(
            EventKind::CaseReopened,
            subjects,
            &[("reason", "something is open again")],
        )
        .await?;
    }
    if open.is_empty() && join.is_empty() {
        return Ok(());
    }
    // Late from today: each debt keeps the plan that it begins with.
    let plans = Plans::stored(act).await?;
    let begun = open.iter().flat_map(|new| &new.receivables);
    let begun: Vec<ReceivableId> = begun
        .chain(join.iter().map(|(_, receivable)| receivable))
        .cloned()
        .collect();
    for receivable in &begun {
        plans::keep(act, &plans, receivable).await?;
    }
    for new in open {
        open_case(act, new).await?;
    }
    for (case, receivable) in join {
        store::case::add_receivable(&mut act.tx, &case, &receivable, act.today).await?;
        log_joined(act, EventKind::CaseJoined, &case, &receivable).await?;
    }
    Ok(())
}

async fn changes(conn: &mut Conn, today: CivilDate) -> Result<CaseChanges, ApiError> {
    let late = store::receivable::overdue(conn, today).await?;
    let cases = store::case::of_clients(conn, &clients_of(&late)).await?;
    let receivables: Vec<Receivable> = late.into_iter().map(|stored| stored.receivable).collect();
    let cases = cases.into_iter().map(|case| CaseState {
        case: case.id,
        client: case.client,
        currency: case.currency,
        closed: case.closed.map(|closed| closed.outcome),
    });
    Ok(case_changes(
        &receivables,
        &cases.collect::<Vec<_>>(),
        today,
    )?)
}

async fn open_case(act: &mut Act<'_>, new: NewCase) -> Result<(), ApiError> {
    let id = CaseId(act.new_id()?);
    store::case::insert(
        &mut act.tx,
        &id,
        &new.client,
        new.currency,
        act.today,
        act.now,
    )
    .await?;
    for (index, receivable) in new.receivables.iter().enumerate() {
        store::case::add_receivable(&mut act.tx, &id, receivable, act.today).await?;
        let kind = if index == 0 {
            EventKind::CaseOpened
        } else {
            EventKind::CaseJoined
        };
        log_joined(act, kind, &id, receivable).await?;
    }
    Ok(())
}

async fn log_joined(
    act: &mut Act<'_>,
    kind: EventKind,
    case: &CaseId,
    receivable: &ReceivableId,
) -> Result<(), ApiError> {
    let stored = store::receivable::get(&mut act.tx, receivable).await?;
    let subjects = Subjects {
        client: Some(stored.receivable.client.0.clone()),
        invoice: Some(
            crate::invoices::invoice_of(&stored.receivable.origin)
                .0
                .clone(),
        ),
        receivable: Some(receivable.0.clone()),
        case: Some(case.0.clone()),
        ..Subjects::default()
    };
    let words = [
        ("number", stored.receivable.number.clone()),
        ("amount", stored.open.to_string()),
        ("due", stored.receivable.due_on.to_string()),
    ];
    act.log(kind, subjects, &borrowed(&words)).await
}

/// Open cases of a client in which nothing is open any more.
pub(crate) async fn cases_at_zero(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<CaseId>, ApiError> {
    let mut at_zero = Vec::new();
    for case in store::case::of_client(conn, client).await? {
        if case.closed.is_none() && open_of(conn, &case.id, case.currency).await?.is_zero() {
            at_zero.push(case.id);
        }
    }
    Ok(at_zero)
}

/// What is open in a case.
pub(crate) async fn open_of(
    conn: &mut Conn,
    case: &CaseId,
    currency: domain::Currency,
) -> Result<Money, ApiError> {
    let receivables = store::receivable::of_case(conn, case).await?;
    Ok(Money::sum(
        currency,
        receivables.iter().map(|stored| stored.open),
    )?)
}
