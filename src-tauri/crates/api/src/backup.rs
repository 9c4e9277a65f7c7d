//! Copies of the studio in a folder of the owner's choice, and bringing one back to a new place.
//!
//! What makes a copy and checks it is in `store::backup`; here are the folder, its state and the log.

use std::path::{Path, PathBuf};

use domain::evidence::{EventKind, Subjects};
use serde::{Deserialize, Serialize};
use store::Conn;

use crate::act::Act;
use crate::error::ApiError;
use crate::studio::Api;
use crate::wire::*;

const FOLDER: &str = "backup_folder";
const LAST: &str = "backup_last";
/// Days of which a copy is kept.
const KEEP_DAYS: usize = 14;

/// What the last attempt came to.
#[derive(Serialize, Deserialize)]
struct Last {
    at: Option<String>,
    problem: Option<String>,
}

/// The folder that the owner chose.
pub(crate) async fn folder(conn: &mut Conn) -> Result<Option<PathBuf>, ApiError> {
    Ok(store::setting::get::<PathBuf>(conn, FOLDER).await?)
}

pub(crate) async fn state(conn: &mut Conn) -> Result<BackupState, ApiError> {
    let last: Option<Last> = store::setting::get(conn, LAST).await?;
    let (last_at, problem) = last.map_or((None, None), |last| (last.at, last.problem));
    let folder = folder(conn)
        .await?
        .map(|folder| folder.display().to_string());
    Ok(BackupState {
        folder,
        last_at,
        problem,
    })
}

pub(crate) async fn choose_folder(
    api: &Api,
    request: BackupFolder,
) -> Result<BackupReport, ApiError> {
    let folder = api.offered_path("folderToken", &request.folder_token)?;
    let report = copy(api, &folder).await?;
    // Only a folder in which a copy could be made becomes the folder for copies.
    let mut tx = api.store.begin().await?;
    store::setting::put(&mut tx, FOLDER, &folder, api.now()).await?;
    tx.commit().await?;
    Ok(report)
}

pub(crate) async fn now(api: &Api, _: Nothing) -> Result<BackupReport, ApiError> {
    let mut reader = api.store.read().await?;
    let Some(folder) = folder(&mut reader).await? else {
        return Err(ApiError::precondition("choose a folder for copies first"));
    };
    drop(reader);
    copy(api, &folder).await
}

async fn copy(api: &Api, folder: &Path) -> Result<BackupReport, ApiError> {
    let now = api.now();
    let made = store::backup::snapshot(&api.store, folder, now, &api.version, KEEP_DAYS).await;
    let at = domain::calendar::instant_text(now);
    let mut act = Act::begin(api).await?;
    let earlier: Option<Last> = store::setting::get(&mut act.tx, LAST).await?;
    let last = match &made {
        Ok(_) => Last {
            at: Some(at.clone()),
            problem: None,
        },
        Err(error) => Last {
            at: earlier.and_then(|earlier| earlier.at),
            problem: Some(error.to_string()),
        },
    };
    store::setting::put(&mut act.tx, LAST, &last, now).await?;
    if let Ok(report) = &made {
        let entries = report.manifest.evidence_entries.to_string();
        let head = report
            .manifest
            .evidence_head
            .map(|head| crate::ids::hex(&head.0))
            .unwrap_or_default();
        act.log(
            EventKind::BackupMade,
            Subjects::default(),
            &[("entries", &entries), ("head", &head)],
        )
        .await?;
    }
    act.tx.commit().await?;
    let report = made?;
    let manifest = report.manifest;
    let files: u64 = manifest.files.iter().map(|file| file.size).sum();
    let rows = |table: &str| manifest.rows.get(table).copied().unwrap_or(0);
    Ok(BackupReport {
        path: report.folder.display().to_string(),
        at,
        size: manifest.database.size + files,
        documents: u32::try_from(rows("document")).unwrap_or(u32::MAX),
        entries: u32::try_from(manifest.evidence_entries).unwrap_or(u32::MAX),
    })
}

/// Brings a copy to a new place; the studio that is open stays as it is.
pub(crate) async fn restore(api: &Api, request: RestoreRequest) -> Result<RestoreReport, ApiError> {
    let copy = api.offered_path("copyToken", &request.copy_token)?;
    let into = api
        .offered_path("intoToken", &request.into_token)?
        .join("Safelight restored");
    let restored = store::backup::restore(&copy, &into).await?;
    let rows = |table: &str| restored.manifest.rows.get(table).copied().unwrap_or(0);
    Ok(RestoreReport {
        path: into.display().to_string(),
        invoices: u32::try_from(rows("invoice")).unwrap_or(u32::MAX),
        entries: u32::try_from(restored.manifest.evidence_entries).unwrap_or(u32::MAX),
    })
}
