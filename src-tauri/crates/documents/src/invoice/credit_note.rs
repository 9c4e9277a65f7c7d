//! The credit note: which invoice it corrects, what is taken back, and what happens with the sum.
//!
//! Its sums are positive and named a credit, as EN 16931 has them for a document of type 381: a minus before a
//! credit would read as a charge.

use correspondence::{Fill, Phrases, format};

use super::closing::{self, Section};
use super::frame::Frame;
use super::lines::Bill;
use super::{TEXT, check};
use crate::DocumentError;
use crate::colour::Colour;
use crate::facts::{CreditNoteFacts, CreditUse, Look};

/// The credit note as a PDF; a draft when it has no number.
pub fn credit_note(facts: &CreditNoteFacts, look: &Look) -> Result<Vec<u8>, DocumentError> {
    check_facts(facts)?;
    let phrases = Phrases::load(facts.locale)?;
    let side = side(facts, &phrases)?;
    let continued = match &facts.number {
        Some(number) => phrases.fill("credit-continued", &[("number", Fill::Text(number))])?,
        None => phrases.say("credit-continued-draft")?,
    };
    let frame = Frame {
        look,
        phrases: &phrases,
        sender: &facts.sender,
        recipient: &facts.recipient,
        side: &side,
        continued: &continued,
        date: facts.issued_on,
        slip: None,
        attachments: &[],
    };
    frame.write(|flow| {
        let bill = Bill {
            phrases: &phrases,
            accent: Colour::readable(look.accent),
            title: "credit-title",
            is_draft: facts.number.is_none(),
            subject: facts.subject.as_deref(),
            lines: &facts.lines,
            sums: &facts.sums,
            total: "credit-total",
        };
        bill.set(flow)?;
        let sections = sections(facts, &phrases)?;
        for section in bill.set_sums(flow, sections)? {
            section.set(flow)?;
        }
        closing::notes(flow, &phrases, facts.notes.as_deref())
    })
}

fn check_facts(facts: &CreditNoteFacts) -> Result<(), DocumentError> {
    let issued = facts.number.is_some();
    check::present(&[
        ("sender.name", check::blank(&facts.sender.name)),
        (
            "recipient.name",
            check::blank(&facts.recipient.name) && issued,
        ),
        ("number", facts.number.as_deref().is_some_and(check::blank)),
        ("issued_on", issued && facts.issued_on.is_none()),
        ("lines", issued && facts.lines.is_empty()),
        ("corrects", facts.corrects.is_empty()),
        (
            "corrects.number",
            facts
                .corrects
                .iter()
                .any(|invoice| check::blank(&invoice.number)),
        ),
    ])?;
    for invoice in &facts.corrects {
        if let Some(issued) = facts.issued_on.filter(|issued| *issued < invoice.issued_on) {
            return Err(DocumentError::OutOfOrder {
                field: "issued_on",
                earlier: invoice.issued_on,
                later: issued,
            });
        }
    }
    if facts.sums.due.is_negative() {
        return Err(DocumentError::SumDiffers {
            field: "sums.due",
            parts: facts.sums.due.to_string(),
            total: "a credit, which is positive".to_owned(),
        });
    }
    check::sums(&facts.lines, &facts.sums)
}

fn side(
    facts: &CreditNoteFacts,
    phrases: &Phrases,
) -> Result<Vec<(String, String)>, DocumentError> {
    let number = match &facts.number {
        Some(number) => number.clone(),
        None => phrases.say("invoice-no-number")?,
    };
    let issued = match facts.issued_on {
        Some(date) => format::date(phrases, date)?,
        None => phrases.say("invoice-no-date")?,
    };
    let mut rows = vec![
        (phrases.say("credit-number")?, number),
        (phrases.say("credit-date")?, issued),
    ];
    for invoice in &facts.corrects {
        let date = format::date(phrases, invoice.issued_on)?;
        let values = [
            ("number", Fill::Text(invoice.number.as_str())),
            ("date", Fill::Text(&date)),
        ];
        rows.push((
            phrases.say("credit-of")?,
            phrases.fill("credit-of-dated", &values)?,
        ));
    }
    if let Some(tax_id) = closing::given(facts.recipient.tax_id.as_deref()) {
        rows.push((phrases.say("invoice-tax-id")?, tax_id.to_owned()));
    }
    Ok(rows)
}

/// Why, and what happens with the sum.
fn sections(facts: &CreditNoteFacts, phrases: &Phrases) -> Result<Vec<Section>, DocumentError> {
    let mut sections = Vec::new();
    if let Some(reason) = closing::given(facts.reason.as_deref()) {
        sections.push(Section {
            block: "reason of the credit",
            heading: phrases.say("credit-reason")?,
            text: vec![(reason.to_owned(), TEXT.face)],
        });
    }
    let used = match &facts.used {
        CreditUse::SetOff { invoice } => {
            phrases.fill("credit-set-off", &[("number", Fill::Text(invoice.trim()))])?
        }
        CreditUse::Refunded => phrases.say("credit-refund")?,
        CreditUse::KeptOnAccount => phrases.say("credit-kept")?,
    };
    sections.push(Section {
        block: "use of the credit",
        heading: phrases.say("credit-settled-heading")?,
        text: vec![(used, TEXT.face)],
    });
    Ok(sections)
}
