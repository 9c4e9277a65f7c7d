//! `safelight-cli`: the window's commands from a terminal, for scripts, support and tests.
//!
//! JSON in, JSON out. Answers go to standard output, refusals to standard error as JSON, and the exit code says what kind
//! of refusal it was (see `exit`). It works while the window is open; the window notices what was written.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a terminal program speaks there"
)]

mod exit;
mod request;

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use api::commands::{COMMANDS, CommandInfo, Kind};
use api::{Api, ApiError, Clock, ErrorCode, Options};
use clap::{Parser, Subcommand};
use serde_json::Value;

#[derive(Parser)]
#[command(
    name = "safelight-cli",
    version,
    about = "Safelight's commands from a terminal: JSON in, JSON out."
)]
struct Words {
    /// Folder of the studio; the window's own when left out.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Lists every command: name, kind, request, response.
    Commands {
        /// One JSON object per line instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Runs one command.
    Call(Call),
    /// Makes a sample studio in a new folder.
    Sample {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

#[derive(clap::Args)]
struct Call {
    /// Such as `clients.list`.
    command: String,
    /// The request; `-` reads it from standard input. Nothing is the empty request.
    json: Option<String>,
    /// Doing it twice with the same id is doing it once. A change without one gets a new one.
    #[arg(long, value_name = "ID")]
    request_id: Option<String>,
    /// Hands a file or folder over in place of the window's picker: FIELD becomes the token that stands for PATH.
    #[arg(long = "file", value_name = "FIELD=PATH", value_parser = request::handed_over)]
    files: Vec<(String, PathBuf)>,
    /// Where to write a command's bytes; standard output when left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// More than any command takes; nobody types it.
const MOST_TYPED: u64 = 8 * 1024 * 1024;

#[tokio::main]
async fn main() -> ExitCode {
    let words = Words::parse();
    match run(words).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", serde_json::json!(error));
            exit::code_of(error.code)
        }
    }
}

async fn run(words: Words) -> Result<(), ApiError> {
    let data = words.data.unwrap_or_else(api::default_data_folder);
    match words.what {
        What::Commands { json } => write(&list(json)?),
        What::Call(call) => {
            let api = Api::open(options(data)).await?;
            let outcome = answer(&api, call).await;
            // What was answered is done: closing folds logs into the file, and who opens it next can do that as well.
            let _ = api.close().await;
            outcome
        }
        What::Sample { folder } => {
            api::make_sample_studio(options(folder.clone())).await?;
            write(format!("{}\n", serde_json::json!({ "folder": folder })).as_bytes())
        }
    }
}

fn options(data: PathBuf) -> Options {
    Options {
        data,
        clock: Clock::from_environment(),
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

async fn answer(api: &Api, call: Call) -> Result<(), ApiError> {
    let Some(command) = COMMANDS.iter().find(|command| command.name == call.command) else {
        let problem = format!(
            "there is no command {}; `safelight-cli commands` lists them",
            call.command
        );
        return Err(senseless(&anyhow::anyhow!(problem)));
    };
    let payload = request::read(call.json.as_deref(), from_standard_input);
    let mut payload = payload.map_err(|error| senseless(&error))?;
    for (field, path) in call.files {
        // The studio reads it later, and not necessarily from this folder.
        let path =
            std::path::absolute(&path).with_context(|| format!("{} is no path", path.display()));
        let token = api
            .offer_path(path.map_err(|error| senseless(&error))?)?
            .token;
        request::put(&mut payload, &field, Value::String(token))
            .map_err(|error| senseless(&error))?;
    }
    if command.kind == Kind::Bytes {
        let bytes = api.bytes(command.name, payload).await?;
        return match call.out {
            Some(path) => std::fs::write(&path, bytes)
                .map_err(|error| unwritten(&path.display().to_string(), &error)),
            None => write(&bytes),
        };
    }
    let answer = api.call(command.name, payload, call.request_id).await?;
    write(format!("{answer}\n").as_bytes())
}

fn list(json: bool) -> Result<Vec<u8>, ApiError> {
    let line = |command: &CommandInfo| -> serde_json::Result<String> {
        if json {
            return serde_json::to_string(command);
        }
        let kind = serde_json::to_value(command.kind)?;
        let kind = kind.as_str().unwrap_or_default();
        Ok(format!(
            "{:<22} {kind:<7} {:<22} {}",
            command.name, command.request, command.response
        ))
    };
    let lines: Result<Vec<String>, _> = COMMANDS.iter().map(line).collect();
    let lines = lines.map_err(|error| refusal(ErrorCode::Internal, error.to_string()))?;
    Ok(format!("{}\n", lines.join("\n")).into_bytes())
}

fn from_standard_input() -> std::io::Result<String> {
    let mut text = String::new();
    let length = std::io::stdin()
        .take(MOST_TYPED + 1)
        .read_to_string(&mut text)?;
    if u64::try_from(length).unwrap_or(u64::MAX) > MOST_TYPED {
        return Err(std::io::Error::other("it is larger than any command takes"));
    }
    Ok(text)
}

fn write(bytes: &[u8]) -> Result<(), ApiError> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(bytes).and_then(|()| out.flush());
    written.map_err(|error| unwritten("the answer", &error))
}

/// The command line or the request makes no sense.
fn senseless(error: &anyhow::Error) -> ApiError {
    refusal(ErrorCode::BadRequest, format!("{error:#}"))
}

/// The command was carried out and what it answered found no place.
fn unwritten(what: &str, error: &std::io::Error) -> ApiError {
    refusal(
        ErrorCode::Io,
        format!("{what} could not be written: {error}"),
    )
}

fn refusal(code: ErrorCode, message: String) -> ApiError {
    ApiError {
        code,
        message,
        fields: Vec::new(),
    }
}
