//! Counting tests: reads the closing lines of the runners we use and adds them up.
//!
//! A stage that was expected to run tests and whose closing line cannot be read is an error, never a silent zero.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

impl Tally {
    pub(crate) fn total(self) -> u64 {
        self.passed + self.failed + self.skipped
    }

    /// What `cargo test` says after each binary: `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
    pub(crate) fn of_cargo(said: &str) -> Option<Self> {
        sum(said.lines().filter_map(|line| {
            let plain = without_colour(line);
            let counts = plain
                .trim()
                .strip_prefix("test result: ")?
                .split_once(". ")?
                .1
                .to_owned();
            Some(counted(counts.split(';')))
        }))
    }

    /// What nextest says once: `Summary [   1.2s] 8 tests run: 7 passed (1 slow), 1 failed, 2 skipped`.
    pub(crate) fn of_nextest(said: &str) -> Option<Self> {
        sum(said.lines().filter_map(|line| {
            let plain = without_colour(line);
            let counts = plain
                .trim()
                .strip_prefix("Summary [")?
                .split_once(" run: ")?
                .1
                .to_owned();
            Some(counted(counts.split(',')))
        }))
    }

    /// What vitest says once: `Tests  1 failed | 7 passed | 2 skipped (10)`.
    pub(crate) fn of_vitest(said: &str) -> Option<Self> {
        sum(said.lines().filter_map(|line| {
            let plain = without_colour(line);
            let counts = plain.trim().strip_prefix("Tests ")?.to_owned();
            Some(counted(counts.split('|')))
        }))
    }
}

fn sum(tallies: impl Iterator<Item = Tally>) -> Option<Tally> {
    tallies.fold(None, |so_far, one| {
        let mut total = so_far.unwrap_or_default();
        total += one;
        Some(total)
    })
}

fn counted<'a>(parts: impl Iterator<Item = &'a str>) -> Tally {
    let mut tally = Tally::default();
    for part in parts {
        let mut words = part.split_whitespace();
        let (Some(Ok(count)), Some(kind)) = (words.next().map(str::parse::<u64>), words.next())
        else {
            continue;
        };
        match kind.trim_end_matches(|letter: char| !letter.is_alphabetic()) {
            "passed" => tally.passed += count,
            // nextest counts these apart: `2 timed out`, `1 exec failed`.
            "failed" | "timed" | "exec" => tally.failed += count,
            "skipped" | "ignored" | "todo" => tally.skipped += count,
            _ => {}
        }
    }
    tally
}

/// The line without terminal colours.
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            for inside in letters.by_ref() {
                if inside.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
        Tally {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn every_binary_of_cargo_test_is_added() {
        let said = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 5 filtered out; finished in 0.1s\n\
                    running 2 tests\n\
                    test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(
            Tally::of_cargo(said),
            Some(tally(4, 1, 1)),
            "filtered out tests were not asked for and do not count"
        );
    }

    #[test]
    fn nextest_failures_of_every_kind_are_failures() {
        let said = "\u{1b}[32;1m     Summary\u{1b}[0m [   1.234s] \u{1b}[1m9\u{1b}[0m tests run: \u{1b}[1m6\u{1b}[0m passed (1 slow), 1 failed, 1 timed out, 1 exec failed, 2 skipped";
        assert_eq!(
            Tally::of_nextest(said),
            Some(tally(6, 3, 2)),
            "a test that hangs or cannot start has failed"
        );
    }

    #[test]
    fn a_cut_short_nextest_run_is_read() {
        let said = "     Summary [   0.005s] 1/3 tests run: 0 passed, 1 failed, 0 skipped";
        assert_eq!(
            Tally::of_nextest(said),
            Some(tally(0, 1, 0)),
            "fail-fast shows `1/3`"
        );
    }

    #[test]
    fn vitest_counts_tests_not_files() {
        let said = " Test Files  2 passed (2)\n      Tests  1 failed | 7 passed | 2 skipped (10)\n";
        assert_eq!(
            Tally::of_vitest(said),
            Some(tally(7, 1, 2)),
            "the line about files is another one"
        );
    }

    #[test]
    fn silence_is_not_zero() {
        assert_eq!(
            Tally::of_cargo("error: could not compile"),
            None,
            "no closing line means nothing was counted"
        );
    }

    #[test]
    fn the_closing_line_has_one_form() {
        let tally = Tally {
            passed: 12,
            failed: 0,
            skipped: 3,
        };
        assert_eq!(
            tally.to_string(),
            "12 passed, 0 failed, 3 skipped",
            "programs read this line"
        );
    }
}
