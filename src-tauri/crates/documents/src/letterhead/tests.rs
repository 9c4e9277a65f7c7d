#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use correspondence::{Locale, Phrases};
use proptest::prelude::*;

use super::*;
use crate::facts::Letterhead;
use crate::image::{Picture, Pixels};
use crate::place::{Envelope, Paper, Zone};

/// As a run is seen: its place and what a reader copies.
fn seen(item: &Item) -> (Zone, String) {
    match item {
        Item::Run { x, y, run, .. } => {
            let last = run.glyphs.last().unwrap();
            let zone = Zone {
                left: *x + run.glyphs[0].x,
                top: *y - run.size * 75 / 100,
                right: *x + last.x + run.size * 30 / 100,
                bottom: *y + run.size * 21 / 100,
            };
            (zone, run.glyphs.iter().map(|g| g.text.as_str()).collect())
        }
        Item::Fill {
            x,
            y,
            width,
            height,
            ..
        }
        | Item::Picture {
            x,
            y,
            width,
            height,
            ..
        } => {
            let zone = Zone {
                left: *x,
                top: *y,
                right: *x + *width,
                bottom: *y + *height,
            };
            (zone, String::new())
        }
        Item::Blocks { .. } => panic!("no code stands in these papers"),
    }
}

fn meet(a: Zone, b: Zone) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn logo(width: u32, height: u32) -> Pictures {
    Pictures::with_logo(Picture::Pixels(Pixels {
        width,
        height,
        colours: vec![90; (width * height * 3) as usize],
        opacity: None,
    }))
}

fn composed(
    setter: &mut Typesetter,
    look: &Look,
    pictures: &Pictures,
    sender: &Sender,
    recipient: &Recipient,
) -> Result<Vec<Page>, DocumentError> {
    let phrases = Phrases::load(Locale::british()).unwrap();
    let side = [
        ("Invoice number".to_owned(), "INV-2026-0142".to_owned()),
        ("Due".to_owned(), "28 March 2026".to_owned()),
        ("Purchase order".to_owned(), "PO 4711 / 88".to_owned()),
    ];
    let foot = [sender.name.clone()];
    let sheet = Sheet {
        look,
        sender,
        recipient,
        phrases: &phrases,
        pictures,
        side: &side,
        continued: &["Invoice INV-2026-0142"],
        foot: &foot,
        strict_window: true,
    };
    let style = Style::new(
        Face::SansRegular,
        Length::points(9),
        Length::points(12),
        INK,
    );
    let drawing = sheet.compose(setter, None, |flow| {
        flow.paragraph("body", "FINAL NOTICE £8,022.66 ".repeat(40).trim(), style)
    })?;
    Ok(drawing.pages)
}

/// What shows of the page through the window of the envelope, checked thing by thing.
fn check(look: &Look, sender: &Sender, recipient: &Recipient, pages: &[Page]) {
    let envelope = look.envelope.as_ref().unwrap();
    let what = format!("{} {:?}", envelope.id(), look.letterhead);
    let (safe, keep_out) = (envelope.safe(), envelope.keep_out());
    let mut shown = String::new();
    for item in &pages[0].items {
        let (zone, text) = seen(item);
        assert!(
            zone.left >= MARK_LEFT && zone.right <= look.paper.width() - MARK_LEFT,
            "{what}: {zone:?} {text} is too near to the edge of the sheet"
        );
        if !meet(zone, keep_out) {
            continue;
        }
        match item {
            Item::Run { tag, .. } => {
                if *tag != Tag::Artifact(Artifact::Layout) {
                    shown.push_str(&text);
                    assert!(
                        safe.contains(zone),
                        "{what}: {text} at {zone:?} is not sure to show in {safe:?}"
                    );
                }
            }
            Item::Fill { .. } | Item::Picture { .. } | Item::Blocks { .. } => assert!(
                zone.right <= Length::micrometres(12_000),
                "{what}: only marks at the edge: {zone:?} in {keep_out:?}"
            ),
        }
    }
    let address: String = std::iter::once(&recipient.name)
        .chain(&recipient.attention)
        .chain(&recipient.address)
        .map(|line| letters(line))
        .collect();
    assert_eq!(
        letters(&shown),
        address,
        "{what} shows the address and nothing else; from {}",
        sender.name
    );
}

fn words(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec("[A-Z][a-zéüß]{0,11}", 1..=most).prop_map(|words| words.join(" "))
}

fn sender() -> impl Strategy<Value = Sender> {
    let lines = || proptest::collection::vec(words(4), 0..5);
    let name = prop_oneof![
        3 => words(4),
        1 => words(30).prop_map(|name| name.chars().take(200).collect::<String>().trim().to_owned()),
    ];
    (name, lines(), lines()).prop_map(|(name, address, contact)| Sender {
        name,
        address,
        contact,
        registrations: Vec::new(),
    })
}

fn recipient() -> impl Strategy<Value = Recipient> {
    let line = || "[A-Z][a-z]{1,9}( [A-Za-z0-9]{1,8}){0,3}";
    (
        line(),
        proptest::option::of(line()),
        proptest::collection::vec(line(), 1..5),
    )
        .prop_map(|(name, attention, address)| Recipient {
            name,
            attention,
            address,
            tax_id: None,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    /// For every known envelope, every design, with a logo and without, whoever writes to whom.
    #[test]
    fn the_window_shows_the_address_and_nothing_else(sender in sender(), recipient in recipient(), wide in 1_u32..40, tall in 1_u32..40) {
        let (none, picture) = (Pictures::default(), logo(wide * 20, tall * 20));
        let mut set = 0;
        let mut setter = Typesetter::new();
        for envelope in Envelope::all() {
            for letterhead in Letterhead::ALL {
                let look = Look { paper: envelope.paper(), envelope: Some(envelope.clone()), letterhead, ..Look::default() };
                for pictures in [&none, &picture] {
                    match composed(&mut setter, &look, pictures, &sender, &recipient) {
                        Ok(pages) => {
                            check(&look, &sender, &recipient, &pages);
                            set += 1;
                        }
                        Err(DocumentError::AddressTooTall { lines, room }) => prop_assert!(lines > room),
                        Err(error) => prop_assert!(false, "{}: {error}", envelope.id()),
                    }
                }
            }
        }
        prop_assert!(set > 60, "most addresses fit: {set}");
    }
}

#[test]
fn an_owner_s_own_window_is_kept_like_a_known_one() {
    let known = Envelope::find("fr-dl-right").unwrap();
    let mut measures = known.measures().clone();
    measures.window.from_edge = 15_000;
    measures.window.height = 40_000;
    let own = Envelope::measured("own", "own", Paper::A4, measures).unwrap();
    let sender = Sender {
        name: "Holt".into(),
        ..Sender::default()
    };
    let recipient = Recipient {
        name: "Anna Fox".into(),
        address: vec!["1 High Street".into(), "Leeds".into()],
        ..Recipient::default()
    };
    let look = Look {
        envelope: Some(own),
        ..Look::default()
    };
    let pages = composed(
        &mut Typesetter::new(),
        &look,
        &Pictures::default(),
        &sender,
        &recipient,
    )
    .unwrap();
    check(&look, &sender, &recipient, &pages);
}
