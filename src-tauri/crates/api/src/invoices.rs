//! Invoices as lists and pages show them: facts from the file, status from the rules.

use domain::id::{ClientId, InvoiceId, JobId};
use domain::invoice::Issued;
use domain::receivable::{self, Origin};
use domain::{CivilDate, Instant, Money};
use store::invoice::{InvoiceRow as StoredRow, InvoiceSort, InvoiceView as StoredView};
use store::receivable::StoredReceivable;
use store::{Conn, Page};

use crate::clients::MOST_ROWS;
use crate::error::ApiError;
use crate::studio::Api;
use crate::wire::*;
use crate::{documents as papers_made, logbook, payments};

/// Days that "due this week" looks ahead.
const WEEK: u32 = 7;

pub(crate) async fn list(
    api: &Api,
    request: InvoicesListRequest,
) -> Result<InvoicesPage, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let until = domain::calendar::days_after(today, WEEK);
    let page = Page {
        offset: request.offset,
        limit: request.limit.min(MOST_ROWS),
    };
    let counts = store::invoice::counts(&mut reader, today, until).await?;
    let wide = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let (rows, total) = if !request.search.trim().is_empty() || request.client.is_some() {
        searched(&mut reader, &request, today).await?
    } else if request.view == InvoicesView::Drafts {
        let listed = store::draft::list(&mut reader, page).await?;
        (
            listed
                .rows
                .into_iter()
                .map(draft_row)
                .collect::<Result<_, _>>()?,
            wide(listed.total),
        )
    } else {
        let view = stored_view(request.view, today, until);
        let listed = store::invoice::list(
            &mut reader,
            view,
            sort(request.sort),
            request.descending,
            page,
        )
        .await?;
        (
            listed
                .rows
                .into_iter()
                .map(|row| invoice_row(row, today))
                .collect(),
            wide(listed.total),
        )
    };
    let counts = InvoicesCounts {
        drafts: wide(counts.drafts),
        open: wide(counts.open),
        due_this_week: wide(counts.due_soon),
        overdue: wide(counts.overdue),
        paid: wide(counts.paid),
        all: wide(counts.all),
    };
    Ok(InvoicesPage {
        rows,
        total,
        counts,
    })
}

/// Rows that fit what was typed, of the wanted view, best first.
async fn searched(
    conn: &mut Conn,
    request: &InvoicesListRequest,
    today: CivilDate,
) -> Result<(Vec<InvoiceRow>, u32), ApiError> {
    let mut rows = Vec::new();
    if request.search.trim().is_empty() {
        if let Some(client) = &request.client {
            rows = of_client(conn, &ClientId(client.clone()), today).await?;
        }
    } else {
        for hit in store::search::find(conn, &request.search, MOST_ROWS).await? {
            match hit.kind {
                store::search::Kind::Invoice => {
                    rows.push(invoice_row(
                        store::invoice::row(conn, &InvoiceId(hit.id)).await?,
                        today,
                    ));
                }
                store::search::Kind::Client => {
                    rows.extend(of_client(conn, &ClientId(hit.id), today).await?);
                }
                store::search::Kind::Job => {}
            }
        }
        let mut seen = std::collections::HashSet::new();
        rows.retain(|row| seen.insert(row.id.clone()));
        rows.retain(|row| request.client.is_none() || row.client_id == request.client);
    }
    rows.retain(|row| in_view(row, request.view, today));
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let from = usize::try_from(request.offset)
        .unwrap_or(usize::MAX)
        .min(rows.len());
    let limit = usize::try_from(request.limit).unwrap_or(usize::MAX);
    Ok((rows.into_iter().skip(from).take(limit).collect(), total))
}

fn in_view(row: &InvoiceRow, view: InvoicesView, today: CivilDate) -> bool {
    let is_open = row.kind != InvoiceKind::Draft && row.open.is_some_and(Money::is_positive);
    let until = domain::calendar::days_after(today, WEEK);
    match view {
        InvoicesView::Drafts => row.kind == InvoiceKind::Draft,
        InvoicesView::Open => is_open,
        InvoicesView::DueThisWeek => {
            is_open && row.due_on.is_some_and(|due| today <= due && due < until)
        }
        InvoicesView::Overdue => row.status == InvoiceStatus::Overdue,
        InvoicesView::Paid => row.status == InvoiceStatus::Paid,
        InvoicesView::All => true,
    }
}

