//! The same facts give the same bytes on another machine: every kind made by processes that believe to be elsewhere.
//!
//! A process reads its time zone, its language, its home and its folder when it starts, so each elsewhere is a process
//! of its own: this test binary once more, asked for one test.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use documents::Paper;
use sha2::{Digest, Sha256};

use crate::kind_facts::PLACES;
use crate::kinds::{Extent, KINDS, casts};

/// Where the other process leaves what it made.
const ANSWER: &str = "PAPERS_MADE_ELSEWHERE";

/// Every kind in every language on both papers, and what goes to the post, as digests of their bytes.
fn digests() -> BTreeMap<String, String> {
    let mut digests = BTreeMap::new();
    let mut note = |name: String, bytes: &[u8]| {
        let digest = Sha256::digest(bytes);
        let digest = digest.iter().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").unwrap();
            hex
        });
        assert_eq!(digests.insert(name.clone(), digest), None, "{name} twice");
    };
    for kind in KINDS {
        let typical = casts().into_iter();
        for cast in typical.filter(|cast| cast.extent == Extent::Typical) {
            let name = format!("{}-{}", kind.name, cast.name());
            let bytes = (kind.make)(&cast).unwrap_or_else(|error| panic!("{name}: {error}"));
            note(name, &bytes);
        }
    }
    for place in &PLACES {
        for paper in [Paper::A4, Paper::Letter] {
            for (kind, bytes) in place.for_the_post(paper) {
                note(format!("{kind}-{}-{paper:?}", place.tag), &bytes);
            }
        }
    }
    digests
}

fn written(digests: &BTreeMap<String, String>) -> String {
    let lines = digests.iter();
    lines.fold(String::new(), |mut text, (name, digest)| {
        writeln!(text, "{digest} {name}").unwrap();
        text
    })
}

#[test]
#[ignore = "run by the test below, in a process that believes to be elsewhere"]
fn papers_made_elsewhere() {
    let answer = env::var_os(ANSWER).expect("the test below says where to leave the answer");
    // What a paper could pick up, shown to be different here.
    let seen = |name: &str| env::var(name).unwrap();
    let place = format!(
        "{} {} {}\n",
        seen("TZ"),
        seen("LC_ALL"),
        env::current_dir().unwrap().display()
    );
    fs::write(answer, place + &written(&digests())).unwrap();
}

#[test]
fn the_same_facts_give_the_same_bytes_in_other_time_zones_languages_and_folders() {
    let here = written(&digests());
    assert!(here.lines().count() >= KINDS.len() * 6 + 24, "every kind");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("elsewhere");
    // On one side of the date line and on the other; a Turkish i, figures that are not ours, no language at all.
    for (zone, language) in [
        ("Pacific/Kiritimati", "tr_TR.UTF-8"),
        ("America/Los_Angeles", "ar_EG.UTF-8"),
        ("XXX+23:59", "C"),
    ] {
        let at = folder.join(zone.replace('/', "-"));
        let _ = fs::remove_dir_all(&at);
        fs::create_dir_all(&at).unwrap();
        let there = made_in(&at, zone, language);
        let (place, there) = there.split_once('\n').unwrap();
        assert!(
            place.starts_with(&format!("{zone} {language} "))
                && place.ends_with(at.to_str().unwrap()),
            "the process was there: {place}"
        );
        assert_eq!(here, there, "{zone}, {language}");
    }
}

/// The digests as another process gives them, with nothing of this one's surroundings.
fn made_in(folder: &Path, zone: &str, language: &str) -> String {
    let answer = folder.join("made");
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", "elsewhere::papers_made_elsewhere", "--ignored"])
        .env_clear()
        .env("TZ", zone)
        .envs(["LANG", "LANGUAGE", "LC_ALL"].map(|name| (name, language)))
        .envs(["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR"].map(|name| (name, folder)))
        .env(ANSWER, &answer)
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    fs::read_to_string(&answer).unwrap_or_else(|error| panic!("{error}: {said}"))
}
