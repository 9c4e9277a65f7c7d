//! `bench papers`: how fast an invoice is made, against the other ways to make one.
//!
//! All engines are programs that stay running and are asked in turn, on one core, for the same invoice of one page with
//! other words each time. Each round is a pair of our time and theirs; what is told is the median of those ratios. An
//! engine whose paper does not say the same words as ours is not measured: the bench refuses.

mod engines;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use super::figures::Sorted;
use crate::house::House;
use crate::{process, setup, tidy};
use engines::{ENGINES, Engine, Served};

/// Slow engines are asked in each fourth round only.
const SELDOM: usize = 4;
/// Fresh processes for the first paper, and for long ones.
const PROCESSES: usize = 15;

/// Where things are, and how programs start.
struct Bench<'a> {
    house: &'a House,
    /// What peers need: the logo, a Python with packages, papers to be compared.
    folder: PathBuf,
    /// Our program.
    ours: PathBuf,
    /// Keeps programs on one core, where that is possible.
    taskset: Option<PathBuf>,
}

/// The table as it is printed.
pub(super) fn report(house: &House, rounds: usize) -> Result<String> {
    setup::when_missing(house, setup::Need::Testing)?;
    let folder = house.target().join("papers-bench");
    std::fs::create_dir_all(&folder)?;
    let bench = Bench {
        house,
        ours: build(house)?,
        folder,
        taskset: process::on_path("taskset"),
    };
    bench.say(&["logo", "logo.png"])?;
    let mut report = format!(
        "papers   an invoice of one page with a logo and 12 lines, other words each time, {}{rounds} rounds\n",
        if bench.taskset.is_some() {
            "one core, "
        } else {
            ""
        },
    );
    bench.engines(rounds, &mut report)?;
    bench.whole_processes(&mut report)?;
    Ok(report)
}

/// Builds the crate of the bench. Its peers are not part of the app: their licences are looked at here.
fn build(house: &House) -> Result<PathBuf> {
    let place = house.root().join("tests").join("papers-bench");
    let mut findings = tidy::licences_of(&place)?.into_iter();
    if let Some(finding) = findings.next() {
        bail!("a peer can not be used: {finding}");
    }
    let mut cargo = process::cargo(&place);
    cargo.args(["build", "--release"]);
    cargo.env("CARGO_TARGET_DIR", house.target());
    process::run(&mut cargo)?;
    Ok(house.released("papers-bench"))
}

/// What was measured of one engine.
struct Row {
    engine: &'static Engine,
    served: Served,
    version: String,
    times: Vec<f64>,
    ratios: Vec<f64>,
    bytes: f64,
}

