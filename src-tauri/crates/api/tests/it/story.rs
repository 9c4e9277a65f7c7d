//! The main job from the first run to the closed case.

use serde_json::json;

use crate::scene::{Studio, business, client, line, pounds, text, untaxed};

#[tokio::test]
async fn a_late_client_is_walked_up_the_ladder_until_the_money_comes() {
    let studio = Studio::empty().await;
    assert_eq!(
        studio.ok("app.status", json!({})).await["phase"],
        "first_run"
    );
    let save = json!({"expectedVersion": 0, "business": business(), "logoToken": null, "removeLogo": false});
    studio.ok("business.save", save).await;
    assert_eq!(studio.ok("app.status", json!({})).await["phase"], "ready");

    let client = studio.save_client(client("Northgate Lofts Ltd")).await;
    let job = json!({
        "client": client, "title": "Show flats", "kind": "property", "eventOn": "2026-02-20", "deliveredOn": "2026-03-01",
        "price": pounds(120_000), "bookedOn": "2026-01-10", "schedule": {"kind": "atOnce"}, "place": "", "note": ""
    });
    let job = text(
        &studio
            .ok(
                "job.save",
                json!({"id": null, "expectedVersion": 0, "job": job}),
            )
            .await["id"],
    );
    assert_eq!(
        studio.cards("invoice_job").await.len(),
        1,
        "delivered work asks to be invoiced"
    );

    let lines = json!([
        line("Photography, full day", 800),
        untaxed("Printed book", 300)
    ]);
    let draft = studio
        .draft_with(json!({"client": null, "job": job}), |draft| {
            draft["lines"] = lines;
        })
        .await;
    let review = studio.review(&draft).await;
    assert_eq!(
        review["totals"]["payable"],
        pounds(126_000),
        "800 + 20 % + 300 without tax"
    );
    assert_eq!(
        review["totals"]["taxLines"].as_array().unwrap().len(),
        2,
        "two rates, two lines of tax"
    );
    let issued = studio.issue(draft).await;
    assert_eq!(
        (issued["number"].as_str(), issued["isFirst"].as_bool()),
        (Some("2026-0001"), Some(true))
    );
    assert!(
        studio.cards("invoice_job").await.is_empty(),
        "it is invoiced now"
    );
    let invoice = text(&issued["invoice"]);

    studio.on("2026-03-17");
    let notice = studio.ok("due.notice", json!({})).await;
    assert_eq!(
        notice["receivables"].as_array().unwrap().len(),
        1,
        "the day after the due date it speaks up"
    );
    studio.catch_up().await;
    studio.answer_no(&invoice).await;
    let case = studio.case(&client).await.expect("the case is open");

    let reminder = studio.make_letter(&case, "friendly_reminder").await;
    studio.hand_over(&reminder, "email").await;
    studio.on("2026-03-23");
    let call = json!({
        "case": case, "direction": "outbound", "channel": "call", "on": "2026-03-23", "person": "Accounts",
        "outcome": "promised_to_pay", "words": "Next week.", "countsAsStep": true
    });
    studio.ok("case.logContact", call).await;
    for (on, kind, channel) in [
        ("2026-03-30", "statement_resend", "letter"),
        ("2026-04-07", "last_reminder", "email"),
    ] {
        studio.on(on);
        let step = studio.cards("step").await;
        assert_eq!(step[0]["step"], kind, "on {on}");
        let letter = studio.make_letter(&case, kind).await;
        studio.hand_over(&letter, channel).await;
        assert_eq!(studio.rung(&case, kind).await["state"], "done");
    }
    studio.on("2026-04-15");
    let step = studio.cards("step").await;
    assert_eq!(
        step[0]["step"], "formal_demand",
        "a month late, and the deadline of the last reminder is over"
    );
    let demand = studio.make_letter(&case, "formal_demand").await;
    studio.hand_over(&demand, "letter").await;
    assert_eq!(studio.rung(&case, "formal_demand").await["state"], "done");
    let coming = studio.ok("today.get", json!({})).await;
    let deadline = coming["comingUp"]
        .as_array()
        .unwrap()
        .iter()
        .any(|item| item["kind"] == "deadline" && item["on"] == "2026-04-29");
    assert!(
        deadline,
        "the deadline that the letter gave is on Today: {}",
        coming["comingUp"]
    );

    studio.on("2026-04-20");
    let paid = studio.pay(&client, &invoice, 126_000).await;
    assert_eq!(
        paid["casesAtZero"],
        json!([case]),
        "paying proposes to close the case"
    );
    assert!(
        studio.cards("step").await.is_empty(),
        "nothing more is proposed"
    );
    let view = studio.ok("case.get", json!({"id": case})).await;
    assert_eq!(view["proposesPaid"], true);
    let close =
        json!({"id": case, "expectedVersion": view["version"], "outcome": "paid", "reason": ""});
    studio.ok("case.close", close).await;
    assert_eq!(studio.case(&client).await, None, "the case is closed");

    let closed = studio.ok("case.get", json!({"id": case})).await;
    let told: Vec<&str> = closed["log"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap())
        .collect();
    let expected = [
        "case_opened",
        "payments_checked",
        "document_made",
        "step_done",
        "contact_logged",
        "payment_recorded",
        "case_closed",
    ];
    for kind in expected {
        assert!(told.contains(&kind), "the log tells {kind}: {told:?}");
    }
    assert_eq!(
        closed["chain"]["brokenAt"],
        json!(null),
        "the chain of the log verifies"
    );
}
