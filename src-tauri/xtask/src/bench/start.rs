//! From the start of the process to Today's rows on the screen and a key answered, beside an empty window that has the
//! same plugins, content policy and profile.
//!
//! Both are watched from outside in the same way. The first starts of each show what it looks like when it has come to
//! rest, and which few places differ from start to start, such as the time of the last event. In a counted start it is
//! painted when the screen shows that picture in all that is steady, and a key is answered when the picture then
//! changes. J chooses the first row of Today, so there must be rows. The two take turns at going first.
//! Each start is ended hard after its memory was read: how long ending takes is another question.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::figures::{Sorted, as_float};
use super::screen::{Area, Picture, Screen};
use super::{memory, studio};
use crate::desktop::Desktop;
use crate::house::House;
use crate::process;

const INVOICES: usize = 1_000;
const AIM_START: f64 = 1.25;
const AIM_MEMORY: f64 = 1.3;

/// Pixels at the right edge that are not compared: the scroll bar there comes and goes by itself.
const SCROLL_BAR: u64 = 24;
const KEY: &str = "j";
/// Starts that teach what a side looks like, and how many thousandths of it must be the same in all of them.
const LOOKS: usize = 3;
const STEADY: usize = 950;
const LOOK: Duration = Duration::from_millis(2);
/// No change for so long is rest; on a busy machine an empty page may stand for seconds.
const REST: Duration = Duration::from_secs(6);
const PATIENCE: Duration = Duration::from_secs(30);
/// A key that came before the window had the keyboard is pressed again.
const PRESS_AGAIN: Duration = Duration::from_millis(250);
/// What a program does right after its first picture belongs to its memory.
const SETTLE: Duration = Duration::from_secs(1);

/// One of the two programs.
struct Side {
    program: PathBuf,
    words: Vec<OsString>,
    calm: Option<Picture>,
    /// Milliseconds to the picture, milliseconds to the answered key, kibibytes.
    painted: Vec<f64>,
    answered: Vec<f64>,
    memory: Vec<f64>,
}

pub(super) fn report(house: &House, pairs: usize) -> Result<String> {
    let studio = studio::with(house, INVOICES)?;
    let file = studio.file();
    let mut app = Side::of(
        house.released("safelight"),
        vec!["--data".into(), studio.folder.into()],
    );
    let mut blank = Side::of(house.released("blank-window"), Vec::new());
    let desktop = Desktop::start()?;
    let screen = Screen::of(&desktop.pixels())?;
    // Out of the way: the pointer is drawn on the screen, and what it rests on may light up.
    desktop.ask("xdotool", &["mousemove", "1439", "940"])?;
    let bench = Bench {
        desktop: &desktop,
        screen: &screen,
        file,
    };
    for side in [&mut app, &mut blank] {
        // The first start does what the day brings; the others show what every later one looks like.
        bench.look(side)?;
        bench.learn(side)?;
    }
    for pair in 0..pairs {
        let turns = if pair % 2 == 0 {
            [&mut app, &mut blank]
        } else {
            [&mut blank, &mut app]
        };
        for side in turns {
            bench.count(side)?;
        }
    }
    Ok(told(&app, &blank))
}

fn told(app: &Side, blank: &Side) -> String {
    let figure = |of: fn(&Side) -> &Vec<f64>| {
        let ratios = Sorted::of(
            of(app)
                .iter()
                .zip(of(blank))
                .map(|(app, blank)| app / blank),
        );
        let median = |side| Sorted::of(of(side).iter().copied()).median();
        (
            ratios.median(),
            ratios.interval(),
            median(app),
            median(blank),
        )
    };
    let verdict = |ratio, aim| if ratio <= aim { "within" } else { "OVER" };
    let (painted, (low_painted, high_painted), app_painted, blank_painted) =
        figure(|side| &side.painted);
    let (start, (low, high), app_start, blank_start) = figure(|side| &side.answered);
    let (memory, (low_memory, high_memory), app_memory, blank_memory) = figure(|side| &side.memory);
    format!(
        "start    {start:.2} x [{low:.2}, {high:.2}] to rows painted and a key answered, {} the aim of {AIM_START} x; {app_start:.0} ms against {blank_start:.0} ms
         {painted:.2} x [{low_painted:.2}, {high_painted:.2}] to rows painted alone; {app_painted:.0} ms against {blank_painted:.0} ms
memory   {memory:.2} x [{low_memory:.2}, {high_memory:.2}] proportional set of the process tree, {} the aim of {AIM_MEMORY} x; {:.0} MB against {:.0} MB
         medians of {} interleaved pairs on {INVOICES} invoices, with 95 % intervals from order statistics (binomial)",
        verdict(start, AIM_START),
        verdict(memory, AIM_MEMORY),
        app_memory * 1.024e-3,
        blank_memory * 1.024e-3,
        app.answered.len(),
    )
}

impl Side {
    fn of(program: PathBuf, words: Vec<OsString>) -> Self {
        Self {
            program,
            words,
            calm: None,
            painted: Vec::new(),
            answered: Vec::new(),
            memory: Vec::new(),
        }
    }
}

struct Bench<'a> {
    desktop: &'a Desktop,
    screen: &'a Screen,
    /// The studio's file.
    file: PathBuf,
}

