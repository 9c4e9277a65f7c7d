//! Printing against programs that a test put in the place of the system's.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use delivery::print::{Print, PrintError, Printer, Printing, Sheet};

const A4: Sheet = Sheet {
    width: 2100,
    height: 2970,
};

fn program(folder: &Path, name: &str, body: &str) {
    let path = folder.join(name);
    fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Two printers, and an `lp` that writes down what it was given.
fn office() -> (tempfile::TempDir, Printing) {
    let folder = tempfile::tempdir().unwrap();
    let asked = "case \"$1\" in -e) printf 'Office\\nAttic_Ink\\n';; -d) echo 'system default destination: Office';; esac";
    program(folder.path(), "lpstat", asked);
    let here = folder.path().display();
    let taken = format!(
        "for argument in \"$@\"; do printf '%s\\n' \"$argument\"; done > '{here}/argv'\n/bin/cat > '{here}/paper'\necho 'request id is Attic_Ink-42 (0 file(s))'"
    );
    program(folder.path(), "lp", &taken);
    let printing = Printing::in_folders(folder.path());
    (folder, printing)
}

fn print<'a>(printer: &'a str, bytes: &'a [u8]) -> Print<'a> {
    Print {
        printer,
        title: "Demand of 3 March",
        sheet: A4,
        copies: 2,
        bytes,
    }
}

#[test]
fn printers_are_those_the_system_names() {
    let (_folder, printing) = office();
    let printer = |name: &str, is_default| Printer {
        name: name.to_owned(),
        is_default,
    };
    assert_eq!(
        printing.printers().unwrap(),
        [printer("Office", true), printer("Attic_Ink", false)]
    );
}

#[test]
fn a_paper_is_handed_over_at_its_own_size_and_on_one_side() {
    let (folder, printing) = office();
    // Larger than what a pipe holds: it is read while it is written.
    let bytes = [b"%PDF-1.7".as_slice(), &vec![7; 300_000]].concat();
    let job = printing.hand_over(&print("Attic_Ink", &bytes)).unwrap();
    assert_eq!(job.as_deref(), Some("Attic_Ink-42"), "the system's number");
    let argv = fs::read_to_string(folder.path().join("argv")).unwrap();
    let argv: Vec<&str> = argv.lines().collect();
    assert_eq!(
        argv,
        [
            "-d",
            "Attic_Ink",
            "-n",
            "2",
            "-t",
            "Demand of 3 March",
            "-o",
            "print-scaling=none",
            "-o",
            "media=A4",
            "-o",
            "sides=one-sided",
        ],
        "nothing scales the page, so that the address stays in its window"
    );
    assert!(
        fs::read(folder.path().join("paper")).unwrap() == bytes,
        "every byte of it"
    );
}

#[test]
fn a_printer_that_is_gone_is_named_and_nothing_is_handed_over() {
    let (folder, printing) = office();
    let refused = printing.hand_over(&print("Cellar", b"%PDF-")).unwrap_err();
    assert!(
        matches!(&refused, PrintError::NoSuchPrinter(name) if name == "Cellar"),
        "{refused}"
    );
    assert!(!folder.path().join("argv").exists());
}

#[test]
fn what_the_printing_system_complains_about_is_told() {
    let (folder, printing) = office();
    program(
        folder.path(),
        "lp",
        "echo 'lp: Error - scheduler not responding.' >&2\nexit 1",
    );
    let refused = printing
        .hand_over(&print("Office", &vec![7; 300_000]))
        .unwrap_err();
    assert!(
        matches!(&refused, PrintError::Refused(why) if why.contains("scheduler not responding")),
        "{refused}"
    );
}

#[test]
fn a_system_without_printers_and_one_without_printing_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let printing = Printing::in_folders(folder.path());
    assert!(matches!(printing.printers(), Err(PrintError::NoPrinting)));
    program(
        folder.path(),
        "lpstat",
        "echo 'lpstat: No destinations added.' >&2\nexit 1",
    );
    assert_eq!(printing.printers().unwrap(), [], "none, and no failure");
}
