//! Dealing strips out to pages: as many as fit, never parting what belongs together.
//!
//! Linear in the number of strips. A piece that is taller than a page is an error that names its block. White space
//! gives way where that saves a page: nobody wants a last page with a greeting on it.

use std::ops::Range;

use super::{Flow, Repeats, Strip};
use crate::DocumentError;
use crate::display::Item;
use crate::text::Typesetter;
use crate::units::Length;

/// The room for the flow on a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) left: Length,
    pub(crate) top: Length,
    pub(crate) bottom: Length,
}

/// Hundredths of the space between strips: as it is set, then less and less, down to what still parts them.
const SPACES: [i64; 6] = [100, 91, 82, 73, 64, 55];

/// A last page with less on it than this takes more from the page before.
const THIN: Length = Length::points(170);

/// The items of each page, in page coordinates. Below the flow on the last page, `kept` is wanted free.
pub(crate) fn paginate(
    flow: Flow<'_>,
    (first, rest): (Frame, Frame),
    kept: Length,
) -> Result<Vec<Vec<Item>>, DocumentError> {
    let Flow {
        setter,
        strips,
        tables,
        ..
    } = flow;
    let with = |space| Dealing {
        strips: &strips,
        tables: &tables,
        frames: (first, rest),
        kept,
        space,
    };
    let [set, .., least] = SPACES;
    let mut dealing = with(set);
    let mut dealt = dealing.deal()?;
    if dealt.count > 1
        && with(least)
            .deal()
            .is_ok_and(|tight| tight.count < dealt.count)
    {
        let tighter = SPACES.into_iter().map(with);
        let saving = tighter.filter_map(|tight| Some((tight.deal().ok()?, tight)));
        if let Some(loosest) = saving
            .into_iter()
            .find(|(tight, _)| tight.count < dealt.count)
        {
            (dealt, dealing) = loosest;
        }
    }
    dealing.fill_last(&mut dealt.pages);
    let pages = dealt.pages.into_iter().enumerate();
    pages
        .map(|(page, range)| dealing.draw(setter, range, dealing.frame(page)))
        .collect()
}

/// Strips with the frames they go into.
#[derive(Clone, Copy)]
struct Dealing<'a> {
    strips: &'a [Strip],
    tables: &'a [Repeats],
    /// Of the first page and of the others.
    frames: (Frame, Frame),
    kept: Length,
    /// In hundredths of what was set.
    space: i64,
}

struct Dealt {
    pages: Vec<Range<usize>>,
    /// With the page that is begun for what is kept free.
    count: usize,
}

impl<'a> Dealing<'a> {
    fn frame(&self, page: usize) -> Frame {
        if page == 0 {
            self.frames.0
        } else {
            self.frames.1
        }
    }

    fn deal(&self) -> Result<Dealt, DocumentError> {
        let mut pages = Vec::new();
        let mut start = 0;
        let mut left_free = Length::ZERO;
        while start < self.strips.len() {
            let frame = self.frame(pages.len());
            match self.page_end(start, frame) {
                Ok((end, free)) => {
                    pages.push(start..end);
                    (start, left_free) = (end, free);
                }
                // The first page has less room than the others: what does not fit there may fit on the next.
                Err(_) if pages.is_empty() => pages.push(0..0),
                Err(block) => return Err(DocumentError::Overflow { block }),
            }
        }
        let count = pages.len() + usize::from(left_free < self.kept);
        Ok(Dealt { pages, count })
    }

    /// A greeting and a signature alone on a page look like an accident, and a place to sign wants words above it: the
    /// break before the last page moves up, between blocks, as long as the page before stays half full.
    fn fill_last(&self, pages: &mut [Range<usize>]) {
        let frame = self.frame(pages.len().saturating_sub(2));
        let [.., before, last] = pages else { return };
        let height = |range: Range<usize>| -> Length {
            let strips = self.strips.get(range).into_iter().flatten();
            strips
                .map(|strip| self.space_before(strip) + strip.height)
                .sum()
        };
        if self.kept > Length::ZERO || height(last.clone()) >= THIN {
            return;
        }
        let half = (frame.bottom - frame.top) / 2;
        let breaks = (before.start + 1..last.start).rev().filter(|at| {
            let breaks = self.strips.get(*at).is_some_and(|s| s.may_break_before);
            breaks && self.cut(*at).is_none()
        });
        let mut breaks = breaks.take_while(|at| height(before.start..*at) >= half);
        if let Some(at) = breaks.find(|at| height(*at..last.end) >= THIN) {
            before.end = at;
            last.start = at;
        }
    }

