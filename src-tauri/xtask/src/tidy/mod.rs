//! `tidy`: the rules of the house that neither the compiler nor a linter knows. Each rule is a function from what the
//! repository holds to findings; every finding is shown, not only the first.
//!
//! Reading the repository happens here and in `source`; the rules themselves are pure, which is how they are tested.

mod arrows;
mod dependencies;
mod interface;
mod invariants;
mod lines;
mod source;
mod spdx;
mod sql;

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::house::House;
use crate::process;

/// Something that breaks a rule, and where.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    place: String,
    what: String,
}

impl Finding {
    fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
        }
    }

    /// At a line, counted from one.
    fn at(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self::new(format!("{path}:{line}"), what)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.place, self.what)
    }
}

/// `cargo xtask tidy`
pub(crate) fn tidy(house: &House) -> Result<ExitCode> {
    Ok(if findings(house)?.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The same as a stage of `test`.
pub(crate) fn check(house: &House) -> Result<()> {
    match findings(house)?.len() {
        0 => Ok(()),
        1 => bail!("one finding, listed above"),
        count => bail!("{count} findings, listed above"),
    }
}

/// The licences of a crate that is not part of the app, such as the peers that a bench builds.
pub(crate) fn licences_of(place: &Path) -> Result<Vec<Finding>> {
    Ok(dependencies::crate_licences(&cargo_metadata(place)?))
}

fn findings(house: &House) -> Result<Vec<Finding>> {
    let metadata = cargo_metadata(house.root())?;
    let files = source::files(house)?;
    let root = house.root().to_string_lossy();
    let rules: [(&str, Vec<Finding>); 10] = [
        ("arrows between crates", arrows::arrows(&metadata, &root)),
        ("banned crates and features", dependencies::bans(&metadata)),
        (
            "licences of crates",
            dependencies::crate_licences(&metadata),
        ),
        (
            "licences of npm packages",
            dependencies::npm_licences(&files),
        ),
        ("the top level", lines::top_level(&files)),
        ("file sizes", lines::sizes(&files)),
        (
            "leftovers and traces of a machine",
            lines::leftovers(&files),
        ),
        ("the interface's walls", interface::walls(&files)),
        ("time in SQL", sql::ambient_time(&files)),
        (
            "invariants and their tests",
            invariants::named_tests(&files),
        ),
    ];
    let mut all = Vec::new();
    for (name, found) in rules {
        println!("{} {name}", if found.is_empty() { "ok  " } else { "FAIL" });
        for finding in &found {
            println!("       {finding}");
        }
        all.extend(found);
    }
    Ok(all)
}

/// The whole resolved graph, for every platform. From what is already downloaded when that is enough.
fn cargo_metadata(place: &Path) -> Result<Value> {
    let ask = |offline: bool| {
        let mut cargo = process::cargo(place);
        cargo.args(["metadata", "--format-version", "1"]);
        // With everything switched on, or an optional dependency would escape the licence rule.
        cargo.arg("--all-features");
        process::output(if offline {
            cargo.arg("--offline")
        } else {
            &mut cargo
        })
    };
    let said = ask(true).or_else(|_| ask(false))?;
    serde_json::from_str(&said).context("cargo metadata is not JSON")
}
