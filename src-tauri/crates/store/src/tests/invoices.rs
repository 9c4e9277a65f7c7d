//! Invoices, what is open on them, and money.

use domain::id::{ClientId, DocumentId, InvoiceId, JobId, PaymentId, ReceivableId};
use domain::payment::Allocation;
use domain::receivable::Origin;
use domain::{Currency, Money};
use sqlx::AssertSqlSafe;

use super::{add_client, day, eur, issue, now, pay, payment_facts, receivable_facts, studio};
use crate::invoice::{InvoiceKind, InvoiceSort, InvoiceView, NewInvoice};
use crate::{Page, StoreError, Tx, document, export, invoice, numbering, payment, receivable};

async fn record(tx: &mut Tx, id: &str, client: &ClientId, number: &str) -> Result<(), StoreError> {
    let invoice = InvoiceId(id.to_owned());
    let new = NewInvoice {
        id: &invoice,
        kind: InvoiceKind::Recorded,
        number,
        client,
        job: None::<&JobId>,
        title: "From before",
        issued_on: day("2025-11-01"),
        due_on: day("2025-12-01"),
        total: eur(900),
        document: None,
        file: None,
        search_words: &[],
    };
    invoice::insert(tx, &new, &serde_json::json!({}), now()).await?;
    let origin = Origin::Recorded { invoice };
    let owed = receivable_facts(
        &format!("{id}-r"),
        client,
        origin,
        number,
        "2025-11-01",
        "2025-12-01",
        900,
    );
    receivable::insert(tx, &owed, eur(900)).await
}

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

