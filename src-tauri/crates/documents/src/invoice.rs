//! The invoice: its lines, sums and how it is paid.
//!
//! Contents follow EN 16931 and what invoices must show in most places; every sum arrives computed. A draft
//! is the same page without a number, marked as a draft.

mod closing;
mod sums;

use correspondence::{Fill, Phrases, format};
use domain::Rate;

use crate::DocumentError;
use crate::backend;
use crate::colour::{Colour, HAIRLINE, INK, SOFT, TINT};
use crate::facts::{InvoiceFacts, InvoiceLine, LineDiscount, Look, SupplyDate};
use crate::finish::{About, Attachment, finish};
use crate::fonts::Face;
use crate::image;
use crate::layout::{Align, Carried, Cell, Column, Flow, Row, Table, TableLook, Width, lay_lines};
use crate::letterhead::Sheet;
use crate::text::{Style, Typesetter};
use crate::units::Length;

const TITLE: Style = Style::new(
    Face::SansSemiBold,
    Length::points(20),
    Length::points(26),
    INK,
);
const SUBJECT: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(9_500),
    Length::points(13),
    SOFT,
);
const CELL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_800),
    Length::points(12),
    INK,
);
const DETAIL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(7_800),
    Length::thousandths(10_500),
    SOFT,
);
const HEAD: Style = Style::new(
    Face::SansSemiBold,
    Length::points(8),
    Length::points(11),
    INK,
);
const HEADING: Style = Style::new(
    Face::SansSemiBold,
    Length::points(9),
    Length::points(13),
    INK,
);
const TEXT: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_800),
    Length::points(13),
    INK,
)
.prose();
const NOTE: Style = Style::new(
    Face::SansRegular,
    Length::points(8),
    Length::thousandths(11_500),
    SOFT,
);
const CAPTION: Style = Style::new(
    Face::SansRegular,
    Length::points(7),
    Length::thousandths(8_500),
    SOFT,
);
const LABEL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::points(13),
    SOFT,
);
const VALUE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::points(13),
    INK,
);
const INSET: Length = Length::points(5);
const TABLE: TableLook = TableLook {
    head: HEAD,
    tint: TINT,
    hairline: HAIRLINE,
    gutter: Length::points(14),
    padding: Length::thousandths(3_700),
};
const SECTION_GAP: Length = Length::points(12);

/// The invoice as a PDF; a draft when it has no number.
pub fn invoice(facts: &InvoiceFacts, look: &Look) -> Result<Vec<u8>, DocumentError> {
    invoice_with(facts, look, &[])
}

/// The invoice with files inside it, such as the same invoice for machines.
pub fn invoice_with(
    facts: &InvoiceFacts,
    look: &Look,
    attachments: &[Attachment],
) -> Result<Vec<u8>, DocumentError> {
    check(facts)?;
    let phrases = Phrases::load(facts.locale)?;
    let logo = look.logo.as_deref().map(image::read_logo).transpose()?;
    let side = side(facts, &phrases)?;
    let foot = foot(facts);
    let continued = match &facts.number {
        Some(number) => phrases.fill("invoice-continued", &[("number", Fill::Text(number))])?,
        None => phrases.say("invoice-continued-draft")?,
    };
    let sheet = Sheet {
        look,
        sender: &facts.sender,
        recipient: &facts.recipient,
        phrases: &phrases,
        logo: logo.as_ref(),
        side: &side,
        continued: &continued,
        foot: &foot,
        strict_window: false,
    };
    let accent = Colour::readable(look.accent);
    let mut setter = Typesetter::new();
    let body = Body {
        facts,
        phrases: &phrases,
        accent,
    };
    let slip = body.slip();
    let drawing = sheet.compose_with(&mut setter, slip.as_ref(), |flow| body.set(flow))?;
    let title = format!("{continued}: {}", facts.recipient.name);
    let about = About {
        title: &title,
        author: &facts.sender.name,
        language: facts.locale.tag(),
        date: facts.issued_on,
        attachments,
    };
    finish(backend::write(&drawing, logo.as_ref())?, &drawing, &about)
}

