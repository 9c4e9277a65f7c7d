//! What goes with the letters to the post: printed envelopes, label sheets, the posting list, the calibration page.
//!
//! None of these has a letterhead; each is composed here on a bare sheet.

mod bare;
mod calibration;
mod direct;
mod labels;
mod list;
#[cfg(test)]
mod tests;

pub use calibration::{CalibrationFacts, calibration};
pub use direct::{EnvelopeFacts, EnvelopeSize, envelope};
pub use labels::{LabelFacts, LabelSheet, labels};
pub use list::{PostedLetter, PostingFacts, posting_list};

use crate::DocumentError;
use crate::colour::INK;
use crate::display::Item;
use crate::facts::Recipient;
use crate::fonts::Face;
use crate::layout::{Align, lay_lines};
use crate::structure::{Role, Structure};
use crate::text::{Line, Style, Typesetter};
use crate::units::Length;

/// Name, person and address, without what is blank.
fn parts(recipient: &Recipient) -> Vec<&str> {
    std::iter::once(&recipient.name)
        .chain(&recipient.attention)
        .chain(&recipient.address)
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect()
}

/// An address in the largest of these sizes in which it fits the room: width and height.
struct Fitted {
    style: Style,
    blocks: Vec<Vec<Line>>,
    height: Length,
}

fn fitted(
    setter: &mut Typesetter,
    recipient: &Recipient,
    (width, height): (Length, Length),
    sizes: &[(i64, i64)],
) -> Result<Fitted, DocumentError> {
    let (mut needed, mut room) = (0, 0);
    for &(size, leading) in sizes {
        let (size, leading) = (Length::thousandths(size), Length::thousandths(leading));
        let style = Style::new(Face::SansRegular, size, leading, INK);
        let mut blocks = Vec::new();
        for part in parts(recipient) {
            blocks.push(setter.lines("client name and address", part, style, Some(width))?);
        }
        needed = blocks.iter().map(Vec::len).sum();
        let lines = height.in_thousandths() / leading.in_thousandths();
        room = usize::try_from(lines).unwrap_or(0);
        if needed <= room {
            let height = leading * i64::try_from(needed).unwrap_or(0);
            return Ok(Fitted {
                style,
                blocks,
                height,
            });
        }
    }
    Err(DocumentError::AddressTooTall {
        lines: needed,
        room,
    })
}

impl Fitted {
    /// The lines from their upper left corner, as one group.
    fn items(
        self,
        structure: &mut Structure,
        (x, y): (Length, Length),
        width: Length,
    ) -> Vec<Item> {
        let mut items = Vec::new();
        let mut top = y;
        structure.open(Role::Group);
        for lines in self.blocks {
            let height = self.style.leading * i64::try_from(lines.len()).unwrap_or(0);
            let node = structure.paragraph();
            let laid = lay_lines(lines, self.style, (x, x + width), Align::Left, node);
            items.extend(laid.into_iter().map(|item| item.moved(Length::ZERO, top)));
            top += height;
        }
        structure.close();
        items
    }
}
