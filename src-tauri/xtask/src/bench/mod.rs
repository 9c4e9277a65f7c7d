//! `bench`: how fast the window starts, how fast it answers on a large file, how much it weighs.
//!
//! Every figure is a ratio against something measured in the same run on the same machine: an empty window for the start
//! and the memory, the SQLite shell for answers. Milliseconds stand beside them for information. Nothing here is a
//! test: a slow machine fails nobody.

mod answers;
mod figures;
mod memory;
mod papers;
mod planner;
mod questions;
mod screen;
mod shell;
mod size;
mod start;
mod studio;

use anyhow::{Context as _, Result, bail};

use crate::house::House;
use crate::setup::{self, Need};
use crate::{app, process};

/// What was asked for on the command line.
struct Wanted {
    start: bool,
    answers: bool,
    size: bool,
    /// Only when it is named: it installs and builds other people's programs.
    papers: bool,
    /// Only when it is named: it asks for the accounting program `ledger`.
    planner: bool,
    /// Pairs of starts.
    pairs: usize,
    /// Times each question is asked.
    calls: usize,
    /// Times each paper is made.
    rounds: usize,
    /// Builds the package when there is none.
    bundle: bool,
}

impl Wanted {
    fn read(words: &[String]) -> Result<Self> {
        let mut wanted = Self {
            start: false,
            answers: false,
            size: false,
            papers: false,
            planner: false,
            pairs: 30,
            calls: 300,
            rounds: 120,
            bundle: false,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut number = |least| -> Result<usize> {
                let number = words
                    .next()
                    .with_context(|| format!("{word} needs a number"))?
                    .parse()?;
                if number < least {
                    bail!("{word} needs at least {least}: fewer say nothing");
                }
                Ok(number)
            };
            match word.as_str() {
                "start" => wanted.start = true,
                "answers" => wanted.answers = true,
                "size" => wanted.size = true,
                "papers" => wanted.papers = true,
                "planner" => wanted.planner = true,
                "--pairs" => wanted.pairs = number(6)?,
                "--calls" => wanted.calls = number(100)?,
                "--rounds" => wanted.rounds = number(40)?,
                "--bundle" => wanted.bundle = true,
                _ => bail!(
                    "usage: cargo xtask bench [start] [answers] [size] [papers] [planner] [--pairs N] [--calls N] [--rounds N] [--bundle]"
                ),
            }
        }
        let named = wanted.start || wanted.answers || wanted.size;
        if !(named || wanted.papers || wanted.planner) {
            (wanted.start, wanted.answers, wanted.size) = (true, true, true);
        }
        Ok(wanted)
    }
}

/// `cargo xtask bench`
pub(crate) fn bench(house: &House, words: &[String]) -> Result<()> {
    let wanted = Wanted::read(words)?;
    if wanted.papers {
        println!("\n{}", papers::report(house, wanted.rounds)?);
    }
    if wanted.planner {
        println!("\n{}", planner::report(house)?);
    }
    if !(wanted.start || wanted.answers || wanted.size) {
        return Ok(());
    }
    if !cfg!(target_os = "linux") {
        bail!("the bench drives a virtual desktop, which exists on Linux only");
    }
    setup::when_missing(house, Need::Testing)?;
    let mut reports = Vec::new();
    if wanted.start || wanted.answers {
        build(house, wanted.start)?;
    }
    if wanted.answers {
        reports.push(answers::report(house, wanted.calls)?);
    }
    if wanted.start {
        reports.push(start::report(house, wanted.pairs)?);
    }
    if wanted.size {
        reports.push(size::report(house, wanted.bundle)?);
    }
    println!("\n{}", reports.join("\n"));
    Ok(())
}

/// The programs measured, in the plain release profile: the windows together, so that what they share is built once.
fn build(house: &House, windows: bool) -> Result<()> {
    let mut cargo = process::cargo(house.root());
    cargo.args([
        "build",
        "--release",
        "--package",
        "api",
        "--example",
        "measure",
        "--example",
        "big_studio",
    ]);
    if windows {
        app::ui(house)?;
        cargo.args([
            "--package",
            "safelight",
            "--package",
            "blank-window",
            "--bins",
            "--features",
            "safelight/custom-protocol,blank-window/custom-protocol",
        ]);
    }
    process::run(&mut cargo)
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    fn read(words: &[&str]) -> anyhow::Result<Wanted> {
        Wanted::read(&words.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn nothing_said_means_everything() {
        let wanted = read(&["--pairs", "40"]).unwrap();
        assert!(
            wanted.start && wanted.answers && wanted.size,
            "all three parts"
        );
        assert_eq!(wanted.pairs, 40, "as asked");
    }

    #[test]
    fn one_part_leaves_the_others_out() {
        let wanted = read(&["answers"]).unwrap();
        assert!(
            wanted.answers && !wanted.start && !wanted.size,
            "only what was named"
        );
        let wanted = read(&["papers"]).unwrap();
        assert!(wanted.papers && !wanted.size, "peers are measured alone");
        assert!(!read(&[]).unwrap().papers, "and only when asked for");
    }

    #[test]
    fn too_few_to_mean_anything_are_refused() {
        assert!(
            read(&["--pairs", "3"]).is_err(),
            "no interval of 95 % from three pairs"
        );
        assert!(read(&["--calls"]).is_err(), "a number is missing");
    }
}
