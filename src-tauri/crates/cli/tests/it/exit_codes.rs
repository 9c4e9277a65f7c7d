//! What a script can rely on: answers on standard output, refusals as JSON on standard error, one exit code a class.

use std::io::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::studio::{Said, Studio, business, client};

fn typed(studio: &Studio, words: &[&str], bytes: &[u8]) -> Said {
    let mut command = studio.program(words);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // The program may refuse before it has read everything.
    let _ = input.write_all(bytes);
    drop(input);
    Said::of(&child.wait_with_output().unwrap())
}

fn refused(said: &Said, class: i32, code: &str) -> Value {
    let refusal = said.refusal();
    assert_eq!(said.code, Some(class), "{refusal}");
    assert_eq!(refusal["code"], code, "{refusal}");
    assert_eq!(said.out, "", "a refusal answers nothing");
    refusal
}

#[test]
fn every_command_of_the_window_is_listed_with_its_shapes() {
    let studio = Studio::nothing();
    let table = studio.say(&["commands"]);
    let lines = studio.say(&["commands", "--json"]);
    assert_eq!((table.code, lines.code), (Some(0), Some(0)));
    let listed: Vec<Value> = lines
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(
        listed.len(),
        api::commands::COMMANDS.len(),
        "none is left out"
    );
    assert_eq!(
        table.out.lines().count(),
        listed.len(),
        "both lists are the same one"
    );
    for (info, (row, line)) in api::commands::COMMANDS
        .iter()
        .zip(listed.iter().zip(table.out.lines()))
    {
        assert_eq!(
            (&row["name"], &row["request"]),
            (&json!(info.name), &json!(info.request))
        );
        assert!(line.starts_with(info.name), "{line}");
    }
    assert!(!studio.data().exists(), "a list needs no studio");
}

#[test]
fn a_request_that_makes_no_sense_ends_with_two() {
    let studio = Studio::new();
    refused(
        &studio.say(&["call", "invoice.destroy", "{}"]),
        2,
        "bad_request",
    );
    refused(
        &studio.say(&["call", "client.get", "{id:"]),
        2,
        "bad_request",
    );
    refused(
        &studio.say(&["call", "client.get", "{\"name\":1}"]),
        2,
        "bad_request",
    );
    refused(&studio.say(&["call", "client.get", "[]"]), 2, "bad_request");
    refused(
        &typed(
            &studio,
            &["call", "client.get", "-"],
            b"{\"id\":\"\xff\xfe\"}",
        ),
        2,
        "bad_request",
    );
    refused(
        &typed(&studio, &["call", "client.get", "-"], b""),
        2,
        "bad_request",
    );
    let deep = "[".repeat(100_000);
    refused(
        &typed(&studio, &["call", "client.get", "-"], deep.as_bytes()),
        2,
        "bad_request",
    );
    assert_eq!(
        studio.say(&["call"]).code,
        Some(2),
        "a command line without a command"
    );
    assert_eq!(
        studio.say(&["paint"]).code,
        Some(2),
        "a word that is none of ours"
    );
}

#[test]
fn a_request_larger_than_any_command_takes_is_refused_and_leaves_nothing() {
    let studio = Studio::new();
    let mut facts = client("Nordlicht GmbH");
    facts["note"] = json!("x".repeat(3 << 20));
    let request = json!({ "id": null, "expectedVersion": 0, "client": facts }).to_string();
    refused(
        &typed(&studio, &["call", "client.save", "-"], request.as_bytes()),
        2,
        "bad_request",
    );
    // Far beyond: it is not even read to its end.
    let endless = vec![b' '; 64 << 20];
    refused(
        &typed(&studio, &["call", "client.save", "-"], &endless),
        2,
        "bad_request",
    );
    let page = studio.call(
        "clients.list",
        &json!({ "search": "", "offset": 0, "limit": 10 }),
    );
    assert_eq!(page["total"], 0, "nothing was saved");
}

