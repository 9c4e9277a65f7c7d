//! A job: the shoot, its date and its two-part schedule (retainer, then balance N days before the event).
//!
//! A stage of a job is not an instalment: it is its own invoice at its time, and the final invoice lists and
//! deducts the earlier ones.

use serde::{Deserialize, Serialize};

use crate::calendar::{CivilDate, days_before, days_between};
use crate::field::{self, FieldProblem, Problem, limit, many_lines, one_line, required_line};
use crate::id::ClientId;
use crate::money::{Money, MoneyError, Rate};

/// What the shoot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum JobKind {
    Wedding,
    Portrait,
    Event,
    Commercial,
    Editorial,
    Property,
    Film,
    Other,
}

/// How a job's price is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum Schedule {
    /// One invoice when the owner makes it.
    AtOnce,
    /// A retainer at booking and the rest some days before the event.
    RetainerAndBalance {
        retainer: Rate,
        balance_days_before_event: u32,
    },
}

/// A job as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct JobFacts {
    pub client: ClientId,
    pub title: String,
    pub kind: JobKind,
    pub event_on: Option<CivilDate>,
    pub delivered_on: Option<CivilDate>,
    /// Agreed price, tax included; `None` until agreed.
    pub price: Option<Money>,
    pub booked_on: Option<CivilDate>,
    pub schedule: Schedule,
    pub place: String,
    pub note: String,
}

/// Which part of the schedule a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    Whole,
    Retainer,
    Balance,
}

/// One part of the price with its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    pub kind: StageKind,
    pub amount: Money,
    /// `None` while the date it hangs on is not known.
    pub due_on: Option<CivilDate>,
}

/// The price in parts: the whole, or a retainer at booking (its share, half up) and the rest some days before
/// the event, but never before the booking. Empty while no price is agreed.
pub fn stages(job: &JobFacts) -> Result<Vec<Stage>, MoneyError> {
    let Some(price) = job.price else {
        return Ok(Vec::new());
    };
    match job.schedule {
        Schedule::AtOnce => Ok(vec![Stage {
            kind: StageKind::Whole,
            amount: price,
            due_on: None,
        }]),
        Schedule::RetainerAndBalance {
            retainer,
            balance_days_before_event,
        } => {
            let first = price.share(retainer)?;
            let balance_on = job.event_on.map(|event_on| {
                let on = days_before(event_on, balance_days_before_event);
                job.booked_on.map_or(on, |booked_on| on.max(booked_on))
            });
            Ok(vec![
                Stage {
                    kind: StageKind::Retainer,
                    amount: first,
                    due_on: job.booked_on,
                },
                Stage {
                    kind: StageKind::Balance,
                    amount: price.minus(first)?,
                    due_on: balance_on,
                },
            ])
        }
    }
}

/// Whether the event comes within `days` while this much of the job is still open.
pub fn is_at_risk(job: &JobFacts, open: Money, days: u32, today: CivilDate) -> bool {
    let soon = |event_on| (0..=i64::from(days)).contains(&days_between(today, event_on));
    open.is_positive() && job.event_on.is_some_and(soon)
}

impl JobFacts {
    /// The job trimmed and checked.
    pub fn validated(self, today: CivilDate) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        if let Some(date) = self.event_on {
            field::plausible_date("eventOn", date, &mut problems);
        }
        for (name, date) in [
            ("deliveredOn", self.delivered_on),
            ("bookedOn", self.booked_on),
        ] {
            if let Some(date) = date {
                field::past_date(name, date, today, &mut problems);
            }
        }
        if self.price.is_some_and(|price| !price.is_positive()) {
            problems.push(FieldProblem::new("price", Problem::MustBePositive));
        }
        if let Schedule::RetainerAndBalance {
            retainer,
            balance_days_before_event,
        } = &self.schedule
        {
            match retainer.0 {
                ..=0 => problems.push(FieldProblem::new(
                    "schedule.retainer",
                    Problem::MustBePositive,
                )),
                Rate::WHOLE.. => {
                    problems.push(FieldProblem::new("schedule.retainer", Problem::TooLarge));
                }
                _ => {}
            }
            field::days(
                "schedule.balanceDaysBeforeEvent",
                *balance_days_before_event,
                &mut problems,
            );
        }
        let job = Self {
            title: required_line("title", &self.title, limit::LINE, &mut problems),
            place: one_line("place", &self.place, limit::LINE, &mut problems),
            note: many_lines("note", &self.note, limit::NOTE, &mut problems),
            ..self
        };
        field::value_or(job, problems)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::money::Currency;

