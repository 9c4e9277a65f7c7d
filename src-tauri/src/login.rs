//! Starting at login: off until the owner says so, and then hidden.

use api::{ApiError, ErrorCode};
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Wry};
use tauri_plugin_autostart::{MacosLauncher, ManagerExt as _};

pub(crate) fn plugin() -> TauriPlugin<Wry> {
    tauri_plugin_autostart::init(MacosLauncher::LaunchAgent, Some(vec!["--hidden"]))
}

#[tauri::command]
pub(crate) async fn autostart_get(app: AppHandle) -> Result<bool, ApiError> {
    app.autolaunch()
        .is_enabled()
        .map_err(|error| refused(&error))
}

/// Answers what is true afterwards.
#[tauri::command]
pub(crate) async fn autostart_set(app: AppHandle, on: bool) -> Result<bool, ApiError> {
    let login = app.autolaunch();
    if on { login.enable() } else { login.disable() }.map_err(|error| refused(&error))?;
    login.is_enabled().map_err(|error| refused(&error))
}

fn refused(error: &tauri_plugin_autostart::Error) -> ApiError {
    tracing::warn!(%error, "start at login");
    ApiError {
        code: ErrorCode::Io,
        message: "The list of programs that start at login could not be changed. Nothing else was changed.".into(),
        fields: Vec::new(),
    }
}
