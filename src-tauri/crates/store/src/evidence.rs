//! The evidence log's rows: what happens to an invoice, a case or a document, by the transaction that does it.
//!
//! The bytes of an entry are stored as they were hashed and never written again. The columns beside them are
//! projections for lists ([`projection_of`] says which), and a test rebuilds them. Erasing takes the content and
//! leaves a tombstone that verifies. The chains themselves are the domain's.

use domain::Instant;
use domain::evidence::{
    Broken, Content, Digest, EntryBody, EntryError, LogRow, Verified, Verifier,
};
use domain::id::{CaseId, ClientId, DocumentId, InvoiceId, PaymentId};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, at_text, word};
use crate::{Conn, StoreError, Tx};

/// An entry as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub row: LogRow,
    /// What the bytes say; `None` once erased, or when a newer program wrote them.
    pub body: Option<EntryBody>,
    pub erased_at: Option<Instant>,
}

/// Which entries a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About<'a> {
    Everything,
    Client(&'a ClientId),
    Invoice(&'a InvoiceId),
    Case(&'a CaseId),
    Document(&'a DocumentId),
    Payment(&'a PaymentId),
}

/// The newest links, to be kept outside the file: only they tell that the end of the log was cut off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heads {
    /// Entries in the log.
    pub entries: i64,
    pub studio: Option<Digest>,
    pub cases: Vec<(CaseId, Digest)>,
}

/// What verifying came to: the rows hold, or the first that does not.
pub type Verdict = Result<Verified, Broken>;

const BATCH: u32 = 500;

/// Appends an entry; in the transaction that did what it tells of. Returns the stored row.
pub async fn append(tx: &mut Tx, body: &EntryBody, salt: [u8; 32]) -> Result<LogRow, StoreError> {
    let head = sqlx::query(sql!("evidence/head"))
        .fetch_optional(&mut **tx)
        .await?;
    let (last, studio) = match &head {
        Some(row) => (
            Columns(row).integer("seq")?,
            Some(digest_of(row, "studio_chain")?),
        ),
        None => (0, None),
    };
    let case = match &body.subjects.case {
        Some(case) => {
            let row = sqlx::query(sql!("evidence/case_head"))
                .bind(case)
                .fetch_optional(&mut **tx)
                .await?;
            row.map(|row| digest_of(&row, "case_chain")).transpose()?
        }
        None => None,
    };
    let row =
        LogRow::append(last + 1, body, salt, studio, case).map_err(|error| unreadable(&error))?;
    let (salt, bytes) = match &row.content {
        Some(content) => (
            Some(content.salt.as_slice()),
            Some(content.bytes.as_slice()),
        ),
        None => (None, None),
    };
    let [
        kind,
        at,
        client,
        job,
        invoice,
        receivable,
        case,
        document,
        payment,
    ] = projection_of(body)?;
    sqlx::query(sql!("evidence/insert"))
        .bind(row.seq)
        .bind(at)
        .bind(kind)
        .bind(client)
        .bind(job)
        .bind(invoice)
        .bind(receivable)
        .bind(case)
        .bind(document)
        .bind(payment)
        .bind(salt)
        .bind(bytes)
        .bind(row.digest.0.as_slice())
        .bind(row.studio_link.0.as_slice())
        .bind(row.case.as_ref().map(|(_, link)| link.0.as_slice()))
        .execute(&mut **tx)
        .await?;
    Ok(row)
}

/// The columns that repeat what the bytes say: kind, at, and the subjects in the order of the table.
pub(crate) fn projection_of(body: &EntryBody) -> Result<[Option<String>; 9], StoreError> {
    let subjects = body.subjects.clone();
    Ok([
        Some(word(&body.kind)?),
        Some(body.at.clone()),
        subjects.client,
        subjects.job,
        subjects.invoice,
        subjects.receivable,
        subjects.case,
        subjects.document,
        subjects.payment,
    ])
}

/// Entries before a place in the log, newest first; `None` starts at the end.
pub async fn list(
    conn: &mut Conn,
    about: About<'_>,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<Entry>, StoreError> {
    let (query, id) = match about {
        About::Everything => (sql!("evidence/list"), None),
        About::Client(id) => (sql!("evidence/of_client"), Some(id.as_str())),
        About::Invoice(id) => (sql!("evidence/of_invoice"), Some(id.as_str())),
        About::Case(id) => (sql!("evidence/of_case"), Some(id.as_str())),
        About::Document(id) => (sql!("evidence/of_document"), Some(id.as_str())),
        About::Payment(id) => (sql!("evidence/of_payment"), Some(id.as_str())),
    };
    let query = sqlx::query(query)
        .bind(before.unwrap_or(i64::MAX))
        .bind(limit);
    let query = match id {
        Some(id) => query.bind(id),
        None => query,
    };
    let rows = query.fetch_all(conn).await?;
    rows.iter().map(read_entry).collect()
}

/// Verifies every entry from the first; the inner error names the first that does not hold.
pub async fn verify_all(conn: &mut Conn) -> Result<Verdict, StoreError> {
    let mut verifier = Verifier::default();
    let mut last = 0;
    loop {
        let rows = sqlx::query(sql!("evidence/after"))
            .bind(last)
            .bind(BATCH)
            .fetch_all(&mut *conn)
            .await?;
        if rows.is_empty() {
            return Ok(Ok(verifier.finish()));
        }
        for row in &rows {
            let row = read(row)?;
            if let Err(broken) = verifier.check(&row) {
                return Ok(Err(broken));
            }
            last = row.seq;
        }
    }
}

/// The newest links of the studio's chain and of each case's.
pub async fn heads(conn: &mut Conn) -> Result<Heads, StoreError> {
    let head = sqlx::query(sql!("evidence/head"))
        .fetch_optional(&mut *conn)
        .await?;
    let cases = sqlx::query(sql!("evidence/case_heads"))
        .fetch_all(conn)
        .await?;
    let case = |row| {
        Ok((
            Columns(row).id("case_id", CaseId)?,
            digest_of(row, "case_chain")?,
        ))
    };
    Ok(Heads {
        entries: head
            .as_ref()
            .map_or(Ok(0), |row| Columns(row).integer("seq"))?,
        studio: head
            .map(|row| digest_of(&row, "studio_chain"))
            .transpose()?,
        cases: cases.iter().map(case).collect::<Result<_, StoreError>>()?,
    })
}

/// Takes the content of an entry for ever and leaves its tombstone; [`StoreError::Frozen`] when that was done before.
pub async fn erase(tx: &mut Tx, seq: i64, now: Instant) -> Result<(), StoreError> {
    let erase = sqlx::query(sql!("evidence/erase"))
        .bind(seq)
        .bind(at_text(now));
    match erase.execute(&mut **tx).await?.rows_affected() {
        0 => Err(StoreError::not_found("evidence", seq)),
        _ => Ok(()),
    }
}

fn read_entry(row: &SqliteRow) -> Result<Entry, StoreError> {
    let erased_at = Columns(row).maybe_instant("erased_at")?;
    let row = read(row)?;
    let body = match row
        .content
        .as_ref()
        .map(|content| EntryBody::from_bytes(&content.bytes))
    {
        None | Some(Err(EntryError::Newer { .. })) => None,
        Some(Ok(body)) => Some(body),
        Some(Err(error)) => return Err(unreadable(&error)),
    };
    Ok(Entry {
        row,
        body,
        erased_at,
    })
}

fn read(row: &SqliteRow) -> Result<LogRow, StoreError> {
    let columns = Columns(row);
    let content = match (columns.maybe_hash("salt")?, columns.maybe_bytes("bytes")?) {
        (Some(salt), Some(bytes)) => Some(Content { salt, bytes }),
        _ => None,
    };
    let case = match columns.maybe_id("case_id", CaseId)? {
        Some(case) => Some((case, digest_of(row, "case_chain")?)),
        None => None,
    };
    Ok(LogRow {
        seq: columns.integer("seq")?,
        content,
        digest: digest_of(row, "digest")?,
        studio_link: digest_of(row, "studio_chain")?,
        case,
    })
}

fn digest_of(row: &SqliteRow, column: &str) -> Result<Digest, StoreError> {
    Columns(row).hash(column).map(Digest)
}

fn unreadable(error: &EntryError) -> StoreError {
    StoreError::corrupt(format!("evidence: {error}"))
}
