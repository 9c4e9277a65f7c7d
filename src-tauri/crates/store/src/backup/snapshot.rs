//! Making copies: the daily one in a folder of the owner's choice, and the one before the file's format changes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use domain::Instant;
use domain::calendar::instant_text;
use sqlx::{ConnectOptions, Connection};

use super::check::{
    against, failed, hashed, is_sound, open_copy, read_manifest, rows, verified_heads,
};
use super::{CopiedFile, FILES, MANIFEST, MANIFEST_VERSION, Manifest, Report};
use crate::error::folder_of;
use crate::file::{self, blocking, make_folder, sync_folder, write_safely};
use crate::open::stamp;
use crate::store::{Conn, Store, options};
use crate::{FORMAT, StoreError};

const PREFIX: &str = "safelight-";
const PARTIAL: &str = ".partial-safelight-";

/// Copies the studio into its own folder inside `into`, checks the copy by opening it, and removes copies that are no
/// longer needed: of the newest `keep_days` days with a copy the last of each day stays, and all of the newest day.
///
/// Writing goes on meanwhile; the copy is of one moment. On an error nothing is left behind and no old copy is gone.
pub async fn snapshot(
    store: &Store,
    into: &Path,
    now: Instant,
    program: &str,
    keep_days: usize,
) -> Result<Report, StoreError> {
    if !into.is_dir() {
        return Err(StoreError::Missing {
            path: into.to_owned(),
        });
    }
    let name = stamp(now);
    let (partial, folder) = (
        into.join(format!("{PARTIAL}{name}")),
        into.join(format!("{PREFIX}{name}")),
    );
    if folder.exists() {
        return Err(StoreError::TargetExists { path: folder });
    }
    let place = into.to_owned();
    blocking(move || sweep(&place)).await?;
    let made = fill(store, &partial, now, program).await;
    let (from, to, place) = (partial.clone(), folder.clone(), into.to_owned());
    let named = match made {
        Ok(manifest) => blocking(move || {
            let rename = fs::rename(&from, &to).and_then(|()| sync_folder(&place));
            rename.map_err(|error| StoreError::file(error, &to))
        })
        .await
        .map(|()| manifest),
        Err(error) => Err(error),
    };
    let manifest = match named {
        Ok(manifest) => manifest,
        Err(error) => {
            // Best effort: the next copy sweeps it away, and the error that matters is the one that is returned.
            let _ = blocking(move || fs::remove_dir_all(&partial).map_err(StoreError::Io)).await;
            return Err(error);
        }
    };
    let (removed, not_removed) = thin_out(into, keep_days).await?;
    Ok(Report {
        folder,
        manifest,
        removed,
        not_removed,
    })
}

