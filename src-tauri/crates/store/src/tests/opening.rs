//! What the door lets in, and what it leaves as it was.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqlSafeStr};
use tempfile::TempDir;

use super::{add_client, client_facts, now, studio};
use crate::open::{APPLICATION_ID, migrations, prepare_with};
use crate::{FORMAT, Store, StoreError, client};

/// Every file of a folder with its bytes.
fn picture(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| (path.clone(), fs::read(&path).unwrap_or_default()))
        .collect()
}

async fn run(path: &Path, sql: &str) {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true);
    let mut conn = options.connect().await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(&mut conn)
        .await
        .unwrap();
    conn.close().await.unwrap();
}

#[tokio::test]
async fn a_new_file_is_ours_and_opening_it_again_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("studio.db");
    let (store, opened) = Store::open(&path, now(), "0.1.0").await.unwrap();
    assert!(
        opened.created && opened.backup.is_none(),
        "there was nothing to copy"
    );
    store.close().await.unwrap();
    let before = picture(folder.path());
    let (store, opened) = Store::open(&path, now(), "0.1.0").await.unwrap();
    assert!(
        !opened.created && opened.migrated_from.is_none(),
        "the migrations ran once"
    );
    store.close().await.unwrap();
    assert_eq!(
        picture(folder.path()),
        before,
        "opening and closing writes nothing"
    );
    let head = &before[0].1;
    let id = u32::from_be_bytes(head[68..72].try_into().unwrap());
    assert_eq!(i64::from(id), APPLICATION_ID, "the file says whose it is");
}

#[tokio::test]
async fn connections_keep_the_promises_of_the_design() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let pragma = async |tx: &mut crate::Tx, name: &str| {
        let query = sqlx::query_scalar::<_, i64>(AssertSqlSafe(format!("PRAGMA {name}")));
        query.fetch_one(&mut **tx).await.unwrap()
    };
    assert_eq!(
        pragma(&mut tx, "synchronous").await,
        2,
        "FULL: a commit is on the disk"
    );
    assert_eq!(
        pragma(&mut tx, "foreign_keys").await,
        1,
        "references are checked"
    );
    assert_eq!(
        pragma(&mut tx, "busy_timeout").await,
        5_000,
        "another process is waited for"
    );
    let mode = sqlx::query_scalar::<_, String>("PRAGMA journal_mode")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    assert_eq!(mode, "wal", "reading goes on while writing");
    let loose = "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
        AND name NOT LIKE 'sqlite_%' AND name <> '_sqlx_migrations'";
    let loose = sqlx::query_scalar::<_, i64>(loose)
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    assert_eq!(loose, 0, "every table of ours is STRICT");
    tx.rollback().await.unwrap();
    let mut reader = store.read().await.unwrap();
    let write = sqlx::query("DELETE FROM setting")
        .execute(&mut *reader)
        .await;
    assert!(write.is_err(), "a reader cannot write");
}

#[tokio::test]
async fn the_last_migration_says_the_format_of_this_program() {
    let (_folder, store) = studio().await;
    let mut reader = store.read().await.unwrap();
    let format = sqlx::query_scalar::<_, i64>("PRAGMA user_version")
        .fetch_one(&mut *reader)
        .await
        .unwrap();
    assert_eq!(format, FORMAT, "the file and the program agree");
    assert_eq!(
        i64::try_from(migrations().iter().count()).unwrap(),
        FORMAT,
        "one format per migration"
    );
    let files = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations"))
        .unwrap()
        .count();
    assert_eq!(
        i64::try_from(files).unwrap(),
        FORMAT,
        "every migration file is compiled in"
    );
}

#[tokio::test]
async fn a_newer_file_is_refused_untouched() {
    let (folder, store) = studio().await;
    let path = store.path().to_owned();
    store.close().await.unwrap();
    run(&path, "PRAGMA user_version = 99").await;
    let before = picture(folder.path());
    let refused = Store::open(&path, now(), "0.1.0").await.unwrap_err();
    assert!(
        matches!(
            refused,
            StoreError::NewerFile {
                file: 99,
                ours: FORMAT
            }
        ),
        "{refused:?}"
    );
    assert_eq!(
        picture(folder.path()),
        before,
        "not a byte was written, not a file added"
    );
}

#[tokio::test]
async fn a_file_that_gets_newer_while_open_takes_no_more_writes() {
    let (_folder, store) = studio().await;
    run(store.path(), "PRAGMA user_version = 99").await;
    let refused = store.begin().await.unwrap_err();
    assert!(
        matches!(refused, StoreError::NewerFile { file: 99, .. }),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_foreign_database_is_refused_untouched() {
    let folder = TempDir::new().unwrap();
    for (name, sql) in [
        ("unmarked.db", "CREATE TABLE note (text TEXT)"),
        (
            "marked.db",
            "PRAGMA application_id = 7; CREATE TABLE note (text TEXT)",
        ),
    ] {
        let path = folder.path().join(name);
        run(&path, sql).await;
        let before = fs::read(&path).unwrap();
        let refused = Store::open(&path, now(), "0.1.0").await.unwrap_err();
        assert!(
            matches!(&refused, StoreError::ForeignDatabase { path: named } if *named == path),
            "{refused:?}"
        );
        assert_eq!(fs::read(&path).unwrap(), before, "{name} is as it was");
    }
}

#[tokio::test]
async fn what_is_no_database_is_refused_untouched() {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in [("short.db", &b"hello"[..]), ("long.db", &[b'x'; 5_000][..])] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let refused = Store::open(&path, now(), "0.1.0").await.unwrap_err();
        assert!(
            matches!(&refused, StoreError::NotADatabase { path: named } if *named == path),
            "{refused:?}"
        );
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name} is as it was");
    }
    let refused = Store::open(folder.path(), now(), "0.1.0")
        .await
        .unwrap_err();
    assert!(
        matches!(refused, StoreError::NotADatabase { .. }),
        "a folder is none either: {refused:?}"
    );
}

