//! The SQLite shell, kept open on the same file: what an answer costs with nothing around it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// Says that an answer is over; no row of ours reads like this.
const END: &str = "-- that was all --";

/// A running `sqlite3`.
pub(super) struct Shell {
    process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Shell {
    /// Opens the file for reading, with the cache that the program gives itself.
    pub(super) fn on(file: &Path) -> Result<Self> {
        let mut process = Command::new("sqlite3")
            .args(["-batch", "-bail", "-list", "-noheader"])
            .arg(file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start sqlite3")?;
        let questions = process.stdin.take().context("its input was piped")?;
        let answers = BufReader::new(process.stdout.take().context("its output was piped")?);
        let mut shell = Self {
            process,
            questions,
            answers,
        };
        shell.ask("PRAGMA cache_size = -16384; PRAGMA query_only = ON;")?;
        Ok(shell)
    }

    /// The rows as lines, and the time from asking to the last of them.
    pub(super) fn ask(&mut self, sql: &str) -> Result<(Vec<Vec<u8>>, Duration)> {
        let question = format!("{sql}\nSELECT '{END}';\n");
        let begun = Instant::now();
        self.questions
            .write_all(question.as_bytes())
            .context("sqlite3 takes no more questions")?;
        self.questions.flush()?;
        let mut rows = Vec::new();
        loop {
            // Bytes: the log's hashes are no text.
            let mut row = Vec::new();
            if self.answers.read_until(b'\n', &mut row)? == 0 {
                bail!("sqlite3 ended at\n{sql}");
            }
            if row.trim_ascii_end() == END.as_bytes() {
                return Ok((rows, begun.elapsed()));
            }
            rows.push(row);
        }
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        if self
            .process
            .kill()
            .and_then(|()| self.process.wait())
            .is_err()
        {
            eprintln!("sqlite3 {} stays behind", self.process.id());
        }
    }
}
