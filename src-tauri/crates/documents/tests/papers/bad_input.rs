//! Odd facts: each gives a right page or an error that names what to mend.

use documents::{DocumentError, Look, Paper, PictureFault, Recipient, demand, invoice};

use crate::facts::*;
use crate::read::{boxes, words};

#[test]
fn names_of_europe_come_back_as_typed() {
    for name in [
        "Zoë Łukasz Ørsted-Ñandú",
        "Ελένη Παπαδοπούλου",
        "Щукин Їжаченко",
        "Ștefan Țăranu Őry ẞ",
    ] {
        let mut facts = invoice_facts();
        facts.recipient.name = name.into();
        let text = words("name", &invoice(&facts, &Look::default()).unwrap());
        assert!(text.contains(name), "{name}: {text}");
        let mut facts = demand_facts();
        facts.recipient.name = name.into();
        facts.letter.writer.name = name.into();
        let text = words("name", &demand(&facts, &Look::default()).unwrap());
        assert_eq!(
            text.matches(name).count(),
            2,
            "in the sans and in the serif: {text}"
        );
    }
}

#[test]
fn a_character_without_a_glyph_is_an_error_that_names_it() {
    for (name, named) in [("Anna 🦊 Fox", "🦊"), ("Anna \u{10fffd}", "\u{10fffd}")] {
        let mut facts = invoice_facts();
        facts.recipient.name = name.into();
        assert_eq!(
            invoice(&facts, &Look::default()).unwrap_err(),
            DocumentError::MissingGlyph {
                character: named.into(),
                block: "client name and address"
            }
        );
        let mut facts = invoice_facts();
        facts.notes = Some(format!("Thanks {name}"));
        let message = invoice(&facts, &Look::default()).unwrap_err().to_string();
        assert!(
            message.contains("U+") && message.contains("notes"),
            "{message}"
        );
    }
}

