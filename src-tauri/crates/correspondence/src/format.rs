//! Sums, quantities, rates and dates written for people.
//!
//! Owns digits, grouping and signs; all of it in integers. Names of months and days come from the message
//! files. Rounding is the domain's: nothing here loses a digit.

use chrono::Datelike;
use domain::{CivilDate, Currency, Money, Quantity, Rate, UnitPrice};

use crate::LetterError;
use crate::locale::{DateOrder, Locale};
use crate::phrases::{Fill, Phrases};

/// A true minus sign, as wide as the figures.
const MINUS: char = '\u{2212}';
const NO_BREAK_SPACE: char = '\u{a0}';

const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];
const DAYS: [&str; 7] = [
    "day-monday",
    "day-tuesday",
    "day-wednesday",
    "day-thursday",
    "day-friday",
    "day-saturday",
    "day-sunday",
];

/// The sum without its currency, always with all its decimals: `1,250.00`.
pub fn amount(locale: Locale, money: Money) -> String {
    let exponent = u32::from(money.currency().exponent());
    decimal(locale, i128::from(money.minor()), exponent, exponent)
}

/// The sum with its currency: `£1,250.00`, `US$80.00`, `CHF 40.00`.
pub fn money(locale: Locale, money: Money) -> String {
    let digits = amount(locale, money);
    let symbol = symbol(locale, money.currency());
    let (sign, digits) = match digits.strip_prefix(MINUS) {
        Some(rest) => ("\u{2212}", rest),
        None => ("", digits.as_str()),
    };
    if !locale.symbol_first() {
        return format!("{sign}{digits}{NO_BREAK_SPACE}{symbol}");
    }
    let spaced = locale.language() != "en";
    let gap = if spaced || symbol.ends_with(|last: char| last.is_ascii_alphabetic()) {
        "\u{a0}"
    } else {
        ""
    };
    format!("{sign}{symbol}{gap}{digits}")
}

/// What is written for a currency here: its symbol where nobody can mistake it, else its code.
pub fn symbol(locale: Locale, currency: Currency) -> String {
    let code = currency.code();
    let home = locale.home_currency() == code;
    let french = locale.language() == "fr";
    let symbol = match code {
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "INR" => "₹",
        "USD" | "CAD" | "AUD" | "NZD" if home => "$",
        "USD" if french => "$US",
        "CAD" if french => "$CA",
        "AUD" if french => "$AU",
        "NZD" if french => "$NZ",
        "USD" => "US$",
        "CAD" => "CA$",
        "AUD" => "A$",
        "NZD" => "NZ$",
        _ => code,
    };
    symbol.to_owned()
}

/// A price for one: at least the currency's decimals, up to four when the price has them.
pub fn unit_price(locale: Locale, price: UnitPrice, currency: Currency) -> String {
    decimal(
        locale,
        i128::from(price.0),
        4,
        u32::from(currency.exponent()),
    )
}

/// How many: no more decimals than it has.
pub fn quantity(locale: Locale, quantity: Quantity) -> String {
    decimal(locale, i128::from(quantity.0), 3, 0)
}

/// A rate as a percentage, with a space that does not break: `8,875 %` on the continent, `8.875%` in English.
pub fn percent(locale: Locale, rate: Rate) -> String {
    let digits = decimal(locale, i128::from(rate.0), 4, 0);
    format!("{digits}{}", locale.percent_sign())
}

/// Words in the quotation marks of the language.
pub fn quoted(locale: Locale, words: &str) -> String {
    let (before, after) = locale.quotation_marks();
    format!("{before}{words}{after}")
}

/// A date in words: `14 March 2026`, `March 14, 2026`.
pub fn date(phrases: &Phrases, date: CivilDate) -> Result<String, LetterError> {
    let month = MONTHS
        .get(date.month0() as usize)
        .copied()
        .unwrap_or_default();
    let month = phrases.say(month)?;
    let (day, year) = (date.day(), date.year());
    Ok(match phrases.locale().date_order() {
        DateOrder::DayFirst => format!("{day}{NO_BREAK_SPACE}{month}{NO_BREAK_SPACE}{year}"),
        DateOrder::MonthFirst => format!("{month}{NO_BREAK_SPACE}{day}, {year}"),
        DateOrder::DayPoint => {
            format!("{day}.{NO_BREAK_SPACE}{month}{NO_BREAK_SPACE}{year}")
        }
        DateOrder::DayOrFirst => {
            let day = if day == 1 {
                "1er".to_owned()
            } else {
                day.to_string()
            };
            format!("{day}{NO_BREAK_SPACE}{month}{NO_BREAK_SPACE}{year}")
        }
    })
}

/// A date as short as stays clear, for narrow columns: `14 Mar 2026`, `14.03.2026`.
pub fn short_date(phrases: &Phrases, date: CivilDate) -> Result<String, LetterError> {
    let (day, month, year) = (date.day(), date.month(), date.year());
    let locale = phrases.locale();
    Ok(match (locale.language(), locale.tag()) {
        (_, "fr-CA") => format!("{year}-{month:02}-{day:02}"),
        ("de", _) | (_, "fr-CH") => format!("{day:02}.{month:02}.{year}"),
        ("fr", _) => format!("{day:02}/{month:02}/{year}"),
        _ => {
            let key = MONTHS.get(date.month0() as usize).copied();
            let name = phrases.say(key.unwrap_or_default())?;
            let name: String = name.chars().take(3).collect();
            if locale.date_order() == DateOrder::MonthFirst {
                format!("{name}{NO_BREAK_SPACE}{day}, {year}")
            } else {
                format!("{day}{NO_BREAK_SPACE}{name}{NO_BREAK_SPACE}{year}")
            }
        }
    })
}

