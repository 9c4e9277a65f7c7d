//! The formal demand: who owes what and why, by which date, what to do who disagrees, and what would follow.
//!
//! It quotes clauses exactly or cites their number, names a calendar date, and holds out only lawful steps
//! that were passed in. Contents follow the usual pre-action rules: itemised account, deadline, ways to pay,
//! invitation to object with reasons and documents, enclosures.

use crate::LetterError;
use crate::account;
use crate::facts::{
    AgreementCited, ClauseQuote, ClauseTopic, Consequence, FormalDemand, Medium, Reader,
};
use crate::format;
use crate::letter::{Block, Letter};
use crate::parts;
use crate::phrases::{Fill, Phrases};

/// Writes the demand, or names what is missing.
pub fn formal_demand(facts: &FormalDemand) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    account::check(facts.total, &facts.account, &facts.charges)?;
    if facts.deadline <= facts.date {
        return Err(LetterError::DeadlineNotAfterDate {
            date: facts.date,
            deadline: facts.deadline,
        });
    }
    let (salutation, named) = parts::salutation(&phrases, &facts.reader, "salutation-unnamed")?;
    let total = format::money(facts.locale, facts.total);
    let deadline = format::day_and_date(&phrases, facts.deadline)?;

    let mut body = vec![Block::Paragraph(opening(&phrases, facts, &total)?)];
    background(&phrases, facts, &mut body)?;
    let as_of = format::date(&phrases, facts.date)?;
    body.push(Block::Paragraph(
        phrases.fill("demand-account", &[("date", Fill::Text(&as_of))])?,
    ));
    body.push(Block::Account(account::table(
        &phrases,
        &facts.account,
        &facts.charges,
        facts.total,
    )?));
    if let Some(agreement) = &facts.agreement {
        clauses(&phrases, agreement, &mut body)?;
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
        strong: true,
    });
    body.push(parts::payment_block(&phrases, &facts.how_to_pay)?);
    let contact = parts::contact(&phrases, &facts.writer)?;
    let answer = [
        ("deadline", Fill::Text(deadline.as_str())),
        ("contact", Fill::Text(&contact)),
    ];
    body.push(Block::Paragraph(phrases.fill("demand-object", &answer)?));
    body.push(Block::Paragraph(phrases.say("demand-cannot-pay")?));
    consequences(&phrases, facts, &mut body)?;
    body.push(Block::Paragraph(phrases.say("demand-rights")?));

    let enclosures: Vec<String> = facts
        .enclosures
        .iter()
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
        .collect();
    Ok(Letter {
        subject: phrases.say("demand-subject")?,
        salutation,
        body,
        closing: phrases.say(match (facts.locale.tag(), named) {
            ("en-US" | "en-CA", _) => "closing-formal-american",
            (_, true) => "closing-formal-named",
            (_, false) => "closing-formal-unnamed",
        })?,
        signature: parts::signature(&facts.writer)?,
        enclosures: if enclosures.is_empty() {
            None
        } else {
            Some((phrases.say("enclosures")?, enclosures))
        },
    })
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
        let title = parts::required("agreement.title", &agreement.title)?;
        sentences.push(match agreement.made_on {
            Some(made_on) => {
                let date = format::date(phrases, made_on)?;
                phrases.fill(
                    "demand-agreement-dated",
                    &[("title", Fill::Text(title)), ("date", Fill::Text(&date))],
                )?
            }
            None => phrases.fill("demand-agreement", &[("title", Fill::Text(title))])?,
        });
    }
    if let Some(work) = parts::given(facts.work.as_ref()) {
        sentences.push(phrases.fill(
            "demand-work",
            &[("work", Fill::Text(work.trim_end_matches('.')))],
        )?);
    }
    if !facts.earlier_requests.is_empty() {
        let mut requests = Vec::with_capacity(facts.earlier_requests.len());
        for request in &facts.earlier_requests {
            let date = format::date(phrases, request.on)?;
            let key = match request.by {
                Medium::Email => "request-by-email",
                Medium::Letter => "request-by-letter",
                Medium::Phone => "request-by-phone",
                Medium::Message => "request-by-message",
                Medium::InPerson => "request-in-person",
            };
            requests.push(phrases.fill(key, &[("date", Fill::Text(&date))])?);
        }
        let list = parts::joined(phrases, &requests, "list-and")?;
        sentences.push(phrases.fill("demand-requests", &[("requests", Fill::Text(&list))])?);
    }
    if !sentences.is_empty() {
        body.push(Block::Paragraph(sentences.join(" ")));
    }
    Ok(())
}

fn clauses(
    phrases: &Phrases,
    agreement: &AgreementCited,
    body: &mut Vec<Block>,
) -> Result<(), LetterError> {
    let quoted = |clause: &&ClauseQuote| parts::given(clause.words.as_ref()).is_some();
    if agreement.clauses.iter().any(|clause| quoted(&clause)) {
        body.push(Block::Paragraph(phrases.say("demand-clauses")?));
    }
    for clause in agreement.clauses.iter().filter(quoted) {
        if let Some(words) = clause.words.as_ref() {
            body.push(Block::Quote {
                words: words.trim().to_owned(),
                source: capitalised(&parts::cited(phrases, clause)?),
            });
        }
    }
    let mut sentences = Vec::new();
    for clause in agreement.clauses.iter().filter(|clause| !quoted(clause)) {
        let place = parts::cited(phrases, clause)?;
        let key = match clause.topic {
            ClauseTopic::Payment => "clause-topic-payment",
            ClauseTopic::LateCharge => "clause-topic-late-charge",
            ClauseTopic::Licence => "clause-topic-licence",
            ClauseTopic::Deposit => "clause-topic-deposit",
            ClauseTopic::Cancellation => "clause-topic-cancellation",
            ClauseTopic::Dispute => "clause-topic-dispute",
        };
        sentences.push(phrases.fill(key, &[("clause", Fill::Text(&capitalised(&place)))])?);
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

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
