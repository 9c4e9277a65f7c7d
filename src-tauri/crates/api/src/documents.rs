//! Papers that were made: lists, bytes, and the mail that goes with a letter.

use std::collections::BTreeMap;

use correspondence::Locale;
use delivery::mail;
use domain::evidence::EventKind;
use domain::id::{CaseId, ClientId, DocumentId, InvoiceId};
use store::document::{DocumentSort as StoredSort, StoredDocument, Wanted};
use store::evidence::About;
use store::{Conn, Page};

use crate::act::Act;
use crate::clients::MOST_ROWS;
use crate::clock::day_begins;
use crate::error::ApiError;
use crate::studio::Api;
use crate::wire::*;
use crate::{ids, invoices, letters, logbook, papers, settings};

/// How many papers from before are read at once: a fraction of a second.
const READ_AT_ONCE: u32 = 25;

pub(crate) async fn list(
    api: &Api,
    request: DocumentsListRequest,
) -> Result<DocumentsPage, ApiError> {
    let mut reader = api.store.read().await?;
    let zone = settings::zone(&mut reader).await?;
    let client = request.client.map(ClientId);
    let wanted = Wanted {
        words: &request.search,
        kind: request.kind.map(word_of),
        client: client.as_ref(),
        from: request.made_from.map(|on| day_begins(on, &zone)),
        before: request
            .made_until
            .map(|on| day_begins(domain::calendar::days_after(on, 1), &zone)),
    };
    let page = Page {
        offset: request.offset,
        limit: request.limit.min(MOST_ROWS),
    };
    let sort = stored_sort(request.sort);
    let listed = store::document::list(&mut reader, wanted, sort, request.descending, page).await?;
    let (documents, excerpts): (Vec<_>, Vec<_>) = listed
        .rows
        .into_iter()
        .map(|found| (found.document, found.excerpt))
        .unzip();
    let mut rows = rows(&mut reader, documents).await?;
    for (row, excerpt) in rows.iter_mut().zip(excerpts) {
        row.excerpt = excerpt.into_iter().map(excerpt_part).collect();
    }
    let unread = store::document::unread(&mut reader, u32::MAX).await?.len();
    Ok(DocumentsPage {
        rows,
        total: u32::try_from(listed.total).unwrap_or(u32::MAX),
        unread: u32::try_from(unread).unwrap_or(u32::MAX),
    })
}

fn stored_sort(sort: DocumentSort) -> StoredSort {
    match sort {
        DocumentSort::Best => StoredSort::Best,
        DocumentSort::Made => StoredSort::Made,
        DocumentSort::Title => StoredSort::Title,
        DocumentSort::Kind => StoredSort::Kind,
        DocumentSort::Client => StoredSort::Client,
        DocumentSort::Size => StoredSort::Size,
    }
}

fn excerpt_part(part: store::document::ExcerptPart) -> ExcerptPart {
    ExcerptPart {
        text: part.text,
        is_hit: part.is_hit,
    }
}

/// Reads the words of a few papers from before their words were kept, each once.
pub(crate) async fn read_older(act: &mut Act<'_>) -> Result<(), ApiError> {
    for id in store::document::unread(&mut act.tx, READ_AT_ONCE).await? {
        let bytes = store::document::bytes(&mut act.tx, &id).await?;
        let words = ::documents::words(&bytes).unwrap_or_default();
        store::document::keep_words(&mut act.tx, &id, &words).await?;
    }
    Ok(())
}

pub(crate) async fn of_invoice(
    conn: &mut Conn,
    id: &InvoiceId,
) -> Result<Vec<DocumentRow>, ApiError> {
    let found = store::document::of_invoice(conn, id).await?;
    rows(conn, found).await
}

pub(crate) async fn of_case(conn: &mut Conn, id: &CaseId) -> Result<Vec<DocumentRow>, ApiError> {
    let found = store::document::of_case(conn, id).await?;
    rows(conn, found).await
}

