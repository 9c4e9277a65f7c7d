//! The big files: made once by an example of `api` and kept until the format, the maker or the day changes.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::house::House;
use crate::process;

/// A studio that ends today, so that what is late in it is late in the window too.
pub(super) struct Studio {
    /// The data folder.
    pub(super) folder: PathBuf,
    /// As `2027-03-02`.
    pub(super) today: String,
}

impl Studio {
    pub(super) fn file(&self) -> PathBuf {
        self.folder.join("studio.db")
    }
}

/// The studio with this many invoices, made now if it is not there.
pub(super) fn with(house: &House, invoices: usize) -> Result<Studio> {
    let today = process::output(process::command("date", house.root()).arg("+%Y-%m-%d"))?
        .trim()
        .to_owned();
    let place = house.target().join("bench");
    let name = format!("{invoices}-{today}-{:016x}", made_from(house)?);
    let folder = place.join(&name);
    if !folder.join("studio.db").exists() {
        let half = place.join(format!(".{name}.half-made"));
        remove(&half)?;
        fs::create_dir_all(&half)?;
        println!(
            "making a studio with {invoices} invoices; kept in {} for today",
            folder.display()
        );
        let mut maker = process::command(house.released("examples/big_studio"), house.root());
        process::run(maker.arg(invoices.to_string()).arg(&half).arg(&today))?;
        fs::rename(&half, &folder).with_context(|| format!("moving to {}", folder.display()))?;
        forget_others(&place, &format!("{invoices}-"), &name)?;
    }
    Ok(Studio { folder, today })
}

/// Changes with the file's format and with what the maker does.
fn made_from(house: &House) -> Result<u64> {
    let crates = house.root().join("src-tauri/crates");
    let mut hasher = DefaultHasher::new();
    for folder in ["store/migrations", "api/examples/big_studio"] {
        let mut files: Vec<PathBuf> = fs::read_dir(crates.join(folder))
            .with_context(|| format!("reading {folder}"))?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<_>>()?;
        files.sort();
        for file in files {
            fs::read(&file)
                .with_context(|| format!("reading {}", file.display()))?
                .hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

/// Earlier days' files of this size: each is hundreds of megabytes.
fn forget_others(place: &Path, start: &str, keep: &str) -> Result<()> {
    for entry in fs::read_dir(place)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(start) && name != keep {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}
