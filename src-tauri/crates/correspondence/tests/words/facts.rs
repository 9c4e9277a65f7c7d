//! Facts for the letters under test.

use correspondence::*;
use domain::{CivilDate, Currency, Money};

pub(crate) fn day(year: i32, month: u32, day: u32) -> CivilDate {
    CivilDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn gbp(minor: i64) -> Money {
    Money::new(minor, Currency::new("GBP").unwrap()).unwrap()
}

pub(crate) fn line(invoice: &str, amount: i64, paid: i64) -> AccountLine {
    AccountLine {
        invoice: invoice.into(),
        issued_on: day(2026, 3, 14),
        due_on: day(2026, 3, 28),
        amount: gbp(amount),
        paid: gbp(paid),
        open: gbp(amount - paid),
    }
}

pub(crate) fn how_to_pay() -> HowToPay {
    HowToPay {
        bank: Some(BankDetails {
            account_name: "Hollis & Wren Photography".into(),
            iban: Some("GB82WEST12345698765432".into()),
            bic: Some("SRLGGB2L".into()),
            ..BankDetails::default()
        }),
        link: Some("https://pay.example/inv-2026-0142".into()),
        cheque_payable_to: None,
        other: None,
        reference: "INV-2026-0142".into(),
    }
}

pub(crate) fn writer() -> Writer {
    Writer {
        name: "Imogen Hollis".into(),
        business: "Hollis & Wren Photography".into(),
        contact: vec![
            "studio@holliswren.example".into(),
            "+44 113 496 0142".into(),
        ],
    }
}

pub(crate) fn person() -> Reader {
    Reader::Person {
        name: "Ms Papadopoulou".into(),
    }
}

pub(crate) fn company() -> Reader {
    Reader::Organisation {
        name: "Dvořák Publishing Ltd".into(),
        contact: None,
    }
}

pub(crate) fn reminder() -> FriendlyReminder {
    FriendlyReminder {
        locale: Locale::british(),
        date: day(2026, 4, 2),
        reader: person(),
        writer: writer(),
        work: Some("your wedding on 6 June".into()),
        account: vec![line("INV-2026-0142", 125_000, 0)],
        total_open: gbp(125_000),
        invoice_enclosed: true,
        how_to_pay: how_to_pay(),
        reserve_rights: false,
    }
}

pub(crate) fn clause(
    topic: ClauseTopic,
    number: &str,
    words: Option<&str>,
    page: Option<u32>,
) -> ClauseQuote {
    ClauseQuote {
        topic,
        number: number.into(),
        words: words.map(str::to_owned),
        page,
    }
}

pub(crate) fn demand() -> FormalDemand {
    FormalDemand {
        locale: Locale::british(),
        date: day(2026, 5, 4),
        reader: company(),
        writer: writer(),
        agreement: Some(AgreementCited {
            title: "Commission for editorial photography".into(),
            made_on: Some(day(2026, 2, 2)),
            clauses: vec![
                clause(
                    ClauseTopic::Payment,
                    "4.2",
                    Some("The balance is payable within 14 days of the invoice."),
                    Some(2),
                ),
                clause(ClauseTopic::LateCharge, "5.2", None, None),
                clause(ClauseTopic::Licence, "7.1", None, Some(3)),
            ],
        }),
        work: Some(
            "an editorial portrait session in Kraków on 6 March 2026, delivered on 12 March 2026."
                .into(),
        ),
        account: vec![
            line("INV-2026-0142", 802_266, 100_000),
            line("INV-2026-0151", 48_000, 0),
        ],
        charges: vec![ChargeLine {
            description: "Late payment charge".into(),
            basis: "clause 5.2 of the agreement".into(),
            amount: gbp(4_000),
            interest: None,
        }],
        payments: vec![],
        per_diem: None,
        offer_mediation: false,
        total: gbp(754_266),
        deadline: day(2026, 5, 18),
        earlier_requests: vec![
            EarlierRequest {
                on: day(2026, 4, 2),
                by: Medium::Email,
            },
            EarlierRequest {
                on: day(2026, 4, 14),
                by: Medium::Phone,
            },
            EarlierRequest {
                on: day(2026, 4, 20),
                by: Medium::Letter,
            },
        ],
        how_to_pay: how_to_pay(),
        consequences: vec![
            Consequence::Claim {
                court: Some("the County Court".into()),
            },
            Consequence::InterestAndCosts,
            Consequence::Handover {
                to: "a solicitor".into(),
            },
            Consequence::Licence {
                clause: "7.1".into(),
            },
        ],
        enclosures: vec!["Invoices INV-2026-0142 and INV-2026-0151".into()],
    }
}
