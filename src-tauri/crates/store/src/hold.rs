//! Holds: why the ladder of a case, or of some of its debts, rests. Facts; ending one is another fact.

use domain::dunning::{Hold, HoldKind};
use domain::id::{CaseId, HoldId, ReceivableId};
use domain::{CivilDate, Currency, Instant, Money};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, at_text, date_text, id_list, word};
use crate::{Conn, StoreError, Tx};

/// A hold as entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHold {
    pub id: HoldId,
    pub case: CaseId,
    pub kind: HoldKind,
    pub from: CivilDate,
    pub until: CivilDate,
    pub amount: Option<Money>,
    pub currency: Currency,
    /// Empty: everything in the case.
    pub receivables: Vec<ReceivableId>,
    pub reason: String,
}

/// A hold as stored, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredHold {
    pub id: HoldId,
    pub case: CaseId,
    /// As the planner takes it.
    pub hold: Hold,
    /// Empty: everything in the case.
    pub receivables: Vec<ReceivableId>,
    pub reason: String,
    pub end_reason: String,
}

impl StoredHold {
    pub fn is_about(&self, receivable: &ReceivableId) -> bool {
        self.receivables.is_empty() || self.receivables.contains(receivable)
    }
}

pub async fn insert(tx: &mut Tx, hold: &NewHold, now: Instant) -> Result<(), StoreError> {
    sqlx::query(sql!("hold/insert"))
        .bind(hold.id.as_str())
        .bind(hold.case.as_str())
        .bind(word(&hold.kind)?)
        .bind(date_text(hold.from))
        .bind(date_text(hold.until))
        .bind(hold.amount.map(Money::minor))
        .bind(hold.currency.code())
        .bind(&hold.reason)
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    for receivable in &hold.receivables {
        let insert = sqlx::query(sql!("hold/insert_receivable"))
            .bind(hold.id.as_str())
            .bind(receivable.as_str());
        insert.execute(&mut **tx).await?;
    }
    Ok(())
}

/// Ends a hold; [`StoreError::Constraint`] when it was ended before.
pub async fn end(
    tx: &mut Tx,
    id: &HoldId,
    ended_on: CivilDate,
    reason: &str,
    now: Instant,
) -> Result<(), StoreError> {
    let end = sqlx::query(sql!("hold/end"))
        .bind(id.as_str())
        .bind(date_text(ended_on));
    end.bind(reason)
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Every hold of these cases, each case's in the order they were entered.
pub async fn of_cases<'a>(
    conn: &mut Conn,
    cases: impl IntoIterator<Item = &'a CaseId>,
) -> Result<Vec<StoredHold>, StoreError> {
    let rows = sqlx::query(sql!("hold/of_cases"))
        .bind(id_list(cases.into_iter().map(CaseId::as_str))?)
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &SqliteRow) -> Result<StoredHold, StoreError> {
    let columns = Columns(row);
    let hold = Hold {
        kind: columns.word("kind")?,
        from: columns.date("from_on")?,
        until: columns.date("until_on")?,
        ended_on: columns.maybe_date("ended_on")?,
        amount: columns.maybe_money("amount_minor")?,
        received: Some(columns.money("received_minor")?),
    };
    let receivables: Vec<String> = columns.json("receivables")?;
    Ok(StoredHold {
        id: columns.id("id", HoldId)?,
        case: columns.id("case_id", CaseId)?,
        hold,
        receivables: receivables.into_iter().map(ReceivableId).collect(),
        reason: columns.text("reason")?,
        end_reason: columns.maybe_text("end_reason")?.unwrap_or_default(),
    })
}
