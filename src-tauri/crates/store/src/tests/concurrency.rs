//! Two writers, two processes' worth of handles, and who notices what.

use std::time::Duration;

use chrono::TimeDelta;
use domain::id::ClientId;

use super::{add_client, client_facts, issue, now, open, studio};
use crate::{Page, Store, StoreError, client, invoice, lease, setting};

async fn issue_many(store: Store, prefix: &'static str, count: usize) {
    for index in 0..count {
        let mut tx = store.begin().await.unwrap();
        let client = ClientId("c1".to_owned());
        issue(
            &mut tx,
            &format!("{prefix}{index}"),
            &client,
            "2026-03-01",
            "2026-03-15",
            100,
        )
        .await
        .unwrap();
        // Every third one is given up: its number must go to the next.
        if index % 3 == 2 {
            drop(tx);
        } else {
            tx.commit().await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn numbers_stay_gapless_with_several_writers_on_several_handles() {
    let (folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    add_client(&mut tx, "c1", "Anna").await;
    tx.commit().await.unwrap();
    let other = open(&folder).await;
    let writers = [
        tokio::spawn(issue_many(store.clone(), "a", 12)),
        tokio::spawn(issue_many(store.clone(), "b", 12)),
        tokio::spawn(issue_many(other, "c", 12)),
    ];
    for writer in writers {
        writer.await.unwrap();
    }
    let mut reader = store.read().await.unwrap();
    let list = invoice::list(
        &mut reader,
        invoice::InvoiceView::All,
        invoice::InvoiceSort::Number,
        false,
        Page::ALL,
    );
    let numbers: Vec<String> = list
        .await
        .unwrap()
        .rows
        .into_iter()
        .map(|row| row.number)
        .collect();
    let expected: Vec<String> = (1..=24)
        .map(|counter| format!("2026-{counter:04}"))
        .collect();
    assert_eq!(
        numbers, expected,
        "24 were committed and 12 given up: no gap and no double"
    );
}

#[tokio::test]
async fn a_dropped_transaction_leaves_nothing() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let id = add_client(&mut tx, "c1", "Anna").await;
    drop(tx);
    let gone = client::get(&mut store.begin().await.unwrap(), &id)
        .await
        .unwrap_err();
    assert!(
        matches!(gone, StoreError::NotFound { kind: "client", .. }),
        "{gone:?}"
    );
}

#[tokio::test]
async fn a_reader_sees_one_moment() {
    let (_folder, store) = studio().await;
    let mut reader = store.read().await.unwrap();
    assert_eq!(
        client::count(&mut reader, false).await.unwrap(),
        0,
        "none yet"
    );
    let mut tx = store.begin().await.unwrap();
    add_client(&mut tx, "c1", "Anna").await;
    tx.commit().await.unwrap();
    assert_eq!(
        client::count(&mut reader, false).await.unwrap(),
        0,
        "what came after is not in this moment"
    );
    drop(reader);
    assert_eq!(
        client::count(&mut store.read().await.unwrap(), false)
            .await
            .unwrap(),
        1,
        "a new reader sees it"
    );
}

#[tokio::test]
async fn the_data_version_tells_of_every_writer() {
    let (folder, store) = studio().await;
    let first = store.data_version().await.unwrap();
    assert_eq!(
        store.data_version().await.unwrap(),
        first,
        "nothing was written, so nothing is told"
    );
    let mut tx = store.begin().await.unwrap();
    setting::put(&mut tx, "theme", &"dark", now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let second = store.data_version().await.unwrap();
    assert_ne!(second, first, "our own write is told");
    let other = open(&folder).await;
    let mut tx = other.begin().await.unwrap();
    setting::put(&mut tx, "theme", &"light", now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_ne!(
        store.data_version().await.unwrap(),
        second,
        "another handle's write is told"
    );
}

#[tokio::test]
async fn a_stale_version_is_refused_and_changes_nothing() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let id = add_client(&mut tx, "c1", "Anna").await;
    assert_eq!(
        client::update(&mut tx, &id, 1, &client_facts("Bea"), now())
            .await
            .unwrap(),
        2,
        "the next version"
    );
    let stale = client::update(&mut tx, &id, 1, &client_facts("Eve"), now())
        .await
        .unwrap_err();
    assert!(
        matches!(
            stale,
            StoreError::StaleVersion {
                kind: "client",
                expected: 1,
                found: 2,
                ..
            }
        ),
        "{stale:?}"
    );
    assert_eq!(
        client::get(&mut tx, &id).await.unwrap().facts.name,
        "Bea",
        "the other change stands"
    );
    let gone = client::update(
        &mut tx,
        &ClientId("no".to_owned()),
        1,
        &client_facts("Eve"),
        now(),
    )
    .await
    .unwrap_err();
    assert!(
        matches!(gone, StoreError::NotFound { .. }),
        "missing is not stale: {gone:?}"
    );
}

#[tokio::test]
async fn one_process_holds_a_lease_until_it_gives_it_back_or_it_ends() {
    let (_folder, store) = studio().await;
    let term = TimeDelta::seconds(90);
    let (early, late) = (
        now() + TimeDelta::seconds(60),
        now() + TimeDelta::seconds(200),
    );
    let mut tx = store.begin().await.unwrap();
    let tx = &mut tx;
    assert!(
        lease::take(tx, lease::RUNNER, "one", now(), now() + term)
            .await
            .unwrap(),
        "it is free"
    );
    assert!(
        !lease::take(tx, lease::RUNNER, "two", early, early + term)
            .await
            .unwrap(),
        "one holds it"
    );
    assert!(
        lease::take(tx, lease::RUNNER, "one", early, early + term)
            .await
            .unwrap(),
        "the holder extends it"
    );
    assert_eq!(
        lease::holder(tx, lease::RUNNER, early)
            .await
            .unwrap()
            .as_deref(),
        Some("one"),
        "and is told"
    );
    assert!(
        !lease::renew(tx, lease::RUNNER, "one", late, late + term)
            .await
            .unwrap(),
        "it ran out: stop working"
    );
    assert_eq!(
        lease::holder(tx, lease::RUNNER, late).await.unwrap(),
        None,
        "nobody holds it then"
    );
    assert!(
        lease::take(tx, lease::RUNNER, "two", late, late + term)
            .await
            .unwrap(),
        "so another may"
    );
    lease::release(tx, lease::RUNNER, "one").await.unwrap();
    assert!(
        lease::renew(tx, lease::RUNNER, "two", late, late + term)
            .await
            .unwrap(),
        "one cannot give back two's"
    );
    lease::release(tx, lease::RUNNER, "two").await.unwrap();
    assert!(
        lease::take(tx, lease::RUNNER, "one", late, late + term)
            .await
            .unwrap(),
        "given back is free"
    );
}

#[tokio::test]
async fn a_full_disk_is_told_and_leaves_no_half_row() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    tx.commit().await.unwrap();
    let mut tx = store.begin().await.unwrap();
    // The file may not grow: what a full disk looks like from inside.
    sqlx::query("PRAGMA max_page_count = 1")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    let mut written = Ok(String::new());
    for index in 0..200 {
        written = issue(
            &mut tx,
            &format!("i{index}"),
            &client,
            "2026-03-01",
            "2026-03-15",
            100,
        )
        .await;
        if written.is_err() {
            break;
        }
    }
    assert!(matches!(written, Err(StoreError::DiskFull)), "{written:?}");
    drop(tx);
    let mut tx = store.begin().await.unwrap();
    sqlx::query("PRAGMA max_page_count = 1000000")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    let number = issue(&mut tx, "after", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    assert_eq!(number, "2026-0001", "no number was burnt");
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_lock_held_too_long_is_busy_and_not_an_unknown_error() {
    let (folder, store) = studio().await;
    let other = open(&folder).await;
    let held = store.begin().await.unwrap();
    let waiting = tokio::time::timeout(Duration::from_secs(20), other.begin())
        .await
        .unwrap();
    assert!(matches!(waiting, Err(StoreError::Busy)), "{waiting:?}");
    drop(held);
    other.begin().await.unwrap().commit().await.unwrap();
}