fn check(facts: &InvoiceFacts) -> Result<(), DocumentError> {
    let issued = facts.number.is_some();
    let blank = |text: &str| text.trim().is_empty();
    let missing = [
        ("sender.name", blank(&facts.sender.name)),
        ("recipient.name", blank(&facts.recipient.name) && issued),
        ("number", facts.number.as_deref().is_some_and(blank)),
        ("issued_on", issued && facts.issued_on.is_none()),
        ("lines", issued && facts.lines.is_empty()),
        ("instalments", issued && facts.instalments.is_empty()),
    ];
    match missing.into_iter().find(|(_, missing)| *missing) {
        Some((field, _)) => Err(DocumentError::Missing { field }),
        None => Ok(()),
    }
}

/// Number, dates and references beside the address.
fn side(facts: &InvoiceFacts, phrases: &Phrases) -> Result<Vec<(String, String)>, DocumentError> {
    let number = match &facts.number {
        Some(number) => number.clone(),
        None => phrases.say("invoice-no-number")?,
    };
    let issued = match facts.issued_on {
        Some(date) => format::date(phrases, date)?,
        None => phrases.say("invoice-no-date")?,
    };
    let mut rows = vec![
        (phrases.say("invoice-number")?, number),
        (phrases.say("invoice-date")?, issued),
    ];
    match facts.supplied {
        Some(SupplyDate::On(date)) => rows.push((
            phrases.say("invoice-supplied")?,
            format::date(phrases, date)?,
        )),
        Some(SupplyDate::Period(from, to)) => {
            let (from, to) = (format::date(phrases, from)?, format::date(phrases, to)?);
            let period = phrases.fill(
                "invoice-period",
                &[("from", Fill::Text(&from)), ("to", Fill::Text(&to))],
            )?;
            rows.push((phrases.say("invoice-supplied-period")?, period));
        }
        None => {}
    }
    if let [only] = facts.instalments.as_slice() {
        rows.push((
            phrases.say("invoice-due")?,
            format::date(phrases, only.due_on)?,
        ));
    }
    let references = [
        ("invoice-purchase-order", &facts.purchase_order),
        ("invoice-client-reference", &facts.client_reference),
        ("invoice-order-reference", &facts.order_reference),
        ("invoice-tax-id", &facts.recipient.tax_id),
    ];
    for (label, value) in references {
        if let Some(value) = value
            .as_deref()
            .map(str::trim)
            .filter(|value| !value.is_empty())
        {
            rows.push((phrases.say(label)?, value.to_owned()));
        }
    }
    Ok(rows)
}

/// Name and registrations, in small print on every page.
fn foot(facts: &InvoiceFacts) -> Vec<String> {
    let mut foot = vec![facts.sender.name.clone()];
    foot.extend(facts.sender.registrations.iter().cloned());
    foot
}

/// Columns that only some invoices need.
#[derive(Clone, Copy)]
struct Shown {
    units: bool,
    rates: bool,
}

fn unit(line: &InvoiceLine) -> Option<&str> {
    line.unit
        .as_deref()
        .map(str::trim)
        .filter(|unit| !unit.is_empty())
}

struct Body<'a> {
    facts: &'a InvoiceFacts,
    phrases: &'a Phrases,
    accent: Colour,
}

