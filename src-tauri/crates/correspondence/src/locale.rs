//! How a place writes numbers, sums and dates, as data.
//!
//! Owns the table of locales. The language of the words is part of a locale; the words themselves live in
//! `messages/`. A new place is a new row.

/// The order of day, month and year in a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// 14 March 2026
    DayFirst,
    /// March 14, 2026
    MonthFirst,
    /// 14. März 2026
    DayPoint,
    /// 14 mars 2026, but 1er mars 2026
    DayOrFirst,
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
    /// The sign after a percentage, with the space before it.
    percent: &'static str,
}

const NARROW: char = '\u{202f}';
const SPACE: char = '\u{a0}';

const fn row(
    tag: &'static str,
    marks: (char, char),
    date: DateOrder,
    home: &'static str,
    symbol_first: bool,
) -> Row {
    let percent = if symbol_first { "%" } else { "\u{a0}%" };
    Row {
        tag,
        language: "en",
        decimal: marks.0,
        group: marks.1,
        date,
        home,
        symbol_first,
        percent,
    }
}

const fn german(
    tag: &'static str,
    marks: (char, char),
    home: &'static str,
    symbol_first: bool,
    percent: &'static str,
) -> Row {
    Row {
        language: "de",
        percent,
        ..row(tag, marks, DateOrder::DayPoint, home, symbol_first)
    }
}

const fn french(
    tag: &'static str,
    marks: (char, char),
    home: &'static str,
    percent: &'static str,
) -> Row {
    Row {
        language: "fr",
        percent,
        ..row(tag, marks, DateOrder::DayOrFirst, home, false)
    }
}

/// Marks and orders follow CLDR. The first row of a language is the one for a place that has none.
const ROWS: [Row; 20] = [
    row("en-GB", ('.', ','), DateOrder::DayFirst, "GBP", true),
    row("en-US", ('.', ','), DateOrder::MonthFirst, "USD", true),
    row("en-IE", ('.', ','), DateOrder::DayFirst, "EUR", true),
    row("en-CA", ('.', ','), DateOrder::MonthFirst, "CAD", true),
    row("en-AU", ('.', ','), DateOrder::DayFirst, "AUD", true),
    row("en-NZ", ('.', ','), DateOrder::DayFirst, "NZD", true),
    row("en-ZA", ('.', NARROW), DateOrder::DayFirst, "ZAR", true),
    row("en-IN", ('.', ','), DateOrder::DayFirst, "INR", true),
    row("en-DE", (',', '.'), DateOrder::DayFirst, "EUR", false),
    row("en-AT", (',', '.'), DateOrder::DayFirst, "EUR", false),
    row("en-NL", (',', '.'), DateOrder::DayFirst, "EUR", true),
    row("en-BE", (',', '.'), DateOrder::DayFirst, "EUR", false),
    row("en-CH", ('.', '’'), DateOrder::DayFirst, "CHF", true),
    german("de-DE", (',', '.'), "EUR", false, "\u{a0}%"),
    german("de-AT", (',', '.'), "EUR", true, "\u{a0}%"),
    german("de-CH", ('.', '’'), "CHF", true, "%"),
    french("fr-FR", (',', NARROW), "EUR", "\u{202f}%"),
    french("fr-BE", (',', NARROW), "EUR", "\u{202f}%"),
    // Sums have a point in French Switzerland; a quantity or a rate would have a comma, but two marks on one
    // page are read as an error.
    french("fr-CH", ('.', NARROW), "CHF", "%"),
    french("fr-CA", (',', SPACE), "CAD", "\u{a0}%"),
];

/// A language together with a place's way of writing numbers and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    row: &'static Row,
}

impl Locale {
    /// The locale with this BCP 47 tag, such as `en-GB`; for a place without a row the language's first one.
    /// `None` when there are no words for the language yet.
    pub fn find(tag: &str) -> Option<Self> {
        let language = tag.split('-').next().unwrap_or_default();
        ROWS.iter()
            .find(|row| row.tag.eq_ignore_ascii_case(tag))
            .or_else(|| {
                ROWS.iter()
                    .find(|row| row.language.eq_ignore_ascii_case(language))
            })
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

    pub(crate) fn percent_sign(self) -> &'static str {
        self.row.percent
    }

    /// What stands before and after quoted words.
    pub(crate) fn quotation_marks(self) -> (&'static str, &'static str) {
        match self.row.tag {
            "de-CH" => ("«", "»"),
            _ => match self.row.language {
                "de" => ("„", "“"),
                "fr" => ("«\u{202f}", "\u{202f}»"),
                _ => ("“", "”"),
            },
        }
    }

    /// What stands between a label and its value in running text.
    pub(crate) fn colon(self) -> &'static str {
        if self.row.language == "fr" {
            "\u{a0}: "
        } else {
            ": "
        }
    }
}