    fn space_before(&self, strip: &Strip) -> Length {
        strip.space_before * self.space / 100
    }

    /// What a page break before `at` repeats, when it would cut a table, and the last row that is complete.
    fn cut(&self, at: usize) -> Option<(&'a Repeats, Option<usize>)> {
        let before = self.strips.get(at.checked_sub(1)?)?.table?;
        let after = self.strips.get(at)?.table?;
        let same = before.table == after.table;
        same.then_some((self.tables.get(before.table)?, before.row))
    }

    /// How tall a sum carried over the break before `at` is.
    fn carried(&self, at: usize) -> Length {
        let height = self
            .cut(at)
            .and_then(|(repeats, row)| Some(repeats.carry.as_ref()?.height(row?)));
        height.unwrap_or_default()
    }

    /// Where the page that starts at `start` ends and what it leaves free, or the block that is too tall for it.
    fn page_end(&self, start: usize, frame: Frame) -> Result<(usize, Length), &'static str> {
        let room = frame.bottom - frame.top;
        let mut used = self.cut(start).map_or(Length::ZERO, |(repeats, _)| {
            repeats.head.height + self.carried(start)
        });
        let mut best = None;
        for (index, strip) in self.strips.iter().enumerate().skip(start) {
            if index > start && strip.may_break_before && used + self.carried(index) <= room {
                best = Some((index, room - used));
            }
            if index > start {
                used += self.space_before(strip);
            }
            used += strip.height;
            if used > room {
                return best.ok_or(strip.block);
            }
        }
        Ok((self.strips.len(), room - used))
    }

    fn draw(
        &self,
        setter: &mut Typesetter,
        range: Range<usize>,
        frame: Frame,
    ) -> Result<Vec<Item>, DocumentError> {
        let mut items = Vec::new();
        let mut y = frame.top;
        let mut put = |strip: &Strip, y: Length| {
            let copies = strip.items.iter().cloned();
            items.extend(copies.map(|item| item.moved(frame.left, y)));
        };
        if let Some((repeats, row)) = self.cut(range.start) {
            put(&repeats.head, y);
            y += repeats.head.height;
            if let (Some(carry), Some(row)) = (&repeats.carry, row)
                && let Some(brought) = carry.brought(setter, row)?
            {
                put(&brought, y);
                y += brought.height;
            }
        }
        let strips = self.strips.get(range.clone()).into_iter().flatten();
        for (index, strip) in strips.enumerate() {
            if index > 0 {
                y += self.space_before(strip);
            }
            put(strip, y);
            y += strip.height;
        }
        if let Some((repeats, Some(row))) = self.cut(range.end)
            && let Some(carry) = &repeats.carry
            && let Some(forward) = carry.forward(setter, row)?
        {
            put(&forward, y);
        }
        Ok(items)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::colour::INK;
    use crate::fonts::Face;
    use crate::text::Style;

    const LINE: Length = Length::points(10);
    const STYLE: Style = Style::new(Face::SansRegular, Length::points(8), LINE, INK);

    fn room(lines: i64) -> Frame {
        let top = Length::points(50);
        Frame {
            left: Length::ZERO,
            top,
            bottom: top + LINE * lines,
        }
    }

    /// Lines on each page of a heading after `before` lines, then a paragraph of `lines` lines.
    fn dealt(before: usize, lines: usize, room_in_lines: i64) -> Vec<usize> {
        let mut setter = Typesetter::new();
        let mut flow = Flow::new(&mut setter, Length::points(200));
        for _ in 0..before {
            flow.paragraph("test", "filler", STYLE).unwrap();
        }
        flow.heading("test", 1, "Heading", STYLE).unwrap();
        flow.paragraph("test", vec!["line"; lines].join("\n").as_str(), STYLE)
            .unwrap();
        let pages = paginate(
            flow,
            (room(room_in_lines), room(room_in_lines)),
            Length::ZERO,
        )
        .unwrap();
        pages.iter().map(Vec::len).collect()
    }

    #[test]
    fn a_heading_goes_with_two_lines_and_no_line_is_left_alone() {
        assert_eq!(dealt(3, 4, 10), [8], "everything fits");
        assert_eq!(dealt(5, 6, 10), [10, 2], "two lines go over together");
        assert_eq!(dealt(5, 5, 10), [9, 2], "one line does not go over alone");
        assert_eq!(dealt(7, 4, 10), [10, 2], "the heading keeps two lines");
        assert_eq!(
            dealt(8, 4, 10),
            [8, 5],
            "one line would stay behind: the heading goes over"
        );
        assert_eq!(dealt(9, 4, 10), [9, 5], "a heading never stands last");
    }

    #[test]
    fn a_first_page_without_room_is_left_to_its_head() {
        let mut setter = Typesetter::new();
        let mut flow = Flow::new(&mut setter, Length::points(200));
        flow.piece("panel", LINE * 5, Vec::new());
        let pages = paginate(flow, (room(3), room(8)), Length::ZERO).unwrap();
        assert_eq!(pages.len(), 2);
        let mut flow = Flow::new(&mut setter, Length::points(200));
        flow.piece("panel", LINE * 9, Vec::new());
        let error = paginate(flow, (room(3), room(8)), Length::ZERO).unwrap_err();
        assert_eq!(error, DocumentError::Overflow { block: "panel" });
    }

    /// Lines on each page of ten paragraphs of one line with `space` between them.
    fn spaced(space: Length, room_in_lines: i64, kept: Length) -> Vec<usize> {
        let mut setter = Typesetter::new();
        let mut flow = Flow::new(&mut setter, Length::points(200));
        for _ in 0..10 {
            flow.paragraph("test", "line", STYLE).unwrap();
            flow.space(space);
        }
        let frames = (room(room_in_lines), room(room_in_lines));
        let pages = paginate(flow, frames, kept).unwrap();
        pages.iter().map(Vec::len).collect()
    }

    #[test]
    fn white_space_gives_way_before_a_page_is_begun_for_a_few_lines() {
        let none = Length::ZERO;
        let half = LINE / 2;
        // Nine spaces of half a line: 14.5 lines as set, 12.7 at the least.
        assert_eq!(spaced(half, 15, none), [10], "it fits as it is");
        assert_eq!(
            spaced(half, 13, none),
            [10],
            "nine spaces gave way a little"
        );
        assert_eq!(
            spaced(half, 12, none),
            [8, 2],
            "no page is saved, no space gives way"
        );
        assert_eq!(
            spaced(half, 15, LINE * 2),
            [10],
            "also for what stands below"
        );
    }

    #[test]
    fn a_thin_last_page_takes_blocks_from_the_one_before() {
        let mut setter = Typesetter::new();
        let mut dealt = |paragraphs: usize, lines: i64| -> Vec<usize> {
            let mut flow = Flow::new(&mut setter, Length::points(200));
            for _ in 0..paragraphs {
                flow.paragraph("test", "one\ntwo\nthree\nfour", STYLE)
                    .unwrap();
            }
            let frames = (room(lines), room(lines));
            let pages = paginate(flow, frames, Length::ZERO).unwrap();
            pages.iter().map(Vec::len).collect()
        };
        // 17 lines are enough for a last page.
        assert_eq!(
            dealt(13, 50),
            [34, 18],
            "paragraphs go over until it is filled"
        );
        assert_eq!(dealt(17, 50), [50, 18], "this one is");
        assert_eq!(dealt(6, 22), [22, 2], "no page is left less than half full");
    }
}