/// The copy, complete and checked, under its temporary name.
async fn fill(
    store: &Store,
    partial: &Path,
    now: Instant,
    program: &str,
) -> Result<Manifest, StoreError> {
    let place = partial.to_owned();
    blocking(move || fs::create_dir(&place).map_err(|error| StoreError::file(error, &place)))
        .await?;
    let name = store
        .path()
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let database = partial.join(&name);
    let mut conn = options(store.path())
        .connect()
        .await
        .map_err(|error| StoreError::from(error).at(store.path()))?;
    let copied = copy_database(&mut conn, &database).await;
    conn.close().await?;
    copied?;

    let mut copy = open_copy(&database).await?;
    let described = async {
        let files = file::in_folder(&mut copy).await?;
        Ok::<_, StoreError>((
            files,
            verified_heads(&mut copy).await?,
            rows(&mut copy).await?,
        ))
    };
    let described = described.await;
    copy.close().await?;
    let (named, heads, rows) = described?;

    let (source, target) = (store.files_folder(), partial.join(FILES));
    let promised: Vec<_> = named
        .iter()
        .map(|file| (file.id.as_str().to_owned(), file.sha256))
        .collect();
    let files = blocking(move || {
        if !promised.is_empty() {
            fs::create_dir(&target).map_err(|error| StoreError::file(error, &target))?;
        }
        let copy = |(name, sha256): &(String, _)| {
            let copied = copy_file(&source.join(name), &target.join(name))?;
            if copied.sha256 == *sha256 {
                Ok(copied)
            } else {
                Err(failed(format!("file {name} is damaged")))
            }
        };
        let files = promised.iter().map(copy).collect::<Result<Vec<_>, _>>()?;
        if !promised.is_empty() {
            sync_folder(&target).map_err(|error| StoreError::file(error, &target))?;
        }
        Ok(files)
    })
    .await?;

    let path = database.clone();
    let manifest = Manifest {
        manifest_version: MANIFEST_VERSION,
        made_at: instant_text(now),
        program: program.to_owned(),
        format: FORMAT,
        database: blocking(move || hashed(&path)).await?,
        files,
        evidence_entries: heads.entries,
        evidence_head: heads.studio,
        case_heads: heads.cases,
        rows,
    };
    against(partial, &manifest).await?;
    let text = serde_json::to_vec_pretty(&manifest).map_err(|error| failed(error.to_string()))?;
    let place = partial.to_owned();
    blocking(move || write_safely(&place, MANIFEST, &text)).await?;
    Ok(manifest)
}

/// A verified copy beside the file, before it changes to `format`.
pub(crate) async fn before_migration(
    conn: &mut Conn,
    path: &Path,
    format: i64,
    now: Instant,
) -> Result<PathBuf, StoreError> {
    let folder = folder_of(path).join("backups");
    let name = format!("before-format-{format}-{}.db", stamp(now));
    let (partial, copy) = (
        folder.join(format!("{}{name}", file::TEMPORARY)),
        folder.join(&name),
    );
    let (place, leftover) = (folder.clone(), partial.clone());
    blocking(move || {
        make_folder(&place).map_err(|error| StoreError::file(error, &leftover))?;
        match fs::remove_file(&leftover) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(StoreError::file(error, &leftover))
            }
            _ => Ok(()),
        }
    })
    .await?;
    let before = rows(conn).await?;
    copy_database(conn, &partial).await?;
    let mut opened = open_copy(&partial).await?;
    let checked = async {
        is_sound(&mut opened).await?;
        if rows(&mut opened).await? == before {
            Ok(())
        } else {
            Err(failed("the copy has other rows"))
        }
    };
    let checked = checked.await;
    opened.close().await?;
    checked?;
    let (from, to) = (partial, copy.clone());
    blocking(move || {
        let rename = fs::rename(&from, &to).and_then(|()| sync_folder(&folder));
        rename.map_err(|error| StoreError::file(error, &to))
    })
    .await?;
    Ok(copy)
}

/// Writes the database as it is at one moment into a new file, and makes that lasting.
async fn copy_database(conn: &mut Conn, target: &Path) -> Result<(), StoreError> {
    let name = target.to_str().ok_or_else(|| StoreError::CannotOpen {
        path: target.to_owned(),
    })?;
    let copy = sqlx::query(sql!("backup/vacuum_into"))
        .bind(name)
        .execute(conn)
        .await;
    copy.map_err(|error| StoreError::from(error).at(target))?;
    let path = target.to_owned();
    blocking(move || {
        let synced = fs::File::open(&path).and_then(|file| file.sync_all());
        let synced = synced.and_then(|()| sync_folder(&folder_of(&path)));
        synced.map_err(|error| StoreError::file(error, &path))
    })
    .await
}

pub(super) fn copy_file(source: &Path, target: &Path) -> Result<CopiedFile, StoreError> {
    fs::copy(source, target).map_err(|error| {
        let path = if source.exists() { target } else { source };
        StoreError::file(error, path)
    })?;
    let synced = fs::OpenOptions::new()
        .append(true)
        .open(target)
        .and_then(|file| file.sync_all());
    synced.map_err(|error| StoreError::file(error, target))?;
    hashed(target)
}