fn stored_view(view: InvoicesView, today: CivilDate, until: CivilDate) -> StoredView {
    match view {
        InvoicesView::Open => StoredView::Open,
        InvoicesView::DueThisWeek => StoredView::DueSoon { today, until },
        InvoicesView::Overdue => StoredView::Overdue { today },
        InvoicesView::Paid => StoredView::Paid,
        InvoicesView::All | InvoicesView::Drafts => StoredView::All,
    }
}

fn sort(sort: InvoicesSort) -> InvoiceSort {
    match sort {
        InvoicesSort::Number => InvoiceSort::Number,
        InvoicesSort::Client => InvoiceSort::Client,
        InvoicesSort::Issued => InvoiceSort::Issued,
        InvoicesSort::Due => InvoiceSort::Due,
        InvoicesSort::Total => InvoiceSort::Total,
        InvoicesSort::Open => InvoiceSort::Open,
    }
}

fn draft_row(draft: store::draft::DraftRow) -> Result<InvoiceRow, ApiError> {
    let total = draft
        .total_minor
        .map(|minor| Money::new(minor, draft.currency))
        .transpose()?;
    Ok(InvoiceRow {
        id: draft.id.0,
        kind: InvoiceKind::Draft,
        number: String::new(),
        client_id: draft.client.map(|client| client.0),
        client_name: draft.client_name.unwrap_or_default(),
        title: draft.title,
        issued_on: Some(draft.updated_at.date_naive()),
        due_on: None,
        total,
        open: None,
        status: InvoiceStatus::Draft,
        days_late: 0,
    })
}

pub(crate) fn days_late(due_on: CivilDate, open: Money, today: CivilDate) -> u32 {
    if receivable::is_overdue(due_on, open, today) {
        u32::try_from(receivable::days_late(due_on, today)).unwrap_or(0)
    } else {
        0
    }
}

fn status(total: Money, open: Money, due_on: CivilDate, today: CivilDate) -> InvoiceStatus {
    if !open.is_positive() {
        InvoiceStatus::Paid
    } else if receivable::is_overdue(due_on, open, today) {
        InvoiceStatus::Overdue
    } else if due_on == today {
        InvoiceStatus::DueToday
    } else if open != total {
        InvoiceStatus::PartPaid
    } else {
        InvoiceStatus::Open
    }
}

fn invoice_row(row: StoredRow, today: CivilDate) -> InvoiceRow {
    let due_on = row.open_due_on.unwrap_or(row.due_on);
    InvoiceRow {
        id: row.id.0,
        kind: if row.is_recorded {
            InvoiceKind::Recorded
        } else {
            InvoiceKind::Issued
        },
        number: row.number,
        client_id: Some(row.client.0),
        client_name: row.client_name,
        title: row.title,
        issued_on: Some(row.issued_on),
        due_on: Some(due_on),
        total: Some(row.total),
        open: Some(row.open),
        status: status(row.total, row.open, due_on, today),
        days_late: days_late(due_on, row.open, today),
    }
}

/// A client's invoices and drafts, newest first.
pub(crate) async fn of_client(
    conn: &mut Conn,
    client: &ClientId,
    today: CivilDate,
) -> Result<Vec<InvoiceRow>, ApiError> {
    let drafts = store::draft::of_client(conn, client).await?;
    let mut rows: Vec<InvoiceRow> = drafts
        .into_iter()
        .map(draft_row)
        .collect::<Result<_, _>>()?;
    let invoices = store::invoice::of_client(conn, client).await?;
    rows.extend(invoices.into_iter().map(|row| invoice_row(row, today)));
    Ok(rows)
}

/// A job's invoices and drafts.
pub(crate) async fn of_job(
    conn: &mut Conn,
    job: &JobId,
    today: CivilDate,
) -> Result<Vec<InvoiceRow>, ApiError> {
    let drafts = store::draft::of_job(conn, job).await?;
    let mut rows: Vec<InvoiceRow> = drafts
        .into_iter()
        .map(draft_row)
        .collect::<Result<_, _>>()?;
    for invoice in store::invoice::of_job(conn, job).await? {
        rows.push(invoice_row(
            store::invoice::row(conn, &invoice.id).await?,
            today,
        ));
    }
    Ok(rows)
}

