//! What the top level, a file or a line must not hold: strangers, too much,
//! things left behind, and traces of the machine it was written on.
//!
//! The words looked for are put together from parts, so that this file does not hold them itself.

use super::Finding;
use super::source::Source;

const LONGEST: usize = 500;
const CODE: &[&str] = &["rs", "ts", "tsx", "js", "mjs", "css"];
const PROSE_TOO: &[&str] = &[
    "rs", "ts", "tsx", "js", "mjs", "css", "md", "sql", "ftl", "toml", "yml", "json", "html", "svg",
];

/// Notes to oneself; looked for as whole words. The last one with its colon: without, it is ISO 4217's "no currency".
const NOTES: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("X", "XX:"),
];

/// Tools of the moment, and tests that leave others out.
const LEFT_BEHIND: &[&str] = &[
    concat!("dbg", "!("),
    concat!("console", ".log("),
    concat!("console", ".debug("),
    concat!("debug", "ger;"),
    concat!("test", ".only("),
    concat!("it", ".only("),
    concat!("describe", ".only("),
    concat!("test", ".skip("),
    concat!("it", ".skip("),
    concat!("describe", ".skip("),
];

/// Folders that exist on one machine only; a hit counts where a path starts, so that a folder of that name inside the
/// repository may exist.
const MACHINE: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Use", "rs/"),
    concat!("C:\\Use", "rs\\"),
    concat!("/tmp/", "brief"),
    concat!("/tmp/", "target-"),
];

/// What a person sees first; dot files and licences beside them.
const TOP: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "icons",
    "src-tauri",
    "tauri.conf.json",
    "tests",
    "ui",
];

/// Strangers at the top level, which stays short enough to be read at a glance.
pub(super) fn top_level(files: &[Source]) -> Vec<Finding> {
    let mut names: Vec<&str> = files
        .iter()
        .filter_map(|file| file.path.split('/').next())
        .collect();
    names.dedup();
    names
        .into_iter()
        .filter(|name| {
            !name.starts_with('.') && !name.starts_with("LICENSE-") && !TOP.contains(name)
        })
        .map(|name| Finding::new(name, "does not belong at the top level"))
        .collect()
}

/// Files that a person can still keep in their head.
pub(super) fn sizes(files: &[Source]) -> Vec<Finding> {
    files
        .iter()
        .filter(|file| file.is(CODE) && !file.is_generated())
        .filter_map(|file| {
            let count = file.text.lines().count();
            let what = format!("{count} lines; at most {LONGEST}, then it is two subjects");
            (count > LONGEST).then(|| Finding::at(&file.path, LONGEST + 1, what))
        })
        .collect()
}

/// Notes, tools of the moment, paths of one machine, and registries other than the public ones.
pub(super) fn leftovers(files: &[Source]) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in file.lines() {
            found.extend(
                in_line(file, line)
                    .into_iter()
                    .map(|what| Finding::at(&file.path, number, what)),
            );
        }
    }
    found
}

fn in_line(file: &Source, line: &str) -> Vec<String> {
    let mut found = Vec::new();
    if file.is(PROSE_TOO) && !file.is_generated() {
        found.extend(
            NOTES
                .iter()
                .filter(|note| has_word(line, note))
                .map(|note| format!("{note} left behind")),
        );
    }
    if file.is(CODE) {
        found.extend(
            LEFT_BEHIND
                .iter()
                .filter(|word| line.contains(**word))
                .map(|word| format!("{word} left behind")),
        );
    }
    found.extend(
        MACHINE
            .iter()
            .filter(|path| starts_a_path(line, path))
            .map(|path| format!("a path of one machine: {path}")),
    );
    found.extend(private_registry(&file.path, line));
    found
}

fn has_word(line: &str, word: &str) -> bool {
    let part_of_a_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(start, _)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        let after = line
            .get(start + word.len()..)
            .and_then(|text| text.chars().next());
        !before.is_some_and(part_of_a_word) && !after.is_some_and(part_of_a_word)
    })
}

