//! The program as a script meets it: words in, JSON out, and an exit code that says what kind of refusal it was.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn cli(data: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_safelight-cli"))
        .arg("--data")
        .arg(data)
        .args(words)
        .output()
        .unwrap()
}

fn json_of(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(bytes)))
}

#[test]
fn every_command_is_listed_with_its_shapes() {
    let folder = tempfile::tempdir().unwrap();
    let table = String::from_utf8(cli(folder.path(), &["commands"]).stdout).unwrap();
    let row = table
        .lines()
        .find(|line| line.starts_with("client.save "))
        .expect("client.save is a command");
    assert!(
        row.contains("change") && row.contains("ClientSave") && row.contains("Saved"),
        "{row}"
    );
    let lines = cli(folder.path(), &["commands", "--json"]).stdout;
    let names: Vec<Value> = String::from_utf8(lines)
        .unwrap()
        .lines()
        .map(|line| json_of(line.as_bytes()))
        .collect();
    assert_eq!(
        names.len(),
        table.lines().count(),
        "the same list in both forms"
    );
    assert_eq!(
        folder.path().read_dir().unwrap().count(),
        0,
        "listing opens no studio"
    );
}

#[test]
fn an_answer_is_json_and_the_studio_is_made_on_first_use() {
    let folder = tempfile::tempdir().unwrap();
    let output = cli(&folder.path().join("new"), &["call", "app.status"]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(json_of(&output.stdout)["phase"], "first_run");
}

#[test]
fn the_request_may_come_through_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_safelight-cli"))
        .arg("--data")
        .arg(folder.path())
        .args(["call", "search.find", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"{\"query\": \"nobody\"}")
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(json_of(&output.stdout), json!({ "hits": [] }));
}

#[test]
fn the_exit_code_says_what_kind_of_refusal_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |words: &[&str]| {
        let output = cli(folder.path(), words);
        assert!(output.stdout.is_empty(), "a refusal is no answer");
        (output.status.code().unwrap(), output.stderr)
    };
    assert_eq!(
        refused(&["call", "no.such"]).0,
        2,
        "there is no such command"
    );
    assert_eq!(refused(&["call", "client.get", "{"]).0, 2, "no JSON");
    let (code, error) = refused(&["call", "client.get", "{\"idd\": \"1\"}"]);
    assert_eq!(
        (code, &json_of(&error)["code"]),
        (2, &json!("bad_request")),
        "another shape"
    );
    let (code, error) = refused(&[
        "call",
        "client.get",
        "{\"id\": \"01890000-0000-7000-8000-000000000000\"}",
    ]);
    assert_eq!(
        (code, &json_of(&error)["code"]),
        (5, &json!("not_found")),
        "no such client"
    );
}

#[test]
fn a_file_that_is_no_studio_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("studio.db");
    std::fs::write(
        &file,
        "a shopping list, kept under a wrong name, long enough to be mistaken for a database",
    )
    .unwrap();
    let before = std::fs::read(&file).unwrap();
    let output = cli(folder.path(), &["call", "app.status"]);
    assert_eq!(
        output.status.code(),
        Some(6),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(
        std::fs::read(&file).unwrap(),
        before,
        "nothing of it is changed"
    );
}
