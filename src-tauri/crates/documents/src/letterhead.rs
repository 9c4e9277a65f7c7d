//! The frame of every paper: letterhead, address window, reference column, fold marks, heads and feet.
//!
//! Everything above the body on the first page stands at heights given by the envelope: only the return line
//! and the address lie in the zone that may show through its window, the body begins below it. `plan` says
//! where things may stand, `masthead` sets the business in one of three designs, `address` fills the window,
//! `running` is what later pages carry.

mod address;
mod masthead;
mod plan;
mod running;
#[cfg(test)]
mod tests;

use correspondence::{Fill, Phrases};

use crate::DocumentError;
use crate::codes::slip::{self, Slip};
use crate::colour::{Colour, INK, SOFT};
use crate::display::{Drawing, Item, Page};
use crate::facts::{Look, Recipient, Sender};
use crate::fonts::Face;
use crate::image::Pictures;
use crate::layout::{Align, Flow, Frame, Values, lay_lines, paginate};
use crate::structure::{Artifact, Structure, Tag};
use crate::text::{Style, Typesetter};
use crate::units::Length;
use plan::Plan;

const RIGHT: Length = Length::points(57);
const HEAD_TOP: Length = Length::points(42);
const CONTINUED_TOP: Length = Length::points(78);
const FOOT_EDGE: Length = Length::points(34);
const HAIR: Length = Length::thousandths(500);
const MARK_LEFT: Length = Length::micrometres(5_000);

const SMALL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(7_000),
    Length::thousandths(9_500),
    SOFT,
);
const SIDE_LABEL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::thousandths(12_500),
    SOFT,
);
const SIDE_VALUE: Style = Style::new(
    Face::SansSemiBold,
    Length::thousandths(8_500),
    Length::thousandths(12_500),
    INK,
);

/// What frames the body.
pub(crate) struct Sheet<'a> {
    pub(crate) look: &'a Look,
    pub(crate) sender: &'a Sender,
    pub(crate) recipient: &'a Recipient,
    pub(crate) phrases: &'a Phrases,
    pub(crate) pictures: &'a Pictures,
    /// Labels and values beside the address.
    pub(crate) side: &'a [(String, String)],
    /// What later pages say at their head, joined with dots.
    pub(crate) continued: &'a [&'a str],
    /// Small print at the foot, joined with dots.
    pub(crate) foot: &'a [String],
    /// A letter must fit its window; an invoice, which mostly travels by e-mail, may spill below.
    pub(crate) strict_window: bool,
}

