//! The formal demand: who owes what and why, by which date, what to do who disagrees, and what would follow.
//!
//! It quotes clauses exactly or cites their number, names a calendar date, and holds out only lawful steps
//! that were passed in. Contents follow the usual pre-action rules: itemised account, deadline, ways to pay,
//! invitation to object with reasons and documents, enclosures.

use crate::LetterError;
use crate::account;
use crate::charges;
use crate::clauses;
use crate::facts::{Consequence, FormalDemand, Reader};
use crate::format;
use crate::letter::{Block, Letter};
use crate::parts::{self, Manner};
use crate::phrases::{Fill, Phrases};

/// Writes the demand, or names what is missing.
pub(crate) fn formal_demand(facts: &FormalDemand) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    account::check(facts.total, &facts.account, &facts.charges)?;
    if facts.deadline <= facts.date {
        return Err(LetterError::DeadlineNotAfterDate {
            date: facts.date,
            deadline: facts.deadline,
        });
    }
    account::check_payments(&facts.payments, &facts.account)?;
    let total = format::money(facts.locale, facts.total);
    let deadline = format::day_and_date(&phrases, facts.deadline)?;

    let mut body = vec![Block::Paragraph(opening(&phrases, facts, &total)?)];
    background(&phrases, facts, &mut body)?;
    let as_of = format::date(&phrases, facts.date)?;
    body.push(Block::Paragraph(
        phrases.fill("demand-account", &[("date", Fill::Text(&as_of))])?,
    ));
    body.push(Block::Table(account::table(
        &phrases,
        &facts.account,
        &facts.charges,
        facts.total,
    )?));
    if !facts.payments.is_empty() {
        body.push(Block::Paragraph(payments(&phrases, facts)?));
    }
    if let Some(per_diem) = facts.per_diem {
        if per_diem.amount.currency() != facts.total.currency() {
            return Err(LetterError::MixedCurrencies);
        }
        body.push(charges::per_diem(
            &phrases,
            per_diem,
            &facts.charges,
            facts.date,
        )?);
    }
    if let Some(agreement) = &facts.agreement {
        clauses::clauses(&phrases, agreement, &mut body)?;
    }
    let values = [
        ("total", Fill::Text(total.as_str())),
        ("deadline", Fill::Text(&deadline)),
    ];
    body.push(Block::Paragraph(phrases.fill("demand-ask", &values)?));
    body.push(Block::Values {
        title: None,
        rows: vec![
            (phrases.say("demand-ask-amount")?, total.clone()),
            (phrases.say("demand-ask-deadline")?, deadline.clone()),
        ],
        is_payment: false,
    });
    body.push(parts::payment_block(&phrases, &facts.how_to_pay)?);
    let contact = parts::contact(&phrases, &facts.writer)?;
    let answer = [
        ("deadline", Fill::Text(deadline.as_str())),
        ("contact", Fill::Text(&contact)),
    ];
    body.push(Block::Paragraph(phrases.fill("demand-object", &answer)?));
    body.push(Block::Paragraph(phrases.say("demand-cannot-pay")?));
    if facts.offer_mediation {
        body.push(Block::Paragraph(phrases.say("demand-mediation")?));
    }
    consequences(&phrases, facts, &mut body)?;
    body.push(Block::Paragraph(phrases.say("rights-reserved")?));

    let subject = phrases.say("demand-subject")?;
    let sides = (&facts.reader, &facts.writer);
    Ok(Letter {
        enclosures: parts::enclosures(&phrases, &facts.enclosures)?,
        ..parts::letter(&phrases, subject, sides, Manner::Formal, body)?
    })
}

/// The part payments with their dates.
fn payments(phrases: &Phrases, facts: &FormalDemand) -> Result<String, LetterError> {
    let mut written = Vec::with_capacity(facts.payments.len());
    for payment in &facts.payments {
        let amount = format::money(facts.locale, payment.amount);
        let date = format::date(phrases, payment.on)?;
        let values = [
            ("amount", Fill::Text(amount.as_str())),
            ("date", Fill::Text(&date)),
            ("invoice", Fill::Text(payment.invoice.trim())),
        ];
        written.push(phrases.fill("demand-payment", &values)?);
    }
    let list = parts::joined(phrases, &written, "list-and")?;
    phrases.fill("demand-payments", &[("payments", Fill::Text(&list))])
}

fn opening(phrases: &Phrases, facts: &FormalDemand, total: &str) -> Result<String, LetterError> {
    let business = Fill::Text(parts::required("writer.business", &facts.writer.business)?);
    match &facts.reader {
        Reader::Person { .. } => phrases.fill(
            "demand-opening-person",
            &[("total", Fill::Text(total)), ("business", business)],
        ),
        Reader::Organisation { name, .. } => {
            let name = Fill::Text(parts::required("reader.name", name)?);
            let values = [
                ("total", Fill::Text(total)),
                ("business", business),
                ("name", name),
            ];
            phrases.fill("demand-opening-organisation", &values)
        }
    }
}

/// The agreement, the work and what was already asked, as far as they are known.
fn background(
    phrases: &Phrases,
    facts: &FormalDemand,
    body: &mut Vec<Block>,
) -> Result<(), LetterError> {
    let mut sentences = Vec::new();
    if let Some(agreement) = &facts.agreement {
        sentences.push(clauses::agreement(phrases, agreement)?);
    }
    if let Some(work) = parts::given(facts.work.as_ref()) {
        sentences.push(phrases.fill(
            "demand-work",
            &[("work", Fill::Text(work.trim_end_matches('.')))],
        )?);
    }
    if !facts.earlier_requests.is_empty() {
        let list = parts::requests(phrases, &facts.earlier_requests)?;
        sentences.push(phrases.fill("demand-requests", &[("requests", Fill::Text(&list))])?);
    }
    if !sentences.is_empty() {
        body.push(Block::Paragraph(sentences.join(" ")));
    }
    Ok(())
}

fn consequences(
    phrases: &Phrases,
    facts: &FormalDemand,
    body: &mut Vec<Block>,
) -> Result<(), LetterError> {
    let mut items = Vec::with_capacity(facts.consequences.len());
    for consequence in &facts.consequences {
        items.push(match consequence {
            Consequence::Claim { court } => match parts::given(court.as_ref()) {
                Some(court) => {
                    phrases.fill("consequence-claim-in", &[("court", Fill::Text(court))])?
                }
                None => phrases.say("consequence-claim")?,
            },
            Consequence::InterestAndCosts => phrases.say("consequence-interest")?,
            Consequence::Handover { to } => {
                let to = parts::required("consequences.to", to)?;
                phrases.fill("consequence-handover", &[("to", Fill::Text(to))])?
            }
            Consequence::Licence { clause } => {
                let clause = parts::required("consequences.clause", clause)?;
                phrases.fill("consequence-licence", &[("clause", Fill::Text(clause))])?
            }
        });
    }
    match items.as_slice() {
        [] => {}
        [only] => body.push(Block::Paragraph(
            phrases.fill("demand-consequence", &[("step", Fill::Text(only))])?,
        )),
        _ => {
            body.push(Block::Paragraph(phrases.say("demand-consequences")?));
            body.push(Block::List(items));
        }
    }
    Ok(())
}
