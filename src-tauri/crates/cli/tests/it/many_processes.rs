//! Several processes number invoices at once, some die, drafts are thrown away: the series has no gap and no double.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use serde_json::{Value, json};

use crate::act::{checked, sqlite};
use crate::studio::{PROGRAM, Said, Studio, number};

const PROCESSES: usize = 4;
/// Drafts that only one process issues, for each of them.
const OWN: usize = 4;
/// Drafts that all processes want to issue.
const SHARED: usize = 2;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

#[test]
fn numbers_are_gapless_with_processes_that_die_and_drafts_that_are_thrown_away() {
    let studio = Studio::new();
    let client = studio.client("Nordlicht GmbH");
    let shared: Vec<String> = (0..SHARED).map(|_| studio.draft(&client)).collect();
    let own: Vec<Vec<String>> = (0..PROCESSES)
        .map(|_| (0..OWN).map(|_| studio.draft(&client)).collect())
        .collect();
    let thrown: Vec<String> = (0..PROCESSES).map(|_| studio.draft(&client)).collect();
    let given: Mutex<BTreeMap<String, Vec<String>>> = Mutex::default();
    let kills = Mutex::new(0);
    std::thread::scope(|scope| {
        for (process, own) in own.iter().enumerate() {
            let (studio, shared, thrown, given, kills) =
                (&studio, &shared, &thrown[process], &given, &kills);
            scope.spawn(move || {
                let mut dice = Dice(7 + process as u64);
                for (index, draft) in own.iter().chain(shared).enumerate() {
                    let (number, killed) =
                        issued(studio, draft, &format!("{process}-{index}"), &mut dice);
                    *kills.lock().unwrap() += killed;
                    if let Some(number) = number {
                        given
                            .lock()
                            .unwrap()
                            .entry(draft.clone())
                            .or_default()
                            .push(number);
                    }
                    if index == 1 {
                        discarded(studio, thrown);
                    }
                }
            });
        }
    });
    let given = given.into_inner().unwrap();
    let kills = kills.into_inner().unwrap();
    let count = PROCESSES * OWN + SHARED;
    let wanted: Vec<String> = (1..=count).map(number).collect();
    assert_eq!(
        studio.numbers(),
        wanted,
        "one number for each draft, none twice, none left out"
    );
    assert_eq!(given.len(), count, "each draft was issued");
    assert!(
        given.values().all(|numbers| numbers.len() == 1),
        "each by one process only: {given:?}"
    );
    let mut told: Vec<String> = given.into_values().flatten().collect();
    told.sort();
    assert_eq!(
        told, wanted,
        "what the processes were told is what the file says"
    );
    let room = tempfile::tempdir().unwrap();
    let rows = checked(&studio, &room.path().join("look"));
    assert_eq!(
        (rows["draft"], rows["document"]),
        (0, i64::try_from(count).unwrap()),
        "no draft left, one paper each"
    );
    println!(
        "{count} invoices by {PROCESSES} processes at once, {kills} of them killed on the way"
    );
    assert!(kills >= 3, "some really died: {kills}");
}

/// Issues a draft with one request id until it is issued, here or elsewhere; how often the process was killed.
fn issued(studio: &Studio, draft: &str, id: &str, dice: &mut Dice) -> (Option<String>, u32) {
    let (mut kills, mut reviewed): (u32, Option<Value>) = (0, None);
    for _ in 0..300 {
        let request = match reviewed.take() {
            Some(request) => request,
            None => match asked(studio, draft) {
                Ok(request) => request,
                Err(()) => return (None, kills),
            },
        };
        let words = [
            "call",
            "invoice.issue",
            &request.to_string(),
            "--request-id",
            id,
        ];
        let said = if dice.below(2) == 0 {
            killed(studio, &words, 1 + dice.below(60))
        } else {
            studio.say(&words)
        };
        match said.code {
            Some(0) => return (said.answer()["number"].as_str().map(str::to_owned), kills),
            // Dead before it answered: what it did is found out by asking the same again.
            None => {
                kills += 1;
                reviewed = Some(request);
            }
            Some(6) => {
                assert_eq!(said.refusal()["code"], "busy");
                reviewed = Some(request);
            }
            Some(5) => return (None, kills),
            // Another process took the number that was reviewed.
            Some(4) => assert_eq!(said.refusal()["code"], "review_outdated"),
            other => panic!("{other:?}: {}", said.err),
        }
    }
    panic!("{draft} could not be issued in 300 attempts");
}

/// The request that issues a draft as it is now; nothing when the draft is gone.
fn asked(studio: &Studio, draft: &str) -> Result<Value, ()> {
    let seen = studio.ask("draft.get", &json!({ "id": draft }));
    if seen.code == Some(5) {
        return Err(());
    }
    let request = json!({ "draft": draft, "expectedVersion": seen.answer()["version"] });
    let review = studio.ask("invoice.review", &request);
    if review.code == Some(5) {
        return Err(());
    }
    Ok(json!({ "draft": draft, "reviewToken": review.answer()["reviewToken"] }))
}

fn killed(studio: &Studio, words: &[&str], count: u64) -> Said {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e"]);
    command.arg(format!("inject=pwrite64:signal=SIGKILL:when={count}"));
    command
        .args(["--", PROGRAM, "--data"])
        .arg(studio.data())
        .args(words);
    Said::of(
        &command
            .output()
            .expect("`strace` stops processes here; `cargo xtask setup` installs it"),
    )
}

fn discarded(studio: &Studio, draft: &str) {
    let request = json!({ "id": draft, "expectedVersion": 2 });
    studio.call("draft.discard", &request);
    assert_eq!(
        studio.ask("draft.get", &json!({ "id": draft })).code,
        Some(5),
        "it is gone"
    );
}

#[test]
fn a_file_locked_for_long_is_called_busy_and_works_again_after() {
    let studio = Studio::new();
    let someone = studio.client("Nordlicht GmbH");
    let draft = studio.draft(&someone);
    let request = studio.issue_request(&draft);
    let mut other = Command::new("sqlite3");
    other
        .arg(studio.file())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut other = other
        .spawn()
        .expect("`sqlite3` holds the file; `cargo xtask setup` installs it");
    let mut words = other.stdin.take().unwrap();
    writeln!(words, "BEGIN IMMEDIATE;\nSELECT 'held';").unwrap();
    words.flush().unwrap();
    let mut held = String::new();
    BufReader::new(other.stdout.take().unwrap())
        .read_line(&mut held)
        .unwrap();
    assert_eq!(held, "held\n");

    let seen = studio.call("draft.get", &json!({ "id": draft }));
    assert_eq!(
        seen["id"],
        json!(draft),
        "reading needs no lock and goes on"
    );
    let said = studio.ask("invoice.issue", &request);
    assert_eq!(
        (said.code, &said.refusal()["code"]),
        (Some(6), &json!("busy"))
    );

    writeln!(words, "ROLLBACK;").unwrap();
    drop(words);
    other.wait().unwrap();
    assert_eq!(
        studio.call("invoice.issue", &request)["number"],
        number(1),
        "no number was burnt"
    );
    assert_eq!(sqlite(&studio, "SELECT count(*) FROM draft"), "0\n");
}
