//! Building what runs: the UI, the window and the programs the acceptance tests drive.
//!
//! Cargo builds a dependency once for each set of features it is asked for, and the set depends on which packages
//! and which kinds of target are selected. Everything that serves tests therefore selects the same packages with the
//! same features, so that the window, which takes minutes to link, is built once. This program is left out: a
//! running file can not be replaced on every system, and its own tests take seconds. So is the bench's empty window.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context as _, Result};

use crate::desktop::Desktop;
use crate::house::House;
use crate::process::Said;
use crate::{process, setup};

/// The window serves its own files, the clock can be set by a file, and the command list can be printed.
const TEST_FEATURES: &str = "safelight/custom-protocol,safelight/test-clock,api/bindings";

/// What the test commands select, before the kinds of target.
pub(crate) fn test_selection(command: &mut Command) -> &mut Command {
    command.args([
        "--workspace",
        "--exclude",
        "xtask",
        "--exclude",
        "blank-window",
        "--features",
        TEST_FEATURES,
    ])
}

/// Builds the UI unless what is there is newer than every source. Says which.
pub(crate) fn ui(house: &House) -> Result<()> {
    let folder = house.ui();
    if is_fresh(&folder)? {
        println!("ui/dist is up to date");
        return Ok(());
    }
    process::run(process::npm(&folder).args(["run", "build"]))
}

fn is_fresh(ui: &Path) -> Result<bool> {
    let Ok(built) = fs::metadata(ui.join("dist/index.html")).and_then(|file| file.modified())
    else {
        return Ok(false);
    };
    Ok(newest(ui)?.is_some_and(|source| source < built))
}

/// The last change below a folder. A folder's own time counts, so that a deleted file is noticed.
fn newest(folder: &Path) -> Result<Option<SystemTime>> {
    const NOT_SOURCES: [&str; 4] = ["dist", "node_modules", "screenshots", "coverage"];
    let mut latest = None;
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        if NOT_SOURCES.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        let about = entry.metadata()?;
        latest = latest.max(Some(about.modified()?));
        if about.is_dir() {
            latest = latest.max(newest(&entry.path())?);
        }
    }
    Ok(latest)
}

/// Builds the app as a person runs it.
pub(crate) fn window(house: &House) -> Result<()> {
    ui(house)?;
    process::run(process::cargo(house.root()).args([
        "build",
        "--package",
        "safelight",
        "--features",
        "custom-protocol",
    ]))
}

/// Builds what one acceptance run needs and nothing else.
pub(crate) fn for_acceptance(house: &House) -> Result<()> {
    ui(house)?;
    let mut cargo = process::cargo(house.root());
    cargo.arg("build");
    process::run(test_selection(&mut cargo).args(["--bins", "--test", "acceptance"]))
}

/// Builds every target that a test run needs.
pub(crate) fn everything(house: &House) -> Result<()> {
    let mut cargo = process::cargo(house.root());
    cargo.arg("build");
    process::run(test_selection(&mut cargo).arg("--all-targets"))
}

/// The acceptance tests whose names contain the filter, on a virtual desktop of their own, one after another.
/// They drive real programs, which they find through `SAFELIGHT_BIN`, `SAFELIGHT_CLI` and `TAURI_DRIVER`. What they say
/// is shown and returned.
pub(crate) fn acceptance(
    house: &House,
    filter: Option<&str>,
    more: &[(&str, &Path)],
) -> Result<Said> {
    let driver = setup::tauri_driver(house)
        .context("tauri-driver is missing; `cargo xtask setup` installs it")?;
    let mut cargo = process::cargo(house.root());
    cargo.arg("test");
    test_selection(&mut cargo)
        .args(["--test", "acceptance", "--"])
        .args(filter)
        .arg("--test-threads=1");
    cargo
        .env("SAFELIGHT_BIN", house.built("safelight"))
        .env("SAFELIGHT_CLI", house.built("safelight-cli"))
        .env("TAURI_DRIVER", driver)
        .envs(more.iter().copied());
    let desktop = Desktop::start()?;
    process::overheard(desktop.around(process::with_colour(&mut cargo)))
}
