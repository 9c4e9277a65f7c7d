#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::format_push_string,
    clippy::format_collect,
    reason = "a test fails by panicking"
)]

use super::*;
use crate::colour::Colour;

fn svg(inside: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">{inside}</svg>"#
    )
}

fn fault(text: &str) -> PictureFault {
    read(text.as_bytes()).unwrap_err()
}

#[test]
fn plain_outlines_stay_outlines() {
    let text = svg(
        r##"<defs><path id="dot" d="M0 0h4v4z"/></defs><rect width="20" height="20" fill="#c04020"/><use xlink:href="#dot" x="30"/><circle cx="30" cy="10" r="5" fill="none" stroke="blue" stroke-width="2" stroke-dasharray="3 1"/>"##,
    );
    let Picture::Vector(vector) = read(text.as_bytes()).unwrap() else {
        panic!("it is drawn by outlines")
    };
    let colours: Vec<Colour> = vector.shapes.iter().map(|shape| shape.colour).collect();
    assert_eq!(
        colours,
        [
            Colour([0xc0, 0x40, 0x20]),
            Colour([0, 0, 0]),
            Colour([0, 0, 255])
        ]
    );
    assert_eq!(vector.width, Length::points(1_000));
    assert_eq!(vector.height, Length::points(500));
    assert_eq!(
        vector.shapes[0].segments[..2],
        [
            Segment::Move([Length::ZERO; 2]),
            Segment::Line([Length::points(500), Length::ZERO])
        ]
    );
}

#[test]
fn what_outlines_can_not_say_is_drawn_as_samples() {
    for inside in [
        r#"<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>"#,
        r#"<rect width="9" height="9" opacity="0.5"/>"#,
        r#"<clipPath id="c"><circle r="5"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>"#,
    ] {
        match read(svg(inside).as_bytes()).unwrap() {
            Picture::Pixels(pixels) => {
                assert_eq!((pixels.width, pixels.height), (1_400, 700), "{inside}");
                assert!(pixels.opacity.is_some(), "the rest lets the paper through");
            }
            other => panic!("{inside}: {other:?}"),
        }
    }
}

#[test]
fn an_svg_that_would_run_or_fetch_something_is_refused() {
    for inside in [
        "<script>alert(1)</script>",
        r#"<rect width="9" height="9" onclick="alert(1)"/>"#,
    ] {
        assert_eq!(fault(&svg(inside)), PictureFault::SvgScript, "{inside}");
    }
    for inside in [
        r#"<use href="http://example.org/a.svg#b"/>"#,
        r#"<use xlink:href="other.svg#b"/>"#,
        "<style>@import 'http://example.org/a.css';</style>",
        r#"<rect width="9" height="9" style="fill:url(http://example.org/a.svg#g)"/>"#,
        r#"<rect width="9" height="9" fill="URL( 'file:///etc/passwd')"/>"#,
    ] {
        assert_eq!(fault(&svg(inside)), PictureFault::SvgLink, "{inside}");
    }
    let linked = format!(
        "<?xml-stylesheet href=\"a.css\"?>{}",
        svg("<rect width='9' height='9'/>")
    );
    assert_eq!(fault(&linked), PictureFault::SvgLink);
}

#[test]
fn what_an_svg_would_lose_silently_is_refused() {
    assert_eq!(
        fault(&svg("<text y='9'>Holt</text>")),
        PictureFault::SvgText
    );
    let image = r#"<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>"#;
    assert_eq!(fault(&svg(image)), PictureFault::SvgImage);
    assert_eq!(fault(&svg("")), PictureFault::Empty);
    assert_eq!(fault("<html><body/></html>"), PictureFault::UnknownKind);
}

