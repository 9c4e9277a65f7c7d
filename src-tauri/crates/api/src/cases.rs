//! Cases: the ladder, the log and the money of one late client, and decisions on its steps.

use domain::client::ClientFacts;
use domain::dunning::StepEnd;
use domain::evidence::Subjects;
use domain::id::{CaseId, ClientId};
use domain::{CivilDate, Money};
use store::case::StoredCase;
use store::receivable::StoredReceivable;
use store::{Conn, Page};

use crate::act::Act;
use crate::error::ApiError;
use crate::ladder::Ladders;
use crate::studio::Api;
use crate::wire::*;
use crate::{documents, holds, invoices, ladder, logbook, payments};

pub(crate) async fn list(api: &Api, request: CasesListRequest) -> Result<CasesPage, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let listed = store::case::list(&mut reader, request.closed, today, Page::ALL).await?;
    let open = store::receivable::open(&mut reader).await?;
    let ladders = Ladders::of_all(&mut reader, &open, today).await?;
    let mut rows = Vec::with_capacity(listed.rows.len());
    for found in listed.rows {
        let receivables = store::receivable::of_case(&mut reader, &found.case.id).await?;
        let closed = found.case.closed.is_some();
        let rungs = ladder::rungs(&mut reader, &ladders, &receivables, closed, today).await?;
        let contacts = store::contact::of_case(&mut reader, &found.case.id).await?;
        let steps = store::dunning::records_of_case(&mut reader, &found.case.id).await?;
        let done = steps
            .iter()
            .filter(|step| step.record.how == StepEnd::Done)
            .map(|step| step.record.on);
        let talked = contacts
            .iter()
            .map(|stored| stored.contact.happened_at.date_naive());
        rows.push(CaseRow {
            days_late: oldest_days_late(&receivables, today),
            next: next(&rungs),
            last_contact_on: talked.chain(done).max(),
            id: found.case.id.0,
            client_id: found.case.client.0,
            client_name: found.case.client_name,
            open: found.open,
            opened_on: found.case.opened_on,
            closed_on: found.case.closed.as_ref().map(|closed| closed.on),
            outcome: found.case.closed.map(|closed| closed.outcome),
        });
    }
    let count = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(CasesPage {
        rows,
        open: count(store::case::count(&mut reader, false).await?),
        closed: count(store::case::count(&mut reader, true).await?),
    })
}

/// Days late of the oldest open receivable.
pub(crate) fn oldest_days_late<'a>(
    receivables: impl IntoIterator<Item = &'a StoredReceivable>,
    today: CivilDate,
) -> u32 {
    let late = receivables
        .into_iter()
        .map(|stored| invoices::days_late(stored.receivable.due_on, stored.open, today));
    late.max().unwrap_or(0)
}

/// The step that is due, else the next one.
fn next(rungs: &[RungView]) -> Option<RungView> {
    let of_state = |state| rungs.iter().find(|rung| rung.state == state);
    of_state(RungState::Now)
        .or_else(|| of_state(RungState::Next))
        .cloned()
}

/// A receivable as a line of the account.
pub(crate) fn debt_line(stored: &StoredReceivable, today: CivilDate) -> DebtLine {
    let receivable = &stored.receivable;
    let (part, of) = invoices::part(&receivable.origin);
    DebtLine {
        receivable: receivable.id.0.clone(),
        invoice: invoices::invoice_of(&receivable.origin).0.clone(),
        number: receivable.number.clone(),
        recorded: matches!(
            receivable.origin,
            domain::receivable::Origin::Recorded { .. }
        ),
        part,
        of,
        issued_on: receivable.issued_on,
        due_on: receivable.due_on,
        amount: receivable.amount,
        paid: receivable.paid,
        open: stored.open,
        days_late: invoices::days_late(receivable.due_on, stored.open, today),
    }
}

pub(crate) async fn get(api: &Api, request: ById) -> Result<CaseView, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let case = store::case::get(&mut reader, &CaseId(request.id)).await?;
    let client = store::client::get(&mut reader, &case.client).await?.facts;
    let receivables = store::receivable::of_case(&mut reader, &case.id).await?;
    let ladders = Ladders::of_client(&mut reader, &case.client, today).await?;
    let is_closed = case.closed.is_some();
    let ladder = ladder::rungs(&mut reader, &ladders, &receivables, is_closed, today).await?;
    let sum =
        |of: fn(&StoredReceivable) -> Money| Money::sum(case.currency, receivables.iter().map(of));
    let open = sum(|stored| stored.open)?;
    let paid_into: Vec<&str> = receivables
        .iter()
        .map(|stored| stored.receivable.id.as_str())
        .collect();
    let payments = payments::of_client(&mut reader, &case.client).await?;
    let of_this = |payment: &PaymentRow| {
        payment
            .allocations
            .iter()
            .any(|part| paid_into.contains(&part.receivable.as_str()))
            || payment.reversed_on.is_some() && payment.amount.currency() == case.currency
    };
    Ok(CaseView {
        next: next(&ladder),
        ladder,
        client_kind: client.kind,
        do_not_contact: client.do_not_contact,
        people: people(&client),
        policy: policy(&mut reader, &ladders, &receivables).await?,
        holds: holds::of_case(&mut reader, &case.id, today).await?,
        unanswered_since: ladders.debtor(&case.client)?.unanswered_since(),
        days_late: oldest_days_late(&receivables, today),
        proposes_paid: case.closed.is_none() && open.is_zero() && !receivables.is_empty(),
        snoozed_until: snoozed_until(&mut reader, &case.id, today).await?,
        checked_on: checked_on(&mut reader, &case.client).await?,
        log: logbook::of_case(&mut reader, &case.id).await?,
        chain: chain(&mut reader, &case.id).await?,
        debts: receivables
            .iter()
            .map(|stored| debt_line(stored, today))
            .collect(),
        invoiced: sum(|stored| stored.receivable.amount)?,
        paid: sum(|stored| stored.receivable.paid)?,
        open,
        payments: payments.into_iter().filter(of_this).collect(),
        documents: documents::of_case(&mut reader, &case.id).await?,
        version: case.version,
        client_id: case.client.0,
        client_name: case.client_name,
        currency: case.currency,
        opened_on: case.opened_on,
        closed_on: case.closed.as_ref().map(|closed| closed.on),
        outcome: case.closed.as_ref().map(|closed| closed.outcome),
        close_reason: case.closed.map(|closed| closed.reason).unwrap_or_default(),
        id: case.id.0,
    })
}

