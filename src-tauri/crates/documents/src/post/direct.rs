//! An envelope that is printed on itself: the sender in its corner, the recipient where machines look for it.

use correspondence::{Fill, Locale, Phrases};

use super::bare::file;
use super::{fitted, parts};
use crate::DocumentError;
use crate::colour::SOFT;
use crate::display::{Drawing, Item, Page};
use crate::facts::{Recipient, Sender};
use crate::fonts::Face;
use crate::layout::{Align, lay_lines};
use crate::structure::{Role, Structure};
use crate::text::{Style, Typesetter};
use crate::units::Length;

/// An envelope without a window, in micrometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnvelopeSize {
    /// Stable: kept in settings.
    pub id: &'static str,
    pub name: &'static str,
    pub width: i64,
    pub height: i64,
}

const fn size(id: &'static str, name: &'static str, (width, height): (i64, i64)) -> EnvelopeSize {
    EnvelopeSize {
        id,
        name,
        width,
        height,
    }
}

impl EnvelopeSize {
    pub const ALL: [Self; 5] = [
        size("dl", "DL", (220_000, 110_000)),
        size("c6-5", "C6/5", (229_000, 114_000)),
        size("c5", "C5", (229_000, 162_000)),
        size("us-10", "US no. 10", (241_300, 104_775)),
        size("us-9", "US no. 9", (225_425, 98_425)),
    ];

    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.id == id)
    }
}

/// Who writes to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnvelopeFacts {
    pub locale: Locale,
    pub sender: Sender,
    pub recipient: Recipient,
}

const EDGE: Length = Length::micrometres(12_000);
/// Stamps and franking take this much of the upper right corner, the post's bars this much of the lower edge.
const STAMP: (Length, Length) = (Length::micrometres(80_000), Length::micrometres(42_000));
const BARS: Length = Length::micrometres(18_000);
const SENDER: Style = Style::new(
    Face::SansRegular,
    Length::points(8),
    Length::thousandths(10_600),
    SOFT,
);
const SIZES: [(i64, i64); 4] = [
    (12_000, 15_500),
    (11_000, 14_000),
    (10_000, 12_500),
    (8_800, 10_800),
];

/// The envelope as a page of its own size.
pub fn envelope(facts: &EnvelopeFacts, size: EnvelopeSize) -> Result<Vec<u8>, DocumentError> {
    let phrases = Phrases::load(facts.locale)?;
    let drawing = drawing(facts, size)?;
    let name = Fill::Text(facts.recipient.name.trim());
    let title = phrases.fill("envelope-title", &[("name", name)])?;
    file(&drawing, &phrases, (&title, &facts.sender.name), None)
}

pub(super) fn drawing(facts: &EnvelopeFacts, size: EnvelopeSize) -> Result<Drawing, DocumentError> {
    if parts(&facts.recipient).is_empty() {
        return Err(DocumentError::Missing {
            field: "recipient.name",
        });
    }
    let (width, height) = (
        Length::micrometres(size.width),
        Length::micrometres(size.height),
    );
    let mut setter = Typesetter::new();
    setter.speak(facts.locale.tag());
    let mut structure = Structure::default();
    let mut items = sender(&mut setter, &mut structure, &facts.sender, width)?;
    let left = width * 44 / 100;
    let top = STAMP.1;
    let room = (width - EDGE - left, height - BARS - top);
    let address = fitted(&mut setter, &facts.recipient, room, &SIZES)?;
    // In the middle of its room.
    let top = top + (room.1 - address.height) / 2;
    items.extend(address.items(&mut structure, (left, top), room.0));
    let page = Page {
        width,
        height,
        items,
    };
    Ok(Drawing {
        pages: vec![page],
        structure,
    })
}

/// The return address, clear of the stamp and above the recipient.
fn sender(
    setter: &mut Typesetter,
    structure: &mut Structure,
    sender: &Sender,
    width: Length,
) -> Result<Vec<Item>, DocumentError> {
    let block = "return address";
    let room = width - EDGE - STAMP.0;
    let mut items = Vec::new();
    let mut y = EDGE;
    structure.open(Role::Group);
    for (index, line) in std::iter::once(&sender.name)
        .chain(&sender.address)
        .enumerate()
    {
        let face = if index == 0 {
            Face::SansSemiBold
        } else {
            Face::SansRegular
        };
        let style = SENDER.with(face, SOFT);
        let lines = setter.lines(block, line.trim(), style, Some(room))?;
        let height = style.leading * i64::try_from(lines.len()).unwrap_or(0);
        let node = structure.paragraph();
        let laid = lay_lines(lines, style, (EDGE, EDGE + room), Align::Left, node);
        items.extend(laid.into_iter().map(|item| item.moved(Length::ZERO, y)));
        y += height;
    }
    structure.close();
    if y > STAMP.1 {
        return Err(DocumentError::Overflow { block });
    }
    Ok(items)
}
