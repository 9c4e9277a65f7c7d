//! The door: what a file must be before it is opened, and how an older one is brought up to date.
//!
//! Order matters. First the file's header is read without SQLite, so that a file that is newer, foreign or no
//! database is refused untouched. Then SQLite opens it (and replays its own logs after a crash), the same is asked
//! again, an older file is copied and the copy verified, and only then the migrations run, all in one transaction.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::Instant;
use domain::calendar::instant_text;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{ConnectOptions, Connection, SqlSafeStr};

use crate::backup;
use crate::error::folder_of;
use crate::store::{Conn, options};
use crate::{StoreError, value};

/// "SFLT": says that a SQLite file is ours.
pub(crate) const APPLICATION_ID: i64 = 1_397_115_988;

/// The format this program reads and writes: the number of migrations.
pub const FORMAT: i64 = 4;

/// Version and text of every migration, oldest first. Each says its format with `PRAGMA user_version`.
const MIGRATIONS: [(i64, &str); 4] = [
    (
        20_261_122_080_000,
        include_str!("../migrations/20261122080000_first_format.sql"),
    ),
    (
        20_261_122_140_000,
        include_str!("../migrations/20261122140000_words_of_papers.sql"),
    ),
    (
        20_261_122_151_500,
        include_str!("../migrations/20261122151500_signature.sql"),
    ),
    (
        20_261_122_173_000,
        include_str!("../migrations/20261122173000_follow_up_plans.sql"),
    ),
];

/// The migrations of this program.
pub(crate) fn migrations() -> Migrator {
    let migration = |(version, sql): (i64, &'static str)| {
        Migration::new(
            version,
            "".into(),
            MigrationType::Simple,
            sql.into_sql_str(),
            false,
        )
    };
    Migrator::with_migrations(MIGRATIONS.into_iter().map(migration).collect())
}

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What opening did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The file is new.
    pub created: bool,
    /// The format the file had, when it was older.
    pub migrated_from: Option<i64>,
    /// The verified copy made before migrating.
    pub backup: Option<PathBuf>,
}

/// What a file says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Identity {
    Empty,
    Ours { format: i64 },
}

pub(crate) async fn prepare(
    path: &Path,
    now: Instant,
    program: &str,
) -> Result<(Conn, Opened), StoreError> {
    prepare_with(path, now, program, &migrations(), FORMAT).await
}

/// As [`prepare`], with the migrations named: a test brings a file to a format that does not exist yet.
pub(crate) async fn prepare_with(
    path: &Path,
    now: Instant,
    program: &str,
    migrations: &Migrator,
    format: i64,
) -> Result<(Conn, Opened), StoreError> {
    check_header(path, format)?;
    let connected = options(path).create_if_missing(true).connect().await;
    let mut conn = connected.map_err(|error| explain(error.into(), path))?;
    match bring_up_to_date(&mut conn, path, now, program, migrations, format).await {
        Ok(opened) => Ok((conn, opened)),
        Err(error) => {
            conn.close().await?;
            Err(explain(error, path))
        }
    }
}

