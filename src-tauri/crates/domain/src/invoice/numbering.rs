//! Invoice numbers: a pattern and a counter that gives each number once.
//!
//! [`NumberSeries::take`] returns the number together with the series that follows, and the caller stores both
//! in the transaction that stores the invoice, so that a crash leaves neither a gap nor a double (invariant 4).
//! A pattern holds free text, `{YYYY}` or `{YY}`, and exactly one counter `{N}`, `{NN}`, ... padded to that width.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::calendar::CivilDate;

/// The longest pattern, in characters.
pub const MAX_PATTERN: usize = 40;

/// The longest padding of the counter.
const MAX_WIDTH: usize = 12;

/// The largest counter: what every reader of JSON holds exactly.
const MAX_COUNTER: u64 = (1 << 53) - 1;

/// How numbers look and which is next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NumberSeries {
    /// Such as `{YYYY}-{NNNN}`.
    pub pattern: String,
    /// Counter of the next number, from 1.
    pub next: u64,
    /// Whether the counter starts again at 1 each year.
    pub yearly_reset: bool,
    /// Year of the latest issue date; `None` until the first.
    pub year: Option<i32>,
}

/// Why a pattern or a number was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberingError {
    #[error("the pattern has no counter")]
    NoCounter,
    #[error("the pattern has more than one counter")]
    TwoCounters,
    #[error("{{{0}}} is not known")]
    UnknownToken(String),
    #[error("the pattern has a character that a number cannot hold")]
    ForbiddenCharacter,
    #[error("the pattern is too long")]
    TooLong,
    #[error("numbers that start again each year need the year in them")]
    YearMissing,
    #[error("the counter starts at 1")]
    Zero,
    #[error("number {highest} was given already")]
    BelowHighest { highest: u64 },
    #[error("numbers of {last} were given already, so none of {asked} can follow")]
    YearBack { last: i32, asked: i32 },
    #[error("there is no next number")]
    Exhausted,
}

enum Token {
    Text(String),
    Year,
    ShortYear,
    Counter { width: usize },
}

impl NumberSeries {
    /// `2026-0001`, starting again each year.
    pub fn standard() -> Self {
        Self {
            pattern: "{YYYY}-{NNNN}".to_owned(),
            next: 1,
            yearly_reset: true,
            year: None,
        }
    }

    /// A series whose first number has the counter `next`.
    pub fn new(pattern: &str, next: u64, yearly_reset: bool) -> Result<Self, NumberingError> {
        let series = Self {
            pattern: pattern.trim().to_owned(),
            next,
            yearly_reset,
            year: None,
        };
        series.validate()?;
        Ok(series)
    }

    /// Whether numbers can be given from it; for what was read or edited.
    pub fn validate(&self) -> Result<(), NumberingError> {
        let tokens = tokens(&self.pattern)?;
        let has_year = tokens
            .iter()
            .any(|token| matches!(token, Token::Year | Token::ShortYear));
        if self.yearly_reset && !has_year {
            return Err(NumberingError::YearMissing);
        }
        match self.next {
            0 => Err(NumberingError::Zero),
            1..=MAX_COUNTER => Ok(()),
            _ => Err(NumberingError::Exhausted),
        }
    }

    /// The number that an invoice issued on this day would get; gives nothing away.
    pub fn peek(&self, issue_on: CivilDate) -> Result<String, NumberingError> {
        self.validate()?;
        let counter = self.counter_on(issue_on)?;
        let text = tokens(&self.pattern)?.into_iter().map(|token| match token {
            Token::Text(text) => text,
            Token::Year => format!("{:04}", issue_on.year()),
            Token::ShortYear => format!("{:02}", issue_on.year().rem_euclid(100)),
            Token::Counter { width } => format!("{counter:0width$}"),
        });
        Ok(text.collect())
    }

    /// Gives the number of an invoice issued on this day, and the series that follows.
    pub fn take(self, issue_on: CivilDate) -> Result<(String, Self), NumberingError> {
        let number = self.peek(issue_on)?;
        let counter = self.counter_on(issue_on)?;
        let next = counter.checked_add(1).ok_or(NumberingError::Exhausted)?;
        let year = self
            .year
            .map_or(issue_on.year(), |year| year.max(issue_on.year()));
        Ok((
            number,
            Self {
                next,
                year: Some(year),
                ..self
            },
        ))
    }

