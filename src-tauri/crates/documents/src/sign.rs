//! Where people sign: a line for place and date, a line for the signature, the name under it.

use crate::DocumentError;
use crate::colour::INK;
use crate::display::Item;
use crate::layout::{Align, Flow, lay_lines};
use crate::text::Style;
use crate::units::Length;

const ABOVE: Length = Length::points(34);
const GAP: Length = Length::points(24);
const RULE: Length = Length::thousandths(500);

/// One place for each party, side by side in pairs.
pub(crate) struct SignHere<'a> {
    pub(crate) parties: &'a [String],
    pub(crate) place_and_date: &'a str,
    pub(crate) signature: &'a str,
    /// Of the small words under the lines.
    pub(crate) words: Style,
    pub(crate) name: Style,
}

impl SignHere<'_> {
    pub(crate) fn set(&self, flow: &mut Flow<'_>) -> Result<(), DocumentError> {
        for pair in self.parties.chunks(2) {
            let width = (flow.width - GAP) / 2;
            let mut items = Vec::new();
            let mut tallest = Length::ZERO;
            let mut left = Length::ZERO;
            for party in pair {
                let (height, set) = self.place(flow, party, (left, left + width))?;
                items.extend(set);
                tallest = tallest.max(height);
                left = left + width + GAP;
            }
            flow.piece("place to sign", tallest, items);
        }
        Ok(())
    }

    fn place(
        &self,
        flow: &mut Flow<'_>,
        party: &str,
        edges: (Length, Length),
    ) -> Result<(Length, Vec<Item>), DocumentError> {
        let mut items = Vec::new();
        let mut y = Length::ZERO;
        for words in [self.place_and_date, self.signature] {
            y += ABOVE;
            items.push(Item::Fill {
                x: edges.0,
                y,
                width: edges.1 - edges.0,
                height: RULE,
                colour: INK,
            });
            y = text(flow, words, self.words, (edges, y), &mut items)?;
        }
        y = text(flow, party, self.name, (edges, y), &mut items)?;
        Ok((y, items))
    }
}

/// Adds a paragraph and returns where it ends.
fn text(
    flow: &mut Flow<'_>,
    words: &str,
    style: Style,
    (edges, top): ((Length, Length), Length),
    items: &mut Vec<Item>,
) -> Result<Length, DocumentError> {
    let room = Some(edges.1 - edges.0);
    let lines = flow.setter.lines("place to sign", words, style, room)?;
    let height = style.leading * i64::try_from(lines.len()).unwrap_or(1);
    let node = flow.structure.paragraph();
    let laid = lay_lines(lines, style, edges, Align::Left, node);
    let top = top + Length::points(2);
    items.extend(laid.into_iter().map(|item| item.moved(Length::ZERO, top)));
    Ok(top + height)
}
