//! Why a ladder rests: promises, disputes, courtesy, referrals, and words that wait for an answer.

use serde_json::{Value, json};

use crate::scene::{Studio, pounds, text};

fn hold(case: &str, kind: &str, until: &str, amount: &Value) -> Value {
    json!({"case": case, "kind": kind, "until": until, "amount": amount, "receivables": [], "reason": "Said so"})
}

async fn first_hold(studio: &Studio, case: &str) -> Value {
    studio.ok("case.get", json!({"id": case})).await["holds"][0].clone()
}

fn contact(case: &str, direction: &str, outcome: &str, on: &str) -> Value {
    json!({
        "case": case, "direction": direction, "channel": "email", "on": on, "person": "Accounts",
        "outcome": outcome, "words": "As written.", "countsAsStep": false
    })
}

#[tokio::test]
async fn a_promise_rests_the_ladder_and_is_checked_the_day_after() {
    let studio = Studio::open().await;
    let (client, case, invoice) = studio.late().await;
    let add = hold(&case, "promise", "2026-04-02", &pounds(20_000));
    studio.ok("hold.add", add).await;
    studio.on("2026-04-02");
    assert!(studio.cards("step").await.is_empty(), "its last day");
    let rung = studio.rung(&case, "friendly_reminder").await;
    assert_eq!(
        (&rung["state"], &rung["why"], &rung["hold"], &rung["until"]),
        (
            &json!("next"),
            &json!("held"),
            &json!("promise"),
            &json!("2026-04-02")
        )
    );
    assert_eq!(first_hold(&studio, &case).await["promise"], "running");
    studio.pay(&client, &invoice, 5_000).await;
    studio.on("2026-04-07");
    assert_eq!(
        first_hold(&studio, &case).await["promise"],
        "part_kept",
        "50 of 200 came"
    );
    let cards = studio.cards("step").await;
    assert_eq!(
        (cards.len(), &cards[0]["step"], &cards[0]["amount"]),
        (1, &json!("friendly_reminder"), &pounds(45_000)),
        "the same step goes on, with what is left"
    );
}

#[tokio::test]
async fn a_new_promise_takes_the_place_of_the_one_that_runs() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    for until in ["2026-04-02", "2026-04-10"] {
        let add = hold(&case, "promise", until, &pounds(20_000));
        studio.ok("hold.add", add).await;
        studio.on("2026-03-27");
    }
    let view = studio.ok("case.get", json!({"id": case})).await;
    let states: Vec<&Value> = view["holds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hold| &hold["promise"])
        .collect();
    assert_eq!(states, ["running", "replaced"]);
}

#[tokio::test]
async fn what_went_to_somebody_else_rests_until_it_is_taken_back() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    studio
        .ok(
            "hold.add",
            hold(&case, "handed_over", "2026-04-10", &json!(null)),
        )
        .await;
    studio.on("2026-05-20");
    assert!(studio.cards("step").await.is_empty(), "no step of our own");
    let look = studio.cards("hold_check").await;
    assert_eq!(
        (look.len(), &look[0]["hold"]),
        (1, &json!("handed_over")),
        "but it nags from its day on"
    );
    studio.checked(&case).await;
    let review = studio.look_at_letter(&case, "friendly_reminder").await;
    assert_eq!(review["reviewToken"], Value::Null, "nor by hand");
    let id = text(&first_hold(&studio, &case).await["id"]);
    let end = |reason: &str| json!({"id": id, "case": case, "reason": reason});
    studio
        .wrong("hold.end", end(" "), "reason", "required")
        .await;
    studio.ok("hold.end", end("Taken back")).await;
    let steps = studio.cards("step").await;
    assert_eq!(steps.len(), 1, "one step, and no burst of missed ones");
    assert_eq!(steps[0]["step"], "friendly_reminder");
    studio.refused("hold.end", end("Again")).await;
}

