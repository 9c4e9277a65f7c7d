//! Papers handed to other programs: opened in the system's viewer, saved where the owner says, shown in their folder.
//!
//! The window names a paper by its id and may suggest what to call the file; the suggestion keeps only harmless letters,
//! and the ending follows what the bytes are, so that nothing but a picture, a page or a message is ever opened.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use api::{Api, ApiError, ErrorCode};
use serde::Serialize;
use serde_json::{Value, json};
use tauri::{AppHandle, State, WebviewWindow};
use tempfile::TempDir;

use crate::pick;
use crate::studio::{Studio, change};

/// What this process lent to other programs, and the folders its commands named.
#[derive(Default)]
pub(crate) struct Lent(Mutex<Places>);

#[derive(Default)]
struct Places {
    /// Readable by this person only; goes with the program.
    folder: Option<TempDir>,
    /// Command to the place it last answered with.
    answers: HashMap<String, PathBuf>,
}

/// What was saved, for the window's "Saved as".
#[derive(Debug, Serialize)]
pub(crate) struct Saved {
    name: String,
}

impl Lent {
    fn places(&self) -> MutexGuard<'_, Places> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers the place a command answered with, so that the window can ask to see it without knowing paths.
    pub(crate) fn remember(&self, command: &str, answer: &Value) {
        let place = match command {
            "backup.now" | "backup.folder" | "backup.restore" | "diagnostics.save" => {
                answer.get("path")
            }
            "export.csv" => answer.get("folder"),
            _ => None,
        };
        if let Some(place) = place.and_then(Value::as_str) {
            self.places()
                .answers
                .insert(command.to_owned(), PathBuf::from(place));
        }
    }

    /// Takes the lent copies back.
    pub(crate) fn end(&self) {
        if let Some(folder) = self.places().folder.take()
            && let Err(error) = folder.close()
        {
            tracing::warn!(%error, "lent papers stay in the temporary folder");
        }
    }

    fn put(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let mut places = self.places();
        let folder = match places.folder.take() {
            Some(folder) => folder,
            None => tempfile::Builder::new().prefix("safelight-").tempdir()?,
        };
        let path = folder.path().join(name);
        places.folder = Some(folder);
        fs::write(&path, bytes)?;
        Ok(path)
    }
}

/// Opens a paper in the system's viewer and notes that it was opened.
#[tauri::command]
pub(crate) async fn open_document(
    studio: State<'_, Studio>,
    lent: State<'_, Lent>,
    id: String,
    name: Option<String>,
) -> Result<(), ApiError> {
    let api = studio.api().await?;
    let bytes = api.bytes("document.bytes", json!({ "id": id })).await?;
    open(&lent, &file_name(name.as_deref(), ending(&bytes)?), &bytes)?;
    taken(api, &id, "opened").await
}

/// Opens a paper as a message ready to send, in the system's mail program.
#[tauri::command]
pub(crate) async fn open_eml(
    studio: State<'_, Studio>,
    lent: State<'_, Lent>,
    id: String,
    name: Option<String>,
) -> Result<(), ApiError> {
    let api = studio.api().await?;
    let bytes = api.bytes("document.eml", json!({ "id": id })).await?;
    open(&lent, &file_name(name.as_deref(), "eml"), &bytes)?;
    taken(api, &id, "mailed").await
}

/// Shows a copy of a paper in the system's file manager, from where it can be dragged anywhere.
#[tauri::command]
pub(crate) async fn reveal_document(
    studio: State<'_, Studio>,
    lent: State<'_, Lent>,
    id: String,
    name: Option<String>,
) -> Result<(), ApiError> {
    let api = studio.api().await?;
    let bytes = api.bytes("document.bytes", json!({ "id": id })).await?;
    let path = lent
        .put(&file_name(name.as_deref(), ending(&bytes)?), &bytes)
        .map_err(|error| not_written(&error))?;
    tauri_plugin_opener::reveal_item_in_dir(&path).map_err(|error| {
        tracing::warn!(%error, "no file manager");
        bad_file(
            ErrorCode::Io,
            "No file manager on this computer shows files. Save the paper instead.",
        )
    })?;
    taken(api, &id, "shown").await
}

/// Notes in the log how a paper left the window.
async fn taken(api: &Api, id: &str, how: &str) -> Result<(), ApiError> {
    change(api, "document.opened", json!({ "id": id, "how": how })).await
}

/// Saves a paper where the owner says; nothing when they cancel.
#[tauri::command]
pub(crate) async fn save_document(
    app: AppHandle,
    window: WebviewWindow,
    studio: State<'_, Studio>,
    id: String,
    name: Option<String>,
) -> Result<Option<Saved>, ApiError> {
    let api = studio.api().await?;
    let bytes = api.bytes("document.bytes", json!({ "id": id })).await?;
    let suggestion = file_name(name.as_deref(), ending(&bytes)?);
    let Some(path) = pick::place_to_save(&app, &window, &suggestion).await? else {
        return Ok(None);
    };
    write_whole(&path, &bytes).map_err(|error| not_written(&error))?;
    taken(api, &id, "saved").await?;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok(Some(Saved { name }))
}