/// The version that the case's leading debt follows.
async fn policy(
    conn: &mut Conn,
    ladders: &Ladders,
    receivables: &[StoredReceivable],
) -> Result<CasePolicy, ApiError> {
    let version = match ladder::leading(receivables).or(receivables.first()) {
        Some(stored) => {
            let pins = store::policy::pins_of(conn, [&stored.receivable.id]).await?;
            ladders.plans.of(&pins, stored)
        }
        None => ladders.plans.of_business(),
    };
    let policy = &version.policy;
    let newest = ladders.plans.newest(&policy.id);
    Ok(CasePolicy {
        id: policy.id.0.clone(),
        name: policy.name.clone(),
        version: policy.version,
        is_older: newest.is_some_and(|newest| newest.policy.version > policy.version),
    })
}

fn people(client: &ClientFacts) -> Vec<CasePerson> {
    let own = CasePerson {
        name: client.name.clone(),
        email: client.email.clone(),
        phone: client.phone.clone(),
        may_know_of_debt: true,
    };
    let others = client.people.iter().map(|person| CasePerson {
        name: person.name.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
        may_know_of_debt: person.role.may_know_of_debt(),
    });
    std::iter::once(own).chain(others).collect()
}

/// The case's own chain, verified now. The studio's whole chain is verified with each copy.
async fn chain(conn: &mut Conn, case: &CaseId) -> Result<ChainState, ApiError> {
    let mut entries =
        store::evidence::list(conn, store::evidence::About::Case(case), None, u32::MAX).await?;
    entries.sort_by_key(|entry| entry.row.seq);
    let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let verdict = domain::evidence::verify_case(entries.iter().map(|entry| &entry.row));
    Ok(ChainState {
        entries: count,
        broken_at: verdict.err().map(|broken| broken.seq),
    })
}

async fn snoozed_until(
    conn: &mut Conn,
    case: &CaseId,
    today: CivilDate,
) -> Result<Option<CivilDate>, ApiError> {
    let snoozes = store::snooze::active(conn, today).await?;
    let of_this = |snooze: &store::snooze::Snooze| {
        snooze.subject_kind == ladder::CASE && snooze.subject_id == case.0
    };
    Ok(snoozes
        .into_iter()
        .find(of_this)
        .map(|snooze| snooze.until_on))
}

pub(crate) fn checked_key(client: &ClientId) -> String {
    format!("checked/{client}")
}

/// The last day for which the owner said that this client had not paid and not replied.
pub(crate) async fn checked_on(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Option<CivilDate>, ApiError> {
    Ok(store::setting::get(conn, &checked_key(client)).await?)
}

pub(crate) fn about(case: &StoredCase) -> Subjects {
    Subjects {
        client: Some(case.client.0.clone()),
        case: Some(case.id.0.clone()),
        ..Subjects::default()
    }
}

/// The case, refused when it is closed.
pub(crate) async fn open_case(act: &mut Act<'_>, id: &str) -> Result<StoredCase, ApiError> {
    let case = store::case::get(&mut act.tx, &CaseId(id.to_owned())).await?;
    if case.closed.is_some() {
        return Err(ApiError::precondition(
            "the case is closed; reopen it first",
        ));
    }
    Ok(case)
}

/// Which open receivables of a case a step is for: those late today for which it is allowed.
pub(crate) async fn step_receivables(
    act: &mut Act<'_>,
    case: &StoredCase,
) -> Result<Vec<StoredReceivable>, ApiError> {
    let receivables = store::receivable::of_case(&mut act.tx, &case.id).await?;
    let today = act.today;
    let late = |stored: &StoredReceivable| {
        domain::receivable::is_overdue(stored.receivable.due_on, stored.open, today)
    };
    Ok(receivables.into_iter().filter(late).collect())
}

/// The wire word of a step or another closed set.
pub(crate) fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}
