//! The quote: what the work would cost, until when that holds, and a place to accept it.

use correspondence::{Fill, Phrases, format};

use super::frame::Frame;
use super::lines::Bill;
use super::numbered::{Numbered, Rows};
use super::{HEADING, NOTE, SECTION_GAP, TEXT, VALUE, check, closing};
use crate::DocumentError;
use crate::colour::{Colour, INK};
use crate::facts::{Look, QuoteFacts};
use crate::fonts::Face;
use crate::layout::Flow;
use crate::sign::SignHere;
use crate::units::Length;

/// The quote as a PDF; a draft when it has no number.
pub fn quote(facts: &QuoteFacts, look: &Look) -> Result<Vec<u8>, DocumentError> {
    check_facts(facts)?;
    let phrases = Phrases::load(facts.locale)?;
    let side = side(facts, &phrases)?;
    let names = ("quote-continued", "quote-continued-draft");
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
            title: "quote-title",
            is_draft: facts.number.is_none(),
            subject: facts.subject.as_deref(),
            lines: &facts.lines,
            sums: &facts.sums,
            total: "quote-total",
        };
        bill.set(flow)?;
        let terms = facts.payment_terms.as_deref();
        let sections = closing::sections(&phrases, terms, facts.late_clause.as_ref())?;
        let left_over = bill.set_sums(flow, sections)?;
        closing::instalments(flow, &phrases, &facts.instalments)?;
        for section in left_over {
            section.set(flow)?;
        }
        closing::notes(flow, &phrases, facts.notes.as_deref())?;
        acceptance(flow, facts, &phrases)
    })
}

fn numbered(facts: &QuoteFacts) -> Numbered<'_> {
    Numbered {
        sender: &facts.sender,
        recipient: &facts.recipient,
        number: facts.number.as_deref(),
        issued_on: facts.issued_on,
        lines: &facts.lines,
    }
}

fn check_facts(facts: &QuoteFacts) -> Result<(), DocumentError> {
    numbered(facts).check()?;
    if let Some(earlier) = facts.issued_on.filter(|issued| facts.valid_until < *issued) {
        return Err(DocumentError::OutOfOrder {
            field: "valid_until",
            earlier,
            later: facts.valid_until,
        });
    }
    check::sums(&facts.lines, &facts.sums)?;
    check::instalments(&facts.instalments, &facts.sums)
}

fn side(facts: &QuoteFacts, phrases: &Phrases) -> Result<Rows, DocumentError> {
    let numbered = numbered(facts);
    let mut rows = numbered.rows(phrases, ("quote-number", "quote-date"))?;
    rows.push((
        phrases.say("quote-valid")?,
        format::date(phrases, facts.valid_until)?,
    ));
    numbered.tax_row(phrases, &mut rows)?;
    Ok(rows)
}

/// The sentence that is accepted, with number and total, above the place to sign. A draft can not be accepted.
fn acceptance(
    flow: &mut Flow<'_>,
    facts: &QuoteFacts,
    phrases: &Phrases,
) -> Result<(), DocumentError> {
    let (true, Some(number), Some(issued)) = (facts.acceptance, &facts.number, facts.issued_on)
    else {
        return Ok(());
    };
    let date = format::date(phrases, issued)?;
    let total = format::money(facts.locale, facts.sums.due);
    let values = [
        ("number", Fill::Text(number.as_str())),
        ("date", Fill::Text(&date)),
        ("total", Fill::Text(&total)),
    ];
    let accepted = phrases.fill("quote-accept", &values)?;
    let (place, signature) = (
        phrases.say("sign-place-and-date")?,
        phrases.say("sign-signature")?,
    );
    flow.space(SECTION_GAP + Length::points(6));
    flow.together(|flow| {
        flow.heading(
            "acceptance",
            2,
            &phrases.say("quote-accept-heading")?,
            HEADING,
        )?;
        flow.paragraph("acceptance", &accepted, TEXT)?;
        let place = SignHere {
            parties: std::slice::from_ref(&facts.recipient.name),
            place_and_date: &place,
            signature: &signature,
            words: NOTE,
            name: VALUE.with(Face::SansSemiBold, INK),
        };
        place.set(flow)
    })
}
