//! Dealing strips out to pages: as many as fit, never parting what belongs together.
//!
//! Linear in the number of strips. A piece that is taller than a page is an error that names its block.

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

/// The items of each page, in page coordinates.
pub(crate) fn paginate(
    flow: Flow<'_>,
    first: Frame,
    rest: Frame,
) -> Result<Vec<Vec<Item>>, DocumentError> {
    let Flow {
        setter,
        strips,
        tables,
        ..
    } = flow;
    let mut pages: Vec<Vec<Item>> = Vec::new();
    let mut start = 0;
    let mut frame = first;
    while start < strips.len() {
        match page_end(&strips, &tables, start, frame) {
            Ok(end) => {
                pages.push(draw(setter, &strips, &tables, start..end, frame)?);
                start = end;
            }
            // The first page has less room than the others: what does not fit there may fit on the next.
            Err(_) if pages.is_empty() => pages.push(Vec::new()),
            Err(block) => return Err(DocumentError::Overflow { block }),
        }
        frame = rest;
    }
    Ok(pages)
}

/// What a page break before `at` repeats, when it would cut a table, and the last row that is complete.
fn cut<'a>(
    strips: &[Strip],
    tables: &'a [Repeats],
    at: usize,
) -> Option<(&'a Repeats, Option<usize>)> {
    let before = strips.get(at.checked_sub(1)?)?.table?;
    let after = strips.get(at)?.table?;
    let same = before.table == after.table;
    same.then_some((tables.get(before.table)?, before.row))
}

/// How tall a sum carried over the break before `at` is.
fn carried(strips: &[Strip], tables: &[Repeats], at: usize) -> Length {
    let height = cut(strips, tables, at)
        .and_then(|(repeats, row)| Some(repeats.carry.as_ref()?.height(row?)));
    height.unwrap_or_default()
}

/// Where the page that starts at `start` ends, or the block that is too tall for it.
fn page_end(
    strips: &[Strip],
    tables: &[Repeats],
    start: usize,
    frame: Frame,
) -> Result<usize, &'static str> {
    let room = frame.bottom - frame.top;
    let mut used = cut(strips, tables, start).map_or(Length::ZERO, |(repeats, _)| {
        repeats.head.height + carried(strips, tables, start)
    });
    let mut best = None;
    for (index, strip) in strips.iter().enumerate().skip(start) {
        if index > start && strip.may_break_before && used + carried(strips, tables, index) <= room
        {
            best = Some(index);
        }
        if index > start {
            used += strip.space_before;
        }
        used += strip.height;
        if used > room {
            return best.ok_or(strip.block);
        }
    }
    Ok(strips.len())
}

fn draw(
    setter: &mut Typesetter,
    strips: &[Strip],
    tables: &[Repeats],
    range: Range<usize>,
    frame: Frame,
) -> Result<Vec<Item>, DocumentError> {
    let mut items = Vec::new();
    let mut y = frame.top;
    let mut put = |strip: &Strip, y: Length| {
        let copies = strip.items.iter().cloned();
        items.extend(copies.map(|item| item.moved(frame.left, y)));
    };
    if let Some((repeats, row)) = cut(strips, tables, range.start) {
        put(&repeats.head, y);
        y += repeats.head.height;
        if let (Some(carry), Some(row)) = (&repeats.carry, row)
            && let Some(brought) = carry.brought(setter, row)?
        {
            put(&brought, y);
            y += brought.height;
        }
    }
    for (index, strip) in strips.get(range.clone()).into_iter().flatten().enumerate() {
        if index > 0 {
            y += strip.space_before;
        }
        put(strip, y);
        y += strip.height;
    }
    if let Some((repeats, Some(row))) = cut(strips, tables, range.end)
        && let Some(carry) = &repeats.carry
        && let Some(forward) = carry.forward(setter, row)?
    {
        put(&forward, y);
    }
    Ok(items)
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
        let pages = paginate(flow, room(room_in_lines), room(room_in_lines)).unwrap();
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
        let pages = paginate(flow, room(3), room(8)).unwrap();
        assert_eq!(pages.len(), 2);
        let mut flow = Flow::new(&mut setter, Length::points(200));
        flow.piece("panel", LINE * 9, Vec::new());
        let error = paginate(flow, room(3), room(8)).unwrap_err();
        assert_eq!(error, DocumentError::Overflow { block: "panel" });
    }
}
