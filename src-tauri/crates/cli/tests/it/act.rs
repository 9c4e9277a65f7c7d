//! One act that must happen once and whole, and what a studio holds before and after it.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::studio::{Said, Studio};

/// Rows per table.
pub(crate) type Rows = BTreeMap<String, i64>;

/// A call with a request id of its own, so that it can be repeated.
pub(crate) struct Act {
    pub(crate) command: &'static str,
    pub(crate) request: Value,
    /// A field that becomes the token of a path below the studio's place.
    pub(crate) file: Option<(&'static str, &'static str)>,
}

impl Act {
    pub(crate) fn on(&self, studio: &Studio) -> Command {
        let request = self.request.to_string();
        let mut command = studio.program(&["call", self.command, &request]);
        command.args(["--request-id", "the-one-request"]);
        if let Some((field, path)) = self.file {
            let path = studio.place.join(path);
            command
                .arg("--file")
                .arg(format!("{field}={}", path.display()));
        }
        command
    }

    pub(crate) fn run(&self, studio: &Studio) -> Said {
        Said::of(&self.on(studio).output().unwrap())
    }
}

/// Records a debt with a scan that is too large for the database.
pub(crate) fn with_scan(studio: &Studio, client: &str) -> Act {
    let mut scan = b"%PDF-1.7\n".to_vec();
    scan.resize(3 << 20, b'x');
    std::fs::write(studio.place.join("scan.pdf"), &scan).unwrap();
    let money = json!({ "minor": 90_000, "currency": "EUR" });
    Act {
        command: "debt.record",
        request: json!({
            "client": client, "number": "R-77", "title": "Portraits", "issuedOn": "2024-01-05", "dueOn": "2024-01-19",
            "total": money, "open": money, "fileToken": null, "tried": [], "startAt": "friendly_reminder",
        }),
        file: Some(("fileToken", "scan.pdf")),
    }
}

/// What a studio holds, looked at on a copy of it, so that looking changes nothing.
///
/// The program opens it, replays what a crash left, checks every page, every reference, the whole evidence chain and
/// the hash of every file that a row names: that is what making a checked copy does. Then another reader of the same
/// format asks again, and works out anew what is stored only so that lists are fast.
pub(crate) fn checked(studio: &Studio, scratch: &Path) -> Rows {
    let copy = studio.copied_to(scratch);
    let into = scratch.join("checked");
    std::fs::create_dir_all(&into).unwrap();
    let token = format!("folderToken={}", into.display());
    let request = json!({ "folderToken": "" }).to_string();
    let report = copy
        .say(&["call", "backup.folder", &request, "--file", &token])
        .answer();
    let manifest = Path::new(report["path"].as_str().unwrap()).join("manifest.json");
    let manifest: Value = serde_json::from_slice(&std::fs::read(manifest).unwrap()).unwrap();
    let found = sqlite(&copy, QUESTIONS);
    assert_eq!(
        found, "ok\n0\n0\n0\n0\n",
        "another reader finds the file sound"
    );
    serde_json::from_value(manifest["rows"].clone()).unwrap()
}

/// Sound pages; references that lead nowhere; receivables whose stored state is not what their allocations come to;
/// invoices that lack a part; entries of the log that follow no other.
const QUESTIONS: &str = "
    PRAGMA integrity_check;
    SELECT count(*) FROM pragma_foreign_key_check;
    SELECT count(*) FROM receivable r LEFT JOIN receivable_state s ON s.receivable_id = r.id
    LEFT JOIN (
        SELECT receivable_id, sum(amount_minor) AS paid FROM allocation
        WHERE payment_id NOT IN (SELECT payment_id FROM payment_reversal) GROUP BY receivable_id
    ) a ON a.receivable_id = r.id
    WHERE s.paid_minor IS NOT coalesce(a.paid, 0) OR s.open_minor IS NOT r.amount_minor - coalesce(a.paid, 0)
        OR s.due_on IS NOT r.due_on;
    SELECT count(*) FROM invoice i WHERE
        (i.kind = 'issued') <> EXISTS (SELECT 1 FROM document d JOIN document_bytes b ON b.document_id = d.id
            WHERE d.id = i.document_id AND d.invoice_id = i.id AND length(b.bytes) = d.size)
        OR NOT EXISTS (SELECT 1 FROM invoice_facts f WHERE f.invoice_id = i.id)
        OR (SELECT sum(amount_minor) FROM receivable r WHERE r.invoice_id = i.id) IS NOT i.total_minor
        OR (SELECT count(*) FROM evidence e WHERE e.invoice_id = i.id
            AND e.kind IN ('invoice_issued', 'receivable_recorded')) <> 1;
    SELECT count(*) FROM evidence WHERE seq > (SELECT count(*) FROM evidence);
";

/// Asks SQLite's own shell.
pub(crate) fn sqlite(studio: &Studio, words: &str) -> String {
    let output = Command::new("sqlite3")
        .arg(studio.file())
        .arg(words)
        .output();
    let output =
        output.expect("`sqlite3` reads the file a second time; `cargo xtask setup` installs it");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "sqlite3: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
