//! `big_studio INVOICES FOLDER TODAY`: ten years of a busy studio, for `cargo xtask bench`.
//!
//! Made through the same commands that the window uses, under a clock that is moved through the years, so its numbers,
//! papers, log and cases are real ones. The same words on the command line always make the same facts. Most invoices
//! are paid, about three in a hundred are late, and a dozen clients are followed up in different ways.

mod chase;
mod life;

use std::error::Error;
use std::path::PathBuf;

use api::{Api, Clock, MovableClock, Options};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// The studio while it is made.
pub(crate) struct Studio {
    api: Api,
    hands: MovableClock,
    pub(crate) today: NaiveDate,
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [invoices, folder, today] = words.as_slice() else {
        return Err("usage: big_studio INVOICES FOLDER TODAY".into());
    };
    let (invoices, today) = (invoices.parse()?, today.parse()?);
    let first_day = life::first_day(today);
    let hands = MovableClock::at(morning(first_day));
    let api = Api::open(Options {
        data: PathBuf::from(folder),
        clock: Clock::Movable(hands.clone()),
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
    })
    .await
    .map_err(|error| format!("{error:?}"))?;
    let mut studio = Studio {
        api,
        hands,
        today: first_day,
    };
    life::live(&mut studio, invoices, today).await?;
    studio
        .api
        .close()
        .await
        .map_err(|error| format!("{error:?}").into())
}

impl Studio {
    pub(crate) fn wake_up_on(&mut self, day: NaiveDate) {
        self.today = day;
        self.hands.set(morning(day));
    }

    /// The answer of a command.
    pub(crate) async fn ask(&self, command: &str, request: Value) -> Outcome<Value> {
        let answer = self.api.call(command, request, None).await;
        answer.map_err(|error| format!("{command} on {}: {error:?}", self.today).into())
    }

    /// The id in the answer of a command.
    pub(crate) async fn made(&self, command: &str, request: Value, field: &str) -> Outcome<String> {
        let answer = self.ask(command, request).await?;
        text(&answer, field)
    }
}

pub(crate) fn text(answer: &Value, field: &str) -> Outcome<String> {
    Ok(answer[field]
        .as_str()
        .ok_or_else(|| format!("no {field} in {answer}"))?
        .to_owned())
}

pub(crate) fn rows<'a>(answer: &'a Value, field: &str) -> &'a [Value] {
    answer[field].as_array().map_or(&[], Vec::as_slice)
}

/// Ten in the morning, universal time, of a day: office hours in Europe.
fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(10, 0, 0).unwrap_or_default().and_utc()
}

/// The facts of the business.
pub(crate) fn business() -> Value {
    let facts = json!({
        "name": "Lumen Photography Ltd",
        "tradingName": "Lumen",
        "address": address("4 Canal Wharf", "Leeds", "LS11 5PS"),
        "email": "hello@lumen.example",
        "phone": "",
        "website": "",
        "vatId": "",
        "taxNumber": "",
        "currency": "GBP",
        "timeZone": "Europe/London",
        "paper": "a4",
        "language": "en-GB",
        "bank": { "holder": "Lumen Photography Ltd", "accountNumber": "12345678", "routing": "20-00-00" },
        "paymentDays": life::PAYMENT_DAYS,
        "accent": "#b3402a",
    });
    json!({ "expectedVersion": 0, "business": facts, "logoToken": null, "removeLogo": false })
}

pub(crate) fn address(line: &str, city: &str, postcode: &str) -> Value {
    json!({ "lines": [line], "postcode": postcode, "city": city, "region": "", "country": "GB" })
}
