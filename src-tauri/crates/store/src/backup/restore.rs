//! Bringing a copy back, always into a new place: what is there now is never written over.

use std::fs;
use std::path::Path;

use super::check::{against, failed, verify};
use super::snapshot::copy_file;
use super::{FILES, Manifest, Restored};
use crate::StoreError;
use crate::error::folder_of;
use crate::file::{blocking, sync_folder};

/// Restores a copy into a folder that does not exist yet or is empty.
///
/// The copy is verified first, and what was written again after. On an error `into` is as it was.
pub async fn restore(from: &Path, into: &Path) -> Result<Restored, StoreError> {
    let manifest = verify(from).await?;
    let name = into.file_name().ok_or_else(|| StoreError::CannotOpen {
        path: into.to_owned(),
    })?;
    let parent = folder_of(into);
    let partial = parent.join(format!(".partial-restore-{}", name.to_string_lossy()));
    let (source, target, place, promised) = (
        from.to_owned(),
        into.to_owned(),
        partial.clone(),
        manifest.clone(),
    );
    blocking(move || {
        if !folder_of(&target).is_dir() {
            return Err(StoreError::Missing {
                path: folder_of(&target),
            });
        }
        if target.exists() && !is_empty_folder(&target)? {
            return Err(StoreError::TargetExists { path: target });
        }
        // What an interrupted restore left.
        if place.exists() {
            fs::remove_dir_all(&place).map_err(|error| StoreError::file(error, &place))?;
        }
        copy(&source, &place, &promised)
    })
    .await?;
    let checked = against(&partial, &manifest).await;
    let (place, target) = (partial, into.to_owned());
    blocking(move || {
        let named = checked.and_then(|()| name_it(&place, &target));
        if named.is_err() {
            // Best effort: the next restore sweeps it away, and the error that matters is the one that is returned.
            let _ = fs::remove_dir_all(&place);
        }
        named
    })
    .await?;
    Ok(Restored {
        database: into.join(&manifest.database.name),
        manifest,
    })
}

fn copy(source: &Path, target: &Path, manifest: &Manifest) -> Result<(), StoreError> {
    let write = || {
        fs::create_dir(target).map_err(|error| StoreError::file(error, target))?;
        let database = copy_file(
            &source.join(&manifest.database.name),
            &target.join(&manifest.database.name),
        )?;
        if database != manifest.database {
            return Err(failed("the database changed while it was read"));
        }
        if !manifest.files.is_empty() {
            let files = target.join(FILES);
            fs::create_dir(&files).map_err(|error| StoreError::file(error, &files))?;
            for file in &manifest.files {
                copy_file(
                    &source.join(FILES).join(&file.name),
                    &files.join(&file.name),
                )?;
            }
            sync_folder(&files).map_err(|error| StoreError::file(error, &files))?;
        }
        sync_folder(target).map_err(|error| StoreError::file(error, target))
    };
    let written = write();
    if written.is_err() {
        // Best effort, as above.
        let _ = fs::remove_dir_all(target);
    }
    written
}

fn name_it(partial: &Path, target: &Path) -> Result<(), StoreError> {
    let rename = || {
        if target.exists() {
            // Only ever an empty folder: removing one that is not fails.
            fs::remove_dir(target)?;
        }
        fs::rename(partial, target)?;
        sync_folder(&folder_of(target))
    };
    rename().map_err(|error| StoreError::file(error, target))
}

fn is_empty_folder(path: &Path) -> Result<bool, StoreError> {
    match fs::read_dir(path) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(StoreError::file(error, path)),
    }
}
