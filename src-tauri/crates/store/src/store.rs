//! An open file: one writer that queues, a few readers that each see one moment, and a watch on other processes.

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use domain::Instant;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, Sqlite, SqlitePool, Transaction};
use tokio::sync::Mutex;

use crate::StoreError;
use crate::error::folder_of;
use crate::open::{self, FORMAT, Opened};

/// A connection that read functions take: a [`Reader`] and a [`Tx`] both give one.
pub type Conn = sqlx::SqliteConnection;

/// How long a lock of another process is waited for.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(15);
const READERS: u32 = 3;

/// The open studio file. Cloning is cheap and shares it.
#[derive(Debug, Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    writer: SqlitePool,
    readers: SqlitePool,
    watch: Mutex<Option<Conn>>,
}

/// One moment of the file, for reading.
#[derive(Debug)]
pub struct Reader(Transaction<'static, Sqlite>);

/// The one write transaction; dropped without [`Tx::commit`] it leaves nothing behind.
#[derive(Debug)]
pub struct Tx(Transaction<'static, Sqlite>);

impl Store {
    /// Opens the file, creates it, or brings it to this program's format after a verified backup.
    ///
    /// A file that is newer, foreign or no database is refused and left byte for byte as it was. The folder must
    /// exist. `program` is the version that goes into the file's history.
    pub async fn open(
        path: &Path,
        now: Instant,
        program: &str,
    ) -> Result<(Self, Opened), StoreError> {
        let (watch, opened) = open::prepare(path, now, program).await?;
        let pool = || {
            SqlitePoolOptions::new()
                .acquire_timeout(ACQUIRE_TIMEOUT)
                .idle_timeout(None)
                .max_lifetime(None)
                .test_before_acquire(false)
                // SQLite ends a transaction by itself when the disk is full. The driver then still counts it as open and
                // would refuse the next one, so such a connection is closed instead of used again.
                .after_release(|conn, _| {
                    Box::pin(async move {
                        conn.ping().await?;
                        Ok(!conn.is_in_transaction())
                    })
                })
        };
        let writer = pool().max_connections(1).connect_lazy_with(options(path));
        let readers = pool()
            .max_connections(READERS)
            .connect_lazy_with(options(path).pragma("query_only", "ON"));
        let inner = Inner {
            path: path.to_owned(),
            writer,
            readers,
            watch: Mutex::new(Some(watch)),
        };
        Ok((
            Self {
                inner: Arc::new(inner),
            },
            opened,
        ))
    }

    /// A connection that sees the file as it is now, whatever is written meanwhile.
    pub async fn read(&self) -> Result<Reader, StoreError> {
        Ok(Reader(self.inner.readers.begin().await?))
    }

    /// The write transaction. Waits for the one before it, in this process or another, and then is alone.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        let mut tx = self.inner.writer.begin_with("BEGIN IMMEDIATE").await?;
        // Another program may have brought the file to a newer format since we opened it.
        let file = sqlx::query_scalar::<_, i64>("PRAGMA user_version")
            .fetch_one(&mut *tx)
            .await?;
        if file != FORMAT {
            return Err(StoreError::NewerFile { file, ours: FORMAT });
        }
        Ok(Tx(tx))
    }

    /// A number that differs after every commit to the file, by this process or another one. Compare with the last
    /// answer of this same `Store`; the number itself means nothing.
    pub async fn data_version(&self) -> Result<i64, StoreError> {
        let mut watch = self.inner.watch.lock().await;
        let watch = watch
            .as_mut()
            .ok_or_else(|| StoreError::Db(Box::new(sqlx::Error::PoolClosed)))?;
        Ok(sqlx::query_scalar("PRAGMA data_version")
            .fetch_one(watch)
            .await?)
    }

    pub fn path(&self) -> &Path {
        &self.inner.path
    }

    /// The folder that holds the file, `files/` and `backups/`.
    pub fn folder(&self) -> PathBuf {
        folder_of(&self.inner.path)
    }

    /// Where files too large for the database are.
    pub fn files_folder(&self) -> PathBuf {
        self.folder().join("files")
    }

    /// Finishes what runs and closes every connection; the last one folds the write-ahead log into the file.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.inner.writer.close().await;
        self.inner.readers.close().await;
        if let Some(watch) = self.inner.watch.lock().await.take() {
            watch.close().await?;
        }
        Ok(())
    }
}

impl Tx {
    /// Makes everything written through this transaction lasting, at once. On an error nothing was written.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.0.commit().await?)
    }

    /// Undoes everything written through this transaction and waits until that is done.
    pub async fn rollback(self) -> Result<(), StoreError> {
        Ok(self.0.rollback().await?)
    }
}

/// How every connection to a studio file is set up.
pub(crate) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .busy_timeout(BUSY_TIMEOUT)
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
        .statement_cache_capacity(200)
        // 16 MiB: the list pages of a ten-thousand-invoice file stay in memory.
        .pragma("cache_size", "-16384")
        .pragma("trusted_schema", "OFF")
}

impl Deref for Reader {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Reader {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

/// The version after an update of `kind`, or why it changed nothing: gone, or changed by somebody else.
pub(crate) async fn next_version(
    conn: &mut Conn,
    changed: u64,
    version_query: &'static str,
    kind: &'static str,
    id: &str,
    expected: i64,
) -> Result<i64, StoreError> {
    if changed == 1 {
        return Ok(expected + 1);
    }
    let found = sqlx::query_scalar::<_, i64>(version_query)
        .bind(id)
        .fetch_optional(conn)
        .await?;
    match found {
        Some(found) => Err(StoreError::StaleVersion {
            kind,
            id: id.to_owned(),
            expected,
            found,
        }),
        None => Err(StoreError::not_found(kind, id)),
    }
}
