//! What was signed: letters quote its exact words, or its number and nothing else.

use serde_json::{Value, json};

use crate::scene::{Studio, client, pounds, text, untaxed};

const WORDS: &str = "On sums unpaid after the due date the Client pays interest at 8 % a year.";

/// A late invoice of a job with an agreement whose clause has these words: the case.
async fn late_under(studio: &Studio, words: &str) -> String {
    let client = studio.save_client(client("Northgate Lofts Ltd")).await;
    let job = json!({
        "client": client, "title": "Show flats", "kind": "property", "eventOn": null, "deliveredOn": null,
        "price": pounds(50_000), "bookedOn": null, "schedule": {"kind": "atOnce"}, "place": "", "note": ""
    });
    let job = text(
        &studio
            .ok(
                "job.save",
                json!({"id": null, "expectedVersion": 0, "job": job}),
            )
            .await["id"],
    );
    let agreement = json!({
        "title": "Photography agreement", "signedOn": "2026-01-15",
        "terms": [
            {"kind": "payment", "clause": "4.1", "words": "", "page": 2, "days": 10},
            {"kind": "late_charge", "clause": "4.3", "words": words, "page": 2, "days": null}
        ]
    });
    let attach =
        json!({"job": job, "expectedVersion": 0, "agreement": agreement, "fileToken": null});
    studio.ok("agreement.save", attach).await;
    let draft = studio
        .draft_with(json!({"client": null, "job": job}), |draft| {
            assert_eq!(
                draft["paymentDays"], 10,
                "the agreed term goes before the business's own"
            );
            draft["lines"] = json!([untaxed("Show flats", 500)]);
        })
        .await;
    let invoice = text(&studio.issue(draft).await["invoice"]);
    studio.on("2026-03-20");
    studio.catch_up().await;
    studio.answer_no(&invoice).await;
    let case = studio.case(&client).await.unwrap();
    let reminder = studio.make_letter(&case, "friendly_reminder").await;
    studio.hand_over(&reminder, "email").await;
    studio.on("2026-04-20");
    studio.checked(&case).await;
    case
}

async fn demand(studio: &Studio, case: &str) -> String {
    let review: Value = studio.look_at_letter(case, "formal_demand").await;
    assert!(
        review["reviewToken"].is_string(),
        "the demand is ready: {}",
        review["checks"]
    );
    text(&review["text"])
}

#[tokio::test]
async fn a_demand_quotes_the_clause_in_its_exact_words() {
    let studio = Studio::open().await;
    let case = late_under(&studio, WORDS).await;
    let text = demand(&studio, &case).await;
    assert!(text.contains(WORDS), "{text}");
    assert!(
        text.contains("4.3") && text.contains("page 2"),
        "with its number and page: {text}"
    );
}

#[tokio::test]
async fn without_its_words_a_clause_is_cited_by_number_and_nothing_is_quoted() {
    let studio = Studio::open().await;
    let case = late_under(&studio, "").await;
    let text = demand(&studio, &case).await;
    assert!(text.contains("4.3"), "{text}");
    let quoted = text.replace("“Photography agreement”", "");
    assert!(
        !quoted.contains(['“', '”', '"']),
        "nothing stands in quotation marks that nobody wrote: {text}"
    );
}

#[tokio::test]
async fn an_invoice_shows_the_clause_it_will_quote() {
    let studio = Studio::open().await;
    late_under(&studio, WORDS).await;
    let jobs = studio
        .ok(
            "jobs.list",
            json!({"search": "", "client": null, "offset": 0, "limit": 10}),
        )
        .await;
    let draft = studio
        .ok(
            "draft.new",
            json!({"client": null, "job": jobs["rows"][0]["id"]}),
        )
        .await;
    let view = studio.ok("draft.get", json!({"id": draft["id"]})).await;
    assert_eq!(view["check"]["lateClause"], WORDS);
}