impl Bench<'_> {
    /// Learns what every start of a side looks like at rest.
    fn learn(&self, side: &mut Side) -> Result<()> {
        let mut calm = self.look(side)?;
        for _ in 1..LOOKS {
            calm = calm.steadied_by(&self.look(side)?);
        }
        let share = calm.steady_share();
        if share < STEADY {
            bail!(
                "{} looks different in each start: {share} of 1000 squares are steady",
                side.program.display()
            );
        }
        side.calm = Some(calm);
        Ok(())
    }

    /// Starts a side to see what it looks like at rest.
    fn look(&self, side: &Side) -> Result<Picture> {
        let running = self.start(side)?;
        let window = self.desktop.window_of(running.0.id())?;
        let whole = area_of(&self.desktop.ask("xwininfo", &["-id", &window])?)?;
        let area = Area {
            width: whole.width.saturating_sub(SCROLL_BAR),
            ..whole
        };
        let mut picture = self.screen.picture(area)?;
        let mut since = Instant::now();
        let begun = since;
        while since.elapsed() < REST {
            sleep(LOOK * 20);
            if !self.screen.shows(&picture)? {
                picture = self.screen.picture(area)?;
                since = Instant::now();
            }
            if begun.elapsed() > PATIENCE {
                bail!("{} does not come to rest", side.program.display());
            }
        }
        Ok(picture)
    }

    /// Starts a side and takes its figures.
    fn count(&self, side: &mut Side) -> Result<()> {
        let calm = side
            .calm
            .clone()
            .context("looked at before it is counted")?;
        let begun = Instant::now();
        let running = self.start(side)?;
        self.until(begun, || self.screen.shows(&calm))
            .with_context(|| {
                let rows = self.screen.differing_rows(&calm).unwrap_or_default();
                let (first, last) = (rows.first(), rows.last());
                format!(
                    "{}: painted as it was before; {} rows of squares differ, from {first:?} to {last:?}",
                    side.program.display(),
                    rows.len(),
                )
            })?;
        side.painted.push(milliseconds(begun));
        let mut pressed = None::<Instant>;
        self.until(begun, || {
            if pressed.is_none_or(|at| at.elapsed() > PRESS_AGAIN) {
                self.desktop.ask("xdotool", &["key", "--delay", "0", KEY])?;
                pressed = Some(Instant::now());
            }
            self.screen.shows(&calm).map(|same| !same)
        })
        .with_context(|| format!("{}: a key answered", side.program.display()))?;
        side.answered.push(milliseconds(begun));
        sleep(SETTLE);
        let tree = memory::tree(running.0.id())?;
        side.memory
            .push(as_float(usize::try_from(memory::proportional(&tree)?)?));
        Ok(())
    }

    fn start(&self, side: &Side) -> Result<Running> {
        let mut command = Command::new(&side.program);
        command
            .args(&side.words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = self.desktop.around(&mut command).spawn();
        let child = child.with_context(|| format!("could not start {}", side.program.display()))?;
        Ok(Running(child, self.file.clone()))
    }

    fn until(&self, begun: Instant, mut happened: impl FnMut() -> Result<bool>) -> Result<()> {
        while !happened()? {
            if begun.elapsed() > PATIENCE {
                bail!(
                    "not within {} s; the screen is in {}",
                    PATIENCE.as_secs(),
                    self.kept()?
                );
            }
            sleep(LOOK);
        }
        Ok(())
    }

    /// A picture of the screen for whoever has to find out.
    fn kept(&self) -> Result<String> {
        let path = std::env::temp_dir()
            .join("safelight-bench.png")
            .display()
            .to_string();
        self.desktop.ask("import", &["-window", "root", &path])?;
        Ok(path)
    }
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}

/// What `xwininfo` says about where a window's contents are.
fn area_of(said: &str) -> Result<Area> {
    let number = |name: &str| -> Result<u64> {
        let value = said
            .lines()
            .find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(':'));
        value
            .with_context(|| format!("no {name} in {said}"))?
            .trim()
            .parse()
            .with_context(|| format!("{name} in {said}"))
    };
    Ok(Area {
        left: number("Absolute upper-left X")?,
        top: number("Absolute upper-left Y")?,
        width: number("Width")?,
        height: number("Height")?,
    })
}

/// A started program; ended, with all it started, when it goes out of scope.
struct Running(Child, PathBuf);

impl Drop for Running {
    fn drop(&mut self) {
        let tree = memory::tree(self.0.id()).unwrap_or_default();
        if self.0.kill().and_then(|()| self.0.wait()).is_err() {
            eprintln!("process {} stays behind", self.0.id());
        }
        for _ in 0..200 {
            if !tree
                .iter()
                .any(|pid| PathBuf::from(format!("/proc/{pid}")).exists())
            {
                break;
            }
            sleep(Duration::from_millis(25));
        }
        // A program that ends well gives up the right to plan; one that is killed keeps it for a minute and a half.
        if !process::succeeds(
            Command::new("sqlite3")
                .arg(&self.1)
                .arg("DELETE FROM lease"),
        ) {
            eprintln!("the lease in {} could not be given up", self.1.display());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, area_of};

    #[test]
    fn a_window_is_where_the_server_says() {
        let said = "xwininfo: Window id: 0x1 \"Blank\"\n\n  Absolute upper-left X:  80\n  Absolute upper-left Y:  93\n  \
                    Relative upper-left X:  0\n  Width: 1280\n  Height: 800\n  Depth: 24\n";
        let area = Area {
            left: 80,
            top: 93,
            width: 1280,
            height: 800,
        };
        assert_eq!(area_of(said).unwrap(), area, "without its frame");
    }
}