async fn rows(
    conn: &mut Conn,
    documents: Vec<StoredDocument>,
) -> Result<Vec<DocumentRow>, ApiError> {
    let zone = settings::zone(conn).await?;
    let mut rows = Vec::with_capacity(documents.len());
    for document in documents {
        let handed_over_on = match &document.case {
            Some(case) => handed_over_on(conn, case, &document.id).await?,
            None => None,
        };
        let Some(kind) = kind_of(&document.kind) else {
            continue;
        };
        rows.push(DocumentRow {
            kind,
            handed_over_on,
            id: document.id.0,
            title: document.title,
            client_id: document.client.map(|client| client.0).unwrap_or_default(),
            client_name: document.client_name.unwrap_or_default(),
            made_at: domain::calendar::instant_text(document.made_at),
            made_on: invoices::day_of(document.made_at, &zone),
            size: u64::try_from(document.size).unwrap_or(0),
            sha256: ids::hex(&document.sha256.0),
            case_id: document.case.map(|case| case.0),
            invoice_id: document.invoice.map(|invoice| invoice.0),
            excerpt: Vec::new(),
        });
    }
    Ok(rows)
}

async fn handed_over_on(
    conn: &mut Conn,
    case: &CaseId,
    document: &DocumentId,
) -> Result<Option<domain::CivilDate>, ApiError> {
    let records = store::dunning::records_of_case(conn, case).await?;
    Ok(records
        .into_iter()
        .find(|step| step.document.as_ref() == Some(document))
        .map(|step| step.record.on))
}

/// The kind behind a stored word.
pub(crate) fn kind_of(word: &str) -> Option<DocumentKind> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

/// The stored word of a kind.
pub(crate) fn word_of(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Invoice => "invoice",
        DocumentKind::FriendlyReminder => "friendly_reminder",
        DocumentKind::SecondNotice => "second_notice",
        DocumentKind::LastReminder => "last_reminder",
        DocumentKind::FormalDemand => "formal_demand",
        DocumentKind::FinalNotice => "final_notice",
        DocumentKind::Statement => "statement",
        DocumentKind::Receipt => "receipt",
        DocumentKind::Envelope => "envelope",
        DocumentKind::Labels => "labels",
        DocumentKind::PostingList => "posting_list",
        DocumentKind::Calibration => "calibration",
        DocumentKind::Scan => "scan",
    }
}

pub(crate) async fn get(api: &Api, request: ById) -> Result<DocumentView, ApiError> {
    let mut reader = api.store.read().await?;
    let id = DocumentId(request.id);
    let document = store::document::get(&mut reader, &id).await?;
    let row = rows(&mut reader, vec![document]).await?.pop();
    let document = row.ok_or_else(|| ApiError::not_found("the paper"))?;
    let text = match words_when_made(&mut reader, &id).await?.unwrap_or_default() {
        mut words if words.contains_key("text") => Some(DocumentText {
            subject: words.remove("subject").unwrap_or_default(),
            text: words.remove("text").unwrap_or_default(),
        }),
        _ => None,
    };
    Ok(DocumentView {
        document,
        text,
        log: logbook::of_document(&mut reader, &id).await?,
    })
}

pub(crate) async fn bytes(api: &Api, request: ById) -> Result<Vec<u8>, ApiError> {
    let mut reader = api.store.read().await?;
    Ok(store::document::bytes(&mut reader, &DocumentId(request.id)).await?)
}

pub(crate) async fn text(api: &Api, request: ById) -> Result<DocumentText, ApiError> {
    let mut reader = api.store.read().await?;
    let document = store::document::get(&mut reader, &DocumentId(request.id)).await?;
    letter_text(&mut reader, &document.id).await
}

/// What was logged when a paper was made; `None` when it was not made as a letter.
pub(crate) async fn words_when_made(
    conn: &mut Conn,
    id: &DocumentId,
) -> Result<Option<BTreeMap<String, String>>, ApiError> {
    // All entries: each time the paper is opened adds one after it.
    let entries = store::evidence::list(conn, About::Document(id), None, u32::MAX).await?;
    let made = entries
        .into_iter()
        .filter_map(|entry| entry.body)
        .find(|body| body.kind == EventKind::DocumentMade);
    Ok(made.map(|body| body.words))
}

