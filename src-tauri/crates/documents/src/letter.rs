//! Letters as pages: the friendly reminder and the formal demand.
//!
//! The words and their order come from `correspondence`; this sets them in the serif, tables in the sans.

use correspondence::{
    AccountTable, Block, Letter, Phrases, formal_demand, format, friendly_reminder,
};
use domain::CivilDate;

use crate::DocumentError;
use crate::backend;
use crate::colour::{Colour, HAIRLINE, INK, SOFT, TINT};
use crate::display::Item;
use crate::facts::{DemandFacts, Look, Recipient, ReminderFacts, Sender};
use crate::finish::{About, finish};
use crate::fonts::Face;
use crate::image;
use crate::layout::{Align, Cell, Column, Flow, Row, Table, TableLook, Width, lay_lines};
use crate::letterhead::Sheet;
use crate::panel::Panel;
use crate::structure::Role;
use crate::text::{Span, Style, Typesetter};
use crate::units::Length;

const TEXT: Style = Style::new(
    Face::SerifRegular,
    Length::thousandths(10_500),
    Length::thousandths(14_500),
    INK,
)
.prose();
const SUBJECT: Style = Style::new(
    Face::SerifSemiBold,
    Length::points(14),
    Length::points(18),
    INK,
);
const SOURCE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_000),
    Length::thousandths(11_000),
    SOFT,
);
const CELL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::thousandths(11_500),
    INK,
);
const CELL_HEAD: Style = Style::new(
    Face::SansSemiBold,
    Length::thousandths(8_000),
    Length::thousandths(11_000),
    INK,
);
const SUM: Style = Style::new(
    Face::SansSemiBold,
    Length::thousandths(9_500),
    Length::thousandths(12_500),
    INK,
);
const LABEL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::thousandths(13_000),
    SOFT,
);
const VALUE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::thousandths(13_000),
    INK,
);
const STRONG_LABEL: Style = Style::new(
    Face::SansRegular,
    Length::points(9),
    Length::points(15),
    SOFT,
);
const STRONG_VALUE: Style = Style::new(
    Face::SansSemiBold,
    Length::points(11),
    Length::points(15),
    INK,
);
const PANEL_HEAD: Style = Style::new(
    Face::SansSemiBold,
    Length::points(9),
    Length::points(13),
    INK,
);
const PARAGRAPH_GAP: Length = Length::thousandths(7_500);
const BLOCK_GAP: Length = Length::points(12);

/// The friendly reminder as a PDF.
pub fn reminder(facts: &ReminderFacts, look: &Look) -> Result<Vec<u8>, DocumentError> {
    let letter = friendly_reminder(&facts.letter)?;
    let phrases = Phrases::load(facts.letter.locale)?;
    let page = LetterPage {
        sender: &facts.sender,
        recipient: &facts.recipient,
        date: facts.date,
        reference: facts.reference.as_deref(),
        delivery: None,
        letter: &letter,
    };
    write(&page, &phrases, look)
}

/// The formal demand as a PDF.
pub fn demand(facts: &DemandFacts, look: &Look) -> Result<Vec<u8>, DocumentError> {
    let letter = formal_demand(&facts.letter)?;
    let phrases = Phrases::load(facts.letter.locale)?;
    let page = LetterPage {
        sender: &facts.sender,
        recipient: &facts.recipient,
        date: facts.letter.date,
        reference: facts.reference.as_deref(),
        delivery: facts.delivery.as_deref(),
        letter: &letter,
    };
    write(&page, &phrases, look)
}

struct LetterPage<'a> {
    sender: &'a Sender,
    recipient: &'a Recipient,
    date: CivilDate,
    reference: Option<&'a str>,
    delivery: Option<&'a str>,
    letter: &'a Letter,
}

