//! `bundle --smoke`: the built deb installed as a person would install it, started, looked at and removed again.
//!
//! It changes this machine, so it is no part of `cargo xtask test`: it needs apt and root (or sudo), and refuses where
//! Safelight is installed already.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};

use crate::desktop::Desktop;
use crate::house::House;
use crate::setup::Need;
use crate::{process, setup};

const NAME: &str = "safelight";
const PROGRAM: &str = "/usr/bin/safelight";
const MENU_ENTRY: &str = "/usr/share/applications/Safelight.desktop";

/// Time for the first page to be drawn after the window came.
const DRAWN: Duration = Duration::from_secs(4);

pub(super) fn smoke(house: &House, package: &Path) -> Result<()> {
    ensure!(
        cfg!(target_os = "linux"),
        "packages of this kind are tried on Linux only"
    );
    ensure!(
        !Path::new(PROGRAM).exists(),
        "{PROGRAM} is there already; remove the package `{NAME}` first"
    );
    setup::when_missing(house, Need::Testing)?;
    println!("installing {}", package.display());
    setup::install(&[package.display().to_string()])?;
    let tried = try_out(house);
    setup::remove(NAME)?;
    ensure!(
        !Path::new(PROGRAM).exists(),
        "removing the package left {PROGRAM} behind"
    );
    let picture = tried?;
    println!(
        "\nthe package installs, starts and goes away again; its window is in {}",
        picture.display()
    );
    Ok(())
}

fn try_out(house: &House) -> Result<PathBuf> {
    let version = process::output(process::command(PROGRAM, Path::new("/")).arg("--version"))?;
    let ours = format!("{NAME} {}", env!("CARGO_PKG_VERSION"));
    ensure!(
        version.trim() == ours,
        "it says it is `{}`, not `{ours}`",
        version.trim()
    );
    let entry = fs::read_to_string(MENU_ENTRY).with_context(|| format!("reading {MENU_ENTRY}"))?;
    ensure!(
        entry.lines().any(|line| line == "Exec=safelight"),
        "the menu entry starts something else:\n{entry}"
    );
    let icon = "/usr/share/icons/hicolor/128x128/apps/safelight.png";
    ensure!(Path::new(icon).exists(), "no icon at {icon}");
    start(house)
}

/// Starts the installed program on an empty folder and keeps a picture of what it shows.
fn start(house: &House) -> Result<PathBuf> {
    let desktop = Desktop::start()?;
    let data = std::env::temp_dir().join(format!("safelight-smoke-{}", std::process::id()));
    let mut command = process::command(PROGRAM, Path::new("/"));
    command.arg("--data").arg(&data).stdin(Stdio::null());
    let child = desktop
        .around(&mut command)
        .spawn()
        .with_context(|| format!("could not start {PROGRAM}"))?;
    let mut running = Running { child, data };
    let window = desktop.window_of(running.child.id())?;
    sleep(DRAWN);
    if let Some(status) = running.child.try_wait()? {
        bail!("it ended by itself ({status})");
    }
    ensure!(
        running.data.join("studio.db").exists(),
        "no studio was made"
    );
    let picture = house.target().join("smoke.png");
    desktop.ask(
        "import",
        &["-window", &window, &picture.display().to_string()],
    )?;
    let colours = desktop.ask(
        "identify",
        &["-format", "%k", &picture.display().to_string()],
    )?;
    let colours: u32 = colours
        .trim()
        .parse()
        .with_context(|| format!("a number of colours, not `{colours}`"))?;
    ensure!(
        colours > 32,
        "the window is empty: {colours} colours in {}",
        picture.display()
    );
    Ok(picture)
}

/// The started program and its data, both gone when it goes out of scope.
struct Running {
    child: Child,
    data: PathBuf,
}

impl Drop for Running {
    fn drop(&mut self) {
        let ended = self.child.kill().and_then(|()| self.child.wait());
        if let Err(error) = ended
            .map(drop)
            .and_then(|()| fs::remove_dir_all(&self.data))
        {
            eprintln!("{} stays behind: {error}", self.data.display());
        }
    }
}
