//! Leases: one process at a time does a job, such as planning and sending.
//!
//! A lease ends by itself, so a process that died holds it no longer than until its end. Commit at once after taking
//! one: a lease is held only when its transaction is.

use domain::Instant;

use crate::value::at_text;
use crate::{Conn, StoreError, Tx};

/// The process that plans and sends.
pub const RUNNER: &str = "runner";

/// Takes or extends a lease until a moment; `false` while somebody else holds it.
pub async fn take(
    tx: &mut Tx,
    name: &str,
    holder: &str,
    now: Instant,
    until: Instant,
) -> Result<bool, StoreError> {
    let take = sqlx::query(sql!("lease/take"))
        .bind(name)
        .bind(holder)
        .bind(at_text(now))
        .bind(at_text(until));
    Ok(take.execute(&mut **tx).await?.rows_affected() == 1)
}

/// Extends a lease that is still held; `false` when it ran out or went to another, and then the work must stop.
pub async fn renew(
    tx: &mut Tx,
    name: &str,
    holder: &str,
    now: Instant,
    until: Instant,
) -> Result<bool, StoreError> {
    let renew = sqlx::query(sql!("lease/renew"))
        .bind(name)
        .bind(holder)
        .bind(at_text(until))
        .bind(at_text(now));
    Ok(renew.execute(&mut **tx).await?.rows_affected() == 1)
}

/// Gives a lease back; nothing happens when it is another's.
pub async fn release(tx: &mut Tx, name: &str, holder: &str) -> Result<(), StoreError> {
    sqlx::query(sql!("lease/release"))
        .bind(name)
        .bind(holder)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Who holds a lease now.
pub async fn holder(
    conn: &mut Conn,
    name: &str,
    now: Instant,
) -> Result<Option<String>, StoreError> {
    let query = sqlx::query_scalar(sql!("lease/holder"))
        .bind(name)
        .bind(at_text(now));
    Ok(query.fetch_optional(conn).await?)
}
