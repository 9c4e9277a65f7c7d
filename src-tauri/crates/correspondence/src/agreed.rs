//! The letters by which both sides agree: payment plan, settlement offer, confirmation of payment.

use crate::LetterError;
use crate::account;
use crate::facts::{PaidInFull, PaymentPlan, Reader, Release, SettlementOffer, Writer};
use crate::format;
use crate::letter::{Block, Letter};
use crate::parts::{self, Manner};
use crate::phrases::{Fill, Phrases};
use crate::table::{ColumnKind, TextTable};

pub(crate) fn payment_plan(facts: &PaymentPlan) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    check_plan(facts)?;
    let total = format::money(facts.locale, facts.total);
    let reply_by = format::day_and_date(&phrases, facts.reply_by)?;

    let total = [("total", Fill::Text(total.as_str()))];
    let mut body = vec![Block::Paragraph(phrases.fill("plan-opening", &total)?)];
    body.push(Block::Table(account::table(
        &phrases,
        &facts.account,
        &facts.charges,
        facts.total,
    )?));
    let count = [("count", Fill::Count(facts.parts.len()))];
    body.push(Block::Paragraph(phrases.fill("plan-parts", &count)?));
    body.push(Block::Table(plan_table(&phrases, facts)?));
    let grace = [("days", Fill::Count(facts.days_of_grace as usize))];
    body.push(Block::Paragraph(phrases.fill("plan-default", &grace)?));
    let mut rest = Vec::new();
    if facts.charges_rest {
        rest.push(phrases.say("plan-charges-rest")?);
    }
    rest.push(phrases.say("plan-early")?);
    rest.push(phrases.say("plan-rights")?);
    body.push(Block::Paragraph(rest.join(" ")));
    body.push(parts::payment_block(&phrases, &facts.how_to_pay)?);
    let contact = parts::contact(&phrases, &facts.writer)?;
    let reply = [
        ("date", Fill::Text(reply_by.as_str())),
        ("contact", Fill::Text(&contact)),
    ];
    body.push(Block::Paragraph(phrases.fill("plan-reply", &reply)?));
    body.push(sign_here(&phrases, &facts.reader, &facts.writer)?);
    let subject = phrases.say("plan-subject")?;
    signed_letter(&phrases, subject, (&facts.reader, &facts.writer), body)
}

fn check_plan(facts: &PaymentPlan) -> Result<(), LetterError> {
    account::check(facts.total, &facts.account, &facts.charges)?;
    if facts.parts.is_empty() {
        return Err(LetterError::Missing { field: "parts" });
    }
    account::agree(facts.total, facts.parts.iter().map(|part| part.amount))?;
    parts::after("reply_by", facts.date, facts.reply_by)?;
    let mut last = facts.date;
    for part in &facts.parts {
        parts::after("parts", last, part.due_on)?;
        last = part.due_on;
        if !part.amount.is_positive() {
            return Err(LetterError::Implausible {
                field: "parts.amount",
                value: part.amount.to_string(),
            });
        }
    }
    Ok(())
}

fn plan_table(phrases: &Phrases, facts: &PaymentPlan) -> Result<TextTable, LetterError> {
    let locale = phrases.locale();
    let currency = facts.total.currency();
    let in_currency = [("currency", Fill::Text(currency.code()))];
    let columns = vec![
        (ColumnKind::Figure, phrases.say("plan-part")?),
        (ColumnKind::Wide, phrases.say("plan-due")?),
        (ColumnKind::Figure, phrases.fill("plan-left", &in_currency)?),
        // The last column, so that the total stands under it.
        (
            ColumnKind::Figure,
            phrases.fill("account-amount", &in_currency)?,
        ),
    ];
    let mut table = TextTable::new("parts of the plan", columns);
    let mut left = facts.total;
    for (index, part) in facts.parts.iter().enumerate() {
        left = left
            .minus(part.amount)
            .map_err(|error| LetterError::SumDiffers {
                lines: error.to_string(),
                total: facts.total.to_string(),
            })?;
        table.rows.push(vec![
            (index + 1).to_string(),
            format::date(phrases, part.due_on)?,
            format::amount(locale, left),
            format::amount(locale, part.amount),
        ]);
    }
    let total = format::money(locale, facts.total);
    table.sum(phrases.say("plan-total")?, total, true);
    Ok(table)
}

