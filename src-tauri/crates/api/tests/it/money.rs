//! Payments: recorded once, spread as told, taken back by an entry of their own.

use api::ErrorCode;
use serde_json::json;

use crate::scene::{Studio, pounds, text};

#[tokio::test]
async fn a_payment_asked_for_twice_is_recorded_once() {
    let studio = Studio::open().await;
    let client = studio.client("Kofi").await;
    let invoice = studio.invoice(&client, 500).await;
    let receivable = studio.receivable(&invoice).await;
    let record = studio.payment(&client, &receivable, 20_000);
    let again = || {
        studio
            .api
            .call("payment.record", record.clone(), Some("press-7".to_owned()))
    };
    assert_eq!(again().await.unwrap(), again().await.unwrap());
    let list = json!({"client": client, "offset": 0, "limit": 10});
    assert_eq!(studio.ok("payments.list", list).await["total"], 1);
    assert_eq!(
        studio.ok("invoice.get", json!({"id": invoice})).await["open"],
        pounds(30_000)
    );
}

#[tokio::test]
async fn a_payment_ends_what_is_proposed() {
    let studio = Studio::open().await;
    let (client, case, invoice) = studio.late().await;
    assert_eq!(studio.cards("step").await.len(), 1);
    let paid = studio.pay(&client, &invoice, 50_000).await;
    assert_eq!(paid["casesAtZero"], json!([case]));
    assert!(
        studio.cards("step").await.is_empty(),
        "nothing more is asked of somebody who paid"
    );
    assert_eq!(
        studio.cards("close_case").await.len(),
        1,
        "closing is proposed, not done"
    );
    let rung = studio.rung(&case, "friendly_reminder").await;
    assert_eq!(
        (&rung["state"], &rung["why"], &rung["allowed"]),
        (&json!("closed"), &json!("paid"), &json!(false))
    );
}

#[tokio::test]
async fn a_case_with_something_open_is_not_closed() {
    let studio = Studio::open().await;
    let (client, case, invoice) = studio.late().await;
    studio.pay(&client, &invoice, 49_999).await;
    let view = studio.ok("case.get", json!({"id": case})).await;
    assert_eq!(view["proposesPaid"], false);
    let close =
        json!({"id": case, "expectedVersion": view["version"], "outcome": "paid", "reason": ""});
    assert_eq!(
        studio.refused("case.close", close).await.code,
        ErrorCode::Precondition,
        "a penny is open"
    );
}

#[tokio::test]
async fn a_payment_that_bounces_opens_the_case_again() {
    let studio = Studio::open().await;
    let (client, case, invoice) = studio.late().await;
    let paid = studio.pay(&client, &invoice, 50_000).await;
    let view = studio.ok("case.get", json!({"id": case})).await;
    let close =
        json!({"id": case, "expectedVersion": view["version"], "outcome": "paid", "reason": ""});
    studio.ok("case.close", close).await;
    studio.on("2026-03-30");
    let reverse = json!({"id": paid["id"], "reason": "Cheque returned"});
    studio.ok("payment.reverse", reverse.clone()).await;
    assert_eq!(
        studio.ok("invoice.get", json!({"id": invoice})).await["open"],
        pounds(50_000),
        "the whole sum is open again"
    );
    assert_eq!(
        studio.case(&client).await,
        Some(case.clone()),
        "the same case is open again"
    );
    let list = studio
        .ok(
            "payments.list",
            json!({"client": client, "offset": 0, "limit": 10}),
        )
        .await;
    assert_eq!(
        list["rows"][0]["reversedOn"], "2026-03-30",
        "the payment stays, with its reversal"
    );
    assert_eq!(
        studio.refused("payment.reverse", reverse).await.code,
        ErrorCode::Precondition,
        "once"
    );
    assert_eq!(
        studio.cards("step").await.len(),
        1,
        "and the ladder goes on"
    );
}

#[tokio::test]
async fn money_is_set_against_what_is_open_and_no_more() {
    let studio = Studio::open().await;
    let client = studio.client("Kofi").await;
    let invoice = studio.invoice(&client, 100).await;
    let receivable = studio.receivable(&invoice).await;
    let mut record = studio.payment(&client, &receivable, 10_001);
    studio
        .wrong(
            "payment.record",
            record.clone(),
            "allocations",
            "does_not_add_up",
        )
        .await;
    assert_eq!(
        studio.ok("invoice.get", json!({"id": invoice})).await["open"],
        pounds(10_000),
        "nothing half done"
    );
    record["allocations"][0]["amountMinor"] = json!(10_000);
    studio.ok("payment.record", record).await;
    let view = studio.ok("client.get", json!({"id": client})).await;
    assert_eq!(
        view["credit"],
        json!([pounds(1)]),
        "the rest stays as credit"
    );
}

#[tokio::test]
async fn a_proposal_settles_the_asked_invoice_first_and_then_the_oldest() {
    let studio = Studio::open().await;
    let client = studio.client("Kofi").await;
    let old = studio.invoice(&client, 100).await;
    studio.on("2026-03-04");
    let new = studio.invoice(&client, 50).await;
    let propose = json!({"client": client, "amount": pounds(8_000), "invoice": new});
    let proposal = studio.ok("payment.propose", propose).await;
    let expected = json!([
        {"receivable": studio.receivable(&new).await, "amountMinor": 5_000},
        {"receivable": studio.receivable(&old).await, "amountMinor": 3_000}
    ]);
    assert_eq!(proposal["allocations"], expected);
    assert_eq!(text(&proposal["unallocated"]["currency"]), "GBP");
}

#[tokio::test]
async fn a_case_is_not_written_off_while_the_sums_would_still_show_it() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let view = studio.ok("case.get", json!({"id": case})).await;
    let close = json!({"id": case, "expectedVersion": view["version"], "outcome": "written_off", "reason": "Gone"});
    assert_eq!(
        studio.refused("case.close", close).await.code,
        ErrorCode::Precondition
    );
    assert_eq!(
        studio.ok("cases.list", json!({"closed": false})).await["open"],
        1
    );
}

#[tokio::test]
async fn money_of_another_currency_pays_no_invoice() {
    let studio = Studio::open().await;
    let client = studio.client("Lindenhof").await;
    let invoice = studio.invoice(&client, 100).await;
    let receivable = studio.receivable(&invoice).await;
    let mut record = studio.payment(&client, &receivable, 10_000);
    record["payment"]["amount"]["currency"] = json!("EUR");
    studio
        .wrong("payment.record", record, "allocations", "does_not_add_up")
        .await;
    assert_eq!(
        studio.ok("invoice.get", json!({"id": invoice})).await["open"],
        pounds(10_000)
    );
}

#[tokio::test]
async fn the_aging_is_what_today_shows() {
    let studio = Studio::open().await;
    let client = studio.client("Ottilie").await;
    let first = studio.invoice(&client, 500).await;
    studio.on("2026-03-20");
    studio.invoice(&client, 200).await;
    studio.on("2026-04-20");
    studio.pay(&client, &first, 10_000).await;
    let aging = studio.ok("aging.get", json!({})).await;
    let today = studio.ok("today.get", json!({})).await;
    let (table, shown) = (&aging["currencies"][0], &today["money"][0]);
    assert_eq!(table["open"], pounds(60_000));
    assert_eq!(
        (&table["open"], &table["overdue"], &table["bands"]),
        (&shown["owed"], &shown["overdue"], &shown["aging"]),
        "two ways to the same sums"
    );
    assert_eq!(table["overdueCount"], 2);
}
