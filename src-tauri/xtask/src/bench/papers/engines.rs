//! The engines: programs that make one paper for each line they read, and what their papers say.
//!
//! Ours and krilla's are the bench's own program; the others are asked through a script. They are installed under the
//! target folder, and left out with a line where that can not be done.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::Bench;
use crate::process;

const PYTHON: &str = "python3";
const PACKAGES: [&str; 3] = ["typst==0.15.2", "weasyprint==70.0", "playwright==1.65.2"];

/// A way to make a paper.
pub(super) struct Engine {
    pub(super) name: &'static str,
    /// How the programs know it.
    pub(super) word: &'static str,
    /// How many times our time it should take at least.
    pub(super) aim: Option<f64>,
    pub(super) is_slow: bool,
    kind: Kind,
}

enum Kind {
    Ours,
    Script,
}

const fn ours(name: &'static str, word: &'static str, aim: Option<f64>) -> Engine {
    Engine {
        name,
        word,
        aim,
        is_slow: false,
        kind: Kind::Ours,
    }
}

const fn script(name: &'static str, word: &'static str, aim: f64, is_slow: bool) -> Engine {
    Engine {
        name,
        word,
        aim: Some(aim),
        is_slow,
        kind: Kind::Script,
    }
}

/// Ours first. The peer that writes the same tags may be faster by a fifth.
pub(super) const ENGINES: &[Engine] = &[
    ours("ours, 3a + ua1", "ours", None),
    ours("krilla, 3a + ua1", "krilla", Some(1.0 / 1.2)),
    ours("krilla, untagged 3b", "krilla-untagged", None),
    script("typst, 3a + ua1", "typst", 4.0, false),
    script("Chromium, tagged", "chromium", 20.0, true),
    script("WeasyPrint, ua1", "weasyprint", 25.0, true),
];

/// An engine that is running.
pub(super) struct Served {
    process: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Bench<'_> {
    /// Starts an engine; its version is what it says when it is ready.
    pub(super) fn start(&self, engine: &Engine) -> Result<(Served, String)> {
        let mut command = match engine.kind {
            Kind::Ours => self.program(&self.ours),
            Kind::Script => {
                let mut command = self.program(self.python()?);
                command.arg(self.house.root().join("tests/papers-bench/peers.py"));
                command
            }
        };
        match engine.kind {
            Kind::Ours => command.args(["serve", engine.word]),
            Kind::Script => command.arg(engine.word).arg(&self.folder).arg(
                self.house
                    .root()
                    .join("src-tauri/crates/documents/fonts/inter"),
            ),
        };
        if engine.word == "chromium" {
            let browsers = ["chromium", "chromium-browser", "google-chrome"];
            let browser = browsers.into_iter().find_map(process::on_path);
            command.arg(browser.context("there is no Chromium on the path")?);
        }
        Served::start(command)
    }

    /// A Python with the peers, made on the first run.
    fn python(&self) -> Result<PathBuf> {
        let home = self.folder.join("python");
        let place = if cfg!(windows) { "Scripts" } else { "bin" };
        let python = home.join(place).join("python");
        if !python.exists() {
            let mut made = process::command(PYTHON, &self.folder);
            process::output(made.args(["-m", "venv"]).arg(&home))?;
        }
        let mut pip = process::command(&python, &self.folder);
        let quietly = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ];
        process::output(pip.args(quietly).args(PACKAGES))?;
        Ok(python)
    }
}

impl Served {
    fn start(mut command: Command) -> Result<(Self, String)> {
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let asked = process.stdin.take().context("its input was piped")?;
        let answers = BufReader::new(process.stdout.take().context("its output was piped")?);
        let mut served = Self {
            process,
            asked,
            answers,
        };
        let line = served.line()?;
        match line.trim().strip_prefix("ready") {
            Some(version) => Ok((served, version.trim().to_owned())),
            None => bail!("it said {line:?} instead of being ready"),
        }
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.answers.read_line(&mut line)? == 0 {
            bail!("it ended before its time");
        }
        Ok(line)
    }

    /// Milliseconds and bytes of one more paper, which is left in a file when one is named.
    pub(super) fn paper(&mut self, number: usize, file: Option<&Path>) -> Result<(f64, f64)> {
        let mut question = number.to_string();
        if let Some(file) = file {
            write!(question, " {}", file.display())?;
        }
        writeln!(self.asked, "{question}")?;
        self.asked.flush()?;
        let line = self.line()?;
        let mut parts = line.split_whitespace().map(str::parse);
        match (parts.next(), parts.next()) {
            (Some(Ok(time)), Some(Ok(bytes))) => Ok((time, bytes)),
            _ => bail!("it answered {line:?}"),
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let ended = self.process.kill().and_then(|()| self.process.wait());
        if ended.is_err() {
            eprintln!("process {} stays behind", self.process.id());
        }
    }
}

/// What a paper says in the order of its content, without white space, with the ends of its pages.
pub(super) fn words(file: &Path) -> Result<String> {
    let mut reader = process::command("pdftotext", Path::new("."));
    let said = process::output(reader.arg("-raw").arg(file).arg("-"))?;
    Ok(said
        .chars()
        .filter(|c| !c.is_whitespace() || *c == '\u{c}')
        .collect())
}

/// The place where two texts part, with what stands there.
pub(super) fn differs(ours: &str, theirs: &str) -> Option<String> {
    if ours == theirs {
        return None;
    }
    let same = ours.chars().zip(theirs.chars());
    let same = same.take_while(|(a, b)| a == b).count();
    let there = |text: &str| -> String {
        text.chars()
            .skip(same.saturating_sub(20))
            .take(60)
            .collect()
    };
    Some(format!("{:?} is {:?} there", there(ours), there(theirs)))
}

#[cfg(test)]
mod tests {
    use super::differs;

    #[test]
    fn papers_that_say_something_else_are_told_apart() {
        assert_eq!(differs("Invoice\u{c}", "Invoice\u{c}"), None, "the same");
        let place = differs("Amount due 12.00", "Amount due 13.00").unwrap();
        assert!(
            place.contains("12.00") && place.contains("13.00"),
            "{place}"
        );
        assert!(
            differs("Invoice\u{c}", "Invoice\u{c}\u{c}").is_some(),
            "one page more"
        );
    }
}
