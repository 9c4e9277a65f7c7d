#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;

const SCHEMES: [Scheme; 6] = [
    Scheme::Rf,
    Scheme::SwissQr,
    Scheme::BelgianOgm,
    Scheme::FinnishViite,
    Scheme::KidMod10,
    Scheme::KidMod11,
];

fn whole(scheme: Scheme, body: &str) -> String {
    Reference::new(scheme, body).unwrap().text
}

fn refused(scheme: Scheme, text: &str) -> Problem {
    Reference::parse(scheme, text).unwrap_err()
}

#[test]
fn an_rf_reference_has_the_digits_of_iso_11649() {
    for (body, text) in [
        ("539007547034", "RF18539007547034"),
        ("7", "RF097"),
        ("0", "RF040"),
        ("2348231", "RF712348231"),
        ("INV2026000123", "RF98INV2026000123"),
        ("STUDIO20260042", "RF64STUDIO20260042"),
        ("B334BOPQE39D902DC", "RF91B334BOPQE39D902DC"),
        ("1232", "RF111232"),
    ] {
        assert_eq!(whole(Scheme::Rf, body), text);
    }
    for wrong in [
        "RF17539007547034",
        "RF04",
        "RF",
        "",
        "RF18 5390 0754 7035",
        "XX18539007547034",
    ] {
        assert!(Reference::parse(Scheme::Rf, wrong).is_err(), "{wrong}");
    }
    let long = "1".repeat(22);
    assert_eq!(
        Reference::new(Scheme::Rf, &long),
        Err(Problem::TooLong),
        "25 characters at most"
    );
    assert_eq!(
        Reference::new(Scheme::Rf, "ÄB"),
        Err(Problem::WrongFormat),
        "no other letters"
    );
    let written = Reference::parse(Scheme::Rf, " rf18 5390 0754 7034 ").unwrap();
    assert_eq!(written.written(), "RF18 5390 0754 7034");
}

#[test]
fn a_swiss_reference_ends_in_its_recursive_digit() {
    for (body, digit) in [
        ("21000000000313947143000901", '7'),
        ("00000000000000000000123456", '5'),
        ("12345600000000012911462905", '2'),
        ("99999999999999999999999999", '2'),
    ] {
        assert_eq!(whole(Scheme::SwissQr, body), format!("{body}{digit}"));
    }
    assert_eq!(
        whole(Scheme::SwissQr, "123456"),
        "000000000000000000001234565",
        "filled with zeros"
    );
    assert_eq!(
        refused(Scheme::SwissQr, &"0".repeat(27)),
        Problem::MustBePositive,
        "all zeros"
    );
    let reference = Reference::new(Scheme::SwissQr, "21000000000313947143000901").unwrap();
    assert_eq!(reference.written(), "21 00000 00003 13947 14300 09017");
}

#[test]
fn a_belgian_reference_ends_in_modulo_97_and_never_in_00() {
    for (body, check) in [
        ("0108068171", "83"),
        ("0909337554", "93"),
        ("0000000097", "97"),
        ("1234567890", "02"),
        ("2026000123", "20"),
    ] {
        assert_eq!(whole(Scheme::BelgianOgm, body), format!("{body}{check}"));
    }
    let reference = Reference::parse(Scheme::BelgianOgm, "***010/8068/17183***").unwrap();
    assert_eq!(reference.written(), "+++010/8068/17183+++");
    assert_eq!(
        refused(Scheme::BelgianOgm, "+++000/0000/09700+++"),
        Problem::WrongFormat
    );
}

#[test]
fn a_finnish_reference_ends_in_its_731_digit() {
    for (body, text) in [
        ("12345", "123453"),
        ("100", "1009"),
        ("123456", "1234561"),
        ("202600012", "2026000121"),
    ] {
        assert_eq!(whole(Scheme::FinnishViite, body), text);
    }
    assert_eq!(
        Reference::new(Scheme::FinnishViite, "12"),
        Err(Problem::WrongFormat),
        "too short"
    );
    let reference = Reference::new(Scheme::FinnishViite, "202600012").unwrap();
    assert_eq!(reference.written(), "20260 00121");
    assert_eq!(
        Reference::new(Scheme::FinnishViite, "123456")
            .unwrap()
            .written(),
        "12 34561"
    );
}

#[test]
fn a_norwegian_reference_ends_in_the_digit_the_bank_agreed_to() {
    for (body, digit) in [
        ("1234", '4'),
        ("234567", '6'),
        ("2345676", '7'),
        ("004455525", '8'),
    ] {
        assert_eq!(whole(Scheme::KidMod10, body), format!("{body}{digit}"));
    }
    for (body, digit) in [("1234", '3'), ("036532", '7')] {
        assert_eq!(whole(Scheme::KidMod11, body), format!("{body}{digit}"));
    }
    // 6 x 2 = 12, 1 above 11: the digit would be 10.
    assert_eq!(whole(Scheme::KidMod11, "6"), "6-");
    assert!(Reference::parse(Scheme::KidMod11, "6-").is_ok());
}

fn account(iban: &str, reference: ReferenceChoice) -> BankAccount {
    BankAccount {
        iban: iban.to_owned(),
        reference,
        ..BankAccount::default()
    }
}

