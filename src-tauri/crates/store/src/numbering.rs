//! The series that invoice numbers are given from.
//!
//! Gapless because three things commit together or not at all: the series moved on, the invoice with its number,
//! and nothing else may write meanwhile (`BEGIN IMMEDIATE`). What number follows is the domain's to say.

use chrono::Datelike;
use domain::invoice::NumberSeries;
use domain::{CivilDate, Instant};

use crate::value::{Columns, at_text, json_text};
use crate::{Conn, StoreError, Tx};

/// The series; `None` until one was chosen.
pub async fn find(conn: &mut Conn) -> Result<Option<NumberSeries>, StoreError> {
    let row = sqlx::query(sql!("numbering/get"))
        .fetch_optional(conn)
        .await?;
    row.map(|row| Columns(&row).json("facts")).transpose()
}

/// Stores the series as it follows; in the transaction that stores the invoice.
pub async fn put(tx: &mut Tx, series: &NumberSeries, now: Instant) -> Result<(), StoreError> {
    sqlx::query(sql!("numbering/put"))
        .bind(json_text(series)?)
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The highest counter given so far: in the year of `today` when the series starts again each year, else ever.
pub async fn highest(
    conn: &mut Conn,
    series: &NumberSeries,
    today: CivilDate,
) -> Result<Option<u64>, StoreError> {
    let (from, to) = if series.yearly_reset {
        (
            format!("{:04}-01-01", today.year()),
            format!("{:04}-12-31", today.year()),
        )
    } else {
        (String::new(), "9999-12-31".to_owned())
    };
    let query = sqlx::query_scalar::<_, Option<i64>>(sql!("numbering/highest"));
    let highest = query.bind(from).bind(to).fetch_one(conn).await?;
    highest
        .map(|highest| u64::try_from(highest).map_err(|_| StoreError::corrupt("counter")))
        .transpose()
}

/// Whether one of our invoices has this number.
pub async fn is_taken(conn: &mut Conn, number: &str) -> Result<bool, StoreError> {
    Ok(sqlx::query_scalar(sql!("numbering/number_exists"))
        .bind(number)
        .fetch_one(conn)
        .await?)
}
