//! Prints what a reader that speaks is told by a paper: `cargo run -p documents --example structure FILE`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool for the people who work on this"
)]

use std::process::ExitCode;

#[allow(dead_code, reason = "the tests look closer")]
#[path = "../tests/papers/tree.rs"]
mod tree;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: structure FILE.pdf");
        return ExitCode::FAILURE;
    };
    let tree = tree::Tree::read(&std::fs::read(path).unwrap());
    println!("{}", tree.told());
    for (number, page) in tree.pages.values().enumerate() {
        println!("left out on page {}: {}", number + 1, page.artifacts);
    }
    ExitCode::SUCCESS
}
