//! What stands behind a letter: the invoices, the work and the agreement they are for, and what was asked before.
//!
//! Each is one question to the file, however many invoices a client has left open.

use documents::{AgreementCited, EarlierRequest, Medium};
use domain::dunning::{StepEnd, StepKind};
use domain::id::{CaseId, InvoiceId};
use store::Conn;
use store::invoice::InvoiceRow as Bill;
use store::receivable::StoredReceivable;

use crate::error::ApiError;
use crate::{invoices, jobs, papers};

/// The invoices behind receivables, in their order, each once.
pub(super) async fn bills(
    conn: &mut Conn,
    receivables: &[StoredReceivable],
) -> Result<Vec<Bill>, ApiError> {
    let mut ids: Vec<InvoiceId> = Vec::new();
    for stored in receivables {
        let id = invoices::invoice_of(&stored.receivable.origin);
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    Ok(store::invoice::rows(conn, &ids).await?)
}

/// The job's title and agreement behind the first invoice that has one.
pub(super) async fn work_and_agreement(
    conn: &mut Conn,
    bills: &[Bill],
) -> Result<(Option<AgreementCited>, Option<String>), ApiError> {
    let mut work = None;
    for invoice in bills {
        let Some(job) = &invoice.job else {
            work = work.or(Some(invoice.title.clone()).filter(|title| !title.is_empty()));
            continue;
        };
        let title = store::job::get(conn, job).await?.facts.title;
        let agreement = jobs::agreement_facts(conn, job).await?;
        let cited = agreement.map(|agreement| AgreementCited {
            title: agreement.title,
            made_on: agreement.signed_on,
            clauses: agreement
                .terms
                .iter()
                .filter(|term| !term.clause.is_empty())
                .map(papers::quote)
                .collect(),
        });
        return Ok((cited, Some(title)));
    }
    Ok((None, work))
}

/// What was asked before, from the steps that were really handed over.
pub(super) async fn earlier_requests(
    conn: &mut Conn,
    case: &CaseId,
) -> Result<Vec<EarlierRequest>, ApiError> {
    let mut requests = Vec::new();
    for step in store::dunning::records_of_case(conn, case).await? {
        // Only what asked the client for the money, not a note before the due date or a talk with an attorney.
        let asked = step.record.kind.is_written() || step.record.kind == StepKind::Call;
        if step.record.how != StepEnd::Done || !asked {
            continue;
        }
        let by = if step.record.kind == StepKind::Call {
            Medium::Phone
        } else {
            medium(&step.reason)
        };
        let request = EarlierRequest {
            on: step.record.on,
            by,
        };
        if !requests.contains(&request) {
            requests.push(request);
        }
    }
    requests.sort_by_key(|request| request.on);
    Ok(requests)
}

/// A done letter's record keeps the channel it went by.
fn medium(channel: &str) -> Medium {
    match channel {
        "letter" => Medium::Letter,
        "message" => Medium::Message,
        "in_person" | "visit" => Medium::InPerson,
        "call" => Medium::Phone,
        _ => Medium::Email,
    }
}

/// The numbers of those whose paper can go along.
pub(super) fn invoice_papers(bills: &[Bill]) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for invoice in bills {
        let has_paper = invoice.document.is_some() || invoice.file.is_some();
        if has_paper && !numbers.contains(&invoice.number) {
            numbers.push(invoice.number.clone());
        }
    }
    numbers
}
