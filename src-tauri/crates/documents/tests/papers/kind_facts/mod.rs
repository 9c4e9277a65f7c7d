//! Believable facts for every kind of paper in three languages.

mod accounts;
mod bills;
mod post;
mod words;

use documents::*;
use domain::{Currency, Money, Rate};

pub(crate) use words::PLACES;

use super::facts::{day, logo};

/// A language with a business and a client who speak it.
pub(crate) struct Place {
    pub(crate) tag: &'static str,
    words: [&'static str; words::COUNT],
}

impl Place {
    fn word(&self, index: usize) -> String {
        self.words[index].to_owned()
    }

    pub(crate) fn locale(&self) -> Locale {
        Locale::find(self.tag).unwrap()
    }

    pub(crate) fn money(&self, minor: i64) -> Money {
        let code = if self.tag == "en-GB" { "GBP" } else { "EUR" };
        Money::new(minor, Currency::new(code).unwrap()).unwrap()
    }

    fn lines_of(&self, index: usize) -> Vec<String> {
        self.words[index].split('|').map(str::to_owned).collect()
    }

    pub(crate) fn sender(&self) -> Sender {
        Sender {
            name: self.word(0),
            address: self.lines_of(1),
            contact: vec!["+44 113 496 0142".into(), "studio@example.org".into()],
            registrations: vec![self.word(6)],
        }
    }

    pub(crate) fn recipient(&self) -> Recipient {
        Recipient {
            name: self.word(3),
            attention: None,
            address: self.lines_of(4),
            tax_id: None,
        }
    }

    fn reader(&self) -> Reader {
        Reader::Organisation {
            name: self.word(3),
            contact: Some(self.word(5)),
        }
    }

    fn writer(&self) -> Writer {
        Writer {
            name: self.word(2),
            business: self.word(0),
            contact: vec!["studio@example.org".into(), "+44 113 496 0142".into()],
        }
    }

    fn how_to_pay(&self) -> HowToPay {
        HowToPay {
            bank: Some(BankDetails {
                account_name: self.word(0),
                bank: Some("Musterbank".into()),
                iban: Some("DE89370400440532013000".into()),
                bic: Some("COBADEFFXXX".into()),
                ..BankDetails::default()
            }),
            link: None,
            cheque_payable_to: None,
            other: None,
            reference: "INV-2026-0142".into(),
        }
    }

    fn letter<W>(&self, letter: W) -> LetterFacts<W> {
        LetterFacts {
            sender: self.sender(),
            recipient: self.recipient(),
            reference: Some("2026-0007".into()),
            delivery: None,
            codes: Vec::new(),
            letter,
        }
    }

    fn account(&self) -> Vec<AccountLine> {
        let line = |invoice: &str, issued, due, amount: i64, paid: i64| AccountLine {
            invoice: invoice.into(),
            issued_on: issued,
            due_on: due,
            amount: self.money(amount),
            paid: self.money(paid),
            open: self.money(amount - paid),
        };
        vec![
            line(
                "INV-2026-0142",
                day(2026, 3, 1),
                day(2026, 3, 28),
                802_266,
                100_000,
            ),
            line(
                "INV-2026-0151",
                day(2026, 3, 20),
                day(2026, 4, 3),
                48_000,
                0,
            ),
        ]
    }

    fn interest(&self) -> ChargeLine {
        ChargeLine {
            description: self.word(7),
            basis: self.word(8),
            amount: self.money(8_543),
            interest: Some(Interest {
                principal: self.money(702_266),
                rate: Rate(120_000),
                per: RatePer::Year {
                    days: 37,
                    days_in_year: 365,
                },
                from: day(2026, 3, 29),
                to: day(2026, 5, 4),
            }),
        }
    }

    /// The same, four weeks later.
    fn later_interest(&self) -> ChargeLine {
        let mut charge = self.interest();
        charge.amount = self.money(15_007);
        if let Some(interest) = &mut charge.interest {
            interest.to = day(2026, 6, 1);
            interest.per = RatePer::Year {
                days: 65,
                days_in_year: 365,
            };
        }
        charge
    }

    fn fixed(&self) -> ChargeLine {
        ChargeLine {
            description: self.word(9),
            basis: self.word(8),
            amount: self.money(4_000),
            interest: None,
        }
    }

