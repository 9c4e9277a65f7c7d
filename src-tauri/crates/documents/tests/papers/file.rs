//! The file itself: reproducible, fonts inside and cut down, title and language set.

use documents::{demand, invoice, reminder};
use lopdf::Document;

use crate::facts::*;
use crate::read::{boxes, fonts};

#[test]
fn the_same_facts_give_the_same_bytes() {
    let look = logo_look();
    assert_eq!(
        invoice(&rich_invoice(), &look).unwrap(),
        invoice(&rich_invoice(), &look).unwrap()
    );
    assert_eq!(
        demand(&demand_facts(), &look).unwrap(),
        demand(&demand_facts(), &look).unwrap()
    );
    let once = std::thread::spawn(|| reminder(&reminder_facts(), &uk_look()).unwrap())
        .join()
        .unwrap();
    assert_eq!(
        once,
        reminder(&reminder_facts(), &uk_look()).unwrap(),
        "another thread makes no difference"
    );
    let mut other = invoice_facts();
    other.number = Some("INV-2026-0143".into());
    let identifier = |bytes: &[u8]| {
        format!(
            "{:?}",
            Document::load_mem(bytes)
                .unwrap()
                .trailer
                .get(b"ID")
                .unwrap()
        )
    };
    let (first, second) = (
        invoice(&invoice_facts(), &look).unwrap(),
        invoice(&other, &look).unwrap(),
    );
    assert_ne!(
        identifier(&first),
        identifier(&second),
        "another paper has another identifier"
    );
}

#[test]
fn fonts_are_embedded_as_subsets_with_a_map_back_to_text() {
    for (name, bytes) in [
        (
            "fonts-invoice",
            invoice(&invoice_facts(), &logo_look()).unwrap(),
        ),
        (
            "fonts-demand",
            demand(&demand_facts(), &logo_look()).unwrap(),
        ),
    ] {
        let fonts = fonts(name, &bytes);
        assert!(fonts.len() >= 2, "{name}: {fonts:?}");
        for (font, embedded, subset, unicode) in fonts {
            assert!(embedded && subset && unicode, "{name}: {font}");
        }
        assert!(bytes.len() < 60_000, "{name} has {} bytes", bytes.len());
    }
}

#[test]
fn the_file_names_itself_and_its_language() {
    let bytes = invoice(&invoice_facts(), &logo_look()).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let info = document
        .trailer
        .get(b"Info")
        .unwrap()
        .as_reference()
        .unwrap();
    let info = document.get_dictionary(info).unwrap();
    let text = |key: &[u8]| lopdf::decode_text_string(info.get(key).unwrap()).unwrap();
    assert_eq!(
        text(b"Title"),
        "Invoice INV-2026-0142: Peña & Jürgensen Publishing Ltd"
    );
    assert_eq!(text(b"Author"), "Hollis & Wren Photography");
    assert_eq!(
        info.get(b"CreationDate").unwrap().as_str().unwrap(),
        b"D:20260314000000Z",
        "the paper's date, no clock"
    );
    assert!(
        info.get(b"GTS_PDFXVersion").is_err(),
        "it claims no standard that it does not keep"
    );
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
    assert!(
        catalog
            .get(b"ViewerPreferences")
            .unwrap()
            .as_dict()
            .unwrap()
            .get(b"DisplayDocTitle")
            .unwrap()
            .as_bool()
            .unwrap()
    );
}

#[test]
fn text_is_read_back_without_a_viewer() {
    let bytes = invoice(&invoice_facts(), &logo_look()).unwrap();
    let text = Document::load_mem(&bytes)
        .unwrap()
        .extract_text(&[1])
        .unwrap();
    for word in ["Žaneta", "Peña", "Ørestad", "Kraków"] {
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[test]
fn the_words_of_a_paper_are_read_back_for_search() {
    let read = documents::words(&invoice(&invoice_facts(), &logo_look()).unwrap()).unwrap();
    let words: Vec<&str> = read.split_whitespace().collect();
    for word in ["Žaneta", "Peña", "Invoice"] {
        assert!(words.contains(&word), "{word} stands by itself: {read}");
    }
    let us = invoice(&american(invoice_facts()), &us_look()).unwrap();
    assert_eq!(documents::sheet(&us), Some((2159, 2794)), "US Letter");
}

/// No word stands on another, and none outside the margins, whatever the number of lines.
#[test]
fn no_two_words_overlap() {
    let mut papers = vec![
        (
            "overlap-rich".to_owned(),
            invoice(&rich_invoice(), &uk_look()).unwrap(),
            595.0,
        ),
        (
            "overlap-us".to_owned(),
            invoice(&american(invoice_facts()), &us_look()).unwrap(),
            612.0,
        ),
        (
            "overlap-demand".to_owned(),
            demand(&demand_facts(), &logo_look()).unwrap(),
            595.0,
        ),
        (
            "overlap-reminder".to_owned(),
            reminder(&reminder_facts(), &uk_look()).unwrap(),
            595.0,
        ),
    ];
    for count in (1..60).step_by(4) {
        let name = format!("overlap-{count}");
        papers.push((
            name,
            invoice(&long_invoice(count), &logo_look()).unwrap(),
            595.0,
        ));
    }
    for (name, bytes, width) in papers {
        let words = boxes(&name, &bytes);
        assert!(words.len() > 60, "{name}: {} words", words.len());
        for (index, (page, a, word)) in words.iter().enumerate() {
            assert!(
                a[0] >= 62.0 && a[2] <= width - 56.0,
                "{name}: {word} at {a:?}"
            );
            for (_, b, other) in words[index + 1..]
                .iter()
                .filter(|(other_page, _, _)| other_page == page)
            {
                // A word's box is as tall as its face; its letters fill the middle.
                let inner =
                    |c: &[f64; 4]| (c[1] + (c[3] - c[1]) * 0.25, c[3] - (c[3] - c[1]) * 0.25);
                let (top_a, bottom_a) = inner(a);
                let (top_b, bottom_b) = inner(b);
                let beside = a[2] <= b[0] + 0.5 || b[2] <= a[0] + 0.5;
                let above = bottom_a <= top_b || bottom_b <= top_a;
                assert!(beside || above, "{name}, page {page}: {word} and {other}");
            }
        }
    }
}
