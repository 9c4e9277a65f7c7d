//! The log: it grows, it verifies, and nothing in it changes.

use domain::evidence::{BrokenWhy, EntryBody, EventKind, Subjects};
use domain::id::{CaseId, ClientId};
use sqlx::Row;

use super::{log, now, studio};
use crate::evidence::{About, append, erase, heads, list, projection_of, verify_all};
use crate::{StoreError, Tx};

fn about(client: &str, case: Option<&str>) -> Subjects {
    Subjects {
        client: Some(client.to_owned()),
        case: case.map(str::to_owned),
        job: Some("j".to_owned()),
        invoice: Some("i".to_owned()),
        receivable: Some("r".to_owned()),
        document: Some("d".to_owned()),
        payment: Some("p".to_owned()),
    }
}

async fn filled(tx: &mut Tx) {
    for (client, case) in [
        ("c1", Some("k1")),
        ("c2", None),
        ("c1", Some("k2")),
        ("c1", Some("k1")),
        ("c1", None),
    ] {
        log(tx, EventKind::StepDone, about(client, case))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn entries_chain_and_are_listed_by_what_they_are_about() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    assert_eq!(
        verify_all(&mut tx).await.unwrap().unwrap().entries,
        0,
        "an empty log verifies"
    );
    filled(&mut tx).await;
    let verified = verify_all(&mut tx).await.unwrap().unwrap();
    let heads = heads(&mut tx).await.unwrap();
    assert_eq!(
        (verified.entries, verified.head),
        (5, heads.studio),
        "the whole log holds to its head"
    );
    assert_eq!(
        (heads.entries, heads.cases.len()),
        (5, 2),
        "and each case has its own"
    );
    let case = CaseId("k1".to_owned());
    let of_case = list(&mut tx, About::Case(&case), None, 10).await.unwrap();
    assert_eq!(
        of_case
            .iter()
            .map(|entry| entry.row.seq)
            .collect::<Vec<_>>(),
        [4, 1],
        "newest first"
    );
    assert_eq!(
        of_case[0].row.case.as_ref().unwrap().1,
        heads.cases[0].1,
        "its newest link is the head"
    );
    let client = ClientId("c1".to_owned());
    let page = list(&mut tx, About::Client(&client), Some(5), 2)
        .await
        .unwrap();
    assert_eq!(
        page.iter().map(|entry| entry.row.seq).collect::<Vec<_>>(),
        [4, 3],
        "a page goes on where one ended"
    );
    assert_eq!(
        list(&mut tx, About::Everything, None, 100)
            .await
            .unwrap()
            .len(),
        5,
        "all of it"
    );
}

#[tokio::test]
async fn the_columns_of_an_entry_are_what_its_bytes_say() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    filled(&mut tx).await;
    let rows = sqlx::query("SELECT * FROM evidence")
        .fetch_all(&mut *tx)
        .await
        .unwrap();
    for row in rows {
        let body = EntryBody::from_bytes(&row.get::<Vec<u8>, _>("bytes")).unwrap();
        let columns = [
            "kind",
            "at",
            "client_id",
            "job_id",
            "invoice_id",
            "receivable_id",
            "case_id",
            "document_id",
            "payment_id",
        ];
        let stored = columns.map(|name| row.get::<Option<String>, _>(name));
        assert_eq!(
            stored,
            projection_of(&body).unwrap(),
            "rebuilt from the bytes they are the same"
        );
    }
}

#[tokio::test]
async fn nothing_in_the_log_is_changed_or_removed() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    filled(&mut tx).await;
    for statement in [
        "UPDATE evidence SET bytes = x'00' WHERE seq = 2",
        "UPDATE evidence SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2",
        "UPDATE evidence SET salt = NULL, bytes = NULL, erased_at = 'x', kind = 'other' WHERE seq = 2",
        "DELETE FROM evidence WHERE seq = 5",
        "INSERT INTO evidence SELECT seq + 5, at, kind, client_id, job_id, invoice_id, receivable_id, case_id,
            document_id, payment_id, salt, bytes, digest, studio_chain, case_chain, erased_at FROM evidence WHERE seq = 2",
    ] {
        let tried = sqlx::query(statement).execute(&mut *tx).await.map_err(StoreError::from);
        assert!(matches!(tried, Err(StoreError::Frozen { .. })), "{statement}: {tried:?}");
    }
}

#[tokio::test]
async fn an_erased_entry_leaves_a_tombstone_that_verifies() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    filled(&mut tx).await;
    let before = heads(&mut tx).await.unwrap();
    erase(&mut tx, 2, now()).await.unwrap();
    let verified = verify_all(&mut tx).await.unwrap().unwrap();
    assert_eq!(
        (verified.entries, verified.tombstones),
        (5, 1),
        "it is counted and holds"
    );
    assert_eq!(heads(&mut tx).await.unwrap(), before, "no link changed");
    let entry = &list(&mut tx, About::Everything, Some(3), 1).await.unwrap()[0];
    assert_eq!(
        (&entry.body, &entry.row.content, entry.erased_at),
        (&None, &None, Some(now())),
        "its words are gone"
    );
    let twice = erase(&mut tx, 2, now()).await;
    assert!(
        matches!(twice, Err(StoreError::Frozen { .. })),
        "once: {twice:?}"
    );
    assert!(
        matches!(
            erase(&mut tx, 99, now()).await,
            Err(StoreError::NotFound { .. })
        ),
        "and only what there is"
    );
    log(&mut tx, EventKind::ContentErased, about("c1", None))
        .await
        .unwrap();
    assert!(
        verify_all(&mut tx).await.unwrap().is_ok(),
        "the log goes on after it"
    );
}

#[tokio::test]
async fn the_verifier_names_the_first_entry_that_was_changed_behind_our_back() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    filled(&mut tx).await;
    sqlx::raw_sql("DROP TRIGGER evidence_frozen; DROP TRIGGER evidence_kept")
        .execute(&mut *tx)
        .await
        .unwrap();
    sqlx::raw_sql("SAVEPOINT one; UPDATE evidence SET bytes = x'7b7d' WHERE seq = 3")
        .execute(&mut *tx)
        .await
        .unwrap();
    let broken = verify_all(&mut tx).await.unwrap().unwrap_err();
    assert_eq!(
        (broken.seq, broken.why),
        (3, BrokenWhy::Content),
        "the changed one"
    );
    sqlx::raw_sql("ROLLBACK TO one; DELETE FROM evidence WHERE seq = 2")
        .execute(&mut *tx)
        .await
        .unwrap();
    let broken = verify_all(&mut tx).await.unwrap().unwrap_err();
    assert_eq!(
        (broken.seq, broken.why),
        (3, BrokenWhy::StudioChain),
        "the one after the missing one"
    );
}

#[tokio::test]
async fn a_log_longer_than_one_batch_verifies() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    for index in 0..1_203 {
        let body = EntryBody::new(
            EventKind::ClientSaved,
            domain::calendar::instant_text(now()),
            about("c1", None),
        );
        let row = append(
            &mut tx,
            &body,
            [index.to_string().len().try_into().unwrap(); 32],
        )
        .await
        .unwrap();
        assert_eq!(row.seq, index + 1, "one after the other");
    }
    assert_eq!(
        verify_all(&mut tx).await.unwrap().unwrap().entries,
        1_203,
        "every batch was read"
    );
}
