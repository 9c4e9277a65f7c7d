//! Civil dates and instants.
//!
//! A due date is a date in the business's time zone, not a moment; a moment is UTC with one text form.
//! Leaves turning an instant into "today" to the caller, who knows the zone.

use chrono::{DateTime, Days, NaiveDate, Utc};

/// A day of the calendar, without a time or zone.
pub type CivilDate = NaiveDate;

/// A moment in UTC.
pub type Instant = DateTime<Utc>;

/// The first and last day that the program accepts.
pub const EARLIEST: CivilDate = match NaiveDate::from_ymd_opt(1970, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};
pub const LATEST: CivilDate = match NaiveDate::from_ymd_opt(2199, 12, 31) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// Whether a date can be meant: a typing slip such as the year 0206 or 9999 cannot.
pub fn is_plausible(date: CivilDate) -> bool {
    (EARLIEST..=LATEST).contains(&date)
}

/// `days` later, or the latest day there is.
pub fn days_after(date: CivilDate, days: u32) -> CivilDate {
    date.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(LATEST)
}

/// `days` earlier, or the earliest day there is.
pub fn days_before(date: CivilDate, days: u32) -> CivilDate {
    date.checked_sub_days(Days::new(u64::from(days)))
        .unwrap_or(EARLIEST)
}

/// Days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: CivilDate, to: CivilDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// The one text form of an instant: UTC, milliseconds, fixed width, so that text order is time order.
pub fn instant_text(instant: Instant) -> String {
    instant.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// Reads what [`instant_text`] wrote, and nothing else: a second form would sort wrongly.
pub fn parse_instant(text: &str) -> Option<Instant> {
    let instant = DateTime::parse_from_rfc3339(text).ok()?.with_timezone(&Utc);
    (instant_text(instant) == text).then_some(instant)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> CivilDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_date_of_1900_or_9999_cannot_be_meant() {
        assert!(!is_plausible(day(1900, 1, 1)));
        assert!(!is_plausible(day(9999, 12, 31)));
        assert!(is_plausible(day(2024, 2, 29)));
    }

    #[test]
    fn days_run_over_a_leap_day() {
        assert_eq!(days_after(day(2024, 2, 28), 2), day(2024, 3, 1));
        assert_eq!(days_before(day(2024, 3, 1), 1), day(2024, 2, 29));
        assert_eq!(days_after(NaiveDate::MAX, 1), LATEST, "no overflow");
    }

    #[test]
    fn an_instant_has_one_text_form() {
        let text = "2026-03-01T08:09:10.120Z";
        assert_eq!(instant_text(parse_instant(text).unwrap()), text);
        for other in [
            "2026-03-01T09:09:10.120+01:00",
            "2026-03-01T08:09:10Z",
            "2026-03-01",
            "",
        ] {
            assert_eq!(parse_instant(other), None, "{other} would sort wrongly");
        }
    }

    proptest! {
        #[test]
        fn days_between_undoes_days_after(offset in 0_u32..80_000, days in 0_u32..3_000) {
            let from = days_after(EARLIEST, offset);
            prop_assert_eq!(days_between(from, days_after(from, days)), i64::from(days));
            prop_assert_eq!(days_before(days_after(from, days), days), from);
        }
    }
}
