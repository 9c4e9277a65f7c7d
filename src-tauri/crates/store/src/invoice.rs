//! Invoices: issued by us with a number of our series, or recorded from before with their own.
//!
//! An invoice never changes: the schema refuses it. What it froze (lines, totals, seller, buyer) is JSON whose shape
//! the caller owns; the columns beside it are what lists need. Open amounts come from the receivables' projection.

use domain::id::{ClientId, DocumentId, FileId, InvoiceId, JobId};
use domain::{CivilDate, Currency, Instant, Money};
use serde::Serialize;
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, Json, Listed, Page, at_text, date_text, id_list, json_text, ordered};
use crate::{Conn, StoreError, Tx, client, search};

const KIND: &str = "invoice";

/// Where an invoice comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InvoiceKind {
    /// Ours, with the counter inside its number.
    Issued { counter: u64 },
    /// Made elsewhere before; takes no number of ours and is never drawn again.
    Recorded,
}

/// An invoice to store.
#[derive(Debug, Clone)]
pub struct NewInvoice<'a> {
    pub id: &'a InvoiceId,
    pub kind: InvoiceKind,
    pub number: &'a str,
    pub client: &'a ClientId,
    pub job: Option<&'a JobId>,
    pub title: &'a str,
    pub issued_on: CivilDate,
    /// The last day that any part is due.
    pub due_on: CivilDate,
    pub total: Money,
    /// Our paper, stored in the same transaction.
    pub document: Option<&'a DocumentId>,
    /// The scan of a recorded invoice.
    pub file: Option<&'a FileId>,
    /// Words to find it by besides number, client and title: line descriptions, order number, notes.
    pub search_words: &'a [&'a str],
}

/// An invoice as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredInvoice {
    pub id: InvoiceId,
    pub kind: InvoiceKind,
    pub number: String,
    pub client: ClientId,
    pub job: Option<JobId>,
    pub title: String,
    pub issued_on: CivilDate,
    pub due_on: CivilDate,
    pub total: Money,
    pub document: Option<DocumentId>,
    pub file: Option<FileId>,
    pub created_at: Instant,
    /// What was given to [`insert`].
    pub facts: Json,
}

/// An invoice in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceRow {
    pub id: InvoiceId,
    pub is_recorded: bool,
    pub number: String,
    pub client: ClientId,
    pub client_name: String,
    pub job: Option<JobId>,
    pub title: String,
    pub issued_on: CivilDate,
    pub due_on: CivilDate,
    /// The earliest due date of what is open; `None` when nothing is.
    pub open_due_on: Option<CivilDate>,
    pub total: Money,
    pub open: Money,
    pub document: Option<DocumentId>,
    pub file: Option<FileId>,
}

/// Which invoices a list shows. Drafts are another table: [`crate::draft::list`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvoiceView {
    All,
    Open,
    /// Something open is due from today on and before `until`.
    DueSoon {
        today: CivilDate,
        until: CivilDate,
    },
    /// Something open was due before today.
    Overdue {
        today: CivilDate,
    },
    Paid,
    Recorded,
}

/// What a list of invoices is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvoiceSort {
    Issued,
    Due,
    Number,
    Client,
    Total,
    Open,
}

/// How many invoices each view has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub drafts: i64,
    pub all: i64,
    pub open: i64,
    pub due_soon: i64,
    pub overdue: i64,
    pub paid: i64,
    pub recorded: i64,
}

/// What is owed in one currency, over all clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenSum {
    pub currency: Currency,
    pub open: Money,
    pub overdue: Money,
}

const ORDER: &str = "i.issued_on DESC, i.seq DESC";

impl InvoiceSort {
    #[cfg(test)]
    pub(crate) const EVERY: [Self; 6] = [
        Self::Issued,
        Self::Due,
        Self::Number,
        Self::Client,
        Self::Total,
        Self::Open,
    ];

    fn order(self, descending: bool) -> &'static str {
        match (self, descending) {
            (Self::Issued, true) => ORDER,
            (Self::Issued, false) => "i.issued_on, i.seq",
            (Self::Due, true) => "i.due_on DESC, i.seq DESC",
            (Self::Due, false) => "i.due_on, i.seq",
            (Self::Number, true) => "i.number DESC, i.seq DESC",
            (Self::Number, false) => "i.number, i.seq",
            (Self::Client, true) => "c.name_key DESC, c.seq DESC, i.issued_on DESC, i.seq DESC",
            (Self::Client, false) => "c.name_key, c.seq, i.issued_on, i.seq",
            (Self::Total, true) => "i.total_minor DESC, i.seq DESC",
            (Self::Total, false) => "i.total_minor, i.seq",
            (Self::Open, true) => "open_minor DESC, i.seq DESC",
            (Self::Open, false) => "open_minor, i.seq",
        }
    }
}

