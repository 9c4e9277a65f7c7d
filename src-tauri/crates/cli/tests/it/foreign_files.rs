//! Files that are not ours, or not for us: refused in words, with each byte as it was.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::act::sqlite;
use crate::studio::{FILE, PROGRAM, Said, Studio};

/// Every file of a folder with its bytes.
fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read(entry.path()).unwrap_or_default())
    };
    fs::read_dir(folder).unwrap().map(read).collect()
}

/// Reading and writing are both refused in the same way, and nothing in the folder changes.
fn is_refused(studio: &Studio, code: &str) {
    let before = bytes(&studio.data());
    for (command, request) in [("app.status", json!({})), ("today.catchUp", json!({}))] {
        let said = studio.ask(command, &request);
        let refusal = said.refusal();
        assert_eq!(
            (said.code, &refusal["code"]),
            (Some(6), &json!(code)),
            "{command}: {refusal}"
        );
        let message = refusal["message"].as_str().unwrap_or_default();
        assert!(message.len() > 10, "it says what is wrong: {message:?}");
        assert!(
            bytes(&studio.data()) == before,
            "{command}: the folder is as it was, byte for byte"
        );
    }
}

#[test]
fn a_file_of_a_newer_version_is_refused_untouched() {
    let studio = Studio::new();
    let format: i64 = sqlite(&studio, "PRAGMA user_version")
        .trim()
        .parse()
        .unwrap();
    sqlite(&studio, &format!("PRAGMA user_version = {}", format + 1));
    is_refused(&studio, "newer_file");
    sqlite(&studio, &format!("PRAGMA user_version = {format}"));
    let seen: Value = studio.call("business.get", &json!({}));
    assert_eq!(
        seen["business"]["name"], "Lumen Fotografie",
        "the newer program's file kept everything"
    );
}

#[test]
fn a_file_that_is_no_database_is_refused_untouched() {
    let studio = Studio::nothing();
    fs::create_dir(studio.data()).unwrap();
    for content in [
        b"%PDF-1.7 not a studio".to_vec(),
        vec![0; 4096],
        b"SQLite format 3\0 cut".to_vec(),
    ] {
        fs::write(studio.file(), content).unwrap();
        is_refused(&studio, "not_our_file");
    }
    let mut pages = b"SQLite format 3\0".to_vec();
    pages.resize(16 * 4096, 0xA5);
    fs::write(studio.file(), pages).unwrap();
    is_refused(&studio, "not_our_file");
    fs::remove_file(studio.file()).unwrap();
    fs::create_dir(studio.file()).unwrap();
    is_refused(&studio, "not_our_file");
}

#[test]
fn another_programs_database_is_refused_untouched() {
    let studio = Studio::nothing();
    fs::create_dir(studio.data()).unwrap();
    sqlite(
        &studio,
        "CREATE TABLE photo (id INTEGER PRIMARY KEY, place TEXT); INSERT INTO photo VALUES (1, 'x');",
    );
    is_refused(&studio, "not_our_file");
    sqlite(
        &studio,
        "PRAGMA application_id = 77; PRAGMA user_version = 1;",
    );
    is_refused(&studio, "not_our_file");
}

#[test]
fn a_file_where_the_folder_should_be_is_said_to_be_in_the_way() {
    let studio = Studio::nothing();
    fs::write(studio.data(), b"holiday").unwrap();
    let said = studio.ask("app.status", &json!({}));
    said.refusal();
    assert_eq!(said.code, Some(6));
    assert_eq!(
        fs::read(studio.data()).unwrap(),
        b"holiday",
        "it is as it was"
    );
}

/// Rights do not bind the superuser, so that there the program runs as nobody.
#[test]
fn a_folder_that_cannot_be_written_is_called_read_only() {
    let studio = Studio::new();
    let program = studio.place.join("safelight-cli");
    fs::copy(PROGRAM, &program).unwrap();
    let rights = |path: &Path, mode: u32| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    rights(&studio.place, 0o755);
    rights(&studio.file(), 0o444);
    rights(&studio.data(), 0o555);
    let before = bytes(&studio.data());
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    let is_root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let run = |data: &Path, command: &str| {
        let mut line = if is_root {
            let mut line = Command::new("setpriv");
            line.args(nobody).arg(&program);
            line
        } else {
            Command::new(&program)
        };
        Said::of(
            &line
                .arg("--data")
                .arg(data)
                .args(["call", command])
                .output()
                .unwrap(),
        )
    };
    for command in ["today.catchUp", "app.status"] {
        let said = run(&studio.data(), command);
        let refusal = said.refusal();
        assert_eq!(
            (said.code, &refusal["code"]),
            (Some(6), &json!("read_only")),
            "{command}: {refusal}"
        );
        assert!(
            bytes(&studio.data()) == before,
            "{command}: the folder is as it was"
        );
    }
    let below = studio.data().join("deeper");
    let said = run(&below, "app.status");
    assert_eq!(
        said.refusal()["code"],
        "read_only",
        "a folder that cannot be made"
    );
    rights(&studio.data(), 0o755);
    rights(&studio.data().join(FILE), 0o644);
    studio.call("app.status", &json!({}));
}
