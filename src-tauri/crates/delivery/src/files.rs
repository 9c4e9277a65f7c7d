//! Files written whole or not at all: temporary name, flush, rename, flush the folder.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("{} cannot be written to", .0.display())]
    ReadOnly(PathBuf),
    #[error("the disk is full")]
    DiskFull,
    #[error("{} does not exist", .0.display())]
    Missing(PathBuf),
    #[error("{} could not be written", path.display())]
    Io {
        path: PathBuf,
        #[source]
        source: io::Error,
    },
}

impl FileError {
    fn of(source: io::Error, path: &Path) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly(path.to_owned())
            }
            io::ErrorKind::NotFound => Self::Missing(path.to_owned()),
            _ => Self::Io {
                path: path.to_owned(),
                source,
            },
        }
    }
}

/// Writes `bytes` as a new file in `folder` and gives its path. A file of that name is never replaced: the new
/// one is called `name (2).ext`.
pub fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, FileError> {
    let name = safe_name(name);
    let temporary = folder.join(format!(".{name}.part"));
    let written = write_and_flush(&temporary, bytes).map_err(|error| FileError::of(error, folder));
    if let Err(error) = written {
        // The half file has a name of its own; failing to remove it loses nothing.
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    let target = free_name(folder, &name);
    fs::rename(&temporary, &target).map_err(|error| FileError::of(error, &target))?;
    flush_folder(folder).map_err(|error| FileError::of(error, folder))?;
    Ok(target)
}

fn write_and_flush(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A folder's entries are data of their own on Unix; Windows keeps them with the file.
fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}

fn free_name(folder: &Path, name: &str) -> PathBuf {
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, format!(".{extension}")),
        _ => (name, String::new()),
    };
    let mut candidate = folder.join(name);
    let mut copy = 2u32;
    while candidate.exists() {
        candidate = folder.join(format!("{stem} ({copy}){extension}"));
        copy = copy.saturating_add(1);
    }
    candidate
}

/// A name that every file system takes: no separators, no reserved characters or names, at most 120 characters.
pub fn safe_name(name: &str) -> String {
    const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com1", "lpt1"];
    let cleaned: String = name
        .chars()
        .map(|character| match character {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            character if character.is_control() => '-',
            character => character,
        })
        .collect();
    let trimmed = cleaned.trim().trim_matches('.').trim();
    let (stem, extension) = match trimmed.rsplit_once('.') {
        Some((stem, extension)) if extension.chars().count() <= 5 => {
            (stem, format!(".{extension}"))
        }
        _ => (trimmed, String::new()),
    };
    let short: String = stem.chars().take(120).collect();
    if short.is_empty() || RESERVED.contains(&short.to_lowercase().as_str()) {
        return format!("file{extension}");
    }
    format!("{}{extension}", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_same_name_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_new(folder.path(), "Invoice.pdf", b"one").unwrap();
        let second = write_new(folder.path(), "Invoice.pdf", b"two").unwrap();
        assert_eq!(
            fs::read(first).unwrap(),
            b"one",
            "the first file is untouched"
        );
        assert_eq!(second.file_name().unwrap(), "Invoice (2).pdf");
    }

    #[test]
    fn nothing_is_left_where_the_folder_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone");
        assert!(matches!(
            write_new(&gone, "a.pdf", b"x"),
            Err(FileError::Missing(_))
        ));
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            0,
            "no part of a file stays"
        );
    }

    #[test]
    fn a_name_never_leaves_its_folder() {
        assert_eq!(safe_name("../../etc/passwd"), "-..-etc-passwd");
        assert_eq!(safe_name("INV 2026/0142.pdf"), "INV 2026-0142.pdf");
        assert_eq!(safe_name("nul"), "file");
        assert_eq!(safe_name(" \u{0}. "), "-");
        assert!(
            safe_name(&"ä".repeat(500)).chars().count() <= 120,
            "long names are cut"
        );
    }
}
