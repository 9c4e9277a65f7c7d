//! Every kind of paper in every language on both sizes of paper: what it says, and what stops it.

use documents::*;

use crate::facts::{day, money};
use crate::kind_facts::{PLACES, Place};
use crate::read::{assert_sound, pages, words};

fn english() -> &'static Place {
    &PLACES[0]
}

#[test]
fn every_kind_reads_as_written_in_every_language() {
    for place in &PLACES {
        for (kind, bytes) in place.papers(Paper::A4) {
            let name = format!("{kind}-{}", place.tag);
            assert_sound(&name, &bytes);
            let text = pages(&name, &bytes).join("\n----- page -----\n");
            insta::assert_snapshot!(name, text);
        }
    }
}

#[test]
fn every_kind_fits_letter_paper_and_is_the_same_bytes_again() {
    for place in &PLACES {
        let again = place.papers(Paper::Letter);
        for ((kind, bytes), (_, second)) in place.papers(Paper::Letter).iter().zip(&again) {
            let name = format!("{kind}-{}-letter", place.tag);
            assert!(
                bytes == second,
                "{name}: the same facts give the same bytes"
            );
            assert_sound(&name, bytes);
            assert!(!pages(&name, bytes).is_empty());
        }
    }
}

#[test]
fn a_credit_note_names_what_it_corrects_and_is_no_charge() {
    let look = Look::default();
    let facts = english().credit_note();
    let text = words("credit", &credit_note(&facts, &look).unwrap());
    assert!(text.contains("INV-2026-0142 of 1 March 2026"), "{text}");
    assert!(
        text.contains("Amount credited") && !text.contains("Amount due"),
        "{text}"
    );
    assert!(
        !text.contains('−') && !text.contains("How to pay"),
        "{text}"
    );
    let nothing = CreditNoteFacts {
        corrects: vec![],
        ..facts.clone()
    };
    assert_eq!(
        credit_note(&nothing, &look).unwrap_err(),
        DocumentError::Missing { field: "corrects" }
    );
    let mut early = facts;
    early.corrects[0].issued_on = day(2026, 4, 21);
    assert!(
        matches!(
            credit_note(&early, &look).unwrap_err(),
            DocumentError::OutOfOrder { .. }
        ),
        "an invoice is corrected after it was issued"
    );
}

#[test]
fn a_quote_holds_until_its_day_and_a_draft_can_not_be_accepted() {
    let look = Look::default();
    let mut facts = english().quote();
    facts.number = None;
    let text = pages("quote-draft", &quote(&facts, &look).unwrap()).join("\n");
    assert!(
        text.contains("Draft") && !text.contains("I accept"),
        "{text}"
    );
    facts.valid_until = day(2026, 1, 11);
    assert!(matches!(
        quote(&facts, &look).unwrap_err(),
        DocumentError::OutOfOrder {
            field: "valid_until",
            ..
        }
    ));
}

#[test]
fn a_receipt_adds_up_to_what_came() {
    let look = Look::default();
    let refused = |change: &dyn Fn(&mut ReceiptFacts)| {
        let mut facts = english().receipt();
        change(&mut facts);
        receipt(&facts, &look).unwrap_err()
    };
    let gbp = |minor| money("GBP", minor);
    for error in [
        refused(&|facts| facts.amount = gbp(160_001)),
        refused(&|facts| facts.lines[0].open = gbp(702_267)),
        refused(&|facts| facts.lines[1].open = gbp(-1)),
        refused(&|facts| {
            facts.unallocated = gbp(-12_000);
            facts.amount = gbp(136_000);
        }),
    ] {
        assert!(
            matches!(error, DocumentError::SumDiffers { .. }),
            "{error:?}"
        );
    }
    assert_eq!(
        refused(&|facts| facts.lines[1].open = money("EUR", 0)),
        DocumentError::MixedCurrencies
    );
    assert_eq!(
        refused(&|facts| facts.number = " ".into()),
        DocumentError::Missing { field: "number" }
    );
    let mut settled = english().receipt();
    settled.lines.remove(0);
    settled.unallocated = gbp(0);
    settled.amount = gbp(48_000);
    let text = pages("receipt-settled", &receipt(&settled, &look).unwrap()).join("\n");
    assert!(text.contains("The invoice is paid in full."), "{text}");
    assert!(!text.contains("Still open on"), "{text}");
}