#[test]
fn bombs_are_refused_and_do_not_go_off() {
    let mut entities = String::from("<!DOCTYPE svg [<!ENTITY e0 \"ha\">");
    for n in 1..30 {
        let before = n - 1;
        entities.push_str(&format!(
            "<!ENTITY e{n} \"&e{before};&e{before};&e{before};&e{before};\">"
        ));
    }
    entities.push_str("]>");
    let bomb = entities + &svg("<desc>&e29;</desc><rect width='9' height='9'/>");
    assert!(matches!(fault(&bomb), PictureFault::Unreadable { .. }));
    let deep = svg(&format!("{}{}", "<g>".repeat(900), "</g>".repeat(900)));
    assert!(matches!(fault(&deep), PictureFault::Unreadable { .. }));
    let many = svg(&"<g/>".repeat(60_000));
    assert!(matches!(fault(&many), PictureFault::Unreadable { .. }));
    let mut doubled = String::from(r#"<g id="a0"><path d="M0 0h1v1z"/></g>"#);
    for n in 1..40 {
        let before = n - 1;
        doubled.push_str(&format!(
            r##"<g id="a{n}"><use href="#a{before}"/><use href="#a{before}"/></g>"##
        ));
    }
    assert!(matches!(
        fault(&svg(&doubled)),
        PictureFault::Unreadable { .. }
    ));
}

#[test]
fn a_huge_drawing_becomes_samples() {
    let zigzag: String = (0..20_000)
        .map(|n| format!("L{} {}", n % 40, n % 20))
        .collect();
    let path = format!(r#"<path d="M0 0{zigzag}"/>"#);
    assert!(matches!(
        read(svg(&path).as_bytes()).unwrap(),
        Picture::Pixels(_)
    ));
}

const QUARTERS: &[u8] = include_bytes!("../../tests/papers/pictures/quarters.jpg");
const GREY: &[u8] = include_bytes!("../../tests/papers/pictures/grey.jpg");
const CMYK: &[u8] = include_bytes!("../../tests/papers/pictures/cmyk.jpg");

#[test]
fn a_jpeg_keeps_its_bytes() {
    for (bytes, space) in [(QUARTERS, Space::Colour), (GREY, Space::Grey)] {
        check_picture(bytes).unwrap();
        let Picture::Jpeg(jpeg) = read(bytes).unwrap() else {
            panic!("it is a JPEG")
        };
        assert_eq!((jpeg.width, jpeg.height, jpeg.space), (32, 16, space));
        assert_eq!(jpeg.bytes, bytes);
    }
}

#[test]
fn a_cmyk_jpeg_is_refused_with_what_to_do() {
    let fault = read(CMYK).unwrap_err();
    assert_eq!(fault, PictureFault::Cmyk);
    assert!(fault.to_string().contains("RGB"), "{fault}");
}

#[test]
fn a_broken_jpeg_is_an_error_and_no_panic() {
    for length in 0..QUARTERS.len() - 2 {
        assert!(
            check_picture(&QUARTERS[..length]).is_err(),
            "cut at {length}"
        );
    }
    let mut large = QUARTERS.to_vec();
    let frame = large
        .windows(2)
        .position(|pair| pair == [0xff, 0xc0])
        .unwrap();
    large[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert!(matches!(
        read(&large).unwrap_err(),
        PictureFault::TooManyPixels { width: 65_535, .. }
    ));
    for at in 2..QUARTERS.len() {
        let mut bytes = QUARTERS.to_vec();
        bytes[at] ^= 0xff;
        // Right or refused; what matters is that nothing panics.
        let _ = check_picture(&bytes);
    }
}

#[test]
fn a_picture_is_fitted_in_its_proportions() {
    let Picture::Vector(vector) = read(svg("<rect width='9' height='9'/>").as_bytes()).unwrap()
    else {
        panic!("it is drawn by outlines")
    };
    let most = (Length::points(170), Length::points(48));
    assert_eq!(
        Picture::Vector(vector).fit(most),
        (Length::points(96), Length::points(48))
    );
    let Picture::Jpeg(mut jpeg) = read(QUARTERS).unwrap() else {
        panic!("it is a JPEG")
    };
    assert_eq!(
        Picture::Jpeg(jpeg.clone()).fit(most),
        (Length::points(32), Length::points(16)),
        "no larger than a point for each pixel"
    );
    jpeg.orientation = 6;
    assert_eq!(
        Picture::Jpeg(jpeg).fit(most),
        (Length::points(16), Length::points(32)),
        "upright"
    );
}
