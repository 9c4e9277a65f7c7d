//! What the letters say, and where they stand on the sheet.

use documents::{demand, reminder};

use crate::facts::*;
use crate::read::{assert_sound, pages, words};

#[test]
fn a_reminder_reads_as_written() {
    let bytes = reminder(&reminder_facts(), &logo_look()).unwrap();
    assert_sound("reminder-a4", &bytes);
    insta::assert_snapshot!(pages("reminder-a4", &bytes).join("\n----- page -----\n"));
}

#[test]
fn a_demand_reads_as_written() {
    let bytes = demand(&demand_facts(), &uk_look()).unwrap();
    assert_sound("demand-uk", &bytes);
    insta::assert_snapshot!(pages("demand-uk", &bytes).join("\n----- page -----\n"));
}

#[test]
fn letters_fit_letter_paper() {
    let mut demand_letter = demand_facts();
    demand_letter.letter.locale = documents::Locale::find("en-US").unwrap();
    demand_letter.recipient.attention = None;
    let bytes = demand(&demand_letter, &us_look()).unwrap();
    assert_sound("demand-us", &bytes);
    let text = words("demand-us", &bytes);
    assert!(text.contains("Monday, May 18, 2026"), "{text}");
    let mut note = reminder_facts();
    note.letter.locale = documents::Locale::find("en-US").unwrap();
    note.recipient.attention = None;
    assert_sound("reminder-us", &reminder(&note, &us_look()).unwrap());
}

#[test]
fn a_long_account_repeats_its_head_and_keeps_the_signature_in_company() {
    let mut facts = demand_facts();
    facts.letter.account = (1..=45)
        .map(|n| {
            account_line(
                &format!("INV-{n:04}"),
                day(2026, 1, 2),
                day(2026, 1, 16),
                10_000,
                0,
            )
        })
        .collect();
    facts.letter.charges.clear();
    facts.letter.payments.clear();
    facts.letter.total = gbp(450_000);
    let bytes = demand(&facts, &logo_look()).unwrap();
    assert_sound("demand-long", &bytes);
    let pages = pages("demand-long", &bytes);
    assert!(pages.len() >= 3, "{} pages", pages.len());
    for page in pages.iter().filter(|page| page.contains("INV-00")) {
        assert!(page.contains("Open GBP"), "the head is repeated: {page}");
    }
    let last = pages.last().unwrap();
    assert!(
        last.contains("Yours faithfully") && last.contains("rights remain reserved"),
        "{last}"
    );
}
