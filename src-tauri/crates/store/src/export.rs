//! Everything an accountant asks for, row by row. Writing it as CSV is the caller's.

use domain::id::ClientId;
use domain::id::{InvoiceId, PaymentId};
use domain::payment::PaymentFacts;
use domain::{CivilDate, Money};

use crate::client::StoredClient;
use crate::value::{Columns, Json};
use crate::{Conn, StoreError};

/// An invoice with what was paid on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceLine {
    pub id: InvoiceId,
    pub is_recorded: bool,
    pub number: String,
    pub client_name: String,
    pub title: String,
    pub issued_on: CivilDate,
    pub due_on: CivilDate,
    pub total: Money,
    pub paid: Money,
    pub open: Money,
    /// What it froze: net and tax per rate are in it.
    pub facts: Json,
}

/// A payment, once per invoice it was set against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentLine {
    pub id: PaymentId,
    pub facts: PaymentFacts,
    pub client_name: String,
    /// Number of the invoice and what of the payment went to it; `None` when nothing did.
    pub set_against: Option<(String, i64)>,
    /// Day and reason, when the payment was reversed.
    pub reversed: Option<(CivilDate, String)>,
}

/// Every client in the order they were entered, those put away too.
pub async fn clients(conn: &mut Conn) -> Result<Vec<StoredClient>, StoreError> {
    let rows = sqlx::query(sql!("export/clients")).fetch_all(conn).await?;
    rows.iter()
        .map(|row| Columns(row).stored(ClientId))
        .collect()
}

/// Every invoice, by day of issue.
pub async fn invoices(conn: &mut Conn) -> Result<Vec<InvoiceLine>, StoreError> {
    let rows = sqlx::query(sql!("export/invoices")).fetch_all(conn).await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(InvoiceLine {
            id: columns.id("id", InvoiceId)?,
            is_recorded: columns.text("kind")? == "recorded",
            number: columns.text("number")?,
            client_name: columns.text("client_name")?,
            title: columns.text("title")?,
            issued_on: columns.date("issued_on")?,
            due_on: columns.date("due_on")?,
            total: columns.money("total_minor")?,
            paid: columns.money("paid_minor")?,
            open: columns.money("open_minor")?,
            facts: Json(columns.text("facts")?),
        })
    };
    rows.iter().map(read).collect()
}

/// Every payment, by day received.
pub async fn payments(conn: &mut Conn) -> Result<Vec<PaymentLine>, StoreError> {
    let rows = sqlx::query(sql!("export/payments")).fetch_all(conn).await?;
    let read = |row| {
        let columns = Columns(row);
        let set_against = match (
            columns.maybe_text("number")?,
            columns.maybe_integer("amount_minor")?,
        ) {
            (Some(number), Some(amount)) => Some((number, amount)),
            _ => None,
        };
        let reversed = match columns.maybe_date("reversed_on")? {
            Some(day) => Some((day, columns.text("reason")?)),
            None => None,
        };
        Ok(PaymentLine {
            id: columns.id("id", PaymentId)?,
            facts: columns.json("facts")?,
            client_name: columns.text("client_name")?,
            set_against,
            reversed,
        })
    };
    rows.iter().map(read).collect()
}
