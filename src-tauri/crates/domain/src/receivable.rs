//! What is owed: one instalment of one invoice, or a debt recorded from before.
//!
//! Open, overdue and aging are derived here from facts and a day, and stored nowhere as facts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::{CivilDate, days_after, days_between};
use crate::id::{CaseId, ClientId, InvoiceId, ReceivableId};
use crate::money::{Currency, Money, MoneyError};

/// Where a receivable comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "kind"
)]
pub enum Origin {
    /// Instalment `part` (from 1) of `of` of an invoice of ours.
    Invoice {
        invoice: InvoiceId,
        part: u32,
        of: u32,
    },
    /// An invoice made elsewhere; never drawn again and takes no number of ours.
    Recorded { invoice: InvoiceId },
}

/// One amount with one due date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Receivable {
    pub id: ReceivableId,
    pub client: ClientId,
    pub origin: Origin,
    /// Number of the invoice as the client knows it.
    pub number: String,
    pub issued_on: CivilDate,
    pub due_on: CivilDate,
    pub amount: Money,
    /// Sum of allocations that stand.
    pub paid: Money,
    pub case: Option<CaseId>,
}

/// How late, in the usual bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AgingBand {
    NotDue,
    Days1To30,
    Days31To60,
    Days61To90,
    Over90,
}

/// From how many days before its due date an invoice counts as due soon.
const SOON_DAYS: i64 = 7;

/// What is left to pay; never less than nothing, since allocations never exceed what is open.
pub fn open(receivable: &Receivable) -> Result<Money, MoneyError> {
    let open = receivable.amount.minus(receivable.paid)?;
    Ok(if open.is_negative() {
        Money::zero(open.currency())
    } else {
        open
    })
}

/// Late starts the day after the due date (invariant 6).
pub fn first_late_day(due_on: CivilDate) -> CivilDate {
    days_after(due_on, 1)
}

/// Whether something is open and its due date has passed.
pub fn is_overdue(due_on: CivilDate, open: Money, today: CivilDate) -> bool {
    open.is_positive() && due_on < today
}

/// Days since the due date; zero on the due date and before.
pub fn days_late(due_on: CivilDate, today: CivilDate) -> i64 {
    days_between(due_on, today).max(0)
}

/// Whether it became late since the day that was last looked at, however long ago: the due dates that one
/// digest tells of after the program was closed. Without an earlier look, everything late counts.
pub fn became_late(
    due_on: CivilDate,
    open: Money,
    last_looked_on: Option<CivilDate>,
    today: CivilDate,
) -> bool {
    is_overdue(due_on, open, today)
        && last_looked_on.is_none_or(|last| first_late_day(due_on) > last)
}

impl AgingBand {
    pub const ALL: [Self; 5] = [
        Self::NotDue,
        Self::Days1To30,
        Self::Days31To60,
        Self::Days61To90,
        Self::Over90,
    ];

    /// The band of a due date today.
    pub fn of(due_on: CivilDate, today: CivilDate) -> Self {
        match days_late(due_on, today) {
            ..=0 => Self::NotDue,
            1..=30 => Self::Days1To30,
            31..=60 => Self::Days31To60,
            61..=90 => Self::Days61To90,
            _ => Self::Over90,
        }
    }
}

/// What is open in one currency, by how late it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Aging {
    /// Every band, also the empty ones.
    pub bands: BTreeMap<AgingBand, Money>,
    pub open: Money,
    pub overdue: Money,
    /// How many receivables are overdue.
    pub overdue_count: u32,
}

impl Aging {
    fn zero(currency: Currency) -> Self {
        let zero = Money::zero(currency);
        Self {
            bands: AgingBand::ALL.map(|band| (band, zero)).into(),
            open: zero,
            overdue: zero,
            overdue_count: 0,
        }
    }
}

/// Sums of what is open, one table for each currency: currencies never add up.
pub fn aging<'a>(
    receivables: impl IntoIterator<Item = &'a Receivable>,
    today: CivilDate,
) -> Result<BTreeMap<Currency, Aging>, MoneyError> {
    let mut tables = BTreeMap::new();
    for receivable in receivables {
        add(&mut tables, receivable.due_on, open(receivable)?, 1, today)?;
    }
    Ok(tables)
}

