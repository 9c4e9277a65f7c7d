//! Numbers, frozen papers, and the review that stands before each.

use api::{Api, ErrorCode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::scene::{Studio, business, line, text, untaxed};

#[tokio::test]
async fn a_draft_changed_after_its_review_is_not_issued_and_burns_no_number() {
    let studio = Studio::open().await;
    let client = studio.client("Brightwater").await;
    let draft = studio.draft(&client, vec![line("Half day", 480)]).await;
    let review = studio.review(&draft).await;
    let mut view = studio.ok("draft.get", json!({"id": draft.0})).await;
    view["draft"]["lines"][0]["unitPrice"] = json!(4_900_000);
    studio
        .ok(
            "draft.save",
            json!({"id": draft.0, "expectedVersion": draft.1, "draft": view["draft"]}),
        )
        .await;

    let issue = json!({"draft": draft.0, "reviewToken": review["reviewToken"]});
    let refused = studio.refused("invoice.issue", issue).await;
    assert_eq!(refused.code, ErrorCode::ReviewOutdated);
    let invented = json!({"draft": draft.0, "reviewToken": "0".repeat(64)});
    assert_eq!(
        studio.refused("invoice.issue", invented).await.code,
        ErrorCode::ReviewOutdated,
        "a token cannot be made up"
    );
    assert!(studio.numbers().await.is_empty(), "nothing was issued");
    let view = studio.ok("draft.get", json!({"id": draft.0})).await;
    assert_eq!(
        view["check"]["nextNumber"], "2026-0001",
        "and no number is gone"
    );
    let documents = json!({"search": "", "client": null, "kind": null, "madeFrom": null, "madeUntil": null, "sort": "best", "descending": true, "offset": 0, "limit": 10});
    assert_eq!(
        studio.ok("documents.list", documents).await["total"],
        0,
        "no paper either"
    );
}

#[tokio::test]
async fn a_review_is_outdated_by_a_change_of_the_client_it_printed() {
    let studio = Studio::open().await;
    let client = studio.client("Brightwater").await;
    let draft = studio.draft(&client, vec![line("Half day", 480)]).await;
    let review = studio.review(&draft).await;
    let renamed = json!({"id": client, "expectedVersion": 1, "client": crate::scene::client("Brightwater Brewing")});
    studio.ok("client.save", renamed).await;
    let issue = json!({"draft": draft.0, "reviewToken": review["reviewToken"]});
    assert_eq!(
        studio.refused("invoice.issue", issue).await.code,
        ErrorCode::ReviewOutdated
    );
}

#[tokio::test]
async fn a_paper_is_the_same_bytes_for_ever() {
    let studio = Studio::open().await;
    let client = studio.client("Brightwater").await;
    let draft = studio.draft(&client, vec![line("Half day", 480)]).await;
    let issued = studio.issue(draft).await;
    let document = text(&issued["document"]);
    let first = studio.bytes("document.bytes", &document).await;
    assert!(first.starts_with(b"%PDF-"), "the paper is a PDF");

    let mut changed = business();
    changed["name"] = json!("Ada Lens Pictures");
    changed["accent"] = json!("#114488");
    let save =
        json!({"expectedVersion": 1, "business": changed, "logoToken": null, "removeLogo": false});
    studio.ok("business.save", save).await;
    let renamed = json!({"id": client, "expectedVersion": 1, "client": crate::scene::client("Somebody else")});
    studio.ok("client.save", renamed).await;
    studio.on("2027-01-04");
    assert!(
        studio.bytes("document.bytes", &document).await == first,
        "a later print is the same bytes"
    );
    let second = studio.second().await;
    let read = second
        .bytes("document.bytes", json!({"id": document}))
        .await
        .unwrap();
    assert!(read == first, "from another process too");

    let documents = json!({"search": "", "client": null, "kind": null, "madeFrom": null, "madeUntil": null, "sort": "best", "descending": true, "offset": 0, "limit": 10});
    let row = studio.ok("documents.list", documents).await["rows"][0].clone();
    let hash = hex(&Sha256::digest(&first));
    assert_eq!(
        row["sha256"],
        json!(hash),
        "the hash that is kept is that of the bytes"
    );
}

#[tokio::test]
async fn asking_twice_with_one_request_id_issues_once() {
    let studio = Studio::open().await;
    let client = studio.client("Brightwater").await;
    let draft = studio.draft(&client, vec![line("Half day", 480)]).await;
    let review = studio.review(&draft).await;
    let issue = json!({"draft": draft.0, "reviewToken": review["reviewToken"]});
    let again = || {
        studio
            .api
            .call("invoice.issue", issue.clone(), Some("press-1".to_owned()))
    };
    let (first, second) = (again().await.unwrap(), again().await.unwrap());
    assert_eq!(first, second, "the second answer is the first one's");
    assert_eq!(studio.numbers().await, ["2026-0001"], "one invoice");
    let other = studio
        .api
        .call(
            "draft.new",
            json!({"client": null, "job": null}),
            Some("press-1".to_owned()),
        )
        .await;
    assert_eq!(
        other.unwrap_err().code,
        ErrorCode::BadRequest,
        "the id belongs to what it was used for"
    );
}

fn hex(bytes: &[u8]) -> String {
    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.concat()
}

async fn issue_some(api: &Api, client: &str, count: usize) {
    for _ in 0..count {
        let made = api
            .call("draft.new", json!({"client": client, "job": null}), None)
            .await
            .unwrap();
        let mut view = api
            .call("draft.get", json!({"id": made["id"]}), None)
            .await
            .unwrap();
        view["draft"]["lines"] = json!([untaxed("Print", 20)]);
        let save =
            json!({"id": made["id"], "expectedVersion": view["version"], "draft": view["draft"]});
        let saved = api.call("draft.save", save, None).await.unwrap();
        loop {
            let look = json!({"draft": saved["id"], "expectedVersion": saved["version"]});
            let review = api.call("invoice.review", look, None).await.unwrap();
            let issue = json!({"draft": saved["id"], "reviewToken": review["reviewToken"]});
            match api.call("invoice.issue", issue, None).await {
                Ok(_) => break,
                // The other process took the number that was shown.
                Err(error) => assert_eq!(error.code, ErrorCode::ReviewOutdated, "{error:?}"),
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_issue_at_once_and_the_numbers_have_no_gap() {
    let studio = Studio::open().await;
    let client = studio.client("Brightwater").await;
    let second = studio.second().await;
    tokio::join!(
        issue_some(&studio.api, &client, 5),
        issue_some(&second, &client, 5)
    );
    let expected: Vec<String> = (1..=10)
        .map(|counter| format!("2026-{counter:04}"))
        .collect();
    assert_eq!(
        studio.numbers().await,
        expected,
        "each number once, none left out"
    );
}

#[tokio::test]
async fn numbers_go_on_where_the_owner_says_and_never_back() {
    let studio = Studio::open().await;
    let client = studio.client("Brightwater").await;
    studio
        .ok(
            "numbering.save",
            json!({"pattern": "FG-{NNN}", "yearlyReset": false, "next": 143}),
        )
        .await;
    studio.invoice(&client, 20).await;
    assert_eq!(studio.numbers().await, ["FG-143"]);
    let back = json!({"pattern": "FG-{NNN}", "yearlyReset": false, "next": 143});
    studio
        .wrong("numbering.save", back, "next", "wrong_format")
        .await;
    let no_counter = json!({"pattern": "FG", "yearlyReset": false, "next": 150});
    studio
        .wrong("numbering.save", no_counter, "pattern", "wrong_format")
        .await;
}

#[tokio::test]
async fn instalments_are_due_one_by_one() {
    let studio = Studio::open().await;
    let client = studio.client("St Oswin").await;
    let parts = json!([{"dueOn": "2026-03-10", "amountMinor": 30_000}, {"dueOn": "2026-04-10", "amountMinor": 20_000}]);
    let draft = studio
        .draft_with(json!({"client": client, "job": null}), |draft| {
            draft["lines"] = json!([untaxed("Portraits", 500)]);
            draft["instalments"] = parts;
        })
        .await;
    let invoice = text(&studio.issue(draft).await["invoice"]);
    studio.on("2026-03-11");
    let view = studio.ok("invoice.get", json!({"id": invoice})).await;
    let states: Vec<(&Value, &Value)> = view["receivables"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| (&part["status"], &part["open"]["minor"]))
        .collect();
    assert_eq!(
        states,
        [
            (&json!("overdue"), &json!(30_000)),
            (&json!("open"), &json!(20_000))
        ],
        "only the first is late"
    );
    studio.catch_up().await;
    let case = studio.case(&client).await.unwrap();
    let case = studio.ok("case.get", json!({"id": case})).await;
    assert_eq!(
        case["debts"].as_array().unwrap().len(),
        1,
        "the part that is not due is no part of the case"
    );

    let short = studio
        .draft_with(json!({"client": client, "job": null}), |draft| {
            draft["lines"] = json!([untaxed("Portraits", 500)]);
            draft["instalments"] = json!([{"dueOn": "2026-04-10", "amountMinor": 49_999}]);
        })
        .await;
    let look = json!({"draft": short.0, "expectedVersion": short.1});
    let error = studio.refused("invoice.review", look).await;
    assert_eq!(
        error.code,
        ErrorCode::Validation,
        "parts that do not add up are not issued: {error:?}"
    );
}
