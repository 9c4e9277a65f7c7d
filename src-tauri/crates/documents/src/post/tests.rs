#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use correspondence::{Locale, Phrases};
use domain::CivilDate;

use super::*;
use crate::display::{Drawing, Page};
use crate::facts::Sender;
use crate::place::{Envelope, Paper};

fn sender() -> Sender {
    Sender {
        name: "Hollis & Wren Photography".into(),
        address: vec!["14 Canal Wharf".into(), "Leeds LS11 5PS".into()],
        ..Sender::default()
    }
}

fn recipient(number: usize) -> Recipient {
    Recipient {
        name: format!("Peña & Jürgensen {number} Ltd"),
        attention: Some("Žaneta Dvořáková".into()),
        address: vec!["68 Great Eastern Street".into(), "London EC2A 3JL".into()],
        tax_id: None,
    }
}

/// Left, top, right and bottom of each run of a page, and its words.
fn runs(page: &Page) -> Vec<([Length; 4], String)> {
    let runs = page.items.iter().filter_map(|item| match item {
        Item::Run { x, y, run, .. } => {
            let edges = [
                *x,
                *y - run.size * 75 / 100,
                *x + run.width,
                *y + run.size * 21 / 100,
            ];
            let text = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
            Some((edges, text))
        }
        _ => None,
    });
    runs.collect()
}

fn words(drawing: &Drawing) -> String {
    let runs = drawing.pages.iter().flat_map(runs);
    let texts: Vec<String> = runs.map(|(_, text)| text).collect();
    texts.join(" ")
}

fn british() -> Phrases {
    Phrases::load(Locale::british()).unwrap()
}

#[test]
fn an_envelope_keeps_clear_of_the_stamp_and_of_the_bars() {
    let facts = EnvelopeFacts {
        locale: Locale::british(),
        sender: sender(),
        recipient: recipient(1),
    };
    for size in EnvelopeSize::ALL {
        let drawing = direct::drawing(&facts, size).unwrap();
        let page = &drawing.pages[0];
        assert_eq!(page.width, Length::micrometres(size.width), "{}", size.id);
        let stamp = page.width - Length::micrometres(74_000);
        for ([left, top, right, bottom], text) in runs(page) {
            let inside = left >= Length::micrometres(10_000)
                && right <= page.width - Length::micrometres(10_000)
                && top >= Length::micrometres(10_000)
                && bottom <= page.height - Length::micrometres(16_000);
            assert!(inside, "{}: {text}", size.id);
            let free = right <= stamp || top >= Length::micrometres(40_000);
            assert!(free, "{}: {text} stands where the stamp goes", size.id);
        }
        let text = words(&drawing);
        assert!(
            text.contains("London EC2A 3JL") && text.contains("Leeds LS11 5PS"),
            "{text}"
        );
        assert!(envelope(&facts, size).unwrap().starts_with(b"%PDF"));
    }
    let mut endless = facts;
    endless.recipient.address = (0..12).map(|n| format!("Line {n}")).collect();
    assert!(matches!(
        envelope(&endless, EnvelopeSize::ALL[4]),
        Err(DocumentError::AddressTooTall { .. })
    ));
}

#[test]
fn labels_lie_on_the_sheet_and_beside_each_other() {
    for sheet in LabelSheet::ALL {
        let (width, height) = sheet.paper.size();
        let (x, y) = sheet.corner(sheet.count() - 1);
        let right = x + Length::micrometres(sheet.width);
        let bottom = y + Length::micrometres(sheet.height);
        assert!(right <= Length::micrometres(width - 4_000), "{}", sheet.id);
        assert!(
            bottom <= Length::micrometres(height - 10_000),
            "{}",
            sheet.id
        );
        assert!(
            sheet.pitch.0 >= sheet.width && sheet.pitch.1 >= sheet.height,
            "{}",
            sheet.id
        );
        let margins = width - sheet.left * 2 - sheet.pitch.0 * 2;
        if sheet.columns == 3 {
            let off = (margins - sheet.width).abs();
            assert!(
                off < 60,
                "{}: the columns stand in the middle, {off}",
                sheet.id
            );
        }
    }
}

