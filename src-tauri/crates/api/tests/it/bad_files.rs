//! Files that cannot be used: pictures, databases, folders. What was there stays as it was.

use api::{Api, ErrorCode, FILE_NAME};
use serde_json::json;

use crate::scene::{Studio, business, options};

/// The head of a PNG of this size, with a right checksum, and nothing after it.
fn png_head(width: u32, height: u32) -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(width.to_be_bytes());
    chunk.extend(height.to_be_bytes());
    chunk.extend([8, 6, 0, 0, 0]);
    let mut bytes = vec![0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
    let crc = chunk.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                0xEDB8_8320 ^ (crc >> 1)
            } else {
                crc >> 1
            }
        })
    });
    bytes.extend(chunk);
    bytes.extend((!crc).to_be_bytes());
    bytes
}

#[tokio::test]
async fn a_logo_that_cannot_be_drawn_is_refused_and_the_business_stays_as_it_was() {
    let studio = Studio::open().await;
    let cases: [(&str, Vec<u8>, &str); 7] = [
        ("broken.png", png_head(100, 100), ""),
        ("huge.png", png_head(10_000, 10_000), "10000 x 10000"),
        ("photo.jpg", vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "ends"),
        ("paper.pdf", b"%PDF-1.7".to_vec(), "PNG, JPEG or SVG"),
        ("script.svg", b"<svg><script>alert(1)</script>".to_vec(), ""),
        ("note.png", b"this is no picture".to_vec(), ""),
        ("empty.png", Vec::new(), ""),
    ];
    for (name, bytes, told) in cases {
        let path = studio.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let token = studio.api.offer_path(path).unwrap().token;
        let mut changed = business();
        changed["name"] = json!("Half saved");
        let save = json!({"expectedVersion": 1, "business": changed, "logoToken": token, "removeLogo": false});
        let refused = studio.refused("business.save", save).await;
        assert_eq!(refused.code, ErrorCode::BadFile, "{name}: {refused:?}");
        assert_eq!(refused.fields[0].field, "logoToken", "{name}");
        assert!(
            refused.message.contains(told),
            "{name}: {}",
            refused.message
        );
    }
    let view = studio.ok("business.get", json!({})).await;
    assert_eq!(
        (&view["business"]["name"], &view["hasLogo"]),
        (&json!("Ada Lens"), &json!(false))
    );
}

#[tokio::test]
async fn a_token_that_nobody_gave_out_opens_no_file() {
    let studio = Studio::open().await;
    let save = json!({"expectedVersion": 1, "business": business(), "logoToken": "/etc/passwd", "removeLogo": false});
    studio
        .wrong("business.save", save, "logoToken", "unknown")
        .await;
    studio
        .wrong(
            "export.csv",
            json!({"folderToken": "/tmp"}),
            "folderToken",
            "unknown",
        )
        .await;
    studio
        .wrong(
            "backup.folder",
            json!({"folderToken": ""}),
            "folderToken",
            "unknown",
        )
        .await;
    let gone = studio
        .api
        .offer_path(studio.folder.path().join("gone.png"))
        .unwrap()
        .token;
    let save = json!({"expectedVersion": 1, "business": business(), "logoToken": gone, "removeLogo": false});
    assert_eq!(
        studio.refused("business.save", save).await.code,
        ErrorCode::BadFile,
        "a file that went away"
    );
}

async fn opening(bytes: &[u8]) -> (ErrorCode, Vec<u8>) {
    let studio = Studio::empty().await;
    let folder = studio.folder.path().join("other");
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join(FILE_NAME);
    std::fs::write(&path, bytes).unwrap();
    let code = match Api::open(options(&folder, &studio.clock)).await {
        Ok(_) => panic!("it was opened"),
        Err(error) => error.code,
    };
    (code, std::fs::read(path).unwrap())
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_kept() {
    let words = b"Dear diary, this is a text and not a database at all.".repeat(20);
    let (code, kept) = opening(&words).await;
    assert_eq!(code, ErrorCode::NotOurFile);
    assert!(kept == words, "not a byte of it changed");
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_refused_and_kept() {
    let studio = Studio::open().await;
    studio.client("Kofi").await;
    studio.api.close().await.unwrap();
    let mut bytes = std::fs::read(studio.api.data().join(FILE_NAME)).unwrap();
    // The format version stands at byte 60 of the head (SQLite file format 1.3).
    bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
    let (code, kept) = opening(&bytes).await;
    assert_eq!(code, ErrorCode::NewerFile);
    assert!(kept == bytes, "not a byte of it changed");
}

#[tokio::test]
async fn a_file_where_the_folder_should_be_is_named() {
    let studio = Studio::empty().await;
    let path = studio.folder.path().join("not a folder");
    std::fs::write(&path, "kept").unwrap();
    let refused = Api::open(options(&path, &studio.clock))
        .await
        .err()
        .expect("a file is no folder");
    assert!(
        matches!(refused.code, ErrorCode::Io | ErrorCode::BadFile),
        "{refused:?}"
    );
    assert!(
        refused.message.contains("not a folder"),
        "{}",
        refused.message
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "kept");
}

#[cfg(unix)]
#[tokio::test]
async fn a_folder_that_may_not_be_written_is_told_as_such() {
    use std::os::unix::fs::PermissionsExt;
    let studio = Studio::empty().await;
    let locked = studio.folder.path().join("locked");
    std::fs::create_dir(&locked).unwrap();
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(locked.join("probe"), "").is_ok() {
        // The administrator may write everywhere: there is nothing to see.
        return;
    }
    let refused = Api::open(options(&locked, &studio.clock))
        .await
        .err()
        .expect("nothing can be written there");
    assert_eq!(refused.code, ErrorCode::ReadOnly, "{refused:?}");
}