const QR_IBAN: &str = "CH4431999123000889012";

#[test]
fn the_reference_of_an_invoice_follows_the_account() {
    let quoted = |iban: &str, number: &str| {
        let account = account(iban, ReferenceChoice::ByAccount);
        Reference::for_invoice(&account, number)
            .unwrap()
            .map(|reference| reference.written())
    };
    let expected = |text: &str| Some(text.to_owned());
    assert_eq!(
        quoted("DE89370400440532013000", "INV-2026-000123"),
        expected("RF98 INV2 0260 0012 3")
    );
    assert_eq!(
        quoted("BE68539007547034", "2026-000123"),
        expected("+++202/6000/12320+++")
    );
    assert_eq!(
        quoted("FI2112345600000785", "2026/00012"),
        expected("20260 00121")
    );
    assert_eq!(
        quoted(QR_IBAN, "123456"),
        expected("00 00000 00000 00000 00012 34565")
    );
    assert_eq!(
        quoted("NO9386011117947", "2026-1"),
        None,
        "a KID needs the bank's consent"
    );
    assert_eq!(
        quoted("GB29NWBK60161331926819", "2026-1"),
        None,
        "no such thing there"
    );
    assert_eq!(quoted("", "2026-1"), None, "no account, no reference");
}

#[test]
fn a_number_that_gives_no_reference_is_named() {
    let error = |iban, choice, number| {
        let problem = Reference::for_invoice(&account(iban, choice), number).unwrap_err();
        (problem.field, problem.problem)
    };
    let number = |problem| ("number".to_owned(), problem);
    assert_eq!(
        error(
            "BE68539007547034",
            ReferenceChoice::ByAccount,
            "2026-11-000123"
        ),
        number(Problem::TooLong),
        "twelve digits do not go into ten"
    );
    assert_eq!(
        error("BE68539007547034", ReferenceChoice::ByAccount, "A-B"),
        number(Problem::Required)
    );
    assert_eq!(
        error("DE89370400440532013000", ReferenceChoice::Rf, "RÄ-1"),
        number(Problem::WrongFormat)
    );
    let choice = ("bank.reference".to_owned(), Problem::WrongFormat);
    assert_eq!(
        error("CH9300762011623852957", ReferenceChoice::SwissQr, "1"),
        choice
    );
    assert_eq!(
        error(QR_IBAN, ReferenceChoice::Rf, "1"),
        choice,
        "a QR-IBAN takes no other"
    );
}

#[test]
fn a_qr_iban_is_known_by_its_institution() {
    assert!(is_qr_iban(QR_IBAN));
    assert!(!is_qr_iban("CH5800791123000889012") && !is_qr_iban("DE4431999123000889012"));
    assert!(!is_qr_iban("") && !is_qr_iban("CH"));
}

#[test]
fn an_owners_choice_is_stored_by_name() {
    let json = serde_json::to_string(&ReferenceChoice::KidMod10).unwrap();
    assert_eq!(json, "\"kid_mod10\"");
    let old: BankAccount = serde_json::from_str(r#"{"iban":"BE68539007547034"}"#).unwrap();
    assert_eq!(
        old.reference,
        ReferenceChoice::ByAccount,
        "what was stored before stays readable"
    );
}

fn bodies() -> impl Strategy<Value = (Scheme, String)> {
    let digits = (prop::sample::select(&SCHEMES[..]), "[0-9]{3,10}");
    let letters = "[A-Z0-9]{1,21}".prop_map(|body| (Scheme::Rf, body));
    let any = prop_oneof![digits, letters];
    any.prop_filter("no QR reference of zeros", |(scheme, body)| {
        *scheme != Scheme::SwissQr || body.bytes().any(|byte| byte != b'0')
    })
}

proptest! {
    #[test]
    fn a_reference_reads_back_as_it_was_written((scheme, body) in bodies()) {
        let reference = Reference::new(scheme, &body).unwrap();
        prop_assert_eq!(Reference::parse(scheme, &reference.written()), Ok(reference.clone()));
        prop_assert_eq!(Reference::parse(scheme, reference.text()), Ok(reference));
    }

    #[test]
    fn one_wrong_digit_is_always_found((scheme, body) in bodies(), at in any::<prop::sample::Index>(), by in 1..10_u8) {
        let reference = Reference::new(scheme, &body).unwrap();
        let mut bytes = reference.text().as_bytes().to_vec();
        let digits: Vec<usize> = (0..bytes.len()).filter(|index| bytes[*index].is_ascii_digit()).collect();
        let index = digits[at.index(digits.len())];
        bytes[index] = b'0' + (bytes[index] - b'0' + by) % 10;
        let wrong = String::from_utf8(bytes).unwrap();
        prop_assert!(Reference::parse(scheme, &wrong).is_err(), "{wrong} instead of {}", reference.text());
    }

    #[test]
    fn any_text_is_read_or_refused_without_harm(text in ".{0,40}") {
        for scheme in SCHEMES {
            let _ = Reference::parse(scheme, &text);
            let _ = Reference::new(scheme, &text);
        }
    }
}
