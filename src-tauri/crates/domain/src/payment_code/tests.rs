#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;
use crate::client::Address;
use crate::money::Currency;
use crate::reference::{Reference, Scheme};

fn money(minor: i64, currency: &str) -> Money {
    Money::new(minor, Currency::new(currency).unwrap()).unwrap()
}

fn rf(text: &str) -> Remittance {
    Remittance::Structured(Reference::parse(Scheme::Rf, text).unwrap())
}

fn transfer() -> Transfer {
    Transfer {
        name: "Franz Mustermänn".into(),
        iban: "DE71 1102 2033 0123 4567 89".into(),
        bic: "BHBLDEHHXXX".into(),
        amount: money(1_230, "EUR"),
        purpose: "GDDS".into(),
        remittance: rf("RF18539007547034"),
    }
}

fn fields(problems: Vec<FieldProblem>) -> Vec<(String, Problem)> {
    problems
        .into_iter()
        .map(|problem| (problem.field, problem.problem))
        .collect()
}

#[test]
fn a_sepa_code_is_the_one_of_the_guideline() {
    let code = epc(&transfer()).unwrap();
    assert_eq!(
        code,
        "BCD\n002\n1\nSCT\nBHBLDEHHXXX\nFranz Mustermänn\nDE71110220330123456789\nEUR12.3\nGDDS\nRF18539007547034"
    );
    assert_eq!(code.len(), 96);
    let second = Transfer {
        name: "François D'Alsace S.A.".into(),
        iban: "FR1420041010050500013M02606".into(),
        bic: String::new(),
        purpose: String::new(),
        remittance: Remittance::Text("Client:Marie Louise La Lune".into()),
        ..transfer()
    };
    assert_eq!(
        epc(&second).unwrap(),
        "BCD\n002\n1\nSCT\n\nFrançois D'Alsace S.A.\nFR1420041010050500013M02606\nEUR12.3\n\n\nClient:Marie Louise La Lune",
        "as the guideline's second example, but in UTF-8"
    );
    let third = Transfer {
        name: "Ana Lens Photography".into(),
        iban: "DE89370400440532013000".into(),
        bic: String::new(),
        amount: money(125_000, "EUR"),
        purpose: String::new(),
        remittance: rf("RF98INV2026000123"),
    };
    let code = epc(&third).unwrap();
    assert_eq!(
        code,
        "BCD\n002\n1\nSCT\n\nAna Lens Photography\nDE89370400440532013000\nEUR1250\n\nRF98INV2026000123"
    );
    assert_eq!(code.len(), 85);
}

#[test]
fn a_national_reference_goes_where_the_code_has_room_for_it() {
    let with = |scheme, body: &str| {
        let reference = Reference::new(scheme, body).unwrap();
        epc(&Transfer {
            remittance: Remittance::Structured(reference),
            ..transfer()
        })
        .unwrap()
    };
    let viite = with(Scheme::FinnishViite, "123");
    assert!(
        viite.ends_with("\nRF111232"),
        "a viite has its RF form: {viite}"
    );
    let ogm = with(Scheme::BelgianOgm, "2026000123");
    assert!(
        ogm.ends_with("\n\n+++202/6000/12320+++"),
        "an OGM is text: {ogm}"
    );
}

#[test]
fn what_does_not_fit_a_sepa_code_is_named() {
    let refused = |change: fn(&mut Transfer)| {
        let mut wrong = transfer();
        change(&mut wrong);
        fields(epc(&wrong).unwrap_err())
    };
    let one = |field: &str, problem| vec![(field.to_owned(), problem)];
    assert_eq!(
        refused(|t| t.amount = money(0, "EUR")),
        one("amount", Problem::MustBePositive)
    );
    assert_eq!(
        refused(|t| t.amount = money(100_000_000_000, "EUR")),
        one("amount", Problem::TooLarge)
    );
    assert_eq!(
        refused(|t| t.amount = money(100, "USD")),
        one("amount", Problem::CurrencyMismatch)
    );
    for bic in ["ABCDEF", "ABCDEFGHIJ", "ABCDEFGHIJKL"] {
        let wrong = Transfer {
            bic: bic.into(),
            ..transfer()
        };
        assert_eq!(
            fields(epc(&wrong).unwrap_err()),
            one("bic", Problem::WrongFormat),
            "{bic}"
        );
    }
    assert_eq!(
        refused(|t| t.name = "n".repeat(71)),
        one("name", Problem::TooLong)
    );
    assert_eq!(
        refused(|t| t.name = " ".into()),
        one("name", Problem::Required)
    );
    assert_eq!(
        refused(|t| t.name = "a\nb".into()),
        one("name", Problem::ForbiddenCharacter)
    );
    assert_eq!(
        refused(|t| t.iban = "DE71110220330123456788".into()),
        one("iban", Problem::WrongFormat)
    );
    assert_eq!(
        refused(|t| t.remittance = Remittance::Text("x".repeat(141))),
        one("text", Problem::TooLong)
    );
    assert_eq!(
        refused(|t| t.remittance = Remittance::Text("漢".repeat(130))),
        one("text", Problem::TooLong),
        "331 bytes at most"
    );
}

