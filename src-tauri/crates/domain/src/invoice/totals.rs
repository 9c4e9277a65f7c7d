//! Totals by EN 16931-1.
//!
//! Each line is rounded once (BT-131), tax once per category (BR-CO-17), and everything else is a sum: net
//! (BT-109), tax (BT-110), gross (BT-112 = net + tax, BR-CO-15), prepaid (BT-113), payable (BT-115 = gross -
//! prepaid, BR-CO-16). With prices that hold the tax, the gross is summed per category and the tax is taken out
//! of it, so that the client pays exactly what the price list says. Leaves judging a draft to `issue`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::draft::DraftInvoice;
use super::line::{Discount, Line, TaxCategory, TaxCode, TaxMode};
use crate::money::{Currency, Money, MoneyError, Rate};

/// What one line comes to, as entered: net with [`TaxMode::Added`], gross with [`TaxMode::Included`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LineTotal {
    /// Quantity times price, before the discount.
    pub full: Money,
    /// What is taken off (BT-136).
    pub discount: Money,
    /// What is left (BT-131 when net).
    pub amount: Money,
}

/// One row of the tax breakdown (BG-23).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TaxLine {
    pub category: TaxCategory,
    /// Net amount that the tax is counted on (BT-116).
    pub taxable: Money,
    /// BT-117.
    pub tax: Money,
}

/// Everything an invoice adds up to. Frozen when the invoice is issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// In the order of the lines.
    pub lines: Vec<LineTotal>,
    /// Sorted by code, then rate; one row for each pair of them.
    pub tax_lines: Vec<TaxLine>,
    /// BT-109.
    pub net: Money,
    /// BT-110.
    pub tax: Money,
    /// BT-112.
    pub gross: Money,
    /// Gross amounts of earlier invoices that this one deducts (BT-113).
    pub prepaid: Money,
    /// BT-115.
    pub payable: Money,
}

