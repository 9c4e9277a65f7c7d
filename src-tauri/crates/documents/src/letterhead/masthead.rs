//! The business at the head of the first page, in three designs: classic, plain, bold.
//!
//! The mark - the logo, or the name as a wordmark - stands above the window; the business's address runs in the
//! column beside it. A name too long for the room above the window goes to the head of the column.

use correspondence::Fill;

use super::plan::Plan;
use super::{Sheet, count, down, fill};
use crate::DocumentError;
use crate::colour::{Colour, INK, SOFT, WHITE};
use crate::display::Item;
use crate::facts::Letterhead;
use crate::fonts::Face;
use crate::image::Which;
use crate::layout::{Align, Words, lay_lines};
use crate::structure::{Role, Structure};
use crate::text::{Span, Style, Typesetter};
use crate::units::Length;

const BLOCK: &str = "business name and address";
const NAME: Style = Style::new(
    Face::SansSemiBold,
    Length::points(10),
    Length::points(13),
    INK,
);
const LINE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_000),
    Length::thousandths(10_800),
    SOFT,
);
/// The classic design's rule, where the window leaves it there.
const RULE: Length = Length::points(118);
const THIN: Length = Length::thousandths(750);
/// The bold design's bar over a logo.
const BAR: Length = Length::points(5);
/// Between the mark and the column.
const APART: Length = Length::points(16);

/// Size and leading of wordmarks, tried from the largest.
type Sizes = &'static [(i64, i64)];
const CLASSIC: Sizes = &[
    (17_000, 21_000),
    (14_000, 17_500),
    (12_000, 15_000),
    (10_000, 13_000),
    (8_500, 10_800),
];
const PLAIN: Sizes = &[(12_000, 15_500), (10_500, 13_500), (8_500, 10_800)];
const BOLD: Sizes = &[
    (26_000, 30_000),
    (21_000, 25_000),
    (17_000, 20_500),
    (14_000, 17_000),
    (11_000, 13_500),
    (8_500, 10_500),
];

/// A rectangle for the mark.
#[derive(Clone, Copy)]
struct Room {
    left: Length,
    right: Length,
    top: Length,
    bottom: Length,
}

/// The largest logo.
const LOGO: (Length, Length) = (Length::points(170), Length::points(48));
const BOLD_LOGO: (Length, Length) = (Length::points(210), Length::points(58));