#[tokio::test]
async fn a_missing_folder_and_an_empty_file_are_told_apart() {
    let folder = TempDir::new().unwrap();
    let missing = folder.path().join("gone");
    let refused = Store::open(&missing.join("studio.db"), now(), "0.1.0")
        .await
        .unwrap_err();
    assert!(
        matches!(&refused, StoreError::Missing { path } if *path == missing),
        "{refused:?}"
    );
    let path = folder.path().join("studio.db");
    fs::write(&path, b"").unwrap();
    let (_store, opened) = Store::open(&path, now(), "0.1.0").await.unwrap();
    assert!(
        opened.created,
        "an empty file is a new one: a crash at creation leaves it"
    );
}

/// The kernel refuses new files here even to the administrator, so the test does not depend on who runs it.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named() {
    let refused = Store::open(Path::new("/sys/kernel/studio.db"), now(), "0.1.0")
        .await
        .unwrap_err();
    assert!(
        matches!(&refused, StoreError::ReadOnly { folder: Some(folder) } if folder == Path::new("/sys/kernel")),
        "{refused:?}"
    );
}

#[tokio::test]
async fn an_older_file_is_copied_and_the_copy_checked_before_it_changes() {
    let (folder, store) = studio().await;
    let path = store.path().to_owned();
    let mut tx = store.begin().await.unwrap();
    add_client(&mut tx, "c1", "Anna").await;
    tx.commit().await.unwrap();
    store.close().await.unwrap();

    let (mut conn, opened) = prepare_with(&path, now(), "0.2.0", &next(NEXT), FORMAT + 1)
        .await
        .unwrap();
    assert_eq!(
        opened.migrated_from,
        Some(FORMAT),
        "the older format is told"
    );
    let kept = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM client WHERE hue IS NULL")
        .fetch_one(&mut conn)
        .await;
    assert_eq!(kept.unwrap(), 1, "the migration ran and kept the client");
    conn.close().await.unwrap();

    let copy = opened.backup.unwrap();
    assert!(copy.starts_with(folder.path().join("backups")), "{copy:?}");
    assert!(
        copy.to_string_lossy()
            .contains(&format!("before-format-{}", FORMAT + 1)),
        "its name says what it was made before: {copy:?}"
    );
    let (old, _) = Store::open(&copy, now(), "0.1.0").await.unwrap();
    let client = client::get(
        &mut old.read().await.unwrap(),
        &domain::id::ClientId("c1".to_owned()),
    )
    .await
    .unwrap();
    assert_eq!(
        client.facts,
        client_facts("Anna"),
        "the copy opens and holds the client"
    );
    let refused = Store::open(&path, now(), "0.1.0").await.unwrap_err();
    assert!(
        matches!(refused, StoreError::NewerFile { .. }),
        "the older program leaves the new file alone"
    );
}

#[tokio::test]
async fn a_migration_that_fails_leaves_the_file_as_it_was() {
    let (_folder, store) = studio().await;
    let path = store.path().to_owned();
    store.close().await.unwrap();
    let broken = next(
        "ALTER TABLE client ADD COLUMN hue TEXT; PRAGMA user_version = 5; SELECT no_such_function()",
    );
    assert!(
        prepare_with(&path, now(), "0.2.0", &broken, FORMAT + 1)
            .await
            .is_err(),
        "the failure is told"
    );
    let (store, opened) = Store::open(&path, now(), "0.1.0").await.unwrap();
    assert_eq!(
        opened.migrated_from, None,
        "the file still has the older format"
    );
    let mut reader = store.read().await.unwrap();
    let columns = sqlx::query_scalar::<_, i64>(
        "SELECT count(*) FROM pragma_table_info('client') WHERE name = 'hue'",
    );
    assert_eq!(
        columns.fetch_one(&mut *reader).await.unwrap(),
        0,
        "nothing of it stayed"
    );
}

#[tokio::test]
async fn a_migration_edited_after_it_landed_is_noticed() {
    let (_folder, store) = studio().await;
    let path = store.path().to_owned();
    store.close().await.unwrap();
    let mut edited = next(NEXT);
    let first = edited.migrations.to_mut().first_mut().unwrap();
    let text = format!("{}\n-- edited", first.sql.as_str());
    *first = Migration::new(
        first.version,
        "".into(),
        MigrationType::Simple,
        AssertSqlSafe(text).into_sql_str(),
        false,
    );
    let refused = prepare_with(&path, now(), "0.2.0", &edited, FORMAT + 1)
        .await
        .unwrap_err();
    assert!(matches!(refused, StoreError::Corrupt { .. }), "{refused:?}");
}

const NEXT: &str = "ALTER TABLE client ADD COLUMN hue TEXT; PRAGMA user_version = 5";

/// The migrations of a program one format ahead.
fn next(sql: &'static str) -> Migrator {
    let mut all: Vec<Migration> = migrations().iter().cloned().collect();
    all.push(Migration::new(
        29_990_101_000_000,
        "".into(),
        MigrationType::Simple,
        sql.into_sql_str(),
        false,
    ));
    Migrator::with_migrations(all)
}