#[test]
fn each_address_stands_inside_its_label_from_the_first_free_one() {
    for sheet in LabelSheet::ALL {
        let facts = LabelFacts {
            locale: Locale::british(),
            recipients: (1..=40).map(recipient).collect(),
            first: 5,
        };
        let drawing = labels::drawing(&facts, sheet).unwrap();
        assert_eq!(
            drawing.pages.len(),
            44_usize.div_ceil(sheet.count()),
            "{}",
            sheet.id
        );
        let mut seen = 0;
        for (number, page) in drawing.pages.iter().enumerate() {
            for ([left, top, right, bottom], text) in runs(page) {
                let Some(rest) = text.strip_prefix("Peña & Jürgensen ") else {
                    continue;
                };
                let who: usize = rest.trim_end_matches(" Ltd").parse().unwrap();
                seen += 1;
                let at = 4 + who - 1;
                assert_eq!(at / sheet.count(), number, "{}: sheet of {who}", sheet.id);
                let (x, y) = sheet.corner(at % sheet.count());
                let inside = left > x
                    && top > y
                    && right < x + Length::micrometres(sheet.width)
                    && bottom < y + Length::micrometres(sheet.height);
                assert!(inside, "{}: {who}", sheet.id);
            }
        }
        assert_eq!(seen, 40, "{}: everybody has one label", sheet.id);
    }
    let facts = LabelFacts {
        locale: Locale::british(),
        recipients: vec![recipient(1)],
        first: 22,
    };
    assert_eq!(
        labels(&facts, LabelSheet::ALL[0]).unwrap_err(),
        DocumentError::NoSuchLabel {
            first: 22,
            labels: 21
        }
    );
}

fn posting(count: usize) -> PostingFacts {
    let letter = |number: usize| PostedLetter {
        recipient: recipient(number),
        reference: format!("Case 2026-{number:04}"),
        service: "Signed For, 1st class".into(),
        article_number: Some("RR 4731 2482 9 GB".into()),
        pages: 3,
        sha256: [0xab; 32],
    };
    PostingFacts {
        locale: Locale::british(),
        paper: Paper::A4,
        sender: sender(),
        date: CivilDate::from_ymd_opt(2026, 5, 4).unwrap(),
        posted_by: "Robin Wren".into(),
        letters: (1..=count).map(letter).collect(),
    }
}

#[test]
fn a_posting_list_names_every_letter_and_who_posted_them() {
    let drawing = list::drawing(&posting(3), &british()).unwrap();
    assert_eq!(drawing.pages.len(), 1);
    let text = words(&drawing);
    for part in [
        "3 letters were handed in on 4 May 2026 by Robin Wren.",
        "Case 2026-0002",
        "RR 4731 2482 9 GB",
        "abab abab",
        "3 letters, 9 pages in all.",
        "Place, date and signature of Robin Wren",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let long = list::drawing(&posting(60), &british()).unwrap();
    assert!(long.pages.len() > 3, "{} pages", long.pages.len());
    let last = runs(long.pages.last().unwrap());
    assert!(
        last.iter()
            .any(|(_, text)| text.contains("signature of Robin Wren")),
        "the signature stands at the end"
    );
    for page in &long.pages {
        for ([left, _, right, bottom], text) in runs(page) {
            let inside = left >= Length::points(56)
                && right <= page.width - Length::points(56)
                && bottom <= page.height - Length::points(20);
            assert!(inside, "{text}");
        }
    }
    assert!(posting_list(&posting(3)).unwrap().starts_with(b"%PDF"));
    let nobody = PostingFacts {
        posted_by: " ".into(),
        ..posting(1)
    };
    assert_eq!(
        posting_list(&nobody).unwrap_err(),
        DocumentError::Missing { field: "posted_by" }
    );
}

#[test]
fn the_calibration_page_draws_every_window_where_it_is() {
    for envelope in Envelope::all() {
        let facts = CalibrationFacts {
            locale: Locale::british(),
            envelope: envelope.clone(),
        };
        let drawing = calibration::drawing(&facts, &british()).unwrap();
        assert_eq!(drawing.pages.len(), 1, "{}", envelope.id());
        let page = &drawing.pages[0];
        let corners: Vec<(Length, Length)> = page
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Fill { x, y, .. } => Some((*x, *y)),
                _ => None,
            })
            .collect();
        for zone in [envelope.safe(), envelope.keep_out()] {
            assert!(
                corners.contains(&(zone.left, zone.top)),
                "{}",
                envelope.id()
            );
        }
        let below = envelope.keep_out().bottom;
        for ([left, _, right, bottom], text) in runs(page) {
            assert!(
                left >= Length::points(14) && right <= page.width - Length::points(28),
                "{}: {text}",
                envelope.id()
            );
            let shown = text.contains("Always shows") || text.contains("May show");
            assert!(shown || bottom > below, "{}: {text}", envelope.id());
        }
        assert!(calibration(&facts).unwrap().starts_with(b"%PDF"));
    }
}

#[test]
fn a_ruler_is_as_long_as_it_says() {
    let facts = CalibrationFacts {
        locale: Locale::british(),
        envelope: Envelope::find("uk-dl").unwrap(),
    };
    let drawing = calibration::drawing(&facts, &british()).unwrap();
    let places: Vec<Length> = runs(&drawing.pages[0])
        .iter()
        .filter(|(_, text)| ["0", "100"].contains(&text.as_str()))
        .map(|([left, _, right, _], _)| (*left + *right) / 2)
        .collect();
    let apart = places[1] - places[0];
    let wanted = Length::micrometres(100_000);
    assert!(
        (apart - wanted).in_thousandths().abs() < 60,
        "{apart:?} instead of {wanted:?}"
    );
}
