//! Invoices: frozen, numbered once, listed by view.

use domain::id::{DocumentId, InvoiceId, PaymentId};
use domain::receivable::Origin;
use sqlx::AssertSqlSafe;

use super::{add_client, day, eur, issue, now, pay, record, studio};
use crate::invoice::{InvoiceKind, InvoiceSort, InvoiceView};
use crate::{Page, StoreError, Tx, document, invoice, numbering, payment, receivable};

async fn ids(tx: &mut Tx, view: InvoiceView, sort: InvoiceSort, descending: bool) -> Vec<String> {
    let listed = invoice::list(tx, view, sort, descending, Page::ALL)
        .await
        .unwrap();
    assert_eq!(
        usize::try_from(listed.total).unwrap(),
        listed.rows.len(),
        "{view:?}: the total is the whole view"
    );
    listed.rows.into_iter().map(|row| row.id.0).collect()
}

#[tokio::test]
async fn an_issued_invoice_and_all_that_hangs_on_it_never_change() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    issue(&mut tx, "i1", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    pay(&mut tx, "p1", &client, "i1-r", 40).await.unwrap();
    payment::reverse(
        &mut tx,
        &PaymentId("p1".to_owned()),
        day("2026-03-02"),
        "bounced",
        now(),
    )
    .await
    .unwrap();
    for (table, column) in [
        ("invoice", "number"),
        ("invoice_facts", "facts"),
        ("receivable", "amount_minor"),
        ("document", "title"),
        ("document_bytes", "bytes"),
        ("payment", "facts"),
        ("payment_reversal", "reason"),
        ("allocation", "amount_minor"),
    ] {
        for statement in [
            format!("UPDATE {table} SET {column} = {column}"),
            format!("DELETE FROM {table}"),
        ] {
            let tried = sqlx::query(AssertSqlSafe(statement.clone()))
                .execute(&mut *tx)
                .await
                .map_err(StoreError::from);
            assert!(
                matches!(tried, Err(StoreError::Frozen { .. })),
                "{statement}: {tried:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_number_is_given_once() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    let number = issue(&mut tx, "i1", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    let series = numbering::find(&mut tx).await.unwrap().unwrap();
    assert_eq!(
        numbering::highest(&mut tx, &series, day("2026-03-01"))
            .await
            .unwrap(),
        Some(1),
        "given this year"
    );
    assert_eq!(
        numbering::highest(&mut tx, &series, day("2027-03-01"))
            .await
            .unwrap(),
        None,
        "a new year starts anew"
    );
    assert!(
        numbering::is_taken(&mut tx, &number).await.unwrap(),
        "the number is known"
    );
    numbering::put(
        &mut tx,
        &domain::invoice::NumberSeries { next: 1, ..series },
        now(),
    )
    .await
    .unwrap();
    let twice = issue(&mut tx, "i2", &client, "2026-03-01", "2026-03-15", 100).await;
    assert!(
        matches!(twice, Err(StoreError::Constraint { .. })),
        "even when the series was set back: {twice:?}"
    );
}

#[tokio::test]
async fn a_recorded_number_is_the_clients_own_and_takes_none_of_ours() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let anna = add_client(&mut tx, "c1", "Anna").await;
    let bea = add_client(&mut tx, "c2", "Bea").await;
    record(&mut tx, "r1", &anna, "2026-0001").await.unwrap();
    record(&mut tx, "r2", &bea, "2026-0001").await.unwrap();
    assert_eq!(
        issue(&mut tx, "i1", &anna, "2026-03-01", "2026-03-15", 100)
            .await
            .unwrap(),
        "2026-0001",
        "ours is free"
    );
    assert!(
        invoice::is_recorded(&mut tx, &anna, "2026-0001")
            .await
            .unwrap(),
        "known for this client"
    );
    assert!(
        !invoice::is_recorded(&mut tx, &anna, "2026-0002")
            .await
            .unwrap(),
        "another number is not"
    );
    let twice = record(&mut tx, "r3", &anna, "2026-0001").await;
    assert!(
        matches!(twice, Err(StoreError::Constraint { .. })),
        "once per client: {twice:?}"
    );
    assert_eq!(
        invoice::last_issued_on(&mut tx).await.unwrap(),
        Some(day("2026-03-01")),
        "recorded ones do not count"
    );
}

#[tokio::test]
async fn a_stored_invoice_reads_as_it_was_written() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    issue(&mut tx, "i1", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    let stored = invoice::get(&mut tx, &InvoiceId("i1".to_owned()))
        .await
        .unwrap();
    assert_eq!(
        stored.kind,
        InvoiceKind::Issued { counter: 1 },
        "with its counter"
    );
    assert_eq!(
        stored.facts.read::<serde_json::Value>().unwrap(),
        serde_json::json!({"total": 100}),
        "frozen facts"
    );
    assert_eq!(
        (stored.total, stored.due_on),
        (eur(100), day("2026-03-15")),
        "and columns"
    );
    let paper = stored.document.unwrap();
    assert_eq!(
        document::bytes(&mut tx, &paper).await.unwrap(),
        b"2026-0001",
        "its paper is the same bytes"
    );
    assert_eq!(
        document::of_invoice(&mut tx, &stored.id).await.unwrap()[0].id,
        paper,
        "and found from it"
    );
    let missing = document::bytes(&mut tx, &DocumentId("no".to_owned())).await;
    assert!(
        matches!(missing, Err(StoreError::NotFound { .. })),
        "{missing:?}"
    );
    let rows = invoice::rows(&mut tx, &[stored.id.clone(), InvoiceId("no".to_owned())])
        .await
        .unwrap();
    assert_eq!(
        rows,
        [invoice::row(&mut tx, &stored.id).await.unwrap()],
        "what does not exist is left out"
    );
}

#[tokio::test]
async fn a_paper_whose_bytes_changed_on_the_disk_is_noticed() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    issue(&mut tx, "i1", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    sqlx::raw_sql("DROP TRIGGER document_bytes_frozen; UPDATE document_bytes SET bytes = x'00'")
        .execute(&mut *tx)
        .await
        .unwrap();
    let read = document::bytes(&mut tx, &DocumentId("i1-d".to_owned())).await;
    assert!(matches!(read, Err(StoreError::Corrupt { .. })), "{read:?}");
}

#[tokio::test]
async fn each_view_holds_what_it_says() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let anna = add_client(&mut tx, "c1", "Anna").await;
    let zoe = add_client(&mut tx, "c2", "Zoe").await;
    issue(&mut tx, "late", &zoe, "2026-01-01", "2026-01-15", 300)
        .await
        .unwrap();
    issue(&mut tx, "today", &anna, "2026-02-01", "2026-03-01", 200)
        .await
        .unwrap();
    issue(&mut tx, "soon", &anna, "2026-02-02", "2026-03-07", 100)
        .await
        .unwrap();
    issue(&mut tx, "far", &zoe, "2026-02-03", "2026-03-08", 400)
        .await
        .unwrap();
    issue(&mut tx, "paid", &anna, "2026-02-04", "2026-02-05", 500)
        .await
        .unwrap();
    record(&mut tx, "old", &anna, "A-1").await.unwrap();
    pay(&mut tx, "p1", &anna, "paid-r", 500).await.unwrap();
    pay(&mut tx, "p2", &zoe, "far-r", 1).await.unwrap();
    let (today, until) = (day("2026-03-01"), day("2026-03-08"));
    let tx = &mut tx;
    let recent = InvoiceSort::Issued;
    assert_eq!(
        ids(tx, InvoiceView::Overdue { today }, recent, true).await,
        ["late", "old"],
        "not what is due today"
    );
    assert_eq!(
        ids(tx, InvoiceView::DueSoon { today, until }, recent, true).await,
        ["soon", "today"],
        "up to the bound"
    );
    assert_eq!(
        ids(tx, InvoiceView::Open, recent, true).await,
        ["far", "soon", "today", "late", "old"]
    );
    assert_eq!(ids(tx, InvoiceView::Paid, recent, true).await, ["paid"]);
    assert_eq!(ids(tx, InvoiceView::Recorded, recent, true).await, ["old"]);
    let all = InvoiceView::All;
    assert_eq!(
        ids(tx, all, recent, false).await,
        ["old", "late", "today", "soon", "far", "paid"]
    );
    assert_eq!(
        ids(tx, all, InvoiceSort::Due, false).await,
        ["old", "late", "paid", "today", "soon", "far"]
    );
    assert_eq!(
        ids(tx, all, InvoiceSort::Client, false).await,
        ["old", "today", "soon", "paid", "late", "far"]
    );
    assert_eq!(
        ids(tx, all, InvoiceSort::Total, true).await,
        ["old", "paid", "far", "late", "today", "soon"]
    );
    assert_eq!(
        ids(tx, all, InvoiceSort::Open, true).await,
        ["old", "far", "late", "today", "soon", "paid"]
    );
    let counts = invoice::counts(tx, today, until).await.unwrap();
    assert_eq!(
        (counts.all, counts.open, counts.overdue, counts.due_soon),
        (6, 5, 2, 2),
        "{counts:?}"
    );
    assert_eq!(
        (counts.paid, counts.recorded, counts.drafts),
        (1, 1, 0),
        "{counts:?}"
    );
    let sum = invoice::open_sums(tx, today).await.unwrap()[0];
    assert_eq!(
        (sum.open, sum.overdue),
        (eur(1_899), eur(1_200)),
        "one sum per currency"
    );
    assert_eq!(
        receivable::next_due_on(tx, today).await.unwrap(),
        Some(today),
        "the next one is due today"
    );
    let overdue = receivable::overdue(tx, today).await.unwrap();
    assert_eq!(
        overdue
            .iter()
            .map(|row| row.receivable.id.as_str())
            .collect::<Vec<_>>(),
        ["old-r", "late-r"]
    );
    assert_eq!(
        overdue[0].receivable.origin,
        Origin::Recorded {
            invoice: InvoiceId("old".to_owned())
        }
    );
    assert_eq!(
        receivable::open_of_client(tx, &zoe).await.unwrap().len(),
        2,
        "what one client owes"
    );
    assert_eq!(
        receivable::of_client(tx, &anna).await.unwrap().len(),
        4,
        "and everything it ever did"
    );
    let page = invoice::list(
        tx,
        all,
        recent,
        false,
        Page {
            offset: 4,
            limit: 1,
        },
    )
    .await
    .unwrap();
    assert_eq!(
        (page.total, page.rows[0].id.as_str()),
        (6, "far"),
        "a page in the middle"
    );
}
