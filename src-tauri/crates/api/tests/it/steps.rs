//! Steps of the new ladder: notes before the due date, papers, steps by hand, several debts in one message.

use serde_json::{Value, json};

use crate::scene::{Studio, client, text};

fn by_hand(receivables: &Value, kind: &str, on: &str) -> Value {
    json!({
        "receivables": receivables, "kind": kind, "how": "done", "channel": "email", "on": on,
        "to": "Accounts", "note": "As agreed on the phone", "deadlineOn": null, "help": null
    })
}

#[tokio::test]
async fn a_note_before_the_due_date_is_told_of_and_recorded_by_hand() {
    let studio = Studio::open().await;
    let client = studio.client("Ottilie").await;
    let invoice = studio.invoice(&client, 500).await;
    studio.on("2026-03-12");
    assert!(studio.cards("step").await.is_empty());
    studio.on("2026-03-13");
    let cards = studio.cards("step").await;
    assert_eq!(
        (
            &cards[0]["step"],
            &cards[0]["caseId"],
            &cards[0]["invoiceId"]
        ),
        (&json!("due_note"), &Value::Null, &json!(invoice)),
        "three days before it is due, and no case"
    );
    let receivables = json!([studio.receivable(&invoice).await]);
    let done = by_hand(&receivables, "due_note", "2026-03-13");
    let mut ahead = done.clone();
    ahead["on"] = json!("2026-03-14");
    studio.wrong("step.decide", ahead, "on", "in_future").await;
    studio.ok("step.decide", done.clone()).await;
    assert!(studio.cards("step").await.is_empty());
    studio.refused("step.decide", done).await;
    let view = studio.ok("invoice.get", json!({"id": invoice})).await;
    assert_eq!(view["receivables"][0]["daysLate"], 0);
}

#[tokio::test]
async fn a_paper_is_never_recorded_without_being_made() {
    let studio = Studio::open().await;
    let (_, _, invoice) = studio.late().await;
    let receivables = json!([studio.receivable(&invoice).await]);
    let claimed = by_hand(&receivables, "friendly_reminder", "2026-03-26");
    studio
        .wrong("step.decide", claimed, "kind", "unknown")
        .await;
    let mut skipped = by_hand(&receivables, "friendly_reminder", "2026-03-26");
    skipped["how"] = json!("skipped");
    studio.ok("step.decide", skipped).await;
    assert_eq!(studio.cards("step").await[0]["step"], "call");
}

#[tokio::test]
async fn the_ladder_ends_with_a_notice_that_names_court_and_day() {
    let studio = Studio::open().await;
    let (_, case, invoice) = studio.late().await;
    let receivables = json!([studio.receivable(&invoice).await]);
    let reminder = studio.make_letter(&case, "friendly_reminder").await;
    studio.hand_over(&reminder, "email").await;
    studio.on("2026-04-15");
    let demand = studio.make_letter(&case, "formal_demand").await;
    studio.hand_over(&demand, "letter").await;
    studio.on("2026-04-29");
    assert!(
        studio.cards("step").await.is_empty(),
        "the last day is theirs"
    );
    let early = studio.look_at_letter(&case, "final_notice").await;
    assert_eq!(early["reviewToken"], Value::Null, "nor is it filed before");

    studio.on("2026-04-30");
    assert_eq!(studio.cards("step").await[0]["step"], "outside_help");
    let mut help = by_hand(&receivables, "outside_help", "2026-04-30");
    studio
        .wrong("step.decide", help.clone(), "help", "required")
        .await;
    help["help"] = json!("mediation");
    studio.ok("step.decide", help).await;
    studio.on("2026-05-14");
    assert_eq!(studio.cards("step").await[0]["step"], "final_notice");
    studio.checked(&case).await;
    let look = |court: &str| json!({"case": case, "kind": "final_notice", "deadlineOn": null, "court": court});
    let unnamed = studio.ok("letter.review", look("")).await;
    assert_eq!(
        unnamed["reviewToken"],
        Value::Null,
        "a notice without its court is not made"
    );
    let review = studio
        .ok("letter.review", look("the County Court at Leeds"))
        .await;
    let words = review["text"].as_str().unwrap();
    for told in [
        "County Court at Leeds",
        "15 April 2026",
        "29 April 2026",
        "29 May 2026",
    ] {
        assert!(words.contains(told), "it names {told}: {words}");
    }
    let mut make = look("the County Court at Leeds");
    make["deadlineOn"] = review["deadlineOn"].clone();
    make["reviewToken"] = review["reviewToken"].clone();
    let notice = text(&studio.ok("letter.make", make).await["document"]);
    studio.hand_over(&notice, "letter").await;
    assert_eq!(studio.rung(&case, "final_notice").await["state"], "done");
    studio.on("2026-09-01");
    assert!(
        studio.cards("step").await.is_empty(),
        "what follows is by hand"
    );
}

