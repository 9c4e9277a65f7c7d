//! Copies: made, checked, thinned out, brought back.

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use domain::evidence::EventKind;
use domain::id::{ClientId, FileId, InvoiceId};
use tempfile::TempDir;

use super::{add_client, issue, log, now, studio};
use crate::backup::{restore, snapshot, verify};
use crate::{Store, StoreError, evidence, file, invoice};

async fn filled() -> (TempDir, Store) {
    let (folder, store) = studio().await;
    let large = file::stage(
        &store,
        &FileId("large".to_owned()),
        vec![5; file::INLINE_LIMIT + 9],
    )
    .await
    .unwrap();
    let mut tx = store.begin().await.unwrap();
    let client = add_client(&mut tx, "c1", "Anna").await;
    issue(&mut tx, "i1", &client, "2026-03-01", "2026-03-15", 100)
        .await
        .unwrap();
    file::insert(&mut tx, &large, "scan.pdf", "application/pdf", now())
        .await
        .unwrap();
    let case = domain::evidence::Subjects {
        case: Some("k1".to_owned()),
        ..Default::default()
    };
    log(&mut tx, EventKind::CaseOpened, case).await.unwrap();
    tx.commit().await.unwrap();
    (folder, store)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_copy_comes_back_whole_in_a_new_place() {
    let (_folder, store) = filled().await;
    let place = TempDir::new().unwrap();
    let report = snapshot(&store, place.path(), now(), "0.1.0", 14)
        .await
        .unwrap();
    assert_eq!(
        names(&report.folder),
        ["files", "manifest.json", "studio.db"],
        "all parts and nothing else"
    );
    assert_eq!(report.manifest.rows["invoice"], 1, "the manifest counts");
    assert_eq!(
        verify(&report.folder).await.unwrap(),
        report.manifest,
        "and verifies at any time"
    );

    // What is written after the copy is not in it.
    let mut tx = store.begin().await.unwrap();
    issue(
        &mut tx,
        "i2",
        &ClientId("c1".to_owned()),
        "2026-03-01",
        "2026-03-15",
        100,
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();

    let target = place.path().join("restored");
    let restored = restore(&report.folder, &target).await.unwrap();
    assert_eq!(
        names(&target),
        ["files", "studio.db"],
        "the manifest stays with the copy"
    );
    let (again, opened) = Store::open(&restored.database, now(), "0.1.0")
        .await
        .unwrap();
    assert!(
        !opened.created && opened.backup.is_none(),
        "it opens as it is"
    );
    let mut reader = again.read().await.unwrap();
    assert!(
        invoice::get(&mut reader, &InvoiceId("i1".to_owned()))
            .await
            .is_ok(),
        "the invoice is back"
    );
    let later = invoice::get(&mut reader, &InvoiceId("i2".to_owned())).await;
    assert!(
        matches!(later, Err(StoreError::NotFound { .. })),
        "of one moment: {later:?}"
    );
    let bytes = file::bytes(&again, &mut reader, &FileId("large".to_owned()))
        .await
        .unwrap();
    assert_eq!(
        bytes.len(),
        file::INLINE_LIMIT + 9,
        "the large file is back"
    );
    let heads = evidence::heads(&mut reader).await.unwrap();
    assert_eq!(
        heads.studio, restored.manifest.evidence_head,
        "the log ends where the manifest says"
    );
    assert_eq!(heads.cases, restored.manifest.case_heads, "each case's too");
}

#[tokio::test]
async fn restoring_never_writes_over_anything() {
    let (_folder, store) = filled().await;
    let place = TempDir::new().unwrap();
    let copy = snapshot(&store, place.path(), now(), "0.1.0", 14)
        .await
        .unwrap()
        .folder;
    let taken = place.path().join("taken");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("mine.txt"), b"mine").unwrap();
    let refused = restore(&copy, &taken).await;
    assert!(
        matches!(refused, Err(StoreError::TargetExists { .. })),
        "{refused:?}"
    );
    assert_eq!(
        fs::read(taken.join("mine.txt")).unwrap(),
        b"mine",
        "what was there is there"
    );
    let refused = restore(&copy, &place.path().join("no/where")).await;
    assert!(
        matches!(refused, Err(StoreError::Missing { .. })),
        "{refused:?}"
    );
    let empty = place.path().join("empty");
    fs::create_dir(&empty).unwrap();
    restore(&copy, &empty).await.unwrap();
    assert_eq!(
        names(&empty),
        ["files", "studio.db"],
        "an empty folder is a new place"
    );
}

#[tokio::test]
async fn a_damaged_copy_is_not_brought_back() {
    let (_folder, store) = filled().await;
    let place = TempDir::new().unwrap();
    for (damaged, name) in [
        ("files/large", "a"),
        ("studio.db", "b"),
        ("manifest.json", "c"),
    ] {
        let at = now()
            + TimeDelta::seconds(
                i64::try_from(name.len()).unwrap() + i64::from(name.as_bytes()[0]),
            );
        let copy = snapshot(&store, place.path(), at, "0.1.0", 14)
            .await
            .unwrap()
            .folder;
        let path = copy.join(damaged);
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] = bytes[middle].wrapping_add(1);
        fs::write(&path, bytes).unwrap();
        let target = place.path().join(format!("restored-{name}"));
        let refused = restore(&copy, &target).await;
        assert!(
            matches!(refused, Err(StoreError::BackupFailed { .. })),
            "{damaged}: {refused:?}"
        );
        assert!(!target.exists(), "{damaged}: nothing was left behind");
    }
    assert!(
        !names(place.path())
            .iter()
            .any(|name| name.starts_with(".partial")),
        "nor half of it"
    );
}

