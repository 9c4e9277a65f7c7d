//! The one clock. Rules take today as an argument; this is where it comes from.
//!
//! With the feature `test-clock`, the environment may name a file that holds an instant; a released program
//! has no such door.

#[cfg(feature = "test-clock")]
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use domain::{CivilDate, Instant};

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

/// The day it is at `instant` in an IANA zone; UTC's day when the zone is not known.
pub(crate) fn day_in_zone(instant: Instant, zone: &str) -> CivilDate {
    match zone.parse::<chrono_tz::Tz>() {
        Ok(zone) => instant.with_timezone(&zone).date_naive(),
        Err(_) => instant.date_naive(),
    }
}

/// The first moment of a day in an IANA zone; UTC's when the zone is not known or has no such moment.
pub(crate) fn day_begins(day: CivilDate, zone: &str) -> Instant {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let there = zone.parse::<chrono_tz::Tz>().ok().and_then(|zone| {
        // Where a clock change skips midnight, the day begins an hour later.
        let later = midnight + chrono::TimeDelta::hours(1);
        let begins = |at: chrono::NaiveDateTime| at.and_local_timezone(zone).earliest();
        begins(midnight).or_else(|| begins(later))
    });
    there.map_or_else(|| midnight.and_utc(), |there| there.to_utc())
}

/// Hour of the day (0-23) at `instant` in an IANA zone.
pub(crate) fn hour_in_zone(instant: Instant, zone: &str) -> u8 {
    use chrono::Timelike;
    let hour = match zone.parse::<chrono_tz::Tz>() {
        Ok(zone) => instant.with_timezone(&zone).hour(),
        Err(_) => instant.hour(),
    };
    u8::try_from(hour).unwrap_or(0)
}
