//! The small aggregates: what goes in comes out, and only the right version changes it.

use chrono::TimeDelta;
use domain::agreement::{AgreementFacts, Term, TermKind};
use domain::business::{BankAccount, Business, PaperSize};
use domain::client::Address;
use domain::id::{AgreementId, ClientId, DraftId, FileId, JobId, PriceItemId};
use domain::invoice::{DraftInvoice, PriceItem, TaxCategory, TaxCode, TaxMode};
use domain::{Currency, Rate, UnitPrice};

use super::{add_client, day, job_facts, now, studio};
use crate::{
    Page, StoreError, agreement, business, draft, file, job, numbering, price_item, request,
    setting,
};

fn business_facts(zone: &str) -> Business {
    Business {
        name: "Studio".to_owned(),
        trading_name: String::new(),
        address: Address::default(),
        email: String::new(),
        phone: String::new(),
        website: String::new(),
        vat_id: String::new(),
        tax_number: String::new(),
        registration: domain::business::Registration::default(),
        currency: Currency::new("EUR").unwrap(),
        time_zone: zone.to_owned(),
        paper: PaperSize::A4,
        language: "en-GB".to_owned(),
        bank: BankAccount::default(),
        payment_days: 14,
        accent: "#224466".to_owned(),
        letterhead: domain::business::Letterhead::Classic,
        envelope: String::new(),
    }
}

fn draft_facts(client: Option<&str>) -> DraftInvoice {
    DraftInvoice {
        client: client.map(|id| ClientId(id.to_owned())),
        job: None,
        currency: Currency::new("EUR").unwrap(),
        issue_on: None,
        service_on: None,
        payment_days: 14,
        tax_mode: TaxMode::Added,
        lines: Vec::new(),
        instalments: Vec::new(),
        prepayments: Vec::new(),
        purchase_order: String::new(),
        client_reference: String::new(),
        note: String::new(),
    }
}

#[tokio::test]
async fn there_is_one_business_and_its_zones_are_remembered() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    assert_eq!(
        business::find(&mut tx).await.unwrap(),
        None,
        "before the first run"
    );
    assert!(
        matches!(
            business::get(&mut tx).await,
            Err(StoreError::NotFound { .. })
        ),
        "so it cannot be got"
    );
    business::insert(&mut tx, &business_facts("Europe/Vienna"), now())
        .await
        .unwrap();
    let again = business::insert(&mut tx, &business_facts("Europe/Vienna"), now()).await;
    assert!(
        matches!(again, Err(StoreError::Constraint { .. })),
        "{again:?}"
    );
    let later = now() + TimeDelta::days(1);
    assert_eq!(
        business::update(&mut tx, 1, &business_facts("Europe/Vienna"), later)
            .await
            .unwrap(),
        2
    );
    assert_eq!(
        business::update(&mut tx, 2, &business_facts("Europe/Paris"), later)
            .await
            .unwrap(),
        3
    );
    let zones = business::zones(&mut tx).await.unwrap();
    let expected = [
        ("Europe/Vienna".to_owned(), now()),
        ("Europe/Paris".to_owned(), later),
    ];
    assert_eq!(zones, expected, "a change without a move adds nothing");

    let logo = FileId("logo".to_owned());
    let staged = file::stage(&store, &logo, b"png".to_vec()).await.unwrap();
    file::insert(&mut tx, &staged, "logo.png", "image/png", now())
        .await
        .unwrap();
    assert_eq!(
        business::set_logo(&mut tx, 3, Some(&logo), now())
            .await
            .unwrap(),
        4,
        "the logo is a change"
    );
    assert_eq!(
        business::logo(&mut tx).await.unwrap(),
        Some(logo),
        "and is found again"
    );
    let stored = business::get(&mut tx).await.unwrap();
    assert_eq!(
        (stored.version, stored.facts),
        (4, business_facts("Europe/Paris")),
        "the facts are as they were"
    );
}

#[tokio::test]
async fn settings_keep_any_shape() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    assert_eq!(
        setting::get::<u32>(&mut tx, "days").await.unwrap(),
        None,
        "never set"
    );
    setting::put(&mut tx, "days", &7_u32, now()).await.unwrap();
    setting::put(&mut tx, "days", &9_u32, now()).await.unwrap();
    assert_eq!(
        setting::get::<u32>(&mut tx, "days").await.unwrap(),
        Some(9),
        "the last one holds"
    );
    let wrong = setting::get::<String>(&mut tx, "days").await;
    assert!(
        matches!(wrong, Err(StoreError::Corrupt { .. })),
        "another shape is told: {wrong:?}"
    );
    assert_eq!(
        setting::all(&mut tx).await.unwrap(),
        [("days".to_owned(), serde_json::json!(9))],
        "all of them"
    );
}

