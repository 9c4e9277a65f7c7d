//! The credit note: which invoice it corrects, what is taken back, and what happens with the sum.
//!
//! Its sums are positive and named a credit, as EN 16931 has them for a document of type 381: a minus before a
//! credit would read as a charge.

use correspondence::{Fill, Phrases, format};

use super::closing::{self, Section};
use super::frame::Frame;
use super::lines::Bill;
use super::numbered::{Numbered, Rows};
use super::{TEXT, check};
use crate::DocumentError;
use crate::colour::Colour;
use crate::facts::{CreditNoteFacts, CreditUse, Look};

/// The credit note as a PDF; a draft when it has no number.
pub fn credit_note(facts: &CreditNoteFacts, look: &Look) -> Result<Vec<u8>, DocumentError> {
    check_facts(facts)?;
    let phrases = Phrases::load(facts.locale)?;
    let side = side(facts, &phrases)?;
    let names = ("credit-continued", "credit-continued-draft");
    let continued = numbered(facts).name(&phrases, names)?;
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

fn numbered(facts: &CreditNoteFacts) -> Numbered<'_> {
    Numbered {
        sender: &facts.sender,
        recipient: &facts.recipient,
        number: facts.number.as_deref(),
        issued_on: facts.issued_on,
        lines: &facts.lines,
    }
}

fn check_facts(facts: &CreditNoteFacts) -> Result<(), DocumentError> {
    numbered(facts).check()?;
    check::present(&[
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

fn side(facts: &CreditNoteFacts, phrases: &Phrases) -> Result<Rows, DocumentError> {
    let numbered = numbered(facts);
    let mut rows = numbered.rows(phrases, ("credit-number", "credit-date"))?;
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
    numbered.tax_row(phrases, &mut rows)?;
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
