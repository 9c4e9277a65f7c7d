//! Receivables, and the projection of what is open on each.
//!
//! The receivable is a frozen fact. `receivable_state` holds what the rules made of it and its allocations; whoever
//! changes allocations calls [`refresh`] for each receivable concerned in the same transaction, and [`mismatches`] finds where that was missed.

use domain::id::{CaseId, ClientId, InvoiceId, ReceivableId};
use domain::receivable::{DueDay, Origin, Receivable};
use domain::{CivilDate, Money};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, date_text};
use crate::{Conn, StoreError, Tx};

const KIND: &str = "receivable";

/// A receivable as lists and the planner need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredReceivable {
    /// With `paid` as the projection has it and `case` the latest case it is in.
    pub receivable: Receivable,
    pub open: Money,
    pub client_name: String,
}

/// Where the projection is not what the facts give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    pub receivable: ReceivableId,
    /// Paid and open as they should be.
    pub expected: (Money, Money),
    /// Paid and open as the projection has them; `None` when it has no row or its row repeats other facts.
    pub found: Option<(Money, Money)>,
}

/// Stores a receivable and its first state.
pub async fn insert(tx: &mut Tx, receivable: &Receivable, open: Money) -> Result<(), StoreError> {
    let (invoice, part, of) = match &receivable.origin {
        Origin::Invoice { invoice, part, of } => (invoice, *part, *of),
        Origin::Recorded { invoice } => (invoice, 1, 1),
    };
    sqlx::query(sql!("receivable/insert"))
        .bind(receivable.id.as_str())
        .bind(invoice.as_str())
        .bind(receivable.client.as_str())
        .bind(part)
        .bind(of)
        .bind(date_text(receivable.due_on))
        .bind(receivable.amount.minor())
        .bind(receivable.amount.currency().code())
        .execute(&mut **tx)
        .await?;
    set_state(tx, &receivable.id, receivable.paid, open).await
}

/// Stores what the rules say is paid and open now.
pub async fn set_state(
    tx: &mut Tx,
    id: &ReceivableId,
    paid: Money,
    open: Money,
) -> Result<(), StoreError> {
    let put = sqlx::query(sql!("receivable/put_state"))
        .bind(id.as_str())
        .bind(paid.minor())
        .bind(open.minor());
    match put.execute(&mut **tx).await?.rows_affected() {
        0 => Err(StoreError::not_found(KIND, id)),
        _ => Ok(()),
    }
}