fn starts_a_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(start, _)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        !before.is_some_and(|letter| letter.is_alphanumeric() || "_-.})~*/".contains(letter))
    })
}

/// A lock file or a settings file that names a host other than the public registry works on one machine only.
fn private_registry(path: &str, line: &str) -> Option<String> {
    const PUBLIC: [&str; 1] = ["https://github.com/rust-lang/crates.io-index"];
    let line = line.trim();
    let address = match path.rsplit('/').next() {
        Some("package-lock.json") => line.strip_prefix("\"resolved\":")?.trim(),
        Some("Cargo.lock") => line.strip_prefix("source = ")?,
        Some(".npmrc") => line.strip_prefix("registry=")?,
        _ if path.starts_with(".cargo/") => line
            .strip_prefix("registry = ")
            .or(line.strip_prefix("replace-with = "))?,
        _ => return None,
    };
    let plain = address
        .trim_matches(['"', ','])
        .trim_start_matches("registry+")
        .trim_start_matches("sparse+");
    (!PUBLIC.iter().any(|public| plain.starts_with(public)))
        .then(|| format!("not a public registry: {plain}"))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Source, leftovers, sizes, top_level};

    fn found(path: &str, text: &str) -> Vec<String> {
        leftovers(&[Source::new(path, text)])
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_stranger_at_the_top_is_found() {
        let files = ["LICENSE-MIT", ".gitignore", "notes.txt", "ui/package.json"]
            .map(|path| Source::new(path, ""));
        let found = top_level(&files);
        assert_eq!(
            found.len(),
            1,
            "licences and dot files may be there: {found:?}"
        );
    }

    #[test]
    fn a_note_is_a_whole_word() {
        let note = concat!("// TO", "DO later");
        assert_eq!(found("a.rs", note).len(), 1, "a note to oneself");
        assert!(
            found("a.rs", concat!("// MASTO", "DON, TO", "DOS")).is_empty(),
            "part of another word is no note"
        );
        assert!(
            found("a.lock", note).is_empty(),
            "files of other kinds are not ours to word"
        );
    }

    #[test]
    fn a_tool_of_the_moment_is_found_with_its_line() {
        let text = format!("one\n{}x);\n", concat!("console", ".log("));
        assert_eq!(
            found("ui/a.ts", &text),
            [concat!("ui/a.ts:2: console", ".log( left behind")],
            "line and word"
        );
    }

    #[test]
    fn a_path_counts_where_it_starts() {
        let home = concat!("\"/ho", "me/ada/x\"");
        assert_eq!(
            found("a.json", home).len(),
            1,
            "an absolute path of one machine"
        );
        assert!(
            found("a.json", concat!("https://example.org/ho", "me/x")).is_empty(),
            "part of an address"
        );
        assert!(
            found("a.json", concat!("ui/wo", "rk/x")).is_empty(),
            "a folder of ours"
        );
    }

    #[test]
    fn only_public_registries_are_named() {
        let lock = |host: &str| format!("    \"resolved\": \"https://{host}/a/-/a-1.0.0.tgz\",");
        assert_eq!(
            found("ui/package-lock.json", &lock("mirror.internal")).len(),
            1,
            "one that others can not reach"
        );
        let cargo = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
        assert!(found("Cargo.lock", cargo).is_empty(), "crates.io");
    }

    #[test]
    fn a_long_file_is_found_unless_generated() {
        let text = "x\n".repeat(LONGEST + 1);
        assert_eq!(
            sizes(&[Source::new("a.rs", &text)]).len(),
            1,
            "one line too many"
        );
        assert!(
            sizes(&[Source::new("a.rs", &"x\n".repeat(LONGEST))]).is_empty(),
            "just fits"
        );
        assert!(
            sizes(&[Source::new("a.gen.ts", &text)]).is_empty(),
            "a program wrote it"
        );
    }
}
