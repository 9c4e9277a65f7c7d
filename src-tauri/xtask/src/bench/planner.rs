//! `bench planner`: how long the planner takes over a hundred thousand debts with a million contacts, and the aging of as
//! many beside `ledger`, which reads them from its own journal.
//!
//! The second figure is of whole processes, from their start through reading the file to the printed aging; both print the
//! same totals, or the bench refuses. The planner's time should grow as the debts do.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::figures::Sorted;
use crate::house::House;
use crate::process;

const DEBTS: [u32; 3] = [25_000, 50_000, 100_000];
const CONTACTS_EACH: u32 = 10;
/// What the largest of them should take at most.
const AIM_MILLISECONDS: f64 = 150.0;
const ROUNDS: usize = 25;
/// Pairs of whole processes.
const PAIRS: usize = 11;
/// The day of the journal: the totals do not depend on when the bench is run.
const TODAY: &str = "2026-03-04";

/// The table as it is printed.
pub(super) fn report(house: &House) -> Result<String> {
    let mut cargo = process::cargo(house.root());
    cargo.args([
        "build",
        "--release",
        "--package",
        "domain",
        "--package",
        "store",
    ]);
    cargo.args(["--package", "safelight-cli", "--bins"]);
    cargo.args(["--example", "planner", "--example", "many_debts"]);
    process::run(&mut cargo)?;
    let mut report = String::new();
    plan(house, &mut report)?;
    match process::on_path("ledger") {
        Some(ledger) => aging(house, &ledger, &mut report)?,
        None => writeln!(
            report,
            "aging    not compared: the program `ledger` is not installed"
        )?,
    }
    Ok(report)
}

/// The pure planner at growing sizes.
fn plan(house: &House, report: &mut String) -> Result<()> {
    writeln!(
        report,
        "planner  debts with {CONTACTS_EACH} contacts each, median of {ROUNDS}; aim {AIM_MILLISECONDS:.0} ms for the last"
    )?;
    for debts in DEBTS {
        let mut program = process::command(house.released("examples/planner"), house.root());
        let words = [debts, CONTACTS_EACH, u32::try_from(ROUNDS)?];
        let said = process::output(program.args(words.map(|word| word.to_string())))?;
        let nanoseconds = said.lines().filter_map(|line| line.strip_prefix("round "));
        let times: Vec<f64> = nanoseconds
            .filter_map(|line| line.split(' ').next()?.parse::<f64>().ok())
            .map(|nanoseconds| nanoseconds / 1_000_000.0)
            .collect();
        if times.len() != ROUNDS {
            bail!("the planner said {said:?}");
        }
        let times = Sorted::of(times);
        let (low, high) = times.interval();
        writeln!(
            report,
            "         {debts:>7}  {:>6.1} ms  ({low:.1} to {high:.1})  {:.2} µs each",
            times.median(),
            times.median() * 1_000.0 / f64::from(debts)
        )?;
    }
    Ok(())
}

/// Whole processes, ours and theirs in turn, on the same debts.
fn aging(house: &House, ledger: &Path, report: &mut String) -> Result<()> {
    let folder = made(house)?;
    let cents = |command: &mut Command, read: fn(&str) -> Result<i64>| -> Result<(i64, f64)> {
        let begun = Instant::now();
        let said = process::output(command)?;
        let took = begun.elapsed().as_secs_f64() * 1_000.0;
        Ok((read(&said)?, took))
    };
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for pair in 0..=PAIRS {
        let mut command = process::command(house.released("safelight-cli"), house.root());
        command
            .arg("--data")
            .arg(&folder)
            .args(["call", "aging.get"]);
        let (our_total, our_time) = cents(&mut command, our_total)?;
        let mut command = process::command(ledger, &folder);
        command.args([
            "-f",
            "debts.journal",
            "bal",
            "Assets:Receivable",
            "--group-by",
        ]);
        let (their_total, their_time) = cents(command.arg(bands()), their_total)?;
        if our_total != their_total {
            bail!("the totals differ: {our_total} here, {their_total} by ledger");
        }
        // The first pair warms the caches of both.
        if pair > 0 {
            ours.push(our_time);
            theirs.push(their_time);
            ratios.push(their_time / our_time);
        }
    }
    let ratios = Sorted::of(ratios);
    let (low, high) = ratios.interval();
    writeln!(
        report,
        "aging    of {} debts, from process start to the printed table, {PAIRS} pairs, equal totals\n         ours {:.0} ms, ledger {:.0} ms: {:.1} times as fast ({low:.1} to {high:.1})",
        DEBTS[2],
        Sorted::of(ours).median(),
        Sorted::of(theirs).median(),
        ratios.median()
    )?;
    Ok(())
}

/// The debts in both files, made once.
fn made(house: &House) -> Result<PathBuf> {
    let count = DEBTS[2];
    let folder = house.target().join("bench").join(format!("debts-{count}"));
    if !folder.join("debts.journal").exists() {
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        let mut maker = process::command(house.released("examples/many_debts"), house.root());
        process::run(maker.arg(&folder).arg(count.to_string()).arg(TODAY))?;
    }
    Ok(folder)
}

/// The bands of the aging as an expression of ledger, by due day.
fn bands() -> &'static str {
    r#"((date >= [2026/03/04]) ? ("not due") : ((date >= [2026/02/02]) ? ("1-30") : ((date >= [2026/01/03]) ? ("31-60") : ((date >= [2025/12/04]) ? ("61-90") : ("over 90")))))"#
}

fn our_total(said: &str) -> Result<i64> {
    let view: Value = serde_json::from_str(said)?;
    let bands = view["currencies"][0]["bands"]
        .as_array()
        .with_context(|| format!("we said {said:?}"))?;
    Ok(bands
        .iter()
        .filter_map(|band| band["amount"]["minor"].as_i64())
        .sum())
}

/// Each band is a line such as `EUR 66648.93  Assets:Receivable`.
fn their_total(said: &str) -> Result<i64> {
    let sums = said.lines().filter_map(|line| {
        let amount = line
            .trim()
            .strip_prefix("EUR ")?
            .split_whitespace()
            .next()?;
        amount.replace('.', "").parse::<i64>().ok()
    });
    let sums: Vec<i64> = sums.collect();
    if sums.len() < 5 {
        bail!("ledger said {said:?}");
    }
    Ok(sums.into_iter().sum())
}
