//! How wide the columns are, and where figures stand in them.

use super::{Edges, Table, Width, set_in};
use crate::DocumentError;
use crate::layout::Align;
use crate::text::{Line, Typesetter};
use crate::units::Length;

/// The paragraphs of a cell as set on lines of any length; none where the column has its width from others.
pub(super) type Measured = Vec<Option<Vec<Line>>>;

/// Inside the tinted head, at both sides.
const INSET: Length = Length::points(5);

/// What columns with a share should have, what columns of words are narrowed to for it, and what is too little.
const LEAST_SHARE: Length = Length::points(110);
const LEAST_WORDS: Length = Length::points(48);
const LEAST: Length = Length::points(40);

/// Every cell of every row, shaped where its width matters.
pub(super) fn measure(
    setter: &mut Typesetter,
    table: &Table,
) -> Result<Vec<Vec<Measured>>, DocumentError> {
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut cells = Vec::with_capacity(row.cells.len());
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let mut paragraphs = Measured::with_capacity(cell.len());
            for (text, style) in cell {
                let style = set_in(column, *style);
                paragraphs.push(match (column.width, column.align) {
                    (Width::Share(_), Align::Left | Align::Right) => None,
                    _ => Some(setter.lines(table.block, text, style, None)?),
                });
            }
            cells.push(paragraphs);
        }
        rows.push(cells);
    }
    Ok(rows)
}

pub(super) fn widest(lines: &[Line]) -> Length {
    let widths = lines.iter().map(|line| line.width);
    widths.max().unwrap_or_default()
}

/// The width that the cells of a column take beside each other: figures of different lengths stand on both sides
/// of their mark.
fn natural(table: &Table, cells: &[Vec<Measured>], index: usize) -> Length {
    let cells = cells.iter().filter_map(|row| row.get(index));
    let whole = cells.clone().flatten().flatten().map(|lines| widest(lines));
    let whole = whole.max().unwrap_or_default();
    let Some(Align::Mark(mark)) = table.columns.get(index).map(|column| column.align) else {
        return whole;
    };
    let (mut before, mut after) = (Length::ZERO, Length::ZERO);
    for line in cells.filter_map(|cell| cell.first()?.as_ref()?.first()) {
        let tail = tail(line, mark);
        after = after.max(tail);
        before = before.max(line.width - tail);
    }
    whole.max(before + after)
}

/// Columns of words, the widest first: they may wrap, figures should not.
fn narrowing(table: &Table, widths: &[Length]) -> Vec<usize> {
    let fitted =
        table.columns.iter().enumerate().filter(|(_, column)| {
            matches!(column.width, Width::Fitted) && column.align == Align::Left
        });
    let mut columns: Vec<usize> = fitted.map(|(index, _)| index).collect();
    columns.sort_by_key(|index| std::cmp::Reverse(widths.get(*index).copied()));
    columns
}

pub(super) fn edges(
    setter: &mut Typesetter,
    table: &Table,
    cells: &[Vec<Measured>],
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
                let head = setter.width(table.block, &column.head, table.look.head)?;
                let below = natural(table, cells, index);
                let fitted = head.max(below) + Length::thousandths(100);
                let fitted = fitted.min(most);
                left_over = left_over - fitted;
                widths.push(fitted);
            }
            Width::Share(share) => {
                shares += share;
                widths.push(Length::ZERO);
            }
        }
    }
    let wanted = LEAST_SHARE * shares;
    for index in narrowing(table, &widths) {
        let (Some(width), true) = (widths.get_mut(index), left_over < wanted) else {
            break;
        };
        let less = (*width - LEAST_WORDS)
            .max(Length::ZERO)
            .min(wanted - left_over);
        *width = *width - less;
        left_over += less;
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
    if left_over < LEAST * shares.min(1) {
        return Err(DocumentError::Overflow { block: table.block });
    }
    Ok(edges)
}

/// For each column aligned on a mark: the widest part from the mark on.
pub(super) fn marks(table: &Table, cells: &[Vec<Measured>]) -> Vec<Length> {
    let columns = table.columns.iter().enumerate();
    let widest = columns.map(|(index, column)| {
        let Align::Mark(mark) = column.align else {
            return Length::ZERO;
        };
        let first = cells
            .iter()
            .filter_map(|row| row.get(index)?.first()?.as_ref());
        let tails = first
            .filter_map(|lines| lines.first())
            .map(|line| tail(line, mark));
        tails.max().unwrap_or_default()
    });
    widest.collect()
}

/// How wide a line is from the mark on, or after its last figure.
pub(super) fn tail(line: &Line, mark: char) -> Length {
    let glyphs = line.pieces.iter().flat_map(|piece| {
        let glyphs = piece.run.glyphs.iter();
        glyphs.map(|glyph| (piece.offset + glyph.x, glyph.text.as_str()))
    });
    let mut after_figure = None;
    let mut last_was_figure = false;
    for (x, text) in glyphs {
        if text.starts_with(mark) {
            return line.width - x;
        }
        if last_was_figure {
            after_figure = Some(x);
        }
        last_was_figure = text.starts_with(|c: char| c.is_ascii_digit());
    }
    match after_figure {
        Some(x) if !last_was_figure => line.width - x,
        _ => Length::ZERO,
    }
}
