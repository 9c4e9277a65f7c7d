//! The TypeScript side of the command list: printed by an example of `api`, kept in one generated file, and compared
//! with that file by every test run.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::house::House;
use crate::process;

fn file(house: &House) -> PathBuf {
    house.ui().join("src/lib/ipc/bindings.gen.ts")
}

/// `cargo xtask bindings [--check]`
pub(crate) fn bindings(house: &House, words: &[String]) -> Result<()> {
    let check = match words {
        [] => false,
        [word] if word == "--check" => true,
        _ => bail!("usage: cargo xtask bindings [--check]"),
    };
    let printed = process::output(process::cargo(house.root()).args([
        "run",
        "--quiet",
        "--package",
        "api",
        "--features",
        "bindings",
        "--example",
        "bindings",
    ]))?;
    if check {
        return compare(house, &printed);
    }
    let path = file(house);
    if fs::read_to_string(&path).is_ok_and(|kept| kept == printed) {
        println!("{} is up to date", path.display());
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&path, printed).with_context(|| format!("writing {}", path.display()))?;
    println!("wrote {}", path.display());
    Ok(())
}

/// The same comparison with the example that the test build has already made.
pub(crate) fn check_built(house: &House) -> Result<()> {
    let printed = process::output(&mut process::command(
        house.built("examples/bindings"),
        house.root(),
    ))?;
    compare(house, &printed)
}

fn compare(house: &House, printed: &str) -> Result<()> {
    let path = file(house);
    let kept = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    // A checkout on Windows may have changed the line ends.
    if kept.lines().eq(printed.lines()) {
        println!("{} matches the command list", path.display());
        return Ok(());
    }
    let line = kept
        .lines()
        .zip(printed.lines())
        .take_while(|(old, new)| old == new)
        .count()
        + 1;
    bail!(
        "{}:{line} is stale; `cargo xtask bindings` writes it again",
        path.display()
    )
}
