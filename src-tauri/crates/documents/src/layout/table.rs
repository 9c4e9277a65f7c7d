//! Tables: fixed, fitted and shared columns, a head that repeats, rows that never split, sums carried forward.

use super::flow::strip;
use super::{Align, Flow, InTable, Repeats, Strip, Words, lay_lines};
use crate::DocumentError;
use crate::colour::Colour;
use crate::display::Item;
use crate::structure::{Artifact, Role, Scope};
use crate::text::{Span, Style, Typesetter};
use crate::units::Length;

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

/// Left and right edge of a column's text.
type Edges = (Length, Length);

/// Inside the tinted head, at both sides.
const INSET: Length = Length::points(5);
const RULE: Length = Length::thousandths(500);

impl Flow<'_> {
    pub(crate) fn table(&mut self, table: &Table) -> Result<(), DocumentError> {
        self.within(Role::Table, |flow| flow.table_rows(table))
    }

    /// The head and the rows, inside the element of a table that the caller has opened and may add sums to.
    pub(crate) fn table_rows(&mut self, table: &Table) -> Result<(), DocumentError> {
        let edges = column_edges(self.setter, table, self.width)?;
        let head = head_strip(self, table, &edges)?;
        let marks = mark_widths(self.setter, table)?;
        let id = self.tables.len();
        let mut carried = Vec::with_capacity(table.rows.len());
        let mut rows = Vec::with_capacity(table.rows.len());
        self.structure.open(Role::TableBody);
        for row in &table.rows {
            rows.push(row_strip(self, table, row, &edges, &marks)?);
            carried.push(carry_strips(self.setter, table, row, &edges, self.width)?);
        }
        self.structure.close();
        self.push(Strip {
            table: Some(InTable {
                table: id,
                row: None,
            }),
            ..head.clone()
        });
        let head = head.repeated();
        self.tables.push(Repeats { head, carried });
        for (index, row) in rows.into_iter().enumerate() {
            let in_table = InTable {
                table: id,
                row: Some(index),
            };
            self.push(Strip {
                may_break_before: index > 0,
                table: Some(in_table),
                ..row
            });
        }
        Ok(())
    }
}

/// The widest natural width in a column, head included.
fn fitted(setter: &mut Typesetter, table: &Table, column: usize) -> Result<Length, DocumentError> {
    let Some(spec) = table.columns.get(column) else {
        return Ok(Length::ZERO);
    };
    let mut widest = setter.width(table.block, &spec.head, table.look.head)?;
    for row in &table.rows {
        for (text, style) in row.cells.get(column).into_iter().flatten() {
            widest = widest.max(setter.width(table.block, text, set_in(spec, *style))?);
        }
    }
    Ok(widest + Length::thousandths(100))
}

fn column_edges(
    setter: &mut Typesetter,
    table: &Table,
    width: Length,
) -> Result<Vec<Edges>, DocumentError> {
    let count = i64::try_from(table.columns.len()).unwrap_or(1).max(1);
    let gutters = table.look.gutter * (count - 1);
    let mut widths = Vec::with_capacity(table.columns.len());
    let mut left_over = width - INSET * 2 - gutters;
    let mut shares = 0;
    // A fitted column may take no more than its fair part twice over: then its cells wrap.
    let most = (width - gutters) * 2 / (count + 1);
    for (index, column) in table.columns.iter().enumerate() {
        match column.width {
            Width::Fitted => {
                let fitted = fitted(setter, table, index)?.min(most);
                left_over = left_over - fitted;
                widths.push(fitted);
            }
            Width::Share(share) => {
                shares += share;
                widths.push(Length::ZERO);
            }
        }
    }
    let mut x = INSET;
    let mut edges = Vec::with_capacity(widths.len());
    for (column, mut width) in table.columns.iter().zip(widths) {
        if let Width::Share(share) = column.width {
            width = left_over * share / shares.max(1);
        }
        edges.push((x, x + width));
        x = x + width + table.look.gutter;
    }
    if left_over < Length::points(40) * shares.min(1) {
        return Err(DocumentError::Overflow { block: table.block });
    }
    Ok(edges)
}

fn head_strip(flow: &mut Flow<'_>, table: &Table, edges: &[Edges]) -> Result<Strip, DocumentError> {
    let style = table.look.head;
    let mut cells = Vec::with_capacity(edges.len());
    let mut most = 1;
    for (column, edges) in table.columns.iter().zip(edges) {
        let room = Some(edges.1 - edges.0);
        let lines = flow.setter.lines(table.block, &column.head, style, room)?;
        most = most.max(i64::try_from(lines.len()).unwrap_or(1));
        cells.push((lines, *edges, column.align));
    }
    let height = style.leading * most + table.look.padding * 2;
    let mut items = vec![Item::Fill {
        x: Length::ZERO,
        y: Length::ZERO,
        width: flow.width,
        height,
        colour: table.look.tint,
    }];
    flow.structure.open(Role::TableHead);
    flow.structure.open(Role::Row);
    for (lines, edges, align) in cells {
        // Heads stand on the same last line.
        let lift = style.leading * (most - i64::try_from(lines.len()).unwrap_or(1));
        let cell = flow.structure.add(Role::HeadCell {
            scope: Scope::Column,
            columns: 1,
        });
        let laid = lay_lines(lines, style, edges, align, cell);
        items.extend(
            laid.into_iter()
                .map(|item| item.moved(Length::ZERO, table.look.padding + lift)),
        );
    }
    flow.structure.close();
    flow.structure.close();
    Ok(strip(table.block, height, items))
}

