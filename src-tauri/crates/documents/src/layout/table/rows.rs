//! The head of a table and its rows as strips.
//!
//! A row stays in one piece up to a third of a page. A taller one may break between its lines, two of which stay
//! together at either end.

use super::columns::{Measured, tail, widest};
use super::{Edges, Row, Table, set_in};
use crate::DocumentError;
use crate::display::Item;
use crate::layout::flow::strip;
use crate::layout::{Align, Flow, Strip, Words, lay_lines};
use crate::links::parts;
use crate::structure::{Role, Scope};
use crate::text::Span;
use crate::units::Length;

const RULE: Length = Length::thousandths(500);
/// Rows up to this height never split.
const WHOLE: Length = Length::points(220);
/// Lines of a split row that stay together at its head and at its end.
const TOGETHER: usize = 2;

pub(super) fn head(
    flow: &mut Flow<'_>,
    table: &Table,
    edges: &[Edges],
) -> Result<Strip, DocumentError> {
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

/// A line of a cell, from its top to its bottom.
struct Laid {
    column: usize,
    top: Length,
    bottom: Length,
    items: Vec<Item>,
}

/// A row as the pieces between which a page may end: mostly one.
pub(super) fn slices(
    flow: &mut Flow<'_>,
    table: &Table,
    (row, measured): (&Row, Vec<Measured>),
    edges: &[Edges],
    marks: &[Length],
) -> Result<Vec<Strip>, DocumentError> {
    let lines = lay(flow, table, (row, measured), edges, marks)?;
    let bottoms = lines.iter().map(|line| line.bottom);
    let height = bottoms.max().unwrap_or(table.look.padding) + table.look.padding;
    let mut cuts = if height > WHOLE {
        cuts(&lines)
    } else {
        Vec::new()
    };
    cuts.push(height);
    let mut slices: Vec<Strip> = Vec::with_capacity(cuts.len());
    let mut top = Length::ZERO;
    for cut in &cuts {
        slices.push(strip(table.block, *cut - top, Vec::new()));
        top = *cut;
    }
    for line in lines {
        let place = cuts.partition_point(|cut| *cut <= line.top);
        let above = place.checked_sub(1).and_then(|before| cuts.get(before));
        let above = above.copied().unwrap_or_default();
        if let Some(slice) = slices.get_mut(place) {
            let moved = line.items.into_iter();
            slice
                .items
                .extend(moved.map(|item| item.moved(Length::ZERO, -above)));
        }
    }
    if let Some(last) = slices.last_mut() {
        last.items.push(Item::Fill {
            x: Length::ZERO,
            y: last.height - RULE,
            width: flow.width,
            height: RULE,
            colour: table.look.hairline,
        });
    }
    Ok(slices)
}

/// The lines of all cells at their places in the row.
fn lay(
    flow: &mut Flow<'_>,
    table: &Table,
    (row, measured): (&Row, Vec<Measured>),
    edges: &[Edges],
    marks: &[Length],
) -> Result<Vec<Laid>, DocumentError> {
    let mut laid = Vec::new();
    flow.structure.open(Role::Row);
    for (index, (cell, measured)) in row.cells.iter().zip(measured).enumerate() {
        let (Some(column), Some(&(left, right))) = (table.columns.get(index), edges.get(index))
        else {
            continue;
        };
        let mut y = table.look.padding;
        let own = flow.structure.open(cell_role(index == table.names_rows));
        for ((text, style), lines) in cell.iter().zip(measured) {
            // A single paragraph is the cell's own content.
            let node = match cell.len() {
                1 => own,
                _ => flow.structure.paragraph(),
            };
            let style = set_in(column, *style);
            let face = style.face;
            let words = match lines {
                Some(lines) if widest(&lines) <= right - left && !has_link(text) => {
                    Words::ready(lines, node, style)
                }
                _ => Words::set(
                    flow.setter,
                    &mut flow.structure,
                    node,
                    (table.block, &[Span { text, face }]),
                    style,
                    Some(right - left),
                )?,
            };
            let mut edge = right;
            if let (Align::Mark(mark), Some(&most)) = (column.align, marks.get(index)) {
                let tail = words
                    .lines
                    .first()
                    .map_or(Length::ZERO, |line| tail(line, mark));
                // A figure that fills its column is not pushed out of it.
                let least = (left + widest(&words.lines)).min(right);
                edge = (edge - (most - tail).max(Length::ZERO)).max(least);
            }
            for items in words.each((left, edge), column.align) {
                let items = items.into_iter();
                laid.push(Laid {
                    column: index,
                    top: y,
                    bottom: y + style.leading,
                    items: items.map(|item| item.moved(Length::ZERO, y)).collect(),
                });
                y += style.leading;
            }
        }
        flow.structure.close();
    }
    flow.structure.close();
    Ok(laid)
}

/// Where a row may be cut: between two lines of its tallest cell, through no line of another.
fn cuts(lines: &[Laid]) -> Vec<Length> {
    let Some(tallest) = lines
        .iter()
        .max_by_key(|line| line.bottom)
        .map(|line| line.column)
    else {
        return Vec::new();
    };
    let (long, others): (Vec<&Laid>, Vec<&Laid>) =
        lines.iter().partition(|line| line.column == tallest);
    let through = |y: Length| others.iter().any(|line| line.top < y && y < line.bottom);
    let inner = long.len().saturating_sub(TOGETHER * 2 - 1);
    let tops = long.iter().skip(TOGETHER).take(inner).map(|line| line.top);
    tops.filter(|top| !through(*top)).collect()
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

fn has_link(text: &str) -> bool {
    parts(text).iter().any(|part| part.target.is_some())
}
