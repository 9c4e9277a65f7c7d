//! The message files and the code that uses them agree.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The sources that may use a message.
fn sources() -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in [
        here.join("src"),
        here.with_file_name("documents").join("src"),
    ] {
        rust_files(&folder, &mut files);
    }
    files
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

fn messages(language: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("messages")
        .join(language);
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    let files: Vec<String> = files.collect();
    let ids = files
        .iter()
        .flat_map(|file| file.lines())
        .filter_map(|line| line.split_once(" = "));
    ids.map(|(id, _)| id)
        .filter(|id| !id.starts_with([' ', '#']))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_message_is_used() {
    let sources = sources();
    let unused: Vec<_> = messages("en")
        .into_iter()
        .filter(|id| !sources.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "no code says {unused:?}");
}

#[test]
fn every_message_used_exists() {
    let messages = messages("en");
    let prefixes: BTreeSet<&str> = messages
        .iter()
        .filter_map(|id| id.split_once('-'))
        .map(|(prefix, _)| prefix)
        .collect();
    let sources = sources();
    let literals = sources.split('"').skip(1).step_by(2);
    // Every literal that is written like a message id of one of our families.
    let used = literals.filter(|text| {
        let shaped =
            text.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !text.ends_with('-');
        shaped
            && text
                .split_once('-')
                .is_some_and(|(prefix, _)| prefixes.contains(prefix))
    });
    let used: BTreeSet<&str> = used.collect();
    assert!(used.len() > 80, "the search works: {}", used.len());
    let absent: Vec<_> = used
        .into_iter()
        .filter(|id| !messages.contains(*id))
        .collect();
    assert!(absent.is_empty(), "no file holds {absent:?}");
}