    fn agreement(&self) -> AgreementCited {
        AgreementCited {
            title: self.word(10),
            made_on: Some(day(2026, 2, 1)),
            clauses: vec![
                clause(ClauseTopic::LateCharge, "5.2", Some(self.word(11))),
                clause(ClauseTopic::Licence, "7.1", None),
            ],
        }
    }

    pub(crate) fn reminder(&self) -> ReminderFacts {
        self.letter(FriendlyReminder {
            locale: self.locale(),
            date: day(2026, 4, 2),
            reader: self.reader(),
            writer: self.writer(),
            work: Some(self.word(17)),
            account: vec![self.account().remove(1)],
            total_open: self.money(48_000),
            invoice_enclosed: true,
            how_to_pay: self.how_to_pay(),
            reserve_rights: true,
        })
    }

    pub(crate) fn firm(&self, tone: FirmTone) -> FirmReminderFacts {
        self.letter(FirmReminder {
            locale: self.locale(),
            date: day(2026, 4, 20),
            tone,
            reader: self.reader(),
            writer: self.writer(),
            work: None,
            agreement: Some(AgreementCited {
                clauses: vec![clause(ClauseTopic::LateCharge, "5.2", Some(self.word(11)))],
                ..self.agreement()
            }),
            account: self.account(),
            total_open: self.money(750_266),
            deadline: day(2026, 5, 1),
            earlier_requests: earlier(),
            invoice_enclosed: true,
            how_to_pay: self.how_to_pay(),
            reserve_rights: true,
        })
    }

    pub(crate) fn demand(&self) -> DemandFacts {
        let facts = self.letter(FormalDemand {
            locale: self.locale(),
            date: day(2026, 5, 4),
            reader: self.reader(),
            writer: self.writer(),
            agreement: Some(self.agreement()),
            work: Some(self.word(12)),
            account: self.account(),
            payments: vec![PaymentSeen {
                on: day(2026, 4, 10),
                amount: self.money(100_000),
                invoice: "INV-2026-0142".into(),
            }],
            charges: vec![self.interest(), self.fixed()],
            total: self.money(762_809),
            per_diem: Some(PerDiem {
                amount: self.money(231),
                from: day(2026, 5, 5),
            }),
            deadline: day(2026, 5, 18),
            earlier_requests: earlier(),
            how_to_pay: self.how_to_pay(),
            offer_mediation: true,
            consequences: vec![
                Consequence::Claim {
                    court: Some(self.word(13)),
                },
                Consequence::InterestAndCosts,
                Consequence::Licence {
                    clause: "7.1".into(),
                },
            ],
            enclosures: vec!["INV-2026-0142".into(), "INV-2026-0151".into()],
        });
        DemandFacts {
            delivery: Some(Delivery {
                ways: vec![DeliveryWay::Registered, DeliveryWay::Email],
                tracking: Some("RR 1234 5678 9".into()),
            }),
            ..facts
        }
    }

    pub(crate) fn final_notice(&self) -> FinalNoticeFacts {
        self.letter(FinalNotice {
            locale: self.locale(),
            date: day(2026, 6, 1),
            reader: self.reader(),
            writer: self.writer(),
            demanded_on: day(2026, 5, 4),
            demand_deadline: day(2026, 5, 18),
            extended_to: Some(day(2026, 5, 25)),
            account: self.account(),
            charges: vec![self.later_interest()],
            total: self.money(765_273),
            per_diem: Some(PerDiem {
                amount: self.money(231),
                from: day(2026, 6, 2),
            }),
            pay_by: day(2026, 6, 12),
            filing_on: day(2026, 6, 15),
            court: self.word(13),
            licence: Some(clause(ClauseTopic::Licence, "7.1", None)),
            how_to_pay: self.how_to_pay(),
            enclosures: vec![],
        })
    }

