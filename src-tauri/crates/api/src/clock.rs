//! The one clock. Rules take today as an argument; this is where it comes from.
//!
//! With the feature `test-clock`, the environment may name a file that holds an instant; a released program
//! has no such door.

#[cfg(feature = "test-clock")]
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use domain::{CivilDate, Instant};
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// Where now comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    System,
    /// The instant in a file, read each time; the system's when the file cannot be read.
    #[cfg(feature = "test-clock")]
    File(PathBuf),
    /// Always the same instant.
    Fixed(Instant),
    /// Stands still until its holder moves it: tests of use cases, and making the sample studio.
    Movable(MovableClock),
}

/// A clock that stands still until it is moved; its copies show the same instant.
#[derive(Debug, Clone)]
pub struct MovableClock(Arc<Mutex<Instant>>);

impl MovableClock {
    pub fn at(instant: Instant) -> Self {
        Self(Arc::new(Mutex::new(instant)))
    }

    pub fn set(&self, instant: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = instant;
    }

    pub fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock {
    /// The system's clock, or the file named by `SAFELIGHT_CLOCK` in builds made for tests.
    pub fn from_environment() -> Self {
        #[cfg(feature = "test-clock")]
        if let Some(path) = std::env::var_os("SAFELIGHT_CLOCK") {
            return Self::File(PathBuf::from(path));
        }
        Self::System
    }

    /// This moment.
    pub fn now(&self) -> Instant {
        match self {
            Self::System => system_now(),
            #[cfg(feature = "test-clock")]
            Self::File(path) => std::fs::read_to_string(path)
                .ok()
                .and_then(|text| domain::calendar::parse_instant(text.trim()))
                .unwrap_or_else(system_now),
            Self::Fixed(instant) => *instant,
            Self::Movable(clock) => clock.now(),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the system's clock"
)]
fn system_now() -> Instant {
    chrono::DateTime::from(std::time::SystemTime::now())
}

/// The IANA zone of this name, written as the list of zones writes it.
pub(crate) fn zone(name: &str) -> Option<TimeZone> {
    // Those that come with the program: the same on every machine.
    static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);
    let zone = ZONES.get(name).ok()?;
    (zone.iana_name() == Some(name)).then_some(zone)
}

/// What a clock on the wall of an IANA zone shows at `instant`; UTC's when the zone is not known.
fn on_the_wall(instant: Instant, name: &str) -> chrono::NaiveDateTime {
    let offset = || {
        let there = jiff::Timestamp::from_second(instant.timestamp()).ok()?;
        chrono::FixedOffset::east_opt(zone(name)?.to_offset(there).seconds())
    };
    match offset() {
        Some(offset) => instant.with_timezone(&offset).naive_local(),
        None => instant.naive_utc(),
    }
}

/// The day it is at `instant` in an IANA zone; UTC's day when the zone is not known.
pub(crate) fn day_in_zone(instant: Instant, zone: &str) -> CivilDate {
    on_the_wall(instant, zone).date()
}

/// The first moment of a day in an IANA zone; UTC's when the zone is not known. Where a clock change skips midnight,
/// the day begins with the change; where midnight comes twice, with the first.
pub(crate) fn day_begins(day: CivilDate, name: &str) -> Instant {
    use chrono::Datelike;
    let midnight = || {
        let [month, day_of_month] = [day.month(), day.day()].map(|part| i8::try_from(part).ok());
        let year = i16::try_from(day.year()).ok()?;
        let midnight = jiff::civil::Date::new(year, month?, day_of_month?)
            .ok()?
            .at(0, 0, 0, 0);
        let there = zone(name)?.to_timestamp(midnight).ok()?;
        chrono::DateTime::from_timestamp(there.as_second(), 0)
    };
    midnight().unwrap_or_else(|| day.and_time(chrono::NaiveTime::MIN).and_utc())
}

/// Hour of the day (0-23) at `instant` in an IANA zone.
pub(crate) fn hour_in_zone(instant: Instant, zone: &str) -> u8 {
    use chrono::Timelike;
    let hour = on_the_wall(instant, zone).hour();
    u8::try_from(hour).unwrap_or(0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_and_an_hour_are_those_of_the_place() {
        let evening = at("2027-06-30T22:30:00Z");
        assert_eq!(day_in_zone(evening, "Europe/Berlin"), day("2027-07-01"));
        assert_eq!(hour_in_zone(evening, "Europe/Berlin"), 0, "summer time");
        assert_eq!(
            day_in_zone(evening, "America/Los_Angeles"),
            day("2027-06-30")
        );
        assert_eq!(
            hour_in_zone(evening, "Asia/Kathmandu"),
            4,
            "5:45 ahead: some places are not whole hours away"
        );
        assert_eq!(
            hour_in_zone(at("2027-12-30T22:30:00Z"), "Europe/Berlin"),
            23,
            "winter time"
        );
        assert_eq!(
            hour_in_zone(at("1883-06-30T12:00:00Z"), "Europe/Berlin"),
            12,
            "before there were zones"
        );
    }

    #[test]
    fn a_day_begins_when_its_place_says() {
        assert_eq!(
            day_begins(day("2027-03-01"), "Europe/Berlin"),
            at("2027-02-28T23:00:00Z")
        );
        assert_eq!(
            day_begins(day("2026-09-06"), "America/Santiago"),
            at("2026-09-06T04:00:00Z"),
            "there is no midnight: the clock goes from 23:59 to 1:00"
        );
        assert_eq!(
            day_begins(day("2026-11-01"), "America/Havana"),
            at("2026-11-01T04:00:00Z"),
            "midnight comes twice"
        );
    }

    #[test]
    fn a_zone_that_is_not_known_is_utc() {
        let evening = at("2027-06-30T22:30:00Z");
        for name in ["", "Mars/Olympus", "europe/berlin"] {
            assert!(zone(name).is_none(), "{name} is in no list");
            assert_eq!(day_in_zone(evening, name), day("2027-06-30"));
            assert_eq!(hour_in_zone(evening, name), 22);
            assert_eq!(
                day_begins(day("2027-06-30"), name),
                at("2027-06-30T00:00:00Z")
            );
        }
        assert_eq!(
            day_begins(CivilDate::MAX, "Europe/Berlin"),
            CivilDate::MAX.and_time(chrono::NaiveTime::MIN).and_utc(),
            "a day further than any table reaches"
        );
    }

    #[test]
    fn a_zone_has_its_old_and_its_new_name() {
        for name in [
            "UTC",
            "Etc/UTC",
            "GMT",
            "Etc/GMT+5",
            "US/Pacific",
            "Europe/Kiev",
            "Europe/Kyiv",
            "Asia/Calcutta",
            "Asia/Kolkata",
            "America/Argentina/Buenos_Aires",
            "America/Buenos_Aires",
        ] {
            assert!(zone(name).is_some(), "{name} is what some systems say");
        }
    }
}
