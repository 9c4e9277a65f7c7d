//! Follow-up plans: versions that never change, whom each is for, and the version a debt keeps.

use std::collections::BTreeMap;

use domain::dunning::DunningPolicy;
use domain::id::{PolicyId, ReceivableId};
use domain::{CivilDate, Instant};

use crate::value::{Columns, at_text, date_text, id_list, json_text, word};
use crate::{Conn, StoreError, Tx};

/// A version as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPolicy {
    /// Names this version of this policy among all of them.
    pub key: u32,
    pub policy: DunningPolicy,
}

/// What a plan is for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Business,
    Client,
    Invoice,
}

/// A plan for something: new debts of it begin with the plan's latest version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    pub scope: Scope,
    /// Empty for the business.
    pub subject: String,
    pub policy: PolicyId,
}

/// Adds a version and gives it its key; [`StoreError::Constraint`] when the policy has that version.
pub async fn add(tx: &mut Tx, policy: &DunningPolicy, now: Instant) -> Result<u32, StoreError> {
    let add = sqlx::query(sql!("policy/add"))
        .bind(json_text(policy)?)
        .bind(at_text(now));
    Columns(&add.fetch_one(&mut **tx).await?).small("key")
}

/// Every version, in the order they were added.
pub async fn all(conn: &mut Conn) -> Result<Vec<StoredPolicy>, StoreError> {
    let rows = sqlx::query(sql!("policy/all")).fetch_all(conn).await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(StoredPolicy {
            key: columns.small("key")?,
            policy: columns.json("facts")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Says what new debts begin with; `None` leaves it to the wider scope.
pub async fn assign(
    tx: &mut Tx,
    scope: Scope,
    subject: &str,
    policy: Option<&PolicyId>,
    now: Instant,
) -> Result<(), StoreError> {
    let scope = word(&scope)?;
    match policy {
        Some(policy) => {
            let assign = sqlx::query(sql!("policy/assign"))
                .bind(scope)
                .bind(subject)
                .bind(policy.as_str())
                .bind(at_text(now));
            assign.execute(&mut **tx).await?;
        }
        None => {
            let remove = sqlx::query(sql!("policy/unassign"))
                .bind(scope)
                .bind(subject);
            remove.execute(&mut **tx).await?;
        }
    }
    Ok(())
}

pub async fn assignments(conn: &mut Conn) -> Result<Vec<Assignment>, StoreError> {
    let rows = sqlx::query(sql!("policy/assignments"))
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(Assignment {
            scope: columns.word("scope")?,
            subject: columns.text("subject_id")?,
            policy: columns.id("policy_id", PolicyId)?,
        })
    };
    rows.iter().map(read).collect()
}

/// Lets a debt keep a version; a second time moves it.
pub async fn pin(
    tx: &mut Tx,
    receivable: &ReceivableId,
    key: u32,
    since: CivilDate,
) -> Result<(), StoreError> {
    let pin = sqlx::query(sql!("policy/pin"))
        .bind(receivable.as_str())
        .bind(key)
        .bind(date_text(since));
    pin.execute(&mut **tx).await?;
    Ok(())
}

/// The versions that these debts keep; nothing for those that have not begun.
pub async fn pins_of<'a>(
    conn: &mut Conn,
    receivables: impl IntoIterator<Item = &'a ReceivableId>,
) -> Result<BTreeMap<ReceivableId, u32>, StoreError> {
    let ids = id_list(receivables.into_iter().map(ReceivableId::as_str))?;
    let rows = sqlx::query(sql!("policy/pins_of"))
        .bind(ids)
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        Ok((
            columns.id("receivable_id", ReceivableId)?,
            columns.small("key")?,
        ))
    };
    rows.iter().map(read).collect()
}
