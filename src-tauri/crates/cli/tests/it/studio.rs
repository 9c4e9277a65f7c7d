//! A studio in a folder of its own, spoken to through the program.
//!
//! Owns running the program and the few facts that tests start from. Papers are dated in 2024, so that what is due is
//! overdue whenever the tests run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_safelight-cli");

/// Name of the database in the data folder.
pub(crate) const FILE: &str = "studio.db";

/// A folder with `data/` (the studio) and `copies/` in it; removed at the end when it owns it.
pub(crate) struct Studio {
    pub(crate) place: PathBuf,
    _owned: Option<TempDir>,
}

/// What the program said and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    /// `None` when a signal ended it.
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// The answer of a call that must have worked.
    pub(crate) fn answer(&self) -> Value {
        assert_eq!(self.code, Some(0), "refused: {}", self.err);
        serde_json::from_str(&self.out).expect("an answer is JSON")
    }

    /// The refusal of a call that must not have worked.
    pub(crate) fn refusal(&self) -> Value {
        assert_ne!(
            self.code,
            Some(0),
            "it should have been refused: {}",
            self.out
        );
        let last = self.err.lines().last().unwrap_or_default();
        serde_json::from_str(last).unwrap_or_else(|_| panic!("a refusal is JSON: {}", self.err))
    }
}

impl Studio {
    /// A folder without a studio in it.
    pub(crate) fn nothing() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Links in the way to the folder would make paths that a trace shows differ from ours.
        let place = folder.path().canonicalize().unwrap();
        fs::create_dir(place.join("copies")).unwrap();
        Self {
            place,
            _owned: Some(folder),
        }
    }

    /// A studio whose business is set up.
    pub(crate) fn new() -> Self {
        let studio = Self::nothing();
        studio.call("business.save", &business());
        studio
    }

    /// A studio that stands somewhere already.
    pub(crate) fn at(place: PathBuf) -> Self {
        Self {
            place,
            _owned: None,
        }
    }

    /// Puts everything here into `place`, over whatever was there.
    pub(crate) fn copied_to(&self, place: &Path) -> Self {
        if place.exists() {
            fs::remove_dir_all(place).unwrap();
        }
        copy_folder(&self.place, place);
        Self::at(place.to_owned())
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.place.join("data")
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.data().join(FILE)
    }

    pub(crate) fn copies(&self) -> PathBuf {
        self.place.join("copies")
    }

    /// The program with `words`, on this studio.
    pub(crate) fn program(&self, words: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.arg("--data").arg(self.data()).args(words);
        command.stdin(Stdio::null());
        command
    }

    pub(crate) fn say(&self, words: &[&str]) -> Said {
        Said::of(&self.program(words).output().unwrap())
    }

    pub(crate) fn ask(&self, command: &str, request: &Value) -> Said {
        self.say(&["call", command, &request.to_string()])
    }

    /// A call that must work.
    pub(crate) fn call(&self, command: &str, request: &Value) -> Value {
        self.ask(command, request).answer()
    }

    /// A new client's id.
    pub(crate) fn client(&self, name: &str) -> String {
        let saved = self.call(
            "client.save",
            &json!({ "id": null, "expectedVersion": 0, "client": client(name) }),
        );
        text(&saved, "id")
    }

    /// A new draft, ready to be issued: its id. Two tax rates, two instalments of 119.00 and 53.50.
    pub(crate) fn draft(&self, client: &str) -> String {
        let saved = self.call("draft.new", &json!({ "client": client, "job": null }));
        let id = text(&saved, "id");
        let request =
            json!({ "id": id, "expectedVersion": saved["version"], "draft": draft(client) });
        self.call("draft.save", &request);
        id
    }

    /// What issuing this draft now would do.
    pub(crate) fn review(&self, draft: &str) -> Said {
        let seen = self.call("draft.get", &json!({ "id": draft }));
        let request = json!({ "draft": draft, "expectedVersion": seen["version"] });
        self.ask("invoice.review", &request)
    }

    /// The request that issues a draft as it is now.
    pub(crate) fn issue_request(&self, draft: &str) -> Value {
        let review = self.review(draft).answer();
        json!({ "draft": draft, "reviewToken": review["reviewToken"] })
    }

    /// Issues a draft; what the program answered.
    pub(crate) fn issue(&self, draft: &str) -> Value {
        self.call("invoice.issue", &self.issue_request(draft))
    }

    /// The numbers of all issued invoices, in order.
    pub(crate) fn numbers(&self) -> Vec<String> {
        let page = self.call(
            "invoices.list",
            &json!({
                "view": "all", "search": "", "client": null, "sort": "number", "descending": false, "offset": 0,
                "limit": 200,
            }),
        );
        let rows = page["rows"].as_array().unwrap();
        let issued = rows.iter().filter(|row| row["kind"] == "issued");
        issued.map(|row| text(row, "number")).collect()
    }
}

/// The number that the counter `counter` gives.
pub(crate) fn number(counter: usize) -> String {
    format!("2024-{counter:04}")
}

pub(crate) fn text(value: &Value, field: &str) -> String {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("{field} in {value}"))
        .to_owned()
}

fn address(city: &str) -> Value {
    json!({ "lines": ["Long Lane 4"], "postcode": "20095", "city": city, "region": "", "country": "DE" })
}

pub(crate) fn business() -> Value {
    json!({
        "expectedVersion": 0,
        "business": {
            "name": "Lumen Fotografie", "tradingName": "", "address": address("Hamburg"), "email": "hello@lumen.example",
            "phone": "", "website": "", "vatId": "DE123456789", "taxNumber": "", "currency": "EUR",
            "timeZone": "Europe/Berlin", "paper": "a4", "language": "en-GB",
            "bank": {
                "holder": "Lumen Fotografie", "bank": "Haspa", "iban": "DE89370400440532013000", "bic": "COBADEFFXXX",
                "accountNumber": "", "routing": "",
            },
            "paymentDays": 14, "accent": "#7a3e1d",
        },
        "logoToken": null, "removeLogo": false,
    })
}

pub(crate) fn client(name: &str) -> Value {
    json!({
        "kind": "company", "name": name, "address": address("Bremen"), "email": "accounts@client.example", "phone": "",
        "vatId": "", "reference": "", "language": "", "paymentDays": null, "people": [], "doNotContact": false,
        "note": "",
    })
}

fn draft(client: &str) -> Value {
    let line = |words: &str, price: i64, rate: i64| {
        json!({
            "description": words, "quantity": 1000, "unit": "", "unitPrice": price, "discount": { "kind": "none" },
            "tax": { "code": "S", "rate": rate, "reason": "" },
        })
    };
    json!({
        "client": client, "job": null, "currency": "EUR", "issueOn": "2024-02-01", "serviceOn": "2024-01-20",
        "paymentDays": 14, "taxMode": "added",
        "lines": [line("Wedding, whole day", 1_000_000, 190_000), line("Album", 500_000, 70_000)],
        "instalments": [
            { "dueOn": "2024-02-15", "amountMinor": 11_900 }, { "dueOn": "2024-03-15", "amountMinor": 5_350 },
        ],
        "prepayments": [], "purchaseOrder": "", "clientReference": "", "note": "",
    })
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
