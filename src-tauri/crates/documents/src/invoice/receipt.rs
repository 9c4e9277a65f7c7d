//! The receipt: what came, when and how, for which invoices, and what stays open.

use correspondence::{Fill, Phrases, format, payment_method};
use domain::Money;

use super::frame::Frame;
use super::lines::title;
use super::sums::{SumRow, set_rows};
use super::{CELL, NOTE, TABLE, TEXT, check, closing};
use crate::DocumentError;
use crate::colour::Colour;
use crate::facts::{Look, ReceiptFacts};
use crate::layout::{Align, Column, Flow, Row, Table, Width};
use crate::units::Length;

/// The receipt as a PDF.
pub fn receipt(facts: &ReceiptFacts, look: &Look) -> Result<Vec<u8>, DocumentError> {
    check_facts(facts)?;
    let phrases = Phrases::load(facts.locale)?;
    let side = side(facts, &phrases)?;
    let number = facts.number.trim();
    let continued = phrases.fill("receipt-continued", &[("number", Fill::Text(number))])?;
    let frame = Frame {
        look,
        phrases: &phrases,
        sender: &facts.sender,
        recipient: &facts.recipient,
        side: &side,
        continued: &continued,
        date: Some(facts.issued_on),
        slip: None,
        attachments: &[],
    };
    frame.write(|flow| {
        let accent = Colour::readable(look.accent);
        title(flow, &phrases.say("receipt-title")?, None, accent)?;
        flow.space(Length::points(4));
        let name = [("name", Fill::Text(facts.recipient.name.trim()))];
        flow.paragraph("receipt", &phrases.fill("receipt-text", &name)?, TEXT)?;
        flow.space(Length::points(12));
        if !facts.lines.is_empty() {
            flow.table(&table(facts, &phrases)?)?;
        }
        sums(flow, facts, &phrases, accent)?;
        closing::notes(flow, &phrases, facts.notes.as_deref())
    })
}

/// What came is what the lines and the rest give, and no line pays more than its invoice holds.
fn check_facts(facts: &ReceiptFacts) -> Result<(), DocumentError> {
    let unnamed = facts.lines.iter().any(|line| check::blank(&line.invoice));
    check::present(&[
        ("sender.name", check::blank(&facts.sender.name)),
        ("recipient.name", check::blank(&facts.recipient.name)),
        ("number", check::blank(&facts.number)),
        ("amount", !facts.amount.is_positive()),
        ("lines.invoice", unnamed),
    ])?;
    let paid = facts.lines.iter().map(|line| line.paid_now);
    check::agree("amount", facts.amount, paid.chain([facts.unallocated]), [])?;
    for line in &facts.lines {
        let currency = facts.amount.currency();
        if line.total.currency() != currency || line.open.currency() != currency {
            return Err(DocumentError::MixedCurrencies);
        }
        let within = line
            .paid_now
            .plus(line.open)
            .is_ok_and(|sum| sum.minor() <= line.total.minor());
        if !within || !line.paid_now.is_positive() || line.open.is_negative() {
            return Err(DocumentError::SumDiffers {
                field: "lines",
                parts: format!("{} + {}", line.paid_now, line.open),
                total: line.total.to_string(),
            });
        }
    }
    if facts.unallocated.is_negative() {
        return Err(DocumentError::SumDiffers {
            field: "unallocated",
            parts: facts.unallocated.to_string(),
            total: facts.amount.to_string(),
        });
    }
    if facts.issued_on < facts.received_on {
        return Err(DocumentError::OutOfOrder {
            field: "issued_on",
            earlier: facts.received_on,
            later: facts.issued_on,
        });
    }
    Ok(())
}

fn side(facts: &ReceiptFacts, phrases: &Phrases) -> Result<Vec<(String, String)>, DocumentError> {
    let mut rows = vec![
        (phrases.say("receipt-number")?, facts.number.clone()),
        (
            phrases.say("receipt-date")?,
            format::date(phrases, facts.issued_on)?,
        ),
        (
            phrases.say("receipt-received-on")?,
            format::date(phrases, facts.received_on)?,
        ),
        (
            phrases.say("receipt-method")?,
            phrases.say(payment_method(facts.method))?,
        ),
    ];
    if let Some(reference) = closing::given(facts.payer_reference.as_deref()) {
        rows.push((
            phrases.say("receipt-payer-reference")?,
            reference.to_owned(),
        ));
    }
    Ok(rows)
}

fn table(facts: &ReceiptFacts, phrases: &Phrases) -> Result<Table, DocumentError> {
    let locale = facts.locale;
    let currency = facts.amount.currency();
    let in_currency = [("currency", Fill::Text(currency.code()))];
    let figure = |head: String| Column {
        head,
        width: Width::Fitted,
        align: Align::Right,
    };
    let columns = vec![
        Column {
            head: phrases.say("receipt-invoice")?,
            width: Width::Share(1),
            align: Align::Left,
        },
        Column {
            head: phrases.say("receipt-invoice-date")?,
            width: Width::Fitted,
            align: Align::Left,
        },
        figure(phrases.fill("receipt-invoice-total", &in_currency)?),
        figure(phrases.fill("receipt-paid", &in_currency)?),
        figure(phrases.fill("receipt-left", &in_currency)?),
    ];
    let mut rows = Vec::with_capacity(facts.lines.len());
    for line in &facts.lines {
        let cells = [
            line.invoice.clone(),
            format::date(phrases, line.issued_on)?,
            format::amount(locale, line.total),
            format::amount(locale, line.paid_now),
            format::amount(locale, line.open),
        ];
        rows.push(Row {
            cells: cells.map(|text| vec![(text, CELL)]).into(),
            running: None,
        });
    }
    Ok(Table {
        block: "paid invoices",
        columns,
        rows,
        look: TABLE,
        carried: None,
        names_rows: 0,
    })
}

fn sums(
    flow: &mut Flow<'_>,
    facts: &ReceiptFacts,
    phrases: &Phrases,
    accent: Colour,
) -> Result<(), DocumentError> {
    let locale = facts.locale;
    let mut rows = Vec::new();
    if facts.unallocated.is_positive() {
        let rest = format::amount(locale, facts.unallocated);
        rows.push(SumRow::plain(phrases.say("receipt-unallocated")?, rest));
    }
    let amount = format::money(locale, facts.amount);
    rows.push(SumRow::total(phrases.say("receipt-total")?, amount, accent));
    let open = Money::sum(
        facts.amount.currency(),
        facts.lines.iter().map(|line| line.open),
    );
    let open = open.map_err(|_| DocumentError::MixedCurrencies)?;
    if open.is_positive() {
        let open = format::money(locale, open);
        rows.push(SumRow::plain(phrases.say("receipt-open")?, open));
    }
    set_rows(flow, &rows, accent)?;
    if open.is_positive() || facts.lines.is_empty() {
        return Ok(());
    }
    let settled = if facts.lines.len() == 1 {
        "receipt-settled-one"
    } else {
        "receipt-settled"
    };
    flow.space(Length::points(10));
    flow.paragraph("receipt", &phrases.say(settled)?, NOTE)
}
