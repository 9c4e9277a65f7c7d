//! The store against real SQLite files. Fixtures here; each module below tells of one concern.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod aggregates;
mod backups;
mod concurrency;
mod evidence_log;
mod files;
mod follow_up;
mod invoices;
mod letters;
mod money;
mod opening;
mod papers;
mod people;
mod plans;
mod queries;
mod scale;
mod searching;

use domain::calendar::parse_instant;
use domain::client::{Address, ClientFacts, ClientKind};
use domain::evidence::{Digest, EntryBody, EventKind, Subjects};
use domain::id::{ClientId, DocumentId, InvoiceId, JobId, PaymentId, ReceivableId};
use domain::invoice::NumberSeries;
use domain::job::{JobFacts, JobKind, Schedule};
use domain::payment::{Allocation, PaymentFacts, PaymentMethod};
use domain::receivable::{Origin, Receivable};
use domain::{CivilDate, Currency, Instant, Money};
use tempfile::TempDir;

use crate::document::NewDocument;
use crate::invoice::{InvoiceKind, NewInvoice};
use crate::{
    Store, StoreError, Tx, client, document, evidence, invoice, numbering, payment, receivable,
};

pub(crate) fn now() -> Instant {
    parse_instant("2026-03-01T09:00:00.000Z").unwrap()
}

pub(crate) fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

pub(crate) fn eur(minor: i64) -> Money {
    Money::new(minor, Currency::new("EUR").unwrap()).unwrap()
}

pub(crate) async fn studio() -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let store = open(&folder).await;
    (folder, store)
}

pub(crate) async fn open(folder: &TempDir) -> Store {
    Store::open(&folder.path().join("studio.db"), now(), "0.1.0")
        .await
        .unwrap()
        .0
}

pub(crate) fn client_facts(name: &str) -> ClientFacts {
    ClientFacts {
        kind: ClientKind::Company,
        name: name.to_owned(),
        address: Address {
            city: "Wien".to_owned(),
            country: "AT".to_owned(),
            ..Address::default()
        },
        email: "office@example.com".to_owned(),
        phone: String::new(),
        vat_id: String::new(),
        reference: String::new(),
        language: String::new(),
        payment_days: None,
        people: Vec::new(),
        do_not_contact: false,
        note: String::new(),
    }
}

pub(crate) fn job_facts(client: &str, title: &str, event_on: Option<&str>) -> JobFacts {
    JobFacts {
        client: ClientId(client.to_owned()),
        title: title.to_owned(),
        kind: JobKind::Wedding,
        event_on: event_on.map(day),
        delivered_on: None,
        price: None,
        booked_on: None,
        schedule: Schedule::AtOnce,
        place: "Grinzing".to_owned(),
        note: String::new(),
    }
}

pub(crate) async fn add_client(tx: &mut Tx, id: &str, name: &str) -> ClientId {
    let id = ClientId(id.to_owned());
    client::insert(tx, &id, &client_facts(name), now())
        .await
        .unwrap();
    id
}

