//! Papers we made: frozen bytes with their hash, and what each is about.
//!
//! The bytes commit with the rows that name them and are checked against their hash whenever they are read.

use domain::Instant;
use domain::evidence::Digest;
use domain::id::{CaseId, ClientId, DocumentId, InvoiceId, ReceivableId};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, at_text};
use crate::{Conn, StoreError, Tx};

mod lists;

pub(crate) use lists::rename_client;
pub use lists::{DocumentSort, ExcerptPart, FoundDocument, Wanted, keep_words, list, unread};
#[cfg(test)]
pub(crate) use lists::{find_query, list_query};

const KIND: &str = "document";

/// A paper to store.
#[derive(Debug, Clone)]
pub struct NewDocument<'a> {
    pub id: &'a DocumentId,
    /// What sort of paper; the caller's word, such as `invoice`.
    pub kind: &'a str,
    pub title: &'a str,
    /// BCP 47.
    pub language: &'a str,
    pub media_type: &'a str,
    pub template_version: &'a str,
    pub bytes: &'a [u8],
    /// What stands on it, for search.
    pub words: &'a str,
    /// Hash of the facts it was made from.
    pub facts: Digest,
    pub client: Option<&'a ClientId>,
    /// May be stored later in the same transaction.
    pub invoice: Option<&'a InvoiceId>,
    pub case: Option<&'a CaseId>,
    /// What a letter is about.
    pub receivables: &'a [ReceivableId],
}

/// A paper without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDocument {
    pub id: DocumentId,
    pub kind: String,
    pub title: String,
    pub language: String,
    pub media_type: String,
    pub template_version: String,
    pub sha256: Digest,
    pub size: i64,
    pub facts: Digest,
    pub client: Option<ClientId>,
    pub client_name: Option<String>,
    pub invoice: Option<InvoiceId>,
    pub case: Option<CaseId>,
    pub made_at: Instant,
}

/// Stores a paper. Returns the hash of its bytes.
pub async fn insert(
    tx: &mut Tx,
    document: &NewDocument<'_>,
    now: Instant,
) -> Result<Digest, StoreError> {
    let sha256 = Digest::of(document.bytes);
    let size = i64::try_from(document.bytes.len()).map_err(|_| StoreError::corrupt("size"))?;
    sqlx::query(sql!("document/insert"))
        .bind(document.id.as_str())
        .bind(document.kind)
        .bind(document.title)
        .bind(document.language)
        .bind(document.media_type)
        .bind(document.template_version)
        .bind(sha256.0.as_slice())
        .bind(size)
        .bind(document.facts.0.as_slice())
        .bind(document.client.map(ClientId::as_str))
        .bind(document.invoice.map(InvoiceId::as_str))
        .bind(document.case.map(CaseId::as_str))
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    let bytes = sqlx::query(sql!("document/insert_bytes"))
        .bind(document.id.as_str())
        .bind(document.bytes);
    bytes.execute(&mut **tx).await?;
    let words = sqlx::query(sql!("document/insert_words"))
        .bind(document.id.as_str())
        .bind(document.words);
    words.execute(&mut **tx).await?;
    for receivable in document.receivables {
        let about = sqlx::query(sql!("document/insert_receivable")).bind(document.id.as_str());
        about.bind(receivable.as_str()).execute(&mut **tx).await?;
    }
    Ok(sha256)
}

pub async fn get(conn: &mut Conn, id: &DocumentId) -> Result<StoredDocument, StoreError> {
    let row = sqlx::query(sql!("document/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    read(&row.ok_or_else(|| StoreError::not_found(KIND, id))?)
}

/// The frozen bytes; [`StoreError::Corrupt`] when they are not those that were stored.
pub async fn bytes(conn: &mut Conn, id: &DocumentId) -> Result<Vec<u8>, StoreError> {
    let row = sqlx::query(sql!("document/bytes"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    let row = row.ok_or_else(|| StoreError::not_found(KIND, id))?;
    let bytes = Columns(&row).bytes("bytes")?;
    if Digest::of(&bytes).0 == Columns(&row).hash("sha256")? {
        Ok(bytes)
    } else {
        Err(StoreError::corrupt(format!("document {id}")))
    }
}

/// The papers of an invoice, newest first.
pub async fn of_invoice(
    conn: &mut Conn,
    invoice: &InvoiceId,
) -> Result<Vec<StoredDocument>, StoreError> {
    read_all(
        &sqlx::query(sql!("document/of_invoice"))
            .bind(invoice.as_str())
            .fetch_all(conn)
            .await?,
    )
}

/// The papers of a case, newest first.
pub async fn of_case(conn: &mut Conn, case: &CaseId) -> Result<Vec<StoredDocument>, StoreError> {
    read_all(
        &sqlx::query(sql!("document/of_case"))
            .bind(case.as_str())
            .fetch_all(conn)
            .await?,
    )
}

/// The letters of open cases that nobody has said to have handed over, newest first.
pub async fn not_handed_over(conn: &mut Conn) -> Result<Vec<StoredDocument>, StoreError> {
    read_all(
        &sqlx::query(sql!("document/not_handed_over"))
            .fetch_all(conn)
            .await?,
    )
}

/// The letters about a receivable, newest first.
pub async fn of_receivable(
    conn: &mut Conn,
    receivable: &ReceivableId,
) -> Result<Vec<StoredDocument>, StoreError> {
    read_all(
        &sqlx::query(sql!("document/of_receivable"))
            .bind(receivable.as_str())
            .fetch_all(conn)
            .await?,
    )
}

/// What a letter is about.
pub async fn receivables(
    conn: &mut Conn,
    document: &DocumentId,
) -> Result<Vec<ReceivableId>, StoreError> {
    let rows = sqlx::query(sql!("document/receivables"))
        .bind(document.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| Columns(row).id("receivable_id", ReceivableId))
        .collect()
}

/// The latest paper of a kind in a case that was made from exactly these facts: it need not be made again.
pub async fn made_from(
    conn: &mut Conn,
    case: &CaseId,
    kind: &str,
    facts: Digest,
) -> Result<Option<StoredDocument>, StoreError> {
    let query = sqlx::query(sql!("document/made_from"))
        .bind(case.as_str())
        .bind(kind)
        .bind(facts.0.to_vec());
    query
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The latest paper of a kind for a client that was made from exactly these facts.
pub async fn made_for(
    conn: &mut Conn,
    client: &ClientId,
    kind: &str,
    facts: Digest,
) -> Result<Option<StoredDocument>, StoreError> {
    let query = sqlx::query(sql!("document/made_for"))
        .bind(client.as_str())
        .bind(kind)
        .bind(facts.0.to_vec());
    query
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

fn read_all(rows: &[SqliteRow]) -> Result<Vec<StoredDocument>, StoreError> {
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<StoredDocument, StoreError> {
    let columns = Columns(row);
    Ok(StoredDocument {
        id: columns.id("id", DocumentId)?,
        kind: columns.text("kind")?,
        title: columns.text("title")?,
        language: columns.text("language")?,
        media_type: columns.text("media_type")?,
        template_version: columns.text("template_version")?,
        sha256: Digest(columns.hash("sha256")?),
        size: columns.integer("size")?,
        facts: Digest(columns.hash("facts_sha256")?),
        client: columns.maybe_id("client_id", ClientId)?,
        client_name: columns.maybe_text("client_name")?,
        invoice: columns.maybe_id("invoice_id", InvoiceId)?,
        case: columns.maybe_id("case_id", CaseId)?,
        made_at: columns.instant("made_at")?,
    })
}