#[tokio::test]
async fn a_dispute_about_a_part_leaves_the_rest_to_be_asked_for() {
    let studio = Studio::open().await;
    let (_, case, invoice) = studio.late().await;
    let receivable = studio.receivable(&invoice).await;
    let mut part = hold(&case, "dispute", "2026-04-30", &pounds(15_000));
    studio
        .wrong("hold.add", part.clone(), "receivables", "required")
        .await;
    part["receivables"] = json!([receivable]);
    studio.ok("hold.add", part).await;
    let cards = studio.cards("step").await;
    assert_eq!(
        cards[0]["amount"],
        pounds(35_000),
        "150 of 500 are in dispute"
    );
    studio.checked(&case).await;
    let review = studio.look_at_letter(&case, "friendly_reminder").await;
    let held = review["checks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|check| check["what"] == "nothing_held")
        .unwrap();
    assert_eq!(
        (&held["ok"], &review["reviewToken"]),
        (&json!(false), &Value::Null),
        "a paper that asks for the disputed part as well is not made"
    );
}

#[tokio::test]
async fn a_hold_needs_a_day_and_the_right_sum() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    for (add, field) in [
        (hold(&case, "courtesy", "2026-03-25", &json!(null)), "until"),
        (hold(&case, "courtesy", "2028-01-01", &json!(null)), "until"),
        (hold(&case, "promise", "2026-04-01", &json!(null)), "amount"),
        (
            hold(&case, "promise", "2026-04-01", &pounds(50_001)),
            "amount",
        ),
        (hold(&case, "mediation", "2026-04-01", &pounds(1)), "amount"),
    ] {
        studio.wrong("hold.add", add, field, "implausible").await;
    }
    let mut unknown = hold(&case, "courtesy", "2026-04-01", &json!(null));
    unknown["receivables"] = json!(["nothing"]);
    studio
        .wrong("hold.add", unknown, "receivables", "unknown")
        .await;
}

#[tokio::test]
async fn words_of_the_client_rest_the_ladder_until_they_are_answered() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    studio
        .ok(
            "case.logContact",
            contact(&case, "inbound", "replied", "2026-03-26"),
        )
        .await;
    studio.on("2026-03-30");
    assert!(studio.cards("step").await.is_empty());
    let reply = studio.cards("reply").await;
    assert_eq!(
        (reply.len(), &reply[0]["on"]),
        (1, &json!("2026-03-26")),
        "they wait since then"
    );
    let view = studio.ok("case.get", json!({"id": case})).await;
    assert_eq!(view["unansweredSince"], "2026-03-26");
    let answered = json!({"case": case});
    studio.ok("case.replyAnswered", answered.clone()).await;
    assert!(studio.cards("reply").await.is_empty());
    assert_eq!(studio.cards("step").await.len(), 1, "the ladder goes on");
    studio.refused("case.replyAnswered", answered).await;

    studio
        .ok(
            "case.logContact",
            contact(&case, "inbound", "replied", "2026-03-30"),
        )
        .await;
    assert!(studio.cards("step").await.is_empty(), "rests again");
    studio
        .ok(
            "case.logContact",
            contact(&case, "outbound", "reached", "2026-03-30"),
        )
        .await;
    assert!(
        studio.cards("step").await.is_empty(),
        "answered, and heard from today"
    );
    studio.on("2026-03-31");
    assert_eq!(studio.cards("step").await.len(), 1);
}

#[tokio::test]
async fn an_invoice_that_never_came_is_sent_again_at_once() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let reminder = studio.make_letter(&case, "friendly_reminder").await;
    studio.hand_over(&reminder, "email").await;
    studio.on("2026-03-30");
    studio
        .ok(
            "case.logContact",
            contact(&case, "inbound", "invoice_not_received", "2026-03-30"),
        )
        .await;
    assert_eq!(studio.cards("step").await[0]["step"], "statement_resend");
    let rung = studio.rung(&case, "statement_resend").await;
    assert_eq!(
        (&rung["state"], &rung["why"]),
        (&json!("now"), &json!("not_received"))
    );
}
