//! What happens in ten years: clients come, jobs are booked, invoices go out, money arrives early, late or not at all.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::{Outcome, Studio, address, business, chase, rows, text};

pub(crate) const PAYMENT_DAYS: u64 = 14;

const YEARS_OF_DAYS: u64 = 3650;

/// Clients who have stopped paying, at least; see `chase` for what is done about a dozen of them.
const LATE_CLIENTS: usize = 12;
/// In a large studio there are more of them, so that none owes more invoices than a letter's head can name.
const INVOICES_PER_LATE_CLIENT: u64 = 250;

const FIRST: [&str; 12] = [
    "Harper", "Aurora", "Bright", "Calder", "Dunmore", "Elm", "Fenwick", "Grove", "Holt", "Iris",
    "Juniper", "Kestrel",
];
const SECOND: [&str; 10] = [
    "Weddings",
    "Estates",
    "Theatre",
    "Kitchens",
    "Hotels",
    "Studios",
    "Gardens",
    "Academy",
    "Interiors",
    "Festival",
];
const CITIES: [&str; 8] = [
    "Leeds", "York", "Bristol", "Glasgow", "Cardiff", "Norwich", "Exeter", "Derby",
];
const WORK: [&str; 9] = [
    "Wedding photographs",
    "Portrait session",
    "Brochure photographs",
    "Product photographs",
    "Film of the event",
    "Editorial series",
    "Property photographs",
    "Album with forty pages",
    "Licence for print and web",
];

/// What is to come on a day.
#[derive(Default)]
struct Day {
    payments: Vec<Money>,
}

/// A payment of one invoice in full.
struct Money {
    client: String,
    invoice: String,
    minor: i64,
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit.max(1)
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let place = self.below(words.len());
        words.get(place).copied().unwrap_or_default()
    }
}

pub(crate) fn first_day(today: NaiveDate) -> NaiveDate {
    today - Days::new(YEARS_OF_DAYS)
}

/// From the first day to today.
pub(crate) async fn live(studio: &mut Studio, invoices: u64, today: NaiveDate) -> Outcome<()> {
    let mut chance = Chance(20_260_301);
    studio.ask("business.save", business()).await?;
    quiet(studio).await?;
    let clients = add_clients(studio, invoices, &mut chance).await?;
    let lost = usize::try_from(invoices / INVOICES_PER_LATE_CLIENT)?.max(LATE_CLIENTS);
    let mut days: BTreeMap<NaiveDate, Day> = BTreeMap::new();
    let mut issued = 0;
    for number in 0..=YEARS_OF_DAYS {
        studio.wake_up_on(first_day(today) + Days::new(number));
        for money in days.remove(&studio.today).unwrap_or_default().payments {
            receive(studio, &money).await?;
        }
        while issued * YEARS_OF_DAYS < invoices * number {
            let recent = issued * 5 >= invoices * 4;
            let late = recent && chance.below(20) < 3;
            let place = if late {
                chance.below(lost)
            } else {
                lost + chance.below(clients.len() - lost)
            };
            let client = clients.get(place).ok_or("no such client")?;
            let money = invoice(studio, client, &mut chance).await?;
            issued += 1;
            if !late {
                days.entry(studio.today + Days::new(patience(&mut chance)))
                    .or_default()
                    .payments
                    .push(money);
            }
        }
        if number % 12 == 0 && number + 30 < YEARS_OF_DAYS {
            book(studio, clients.get(lost..).unwrap_or_default(), &mut chance).await?;
        }
        chase::follow_up(studio, number, YEARS_OF_DAYS - number).await?;
    }
    for _ in 0..4 {
        let client = clients.get(lost + chance.below(100).min(clients.len() - lost - 1));
        write_draft(studio, client.ok_or("no such client")?, &mut chance).await?;
    }
    Ok(())
}

/// How many days a client takes to pay: nearly all within the term, some a little later, a few much later.
fn patience(chance: &mut Chance) -> u64 {
    let days = match chance.below(100) {
        0..85 => 2 + chance.below(11),
        85..96 => 15 + chance.below(4),
        _ => 25 + chance.below(25),
    };
    u64::try_from(days).unwrap_or_default()
}

/// No notification: a bench must not depend on what stands on the screen.
async fn quiet(studio: &Studio) -> Outcome<()> {
    let mut preferences = studio.ask("settings.get", json!({})).await?;
    preferences["notifications"] = json!(false);
    preferences["askedAboutLogin"] = json!(true);
    studio.ask("settings.save", preferences).await?;
    Ok(())
}