impl Body<'_> {
    fn set(&self, flow: &mut Flow<'_>) -> Result<(), DocumentError> {
        self.title(flow)?;
        if !self.facts.lines.is_empty() {
            flow.table(&self.lines_table()?)?;
        }
        let left_over = self.sums(flow, self.sections()?)?;
        self.instalments(flow)?;
        for section in left_over {
            section.set(flow)?;
        }
        self.payment(flow)?;
        if let Some(notes) = self.notes()? {
            notes.set(flow)?;
        }
        Ok(())
    }

    fn title(&self, flow: &mut Flow<'_>) -> Result<(), DocumentError> {
        let style = TITLE.with(Face::SansSemiBold, self.accent);
        let words = self.phrases.say("invoice-title")?;
        let title = flow.setter.lines("title", &words, style, None)?;
        let edges = (Length::ZERO, flow.width);
        let node = flow.structure.heading(1, &words);
        let mut items = lay_lines(title, style, edges, Align::Left, node);
        if self.facts.number.is_none() {
            let style = TITLE.with(Face::SansRegular, SOFT);
            let draft = flow.setter.lines(
                "title",
                &self.phrases.say("invoice-draft-mark")?,
                style,
                None,
            )?;
            let node = flow.structure.paragraph();
            items.extend(lay_lines(draft, style, edges, Align::Right, node));
        }
        flow.piece("title", TITLE.leading, items);
        flow.keep_with_next();
        if let Some(subject) = self
            .facts
            .subject
            .as_deref()
            .filter(|subject| !subject.trim().is_empty())
        {
            flow.space(Length::points(1));
            flow.lead("subject", subject.trim(), SUBJECT)?;
        }
        flow.space(Length::points(12));
        Ok(())
    }

    /// True when lines differ in their rate, so that each must show its own.
    fn several_rates(&self) -> bool {
        let rates: std::collections::BTreeSet<Rate> = self
            .facts
            .lines
            .iter()
            .filter_map(|line| line.tax_rate)
            .collect();
        rates.len() > 1
    }

    fn lines_table(&self) -> Result<Table, DocumentError> {
        let (facts, phrases) = (self.facts, self.phrases);
        let mark = facts.locale.decimal_mark();
        let currency = facts.sums.due.currency().code().to_owned();
        let column = |head: String, width, align| Column { head, width, align };
        let mut columns = vec![
            column("#".to_owned(), Width::Fitted, Align::Left),
            column(
                phrases.say("invoice-description")?,
                Width::Share(1),
                Align::Left,
            ),
            column(
                phrases.say("invoice-quantity")?,
                Width::Fitted,
                Align::Mark(mark),
            ),
        ];
        let shown = Shown {
            units: facts.lines.iter().any(|line| unit(line).is_some()),
            rates: self.several_rates(),
        };
        if shown.units {
            columns.push(column(
                phrases.say("invoice-unit")?,
                Width::Fitted,
                Align::Left,
            ));
        }
        columns.push(column(
            phrases.say("invoice-unit-price")?,
            Width::Fitted,
            Align::Mark(mark),
        ));
        if shown.rates {
            columns.push(column(
                phrases.say("invoice-tax-rate")?,
                Width::Fitted,
                Align::Right,
            ));
        }
        let amount = phrases.fill("invoice-amount", &[("currency", Fill::Text(&currency))])?;
        columns.push(column(amount, Width::Fitted, Align::Right));
        let rows = facts.lines.iter().enumerate();
        let rows = rows
            .map(|(index, line)| self.row(index + 1, line, shown))
            .collect::<Result<_, _>>()?;
        let carried = Carried {
            forward: phrases.say("invoice-carried")?,
            brought: phrases.say("invoice-brought")?,
            style: CELL.with(Face::SansItalic, SOFT),
        };
        Ok(Table {
            block: "invoice line",
            columns,
            rows,
            look: TABLE,
            carried: Some(carried),
            // The description, after the line's number.
            names_rows: 1,
        })
    }

    fn row(&self, number: usize, line: &InvoiceLine, shown: Shown) -> Result<Row, DocumentError> {
        let locale = self.facts.locale;
        let mut description: Cell = vec![(line.description.clone(), CELL.column())];
        if let Some(detail) = line
            .detail
            .as_deref()
            .filter(|detail| !detail.trim().is_empty())
        {
            description.push((detail.to_owned(), DETAIL.column()));
        }
        if let Some(discount) = &line.discount {
            description.push((self.discount(*discount)?, DETAIL));
        }
        let plain = |text: String| -> Cell { vec![(text, CELL)] };
        let number = vec![(number.to_string(), CELL.with(CELL.face, SOFT))];
        let mut cells = vec![
            number,
            description,
            plain(format::quantity(locale, line.quantity)),
        ];
        if shown.units {
            cells.push(plain(unit(line).unwrap_or_default().to_owned()));
        }
        cells.push(plain(format::unit_price(
            locale,
            line.unit_price,
            line.amount.currency(),
        )));
        if shown.rates {
            cells.push(plain(
                line.tax_rate
                    .map(|rate| format::percent(locale, rate))
                    .unwrap_or_default(),
            ));
        }
        cells.push(plain(format::amount(locale, line.amount)));
        Ok(Row {
            cells,
            running: line.running_total.map(|sum| format::amount(locale, sum)),
        })
    }

    fn discount(&self, discount: LineDiscount) -> Result<String, DocumentError> {
        let locale = self.facts.locale;
        let amount = format!("−{}", format::amount(locale, discount.amount));
        let text = match discount.rate {
            Some(rate) => {
                let rate = format::percent(locale, rate);
                let values = [
                    ("rate", Fill::Text(rate.as_str())),
                    ("amount", Fill::Text(&amount)),
                ];
                self.phrases.fill("invoice-line-discount-rate", &values)?
            }
            None => self
                .phrases
                .fill("invoice-line-discount", &[("amount", Fill::Text(&amount))])?,
        };
        Ok(text)
    }
}
