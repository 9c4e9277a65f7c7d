//! What runs through all pages: the head of later pages and the foot.

use super::{CONTINUED_TOP, FOOT_EDGE, HAIR, HEAD_TOP, SMALL, Sheet, count, down, fill, joined};
use crate::DocumentError;
use crate::colour::{HAIRLINE, SOFT};
use crate::display::Item;
use crate::facts::Letterhead;
use crate::fonts::Face;
use crate::layout::{Align, lay_lines};
use crate::structure::Artifact;
use crate::text::{Line, Style, Typesetter};
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
        let block = "page head";
        let most = self.measure() * 45 / 100;
        let right = setter.lines(block, &self.sender.name, style, Some(most))?;
        let name = right
            .iter()
            .map(|line| line.width)
            .max()
            .unwrap_or_default();
        let beside = self.measure() - name - Length::points(20);
        let mut left = self.named(setter, style, beside)?;
        let edges = (self.left(), self.right());
        let mut items = Vec::new();
        if left.len() <= 2 && right.len() == 1 {
            items.extend(lay_lines(right, style, edges, Align::Right, Artifact::Head));
        } else {
            // The paper's own reference matters more than the sender's name.
            left = self.named(setter, style, self.measure())?;
        }
        if left.len() > 2 {
            return Err(DocumentError::Overflow { block });
        }
        items.extend(lay_lines(left, style, edges, Align::Left, Artifact::Head));
        let mut items = down(items, HEAD_TOP);
        let (thick, colour) = match self.look.letterhead {
            Letterhead::Classic => (HAIR, HAIRLINE),
            Letterhead::Plain => return Ok(items),
            Letterhead::Bold => (Length::thousandths(1_500), self.accent()),
        };
        let rule = CONTINUED_TOP - Length::points(12);
        items.push(fill(self.left(), rule, self.measure(), thick, colour));
        Ok(items)
    }

    /// What the paper is, in lines that end between two parts where they can.
    fn named(
        &self,
        setter: &mut Typesetter,
        style: Style,
        room: Length,
    ) -> Result<Vec<Line>, DocumentError> {
        let mut lines = Vec::new();
        for text in joined(setter, "page head", self.continued, style, room)? {
            lines.extend(setter.lines("page head", &text, style, Some(room))?);
        }
        Ok(lines)
    }

    /// The foot without the page number, and its top. It is an artifact; the first page's is read, see `compose`.
    pub(super) fn foot(
        &self,
        setter: &mut Typesetter,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        let room = self.measure() - Length::points(70);
        let mut lines = Vec::new();
        let parts: Vec<&str> = self.foot.iter().map(|part| part.trim()).collect();
        for text in joined(setter, "foot of the page", &parts, SMALL, room)? {
            lines.extend(setter.lines("foot of the page", &text, SMALL, Some(room))?);
        }
        let height = SMALL.leading * count(lines.len().max(1));
        let top = self.look.paper.height() - FOOT_EDGE - height - Length::points(6);
        let mut items = vec![fill(self.left(), top, self.measure(), HAIR, HAIRLINE)];
        items.extend(down(
            lay_lines(
                lines,
                SMALL,
                (self.left(), self.left() + room),
                Align::Left,
                Artifact::Foot,
            ),
            top + Length::points(6),
        ));
        Ok((items, top))
    }
}