impl Sheet<'_> {
    /// The masthead, and where its column ends.
    pub(super) fn masthead(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        plan: &Plan,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        structure.open(Role::Group);
        let set = match self.look.letterhead {
            Letterhead::Classic => self.classic(setter, structure, plan),
            Letterhead::Plain => self.plain(setter, structure, plan),
            Letterhead::Bold => self.bold(setter, structure, plan),
        };
        structure.close();
        set
    }

    /// Name or logo in the accent over a thin rule.
    fn classic(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        plan: &Plan,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        let rule = RULE.min(plan.above - THIN);
        let room = Room {
            left: plan.left,
            right: mark_edge(plan),
            top: plan.top,
            bottom: rule - Length::points(9),
        };
        let (mut items, named) = self.mark(setter, structure, room, CLASSIC, self.accent())?;
        let start = if plan.window_on_right {
            rule + Length::points(12)
        } else {
            plan.top
        };
        let (lines, bottom) = self.column(setter, structure, plan, start, named)?;
        items.extend(lines);
        // Across the page where the column ends above it or begins below it.
        let whole = plan.window_on_right || bottom <= rule - Length::points(8);
        let end = if whole {
            plan.right
        } else {
            plan.column.0 - APART
        };
        let width = end - plan.left;
        items.push(fill(plan.left, rule, width, THIN, self.accent()));
        Ok((items, bottom))
    }

    /// A small name in ink, no rule, everything flush left.
    fn plain(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        plan: &Plan,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        let room = Room {
            left: plan.left,
            right: mark_edge(plan),
            top: plan.top,
            bottom: plan.above - Length::points(4),
        };
        let (mut items, named) = self.mark(setter, structure, room, PLAIN, INK)?;
        let start = if plan.window_on_right {
            lowest(&items).max(plan.top) + Length::points(8)
        } else {
            plan.top
        };
        let (lines, bottom) = self.column(setter, structure, plan, start, named)?;
        items.extend(lines);
        Ok((items, bottom))
    }

    /// The name in white on a band of the accent; a logo keeps its white ground under a bar.
    fn bold(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        plan: &Plan,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        let top = (plan.top - Length::points(8)).max(Length::points(29));
        let mut ground = fill(plan.left, top, plan.right - plan.left, BAR, self.accent());
        let mut items = Vec::new();
        let mut named = false;
        let mut start = top + BAR + Length::points(11);
        if self.pictures.get(Which::Logo).is_some() {
            let room = Room {
                left: plan.left,
                right: mark_edge(plan),
                top: start,
                bottom: plan.above - Length::points(4),
            };
            (items, named) = self.mark(setter, structure, room, BOLD, INK)?;
            if plan.window_on_right {
                start = lowest(&items).max(start) + Length::points(10);
            }
        } else {
            let padding = Length::points(9);
            let room = Room {
                left: plan.left + Length::points(14),
                right: plan.right - Length::points(14),
                top: top + padding,
                bottom: plan.above - padding - Length::points(4),
            };
            if let Some((name, bottom)) = self.wordmark(setter, structure, room, BOLD, WHITE)? {
                let height = bottom + padding - top;
                ground = fill(
                    plan.left,
                    top,
                    plan.right - plan.left,
                    height,
                    self.accent(),
                );
                (items, named) = (name, true);
                start = top + height + Length::points(12);
            }
        }
        let (lines, bottom) = self.column(setter, structure, plan, start, named)?;
        items.extend(lines);
        items.insert(0, ground);
        Ok((items, bottom))
    }

    /// Logo or wordmark; and whether the name is said by it.
    fn mark(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        room: Room,
        sizes: Sizes,
        colour: Colour,
    ) -> Result<(Vec<Item>, bool), DocumentError> {
        let Some(logo) = self.pictures.get(Which::Logo) else {
            let set = self.wordmark(setter, structure, room, sizes, colour)?;
            return Ok(set.map_or((Vec::new(), false), |(items, _)| (items, true)));
        };
        let largest = if self.look.letterhead == Letterhead::Bold {
            BOLD_LOGO
        } else {
            LOGO
        };
        let most = (
            largest.0.min(room.right - room.left),
            largest.1.min(room.bottom - room.top),
        );
        let (width, height) = logo.fit(most);
        let name = Fill::Text(self.sender.name.trim());
        let words = self.phrases.fill("logo-of", &[("name", name)])?;
        let tag = structure.add(Role::Figure { words }).into();
        let logo = Item::Picture {
            which: Which::Logo,
            x: room.left,
            y: room.top,
            width,
            height,
            tag,
        };
        Ok((vec![logo], false))
    }

    /// The name as large as it fits, and where it ends; `None` when it does not fit at all.
    fn wordmark(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        room: Room,
        sizes: Sizes,
        colour: Colour,
    ) -> Result<Option<(Vec<Item>, Length)>, DocumentError> {
        let name = self.sender.name.trim();
        for (index, &(size, leading)) in sizes.iter().enumerate() {
            let (size, leading) = (Length::thousandths(size), Length::thousandths(leading));
            let style = Style::new(Face::SansSemiBold, size, leading, colour);
            let lines = setter.lines(BLOCK, name, style, Some(room.right - room.left))?;
            let height = leading * count(lines.len());
            // Large type in many lines shouts: it becomes smaller first.
            let most = if index + 2 < sizes.len() {
                2
            } else {
                usize::MAX
            };
            if lines.len() <= most && height <= room.bottom - room.top {
                let node = structure.paragraph();
                let laid = lay_lines(lines, style, (room.left, room.right), Align::Left, node);
                return Ok(Some((down(laid, room.top), room.top + height)));
            }
        }
        Ok(None)
    }

    /// Name (where the mark does not say it), address and contact; and where they end.
    fn column(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        plan: &Plan,
        top: Length,
        named: bool,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        let colour = match self.look.letterhead {
            Letterhead::Plain => INK,
            Letterhead::Classic | Letterhead::Bold => self.accent(),
        };
        let name = (!named).then_some((self.sender.name.as_str(), NAME.with(NAME.face, colour)));
        let address = self.sender.address.iter().chain(&self.sender.contact);
        let address = address.map(|line| (line.as_str(), LINE));
        let mut items = Vec::new();
        let mut y = top;
        for (text, style) in name.into_iter().chain(address) {
            let edges = plan.column;
            let (width, face) = (Some(edges.1 - edges.0), style.face);
            let node = structure.paragraph();
            let spans = [Span { text, face }];
            let words = Words::set(setter, structure, node, (BLOCK, &spans), style, width)?;
            let height = style.leading * words.count();
            items.extend(down(words.laid(edges, plan.align), y));
            y += height;
        }
        Ok((items, y))
    }
}

/// How far to the right the mark may reach.
fn mark_edge(plan: &Plan) -> Length {
    if plan.window_on_right {
        plan.left + (plan.right - plan.left) * 6 / 10
    } else {
        plan.column.0 - APART
    }
}

fn lowest(items: &[Item]) -> Length {
    items.iter().map(Item::bottom).max().unwrap_or_default()
}