async fn add_clients(studio: &Studio, invoices: u64, chance: &mut Chance) -> Outcome<Vec<String>> {
    let count = usize::try_from(invoices / 33)?.max(LATE_CLIENTS + 20);
    let mut clients = Vec::with_capacity(count);
    for number in 1..=count {
        let facts = json!({
            "kind": "company",
            "name": format!("{} {} {number:03}", chance.of(&FIRST), chance.of(&SECOND)),
            "address": address(&format!("{} Market Place", 1 + chance.below(90)), chance.of(&CITIES), "YO1 8QT"),
            "email": format!("accounts@client-{number}.example"),
            "phone": "",
            "vatId": "",
            "reference": "",
            "language": "",
            "paymentDays": null,
            "people": [],
            "doNotContact": false,
            "note": "",
        });
        let request = json!({ "id": null, "expectedVersion": 0, "client": facts });
        clients.push(studio.made("client.save", request, "id").await?);
    }
    Ok(clients)
}

/// Writes a draft of one to three lines; answers its id, its version and what it comes to.
async fn write_draft(
    studio: &Studio,
    client: &str,
    chance: &mut Chance,
) -> Outcome<(String, Value, i64)> {
    let draft = studio
        .made("draft.new", json!({ "client": client, "job": null }), "id")
        .await?;
    let view = studio.ask("draft.get", json!({ "id": draft })).await?;
    let mut content = view["draft"].clone();
    let mut lines = Vec::new();
    let mut pounds = 0;
    for _ in 0..=chance.below(3) {
        let price = 40 + 5 * i64::try_from(chance.below(400))?;
        pounds += price;
        lines.push(json!({
            "description": chance.of(&WORK),
            "quantity": 1000,
            "unit": "",
            "unitPrice": price * 10_000,
            "discount": { "kind": "none" },
            "tax": { "code": "O", "rate": 0, "reason": "" },
        }));
    }
    content["lines"] = Value::Array(lines);
    let request = json!({ "id": draft, "expectedVersion": view["version"], "draft": content });
    let saved = studio.ask("draft.save", request).await?;
    Ok((draft, saved["version"].clone(), pounds * 100))
}

/// Issues an invoice; answers the money that will settle it.
async fn invoice(studio: &Studio, client: &str, chance: &mut Chance) -> Outcome<Money> {
    let (draft, version, minor) = write_draft(studio, client, chance).await?;
    let review = studio
        .ask(
            "invoice.review",
            json!({ "draft": draft, "expectedVersion": version }),
        )
        .await?;
    let issue = json!({ "draft": draft, "reviewToken": review["reviewToken"] });
    let invoice = studio.made("invoice.issue", issue, "invoice").await?;
    Ok(Money {
        client: client.to_owned(),
        invoice,
        minor,
    })
}

async fn receive(studio: &Studio, money: &Money) -> Outcome<()> {
    let amount = json!({ "minor": money.minor, "currency": "GBP" });
    let request = json!({ "client": money.client, "amount": amount, "invoice": money.invoice });
    let proposal = studio.ask("payment.propose", request).await?;
    let facts = json!({
        "client": money.client,
        "amount": amount,
        "receivedOn": studio.today.to_string(),
        "method": "bank_transfer",
        "reference": "",
        "note": "",
    });
    let request = json!({ "payment": facts, "allocations": proposal["allocations"] });
    let recorded = studio.ask("payment.record", request).await?;
    for case in rows(&recorded, "casesAtZero") {
        let case = case.as_str().ok_or("a case has an id")?;
        let view = studio.ask("case.get", json!({ "id": case })).await?;
        let close = json!({ "id": text(&view, "id")?, "expectedVersion": view["version"], "outcome": "paid", "reason": "" });
        studio.ask("case.close", close).await?;
    }
    Ok(())
}

/// Books a job some weeks ahead.
async fn book(studio: &Studio, clients: &[String], chance: &mut Chance) -> Outcome<()> {
    let facts = json!({
        "client": clients.get(chance.below(clients.len())),
        "title": chance.of(&WORK),
        "kind": "event",
        "eventOn": (studio.today + Days::new(40)).to_string(),
        "deliveredOn": null,
        "price": { "minor": 120_000, "currency": "GBP" },
        "bookedOn": studio.today.to_string(),
        "schedule": { "kind": "atOnce" },
        "place": chance.of(&CITIES),
        "note": "",
    });
    studio
        .ask(
            "job.save",
            json!({ "id": null, "expectedVersion": 0, "job": facts }),
        )
        .await?;
    Ok(())
}
