//! Time in SQL: no query and no migration may ask the machine what day it is; the day is a parameter.

use super::Finding;
use super::source::Source;

/// Every line of an SQL file that names `now` or one of the CURRENT_ words, comments aside.
pub(super) fn ambient_time(files: &[Source]) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.is(&["sql"])) {
        for (number, line) in file.lines() {
            found.extend(clock_word(line).map(|word| {
                Finding::at(
                    &file.path,
                    number,
                    format!("`{word}` asks the machine for the time; pass it as a parameter"),
                )
            }));
        }
    }
    found
}

fn clock_word(line: &str) -> Option<String> {
    let statement = line.split("--").next().unwrap_or_default();
    statement
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .map(str::to_lowercase)
        .find(|word| {
            word == "now"
                || ["current_date", "current_time", "current_timestamp"].contains(&word.as_str())
        })
}

#[cfg(test)]
mod tests {
    use super::{Source, ambient_time};

    #[test]
    fn the_machines_clock_is_found_in_every_spelling() {
        for line in [
            "select date('now')",
            "where due_on < CURRENT_DATE",
            "default (strftime('%s', 'NOW'))",
        ] {
            assert_eq!(
                ambient_time(&[Source::new("a.sql", line)]).len(),
                1,
                "`{line}` reads the clock"
            );
        }
    }

    #[test]
    fn parameters_columns_and_comments_are_fine() {
        for line in [
            "where due_on < :now_on",
            "select known from a",
            "-- the caller's now",
            "where due_on < :today",
        ] {
            assert!(
                ambient_time(&[Source::new("a.sql", line)]).is_empty(),
                "`{line}` reads no clock"
            );
        }
    }
}
