//! How long answers take on a file with ten thousand invoices, beside the SQLite shell on the same file.
//!
//! Both stay open the whole time and are asked in turn, so that a busy moment falls on both. The shell's time includes
//! printing and reading its rows; what an empty question costs it, the pipe there and back, is taken off.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::figures::Sorted;
use super::questions::{self, Question};
use super::shell::Shell;
use super::studio::{self, Studio};
use crate::house::House;
use crate::process;

const INVOICES: usize = 10_000;

/// What the slowest in a hundred answers should stay under.
const AIM_MILLISECONDS: f64 = 20.0;

/// Asked before counting, so that both have read the file.
const WARM_UP: usize = 10;

/// Samples of one question, in milliseconds.
#[derive(Default)]
struct Times {
    ours: Vec<f64>,
    shell: Vec<f64>,
}

pub(super) fn report(house: &House, calls: usize) -> Result<String> {
    let studio = studio::with(house, INVOICES)?;
    let mut program = Program::on(house, &studio)?;
    let mut shell = Shell::on(&studio.file())?;
    let questions = questions::all(house, &studio.today)?;
    for question in &questions {
        // Once before the rest, so that what the day brings is done; then both see the same file.
        program.ask(question)?;
    }
    for question in &questions {
        let (answer, _) = program.ask(question)?;
        question.is_the_same(&answer, &shell.ask(&question.sql)?.0)?;
    }
    let mut times: Vec<Times> = questions.iter().map(|_| Times::default()).collect();
    let mut empty = Vec::new();
    for round in 0..WARM_UP + calls {
        let nothing = shell.ask("SELECT 1;")?.1.as_secs_f64() * 1_000.0;
        for (question, times) in questions.iter().zip(&mut times) {
            let ours = program.ask(question)?.1;
            let theirs = shell.ask(&question.sql)?.1.as_secs_f64() * 1_000.0;
            if round >= WARM_UP {
                times.ours.push(ours);
                times.shell.push(theirs);
            }
        }
        empty.push(nothing);
    }
    let empty = Sorted::of(empty).median();
    let mut lines = vec![format!(
        "answers  on {INVOICES} invoices, {calls} calls each, as a multiple of sqlite3 (its empty question, {empty:.3} ms, taken off):"
    )];
    lines.extend(
        questions
            .iter()
            .zip(times)
            .map(|(question, times)| line(question.name, times, empty)),
    );
    Ok(lines.join("\n"))
}

fn line(name: &str, times: Times, empty: f64) -> String {
    let (ours, shell) = (Sorted::of(times.ours), Sorted::of(times.shell));
    let alone = (shell.median() - empty).max(f64::EPSILON);
    let tail = ours.hundredth(99);
    let verdict = if tail < AIM_MILLISECONDS {
        "under"
    } else {
        "OVER"
    };
    format!(
        "  {name:<34} {:>5.2} x   ({:.2} ms against {alone:.2} ms)   p99 {tail:.1} ms, {verdict} {AIM_MILLISECONDS} ms",
        ours.median() / alone,
        ours.median(),
    )
}

/// The use cases on an open studio: the example `measure` of `api`.
struct Program {
    process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Program {
    fn on(house: &House, studio: &Studio) -> Result<Self> {
        let mut process = process::command(house.released("examples/measure"), house.root())
            .arg(&studio.folder)
            .arg(&studio.today)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start the example `measure`")?;
        let questions = process.stdin.take().context("its input was piped")?;
        let answers = BufReader::new(process.stdout.take().context("its output was piped")?);
        Ok(Self {
            process,
            questions,
            answers,
        })
    }

    /// The answer and its milliseconds.
    fn ask(&mut self, question: &Question) -> Result<(Value, f64)> {
        writeln!(self.questions, "{} {}", question.command, question.payload)?;
        self.questions.flush()?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        let Some((nanoseconds, answer)) = line.split_once(' ') else {
            bail!(
                "`measure` ended at {} {}",
                question.command,
                question.payload
            )
        };
        let nanoseconds: f64 = nanoseconds.parse().context("a time in nanoseconds")?;
        Ok((serde_json::from_str(answer)?, nanoseconds / 1_000_000.0))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if self
            .process
            .kill()
            .and_then(|()| self.process.wait())
            .is_err()
        {
            eprintln!("the example {} stays behind", self.process.id());
        }
    }
}
