//! Payments: recorded, spread over what is open, reversed by an entry of their own.

use domain::evidence::{EventKind, Subjects};
use domain::id::{ClientId, InvoiceId, PaymentId, ReceivableId};
use domain::payment::{OpenReceivable, check_allocations, propose_allocation};
use domain::{Money, receivable};
use store::payment::StoredPayment;
use store::receivable::StoredReceivable;
use store::{Conn, Page};

use crate::act::Act;
use crate::clients::MOST_ROWS;
use crate::error::{ApiError, within};
use crate::studio::Api;
use crate::wire::*;
use crate::{invoices, ladder};

pub(crate) async fn list(
    api: &Api,
    request: PaymentsListRequest,
) -> Result<PaymentsPage, ApiError> {
    let mut reader = api.store.read().await?;
    if let Some(client) = request.client {
        let rows = of_client(&mut reader, &ClientId(client)).await?;
        let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        return Ok(PaymentsPage { rows, total });
    }
    let page = Page {
        offset: request.offset,
        limit: request.limit.min(MOST_ROWS),
    };
    let listed = store::payment::list(&mut reader, page).await?;
    let rows = rows(&mut reader, listed.rows).await?;
    Ok(PaymentsPage {
        rows,
        total: u32::try_from(listed.total).unwrap_or(u32::MAX),
    })
}

pub(crate) async fn of_client(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<PaymentRow>, ApiError> {
    let payments = store::payment::of_client(conn, client).await?;
    rows(conn, payments).await
}

async fn rows(conn: &mut Conn, payments: Vec<StoredPayment>) -> Result<Vec<PaymentRow>, ApiError> {
    let mut rows = Vec::with_capacity(payments.len());
    for payment in payments {
        let currency = payment.facts.amount.currency();
        let mut allocations = Vec::new();
        for part in store::payment::allocations(conn, &payment.id).await? {
            allocations.push(AllocationView {
                receivable: part.receivable.0,
                invoice: part.invoice.0,
                number: part.number,
                amount: Money::new(part.amount_minor, currency)?,
            });
        }
        let spread = Money::sum(currency, allocations.iter().map(|part| part.amount))?;
        let unallocated = if payment.reversal.is_some() {
            Money::zero(currency)
        } else {
            payment.facts.amount.minus(spread)?
        };
        rows.push(PaymentRow {
            id: payment.id.0,
            client_id: payment.facts.client.0,
            client_name: payment.client_name,
            amount: payment.facts.amount,
            received_on: payment.facts.received_on,
            method: payment.facts.method,
            reference: payment.facts.reference,
            allocations,
            unallocated,
            reversed_on: payment
                .reversal
                .as_ref()
                .map(|reversal| reversal.reversed_on),
            reversal_reason: payment
                .reversal
                .map(|reversal| reversal.reason)
                .unwrap_or_default(),
        });
    }
    Ok(rows)
}

fn as_open(stored: &StoredReceivable) -> OpenReceivable {
    OpenReceivable {
        receivable: stored.receivable.id.clone(),
        due_on: stored.receivable.due_on,
        open: stored.open,
    }
}

pub(crate) async fn propose(
    api: &Api,
    request: PaymentProposalRequest,
) -> Result<PaymentProposal, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let stored = store::receivable::open_of_client(&mut reader, &ClientId(request.client)).await?;
    let stored: Vec<StoredReceivable> = stored
        .into_iter()
        .filter(|item| item.open.currency() == request.amount.currency())
        .collect();
    let wanted = request.invoice.map(InvoiceId);
    let of_wanted = |item: &&StoredReceivable| {
        Some(invoices::invoice_of(&item.receivable.origin)) == wanted.as_ref()
    };
    let first: Vec<OpenReceivable> = stored.iter().filter(of_wanted).map(as_open).collect();
    let mut allocations = propose_allocation(request.amount, &first);
    let spent = Money::sum(
        request.amount.currency(),
        allocations
            .iter()
            .map(|part| Money::new(part.amount_minor, request.amount.currency()))
            .collect::<Result<Vec<_>, _>>()?,
    )?;
    let rest: Vec<OpenReceivable> = stored
        .iter()
        .filter(|item| !of_wanted(item))
        .map(as_open)
        .collect();
    let left = request.amount.minus(spent)?;
    if left.is_positive() {
        allocations.extend(propose_allocation(left, &rest));
    }
    let open: Vec<OpenReceivable> = stored.iter().map(as_open).collect();
    let unallocated = if request.amount.is_positive() {
        check_allocations(request.amount, &allocations, &open)
            .map_err(|error| ApiError::internal(error.to_string()))?
    } else {
        request.amount
    };
    let open = stored.into_iter().map(|item| {
        let (part, of) = invoices::part(&item.receivable.origin);
        OpenDebt {
            part,
            of,
            days_late: invoices::days_late(item.receivable.due_on, item.open, today),
            invoice: invoices::invoice_of(&item.receivable.origin).0.clone(),
            receivable: item.receivable.id.0,
            number: item.receivable.number,
            due_on: item.receivable.due_on,
            open: item.open,
        }
    });
    Ok(PaymentProposal {
        open: open.collect(),
        allocations,
        unallocated,
    })
}

