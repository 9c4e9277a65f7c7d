//! The program under `strace`: which system calls change something, and what happens when one of them is the last.
//!
//! `strace` counts calls per thread and per kind. A [`Point`] therefore says which kind, on which path if that path is
//! the same each time, and which count; [`points`] works out from a trace which single call each of them would stop.
//! A signal is delivered when a call is entered: the call before it was the last one that happened.

use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output};

/// Calls that change a file or a folder, and the one that ends the program. `?`: not every machine has all of them.
const CALLS: &str = "?write,?pwrite64,?writev,?pwritev,?pwritev2,?fsync,?fdatasync,?sync_file_range,?ftruncate,\
    ?truncate,?fallocate,?rename,?renameat,?renameat2,?unlink,?unlinkat,?rmdir,?mkdir,?mkdirat,?link,?linkat,\
    ?copy_file_range,?sendfile,?exit_group";

/// One call in a trace.
#[derive(Debug, Clone)]
struct Event {
    thread: String,
    call: String,
    /// Below the test's folder, as the trace shows it; empty for a call without a path of ours.
    path: String,
    /// The same with ids and moments left out.
    name: String,
}

/// Where to stop: the `count`th call of a kind by one thread, on this path or on any.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Point {
    pub(crate) call: String,
    pub(crate) path: Option<String>,
    pub(crate) count: usize,
    /// What it is expected to stop, for people: call, place and how often it was called before.
    pub(crate) stops: Stop,
}

/// One call among all of a run, told by kind, place and order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stop {
    pub(crate) call: String,
    pub(crate) name: String,
    pub(crate) nth: usize,
}

/// What `strace` does at a point.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Then {
    /// The process is killed as the call is entered.
    Killed,
    /// The call fails with this error, and so does each later one of its kind.
    Fails(&'static str),
}

/// Runs a command to its end under `strace`; the points at which it could be stopped, in the order they come.
pub(crate) fn points(place: &Path, command: &Command) -> (Output, Vec<Point>) {
    let log = place.join("trace.log");
    let output = strace(command, &log, &[&format!("trace={CALLS}")], None);
    let events = read(place, &log);
    let mut points = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let stops = stop_of(&events, index);
        if event.name.is_empty() {
            continue;
        }
        // A path that holds an id or a moment is another one next time.
        let stable = Some(event.path.clone()).filter(|path| *path == event.name && is_file(path));
        let specs = stable
            .into_iter()
            .map(Some)
            .chain([None])
            .map(|path| Point {
                call: event.call.clone(),
                count: count_of(&events, index, path.as_deref()),
                path,
                stops: stops.clone(),
            });
        points.extend(
            specs
                .into_iter()
                .find(|point| victim(&events, point) == Some(index)),
        );
    }
    (output, points)
}

/// Every call of a run that changes something of ours, in order: `fsync data/files`.
pub(crate) fn calls(place: &Path, command: &Command) -> Vec<String> {
    let log = place.join("trace.log");
    let output = strace(command, &log, &[&format!("trace={CALLS}")], None);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "the command works: {said}");
    let told = |event: &Event| format!("{} {}", event.call, event.name);
    let events = read(place, &log);
    events
        .iter()
        .filter(|event| !event.name.is_empty())
        .map(told)
        .collect()
}

/// Runs a command and stops it at a point, or lets that call fail. Which call that was in this run; `None` when the run
/// ended before it came to the point.
pub(crate) fn stop_at(
    place: &Path,
    command: &Command,
    point: &Point,
    then: Then,
) -> (Output, Option<Stop>) {
    let log = place.join("trace.log");
    let what = match then {
        Then::Killed => format!("inject={}:signal=SIGKILL:when={}", point.call, point.count),
        Then::Fails(error) => format!("inject={}:error={error}:when={}+", point.call, point.count),
    };
    let path = point.path.as_ref().map(|path| place.join(path));
    let output = strace(
        command,
        &log,
        &[&format!("trace={CALLS}"), &what],
        path.as_deref(),
    );
    if matches!(then, Then::Killed) && output.status.signal() != Some(9) {
        return (output, None);
    }
    let events = read(place, &log);
    let stopped = victim(&events, point).map(|index| stop_of(&events, index));
    // A call between the program's own threads changes nothing: stopping there is stopping nowhere in particular.
    (output, stopped.filter(|stop| !stop.name.is_empty()))
}

