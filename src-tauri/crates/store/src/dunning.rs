//! Follow-up plans, whose versions never change, and the decisions on their steps, each made once.

use domain::Instant;
use domain::dunning::{DunningPolicy, StepRecord};
use domain::id::{CaseId, ClientId, DocumentId, ReceivableId};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, at_text, date_text, json_text, word};
use crate::{Conn, StoreError, Tx};

/// A decision on a step, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredStep {
    pub record: StepRecord,
    pub policy_version: u32,
    /// How often the step was decided on, from 1.
    pub occurrence: u32,
    pub document: Option<DocumentId>,
    pub contact: Option<String>,
    /// Why it was passed over; empty when it was done.
    pub reason: String,
    pub at: Instant,
}

/// Adds a version; [`StoreError::Constraint`] when that version exists.
pub async fn add_policy(
    tx: &mut Tx,
    policy: &DunningPolicy,
    now: Instant,
) -> Result<(), StoreError> {
    let add = sqlx::query(sql!("dunning/add_policy"))
        .bind(policy.version)
        .bind(json_text(policy)?);
    add.bind(at_text(now)).execute(&mut **tx).await?;
    Ok(())
}

/// The latest version; `None` before the first.
pub async fn current_policy(conn: &mut Conn) -> Result<Option<DunningPolicy>, StoreError> {
    let row = sqlx::query(sql!("dunning/current_policy"))
        .fetch_optional(conn)
        .await?;
    row.map(|row| Columns(&row).json("facts")).transpose()
}

pub async fn policy(conn: &mut Conn, version: u32) -> Result<DunningPolicy, StoreError> {
    let row = sqlx::query(sql!("dunning/policy"))
        .bind(version)
        .fetch_optional(conn)
        .await?;
    Columns(&row.ok_or_else(|| StoreError::not_found("dunning_policy", version))?).json("facts")
}

/// Every version, oldest first.
pub async fn policies(conn: &mut Conn) -> Result<Vec<DunningPolicy>, StoreError> {
    let rows = sqlx::query(sql!("dunning/policies"))
        .fetch_all(conn)
        .await?;
    rows.iter().map(|row| Columns(row).json("facts")).collect()
}

/// Records a decision; [`StoreError::Constraint`] when this occurrence of the step was decided on before.
pub async fn record(tx: &mut Tx, step: &StoredStep) -> Result<(), StoreError> {
    sqlx::query(sql!("dunning/record"))
        .bind(step.record.receivable.as_str())
        .bind(step.policy_version)
        .bind(word(&step.record.kind)?)
        .bind(step.occurrence)
        .bind(date_text(step.record.on))
        .bind(word(&step.record.how)?)
        .bind(step.record.deadline_on.map(date_text))
        .bind(step.document.as_ref().map(DocumentId::as_str))
        .bind(step.contact.as_deref())
        .bind(&step.reason)
        .bind(at_text(step.at))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The decisions on one receivable, by day.
pub async fn records_of(
    conn: &mut Conn,
    receivable: &ReceivableId,
) -> Result<Vec<StoredStep>, StoreError> {
    let rows = sqlx::query(sql!("dunning/records_of"))
        .bind(receivable.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// The decisions on everything that is open, by day: what the planner needs.
pub async fn records_of_open(conn: &mut Conn) -> Result<Vec<StoredStep>, StoreError> {
    let rows = sqlx::query(sql!("dunning/records_of_open"))
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// The decisions on what a client has open, by day.
pub async fn records_of_open_of_client(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<StoredStep>, StoreError> {
    let rows = sqlx::query(sql!("dunning/records_of_open_of_client"))
        .bind(client.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// The decisions on the receivables of a case, by day.
pub async fn records_of_case(
    conn: &mut Conn,
    case: &CaseId,
) -> Result<Vec<StoredStep>, StoreError> {
    let rows = sqlx::query(sql!("dunning/records_of_case"))
        .bind(case.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<StoredStep, StoreError> {
    let columns = Columns(row);
    let record = StepRecord {
        receivable: columns.id("receivable_id", ReceivableId)?,
        kind: columns.word("kind")?,
        on: columns.date("happened_on")?,
        how: columns.word("how")?,
        deadline_on: columns.maybe_date("deadline_on")?,
    };
    Ok(StoredStep {
        record,
        policy_version: columns.small("policy_version")?,
        occurrence: columns.small("occurrence")?,
        document: columns.maybe_id("document_id", DocumentId)?,
        contact: columns.maybe_text("contact_id")?,
        reason: columns.text("reason")?,
        at: columns.instant("at")?,
    })
}
