//! The files the rules look at: everything git tracks or would track, as text.

use std::fs;

use anyhow::{Context as _, Result};

use crate::house::House;
use crate::process;

/// A text file of the repository.
pub(super) struct Source {
    /// From the root, with forward slashes.
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    /// Whether the name ends in one of these.
    pub(super) fn is(&self, endings: &[&str]) -> bool {
        self.path
            .rsplit_once('.')
            .is_some_and(|(_, ending)| endings.contains(&ending))
    }

    /// Written by a program.
    pub(super) fn is_generated(&self) -> bool {
        self.path.ends_with(".gen.ts")
            || self.path.ends_with("Cargo.lock")
            || self.path.ends_with("package-lock.json")
    }

    pub(super) fn is_ui_test(&self) -> bool {
        self.path.starts_with("ui/")
            && (self.path.contains(".test.") || self.path.contains(".spec."))
    }

    /// Lines with their numbers, counted from one.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
    }

    #[cfg(test)]
    pub(super) fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }
}

/// All of them. Pictures, fonts and other files that are not text are left out.
pub(super) fn files(house: &House) -> Result<Vec<Source>> {
    let listed = process::output(process::command("git", house.root()).args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))
    .context("tidy asks git which files belong to the repository")?;
    let mut files = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        let place = house.root().join(path);
        if !place.is_file() {
            continue; // deleted, not yet committed
        }
        let bytes = fs::read(&place).with_context(|| format!("reading {path}"))?;
        if bytes.contains(&0) {
            continue;
        }
        if let Ok(text) = String::from_utf8(bytes) {
            files.push(Source {
                path: path.to_owned(),
                text,
            });
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}