/// Fails with a clear word where `strace` is not there.
fn strace(command: &Command, log: &Path, expressions: &[&str], path: Option<&Path>) -> Output {
    let mut traced = Command::new("strace");
    traced.args(["-f", "-y", "-s", "0", "-qq", "-o"]).arg(log);
    for expression in expressions {
        traced.args(["-e", expression]);
    }
    if let Some(path) = path {
        traced.arg("-P").arg(path);
    }
    traced
        .arg("--")
        .arg(command.get_program())
        .args(command.get_args());
    match traced.output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(
                !said.contains("ptrace") && !said.contains("strace: invalid"),
                "strace cannot look into processes here: {said}"
            );
            output
        }
        Err(error) => panic!(
            "these tests stop the program at each system call with `strace`, which cannot be run ({error}); \
             `cargo xtask setup` installs it"
        ),
    }
}

/// The first call that reaches the point's count.
fn victim(events: &[Event], point: &Point) -> Option<usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    events.iter().position(|event| {
        if event.call != point.call || point.path.as_ref().is_some_and(|path| *path != event.path) {
            return false;
        }
        let count = counts.entry(&event.thread).or_default();
        *count += 1;
        *count == point.count
    })
}

fn count_of(events: &[Event], index: usize, path: Option<&str>) -> usize {
    let this = &events[index];
    let same = |event: &&Event| {
        event.thread == this.thread
            && event.call == this.call
            && path.is_none_or(|path| path == event.path)
    };
    events[..=index].iter().filter(same).count()
}

fn stop_of(events: &[Event], index: usize) -> Stop {
    let this = &events[index];
    let same = |event: &&Event| event.call == this.call && event.name == this.name;
    Stop {
        call: this.call.clone(),
        name: this.name.clone(),
        nth: events[..=index].iter().filter(same).count(),
    }
}

fn is_file(path: &str) -> bool {
    path.contains('/')
}

/// Reads `PID call(FD<path>, ...` and `PID call("path", ...`; what continues an earlier line is left out.
fn read(place: &Path, log: &Path) -> Vec<Event> {
    let text = std::fs::read_to_string(log).unwrap();
    let place = format!("{}/", place.display());
    let event = |line: &str| {
        let (thread, rest) = line.split_once(' ')?;
        let (call, words) = rest.trim_start().split_once('(')?;
        if call.starts_with('<') || call.starts_with('+') || call.starts_with('-') {
            return None;
        }
        let path = match words.find(&place) {
            Some(at) => {
                let path = &words[at + place.len()..];
                path.split(['>', '"', ','])
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            }
            None => String::new(),
        };
        let name = match call {
            "exit_group" => "the end".to_owned(),
            "write" if words.starts_with("1<") => "the answer".to_owned(),
            _ => path.split('/').map(plain).collect::<Vec<_>>().join("/"),
        };
        Some(Event {
            thread: thread.to_owned(),
            call: call.to_owned(),
            path,
            name,
        })
    };
    text.lines().filter_map(event).collect()
}

/// A name without the id or the moment in it.
fn plain(name: &str) -> String {
    let digits = name.chars().filter(char::is_ascii_digit).count();
    match name.find(|character: char| character.is_ascii_digit()) {
        Some(at) if digits >= 6 => format!("{}*", &name[..at]),
        _ => name.to_owned(),
    }
}

/// Kinds of calls and places with how many points each has, for people.
pub(crate) fn told<'a>(stops: impl IntoIterator<Item = &'a Stop>) -> String {
    let mut kinds: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for stop in stops.into_iter().collect::<BTreeSet<_>>() {
        *kinds.entry((&stop.call, &stop.name)).or_default() += 1;
    }
    let kind = |((call, name), count): (&(&str, &str), &usize)| format!("{call} {name} x{count}");
    kinds.iter().map(kind).collect::<Vec<_>>().join(", ")
}
