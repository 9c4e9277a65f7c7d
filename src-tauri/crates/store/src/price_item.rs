//! The price list. An entry is put away, never deleted; invoices hold copies and do not name it.

use domain::Instant;
use domain::id::PriceItemId;
use domain::invoice::PriceItem;

use crate::fold::fold;
use crate::value::{Columns, Stored, at_text, json_text};
use crate::{Conn, StoreError, Tx, store};

const KIND: &str = "price_item";

pub type StoredPriceItem = Stored<PriceItemId, PriceItem>;

pub async fn insert(
    tx: &mut Tx,
    id: &PriceItemId,
    facts: &PriceItem,
    now: Instant,
) -> Result<(), StoreError> {
    let insert = sqlx::query(sql!("price_item/insert"))
        .bind(id.as_str())
        .bind(json_text(facts)?);
    insert
        .bind(fold(&facts.name))
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub async fn get(conn: &mut Conn, id: &PriceItemId) -> Result<StoredPriceItem, StoreError> {
    let row = sqlx::query(sql!("price_item/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    Columns(&row.ok_or_else(|| StoreError::not_found(KIND, id))?).stored(PriceItemId)
}

/// Replaces the facts. Returns the new version.
pub async fn update(
    tx: &mut Tx,
    id: &PriceItemId,
    expected: i64,
    facts: &PriceItem,
    now: Instant,
) -> Result<i64, StoreError> {
    let update = sqlx::query(sql!("price_item/update"))
        .bind(id.as_str())
        .bind(expected)
        .bind(json_text(facts)?);
    let changed = update
        .bind(fold(&facts.name))
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?
        .rows_affected();
    store::next_version(
        tx,
        changed,
        sql!("price_item/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await
}

/// Puts an entry away, or takes it back into use. Returns the new version.
pub async fn archive(
    tx: &mut Tx,
    id: &PriceItemId,
    expected: i64,
    archived: bool,
    now: Instant,
) -> Result<i64, StoreError> {
    let update = sqlx::query(sql!("price_item/archive"))
        .bind(id.as_str())
        .bind(expected);
    let update = update
        .bind(archived.then(|| at_text(now)))
        .bind(at_text(now));
    let changed = update.execute(&mut **tx).await?.rows_affected();
    store::next_version(
        tx,
        changed,
        sql!("price_item/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await
}

/// The list by name: entries in use, or those put away.
pub async fn list(conn: &mut Conn, archived: bool) -> Result<Vec<StoredPriceItem>, StoreError> {
    let rows = sqlx::query(sql!("price_item/list"))
        .bind(archived)
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| Columns(row).stored(PriceItemId))
        .collect()
}
