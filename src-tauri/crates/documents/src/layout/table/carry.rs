//! The sum carried over a page break, set only where a page really ends.

use super::{Carried, Edges, Table};
use crate::DocumentError;
use crate::layout::flow::strip;
use crate::layout::{Align, Strip, lay_lines};
use crate::structure::Artifact;
use crate::text::Typesetter;
use crate::units::Length;

/// The sums of a table as they may have to be carried.
#[derive(Debug, Clone)]
pub(crate) struct Carry {
    block: &'static str,
    words: Carried,
    padding: Length,
    edges: Edges,
    /// After each row.
    running: Vec<Option<String>>,
}

impl Carry {
    pub(super) fn of(table: &Table, edges: &[Edges]) -> Option<Self> {
        let right = edges.last()?.1;
        let left = edges.get(1).or_else(|| edges.first())?.0;
        Some(Self {
            block: table.block,
            words: table.carried.clone()?,
            padding: table.look.padding,
            edges: (left, right),
            running: table.rows.iter().map(|row| row.running.clone()).collect(),
        })
    }

    /// How tall each of the two strips is, when there is a sum after this row.
    pub(crate) fn height(&self, row: usize) -> Length {
        match self.running.get(row) {
            Some(Some(_)) => self.words.style.leading + self.padding * 2,
            _ => Length::ZERO,
        }
    }

    /// What closes a page after this row.
    pub(crate) fn forward(
        &self,
        setter: &mut Typesetter,
        row: usize,
    ) -> Result<Option<Strip>, DocumentError> {
        self.strip(setter, &self.words.forward, row)
    }

    /// What opens a page before the next row.
    pub(crate) fn brought(
        &self,
        setter: &mut Typesetter,
        row: usize,
    ) -> Result<Option<Strip>, DocumentError> {
        self.strip(setter, &self.words.brought, row)
    }

    fn strip(
        &self,
        setter: &mut Typesetter,
        label: &str,
        row: usize,
    ) -> Result<Option<Strip>, DocumentError> {
        let Some(Some(sum)) = self.running.get(row) else {
            return Ok(None);
        };
        let style = self.words.style;
        let label = setter.lines(self.block, label, style, None)?;
        let sum = setter.lines(self.block, sum, style.tabular(), None)?;
        let tag = Artifact::Repeated;
        let mut items = lay_lines(label, style, self.edges, Align::Left, tag);
        items.extend(lay_lines(sum, style, self.edges, Align::Right, tag));
        let items = items.into_iter();
        let items = items.map(|item| item.moved(Length::ZERO, self.padding));
        Ok(Some(strip(self.block, self.height(row), items.collect())))
    }
}