    /// "The next number is 143": `highest` is the highest counter given in the year of `today` (of all years
    /// when the series does not start again), and nothing at or below it can be given a second time.
    pub fn with_next(
        self,
        next: u64,
        today: CivilDate,
        highest: Option<u64>,
    ) -> Result<Self, NumberingError> {
        self.counter_on(today)?;
        if let Some(highest) = highest.filter(|highest| next <= *highest) {
            return Err(NumberingError::BelowHighest { highest });
        }
        let year = self
            .year
            .map_or(today.year(), |year| year.max(today.year()));
        let series = Self {
            next,
            year: Some(year),
            ..self
        };
        series.validate()?;
        Ok(series)
    }

    /// The same counter written another way.
    pub fn with_pattern(self, pattern: &str, yearly_reset: bool) -> Result<Self, NumberingError> {
        let series = Self {
            pattern: pattern.trim().to_owned(),
            yearly_reset,
            ..self
        };
        series.validate()?;
        Ok(series)
    }

    fn counter_on(&self, issue_on: CivilDate) -> Result<u64, NumberingError> {
        let asked = issue_on.year();
        match self.year {
            Some(last) if self.yearly_reset && asked < last => {
                Err(NumberingError::YearBack { last, asked })
            }
            Some(last) if self.yearly_reset && asked > last => Ok(1),
            _ => Ok(self.next),
        }
    }
}

fn tokens(pattern: &str) -> Result<Vec<Token>, NumberingError> {
    if pattern.chars().count() > MAX_PATTERN {
        return Err(NumberingError::TooLong);
    }
    let forbidden = |c: char| {
        c.is_control()
            || (c.is_whitespace() && c != ' ')
            || !(c.is_alphanumeric() || " -_/.:#{}".contains(c))
    };
    if pattern.contains(forbidden) {
        return Err(NumberingError::ForbiddenCharacter);
    }
    let mut tokens = Vec::new();
    let mut rest = pattern;
    while let Some((text, after)) = rest.split_once('{') {
        let (name, after) = after
            .split_once('}')
            .ok_or_else(|| NumberingError::UnknownToken(after.to_owned()))?;
        tokens.push(literal(text)?);
        tokens.push(match name {
            "YYYY" => Token::Year,
            "YY" => Token::ShortYear,
            _ if !name.is_empty()
                && name.len() <= MAX_WIDTH
                && name.bytes().all(|byte| byte == b'N') =>
            {
                Token::Counter { width: name.len() }
            }
            _ => return Err(NumberingError::UnknownToken(name.to_owned())),
        });
        rest = after;
    }
    tokens.push(literal(rest)?);
    match tokens
        .iter()
        .filter(|token| matches!(token, Token::Counter { .. }))
        .count()
    {
        0 => Err(NumberingError::NoCounter),
        1 => Ok(tokens),
        _ => Err(NumberingError::TwoCounters),
    }
}

