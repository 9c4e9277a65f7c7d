//! `cargo xtask`: everything a person does to this repository, as commands that work the same on every machine.
//!
//! This file knows the commands and their words. What each one does lives in the module of its name. The crate
//! depends on nothing that takes more than seconds to build, because it is what a fresh clone builds first.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool talks to the terminal"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "times how long stages take; no rule of the app depends on it"
)]

mod app;
mod archive;
mod bench;
mod bindings;
mod bundle;
mod desktop;
mod house;
mod icons;
mod papers;
mod process;
mod run;
mod setup;
mod tally;
mod test;
mod tidy;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::house::House;

const HELP: &str = "\
cargo xtask COMMAND

  setup                 find what is missing on this machine and install it
  run [--sample] [ARG]  build the app and start it; without a display, walk it through the main job on a virtual one
  test [FILTER]         everything that must hold before a change lands; with a filter, only the tests it names
  archive               make a paper of every kind and have them judged by veraPDF
  tidy                  the rules of the house: arrows, licences, sizes, leftovers
  bindings [--check]    write the TypeScript side of the command list, or fail when it is stale
  bench [PART]          start, answers and size as ratios, and papers or planner when named; --pairs N, --calls N, --rounds N, --bundle
  bundle [--smoke]      build the installable package for this platform; with --smoke, install it, start it, remove it
  icons                 make every icon from icons/safelight.svg
  papers                write every kind of paper to target/papers, with contact sheets to look at
  screenshots           take the pictures of the README in the real window
  desktop COMMAND...    run a command inside a virtual desktop (Linux)
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[String]) -> Result<ExitCode> {
    let (command, rest) = match words.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let house = House::find()?;
    match command {
        "setup" => no_more(rest)
            .and_then(|()| setup::setup(&house))
            .map(|()| ExitCode::SUCCESS),
        "run" => run::run(&house, rest),
        "test" => test::test(&house, rest),
        "archive" => no_more(rest)
            .and_then(|()| archive::archive(&house))
            .map(|()| ExitCode::SUCCESS),
        "tidy" => no_more(rest).and_then(|()| tidy::tidy(&house)),
        "bindings" => bindings::bindings(&house, rest).map(|()| ExitCode::SUCCESS),
        "bench" => bench::bench(&house, rest).map(|()| ExitCode::SUCCESS),
        "bundle" => bundle::command_line(&house, rest).map(|()| ExitCode::SUCCESS),
        "icons" => no_more(rest)
            .and_then(|()| icons::icons(&house))
            .map(|()| ExitCode::SUCCESS),
        "papers" => no_more(rest)
            .and_then(|()| papers::papers(&house))
            .map(|()| ExitCode::SUCCESS),
        "screenshots" => no_more(rest)
            .and_then(|()| run::screenshots(&house))
            .map(|()| ExitCode::SUCCESS),
        "desktop" => desktop::command_line(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}

fn no_more(rest: &[String]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(word) => bail!("`{word}` is not expected here\n\n{HELP}"),
    }
}
