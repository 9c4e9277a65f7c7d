//! Payment codes as a phone reads them: pages drawn by poppler, symbols decoded by an independent reader.

use documents::*;
use domain::client::Address;
use domain::reference::{Reference, Scheme};

use crate::facts::{
    american, day, demand_facts, invoice_facts, long_invoice, money, reminder_facts,
};
use crate::read::{assert_sound, fonts, gray_pages, pages, words};
use crate::sums::asks_for;

/// What the reader finds on each page of a paper.
fn codes(name: &str, bytes: &[u8]) -> Vec<Vec<String>> {
    let pages = gray_pages(name, bytes).into_iter();
    let read = pages.map(|(width, height, samples)| {
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            samples[y * width + x]
        });
        let grids = image.detect_grids().into_iter();
        grids
            .map(|grid| grid.decode().expect("a symbol that was found is read").1)
            .collect()
    });
    read.collect()
}

fn transfer() -> Transfer {
    Transfer {
        name: "Franz Mustermänn".into(),
        iban: "DE71110220330123456789".into(),
        bic: "BHBLDEHHXXX".into(),
        amount: money("EUR", 1_230),
        purpose: "GDDS".into(),
        remittance: Remittance::Structured(
            Reference::parse(Scheme::Rf, "RF18539007547034").unwrap(),
        ),
    }
}

/// A transfer whose amount is all that is due.
fn with(codes: Vec<PaymentCode>, due: domain::Money) -> InvoiceFacts {
    let mut facts = invoice_facts();
    asks_for(&mut facts, due);
    facts.codes = codes;
    facts
}

fn address(street: &str, postcode: &str, city: &str) -> Address {
    Address {
        lines: vec![street.into()],
        postcode: postcode.into(),
        city: city.into(),
        region: String::new(),
        country: "CH".into(),
    }
}

fn bill() -> SwissBill {
    SwissBill {
        iban: "CH5800791123000889012".into(),
        creditor: SwissParty::new(
            "Robert Schneider AG",
            &address("Rue du Lac 1268", "2501", "Biel"),
        ),
        amount: money("CHF", 394_975),
        debtor: Some(SwissParty::new(
            "Pia Rutschmann",
            &address("Marktgasse 28", "9400", "Rorschach"),
        )),
        reference: None,
        message: "Bill no. 3139 for gardening work and disposal of waste material".into(),
    }
}

const BILL: &str = "SPC|0200|1|CH5800791123000889012|S|Robert Schneider AG|Rue du Lac|1268|2501|Biel|CH\
    ||||||||3949.75|CHF|S|Pia Rutschmann|Marktgasse|28|9400|Rorschach|CH|NON|\
    |Bill no. 3139 for gardening work and disposal of waste material|EPD";

fn swiss(facts: &mut InvoiceFacts, bill: SwissBill) {
    asks_for(facts, bill.amount);
    facts.codes = vec![PaymentCode::SwissBill(Box::new(bill))];
}

#[test]
fn a_transfer_code_reads_back_as_the_guidelines_example() {
    let facts = with(vec![PaymentCode::Transfer(transfer())], money("EUR", 1_230));
    let paper = invoice(&facts, &Look::default()).unwrap();
    assert_sound("code-transfer", &paper);
    assert_eq!(
        codes("code-transfer", &paper).concat(),
        [
            "BCD\n002\n1\nSCT\nBHBLDEHHXXX\nFranz Mustermänn\nDE71110220330123456789\nEUR12.3\nGDDS\nRF18539007547034"
        ]
    );
    assert!(words("code-transfer", &paper).contains("Scan with your banking app"));
}

#[test]
fn a_code_without_bic_and_one_of_the_longest_are_read() {
    let short = Transfer {
        name: "Ana Lens Photography".into(),
        iban: "DE89370400440532013000".into(),
        bic: String::new(),
        amount: money("EUR", 125_000),
        purpose: String::new(),
        remittance: Remittance::Structured(Reference::new(Scheme::Rf, "INV2026000123").unwrap()),
    };
    let long = Transfer {
        name: "N".repeat(70),
        remittance: Remittance::Text("é".repeat(90)),
        ..short.clone()
    };
    for (name, transfer) in [("code-short", short), ("code-long", long)] {
        let expected = domain::payment_code::epc(&transfer).unwrap();
        let facts = with(vec![PaymentCode::Transfer(transfer)], money("EUR", 125_000));
        let paper = invoice(&facts, &Look::default()).unwrap();
        assert_eq!(codes(name, &paper).concat(), [expected], "{name}");
    }
}