/// The query behind [`list`].
pub(crate) fn list_query(view: InvoiceView, sort: InvoiceSort, descending: bool) -> String {
    let (query, sort) = match view {
        InvoiceView::All => (sql!("invoice/list"), sort),
        InvoiceView::Recorded => (sql!("invoice/list_recorded"), sort),
        // Nothing is open on any of them.
        InvoiceView::Paid if sort == InvoiceSort::Open => {
            (sql!("invoice/list_paid"), InvoiceSort::Issued)
        }
        InvoiceView::Paid => (sql!("invoice/list_paid"), sort),
        InvoiceView::Open | InvoiceView::DueSoon { .. } | InvoiceView::Overdue { .. } => {
            (sql!("invoice/list_open"), sort)
        }
    };
    ordered(query, ORDER, sort.order(descending))
}

/// Stores an invoice with what it froze. [`StoreError::Constraint`] when its number was given before.
///
/// The document it names must be stored in the same transaction; so must its receivables and the moved-on series.
pub async fn insert(
    tx: &mut Tx,
    invoice: &NewInvoice<'_>,
    facts: &impl Serialize,
    now: Instant,
) -> Result<(), StoreError> {
    let (kind, counter) = match invoice.kind {
        InvoiceKind::Issued { counter } => ("issued", Some(counter)),
        InvoiceKind::Recorded => ("recorded", None),
    };
    let counter = counter
        .map(i64::try_from)
        .transpose()
        .map_err(|_| StoreError::corrupt("counter"))?;
    sqlx::query(sql!("invoice/insert"))
        .bind(invoice.id.as_str())
        .bind(kind)
        .bind(invoice.number)
        .bind(counter)
        .bind(invoice.client.as_str())
        .bind(invoice.job.map(JobId::as_str))
        .bind(invoice.total.currency().code())
        .bind(invoice.title)
        .bind(date_text(invoice.issued_on))
        .bind(date_text(invoice.due_on))
        .bind(invoice.total.minor())
        .bind(invoice.document.map(DocumentId::as_str))
        .bind(invoice.file.map(FileId::as_str))
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    let facts = json_text(facts)?;
    sqlx::query(sql!("invoice/insert_facts"))
        .bind(invoice.id.as_str())
        .bind(facts)
        .execute(&mut **tx)
        .await?;
    let client = client::get(tx, invoice.client).await?;
    let mut body = vec![client.facts.name.as_str(), invoice.title];
    body.extend(invoice.search_words);
    search::put(
        tx,
        search::Kind::Invoice,
        invoice.id.as_str(),
        invoice.number,
        &body,
    )
    .await
}

