//! Drafts: invoices being written. They have no number, and deleting one leaves nothing behind.

use domain::id::{ClientId, DraftId, JobId};
use domain::invoice::DraftInvoice;
use domain::{Currency, Instant};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, Listed, Page, Stored, at_text, json_text};
use crate::{Conn, StoreError, Tx, store};

const KIND: &str = "draft";

pub type StoredDraft = Stored<DraftId, DraftInvoice>;

/// What the list shows of a draft and the caller works out: it knows the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing<'a> {
    pub title: &'a str,
    /// In minor units of the draft's currency; `None` while the lines do not add up.
    pub total_minor: Option<i64>,
}

/// A draft in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    pub id: DraftId,
    pub version: i64,
    pub client: Option<ClientId>,
    pub client_name: Option<String>,
    pub job: Option<JobId>,
    pub title: String,
    pub currency: Currency,
    pub total_minor: Option<i64>,
    pub updated_at: Instant,
}

pub async fn insert(
    tx: &mut Tx,
    id: &DraftId,
    facts: &DraftInvoice,
    listing: Listing<'_>,
    now: Instant,
) -> Result<(), StoreError> {
    let insert = sqlx::query(sql!("draft/insert"))
        .bind(id.as_str())
        .bind(json_text(facts)?);
    insert
        .bind(listing.title)
        .bind(listing.total_minor)
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub async fn get(conn: &mut Conn, id: &DraftId) -> Result<StoredDraft, StoreError> {
    find(conn, id)
        .await?
        .ok_or_else(|| StoreError::not_found(KIND, id))
}

/// The draft, or `None` when it was issued or thrown away.
pub async fn find(conn: &mut Conn, id: &DraftId) -> Result<Option<StoredDraft>, StoreError> {
    let row = sqlx::query(sql!("draft/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    row.map(|row| Columns(&row).stored(DraftId)).transpose()
}

/// Replaces the facts. Returns the new version.
pub async fn update(
    tx: &mut Tx,
    id: &DraftId,
    expected: i64,
    facts: &DraftInvoice,
    listing: Listing<'_>,
    now: Instant,
) -> Result<i64, StoreError> {
    let update = sqlx::query(sql!("draft/update"))
        .bind(id.as_str())
        .bind(expected)
        .bind(json_text(facts)?);
    let update = update
        .bind(listing.title)
        .bind(listing.total_minor)
        .bind(at_text(now));
    let changed = update.execute(&mut **tx).await?.rows_affected();
    store::next_version(
        tx,
        changed,
        sql!("draft/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await
}

/// Deletes a draft: thrown away, or issued in the same transaction.
pub async fn delete(tx: &mut Tx, id: &DraftId, expected: i64) -> Result<(), StoreError> {
    let delete = sqlx::query(sql!("draft/delete"))
        .bind(id.as_str())
        .bind(expected);
    let changed = delete.execute(&mut **tx).await?.rows_affected();
    store::next_version(
        tx,
        changed,
        sql!("draft/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await?;
    Ok(())
}

/// A page of drafts, last changed first.
pub async fn list(conn: &mut Conn, page: Page) -> Result<Listed<DraftRow>, StoreError> {
    let rows = sqlx::query(sql!("draft/list"))
        .bind(page.limit)
        .bind(page.offset)
        .fetch_all(&mut *conn)
        .await?;
    let rows = rows.iter().map(read).collect::<Result<_, _>>()?;
    Ok(Listed {
        rows,
        total: sqlx::query_scalar(sql!("draft/count"))
            .fetch_one(conn)
            .await?,
    })
}

/// The drafts of a client, newest first.
pub async fn of_client(conn: &mut Conn, client: &ClientId) -> Result<Vec<DraftRow>, StoreError> {
    let rows = sqlx::query(sql!("draft/of_client"))
        .bind(client.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// The drafts of a job, newest first.
pub async fn of_job(conn: &mut Conn, job: &JobId) -> Result<Vec<DraftRow>, StoreError> {
    let rows = sqlx::query(sql!("draft/of_job"))
        .bind(job.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<DraftRow, StoreError> {
    let columns = Columns(row);
    Ok(DraftRow {
        id: columns.id("id", DraftId)?,
        version: columns.integer("version")?,
        client: columns.maybe_id("client_id", ClientId)?,
        client_name: columns.maybe_text("client_name")?,
        job: columns.maybe_id("job_id", JobId)?,
        title: columns.text("title")?,
        currency: columns.currency("currency")?,
        total_minor: columns.maybe_integer("total_minor")?,
        updated_at: columns.instant("updated_at")?,
    })
}