#[tokio::test]
async fn a_manifest_cannot_name_a_file_elsewhere() {
    let (_folder, store) = filled().await;
    let place = TempDir::new().unwrap();
    let copy = snapshot(&store, place.path(), now(), "0.1.0", 14)
        .await
        .unwrap()
        .folder;
    let manifest = fs::read_to_string(copy.join("manifest.json")).unwrap();
    fs::write(
        copy.join("manifest.json"),
        manifest.replace("\"large\"", "\"../studio\""),
    )
    .unwrap();
    let refused = restore(&copy, &place.path().join("restored")).await;
    assert!(
        matches!(refused, Err(StoreError::BackupFailed { .. })),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_copy_that_fails_leaves_nothing_and_no_old_copy_is_gone() {
    let (_folder, store) = filled().await;
    let place = TempDir::new().unwrap();
    let first = snapshot(&store, place.path(), now(), "0.1.0", 1)
        .await
        .unwrap()
        .folder;
    fs::write(store.files_folder().join("large"), b"changed").unwrap();
    let later = now() + TimeDelta::days(1);
    let failed = snapshot(&store, place.path(), later, "0.1.0", 1).await;
    assert!(
        matches!(failed, Err(StoreError::BackupFailed { .. })),
        "a damaged file is told: {failed:?}"
    );
    assert_eq!(
        names(place.path()),
        [first.file_name().unwrap().to_str().unwrap()],
        "the old copy and nothing else"
    );
    let missing = snapshot(&store, &place.path().join("gone"), later, "0.1.0", 1).await;
    assert!(
        matches!(missing, Err(StoreError::Missing { .. })),
        "a folder that is gone: {missing:?}"
    );
    let twice = snapshot(&store, place.path(), now(), "0.1.0", 1).await;
    assert!(
        matches!(twice, Err(StoreError::TargetExists { .. })),
        "a moment is copied once: {twice:?}"
    );
}

#[tokio::test]
async fn older_copies_go_and_what_is_not_ours_stays() {
    let (_folder, store) = filled().await;
    let place = TempDir::new().unwrap();
    fs::create_dir(place.path().join("safelight-2020-01-01T00-00-00-000Z")).unwrap();
    fs::create_dir(place.path().join(".partial-safelight-crashed")).unwrap();
    fs::write(place.path().join("holiday.jpg"), b"jpg").unwrap();
    for days in 0..3 {
        snapshot(
            &store,
            place.path(),
            now() + TimeDelta::days(days),
            "0.1.0",
            2,
        )
        .await
        .unwrap();
    }
    let expected = [
        "holiday.jpg",
        "safelight-2020-01-01T00-00-00-000Z",
        "safelight-2026-03-02T09-00-00-000Z",
        "safelight-2026-03-03T09-00-00-000Z",
    ];
    assert_eq!(
        names(place.path()),
        expected,
        "two days of ours, and everything without a manifest of ours"
    );
}
