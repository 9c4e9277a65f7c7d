//! Where a studio lives when nobody says otherwise. These names never change.

use std::path::{Path, PathBuf};

const SAMPLE: &str = "sample-studio";

/// The data folder of the owner's own studio: the platform's place for application data.
pub fn default_data_folder() -> PathBuf {
    let home = || {
        std::env::var_os("HOME")
            .map(PathBuf::from)
            .unwrap_or_default()
    };
    let base = if cfg!(target_os = "windows") {
        std::env::var_os("APPDATA")
            .map(PathBuf::from)
            .unwrap_or_default()
    } else if cfg!(target_os = "macos") {
        home().join("Library/Application Support")
    } else {
        std::env::var_os("XDG_DATA_HOME").map_or_else(|| home().join(".local/share"), PathBuf::from)
    };
    base.join("app.safelight.desktop")
}

/// The data folder of the sample studio, beside the real one.
pub fn sample_data_folder() -> PathBuf {
    default_data_folder().join(SAMPLE)
}

/// Whether a data folder holds a sample studio, told by its name.
pub fn is_sample_folder(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == SAMPLE)
}
