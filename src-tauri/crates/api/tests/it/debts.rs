//! "Is somebody not paying you now?": an invoice made elsewhere.

use api::ErrorCode;
use serde_json::{Value, json};

use crate::scene::{Studio, pounds, text};

const SCAN: &[u8] = b"%PDF-1.4\n% a scan\n%%EOF\n";

fn debt(client: &str, start_at: &str) -> Value {
    json!({
        "client": client, "number": "INV-0312", "title": "Menu photographs", "issuedOn": "2025-11-20", "dueOn": "2025-12-20",
        "total": pounds(168_000), "open": pounds(128_000), "fileToken": null, "startAt": start_at,
        "tried": [
            {"what": "reminder", "on": "2026-01-10", "note": "Asked by e-mail"},
            {"what": "call", "on": "2026-02-01", "note": "After the summer, he said"}
        ]
    })
}

#[tokio::test]
async fn a_recorded_debt_takes_no_number_and_starts_where_the_owner_says() {
    let studio = Studio::open().await;
    let client = studio.client("Halcyon").await;
    let scan = studio.folder.path().join("old invoice.pdf");
    std::fs::write(&scan, SCAN).unwrap();
    let mut record = debt(&client, "call");
    record["fileToken"] = json!(studio.api.offer_path(scan).unwrap().token);
    let recorded = studio.ok("debt.record", record).await;
    let case = text(&recorded["case"]);
    assert_eq!(
        studio.ok("numbering.get", json!({})).await["next"],
        1,
        "no number of ours is used"
    );
    assert_eq!(
        studio.rung(&case, "friendly_reminder").await["state"],
        "skipped",
        "what was tried before counts as passed"
    );
    assert_eq!(studio.rung(&case, "call").await["state"], "now");
    let cards = studio.cards("step").await;
    assert_eq!(
        (cards.len(), &cards[0]["step"]),
        (1, &json!("call")),
        "no question whether it was paid: we were just told"
    );

    let view = studio
        .ok("invoice.get", json!({"id": recorded["invoice"]}))
        .await;
    assert_eq!(
        (&view["kind"], &view["open"], &view["total"]),
        (&json!("recorded"), &pounds(128_000), &pounds(168_000))
    );
    let log = studio.ok("case.get", json!({"id": case})).await["log"].clone();
    let tried = log
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["words"]["before"] == "safelight")
        .count();
    assert_eq!(
        tried, 2,
        "what was tried is in the log, marked as from before"
    );
}

#[tokio::test]
async fn a_recorded_debt_is_recorded_once_and_never_drawn_again() {
    let studio = Studio::open().await;
    let client = studio.client("Halcyon").await;
    let recorded = studio
        .ok("debt.record", debt(&client, "friendly_reminder"))
        .await;
    studio
        .wrong(
            "debt.record",
            debt(&client, "friendly_reminder"),
            "number",
            "taken",
        )
        .await;
    let duplicate = studio
        .refused("invoice.duplicate", json!({"id": recorded["invoice"]}))
        .await;
    assert_eq!(duplicate.code, ErrorCode::Precondition);
    let documents = json!({"search": "", "client": client, "kind": "invoice", "madeFrom": null, "madeUntil": null, "sort": "best", "descending": true, "offset": 0, "limit": 10});
    assert_eq!(
        studio.ok("documents.list", documents).await["total"],
        0,
        "no invoice of ours is drawn for it"
    );
}

#[tokio::test]
async fn the_scan_of_a_recorded_debt_goes_along_with_the_reminder() {
    let studio = Studio::open().await;
    let client = studio.client("Halcyon").await;
    let scan = studio.folder.path().join("old invoice.pdf");
    std::fs::write(&scan, SCAN).unwrap();
    let mut record = debt(&client, "friendly_reminder");
    record["fileToken"] = json!(studio.api.offer_path(scan).unwrap().token);
    let case = text(&studio.ok("debt.record", record).await["case"]);
    let document = studio.make_letter(&case, "friendly_reminder").await;
    let mail = String::from_utf8(studio.bytes("document.eml", &document).await).unwrap();
    assert!(mail.contains("old invoice.pdf"), "the paper the client has");
}

#[tokio::test]
async fn a_debt_that_cannot_be_is_refused_whole() {
    let studio = Studio::open().await;
    let client = studio.client("Halcyon").await;
    let with = |field: &str, value: Value| {
        let mut record = debt(&client, "call");
        record[field] = value;
        record
    };
    studio
        .wrong(
            "debt.record",
            with("open", pounds(0)),
            "open",
            "must_be_positive",
        )
        .await;
    studio
        .wrong(
            "debt.record",
            with("open", pounds(168_001)),
            "open",
            "too_large",
        )
        .await;
    studio
        .wrong(
            "debt.record",
            with("open", json!({"minor": 1, "currency": "EUR"})),
            "open",
            "currency_mismatch",
        )
        .await;
    studio
        .wrong(
            "debt.record",
            with("issuedOn", json!("1900-01-01")),
            "issuedOn",
            "implausible",
        )
        .await;
    studio
        .wrong(
            "debt.record",
            with("dueOn", json!("9999-12-31")),
            "dueOn",
            "implausible",
        )
        .await;
    studio
        .wrong(
            "debt.record",
            with("issuedOn", json!("2026-03-03")),
            "issuedOn",
            "in_future",
        )
        .await;
    studio
        .wrong(
            "debt.record",
            with("fileToken", json!("made-up")),
            "fileToken",
            "unknown",
        )
        .await;
    let unknown = studio
        .refused("debt.record", with("client", json!("nobody")))
        .await;
    assert_eq!(unknown.code, ErrorCode::NotFound);
    assert!(studio.numbers().await.is_empty(), "no half of it is there");
    assert_eq!(studio.case(&client).await, None);
}

#[tokio::test]
async fn an_invoice_of_ours_is_not_recorded_a_second_time_as_a_debt() {
    let studio = Studio::open().await;
    let client = studio.client("Halcyon").await;
    studio.invoice(&client, 500).await;
    let mut record = debt(&client, "call");
    record["number"] = json!("2026-0001");
    studio.wrong("debt.record", record, "number", "taken").await;
}
