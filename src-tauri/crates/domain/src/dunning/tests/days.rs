//! Days: due dates, weekends, holidays, leap days, and clocks that jump.

use super::*;

#[test]
fn a_due_date_is_a_date_wherever_the_machine_travels() {
    // 23:30 in Auckland and in Honolulu are a day apart; the planner only ever sees the business's own day.
    let debtor = one(debt("a", 0));
    assert_eq!(proposed(&debtor, 0), []);
    assert_eq!(
        proposed(&debtor, 366),
        [(FriendlyReminder, day(1))],
        "a clock that jumps a year ahead proposes one step, not nine"
    );
}

#[test]
fn a_clock_set_back_floods_nobody() {
    let mut debtor = owing(vec![debt("a", 0), debt("b", 0)]);
    done(&mut debtor, 0, FriendlyReminder, 22);
    assert_eq!(
        proposed(&debtor, 10),
        [],
        "the record lies ahead of the clock"
    );
    assert_eq!(
        may(&debtor, Call, 10),
        Err(Why::OneStepADay { until: day(23) })
    );
}

#[test]
fn a_leap_day_is_a_day() {
    let mut leap = one(debt("a", 0));
    leap.receivables[0].due_on = CivilDate::from_ymd_opt(2028, 2, 27).unwrap();
    let on = |month, day| CivilDate::from_ymd_opt(2028, month, day).unwrap();
    let first = plan_client(&leap, &place(), on(2, 29));
    assert_eq!(
        first[0].due_since,
        on(2, 28),
        "the first late day is the 28th, a Monday"
    );
    leap.receivables[0].due_on = on(2, 29);
    assert!(plan_client(&leap, &place(), on(2, 29)).is_empty());
    assert_eq!(plan_client(&leap, &place(), on(3, 1)).len(), 1);
}

#[test]
fn a_step_on_a_weekend_moves_to_monday_and_the_gaps_follow() {
    // Due on Friday, day 4: the first late day is a Saturday.
    let mut debtor = one(debt("a", 4));
    assert_eq!(proposed(&debtor, 5), []);
    assert_eq!(
        why(&debtor, 6),
        Why::NotAWorkingDay { until: day(7) },
        "Sunday"
    );
    assert_eq!(proposed(&debtor, 7), [(FriendlyReminder, day(7))]);
    done(&mut debtor, 0, FriendlyReminder, 9);
    assert_eq!(proposed(&debtor, 11), []);
    assert_eq!(
        proposed(&debtor, 14),
        [(Call, day(14))],
        "three days after Wednesday is Saturday, so that it is Monday"
    );
}

#[test]
fn a_note_before_the_due_date_moves_to_the_day_before_the_weekend() {
    let mut debtor = one(debt("a", 8));
    assert_eq!(
        proposed(&debtor, 4),
        [(DueNote, day(4))],
        "due on a Tuesday: three days before is a Saturday, so that it is Friday"
    );
    assert_eq!(proposed(&debtor, 5), [], "not on the weekend");
    assert_eq!(proposed(&debtor, 7), [(DueNote, day(4))], "but on Monday");
    done(&mut debtor, 0, DueNote, 4);
    assert_eq!(proposed(&debtor, 7), []);
}

#[test]
fn a_step_keeps_off_the_holidays_of_the_business() {
    let mut debtor = one(debt("a", 0));
    debtor.receivables[0].due_on = CivilDate::from_ymd_opt(2026, 4, 2).unwrap();
    let germany = Place {
        working_days: WorkingDays::of("DE"),
    };
    let on = |day| CivilDate::from_ymd_opt(2026, 4, day).unwrap();
    for off in 3..=6 {
        assert!(
            plan_client(&debtor, &germany, on(off)).is_empty(),
            "Good Friday to Easter Monday"
        );
    }
    assert_eq!(plan_client(&debtor, &germany, on(7)).len(), 1);
}

#[test]
fn a_note_goes_before_the_due_date_and_never_after_it() {
    let mut debtor = one(debt("a", 10));
    assert_eq!(proposed(&debtor, 4), []);
    assert_eq!(
        proposed(&debtor, 7),
        [(DueNote, day(7))],
        "three days before, a Monday"
    );
    assert_eq!(
        plan_client(&debtor, &place(), day(7))[0].why,
        Why::DueSoon { due_on: day(10) }
    );
    assert_eq!(proposed(&debtor, 9), [(DueNote, day(7))]);
    assert_eq!(proposed(&debtor, 10), [], "its time is over");
    assert_eq!(
        state(&debtor, "a", DueNote, 11),
        RungState::Closed { why: Why::Passed },
        "said, not silently dropped"
    );
    assert_eq!(proposed(&debtor, 11), [(FriendlyReminder, day(11))]);
    done(&mut debtor, 0, DueNote, 9);
    assert_eq!(proposed(&debtor, 10), []);
}