/// The same from what is open added up by due day: a few hundred sums instead of every debt.
pub fn aging_of_days(
    days: impl IntoIterator<Item = DueDay>,
    today: CivilDate,
) -> Result<BTreeMap<Currency, Aging>, MoneyError> {
    let mut tables = BTreeMap::new();
    for day in days {
        add(&mut tables, day.due_on, day.open, day.receivables, today)?;
    }
    Ok(tables)
}

/// What is open of everything that is due on one day in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueDay {
    pub due_on: CivilDate,
    pub open: Money,
    pub receivables: u32,
}

fn add(
    tables: &mut BTreeMap<Currency, Aging>,
    due_on: CivilDate,
    open: Money,
    receivables: u32,
    today: CivilDate,
) -> Result<(), MoneyError> {
    if open.is_zero() {
        return Ok(());
    }
    let table = tables
        .entry(open.currency())
        .or_insert_with(|| Aging::zero(open.currency()));
    let band = table
        .bands
        .entry(AgingBand::of(due_on, today))
        .or_insert(Money::zero(open.currency()));
    *band = band.plus(open)?;
    table.open = table.open.plus(open)?;
    if is_overdue(due_on, open, today) {
        table.overdue = table.overdue.plus(open)?;
        table.overdue_count = table.overdue_count.saturating_add(receivables);
    }
    Ok(())
}

/// What an invoice is called in lists; derived, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InvoiceStatus {
    Paid,
    PartPaid,
    Open,
    DueSoon,
    Overdue,
}

