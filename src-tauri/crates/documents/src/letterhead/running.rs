//! What runs through all pages: the head of later pages and the foot.

use super::{CONTINUED_TOP, FOOT_EDGE, HAIR, HEAD_TOP, LEFT, SMALL, Sheet, count, down, fill};
use crate::DocumentError;
use crate::colour::{HAIRLINE, SOFT};
use crate::display::Item;
use crate::fonts::Face;
use crate::layout::{Align, lay_lines};
use crate::structure::Artifact;
use crate::text::{Style, Typesetter};
use crate::units::Length;

impl Sheet<'_> {
    pub(super) fn continued_head(
        &self,
        setter: &mut Typesetter,
    ) -> Result<Vec<Item>, DocumentError> {
        let style = Style::new(
            Face::SansRegular,
            Length::points(8),
            Length::points(11),
            SOFT,
        );
        let top = HEAD_TOP;
        let mut items = Vec::new();
        let mut left = setter.lines(
            "page head",
            self.continued,
            style,
            Some(self.measure() * 62 / 100),
        )?;
        let right = setter.lines(
            "page head",
            &self.sender.name,
            style,
            Some(self.measure() * 36 / 100),
        )?;
        if left.len() <= 2 && right.len() == 1 {
            let edges = (LEFT, self.right());
            items.extend(lay_lines(right, style, edges, Align::Right, Artifact::Head));
        } else {
            // The paper's own reference matters more than the sender's name.
            left = setter.lines("page head", self.continued, style, Some(self.measure()))?;
        }
        if left.len() > 2 {
            return Err(DocumentError::Overflow { block: "page head" });
        }
        let edges = (LEFT, self.right());
        items.extend(lay_lines(left, style, edges, Align::Left, Artifact::Head));
        let mut items = down(items, top);
        items.push(fill(
            LEFT,
            CONTINUED_TOP - Length::points(12),
            self.measure(),
            HAIR,
            HAIRLINE,
        ));
        Ok(items)
    }

    /// The foot without the page number, and its top. It is an artifact; the first page's is read, see `compose`.
    pub(super) fn foot(
        &self,
        setter: &mut Typesetter,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        let room = self.measure() - Length::points(70);
        let mut lines = Vec::new();
        for text in self.foot_lines(setter, room)? {
            lines.extend(setter.lines("foot of the page", &text, SMALL, Some(room))?);
        }
        let height = SMALL.leading * count(lines.len().max(1));
        let top = self.look.paper.height() - FOOT_EDGE - height - Length::points(6);
        let mut items = vec![fill(LEFT, top, self.measure(), HAIR, HAIRLINE)];
        items.extend(down(
            lay_lines(
                lines,
                SMALL,
                (LEFT, LEFT + room),
                Align::Left,
                Artifact::Foot,
            ),
            top + Length::points(6),
        ));
        Ok((items, top))
    }

    /// The parts of the foot joined with dots; a line ends between two parts.
    fn foot_lines(
        &self,
        setter: &mut Typesetter,
        room: Length,
    ) -> Result<Vec<String>, DocumentError> {
        let mut lines: Vec<String> = Vec::new();
        for part in self
            .foot
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
        {
            let joined = lines.last().map(|line| format!("{line} · {part}"));
            match (joined, lines.last_mut()) {
                (Some(joined), Some(last))
                    if setter.width("foot of the page", &joined, SMALL)? <= room =>
                {
                    *last = joined;
                }
                _ => lines.push(part.to_owned()),
            }
        }
        Ok(lines)
    }
}