/// In whatever font this system has for it; without one the characters are named.
#[test]
fn names_of_other_scripts_come_back_in_the_order_of_their_letters() {
    for name in [
        "דוד כהן",
        "سارة أحمد",
        "安藤 たかし",
        "김민준",
        "ปรีชา",
        "अनिल शर्मा",
    ] {
        let mut facts = demand_facts();
        facts.recipient.name = name.into();
        match demand(&facts, &Look::default()) {
            Ok(bytes) => {
                let text = words("other-scripts", &bytes);
                assert!(text.contains(name), "{name}: {text}");
                for (font, embedded, subset, unicode) in crate::read::fonts("other-scripts", &bytes)
                {
                    assert!(embedded && subset && unicode, "{name}: {font}");
                }
                crate::read::assert_sound("other-scripts", &bytes);
                let again = demand(&facts, &Look::default()).unwrap();
                assert!(bytes == again, "{name}: the same bytes again");
            }
            Err(DocumentError::MissingGlyph { character, block }) => {
                assert_eq!(block, "client name and address");
                assert!(character.chars().all(|c| name.contains(c)), "{character}");
            }
            Err(other) => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn very_long_names_and_words_stay_inside_the_margins() {
    let long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(6);
    let name: String = long.chars().take(200).collect();
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    for logo in [None, Some(logo())] {
        let mut facts = invoice_facts();
        facts.recipient.name = name.clone();
        facts.sender.name = name.clone();
        facts.subject = Some(name.clone());
        facts.purchase_order = Some(word.into());
        facts.lines[0].description = word.repeat(4);
        facts.how_to_pay.reference = word.into();
        let bytes = invoice(
            &facts,
            &Look {
                logo,
                ..Look::default()
            },
        )
        .unwrap();
        let found = boxes("long-names", &bytes);
        assert!(!found.is_empty());
        for (page, [left, top, right, bottom], word) in found {
            assert!(
                left >= 62.0 && right <= 539.5 && top > 20.0 && bottom < 822.0,
                "page {page}: {word} at {left} {top} {right} {bottom}"
            );
        }
        let text = words("long-names", &bytes).replace(' ', "");
        assert!(text.contains(&word.repeat(4)), "no letter is lost");
    }
}

#[test]
fn an_address_too_tall_for_the_window_is_refused_in_a_letter() {
    let mut facts = demand_facts();
    facts.recipient.address = (1..=12).map(|n| format!("Line {n}")).collect();
    match demand(&facts, &Look::default()).unwrap_err() {
        DocumentError::AddressTooTall { lines: 14, room } => assert!(room < 14),
        other => panic!("{other:?}"),
    }
    assert!(
        demand(
            &facts,
            &Look {
                envelope: None,
                ..Look::default()
            }
        )
        .is_ok(),
        "without a window it is a page"
    );
}

#[test]
fn an_envelope_for_other_paper_is_refused() {
    let look = Look {
        paper: Paper::Letter,
        ..Look::default()
    };
    let error = invoice(&invoice_facts(), &look).unwrap_err();
    assert!(
        matches!(error, DocumentError::EnvelopeNotForPaper { .. }),
        "{error:?}"
    );
}

#[test]
fn a_broken_logo_is_an_error_and_no_panic() {
    let good = logo();
    let mut broken = vec![
        b"GIF89a".to_vec(),
        Vec::new(),
        good[..200].to_vec(),
        vec![0; 4_000],
    ];
    for at in (8..good.len()).step_by(97) {
        let mut bytes = good.clone();
        bytes[at] ^= 0xff;
        broken.push(bytes);
    }
    let mut refused = 0;
    for bytes in broken {
        match invoice(
            &invoice_facts(),
            &Look {
                logo: Some(bytes),
                ..Look::default()
            },
        ) {
            Err(DocumentError::Logo(
                PictureFault::Unreadable { .. } | PictureFault::UnknownKind,
            )) => refused += 1,
            Err(other) => panic!("{other:?}"),
            Ok(_) => {}
        }
    }
    assert!(refused >= 4, "{refused} were refused");
}

#[test]
fn a_logo_of_a_hundred_megapixels_is_refused_from_its_header() {
    let mut bytes = logo();
    // Width and height in the header, then its checksum.
    bytes[16..20].copy_from_slice(&10_000_u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&10_000_u32.to_be_bytes());
    let checksum = crc(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&checksum);
    let error = invoice(
        &invoice_facts(),
        &Look {
            logo: Some(bytes),
            ..Look::default()
        },
    )
    .unwrap_err();
    // Decoding would have complained of missing rows instead.
    match error {
        DocumentError::Logo(PictureFault::TooManyPixels {
            width: 10_000,
            height: 10_000,
            ..
        }) => {}
        other => panic!("{other:?}"),
    }
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

#[test]
fn logos_of_every_colour_type_and_size_are_drawn() {
    use png::ColorType::{Grayscale, GrayscaleAlpha, Rgb, Rgba};
    for (colour, bytes_per_pixel) in [(Grayscale, 1), (GrayscaleAlpha, 2), (Rgb, 3), (Rgba, 4)] {
        for (width, height) in [(1, 1), (3_000, 40), (40, 3_000), (640, 480)] {
            let samples = vec![90; (width * height * bytes_per_pixel) as usize];
            let picture = png(width, height, colour, &samples);
            let bytes = invoice(
                &invoice_facts(),
                &Look {
                    logo: Some(picture),
                    ..Look::default()
                },
            )
            .unwrap();
            crate::read::assert_sound("logo-kinds", &bytes);
        }
    }
}

#[test]
fn what_an_issued_invoice_needs_is_named() {
    let mut facts = invoice_facts();
    facts.recipient = Recipient {
        name: "  ".into(),
        ..Recipient::default()
    };
    assert_eq!(
        invoice(&facts, &Look::default()).unwrap_err(),
        DocumentError::Missing {
            field: "recipient.name"
        }
    );
    let mut facts = invoice_facts();
    facts.how_to_pay.reference = String::new();
    let error = invoice(&facts, &Look::default()).unwrap_err().to_string();
    assert!(error.contains("how_to_pay.reference"), "{error}");
}

#[test]
fn a_description_taller_than_a_page_runs_over_several() {
    let mut facts = invoice_facts();
    let description: Vec<String> = (1..=4_000).map(|n| format!("word{n}")).collect();
    facts.lines[3].description = description.join(" ");
    let bytes = invoice(&facts, &Look::default()).unwrap();
    let pages = crate::read::pages("tall-row", &bytes);
    assert!(pages.len() > 4, "{} pages", pages.len());
    let text = pages.join("\n");
    assert!(
        description.iter().all(|word| text.contains(word)),
        "every word is there"
    );
    assert!(
        pages
            .iter()
            .take(pages.len() - 1)
            .all(|page| page.contains("Description")),
        "the head is repeated"
    );
}

#[test]
fn words_of_ten_thousand_letters_run_over_pages() {
    let word = "Donaudampfschiff".repeat(625);
    let mut facts = invoice_facts();
    facts.lines[0].description = word.clone();
    facts.notes = Some(word.clone());
    let text = words("endless", &invoice(&facts, &Look::default()).unwrap());
    let letters = text
        .replace([' ', '\u{ad}'], "")
        .matches("Donaudampfschiff")
        .count();
    assert!(
        letters > 1_200,
        "{letters} of 1,250 parts are read back whole"
    );
}
