//! The sums at the foot of the invoice: subtotal, allowance, tax by rate, deductions, what is due.

use correspondence::{Fill, format};
use domain::{Money, Rate};

use super::closing::Section;
use super::lines::Bill;
use super::{CELL, INSET, NOTE};
use crate::DocumentError;
use crate::colour::{Colour, HAIRLINE, SOFT};
use crate::display::Item;
use crate::fonts::Face;
use crate::layout::{Align, Flow, lay_lines};
use crate::structure::Role;
use crate::text::Style;
use crate::units::Length;

/// One row: label, sum, style, and the line above it.
pub(super) struct SumRow {
    label: String,
    sum: String,
    style: Style,
    rule: Option<Length>,
}

impl SumRow {
    pub(super) fn plain(label: String, sum: String) -> Self {
        Self {
            label,
            sum,
            style: CELL,
            rule: None,
        }
    }

    /// The last and largest one, under a rule.
    pub(super) fn total(label: String, sum: String, accent: Colour) -> Self {
        let style = Style::new(
            Face::SansSemiBold,
            Length::points(12),
            Length::points(17),
            accent,
        );
        Self {
            label,
            sum,
            style,
            rule: Some(Length::points(1)),
        }
    }
}

const PADDING: Length = Length::points(2);
/// Where the labels of the sums begin, in hundredths of the measure.
const SUMS_FROM: i64 = 45;
/// How tall words beside the sums may be, however few sums there are.
const BESIDE_SUMS: Length = Length::points(170);
/// Between one section beside the sums and the next.
const BETWEEN: Length = Length::points(9);

impl Bill<'_> {
    /// All sums on one page, to the right, under the amounts. Sections that fit stand beside them; the others
    /// are handed back.
    pub(super) fn set_sums(
        &self,
        flow: &mut Flow<'_>,
        sections: Vec<Section>,
    ) -> Result<Vec<Section>, DocumentError> {
        let rows = self.sum_rows()?;
        let first = set_rows(flow, &rows, self.accent)?;
        let left_over = beside(flow, first, sections)?;
        self.sum_notes(flow)?;
        Ok(left_over)
    }

    fn sum_rows(&self) -> Result<Vec<SumRow>, DocumentError> {
        let (sums, phrases, locale) = (self.sums, self.phrases, self.phrases.locale());
        let plain = SumRow::plain;
        let written = |money: Money| format::amount(locale, money);
        let off = |money: Money| format!("−{}", format::amount(locale, money));
        let mut rows = Vec::new();
        if sums.discount.is_some() {
            rows.push(plain(phrases.say("invoice-subtotal")?, written(sums.lines)));
        }
        if let Some(discount) = &sums.discount {
            rows.push(plain(discount.description.clone(), off(discount.amount)));
        }
        if !self.taxed() {
            if !sums.deductions.is_empty() {
                rows.push(plain(phrases.say("invoice-gross")?, written(sums.gross)));
            }
        } else if sums.tax_included {
            let total = plain(phrases.say("invoice-gross-taxed")?, written(sums.gross));
            rows.push(SumRow {
                style: CELL.with(Face::SansSemiBold, CELL.colour),
                ..total
            });
            self.tax_rows("invoice-tax-contained", SOFT, &mut rows)?;
            rows.push(SumRow {
                style: CELL.with(Face::SansRegular, SOFT),
                ..plain(phrases.say("invoice-net")?, written(sums.net))
            });
        } else {
            rows.push(plain(phrases.say("invoice-net")?, written(sums.net)));
            self.tax_rows("invoice-tax", CELL.colour, &mut rows)?;
            if !sums.deductions.is_empty() {
                let total = plain(phrases.say("invoice-gross-taxed")?, written(sums.gross));
                rows.push(SumRow {
                    rule: Some(Length::thousandths(500)),
                    ..total
                });
            }
        }
        for deduction in &sums.deductions {
            rows.push(plain(deduction.description.clone(), off(deduction.amount)));
        }
        rows.push(SumRow::total(
            phrases.say(self.total)?,
            format::money(locale, sums.due),
            self.accent,
        ));
        Ok(rows)
    }

    /// False when no tax is counted and no reason for that is given: such an invoice speaks of no tax.
    fn taxed(&self) -> bool {
        let given = |reason: &String| !reason.trim().is_empty();
        self.sums.taxes.iter().any(|tax| {
            tax.rate != Rate::ZERO
                || !tax.tax.is_zero()
                || tax.exemption.as_ref().is_some_and(given)
        })
    }

    fn tax_rows(
        &self,
        key: &'static str,
        colour: Colour,
        rows: &mut Vec<SumRow>,
    ) -> Result<(), DocumentError> {
        let locale = self.phrases.locale();
        for tax in &self.sums.taxes {
            let rate = format::percent(locale, tax.rate);
            let taxable = format::amount(locale, tax.taxable);
            let values = [
                ("name", Fill::Text(tax.name.as_str())),
                ("rate", Fill::Text(&rate)),
                ("taxable", Fill::Text(&taxable)),
            ];
            let label = self.phrases.fill(key, &values)?;
            let sum = format::amount(locale, tax.tax);
            rows.push(SumRow {
                label,
                sum,
                style: CELL.with(CELL.face, colour),
                rule: None,
            });
        }
        Ok(())
    }

    /// Why a rate is what it is, and that prices contain the tax.
    fn sum_notes(&self, flow: &mut Flow<'_>) -> Result<(), DocumentError> {
        let (sums, phrases) = (self.sums, self.phrases);
        let mut notes = Vec::new();
        if sums.tax_included && self.taxed() {
            notes.push(phrases.say("invoice-prices-contain-tax")?);
        }
        for tax in &sums.taxes {
            if let Some(reason) = tax
                .exemption
                .as_deref()
                .map(str::trim)
                .filter(|reason| !reason.is_empty())
            {
                let rate = format::percent(self.phrases.locale(), tax.rate);
                let values = [
                    ("name", Fill::Text(tax.name.as_str())),
                    ("rate", Fill::Text(&rate)),
                    ("reason", Fill::Text(reason)),
                ];
                notes.push(phrases.fill("invoice-exemption", &values)?);
            }
        }
        if notes.is_empty() {
            return Ok(());
        }
        flow.space(Length::points(10));
        flow.keep_with_next();
        for note in notes {
            flow.paragraph("tax note", &note, NOTE)?;
        }
        Ok(())
    }
}

