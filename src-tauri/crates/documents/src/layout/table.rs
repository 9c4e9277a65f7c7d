//! Tables: fitted and shared columns, a head that repeats, rows that only split when they are very tall, sums
//! carried forward.
//!
//! Each cell of a fitted column is shaped once: what is measured for the width of the column is what is drawn.

mod carry;
mod columns;
mod rows;

use super::{Align, Flow, InTable, Repeats, Strip};
use crate::DocumentError;
use crate::colour::Colour;
use crate::structure::Role;
use crate::text::Style;
use crate::units::Length;

pub(crate) use carry::Carry;

/// How wide a column is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Width {
    /// As wide as its widest cell.
    Fitted,
    /// A part of what the others leave.
    Share(i64),
}

#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) head: String,
    pub(crate) width: Width,
    pub(crate) align: Align,
}

/// Paragraphs under each other, each in its style.
pub(crate) type Cell = Vec<(String, Style)>;

#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    /// The sum of the rows down to here, as carried to the next page.
    pub(crate) running: Option<String>,
}

/// The words around a sum carried over a page break.
#[derive(Debug, Clone)]
pub(crate) struct Carried {
    pub(crate) forward: String,
    pub(crate) brought: String,
    pub(crate) style: Style,
}

/// What a table looks like.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TableLook {
    pub(crate) head: Style,
    pub(crate) tint: Colour,
    pub(crate) hairline: Colour,
    /// Between columns.
    pub(crate) gutter: Length,
    /// Above and below the text of a row.
    pub(crate) padding: Length,
}

#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) block: &'static str,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    pub(crate) look: TableLook,
    pub(crate) carried: Option<Carried>,
    /// The column that says what a row is about.
    pub(crate) names_rows: usize,
}

/// Sums and quantities have figures of one width.
fn set_in(column: &Column, style: Style) -> Style {
    if column.align == Align::Left {
        style
    } else {
        style.tabular()
    }
}

/// Tables whose rows take no more than this never split.
const SMALL: Length = Length::points(110);

/// Left and right edge of a column's text.
type Edges = (Length, Length);

impl Flow<'_> {
    pub(crate) fn table(&mut self, table: &Table) -> Result<(), DocumentError> {
        self.within(Role::Table, |flow| flow.table_rows(table))
    }

    /// The head and the rows, inside the element of a table that the caller has opened and may add sums to.
    pub(crate) fn table_rows(&mut self, table: &Table) -> Result<(), DocumentError> {
        let cells = columns::measure(self.setter, table)?;
        let edges = columns::edges(self.setter, table, &cells, self.width)?;
        let marks = columns::marks(table, &cells);
        let head = rows::head(self, table, &edges)?;
        let id = self.tables.len();
        let in_table = |row| Some(InTable { table: id, row });
        self.push(Strip {
            table: in_table(None),
            ..head.clone()
        });
        self.tables.push(Repeats {
            head: head.repeated(),
            carry: Carry::of(table, &edges),
        });
        self.structure.open(Role::TableBody);
        let count = cells.len();
        let mut strips = Vec::with_capacity(count);
        for (index, (row, measured)) in table.rows.iter().zip(cells).enumerate() {
            let slices = rows::slices(self, table, (row, measured), &edges, &marks)?;
            let whole = slices.len() == 1;
            let last = slices.len().saturating_sub(1);
            for (place, slice) in slices.into_iter().enumerate() {
                // A sum is carried from the last row that is complete.
                let row = if place == last {
                    Some(index)
                } else {
                    index.checked_sub(1)
                };
                // Two rows stay together at the head and at the end.
                let tied = whole && (index == 1 || index + 1 == count);
                strips.push(Strip {
                    may_break_before: index + place > 0 && !tied,
                    table: in_table(row),
                    ..slice
                });
            }
        }
        let height: Length = strips.iter().map(|strip| strip.height).sum();
        for mut strip in strips {
            strip.may_break_before &= height > SMALL;
            self.push(strip);
        }
        self.structure.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests;