fn literal(text: &str) -> Result<Token, NumberingError> {
    if text.contains('}') {
        return Err(NumberingError::UnknownToken(text.to_owned()));
    }
    Ok(Token::Text(text.to_owned()))
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> CivilDate {
        CivilDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_number_is_given_once() {
        let (first, series) = NumberSeries::standard().take(day(2026, 5, 1)).unwrap();
        let (second, series) = series.take(day(2026, 5, 1)).unwrap();
        assert_eq!(
            (first.as_str(), second.as_str(), series.next),
            ("2026-0001", "2026-0002", 3)
        );
        assert_eq!(series.peek(day(2026, 5, 2)).unwrap(), "2026-0003");
        assert_eq!(series.next, 3, "looking gives nothing away");
    }

    #[test]
    fn a_new_year_starts_again_and_the_old_one_is_closed() {
        let mut series = NumberSeries::standard();
        series.year = Some(2026);
        series.next = 58;
        assert_eq!(series.peek(day(2026, 12, 31)).unwrap(), "2026-0058");
        let (number, series) = series.take(day(2027, 1, 1)).unwrap();
        assert_eq!(number, "2027-0001");
        let back = series.take(day(2026, 12, 31));
        assert_eq!(
            back,
            Err(NumberingError::YearBack {
                last: 2027,
                asked: 2026
            }),
            "58 would be lost or doubled"
        );
    }

    #[test]
    fn a_counter_without_reset_runs_on() {
        let series = NumberSeries::new("RE-{YY}/{NNN}", 999, false).unwrap();
        let (number, series) = series.take(day(2026, 12, 31)).unwrap();
        assert_eq!(number, "RE-26/999");
        let (number, _) = series.take(day(2027, 1, 1)).unwrap();
        assert_eq!(
            number, "RE-27/1000",
            "padding is a least width, not a limit"
        );
    }

    #[test]
    fn the_next_number_may_be_143_but_never_a_given_one() {
        let today = day(2026, 3, 1);
        let series = NumberSeries::standard()
            .with_next(143, today, None)
            .unwrap();
        assert_eq!(series.peek(today).unwrap(), "2026-0143");
        assert_eq!(
            series.peek(day(2027, 1, 1)).unwrap(),
            "2027-0001",
            "143 was meant for this year"
        );
        let again = series.clone().with_next(143, today, Some(143));
        assert_eq!(again, Err(NumberingError::BelowHighest { highest: 143 }));
        assert!(series.clone().with_next(144, today, Some(143)).is_ok());
        assert_eq!(
            series.clone().with_next(0, today, None),
            Err(NumberingError::Zero)
        );
        assert_eq!(
            series.with_next(u64::MAX, today, None),
            Err(NumberingError::Exhausted)
        );
    }

    #[test]
    fn patterns_are_checked() {
        let wrong = |pattern: &str, reset| NumberSeries::new(pattern, 1, reset).unwrap_err();
        assert_eq!(wrong("INV-", false), NumberingError::NoCounter);
        assert_eq!(wrong("{N}-{NN}", false), NumberingError::TwoCounters);
        assert_eq!(wrong("{NNNN}", true), NumberingError::YearMissing);
        assert_eq!(
            wrong("{MM}-{N}", false),
            NumberingError::UnknownToken("MM".into())
        );
        assert_eq!(wrong("{N", false), NumberingError::UnknownToken("N".into()));
        assert_eq!(
            wrong("}{N}", false),
            NumberingError::UnknownToken("}".into())
        );
        assert_eq!(
            wrong("{}{N}", false),
            NumberingError::UnknownToken(String::new())
        );
        assert_eq!(
            wrong("A\u{7}{N}", false),
            NumberingError::ForbiddenCharacter
        );
        assert_eq!(
            wrong("A\u{202E}{N}", false),
            NumberingError::ForbiddenCharacter
        );
        assert_eq!(
            wrong(&format!("{}{{N}}", "A".repeat(40)), false),
            NumberingError::TooLong
        );
        assert_eq!(
            wrong("{NNNNNNNNNNNNN}", false),
            NumberingError::UnknownToken("NNNNNNNNNNNNN".into())
        );
    }

    #[test]
    fn an_edited_file_with_a_wild_counter_gives_no_number() {
        let series = NumberSeries {
            next: u64::MAX,
            ..NumberSeries::standard()
        };
        assert_eq!(series.take(day(2026, 1, 1)), Err(NumberingError::Exhausted));
    }

    proptest! {
        #[test]
        fn takes_are_gapless_and_unique(
            gaps in prop::collection::vec(0_u32..200, 1..60),
            pattern in prop::sample::select(vec!["{YYYY}-{NNNN}", "{N}{YY}", "{YY}{N}", "A{YYYY}.{NN}B"]),
            reset in any::<bool>(),
            start in 1_u64..2_000,
        ) {
            let mut series = NumberSeries::new(pattern, start, reset).unwrap();
            let mut on = day(2024, 1, 1);
            let mut seen = BTreeSet::new();
            let mut before: Option<(i32, u64)> = None;
            for gap in gaps {
                on = crate::calendar::days_after(on, gap);
                let counter = series.counter_on(on).unwrap();
                let expected = match before {
                    None => start,
                    Some((year, _)) if reset && year != on.year() => 1,
                    Some((_, counter)) => counter + 1,
                };
                prop_assert_eq!(counter, expected, "no counter is left out");
                let (number, next) = series.take(on).unwrap();
                prop_assert!(seen.insert(number), "no number is given twice");
                before = Some((on.year(), counter));
                series = next;
            }
        }
    }
}