#[tokio::test]
async fn an_agreement_keeps_its_terms_word_for_word() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    add_client(&mut tx, "c1", "Anna").await;
    let job = JobId("j1".to_owned());
    job::insert(&mut tx, &job, &job_facts("c1", "Wedding", None), now())
        .await
        .unwrap();
    let words = "Payment is due within 14 days — “without deduction”.".to_owned();
    let term = Term {
        kind: TermKind::Payment,
        clause: "4.2".to_owned(),
        words,
        page: Some(3),
        days: Some(14),
    };
    let facts = AgreementFacts {
        title: "Contract".to_owned(),
        signed_on: Some(day("2026-01-05")),
        terms: vec![term],
    };
    let id = AgreementId("a1".to_owned());
    agreement::insert(&mut tx, &id, &job, None, &facts, now())
        .await
        .unwrap();
    assert_eq!(
        agreement::of_job(&mut tx, &job).await.unwrap()[0]
            .agreement
            .facts,
        facts,
        "nothing was changed"
    );
    let mut changed = facts.clone();
    changed.terms.clear();
    assert_eq!(
        agreement::update(&mut tx, &id, 1, None, &changed, now())
            .await
            .unwrap(),
        2
    );
    assert_eq!(
        agreement::get(&mut tx, &id).await.unwrap().agreement.facts,
        changed,
        "until it is changed"
    );
}

#[tokio::test]
async fn the_price_list_is_sorted_and_put_away() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let item = |name: &str| PriceItem {
        name: name.to_owned(),
        description: String::new(),
        unit: "hour".to_owned(),
        unit_price: UnitPrice(1_500_000),
        currency: Currency::new("EUR").unwrap(),
        tax: TaxCategory {
            code: TaxCode::S,
            rate: Rate(200_000),
            reason: String::new(),
        },
        parts: Vec::new(),
    };
    let id = PriceItemId("p1".to_owned());
    price_item::insert(&mut tx, &id, &item("Zoom"), now())
        .await
        .unwrap();
    price_item::insert(
        &mut tx,
        &PriceItemId("p2".to_owned()),
        &item("Album"),
        now(),
    )
    .await
    .unwrap();
    let list = price_item::list(&mut tx, false).await.unwrap();
    assert_eq!(
        list.iter()
            .map(|entry| entry.facts.name.as_str())
            .collect::<Vec<_>>(),
        ["Album", "Zoom"]
    );
    price_item::update(&mut tx, &id, 1, &item("Zoom call"), now())
        .await
        .unwrap();
    assert_eq!(
        price_item::get(&mut tx, &id).await.unwrap().facts,
        item("Zoom call"),
        "changed"
    );
    price_item::archive(&mut tx, &id, 2, true, now())
        .await
        .unwrap();
    assert_eq!(
        price_item::list(&mut tx, true).await.unwrap().len(),
        1,
        "put away"
    );
}

#[tokio::test]
async fn a_deleted_draft_leaves_nothing_behind() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    add_client(&mut tx, "c1", "Anna").await;
    let id = DraftId("d1".to_owned());
    let listing = draft::Listing {
        title: "Wedding",
        total_minor: Some(100),
    };
    draft::insert(&mut tx, &id, &draft_facts(None), listing, now())
        .await
        .unwrap();
    draft::update(&mut tx, &id, 1, &draft_facts(Some("c1")), listing, now())
        .await
        .unwrap();
    let listed = draft::list(&mut tx, Page::ALL).await.unwrap();
    let row = &listed.rows[0];
    assert_eq!(
        (listed.total, row.client_name.as_deref(), row.total_minor),
        (1, Some("Anna"), Some(100))
    );
    assert_eq!(
        draft::of_client(&mut tx, &ClientId("c1".to_owned()))
            .await
            .unwrap()
            .len(),
        1,
        "found by its client"
    );
    let stale = draft::delete(&mut tx, &id, 1).await;
    assert!(
        matches!(stale, Err(StoreError::StaleVersion { .. })),
        "what was changed since is not thrown away"
    );
    draft::delete(&mut tx, &id, 2).await.unwrap();
    assert_eq!(draft::find(&mut tx, &id).await.unwrap(), None, "gone");
    assert_eq!(
        numbering::find(&mut tx).await.unwrap(),
        None,
        "and it never touched a number"
    );
}

#[tokio::test]
async fn a_request_is_done_once() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    assert_eq!(request::find(&mut tx, "r1").await.unwrap(), None, "not yet");
    request::record(
        &mut tx,
        "r1",
        "payment_record",
        &serde_json::json!({"id": "p1"}),
        now(),
    )
    .await
    .unwrap();
    let found = request::find(&mut tx, "r1").await.unwrap().unwrap();
    assert_eq!(found.command, "payment_record", "what it was");
    assert_eq!(
        found.response.read::<serde_json::Value>().unwrap(),
        serde_json::json!({"id": "p1"}),
        "and its answer"
    );
    let twice = request::record(&mut tx, "r1", "other", &(), now()).await;
    assert!(
        matches!(twice, Err(StoreError::Constraint { .. })),
        "{twice:?}"
    );
    assert_eq!(
        request::forget_before(&mut tx, now()).await.unwrap(),
        0,
        "still remembered"
    );
    assert_eq!(
        request::forget_before(&mut tx, now() + TimeDelta::days(1))
            .await
            .unwrap(),
        1,
        "until long after"
    );
}
