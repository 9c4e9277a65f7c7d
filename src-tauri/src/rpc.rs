//! The window's only way to the use cases: one command for everything that answers JSON, one for bytes.

use api::ApiError;
use serde_json::Value;
use tauri::State;
use tauri::ipc::Response;

use crate::open::Lent;
use crate::studio::{Failure, Studio};

/// Runs the command called `name`.
#[tauri::command]
pub(crate) async fn rpc(
    studio: State<'_, Studio>,
    lent: State<'_, Lent>,
    name: String,
    payload: Value,
    request_id: Option<String>,
) -> Result<Value, ApiError> {
    let answer = studio.api().await?.call(&name, payload, request_id).await?;
    lent.remember(&name, &answer);
    Ok(answer)
}

/// Runs a command that answers with a file; the bytes travel as they are, not as JSON.
#[tauri::command]
pub(crate) async fn rpc_bytes(
    studio: State<'_, Studio>,
    name: String,
    payload: Value,
) -> Result<Response, ApiError> {
    studio
        .api()
        .await?
        .bytes(&name, payload)
        .await
        .map(Response::new)
}

/// Why there is no studio to show; nothing when there is one.
#[tauri::command]
pub(crate) async fn app_failure(studio: State<'_, Studio>) -> Result<Option<Failure>, ApiError> {
    Ok(studio.failure().await)
}
