//! The friendly reminder: it assumes that the invoice slipped through, accuses nobody and asks for one thing.

use crate::LetterError;
use crate::account;
use crate::facts::FriendlyReminder;
use crate::format;
use crate::letter::{Block, Letter};
use crate::parts::{self, Manner};
use crate::phrases::{Fill, Phrases};

/// Writes the reminder, or names what is missing.
pub(crate) fn friendly_reminder(facts: &FriendlyReminder) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    account::check(facts.total_open, &facts.account, &[])?;
    let total = format::money(facts.locale, facts.total_open);

    let mut body = vec![Block::Paragraph(phrases.say("reminder-opening")?)];
    let subject = if let [line] = facts.account.as_slice() {
        body.push(Block::Paragraph(one_invoice(&phrases, facts, &total)?));
        phrases.fill(
            "reminder-subject-one",
            &[("invoice", Fill::Text(&line.invoice))],
        )?
    } else {
        let count = Fill::Count(facts.account.len());
        body.push(Block::Paragraph(phrases.fill(
            "reminder-many",
            &[("count", count), ("total", Fill::Text(&total))],
        )?));
        body.push(Block::Table(account::table(
            &phrases,
            &facts.account,
            &[],
            facts.total_open,
        )?));
        phrases.fill("reminder-subject-many", &[("count", count)])?
    };
    body.push(Block::Paragraph(phrases.say(
        match (facts.invoice_enclosed, facts.account.len()) {
            (true, 1) => "reminder-slipped-enclosed-one",
            (true, _) => "reminder-slipped-enclosed-many",
            (false, _) => "reminder-slipped",
        },
    )?));
    body.push(Block::Paragraph(
        phrases.fill("reminder-ask", &[("total", Fill::Text(&total))])?,
    ));
    body.push(parts::payment_block(&phrases, &facts.how_to_pay)?);
    body.push(Block::Paragraph(phrases.say("reminder-crossed")?));
    if facts.reserve_rights {
        body.push(Block::Paragraph(phrases.say("rights-reserved")?));
    }
    body.push(Block::Paragraph(phrases.say("reminder-thanks")?));

    let sides = (&facts.reader, &facts.writer);
    parts::letter(&phrases, subject, sides, Manner::Friendly, body)
}

fn one_invoice(
    phrases: &Phrases,
    facts: &FriendlyReminder,
    total: &str,
) -> Result<String, LetterError> {
    let Some(line) = facts.account.first() else {
        return Err(LetterError::Missing { field: "account" });
    };
    let issued = format::date(phrases, line.issued_on)?;
    let due = format::date(phrases, line.due_on)?;
    let mut values = vec![
        ("invoice", Fill::Text(line.invoice.as_str())),
        ("issued", Fill::Text(&issued)),
        ("due", Fill::Text(&due)),
        ("total", Fill::Text(total)),
    ];
    let part_paid = line.open != line.amount;
    match parts::given(facts.work.as_ref()) {
        Some(work) => {
            values.push(("work", Fill::Text(work)));
            phrases.fill(
                if part_paid {
                    "reminder-one-part-for"
                } else {
                    "reminder-one-for"
                },
                &values,
            )
        }
        None => phrases.fill(
            if part_paid {
                "reminder-one-part"
            } else {
                "reminder-one"
            },
            &values,
        ),
    }
}