fn robert() -> SwissParty {
    let address = Address {
        lines: vec!["Rue du Lac 1268".into()],
        postcode: "2501".into(),
        city: "Biel".into(),
        country: "CH".into(),
        ..Address::default()
    };
    SwissParty::new("Robert Schneider AG", &address)
}

fn bill() -> SwissBill {
    let address = Address {
        lines: vec!["Marktgasse 28".into()],
        postcode: "9400".into(),
        city: "Rorschach".into(),
        country: "CH".into(),
        ..Address::default()
    };
    SwissBill {
        iban: "CH58 0079 1123 0008 8901 2".into(),
        creditor: robert(),
        amount: money(394_975, "CHF"),
        debtor: Some(SwissParty::new("Pia Rutschmann", &address)),
        reference: None,
        message: "Bill no. 3139 for gardening work and disposal of waste material".into(),
    }
}

#[test]
fn a_swiss_code_is_the_one_of_the_guideline() {
    let expected = "SPC|0200|1|CH5800791123000889012|S|Robert Schneider AG|Rue du Lac|1268|2501|Biel|CH\
        ||||||||3949.75|CHF|S|Pia Rutschmann|Marktgasse|28|9400|Rorschach|CH|NON|\
        |Bill no. 3139 for gardening work and disposal of waste material|EPD";
    let code = swiss(&bill()).unwrap();
    assert_eq!(code, expected.replace('|', "\n"));
    assert_eq!(code.lines().count(), 31, "a form of fixed lines");
}

#[test]
fn a_swiss_reference_goes_with_its_kind_of_account() {
    let qr_iban = "CH4431999123000889012";
    let with = |iban: &str, scheme, body: &str| {
        let reference = Some(Reference::new(scheme, body).unwrap());
        swiss(&SwissBill {
            iban: iban.into(),
            reference,
            ..bill()
        })
    };
    let qrr = with(qr_iban, Scheme::SwissQr, "21000000000313947143000901").unwrap();
    assert!(
        qrr.contains("\nQRR\n210000000003139471430009017\n"),
        "{qrr}"
    );
    let scor = with("CH5800791123000889012", Scheme::Rf, "539007547034").unwrap();
    assert!(scor.contains("\nSCOR\nRF18539007547034\n"), "{scor}");
    let wrong = vec![("reference".to_owned(), Problem::WrongFormat)];
    assert_eq!(
        fields(with("CH5800791123000889012", Scheme::SwissQr, "1").unwrap_err()),
        wrong
    );
    assert_eq!(fields(with(qr_iban, Scheme::Rf, "1").unwrap_err()), wrong);
    assert_eq!(
        fields(
            swiss(&SwissBill {
                iban: qr_iban.into(),
                ..bill()
            })
            .unwrap_err()
        ),
        wrong
    );
}

#[test]
fn what_does_not_fit_a_swiss_code_is_named() {
    let mut wrong = bill();
    wrong.iban = "DE89370400440532013000".into();
    wrong.amount = money(100, "EUR");
    wrong.creditor.town.clear();
    wrong.creditor.name = "Ωmega".into();
    wrong.message = "m".repeat(141);
    wrong.debtor = Some(SwissParty {
        name: "n".repeat(71),
        ..robert()
    });
    let problems = fields(swiss(&wrong).unwrap_err());
    for (field, problem) in [
        ("iban", Problem::WrongFormat),
        ("amount", Problem::CurrencyMismatch),
        ("creditor.town", Problem::Required),
        ("creditor.name", Problem::ForbiddenCharacter),
        ("message", Problem::TooLong),
        ("debtor.name", Problem::TooLong),
    ] {
        assert!(
            problems.contains(&(field.to_owned(), problem)),
            "{field} in {problems:?}"
        );
    }
    assert_eq!(problems.len(), 6, "nothing else: {problems:?}");
    let without = swiss(&SwissBill {
        debtor: None,
        ..bill()
    })
    .unwrap();
    assert_eq!(
        without.lines().count(),
        31,
        "an unknown payer leaves empty lines"
    );
}

