//! Labels with their values, in two columns under each other.

use super::{Align, Words, lay_lines};
use crate::DocumentError;
use crate::display::Item;
use crate::structure::{Role, Structure};
use crate::text::{Span, Style, Typesetter};
use crate::units::Length;

/// Labels and values; `items` sets them between two edges from y = 0 down.
pub(crate) struct Values<'a> {
    pub(crate) block: &'static str,
    pub(crate) rows: &'a [(String, String)],
    pub(crate) label: Style,
    pub(crate) value: Style,
    pub(crate) align: Align,
    /// Between the label and its value.
    pub(crate) gutter: Length,
    /// Between rows, beyond the leading.
    pub(crate) gap: Length,
}

impl Values<'_> {
    /// As wide as the rows are when none of them wraps.
    pub(crate) fn width(&self, setter: &mut Typesetter) -> Result<Length, DocumentError> {
        let (mut labels, mut values) = (Length::ZERO, Length::ZERO);
        for (label, value) in self.rows {
            labels = labels.max(setter.width(self.block, label, self.label)?);
            values = values.max(setter.width(self.block, value, self.value)?);
        }
        Ok(labels + values + self.gutter + Length::thousandths(200))
    }

    /// The items of each row apart, with its height. The rows are items of the list that is open.
    pub(crate) fn rows(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        edges: (Length, Length),
    ) -> Result<Vec<(Length, Vec<Item>)>, DocumentError> {
        let width = edges.1 - edges.0;
        let mut labels = Length::ZERO;
        for (label, _) in self.rows {
            labels = labels.max(setter.width(self.block, label, self.label)?);
        }
        // Labels never take more than half.
        let labels = (labels + Length::thousandths(100)).min(width / 2);
        let left = edges.0 + labels + self.gutter;
        let mut rows = Vec::with_capacity(self.rows.len());
        for (label, value) in self.rows {
            let (term, body) = structure.labelled();
            let label = setter.lines(self.block, label, self.label, Some(labels))?;
            let face = self.value.face;
            let value = Words::set(
                setter,
                structure,
                body,
                (self.block, &[Span { text: value, face }]),
                self.value,
                Some(edges.1 - left),
            )?;
            let lines = value.count().max(i64::try_from(label.len()).unwrap_or(1));
            let height = self.value.leading.max(self.label.leading) * lines + self.gap;
            // Both stand on the value's baseline.
            let shift = self.value.drop() - self.label.drop();
            let sides = (edges.0, left);
            let mut items: Vec<Item> = lay_lines(label, self.label, sides, Align::Left, term)
                .into_iter()
                .map(|item| item.moved(Length::ZERO, shift))
                .collect();
            items.extend(value.laid((left, edges.1), self.align));
            rows.push((height, items));
        }
        Ok(rows)
    }

    /// All rows as one piece and one list, and its height.
    pub(crate) fn items(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        edges: (Length, Length),
    ) -> Result<(Length, Vec<Item>), DocumentError> {
        let mut y = Length::ZERO;
        let mut items = Vec::new();
        structure.open(Role::List);
        let rows = self.rows(setter, structure, edges);
        structure.close();
        for (height, row) in rows? {
            items.extend(row.into_iter().map(|item| item.moved(Length::ZERO, y)));
            y += height;
        }
        Ok((y, items))
    }
}
