//! The sample studio: whole, believable, made once.

use api::{Api, Clock, FILE_NAME, MovableClock, Options, make_sample_studio};
use serde_json::{Value, json};

use crate::scene::{instant, options, text};

async fn ask(api: &Api, name: &str, request: Value) -> Value {
    api.call(name, request, None)
        .await
        .unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn invoices(view: &str) -> Value {
    json!({"view": view, "search": "", "client": null, "sort": "number", "descending": false, "offset": 0, "limit": 500})
}

/// Counts of the rows by a word that each has.
fn by(rows: &Value, field: &str) -> std::collections::BTreeMap<String, usize> {
    let mut counts = std::collections::BTreeMap::new();
    for row in rows.as_array().unwrap() {
        *counts.entry(text(&row[field])).or_insert(0) += 1;
    }
    counts
}

#[tokio::test]
async fn the_sample_shows_every_state_and_every_rung() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("sample-studio");
    std::fs::create_dir_all(data.join("logs")).unwrap();
    // Just after midnight early in a year: the latest events lie in the year before.
    let clock = MovableClock::at(instant("2027-01-12T00:05:00.000Z"));
    make_sample_studio(options(&data, &clock)).await.unwrap();
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(
        left,
        ["sample-studio"],
        "nothing half-made is left beside it"
    );
    let api = Api::open(options(&data, &clock)).await.unwrap();

    let status = ask(&api, "app.status", json!({})).await;
    assert_eq!(
        (&status["studio"], &status["sample"]),
        (&json!("Field & Grain"), &json!(true))
    );
    let clients = ask(
        &api,
        "clients.list",
        json!({"search": "", "offset": 0, "limit": 100}),
    )
    .await;
    assert_eq!(clients["total"], 20);
    assert_eq!(
        by(&clients["rows"], "kind").len(),
        4,
        "every kind of client"
    );
    let all = ask(&api, "invoices.list", invoices("all")).await;
    let drafts = all["counts"]["drafts"].as_u64().unwrap();
    assert_eq!((all["total"].as_u64().unwrap() + drafts, drafts), (60, 3));
    let found = by(&all["rows"], "status");
    for state in ["open", "part_paid", "overdue", "paid"] {
        assert!(found.contains_key(state), "{state} in {found:?}");
    }
    let numbers: Vec<String> = all["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| text(&row["number"]))
        .collect();
    assert!(
        numbers.contains(&"FG-0312".to_owned()),
        "the debt from before keeps its own number"
    );

    let today = ask(&api, "today.get", json!({})).await;
    let cards = by(&today["cards"], "kind");
    for kind in [
        "due_question",
        "step",
        "hand_over",
        "close_case",
        "invoice_job",
        "draft",
    ] {
        assert!(cards.contains_key(kind), "{kind} in {cards:?}");
    }
    let steps: Vec<&Value> = today["cards"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|card| card["kind"] == "step")
        .map(|card| &card["step"])
        .collect();
    for step in ["friendly_reminder", "call", "formal_demand"] {
        assert!(
            steps.contains(&&json!(step)),
            "{step} is due somewhere: {steps:?}"
        );
    }
    assert!(
        today["comingUp"]
            .as_array()
            .unwrap()
            .iter()
            .any(|item| item["kind"] == "deadline"),
        "a demand's deadline runs"
    );
    let pounds = &today["money"][0];
    for band in pounds["aging"].as_array().unwrap() {
        assert!(
            band["amount"]["minor"].as_i64().unwrap() > 0,
            "something in each band: {band}"
        );
    }
    assert_eq!(today["money"][1]["currency"], "EUR");
    let cases = ask(&api, "cases.list", json!({"closed": false})).await;
    assert_eq!((&cases["open"], &cases["closed"]), (&json!(7), &json!(3)));

    let case = &cases["rows"][0]["id"];
    let chain = ask(&api, "case.get", json!({"id": case})).await["chain"].clone();
    assert_eq!(chain["brokenAt"], Value::Null, "its log verifies");
    let paper = ask(
        &api,
        "documents.list",
        json!({"search": "", "client": null, "kind": "formal_demand", "madeFrom": null, "madeUntil": null, "sort": "best", "descending": true, "offset": 0, "limit": 5}),
    )
    .await;
    let words = ask(&api, "document.text", json!({"id": paper["rows"][0]["id"]})).await;
    assert!(
        text(&words["text"]).contains("interest at 8 % a year"),
        "the demand quotes the agreement: {words}"
    );
    let logo = api.bytes("business.logo", json!({})).await.unwrap();
    assert!(logo.starts_with(&[0x89, b'P', b'N', b'G']));
}

#[tokio::test]
async fn a_studio_with_a_business_is_left_alone() {
    let studio = crate::scene::Studio::open().await;
    studio.client("Kofi").await;
    let data = studio.api.data().to_owned();
    studio.api.close().await.unwrap();
    let before = std::fs::read(data.join(FILE_NAME)).unwrap();
    make_sample_studio(options(&data, &studio.clock))
        .await
        .unwrap();
    let api = Api::open(options(&data, &studio.clock)).await.unwrap();
    assert_eq!(
        ask(&api, "app.status", json!({})).await["studio"],
        "Lens & Light",
        "nobody's studio is written over"
    );
    api.close().await.unwrap();
    assert_eq!(
        std::fs::read(data.join(FILE_NAME)).unwrap().len(),
        before.len()
    );
}

#[tokio::test]
async fn what_cannot_be_made_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sample-studio");
    std::fs::write(&file, "a file in the way").unwrap();
    let options = Options {
        data: file.join("inside"),
        clock: Clock::Fixed(instant("2026-03-02T09:00:00.000Z")),
        program_version: "test".to_owned(),
    };
    make_sample_studio(options).await.unwrap_err();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "a file in the way");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
