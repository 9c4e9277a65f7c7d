//! Clients, with what each owes beside it. Never deleted, put away instead: invoices name them for ever.
//!
//! Writing a client also writes its search entry, and those of its jobs when its name changed.

use domain::client::ClientFacts;
use domain::id::ClientId;
use domain::{CivilDate, Instant, Money};

use crate::fold::fold;
use crate::value::{Columns, Listed, Page, Stored, at_text, date_text, id_list, json_text};
use crate::{Conn, StoreError, Tx, document, job, search, store};

const KIND: &str = "client";

pub type StoredClient = Stored<ClientId, ClientFacts>;

/// What one client owes in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientSum {
    pub client: ClientId,
    pub open: Money,
    /// The part of `open` whose due date has passed.
    pub overdue: Money,
    pub oldest_due_on: CivilDate,
}

pub async fn insert(
    tx: &mut Tx,
    id: &ClientId,
    facts: &ClientFacts,
    now: Instant,
) -> Result<(), StoreError> {
    let insert = sqlx::query(sql!("client/insert"))
        .bind(id.as_str())
        .bind(json_text(facts)?);
    insert
        .bind(fold(&facts.name))
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    index(tx, id, facts).await
}

pub async fn get(conn: &mut Conn, id: &ClientId) -> Result<StoredClient, StoreError> {
    let row = sqlx::query(sql!("client/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    Columns(&row.ok_or_else(|| StoreError::not_found(KIND, id))?).stored(ClientId)
}

/// Replaces the facts. Returns the new version.
pub async fn update(
    tx: &mut Tx,
    id: &ClientId,
    expected: i64,
    facts: &ClientFacts,
    now: Instant,
) -> Result<i64, StoreError> {
    let before = get(tx, id).await?;
    let update = sqlx::query(sql!("client/update"))
        .bind(id.as_str())
        .bind(expected)
        .bind(json_text(facts)?);
    let changed = update
        .bind(fold(&facts.name))
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?
        .rows_affected();
    let version = store::next_version(
        tx,
        changed,
        sql!("client/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await?;
    index(tx, id, facts).await?;
    if before.facts.name != facts.name {
        for job in job::of_client(tx, id).await? {
            job::index(tx, &job.id, &job.facts, &facts.name).await?;
        }
        document::rename_client(tx, id, &facts.name).await?;
    }
    Ok(version)
}

/// Puts a client away, or takes it back into use. Returns the new version.
pub async fn archive(
    tx: &mut Tx,
    id: &ClientId,
    expected: i64,
    archived: bool,
    now: Instant,
) -> Result<i64, StoreError> {
    let update = sqlx::query(sql!("client/archive"))
        .bind(id.as_str())
        .bind(expected);
    let update = update
        .bind(archived.then(|| at_text(now)))
        .bind(at_text(now));
    let changed = update.execute(&mut **tx).await?.rows_affected();
    store::next_version(
        tx,
        changed,
        sql!("client/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await
}

/// A page of clients by name: those in use, or those put away.
pub async fn list(
    conn: &mut Conn,
    archived: bool,
    page: Page,
) -> Result<Listed<StoredClient>, StoreError> {
    let query = sqlx::query(sql!("client/list"))
        .bind(archived)
        .bind(page.limit)
        .bind(page.offset);
    let rows = query.fetch_all(&mut *conn).await?;
    let rows = rows
        .iter()
        .map(|row| Columns(row).stored(ClientId))
        .collect::<Result<_, _>>()?;
    Ok(Listed {
        rows,
        total: count(conn, archived).await?,
    })
}

/// A page of clients in use that fit what was typed, by name; nothing typed fits all.
pub async fn find(
    conn: &mut Conn,
    typed: &str,
    page: Page,
) -> Result<Listed<StoredClient>, StoreError> {
    let Some(expression) = search::expression(typed) else {
        return list(conn, false, page).await;
    };
    let query = sqlx::query(sql!("client/find"))
        .bind(&expression)
        .bind(page.limit)
        .bind(page.offset);
    let rows = query.fetch_all(&mut *conn).await?;
    let rows = rows
        .iter()
        .map(|row| Columns(row).stored(ClientId))
        .collect::<Result<_, _>>()?;
    let total = sqlx::query_scalar(sql!("client/find_count"))
        .bind(&expression)
        .fetch_one(conn)
        .await?;
    Ok(Listed { rows, total })
}

pub async fn count(conn: &mut Conn, archived: bool) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar(sql!("client/count"))
        .bind(archived)
        .fetch_one(conn)
        .await?)
}

/// Id and name of every client in use, by name.
pub async fn names(conn: &mut Conn) -> Result<Vec<(ClientId, String)>, StoreError> {
    let rows = sqlx::query(sql!("client/names")).fetch_all(conn).await?;
    rows.iter()
        .map(|row| Ok((Columns(row).id("id", ClientId)?, Columns(row).text("name")?)))
        .collect()
}

/// What is known of these clients.
pub async fn facts_of(
    conn: &mut Conn,
    clients: &[ClientId],
) -> Result<Vec<(ClientId, ClientFacts)>, StoreError> {
    let rows = sqlx::query(sql!("client/facts_of"))
        .bind(id_list(clients.iter().map(ClientId::as_str))?)
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                Columns(row).id("id", ClientId)?,
                Columns(row).json("facts")?,
            ))
        })
        .collect()
}

/// What these clients owe, one entry per client and currency; nothing for a client that owes nothing.
pub async fn sums(
    conn: &mut Conn,
    clients: &[ClientId],
    today: CivilDate,
) -> Result<Vec<ClientSum>, StoreError> {
    let ids = id_list(clients.iter().map(ClientId::as_str))?;
    let rows = sqlx::query(sql!("client/sums"))
        .bind(date_text(today))
        .bind(ids)
        .fetch_all(conn)
        .await?;
    let sum = |row| {
        let columns = Columns(row);
        Ok(ClientSum {
            client: columns.id("client_id", ClientId)?,
            open: columns.money("open_minor")?,
            overdue: columns.money("overdue_minor")?,
            oldest_due_on: columns.date("oldest_due_on")?,
        })
    };
    rows.iter().map(sum).collect()
}

async fn index(tx: &mut Tx, id: &ClientId, facts: &ClientFacts) -> Result<(), StoreError> {
    let mut body = vec![
        facts.email.as_str(),
        &facts.phone,
        &facts.reference,
        &facts.vat_id,
        &facts.note,
    ];
    body.extend(facts.address.lines.iter().map(String::as_str));
    body.extend([facts.address.postcode.as_str(), &facts.address.city]);
    for person in &facts.people {
        body.extend([person.name.as_str(), &person.email, &person.phone]);
    }
    search::put(tx, search::Kind::Client, id.as_str(), &facts.name, &body).await
}
