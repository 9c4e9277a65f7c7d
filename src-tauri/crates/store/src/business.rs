//! The owner's business: one row, its logo, and the time zones it was in.

use domain::Instant;
use domain::business::Business;
use domain::id::FileId;

use crate::value::{Columns, Stored, at_text, json_text};
use crate::{Conn, StoreError, Tx, store};

/// The business with its logo.
pub type StoredBusiness = Stored<String, Business>;

/// The business, or `None` before the first run is finished.
pub async fn find(conn: &mut Conn) -> Result<Option<StoredBusiness>, StoreError> {
    let row = sqlx::query(sql!("business/get"))
        .fetch_optional(conn)
        .await?;
    row.map(|row| Columns(&row).stored(std::convert::identity))
        .transpose()
}

/// The business; [`StoreError::NotFound`] before the first run is finished.
pub async fn get(conn: &mut Conn) -> Result<StoredBusiness, StoreError> {
    find(conn)
        .await?
        .ok_or_else(|| StoreError::not_found("business", "business"))
}

pub async fn insert(tx: &mut Tx, facts: &Business, now: Instant) -> Result<(), StoreError> {
    sqlx::query(sql!("business/insert"))
        .bind(json_text(facts)?)
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    add_zone(tx, &facts.time_zone, now).await
}

/// Replaces the facts; a changed zone joins the history. Returns the new version.
pub async fn update(
    tx: &mut Tx,
    expected: i64,
    facts: &Business,
    now: Instant,
) -> Result<i64, StoreError> {
    let update = sqlx::query(sql!("business/update"))
        .bind(expected)
        .bind(json_text(facts)?)
        .bind(at_text(now));
    let changed = update.execute(&mut **tx).await?.rows_affected();
    let version = store::next_version(
        tx,
        changed,
        sql!("business/version"),
        "business",
        "business",
        expected,
    )
    .await?;
    add_zone(tx, &facts.time_zone, now).await?;
    Ok(version)
}

/// The logo's file, or `None` to take it off. Returns the new version.
pub async fn set_logo(
    tx: &mut Tx,
    expected: i64,
    logo: Option<&FileId>,
    now: Instant,
) -> Result<i64, StoreError> {
    set_picture(tx, sql!("business/set_logo"), expected, logo, now).await
}

/// The signature's file, or `None` to take it off. Returns the new version.
pub async fn set_signature(
    tx: &mut Tx,
    expected: i64,
    signature: Option<&FileId>,
    now: Instant,
) -> Result<i64, StoreError> {
    set_picture(tx, sql!("business/set_signature"), expected, signature, now).await
}

async fn set_picture(
    tx: &mut Tx,
    query: &'static str,
    expected: i64,
    picture: Option<&FileId>,
    now: Instant,
) -> Result<i64, StoreError> {
    let update = sqlx::query(query)
        .bind(expected)
        .bind(picture.map(FileId::as_str));
    let changed = update
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?
        .rows_affected();
    store::next_version(
        tx,
        changed,
        sql!("business/version"),
        "business",
        "business",
        expected,
    )
    .await
}

pub async fn logo(conn: &mut Conn) -> Result<Option<FileId>, StoreError> {
    picture(conn, "logo_file_id").await
}

pub async fn signature(conn: &mut Conn) -> Result<Option<FileId>, StoreError> {
    picture(conn, "signature_file_id").await
}

async fn picture(conn: &mut Conn, column: &'static str) -> Result<Option<FileId>, StoreError> {
    let row = sqlx::query(sql!("business/get"))
        .fetch_optional(conn)
        .await?;
    row.map_or(Ok(None), |row| Columns(&row).maybe_id(column, FileId))
}

/// The zones the business was in, oldest first, each with the moment it began.
pub async fn zones(conn: &mut Conn) -> Result<Vec<(String, Instant)>, StoreError> {
    let rows = sqlx::query(sql!("business/zones")).fetch_all(conn).await?;
    rows.iter()
        .map(|row| {
            Ok((
                Columns(row).text("zone")?,
                Columns(row).instant("since_at")?,
            ))
        })
        .collect()
}

async fn add_zone(tx: &mut Tx, zone: &str, now: Instant) -> Result<(), StoreError> {
    sqlx::query(sql!("business/add_zone"))
        .bind(zone)
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
