//! `archive`, also a part of `test`: every PDF that the tests left is judged by veraPDF, which is not ours.
//!
//! The tests of `documents` write one paper of every kind to `target/archive`, and copies with a fault that must be
//! found. All are judged in one run.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::house::House;
use crate::process;
use crate::setup::checker;

/// `cargo xtask archive`
pub(crate) fn archive(house: &House) -> Result<()> {
    if !checker::missing(house).is_empty() {
        checker::install(house)?;
    }
    clear(house)?;
    let mut make = process::cargo(house.root());
    process::run(make.args([
        "test",
        "--package",
        "documents",
        "--test",
        "papers",
        "archive",
    ]))?;
    match judge(house)? {
        Some(mut judge) => process::run(&mut judge),
        None => Ok(()),
    }
}

/// Takes away what an earlier run left, so that nothing stale is judged.
pub(crate) fn clear(house: &House) -> Result<()> {
    let folder = house.target().join("archive");
    if folder.is_dir() {
        fs::remove_dir_all(&folder).with_context(|| format!("clearing {}", folder.display()))?;
    }
    Ok(())
}

/// The command that judges all papers. None where it can not run; on a server that is an error.
pub(crate) fn judge(house: &House) -> Result<Option<Command>> {
    if !checker::is_possible() {
        if std::env::var_os("CI").is_some() {
            bail!("papers can not be judged on this server: veraPDF needs Debian's libraries");
        }
        println!("not run: veraPDF needs Debian's libraries for Java");
        return Ok(None);
    }
    let mut java = process::command("java", house.root());
    // It runs for seconds: quick to start matters more than quick in the long run.
    java.args([
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-cp",
    ])
    .arg(checker::class_path(house))
    .arg("src-tauri/xtask/verapdf/Check.java")
    .arg(house.target().join("archive"));
    Ok(Some(java))
}