fn write(page: &LetterPage<'_>, phrases: &Phrases, look: &Look) -> Result<Vec<u8>, DocumentError> {
    for (field, text) in [
        ("sender.name", &page.sender.name),
        ("recipient.name", &page.recipient.name),
    ] {
        if text.trim().is_empty() {
            return Err(DocumentError::Missing { field });
        }
    }
    let logo = look.logo.as_deref().map(image::read_logo).transpose()?;
    let date = format::date(phrases, page.date)?;
    let mut side = vec![(phrases.say("date-label")?, date.clone())];
    if let Some(reference) = page
        .reference
        .map(str::trim)
        .filter(|text| !text.is_empty())
    {
        side.push((phrases.say("reference-label")?, reference.to_owned()));
    }
    let mut foot = vec![page.sender.name.clone()];
    foot.extend(page.sender.registrations.iter().cloned());
    let subject = page.letter.subject.as_str();
    let continued = match page.reference {
        Some(reference) => format!("{subject} · {reference} · {date}"),
        None => format!("{subject} · {date}"),
    };
    let sheet = Sheet {
        look,
        sender: page.sender,
        recipient: page.recipient,
        phrases,
        logo: logo.as_ref(),
        side: &side,
        continued: &continued,
        foot: &foot,
        strict_window: true,
    };
    let accent = Colour::readable(look.accent);
    let mut setter = Typesetter::new();
    let drawing = sheet.compose(&mut setter, |flow| body(flow, page, accent))?;
    let title = format!("{subject}: {}", page.recipient.name);
    let about = About {
        title: &title,
        author: &page.sender.name,
        language: phrases.locale().tag(),
        date: Some(page.date),
        attachments: &[],
    };
    finish(backend::write(&drawing, logo.as_ref())?, &drawing, &about)
}

fn body(flow: &mut Flow<'_>, page: &LetterPage<'_>, accent: Colour) -> Result<(), DocumentError> {
    if let Some(delivery) = page.delivery.map(str::trim).filter(|text| !text.is_empty()) {
        flow.lead("delivery", delivery, SOURCE)?;
        flow.space(Length::points(4));
    }
    let letter = page.letter;
    flow.heading(
        "subject",
        1,
        &letter.subject,
        SUBJECT.with(Face::SerifSemiBold, accent),
    )?;
    flow.space(BLOCK_GAP);
    flow.paragraph("salutation", &letter.salutation, TEXT)?;
    flow.keep_with_next();
    flow.space(PARAGRAPH_GAP);
    for (index, part) in letter.body.iter().enumerate() {
        let leads = matches!(
            letter.body.get(index + 1),
            Some(Block::Account(_) | Block::List(_) | Block::Quote { .. } | Block::Values { .. })
        );
        block(flow, part, accent)?;
        let boxed = matches!(part, Block::Account(_) | Block::Values { .. });
        flow.space(if boxed { BLOCK_GAP } else { PARAGRAPH_GAP });
        if leads && matches!(part, Block::Paragraph(_)) {
            flow.keep_with_next();
        }
    }
    // The signature never stands alone on a page.
    flow.keep_with_next();
    flow.together(|flow| signature(flow, letter))
}

