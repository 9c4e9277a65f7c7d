//! Safelight's window. The program around the use cases: it reads the command line, makes sure that a data
//! folder is open in one window only, and starts the shell. Everything that has to do with money is in `api`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod log;
mod login;
mod notify;
mod one_window;
mod open;
mod pick;
mod rpc;
mod shell;
mod start;
mod studio;
mod tray;
mod wake;
mod window;
mod words;

use std::process::ExitCode;

use start::Asked;

fn main() -> ExitCode {
    match start::asked(std::env::args_os().skip(1)) {
        Ok(Asked::Window(start)) => run(start),
        Ok(Asked::Text(text)) => say(&mut std::io::stdout(), &text, ExitCode::SUCCESS),
        Err(problem) => say(&mut std::io::stderr(), &problem, ExitCode::from(2)),
    }
}

fn run(start: start::Start) -> ExitCode {
    let door = match one_window::enter(&start.data, start.hidden) {
        one_window::Entry::First(door) => door,
        one_window::Entry::Shown => return ExitCode::SUCCESS,
    };
    let _flushed_at_the_end = log::begin(&start.data);
    match shell::run(start, door) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the window could not be started");
            let words =
                format!("Safelight could not start its window: {error}\nNothing was changed.\n");
            say(&mut std::io::stderr(), &words, ExitCode::FAILURE)
        }
    }
}

/// Where there is no terminal to write to, there is nobody to read it either.
fn say(to: &mut dyn std::io::Write, words: &str, code: ExitCode) -> ExitCode {
    match to.write_all(words.as_bytes()).and_then(|()| to.flush()) {
        Ok(()) | Err(_) => code,
    }
}
