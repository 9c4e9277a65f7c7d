//! The firm reminders: second notice and last reminder. A date, the clause, one question: what stands in the way?
//!
//! They state the account and ask; they hold out nothing but the next letter, and that only when it really
//! follows.

use crate::LetterError;
use crate::account;
use crate::clauses;
use crate::facts::{FirmReminder, FirmTone};
use crate::format;
use crate::letter::{Block, Letter};
use crate::parts::{self, Manner};
use crate::phrases::{Fill, Phrases};

pub(crate) fn firm_reminder(facts: &FirmReminder) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    account::check(facts.total_open, &facts.account, &[])?;
    if facts.deadline <= facts.date {
        return Err(LetterError::DeadlineNotAfterDate {
            date: facts.date,
            deadline: facts.deadline,
        });
    }
    let date = format::date(&phrases, facts.date)?;
    let total = format::money(facts.locale, facts.total_open);
    let deadline = format::day_and_date(&phrases, facts.deadline)?;

    let mut body = vec![Block::Paragraph(opening(&phrases, facts)?)];
    body.push(Block::Paragraph(
        phrases.fill("notice-account", &[("date", Fill::Text(&date))])?,
    ));
    body.push(Block::Table(account::table(
        &phrases,
        &facts.account,
        &[],
        facts.total_open,
    )?));
    if facts.invoice_enclosed {
        body.push(Block::Paragraph(phrases.fill(
            "notice-enclosed",
            &[("count", Fill::Count(facts.account.len()))],
        )?));
    }
    if let Some(agreement) = &facts.agreement {
        body.push(Block::Paragraph(clauses::agreement(&phrases, agreement)?));
        clauses::clauses(&phrases, agreement, &mut body)?;
    }
    let ask = [
        ("total", Fill::Text(total.as_str())),
        ("deadline", Fill::Text(&deadline)),
    ];
    body.push(Block::Paragraph(phrases.fill("notice-ask", &ask)?));
    body.push(parts::payment_block(&phrases, &facts.how_to_pay)?);
    let contact = parts::contact(&phrases, &facts.writer)?;
    let contact = [("contact", Fill::Text(contact.as_str()))];
    body.push(Block::Paragraph(phrases.fill("notice-reason", &contact)?));
    if facts.tone == FirmTone::LastReminder {
        body.push(Block::Paragraph(phrases.say("notice-next")?));
    }
    body.push(Block::Paragraph(phrases.say("notice-crossed")?));
    if facts.reserve_rights {
        body.push(Block::Paragraph(phrases.say("rights-reserved")?));
    }
    let sides = (&facts.reader, &facts.writer);
    let subject = subject(&phrases, facts)?;
    parts::letter(&phrases, subject, sides, Manner::Formal, body)
}

fn subject(phrases: &Phrases, facts: &FirmReminder) -> Result<String, LetterError> {
    if let [line] = facts.account.as_slice() {
        let key = match facts.tone {
            FirmTone::SecondNotice => "notice-subject-second-one",
            FirmTone::LastReminder => "notice-subject-last-one",
        };
        return phrases.fill(key, &[("invoice", Fill::Text(line.invoice.trim()))]);
    }
    let key = match facts.tone {
        FirmTone::SecondNotice => "notice-subject-second-many",
        FirmTone::LastReminder => "notice-subject-last-many",
    };
    phrases.fill(key, &[("count", Fill::Count(facts.account.len()))])
}

/// What was done and what was asked before, as far as known.
fn opening(phrases: &Phrases, facts: &FirmReminder) -> Result<String, LetterError> {
    let mut sentences = vec![phrases.fill(
        "notice-opening",
        &[("count", Fill::Count(facts.account.len()))],
    )?];
    if !facts.earlier_requests.is_empty() {
        let list = parts::requests(phrases, &facts.earlier_requests)?;
        sentences.push(phrases.fill("notice-requests", &[("requests", Fill::Text(&list))])?);
    }
    if let Some(work) = parts::given(facts.work.as_ref()) {
        let work = work.trim_end_matches('.');
        sentences.push(phrases.fill("notice-work", &[("work", Fill::Text(work))])?);
    }
    Ok(sentences.join(" "))
}
