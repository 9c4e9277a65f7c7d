//! A tinted panel of labels and values: how to pay, what to pay by when.

use crate::DocumentError;
use crate::codes::Beside;
use crate::colour::TINT;
use crate::display::Item;
use crate::layout::{Align, Flow, Values, lay_lines};
use crate::structure::Role;
use crate::text::{Style, Typesetter};
use crate::units::Length;

/// What a panel shows; it is never split over pages.
pub(crate) struct Panel<'a> {
    pub(crate) block: &'static str,
    pub(crate) title: Option<(&'a str, Style)>,
    pub(crate) rows: &'a [(String, String)],
    pub(crate) label: Style,
    pub(crate) value: Style,
    /// Side by side: one or two.
    pub(crate) columns: usize,
}

const INSET: Length = Length::points(11);
const PADDING: Length = Length::points(8);
/// Before each code.
const GAP: Length = Length::points(12);

impl Panel<'_> {
    /// With payment codes at the right, their captions in the given style.
    pub(crate) fn set(
        &self,
        flow: &mut Flow<'_>,
        codes: &[Beside<'_>],
        caption: Style,
    ) -> Result<(), DocumentError> {
        let taken: Length = codes.iter().map(|code| code.width + GAP).sum();
        let (left, right) = (INSET, flow.width - INSET - taken);
        let mut items = Vec::new();
        let mut top = PADDING;
        if let Some((title, style)) = self.title {
            let lines = flow
                .setter
                .lines(self.block, title, style, Some(right - left))?;
            let height = style.leading * i64::try_from(lines.len()).unwrap_or(1);
            let node = flow.structure.heading(2, title);
            let laid = lay_lines(lines, style, (left, right), Align::Left, node);
            items.extend(laid.into_iter().map(|item| item.moved(Length::ZERO, top)));
            top += height + Length::points(3);
        }
        let (bottom, rows) = self.rows(flow, (left, right), top)?;
        items.extend(rows);
        let mut lowest = bottom;
        let mut x = right + GAP;
        for code in codes {
            let (height, code_items) = code.items(flow, caption)?;
            items.extend(code_items.into_iter().map(|item| item.moved(x, PADDING)));
            lowest = lowest.max(PADDING + height);
            x += code.width + GAP;
        }
        let height = lowest + PADDING;
        let ground = Item::Fill {
            x: Length::ZERO,
            y: Length::ZERO,
            width: flow.width,
            height,
            colour: TINT,
        };
        flow.piece(
            self.block,
            height,
            std::iter::once(ground).chain(items).collect(),
        );
        Ok(())
    }

    /// Labels and values from `top` down, and where they end. Both columns are one list.
    fn rows(
        &self,
        flow: &mut Flow<'_>,
        (left, right): (Length, Length),
        top: Length,
    ) -> Result<(Length, Vec<Item>), DocumentError> {
        let sides = self.sides(flow.setter, left, right)?;
        let mut bottom = top;
        let mut items = Vec::new();
        let each = self.rows.len().div_ceil(sides.len()).max(1);
        flow.within(Role::List, |flow| {
            for (rows, edges) in self.rows.chunks(each).zip(&sides) {
                let set = self
                    .values(rows)
                    .rows(flow.setter, &mut flow.structure, *edges)?;
                let mut y = top;
                for (height, row) in set {
                    items.extend(row.into_iter().map(|item| item.moved(Length::ZERO, y)));
                    y += height;
                }
                bottom = bottom.max(y);
            }
            Ok(())
        })?;
        Ok((bottom, items))
    }

    fn values<'a>(&self, rows: &'a [(String, String)]) -> Values<'a> {
        Values {
            block: self.block,
            rows,
            label: self.label,
            value: self.value,
            align: Align::Left,
            gutter: Length::points(12),
            gap: Length::ZERO,
        }
    }

    /// The edges of each column: two where every value fits on one line, else one.
    fn sides(
        &self,
        setter: &mut Typesetter,
        left: Length,
        right: Length,
    ) -> Result<Vec<(Length, Length)>, DocumentError> {
        if self.columns > 1 {
            let (first, second) = self.rows.split_at(self.rows.len().div_ceil(2));
            let end = left + self.values(first).width(setter)?;
            let start = end + Length::points(20);
            // Where there is room, the second column begins at the middle.
            let width = self.values(second).width(setter)?;
            let start = start.max(((left + right) / 2).min(right - width));
            if start + width <= right {
                return Ok(vec![(left, start - Length::points(8)), (start, right)]);
            }
        }
        Ok(vec![(left, right)])
    }
}
