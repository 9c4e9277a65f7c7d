//! Settings of the program for this studio: one JSON value per key. What the keys mean is the caller's.

use domain::Instant;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::value::{Columns, at_text, json_text};
use crate::{Conn, StoreError, Tx};

pub async fn get<T: DeserializeOwned>(conn: &mut Conn, key: &str) -> Result<Option<T>, StoreError> {
    let row = sqlx::query(sql!("setting/get"))
        .bind(key)
        .fetch_optional(conn)
        .await?;
    row.map(|row| Columns(&row).json("value")).transpose()
}

pub async fn put(
    tx: &mut Tx,
    key: &str,
    value: &impl Serialize,
    now: Instant,
) -> Result<(), StoreError> {
    let put = sqlx::query(sql!("setting/put"))
        .bind(key)
        .bind(json_text(value)?)
        .bind(at_text(now));
    put.execute(&mut **tx).await?;
    Ok(())
}

/// The settings among these keys that there are.
pub async fn of_keys<T: DeserializeOwned>(
    conn: &mut Conn,
    keys: &[String],
) -> Result<Vec<(String, T)>, StoreError> {
    let rows = sqlx::query(sql!("setting/of_keys"))
        .bind(json_text(&keys)?)
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| Ok((Columns(row).text("key")?, Columns(row).json("value")?)))
        .collect()
}

/// Every setting, by key.
pub async fn all(conn: &mut Conn) -> Result<Vec<(String, serde_json::Value)>, StoreError> {
    let rows = sqlx::query(sql!("setting/all")).fetch_all(conn).await?;
    rows.iter()
        .map(|row| Ok((Columns(row).text("key")?, Columns(row).json("value")?)))
        .collect()
}