pub async fn get(conn: &mut Conn, id: &InvoiceId) -> Result<StoredInvoice, StoreError> {
    let row = sqlx::query(sql!("invoice/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    read(&row.ok_or_else(|| StoreError::not_found(KIND, id))?)
}

/// The invoices of a job in the order they were made: retainer before balance.
pub async fn of_job(conn: &mut Conn, job: &JobId) -> Result<Vec<StoredInvoice>, StoreError> {
    let rows = sqlx::query(sql!("invoice/of_job"))
        .bind(job.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// A page of a view; `total` is the length of the view.
pub async fn list(
    conn: &mut Conn,
    view: InvoiceView,
    sort: InvoiceSort,
    descending: bool,
    page: Page,
) -> Result<Listed<InvoiceRow>, StoreError> {
    // Beyond any date the program accepts.
    let (from, until) = match view {
        InvoiceView::Overdue { today } => (String::new(), date_text(today)),
        InvoiceView::DueSoon { today, until } => (date_text(today), date_text(until)),
        _ => (String::new(), "9999-12-31".to_owned()),
    };
    let query = sqlx::query(sqlx::AssertSqlSafe(list_query(view, sort, descending)));
    let query = match view {
        InvoiceView::All | InvoiceView::Recorded | InvoiceView::Paid => query,
        InvoiceView::Open | InvoiceView::DueSoon { .. } | InvoiceView::Overdue { .. } => {
            query.bind(&from).bind(&until)
        }
    };
    let rows = query
        .bind(page.limit)
        .bind(page.offset)
        .fetch_all(&mut *conn)
        .await?;
    let counts = counted(conn, &from, &until).await?;
    let total = match view {
        InvoiceView::All => counts.all,
        InvoiceView::Open => counts.open,
        // Asked with the bounds of the view: for what is overdue, everything before today.
        InvoiceView::DueSoon { .. } | InvoiceView::Overdue { .. } => counts.due_soon,
        InvoiceView::Paid => counts.paid,
        InvoiceView::Recorded => counts.recorded,
    };
    Ok(Listed {
        rows: rows.iter().map(read_row).collect::<Result<_, _>>()?,
        total,
    })
}

/// One invoice as a list shows it.
pub async fn row(conn: &mut Conn, id: &InvoiceId) -> Result<InvoiceRow, StoreError> {
    let row = sqlx::query(sql!("invoice/row"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    read_row(&row.ok_or_else(|| StoreError::not_found(KIND, id))?)
}

/// Invoices as a list shows them, in the order of their ids here; ids that do not exist are left out.
pub async fn rows(conn: &mut Conn, ids: &[InvoiceId]) -> Result<Vec<InvoiceRow>, StoreError> {
    let ids = id_list(ids.iter().map(InvoiceId::as_str))?;
    let rows = sqlx::query(sql!("invoice/rows"))
        .bind(ids)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read_row).collect()
}

/// The latest day that an invoice of ours was issued on.
pub async fn last_issued_on(conn: &mut Conn) -> Result<Option<CivilDate>, StoreError> {
    let row = sqlx::query(sql!("invoice/last_issued"))
        .fetch_one(conn)
        .await?;
    Columns(&row).maybe_date("issued_on")
}

/// Whether this client's invoice with this number was recorded before.
pub async fn is_recorded(
    conn: &mut Conn,
    client: &ClientId,
    number: &str,
) -> Result<bool, StoreError> {
    let query = sqlx::query_scalar(sql!("invoice/recorded_exists"))
        .bind(client.as_str())
        .bind(number);
    Ok(query.fetch_one(conn).await?)
}

/// Every invoice of a client, newest first.
pub async fn of_client(conn: &mut Conn, client: &ClientId) -> Result<Vec<InvoiceRow>, StoreError> {
    let rows = sqlx::query(sql!("invoice/of_client"))
        .bind(client.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read_row).collect()
}

/// How long each view is; due soon means from today on and before `until`.
pub async fn counts(
    conn: &mut Conn,
    today: CivilDate,
    until: CivilDate,
) -> Result<Counts, StoreError> {
    counted(conn, &date_text(today), &date_text(until)).await
}

async fn counted(conn: &mut Conn, today: &str, until: &str) -> Result<Counts, StoreError> {
    let row = sqlx::query(sql!("invoice/counts"))
        .bind(today)
        .bind(until)
        .fetch_one(conn)
        .await?;
    let columns = Columns(&row);
    let (all, open) = (columns.integer("every_one")?, columns.integer("open")?);
    Ok(Counts {
        drafts: columns.integer("drafts")?,
        all,
        open,
        due_soon: columns.integer("due_soon")?,
        overdue: columns.integer("overdue")?,
        paid: all - open,
        recorded: columns.integer("recorded")?,
    })
}

/// What is owed over all clients, one entry per currency.
pub async fn open_sums(conn: &mut Conn, today: CivilDate) -> Result<Vec<OpenSum>, StoreError> {
    let rows = sqlx::query(sql!("invoice/open_sums"))
        .bind(date_text(today))
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        let (open, overdue) = (
            columns.money("open_minor")?,
            columns.money("overdue_minor")?,
        );
        Ok(OpenSum {
            currency: open.currency(),
            open,
            overdue,
        })
    };
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<StoredInvoice, StoreError> {
    let columns = Columns(row);
    let kind = match columns.maybe_integer("counter")? {
        Some(counter) => InvoiceKind::Issued {
            counter: u64::try_from(counter).map_err(|_| StoreError::corrupt("counter"))?,
        },
        None => InvoiceKind::Recorded,
    };
    Ok(StoredInvoice {
        id: columns.id("id", InvoiceId)?,
        kind,
        number: columns.text("number")?,
        client: columns.id("client_id", ClientId)?,
        job: columns.maybe_id("job_id", JobId)?,
        title: columns.text("title")?,
        issued_on: columns.date("issued_on")?,
        due_on: columns.date("due_on")?,
        total: columns.money("total_minor")?,
        document: columns.maybe_id("document_id", DocumentId)?,
        file: columns.maybe_id("file_id", FileId)?,
        created_at: columns.instant("created_at")?,
        facts: Json(columns.text("facts")?),
    })
}

fn read_row(row: &SqliteRow) -> Result<InvoiceRow, StoreError> {
    let columns = Columns(row);
    Ok(InvoiceRow {
        id: columns.id("id", InvoiceId)?,
        is_recorded: columns.text("kind")? == "recorded",
        number: columns.text("number")?,
        client: columns.id("client_id", ClientId)?,
        client_name: columns.text("client_name")?,
        job: columns.maybe_id("job_id", JobId)?,
        title: columns.text("title")?,
        issued_on: columns.date("issued_on")?,
        due_on: columns.date("due_on")?,
        open_due_on: columns.maybe_date("open_due_on")?,
        total: columns.money("total_minor")?,
        open: columns.money("open_minor")?,
        document: columns.maybe_id("document_id", DocumentId)?,
        file: columns.maybe_id("file_id", FileId)?,
    })
}
