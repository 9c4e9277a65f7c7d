//! Files that came from outside: signed agreements, scans, the logo. Frozen, named by id and checked by hash.
//!
//! Up to 1 MiB the bytes are in the database. A larger file is first made safe in the folder `files/` (temporary name,
//! fsync, rename, fsync of the folder), and only then its row is written: a row never names a file that is not there.

use std::fs;
use std::io::Write;
use std::path::Path;

use domain::Instant;
use domain::evidence::Digest;
use domain::id::FileId;
use sqlx::sqlite::SqliteRow;

use crate::error::folder_of;
use crate::value::{Columns, at_text};
use crate::{Conn, Store, StoreError, Tx};

const KIND: &str = "file";

/// The largest file kept inside the database.
pub const INLINE_LIMIT: usize = 1 << 20;

pub(crate) const TEMPORARY: &str = ".partial-";

/// A file whose bytes are safe, to be named by a row.
#[derive(Debug)]
pub struct Staged {
    id: FileId,
    sha256: Digest,
    size: i64,
    /// `None` when they went to the folder.
    inline: Option<Vec<u8>>,
}

/// A file without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    pub id: FileId,
    pub name: String,
    pub media_type: String,
    pub size: i64,
    pub sha256: Digest,
    /// Its bytes are in the folder `files/` under its id.
    pub in_folder: bool,
    pub added_at: Instant,
}

/// Makes the bytes safe. Before the transaction that names them: a large file takes time.
///
/// [`StoreError::Constraint`] when the id cannot be a file's name.
pub async fn stage(store: &Store, id: &FileId, bytes: Vec<u8>) -> Result<Staged, StoreError> {
    if !is_plain_name(id.as_str()) {
        return Err(StoreError::Constraint {
            what: "a file id is letters, digits and hyphens".to_owned(),
        });
    }
    let size = i64::try_from(bytes.len()).map_err(|_| StoreError::corrupt("size"))?;
    let sha256 = Digest::of(&bytes);
    let inline = if bytes.len() <= INLINE_LIMIT {
        Some(bytes)
    } else {
        let (folder, name) = (store.files_folder(), id.as_str().to_owned());
        blocking(move || {
            make_folder(&folder).map_err(|error| StoreError::file(error, &folder.join(&name)))?;
            write_safely(&folder, &name, &bytes)
        })
        .await?;
        None
    };
    Ok(Staged {
        id: id.clone(),
        sha256,
        size,
        inline,
    })
}

/// Names a staged file.
pub async fn insert(
    tx: &mut Tx,
    staged: &Staged,
    name: &str,
    media_type: &str,
    now: Instant,
) -> Result<(), StoreError> {
    sqlx::query(sql!("file/insert"))
        .bind(staged.id.as_str())
        .bind(name)
        .bind(media_type)
        .bind(staged.size)
        .bind(staged.sha256.0.as_slice())
        .bind(if staged.inline.is_some() {
            "inline"
        } else {
            "folder"
        })
        .bind(at_text(now))
        .execute(&mut **tx)
        .await?;
    if let Some(bytes) = &staged.inline {
        let insert = sqlx::query(sql!("file/insert_bytes"))
            .bind(staged.id.as_str())
            .bind(bytes.as_slice());
        insert.execute(&mut **tx).await?;
    }
    Ok(())
}

impl Staged {
    pub fn id(&self) -> &FileId {
        &self.id
    }

    pub fn sha256(&self) -> Digest {
        self.sha256
    }
}

pub async fn get(conn: &mut Conn, id: &FileId) -> Result<StoredFile, StoreError> {
    let row = sqlx::query(sql!("file/get"))
        .bind(id.as_str())
        .fetch_optional(conn)
        .await?;
    read(&row.ok_or_else(|| StoreError::not_found(KIND, id))?)
}

/// The bytes; [`StoreError::Corrupt`] when they are not those that were added, [`StoreError::Missing`] when the
/// folder lost them.
pub async fn bytes(store: &Store, conn: &mut Conn, id: &FileId) -> Result<Vec<u8>, StoreError> {
    let file = get(conn, id).await?;
    let bytes = if file.in_folder {
        let path = store.files_folder().join(id.as_str());
        blocking(move || fs::read(&path).map_err(|error| StoreError::file(error, &path))).await?
    } else {
        let row = sqlx::query(sql!("file/bytes"))
            .bind(id.as_str())
            .fetch_optional(conn)
            .await?;
        Columns(&row.ok_or_else(|| StoreError::corrupt(format!("file {id}")))?).bytes("bytes")?
    };
    if Digest::of(&bytes) == file.sha256 {
        Ok(bytes)
    } else {
        Err(StoreError::corrupt(format!("file {id}")))
    }
}

/// The files that are in the folder and not in the database.
pub(crate) async fn in_folder(conn: &mut Conn) -> Result<Vec<StoredFile>, StoreError> {
    let rows = sqlx::query(sql!("file/in_folder")).fetch_all(conn).await?;
    rows.iter().map(read).collect()
}

/// Writes a file so that after a crash it is there whole or not at all.
pub(crate) fn write_safely(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
    let (temporary, path) = (folder.join(format!("{TEMPORARY}{name}")), folder.join(name));
    let write = || {
        let mut file = fs::File::create(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&temporary, &path)?;
        sync_folder(folder)
    };
    write().map_err(|error| {
        // Best effort: the error that matters is the one that is returned.
        let _ = fs::remove_file(&temporary);
        StoreError::file(error, &path)
    })
}

/// Makes a folder that is still there after a power cut, also when an earlier process made it and came no further.
pub(crate) fn make_folder(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    sync_folder(&folder_of(folder))
}

/// Makes a rename or a new name in this folder lasting.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    // Windows has no such call and keeps its folder entries by itself.
    if cfg!(unix) {
        fs::File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

/// Runs work on files where waiting for the disk holds up nobody else.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(StoreError::Io(std::io::Error::other(error))),
    }
}

/// Letters, digits and hyphens: nothing that leads out of a folder.
pub(crate) fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 100
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn read(row: &SqliteRow) -> Result<StoredFile, StoreError> {
    let columns = Columns(row);
    Ok(StoredFile {
        id: columns.id("id", FileId)?,
        name: columns.text("name")?,
        media_type: columns.text("media_type")?,
        size: columns.integer("size")?,
        sha256: Digest(columns.hash("sha256")?),
        in_folder: columns.text("place")? == "folder",
        added_at: columns.instant("added_at")?,
    })
}
