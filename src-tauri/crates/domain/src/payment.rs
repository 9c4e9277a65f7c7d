//! Payments and how they are spread over what is open.
//!
//! Owns proposing and checking allocations and what a reversal does. A payment is never edited: a slip, a
//! bounce or a refund is a reversal, which removes all of its allocations. Leaves deriving balances to `receivable`.

use serde::{Deserialize, Serialize};

use crate::calendar::CivilDate;
use crate::field::{self, FieldProblem, Problem, limit, many_lines, one_line, required_line};
use crate::id::{ClientId, ReceivableId};
use crate::money::{Currency, Money, MoneyError};

/// How the money came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PaymentMethod {
    BankTransfer,
    Card,
    Cash,
    Cheque,
    DirectDebit,
    Online,
    Other,
}

/// Money in, as entered. What is not allocated stays as the client's credit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PaymentFacts {
    pub client: ClientId,
    pub amount: Money,
    pub received_on: CivilDate,
    pub method: PaymentMethod,
    /// What the bank line said.
    pub reference: String,
    pub note: String,
}

/// Part of a payment set against one receivable, in minor units of the payment's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Allocation {
    pub receivable: ReceivableId,
    pub amount_minor: i64,
}

/// What is open of one receivable, as far as spreading a payment needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenReceivable {
    pub receivable: ReceivableId,
    pub due_on: CivilDate,
    pub open: Money,
}

/// Why an allocation was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AllocationError {
    #[error("an allocation to {receivable} is not positive")]
    NotPositive { receivable: ReceivableId },
    #[error("{receivable} is not open")]
    NotOpen { receivable: ReceivableId },
    #[error("{receivable} is named twice")]
    Twice { receivable: ReceivableId },
    #[error("{receivable} is in {receivable_currency}, the payment in {payment_currency}")]
    Currency {
        receivable: ReceivableId,
        receivable_currency: Currency,
        payment_currency: Currency,
    },
    #[error("{receivable} has {open} open, less than {asked}")]
    MoreThanOpen {
        receivable: ReceivableId,
        open: Money,
        asked: Money,
    },
    #[error("{asked} is more than the payment of {paid}")]
    MoreThanPaid { paid: Money, asked: Money },
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// Spreads a payment: to the receivable it matches exactly (the oldest of those), otherwise oldest due first
/// until it is used up. The rest stays as credit; other currencies are left alone.
pub fn propose_allocation(amount: Money, open: &[OpenReceivable]) -> Vec<Allocation> {
    let mut candidates: Vec<&OpenReceivable> = open
        .iter()
        .filter(|item| item.open.currency() == amount.currency() && item.open.is_positive())
        .collect();
    candidates.sort_by(|a, b| (a.due_on, &a.receivable).cmp(&(b.due_on, &b.receivable)));
    if let Some(exact) = candidates.iter().position(|item| item.open == amount) {
        candidates = vec![candidates.swap_remove(exact)];
    }
    let mut rest = amount.minor();
    let mut allocations = Vec::new();
    for item in candidates {
        let amount_minor = rest.min(item.open.minor());
        if amount_minor <= 0 {
            break;
        }
        rest -= amount_minor;
        allocations.push(Allocation {
            receivable: item.receivable.clone(),
            amount_minor,
        });
    }
    allocations
}

/// Checks allocations against what is open and what was paid; returns what stays unallocated.
pub fn check_allocations(
    paid: Money,
    allocations: &[Allocation],
    open: &[OpenReceivable],
) -> Result<Money, AllocationError> {
    let mut asked = Money::zero(paid.currency());
    for (index, allocation) in allocations.iter().enumerate() {
        let receivable = allocation.receivable.clone();
        if allocation.amount_minor <= 0 {
            return Err(AllocationError::NotPositive { receivable });
        }
        if allocations
            .iter()
            .take(index)
            .any(|earlier| earlier.receivable == receivable)
        {
            return Err(AllocationError::Twice { receivable });
        }
        let Some(item) = open.iter().find(|item| item.receivable == receivable) else {
            return Err(AllocationError::NotOpen { receivable });
        };
        let (receivable_currency, payment_currency) = (item.open.currency(), paid.currency());
        if receivable_currency != payment_currency {
            return Err(AllocationError::Currency {
                receivable,
                receivable_currency,
                payment_currency,
            });
        }
        let part = Money::new(allocation.amount_minor, payment_currency)?;
        if part.minor() > item.open.minor() {
            return Err(AllocationError::MoreThanOpen {
                receivable,
                open: item.open,
                asked: part,
            });
        }
        asked = asked.plus(part)?;
    }
    if asked.minor() > paid.minor() {
        return Err(AllocationError::MoreThanPaid { paid, asked });
    }
    Ok(paid.minus(asked)?)
}

/// A payment taken back: entered by mistake, bounced or refunded in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Reversal {
    pub reversed_on: CivilDate,
    /// Required: it stands in the evidence log.
    pub reason: String,
}

impl Reversal {
    /// The reversal of a payment received on `received_on`, trimmed and checked.
    pub fn validated(
        self,
        received_on: CivilDate,
        today: CivilDate,
    ) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        field::past_date("reversedOn", self.reversed_on, today, &mut problems);
        if self.reversed_on < received_on {
            problems.push(FieldProblem::new("reversedOn", Problem::BeforeStart));
        }
        let reason = required_line("reason", &self.reason, limit::LINE, &mut problems);
        field::value_or(Self { reason, ..self }, problems)
    }
}

/// The allocations that count: all of them, or none once the payment is reversed.
pub fn standing<'a>(
    allocations: &'a [Allocation],
    reversal: Option<&Reversal>,
) -> &'a [Allocation] {
    if reversal.is_some() { &[] } else { allocations }
}

