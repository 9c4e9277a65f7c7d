//! `safelight-cli`: the window's commands from a terminal, for scripts, support and tests.
//!
//! JSON in, JSON out. Answers go to standard output, refusals to standard error as JSON, and the exit code says what kind
//! of refusal it was (see `exit`). It works while the window is open; the window notices what was written.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a terminal program speaks there")]

mod exit;
mod request;

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use api::commands::{COMMANDS, CommandInfo, Kind};
use api::{Api, ApiError, Clock, Options};
use clap::{Parser, Subcommand};
use serde_json::Value;

#[derive(Parser)]
#[command(name = "safelight-cli", version, about = "Safelight's commands from a terminal: JSON in, JSON out.")]
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

/// Why the program ends without an answer.
enum Refusal {
    Api(ApiError),
    Own(anyhow::Error),
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<anyhow::Error> for Refusal {
    fn from(error: anyhow::Error) -> Self {
        Self::Own(error)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let words = Words::parse();
    match run(words).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(Refusal::Api(error)) => {
            eprintln!("{}", serde_json::json!(error));
            exit::code_of(error.code)
        }
        Err(Refusal::Own(error)) => {
            eprintln!("safelight-cli: {error:#}");
            ExitCode::from(exit::USAGE)
        }
    }
}

async fn run(words: Words) -> Result<(), Refusal> {
    let data = words.data.unwrap_or_else(api::default_data_folder);
    match words.what {
        What::Commands { json } => Ok(list(json)?),
        What::Call(call) => {
            let api = Api::open(options(data)).await?;
            let outcome = answer(&api, call).await;
            api.close().await?;
            outcome
        }
        What::Sample { folder } => {
            api::make_sample_studio(options(folder.clone())).await?;
            Ok(write(format!("{}\n", serde_json::json!({ "folder": folder })).as_bytes())?)
        }
    }
}

fn options(data: PathBuf) -> Options {
    Options { data, clock: Clock::from_environment(), program_version: env!("CARGO_PKG_VERSION").to_owned() }
}

async fn answer(api: &Api, call: Call) -> Result<(), Refusal> {
    let Some(command) = COMMANDS.iter().find(|command| command.name == call.command) else {
        let problem = format!("there is no command {}; `safelight-cli commands` lists them", call.command);
        return Err(anyhow::anyhow!(problem).into());
    };
    let mut payload = request::read(call.json.as_deref(), from_standard_input)?;
    for (field, path) in call.files {
        // The studio reads it later, and not necessarily from this folder.
        let path = std::path::absolute(&path).with_context(|| format!("{} is no path", path.display()))?;
        let token = api.offer_path(path)?.token;
        request::put(&mut payload, &field, Value::String(token))?;
    }
    if command.kind == Kind::Bytes {
        let bytes = api.bytes(command.name, payload).await?;
        return Ok(match call.out {
            Some(path) => std::fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?,
            None => write(&bytes)?,
        });
    }
    let answer = api.call(command.name, payload, call.request_id).await?;
    Ok(write(format!("{answer}\n").as_bytes())?)
}

fn list(json: bool) -> Result<()> {
    let line = |command: &CommandInfo| -> Result<String> {
        if json {
            return Ok(serde_json::to_string(command)?);
        }
        let kind = serde_json::to_value(command.kind)?;
        let kind = kind.as_str().unwrap_or_default();
        Ok(format!("{:<22} {kind:<7} {:<22} {}", command.name, command.request, command.response))
    };
    let lines: Vec<String> = COMMANDS.iter().map(line).collect::<Result<_>>()?;
    write(format!("{}\n", lines.join("\n")).as_bytes())
}

fn from_standard_input() -> std::io::Result<String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    Ok(text)
}

fn write(bytes: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).context("writing to standard output")
}