/// Shows where a command (`of`) put its file or folder; `data` is the studio's own folder.
#[tauri::command]
pub(crate) async fn reveal(
    studio: State<'_, Studio>,
    lent: State<'_, Lent>,
    of: String,
) -> Result<(), ApiError> {
    let known = lent.places().answers.get(&of).cloned();
    let place = match of.as_str() {
        "data" => Some(studio.data().to_path_buf()),
        "backup.folder" if known.is_none() => {
            let status: api::wire::AppStatus =
                crate::studio::ask(studio.api().await?, "app.status").await?;
            status.backup.folder.map(PathBuf::from)
        }
        _ => known,
    };
    let Some(place) = place else {
        return Err(bad_file(
            ErrorCode::NotFound,
            "There is no such folder to show.",
        ));
    };
    tauri_plugin_opener::reveal_item_in_dir(&place)
        .or_else(|_| tauri_plugin_opener::open_path(&place, None::<&str>))
        .map_err(|_| {
            bad_file(
                ErrorCode::Io,
                "The folder could not be shown. Its files are where they were.",
            )
        })
}

fn open(lent: &Lent, name: &str, bytes: &[u8]) -> Result<(), ApiError> {
    let path = lent.put(name, bytes).map_err(|error| not_written(&error))?;
    tauri_plugin_opener::open_path(&path, None::<&str>).map_err(|error| {
        tracing::warn!(%error, "no viewer");
        bad_file(
            ErrorCode::Io,
            "No program on this computer opens this kind of file. Save it instead.",
        )
    })
}

/// Beside the place first, then renamed: a full disk leaves no half paper under the chosen name.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    io::Write::write_all(&mut file, bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn ending(bytes: &[u8]) -> Result<&'static str, ApiError> {
    const KINDS: [(&[u8], &str); 3] = [
        (b"%PDF-", "pdf"),
        (b"\x89PNG\r\n", "png"),
        (b"\xff\xd8\xff", "jpg"),
    ];
    let kind = KINDS.iter().find(|(start, _)| bytes.starts_with(start));
    kind.map(|(_, ending)| *ending).ok_or_else(|| {
        bad_file(
            ErrorCode::BadFile,
            "This file is neither a PDF nor a picture, so it is not opened.",
        )
    })
}

/// A name without anything that means something to a file system.
fn file_name(suggested: Option<&str>, ending: &str) -> String {
    let harmless = |sign: char| {
        if sign.is_alphanumeric() || " -_,()".contains(sign) {
            sign
        } else {
            '-'
        }
    };
    let name: String = suggested
        .unwrap_or_default()
        .chars()
        .take(80)
        .map(harmless)
        .collect();
    let name = name.trim_matches([' ', '-']);
    let name = name.strip_suffix(&format!("-{ending}")).unwrap_or(name);
    if name.is_empty() {
        format!("paper.{ending}")
    } else {
        format!("{name}.{ending}")
    }
}

fn not_written(error: &io::Error) -> ApiError {
    let (code, words) = match error.kind() {
        io::ErrorKind::StorageFull => (ErrorCode::DiskFull, "The disk is full."),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            (ErrorCode::ReadOnly, "That folder cannot be written to.")
        }
        _ => (ErrorCode::Io, "The file could not be written."),
    };
    bad_file(
        code,
        &format!("{words} The paper is safe in Documents; no copy was written."),
    )
}

fn bad_file(code: ErrorCode, words: &str) -> ApiError {
    ApiError {
        code,
        message: words.to_owned(),
        fields: Vec::new(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_suggested_name_cannot_leave_its_folder() {
        assert_eq!(
            file_name(Some("Invoice 2026-014"), "pdf"),
            "Invoice 2026-014.pdf"
        );
        assert_eq!(
            file_name(Some("Invoice 2026-014.pdf"), "pdf"),
            "Invoice 2026-014.pdf"
        );
        assert_eq!(file_name(Some("../../.bashrc"), "pdf"), "bashrc.pdf");
        assert_eq!(
            file_name(Some("Märchen \u{202e}fdp.exe"), "pdf"),
            "Märchen -fdp-exe.pdf"
        );
        assert_eq!(file_name(None, "eml"), "paper.eml");
        assert!(
            file_name(Some(&"a".repeat(500)), "pdf").len() < 100,
            "file systems have limits"
        );
    }

    #[test]
    fn only_pages_and_pictures_are_opened() {
        assert_eq!(ending(b"%PDF-1.7 ...").unwrap(), "pdf");
        assert_eq!(ending(b"#!/bin/sh").unwrap_err().code, ErrorCode::BadFile);
    }

    #[test]
    fn a_lent_copy_goes_with_the_program() {
        let lent = Lent::default();
        let path = lent.put("Invoice.pdf", b"%PDF-").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"%PDF-");
        lent.end();
        assert!(!path.exists(), "nothing is left behind");
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named_so() {
        let error = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(not_written(&error).code, ErrorCode::ReadOnly);
    }
}
