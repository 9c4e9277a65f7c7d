//! Working days: weekends and the public holidays of the countries whose studios we know.
//!
//! Computed, not looked up: each country is a short list of rules (a fixed day, a weekday of a month, a distance
//! from Easter), so that any year has an answer. Holidays of single regions are left out, except where nearly all
//! regions keep one. Used to move our own steps and to lengthen deadlines; a deadline is never shortened by it.

use chrono::{Datelike, Weekday};

use crate::calendar::{CivilDate, EARLIEST, LATEST, days_after, days_before};

/// The working days of a country; of one that is not known, Monday to Friday.
///
/// The days off are worked out once, in order: the planner asks about a great many days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    off: Vec<CivilDate>,
}

#[derive(Debug, PartialEq, Eq)]
struct Country {
    code: &'static str,
    rules: &'static [Rule],
    shift: Shift,
}

/// What happens to a holiday that falls on a weekend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shift {
    None,
    /// To the next day that is no weekend and no other holiday.
    Forward,
    /// Saturday to Friday, Sunday to Monday.
    Nearest,
}

/// One holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    On(u32, u32),
    /// The same, never moved to another day.
    Fixed(u32, u32),
    /// On this day since a year.
    Since(i32, u32, u32),
    /// The nth of a weekday in a month.
    Nth(u32, Weekday, u8),
    Last(u32, Weekday),
    /// The last of this weekday before a day.
    Before(u32, u32, Weekday),
    /// Days after Easter Sunday; negative lies before it.
    Easter(i32),
    /// Ireland's in February: the first Monday, or the first day of the month when that is a Friday.
    Brigid,
    /// The Netherlands': 27 April, the day before when that is a Sunday.
    King,
    /// The days that New Zealand's law names for each year.
    Matariki,
}

use Rule::{Before, Brigid, Easter, Fixed, King, Last, Matariki, Nth, On, Since};
use Weekday::{Mon, Thu};

const GOOD_FRIDAY: Rule = Easter(-2);
const EASTER_MONDAY: Rule = Easter(1);
const ASCENSION: Rule = Easter(39);
const WHIT_MONDAY: Rule = Easter(50);
const CORPUS_CHRISTI: Rule = Easter(60);

