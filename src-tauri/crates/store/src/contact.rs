//! Contacts: what was said and sent, and what came back. Append-only; a correction is a new contact that names the old.

use domain::case::{Channel, ContactOutcome, Direction};
use domain::id::{CaseId, ClientId, DocumentId, FileId};
use domain::{CivilDate, Instant, Money};
use sqlx::sqlite::SqliteRow;

use crate::value::{Columns, at_text, date_text, id_list, word};
use crate::{Conn, StoreError, Tx};

const KIND: &str = "contact";

/// A contact as a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub id: String,
    pub client: ClientId,
    pub case: Option<CaseId>,
    pub happened_at: Instant,
    pub logged_at: Instant,
    pub direction: Direction,
    pub channel: Channel,
    pub outcome: ContactOutcome,
    /// Who was spoken or written to; empty when not known.
    pub person: String,
    /// What was said, or the text that was sent.
    pub words: String,
    /// The sum that was named.
    pub amount: Option<Money>,
    /// The day by which payment was asked for.
    pub deadline_on: Option<CivilDate>,
    pub document: Option<DocumentId>,
    pub file: Option<FileId>,
    /// The contact that this one puts right.
    pub corrects: Option<String>,
}

/// A contact with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredContact {
    pub contact: Contact,
    /// The contact that puts this one right.
    pub corrected_by: Option<String>,
}

/// A contact as the planner takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    pub id: String,
    pub client: ClientId,
    pub happened_at: Instant,
    pub direction: Direction,
    pub outcome: ContactOutcome,
    /// It waits for no answer.
    pub answered: bool,
}

pub async fn insert(tx: &mut Tx, contact: &Contact) -> Result<(), StoreError> {
    sqlx::query(sql!("contact/insert"))
        .bind(&contact.id)
        .bind(contact.client.as_str())
        .bind(contact.case.as_ref().map(CaseId::as_str))
        .bind(at_text(contact.happened_at))
        .bind(at_text(contact.logged_at))
        .bind(word(&contact.direction)?)
        .bind(word(&contact.channel)?)
        .bind(word(&contact.outcome)?)
        .bind(&contact.person)
        .bind(&contact.words)
        .bind(contact.amount.map(Money::minor))
        .bind(
            contact
                .amount
                .map(|amount| amount.currency().code().to_owned()),
        )
        .bind(contact.deadline_on.map(date_text))
        .bind(contact.document.as_ref().map(DocumentId::as_str))
        .bind(contact.file.as_ref().map(FileId::as_str))
        .bind(contact.corrects.as_deref())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub async fn get(conn: &mut Conn, id: &str) -> Result<StoredContact, StoreError> {
    let row = sqlx::query(sql!("contact/get"))
        .bind(id)
        .fetch_optional(conn)
        .await?;
    read(&row.ok_or_else(|| StoreError::not_found(KIND, id))?)
}

/// The contacts of a case in the order they happened.
pub async fn of_case(conn: &mut Conn, case: &CaseId) -> Result<Vec<StoredContact>, StoreError> {
    let rows = sqlx::query(sql!("contact/of_case"))
        .bind(case.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// The contacts with a client in the order they happened.
pub async fn of_client(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<StoredContact>, StoreError> {
    let rows = sqlx::query(sql!("contact/of_client"))
        .bind(client.as_str())
        .fetch_all(conn)
        .await?;
    rows.iter().map(read).collect()
}

/// The contacts with these clients as the planner takes them, each client's in the order they happened.
pub async fn notes_of_clients(
    conn: &mut Conn,
    clients: &[ClientId],
) -> Result<Vec<Noted>, StoreError> {
    let rows = sqlx::query(sql!("contact/notes_of_clients"))
        .bind(id_list(clients.iter().map(ClientId::as_str))?)
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(Noted {
            id: columns.text("id")?,
            client: columns.id("client_id", ClientId)?,
            happened_at: columns.instant("happened_at")?,
            direction: columns.word("direction")?,
            outcome: columns.word("outcome")?,
            answered: columns.integer("answered")? != 0,
        })
    };
    rows.iter().map(read).collect()
}

/// Says that a contact waits for no answer any more; nothing happens when that was said before.
pub async fn answer(
    tx: &mut Tx,
    id: &str,
    answered_on: CivilDate,
    now: Instant,
) -> Result<(), StoreError> {
    let answer = sqlx::query(sql!("contact/answer"))
        .bind(id)
        .bind(date_text(answered_on))
        .bind(at_text(now));
    answer.execute(&mut **tx).await?;
    Ok(())
}

fn read(row: &SqliteRow) -> Result<StoredContact, StoreError> {
    let columns = Columns(row);
    let contact = Contact {
        id: columns.text("id")?,
        client: columns.id("client_id", ClientId)?,
        case: columns.maybe_id("case_id", CaseId)?,
        happened_at: columns.instant("happened_at")?,
        logged_at: columns.instant("logged_at")?,
        direction: columns.word("direction")?,
        channel: columns.word("channel")?,
        outcome: columns.word("outcome")?,
        person: columns.text("person")?,
        words: columns.text("words")?,
        amount: columns.maybe_money("amount_minor")?,
        deadline_on: columns.maybe_date("deadline_on")?,
        document: columns.maybe_id("document_id", DocumentId)?,
        file: columns.maybe_id("file_id", FileId)?,
        corrects: columns.maybe_text("corrects")?,
    };
    Ok(StoredContact {
        contact,
        corrected_by: columns.maybe_text("corrected_by")?,
    })
}
