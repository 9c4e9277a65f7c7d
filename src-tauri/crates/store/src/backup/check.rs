//! Whether a copy is what it says: opened as a database, counted, its log verified, its files hashed.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use domain::evidence::Digest;
use sha2::{Digest as _, Sha256};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

use super::{CopiedFile, FILES, MANIFEST, MANIFEST_VERSION, Manifest};
use crate::evidence::Heads;
use crate::file::{blocking, is_plain_name};
use crate::store::Conn;
use crate::{FORMAT, StoreError, evidence};

/// Checks a copy against its manifest, as a whole. Changes nothing.
pub async fn verify(folder: &Path) -> Result<Manifest, StoreError> {
    let manifest = read_manifest(folder).await?;
    against(folder, &manifest).await?;
    Ok(manifest)
}

/// Checks the database and the files in a folder against a manifest.
pub(super) async fn against(folder: &Path, manifest: &Manifest) -> Result<(), StoreError> {
    let (database, place) = (manifest.database.clone(), folder.to_owned());
    let files = manifest.files.clone();
    blocking(move || {
        same_bytes(&place, &database)?;
        files
            .iter()
            .try_for_each(|file| same_bytes(&place.join(FILES), file))
    })
    .await?;
    let mut conn = open_copy(&folder.join(&manifest.database.name)).await?;
    let checked = against_rows(&mut conn, manifest).await;
    conn.close().await?;
    checked
}

async fn against_rows(conn: &mut Conn, manifest: &Manifest) -> Result<(), StoreError> {
    is_sound(conn).await?;
    if rows(conn).await? != manifest.rows {
        return Err(failed("the rows are not those of the manifest"));
    }
    let heads = verified_heads(conn).await?;
    let promised = (
        manifest.evidence_entries,
        &manifest.evidence_head,
        &manifest.case_heads,
    );
    if (heads.entries, &heads.studio, &heads.cases) != promised {
        return Err(failed("the evidence log does not end as the manifest says"));
    }
    Ok(())
}

/// The heads of a log that verifies.
pub(super) async fn verified_heads(conn: &mut Conn) -> Result<Heads, StoreError> {
    match evidence::verify_all(conn).await? {
        Ok(_) => evidence::heads(conn).await,
        Err(broken) => Err(failed(broken.to_string())),
    }
}

/// Opens a copy without ever writing beside it.
pub(super) async fn open_copy(path: &Path) -> Result<Conn, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .immutable(true);
    options
        .connect()
        .await
        .map_err(|error| StoreError::from(error).at(path))
}

/// SQLite's own checks: every page and index, and every reference.
pub(super) async fn is_sound(conn: &mut Conn) -> Result<(), StoreError> {
    let found = sqlx::query_scalar::<_, String>(sql!("backup/integrity"))
        .fetch_all(&mut *conn)
        .await?;
    if found != ["ok"] {
        return Err(failed(found.into_iter().next().unwrap_or_default()));
    }
    match sqlx::query(sql!("backup/foreign_keys"))
        .fetch_all(conn)
        .await?
        .len()
    {
        0 => Ok(()),
        broken => Err(failed(format!(
            "{broken} rows name something that is not there"
        ))),
    }
}

/// Rows per table.
pub(super) async fn rows(conn: &mut Conn) -> Result<BTreeMap<String, i64>, StoreError> {
    let tables = sqlx::query_scalar::<_, String>(sql!("backup/tables"))
        .fetch_all(&mut *conn)
        .await?;
    let mut rows = BTreeMap::new();
    for table in tables {
        let count = format!("SELECT count(*) FROM \"{}\"", table.replace('"', "\"\""));
        let count = sqlx::query_scalar::<_, i64>(AssertSqlSafe(count))
            .fetch_one(&mut *conn)
            .await?;
        rows.insert(table, count);
    }
    Ok(rows)
}

/// The manifest of a copy that this program can read.
pub(super) async fn read_manifest(folder: &Path) -> Result<Manifest, StoreError> {
    let path = folder.join(MANIFEST);
    let text =
        blocking(move || fs::read(&path).map_err(|error| StoreError::file(error, &path))).await?;
    let manifest: Manifest =
        serde_json::from_slice(&text).map_err(|_| failed("the manifest cannot be read"))?;
    if manifest.format > FORMAT || manifest.manifest_version > MANIFEST_VERSION {
        return Err(StoreError::NewerFile {
            file: manifest.format,
            ours: FORMAT,
        });
    }
    let database = manifest
        .database
        .name
        .strip_suffix(".db")
        .unwrap_or(&manifest.database.name);
    if !is_plain_name(database) || !manifest.files.iter().all(|file| is_plain_name(&file.name)) {
        return Err(failed("the manifest names a file outside the copy"));
    }
    Ok(manifest)
}

/// A file with its size and hash, read piece by piece.
pub(super) fn hashed(path: &Path) -> Result<CopiedFile, StoreError> {
    let read = || {
        let mut file = fs::File::open(path)?;
        let (mut hasher, mut size) = (Sha256::new(), 0);
        let mut piece = vec![0; 1 << 16];
        loop {
            let length = file.read(&mut piece)?;
            let Some(part) = piece.get(..length).filter(|part| !part.is_empty()) else {
                break;
            };
            hasher.update(part);
            size += u64::try_from(length).map_err(std::io::Error::other)?;
        }
        Ok((size, Digest(hasher.finalize().into())))
    };
    let (size, sha256) = read().map_err(|error| StoreError::file(error, path))?;
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(CopiedFile { name, size, sha256 })
}

fn same_bytes(folder: &Path, promised: &CopiedFile) -> Result<(), StoreError> {
    let path: PathBuf = folder.join(&promised.name);
    if hashed(&path)? == *promised {
        Ok(())
    } else {
        Err(failed(format!("{} is not what was copied", promised.name)))
    }
}

pub(super) fn failed(what: impl Into<String>) -> StoreError {
    StoreError::BackupFailed { what: what.into() }
}
