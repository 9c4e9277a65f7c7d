//! Facts of the later kinds of letters, in the language of a locale.

use correspondence::*;
use domain::payment::PaymentMethod;
use domain::{Currency, Money, Rate};

use crate::facts::{clause, company, day, demand, gbp, how_to_pay, line, writer};

pub(crate) fn interest() -> ChargeLine {
    ChargeLine {
        description: "Interest on invoice INV-2026-0142".into(),
        basis: "clause 5.2 of the agreement".into(),
        amount: gbp(8_543),
        interest: Some(Interest {
            principal: gbp(702_266),
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
pub(crate) fn later_interest() -> ChargeLine {
    let mut charge = interest();
    charge.amount = gbp(15_007);
    if let Some(interest) = &mut charge.interest {
        interest.to = day(2026, 6, 1);
        interest.per = RatePer::Year {
            days: 65,
            days_in_year: 365,
        };
    }
    charge
}

pub(crate) fn monthly() -> ChargeLine {
    ChargeLine {
        description: "Late charge".into(),
        basis: "clause 5.3 of the agreement".into(),
        amount: gbp(6_000),
        interest: Some(Interest {
            principal: gbp(200_000),
            rate: Rate(15_000),
            per: RatePer::Month { months: 2 },
            from: day(2026, 3, 1),
            to: day(2026, 4, 30),
        }),
    }
}

pub(crate) fn fixed() -> ChargeLine {
    ChargeLine {
        description: "Fixed sum for late payment".into(),
        basis: "clause 5.4 of the agreement".into(),
        amount: gbp(4_000),
        interest: None,
    }
}

pub(crate) fn account() -> Vec<AccountLine> {
    vec![
        line("INV-2026-0142", 802_266, 100_000),
        line("INV-2026-0151", 48_000, 0),
    ]
}

pub(crate) fn firm(locale: Locale, tone: FirmTone) -> FirmReminder {
    FirmReminder {
        locale,
        date: day(2026, 4, 20),
        tone,
        reader: company(),
        writer: writer(),
        work: Some("the cover story".into()),
        agreement: Some(AgreementCited {
            title: "Commission for editorial photography".into(),
            made_on: Some(day(2026, 2, 1)),
            clauses: vec![clause(
                ClauseTopic::LateCharge,
                "5.2",
                Some("A sum not paid in time bears interest at 12 % a year."),
                None,
            )],
        }),
        account: account(),
        total_open: gbp(750_266),
        deadline: day(2026, 5, 1),
        earlier_requests: demand().earlier_requests,
        invoice_enclosed: true,
        how_to_pay: how_to_pay(),
        reserve_rights: true,
    }
}

pub(crate) fn full_demand(locale: Locale) -> FormalDemand {
    FormalDemand {
        locale,
        payments: vec![PaymentSeen {
            on: day(2026, 4, 10),
            amount: gbp(100_000),
            invoice: "INV-2026-0142".into(),
        }],
        charges: vec![interest(), monthly(), fixed()],
        total: gbp(750_266 + 8_543 + 6_000 + 4_000),
        per_diem: Some(PerDiem {
            amount: gbp(231),
            from: day(2026, 5, 5),
        }),
        offer_mediation: true,
        ..demand()
    }
}

pub(crate) fn final_notice(locale: Locale) -> FinalNotice {
    FinalNotice {
        locale,
        date: day(2026, 6, 1),
        reader: company(),
        writer: writer(),
        demanded_on: day(2026, 5, 4),
        demand_deadline: day(2026, 5, 18),
        extended_to: None,
        account: account(),
        charges: vec![later_interest()],
        total: gbp(765_273),
        per_diem: Some(PerDiem {
            amount: gbp(231),
            from: day(2026, 6, 2),
        }),
        pay_by: day(2026, 6, 12),
        filing_on: day(2026, 6, 15),
        court: "the County Court at Leeds".into(),
        licence: Some(clause(ClauseTopic::Licence, "7.1", None, None)),
        how_to_pay: how_to_pay(),
        enclosures: vec!["INV-2026-0142".into()],
    }
}

pub(crate) fn entry(on: domain::CivilDate, what: Movement, amount: i64) -> AccountEntry {
    AccountEntry {
        on,
        what,
        amount: gbp(amount),
    }
}

pub(crate) fn statement(locale: Locale) -> AccountStatement {
    let (early, late) = (day(2026, 4, 1), day(2026, 4, 20));
    let number = || "INV-2026-0142".to_owned();
    let pounds = CurrencyAccount {
        opening: gbp(48_000),
        entries: vec![
            entry(
                early,
                Movement::Invoice {
                    number: number(),
                    due_on: day(2026, 4, 15),
                },
                802_266,
            ),
            entry(
                early,
                Movement::Payment {
                    method: PaymentMethod::BankTransfer,
                    reference: Some(number()),
                },
                120_000,
            ),
            entry(late, Movement::PaymentReversed { reference: None }, 30_000),
            entry(
                late,
                Movement::CreditNote {
                    number: "CN-3".into(),
                },
                5_000,
            ),
            entry(
                late,
                Movement::Charge {
                    description: "Fixed sum".into(),
                    basis: "clause 5.4".into(),
                },
                4_000,
            ),
            entry(
                late,
                Movement::ChargeWaived {
                    description: "Fixed sum".into(),
                },
                4_000,
            ),
            entry(late, Movement::WrittenOff, 5_000),
        ],
        closing: gbp(750_266),
        open: account(),
        charges: vec![fixed()],
        unallocated: gbp(4_000),
    };
    let dollars = |minor| Money::new(minor, Currency::new("USD").unwrap()).unwrap();
    let credit = CurrencyAccount {
        opening: dollars(-25_000),
        entries: vec![],
        closing: dollars(-25_000),
        open: vec![],
        charges: vec![],
        unallocated: dollars(25_000),
    };
    AccountStatement {
        locale,
        date: day(2026, 5, 4),
        from: day(2026, 3, 15),
        reader: company(),
        writer: writer(),
        accounts: vec![pounds, credit],
        how_to_pay: Some(how_to_pay()),
    }
}

pub(crate) fn charges(locale: Locale) -> ChargesStatement {
    ChargesStatement {
        locale,
        date: day(2026, 5, 4),
        reader: company(),
        writer: writer(),
        charges: vec![interest(), monthly(), fixed()],
        waived: vec![WaivedCharge {
            charge: fixed(),
            on: day(2026, 4, 1),
        }],
        rounding: Some(gbp(-1)),
        total: gbp(18_542),
        per_diem: Some(PerDiem {
            amount: gbp(231),
            from: day(2026, 5, 5),
        }),
    }
}

pub(crate) fn plan(locale: Locale) -> PaymentPlan {
    let part = |month, amount| PlanPart {
        due_on: day(2026, month, 1),
        amount: gbp(amount),
    };
    PaymentPlan {
        locale,
        date: day(2026, 5, 4),
        reader: company(),
        writer: writer(),
        account: account(),
        charges: vec![interest()],
        total: gbp(758_809),
        parts: vec![part(6, 250_000), part(7, 250_000), part(8, 258_809)],
        days_of_grace: 7,
        charges_rest: true,
        reply_by: day(2026, 5, 15),
        how_to_pay: how_to_pay(),
    }
}

pub(crate) fn settlement(locale: Locale) -> SettlementOffer {
    SettlementOffer {
        locale,
        date: day(2026, 5, 4),
        reader: company(),
        writer: writer(),
        account: account(),
        charges: vec![],
        total: gbp(750_266),
        offer: gbp(600_000),
        expires_on: day(2026, 5, 15),
        release: Release::FullOrWholeDebt,
        without_prejudice: true,
        how_to_pay: how_to_pay(),
    }
}

pub(crate) fn paid(locale: Locale) -> PaidInFull {
    let settled = |invoice: &str, amount| SettledInvoice {
        invoice: invoice.into(),
        issued_on: day(2026, 3, 1),
        amount: gbp(amount),
        settled_on: day(2026, 5, 29),
    };
    PaidInFull {
        locale,
        date: day(2026, 6, 1),
        reader: company(),
        writer: writer(),
        invoices: vec![
            settled("INV-2026-0142", 802_266),
            settled("INV-2026-0151", 48_000),
        ],
        total: gbp(850_266),
    }
}

pub(crate) fn cover(locale: Locale) -> CoverLetter {
    CoverLetter {
        locale,
        date: day(2026, 5, 4),
        reader: company(),
        writer: writer(),
        about: Some("INV-2026-0142".into()),
        note: Some("I look forward to your answer.".into()),
        enclosures: vec![
            Enclosure {
                title: "INV-2026-0142".into(),
                pages: Some(2),
                copy: true,
            },
            Enclosure {
                title: "Commission".into(),
                pages: None,
                copy: false,
            },
        ],
    }
}

/// Every kind with the variants that change its words, by name.
pub(crate) fn every_letter(locale: Locale) -> Vec<(&'static str, Letter)> {
    let made = |facts: &dyn Wording| facts.letter().unwrap();
    let mut one_part = plan(locale);
    one_part.parts = vec![PlanPart {
        due_on: day(2026, 6, 1),
        amount: one_part.total,
    }];
    one_part.days_of_grace = 0;
    let mut single = paid(locale);
    single.invoices.truncate(1);
    single.total = gbp(802_266);
    let second = |tone| FirmReminder {
        account: vec![line("INV-2026-0142", 802_266, 100_000)],
        total_open: gbp(702_266),
        agreement: None,
        earlier_requests: vec![],
        work: None,
        ..firm(locale, tone)
    };
    vec![
        ("second-notice", made(&firm(locale, FirmTone::SecondNotice))),
        ("last-reminder", made(&firm(locale, FirmTone::LastReminder))),
        ("second-notice-one", made(&second(FirmTone::SecondNotice))),
        ("last-reminder-one", made(&second(FirmTone::LastReminder))),
        ("demand", made(&full_demand(locale))),
        ("final-notice", made(&final_notice(locale))),
        (
            "final-notice-extended",
            made(&FinalNotice {
                extended_to: Some(day(2026, 5, 25)),
                ..final_notice(locale)
            }),
        ),
        ("statement", made(&statement(locale))),
        ("charges", made(&charges(locale))),
        ("plan", made(&plan(locale))),
        ("plan-one", made(&one_part)),
        ("settlement", made(&settlement(locale))),
        (
            "settlement-open",
            made(&SettlementOffer {
                release: Release::Full,
                without_prejudice: false,
                ..settlement(locale)
            }),
        ),
        ("paid", made(&paid(locale))),
        ("paid-one", made(&single)),
        ("cover", made(&cover(locale))),
    ]
}