impl Sheet<'_> {
    fn accent(&self) -> Colour {
        Colour::readable(self.look.accent)
    }

    fn width(&self) -> Length {
        self.look.paper.width()
    }

    fn right(&self) -> Length {
        self.width() - RIGHT
    }

    /// The body stands under the address where its window is on the left.
    fn left(&self) -> Length {
        plan::left_margin(self.look.envelope.as_ref())
    }

    pub(crate) fn measure(&self) -> Length {
        self.right() - self.left()
    }

    /// Sets the body and puts head, foot and page numbers around it. A payment slip goes to the lower edge of the last
    /// page: below the body where there is room, else on a page of its own.
    pub(crate) fn compose(
        &self,
        setter: &mut Typesetter,
        slip: Option<&Slip<'_>>,
        body: impl FnOnce(&mut Flow<'_>) -> Result<(), DocumentError>,
    ) -> Result<Drawing, DocumentError> {
        if let Some(envelope) = &self.look.envelope
            && envelope.paper() != self.look.paper
        {
            return Err(DocumentError::EnvelopeNotForPaper {
                envelope: envelope.name().to_owned(),
            });
        }
        setter.speak(self.phrases.locale().tag());
        let (foot, foot_top) = self.foot(setter)?;
        let mut flow = Flow::new(setter, self.measure());
        let (head, body_top) = self.head(flow.setter, &mut flow.structure)?;
        body(&mut flow)?;
        let slip = match slip {
            Some(slip) => Some(slip.items(flow.setter, &mut flow.structure, self.look.paper)?),
            None => None,
        };
        let mut structure = std::mem::take(&mut flow.structure);
        // Registrations stand in the foot only, so that of the first page is read, last of all.
        let registrations = Tag::Element(structure.paragraph());
        let bottom = foot_top - Length::points(12);
        let first = Frame {
            left: self.left(),
            top: body_top,
            bottom,
        };
        let rest = Frame {
            left: self.left(),
            top: CONTINUED_TOP,
            bottom,
        };
        let raised = if slip.is_some() {
            slip::HEIGHT
        } else {
            Length::ZERO
        };
        let mut bodies = paginate(flow, (first, rest), raised)?;
        let is_free = |items: &[Item]| {
            let lowest = items.iter().map(Item::bottom).max().unwrap_or_default();
            lowest <= bottom - raised
        };
        if bodies.last().is_some_and(|items| !is_free(items)) {
            bodies.push(Vec::new());
        }

        let count = bodies.len().to_string();
        let mut pages = Vec::with_capacity(bodies.len());
        let last = bodies.len().saturating_sub(1);
        for (index, items) in bodies.into_iter().enumerate() {
            let raised = if index == last { raised } else { Length::ZERO };
            let mut all = if index == 0 {
                head.clone()
            } else {
                self.continued_head(setter)?
            };
            all.extend(items);
            all.extend(foot.iter().cloned().map(|item| {
                let item = item.moved(Length::ZERO, -raised);
                match index {
                    0 => item.tagged(registrations),
                    _ => item,
                }
            }));
            if let Some(slip) = slip.as_ref().filter(|_| index == last) {
                let top = self.look.paper.height() - slip::HEIGHT;
                all.extend(down(slip.clone(), top));
            }
            let number = (index + 1).to_string();
            let words = self.phrases.fill(
                "page-of",
                &[("page", Fill::Text(&number)), ("pages", Fill::Text(&count))],
            )?;
            all.extend(self.page_number(setter, &words, foot_top + Length::points(6) - raised)?);
            pages.push(Page {
                width: self.width(),
                height: self.look.paper.height(),
                items: all,
            });
        }
        Ok(Drawing { pages, structure })
    }

    fn page_number(
        &self,
        setter: &mut Typesetter,
        text: &str,
        top: Length,
    ) -> Result<Vec<Item>, DocumentError> {
        let lines = setter.lines("page number", text, SMALL, None)?;
        let edges = (self.left(), self.right());
        let laid = lay_lines(lines, SMALL, edges, Align::Right, Artifact::Foot);
        Ok(down(laid, top))
    }

    /// The head of the first page, and where the body begins.
    fn head(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        let plan = Plan::new(self.look);
        let (mut items, column_bottom) = self.masthead(setter, structure, &plan)?;
        let address = self.address(setter, structure, &plan)?;
        items.extend(address.items);

        let side_top = address.top.max(column_bottom + Length::points(14));
        let side = Values {
            block: "reference column",
            rows: self.side,
            label: SIDE_LABEL,
            value: SIDE_VALUE,
            align: plan.align,
            gutter: Length::points(10),
            gap: Length::ZERO,
        };
        let (side_height, side_items) = side.items(setter, structure, plan.column)?;
        // On the baseline of the address.
        let nudge = Length::thousandths(540);
        items.extend(down(side_items, side_top + nudge));
        items.extend(self.marks());
        let above = plan.keep_out.map_or(Length::ZERO, |zone| zone.bottom);
        let lowest = above
            .max(address.bottom + Length::points(12))
            .max(side_top + side_height + Length::points(12));
        Ok((items, lowest + Length::points(6)))
    }

    /// Fold and hole marks at the left edge, as near to it as common printers print.
    fn marks(&self) -> Vec<Item> {
        let Some(envelope) = &self.look.envelope else {
            return Vec::new();
        };
        let (folds, hole) = envelope.marks();
        let mark = |y, long| fill(MARK_LEFT, y, Length::micrometres(long), HAIR, SOFT);
        let folds = folds.into_iter().map(|fold| mark(fold, 4_000));
        folds.chain(hole.map(|hole| mark(hole, 7_000))).collect()
    }
}

fn fill(x: Length, y: Length, width: Length, height: Length, colour: Colour) -> Item {
    Item::Fill {
        x,
        y,
        width,
        height,
        colour,
    }
}

fn down(items: Vec<Item>, by: Length) -> Vec<Item> {
    items
        .into_iter()
        .map(|item| item.moved(Length::ZERO, by))
        .collect()
}

fn count(lines: usize) -> i64 {
    i64::try_from(lines).unwrap_or(i64::from(u16::MAX))
}

/// Parts joined with dots; a line ends between two parts.
fn joined(
    setter: &mut Typesetter,
    block: &'static str,
    parts: &[&str],
    style: Style,
    room: Length,
) -> Result<Vec<String>, DocumentError> {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    let whole = parts.join(" · ");
    if !whole.is_empty() && setter.width(block, &whole, style)? <= room {
        return Ok(vec![whole]);
    }
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let joined = lines.last().map(|line| format!("{line} · {part}"));
        match (joined, lines.last_mut()) {
            (Some(joined), Some(last)) if setter.width(block, &joined, style)? <= room => {
                *last = joined;
            }
            _ => lines.push(part.to_owned()),
        }
    }
    Ok(lines)
}
