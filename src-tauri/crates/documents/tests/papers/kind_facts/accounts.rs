//! Facts of the two statements.

use documents::*;
use domain::payment::PaymentMethod;
use domain::{Currency, Money};

use super::super::facts::day;
use super::Place;

impl Place {
    pub(crate) fn statement(&self) -> StatementFacts {
        let entry = |on, what, amount| AccountEntry {
            on,
            what,
            amount: self.money(amount),
        };
        let account = CurrencyAccount {
            opening: self.money(15_000),
            entries: vec![
                entry(
                    day(2026, 3, 1),
                    Movement::Invoice {
                        number: "INV-2026-0142".into(),
                        due_on: day(2026, 3, 28),
                    },
                    802_266,
                ),
                entry(
                    day(2026, 3, 4),
                    Movement::Payment {
                        method: PaymentMethod::BankTransfer,
                        reference: Some("INV-2026-0120".into()),
                    },
                    15_000,
                ),
                entry(
                    day(2026, 3, 20),
                    Movement::Invoice {
                        number: "INV-2026-0151".into(),
                        due_on: day(2026, 6, 3),
                    },
                    48_000,
                ),
                entry(
                    day(2026, 4, 10),
                    Movement::Payment {
                        method: PaymentMethod::Cheque,
                        reference: None,
                    },
                    100_000,
                ),
                entry(
                    day(2026, 4, 14),
                    Movement::PaymentReversed { reference: None },
                    100_000,
                ),
                entry(
                    day(2026, 4, 20),
                    Movement::CreditNote {
                        number: "CN-2026-0003".into(),
                    },
                    100_000,
                ),
                entry(
                    day(2026, 5, 4),
                    Movement::Charge {
                        description: self.word(7),
                        basis: self.word(8),
                    },
                    8_543,
                ),
            ],
            closing: self.money(758_809),
            open: {
                let mut open = self.account();
                open[1].due_on = day(2026, 6, 3);
                open
            },
            charges: vec![self.interest()],
            unallocated: self.money(0),
        };
        let dollars = |minor| Money::new(minor, Currency::new("USD").unwrap()).unwrap();
        let other = CurrencyAccount {
            opening: dollars(0),
            entries: vec![AccountEntry {
                on: day(2026, 4, 30),
                what: Movement::Payment {
                    method: PaymentMethod::Online,
                    reference: None,
                },
                amount: dollars(25_000),
            }],
            closing: dollars(-25_000),
            open: vec![],
            charges: vec![],
            unallocated: dollars(25_000),
        };
        self.letter(AccountStatement {
            locale: self.locale(),
            date: day(2026, 5, 4),
            from: day(2026, 3, 1),
            reader: self.reader(),
            writer: self.writer(),
            accounts: vec![account, other],
            how_to_pay: Some(self.how_to_pay()),
        })
    }

    pub(crate) fn charges(&self) -> ChargesFacts {
        self.letter(ChargesStatement {
            locale: self.locale(),
            date: day(2026, 5, 4),
            reader: self.reader(),
            writer: self.writer(),
            charges: vec![self.interest(), self.fixed()],
            waived: vec![WaivedCharge {
                charge: self.fixed(),
                on: day(2026, 4, 1),
            }],
            rounding: Some(self.money(-1)),
            total: self.money(12_542),
            per_diem: Some(PerDiem {
                amount: self.money(231),
                from: day(2026, 5, 5),
            }),
        })
    }
}
