//! "Not now": a card of Today put off until a day. What can be put off, and its name, is the caller's.

use domain::{CivilDate, Instant};

use crate::value::{Columns, at_text, date_text};
use crate::{Conn, StoreError, Tx};

/// Something put off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snooze {
    pub subject_kind: String,
    pub subject_id: String,
    /// The day it comes back.
    pub until_on: CivilDate,
}

/// Puts something off; a second time moves the day.
pub async fn put(
    tx: &mut Tx,
    kind: &str,
    id: &str,
    until_on: CivilDate,
    now: Instant,
) -> Result<(), StoreError> {
    let put = sqlx::query(sql!("snooze/put"))
        .bind(kind)
        .bind(id)
        .bind(date_text(until_on))
        .bind(at_text(now));
    put.execute(&mut **tx).await?;
    Ok(())
}

/// Takes it back; `false` when it was not put off.
pub async fn remove(tx: &mut Tx, kind: &str, id: &str) -> Result<bool, StoreError> {
    let remove = sqlx::query(sql!("snooze/remove")).bind(kind).bind(id);
    Ok(remove.execute(&mut **tx).await?.rows_affected() == 1)
}

/// Everything that is put off beyond today.
pub async fn active(conn: &mut Conn, today: CivilDate) -> Result<Vec<Snooze>, StoreError> {
    let rows = sqlx::query(sql!("snooze/active"))
        .bind(date_text(today))
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(Snooze {
            subject_kind: columns.text("subject_kind")?,
            subject_id: columns.text("subject_id")?,
            until_on: columns.date("until_on")?,
        })
    };
    rows.iter().map(read).collect()
}
