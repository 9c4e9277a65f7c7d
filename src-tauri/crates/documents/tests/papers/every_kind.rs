//! Every kind of paper in every language on both sizes of paper: what it says, and what stops it.

use documents::*;

use crate::facts::{day, money};
use crate::kind_facts::{PLACES, Place};
use crate::read::{assert_sound, boxes, pages, words};

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

/// Search reads papers in its own way; it finds the words that a library for every file finds.
#[test]
fn the_words_for_search_are_those_of_a_general_reader() {
    for place in &PLACES {
        for (kind, bytes) in place.papers(Paper::A4) {
            let document = lopdf::Document::load_mem(&bytes).unwrap();
            let pages: Vec<u32> = document.get_pages().into_keys().collect();
            let theirs = document.extract_text(&pages).unwrap();
            let ours = documents::words(&bytes).unwrap();
            // A word broken at the end of a line is joined by ours only.
            let letters = |text: &str| text.replace(['-', '\u{2010}', '\u{ad}'], "");
            assert_eq!(
                letters(&ours).split_whitespace().collect::<String>(),
                letters(&theirs).split_whitespace().collect::<String>(),
                "{kind}-{}",
                place.tag
            );
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

/// A name of two hundred letters and sums of millions, in the languages with the longest words.
#[test]
fn long_names_and_large_sums_stay_inside_the_margins() {
    let long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherung ".repeat(4);
    for place in &PLACES {
        let look = Look {
            envelope: None,
            ..Look::default()
        };
        let most = place.money(domain::money::MAX_MINOR);
        let none = place.money(0);
        let mut account = place.statement();
        account.recipient.name = long.clone();
        account.letter.reader = Reader::Organisation {
            name: long.clone(),
            contact: None,
        };
        let first = &mut account.letter.accounts[0];
        first.entries.truncate(1);
        first.entries[0].amount = most;
        first.opening = none;
        first.closing = most;
        first.charges.clear();
        first.open.truncate(1);
        (first.open[0].amount, first.open[0].paid, first.open[0].open) = (most, none, most);
        let mut paid = place.receipt();
        paid.recipient.name = long.clone();
        paid.lines.truncate(1);
        (
            paid.lines[0].total,
            paid.lines[0].paid_now,
            paid.lines[0].open,
        ) = (most, most, none);
        (paid.amount, paid.unallocated) = (most, none);
        let mut plan = place.plan();
        plan.recipient.name = long.clone();
        plan.letter.reader = account.letter.reader.clone();
        let mut offer = place.quote();
        offer.recipient.name = long.clone();
        for (kind, bytes) in [
            ("statement", statement(&account, &look)),
            ("receipt", receipt(&paid, &look)),
            ("plan", payment_plan(&plan, &look)),
            ("quote", quote(&offer, &look)),
        ] {
            let name = format!("{kind}-{}-large", place.tag);
            let bytes = bytes.unwrap_or_else(|error| panic!("{name}: {error}"));
            if kind != "plan" && kind != "quote" {
                let sum = if place.tag == "en-GB" {
                    "90,071,992,547,409.91"
                } else if place.tag == "de-DE" {
                    "90.071.992.547.409,91"
                } else {
                    "90 071 992 547 409,91"
                };
                let text = pages(&name, &bytes).join("\n");
                let text = text.replace(['\u{202f}', '\u{a0}'], " ");
                let broken = text.lines().any(|line| {
                    line.split("  ").any(|cell| {
                        let figures = cell.trim().chars().filter(char::is_ascii_digit).count();
                        cell.trim().starts_with("90") && figures > 9 && !cell.contains(sum)
                    })
                });
                assert!(
                    text.contains(sum) && !broken,
                    "{name}: a sum is broken: {text}"
                );
            }
            for (_, [left, _, right, _], word) in boxes(&name, &bytes) {
                assert!(
                    left >= 62.0 && right <= 539.0,
                    "{name}: {word} stands at {left}..{right}"
                );
            }
        }
    }
}
