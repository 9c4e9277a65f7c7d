//! One open studio: its file, its clock, and what the host handed over.
//!
//! The host (window, terminal, test) opens it, calls commands by name and listens for what became stale. Paths
//! enter only through [`Api::offer_path`]: the window passes tokens, never paths.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use domain::{CivilDate, Instant};
use serde::Serialize;
use serde_json::Value;
use store::Store;
use tokio::sync::broadcast;

use crate::clock::{Clock, day_in_zone};
use crate::commands::{COMMANDS, Tag};
use crate::error::{ApiError, ErrorCode};
use crate::router::{self, Reply};
use crate::{ids, settings};

/// Name of the database inside the data folder.
pub const FILE_NAME: &str = "studio.db";

/// The lease of the process that plans and notifies, and how long it holds without being renewed.
const RUNNER: &str = "runner";
const RUNNER_TERM: chrono::TimeDelta = chrono::TimeDelta::seconds(90);

/// How to open a studio.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that holds the studio's file and everything beside it.
    pub data: PathBuf,
    pub clock: Clock,
    pub program_version: String,
}

/// What a picker gave, as the window may know it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PickedPath {
    pub token: String,
    pub name: String,
    pub size: u64,
}

/// An open studio.
pub struct Api {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) version: String,
    data: PathBuf,
    /// Names this process where one process at a time may act.
    holder: String,
    /// It was the runner at some time: only then there is a place to give up.
    was_runner: AtomicBool,
    offered: Mutex<HashMap<String, PathBuf>>,
    changes: broadcast::Sender<Vec<Tag>>,
    /// Signs reviews, so that only what was shown can be carried out.
    pub(crate) review_key: [u8; 32],
}

impl Api {
    /// Opens the studio in a folder, making the folder and the file when they are not there.
    pub async fn open(options: Options) -> Result<Self, ApiError> {
        std::fs::create_dir_all(&options.data)
            .map_err(|error| ApiError::folder(&error, &options.data))?;
        let now = options.clock.now();
        let (store, opened) =
            Store::open(&options.data.join(FILE_NAME), now, &options.program_version).await?;
        tracing::info!(?opened, "studio opened");
        let review_key = settings::review_key(&store, now).await?;
        Ok(Self {
            store,
            clock: options.clock,
            version: options.program_version,
            data: options.data,
            holder: ids::new_id(now)?,
            was_runner: AtomicBool::new(false),
            offered: Mutex::default(),
            changes: broadcast::channel(64).0,
            review_key,
        })
    }

    /// Runs a query, a change or an act. `request_id` makes doing a change twice doing it once.
    pub async fn call(
        &self,
        name: &str,
        payload: Value,
        request_id: Option<String>,
    ) -> Result<Value, ApiError> {
        match self.run(name, payload, request_id).await? {
            Reply::Json(value) => Ok(value),
            Reply::Bytes(_) => Err(ApiError::bad_request(format!("{name} answers with bytes"))),
        }
    }

    /// Runs a command that answers with a file's bytes.
    pub async fn bytes(&self, name: &str, payload: Value) -> Result<Vec<u8>, ApiError> {
        match self.run(name, payload, None).await? {
            Reply::Bytes(bytes) => Ok(bytes),
            Reply::Json(_) => Err(ApiError::bad_request(format!(
                "{name} does not answer with bytes"
            ))),
        }
    }

    async fn run(
        &self,
        name: &str,
        payload: Value,
        request_id: Option<String>,
    ) -> Result<Reply, ApiError> {
        router::check_size(&payload)?;
        let reply = router::dispatch(self, name, payload, request_id).await;
        if let Err(error) = &reply {
            // Messages may hold what was typed; the log gets the code and the field names only.
            let fields: Vec<&str> = error
                .fields
                .iter()
                .map(|problem| problem.field.as_str())
                .collect();
            tracing::warn!(command = name, code = ?error.code, ?fields, "command refused");
        }
        reply
    }

    /// Remembers a path that the owner picked and gives the token that stands for it.
    pub fn offer_path(&self, path: PathBuf) -> Result<PickedPath, ApiError> {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let size = std::fs::metadata(&path).map_or(0, |metadata| metadata.len());
        let token = ids::new_id(self.clock.now())?;
        self.offered
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(token.clone(), path);
        Ok(PickedPath { token, name, size })
    }

    /// The path behind a token.
    pub(crate) fn offered_path(&self, field: &str, token: &str) -> Result<PathBuf, ApiError> {
        let offered = self.offered.lock().unwrap_or_else(PoisonError::into_inner);
        offered
            .get(token)
            .cloned()
            .ok_or_else(|| ApiError::field(field, domain::Problem::Unknown))
    }

    /// Changes whenever any process, this one included, wrote to the file.
    pub async fn data_version(&self) -> Result<i64, ApiError> {
        Ok(self.store.data_version().await?)
    }

    /// What each change or act of this process made stale.
    pub fn changes(&self) -> broadcast::Receiver<Vec<Tag>> {
        self.changes.subscribe()
    }

    pub(crate) fn tell_changed(&self, command: &str) {
        let tags = COMMANDS
            .iter()
            .find(|info| info.name == command)
            .map(|info| info.tags.to_vec());
        // Nobody listening is no failure: the terminal has no window.
        let _ = self.changes.send(tags.unwrap_or_default());
    }

    /// This moment by the studio's clock.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The day it is where the business is.
    pub async fn today(&self) -> Result<CivilDate, ApiError> {
        let mut reader = self.store.read().await?;
        let zone = settings::zone(&mut reader).await?;
        Ok(day_in_zone(self.now(), &zone))
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Takes or renews the right to plan and notify, which one process holds at a time.
    pub async fn hold_runner(&self) -> Result<bool, ApiError> {
        let mut tx = self.store.begin().await?;
        let until = self.now() + RUNNER_TERM;
        let held = store::lease::take(&mut tx, RUNNER, &self.holder, self.now(), until).await?;
        tx.commit().await?;
        self.was_runner.fetch_or(held, Ordering::Relaxed);
        Ok(held)
    }

    /// Gives up the runner's place and closes the file.
    pub async fn close(&self) -> Result<(), ApiError> {
        if self.was_runner.load(Ordering::Relaxed) {
            let mut tx = self.store.begin().await?;
            store::lease::release(&mut tx, RUNNER, &self.holder).await?;
            tx.commit().await?;
        }
        Ok(self.store.close().await?)
    }
}

impl ApiError {
    pub(crate) fn folder(error: &std::io::Error, folder: &Path) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                ErrorCode::ReadOnly
            }
            std::io::ErrorKind::StorageFull => ErrorCode::DiskFull,
            _ => ErrorCode::Io,
        };
        Self::new(code, format!("{}: {error}", folder.display()))
    }
}
