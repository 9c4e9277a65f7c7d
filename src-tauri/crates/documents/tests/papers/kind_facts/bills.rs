//! Facts of the papers with lines and sums.

use documents::*;
use domain::payment::PaymentMethod;
use domain::{Quantity, Rate, UnitPrice};

use super::super::facts::day;
use super::Place;

impl Place {
    fn lines(&self) -> Vec<InvoiceLine> {
        let mut running = 0;
        [(14, 1, 85_000), (15, 24, 3_500), (16, 1, 120_000)]
            .into_iter()
            .map(|(word, quantity, price)| {
                running += quantity * price;
                InvoiceLine {
                    description: self.word(word),
                    detail: None,
                    quantity: Quantity(quantity * 1_000),
                    unit: None,
                    unit_price: UnitPrice(price * 100),
                    discount: None,
                    tax_rate: Some(Rate(200_000)),
                    amount: self.money(quantity * price),
                    running_total: Some(self.money(running)),
                }
            })
            .collect()
    }

    fn sums(&self) -> InvoiceSums {
        InvoiceSums {
            lines: self.money(289_000),
            discount: None,
            net: self.money(289_000),
            taxes: vec![TaxLine {
                name: self.word(18),
                rate: Rate(200_000),
                taxable: self.money(289_000),
                tax: self.money(57_800),
                exemption: None,
            }],
            gross: self.money(346_800),
            deductions: vec![],
            due: self.money(346_800),
            tax_included: false,
        }
    }

    pub(crate) fn credit_note(&self) -> CreditNoteFacts {
        CreditNoteFacts {
            locale: self.locale(),
            number: Some("CN-2026-0003".into()),
            issued_on: Some(day(2026, 4, 20)),
            sender: self.sender(),
            recipient: self.recipient(),
            subject: Some(self.word(17)),
            corrects: vec![InvoiceReference {
                number: "INV-2026-0142".into(),
                issued_on: day(2026, 3, 1),
            }],
            reason: Some(self.word(20)),
            lines: self.lines(),
            sums: self.sums(),
            used: CreditUse::SetOff {
                invoice: "INV-2026-0142".into(),
            },
            notes: None,
        }
    }

    pub(crate) fn quote(&self) -> QuoteFacts {
        QuoteFacts {
            locale: self.locale(),
            number: Some("Q-2026-0031".into()),
            issued_on: Some(day(2026, 1, 12)),
            valid_until: day(2026, 2, 1),
            sender: self.sender(),
            recipient: self.recipient(),
            subject: Some(self.word(17)),
            lines: self.lines(),
            sums: self.sums(),
            instalments: vec![],
            payment_terms: Some(self.word(19)),
            late_clause: None,
            notes: None,
            acceptance: true,
        }
    }

    pub(crate) fn receipt(&self) -> ReceiptFacts {
        let line = |invoice: &str, total: i64, paid: i64, open: i64| ReceiptLine {
            invoice: invoice.into(),
            issued_on: day(2026, 3, 1),
            total: self.money(total),
            paid_now: self.money(paid),
            open: self.money(open),
        };
        ReceiptFacts {
            locale: self.locale(),
            number: "R-2026-0019".into(),
            issued_on: day(2026, 4, 11),
            sender: self.sender(),
            recipient: self.recipient(),
            received_on: day(2026, 4, 10),
            method: PaymentMethod::BankTransfer,
            payer_reference: Some("INV-2026-0142".into()),
            amount: self.money(160_000),
            lines: vec![
                line("INV-2026-0142", 802_266, 100_000, 702_266),
                line("INV-2026-0151", 48_000, 48_000, 0),
            ],
            unallocated: self.money(12_000),
            notes: None,
        }
    }
}