/// For each column aligned on a mark: the widest part from the mark on.
fn mark_widths(setter: &mut Typesetter, table: &Table) -> Result<Vec<Length>, DocumentError> {
    let mut widths = Vec::with_capacity(table.columns.len());
    for (index, column) in table.columns.iter().enumerate() {
        let mut widest = Length::ZERO;
        if let Align::Mark(mark) = column.align {
            for row in &table.rows {
                if let Some((text, style)) = row.cells.get(index).and_then(|cell| cell.first()) {
                    widest = widest.max(tail_width(
                        setter,
                        table.block,
                        text,
                        set_in(column, *style),
                        mark,
                    )?);
                }
            }
        }
        widths.push(widest);
    }
    Ok(widths)
}

/// What stands from the mark on (or after the last figure), as wide as it is set.
fn tail_width(
    setter: &mut Typesetter,
    block: &'static str,
    text: &str,
    style: Style,
    mark: char,
) -> Result<Length, DocumentError> {
    let at = text.find(mark).or_else(|| {
        text.rfind(|c: char| c.is_ascii_digit())
            .map(|last| last + 1)
    });
    match at.and_then(|at| text.get(..at)) {
        Some(head) => Ok(setter.width(block, text, style)? - setter.width(block, head, style)?),
        None => Ok(Length::ZERO),
    }
}

fn row_strip(
    flow: &mut Flow<'_>,
    table: &Table,
    row: &Row,
    edges: &[Edges],
    marks: &[Length],
) -> Result<Strip, DocumentError> {
    let mut items = Vec::new();
    let mut tallest = Length::ZERO;
    flow.structure.open(Role::Row);
    for (index, cell) in row.cells.iter().enumerate() {
        let (Some(column), Some(&(left, right))) = (table.columns.get(index), edges.get(index))
        else {
            continue;
        };
        let mut y = Length::ZERO;
        let own = flow.structure.open(cell_role(index == table.names_rows));
        for (text, style) in cell {
            // A single paragraph is the cell's own content.
            let node = match cell.len() {
                1 => own,
                _ => flow.structure.paragraph(),
            };
            let style = set_in(column, *style);
            let face = style.face;
            let words = Words::set(
                flow.setter,
                &mut flow.structure,
                node,
                (table.block, &[Span { text, face }]),
                style,
                Some(right - left),
            )?;
            let height = style.leading * words.count();
            let mut edge = right;
            if let (Align::Mark(mark), Some(&widest)) = (column.align, marks.get(index)) {
                edge = edge
                    - (widest - tail_width(flow.setter, table.block, text, style, mark)?)
                        .max(Length::ZERO);
            }
            let laid = words.laid((left, edge), column.align);
            items.extend(
                laid.into_iter()
                    .map(|item| item.moved(Length::ZERO, y + table.look.padding)),
            );
            y += height;
        }
        flow.structure.close();
        tallest = tallest.max(y);
    }
    flow.structure.close();
    let height = tallest + table.look.padding * 2;
    items.push(Item::Fill {
        x: Length::ZERO,
        y: height - RULE,
        width: flow.width,
        height: RULE,
        colour: table.look.hairline,
    });
    Ok(strip(table.block, height, items))
}

fn cell_role(names_row: bool) -> Role {
    if names_row {
        Role::HeadCell {
            scope: Scope::Row,
            columns: 1,
        }
    } else {
        Role::Cell
    }
}

fn carry_strips(
    setter: &mut Typesetter,
    table: &Table,
    row: &Row,
    edges: &[Edges],
    width: Length,
) -> Result<Option<(Strip, Strip)>, DocumentError> {
    let (Some(words), Some(running)) = (&table.carried, &row.running) else {
        return Ok(None);
    };
    let right = edges.last().map_or(width, |edges| edges.1);
    let left = edges
        .get(1)
        .or_else(|| edges.first())
        .map_or(Length::ZERO, |edges| edges.0);
    let height = words.style.leading + table.look.padding * 2;
    let mut carry = |label: &str| -> Result<Strip, DocumentError> {
        let label = setter.lines(table.block, label, words.style, None)?;
        let sum = setter.lines(table.block, running, words.style.tabular(), None)?;
        let mut items = lay_lines(
            label,
            words.style,
            (left, right),
            Align::Left,
            Artifact::Repeated,
        );
        items.extend(lay_lines(
            sum,
            words.style,
            (left, right),
            Align::Right,
            Artifact::Repeated,
        ));
        let items = items
            .into_iter()
            .map(|item| item.moved(Length::ZERO, table.look.padding))
            .collect();
        Ok(strip(table.block, height, items))
    };
    Ok(Some((carry(&words.forward)?, carry(&words.brought)?)))
}