impl Bench<'_> {
    /// A program on one core.
    fn program(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        match &self.taskset {
            Some(taskset) => {
                let mut command = process::command(taskset, &self.folder);
                command.args(["--cpu-list", "0"]).arg(program);
                command
            }
            None => process::command(program, &self.folder),
        }
    }

    /// The numbers that our program answers with.
    fn say(&self, words: &[&str]) -> Result<Vec<f64>> {
        let said = process::output(self.program(&self.ours).args(words))?;
        let numbers = said.split_whitespace().map(str::parse);
        numbers
            .collect::<Result<_, _>>()
            .with_context(|| format!("our program said {said:?}"))
    }

    fn engines(&self, rounds: usize, report: &mut String) -> Result<()> {
        let mut rows: Vec<Row> = Vec::new();
        let mut left_out = String::new();
        for engine in ENGINES {
            match self.start(engine) {
                Ok((served, version)) => rows.push(Row {
                    engine,
                    served,
                    version,
                    times: Vec::new(),
                    ratios: Vec::new(),
                    bytes: 0.0,
                }),
                Err(error) => {
                    writeln!(left_out, "         {:<27} left out: {error:#}", engine.name)?;
                }
            }
        }
        let (ours, peers) = rows.split_first_mut().context("our own program starts")?;
        self.compare(ours, peers)?;
        for round in 0..rounds {
            let paper = round + 1_000;
            let (own, bytes) = ours.served.paper(paper, None)?;
            ours.times.push(own);
            ours.ratios.push(1.0);
            ours.bytes = bytes;
            // In another order each time: who follows a large program finds the caches cold.
            let count = peers.len().max(1);
            for place in 0..peers.len() {
                let Some(peer) = peers.get_mut((place + round) % count) else {
                    continue;
                };
                if peer.engine.is_slow && round % SELDOM != 0 {
                    continue;
                }
                let (time, bytes) = peer.served.paper(paper, None)?;
                peer.times.push(time);
                peer.ratios.push(time / own);
                peer.bytes = bytes;
            }
        }
        writeln!(
            report,
            "         engine                           ms   times ours [95 %]          aim         kB"
        )?;
        for row in &rows {
            writeln!(report, "{}", row.told())?;
        }
        report.push_str(&left_out);
        Ok(())
    }

    /// The same words on every paper, in the same order, on one page: or nothing is measured.
    fn compare(&self, ours: &mut Row, peers: &mut [Row]) -> Result<()> {
        for paper in [1, 2, 3] {
            let read = |row: &mut Row| -> Result<String> {
                let file = self.folder.join(format!("{}.pdf", row.engine.word));
                row.served.paper(paper, Some(&file))?;
                engines::words(&file)
            };
            let own = read(ours)?;
            for peer in &mut *peers {
                let theirs = read(peer)?;
                if let Some(place) = engines::differs(&own, &theirs) {
                    bail!("{} does not say what ours says: {place}", peer.engine.name);
                }
            }
        }
        Ok(())
    }

    /// First paper of a process, a thousand of them, long ones, and sizes.
    fn whole_processes(&self, report: &mut String) -> Result<()> {
        let mut firsts = Vec::with_capacity(PROCESSES);
        for _ in 0..PROCESSES {
            let start = Instant::now();
            self.say(&["first"])?;
            firsts.push(start.elapsed().as_secs_f64() * 1_000.0);
        }
        let (mut short, mut long) = (Vec::new(), Vec::new());
        for _ in 0..PROCESSES {
            short.extend(self.say(&["long", "100"])?.first());
            long.extend(self.say(&["long", "1000"])?.first());
        }
        let ratios = Sorted::of(long.iter().zip(&short).map(|(long, short)| long / short));
        let first = Sorted::of(firsts);
        let (least, most) = first.interval();
        writeln!(
            report,
            "         a process that makes one paper: {:.0} ms [{least:.0}..{most:.0}], aim 100",
            first.median()
        )?;
        let batch = self.say(&["batch", "1000"])?;
        if let [time, bytes] = batch.as_slice() {
            let (memory, each) = (bytes / 1e6, time / 1_000.0);
            writeln!(
                report,
                "         a thousand in one process: {each:.2} ms each, at most {memory:.0} MB, aim 64"
            )?;
        }
        let (least, most) = ratios.interval();
        writeln!(
            report,
            "         1,000 lines against 100: {:.1} times [{least:.1}..{most:.1}], aim 10; {:.0} ms",
            ratios.median(),
            Sorted::of(long).median(),
        )?;
        if let [plain, whole, letter] = self.say(&["sizes"])?.as_slice() {
            writeln!(
                report,
                "         sizes: invoice {:.1} kB, with the invoice for machines {:.1} kB (aim 50), letter of two pages {:.1} kB (aim 65)",
                plain / 1e3,
                whole / 1e3,
                letter / 1e3
            )?;
        }
        Ok(())
    }
}

impl Row {
    fn told(&self) -> String {
        let name = format!("{} {}", self.engine.name, self.version);
        let time = Sorted::of(self.times.iter().copied()).median();
        let ratios = Sorted::of(self.ratios.iter().copied());
        let (middle, (least, most)) = (ratios.median(), ratios.interval());
        let interval = format!("{middle:.2} [{least:.2}..{most:.2}]");
        let aim = match self.engine.aim {
            Some(aim) if middle < aim => format!("{aim:.2} missed"),
            Some(aim) => format!("{aim:.2}"),
            None => String::new(),
        };
        let kilobytes = self.bytes / 1e3;
        format!("         {name:<27} {time:>8.2}   {interval:<20} {aim:>12} {kilobytes:>7.1}")
    }
}
