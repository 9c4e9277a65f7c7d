//! How a bill of the sample is written down: its lines, its terms, and what became of it.

use domain::invoice::{Discount, Line, TaxCategory, TaxCode};
use domain::job::StageKind;
use domain::payment::PaymentMethod;
use domain::{Quantity, Rate, UnitPrice};

use super::maker::{Event, What};

/// An invoice or a draft to be.
pub(super) struct Bill {
    pub(super) key: String,
    pub(super) client: &'static str,
    pub(super) job: Option<&'static str>,
    pub(super) stage: Option<StageKind>,
    /// Days ago it was issued, and the term of payment.
    pub(super) ago: u32,
    pub(super) days: u32,
    pub(super) lines: Vec<Line>,
    pub(super) currency: &'static str,
    /// Prices with the tax inside.
    pub(super) included: bool,
    pub(super) purchase_order: &'static str,
    pub(super) note: &'static str,
    /// Due dates of instalments, in days from today.
    pub(super) instalments: Vec<i64>,
    pub(super) then: Vec<Event>,
}

pub(super) fn standard_tax() -> TaxCategory {
    TaxCategory {
        code: TaxCode::S,
        rate: Rate(200_000),
        reason: String::new(),
    }
}

pub(super) fn zero_tax() -> TaxCategory {
    TaxCategory {
        code: TaxCode::Z,
        rate: Rate::ZERO,
        reason: String::new(),
    }
}

fn reverse_charge() -> TaxCategory {
    let reason = "Reverse charge: the recipient accounts for the tax".to_owned();
    TaxCategory {
        code: TaxCode::AE,
        rate: Rate::ZERO,
        reason,
    }
}

/// A line: quantity in thousandths, price in whole units of the currency.
pub(super) fn line(
    description: &str,
    quantity: i64,
    unit: &str,
    price: i64,
    tax: TaxCategory,
) -> Line {
    Line {
        description: description.to_owned(),
        quantity: Quantity(quantity),
        unit: unit.to_owned(),
        unit_price: UnitPrice(price * 10_000),
        discount: Discount::None,
        tax,
    }
}

/// One thing at a price, with the standard rate.
pub(super) fn one(description: &str, price: i64) -> Vec<Line> {
    vec![line(description, 1_000, "", price, standard_tax())]
}

pub(super) fn bill(key: &str, client: &'static str, ago: u32, days: u32, lines: Vec<Line>) -> Bill {
    Bill {
        key: key.to_owned(),
        client,
        job: None,
        stage: None,
        ago,
        days,
        lines,
        currency: "GBP",
        included: false,
        purchase_order: "",
        note: "",
        instalments: Vec::new(),
        then: Vec::new(),
    }
}

/// A part of a job's schedule.
pub(super) fn stage(key: &str, job: &'static str, stage: StageKind, ago: u32, days: u32) -> Bill {
    Bill {
        job: Some(job),
        stage: Some(stage),
        ..bill(key, job, ago, days, Vec::new())
    }
}

impl Bill {
    pub(super) fn of(mut self, job: &'static str) -> Self {
        self.job = Some(job);
        self
    }

    pub(super) fn home(mut self) -> Self {
        self.included = true;
        self
    }

    pub(super) fn order(mut self, number: &'static str) -> Self {
        self.purchase_order = number;
        self
    }

    pub(super) fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }

    pub(super) fn euros(mut self) -> Self {
        self.currency = "EUR";
        for line in &mut self.lines {
            line.tax = reverse_charge();
        }
        self
    }

    pub(super) fn less(mut self, discount: Discount) -> Self {
        if let Some(line) = self.lines.first_mut() {
            line.discount = discount;
        }
        self
    }

    pub(super) fn paid(self, ago: u32) -> Self {
        self.paid_by(ago, PaymentMethod::BankTransfer)
    }

    pub(super) fn paid_by(mut self, ago: u32, method: PaymentMethod) -> Self {
        let bill = self.key.clone();
        self.then.push(Event {
            ago,
            what: What::Paid {
                bill,
                minor: None,
                method,
            },
        });
        self
    }

    pub(super) fn part(mut self, ago: u32, minor: i64) -> Self {
        let what = What::Paid {
            bill: self.key.clone(),
            minor: Some(minor),
            method: PaymentMethod::BankTransfer,
        };
        self.then.push(Event { ago, what });
        self
    }

    pub(super) fn bounced(mut self, ago: u32) -> Self {
        self.then.push(Event {
            ago,
            what: What::Bounced {
                bill: self.key.clone(),
            },
        });
        self
    }
}
