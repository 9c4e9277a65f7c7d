//! Drafts: discarded, brought back, and changed by two at once.

use api::ErrorCode;
use serde_json::json;

use crate::scene::{Studio, line, text};

#[tokio::test]
async fn a_discarded_draft_comes_back_as_it_was_and_leaves_no_gap() {
    let studio = Studio::open().await;
    let client = studio.client("Kofi").await;
    let (draft, version) = studio.draft(&client, vec![line("Film", 880)]).await;
    let before = studio.ok("draft.get", json!({"id": draft})).await["draft"].clone();
    studio
        .ok(
            "draft.discard",
            json!({"id": draft, "expectedVersion": version}),
        )
        .await;
    assert_eq!(
        studio.refused("draft.get", json!({"id": draft})).await.code,
        ErrorCode::NotFound
    );
    studio.invoice(&client, 20).await;
    assert_eq!(
        studio.numbers().await,
        ["2026-0001"],
        "a discarded draft had no number"
    );

    studio.ok("draft.restore", json!({"id": draft})).await;
    assert_eq!(
        studio.ok("draft.get", json!({"id": draft})).await["draft"],
        before,
        "undo brings everything back"
    );
    assert_eq!(
        studio
            .refused("draft.restore", json!({"id": draft}))
            .await
            .code,
        ErrorCode::NotFound,
        "once"
    );
}

#[tokio::test]
async fn a_save_on_an_older_version_is_refused_and_loses_nothing() {
    let studio = Studio::open().await;
    let id = studio.client("Kofi").await;
    let first =
        json!({"id": id, "expectedVersion": 1, "client": crate::scene::client("Kofi Mensah")});
    studio.ok("client.save", first).await;
    let stale = json!({"id": id, "expectedVersion": 1, "client": crate::scene::client("Coffee")});
    assert_eq!(
        studio.refused("client.save", stale).await.code,
        ErrorCode::Conflict
    );
    assert_eq!(
        studio.ok("client.get", json!({"id": id})).await["client"]["name"],
        "Kofi Mensah"
    );

    let (draft, version) = studio.draft(&id, vec![line("Film", 880)]).await;
    let discard = json!({"id": draft, "expectedVersion": version - 1});
    assert_eq!(
        studio.refused("draft.discard", discard).await.code,
        ErrorCode::Conflict
    );
    let look = json!({"draft": draft, "expectedVersion": version - 1});
    assert_eq!(
        studio.refused("invoice.review", look).await.code,
        ErrorCode::Conflict,
        "only what is on screen is reviewed"
    );
}

#[tokio::test]
async fn a_part_of_the_schedule_is_invoiced_once_and_deducted_later() {
    let studio = Studio::open().await;
    let client = studio.client("Zoë").await;
    let job = json!({
        "client": client, "title": "Wedding", "kind": "wedding", "eventOn": "2026-06-06", "deliveredOn": null,
        "price": {"minor": 200_000, "currency": "GBP"}, "bookedOn": "2026-03-02",
        "schedule": {"kind": "retainerAndBalance", "retainer": 300_000, "balanceDaysBeforeEvent": 14}, "place": "", "note": ""
    });
    let job = text(
        &studio
            .ok(
                "job.save",
                json!({"id": null, "expectedVersion": 0, "job": job}),
            )
            .await["id"],
    );
    let part = |stage: &str| json!({"job": job, "stage": stage});
    let made = studio.ok("job.invoiceStage", part("retainer")).await;
    assert_eq!(
        studio.ok("job.invoiceStage", part("retainer")).await,
        made,
        "the draft of a part is made once"
    );
    let draft = (text(&made["id"]), made["version"].as_i64().unwrap());
    studio.issue(draft).await;
    assert_eq!(
        studio
            .refused("job.invoiceStage", part("retainer"))
            .await
            .code,
        ErrorCode::Precondition
    );

    let made = studio.ok("job.invoiceStage", part("balance")).await;
    let view = studio.ok("draft.get", json!({"id": made["id"]})).await;
    assert_eq!(
        view["check"]["totals"]["payable"]["minor"], 140_000,
        "the retainer is listed and deducted"
    );
    assert_eq!(view["draft"]["prepayments"][0]["number"], "2026-0001");
    assert_eq!(
        view["check"]["dueOn"], "2026-05-23",
        "two weeks before the event"
    );
}
