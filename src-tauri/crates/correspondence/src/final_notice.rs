//! The final notice: when and where the claim will be filed, and what to pay before that. Short on purpose.

use crate::LetterError;
use crate::account;
use crate::charges;
use crate::clauses;
use crate::facts::FinalNotice;
use crate::format;
use crate::letter::{Block, Letter};
use crate::parts::{self, Manner};
use crate::phrases::{Fill, Phrases};

pub(crate) fn final_notice(facts: &FinalNotice) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    check(facts)?;
    let court = parts::required("court", &facts.court)?;
    let total = format::money(facts.locale, facts.total);
    let pay_by = format::day_and_date(&phrases, facts.pay_by)?;
    let filing = format::day_and_date(&phrases, facts.filing_on)?;
    let as_of = format::date(&phrases, facts.date)?;

    let mut body = vec![Block::Paragraph(passed(&phrases, facts)?)];
    body.push(Block::Paragraph(
        phrases.fill("final-account", &[("date", Fill::Text(&as_of))])?,
    ));
    body.push(Block::Table(account::table(
        &phrases,
        &facts.account,
        &facts.charges,
        facts.total,
    )?));
    if let Some(per_diem) = facts.per_diem {
        body.push(charges::per_diem(
            &phrases,
            per_diem,
            &facts.charges,
            facts.date,
        )?);
    }
    let values = [
        ("filing", Fill::Text(filing.as_str())),
        ("court", Fill::Text(court)),
        ("total", Fill::Text(&total)),
        ("deadline", Fill::Text(&pay_by)),
    ];
    body.push(Block::Paragraph(phrases.fill("final-filing", &values)?));
    body.push(Block::Values {
        title: None,
        rows: vec![
            (phrases.say("demand-ask-amount")?, total.clone()),
            (phrases.say("demand-ask-deadline")?, pay_by.clone()),
            (phrases.say("final-filing-date")?, filing.clone()),
            (phrases.say("final-filing-court")?, court.to_owned()),
        ],
        is_payment: false,
    });
    body.push(parts::payment_block(&phrases, &facts.how_to_pay)?);
    if let Some(clause) = &facts.licence {
        let place = parts::capitalised(&clauses::cited(&phrases, clause)?);
        body.push(Block::Paragraph(
            phrases.fill("final-licence", &[("clause", Fill::Text(&place))])?,
        ));
    }
    let contact = parts::contact(&phrases, &facts.writer)?;
    let contact = [("contact", Fill::Text(contact.as_str()))];
    body.push(Block::Paragraph(phrases.fill("final-answer", &contact)?));
    body.push(Block::Paragraph(phrases.say("rights-reserved")?));

    let subject = phrases.say("final-subject")?;
    let sides = (&facts.reader, &facts.writer);
    Ok(Letter {
        enclosures: parts::enclosures(&phrases, &facts.enclosures)?,
        ..parts::letter(&phrases, subject, sides, Manner::Formal, body)?
    })
}

fn check(facts: &FinalNotice) -> Result<(), LetterError> {
    account::check(facts.total, &facts.account, &facts.charges)?;
    if let Some(per_diem) = facts.per_diem
        && per_diem.amount.currency() != facts.total.currency()
    {
        return Err(LetterError::MixedCurrencies);
    }
    let last_deadline = facts.extended_to.unwrap_or(facts.demand_deadline);
    parts::after("demand_deadline", facts.demanded_on, facts.demand_deadline)?;
    if let Some(extended) = facts.extended_to {
        parts::after("extended_to", facts.demand_deadline, extended)?;
    }
    // A deadline that still runs has not passed: the notice would be untrue.
    parts::after("date", last_deadline, facts.date)?;
    parts::after("pay_by", facts.date, facts.pay_by)?;
    parts::after("filing_on", facts.pay_by, facts.filing_on)
}

/// The demand and its deadline; an extension is always told.
fn passed(phrases: &Phrases, facts: &FinalNotice) -> Result<String, LetterError> {
    let demanded = format::date(phrases, facts.demanded_on)?;
    let deadline = format::date(phrases, facts.demand_deadline)?;
    let mut values = vec![
        ("demanded", Fill::Text(demanded.as_str())),
        ("deadline", Fill::Text(&deadline)),
    ];
    match facts.extended_to {
        Some(extended) => {
            let extended = format::date(phrases, extended)?;
            values.push(("extended", Fill::Text(&extended)));
            phrases.fill("final-passed-extended", &values)
        }
        None => phrases.fill("final-passed", &values),
    }
}
