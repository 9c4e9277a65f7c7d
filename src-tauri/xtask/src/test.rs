//! `test`: everything that must hold before a change lands, in stages, cheapest first. The first stage that fails ends
//! the run. The last line is always the count: `N passed, N failed, N skipped`.

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::house::House;
use crate::process::{self, Said};
use crate::setup::Need;
use crate::tally::Tally;
use crate::{app, archive, bindings, setup, tidy};

/// `cargo xtask test [FILTER]`
pub(crate) fn test(house: &House, words: &[String]) -> Result<ExitCode> {
    let filter = match words {
        [] => None,
        [filter] => Some(filter.as_str()),
        _ => bail!("usage: cargo xtask test [FILTER]"),
    };
    let mut run = Run {
        house,
        started: Instant::now(),
        tally: Tally::default(),
    };
    let outcome = match filter {
        None => run.whole(),
        Some(filter) => run.only(filter),
    };
    if let Err(error) = &outcome {
        eprintln!("\nxtask: {error:#}");
    }
    println!("\nafter {}", elapsed(run.started.elapsed()));
    println!("{}", run.tally);
    Ok(if outcome.is_ok() && run.tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

struct Run<'h> {
    house: &'h House,
    started: Instant,
    tally: Tally,
}

impl Run<'_> {
    fn whole(&mut self) -> Result<()> {
        let house = self.house;
        self.stage("what this machine needs", |_| {
            setup::when_missing(house, Need::Testing)
        })?;
        self.stage("the rules of the house", |run| {
            tidy::check(house)?;
            let mut own = process::cargo(house.root());
            run.counted(own.args(["test", "--package", "xtask"]), Tally::of_cargo)
        })?;
        self.stage("formatting", |_| {
            process::run(process::cargo(house.root()).args(["fmt", "--all", "--check"]))
        })?;
        self.stage("UI: lint, format, types", |_| {
            process::run(process::npm(&house.ui()).args(["run", "check"]))
        })?;
        self.stage("UI: tests", |run| run.vitest(None))?;
        // Before anything of the window is compiled, which embeds these files.
        self.stage("UI: build", |_| app::ui(house))?;
        self.stage("clippy", |_| {
            let mut clippy = process::cargo(house.root());
            clippy.arg("clippy");
            process::run(app::test_selection(&mut clippy).args([
                "--all-targets",
                "--",
                "--deny",
                "warnings",
            ]))?;
            let mut own = process::cargo(house.root());
            process::run(own.args([
                "clippy",
                "--package",
                "xtask",
                "--all-targets",
                "--",
                "--deny",
                "warnings",
            ]))
        })?;
        self.stage("build", |_| app::everything(house))?;
        self.stage("bindings", |_| bindings::check_built(house))?;
        self.stage("Rust tests", |run| {
            archive::clear(house)?;
            let targets = test_targets(house)?;
            let select = |command: &mut Command| {
                app::test_selection(command).args(["--lib", "--bins"]);
                for target in &targets {
                    command.args(["--test", target]);
                }
            };
            run.rust(select, None)
        })?;
        self.stage("papers, judged by veraPDF", |run| {
            match archive::judge(house)? {
                Some(mut judge) => run.counted(&mut judge, Tally::of_cargo),
                None => Ok(()),
            }
        })?;
        self.stage("the real window", |run| run.acceptance(None))
    }

    /// Only the tests whose names contain the filter, wherever they are. The window is built only when one of its
    /// tests is meant.
    fn only(&mut self, filter: &str) -> Result<()> {
        let house = self.house;
        self.stage("what this machine needs", |_| {
            setup::when_missing(house, Need::Testing)
        })?;
        self.stage("Rust tests", |run| {
            let select = |command: &mut Command| {
                command.args([
                    "--workspace",
                    "--exclude",
                    "safelight",
                    "--exclude",
                    "acceptance",
                ]);
            };
            run.rust(select, Some(filter))
        })?;
        self.stage("UI: tests", |run| run.vitest(Some(filter)))?;
        self.stage("the real window", |run| {
            let mut list = process::cargo(house.root());
            list.args([
                "test",
                "--quiet",
                "--package",
                "acceptance",
                "--test",
                "acceptance",
                "--",
                "--list",
                filter,
            ]);
            if !process::output(&mut list)?
                .lines()
                .any(|line| line.ends_with(": test"))
            {
                println!("no test of the window is called `{filter}`");
                return Ok(());
            }
            app::for_acceptance(house)?;
            run.acceptance(Some(filter))
        })?;
        if self.tally.passed + self.tally.failed == 0 {
            bail!("no test is called `{filter}`");
        }
        Ok(())
    }

    fn stage(&mut self, name: &str, work: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        println!("\n== {name} (at {})", elapsed(self.started.elapsed()));
        let started = Instant::now();
        let outcome = work(self).with_context(|| format!("stopped at \"{name}\""));
        let verdict = if outcome.is_ok() { "done" } else { "failed" };
        println!("-- {name}: {verdict} in {}", elapsed(started.elapsed()));
        outcome
    }

    fn counted(
        &mut self,
        command: &mut Command,
        read: impl Fn(&str) -> Option<Tally>,
    ) -> Result<()> {
        let said = process::overheard(process::with_colour(command))?;
        self.count(&process::spelled(command), &said, read)
    }

    /// Adds what a test runner counted. A runner that fails is a failure whatever it counted, and one that ends well
    /// without a count is one too.
    fn count(
        &mut self,
        runner: &str,
        said: &Said,
        read: impl Fn(&str) -> Option<Tally>,
    ) -> Result<()> {
        let tally = read(&said.text);
        self.tally += tally.unwrap_or_default();
        if !said.success {
            bail!("`{runner}` failed");
        }
        match tally {
            Some(tally) if tally.failed == 0 => Ok(()),
            Some(_) => bail!("`{runner}` ended well although tests failed"),
            None => bail!("`{runner}` did not say how many tests it ran"),
        }
    }

    fn rust(&mut self, select: impl Fn(&mut Command), filter: Option<&str>) -> Result<()> {
        let mut command = process::cargo(self.house.root());
        if process::succeeds(process::cargo(self.house.root()).args(["nextest", "--version"])) {
            command.args([
                "nextest",
                "run",
                "--no-tests",
                "pass",
                "--profile",
                profile(),
            ]);
            select(&mut command);
            return self.counted(command.args(filter), Tally::of_nextest);
        }
        command.args(["test", "--no-fail-fast"]);
        select(&mut command);
        self.counted(command.arg("--").args(filter), Tally::of_cargo)
    }

    fn vitest(&mut self, filter: Option<&str>) -> Result<()> {
        let mut command = process::npm(&self.house.ui());
        command.args(["test", "--"]);
        if let Some(filter) = filter {
            command.args(["--testNamePattern", filter]);
        }
        let before = self.tally;
        self.counted(&mut command, Tally::of_vitest)?;
        if filter.is_some() {
            // vitest calls every test that the filter leaves out skipped; those were not asked for.
            self.tally.skipped = before.skipped;
        }
        Ok(())
    }

    fn acceptance(&mut self, filter: Option<&str>) -> Result<()> {
        if !cfg!(target_os = "linux") {
            println!("not run: the window's tests drive WebKitGTK, which exists on Linux only");
            return Ok(());
        }
        let before = self.tally.total();
        let said = app::acceptance(self.house, filter, &[])?;
        self.count("cargo test --test acceptance", &said, Tally::of_cargo)?;
        if self.tally.total() == before {
            bail!("not one test of the window ran");
        }
        Ok(())
    }
}

/// The names of all integration test binaries but the acceptance one.
fn test_targets(house: &House) -> Result<Vec<String>> {
    let metadata = process::output(process::cargo(house.root()).args([
        "metadata",
        "--format-version",
        "1",
        "--no-deps",
    ]))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
    let mut names: Vec<String> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|package| package["name"] != "acceptance" && package["name"] != "xtask")
        .flat_map(|package| package["targets"].as_array().into_iter().flatten())
        .filter(|target| target["kind"][0] == "test")
        .filter_map(|target| target["name"].as_str().map(str::to_owned))
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// On a server the runner keeps going and repeats every failure at the end.
fn profile() -> &'static str {
    if std::env::var_os("CI").is_some() {
        "ci"
    } else {
        "default"
    }
}

fn elapsed(time: Duration) -> String {
    format!("{}m{:02}s", time.as_secs() / 60, time.as_secs() % 60)
}
