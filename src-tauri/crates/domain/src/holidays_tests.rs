#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

#[test]
fn easter_is_where_the_church_puts_it() {
    for (year, sunday) in [
        (1981, "1981-04-19"),
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2019, "2019-04-21"),
        (2024, "2024-03-31"),
        (2025, "2025-04-20"),
        (2026, "2026-04-05"),
        (2027, "2027-03-28"),
        (2038, "2038-04-25"),
        (2049, "2049-04-18"),
        (2076, "2076-04-19"),
    ] {
        assert_eq!(easter_sunday(year), Some(day(sunday)));
    }
}

#[test]
fn nobody_works_on_the_holidays_of_their_country() {
    let free = [
        ("US", "2026-07-03"),
        ("US", "2026-11-26"),
        ("US", "2026-01-19"),
        ("US", "2021-12-31"),
        ("GB", "2026-04-03"),
        ("GB", "2026-05-04"),
        ("GB", "2026-12-28"),
        ("GB", "2027-12-28"),
        ("IE", "2026-02-02"),
        ("IE", "2030-02-01"),
        ("IE", "2026-10-26"),
        ("DE", "2026-05-14"),
        ("DE", "2026-05-25"),
        ("AT", "2026-06-04"),
        ("AT", "2026-10-26"),
        ("CH", "2025-08-01"),
        ("FR", "2026-07-14"),
        ("NL", "2026-04-27"),
        ("BE", "2026-07-21"),
        ("ES", "2026-10-12"),
        ("IT", "2026-06-02"),
        ("CA", "2026-05-18"),
        ("CA", "2026-07-01"),
        ("AU", "2026-01-26"),
        ("AU", "2026-06-08"),
        ("NZ", "2026-07-10"),
        ("NZ", "2027-02-08"),
        ("NZ", "2026-04-27"),
    ];
    for (country, on) in free {
        assert!(
            !WorkingDays::of(country).is_working_day(day(on)),
            "{on} is a holiday in {country}"
        );
    }
    let worked = [
        ("US", "2026-12-28"),
        ("DE", "2026-10-05"),
        ("NL", "2025-04-28"),
        ("AU", "2026-04-27"),
        ("IE", "2026-04-03"),
        ("GB", "2026-05-01"),
    ];
    for (country, on) in worked {
        assert!(
            WorkingDays::of(country).is_working_day(day(on)),
            "{on} is worked in {country}"
        );
    }
}

#[test]
fn two_holidays_on_a_weekend_are_kept_on_two_days() {
    let here = WorkingDays::of("GB");
    assert_eq!(
        here.on_or_after(day("2027-12-25")),
        day("2027-12-29"),
        "Christmas on a Saturday frees Monday and Tuesday"
    );
}

#[test]
fn a_day_off_moves_to_the_next_day_that_is_worked() {
    let germany = WorkingDays::of("DE");
    assert_eq!(
        germany.on_or_after(day("2026-04-03")),
        day("2026-04-07"),
        "over Good Friday, the weekend and Easter Monday"
    );
    assert_eq!(germany.on_or_after(day("2026-04-08")), day("2026-04-08"));
    assert_eq!(
        germany.on_or_before(day("2026-04-06")),
        day("2026-04-02"),
        "and back over all of them"
    );
    assert_eq!(
        WorkingDays::of("XX").on_or_after(day("2026-04-04")),
        day("2026-04-06"),
        "of an unknown country only the weekend is known"
    );
}