#[tokio::test]
async fn a_payment_is_spread_reversed_and_never_lost() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    issue(&mut tx, "i1", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    issue(&mut tx, "i2", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    let (id, first, second) = (
        PaymentId("p1".to_owned()),
        ReceivableId("i1-r".to_owned()),
        ReceivableId("i2-r".to_owned()),
    );
    payment::insert(&mut tx, &id, &payment_facts(&client, 170), now())
        .await
        .unwrap();
    for (receivable, amount_minor) in [(&first, 100), (&second, 60)] {
        let allocation = Allocation {
            receivable: receivable.clone(),
            amount_minor,
        };
        payment::allocate(&mut tx, &id, &allocation, now())
            .await
            .unwrap();
        receivable::refresh(&mut tx, receivable).await.unwrap();
    }
    assert_eq!(
        receivable::get(&mut tx, &second).await.unwrap().open,
        eur(40),
        "what is left"
    );
    assert_eq!(
        payment::credit(&mut tx, &client).await.unwrap(),
        [eur(10)],
        "the rest stays the client's"
    );
    assert_eq!(
        payment::of_receivable(&mut tx, &second).await.unwrap()[0].amount,
        eur(60),
        "in which parts it was paid"
    );

    let back = Allocation {
        receivable: second.clone(),
        amount_minor: -60,
    };
    payment::allocate(&mut tx, &id, &back, now()).await.unwrap();
    receivable::refresh(&mut tx, &second).await.unwrap();
    let standing = payment::allocations(&mut tx, &id).await.unwrap();
    assert_eq!(
        (standing.len(), standing[0].amount_minor),
        (1, 100),
        "what was taken back does not stand"
    );

    payment::reverse(&mut tx, &id, day("2026-03-09"), "bounced", now())
        .await
        .unwrap();
    let state = receivable::refresh(&mut tx, &first).await.unwrap();
    assert_eq!(
        (state.open, state.receivable.paid),
        (eur(100), eur(0)),
        "all of it is owed again"
    );
    let stored = payment::get(&mut tx, &id).await.unwrap();
    assert_eq!(
        stored.reversal.unwrap().reason,
        "bounced",
        "the payment stays, with its end"
    );
    assert!(
        payment::credit(&mut tx, &client).await.unwrap().is_empty(),
        "and gives no credit"
    );
    let twice = payment::reverse(&mut tx, &id, day("2026-03-09"), "again", now()).await;
    assert!(
        matches!(twice, Err(StoreError::Constraint { .. })),
        "once: {twice:?}"
    );
    assert_eq!(
        payment::of_invoice(&mut tx, &InvoiceId("i1".to_owned()))
            .await
            .unwrap()
            .len(),
        1,
        "told on the invoice"
    );
    assert_eq!(
        payment::of_client(&mut tx, &client).await.unwrap().len(),
        1,
        "and on the client"
    );
    assert_eq!(
        payment::list(&mut tx, Page::ALL).await.unwrap().total,
        1,
        "and in the list"
    );
}

#[tokio::test]
async fn the_file_itself_refuses_money_that_does_not_add_up() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    issue(&mut tx, "i1", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    let receivable = ReceivableId("i1-r".to_owned());
    let id = PaymentId("p1".to_owned());
    payment::insert(&mut tx, &id, &payment_facts(&client, 150), now())
        .await
        .unwrap();
    let dollars = PaymentId("p2".to_owned());
    let amount = Money::new(50, Currency::new("USD").unwrap()).unwrap();
    let facts = domain::payment::PaymentFacts {
        amount,
        ..payment_facts(&client, 1)
    };
    payment::insert(&mut tx, &dollars, &facts, now())
        .await
        .unwrap();
    for (payment, amount_minor, why) in [
        (&id, 151, "more than was paid"),
        (&id, 101, "more than is owed"),
        (&id, -1, "taken back before it was given"),
        (&id, 0, "nothing"),
        (&dollars, 10, "another currency"),
    ] {
        let allocation = Allocation {
            receivable: receivable.clone(),
            amount_minor,
        };
        let tried = payment::allocate(&mut tx, payment, &allocation, now()).await;
        assert!(
            matches!(tried, Err(StoreError::Constraint { .. })),
            "{why}: {tried:?}"
        );
    }
    let nothing = payment::insert(
        &mut tx,
        &PaymentId("p3".to_owned()),
        &payment_facts(&client, 0),
        now(),
    )
    .await;
    assert!(
        matches!(nothing, Err(StoreError::Constraint { .. })),
        "a payment of nothing: {nothing:?}"
    );
}

#[tokio::test]
async fn the_projection_of_open_sums_is_what_the_facts_give() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    for index in 0..6 {
        issue(
            &mut tx,
            &format!("i{index}"),
            &client,
            "2026-03-01",
            "2026-03-15",
            100,
        )
        .await
        .unwrap();
    }
    pay(&mut tx, "p1", &client, "i1-r", 40).await.unwrap();
    pay(&mut tx, "p2", &client, "i2-r", 100).await.unwrap();
    assert!(
        receivable::mismatches(&mut tx).await.unwrap().is_empty(),
        "written together, they agree"
    );
    let damage = "UPDATE receivable_state SET open_minor = 1 WHERE receivable_id = 'i1-r';
        DELETE FROM receivable_state WHERE receivable_id = 'i2-r';
        UPDATE receivable_state SET due_on = '2020-01-01' WHERE receivable_id = 'i3-r'";
    sqlx::raw_sql(damage).execute(&mut *tx).await.unwrap();
    let found = receivable::mismatches(&mut tx).await.unwrap();
    let named: Vec<&str> = found
        .iter()
        .map(|mismatch| mismatch.receivable.as_str())
        .collect();
    assert_eq!(named, ["i1-r", "i2-r", "i3-r"], "each is named");
    assert_eq!(
        found[0].expected,
        (eur(40), eur(60)),
        "with what it should be"
    );
    receivable::rebuild(&mut tx).await.unwrap();
    assert!(
        receivable::mismatches(&mut tx).await.unwrap().is_empty(),
        "rebuilt, they agree again"
    );
}

#[tokio::test]
async fn the_accountant_gets_every_row_once() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    issue(&mut tx, "i1", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    record(&mut tx, "r1", &client, "A-1").await.unwrap();
    pay(&mut tx, "p1", &client, "i1-r", 40).await.unwrap();
    payment::insert(
        &mut tx,
        &PaymentId("p2".to_owned()),
        &payment_facts(&client, 5),
        now(),
    )
    .await
    .unwrap();
    assert_eq!(export::clients(&mut tx).await.unwrap().len(), 1, "clients");
    let invoices = export::invoices(&mut tx).await.unwrap();
    assert_eq!(
        (invoices.len(), invoices[1].paid, invoices[1].open),
        (2, eur(40), eur(60)),
        "recorded one first"
    );
    let payments = export::payments(&mut tx).await.unwrap();
    assert_eq!(
        payments[0].set_against,
        Some(("2026-0001".to_owned(), 40)),
        "with the invoice it paid"
    );
    assert_eq!(
        (payments.len(), &payments[1].set_against),
        (2, &None),
        "and one that is set against nothing"
    );
}
