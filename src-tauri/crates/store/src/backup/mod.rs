//! Copies of the studio: a snapshot of the database, the files it names, and a manifest that says what must be there.
//!
//! A copy is made under a temporary name, opened and checked, and only then gets its own name: what has a copy's name
//! is a copy that verified. A crash leaves a temporary folder that the next copy sweeps away. Terms: the manifest's
//! heads are the newest links of the evidence log, kept outside the file so that a shortened log is noticed.

mod check;
mod restore;
mod snapshot;

use std::collections::BTreeMap;
use std::path::PathBuf;

use domain::evidence::Digest;
use domain::id::CaseId;
use serde::{Deserialize, Serialize};

pub(crate) use snapshot::before_migration;

pub use check::verify;
pub use restore::restore;
pub use snapshot::snapshot;

pub(crate) const MANIFEST: &str = "manifest.json";
pub(crate) const FILES: &str = "files";
const MANIFEST_VERSION: u32 = 1;

/// What a copy holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    pub manifest_version: u32,
    /// Text form of an instant.
    pub made_at: String,
    /// Version of the program that made it.
    pub program: String,
    /// Format of the database.
    pub format: i64,
    pub database: CopiedFile,
    /// The files beside the database, in `files/`.
    pub files: Vec<CopiedFile>,
    pub evidence_entries: i64,
    pub evidence_head: Option<Digest>,
    pub case_heads: Vec<(CaseId, Digest)>,
    /// Rows per table.
    pub rows: BTreeMap<String, i64>,
}

/// One file of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CopiedFile {
    pub name: String,
    pub size: u64,
    pub sha256: Digest,
}

/// What making a copy came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The copy's own folder.
    pub folder: PathBuf,
    pub manifest: Manifest,
    /// Older copies that were removed, and those that should have been and could not.
    pub removed: Vec<PathBuf>,
    pub not_removed: Vec<PathBuf>,
}

/// What restoring a copy came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The database in its new place; open it with [`crate::Store::open`].
    pub database: PathBuf,
    pub manifest: Manifest,
}
