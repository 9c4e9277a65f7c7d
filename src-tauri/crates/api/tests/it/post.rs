//! Papers for the post: kept like letters, and nothing is posted by making them.

use api::ErrorCode;
use serde_json::{Value, json};

use crate::scene::Studio;

fn order(kind: &str, documents: &[&str], on: &Value) -> Value {
    json!({
        "kind": kind, "documents": documents, "on": on, "firstLabel": 1, "service": "Signed For",
        "postedBy": "Ada Lens",
    })
}

#[tokio::test]
async fn what_goes_to_the_post_is_made_for_the_papers_that_were_chosen() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let letter = studio.make_letter(&case, "friendly_reminder").await;
    let other = studio.client("Zoe Quick").await;
    let invoice = studio.invoice(&other, 90).await;
    let view = studio.ok("invoice.get", json!({ "id": invoice })).await;
    let bill = view["documentId"].as_str().unwrap();
    let choices = studio.ok("post.choices", json!({})).await;
    let envelope = choices["envelopes"][0]["id"].clone();
    let sheet = choices["labels"][0]["id"].clone();

    for (kind, documents, on) in [
        ("envelope", vec![letter.as_str()], envelope.clone()),
        ("labels", vec![letter.as_str(), bill], sheet),
        (
            "posting_list",
            vec![letter.as_str(), bill, bill],
            Value::Null,
        ),
        ("calibration", vec![], Value::Null),
    ] {
        let made = studio.ok("post.make", order(kind, &documents, &on)).await;
        let view = studio
            .ok("document.get", json!({ "id": made["document"] }))
            .await;
        assert_eq!(view["document"]["kind"], kind);
        assert_eq!(view["log"][0]["kind"], "document_made", "it is logged");
        let page = studio
            .bytes("document.bytes", made["document"].as_str().unwrap())
            .await;
        assert!(page.starts_with(b"%PDF-"));
    }
    let two = order("envelope", &[letter.as_str(), bill], &envelope);
    let refused = studio.refused("post.make", two).await;
    assert_eq!(
        refused.code,
        ErrorCode::Precondition,
        "one envelope, one client"
    );
    assert_eq!(
        studio.rung(&case, "friendly_reminder").await["state"],
        "now",
        "a posting list posts nothing"
    );
}

#[tokio::test]
async fn a_posting_list_names_the_file_that_was_printed() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let letter = studio.make_letter(&case, "friendly_reminder").await;
    let row = studio.ok("document.get", json!({ "id": letter })).await;
    let sum = row["document"]["sha256"].as_str().unwrap().to_owned();
    let made = studio
        .ok(
            "post.make",
            order("posting_list", &[letter.as_str()], &Value::Null),
        )
        .await;
    let page = studio
        .bytes("document.bytes", made["document"].as_str().unwrap())
        .await;
    let words = documents::words(&page)
        .unwrap()
        .replace(char::is_whitespace, "");
    assert!(
        words.contains(&sum[..16]),
        "its checksum stands on the list: {words}"
    );
}
