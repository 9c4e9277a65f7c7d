//! Requests already carried out: doing one twice is doing it once, and gives the same answer.

use domain::Instant;
use serde::Serialize;

use crate::value::{Columns, Json, at_text, json_text};
use crate::{Conn, StoreError, Tx};

/// A request and the answer it got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub command: String,
    pub response: Json,
    pub at: Instant,
}

/// The answer this request got before. Ask inside the write transaction that would carry it out.
pub async fn find(conn: &mut Conn, request_id: &str) -> Result<Option<Recorded>, StoreError> {
    let row = sqlx::query(sql!("request/find"))
        .bind(request_id)
        .fetch_optional(conn)
        .await?;
    let read = |row| {
        let columns = Columns(&row);
        let response = Json(columns.text("response")?);
        Ok(Recorded {
            command: columns.text("command")?,
            response,
            at: columns.instant("at")?,
        })
    };
    row.map(read).transpose()
}

/// Records the answer in the transaction that did the work; [`StoreError::Constraint`] when it is there already.
pub async fn record(
    tx: &mut Tx,
    request_id: &str,
    command: &str,
    response: &impl Serialize,
    now: Instant,
) -> Result<(), StoreError> {
    let record = sqlx::query(sql!("request/record"))
        .bind(request_id)
        .bind(command);
    record
        .bind(json_text(response)?)
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Forgets requests from before a moment; nobody repeats those. Returns how many.
pub async fn forget_before(tx: &mut Tx, before: Instant) -> Result<u64, StoreError> {
    let forget = sqlx::query(sql!("request/forget")).bind(at_text(before));
    Ok(forget.execute(&mut **tx).await?.rows_affected())
}
