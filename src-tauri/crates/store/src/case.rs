//! Cases: one open at a time per client and currency, with the receivables each is about.

use domain::case::Outcome;
use domain::id::{CaseId, ClientId, ReceivableId};
use domain::{CivilDate, Currency, Instant, Money};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, Listed, Page, at_text, date_text, id_list, word};
use crate::{Conn, StoreError, Tx, store};

const KIND: &str = "case";

/// A case as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCase {
    pub id: CaseId,
    pub version: i64,
    pub client: ClientId,
    pub client_name: String,
    pub currency: Currency,
    pub opened_on: CivilDate,
    pub closed: Option<Closed>,
    pub created_at: Instant,
}

/// How and when a case was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    pub on: CivilDate,
    pub outcome: Outcome,
    pub reason: String,
}

/// A case in a list, with what is open on its receivables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    pub case: StoredCase,
    pub open: Money,
    pub overdue: Money,
    pub oldest_due_on: Option<CivilDate>,
    pub receivables: i64,
}

/// Opens a case; [`StoreError::Constraint`] while the client has one open in this currency.
pub async fn insert(
    tx: &mut Tx,
    id: &CaseId,
    client: &ClientId,
    currency: Currency,
    opened_on: CivilDate,
    now: Instant,
) -> Result<(), StoreError> {
    let insert = sqlx::query(sql!("case/insert"))
        .bind(id.as_str())
        .bind(client.as_str())
        .bind(currency.code());
    insert
        .bind(date_text(opened_on))
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Adds a receivable to a case; nothing happens when it is in it.
pub async fn add_receivable(
    tx: &mut Tx,
    case: &CaseId,
    receivable: &ReceivableId,
    added_on: CivilDate,
) -> Result<(), StoreError> {
    let add = sqlx::query(sql!("case/add_receivable"))
        .bind(case.as_str())
        .bind(receivable.as_str());
    add.bind(date_text(added_on)).execute(&mut **tx).await?;
    Ok(())
}

pub async fn get(conn: &mut Conn, id: &CaseId) -> Result<StoredCase, StoreError> {
    let row = sqlx::query(sql!("case/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    read(&row.ok_or_else(|| StoreError::not_found(KIND, id))?)
}

/// The open case of a client in a currency.
pub async fn open_of(
    conn: &mut Conn,
    client: &ClientId,
    currency: Currency,
) -> Result<Option<StoredCase>, StoreError> {
    let query = sqlx::query(sql!("case/open_of"))
        .bind(client.as_str())
        .bind(currency.code());
    query
        .fetch_optional(conn)
        .await?
        .map(|row| read(&row))
        .transpose()
}

/// The open cases of a client, one per currency.
pub async fn open_of_client(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<StoredCase>, StoreError> {
    let rows = sqlx::query(sql!("case/open_of_client"))
        .bind(client.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Every case of a client, newest first.
pub async fn of_client(conn: &mut Conn, client: &ClientId) -> Result<Vec<StoredCase>, StoreError> {
    let rows = sqlx::query(sql!("case/of_client"))
        .bind(client.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Every case of these clients, each client's newest first.
pub async fn of_clients(
    conn: &mut Conn,
    clients: &[ClientId],
) -> Result<Vec<StoredCase>, StoreError> {
    let rows = sqlx::query(sql!("case/of_clients"))
        .bind(id_list(clients.iter().map(ClientId::as_str))?)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// A page of open or closed cases, newest first.
pub async fn list(
    conn: &mut Conn,
    closed: bool,
    today: CivilDate,
    page: Page,
) -> Result<Listed<CaseRow>, StoreError> {
    let query = sqlx::query(sql!("case/list"))
        .bind(date_text(today))
        .bind(closed);
    let rows = query
        .bind(page.limit)
        .bind(page.offset)
        .fetch_all(&mut *conn)
        .await?;
    let read_row = |row| {
        let columns = Columns(row);
        Ok(CaseRow {
            case: read(row)?,
            open: columns.money("open_minor")?,
            overdue: columns.money("overdue_minor")?,
            oldest_due_on: columns.maybe_date("oldest_due_on")?,
            receivables: columns.integer("receivables")?,
        })
    };
    let rows = rows
        .iter()
        .map(read_row)
        .collect::<Result<_, StoreError>>()?;
    Ok(Listed {
        rows,
        total: count(conn, closed).await?,
    })
}

pub async fn count(conn: &mut Conn, closed: bool) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar(sql!("case/count"))
        .bind(closed)
        .fetch_one(conn)
        .await?)
}

/// Closes an open case. Returns the new version.
pub async fn close(
    tx: &mut Tx,
    id: &CaseId,
    expected: i64,
    closed: &Closed,
    now: Instant,
) -> Result<i64, StoreError> {
    let close = sqlx::query(sql!("case/close"))
        .bind(id.as_str())
        .bind(expected)
        .bind(date_text(closed.on));
    let close = close
        .bind(word(&closed.outcome)?)
        .bind(&closed.reason)
        .bind(at_text(now));
    let changed = close.execute(&mut **tx).await?.rows_affected();
    turned(tx, changed, id, expected, "the case is closed").await
}

/// Opens a closed case again. Returns the new version.
pub async fn reopen(
    tx: &mut Tx,
    id: &CaseId,
    expected: i64,
    reason: &str,
    now: Instant,
) -> Result<i64, StoreError> {
    let reopen = sqlx::query(sql!("case/reopen"))
        .bind(id.as_str())
        .bind(expected)
        .bind(reason)
        .bind(at_text(now));
    let changed = reopen.execute(&mut **tx).await?.rows_affected();
    turned(tx, changed, id, expected, "the case is open").await
}

/// Counts a change to what hangs on the case (a contact, a step), so that a review made before it is stale.
pub async fn touch(tx: &mut Tx, id: &CaseId, now: Instant) -> Result<(), StoreError> {
    let touch = sqlx::query(sql!("case/touch"))
        .bind(id.as_str())
        .bind(at_text(now));
    match touch.execute(&mut **tx).await?.rows_affected() {
        0 => Err(StoreError::not_found(KIND, id)),
        _ => Ok(()),
    }
}

async fn turned(
    tx: &mut Tx,
    changed: u64,
    id: &CaseId,
    expected: i64,
    already: &str,
) -> Result<i64, StoreError> {
    match store::next_version(
        tx,
        changed,
        sql!("case/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await
    {
        // The version was right, so it was the other condition of the update that did not hold.
        Err(StoreError::StaleVersion {
            expected, found, ..
        }) if expected == found => Err(StoreError::Constraint {
            what: already.to_owned(),
        }),
        other => other,
    }
}

fn read(row: &SqliteRow) -> Result<StoredCase, StoreError> {
    let columns = Columns(row);
    let closed = match columns.maybe_date("closed_on")? {
        Some(on) => Some(Closed {
            on,
            outcome: columns.word("outcome")?,
            reason: columns.text("reason")?,
        }),
        None => None,
    };
    Ok(StoredCase {
        id: columns.id("id", CaseId)?,
        version: columns.integer("version")?,
        client: columns.id("client_id", ClientId)?,
        client_name: columns.text("client_name")?,
        currency: columns.currency("currency")?,
        opened_on: columns.date("opened_on")?,
        closed,
        created_at: columns.instant("created_at")?,
    })
}
