//! Payments, how they are spread, and the projection of what is open.

use domain::id::{InvoiceId, PaymentId, ReceivableId};
use domain::payment::Allocation;
use domain::{Currency, Money};

use super::{add_client, day, eur, issue, now, pay, payment_facts, record, studio};
use crate::{Page, StoreError, export, payment, receivable};

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
