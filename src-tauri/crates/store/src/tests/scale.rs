//! A studio with ten thousand invoices: lists, search and the planner's facts are right. How fast is the bench's to say.

use domain::CivilDate;
use domain::id::{ClientId, ReceivableId};
use domain::payment::Allocation;

use super::{add_client, day, issue, now, payment_facts, studio};
use crate::invoice::{InvoiceSort, InvoiceView};
use crate::{Page, Tx, client, invoice, payment, receivable, search};

const INVOICES: u32 = 10_000;

async fn fill(tx: &mut Tx) {
    for index in 0..200 {
        add_client(tx, &format!("c{index}"), &format!("Client {index:03}")).await;
    }
    for index in 0..INVOICES {
        let client = ClientId(format!("c{}", index % 200));
        let issued_on = CivilDate::from_ymd_opt(2026, 1, 1).unwrap()
            + chrono::Days::new(u64::from(index % 350));
        let due_on = issued_on + chrono::Days::new(14);
        let id = format!("i{index}");
        issue(
            tx,
            &id,
            &client,
            &issued_on.to_string(),
            &due_on.to_string(),
            1_000,
        )
        .await
        .unwrap();
        // One in ten stays open.
        if index % 10 != 0 {
            let payment = domain::id::PaymentId(format!("p{index}"));
            let receivable = ReceivableId(format!("{id}-r"));
            payment::insert(tx, &payment, &payment_facts(&client, 1_000), now())
                .await
                .unwrap();
            let allocation = Allocation {
                receivable: receivable.clone(),
                amount_minor: 1_000,
            };
            payment::allocate(tx, &payment, &allocation, now())
                .await
                .unwrap();
            receivable::refresh(tx, &receivable).await.unwrap();
        }
    }
}

#[tokio::test]
async fn ten_thousand_invoices_are_listed_searched_and_planned() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    fill(&mut tx).await;
    tx.commit().await.unwrap();
    let mut reader = store.read().await.unwrap();
    let today = day("2026-07-01");
    // Days from 1 January to the due dates of what is open; 1 July is day 181.
    let due = |days: std::ops::Range<u32>| {
        let open = (0..INVOICES).step_by(10);
        i64::try_from(
            open.filter(|index| days.contains(&(index % 350 + 14)))
                .count(),
        )
        .unwrap()
    };
    let views = [
        (InvoiceView::All, 10_000),
        (InvoiceView::Open, 1_000),
        (InvoiceView::Paid, 9_000),
        (InvoiceView::Recorded, 0),
        (InvoiceView::Overdue { today }, due(0..181)),
        (
            InvoiceView::DueSoon {
                today,
                until: day("2026-07-08"),
            },
            due(181..188),
        ),
    ];
    for (view, length) in views {
        for sort in InvoiceSort::EVERY {
            let listed = invoice::list(&mut reader, view, sort, true, Page::first(50))
                .await
                .unwrap();
            let shown = usize::try_from(length.min(50)).unwrap();
            assert_eq!(
                (listed.total, listed.rows.len()),
                (length, shown),
                "{view:?} by {sort:?}"
            );
        }
    }
    let hits = search::find(&mut reader, "cli", 20).await.unwrap();
    assert_eq!(hits.len(), 20, "a word that is everywhere still answers");
    let open = receivable::open(&mut reader).await.unwrap();
    assert_eq!(open.len(), 1_000, "what the planner looks at");
    let clients = client::list(&mut reader, false, Page::first(50))
        .await
        .unwrap();
    let ids: Vec<ClientId> = clients.rows.into_iter().map(|row| row.id).collect();
    let sums = client::sums(&mut reader, &ids, today).await.unwrap();
    assert_eq!(
        sums.len(),
        5,
        "one in ten of the first fifty clients owes something"
    );
    assert!(
        receivable::mismatches(&mut reader)
            .await
            .unwrap()
            .is_empty(),
        "the projection agrees with ten thousand histories"
    );
}
