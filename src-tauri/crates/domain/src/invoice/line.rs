//! Lines of an invoice and the price list they come from.

use serde::{Deserialize, Serialize};

use crate::field::{
    self, FieldProblem, Problem, is_blank, limit, many_lines, one_line, required_line,
};
use crate::money::{Currency, Quantity, Rate, UnitPrice};

/// Why a rate is what it is (UNTDID 5305, as EN 16931 BT-151 uses it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum TaxCode {
    /// Standard or reduced rate.
    S,
    /// Zero rated.
    Z,
    /// Exempt: needs a reason.
    E,
    /// Reverse charge: the buyer accounts for the tax; needs a reason and both VAT numbers.
    AE,
    /// Outside the scope of the tax, or a place without one.
    O,
}

/// A tax category of a line: code, rate and, where no tax is charged for a reason, that reason.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TaxCategory {
    pub code: TaxCode,
    /// Zero unless the code is `S`.
    pub rate: Rate,
    /// BT-120; empty where none is needed.
    pub reason: String,
}

/// Whether prices are entered with the tax inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TaxMode {
    /// Prices are net; tax is added.
    Added,
    /// Prices are gross; tax is inside.
    Included,
}

/// Less on a line (BG-27).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
pub enum Discount {
    None,
    Percent(Rate),
    /// In minor units of the invoice's currency.
    Amount(i64),
}

/// One line (BG-25).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Line {
    pub description: String,
    pub quantity: Quantity,
    /// `hour`, `day`, `image`; empty for a plain count.
    pub unit: String,
    pub unit_price: UnitPrice,
    pub discount: Discount,
    pub tax: TaxCategory,
}

/// An entry of the price list; a package is one entry whose description names its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PriceItem {
    pub name: String,
    pub description: String,
    pub unit: String,
    pub unit_price: UnitPrice,
    pub currency: Currency,
    pub tax: TaxCategory,
    /// Parts of a package, each its own line when added; empty for a single item.
    pub parts: Vec<Line>,
}

/// The most parts of one package.
const MAX_PARTS: usize = 50;

impl TaxCategory {
    /// Trimmed, and the rate and reason fit the code (BR-S-05, BR-Z-05, BR-E-05 and -10, BR-AE-05 and -10, BR-O-05).
    fn validated(self, at: &str, problems: &mut Vec<FieldProblem>) -> Self {
        let needs_reason = matches!(self.code, TaxCode::E | TaxCode::AE);
        let reason = one_line(&format!("{at}.reason"), &self.reason, limit::LINE, problems);
        if needs_reason && is_blank(&reason) {
            problems.push(FieldProblem::new(format!("{at}.reason"), Problem::Required));
        }
        let problem = match (self.code, self.rate.0) {
            (_, ..0) => Some(Problem::MustNotBeNegative),
            (TaxCode::S, 0) => Some(Problem::MustBePositive),
            (TaxCode::S, 1..=Rate::WHOLE) | (_, 0) => None,
            _ => Some(Problem::TooLarge),
        };
        if let Some(problem) = problem {
            problems.push(FieldProblem::new(format!("{at}.rate"), problem));
        }
        Self { reason, ..self }
    }
}

impl Line {
    /// Trimmed, and each value within what can be meant; `at` is where the line stands, such as `lines[2]`.
    /// An empty description is refused only where `complete` is asked for: a draft may still be missing it.
    pub(crate) fn validated(
        self,
        at: &str,
        currency: Currency,
        complete: bool,
        problems: &mut Vec<FieldProblem>,
    ) -> Self {
        let description = many_lines(
            &format!("{at}.description"),
            &self.description,
            limit::DESCRIPTION,
            problems,
        );
        if complete && is_blank(&description) {
            problems.push(FieldProblem::new(
                format!("{at}.description"),
                Problem::Required,
            ));
        }
        if self.quantity.0 <= 0 {
            problems.push(FieldProblem::new(
                format!("{at}.quantity"),
                Problem::MustBePositive,
            ));
        } else if self.quantity > Quantity::MAX {
            problems.push(FieldProblem::new(
                format!("{at}.quantity"),
                Problem::TooLarge,
            ));
        }
        price(&format!("{at}.unitPrice"), self.unit_price, problems);
        if let Some(problem) = self.discount_problem(currency) {
            problems.push(FieldProblem::new(format!("{at}.discount"), problem));
        }
        Self {
            description,
            unit: one_line(&format!("{at}.unit"), &self.unit, limit::CODE, problems),
            tax: self.tax.validated(&format!("{at}.tax"), problems),
            ..self
        }
    }