/// Sources: the national lists of public holidays, for England and Wales where the United Kingdom differs, and for
/// Switzerland what nearly every canton keeps.
static COUNTRIES: [Country; 14] = [
    Country {
        code: "US",
        shift: Shift::Nearest,
        rules: &[
            On(1, 1),
            Nth(1, Mon, 3),
            Nth(2, Mon, 3),
            Last(5, Mon),
            Since(2021, 6, 19),
            On(7, 4),
            Nth(9, Mon, 1),
            Nth(10, Mon, 2),
            On(11, 11),
            Nth(11, Thu, 4),
            On(12, 25),
        ],
    },
    Country {
        code: "GB",
        shift: Shift::Forward,
        rules: &[
            On(1, 1),
            GOOD_FRIDAY,
            EASTER_MONDAY,
            Nth(5, Mon, 1),
            Last(5, Mon),
            Last(8, Mon),
            On(12, 25),
            On(12, 26),
        ],
    },
    Country {
        code: "IE",
        shift: Shift::Forward,
        rules: &[
            On(1, 1),
            Brigid,
            On(3, 17),
            EASTER_MONDAY,
            Nth(5, Mon, 1),
            Nth(6, Mon, 1),
            Nth(8, Mon, 1),
            Last(10, Mon),
            On(12, 25),
            On(12, 26),
        ],
    },
    Country {
        code: "DE",
        shift: Shift::None,
        rules: &[
            On(1, 1),
            GOOD_FRIDAY,
            EASTER_MONDAY,
            On(5, 1),
            ASCENSION,
            WHIT_MONDAY,
            On(10, 3),
            On(12, 25),
            On(12, 26),
        ],
    },
    Country {
        code: "AT",
        shift: Shift::None,
        rules: &[
            On(1, 1),
            On(1, 6),
            EASTER_MONDAY,
            On(5, 1),
            ASCENSION,
            WHIT_MONDAY,
            CORPUS_CHRISTI,
            On(8, 15),
            On(10, 26),
            On(11, 1),
            On(12, 8),
            On(12, 25),
            On(12, 26),
        ],
    },
    Country {
        code: "CH",
        shift: Shift::None,
        rules: &[
            On(1, 1),
            GOOD_FRIDAY,
            EASTER_MONDAY,
            ASCENSION,
            WHIT_MONDAY,
            On(8, 1),
            On(12, 25),
            On(12, 26),
        ],
    },
    Country {
        code: "FR",
        shift: Shift::None,
        rules: &[
            On(1, 1),
            EASTER_MONDAY,
            On(5, 1),
            On(5, 8),
            ASCENSION,
            WHIT_MONDAY,
            On(7, 14),
            On(8, 15),
            On(11, 1),
            On(11, 11),
            On(12, 25),
        ],
    },
    Country {
        code: "NL",
        shift: Shift::None,
        rules: &[
            On(1, 1),
            EASTER_MONDAY,
            King,
            ASCENSION,
            WHIT_MONDAY,
            On(12, 25),
            On(12, 26),
        ],
    },
    Country {
        code: "BE",
        shift: Shift::None,
        rules: &[
            On(1, 1),
            EASTER_MONDAY,
            On(5, 1),
            ASCENSION,
            WHIT_MONDAY,
            On(7, 21),
            On(8, 15),
            On(11, 1),
            On(11, 11),
            On(12, 25),
        ],
    },
    Country {
        code: "ES",
        shift: Shift::None,
        rules: &[
            On(1, 1),
            On(1, 6),
            GOOD_FRIDAY,
            On(5, 1),
            On(8, 15),
            On(10, 12),
            On(11, 1),
            On(12, 6),
            On(12, 8),
            On(12, 25),
        ],
    },
    Country {
        code: "IT",
        shift: Shift::None,
        rules: &[
            On(1, 1),
            On(1, 6),
            EASTER_MONDAY,
            On(4, 25),
            On(5, 1),
            On(6, 2),
            On(8, 15),
            Since(2026, 10, 4),
            On(11, 1),
            On(12, 8),
            On(12, 25),
            On(12, 26),
        ],
    },
    Country {
        code: "CA",
        shift: Shift::Forward,
        rules: &[
            On(1, 1),
            GOOD_FRIDAY,
            Before(5, 25, Mon),
            On(7, 1),
            Nth(9, Mon, 1),
            Since(2021, 9, 30),
            Nth(10, Mon, 2),
            On(11, 11),
            On(12, 25),
            On(12, 26),
        ],
    },
    Country {
        code: "AU",
        shift: Shift::Forward,
        rules: &[
            On(1, 1),
            On(1, 26),
            GOOD_FRIDAY,
            EASTER_MONDAY,
            Fixed(4, 25),
            Nth(6, Mon, 2),
            On(12, 25),
            On(12, 26),
        ],
    },
    Country {
        code: "NZ",
        shift: Shift::Forward,
        rules: &[
            On(1, 1),
            On(1, 2),
            On(2, 6),
            GOOD_FRIDAY,
            EASTER_MONDAY,
            On(4, 25),
            Nth(6, Mon, 1),
            Matariki,
            Nth(10, Mon, 4),
            On(12, 25),
            On(12, 26),
        ],
    },
];

/// Month and day of Matariki from 2022 on (Te Kahui o Matariki Public Holiday Act 2022, schedule 1).
const MATARIKI: [(u32, u32); 31] = [
    (6, 24),
    (7, 14),
    (6, 28),
    (6, 20),
    (7, 10),
    (6, 25),
    (7, 14),
    (7, 6),
    (6, 21),
    (7, 11),
    (7, 2),
    (6, 24),
    (7, 7),
    (6, 29),
    (7, 18),
    (7, 10),
    (6, 25),
    (7, 15),
    (7, 6),
    (7, 19),
    (7, 11),
    (7, 3),
    (6, 24),
    (7, 7),
    (6, 29),
    (7, 19),
    (7, 3),
    (6, 25),
    (7, 15),
    (6, 30),
    (6, 21),
];

impl WorkingDays {
    /// Of the country with this ISO 3166-1 alpha-2 code.
    pub fn of(country: &str) -> Self {
        let known = COUNTRIES.iter().find(|known| known.code == country);
        // One year more: a New Year's Day on a Saturday is kept on the last day of the year before.
        let years = EARLIEST.year()..=LATEST.year() + 1;
        let mut off: Vec<CivilDate> = known
            .into_iter()
            .flat_map(|country| years.clone().flat_map(|year| holidays(country, year)))
            .collect();
        off.sort_unstable();
        Self { off }
    }