pub async fn get(conn: &mut Conn, id: &ReceivableId) -> Result<StoredReceivable, StoreError> {
    let row = sqlx::query(sql!("receivable/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    read(&row.ok_or_else(|| StoreError::not_found(KIND, id))?)
}

/// The instalments of an invoice in order.
pub async fn of_invoice(
    conn: &mut Conn,
    invoice: &InvoiceId,
) -> Result<Vec<StoredReceivable>, StoreError> {
    read_all(
        &sqlx::query(sql!("receivable/of_invoice"))
            .bind(invoice.as_str())
            .fetch_all(conn)
            .await?,
    )
}

/// What a case is about, paid or not, in the order it was due.
pub async fn of_case(conn: &mut Conn, case: &CaseId) -> Result<Vec<StoredReceivable>, StoreError> {
    read_all(
        &sqlx::query(sql!("receivable/of_case"))
            .bind(case.as_str())
            .fetch_all(conn)
            .await?,
    )
}

/// Everything open, in the order it is due.
pub async fn open(conn: &mut Conn) -> Result<Vec<StoredReceivable>, StoreError> {
    read_all(&sqlx::query(sql!("receivable/open")).fetch_all(conn).await?)
}

/// What is open, added up by due day and currency.
pub async fn open_by_day(conn: &mut Conn) -> Result<Vec<DueDay>, StoreError> {
    let rows = sqlx::query(sql!("receivable/open_by_day"))
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(DueDay {
            due_on: columns.date("due_on")?,
            open: columns.money("open_minor")?,
            receivables: columns.small("receivables")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Everything open that was due before today, the longest overdue first.
pub async fn overdue(
    conn: &mut Conn,
    today: CivilDate,
) -> Result<Vec<StoredReceivable>, StoreError> {
    read_all(
        &sqlx::query(sql!("receivable/overdue"))
            .bind(date_text(today))
            .fetch_all(conn)
            .await?,
    )
}

/// What a client owes, in the order it is due.
pub async fn open_of_client(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<StoredReceivable>, StoreError> {
    read_all(
        &sqlx::query(sql!("receivable/open_of_client"))
            .bind(client.as_str())
            .fetch_all(conn)
            .await?,
    )
}

/// Every receivable of a client, paid or not, in the order it is due.
pub async fn of_client(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<StoredReceivable>, StoreError> {
    read_all(
        &sqlx::query(sql!("receivable/of_client"))
            .bind(client.as_str())
            .fetch_all(conn)
            .await?,
    )
}

/// The next due date of something open, today included.
pub async fn next_due_on(
    conn: &mut Conn,
    today: CivilDate,
) -> Result<Option<CivilDate>, StoreError> {
    let row = sqlx::query(sql!("receivable/next_due"))
        .bind(date_text(today))
        .fetch_one(conn)
        .await?;
    let columns = Columns(&row);
    columns.maybe_date("due_on")
}

/// What the allocations of payments that stand add up to: the fact behind `paid`, in minor units.
pub async fn allocated_minor(conn: &mut Conn, id: &ReceivableId) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar(sql!("receivable/allocated"))
        .bind(id.as_str())
        .fetch_one(conn)
        .await?)
}

/// Works out what is paid and open from the facts by the rules, and stores it.
pub async fn refresh(tx: &mut Tx, id: &ReceivableId) -> Result<StoredReceivable, StoreError> {
    let mut stored = get(tx, id).await?;
    let currency = stored.receivable.amount.currency();
    let paid = Money::new(allocated_minor(tx, id).await?, currency);
    stored.receivable.paid = paid.map_err(|_| StoreError::corrupt("allocation"))?;
    stored.open = open_by_rule(&stored.receivable)?;
    set_state(tx, id, stored.receivable.paid, stored.open).await?;
    Ok(stored)
}

/// Compares the projection with what the rules make of the facts.
pub async fn mismatches(conn: &mut Conn) -> Result<Vec<Mismatch>, StoreError> {
    let mut mismatches = Vec::new();
    for row in sqlx::query(sql!("receivable/rebuild"))
        .fetch_all(conn)
        .await?
    {
        let columns = Columns(&row);
        let receivable = read_facts(&row)?;
        let expected = (receivable.paid, open_by_rule(&receivable)?);
        let stored = (
            columns.maybe_money("stored_paid_minor")?,
            columns.maybe_money("stored_open_minor")?,
        );
        let found = match stored {
            (Some(paid), Some(open)) if columns.integer("same_facts")? == 1 => Some((paid, open)),
            _ => None,
        };
        if found != Some(expected) {
            mismatches.push(Mismatch {
                receivable: receivable.id,
                expected,
                found,
            });
        }
    }
    Ok(mismatches)
}

/// Writes the projection again from the facts.
pub async fn rebuild(tx: &mut Tx) -> Result<(), StoreError> {
    sqlx::query(sql!("receivable/clear_state"))
        .execute(&mut **tx)
        .await?;
    for mismatch in mismatches(tx).await? {
        let (paid, open) = mismatch.expected;
        set_state(tx, &mismatch.receivable, paid, open).await?;
    }
    Ok(())
}

fn open_by_rule(receivable: &Receivable) -> Result<Money, StoreError> {
    domain::receivable::open(receivable).map_err(|_| StoreError::corrupt("open_minor"))
}

fn read_all(rows: &[SqliteRow]) -> Result<Vec<StoredReceivable>, StoreError> {
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<StoredReceivable, StoreError> {
    let columns = Columns(row);
    Ok(StoredReceivable {
        receivable: read_facts(row)?,
        open: columns.money("open_minor")?,
        client_name: columns.text("client_name")?,
    })
}

fn read_facts(row: &SqliteRow) -> Result<Receivable, StoreError> {
    let columns = Columns(row);
    let invoice = columns.id("invoice_id", InvoiceId)?;
    let origin = if columns.text("kind")? == "recorded" {
        Origin::Recorded { invoice }
    } else {
        Origin::Invoice {
            invoice,
            part: columns.small("part")?,
            of: columns.small("of")?,
        }
    };
    Ok(Receivable {
        id: columns.id("id", ReceivableId)?,
        client: columns.id("client_id", ClientId)?,
        origin,
        number: columns.text("number")?,
        issued_on: columns.date("issued_on")?,
        due_on: columns.date("due_on")?,
        amount: columns.money("amount_minor")?,
        paid: columns.money("paid_minor")?,
        case: columns.maybe_id("case_id", CaseId)?,
    })
}
