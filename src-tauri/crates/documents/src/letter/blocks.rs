//! The parts of a letter's body on the page: quotes, tables with their sums, panels, lists.

use correspondence::{Block, ColumnKind, SumLine, TextTable};

use super::{
    CAPTION, CELL, CELL_HEAD, HEADING, LABEL, PANEL_HEAD, SOURCE, STRONG_LABEL, STRONG_VALUE, SUM,
    TEXT, VALUE,
};
use crate::DocumentError;
use crate::codes::Beside;
use crate::colour::{Colour, HAIRLINE, INK, TINT};
use crate::display::Item;
use crate::fonts::Face;
use crate::layout::{Align, Column, Flow, Row, Table, TableLook, Width, lay_lines};
use crate::panel::Panel;
use crate::sign::SignHere;
use crate::structure::Role;
use crate::text::Span;
use crate::units::Length;

const TABLE: TableLook = TableLook {
    head: CELL_HEAD.column(),
    tint: TINT,
    hairline: HAIRLINE,
    gutter: Length::points(11),
    padding: Length::thousandths(3_600),
};

/// Between the words of a sum and its figures: words that fill a line end well before them.
const SUM_GUTTER: Length = Length::points(30);

pub(super) fn block(
    flow: &mut Flow<'_>,
    block: &Block,
    accent: Colour,
    codes: &[Beside<'_>],
) -> Result<(), DocumentError> {
    match block {
        Block::Paragraph(text) => flow.paragraph("letter text", text, TEXT),
        Block::Quote { words, source } => quote(flow, words, source, accent),
        Block::Heading(text) => {
            flow.space(Length::points(4));
            flow.heading("heading", 2, text, HEADING)
        }
        Block::Table(text) => table(flow, text),
        Block::SignHere {
            parties,
            place_and_date,
            signature,
        } => SignHere {
            parties,
            place_and_date,
            signature,
            words: SOURCE,
            name: VALUE.with(Face::SansSemiBold, INK),
        }
        .set(flow),
        Block::Values {
            title,
            rows,
            is_payment,
        } => {
            let codes = is_payment.then_some(codes);
            values(flow, title.as_deref(), rows, codes)
        }
        Block::List(items) => flow.within(Role::List, |flow| {
            for item in items {
                list_item(flow, item)?;
                flow.space(Length::points(2));
            }
            Ok(())
        }),
    }
}

fn list_item(flow: &mut Flow<'_>, text: &str) -> Result<(), DocumentError> {
    let first = flow.strips.len();
    let indent = Length::points(16);
    let (label, body) = flow.structure.labelled();
    let face = TEXT.face;
    flow.lines_of(body, "list", &[Span { text, face }], TEXT, indent)?;
    let dash = flow.setter.lines("list", "–", TEXT, None)?;
    let edges = (Length::points(4), indent);
    let dash = lay_lines(dash, TEXT, edges, Align::Left, label);
    if let Some(strip) = flow.strips.get_mut(first) {
        strip.items.extend(dash);
    }
    Ok(())
}

/// The exact words in quotation marks beside a bar, and below them where they stand.
fn quote(
    flow: &mut Flow<'_>,
    words: &str,
    source: &str,
    accent: Colour,
) -> Result<(), DocumentError> {
    let first = flow.strips.len();
    let indent = Length::points(18);
    let style = TEXT.with(Face::SerifItalic, INK);
    let (words, source) = (
        [Span {
            text: words,
            face: Face::SerifItalic,
        }],
        [Span {
            text: source,
            face: SOURCE.face,
        }],
    );
    flow.within(Role::Quote, |flow| {
        flow.spans("quoted clause", &words, style, indent)?;
        flow.keep_with_next();
        flow.spans("quoted clause", &source, SOURCE, indent)
    })?;
    for strip in flow.strips.iter_mut().skip(first) {
        let (x, width) = (Length::points(5), Length::thousandths(1_500));
        strip.items.push(Item::Fill {
            x,
            y: Length::ZERO,
            width,
            height: strip.height,
            colour: accent,
        });
    }
    Ok(())
}

fn table(flow: &mut Flow<'_>, table: &TextTable) -> Result<(), DocumentError> {
    // Without words that may take the rest, all columns are of one width.
    let even = table
        .columns
        .iter()
        .all(|column| column.kind != ColumnKind::Wide);
    let columns = table.columns.iter().map(|column| Column {
        head: column.head.clone(),
        width: if even || column.kind == ColumnKind::Wide {
            Width::Share(1)
        } else {
            Width::Fitted
        },
        align: if column.kind == ColumnKind::Figure {
            Align::Right
        } else {
            Align::Left
        },
    });
    let style = |column: usize| match table.columns.get(column) {
        Some(column) if column.kind == ColumnKind::Wide => CELL.column(),
        _ => CELL,
    };
    let rows = table.rows.iter().map(|row| Row {
        cells: row
            .iter()
            .enumerate()
            .map(|(index, text)| vec![(text.clone(), style(index))])
            .collect(),
        running: None,
    });
    let wide = table
        .columns
        .iter()
        .position(|column| column.kind == ColumnKind::Wide);
    let laid = Table {
        block: table.block,
        columns: columns.collect(),
        rows: rows.collect(),
        look: TABLE,
        carried: None,
        names_rows: wide.unwrap_or(0),
    };
    if table.sums.is_empty() {
        return flow.table(&laid);
    }
    flow.within(Role::Table, |flow| {
        flow.table_rows(&laid)?;
        flow.within(Role::TableFoot, |flow| {
            for line in &table.sums {
                sum_line(flow, table, line)?;
            }
            Ok(())
        })
    })
}

/// A charge or the total, under the last column.
fn sum_line(flow: &mut Flow<'_>, table: &TextTable, line: &SumLine) -> Result<(), DocumentError> {
    flow.keep_with_next();
    let style = if line.strong { SUM } else { CELL };
    let inset = Length::points(5);
    let edges = (inset, flow.width - inset);
    let sum = flow
        .setter
        .lines(table.block, &line.sum, style.tabular(), None)?;
    let taken = sum.iter().map(|line| line.width).max().unwrap_or_default();
    let room = edges.1 - edges.0 - taken - SUM_GUTTER;
    if room < Length::points(60) {
        return Err(DocumentError::Overflow { block: table.block });
    }
    let label = flow
        .setter
        .lines(table.block, &line.label, style, Some(room))?;
    let height = style.leading * i64::try_from(label.len()).unwrap_or(1) + TABLE.padding * 2;
    let (named, summed) = flow
        .structure
        .headed_row(table.columns.len().saturating_sub(1).max(1));
    let mut items = lay_lines(label, style, edges, Align::Left, named);
    items.extend(lay_lines(sum, style, edges, Align::Right, summed));
    let mut items: Vec<Item> = items
        .into_iter()
        .map(|item| item.moved(Length::ZERO, TABLE.padding))
        .collect();
    let (thick, colour) = if line.strong {
        (Length::thousandths(1_000), INK)
    } else {
        (Length::thousandths(500), HAIRLINE)
    };
    items.push(Item::Fill {
        x: Length::ZERO,
        y: height - thick,
        width: flow.width,
        height: thick,
        colour,
    });
    flow.piece(table.block, height, items);
    Ok(())
}

/// How it is paid, with the codes for it, or what is asked for.
fn values(
    flow: &mut Flow<'_>,
    title: Option<&str>,
    rows: &[(String, String)],
    payment: Option<&[Beside<'_>]>,
) -> Result<(), DocumentError> {
    let (label, value, columns) = match payment {
        Some(_) => (LABEL, VALUE, 2),
        None => (STRONG_LABEL, STRONG_VALUE, 1),
    };
    let title = title.map(|title| (title, PANEL_HEAD));
    Panel {
        block: "payment details",
        title,
        rows,
        label,
        value,
        columns,
    }
    .set(flow, payment.unwrap_or_default(), CAPTION)
}