    pub fn is_working_day(&self, day: CivilDate) -> bool {
        !is_weekend(day) && self.off.binary_search(&day).is_err()
    }

    /// This day if it is a working day, else the next one.
    pub fn on_or_after(&self, day: CivilDate) -> CivilDate {
        self.first_from(day, |day| days_after(day, 1))
    }

    /// This day if it is a working day, else the one before.
    pub fn on_or_before(&self, day: CivilDate) -> CivilDate {
        self.first_from(day, |day| days_before(day, 1))
    }

    fn first_from(&self, day: CivilDate, step: impl Fn(CivilDate) -> CivilDate) -> CivilDate {
        let mut day = day;
        // No country has three weeks of holidays; the bound keeps either end of the calendar from looping.
        for _ in 0..21 {
            if self.is_working_day(day) {
                break;
            }
            day = step(day);
        }
        day
    }
}

fn is_weekend(day: CivilDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The days of a year on which a country does not work, moved off the weekend where it does so.
fn holidays(country: &Country, year: i32) -> Vec<CivilDate> {
    let named: Vec<(CivilDate, bool)> = country
        .rules
        .iter()
        .filter_map(|rule| Some((rule.day(year)?, !matches!(rule, Fixed(..)))))
        .collect();
    let mut days: Vec<CivilDate> = named.iter().map(|(day, _)| *day).collect();
    for (day, moves) in named {
        if !moves || !is_weekend(day) {
            continue;
        }
        match country.shift {
            Shift::None => {}
            Shift::Nearest if day.weekday() == Weekday::Sat => days.push(days_before(day, 1)),
            Shift::Nearest => days.push(days_after(day, 1)),
            Shift::Forward => {
                let mut moved = days_after(day, 1);
                while is_weekend(moved) || days.contains(&moved) {
                    moved = days_after(moved, 1);
                }
                days.push(moved);
            }
        }
    }
    days
}

impl Rule {
    fn day(self, year: i32) -> Option<CivilDate> {
        let ymd = CivilDate::from_ymd_opt;
        match self {
            On(month, day) | Fixed(month, day) => ymd(year, month, day),
            Since(first, month, day) => ymd(year, month, day).filter(|_| year >= first),
            Nth(month, weekday, n) => CivilDate::from_weekday_of_month_opt(year, month, weekday, n),
            Last(month, weekday) => CivilDate::from_weekday_of_month_opt(year, month, weekday, 5)
                .or_else(|| CivilDate::from_weekday_of_month_opt(year, month, weekday, 4)),
            Before(month, day, weekday) => {
                let limit = ymd(year, month, day)?;
                (1..=7)
                    .map(|back| days_before(limit, back))
                    .find(|day| day.weekday() == weekday)
            }
            Easter(days) => {
                let sunday = easter_sunday(year)?;
                Some(if days < 0 {
                    days_before(sunday, days.unsigned_abs())
                } else {
                    days_after(sunday, days.unsigned_abs())
                })
            }
            Brigid => {
                let first = ymd(year, 2, 1)?;
                match first.weekday() {
                    _ if year < 2023 => None,
                    Weekday::Fri => Some(first),
                    _ => Nth(2, Mon, 1).day(year),
                }
            }
            King => {
                let day = ymd(year, 4, 27)?;
                Some(if day.weekday() == Weekday::Sun {
                    days_before(day, 1)
                } else {
                    day
                })
            }
            Matariki => {
                let index = usize::try_from(year.checked_sub(2022)?).ok()?;
                let (month, day) = MATARIKI.get(index)?;
                ymd(year, *month, *day)
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the rule of the golden number and the epact.
fn easter_sunday(year: i32) -> Option<CivilDate> {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let skipped_leaps = century - century / 4;
    let moon_shift = (8 * century + 13) / 25;
    let epact = (19 * golden + skipped_leaps - moon_shift + 15).rem_euclid(30);
    let full_moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + full_moon + 2 - century + century / 4).rem_euclid(7);
    let offset = full_moon - weekday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    CivilDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
#[path = "holidays_tests.rs"]
mod tests;
