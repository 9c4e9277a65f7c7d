//! Files that came from outside.

use domain::evidence::Digest;
use domain::id::FileId;

use super::{now, studio};
use crate::{StoreError, file};

#[tokio::test]
async fn files_small_and_large_come_back_as_they_were() {
    let (_folder, store) = studio().await;
    let small = vec![1_u8; file::INLINE_LIMIT];
    let large = vec![2_u8; file::INLINE_LIMIT + 1];
    for (id, bytes, in_folder) in [("small", small, false), ("large", large, true)] {
        let id = FileId(id.to_owned());
        let staged = file::stage(&store, &id, bytes.clone()).await.unwrap();
        assert_eq!(
            staged.sha256(),
            Digest::of(&bytes),
            "its hash is known before the row"
        );
        let mut tx = store.begin().await.unwrap();
        file::insert(&mut tx, &staged, "scan.pdf", "application/pdf", now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut reader = store.read().await.unwrap();
        assert_eq!(
            file::get(&mut reader, &id).await.unwrap().in_folder,
            in_folder,
            "{id} is where it belongs"
        );
        assert_eq!(
            file::bytes(&store, &mut reader, &id).await.unwrap(),
            bytes,
            "{id} is unchanged"
        );
    }
    let mut reader = store.read().await.unwrap();
    let large = FileId("large".to_owned());
    std::fs::write(store.files_folder().join("large"), b"other").unwrap();
    let changed = file::bytes(&store, &mut reader, &large).await;
    assert!(
        matches!(changed, Err(StoreError::Corrupt { .. })),
        "a changed file is noticed: {changed:?}"
    );
    std::fs::remove_file(store.files_folder().join("large")).unwrap();
    let lost = file::bytes(&store, &mut reader, &large).await;
    assert!(
        matches!(lost, Err(StoreError::Missing { .. })),
        "and a lost one: {lost:?}"
    );
}

#[tokio::test]
async fn a_file_id_cannot_lead_out_of_its_folder() {
    let (_folder, store) = studio().await;
    for id in ["../up", "a/b", "", ".", "C:x", "a\0"] {
        let refused = file::stage(&store, &FileId(id.to_owned()), vec![0; 10]).await;
        assert!(
            matches!(refused, Err(StoreError::Constraint { .. })),
            "{id:?}: {refused:?}"
        );
    }
}