impl PaymentFacts {
    /// The payment trimmed and checked.
    pub fn validated(self, today: CivilDate) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        if !self.amount.is_positive() {
            problems.push(FieldProblem::new("amount", Problem::MustBePositive));
        }
        field::past_date("receivedOn", self.received_on, today, &mut problems);
        let payment = Self {
            reference: one_line("reference", &self.reference, limit::LINE, &mut problems),
            note: many_lines("note", &self.note, limit::NOTE, &mut problems),
            ..self
        };
        field::value_or(payment, problems)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::new("EUR").unwrap()).unwrap()
    }

    fn day(day: u32) -> CivilDate {
        CivilDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn open(id: &str, due: u32, open: Money) -> OpenReceivable {
        OpenReceivable {
            receivable: ReceivableId(id.into()),
            due_on: day(due),
            open,
        }
    }

    fn part(id: &str, amount_minor: i64) -> Allocation {
        Allocation {
            receivable: ReceivableId(id.into()),
            amount_minor,
        }
    }

    #[test]
    fn a_payment_goes_to_what_it_matches_and_otherwise_to_the_oldest() {
        let items = [
            open("new", 20, eur(300)),
            open("old", 1, eur(500)),
            open("twin", 25, eur(300)),
        ];
        assert_eq!(
            propose_allocation(eur(300), &items),
            [part("new", 300)],
            "the older of two exact matches"
        );
        assert_eq!(
            propose_allocation(eur(600), &items),
            [part("old", 500), part("new", 100)]
        );
        assert_eq!(
            propose_allocation(eur(9_999), &items).len(),
            3,
            "an overpayment leaves a rest"
        );
        assert_eq!(propose_allocation(eur(0), &items), []);
        let yen = Money::new(300, Currency::new("JPY").unwrap()).unwrap();
        assert_eq!(propose_allocation(yen, &items), [], "no rate is assumed");
    }

    #[test]
    fn what_is_allocated_is_open_and_paid() {
        let yen = Money::new(100, Currency::new("JPY").unwrap()).unwrap();
        let items = [
            open("a", 1, eur(500)),
            open("b", 2, eur(500)),
            open("y", 3, yen),
        ];
        let check = |paid, parts: &[Allocation]| check_allocations(eur(paid), parts, &items);
        assert_eq!(
            check(700, &[part("a", 500), part("b", 100)]),
            Ok(eur(100)),
            "the rest is the client's credit"
        );
        let id = || ReceivableId("a".into());
        assert_eq!(
            check(700, &[part("a", 0)]),
            Err(AllocationError::NotPositive { receivable: id() })
        );
        assert_eq!(
            check(700, &[part("a", 1), part("a", 1)]),
            Err(AllocationError::Twice { receivable: id() })
        );
        assert_eq!(
            check(700, &[part("a", 501)]),
            Err(AllocationError::MoreThanOpen {
                receivable: id(),
                open: eur(500),
                asked: eur(501)
            })
        );
        assert_eq!(
            check(600, &[part("a", 500), part("b", 101)]),
            Err(AllocationError::MoreThanPaid {
                paid: eur(600),
                asked: eur(601)
            })
        );
        assert!(matches!(
            check(600, &[part("y", 1)]),
            Err(AllocationError::Currency { .. })
        ));
        assert!(matches!(
            check(600, &[part("?", 1)]),
            Err(AllocationError::NotOpen { .. })
        ));
    }

    #[test]
    fn a_reversed_payment_counts_nowhere() {
        let parts = [part("a", 1)];
        let reversal = Reversal {
            reversed_on: day(5),
            reason: " bounced ".into(),
        }
        .validated(day(1), day(6))
        .unwrap();
        assert_eq!(standing(&parts, Some(&reversal)), []);
        assert_eq!(standing(&parts, None), parts);
        assert_eq!(reversal.reason, "bounced");
        let wrong = Reversal {
            reversed_on: day(5),
            reason: String::new(),
        }
        .validated(day(6), day(4))
        .unwrap_err();
        let problems: Vec<_> = wrong.iter().map(|problem| problem.problem).collect();
        assert_eq!(
            problems,
            [Problem::InFuture, Problem::BeforeStart, Problem::Required]
        );
    }

    #[test]
    fn an_absurd_payment_names_each_field() {
        let payment = PaymentFacts {
            client: ClientId("c".into()),
            amount: eur(-1),
            received_on: day(2),
            method: PaymentMethod::Cash,
            reference: "a\nb".into(),
            note: String::new(),
        };
        let fields: Vec<_> = payment
            .validated(day(1))
            .unwrap_err()
            .into_iter()
            .map(|problem| problem.field)
            .collect();
        assert_eq!(fields, ["amount", "receivedOn", "reference"]);
    }

    proptest! {
        #[test]
        fn a_proposal_always_passes_its_own_check(
            amount in 1_i64..1_000_000,
            items in prop::collection::vec((1_u32..28, -5_i64..400_000), 0..12),
        ) {
            let items: Vec<_> =
                items.iter().enumerate().map(|(index, (due, minor))| open(&index.to_string(), *due, eur(*minor))).collect();
            let parts = propose_allocation(eur(amount), &items);
            let rest = check_allocations(eur(amount), &parts, &items).unwrap();
            let total: i64 = items.iter().map(|item| item.open.minor().max(0)).sum();
            let exact = items.iter().any(|item| item.open.minor() == amount);
            prop_assert_eq!(rest.minor(), if exact { 0 } else { (amount - total).max(0) }, "nothing stays over while something is open");
        }
    }
}