/// The status of an invoice from its instalments: late if any part is late, however far off the last one is.
/// Without any (earlier invoices covered everything) it is paid.
pub fn status<'a>(
    receivables: impl IntoIterator<Item = &'a Receivable>,
    today: CivilDate,
) -> Result<InvoiceStatus, MoneyError> {
    let (mut any_open, mut any_paid, mut any_soon, mut any_late) = (false, false, false, false);
    for receivable in receivables {
        let open = open(receivable)?;
        any_paid |= receivable.paid.is_positive();
        any_open |= open.is_positive();
        any_late |= is_overdue(receivable.due_on, open, today);
        any_soon |=
            open.is_positive() && (0..=SOON_DAYS).contains(&days_between(today, receivable.due_on));
    }
    Ok(match (any_open, any_late, any_soon, any_paid) {
        (false, ..) => InvoiceStatus::Paid,
        (_, true, ..) => InvoiceStatus::Overdue,
        (_, _, true, _) => InvoiceStatus::DueSoon,
        (_, _, _, true) => InvoiceStatus::PartPaid,
        _ => InvoiceStatus::Open,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use AgingBand::{Days1To30, Days31To60, Days61To90, NotDue, Over90};

    fn money(minor: i64, code: &str) -> Money {
        Money::new(minor, Currency::new(code).unwrap()).unwrap()
    }

    fn today() -> CivilDate {
        CivilDate::from_ymd_opt(2026, 3, 10).unwrap()
    }

    /// Due `late` days ago.
    fn receivable(late: i64, amount: Money, paid: i64) -> Receivable {
        let due_on = today() - chrono::Duration::days(late);
        Receivable {
            id: ReceivableId("r".into()),
            client: ClientId("c".into()),
            origin: Origin::Recorded {
                invoice: InvoiceId("i".into()),
            },
            number: "7".into(),
            issued_on: due_on,
            due_on,
            amount,
            paid: money(paid, amount.currency().code()),
            case: None,
        }
    }

    #[test]
    fn late_starts_the_day_after_the_due_date() {
        let one = money(1, "EUR");
        assert!(
            !is_overdue(today(), one, today()),
            "on the due day itself nobody is late"
        );
        let tomorrow = first_late_day(today());
        assert!(is_overdue(today(), one, tomorrow));
        assert_eq!(
            (days_late(today(), today()), days_late(today(), tomorrow)),
            (0, 1)
        );
        assert!(
            !is_overdue(today(), money(0, "EUR"), tomorrow),
            "what is paid is never late"
        );
    }

    #[test]
    fn bands_meet_without_gaps() {
        let band = |late: i64| AgingBand::of(today() - chrono::Duration::days(late), today());
        let seen: Vec<_> = [-5, 0, 1, 30, 31, 60, 61, 90, 91]
            .into_iter()
            .map(band)
            .collect();
        let expected = [
            NotDue, NotDue, Days1To30, Days1To30, Days31To60, Days31To60, Days61To90, Days61To90,
            Over90,
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn currencies_are_never_added_up() {
        let all = [
            receivable(5, money(100, "EUR"), 40),
            receivable(45, money(100, "EUR"), 0),
            receivable(-3, money(7, "JPY"), 0),
            receivable(99, money(100, "USD"), 100),
        ];
        let tables = aging(&all, today()).unwrap();
        assert_eq!(tables.len(), 2, "what is paid has no table");
        let euros = &tables[&Currency::new("EUR").unwrap()];
        assert_eq!(
            (euros.open, euros.overdue, euros.overdue_count),
            (money(160, "EUR"), money(160, "EUR"), 2)
        );
        assert_eq!(euros.bands[&Days1To30], money(60, "EUR"));
        let yen = &tables[&Currency::new("JPY").unwrap()];
        assert_eq!((yen.open, yen.overdue), (money(7, "JPY"), money(0, "JPY")));
        let json = serde_json::to_value(&tables).unwrap();
        assert_eq!(
            json["EUR"]["bands"]["days31_to60"]["minor"], 100,
            "bands are keyed by name on the wire"
        );
    }

    #[test]
    fn a_status_is_derived_from_all_parts() {
        let status = |all: &[Receivable]| status(all, today()).unwrap();
        let eur = money(100, "EUR");
        assert_eq!(status(&[receivable(9, eur, 100)]), InvoiceStatus::Paid);
        assert_eq!(
            status(&[receivable(1, eur, 50), receivable(-60, eur, 0)]),
            InvoiceStatus::Overdue,
            "one late part"
        );
        assert_eq!(status(&[receivable(0, eur, 50)]), InvoiceStatus::DueSoon);
        assert_eq!(
            status(&[receivable(9, eur, 100), receivable(-60, eur, 0)]),
            InvoiceStatus::PartPaid
        );
        assert_eq!(status(&[receivable(-8, eur, 0)]), InvoiceStatus::Open);
        assert_eq!(
            status(&[]),
            InvoiceStatus::Paid,
            "earlier invoices covered everything"
        );
    }

    #[test]
    fn a_due_date_passed_while_closed_is_told_of_once() {
        let one = money(1, "EUR");
        let due_on = today() - chrono::Duration::days(5);
        assert!(
            became_late(due_on, one, Some(due_on), today()),
            "looked on the due day, not since"
        );
        assert!(
            !became_late(due_on, one, Some(first_late_day(due_on)), today()),
            "told of that day already"
        );
        assert!(became_late(due_on, one, None, today()));
        assert!(!became_late(today(), one, None, today()));
    }

    #[test]
    fn amounts_of_two_currencies_in_one_receivable_are_an_error() {
        let mut mixed = receivable(1, money(100, "EUR"), 0);
        mixed.paid = money(0, "USD");
        assert!(open(&mixed).is_err(), "a debt never vanishes quietly");
    }

    proptest! {
        #[test]
        fn bands_add_up_to_what_is_open(all in prop::collection::vec((-100_i64..200, 0_i64..1_000_000, 0_i64..1_200_000), 0..30)) {
            let all: Vec<_> = all.iter().map(|(late, amount, paid)| receivable(*late, money(*amount, "EUR"), *paid)).collect();
            for (currency, table) in aging(&all, today()).unwrap() {
                let bands = Money::sum(currency, table.bands.values().copied()).unwrap();
                prop_assert_eq!(bands, table.open);
                let late = table.open.minus(table.bands[&NotDue]).unwrap();
                prop_assert_eq!(late, table.overdue);
            }
            let mut days: BTreeMap<(CivilDate, Currency), DueDay> = BTreeMap::new();
            for receivable in &all {
                let open = open(receivable).unwrap();
                if open.is_positive() {
                    let day = days.entry((receivable.due_on, open.currency())).or_insert(DueDay { due_on: receivable.due_on, open: Money::zero(open.currency()), receivables: 0 });
                    day.open = day.open.plus(open).unwrap();
                    day.receivables += 1;
                }
            }
            prop_assert_eq!(aging_of_days(days.into_values(), today()).unwrap(), aging(&all, today()).unwrap(), "added up by day first, it is the same");
        }
    }
}
