//! `papers`: the golden set as files and contact sheets, to be looked at.

use anyhow::Result;

use crate::house::House;
use crate::process;
use crate::setup::{self, Need};

/// `cargo xtask papers`
pub(crate) fn papers(house: &House) -> Result<()> {
    setup::when_missing(house, Need::Testing)?;
    let mut cargo = process::cargo(house.root());
    cargo.args([
        "run",
        "--quiet",
        "--package",
        "documents",
        "--example",
        "golden",
        "--",
    ]);
    cargo.arg(house.root().join("target").join("papers"));
    process::run(&mut cargo)
}