/// Removes what an interrupted copy left.
fn sweep(into: &Path) -> Result<(), StoreError> {
    for name in names(into)?.iter().filter(|name| name.starts_with(PARTIAL)) {
        let path = into.join(name);
        fs::remove_dir_all(&path).map_err(|error| StoreError::file(error, &path))?;
    }
    Ok(())
}

/// Removes copies that are no longer needed: only folders with our name and a manifest of ours in them.
async fn thin_out(
    into: &Path,
    keep_days: usize,
) -> Result<(Vec<PathBuf>, Vec<PathBuf>), StoreError> {
    let place = into.to_owned();
    let mut copies = blocking(move || names(&place)).await?;
    copies.retain(|name| name.starts_with(PREFIX));
    let (mut removed, mut not_removed) = (Vec::new(), Vec::new());
    for name in superfluous(copies, keep_days) {
        let path = into.join(name);
        if read_manifest(&path).await.is_err() {
            continue;
        }
        let gone = path.clone();
        match blocking(move || fs::remove_dir_all(&gone).map_err(StoreError::Io)).await {
            Ok(()) => removed.push(path),
            Err(_) => not_removed.push(path),
        }
    }
    Ok((removed, not_removed))
}

/// The copies to remove, by their names, which hold their moments.
fn superfluous(mut copies: Vec<String>, keep_days: usize) -> Vec<String> {
    let day = |name: &str| name.get(PREFIX.len()..PREFIX.len() + 10).map(str::to_owned);
    copies.sort_unstable_by(|a, b| b.cmp(a));
    let newest = copies.first().and_then(|name| day(name));
    let mut days = BTreeSet::new();
    let mut superfluous = Vec::new();
    for name in copies {
        let of = day(&name);
        let is_last_of_its_day = !days.contains(&of);
        if of != newest && (!is_last_of_its_day || days.len() >= keep_days.max(1)) {
            superfluous.push(name);
        } else {
            days.insert(of);
        }
    }
    superfluous
}

fn names(folder: &Path) -> Result<Vec<String>, StoreError> {
    let entries = fs::read_dir(folder).map_err(|error| StoreError::file(error, folder))?;
    let name = |entry: std::io::Result<fs::DirEntry>| {
        entry.map(|entry| entry.file_name().to_string_lossy().into_owned())
    };
    entries
        .map(name)
        .collect::<Result<_, _>>()
        .map_err(|error| StoreError::file(error, folder))
}

#[cfg(test)]
mod tests {
    use super::superfluous;

    fn names(moments: &[&str]) -> Vec<String> {
        moments
            .iter()
            .map(|moment| format!("safelight-{moment}"))
            .collect()
    }

    #[test]
    fn the_last_copy_of_each_kept_day_stays_and_all_of_the_newest_day() {
        let copies = names(&[
            "2026-03-01T08-00-00-000Z",
            "2026-03-02T08-00-00-000Z",
            "2026-03-02T18-00-00-000Z",
            "2026-03-04T08-00-00-000Z",
            "2026-03-04T09-00-00-000Z",
        ]);
        let gone = names(&["2026-03-02T08-00-00-000Z", "2026-03-01T08-00-00-000Z"]);
        assert_eq!(
            superfluous(copies.clone(), 2),
            gone,
            "two days are kept: the 4th and the 2nd"
        );
        let gone = names(&["2026-03-02T08-00-00-000Z"]);
        assert_eq!(
            superfluous(copies, 14),
            gone,
            "an earlier copy of an earlier day is not needed"
        );
    }

    #[test]
    fn keeping_no_days_still_keeps_the_newest() {
        assert!(
            superfluous(names(&["2026-03-01T08-00-00-000Z"]), 0).is_empty(),
            "the copy just made stays"
        );
    }
}