#[test]
fn a_link_and_a_transfer_stand_beside_each_other_and_both_are_read() {
    let link = "https://pay.example.com/ana/2026-0042";
    let both = vec![
        PaymentCode::Transfer(transfer()),
        PaymentCode::Link(link.into()),
    ];
    let paper = invoice(&with(both, money("EUR", 1_230)), &Look::default()).unwrap();
    let mut found = codes("code-both", &paper).concat();
    found.sort();
    assert_eq!(found.len(), 2);
    assert!(found[0].starts_with("BCD") && found[1] == link);
}

#[test]
fn a_swiss_bill_reads_back_as_the_guidelines_example_and_stands_on_the_lower_edge() {
    let mut facts = invoice_facts();
    facts.lines.truncate(3);
    (facts.payment_terms, facts.late_clause) = (None, None);
    swiss(&mut facts, bill());
    let paper = invoice(&facts, &Look::default()).unwrap();
    assert_sound("swiss", &paper);
    let expected = BILL.replace('|', "\n");
    let found = codes("swiss", &paper);
    assert_eq!(found, [[expected]], "below the body, on its page");
    let text = pages("swiss", &paper).concat();
    assert!(
        !text.contains("How to pay"),
        "the payment part says it all: {text}"
    );
    for word in [
        "Payment part",
        "Receipt",
        "CH58 0079 1123 0008 8901 2",
        "3 949.75",
        "Acceptance point",
    ] {
        assert!(
            text.replace('\u{a0}', " ").contains(word),
            "{word} in {text}"
        );
    }
    let families = fonts("swiss", &paper);
    for wanted in ["LiberationSans", "LiberationSans-Bold"] {
        assert!(
            families.iter().any(|(name, ..)| name.ends_with(wanted)),
            "the guideline allows four families on the part, and ours are none of them: {families:?}"
        );
    }
}

#[test]
fn a_swiss_bill_without_room_below_the_body_has_a_page_of_its_own() {
    let mut facts = long_invoice(8);
    let before = pages("swiss-before", &invoice(&facts, &Look::default()).unwrap()).len();
    swiss(
        &mut facts,
        SwissBill {
            debtor: None,
            ..bill()
        },
    );
    let paper = invoice(&facts, &Look::default()).unwrap();
    let found = codes("swiss-own-page", &paper);
    assert_eq!(found.len(), before + 1, "one page more");
    assert!(found[..before].iter().all(Vec::is_empty) && found[before].len() == 1);
    let last = pages("swiss-own-page", &paper).pop().unwrap();
    assert!(last.contains("Payable by (name/address)"), "{last}");
    assert!(
        last.contains(&format!("Page {} of {}", before + 1, before + 1)),
        "{last}"
    );
}

#[test]
fn a_swiss_reference_is_printed_in_its_groups() {
    let mut facts = invoice_facts();
    facts.lines.truncate(1);
    let reference = Reference::new(Scheme::SwissQr, "21000000000313947143000901").unwrap();
    let with_reference = SwissBill {
        iban: "CH4431999123000889012".into(),
        reference: Some(reference),
        ..bill()
    };
    swiss(&mut facts, with_reference);
    let paper = invoice(&facts, &Look::default()).unwrap();
    let text = words("swiss-reference", &paper);
    assert_eq!(
        text.matches("21 00000 00003 13947 14300 09017").count(),
        2,
        "{text}"
    );
    assert!(
        codes("swiss-reference", &paper).concat()[0]
            .contains("\nQRR\n210000000003139471430009017\n")
    );
}

#[test]
fn a_draft_shows_where_its_code_will_be_and_none_that_could_be_paid() {
    let link = PaymentCode::Link("https://pay.example.com/ana".into());
    let mut facts = with(
        vec![PaymentCode::Transfer(transfer()), link],
        money("EUR", 1_230),
    );
    facts.number = None;
    let paper = invoice(&facts, &Look::default()).unwrap();
    assert!(codes("code-draft", &paper).concat().is_empty());
    assert!(words("code-draft", &paper).contains("The code comes with the number"));
    swiss(&mut facts, bill());
    let paper = invoice(&facts, &Look::default()).unwrap();
    assert!(codes("swiss-draft", &paper).concat().is_empty());
    assert!(words("swiss-draft", &paper).contains("Payment part"));
}

#[test]
fn nothing_due_has_no_code() {
    let both = vec![
        PaymentCode::Transfer(transfer()),
        PaymentCode::SwissBill(Box::new(bill())),
    ];
    let paper = invoice(&with(both, money("GBP", 0)), &Look::default()).unwrap();
    assert!(codes("code-nothing-due", &paper).concat().is_empty());
    assert!(!words("code-nothing-due", &paper).contains("Payment part"));
}