#[tokio::test]
async fn one_message_moves_each_debt_by_its_own_step() {
    let studio = Studio::open().await;
    let client = studio.save_client(client("Northgate")).await;
    let old = studio.invoice(&client, 500).await;
    studio.on("2026-03-26");
    let new = studio.invoice(&client, 200).await;
    studio.catch_up().await;
    studio.answer_no(&old).await;
    let case = studio.case(&client).await.unwrap();
    let reminder = studio.make_letter(&case, "friendly_reminder").await;
    studio.hand_over(&reminder, "email").await;
    let skip = json!({"case": case, "kind": "call", "reason": "Never answers the phone"});
    studio.ok("case.skipStep", skip).await;

    studio.on("2026-04-10");
    studio.catch_up().await;
    studio.answer_no(&new).await;
    let cards = studio.cards("step").await;
    assert_eq!(cards.len(), 1, "one message");
    assert_eq!(
        (
            &cards[0]["step"],
            cards[0]["receivables"].as_array().unwrap().len()
        ),
        (&json!("statement_resend"), 2),
        "the older debt sets the tone, the new one comes along"
    );
    let resend = studio.make_letter(&case, "statement_resend").await;
    studio.hand_over(&resend, "letter").await;
    assert!(studio.cards("step").await.is_empty(), "both are served");
    studio.on("2026-04-16");
    let cards = studio.cards("step").await;
    assert_eq!(
        (cards.len(), &cards[0]["step"]),
        (1, &json!("last_reminder")),
        "the old debt goes on alone: the new one's call is due later"
    );
    studio
        .ok(
            "case.skipStep",
            json!({"case": case, "kind": "last_reminder", "reason": "x"}),
        )
        .await;
    studio.on("2026-04-17");
    let cards = studio.cards("step").await;
    assert_eq!(
        (&cards[0]["step"], &cards[0]["numbers"]),
        (&json!("formal_demand"), &json!(["2026-0001"])),
        "and the new debt was only reminded: its own ladder has its own pace"
    );
}

#[tokio::test]
async fn a_made_letter_waits_on_a_weekend_too() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    studio.make_letter(&case, "friendly_reminder").await;
    assert_eq!(studio.cards("hand_over").await.len(), 1);
    studio.on("2026-03-28");
    assert!(
        studio.cards("step").await.is_empty(),
        "no step on a Saturday"
    );
    assert_eq!(
        studio.cards("hand_over").await.len(),
        1,
        "whether the letter left is asked on any day"
    );
    studio.make_letter(&case, "friendly_reminder").await;
    assert_eq!(
        studio.cards("hand_over").await.len(),
        1,
        "the owner may make it on a Saturday; the newest one counts"
    );
}

#[tokio::test]
async fn a_month_of_looking_every_day_plans_what_one_look_plans() {
    let (daily, once) = (Studio::open().await, Studio::open().await);
    for studio in [&daily, &once] {
        for name in ["Northgate", "Kite"] {
            let client = studio.client(name).await;
            studio.invoice(&client, 500).await;
        }
    }
    for day in 3..=31 {
        daily.on(&format!("2026-03-{day:02}"));
        daily.catch_up().await;
        daily.ok("today.get", json!({})).await;
    }
    once.on("2026-03-31");
    once.catch_up().await;
    let told = |cards: Vec<Value>| -> Vec<(Value, Value, Value)> {
        let told = cards.into_iter().map(|card| {
            (
                card["step"].clone(),
                card["numbers"].clone(),
                card["on"].clone(),
            )
        });
        told.collect()
    };
    for studio in [&daily, &once] {
        for card in studio.cards("due_question").await {
            let answer = json!({"receivables": card["receivables"], "answer": "no"});
            studio.ok("due.answer", answer).await;
        }
    }
    let (daily, once) = (daily.cards("step").await, once.cards("step").await);
    assert_eq!(once.len(), 2, "one step for each client");
    assert_eq!(told(daily), told(once));
}
