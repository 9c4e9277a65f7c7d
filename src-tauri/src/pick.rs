//! The native dialogs that choose a file, a folder or a place to save.
//!
//! The window learns a token, a name and a size, never a path. In builds made for tests, the environment may name a
//! file that holds the path a person would have chosen, since no test can press the buttons of a native dialog.

use std::path::PathBuf;

use api::{ApiError, PickedPath};
use tauri::{AppHandle, State, WebviewWindow};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder};
use tokio::sync::oneshot;

use crate::studio::{Studio, internal};

const PICTURES: &[&str] = &["png", "jpg", "jpeg", "svg"];
const PAPERS: &[&str] = &["pdf", "png", "jpg", "jpeg"];

/// Asks for one file; nothing when the owner cancels.
#[tauri::command]
pub(crate) async fn pick_file(
    app: AppHandle,
    window: WebviewWindow,
    studio: State<'_, Studio>,
    purpose: String,
) -> Result<Option<PickedPath>, ApiError> {
    let api = studio.api().await?;
    let dialog = match purpose.as_str() {
        "logo" | "signature" => dialog(&app, &window).add_filter("PNG, JPEG, SVG", PICTURES),
        _ => dialog(&app, &window).add_filter("PDF, PNG, JPEG", PAPERS),
    };
    let picked = chosen(|answer| dialog.pick_file(answer)).await?;
    picked.map(|path| api.offer_path(path)).transpose()
}

/// Asks for a folder; nothing when the owner cancels.
#[tauri::command]
pub(crate) async fn pick_folder(
    app: AppHandle,
    window: WebviewWindow,
    studio: State<'_, Studio>,
    purpose: String,
) -> Result<Option<PickedPath>, ApiError> {
    let api = studio.api().await?;
    let dialog = dialog(&app, &window).set_can_create_directories(purpose != "copy");
    let picked = chosen(|answer| dialog.pick_folder(answer)).await?;
    picked.map(|path| api.offer_path(path)).transpose()
}

/// Asks where to save a file; nothing when the owner cancels.
pub(crate) async fn place_to_save(
    app: &AppHandle,
    window: &WebviewWindow,
    file_name: &str,
) -> Result<Option<PathBuf>, ApiError> {
    let dialog = dialog(app, window).set_file_name(file_name);
    chosen(|answer| dialog.save_file(answer)).await
}

fn dialog(app: &AppHandle, window: &WebviewWindow) -> FileDialogBuilder<tauri::Wry> {
    app.dialog().file().set_parent(window)
}

type Answer = Box<dyn FnOnce(Option<tauri_plugin_dialog::FilePath>) + Send>;

async fn chosen(show: impl FnOnce(Answer)) -> Result<Option<PathBuf>, ApiError> {
    #[cfg(feature = "test-clock")]
    if let Some(answer) = std::env::var_os("SAFELIGHT_PICK") {
        let path = std::fs::read_to_string(answer)
            .map_err(|error| internal(&format!("SAFELIGHT_PICK: {error}")))?;
        let path = path.trim();
        return Ok((!path.is_empty()).then(|| PathBuf::from(path)));
    }
    let (told, heard) = oneshot::channel();
    show(Box::new(move |path| drop(told.send(path))));
    let Some(picked) = heard.await.map_err(|_| internal("the dialog went away"))? else {
        return Ok(None);
    };
    picked
        .into_path()
        .map(Some)
        .map_err(|_| internal("the dialog gave no path"))
}