pub(crate) async fn record(
    act: &mut Act<'_>,
    request: PaymentRecord,
) -> Result<PaymentRecorded, ApiError> {
    let payment = request
        .payment
        .validated(act.today)
        .map_err(|problems| within("payment", problems))?;
    store::client::get(&mut act.tx, &payment.client).await?;
    let stored = store::receivable::open_of_client(&mut act.tx, &payment.client).await?;
    let open: Vec<OpenReceivable> = stored.iter().map(as_open).collect();
    check_allocations(payment.amount, &request.allocations, &open).map_err(|error| {
        let mut refused = ApiError::field("allocations", domain::Problem::DoesNotAddUp);
        refused.message = error.to_string();
        refused
    })?;
    let id = PaymentId(act.new_id()?);
    store::payment::insert(&mut act.tx, &id, &payment, act.now).await?;
    let method = serde_json::to_value(payment.method)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned));
    let method = method.unwrap_or_default();
    let amount = payment.amount.to_string();
    let on = payment.received_on.to_string();
    let told = |amount: String| {
        [
            ("amount", amount),
            ("method", method.clone()),
            ("reference", payment.reference.clone()),
            ("on", on.clone()),
        ]
    };
    for allocation in &request.allocations {
        store::payment::allocate(&mut act.tx, &id, allocation, act.now).await?;
        refresh(act, &allocation.receivable).await?;
        let receivable = store::receivable::get(&mut act.tx, &allocation.receivable)
            .await?
            .receivable;
        let part = Money::new(allocation.amount_minor, payment.amount.currency())?;
        let subjects = Subjects {
            client: Some(payment.client.0.clone()),
            invoice: Some(invoices::invoice_of(&receivable.origin).0.clone()),
            receivable: Some(receivable.id.0.clone()),
            case: receivable.case.map(|case| case.0),
            payment: Some(id.0.clone()),
            ..Subjects::default()
        };
        let words = told(part.to_string());
        act.log(EventKind::PaymentRecorded, subjects, &borrowed(&words))
            .await?;
    }
    if request.allocations.is_empty() {
        let subjects = Subjects {
            client: Some(payment.client.0.clone()),
            payment: Some(id.0.clone()),
            ..Subjects::default()
        };
        let words = told(amount);
        act.log(EventKind::PaymentRecorded, subjects, &borrowed(&words))
            .await?;
    }
    ladder::catch_up(act).await?;
    let cases_at_zero = ladder::cases_at_zero(&mut act.tx, &payment.client).await?;
    Ok(PaymentRecorded {
        id: id.0,
        cases_at_zero: cases_at_zero.into_iter().map(|case| case.0).collect(),
    })
}

/// Words as the log takes them.
pub(crate) fn borrowed<'a, const N: usize>(
    words: &'a [(&'a str, String); N],
) -> Vec<(&'a str, &'a str)> {
    words
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}

/// Works out anew what is paid and open of a receivable from its allocations.
async fn refresh(act: &mut Act<'_>, id: &ReceivableId) -> Result<(), ApiError> {
    let mut stored = store::receivable::get(&mut act.tx, id).await?.receivable;
    let paid = store::receivable::allocated_minor(&mut act.tx, id).await?;
    stored.paid = Money::new(paid, stored.amount.currency())?;
    let open = receivable::open(&stored)?;
    Ok(store::receivable::set_state(&mut act.tx, id, stored.paid, open).await?)
}

pub(crate) async fn reverse(
    act: &mut Act<'_>,
    request: PaymentReverse,
) -> Result<Nothing, ApiError> {
    let id = PaymentId(request.id);
    let payment = store::payment::get(&mut act.tx, &id).await?;
    if payment.reversal.is_some() {
        return Err(ApiError::precondition(
            "this payment was taken back already",
        ));
    }
    let mut problems = Vec::new();
    let reason = domain::field::required_line("reason", &request.reason, 200, &mut problems);
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    let parts = store::payment::allocations(&mut act.tx, &id).await?;
    store::payment::reverse(&mut act.tx, &id, act.today, &reason, act.now).await?;
    let currency = payment.facts.amount.currency();
    for part in &parts {
        refresh(act, &part.receivable).await?;
        let receivable = store::receivable::get(&mut act.tx, &part.receivable)
            .await?
            .receivable;
        let subjects = Subjects {
            client: Some(payment.facts.client.0.clone()),
            invoice: Some(part.invoice.0.clone()),
            receivable: Some(part.receivable.0.clone()),
            case: receivable.case.map(|case| case.0),
            payment: Some(id.0.clone()),
            ..Subjects::default()
        };
        let words = [
            (
                "amount",
                Money::new(part.amount_minor, currency)?.to_string(),
            ),
            ("reason", reason.clone()),
        ];
        act.log(EventKind::PaymentReversed, subjects, &borrowed(&words))
            .await?;
    }
    if parts.is_empty() {
        let subjects = Subjects {
            client: Some(payment.facts.client.0.clone()),
            payment: Some(id.0.clone()),
            ..Subjects::default()
        };
        let words = [
            ("amount", payment.facts.amount.to_string()),
            ("reason", reason),
        ];
        act.log(EventKind::PaymentReversed, subjects, &borrowed(&words))
            .await?;
    }
    ladder::catch_up(act).await?;
    Ok(Nothing {})
}