    fn day(month: u32, day: u32) -> CivilDate {
        CivilDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn money(minor: i64) -> Money {
        Money::new(minor, Currency::new("EUR").unwrap()).unwrap()
    }

    fn wedding() -> JobFacts {
        JobFacts {
            client: ClientId("c".into()),
            title: "Wedding".into(),
            kind: JobKind::Wedding,
            event_on: Some(day(8, 15)),
            delivered_on: None,
            price: Some(money(299_999)),
            booked_on: Some(day(1, 10)),
            schedule: Schedule::RetainerAndBalance {
                retainer: Rate(300_000),
                balance_days_before_event: 30,
            },
            place: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn retainer_and_balance_are_the_price() {
        // 2999.99 x 30 % = 899.997 -> 900.00; the rest is 2099.99; 30 days before 15 August is 16 July.
        let stages = stages(&wedding()).unwrap();
        let seen: Vec<_> = stages
            .iter()
            .map(|stage| (stage.kind, stage.amount.minor(), stage.due_on))
            .collect();
        assert_eq!(
            seen,
            [
                (StageKind::Retainer, 90_000, Some(day(1, 10))),
                (StageKind::Balance, 209_999, Some(day(7, 16)))
            ]
        );
    }

    #[test]
    fn a_late_booking_has_its_balance_due_at_booking() {
        let job = JobFacts {
            booked_on: Some(day(8, 1)),
            ..wedding()
        };
        assert_eq!(
            stages(&job).unwrap()[1].due_on,
            Some(day(8, 1)),
            "not before it was booked"
        );
    }

    #[test]
    fn without_price_or_date_nothing_is_made_up() {
        assert_eq!(
            stages(&JobFacts {
                price: None,
                ..wedding()
            })
            .unwrap(),
            []
        );
        let undated = stages(&JobFacts {
            event_on: None,
            ..wedding()
        })
        .unwrap();
        assert_eq!(undated[1].due_on, None);
        let whole = stages(&JobFacts {
            schedule: Schedule::AtOnce,
            ..wedding()
        })
        .unwrap();
        assert_eq!(
            whole,
            [Stage {
                kind: StageKind::Whole,
                amount: money(299_999),
                due_on: None
            }]
        );
    }

    #[test]
    fn an_unpaid_balance_shortly_before_the_event_is_a_risk() {
        assert!(is_at_risk(&wedding(), money(1), 14, day(8, 1)));
        assert!(
            !is_at_risk(&wedding(), money(1), 14, day(7, 31)),
            "fifteen days ahead"
        );
        assert!(!is_at_risk(&wedding(), money(0), 14, day(8, 1)), "paid");
        assert!(
            !is_at_risk(&wedding(), money(1), 14, day(8, 16)),
            "the event is over"
        );
    }

    #[test]
    fn an_absurd_job_names_each_field() {
        let job = JobFacts {
            title: " ".into(),
            event_on: CivilDate::from_ymd_opt(9999, 1, 1),
            delivered_on: Some(day(3, 2)),
            price: Some(money(0)),
            schedule: Schedule::RetainerAndBalance {
                retainer: Rate(Rate::WHOLE),
                balance_days_before_event: 1_000,
            },
            ..wedding()
        };
        let problems = job.validated(day(3, 1)).unwrap_err();
        let fields: Vec<_> = problems
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        assert_eq!(
            fields,
            [
                "eventOn",
                "deliveredOn",
                "price",
                "schedule.retainer",
                "schedule.balanceDaysBeforeEvent",
                "title"
            ]
        );
    }

    #[test]
    fn a_schedule_is_written_in_camel_case() {
        let json = serde_json::to_string(&wedding().schedule).unwrap();
        assert_eq!(
            json,
            r#"{"kind":"retainerAndBalance","retainer":300000,"balanceDaysBeforeEvent":30}"#
        );
    }
}
