//! Jobs, each with its client's name in lists. Never deleted, put away instead.

use domain::id::{ClientId, JobId};
use domain::job::JobFacts;
use domain::{CivilDate, Instant};
use sqlx::sqlite::SqliteRow;

use crate::fold::fold;
use crate::value::{Columns, Listed, Page, Stored, at_text, date_text, json_text, ordered};
use crate::{Conn, StoreError, Tx, client, search, store};

const KIND: &str = "job";

pub type StoredJob = Stored<JobId, JobFacts>;

/// A job in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobRow {
    pub job: StoredJob,
    pub client_name: String,
}

/// What a list of jobs is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobSort {
    /// The day of the event; jobs without one are the last in descending order.
    Event,
    Title,
    Client,
}

impl JobSort {
    #[cfg(test)]
    pub(crate) const EVERY: [Self; 3] = [Self::Event, Self::Title, Self::Client];

    fn order(self, descending: bool) -> &'static str {
        match (self, descending) {
            (Self::Event, true) => ORDER,
            (Self::Event, false) => "j.event_on, j.seq",
            (Self::Title, true) => "j.title_key DESC, j.seq DESC",
            (Self::Title, false) => "j.title_key, j.seq",
            (Self::Client, true) => "c.name_key DESC, j.seq DESC",
            (Self::Client, false) => "c.name_key, j.seq",
        }
    }
}

const ORDER: &str = "j.event_on DESC, j.seq DESC";

pub(crate) fn list_query(sort: JobSort, descending: bool) -> String {
    ordered(sql!("job/list"), ORDER, sort.order(descending))
}

/// [`StoreError::Constraint`] when the client does not exist.
pub async fn insert(
    tx: &mut Tx,
    id: &JobId,
    facts: &JobFacts,
    now: Instant,
) -> Result<(), StoreError> {
    let insert = sqlx::query(sql!("job/insert"))
        .bind(id.as_str())
        .bind(json_text(facts)?);
    insert
        .bind(fold(&facts.title))
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    index_with_client(tx, id, facts).await
}

pub async fn get(conn: &mut Conn, id: &JobId) -> Result<StoredJob, StoreError> {
    let row = sqlx::query(sql!("job/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    Columns(&row.ok_or_else(|| StoreError::not_found(KIND, id))?).stored(JobId)
}

/// Replaces the facts. Returns the new version.
pub async fn update(
    tx: &mut Tx,
    id: &JobId,
    expected: i64,
    facts: &JobFacts,
    now: Instant,
) -> Result<i64, StoreError> {
    let update = sqlx::query(sql!("job/update"))
        .bind(id.as_str())
        .bind(expected)
        .bind(json_text(facts)?);
    let changed = update
        .bind(fold(&facts.title))
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?
        .rows_affected();
    let version = store::next_version(
        tx,
        changed,
        sql!("job/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await?;
    index_with_client(tx, id, facts).await?;
    Ok(version)
}

/// Puts a job away, or takes it back into use. Returns the new version.
pub async fn archive(
    tx: &mut Tx,
    id: &JobId,
    expected: i64,
    archived: bool,
    now: Instant,
) -> Result<i64, StoreError> {
    let update = sqlx::query(sql!("job/archive"))
        .bind(id.as_str())
        .bind(expected);
    let update = update
        .bind(archived.then(|| at_text(now)))
        .bind(at_text(now));
    let changed = update.execute(&mut **tx).await?.rows_affected();
    store::next_version(
        tx,
        changed,
        sql!("job/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await
}

/// A page of jobs: those in use, or those put away.
pub async fn list(
    conn: &mut Conn,
    archived: bool,
    sort: JobSort,
    descending: bool,
    page: Page,
) -> Result<Listed<JobRow>, StoreError> {
    let query = sqlx::query(sqlx::AssertSqlSafe(list_query(sort, descending)));
    let rows = query
        .bind(archived)
        .bind(page.limit)
        .bind(page.offset)
        .fetch_all(&mut *conn)
        .await?;
    let rows = rows
        .iter()
        .map(read_row)
        .collect::<Result<_, StoreError>>()?;
    Ok(Listed {
        rows,
        total: count(conn, archived).await?,
    })
}

/// A page of jobs in use that fit what was typed, of one client or all, the latest event first; nothing typed fits all.
pub async fn find(
    conn: &mut Conn,
    typed: &str,
    client: Option<&ClientId>,
    page: Page,
) -> Result<Listed<JobRow>, StoreError> {
    let (expression, client) = (search::expression(typed), client.map(ClientId::as_str));
    let query = sqlx::query(sql!("job/find"))
        .bind(expression.clone())
        .bind(client);
    let rows = query
        .bind(page.limit)
        .bind(page.offset)
        .fetch_all(&mut *conn)
        .await?;
    let rows = rows
        .iter()
        .map(read_row)
        .collect::<Result<_, StoreError>>()?;
    let count = sqlx::query_scalar(sql!("job/find_count"))
        .bind(expression)
        .bind(client);
    Ok(Listed {
        rows,
        total: count.fetch_one(conn).await?,
    })
}

pub async fn count(conn: &mut Conn, archived: bool) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar(sql!("job/count"))
        .bind(archived)
        .fetch_one(conn)
        .await?)
}

/// Every job of a client, newest first.
pub async fn of_client(conn: &mut Conn, client: &ClientId) -> Result<Vec<StoredJob>, StoreError> {
    let rows = sqlx::query(sql!("job/of_client"))
        .bind(client.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| Columns(row).stored(JobId)).collect()
}

/// Delivered jobs that nobody has invoiced yet, the longest waiting first.
pub async fn delivered_not_invoiced(
    conn: &mut Conn,
    today: CivilDate,
) -> Result<Vec<JobRow>, StoreError> {
    let rows = sqlx::query(sql!("job/delivered_not_invoiced"))
        .bind(date_text(today))
        .fetch_all(conn)
        .await?;
    rows.iter().map(read_row).collect()
}

/// Jobs whose event is between these days, both included.
pub async fn events_between(
    conn: &mut Conn,
    from: CivilDate,
    to: CivilDate,
) -> Result<Vec<JobRow>, StoreError> {
    let rows = sqlx::query(sql!("job/events_between"))
        .bind(date_text(from))
        .bind(date_text(to))
        .fetch_all(conn)
        .await?;
    rows.iter().map(read_row).collect()
}

async fn index_with_client(tx: &mut Tx, id: &JobId, facts: &JobFacts) -> Result<(), StoreError> {
    let client = client::get(tx, &facts.client).await?;
    index(tx, id, facts, &client.facts.name).await
}

pub(crate) async fn index(
    tx: &mut Tx,
    id: &JobId,
    facts: &JobFacts,
    client: &str,
) -> Result<(), StoreError> {
    search::put(
        tx,
        search::Kind::Job,
        id.as_str(),
        &facts.title,
        &[client, &facts.place, &facts.note],
    )
    .await
}

fn read_row(row: &SqliteRow) -> Result<JobRow, StoreError> {
    let columns = Columns(row);
    Ok(JobRow {
        job: columns.stored(JobId)?,
        client_name: columns.text("client_name")?,
    })
}
