//! The invariants of ARCHITECTURE.md: each row of the table names, in back quotes, what holds it - a Rust test, a UI
//! test by its title, or a lint - and what it names has to exist.

use super::Finding;
use super::source::Source;

const PLACE: &str = "src-tauri/ARCHITECTURE.md";

/// Rows without a test, and tests that do not exist.
pub(super) fn named_tests(files: &[Source]) -> Vec<Finding> {
    let Some(text) = files.iter().find(|file| file.path == PLACE) else {
        return vec![Finding::new(PLACE, "is not there")];
    };
    let rows: Vec<(usize, Vec<&str>)> = text
        .lines()
        .filter_map(|(number, line)| row(line).map(|names| (number, names)))
        .collect();
    if rows.is_empty() {
        return vec![Finding::new(PLACE, "has no numbered row of invariants")];
    }
    let mut found = Vec::new();
    for (number, names) in rows {
        if names.is_empty() {
            found.push(Finding::at(
                PLACE,
                number,
                "an invariant that nothing holds: name its test in back quotes",
            ));
        }
        let absent = names.into_iter().filter(|name| !exists(name, files));
        found.extend(
            absent.map(|name| {
                Finding::at(PLACE, number, format!("there is no test or lint `{name}`"))
            }),
        );
    }
    found
}

/// The names in the last cell of a row whose first cell is a number.
fn row(line: &str) -> Option<Vec<&str>> {
    let cells: Vec<&str> = line
        .trim()
        .strip_prefix('|')?
        .strip_suffix('|')?
        .split('|')
        .collect();
    cells.first()?.trim().parse::<u32>().ok()?;
    Some(cells.last()?.split('`').skip(1).step_by(2).collect())
}

fn exists(name: &str, files: &[Source]) -> bool {
    let any = |endings: &[&str], needle: &str| {
        files
            .iter()
            .any(|file| file.is(endings) && file.text.contains(needle))
    };
    if let Some((tool, lint)) = name
        .split_once("::")
        .filter(|(tool, _)| ["clippy", "rustc"].contains(tool))
    {
        let mentioned = |file: &&Source| {
            file.path == "Cargo.toml" || file.path == ".clippy.toml" || file.is(&["rs"])
        };
        let set = |file: &Source| {
            file.text.contains(&format!("{tool}::{lint}"))
                || file.path == "Cargo.toml" && file.text.contains(lint)
        };
        return files.iter().filter(mentioned).any(set);
    }
    let function = name.rsplit("::").next().unwrap_or(name);
    if function
        .chars()
        .all(|letter| letter.is_alphanumeric() || letter == '_')
        && any(&["rs"], &format!("fn {function}("))
    {
        return true;
    }
    files.iter().filter(|file| file.is_ui_test()).any(|file| {
        ['"', '\'', '`']
            .iter()
            .any(|quote| file.text.contains(&format!("{quote}{name}{quote}")))
    })
}

#[cfg(test)]
mod tests {
    use super::{PLACE, Source, named_tests};

    fn found(row: &str) -> Vec<String> {
        let files = [
            Source::new(
                PLACE,
                &format!("| n | invariant | held by |\n|---|---|---|\n{row}\n"),
            ),
            Source::new(
                "src-tauri/crates/store/src/number.rs",
                "fn a_number_is_given_once() {}",
            ),
            Source::new(
                "ui/src/app/x.test.ts",
                "test(\"the palette opens\", () => {});",
            ),
            Source::new("Cargo.toml", "unwrap_used = \"deny\""),
        ];
        named_tests(&files)
            .iter()
            .map(|finding| finding.what.clone())
            .collect()
    }

    #[test]
    fn a_named_test_exists() {
        assert!(
            found("| 1 | Numbers | `a_number_is_given_once` |").is_empty(),
            "a Rust test"
        );
        assert!(
            found("| 1 | Numbers | `number::a_number_is_given_once` |").is_empty(),
            "with its module"
        );
        assert!(
            found("| 2 | Palette | `the palette opens` |").is_empty(),
            "a UI test by its title"
        );
        assert!(
            found("| 3 | No panics | `clippy::unwrap_used` |").is_empty(),
            "a lint that is switched on"
        );
    }

    #[test]
    fn an_invariant_without_its_test_is_found() {
        assert_eq!(
            found("| 1 | Numbers | `a_number_is_given` |").len(),
            1,
            "part of a name is another name"
        );
        assert_eq!(
            found("| 1 | Numbers | by care |").len(),
            1,
            "a promise is no test"
        );
        assert_eq!(
            found("| 1 | a | `the palette opens`, `the palette shuts` |").len(),
            1,
            "each name is looked for"
        );
        assert_eq!(
            found("| 1 | No floats | `clippy::float_arithmetic` |").len(),
            1,
            "a lint that nobody switched on"
        );
    }

    #[test]
    fn an_empty_table_is_found() {
        assert_eq!(
            found("").len(),
            1,
            "a file without invariants proves nothing"
        );
    }
}
