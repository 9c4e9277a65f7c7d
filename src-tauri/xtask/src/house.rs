//! Where things are: the root of the repository and the folder cargo builds into.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The repository on this machine.
pub(crate) struct House {
    root: PathBuf,
    target: PathBuf,
}

impl House {
    /// Finds the root from this crate's place in it, and the target folder from where this program was built.
    pub(crate) fn find() -> Result<Self> {
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here
            .ancestors()
            .nth(2)
            .context("xtask lives in src-tauri/xtask")?
            .to_path_buf();
        let xtask = std::env::current_exe().context("the path of this program")?;
        let target = xtask
            .ancestors()
            .nth(2)
            .context("cargo builds into target/PROFILE")?
            .to_path_buf();
        Ok(Self { root, target })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// A program that cargo built in the release profile.
    pub(crate) fn released(&self, name: &str) -> PathBuf {
        self.target
            .join("release")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// A program that cargo built in the dev profile.
    pub(crate) fn built(&self, name: &str) -> PathBuf {
        self.target
            .join("debug")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}
