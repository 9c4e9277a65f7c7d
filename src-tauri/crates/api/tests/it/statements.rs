//! Statements of account and receipts: sums that agree with the books, made once, on a day that was looked at.

use api::ErrorCode;
use serde_json::{Value, json};

use crate::scene::{Studio, pounds, text};

fn statement(client: &str) -> Value {
    json!({ "client": client, "from": null })
}

fn make(client: &str, checked: bool) -> Value {
    json!({ "client": client, "from": null, "checked": checked })
}

async fn kinds(studio: &Studio) -> Vec<String> {
    let all = json!({
        "search": "", "client": null, "kind": null, "madeFrom": null, "madeUntil": null, "sort": "best",
        "descending": true, "offset": 0, "limit": 50
    });
    let page = studio.ok("documents.list", all).await;
    let rows = page["rows"].as_array().unwrap();
    rows.iter().map(|row| text(&row["kind"])).collect()
}

#[tokio::test]
async fn a_statement_says_what_is_owed_and_how_it_came_to_that() {
    let studio = Studio::open().await;
    let (client, _, invoice) = studio.late().await;
    let paid = studio.pay(&client, &invoice, 12_000).await;
    let bounced = studio.pay(&client, &invoice, 5_000).await;
    let reverse = json!({ "id": bounced["id"], "reason": "bounced" });
    studio.ok("payment.reverse", reverse).await;

    let review = studio.ok("statement.review", statement(&client)).await;
    assert_eq!(review["problem"], Value::Null, "{review}");
    assert_eq!(
        review["owed"],
        json!([pounds(38_000)]),
        "500 less 120; what bounced is owed again"
    );
    for sum in ["500.00", "120.00", "50.00", "£380.00"] {
        assert!(
            text(&review["text"]).contains(sum),
            "{sum} in {}",
            review["text"]
        );
    }
    let page = studio
        .api
        .bytes("statement.preview", statement(&client))
        .await
        .unwrap();
    assert!(page.starts_with(b"%PDF-"));

    let refused = studio.refused("statement.make", make(&client, false)).await;
    assert_eq!(
        refused.code,
        ErrorCode::PaymentsNotChecked,
        "it is about an overdue sum"
    );
    assert_eq!(kinds(&studio).await, ["invoice"], "and nothing was made");
    let made = studio.ok("statement.make", make(&client, true)).await;
    let again = studio.ok("statement.make", make(&client, false)).await;
    assert_eq!(
        made, again,
        "the same statement on the same day is made once, and the look counts"
    );
    let view = studio
        .ok("document.get", json!({ "id": made["document"] }))
        .await;
    assert_eq!(view["document"]["kind"], "statement");
    assert_eq!(
        view["text"]["text"], review["text"],
        "its words are kept as they were"
    );
    assert_eq!(
        view["document"]["handedOverOn"],
        Value::Null,
        "making it sends nothing"
    );
    let mail = studio
        .bytes("document.eml", made["document"].as_str().unwrap())
        .await;
    assert!(String::from_utf8(mail).unwrap().contains("application/pdf"));
    assert_eq!(paid["id"].as_str().map(str::is_empty), Some(false));
}

#[tokio::test]
async fn a_statement_from_a_later_day_starts_with_what_was_owed_before() {
    let studio = Studio::open().await;
    let (client, _, invoice) = studio.late().await;
    studio.pay(&client, &invoice, 12_000).await;
    let later = json!({ "client": client, "from": "2026-03-26" });
    let review = studio.ok("statement.review", later).await;
    assert_eq!(review["problem"], Value::Null, "{review}");
    assert_eq!(
        review["owed"],
        json!([pounds(38_000)]),
        "the end is the same"
    );
    assert_eq!(review["from"], "2026-03-26");
}

#[tokio::test]
async fn a_client_without_an_account_gets_no_statement() {
    let studio = Studio::open().await;
    let client = studio.client("Nobody Yet").await;
    let review = studio.ok("statement.review", statement(&client)).await;
    assert_ne!(review["problem"], Value::Null, "there is nothing to state");
    assert_ne!(
        studio
            .refused("statement.make", make(&client, true))
            .await
            .code,
        ErrorCode::Internal
    );
    assert!(kinds(&studio).await.is_empty());
}

#[tokio::test]
async fn a_receipt_confirms_a_payment_and_not_one_that_was_taken_back() {
    let studio = Studio::open().await;
    let (client, _, invoice) = studio.late().await;
    let paid = studio.pay(&client, &invoice, 12_000).await;
    let id = json!({ "id": paid["id"] });
    let page = studio
        .api
        .bytes("receipt.preview", id.clone())
        .await
        .unwrap();
    assert!(page.starts_with(b"%PDF-"));
    let made = studio.ok("receipt.make", id.clone()).await;
    assert_eq!(studio.ok("receipt.make", id.clone()).await, made, "once");
    let view = studio
        .ok("document.get", json!({ "id": made["document"] }))
        .await;
    assert_eq!(view["document"]["kind"], "receipt");
    assert_eq!(
        view["text"],
        Value::Null,
        "it goes without words of its own"
    );
    let reverse = json!({ "id": paid["id"], "reason": "bounced" });
    studio.ok("payment.reverse", reverse).await;
    assert_eq!(
        studio.refused("receipt.make", id).await.code,
        ErrorCode::Precondition
    );
}
