//! Papers found by the words that stand on them, filtered and sorted; papers from before their words were kept.

use domain::evidence::Digest;
use domain::id::{ClientId, DocumentId};
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection};

use super::{add_client, client_facts, now, studio};
use crate::document::{DocumentSort, FoundDocument, NewDocument, Wanted};
use crate::open::{migrations, prepare_with};
use crate::{Page, Store, Tx, client, document};

async fn keep(tx: &mut Tx, id: &str, kind: &str, client: &ClientId, title: &str, words: &str) {
    let id = DocumentId(id.to_owned());
    let paper = NewDocument {
        id: &id,
        kind,
        title,
        language: "en-GB",
        media_type: "application/pdf",
        template_version: "1",
        bytes: id.as_str().as_bytes(),
        words,
        facts: Digest::of(b"facts"),
        client: Some(client),
        invoice: None,
        case: None,
        receivables: &[],
    };
    document::insert(tx, &paper, now()).await.unwrap();
}

async fn filled() -> (tempfile::TempDir, Store) {
    let (folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let anna = add_client(&mut tx, "c1", "Änne Müller").await;
    let bert = add_client(&mut tx, "c2", "Bert").await;
    let demand =
        "Dear Ms Müller,\nthe wedding at Schloß Grinzing\nwas photographed in June. Please pay.";
    keep(
        &mut tx,
        "d1",
        "invoice",
        &anna,
        "Invoice 2026-0001",
        "Wedding day, 12 hours",
    )
    .await;
    keep(
        &mut tx,
        "d2",
        "formal_demand",
        &anna,
        "Demand of 3 March",
        demand,
    )
    .await;
    keep(
        &mut tx,
        "d3",
        "invoice",
        &bert,
        "Invoice 2026-0002",
        "Portraits of the board",
    )
    .await;
    tx.commit().await.unwrap();
    (folder, store)
}

async fn listed(
    store: &Store,
    wanted: Wanted<'_>,
    sort: DocumentSort,
    down: bool,
) -> Vec<FoundDocument> {
    let mut reader = store.read().await.unwrap();
    let listed = document::list(&mut reader, wanted, sort, down, Page::ALL)
        .await
        .unwrap();
    assert_eq!(
        listed.total,
        i64::try_from(listed.rows.len()).unwrap(),
        "all are on one page"
    );
    listed.rows
}

fn ids(found: &[FoundDocument]) -> Vec<&str> {
    found
        .iter()
        .map(|found| found.document.id.as_str())
        .collect()
}

async fn with_words(store: &Store, words: &str) -> Vec<FoundDocument> {
    let wanted = Wanted {
        words,
        ..Wanted::default()
    };
    listed(store, wanted, DocumentSort::Best, true).await
}

#[tokio::test]
async fn a_paper_is_found_by_the_words_on_it_and_shows_them() {
    let (_folder, store) = filled().await;
    let found = with_words(&store, "grinz WEDD").await;
    assert_eq!(
        ids(&found),
        ["d2"],
        "each word stands on it, whatever its case"
    );
    let hits: Vec<&str> = found[0]
        .excerpt
        .iter()
        .filter(|part| part.is_hit)
        .map(|part| part.text.as_str())
        .collect();
    assert_eq!(
        hits,
        ["wedding", "Grinzing"],
        "what was looked for is marked"
    );
    let line: String = found[0]
        .excerpt
        .iter()
        .map(|part| part.text.as_str())
        .collect();
    assert!(
        line.contains("the wedding at Schloß Grinzing was"),
        "one line: {line:?}"
    );
    assert_eq!(
        ids(&with_words(&store, "muller").await),
        ["d1", "d2"],
        "by client"
    );
    let titled = with_words(&store, "2026-0002").await;
    assert_eq!(
        (ids(&titled), titled[0].excerpt.len()),
        (vec!["d3"], 0),
        "by title, with no words to mark"
    );
    assert!(
        with_words(&store, "wedding board").await.is_empty(),
        "every word has to be there"
    );
    assert!(
        with_words(&store, "\"*()").await.is_empty(),
        "signs stand on no paper"
    );
}

#[tokio::test]
async fn papers_are_filtered_and_sorted() {
    let (_folder, store) = filled().await;
    let bert = ClientId("c2".to_owned());
    let of_bert = Wanted {
        client: Some(&bert),
        ..Wanted::default()
    };
    assert_eq!(
        ids(&listed(&store, of_bert, DocumentSort::Best, true).await),
        ["d3"]
    );
    let invoices = Wanted {
        kind: Some("invoice"),
        ..Wanted::default()
    };
    assert_eq!(
        ids(&listed(&store, invoices, DocumentSort::Made, false).await),
        ["d1", "d3"]
    );
    let by_client = listed(&store, Wanted::default(), DocumentSort::Client, true).await;
    assert_eq!(ids(&by_client), ["d3", "d2", "d1"]);
    let both = Wanted {
        words: "wedding",
        kind: Some("invoice"),
        ..Wanted::default()
    };
    assert_eq!(
        ids(&listed(&store, both, DocumentSort::Title, false).await),
        ["d1"]
    );
    let later = Wanted {
        from: Some(now() + chrono::TimeDelta::seconds(1)),
        ..Wanted::default()
    };
    assert!(
        listed(&store, later, DocumentSort::Best, true)
            .await
            .is_empty(),
        "made before"
    );
    let until = Wanted {
        before: Some(now()),
        words: "wedding",
        ..Wanted::default()
    };
    assert!(
        listed(&store, until, DocumentSort::Best, true)
            .await
            .is_empty(),
        "made after"
    );
}

#[tokio::test]
async fn a_renamed_client_is_found_by_the_new_name() {
    let (_folder, store) = filled().await;
    let mut tx = store.begin().await.unwrap();
    let bert = ClientId("c2".to_owned());
    client::update(&mut tx, &bert, 1, &client_facts("Cornelius"), now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(ids(&with_words(&store, "cornelius").await), ["d3"]);
    assert!(with_words(&store, "bert").await.is_empty());
}

#[tokio::test]
async fn papers_from_before_are_found_by_title_at_once_and_by_their_words_once_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("studio.db");
    let first: Vec<_> = migrations().iter().take(1).cloned().collect();
    let (mut old, _) = prepare_with(&path, now(), "0.1.0", &Migrator::with_migrations(first), 1)
        .await
        .unwrap();
    let paper = "INSERT INTO document (id, kind, title, language, media_type, template_version, sha256, size, facts_sha256, made_at)
        VALUES ('d1', 'invoice', 'Invoice 7', 'en-GB', 'application/pdf', '1', zeroblob(32), 4, zeroblob(32), '2026-01-01T00:00:00.000Z')";
    sqlx::query(AssertSqlSafe(paper))
        .execute(&mut old)
        .await
        .unwrap();
    old.close().await.unwrap();

    let (store, opened) = Store::open(&path, now(), "0.2.0").await.unwrap();
    assert_eq!(opened.migrated_from, Some(1));
    assert_eq!(
        ids(&with_words(&store, "invoice 7").await),
        ["d1"],
        "by its title"
    );
    let mut tx = store.begin().await.unwrap();
    let unread = document::unread(&mut tx, 10).await.unwrap();
    assert_eq!(unread, [DocumentId("d1".to_owned())]);
    document::keep_words(&mut tx, &unread[0], "twelve portraits")
        .await
        .unwrap();
    assert!(
        document::unread(&mut tx, 10).await.unwrap().is_empty(),
        "it is read once"
    );
    tx.commit().await.unwrap();
    assert_eq!(
        ids(&with_words(&store, "portraits").await),
        ["d1"],
        "by its words"
    );
}
