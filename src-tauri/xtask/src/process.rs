//! Starting other programs: with a clean environment, with errors that name the command, and with their words
//! either shown, kept, or both.

use std::ffi::OsStr;
use std::io::{IsTerminal as _, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context as _, Result, anyhow, bail};

/// A command that does not inherit what `cargo run` set for this program. Build scripts that watch those variables
/// would otherwise build everything again.
pub(crate) fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let set_by_cargo_run = [
            "CARGO_PKG_",
            "CARGO_MANIFEST_",
            "CARGO_CRATE_",
            "CARGO_BIN_",
        ]
        .iter()
        .any(|start| text.starts_with(start));
        if set_by_cargo_run {
            command.env_remove(&name);
        }
    }
    command
}

/// Cargo, the one that started us.
pub(crate) fn cargo(folder: &Path) -> Command {
    command(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        folder,
    )
}

/// npm, which is a script with its own ending on Windows.
pub(crate) fn npm(folder: &Path) -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" }, folder)
}

/// The command as a person would type it.
pub(crate) fn spelled(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// Runs with its words on our terminal; fails when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("could not start `{}`", spelled(command)))?;
    if status.success() {
        Ok(())
    } else {
        bail!("`{}` failed ({status})", spelled(command))
    }
}

/// Runs silently and returns what it wrote to its standard output; its complaints are part of the error.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("could not start `{}`", spelled(command)))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!(
            "`{}` failed ({})\n{}",
            spelled(command),
            output.status,
            complaint.trim()
        );
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` did not write UTF-8", spelled(command)))
}

/// Whether it starts and ends well. Nothing is shown.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a program said, and whether it ended well.
pub(crate) struct Said {
    pub(crate) text: String,
    pub(crate) success: bool,
}

/// Runs with its words on our terminal and keeps them too, both streams, for counting.
pub(crate) fn overheard(command: &mut Command) -> Result<Said> {
    let name = spelled(command);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start `{name}`"))?;
    let out = child.stdout.take().context("the output was piped")?;
    let err = child.stderr.take().context("the complaints were piped")?;
    let complaints = thread::spawn(move || pass_on(err, std::io::stderr()));
    let mut kept =
        pass_on(out, std::io::stdout()).with_context(|| format!("reading what `{name}` says"))?;
    let status = child.wait()?;
    let complaints = complaints
        .join()
        .map_err(|_| anyhow!("the reader of `{name}` stopped"))??;
    kept.push(b'\n');
    kept.extend(complaints);
    Ok(Said {
        text: String::from_utf8_lossy(&kept).into_owned(),
        success: status.success(),
    })
}

/// Programs whose words we overhear see a pipe where there is a terminal behind it, and would drop their colours.
pub(crate) fn with_colour(command: &mut Command) -> &mut Command {
    if std::io::stdout().is_terminal() {
        command
            .env("CARGO_TERM_COLOR", "always")
            .env("FORCE_COLOR", "1");
    }
    command
}

fn pass_on(mut from: impl Read, mut to: impl Write) -> std::io::Result<Vec<u8>> {
    let mut kept = Vec::new();
    let mut buffer = [0; 8192];
    loop {
        let count = from.read(&mut buffer)?;
        let Some(chunk) = buffer.get(..count).filter(|chunk| !chunk.is_empty()) else {
            return Ok(kept);
        };
        to.write_all(chunk)?;
        to.flush()?;
        kept.extend_from_slice(chunk);
    }
}

/// Where a program is found on `PATH`.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
}