#[test]
fn a_code_that_cannot_be_made_is_an_error_that_names_the_field() {
    let wrong = Transfer {
        iban: "DE00".into(),
        ..transfer()
    };
    let facts = with(vec![PaymentCode::Transfer(wrong)], money("EUR", 1_230));
    let error = invoice(&facts, &Look::default()).unwrap_err();
    assert_eq!(
        error,
        DocumentError::Code {
            field: "iban".into()
        }
    );
    let mut facts = invoice_facts();
    swiss(&mut facts, bill());
    let letter = Look {
        paper: Paper::Letter,
        envelope: None,
        ..Look::default()
    };
    let error = invoice(&facts, &letter).unwrap_err();
    assert_eq!(
        error,
        DocumentError::Code {
            field: "paper".into()
        },
        "a payment part is 210 mm wide"
    );
}

#[test]
fn an_american_payer_finds_ach_and_check_and_an_australian_title_is_a_tax_invoice() {
    let mut facts = american(invoice_facts());
    let bank = facts.how_to_pay.bank.as_mut().unwrap();
    bank.branch = Some((BranchCode::Routing, "021000021".into()));
    bank.unchanged_since = Some(day(2026, 1, 5));
    (bank.iban, bank.bic) = (None, None);
    facts.how_to_pay.cheque_payable_to = Some("Hollis & Wren LLC".into());
    facts.is_tax_invoice = true;
    let text = words("american-ways", &invoice(&facts, &Look::default()).unwrap());
    for part in [
        "Routing number (ACH) 021000021",
        "Unchanged since January 5, 2026",
        "Check Payable to Hollis & Wren LLC",
        "Tax invoice",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn sentences_that_law_asks_for_are_printed() {
    let mut facts = invoice_facts();
    facts.notices = vec![Notice::FrenchLatePayment];
    let text = words("notice", &invoice(&facts, &Look::default()).unwrap());
    assert!(
        text.contains("a lump sum of €40 for recovery costs"),
        "{text}"
    );
}

#[test]
fn a_letter_carries_the_code_for_what_it_asks_for() {
    let expected = "BCD\n002\n1\nSCT\nBHBLDEHHXXX\nFranz Mustermänn\nDE71110220330123456789\nEUR12.3\nGDDS\nRF18539007547034";
    let transfer = vec![PaymentCode::Transfer(transfer())];
    let mut friendly = reminder_facts();
    friendly.codes.clone_from(&transfer);
    let mut formal = demand_facts();
    formal.codes = transfer;
    let papers = [
        ("code-reminder", reminder(&friendly, &Look::default())),
        ("code-demand", demand(&formal, &Look::default())),
    ];
    for (name, paper) in papers {
        let paper = paper.unwrap();
        assert_sound(name, &paper);
        assert_eq!(codes(name, &paper).concat(), [expected], "{name}: once");
    }
    let plain = reminder(&reminder_facts(), &Look::default()).unwrap();
    assert_eq!(codes("code-none", &plain).concat(), [] as [&str; 0]);
}

#[test]
fn a_reminder_in_francs_ends_with_the_payment_part() {
    let mut facts = reminder_facts();
    facts.codes = vec![PaymentCode::SwissBill(Box::new(bill()))];
    let paper = reminder(&facts, &Look::default()).unwrap();
    assert_sound("swiss-reminder", &paper);
    let found = codes("swiss-reminder", &paper);
    let last = found.last().unwrap();
    assert_eq!(last, &[BILL.replace('|', "\n")], "on the last page");
    let text = pages("swiss-reminder", &paper).concat();
    assert!(text.contains("Payment part"), "{text}");
}

#[test]
fn each_part_of_a_sum_has_a_code_that_says_which_it_is() {
    let of = |minor: i64| {
        PaymentCode::Transfer(Transfer {
            amount: money("EUR", minor),
            ..transfer()
        })
    };
    let parts = [40_000, 50_000, 35_050];
    let facts = with(parts.map(of).into(), money("EUR", 125_050));
    let paper = invoice(&facts, &Look::default()).unwrap();
    assert_sound("code-parts", &paper);
    let found = codes("code-parts", &paper).concat();
    let amounts: Vec<&str> = found
        .iter()
        .filter_map(|code| code.lines().nth(7))
        .collect();
    assert_eq!(amounts, ["EUR400", "EUR500", "EUR350.5"]);
    let text = words("code-parts", &paper);
    for part in ["€400.00", "€500.00", "€350.50"] {
        assert!(text.contains(&format!("Scan to pay {part}")), "{text}");
    }
}
