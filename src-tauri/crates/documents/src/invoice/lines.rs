//! The title and the lines of an invoice, a credit note or a quote: one table, only the columns it needs.

use correspondence::{Fill, Phrases, format};
use domain::Rate;

use super::{CELL, DETAIL, SUBJECT, TABLE, TITLE};
use crate::DocumentError;
use crate::colour::{Colour, SOFT};
use crate::facts::{InvoiceLine, InvoiceSums, LineDiscount};
use crate::fonts::Face;
use crate::layout::{Align, Carried, Cell, Column, Flow, Row, Table, Width, lay_lines};
use crate::units::Length;

/// What all papers with lines and sums share.
pub(super) struct Bill<'a> {
    pub(super) phrases: &'a Phrases,
    pub(super) accent: Colour,
    pub(super) title: &'static str,
    pub(super) is_draft: bool,
    pub(super) subject: Option<&'a str>,
    pub(super) lines: &'a [InvoiceLine],
    pub(super) sums: &'a InvoiceSums,
    /// The label of the last sum.
    pub(super) total: &'static str,
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

impl Bill<'_> {
    /// Title, subject and lines.
    pub(super) fn set(&self, flow: &mut Flow<'_>) -> Result<(), DocumentError> {
        title(
            flow,
            &self.phrases.say(self.title)?,
            self.draft_mark()?.as_deref(),
            self.accent,
        )?;
        if let Some(subject) = self.subject.map(str::trim).filter(|text| !text.is_empty()) {
            flow.space(Length::points(1));
            flow.lead("subject", subject, SUBJECT)?;
        }
        flow.space(Length::points(12));
        if self.lines.is_empty() {
            return Ok(());
        }
        flow.table(&self.lines_table()?)
    }

    fn draft_mark(&self) -> Result<Option<String>, DocumentError> {
        if !self.is_draft {
            return Ok(None);
        }
        Ok(Some(self.phrases.say("invoice-draft-mark")?))
    }

    /// True when lines differ in their rate, so that each must show its own.
    fn several_rates(&self) -> bool {
        let rates: std::collections::BTreeSet<Rate> =
            self.lines.iter().filter_map(|line| line.tax_rate).collect();
        rates.len() > 1
    }

    fn lines_table(&self) -> Result<Table, DocumentError> {
        let phrases = self.phrases;
        let mark = phrases.locale().decimal_mark();
        let currency = self.sums.due.currency().code().to_owned();
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
            units: self.lines.iter().any(|line| unit(line).is_some()),
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
        let rows = self.lines.iter().enumerate();
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
        let locale = self.phrases.locale();
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
        let locale = self.phrases.locale();
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

/// A paper's title, and at the right that it is a draft.
pub(super) fn title(
    flow: &mut Flow<'_>,
    words: &str,
    draft: Option<&str>,
    accent: Colour,
) -> Result<(), DocumentError> {
    let style = TITLE.with(Face::SansSemiBold, accent);
    let edges = (Length::ZERO, flow.width);
    let lines = flow.setter.lines("title", words, style, Some(flow.width))?;
    let height = TITLE.leading * i64::try_from(lines.len()).unwrap_or(1);
    let node = flow.structure.heading(1, words);
    let mut items = lay_lines(lines, style, edges, Align::Left, node);
    if let Some(draft) = draft {
        let style = TITLE.with(Face::SansRegular, SOFT);
        let lines = flow.setter.lines("title", draft, style, None)?;
        let node = flow.structure.paragraph();
        items.extend(lay_lines(lines, style, edges, Align::Right, node));
    }
    flow.piece("title", height, items);
    flow.keep_with_next();
    Ok(())
}