/// Why totals cannot be counted; `line` counts from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TotalsError {
    #[error("line {line} comes to more than can be held")]
    LineTooLarge { line: usize },
    #[error("the discount of line {line} is negative or more than the line")]
    Discount { line: usize },
    #[error("the tax rate of line {line} does not fit its code")]
    TaxRate { line: usize },
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// Adds up an invoice.
///
/// Lines with the same code and rate share one row of the breakdown (BR-S-08); their reasons are joined, since
/// one category has one row whatever its reasons (BR-E-01, BR-AE-01).
pub fn totals(
    currency: Currency,
    tax_mode: TaxMode,
    lines: &[Line],
    prepaid: Money,
) -> Result<Totals, TotalsError> {
    let mut line_totals = Vec::with_capacity(lines.len());
    let mut groups: BTreeMap<(TaxCode, Rate), (Money, BTreeSet<&str>)> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        let total = line_total(currency, index, line)?;
        let zero = || (Money::zero(currency), BTreeSet::new());
        let (sum, reasons) = groups
            .entry((line.tax.code, line.tax.rate))
            .or_insert_with(zero);
        *sum = sum.plus(total.amount)?;
        if !line.tax.reason.is_empty() {
            reasons.insert(&line.tax.reason);
        }
        line_totals.push(total);
    }
    let tax_lines = groups
        .into_iter()
        .map(|((code, rate), (sum, reasons))| {
            let reason = reasons.into_iter().collect::<Vec<_>>().join("; ");
            tax_line(TaxCategory { code, rate, reason }, sum, tax_mode)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let net = Money::sum(currency, tax_lines.iter().map(|line| line.taxable))?;
    let tax = Money::sum(currency, tax_lines.iter().map(|line| line.tax))?;
    let gross = net.plus(tax)?;
    let payable = gross.minus(prepaid)?;
    Ok(Totals {
        lines: line_totals,
        tax_lines,
        net,
        tax,
        gross,
        prepaid,
        payable,
    })
}

fn line_total(currency: Currency, index: usize, line: &Line) -> Result<LineTotal, TotalsError> {
    if !line.tax.rate.is_share() || (line.tax.code != TaxCode::S && line.tax.rate != Rate::ZERO) {
        return Err(TotalsError::TaxRate { line: index });
    }
    let too_large = |_| TotalsError::LineTooLarge { line: index };
    let full = line
        .unit_price
        .times(line.quantity, currency)
        .map_err(too_large)?;
    let discount = match line.discount {
        Discount::None => Money::zero(currency),
        Discount::Percent(rate) if rate.is_share() => full.share(rate).map_err(too_large)?,
        Discount::Amount(minor) if (0..=full.minor().max(0)).contains(&minor) => {
            Money::new(minor, currency).map_err(too_large)?
        }
        Discount::Percent(_) | Discount::Amount(_) => {
            return Err(TotalsError::Discount { line: index });
        }
    };
    Ok(LineTotal {
        full,
        discount,
        amount: full.minus(discount)?,
    })
}

fn tax_line(category: TaxCategory, sum: Money, tax_mode: TaxMode) -> Result<TaxLine, MoneyError> {
    let rate = i128::from(category.rate.0);
    let whole = i128::from(Rate::WHOLE);
    match tax_mode {
        TaxMode::Added => {
            let tax = sum.scaled(rate, whole)?;
            Ok(TaxLine {
                category,
                taxable: sum,
                tax,
            })
        }
        TaxMode::Included => {
            let tax = sum.scaled(rate, whole + rate)?;
            Ok(TaxLine {
                category,
                taxable: sum.minus(tax)?,
                tax,
            })
        }
    }
}

impl DraftInvoice {
    /// What the earlier invoices listed here come to.
    pub fn prepaid(&self) -> Result<Money, MoneyError> {
        Money::sum(
            self.currency,
            self.prepayments.iter().map(|prepayment| prepayment.amount),
        )
    }

    /// The totals as the draft stands.
    pub fn totals(&self) -> Result<Totals, TotalsError> {
        totals(self.currency, self.tax_mode, &self.lines, self.prepaid()?)
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
mod tests {
    use super::*;
    use crate::money::{Quantity, UnitPrice};
    use proptest::prelude::*;

    fn currency(code: &str) -> Currency {
        Currency::new(code).unwrap()
    }

    /// Quantity in thousandths, price in ten-thousandths, rate in parts per million.
    fn line(quantity: i64, price: i64, discount: Discount, rate: i64) -> Line {
        Line {
            description: "Coverage".into(),
            quantity: Quantity(quantity),
            unit: String::new(),
            unit_price: UnitPrice(price),
            discount,
            tax: TaxCategory {
                code: TaxCode::S,
                rate: Rate(rate),
                reason: String::new(),
            },
        }
    }

    fn count(code: &str, mode: TaxMode, lines: &[Line]) -> Totals {
        totals(currency(code), mode, lines, Money::zero(currency(code))).unwrap()
    }

    fn sums(totals: &Totals) -> (i64, i64, i64) {
        (totals.net.minor(), totals.tax.minor(), totals.gross.minor())
    }

    #[test]
    fn two_rates_have_two_rows_and_are_rounded_once_each() {
        // 2 x 950.00 = 1900.00 at 19 % and 3 x 33.33 = 99.99 plus 0.35 = 100.34 at 7 %:
        // 1900.00 x 0.19 = 361.00; 100.34 x 0.07 = 7.0238 -> 7.02.
        let lines = [
            line(2_000, 9_500_000, Discount::None, 190_000),
            line(3_000, 333_300, Discount::None, 70_000),
            line(1_000, 3_500, Discount::None, 70_000),
        ];
        let totals = count("EUR", TaxMode::Added, &lines);
        assert_eq!(sums(&totals), (200_034, 36_802, 236_836));
        let rows: Vec<_> = totals
            .tax_lines
            .iter()
            .map(|row| (row.taxable.minor(), row.tax.minor()))
            .collect();
        assert_eq!(rows, [(10_034, 702), (190_000, 36_100)], "sorted by rate");
    }

    #[test]
    fn tax_is_rounded_per_category_and_not_per_line() {
        // Three lines of 0.03 at 19 %: 0.0057 each would round to 0.01 x 3 = 0.03; the category gives 0.0171 -> 0.02.
        let lines = vec![line(1_000, 300, Discount::None, 190_000); 3];
        assert_eq!(sums(&count("EUR", TaxMode::Added, &lines)), (9, 2, 11));
    }

    #[test]
    fn discounts_are_taken_off_the_line() {
        // 7.5 h x 120.00 = 900.00 less 12.5 % = 112.50 -> 787.50; 10.01 less 10 % = 1.001 -> 1.00 -> 9.01; 50.00 less 5.00.
        let lines = [
            line(7_500, 1_200_000, Discount::Percent(Rate(125_000)), 200_000),
            line(1_000, 100_100, Discount::Percent(Rate(100_000)), 200_000),
            line(1_000, 500_000, Discount::Amount(500), 200_000),
        ];
        let totals = count("EUR", TaxMode::Added, &lines);
        let rows: Vec<_> = totals
            .lines
            .iter()
            .map(|row| (row.full.minor(), row.discount.minor(), row.amount.minor()))
            .collect();
        assert_eq!(
            rows,
            [
                (90_000, 11_250, 78_750),
                (1_001, 100, 901),
                (5_000, 500, 4_500)
            ]
        );
        // 841.51 x 0.2 = 168.302.
        assert_eq!(sums(&totals), (84_151, 16_830, 100_981));
    }

    #[test]
    fn included_tax_is_taken_out_of_the_gross() {
        // 1190.00 at 19 %: tax 190.00. 99.99 at 7 %: 99.99 x 7 / 107 = 6.5414 -> 6.54, net 93.45.
        let lines = [
            line(1_000, 11_900_000, Discount::None, 190_000),
            line(1_000, 999_900, Discount::None, 70_000),
        ];
        let totals = count("EUR", TaxMode::Included, &lines);
        assert_eq!(sums(&totals), (109_345, 19_654, 128_999));
        assert_eq!(
            totals.lines[1].amount.minor(),
            9_999,
            "the line shows the price as it was entered"
        );
    }

    #[test]
    fn yen_have_no_decimals() {
        // 3 x 3333 = 9999 at 10 %: 999.9 -> 1000. 1.5 x 2501 = 3751.5 -> 3752 at 8 %: 300.16 -> 300.
        let lines = [
            line(3_000, 33_330_000, Discount::None, 100_000),
            line(1_500, 25_010_000, Discount::None, 80_000),
        ];
        assert_eq!(
            sums(&count("JPY", TaxMode::Added, &lines)),
            (13_751, 1_300, 15_051)
        );
        // 1000 yen with 10 % inside: 1000 x 10 / 110 = 90.909 -> 91.
        let included = count(
            "JPY",
            TaxMode::Included,
            &[line(1_000, 10_000_000, Discount::None, 100_000)],
        );
        assert_eq!(sums(&included), (909, 91, 1_000));
    }

    #[test]
    fn dinars_have_three_decimals() {
        // 2.5 x 10.1234 = 25.3085 -> 25.309 (half up) at 5 %: 1.26545 -> 1.265.
        let totals = count(
            "KWD",
            TaxMode::Added,
            &[line(2_500, 101_234, Discount::None, 50_000)],
        );
        assert_eq!(sums(&totals), (25_309, 1_265, 26_574));
    }

    #[test]
    fn earlier_invoices_are_deducted_from_the_gross() {
        let prepaid = Money::new(50_000, currency("EUR")).unwrap();
        let lines = [line(1_000, 10_000_000, Discount::None, 190_000)];
        let totals = totals(currency("EUR"), TaxMode::Added, &lines, prepaid).unwrap();
        assert_eq!(
            (totals.gross.minor(), totals.payable.minor()),
            (119_000, 69_000)
        );
    }

    #[test]
    fn reverse_charge_has_no_tax_and_joins_its_reasons() {
        let mut first = line(1_000, 1_000_000, Discount::None, 0);
        first.tax = TaxCategory {
            code: TaxCode::AE,
            rate: Rate::ZERO,
            reason: "Reverse charge".into(),
        };
        let mut second = first.clone();
        second.tax.reason = "Article 196".into();
        let totals = count("EUR", TaxMode::Added, &[first, second]);
        assert_eq!(
            totals.tax_lines.len(),
            1,
            "one category, one row (BR-AE-01)"
        );
        assert_eq!(
            totals.tax_lines[0].category.reason,
            "Article 196; Reverse charge"
        );
        assert_eq!(sums(&totals), (20_000, 0, 20_000));
    }

    #[test]
    fn what_cannot_be_counted_is_named() {
        let wrong = |line: Line| {
            totals(
                currency("EUR"),
                TaxMode::Added,
                &[line],
                Money::zero(currency("EUR")),
            )
        };
        let discount = Err(TotalsError::Discount { line: 0 });
        assert_eq!(
            wrong(line(1_000, 10_000, Discount::Amount(101), 0)),
            discount,
            "more than the line"
        );
        assert_eq!(
            wrong(line(1_000, 10_000, Discount::Amount(-1), 0)),
            discount
        );
        assert_eq!(
            wrong(line(1_000, 10_000, Discount::Percent(Rate(1_000_001)), 0)),
            discount
        );
        assert_eq!(
            wrong(line(1_000, 10_000, Discount::None, -1)),
            Err(TotalsError::TaxRate { line: 0 })
        );
        assert_eq!(
            wrong(line(i64::MAX, i64::MAX, Discount::None, 0)),
            Err(TotalsError::LineTooLarge { line: 0 })
        );
        let mut exempt = line(1_000, 10_000, Discount::None, 190_000);
        exempt.tax.code = TaxCode::E;
        assert_eq!(
            wrong(exempt),
            Err(TotalsError::TaxRate { line: 0 }),
            "an exempt line has no rate"
        );
        let yen = Money::zero(currency("JPY"));
        assert!(matches!(
            totals(currency("EUR"), TaxMode::Added, &[], yen),
            Err(TotalsError::Money(_))
        ));
    }

    fn any_line() -> impl Strategy<Value = Line> {
        let discount = prop_oneof![
            Just(Discount::None),
            (0..=Rate::WHOLE).prop_map(|rate| Discount::Percent(Rate(rate))),
        ];
        let rate = prop::sample::select(vec![0, 55_000, 70_000, 190_000, 210_000, 1_000_000]);
        (1_i64..100_000, 0_i64..10_000_000_000, discount, rate)
            .prop_map(|(quantity, price, discount, rate)| line(quantity, price, discount, rate))
    }

    proptest! {
        #[test]
        fn totals_agree_with_each_other(
            lines in prop::collection::vec(any_line(), 0..12),
            included in any::<bool>(),
            code in prop::sample::select(vec!["EUR", "JPY", "KWD"]),
        ) {
            let mode = if included { TaxMode::Included } else { TaxMode::Added };
            let totals = count(code, mode, &lines);
            let sum = |amounts: Vec<Money>| Money::sum(currency(code), amounts).unwrap();
            prop_assert_eq!(totals.net.plus(totals.tax).unwrap(), totals.gross);
            prop_assert_eq!(sum(totals.tax_lines.iter().map(|row| row.tax).collect()), totals.tax);
            let entered = sum(totals.lines.iter().map(|row| row.amount).collect());
            prop_assert_eq!(entered, if included { totals.gross } else { totals.net }, "the lines add up to what they show");
            for row in &totals.tax_lines {
                let exact = i128::from(row.taxable.minor()) * i128::from(row.category.rate.0);
                let off = (i128::from(row.tax.minor()) * i128::from(Rate::WHOLE) - exact).abs();
                prop_assert!(off <= i128::from(Rate::WHOLE), "tax is the rate of what it is counted on, within a unit");
            }
        }

        #[test]
        fn the_order_of_lines_changes_no_sum(
            (lines, shuffled) in prop::collection::vec(any_line(), 1..12)
                .prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
            included in any::<bool>(),
        ) {
            let mode = if included { TaxMode::Included } else { TaxMode::Added };
            let (one, other) = (count("EUR", mode, &lines), count("EUR", mode, &shuffled));
            prop_assert_eq!(sums(&one), sums(&other));
            prop_assert_eq!(one.tax_lines, other.tax_lines);
        }
    }
}
