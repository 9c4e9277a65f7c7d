//! The log as the window shows it.

use domain::id::{CaseId, DocumentId, InvoiceId};
use store::Conn;
use store::evidence::{About, Entry};

use crate::error::ApiError;
use crate::wire::LogEntry;

/// The most entries shown at once.
const MOST: u32 = 500;

pub(crate) async fn of_invoice(conn: &mut Conn, id: &InvoiceId) -> Result<Vec<LogEntry>, ApiError> {
    let entries = store::evidence::list(conn, About::Invoice(id), None, MOST).await?;
    Ok(entries.into_iter().filter_map(entry).collect())
}

pub(crate) async fn of_case(conn: &mut Conn, id: &CaseId) -> Result<Vec<LogEntry>, ApiError> {
    let entries = store::evidence::list(conn, About::Case(id), None, MOST).await?;
    Ok(entries.into_iter().filter_map(entry).collect())
}

pub(crate) async fn of_document(
    conn: &mut Conn,
    id: &DocumentId,
) -> Result<Vec<LogEntry>, ApiError> {
    let entries = store::evidence::list(conn, About::Document(id), None, MOST).await?;
    Ok(entries.into_iter().filter_map(entry).collect())
}

/// An entry with its words; an erased one keeps its place and says so.
pub(crate) fn entry(entry: Entry) -> Option<LogEntry> {
    let seq = entry.row.seq;
    let Some(body) = entry.body else {
        let at = entry
            .erased_at
            .map(domain::calendar::instant_text)
            .unwrap_or_default();
        return Some(LogEntry {
            seq,
            at,
            happened_on: None,
            kind: "content_erased".to_owned(),
            words: std::collections::BTreeMap::new(),
            document_id: None,
            invoice_id: None,
            payment_id: None,
            erased: true,
        });
    };
    let kind = serde_json::to_value(body.kind).ok()?.as_str()?.to_owned();
    let mut words = body.words;
    // The letter's text is for `document.text`; a list of what happened does not repeat it.
    words.remove("text");
    Some(LogEntry {
        seq,
        at: body.at,
        happened_on: words.get("on").and_then(|on| on.parse().ok()),
        kind,
        words,
        document_id: body.subjects.document,
        invoice_id: body.subjects.invoice,
        payment_id: body.subjects.payment,
        erased: false,
    })
}
