//! `run` and `screenshots`: the app in front of a person, or, on a machine without a display, the app walked through
//! the main job on a virtual desktop with the papers and pictures it made kept for looking at.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};

use crate::house::House;
use crate::setup::Need;
use crate::{app, process, setup};

/// `cargo xtask run [--sample] [ARG]`
pub(crate) fn run(house: &House, words: &[String]) -> Result<ExitCode> {
    let display = has_display();
    setup::when_missing(
        house,
        if display {
            Need::Building
        } else {
            Need::Testing
        },
    )?;
    if display {
        app::window(house)?;
        let program = house.built("safelight");
        let mut window = process::command(&program, house.root());
        let status = window
            .args(words)
            .status()
            .with_context(|| format!("could not start {}", program.display()))?;
        return Ok(if status.success() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        });
    }
    println!(
        "There is no display here, so the sample studio is walked through the main job on a virtual one."
    );
    if let Some(word) = words.iter().find(|word| *word != "--sample") {
        bail!("`{word}` is for the app's window, and there is no display to show one");
    }
    tour(house)?;
    Ok(ExitCode::SUCCESS)
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn tour(house: &House) -> Result<()> {
    let folder = house.target().join("tour");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(&folder)?;
    app::for_acceptance(house)?;
    acceptance_of(house, "tour::", "SAFELIGHT_TOUR_DIR", &folder)?;
    let made = files_below(&folder)?;
    if made.is_empty() {
        bail!("the tour left nothing in {}", folder.display());
    }
    println!("\nWhat the tour made, in {}:", folder.display());
    for file in made {
        println!("  {file}");
    }
    Ok(())
}

/// `cargo xtask screenshots`: the pictures of the README, taken in the real window.
pub(crate) fn screenshots(house: &House) -> Result<()> {
    setup::when_missing(house, Need::Testing)?;
    let folder = house.ui().join("screenshots");
    fs::create_dir_all(&folder)?;
    app::for_acceptance(house)?;
    acceptance_of(house, "screenshots::", "SAFELIGHT_SHOTS", &folder)?;
    for file in files_below(&folder)? {
        println!("  {}", folder.join(file).display());
    }
    Ok(())
}

fn acceptance_of(house: &House, filter: &str, variable: &str, folder: &Path) -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("a virtual desktop exists on Linux only");
    }
    let said = app::acceptance(house, Some(filter), &[(variable, folder)])?;
    let tally = crate::tally::Tally::of_cargo(&said.text).unwrap_or_default();
    if !said.success || tally.failed > 0 {
        bail!("the real window did not get through `{filter}`");
    }
    if tally.passed == 0 {
        bail!("no acceptance test is called `{filter}`");
    }
    Ok(())
}

fn files_below(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            files.extend(
                files_below(&entry.path())?
                    .into_iter()
                    .map(|inner| format!("{name}/{inner}")),
            );
        } else {
            files.push(name);
        }
    }
    files.sort();
    Ok(files)
}
