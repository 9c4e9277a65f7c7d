//! Papers: found by the words that stand on them.

use serde_json::{Value, json};

use crate::scene::{Studio, text};

fn asked(search: &str) -> Value {
    json!({
        "search": search, "client": null, "kind": null, "madeFrom": null, "madeUntil": null,
        "sort": "best", "descending": true, "offset": 0, "limit": 10
    })
}

#[tokio::test]
async fn a_paper_is_found_by_any_word_that_stands_on_it() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let letter = studio.make_letter(&case, "friendly_reminder").await;
    let found = studio.ok("documents.list", asked("slipped")).await;
    assert_eq!(found["total"], 1, "{found}");
    let row = &found["rows"][0];
    assert_eq!(text(&row["id"]), letter);
    let hits: Vec<&Value> = row["excerpt"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|part| part["isHit"] == true)
        .collect();
    assert!(!hits.is_empty(), "the words around it are shown: {row}");
    assert_eq!(
        studio.ok("documents.list", asked("")).await["total"],
        2,
        "the invoice is there, too"
    );
    let palette = studio.ok("search.find", json!({"query": "slipped"})).await;
    assert_eq!(palette["hits"][0]["kind"], "document", "{palette}");
}

#[tokio::test]
async fn papers_are_listed_by_the_day_they_were_made_where_the_business_is() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    studio.make_letter(&case, "friendly_reminder").await;
    let between = |from: &str, until: &str| {
        let mut request = asked("");
        request["madeFrom"] = json!(from);
        request["madeUntil"] = json!(until);
        request
    };
    let day = studio
        .ok("documents.list", between("2026-03-26", "2026-03-26"))
        .await;
    assert_eq!(day["total"], 1, "the letter of that day: {day}");
    let after = studio
        .ok("documents.list", between("2026-03-27", "2026-12-31"))
        .await;
    assert_eq!(after["total"], 0);
}

#[tokio::test]
async fn copies_of_papers_go_into_a_folder_beside_what_is_there_and_the_log_says_so() {
    let studio = Studio::open().await;
    let client = studio.client("Brightwater").await;
    let invoice = studio.invoice(&client, 480).await;
    let view = studio.ok("invoice.get", json!({ "id": invoice })).await;
    let id = text(&view["documentId"]);
    let bytes = studio.bytes("document.bytes", &id).await;
    let folder = tempfile::tempdir().unwrap();
    let token = studio.api.offer_path(folder.path().into()).unwrap().token;
    let request = json!({ "id": id, "folderToken": token });
    let first = text(&studio.ok("document.saveTo", request.clone()).await["name"]);
    let second = text(&studio.ok("document.saveTo", request).await["name"]);
    assert_ne!(first, second, "what is there is never replaced");
    for name in [first, second] {
        let copy = std::fs::read(folder.path().join(&name)).unwrap();
        assert!(copy == bytes, "{name}: the same bytes as issued");
    }
    let log = studio.ok("document.get", json!({ "id": id })).await;
    let saved: Vec<&Value> = log["log"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["kind"] == "document_opened")
        .collect();
    assert_eq!(saved.len(), 2, "{log}");
    let unknown = json!({ "id": id, "folderToken": "a-path-is-no-token" });
    studio
        .wrong("document.saveTo", unknown, "folderToken", "unknown")
        .await;
}
