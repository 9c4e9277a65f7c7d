//! `measure FOLDER TODAY`: how long commands take inside one open studio, for `cargo xtask bench`.
//!
//! Reads one question per line, `NAME PAYLOAD`, and answers each with one line, `NANOSECONDS ANSWER`. The time is that of
//! `Api::call` alone: what a window waits for besides its own work.

#![allow(clippy::disallowed_methods, reason = "measures; no rule depends on it")]

use std::error::Error;
use std::io::{BufRead as _, Write as _};
use std::path::PathBuf;
use std::time::Instant;

use api::{Api, Clock, Options};
use chrono::NaiveDate;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, today] = words.as_slice() else {
        return Err("usage: measure FOLDER TODAY".into());
    };
    let noon = today
        .parse::<NaiveDate>()?
        .and_hms_opt(12, 0, 0)
        .ok_or("no such time")?
        .and_utc();
    let options = Options {
        data: PathBuf::from(folder),
        clock: Clock::Fixed(noon),
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let api = Api::open(options)
        .await
        .map_err(|error| format!("{error:?}"))?;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (name, payload) = line.split_once(' ').ok_or("a question is NAME PAYLOAD")?;
        let payload = serde_json::from_str(payload)?;
        let begun = Instant::now();
        let answer = api.call(name, payload, None).await;
        let took = begun.elapsed();
        let answer = answer.map_err(|error| format!("{name}: {error:?}"))?;
        writeln!(out, "{} {answer}", took.as_nanos())?;
        out.flush()?;
    }
    api.close()
        .await
        .map_err(|error| format!("{error:?}").into())
}
