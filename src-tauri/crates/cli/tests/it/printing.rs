//! A paper handed to a printing system that a test put in the place of the system's.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::studio::{Said, Studio, text};

/// The program with only these programs to print with.
struct Office {
    studio: Studio,
    programs: PathBuf,
    paper: String,
}

impl Office {
    fn open() -> Self {
        let studio = Studio::new();
        let someone = studio.client("Nordlicht GmbH");
        let issued = studio.issue(&studio.draft(&someone));
        let programs = studio.place.join("programs");
        fs::create_dir(&programs).unwrap();
        Self {
            paper: text(&issued, "document"),
            studio,
            programs,
        }
    }

    fn program(&self, name: &str, body: &str) {
        let path = self.programs.join(name);
        fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn ask(&self, command: &str, request: &Value) -> Said {
        let mut program = self
            .studio
            .program(&["call", command, &request.to_string()]);
        program.env("PATH", &self.programs);
        Said::of(&program.output().unwrap())
    }

    fn print(&self) -> Said {
        let request = json!({ "id": self.paper, "printer": "Office", "copies": 1 });
        self.ask("document.print", &request)
    }

    fn log(&self) -> Vec<Value> {
        let paper = json!({
            "search": "", "client": null, "kind": null, "madeFrom": null, "madeUntil": null, "sort": "best",
            "descending": true, "offset": 0, "limit": 1,
        });
        let row = self.studio.call("documents.list", &paper)["rows"][0].clone();
        let invoice = self
            .studio
            .call("invoice.get", &json!({ "id": row["invoiceId"] }));
        invoice["log"].as_array().unwrap().clone()
    }
}

#[test]
fn what_went_to_a_printer_is_logged_as_handed_to_it_and_the_owner_says_whether_it_came_out() {
    let office = Office::open();
    let none = office.ask("printers.list", &json!({})).answer();
    assert_eq!(none, json!({ "canPrint": false, "printers": [] }));

    office.program(
        "lpstat",
        "[ \"$1\" = -e ] && echo Office || echo 'system default destination: Office'",
    );
    let argv = office.programs.join("argv");
    let taken = format!(
        "for word in \"$@\"; do printf '%s\\n' \"$word\"; done > '{0}'\n/bin/cat > '{0}.pdf'\necho 'request id is Office-7 (0 file(s))'",
        argv.display()
    );
    office.program("lp", &taken);
    let listed = office.ask("printers.list", &json!({})).answer();
    assert_eq!(
        listed["printers"],
        json!([{ "name": "Office", "isDefault": true }])
    );

    let printed = office.print().answer();
    assert_eq!(
        printed,
        json!({ "printer": "Office", "job": "Office-7", "isCopy": false })
    );
    let words = fs::read_to_string(&argv).unwrap();
    assert!(
        words.contains("print-scaling=none\n-o\nmedia=A4\n-o\nsides=one-sided"),
        "at its own size: {words}"
    );
    let page = fs::read(argv.with_extension("pdf")).unwrap();
    assert!(page.starts_with(b"%PDF-"), "the paper itself");
    assert_eq!(
        office.print().answer()["isCopy"],
        true,
        "the second is a copy"
    );
    assert!(
        fs::read(argv.with_extension("pdf")).unwrap() == page,
        "of the same bytes"
    );

    let answer =
        json!({ "id": office.paper, "printer": "Office", "job": "Office-7", "cameOut": false });
    office.studio.call("document.printAnswer", &answer);
    let log = office.log();
    let told: Vec<(&str, Option<&str>)> = log
        .iter()
        .filter_map(|entry| {
            let word = |name: &str| entry["words"][name].as_str();
            match entry["kind"].as_str()? {
                "document_printed" => Some(("printed", word("copy"))),
                "print_answered" => Some(("answered", word("answer"))),
                _ => None,
            }
        })
        .collect();
    assert!(
        told.contains(&("printed", None))
            && told.contains(&("printed", Some("yes")))
            && told.contains(&("answered", Some("no"))),
        "all three are told: {told:?}"
    );
}

#[test]
fn a_paper_that_no_printer_took_is_not_logged() {
    let office = Office::open();
    assert_eq!(
        office.print().refusal()["code"],
        "not_printed",
        "no program prints"
    );
    office.program("lpstat", "[ \"$1\" = -e ] && echo Office");
    office.program("lp", "echo 'lp: The printer is on fire.' >&2; exit 1");
    let refused = office.print().refusal();
    assert_eq!(refused["code"], "not_printed");
    let before = office.log();
    assert!(
        before
            .iter()
            .all(|entry| entry["kind"] != "document_printed")
    );
}