/// A date with its day of the week, for deadlines: `Friday, 27 March 2026`.
pub fn day_and_date(phrases: &Phrases, day: CivilDate) -> Result<String, LetterError> {
    let name = DAYS
        .get(day.weekday().num_days_from_monday() as usize)
        .copied()
        .unwrap_or_default();
    let (name, date) = (phrases.say(name)?, date(phrases, day)?);
    phrases.fill(
        "day-and-date",
        &[("day", Fill::Text(&name)), ("date", Fill::Text(&date))],
    )
}

/// An IBAN in groups of four; anything else as it came, without its outer space.
pub fn iban(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bytes = bare.as_bytes();
    let country = bytes.iter().take(2).all(u8::is_ascii_alphabetic);
    let check = bytes.iter().skip(2).take(2).all(u8::is_ascii_digit);
    if bytes.len() < 12 || !country || !check || !bytes.iter().all(u8::is_ascii_alphanumeric) {
        return text.trim().to_owned();
    }
    let mut grouped = String::new();
    for (index, letter) in bare.to_ascii_uppercase().chars().enumerate() {
        if index > 0 && index % 4 == 0 {
            grouped.push(NO_BREAK_SPACE);
        }
        grouped.push(letter);
    }
    grouped
}

/// `value` has `scale` digits behind the mark; at least `keep` of them are written, then as many as are not zero.
fn decimal(locale: Locale, value: i128, scale: u32, keep: u32) -> String {
    let base = 10_u128.pow(scale);
    let size = value.unsigned_abs();
    let whole = (size / base).to_string();
    let width = scale as usize;
    let mut fraction = if scale == 0 {
        String::new()
    } else {
        format!("{:0width$}", size % base)
    };
    while fraction.len() > keep as usize && fraction.ends_with('0') {
        fraction.pop();
    }
    let mut text = String::new();
    if value < 0 {
        text.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(locale.group_mark());
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(locale.decimal_mark());
        text.push_str(&fraction);
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn sum(minor: i64, code: &str) -> Money {
        Money::new(minor, Currency::new(code).unwrap()).unwrap()
    }

    #[test]
    fn sums_follow_the_place() {
        let (gb, us, de, ch) = (
            Locale::find("en-GB").unwrap(),
            Locale::find("en-US").unwrap(),
            Locale::find("en-DE").unwrap(),
            Locale::find("en-CH").unwrap(),
        );
        assert_eq!(money(gb, sum(125_000, "GBP")), "£1,250.00");
        assert_eq!(
            money(gb, sum(8_000, "USD")),
            "US$80.00",
            "a dollar abroad says whose it is"
        );
        assert_eq!(money(us, sum(8_000, "USD")), "$80.00");
        assert_eq!(money(de, sum(123_456_789, "EUR")), "1.234.567,89\u{a0}€");
        assert_eq!(money(ch, sum(123_456, "CHF")), "CHF\u{a0}1’234.56");
        assert_eq!(
            money(gb, sum(-5, "GBP")),
            "−£0.05",
            "a cent is not lost before the mark"
        );
        assert_eq!(
            money(gb, sum(1_250, "JPY")),
            "¥1,250",
            "the yen has no decimals"
        );
        assert_eq!(
            money(gb, sum(1_250, "KWD")),
            "KWD\u{a0}1.250",
            "the dinar has three"
        );
    }

    #[test]
    fn no_digit_of_a_price_or_a_rate_is_lost() {
        let gb = Locale::british();
        let pound = Currency::new("GBP").unwrap();
        assert_eq!(unit_price(gb, UnitPrice(12_500), pound), "1.25");
        assert_eq!(unit_price(gb, UnitPrice(125), pound), "0.0125");
        assert_eq!(unit_price(gb, UnitPrice(10_000_000), pound), "1,000.00");
        assert_eq!(quantity(gb, Quantity(1_000)), "1");
        assert_eq!(quantity(gb, Quantity(1_250)), "1.25");
        assert_eq!(percent(gb, Rate(190_000)), "19%");
        assert_eq!(percent(gb, Rate(88_750)), "8.875%");
        assert_eq!(percent(gb, Rate(0)), "0%");
    }

    #[test]
    fn dates_are_words_in_every_month_and_on_every_day() {
        let gb = Phrases::load(Locale::british()).unwrap();
        let us = Phrases::load(Locale::find("en-US").unwrap()).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        let mut day = CivilDate::from_ymd_opt(2026, 1, 1).unwrap();
        while day.year() == 2026 {
            let text = day_and_date(&gb, day).unwrap();
            seen.insert(
                text.split(|c: char| !c.is_alphabetic())
                    .find(|part| part.ends_with("day"))
                    .unwrap()
                    .to_owned(),
            );
            seen.insert(text.split('\u{a0}').nth(1).unwrap().to_owned());
            day = day.succ_opt().unwrap();
        }
        assert_eq!(seen.len(), 19, "seven days and twelve months: {seen:?}");
        let pi = CivilDate::from_ymd_opt(2026, 3, 14).unwrap();
        assert_eq!(
            day_and_date(&gb, pi).unwrap(),
            "Saturday, 14\u{a0}March\u{a0}2026"
        );
        assert_eq!(date(&us, pi).unwrap(), "March\u{a0}14, 2026");
    }

    #[test]
    fn an_iban_is_read_in_fours() {
        assert_eq!(
            iban("de89370400440532013000"),
            "DE89\u{a0}3704\u{a0}0044\u{a0}0532\u{a0}0130\u{a0}00"
        );
        assert_eq!(iban("see overleaf"), "see overleaf");
    }
}