#[test]
fn a_street_gives_away_its_building_only_when_it_is_one() {
    let split = |line: &str| {
        let address = Address {
            lines: vec!["Studio".into(), line.into()],
            ..Address::default()
        };
        let party = SwissParty::new("A", &address);
        (party.street, party.building)
    };
    let parts = |street: &str, building: &str| (street.to_owned(), building.to_owned());
    assert_eq!(split("Marktgasse 28a"), parts("Marktgasse", "28a"));
    assert_eq!(split("14 Calls Wharf"), parts("14 Calls Wharf", ""));
    assert_eq!(split("Postfach"), parts("Postfach", ""));
    assert_eq!(split("Rue de l'Été, 7"), parts("Rue de l'Été", "7"));
}

#[test]
fn a_pix_code_ends_in_its_crc() {
    assert_eq!(brazil::crc(b"123456789"), 0x29B1);
    let charge = PixCharge {
        key: "123e4567-e12b-12d1-a456-426655440000".into(),
        amount: None,
        name: "Fulano de Tal".into(),
        city: "BRASILIA".into(),
        id: String::new(),
    };
    assert_eq!(
        pix(&charge).unwrap(),
        "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR\
         5913Fulano de Tal6008BRASILIA62070503***63041D3D"
    );
    let upper = "00020126330014BR.GOV.BCB.PIX01115794666323452040000530398654041.005802BR\
                 5925CLENILTON CRUZ DE ALENCAR6006MANAUS62070503***6304";
    assert_eq!(
        brazil::crc(upper.as_bytes()),
        0xFA88,
        "a code of another maker"
    );
    let charge = PixCharge {
        amount: Some(money(125_000, "BRL")),
        name: "ANA FOTOGRAFIA".into(),
        city: "SAO PAULO".into(),
        id: "INV20260042".into(),
        ..charge
    };
    let code = pix(&charge).unwrap();
    let end = "54071250.005802BR5914ANA FOTOGRAFIA6009SAO PAULO62150511INV202600426304F1E3";
    assert!(code.ends_with(end), "{code}");
    let wrong = PixCharge {
        name: "São".into(),
        city: "c".repeat(16),
        id: "a-b".into(),
        ..charge
    };
    assert_eq!(
        fields(pix(&wrong).unwrap_err()),
        [
            ("name".to_owned(), Problem::ForbiddenCharacter),
            ("city".to_owned(), Problem::TooLong),
            ("id".to_owned(), Problem::ForbiddenCharacter)
        ]
    );
}

#[test]
fn a_upi_link_names_payee_sum_and_invoice() {
    let charge = UpiCharge {
        address: "ana@bank".into(),
        name: "Ana Lens".into(),
        amount: money(125_000, "INR"),
        note: "Invoice 2026-0042".into(),
        id: "20260042".into(),
    };
    assert_eq!(
        upi(&charge).unwrap(),
        "upi://pay?pa=ana@bank&pn=Ana%20Lens&am=1250.00&cu=INR&tn=Invoice%202026-0042&tr=20260042"
    );
    let wrong = UpiCharge {
        address: "ana".into(),
        ..charge
    };
    assert_eq!(
        fields(upi(&wrong).unwrap_err()),
        [("address".to_owned(), Problem::WrongFormat)]
    );
}

#[test]
fn only_a_secure_link_becomes_a_code() {
    assert_eq!(
        link(" https://pay.example.com/ana ").unwrap(),
        "https://pay.example.com/ana"
    );
    for wrong in ["", "http://pay.example.com", "upi://pay?pa=x@y"] {
        assert!(link(wrong).is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_lines_of_a_sepa_code(name in ".{0,90}", text in ".{0,160}", minor in -5..200_000_000_000_i64) {
        let transfer = Transfer {
            name,
            amount: money(minor, "EUR"),
            remittance: Remittance::Text(text),
            ..transfer()
        };
        if let Ok(code) = epc(&transfer) {
            prop_assert!(code.len() <= 331 && code.split('\n').count() <= 11);
            prop_assert!(!code.contains('\r') && code.starts_with("BCD\n002\n1\nSCT\n"));
        }
    }

    #[test]
    fn no_text_breaks_the_lines_of_a_swiss_code(name in ".{0,80}", message in ".{0,160}") {
        let creditor = SwissParty { name, ..robert() };
        if let Ok(code) = swiss(&SwissBill { creditor, message, ..bill() }) {
            prop_assert_eq!(code.split('\n').count(), 31);
        }
    }
}