    pub(crate) fn plan(&self) -> PaymentPlanFacts {
        let part = |month, amount| PlanPart {
            due_on: day(2026, month, 1),
            amount: self.money(amount),
        };
        self.letter(PaymentPlan {
            locale: self.locale(),
            date: day(2026, 5, 4),
            reader: self.reader(),
            writer: self.writer(),
            account: self.account(),
            charges: vec![self.interest()],
            total: self.money(758_809),
            parts: vec![part(6, 250_000), part(7, 250_000), part(8, 258_809)],
            days_of_grace: 7,
            charges_rest: true,
            reply_by: day(2026, 5, 15),
            how_to_pay: self.how_to_pay(),
        })
    }

    pub(crate) fn settlement(&self) -> SettlementFacts {
        self.letter(SettlementOffer {
            locale: self.locale(),
            date: day(2026, 5, 4),
            reader: self.reader(),
            writer: self.writer(),
            account: self.account(),
            charges: vec![],
            total: self.money(750_266),
            offer: self.money(600_000),
            expires_on: day(2026, 5, 15),
            release: Release::FullOrWholeDebt,
            without_prejudice: true,
            how_to_pay: self.how_to_pay(),
        })
    }

    pub(crate) fn paid_in_full(&self) -> PaidInFullFacts {
        self.letter(PaidInFull {
            locale: self.locale(),
            date: day(2026, 6, 1),
            reader: self.reader(),
            writer: self.writer(),
            invoices: vec![SettledInvoice {
                invoice: "INV-2026-0142".into(),
                issued_on: day(2026, 3, 1),
                amount: self.money(802_266),
                settled_on: day(2026, 5, 29),
            }],
            total: self.money(802_266),
        })
    }

    pub(crate) fn cover(&self) -> CoverFacts {
        let paper = |title: &str, pages, copy| Enclosure {
            title: title.into(),
            pages,
            copy,
        };
        self.letter(CoverLetter {
            locale: self.locale(),
            date: day(2026, 5, 4),
            reader: self.reader(),
            writer: self.writer(),
            about: Some("INV-2026-0142".into()),
            note: None,
            enclosures: vec![
                paper("INV-2026-0142", Some(1), true),
                paper(self.words[10], Some(4), false),
                paper(self.words[17], None, false),
            ],
        })
    }

    /// Every kind as a page, by name.
    pub(crate) fn papers(&self, paper: Paper) -> Vec<(&'static str, Vec<u8>)> {
        let look = look_for(paper);
        vec![
            ("reminder", reminder(&self.reminder(), &look).unwrap()),
            (
                "second-notice",
                firm_reminder(&self.firm(FirmTone::SecondNotice), &look).unwrap(),
            ),
            (
                "last-reminder",
                firm_reminder(&self.firm(FirmTone::LastReminder), &look).unwrap(),
            ),
            ("demand", demand(&self.demand(), &look).unwrap()),
            (
                "final-notice",
                final_notice(&self.final_notice(), &look).unwrap(),
            ),
            ("statement", statement(&self.statement(), &look).unwrap()),
            ("charges", charges(&self.charges(), &look).unwrap()),
            ("plan", payment_plan(&self.plan(), &look).unwrap()),
            ("settlement", settlement(&self.settlement(), &look).unwrap()),
            (
                "paid-in-full",
                paid_in_full(&self.paid_in_full(), &look).unwrap(),
            ),
            ("cover", cover_letter(&self.cover(), &look).unwrap()),
            (
                "credit-note",
                credit_note(&self.credit_note(), &look).unwrap(),
            ),
            ("quote", quote(&self.quote(), &look).unwrap()),
            ("receipt", receipt(&self.receipt(), &look).unwrap()),
        ]
    }
}

fn clause(topic: ClauseTopic, number: &str, words: Option<String>) -> ClauseQuote {
    ClauseQuote {
        topic,
        number: number.into(),
        page: words.as_ref().map(|_| 3),
        words,
    }
}

fn earlier() -> Vec<EarlierRequest> {
    [Medium::Email, Medium::Phone]
        .into_iter()
        .zip([day(2026, 4, 2), day(2026, 4, 14)])
        .map(|(by, on)| EarlierRequest { on, by })
        .collect()
}

/// The same facts for paper of either size.
fn look_for(paper: Paper) -> Look {
    Look {
        paper,
        envelope: Envelope::usual(if paper == Paper::Letter { "US" } else { "DE" }, paper),
        logo: Some(logo()),
        ..Look::default()
    }
}