async fn bring_up_to_date(
    conn: &mut Conn,
    path: &Path,
    now: Instant,
    program: &str,
    migrations: &Migrator,
    format: i64,
) -> Result<Opened, StoreError> {
    let before = identity(conn, path, format).await?;
    let mut opened = Opened {
        created: before == Identity::Empty,
        migrated_from: None,
        backup: None,
    };
    if let Identity::Ours { format: older } = before
        && older < format
    {
        opened.migrated_from = Some(older);
        opened.backup = Some(backup::before_migration(conn, path, format, now).await?);
    }
    if before != (Identity::Ours { format }) {
        let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
        // Another process may have been faster, even a newer one.
        if identity(&mut tx, path, format).await? == (Identity::Ours { format }) {
            opened.created = false;
        } else {
            migrations.run_direct(None, &mut *tx, false).await?;
            sqlx::query(sql!("format/record"))
                .bind(format)
                .bind(program)
                .bind(value::at_text(now))
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
    }
    use_write_ahead_log(conn).await?;
    Ok(opened)
}

/// Asks SQLite what the file is.
async fn identity(conn: &mut Conn, path: &Path, format: i64) -> Result<Identity, StoreError> {
    let application = sqlx::query_scalar::<_, i64>("PRAGMA application_id")
        .fetch_one(&mut *conn)
        .await?;
    let file = sqlx::query_scalar::<_, i64>("PRAGMA user_version")
        .fetch_one(&mut *conn)
        .await?;
    if application == 0 && file == 0 {
        let objects = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM sqlite_schema")
            .fetch_one(conn)
            .await?;
        if objects == 0 {
            return Ok(Identity::Empty);
        }
    }
    judge(application, file, path, format)
}

fn judge(application: i64, file: i64, path: &Path, format: i64) -> Result<Identity, StoreError> {
    if application != APPLICATION_ID {
        Err(StoreError::ForeignDatabase {
            path: path.to_owned(),
        })
    } else if file > format {
        Err(StoreError::NewerFile { file, ours: format })
    } else {
        Ok(Identity::Ours { format: file })
    }
}

/// Judges the file by its first hundred bytes, without opening it as a database.
///
/// Nothing is said about a file with a rollback journal beside it: a crash may have left its head half written, and
/// SQLite puts that right when it opens it.
fn check_header(path: &Path, format: i64) -> Result<(), StoreError> {
    let mut file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(StoreError::file(error, path)),
    };
    let mut head = Vec::with_capacity(100);
    if Read::by_ref(&mut file)
        .take(100)
        .read_to_end(&mut head)
        .is_err()
    {
        // A folder, or a device.
        return Err(StoreError::NotADatabase {
            path: path.to_owned(),
        });
    }
    if head.is_empty() || beside(path, "-journal").exists() {
        return Ok(());
    }
    if head.len() < 100 || !head.starts_with(MAGIC) {
        return Err(StoreError::NotADatabase {
            path: path.to_owned(),
        });
    }
    let number = |at: usize| {
        head.get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0, u32::from_be_bytes)
    };
    let (application, version) = (i64::from(number(68)), i64::from(number(60)));
    if application != 0 || version != 0 {
        judge(application, version, path, format)?;
    }
    std::fs::OpenOptions::new()
        .append(true)
        .open(path)
        .map_err(|error| StoreError::file(error, path))?;
    Ok(())
}

/// `studio.db-journal` for `studio.db`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// SQLite says "cannot open" for a folder that is missing and one that is read-only alike.
fn explain(error: StoreError, path: &Path) -> StoreError {
    let StoreError::CannotOpen { .. } = error else {
        return error.at(path);
    };
    let folder = folder_of(path);
    if !folder.is_dir() {
        return StoreError::Missing { path: folder };
    }
    let probe = beside(path, "-probe");
    match std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&probe)
    {
        Ok(_) => match std::fs::remove_file(&probe) {
            Ok(()) => error.at(path),
            Err(error) => StoreError::file(error, &probe),
        },
        Err(error) => StoreError::file(error, &probe),
    }
}

/// Switching needs the file for itself for a moment, and SQLite does not wait for that by itself.
async fn use_write_ahead_log(conn: &mut Conn) -> Result<(), StoreError> {
    const ATTEMPTS: u32 = 50;
    for attempt in 1..=ATTEMPTS {
        let mode = sqlx::query_scalar::<_, String>("PRAGMA journal_mode = WAL")
            .fetch_one(&mut *conn)
            .await;
        match mode.map_err(StoreError::from) {
            Ok(mode) if mode == "wal" => return Ok(()),
            Ok(_) | Err(StoreError::Busy) if attempt < ATTEMPTS => {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            Ok(_) => break,
            Err(error) => return Err(error),
        }
    }
    Err(StoreError::Busy)
}

/// A moment as part of a file name: no colons, in order of time.
pub(crate) fn stamp(now: Instant) -> String {
    instant_text(now).replace([':', '.'], "-")
}