fn signature(flow: &mut Flow<'_>, letter: &Letter) -> Result<(), DocumentError> {
    flow.space(Length::points(4));
    flow.paragraph("closing", &letter.closing, TEXT)?;
    flow.space(Length::points(40));
    for (index, line) in letter.signature.iter().enumerate() {
        let face = if index == 0 {
            Face::SerifSemiBold
        } else {
            Face::SerifRegular
        };
        flow.paragraph("signature", line, TEXT.with(face, INK))?;
    }
    if let Some((heading, items)) = &letter.enclosures {
        flow.space(Length::points(16));
        flow.heading("enclosures", 2, heading, CELL_HEAD)?;
        flow.space(Length::points(2));
        flow.within(Role::List, |flow| {
            for item in items {
                let item_of = [Span {
                    text: item,
                    face: SOURCE.face,
                }];
                flow.within(Role::ListItem, |flow| {
                    let body = flow.structure.add(Role::ListBody);
                    flow.lines_of(body, "enclosures", &item_of, SOURCE, Length::ZERO)
                })?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn block(flow: &mut Flow<'_>, block: &Block, accent: Colour) -> Result<(), DocumentError> {
    match block {
        Block::Paragraph(text) => flow.paragraph("letter text", text, TEXT),
        Block::Quote { words, source } => quote(flow, words, source, accent),
        Block::Account(table) => account(flow, table),
        Block::Values {
            title,
            rows,
            strong,
        } => values(flow, title.as_deref(), rows, *strong),
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
    let quoted = format!("“{words}”");
    let style = TEXT.with(Face::SerifItalic, INK);
    let (words, source) = (
        [Span {
            text: &quoted,
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

fn account(flow: &mut Flow<'_>, account: &AccountTable) -> Result<(), DocumentError> {
    let heads = &account.heads;
    let column = |head: &str, width, align| Column {
        head: head.to_owned(),
        width,
        align,
    };
    let columns = vec![
        column(&heads.invoice, Width::Share(1), Align::Left),
        column(&heads.issued, Width::Fitted, Align::Left),
        column(&heads.due, Width::Fitted, Align::Left),
        column(&heads.amount, Width::Fitted, Align::Right),
        column(&heads.paid, Width::Fitted, Align::Right),
        column(&heads.open, Width::Fitted, Align::Right),
    ];
    let cell = |text: &str| -> Cell { vec![(text.to_owned(), CELL)] };
    let rows = account.rows.iter().map(|row| Row {
        cells: [
            &row.invoice,
            &row.issued,
            &row.due,
            &row.amount,
            &row.paid,
            &row.open,
        ]
        .map(|text| cell(text))
        .into(),
        running: None,
    });
    let look = TableLook {
        head: CELL_HEAD,
        tint: TINT,
        hairline: HAIRLINE,
        gutter: Length::points(11),
        padding: Length::thousandths(4_000),
    };
    let table = Table {
        block: "account",
        columns,
        rows: rows.collect(),
        look,
        carried: None,
        names_rows: 0,
    };
    flow.within(Role::Table, |flow| {
        flow.table_rows(&table)?;
        flow.within(Role::TableFoot, |flow| account_sums(flow, account, look))
    })
}

/// Charges and the total under the open sums.
fn account_sums(
    flow: &mut Flow<'_>,
    account: &AccountTable,
    look: TableLook,
) -> Result<(), DocumentError> {
    let total = (account.total_label.clone(), account.total.clone());
    let charges = account.charges.iter().map(|charge| (charge, CELL));
    for ((label, sum), style) in charges.chain(std::iter::once((&total, SUM))) {
        flow.keep_with_next();
        let inset = Length::points(5);
        let edges = (inset, flow.width - inset);
        let amount = flow.setter.lines("account", sum, style.tabular(), None)?;
        let room = edges.1
            - edges.0
            - amount
                .iter()
                .map(|line| line.width)
                .max()
                .unwrap_or_default()
            - inset;
        let label = flow.setter.lines("account", label, style, Some(room))?;
        let height = style.leading * i64::try_from(label.len()).unwrap_or(1) + look.padding * 2;
        let (named, summed) = flow.structure.headed_row(5);
        let mut items = lay_lines(label, style, edges, Align::Left, named);
        items.extend(lay_lines(amount, style, edges, Align::Right, summed));
        let mut items: Vec<Item> = items
            .into_iter()
            .map(|item| item.moved(Length::ZERO, look.padding))
            .collect();
        let thick = Length::thousandths(if style == SUM { 1_000 } else { 500 });
        let colour = if style == SUM { INK } else { HAIRLINE };
        items.push(Item::Fill {
            x: Length::ZERO,
            y: height - thick,
            width: flow.width,
            height: thick,
            colour,
        });
        flow.piece("account", height, items);
    }
    Ok(())
}

fn values(
    flow: &mut Flow<'_>,
    title: Option<&str>,
    rows: &[(String, String)],
    strong: bool,
) -> Result<(), DocumentError> {
    let (label, value) = if strong {
        (STRONG_LABEL, STRONG_VALUE)
    } else {
        (LABEL, VALUE)
    };
    let title = title.map(|title| (title, PANEL_HEAD));
    let columns = if strong { 1 } else { 2 };
    Panel {
        block: "payment details",
        title,
        rows,
        label,
        value,
        columns,
    }
    .set(flow)
}
