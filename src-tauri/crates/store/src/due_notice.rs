//! "Has it been paid?": which late receivables the owner was asked about, and the answer.
//!
//! Asked once per receivable, and again on a later day only when the answer was "later".

use domain::id::{ClientId, InvoiceId, ReceivableId};
use domain::{CivilDate, Instant, Money};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, at_text, date_text};
use crate::{Conn, StoreError, Tx};

/// A late receivable to ask about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub receivable: ReceivableId,
    pub invoice: InvoiceId,
    pub client: ClientId,
    pub client_name: String,
    pub number: String,
    pub due_on: CivilDate,
    pub open: Money,
}

/// What the owner said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It was paid: the payment is recorded beside this.
    Yes,
    /// It was not: the case goes on.
    No,
    /// Ask again on this day.
    Later(CivilDate),
}

/// A question that was put, and its answer if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub receivable: ReceivableId,
    pub noticed_on: CivilDate,
    pub asked_at: Instant,
    pub answer: Option<Answer>,
}

/// Late and open receivables to ask about today, the longest overdue first.
pub async fn waiting(conn: &mut Conn, today: CivilDate) -> Result<Vec<Waiting>, StoreError> {
    let rows = sqlx::query(sql!("due_notice/waiting"))
        .bind(date_text(today))
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(Waiting {
            receivable: columns.id("receivable_id", ReceivableId)?,
            invoice: columns.id("invoice_id", InvoiceId)?,
            client: columns.id("client_id", ClientId)?,
            client_name: columns.text("client_name")?,
            number: columns.text("number")?,
            due_on: columns.date("due_on")?,
            open: columns.money("open_minor")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Records that the question was put; commit before showing it, so that it is put at most once.
pub async fn asked(
    tx: &mut Tx,
    receivable: &ReceivableId,
    today: CivilDate,
    now: Instant,
) -> Result<(), StoreError> {
    let asked = sqlx::query(sql!("due_notice/asked"))
        .bind(receivable.as_str())
        .bind(date_text(today));
    asked.bind(at_text(now)).execute(&mut **tx).await?;
    Ok(())
}

/// Records the answer; [`StoreError::NotFound`] when the question was never put.
pub async fn answer(
    tx: &mut Tx,
    receivable: &ReceivableId,
    answer: Answer,
) -> Result<(), StoreError> {
    let (word, later) = match answer {
        Answer::Yes => ("yes", None),
        Answer::No => ("no", None),
        Answer::Later(day) => ("later", Some(date_text(day))),
    };
    let update = sqlx::query(sql!("due_notice/answer"))
        .bind(receivable.as_str())
        .bind(word)
        .bind(later);
    match update.execute(&mut **tx).await?.rows_affected() {
        0 => Err(StoreError::not_found("due_notice", receivable)),
        _ => Ok(()),
    }
}

pub async fn find(
    conn: &mut Conn,
    receivable: &ReceivableId,
) -> Result<Option<Notice>, StoreError> {
    let row = sqlx::query(sql!("due_notice/get"))
        .bind(receivable.as_str())
        .fetch_optional(conn)
        .await?;
    row.map(|row| read_notice(&row)).transpose()
}

/// Questions about receivables still open that have no answer yet.
pub async fn unanswered(conn: &mut Conn) -> Result<Vec<Notice>, StoreError> {
    let rows = sqlx::query(sql!("due_notice/unanswered"))
        .fetch_all(conn)
        .await?;
    rows.iter().map(read_notice).collect()
}

fn read_notice(row: &SqliteRow) -> Result<Notice, StoreError> {
    let columns = Columns(row);
    let answer = match columns.maybe_text("answer")?.as_deref() {
        None => None,
        Some("yes") => Some(Answer::Yes),
        Some("no") => Some(Answer::No),
        Some("later") => Some(Answer::Later(columns.date("later_until")?)),
        Some(_) => return Err(StoreError::corrupt("answer")),
    };
    Ok(Notice {
        receivable: columns.id("receivable_id", ReceivableId)?,
        noticed_on: columns.date("noticed_on")?,
        asked_at: columns.instant("asked_at")?,
        answer,
    })
}
