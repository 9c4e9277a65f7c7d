//! What a payer is told about the account, and what law asks of an invoice.

use serde_json::{Value, json};

use crate::scene::{Studio, business, line, text};

/// Saves the business with a change, under its present version.
async fn change(studio: &Studio, change: impl FnOnce(&mut Value)) {
    let view = studio.ok("business.get", json!({})).await;
    let mut business = view["business"].clone();
    change(&mut business);
    let save = json!({
        "expectedVersion": view["version"], "business": business, "logoToken": null, "removeLogo": false
    });
    studio.ok("business.save", save).await;
}

#[tokio::test]
async fn what_law_asks_for_is_named_before_issue_and_does_not_stop_it() {
    let studio = Studio::open().await;
    let client = studio.client("Brightwater").await;
    let draft = studio.draft(&client, vec![line("Half day", 480)]).await;
    let expected = json!([{
        "content": "supply_date", "rule": "VAT Regulations 1995 reg. 14 (1)(b)", "severity": "must",
        "asOf": "2026-11-21", "confidence": "from_knowledge"
    }]);
    let view = studio.ok("draft.get", json!({"id": draft.0})).await;
    assert_eq!(view["check"]["missing"], expected, "while it is written");
    let review = studio.review(&draft).await;
    assert_eq!(review["missing"], expected, "and before it leaves");
    let issued = studio.issue(draft).await;
    assert_eq!(issued["number"], "2026-0001", "a warning is not a refusal");
}

#[tokio::test]
async fn a_value_that_keeps_the_code_away_is_named_in_the_review() {
    let studio = Studio::open().await;
    change(&studio, |business| {
        business["currency"] = json!("EUR");
        business["bank"]["iban"] = json!("DE89370400440532013000");
        business["bank"]["holder"] = json!("n".repeat(71));
    })
    .await;
    let client = studio.client("Brightwater").await;
    let draft = studio.draft(&client, vec![line("Half day", 480)]).await;
    let review = studio.review(&draft).await;
    assert_eq!(
        review["codeProblems"],
        json!([{"field": "name", "problem": "too_long"}])
    );
}

#[tokio::test]
async fn letters_say_since_when_the_account_holds() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let words = |review: Value| text(&review["text"]);
    let before = words(studio.look_at_letter(&case, "friendly_reminder").await);
    assert!(before.contains("Unchanged since 2 March 2026"), "{before}");
    change(&studio, |business| {
        business["phone"] = json!("0113 496 0142");
    })
    .await;
    let same = words(studio.look_at_letter(&case, "friendly_reminder").await);
    assert!(
        same.contains("Unchanged since 2 March 2026"),
        "another field: {same}"
    );
    change(&studio, |business| {
        business["bank"]["iban"] = json!("BE68539007547034");
    })
    .await;
    let after = words(studio.look_at_letter(&case, "friendly_reminder").await);
    assert!(after.contains("Unchanged since 26 March 2026"), "{after}");
    assert!(
        after.contains("+++"),
        "and the reference follows the account: {after}"
    );
}

#[tokio::test]
async fn a_wrong_sort_code_or_link_is_refused() {
    let studio = Studio::open().await;
    let mut wrong = business();
    wrong["bank"]["routing"] = json!("20-20-1");
    wrong["bank"]["paymentLink"] = json!("http://pay.example.com");
    let save =
        json!({"expectedVersion": 1, "business": wrong, "logoToken": null, "removeLogo": false});
    studio
        .wrong(
            "business.save",
            save.clone(),
            "business.bank.routing",
            "wrong_format",
        )
        .await;
    studio
        .wrong(
            "business.save",
            save,
            "business.bank.paymentLink",
            "wrong_format",
        )
        .await;
}

#[tokio::test]
async fn a_reminder_carries_the_codes_that_its_invoice_has() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let page = async || {
        let request = json!({ "case": case, "kind": "friendly_reminder", "deadlineOn": null });
        studio.api.bytes("letter.preview", request).await.unwrap()
    };
    let pounds = page().await.len();
    change(&studio, |business| {
        business["bank"]["paymentLink"] = json!("https://pay.example.com/ana");
    })
    .await;
    let with_link = documents::words(&page().await).unwrap();
    assert!(with_link.contains("Scan to pay online"), "{with_link}");
    assert!(page().await.len() > pounds, "the code is drawn");
}
