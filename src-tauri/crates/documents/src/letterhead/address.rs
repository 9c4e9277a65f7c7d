//! The window's content: the return line and the address, set as large as the window allows.

use super::plan::{CLEARANCE, Plan};
use super::{Sheet, count, down, joined};
use crate::DocumentError;
use crate::colour::{INK, SOFT};
use crate::display::Item;
use crate::fonts::Face;
use crate::layout::{Align, lay_lines};
use crate::structure::{Artifact, Role, Structure};
use crate::text::{Line, Style, Typesetter};
use crate::units::Length;

const RETURN_LINE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(6_400),
    Length::thousandths(8_000),
    SOFT,
);
const RETURN_BLOCK: &str = "return address";
const UNDER_RETURN: Length = Length::points(4);

/// Sizes of the address, tried from the largest: size and leading.
const SIZES: [(i64, i64); 4] = [
    (10_000, 12_500),
    (9_500, 11_300),
    (8_800, 10_200),
    (8_000, 9_200),
];

/// The address as it stands.
pub(super) struct Addressed {
    pub(super) items: Vec<Item>,
    /// Top of the first line of the address itself.
    pub(super) top: Length,
    pub(super) bottom: Length,
}

impl Sheet<'_> {
    /// Return line and address inside the window.
    pub(super) fn address(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        plan: &Plan,
    ) -> Result<Addressed, DocumentError> {
        let edges = self.address_edges(plan);
        let (style, blocks) = self.address_lines(setter, plan, edges.1 - edges.0)?;
        let lines: usize = blocks.iter().map(Vec::len).sum();
        let height = style.leading * count(lines);
        // It need not show wherever the sheet slides: it may use the whole window.
        let wide = plan.keep_out.map_or(edges.1, |zone| {
            (zone.right - Length::points(2)).min(plan.right)
        });
        let returned = self.return_line(setter, wide - edges.0)?;
        let line_height = match returned.len() {
            0 => Length::ZERO,
            lines => RETURN_LINE.leading * count(lines) + UNDER_RETURN,
        };
        let zone = plan.address;
        let spare = zone.height() - height - line_height;
        let top = if spare >= Length::ZERO {
            zone.top + (spare / 2).min(CLEARANCE) + line_height
        } else {
            // For the same reason it may stand above what surely shows.
            let spare = (zone.height() - height).max(Length::ZERO);
            zone.top + (spare / 2).min(CLEARANCE)
        };
        let mut items = Vec::new();
        let highest = plan.keep_out.map_or(Length::ZERO, |zone| zone.top);
        if top - line_height >= highest {
            // For the post: a reader has had the sender already.
            let laid = lay_lines(returned, RETURN_LINE, edges, Align::Left, Artifact::Layout);
            items.extend(down(laid, top - line_height));
        }
        let mut y = top;
        structure.open(Role::Group);
        for lines in blocks {
            let node = structure.paragraph();
            let height = style.leading * count(lines.len());
            items.extend(down(lay_lines(lines, style, edges, Align::Left, node), y));
            y += height;
        }
        structure.close();
        Ok(Addressed {
            items,
            top,
            bottom: y,
        })
    }

    /// Clear of the window's edges wherever the sheet slides, and inside the margins.
    fn address_edges(&self, plan: &Plan) -> (Length, Length) {
        let zone = plan.address;
        let Some(envelope) = &self.look.envelope else {
            return (zone.left, zone.right);
        };
        let safe = envelope.safe();
        (
            zone.left.max(safe.left + CLEARANCE),
            zone.right.min(safe.right - CLEARANCE).min(plan.right),
        )
    }

    /// The lines of each part of the address, in the largest size that the window holds.
    fn address_lines(
        &self,
        setter: &mut Typesetter,
        plan: &Plan,
        width: Length,
    ) -> Result<(Style, Vec<Vec<Line>>), DocumentError> {
        let recipient = self.recipient;
        let parts: Vec<&str> = std::iter::once(&recipient.name)
            .chain(&recipient.attention)
            .chain(&recipient.address)
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect();
        let strict = self.strict_window && self.look.envelope.is_some();
        let mut needed = 0;
        let mut room = 0;
        for (index, (size, leading)) in SIZES.into_iter().enumerate() {
            let (size, leading) = (Length::thousandths(size), Length::thousandths(leading));
            let style = Style::new(Face::SansRegular, size, leading, INK);
            let mut blocks = Vec::with_capacity(parts.len());
            for part in &parts {
                blocks.push(setter.lines("client name and address", part, style, Some(width))?);
            }
            needed = blocks.iter().map(Vec::len).sum();
            let lines = plan.address.height().in_thousandths() / leading.in_thousandths();
            room = usize::try_from(lines).unwrap_or(0);
            if needed <= room || (index + 1 == SIZES.len() && !strict) {
                return Ok((style, blocks));
            }
        }
        Err(DocumentError::AddressTooTall {
            lines: needed,
            room,
        })
    }

    /// Who sends: on one line where the window is wide enough, else on two that end between two parts. With a very
    /// long name the address alone brings the letter back.
    fn return_line(
        &self,
        setter: &mut Typesetter,
        width: Length,
    ) -> Result<Vec<Line>, DocumentError> {
        if self.look.envelope.is_none() {
            return Ok(Vec::new());
        }
        let address: Vec<&str> = self.sender.address.iter().map(|line| line.trim()).collect();
        let mut whole = vec![self.sender.name.trim()];
        whole.extend(&address);
        for parts in [whole, address] {
            let mut lines = Vec::new();
            for text in joined(setter, RETURN_BLOCK, &parts, RETURN_LINE, width)? {
                lines.extend(setter.lines(RETURN_BLOCK, &text, RETURN_LINE, Some(width))?);
            }
            if lines.len() <= 2 {
                return Ok(lines);
            }
        }
        Ok(Vec::new())
    }
}