/// The words that go with a letter.
async fn letter_text(conn: &mut Conn, id: &DocumentId) -> Result<DocumentText, ApiError> {
    let mut words = words_when_made(conn, id).await?.unwrap_or_default();
    match (words.remove("subject"), words.remove("text")) {
        (Some(subject), Some(text)) => Ok(DocumentText { subject, text }),
        _ => Err(ApiError::precondition("this paper goes without a text")),
    }
}

pub(crate) async fn eml(api: &Api, request: ById) -> Result<Vec<u8>, ApiError> {
    let mut reader = api.store.read().await?;
    let id = DocumentId(request.id);
    let document = store::document::get(&mut reader, &id).await?;
    let DocumentText { subject, mut text } = letter_text(&mut reader, &id).await?;
    let handed_over_on = match &document.case {
        Some(case) => handed_over_on(&mut reader, case, &id).await?,
        None => None,
    };
    if let Some(on) = handed_over_on {
        let locale = Locale::find(&document.language).unwrap_or_else(Locale::british);
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
        text.push_str(&correspondence::copy_note(locale, on)?);
    }
    let Some(client) = &document.client else {
        return Err(ApiError::precondition("this paper has no client"));
    };
    let client = store::client::get(&mut reader, client).await?.facts;
    let business = store::business::get(&mut reader).await?.facts;
    let to = papers::mail_recipients(&client);
    if to.is_empty() {
        return Err(ApiError::precondition("the client has no e-mail address"));
    }
    if business.email.is_empty() {
        return Err(ApiError::precondition(
            "your business has no e-mail address; add it in Settings",
        ));
    }
    let mut attachments = vec![attachment(&mut reader, &document).await?];
    // A letter of a case says that the invoices come along; a statement by itself does not.
    let is_letter = kind_of(&document.kind)
        .and_then(letters::step_of_paper)
        .is_some_and(|_| document.case.is_some());
    if is_letter {
        attachments.extend(invoice_papers(api, &mut reader, &id).await?);
    }
    let draft = mail::Draft {
        written_at: document.made_at,
        from_name: business.name,
        from: business.email,
        to,
        subject,
        text,
        attachments,
    };
    mail::eml(&draft).map_err(|error| ApiError::precondition(error.to_string()))
}

async fn attachment(
    conn: &mut Conn,
    document: &StoredDocument,
) -> Result<mail::AttachedFile, ApiError> {
    Ok(mail::AttachedFile {
        name: file_name(&document.title),
        media_type: document.media_type.clone(),
        bytes: store::document::bytes(conn, &document.id).await?,
    })
}

/// The name a paper has as a file.
pub(crate) fn file_name(title: &str) -> String {
    delivery::files::safe_name(&format!("{title}.pdf"))
}

/// The papers of the invoices that a letter is about, as they were issued or scanned.
async fn invoice_papers(
    api: &Api,
    conn: &mut Conn,
    letter: &DocumentId,
) -> Result<Vec<mail::AttachedFile>, ApiError> {
    let mut files = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for receivable in store::document::receivables(conn, letter).await? {
        let receivable = store::receivable::get(conn, &receivable).await?.receivable;
        let invoice = invoices::invoice_of(&receivable.origin).clone();
        if !seen.insert(invoice.clone()) {
            continue;
        }
        let invoice = store::invoice::get(conn, &invoice).await?;
        if let Some(document) = &invoice.document {
            let document = store::document::get(conn, document).await?;
            files.push(attachment(conn, &document).await?);
        } else if let Some(file) = &invoice.file {
            let stored = store::file::get(conn, file).await?;
            let bytes = store::file::bytes(&api.store, conn, file).await?;
            files.push(mail::AttachedFile {
                name: stored.name,
                media_type: stored.media_type,
                bytes,
            });
        }
    }
    Ok(files)
}
