//! Logos and signatures as they are drawn: upright, in their place, in every kind of file.

use documents::{Look, demand, invoice};
use lopdf::{Document, Object};

use crate::facts::*;
use crate::read::{assert_sound, gray_pages, words};

const QUARTERS: &[u8] = include_bytes!("pictures/quarters.jpg");
const MARK: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="10" height="10" fill="#1d3c5c"/><path d="M12 0h18v10H12z" fill="#c04020"/></svg>"##;

/// The JPEG with an EXIF segment that says which way up it is.
fn turned(orientation: u8) -> Vec<u8> {
    let mut exif =
        b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    assert_eq!(exif.len(), 0x24, "the segment says how long it is");
    let mut bytes = QUARTERS[..2].to_vec();
    bytes.extend(exif);
    bytes.extend(&QUARTERS[2..]);
    bytes
}

/// The grey of each quarter of the logo on the page: upper left, upper right, lower left, lower right.
fn quarters(logo: Vec<u8>, wide: bool) -> [u8; 4] {
    let look = Look {
        envelope: None,
        logo: Some(logo),
        ..Look::default()
    };
    let page = gray_pages("turned", &invoice(&invoice_facts(), &look).unwrap()).remove(0);
    let (width, _, samples) = page;
    let (across, down) = if wide { (32, 16) } else { (16, 32) };
    let at = |x: usize, y: usize| samples[(y * 300 / 72) * width + x * 300 / 72];
    // The logo stands at the left margin, 63 points, 42 points from the top, a point for each pixel.
    let (left, top) = (63, 42);
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| at(left + across * x / 4, top + down * y / 4))
}

#[test]
fn a_turned_photograph_stands_upright() {
    let [a, b, c, d] = quarters(QUARTERS.to_vec(), true);
    let mut apart = [a, b, c, d];
    apart.sort_unstable();
    assert!(
        apart.windows(2).all(|pair| pair[1] - pair[0] > 20),
        "the quarters can be told apart: {apart:?}"
    );
    for (orientation, seen) in [
        (1, [a, b, c, d]),
        (2, [b, a, d, c]),
        (3, [d, c, b, a]),
        (4, [c, d, a, b]),
        (5, [a, c, b, d]),
        (6, [c, a, d, b]),
        (7, [d, b, c, a]),
        (8, [b, d, a, c]),
    ] {
        let found = quarters(turned(orientation), orientation < 5);
        let near = found.iter().zip(seen).all(|(x, y)| x.abs_diff(y) < 6);
        assert!(
            near,
            "orientation {orientation}: {found:?} instead of {seen:?}"
        );
    }
}

/// The subtype and filter of each picture in the file, and the bytes of its stream.
fn pictures(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let document = Document::load_mem(bytes).unwrap();
    let streams = document.objects.values().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream),
        _ => None,
    });
    let mut found = Vec::new();
    for stream in streams {
        if let Ok(Ok(kind)) = stream.dict.get(b"Subtype").map(Object::as_name) {
            let kind = String::from_utf8(kind.to_vec()).unwrap();
            if ["Image", "Form"].contains(&kind.as_str()) {
                found.push((kind, stream.content.clone()));
            }
        }
    }
    found
}

#[test]
fn a_jpeg_goes_into_the_file_as_it_is_and_an_svg_as_outlines() {
    let look = |logo: &[u8]| Look {
        logo: Some(logo.to_vec()),
        ..Look::default()
    };
    let bytes = invoice(&invoice_facts(), &look(QUARTERS)).unwrap();
    assert_sound("logo-jpeg", &bytes);
    assert_eq!(pictures(&bytes), [("Image".to_owned(), QUARTERS.to_vec())]);
    let bytes = invoice(&invoice_facts(), &look(MARK)).unwrap();
    assert_sound("logo-svg", &bytes);
    let found = pictures(&bytes);
    assert_eq!((found.len(), found[0].0.as_str()), (1, "Form"));
    assert!(bytes.len() < 50_000, "{} bytes", bytes.len());
}

#[test]
fn a_signature_stands_above_the_name_of_a_letter_only() {
    let signature = png(
        240,
        80,
        png::ColorType::Rgba,
        &[20, 20, 90, 120].repeat(240 * 80),
    );
    let look = Look {
        signature: Some(signature),
        ..Look::default()
    };
    let letter = demand(&demand_facts(), &look).unwrap();
    assert_sound("signature", &letter);
    assert_eq!(
        pictures(&letter).len(),
        2,
        "the samples and their transparency"
    );
    let bill = invoice(&invoice_facts(), &look).unwrap();
    assert!(pictures(&bill).is_empty(), "a bill is not signed");
    let text = words("signature", &letter);
    assert!(text.contains("Yours faithfully"), "{text}");
}