pub(crate) fn settlement_offer(facts: &SettlementOffer) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    check_offer(facts)?;
    let locale = facts.locale;
    let total = format::money(locale, facts.total);
    let offer = format::money(locale, facts.offer);
    let expires = format::day_and_date(&phrases, facts.expires_on)?;

    let total_only = [("total", Fill::Text(total.as_str()))];
    let mut body = vec![Block::Paragraph(
        phrases.fill("settle-opening", &total_only)?,
    )];
    body.push(Block::Table(account::table(
        &phrases,
        &facts.account,
        &facts.charges,
        facts.total,
    )?));
    let values = [
        ("total", Fill::Text(total.as_str())),
        ("offer", Fill::Text(&offer)),
        ("date", Fill::Text(&expires)),
    ];
    body.push(Block::Paragraph(phrases.fill("settle-offer", &values)?));
    body.push(Block::Values {
        title: None,
        rows: vec![
            (phrases.say("settle-sum")?, offer.clone()),
            (phrases.say("settle-until")?, expires.clone()),
        ],
        is_payment: false,
    });
    body.push(Block::Paragraph(phrases.fill("settle-release", &values)?));
    let otherwise = match facts.release {
        Release::Full => "settle-lapses",
        Release::FullOrWholeDebt => "settle-falls-back",
    };
    body.push(Block::Paragraph(phrases.fill(otherwise, &values)?));
    if facts.without_prejudice {
        body.push(Block::Paragraph(phrases.say("settle-prejudice")?));
    }
    body.push(parts::payment_block(&phrases, &facts.how_to_pay)?);
    let contact = parts::contact(&phrases, &facts.writer)?;
    let contact = [("contact", Fill::Text(contact.as_str()))];
    body.push(Block::Paragraph(phrases.fill("settle-accept", &contact)?));
    body.push(sign_here(&phrases, &facts.reader, &facts.writer)?);
    let subject = phrases.say("settle-subject")?;
    let letter = signed_letter(&phrases, subject, (&facts.reader, &facts.writer), body)?;
    Ok(Letter {
        mark: if facts.without_prejudice {
            Some(phrases.say("settle-mark")?)
        } else {
            None
        },
        ..letter
    })
}

fn check_offer(facts: &SettlementOffer) -> Result<(), LetterError> {
    account::check(facts.total, &facts.account, &facts.charges)?;
    if facts.offer.currency() != facts.total.currency() {
        return Err(LetterError::MixedCurrencies);
    }
    if !facts.offer.is_positive() || facts.offer.minor() >= facts.total.minor() {
        return Err(LetterError::Implausible {
            field: "offer",
            value: facts.offer.to_string(),
        });
    }
    parts::after("expires_on", facts.date, facts.expires_on)
}

/// Both sides sign below the text, so no second signature stands under it.
fn signed_letter(
    phrases: &Phrases,
    subject: String,
    sides: (&Reader, &Writer),
    body: Vec<Block>,
) -> Result<Letter, LetterError> {
    Ok(Letter {
        closing: None,
        signature: Vec::new(),
        ..parts::letter(phrases, subject, sides, Manner::Formal, body)?
    })
}

fn sign_here(phrases: &Phrases, reader: &Reader, writer: &Writer) -> Result<Block, LetterError> {
    Ok(Block::SignHere {
        parties: vec![
            parts::signature(writer)?.join(", "),
            parts::reader_name(reader)?.to_owned(),
        ],
        place_and_date: phrases.say("sign-place-and-date")?,
        signature: phrases.say("sign-signature")?,
    })
}

pub(crate) fn paid_in_full(facts: &PaidInFull) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    if facts.invoices.is_empty() {
        return Err(LetterError::Missing { field: "invoices" });
    }
    account::agree(facts.total, facts.invoices.iter().map(|line| line.amount))?;
    let locale = facts.locale;
    let currency = facts.total.currency();
    let in_currency = [("currency", Fill::Text(currency.code()))];
    let columns = vec![
        (ColumnKind::Wide, phrases.say("account-invoice")?),
        (ColumnKind::Short, phrases.say("account-issued")?),
        (ColumnKind::Short, phrases.say("settled-on")?),
        (
            ColumnKind::Figure,
            phrases.fill("account-paid", &in_currency)?,
        ),
    ];
    let mut table = TextTable::new("paid invoices", columns);
    for line in &facts.invoices {
        table.rows.push(vec![
            parts::required("invoices.invoice", &line.invoice)?.to_owned(),
            format::date(&phrases, line.issued_on)?,
            format::date(&phrases, line.settled_on)?,
            format::amount(locale, line.amount),
        ]);
    }
    let total = format::money(locale, facts.total);
    table.sum(phrases.say("settled-total")?, total, true);
    let count = [("count", Fill::Count(facts.invoices.len()))];
    let date = format::date(&phrases, facts.date)?;
    let dated = [("date", Fill::Text(date.as_str()))];
    let body = vec![
        Block::Paragraph(phrases.fill("settled-opening", &count)?),
        Block::Table(table),
        Block::Paragraph(phrases.fill("settled-nothing-owed", &dated)?),
        Block::Paragraph(phrases.say("settled-thanks")?),
    ];
    let subject = phrases.say("settled-subject")?;
    let sides = (&facts.reader, &facts.writer);
    parts::letter(&phrases, subject, sides, Manner::Formal, body)
}
