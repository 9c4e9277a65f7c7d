//! Agreements attached to jobs: terms as facts, and the signed paper as a file.

use domain::Instant;
use domain::agreement::AgreementFacts;
use domain::id::{AgreementId, FileId, JobId};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, Stored, at_text, json_text};
use crate::{Conn, StoreError, Tx, store};

const KIND: &str = "agreement";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAgreement {
    pub agreement: Stored<AgreementId, AgreementFacts>,
    pub job: JobId,
    pub file: Option<FileId>,
}

pub async fn insert(
    tx: &mut Tx,
    id: &AgreementId,
    job: &JobId,
    file: Option<&FileId>,
    facts: &AgreementFacts,
    now: Instant,
) -> Result<(), StoreError> {
    let insert = sqlx::query(sql!("agreement/insert"))
        .bind(id.as_str())
        .bind(job.as_str());
    let insert = insert
        .bind(file.map(FileId::as_str))
        .bind(json_text(facts)?)
        .bind(at_text(now));
    insert.execute(&mut **tx).await?;
    Ok(())
}

pub async fn get(conn: &mut Conn, id: &AgreementId) -> Result<StoredAgreement, StoreError> {
    let row = sqlx::query(sql!("agreement/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    read(&row.ok_or_else(|| StoreError::not_found(KIND, id))?)
}

/// The agreements of a job, oldest first.
pub async fn of_job(conn: &mut Conn, job: &JobId) -> Result<Vec<StoredAgreement>, StoreError> {
    let rows = sqlx::query(sql!("agreement/of_job"))
        .bind(job.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// Replaces the facts and the file. Returns the new version.
pub async fn update(
    tx: &mut Tx,
    id: &AgreementId,
    expected: i64,
    file: Option<&FileId>,
    facts: &AgreementFacts,
    now: Instant,
) -> Result<i64, StoreError> {
    let update = sqlx::query(sql!("agreement/update"))
        .bind(id.as_str())
        .bind(expected)
        .bind(json_text(facts)?);
    let update = update.bind(file.map(FileId::as_str)).bind(at_text(now));
    let changed = update.execute(&mut **tx).await?.rows_affected();
    store::next_version(
        tx,
        changed,
        sql!("agreement/version"),
        KIND,
        id.as_str(),
        expected,
    )
    .await
}

fn read(row: &SqliteRow) -> Result<StoredAgreement, StoreError> {
    let columns = Columns(row);
    Ok(StoredAgreement {
        agreement: columns.stored(AgreementId)?,
        job: columns.id("job_id", JobId)?,
        file: columns.maybe_id("file_id", FileId)?,
    })
}