pub(crate) async fn get(api: &Api, request: ById) -> Result<InvoiceView, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let id = InvoiceId(request.id);
    let stored = store::invoice::get(&mut reader, &id).await?;
    let row = store::invoice::row(&mut reader, &id).await?;
    let receivables = store::receivable::of_invoice(&mut reader, &id).await?;
    let issued = match stored.kind {
        store::invoice::InvoiceKind::Issued { .. } => Some(stored.facts.read::<Issued>()?),
        store::invoice::InvoiceKind::Recorded => None,
    };
    let job_title = match &stored.job {
        Some(job) => store::job::get(&mut reader, job).await?.facts.title,
        None => String::new(),
    };
    let due_on = row.open_due_on.unwrap_or(row.due_on);
    let of_this =
        |payment: &PaymentRow| payment.allocations.iter().any(|part| part.invoice == id.0);
    let payments = payments::of_client(&mut reader, &stored.client).await?;
    let case = receivables
        .iter()
        .find_map(|stored| stored.receivable.case.clone());
    Ok(InvoiceView {
        kind: if row.is_recorded {
            InvoiceKind::Recorded
        } else {
            InvoiceKind::Issued
        },
        client_id: stored.client.0.clone(),
        client_name: row.client_name,
        job_id: stored.job.map(|job| job.0),
        job_title,
        issued_on: stored.issued_on,
        service_on: issued.as_ref().and_then(|issued| issued.service_on),
        purchase_order: issued
            .as_ref()
            .map(|issued| issued.purchase_order.clone())
            .unwrap_or_default(),
        client_reference: issued
            .as_ref()
            .map(|issued| issued.client_reference.clone())
            .unwrap_or_default(),
        note: issued
            .as_ref()
            .map(|issued| issued.note.clone())
            .unwrap_or_default(),
        lines: issued.as_ref().map(lines).unwrap_or_default(),
        total: row.total,
        paid: paid(&receivables, row.total)?,
        open: row.open,
        status: status(row.total, row.open, due_on, today),
        receivables: receivables
            .iter()
            .map(|stored| receivable_view(stored, today))
            .collect(),
        payments: payments.into_iter().filter(of_this).collect(),
        documents: papers_made::of_invoice(&mut reader, &id).await?,
        log: logbook::of_invoice(&mut reader, &id).await?,
        document_id: stored.document.map(|document| document.0),
        case_id: case.map(|case| case.0),
        totals: issued.map(|issued| issued.totals),
        number: stored.number,
        id: id.0,
    })
}

fn paid(receivables: &[StoredReceivable], total: Money) -> Result<Money, ApiError> {
    Ok(Money::sum(
        total.currency(),
        receivables.iter().map(|stored| stored.receivable.paid),
    )?)
}

fn lines(issued: &Issued) -> Vec<InvoiceLineView> {
    let both = issued.lines.iter().zip(&issued.totals.lines);
    both.map(|(line, total)| InvoiceLineView {
        description: line.description.clone(),
        quantity: line.quantity.0,
        unit: line.unit.clone(),
        unit_price: line.unit_price.0,
        tax_rate: line.tax.rate.0,
        amount: total.amount,
    })
    .collect()
}

fn receivable_view(stored: &StoredReceivable, today: CivilDate) -> ReceivableView {
    let receivable = &stored.receivable;
    let (part, of) = part(&receivable.origin);
    ReceivableView {
        id: receivable.id.0.clone(),
        part,
        of,
        due_on: receivable.due_on,
        amount: receivable.amount,
        open: stored.open,
        status: status(receivable.amount, stored.open, receivable.due_on, today),
        days_late: days_late(receivable.due_on, stored.open, today),
    }
}

/// Which instalment of how many.
pub(crate) fn part(origin: &Origin) -> (u32, u32) {
    match origin {
        Origin::Invoice { part, of, .. } => (*part, *of),
        Origin::Recorded { .. } => (1, 1),
    }
}

/// The invoice a receivable belongs to.
pub(crate) fn invoice_of(origin: &Origin) -> &InvoiceId {
    match origin {
        Origin::Invoice { invoice, .. } | Origin::Recorded { invoice } => invoice,
    }
}

/// The civil date of an instant where the business is.
pub(crate) fn day_of(instant: Instant, zone: &str) -> CivilDate {
    crate::clock::day_in_zone(instant, zone)
}