#[test]
fn a_request_id_belongs_to_one_command() {
    let studio = Studio::new();
    let request =
        json!({ "id": null, "expectedVersion": 0, "client": client("Nordlicht GmbH") }).to_string();
    let words = ["call", "client.save", &request, "--request-id", "r1"];
    let first = studio.say(&words).answer();
    assert_eq!(studio.say(&words).answer(), first, "the same answer again");
    refused(
        &studio.say(&["call", "today.catchUp", "{}", "--request-id", "r1"]),
        2,
        "bad_request",
    );
    let page = studio.call(
        "clients.list",
        &json!({ "search": "", "offset": 0, "limit": 10 }),
    );
    assert_eq!(page["total"], 1, "done twice is done once");
}

#[test]
fn a_wrong_field_ends_with_three_and_is_named() {
    let studio = Studio::new();
    let mut facts = client("");
    facts["email"] = json!("nobody");
    let said = studio.ask(
        "client.save",
        &json!({ "id": null, "expectedVersion": 0, "client": facts }),
    );
    let refusal = refused(&said, 3, "validation");
    let fields = refusal["fields"].as_array().unwrap();
    let named: Vec<&str> = fields
        .iter()
        .filter_map(|field| field["field"].as_str())
        .collect();
    assert!(
        named.contains(&"client.name") && named.contains(&"client.email"),
        "{named:?}"
    );
}

#[test]
fn what_is_not_possible_now_ends_with_four() {
    let studio = Studio::new();
    refused(&studio.ask("backup.now", &json!({})), 4, "precondition");
    let saved = studio.call(
        "client.save",
        &json!({ "id": null, "expectedVersion": 0, "client": client("Nord") }),
    );
    let stale = json!({ "id": saved["id"], "expectedVersion": 7, "client": client("Sued") });
    refused(&studio.ask("client.save", &stale), 4, "conflict");
    let draft = studio.draft(saved["id"].as_str().unwrap());
    let guessed = json!({ "draft": draft, "reviewToken": "0".repeat(64) });
    refused(&studio.ask("invoice.issue", &guessed), 4, "review_outdated");
}

#[test]
fn what_does_not_exist_ends_with_five() {
    let studio = Studio::new();
    refused(
        &studio.ask("client.get", &json!({ "id": "nobody" })),
        5,
        "not_found",
    );
    refused(
        &studio.say(&["call", "document.bytes", "{\"id\":\"none\"}"]),
        5,
        "not_found",
    );
}

#[test]
fn a_file_handed_over_that_is_none_ends_with_six() {
    let studio = Studio::new();
    let words = |token: &'static str| ["call", "business.save", "", "--file", token];
    let mut saved = business();
    saved["expectedVersion"] = json!(1);
    let saved = saved.to_string();
    let mut missing = words("logoToken=/nowhere/logo.png");
    missing[2] = &saved;
    refused(&studio.say(&missing), 6, "bad_file");
    std::fs::write(
        studio.place.join("logo.png"),
        b"\x89PNG\r\n\x1a\nand then nothing",
    )
    .unwrap();
    let token = format!("logoToken={}", studio.place.join("logo.png").display());
    refused(
        &studio.say(&["call", "business.save", &saved, "--file", &token]),
        6,
        "bad_file",
    );
    let seen = studio.call("business.get", &json!({}));
    assert_eq!(
        (&seen["version"], &seen["hasLogo"]),
        (&json!(1), &json!(false)),
        "nothing was changed"
    );
}

#[test]
#[cfg(unix)]
fn an_answer_that_cannot_be_written_is_not_called_a_mistake_in_the_request() {
    let studio = Studio::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let Ok(full) = full else { return };
    let request =
        json!({ "id": null, "expectedVersion": 0, "client": client("Nordlicht GmbH") }).to_string();
    let mut command = studio.program(&["call", "client.save", &request, "--request-id", "r1"]);
    let said = Said::of(&command.stdout(full).output().unwrap());
    refused(&said, 6, "io");
    let again = studio.say(&["call", "client.save", &request, "--request-id", "r1"]);
    again.answer();
    let page = studio.call(
        "clients.list",
        &json!({ "search": "", "offset": 0, "limit": 10 }),
    );
    assert_eq!(
        page["total"], 1,
        "it was saved, and asking again with the same id gives the answer"
    );
}
