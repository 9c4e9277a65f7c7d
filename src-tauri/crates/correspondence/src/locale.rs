//! How a place writes numbers, sums and dates, as data.
//!
//! Owns the table of locales. The language of the words is part of a locale; the words themselves live in
//! `messages/`. A new place is a new row.

/// The order of day, month and year in a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// 14 March 2026
    DayMonthYear,
    /// March 14, 2026
    MonthDayYear,
}

#[derive(Debug, PartialEq, Eq)]
struct Row {
    tag: &'static str,
    language: &'static str,
    decimal: char,
    group: char,
    date: DateOrder,
    /// The currency that is written with its bare symbol here even when others share it.
    home: &'static str,
    /// The sign stands before the number.
    symbol_first: bool,
}

const NARROW: char = '\u{202f}';

const fn row(
    tag: &'static str,
    marks: (char, char),
    date: DateOrder,
    home: &'static str,
    symbol_first: bool,
) -> Row {
    Row {
        tag,
        language: "en",
        decimal: marks.0,
        group: marks.1,
        date,
        home,
        symbol_first,
    }
}

/// Marks and orders follow CLDR; the words of all of these are English.
const ROWS: [Row; 13] = [
    row("en-GB", ('.', ','), DateOrder::DayMonthYear, "GBP", true),
    row("en-US", ('.', ','), DateOrder::MonthDayYear, "USD", true),
    row("en-IE", ('.', ','), DateOrder::DayMonthYear, "EUR", true),
    row("en-CA", ('.', ','), DateOrder::MonthDayYear, "CAD", true),
    row("en-AU", ('.', ','), DateOrder::DayMonthYear, "AUD", true),
    row("en-NZ", ('.', ','), DateOrder::DayMonthYear, "NZD", true),
    row("en-ZA", ('.', NARROW), DateOrder::DayMonthYear, "ZAR", true),
    row("en-IN", ('.', ','), DateOrder::DayMonthYear, "INR", true),
    row("en-DE", (',', '.'), DateOrder::DayMonthYear, "EUR", false),
    row("en-AT", (',', '.'), DateOrder::DayMonthYear, "EUR", false),
    row("en-NL", (',', '.'), DateOrder::DayMonthYear, "EUR", true),
    row("en-BE", (',', '.'), DateOrder::DayMonthYear, "EUR", false),
    row("en-CH", ('.', '’'), DateOrder::DayMonthYear, "CHF", true),
];

/// A language together with a place's way of writing numbers and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    row: &'static Row,
}

impl Locale {
    /// The locale with this BCP 47 tag, such as `en-GB`; `None` when there are no words or formats for it yet.
    pub fn find(tag: &str) -> Option<Self> {
        ROWS.iter()
            .find(|row| row.tag.eq_ignore_ascii_case(tag))
            .map(|row| Self { row })
    }

    /// British English, the fallback.
    pub fn british() -> Self {
        Self { row: &ROWS[0] }
    }

    /// Tags of all locales, for a list to choose from.
    pub fn tags() -> impl Iterator<Item = &'static str> {
        ROWS.iter().map(|row| row.tag)
    }

    pub fn tag(self) -> &'static str {
        self.row.tag
    }

    /// The language of the words, such as `en`.
    pub fn language(self) -> &'static str {
        self.row.language
    }

    /// The decimal mark, on which columns of numbers align.
    pub fn decimal_mark(self) -> char {
        self.row.decimal
    }

    pub(crate) fn group_mark(self) -> char {
        self.row.group
    }

    pub(crate) fn date_order(self) -> DateOrder {
        self.row.date
    }

    pub(crate) fn home_currency(self) -> &'static str {
        self.row.home
    }

    pub(crate) fn symbol_first(self) -> bool {
        self.row.symbol_first
    }
}
