//! Payments, how they are spread, and reversals. Nothing here is changed or deleted: a mistake gets an entry of its own.
//!
//! The schema refuses an allocation beyond the payment or the receivable, or in another currency, whoever asks.
//! After [`allocate`] or [`reverse`] the caller sets the states of the receivables concerned in the same transaction.

use domain::id::{ClientId, InvoiceId, PaymentId, ReceivableId};
use domain::payment::{Allocation, PaymentFacts};
use domain::{CivilDate, Instant, Money};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, Listed, Page, at_text, date_text, json_text};
use crate::{Conn, StoreError, Tx};

const KIND: &str = "payment";

/// A payment as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPayment {
    pub id: PaymentId,
    pub facts: PaymentFacts,
    pub client_name: String,
    pub recorded_at: Instant,
    pub reversal: Option<Reversal>,
}

/// Why a payment does not count any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reversal {
    pub reversed_on: CivilDate,
    pub reason: String,
    pub at: Instant,
}

/// What of a payment is set against a receivable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingAllocation {
    pub receivable: ReceivableId,
    pub invoice: InvoiceId,
    pub number: String,
    pub amount_minor: i64,
}

/// What of a receivable a payment covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub payment: PaymentId,
    pub received_on: CivilDate,
    pub amount: Money,
}

/// [`StoreError::Constraint`] when the client does not exist or nothing was paid.
pub async fn insert(
    tx: &mut Tx,
    id: &PaymentId,
    facts: &PaymentFacts,
    now: Instant,
) -> Result<(), StoreError> {
    let insert = sqlx::query(sql!("payment/insert"))
        .bind(id.as_str())
        .bind(json_text(facts)?)
        .bind(at_text(now));
    insert.execute(&mut **tx).await?;
    Ok(())
}

/// Sets part of a payment against a receivable; a negative amount takes that back.
pub async fn allocate(
    tx: &mut Tx,
    payment: &PaymentId,
    allocation: &Allocation,
    now: Instant,
) -> Result<(), StoreError> {
    let insert = sqlx::query(sql!("payment/allocate"))
        .bind(payment.as_str())
        .bind(allocation.receivable.as_str());
    insert
        .bind(allocation.amount_minor)
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The payment bounced or was a mistake: it and its allocations count no more. Once only, else
/// [`StoreError::Constraint`].
pub async fn reverse(
    tx: &mut Tx,
    payment: &PaymentId,
    reversed_on: CivilDate,
    reason: &str,
    now: Instant,
) -> Result<(), StoreError> {
    let insert = sqlx::query(sql!("payment/reverse"))
        .bind(payment.as_str())
        .bind(date_text(reversed_on));
    insert
        .bind(reason)
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub async fn get(conn: &mut Conn, id: &PaymentId) -> Result<StoredPayment, StoreError> {
    let row = sqlx::query(sql!("payment/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    read(&row.ok_or_else(|| StoreError::not_found(KIND, id))?)
}

/// A page of payments, latest first.
pub async fn list(conn: &mut Conn, page: Page) -> Result<Listed<StoredPayment>, StoreError> {
    let rows = sqlx::query(sql!("payment/list"))
        .bind(page.limit)
        .bind(page.offset)
        .fetch_all(&mut *conn)
        .await?;
    let total = sqlx::query_scalar(sql!("payment/count"))
        .fetch_one(conn)
        .await?;
    Ok(Listed {
        rows: rows.iter().map(read).collect::<Result<_, _>>()?,
        total,
    })
}

/// A client's payments, latest first.
pub async fn of_client(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<StoredPayment>, StoreError> {
    let rows = sqlx::query(sql!("payment/of_client"))
        .bind(client.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Payments of which something was ever set against an invoice, latest first.
pub async fn of_invoice(
    conn: &mut Conn,
    invoice: &InvoiceId,
) -> Result<Vec<StoredPayment>, StoreError> {
    let rows = sqlx::query(sql!("payment/of_invoice"))
        .bind(invoice.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// How a payment is spread; also of a reversed one, to say what it was for.
pub async fn allocations(
    conn: &mut Conn,
    payment: &PaymentId,
) -> Result<Vec<StandingAllocation>, StoreError> {
    let rows = sqlx::query(sql!("payment/allocations"))
        .bind(payment.as_str())
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(StandingAllocation {
            receivable: columns.id("receivable_id", ReceivableId)?,
            invoice: columns.id("invoice_id", InvoiceId)?,
            number: columns.text("number")?,
            amount_minor: columns.integer("amount_minor")?,
        })
    };
    rows.iter().map(read).collect()
}

/// The parts a receivable was paid in, by day.
pub async fn of_receivable(
    conn: &mut Conn,
    receivable: &ReceivableId,
) -> Result<Vec<Part>, StoreError> {
    let rows = sqlx::query(sql!("payment/of_receivable"))
        .bind(receivable.as_str())
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(Part {
            payment: columns.id("payment_id", PaymentId)?,
            received_on: columns.date("received_on")?,
            amount: columns.money("amount_minor")?,
        })
    };
    rows.iter().map(read).collect()
}

/// What a client paid and is not set against anything, one amount per currency paid in.
pub async fn credit(conn: &mut Conn, client: &ClientId) -> Result<Vec<Money>, StoreError> {
    let rows = sqlx::query(sql!("payment/credit"))
        .bind(client.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| Columns(row).money("credit_minor"))
        .collect()
}

fn read(row: &SqliteRow) -> Result<StoredPayment, StoreError> {
    let columns = Columns(row);
    let reversal = match columns.maybe_date("reversed_on")? {
        Some(reversed_on) => Some(Reversal {
            reversed_on,
            reason: columns.text("reason")?,
            at: columns.instant("reversed_at")?,
        }),
        None => None,
    };
    Ok(StoredPayment {
        id: columns.id("id", PaymentId)?,
        facts: columns.json("facts")?,
        client_name: columns.text("client_name")?,
        recorded_at: columns.instant("recorded_at")?,
        reversal,
    })
}
