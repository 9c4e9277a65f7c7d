//! Finding clients, invoices and jobs, and what people type.

use domain::id::{ClientId, JobId};

use super::{add_client, client_facts, issue, job_facts, now, studio};
use crate::search::{Kind, find};
use crate::{Page, Store, client, job};

async fn found(store: &Store, typed: &str) -> Vec<(Kind, String)> {
    let mut reader = store.read().await.unwrap();
    let hits = find(&mut reader, typed, 50).await.unwrap();
    hits.into_iter().map(|hit| (hit.kind, hit.id)).collect()
}

async fn filled() -> (tempfile::TempDir, Store) {
    let (folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let anna = add_client(&mut tx, "c1", "Änne Müller-Lüdenscheidt").await;
    job::insert(
        &mut tx,
        &JobId("j1".to_owned()),
        &job_facts("c1", "Hochzeit", Some("2026-06-01")),
        now(),
    )
    .await
    .unwrap();
    issue(&mut tx, "i1", &anna, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    (folder, store)
}

#[tokio::test]
async fn marks_case_and_endings_do_not_matter() {
    let (_folder, store) = filled().await;
    let all = [
        (Kind::Client, "c1"),
        (Kind::Invoice, "i1"),
        (Kind::Job, "j1"),
    ];
    for typed in ["müller", "MULLER", "mull", "anne ludensch", "mu\u{308}ller"] {
        let found = found(&store, typed).await;
        for (kind, id) in all {
            assert!(
                found.contains(&(kind, id.to_owned())),
                "{typed} finds {id}: {found:?}"
            );
        }
    }
    assert_eq!(
        found(&store, "2026-0001").await,
        [(Kind::Invoice, "i1".to_owned())],
        "by number"
    );
    assert_eq!(
        found(&store, "po-7788").await,
        [(Kind::Invoice, "i1".to_owned())],
        "by order number"
    );
    assert_eq!(
        found(&store, "grinz").await,
        [(Kind::Job, "j1".to_owned())],
        "by place"
    );
    assert!(
        found(&store, "müller nobody").await.is_empty(),
        "every word must occur"
    );
}

#[tokio::test]
async fn the_title_comes_before_the_rest() {
    let (_folder, store) = filled().await;
    assert_eq!(
        found(&store, "müller").await[0],
        (Kind::Client, "c1".to_owned()),
        "the client is called that"
    );
}

#[tokio::test]
async fn nothing_typed_is_ever_read_as_syntax() {
    let (_folder, store) = filled().await;
    for typed in [
        "\"",
        "'",
        "*",
        "(",
        ")",
        "^müller",
        "müller OR",
        "NOT",
        "AND OR NOT",
        "title:müller",
        "NEAR(a b, 3)",
        "a\"b",
        "-müller",
        "+",
        "{title body}: x",
        "\u{0}",
        "🎂",
        "%",
        "_",
        ";DROP TABLE client",
        "\u{202e}abc",
        "\\",
    ] {
        let mut reader = store.read().await.unwrap();
        assert!(
            find(&mut reader, typed, 10).await.is_ok(),
            "{typed:?} is a search like any other"
        );
        assert!(
            client::find(&mut reader, typed, Page::first(10))
                .await
                .is_ok(),
            "{typed:?} in the list of clients"
        );
        assert!(
            job::find(&mut reader, typed, None, Page::first(10))
                .await
                .is_ok(),
            "{typed:?} in the list of jobs"
        );
    }
    let long = "a ".repeat(100_000);
    assert!(
        found(&store, &long).await.len() <= 3,
        "very long input is cut, not refused"
    );
    assert!(
        found(&store, "  ").await.is_empty(),
        "nothing typed finds nothing"
    );
}

#[tokio::test]
async fn a_renamed_client_is_found_by_the_new_name_only_with_its_jobs() {
    let (_folder, store) = filled().await;
    let mut tx = store.begin().await.unwrap();
    client::update(
        &mut tx,
        &ClientId("c1".to_owned()),
        1,
        &client_facts("Zacharias"),
        now(),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let found_now = found(&store, "zacharias").await;
    assert_eq!(found_now.len(), 2, "the client and the job: {found_now:?}");
    let before = found(&store, "müller").await;
    assert_eq!(
        before,
        [(Kind::Invoice, "i1".to_owned())],
        "the invoice keeps the name it was issued to"
    );
}

#[tokio::test]
async fn lists_can_be_narrowed_by_what_is_typed() {
    let (_folder, store) = filled().await;
    let mut tx = store.begin().await.unwrap();
    add_client(&mut tx, "c2", "Bruno").await;
    job::insert(
        &mut tx,
        &JobId("j2".to_owned()),
        &job_facts("c2", "Porträt", None),
        now(),
    )
    .await
    .unwrap();
    let clients = client::find(&mut tx, "brun", Page::first(10))
        .await
        .unwrap();
    assert_eq!(
        (clients.total, clients.rows[0].id.as_str()),
        (1, "c2"),
        "only the one that fits"
    );
    assert_eq!(
        client::find(&mut tx, "", Page::first(1))
            .await
            .unwrap()
            .total,
        2,
        "nothing typed narrows nothing"
    );
    let anna = ClientId("c1".to_owned());
    let jobs = job::find(&mut tx, "", Some(&anna), Page::first(10))
        .await
        .unwrap();
    assert_eq!(
        (jobs.total, jobs.rows[0].job.id.as_str()),
        (1, "j1"),
        "the jobs of one client"
    );
    assert_eq!(
        job::find(&mut tx, "portrat", None, Page::first(10))
            .await
            .unwrap()
            .total,
        1,
        "by title"
    );
    assert_eq!(
        job::find(&mut tx, "portrat", Some(&anna), Page::first(10))
            .await
            .unwrap()
            .total,
        0,
        "both must hold"
    );
}
