//! What a passing due date does: the question, the case, and one next step however long the machine was off.

use serde_json::{Value, json};

use crate::scene::{Studio, text};

async fn waiting(studio: &Studio) -> Vec<String> {
    let notice = studio.ok("due.notice", json!({})).await;
    notice["receivables"]
        .as_array()
        .unwrap()
        .iter()
        .map(text)
        .collect()
}

#[tokio::test]
async fn a_passed_due_date_is_asked_about_once() {
    let studio = Studio::open().await;
    let client = studio.client("Ottilie").await;
    let invoice = studio.invoice(&client, 500).await;
    let receivable = studio.receivable(&invoice).await;
    studio.on("2026-03-16");
    assert!(
        waiting(&studio).await.is_empty(),
        "on the due date itself nothing is late"
    );
    studio.on("2026-03-17");
    assert_eq!(
        waiting(&studio).await,
        [receivable.as_str()],
        "the day after, it is asked"
    );
    studio
        .ok(
            "due.noticed",
            json!({"receivables": [receivable], "answer": "later"}),
        )
        .await;
    assert!(waiting(&studio).await.is_empty(), "asked once");
    assert_eq!(
        studio.cards("due_question").await.len(),
        1,
        "the question stays on Today until it is answered"
    );

    studio
        .ok(
            "due.answer",
            json!({"receivables": [receivable], "answer": "later"}),
        )
        .await;
    assert!(
        studio.cards("due_question").await.is_empty(),
        "later is an answer for now"
    );
    studio.on("2026-03-19");
    assert!(waiting(&studio).await.is_empty());
    studio.on("2026-03-20");
    assert_eq!(
        waiting(&studio).await,
        [receivable],
        "and after three days it asks again"
    );
}

#[tokio::test]
async fn quiet_hours_delay_the_question_and_never_drop_it() {
    let studio = Studio::open().await;
    let client = studio.client("Ottilie").await;
    studio.invoice(&client, 500).await;
    for time in [
        "2026-03-17T00:30:00.000Z",
        "2026-03-17T07:59:00.000Z",
        "2026-03-17T20:00:00.000Z",
    ] {
        studio.at(time);
        assert!(waiting(&studio).await.is_empty(), "quiet at {time}");
    }
    studio.at("2026-03-18T08:00:00.000Z");
    assert_eq!(
        waiting(&studio).await.len(),
        1,
        "told when the quiet hours end"
    );
}

#[tokio::test]
async fn quiet_hours_follow_the_studio_s_own_clock() {
    let studio = Studio::open().await;
    let client = studio.client("Ottilie").await;
    studio.on("2026-06-01");
    studio.invoice(&client, 500).await;
    studio.at("2026-06-16T07:30:00.000Z");
    assert_eq!(
        waiting(&studio).await.len(),
        1,
        "half past eight in Leeds in June"
    );
    studio.at("2026-06-15T23:30:00.000Z");
    assert_eq!(
        studio.ok("app.status", json!({})).await["today"],
        "2026-06-16",
        "and the day changes at its midnight"
    );
}

#[tokio::test]
async fn a_laptop_closed_for_nine_days_opens_with_one_next_step_and_one_digest() {
    let studio = Studio::open().await;
    let mut clients = Vec::new();
    for name in ["Northgate", "Kite"] {
        let client = studio.client(name).await;
        let invoice = studio.invoice(&client, 500).await;
        clients.push((client, invoice));
    }
    studio.on("2026-03-25");
    studio.catch_up().await;
    studio.catch_up().await;
    let notice = studio.ok("due.notice", json!({})).await;
    assert_eq!(
        (&notice["invoices"], &notice["clients"]),
        (&json!(2), &json!(2)),
        "one notice tells of both"
    );
    assert_eq!(
        notice["caseId"],
        Value::Null,
        "and leads to Today, since there are two cases"
    );
    for (_, invoice) in &clients {
        studio.answer_no(invoice).await;
    }
    let steps = studio.cards("step").await;
    let kinds: Vec<&str> = steps
        .iter()
        .map(|card| card["step"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["friendly_reminder", "friendly_reminder"],
        "one step each: the friendly one first, no burst"
    );
    let cases = studio.ok("cases.list", json!({"closed": false})).await;
    assert_eq!(
        cases["rows"].as_array().unwrap().len(),
        2,
        "catching up twice opens each case once"
    );
}

#[tokio::test]
async fn a_case_opens_the_day_after_the_due_date() {
    let studio = Studio::open().await;
    let client = studio.client("Ottilie").await;
    studio.invoice(&client, 500).await;
    studio.on("2026-03-16");
    studio.catch_up().await;
    assert_eq!(studio.case(&client).await, None, "due today is not late");
    studio.on("2026-03-17");
    studio.catch_up().await;
    let case = studio.case(&client).await.expect("late since today");
    assert_eq!(
        studio.ok("case.get", json!({"id": case})).await["openedOn"],
        "2026-03-17"
    );
}

#[tokio::test]
async fn a_second_late_invoice_joins_the_case_that_is_open() {
    let studio = Studio::open().await;
    let client = studio.client("Northgate").await;
    studio.invoice(&client, 500).await;
    studio.on("2026-03-05");
    studio.invoice(&client, 200).await;
    studio.on("2026-03-17");
    studio.catch_up().await;
    studio.on("2026-03-21");
    studio.catch_up().await;
    let cases = studio.ok("cases.list", json!({"closed": false})).await;
    assert_eq!(
        cases["rows"].as_array().unwrap().len(),
        1,
        "one case for each client and currency"
    );
    assert_eq!(cases["rows"][0]["open"]["minor"], 70_000);
}

#[tokio::test]
async fn a_case_put_aside_proposes_nothing_until_its_day() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    assert_eq!(studio.cards("step").await.len(), 1);
    studio
        .ok("case.snooze", json!({"case": case, "until": "2026-03-30"}))
        .await;
    assert!(studio.cards("step").await.is_empty(), "put aside");
    studio.on("2026-03-30");
    assert_eq!(studio.cards("step").await.len(), 1, "and back on its day");
}

#[tokio::test]
async fn a_skipped_step_needs_a_reason_and_the_next_one_follows() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let skip = |reason: &str| json!({"case": case, "kind": "friendly_reminder", "reason": reason});
    studio
        .wrong("case.skipStep", skip(" "), "reason", "required")
        .await;
    studio
        .ok("case.skipStep", skip("Spoke to them in the street"))
        .await;
    assert_eq!(
        studio.rung(&case, "friendly_reminder").await["state"],
        "skipped"
    );
    assert_eq!(studio.rung(&case, "call").await["state"], "now");
}

#[tokio::test]
async fn a_client_not_to_be_contacted_gets_no_step() {
    let studio = Studio::open().await;
    let mut facts = crate::scene::client("Northgate");
    facts["doNotContact"] = json!(true);
    let (_, case, _) = studio.late_with(facts).await;
    assert!(studio.cards("step").await.is_empty());
    let rung = studio.rung(&case, "friendly_reminder").await;
    assert_eq!(
        (&rung["state"], &rung["why"]),
        (&json!("closed"), &json!("do_not_contact"))
    );
    studio.checked(&case).await;
    let review = studio.look_at_letter(&case, "friendly_reminder").await;
    assert_eq!(
        review["reviewToken"],
        Value::Null,
        "nor can a letter be made"
    );
}
