//! `setup`: what this repository needs from a machine, what of it is missing, and how to get it.
//!
//! Looking needs no rights and takes about a second, so `run`, `test` and `bundle` look every time and install only
//! when something is missing. System packages are in `packages`, everything with a version of ours in `pinned`, the
//! judge of papers in `checker`.

pub(crate) mod checker;
mod packages;
mod pinned;

use anyhow::Result;

use crate::house::House;
pub(crate) use packages::{install, remove};
pub(crate) use pinned::tauri_driver;

/// What the machine is wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Building the app, and looking at it on a screen that is there.
    Building,
    /// Also a virtual desktop and what drives it.
    Testing,
}

/// `cargo xtask setup`: everything, with a word about each part.
pub(crate) fn setup(house: &House) -> Result<()> {
    pinned::node_is_new_enough()?;
    report(
        "system packages",
        &packages::missing(Need::Testing)?,
        install,
    )?;
    report(
        "Rust components",
        &pinned::missing_components(house),
        |names| pinned::add_components(house, names),
    )?;
    report("npm packages of ui", &pinned::npm_is_behind(house)?, |_| {
        pinned::npm_ci(house)
    })?;
    report("tools", &pinned::missing_tools(house), |_| {
        pinned::install_tools(house)
    })?;
    report("checker of papers", &checker::missing(house), |_| {
        checker::install(house)
    })?;
    if let Some(advice) = packages::advice() {
        println!("{advice}");
    }
    Ok(())
}

/// The same without words when all is there, for commands that are about to build or test.
pub(crate) fn when_missing(house: &House, need: Need) -> Result<()> {
    let tools_are_there = need == Need::Building
        || (pinned::missing_tools(house).is_empty()
            && checker::missing(house).is_empty()
            && pinned::missing_components(house).is_empty());
    let all_is_there = tools_are_there
        && packages::missing(need)?.is_empty()
        && pinned::npm_is_behind(house)?.is_empty();
    if all_is_there {
        return pinned::node_is_new_enough();
    }
    println!("Something is missing on this machine; setting it up first.");
    if need == Need::Testing {
        return setup(house);
    }
    pinned::node_is_new_enough()?;
    report("system packages", &packages::missing(need)?, install)?;
    report("npm packages of ui", &pinned::npm_is_behind(house)?, |_| {
        pinned::npm_ci(house)
    })
}

fn report(
    what: &str,
    missing: &[String],
    install: impl FnOnce(&[String]) -> Result<()>,
) -> Result<()> {
    if missing.is_empty() {
        println!("{what}: all there");
        return Ok(());
    }
    println!("{what}: missing {}", missing.join(" "));
    install(missing)?;
    println!("{what}: installed");
    Ok(())
}