    fn discount_problem(&self, currency: Currency) -> Option<Problem> {
        match self.discount {
            Discount::Percent(Rate(..0)) | Discount::Amount(..0) => {
                Some(Problem::MustNotBeNegative)
            }
            Discount::Percent(rate) if !rate.is_share() => Some(Problem::TooLarge),
            Discount::Amount(minor) => {
                let full = self.unit_price.times(self.quantity, currency).ok()?;
                (minor > full.minor()).then_some(Problem::TooLarge)
            }
            Discount::None | Discount::Percent(_) => None,
        }
    }
}

fn price(field: &str, price: UnitPrice, problems: &mut Vec<FieldProblem>) {
    if price.0 < 0 {
        problems.push(FieldProblem::new(field, Problem::MustNotBeNegative));
    } else if price > UnitPrice::MAX {
        problems.push(FieldProblem::new(field, Problem::TooLarge));
    }
}

impl PriceItem {
    /// The entry trimmed and checked.
    pub fn validated(self) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        price("unitPrice", self.unit_price, &mut problems);
        if self.parts.len() > MAX_PARTS {
            problems.push(FieldProblem::new("parts", Problem::TooMany));
        }
        let currency = self.currency;
        let parts = self.parts.into_iter().enumerate();
        let item = Self {
            name: required_line("name", &self.name, limit::LINE, &mut problems),
            description: many_lines(
                "description",
                &self.description,
                limit::DESCRIPTION,
                &mut problems,
            ),
            unit: one_line("unit", &self.unit, limit::CODE, &mut problems),
            tax: self.tax.validated("tax", &mut problems),
            parts: parts
                .map(|(index, part)| {
                    part.validated(&format!("parts[{index}]"), currency, true, &mut problems)
                })
                .collect(),
            ..self
        };
        field::value_or(item, problems)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_price_item_with_absurd_values_names_each() {
        let part = Line {
            description: " ".into(),
            quantity: Quantity(0),
            unit: String::new(),
            unit_price: UnitPrice(-1),
            discount: Discount::Percent(Rate(-1)),
            tax: TaxCategory {
                code: TaxCode::AE,
                rate: Rate(190_000),
                reason: String::new(),
            },
        };
        let item = PriceItem {
            name: "Package".into(),
            description: String::new(),
            unit: String::new(),
            unit_price: UnitPrice(UnitPrice::MAX.0 + 1),
            currency: Currency::new("EUR").unwrap(),
            tax: TaxCategory {
                code: TaxCode::S,
                rate: Rate::ZERO,
                reason: String::new(),
            },
            parts: vec![part],
        };
        let problems = item.validated().unwrap_err();
        let expected = [
            ("unitPrice", Problem::TooLarge),
            ("tax.rate", Problem::MustBePositive),
            ("parts[0].description", Problem::Required),
            ("parts[0].quantity", Problem::MustBePositive),
            ("parts[0].unitPrice", Problem::MustNotBeNegative),
            ("parts[0].discount", Problem::MustNotBeNegative),
            ("parts[0].tax.reason", Problem::Required),
            ("parts[0].tax.rate", Problem::TooLarge),
        ];
        for (field, problem) in expected {
            assert!(
                problems.contains(&FieldProblem::new(field, problem)),
                "{field} in {problems:?}"
            );
        }
        assert_eq!(problems.len(), expected.len(), "{problems:?}");
    }
}
