//! What is wrong with a field: a code, so that each window says it in its own words.
//!
//! Also owns the limits of free text. Leaves wording to the window.

use serde::{Deserialize, Serialize};

use crate::calendar::{CivilDate, is_plausible};

/// Why a value was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    Required,
    TooLong,
    /// Control characters or invisible direction marks.
    ForbiddenCharacter,
    NotADate,
    /// A date outside what can be meant.
    Implausible,
    /// An end before its beginning.
    BeforeStart,
    InFuture,
    MustBePositive,
    MustNotBeNegative,
    TooLarge,
    TooMany,
    Unknown,
    WrongFormat,
    /// Parts that do not add up to the whole.
    DoesNotAddUp,
    /// The same value exists already.
    Taken,
    CurrencyMismatch,
}

/// Limits of free text, in characters.
pub mod limit {
    /// Names, titles and single lines.
    pub const LINE: usize = 200;
    /// Notes and clauses.
    pub const NOTE: usize = 4_000;
    /// What an invoice line describes.
    pub const DESCRIPTION: usize = 1_000;
    /// An e-mail address (RFC 5321 path).
    pub const EMAIL: usize = 254;
    /// Short codes: postcode, phone, tax number, unit.
    pub const CODE: usize = 50;
    /// The longest term of payment, in days.
    pub const DAYS: u32 = 730;
}

/// A problem and where it is: `lines[2].quantity`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FieldProblem {
    pub field: String,
    pub problem: Problem,
}

impl FieldProblem {
    /// The problem of the field at this path.
    pub fn new(field: impl Into<String>, problem: Problem) -> Self {
        Self {
            field: field.into(),
            problem,
        }
    }
}

/// One line of text: trimmed, at most `limit` characters, no control or direction characters.
pub fn one_line(field: &str, text: &str, limit: usize, problems: &mut Vec<FieldProblem>) -> String {
    checked(field, text.trim(), limit, char::is_control, problems)
}

/// As [`one_line`], and it must not be empty.
pub fn required_line(
    field: &str,
    text: &str,
    limit: usize,
    problems: &mut Vec<FieldProblem>,
) -> String {
    if is_blank(text) {
        problems.push(FieldProblem::new(field, Problem::Required));
    }
    one_line(field, text, limit, problems)
}

/// Whether nothing can be seen: a name of zero-width spaces is no name.
pub fn is_blank(text: &str) -> bool {
    let invisible = |c: char| {
        matches!(
            c,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{3164}' | '\u{FEFF}'
        )
    };
    text.chars()
        .all(|character| character.is_whitespace() || invisible(character))
}

/// Text of several lines: line breaks and tabs are kept, carriage returns dropped.
pub fn many_lines(
    field: &str,
    text: &str,
    limit: usize,
    problems: &mut Vec<FieldProblem>,
) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let forbidden =
        |character: char| character.is_control() && character != '\n' && character != '\t';
    checked(field, text.trim(), limit, forbidden, problems)
}

fn checked(
    field: &str,
    text: &str,
    limit: usize,
    forbidden: impl Fn(char) -> bool,
    problems: &mut Vec<FieldProblem>,
) -> String {
    if text.chars().count() > limit {
        problems.push(FieldProblem::new(field, Problem::TooLong));
    } else if text
        .chars()
        .any(|character| forbidden(character) || is_direction_override(character))
    {
        problems.push(FieldProblem::new(field, Problem::ForbiddenCharacter));
    }
    text.to_owned()
}

/// Invisible marks that reorder what is read (a name could show other digits than it holds) or break lines.
fn is_direction_override(character: char) -> bool {
    matches!(character, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Refuses a date that cannot be meant.
pub fn plausible_date(field: &str, date: CivilDate, problems: &mut Vec<FieldProblem>) {
    if !is_plausible(date) {
        problems.push(FieldProblem::new(field, Problem::Implausible));
    }
}

/// As [`plausible_date`], and a thing that happened cannot lie ahead.
pub fn past_date(field: &str, date: CivilDate, today: CivilDate, problems: &mut Vec<FieldProblem>) {
    plausible_date(field, date, problems);
    if is_plausible(date) && date > today {
        problems.push(FieldProblem::new(field, Problem::InFuture));
    }
}

/// Refuses terms of payment longer than [`limit::DAYS`].
pub fn days(field: &str, days: u32, problems: &mut Vec<FieldProblem>) {
    if days > limit::DAYS {
        problems.push(FieldProblem::new(field, Problem::TooLarge));
    }
}

/// The value, or everything that was wrong with it.
pub fn value_or<T>(value: T, problems: Vec<FieldProblem>) -> Result<T, Vec<FieldProblem>> {
    if problems.is_empty() {
        Ok(value)
    } else {
        Err(problems)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn line(text: &str) -> (String, Vec<Problem>) {
        let mut problems = Vec::new();
        let text = required_line("name", text, 5, &mut problems);
        assert!(
            problems.iter().all(|problem| problem.field == "name"),
            "the field is named"
        );
        (
            text,
            problems
                .into_iter()
                .map(|problem| problem.problem)
                .collect(),
        )
    }

    #[test]
    fn a_line_is_trimmed_and_counted_in_characters() {
        assert_eq!(line("  Zoë📷  "), ("Zoë📷".to_owned(), vec![]));
        assert_eq!(line("éééééé").1, [Problem::TooLong]);
        assert_eq!(line(" \t ").1, [Problem::Required]);
        assert_eq!(
            line("\u{200B}\u{2060}").1,
            [Problem::Required],
            "nobody could read it"
        );
    }

    #[test]
    fn characters_that_hide_or_reorder_are_refused() {
        for text in [
            "a\u{0}b",
            "a\nb",
            "a\u{202E}b",
            "a\u{2028}b",
            "a\u{FEFF}b",
            "a\u{1B}b",
        ] {
            assert_eq!(line(text).1, [Problem::ForbiddenCharacter], "{text:?}");
        }
        assert_eq!(line("שלום").1, [], "a right-to-left name is a name");
    }

    #[test]
    fn many_lines_keep_their_breaks() {
        let mut problems = Vec::new();
        assert_eq!(
            many_lines("note", "a\r\nb\rc\td", 10, &mut problems),
            "a\nb\nc\td"
        );
        assert_eq!(problems, []);
    }

    #[test]
    fn a_problem_has_a_snake_case_code() {
        let problem = FieldProblem::new("lines[2].quantity", Problem::MustBePositive);
        let json = serde_json::to_string(&problem).unwrap();
        assert_eq!(
            json,
            r#"{"field":"lines[2].quantity","problem":"must_be_positive"}"#
        );
    }
}
