//! What can go wrong with the file: one enum, so that the caller decides by variant and never by text.
//!
//! SQLite's result codes are told apart here and nowhere else.

use std::path::{Path, PathBuf};

use sqlx::migrate::MigrateError;

/// Why the store refused or failed. Nothing was written when a function returns one.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No such row; `kind` is the aggregate's name: `client`, `invoice`.
    #[error("there is no {kind} {id}")]
    NotFound { kind: &'static str, id: String },
    /// Somebody changed it since the caller read it.
    #[error("{kind} {id} is at version {found}, not {expected}")]
    StaleVersion {
        kind: &'static str,
        id: String,
        expected: i64,
        found: i64,
    },
    /// A rule of the schema: something unique exists already, or something named does not exist.
    #[error("refused by the file's rules: {what}")]
    Constraint { what: String },
    /// An attempt to change what never changes.
    #[error("{what} never changes")]
    Frozen { what: String },
    /// A newer program wrote the file; nothing was touched.
    #[error("the file has format {file}, this program knows {ours}")]
    NewerFile { file: i64, ours: i64 },
    #[error("{} is not a database", path.display())]
    NotADatabase { path: PathBuf },
    /// A database of another program.
    #[error("{} belongs to another program", path.display())]
    ForeignDatabase { path: PathBuf },
    /// The folder or the file cannot be written.
    #[error("the folder cannot be written")]
    ReadOnly { folder: Option<PathBuf> },
    #[error("{} does not exist", path.display())]
    Missing { path: PathBuf },
    /// Something is already where a restore was to go.
    #[error("{} exists already", path.display())]
    TargetExists { path: PathBuf },
    #[error("{} cannot be opened", path.display())]
    CannotOpen { path: PathBuf },
    #[error("the disk is full")]
    DiskFull,
    /// Another process kept the file locked for longer than we wait.
    #[error("the file is in use")]
    Busy,
    /// What was read is not what was written.
    #[error("the file is damaged: {what}")]
    Corrupt { what: String },
    /// A copy was made and did not pass its check; it was thrown away.
    #[error("the copy did not pass its check: {what}")]
    BackupFailed { what: String },
    #[error("a file could not be read or written")]
    Io(#[source] std::io::Error),
    #[error("the database failed")]
    Db(#[source] Box<sqlx::Error>),
}

impl StoreError {
    pub(crate) fn not_found(kind: &'static str, id: impl std::fmt::Display) -> Self {
        Self::NotFound {
            kind,
            id: id.to_string(),
        }
    }

    pub(crate) fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt { what: what.into() }
    }

    /// Names the place in errors that SQLite gives without one.
    pub(crate) fn at(self, path: &Path) -> Self {
        match self {
            Self::ReadOnly { folder: None } => Self::ReadOnly {
                folder: Some(folder_of(path)),
            },
            Self::NotADatabase { .. } => Self::NotADatabase {
                path: path.to_owned(),
            },
            Self::CannotOpen { .. } => Self::CannotOpen {
                path: path.to_owned(),
            },
            other => other,
        }
    }

    /// An error of the file system about `path`.
    pub(crate) fn file(error: std::io::Error, path: &Path) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly {
                folder: Some(folder_of(path)),
            },
            ErrorKind::NotFound => Self::Missing {
                path: path.to_owned(),
            },
            ErrorKind::AlreadyExists => Self::TargetExists {
                path: path.to_owned(),
            },
            _ => Self::Io(error),
        }
    }
}

pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::ColumnDecode { index, .. } => Self::corrupt(format!("column {index}")),
            sqlx::Error::Database(database) => {
                let code = database.code().and_then(|code| code.parse::<i32>().ok());
                code.and_then(|code| by_code(code, database.message()))
                    .unwrap_or_else(|| Self::Db(Box::new(error)))
            }
            _ => Self::Db(Box::new(error)),
        }
    }
}

impl From<MigrateError> for StoreError {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
            MigrateError::VersionMismatch(version) | MigrateError::VersionMissing(version) => {
                Self::corrupt(format!(
                    "migration {version} is not the one this program knows"
                ))
            }
            other => Self::Db(Box::new(sqlx::Error::Migrate(Box::new(other)))),
        }
    }
}

/// SQLite's primary result codes (<https://www.sqlite.org/rescode.html>); the low byte of an extended one.
fn by_code(code: i32, message: &str) -> Option<StoreError> {
    const BUSY: i32 = 5;
    const LOCKED: i32 = 6;
    const READONLY: i32 = 8;
    const IOERR: i32 = 10;
    const IOERR_SHMOPEN: i32 = IOERR | (18 << 8);
    const IOERR_SHMSIZE: i32 = IOERR | (19 << 8);
    const CORRUPT: i32 = 11;
    const FULL: i32 = 13;
    const CANTOPEN: i32 = 14;
    const CONSTRAINT: i32 = 19;
    const NOTADB: i32 = 26;
    // Making and growing the index of the log is what first fails on a full disk, and SQLite has other words for that.
    if matches!(code, IOERR_SHMOPEN | IOERR_SHMSIZE) {
        return Some(StoreError::DiskFull);
    }
    Some(match code & 0xff {
        BUSY | LOCKED => StoreError::Busy,
        READONLY => StoreError::ReadOnly { folder: None },
        IOERR => StoreError::Io(std::io::Error::other(message.to_owned())),
        CORRUPT => StoreError::corrupt(message),
        FULL => StoreError::DiskFull,
        CANTOPEN => StoreError::CannotOpen {
            path: PathBuf::new(),
        },
        NOTADB => StoreError::NotADatabase {
            path: PathBuf::new(),
        },
        CONSTRAINT => {
            if let Some(what) = message.strip_prefix("frozen: ") {
                StoreError::Frozen {
                    what: what.to_owned(),
                }
            } else {
                StoreError::Constraint {
                    what: message.to_owned(),
                }
            }
        }
        _ => return None,
    })
}