/// Sums under each other at the right, on one page with what stands before them; the first of their strips.
pub(super) fn set_rows(
    flow: &mut Flow<'_>,
    rows: &[SumRow],
    accent: Colour,
) -> Result<usize, DocumentError> {
    flow.space(Length::points(8));
    flow.keep_with_next();
    let first = flow.strips.len();
    flow.together(|flow| {
        flow.within(Role::Table, |flow| {
            for row in rows {
                sum_row(flow, row, accent)?;
            }
            Ok(())
        })
    })?;
    Ok(first)
}

fn sum_row(flow: &mut Flow<'_>, row: &SumRow, accent: Colour) -> Result<(), DocumentError> {
    let (left, right) = (flow.width * SUMS_FROM / 100, flow.width - INSET);
    let sum = flow
        .setter
        .lines("sums", &row.sum, row.style.tabular(), None)?;
    let taken = sum.iter().map(|line| line.width).max().unwrap_or_default();
    let room = right - left - taken - Length::points(14);
    if room < Length::points(60) {
        return Err(DocumentError::Overflow { block: "sums" });
    }
    let label = flow
        .setter
        .lines("sums", &row.label, row.style, Some(room))?;
    let lines = i64::try_from(label.len().max(1)).unwrap_or(1);
    let (above, extra) = match row.rule {
        Some(thick) => (thick + Length::points(3), Length::points(3)),
        None => (Length::ZERO, Length::ZERO),
    };
    let height = row.style.leading * lines + PADDING + above + extra;
    let (named, summed) = flow.structure.headed_row(1);
    let mut items = lay_lines(label, row.style, (left, right), Align::Left, named);
    // A label of several lines has its sum on the last.
    let last = row.style.leading * (lines - 1);
    let set = lay_lines(sum, row.style, (left, right), Align::Right, summed);
    items.extend(set.into_iter().map(|item| item.moved(Length::ZERO, last)));
    let mut items: Vec<Item> = items
        .into_iter()
        .map(|item| item.moved(Length::ZERO, above + extra))
        .collect();
    if let Some(thick) = row.rule {
        let colour = if thick < Length::points(1) {
            HAIRLINE
        } else {
            accent
        };
        items.push(Item::Fill {
            x: left,
            y: extra,
            width: flow.width - left,
            height: thick,
            colour,
        });
    }
    flow.piece("sums", height, items);
    Ok(())
}

/// Puts sections into the white space left of the sums, from the top. They may reach below the sums, as far as a
/// block stays that is worth keeping on one page.
fn beside(
    flow: &mut Flow<'_>,
    first: usize,
    sections: Vec<Section>,
) -> Result<Vec<Section>, DocumentError> {
    let width = flow.width * SUMS_FROM / 100 - Length::points(26);
    let heights = flow.strips.iter().skip(first).map(|strip| strip.height);
    let taken: Length = heights.sum();
    let room = taken.max(BESIDE_SUMS);
    let last = flow.strips.last().map(|strip| strip.height);
    let before = taken - last.unwrap_or_default();
    let mut y = Length::ZERO;
    let mut left_over = sections.into_iter().peekable();
    while let Some(section) = left_over.peek() {
        let above = if y > Length::ZERO { BETWEEN } else { y };
        let (height, items) = section.piece(flow, width)?;
        if y + above + height > room {
            break;
        }
        y += above;
        // Drawn after the sums, so that they are read after them.
        if let Some(last) = flow.strips.last_mut() {
            let placed = items
                .into_iter()
                .map(|item| item.moved(Length::ZERO, y - before));
            last.items.extend(placed);
            y += height;
            last.height = last.height.max(y - before);
        }
        left_over.next();
    }
    Ok(left_over.collect())
}
