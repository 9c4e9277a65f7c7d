//! Support: a rolling log without client data, and the diagnostics that an owner may send.

use std::path::{Path, PathBuf};

use serde_json::json;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::error::ApiError;
use crate::studio::Api;
use crate::wire::*;

/// Days of log that are kept.
const LOG_FILES: usize = 7;

fn log_folder(data: &Path) -> PathBuf {
    data.join("logs")
}

/// Starts the log of this process in the data folder; keep what it returns until the end. `None` when the
/// folder cannot be written: the program runs without a log then.
pub fn start_logging(data: &Path) -> Option<tracing_appender::non_blocking::WorkerGuard> {
    let appender = tracing_appender::rolling::Builder::new()
        .rotation(tracing_appender::rolling::Rotation::DAILY)
        .filename_prefix("safelight")
        .filename_suffix("log")
        .max_log_files(LOG_FILES)
        .build(log_folder(data))
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(appender);
    let filter = Targets::new()
        .with_default(LevelFilter::INFO)
        .with_target("sqlx", LevelFilter::WARN);
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(writer);
    let started = tracing_subscriber::registry()
        .with(filter)
        .with(lines)
        .try_init();
    started.is_ok().then_some(guard)
}

/// Versions, counts and the log: nothing that names a client, an amount or a place.
pub(crate) async fn save_diagnostics(
    api: &Api,
    request: ExportRequest,
) -> Result<SavedFile, ApiError> {
    let folder = api.offered_path("folderToken", &request.folder_token)?;
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let counts = store::invoice::counts(&mut reader, today, today).await?;
    let heads = store::evidence::heads(&mut reader).await?;
    let verified = store::evidence::verify_all(&mut reader).await?;
    let facts = json!({
        "program": api.version,
        "format": store::FORMAT,
        "system": std::env::consts::OS,
        "architecture": std::env::consts::ARCH,
        "invoices": counts.all,
        "clients": store::client::count(&mut reader, false).await?,
        "cases": store::case::count(&mut reader, false).await?,
        "logEntries": heads.entries,
        "logVerifies": verified.is_ok(),
    });
    drop(reader);
    let mut text = serde_json::to_string_pretty(&facts)
        .map_err(|error| ApiError::internal(error.to_string()))?;
    text.push_str("\n\n");
    for path in log_files(api.data()) {
        // A log file that cannot be read is left out: diagnostics are a help, not a record.
        if let Ok(lines) = std::fs::read_to_string(&path) {
            text.push_str(&lines);
        }
    }
    let path = delivery::files::write_new(
        &folder,
        &format!("safelight-diagnostics-{today}.txt"),
        text.as_bytes(),
    )?;
    Ok(SavedFile {
        path: path.display().to_string(),
    })
}

fn log_files(data: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(log_folder(data))
        .into_iter()
        .flatten()
        .flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
