//! What the letters say, and where they stand on the sheet.

use documents::{Envelope, Look, Paper, demand, invoice, reminder};

use crate::facts::*;
use crate::read::{assert_sound, boxes, pages, words};

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

/// On every kind and preset the address shows through the window, and nothing private can.
#[test]
fn the_window_shows_the_address_and_nothing_private() {
    for envelope in ["din-5008-b", "uk-dl", "us-10"] {
        let envelope = Envelope::find(envelope).unwrap();
        let look = Look {
            paper: envelope.paper(),
            envelope: Some(envelope.clone()),
            ..logo_look()
        };
        let mut demand_letter = demand_facts();
        let mut note = reminder_facts();
        let mut bill = invoice_facts();
        if look.paper == Paper::Letter {
            // Four lines show in a number 10 window at a readable size.
            demand_letter.recipient.attention = None;
            note.recipient.attention = None;
            bill.recipient.attention = None;
        }
        let address = demand_letter.recipient.clone();
        let papers = [
            ("window-demand", demand(&demand_letter, &look).unwrap()),
            ("window-reminder", reminder(&note, &look).unwrap()),
            ("window-invoice", invoice(&bill, &look).unwrap()),
        ];
        let [safe, out] = [envelope.safe(), envelope.keep_out()].map(|zone| {
            [zone.left, zone.top, zone.right, zone.bottom]
                .map(|edge| f64::from(i32::try_from(edge.in_thousandths()).unwrap()) / 1_000.0)
        });
        for (name, bytes) in papers {
            let name = format!("{name}-{}", envelope.id());
            let inside = |[left, top, right, bottom]: [f64; 4], zone: [f64; 4]| {
                left < zone[2] && right > zone[0] && top < zone[3] && bottom > zone[1]
            };
            let seen: Vec<_> = boxes(&name, &bytes)
                .into_iter()
                .filter(|(page, edges, _)| *page == 1 && inside(*edges, out))
                .collect();
            let text: Vec<&str> = seen.iter().map(|(_, _, word)| word.as_str()).collect();
            let text = text.join(" ").replace("&amp;", "&");
            for line in std::iter::once(&address.name).chain(&address.address) {
                assert!(
                    text.contains(line.as_str()),
                    "{name}: {line} does not show: {text}"
                );
            }
            assert!(
                !text.contains('£')
                    && !text.to_lowercase().contains("demand")
                    && !text.contains("Invoice"),
                "{name}: {text}"
            );
            let last = address
                .address
                .last()
                .unwrap()
                .split(' ')
                .next_back()
                .unwrap();
            let corner = seen
                .iter()
                .filter(|(_, _, word)| word == last)
                .map(|(_, edges, _)| edges)
                .next_back()
                .unwrap();
            assert!(
                corner[3] <= safe[3] + 2.0 && corner[0] >= safe[0] && corner[2] <= safe[2],
                "{name}: {corner:?} in {safe:?}"
            );
        }
    }
}