/// An issued invoice with one receivable (`<id>-r`), its paper, its number and its log entry: as issuing writes them.
pub(crate) async fn issue(
    tx: &mut Tx,
    id: &str,
    client: &ClientId,
    issued_on: &str,
    due_on: &str,
    minor: i64,
) -> Result<String, StoreError> {
    let series = numbering::find(tx)
        .await?
        .unwrap_or_else(NumberSeries::standard);
    let (number, series) = series.take(day(issued_on)).unwrap();
    numbering::put(tx, &series, now()).await?;
    let (invoice, paper) = (InvoiceId(id.to_owned()), DocumentId(format!("{id}-d")));
    let new_document = NewDocument {
        id: &paper,
        kind: "invoice",
        title: &number,
        language: "en-GB",
        media_type: "application/pdf",
        template_version: "1",
        bytes: number.as_bytes(),
        words: "",
        facts: Digest::of(b"facts"),
        client: Some(client),
        invoice: Some(&invoice),
        case: None,
        receivables: &[],
    };
    document::insert(tx, &new_document, now()).await?;
    let new = NewInvoice {
        id: &invoice,
        kind: InvoiceKind::Issued {
            counter: series.next - 1,
        },
        number: &number,
        client,
        job: None::<&JobId>,
        title: "Wedding photographs",
        issued_on: day(issued_on),
        due_on: day(due_on),
        total: eur(minor),
        document: Some(&paper),
        file: None,
        search_words: &["Fine prints", "PO-7788"],
    };
    invoice::insert(tx, &new, &serde_json::json!({ "total": minor }), now()).await?;
    let origin = Origin::Invoice {
        invoice,
        part: 1,
        of: 1,
    };
    let receivable = receivable_facts(
        &format!("{id}-r"),
        client,
        origin,
        &number,
        issued_on,
        due_on,
        minor,
    );
    receivable::insert(tx, &receivable, eur(minor)).await?;
    let subjects = Subjects {
        client: Some(client.0.clone()),
        invoice: Some(id.to_owned()),
        ..Subjects::default()
    };
    log(tx, EventKind::InvoiceIssued, subjects).await?;
    Ok(number)
}

pub(crate) fn receivable_facts(
    id: &str,
    client: &ClientId,
    origin: Origin,
    number: &str,
    issued_on: &str,
    due_on: &str,
    minor: i64,
) -> Receivable {
    Receivable {
        id: ReceivableId(id.to_owned()),
        client: client.clone(),
        origin,
        number: number.to_owned(),
        issued_on: day(issued_on),
        due_on: day(due_on),
        amount: eur(minor),
        paid: eur(0),
        case: None,
    }
}

pub(crate) async fn log(
    tx: &mut Tx,
    kind: EventKind,
    subjects: Subjects,
) -> Result<(), StoreError> {
    let body = EntryBody::new(kind, domain::calendar::instant_text(now()), subjects);
    evidence::append(tx, &body, [7; 32]).await.map(|_| ())
}

/// A payment set against one receivable, with the projection brought up to date.
pub(crate) async fn pay(
    tx: &mut Tx,
    id: &str,
    client: &ClientId,
    receivable: &str,
    minor: i64,
) -> Result<(), StoreError> {
    let (id, receivable) = (
        PaymentId(id.to_owned()),
        ReceivableId(receivable.to_owned()),
    );
    payment::insert(tx, &id, &payment_facts(client, minor), now()).await?;
    let allocation = Allocation {
        receivable: receivable.clone(),
        amount_minor: minor,
    };
    payment::allocate(tx, &id, &allocation, now()).await?;
    receivable::refresh(tx, &receivable).await.map(|_| ())
}

pub(crate) fn payment_facts(client: &ClientId, minor: i64) -> PaymentFacts {
    PaymentFacts {
        client: client.clone(),
        amount: eur(minor),
        received_on: day("2026-03-01"),
        method: PaymentMethod::BankTransfer,
        reference: "transfer".to_owned(),
        note: String::new(),
    }
}

/// An invoice from before Safelight, with its receivable `<id>-r`.
pub(crate) async fn record(
    tx: &mut Tx,
    id: &str,
    client: &ClientId,
    number: &str,
) -> Result<(), StoreError> {
    let invoice = InvoiceId(id.to_owned());
    let new = NewInvoice {
        id: &invoice,
        kind: InvoiceKind::Recorded,
        number,
        client,
        job: None::<&JobId>,
        title: "From before",
        issued_on: day("2025-11-01"),
        due_on: day("2025-12-01"),
        total: eur(900),
        document: None,
        file: None,
        search_words: &[],
    };
    invoice::insert(tx, &new, &serde_json::json!({}), now()).await?;
    let origin = Origin::Recorded { invoice };
    let owed = receivable_facts(
        &format!("{id}-r"),
        client,
        origin,
        number,
        "2025-11-01",
        "2025-12-01",
        900,
    );
    receivable::insert(tx, &owed, eur(900)).await
}
