//! `many_debts FOLDER COUNT TODAY`: a studio's file with that many unpaid invoices from before, and the same debts as a
//! journal for `ledger`, for `cargo xtask bench planner`.

#![allow(
    clippy::disallowed_methods,
    reason = "makes a file; no rule depends on it"
)]

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;

use domain::calendar::{CivilDate, days_after, days_before};
use domain::client::{ClientFacts, ClientKind};
use domain::id::{ClientId, InvoiceId, JobId, ReceivableId};
use domain::receivable::{Origin, Receivable};
use domain::{Currency, Instant, Money};
use store::invoice::{InvoiceKind, NewInvoice};
use store::{Store, Tx};

/// Debts of one client.
const EACH: u32 = 5;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, count, today] = words.as_slice() else {
        return Err("usage: many_debts FOLDER COUNT TODAY".into());
    };
    let (folder, count) = (PathBuf::from(folder), count.parse::<u32>()?);
    let today: CivilDate = today.parse()?;
    let now = today.and_hms_opt(12, 0, 0).ok_or("no such time")?.and_utc();
    let (store, _) = Store::open(&folder.join("studio.db"), now, "bench").await?;
    let mut tx = store.begin().await?;
    let euro = Currency::new("EUR")?;
    let mut journal = String::new();
    let mut seed = 0x5afe_1164_u64;
    for number in 0..count {
        let client = ClientId(format!("c{}", number / EACH));
        if number % EACH == 0 {
            store::client::insert(&mut tx, &client, &person(&client), now).await?;
        }
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let age = u32::try_from(seed % 400)?;
        let due_on = days_after(days_before(today, age), 30);
        let open = Money::new(i64::try_from(1 + seed / 400 % 500_000)?, euro)?;
        debt(&mut tx, number, &client, due_on, open, now).await?;
        let (whole, cents) = (open.minor() / 100, open.minor() % 100);
        writeln!(
            journal,
            "{} Invoice {number}\n    Assets:Receivable  EUR {whole}.{cents:02}\n    Income:Work\n",
            due_on.format("%Y/%m/%d")
        )?;
    }
    tx.commit().await?;
    store.close().await?;
    std::fs::write(folder.join("debts.journal"), journal)?;
    Ok(())
}

fn person(client: &ClientId) -> ClientFacts {
    ClientFacts {
        kind: ClientKind::Company,
        name: format!("Client {client}"),
        address: domain::client::Address::default(),
        email: String::new(),
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

async fn debt(
    tx: &mut Tx,
    number: u32,
    client: &ClientId,
    due_on: CivilDate,
    open: Money,
    now: Instant,
) -> Result<(), Box<dyn Error>> {
    let id = InvoiceId(format!("i{number}"));
    let issued_on = days_before(due_on, 14);
    let named = number.to_string();
    let invoice = NewInvoice {
        id: &id,
        kind: InvoiceKind::Recorded,
        number: &named,
        client,
        job: None::<&JobId>,
        title: "From before",
        issued_on,
        due_on,
        total: open,
        document: None,
        file: None,
        search_words: &[],
    };
    store::invoice::insert(tx, &invoice, &serde_json::json!({}), now).await?;
    let receivable = Receivable {
        id: ReceivableId(format!("r{number}")),
        client: client.clone(),
        origin: Origin::Recorded { invoice: id },
        number: named,
        issued_on,
        due_on,
        amount: open,
        paid: Money::zero(open.currency()),
        case: None,
    };
    store::receivable::insert(tx, &receivable, open).await?;
    Ok(())
}
