//! The decisions on the steps of follow-up plans, each made once.

use domain::Instant;
use domain::dunning::StepRecord;
use domain::id::{CaseId, ClientId, DocumentId, ReceivableId};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, at_text, date_text, word};
use crate::{Conn, StoreError, Tx};

/// A decision on a step, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredStep {
    pub record: StepRecord,
    /// The key of the plan's version that was followed.
    pub policy: u32,
    pub document: Option<DocumentId>,
    pub contact: Option<String>,
    /// Why it was passed over; empty when it was done.
    pub reason: String,
    pub at: Instant,
}

/// Records a decision; [`StoreError::Constraint`] when this occurrence of the step was decided on before.
pub async fn record(tx: &mut Tx, step: &StoredStep) -> Result<(), StoreError> {
    sqlx::query(sql!("dunning/record"))
        .bind(step.record.receivable.as_str())
        .bind(step.policy)
        .bind(word(&step.record.kind)?)
        .bind(step.record.occurrence)
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
        occurrence: columns.small("occurrence")?,
        on: columns.date("happened_on")?,
        how: columns.word("how")?,
        deadline_on: columns.maybe_date("deadline_on")?,
    };
    Ok(StoredStep {
        record,
        policy: columns.small("policy_version")?,
        document: columns.maybe_id("document_id", DocumentId)?,
        contact: columns.maybe_text("contact_id")?,
        reason: columns.text("reason")?,
        at: columns.instant("at")?,
    })
}
