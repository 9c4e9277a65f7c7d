//! Clauses of an agreement in a letter: quoted exactly, or cited by their number, never retold.

use crate::LetterError;
use crate::facts::{AgreementCited, ClauseQuote, ClauseTopic};
use crate::format;
use crate::letter::Block;
use crate::parts;
use crate::phrases::{Fill, Phrases};

/// Where a clause stands: "clause 4.2 of the agreement (page 2)".
pub fn cited(phrases: &Phrases, clause: &ClauseQuote) -> Result<String, LetterError> {
    let number = parts::required("clause.number", &clause.number)?;
    match clause.page {
        Some(page) => {
            let page = page.to_string();
            phrases.fill(
                "clause-on-page",
                &[("number", Fill::Text(number)), ("page", Fill::Text(&page))],
            )
        }
        None => phrases.fill("clause", &[("number", Fill::Text(number))]),
    }
}

/// The sentence that names the agreement, with its date when it is known.
pub(crate) fn agreement(
    phrases: &Phrases,
    agreement: &AgreementCited,
) -> Result<String, LetterError> {
    let title = parts::required("agreement.title", &agreement.title)?;
    let title = format::quoted(phrases.locale(), title);
    let title = ("title", Fill::Text(title.as_str()));
    match agreement.made_on {
        Some(made_on) => {
            let date = format::date(phrases, made_on)?;
            phrases.fill(
                "demand-agreement-dated",
                &[title, ("date", Fill::Text(&date))],
            )
        }
        None => phrases.fill("demand-agreement", &[title]),
    }
}

/// Quotes first, then one paragraph for those that are only cited.
pub(crate) fn clauses(
    phrases: &Phrases,
    agreement: &AgreementCited,
    body: &mut Vec<Block>,
) -> Result<(), LetterError> {
    let quoted = |clause: &&ClauseQuote| parts::given(clause.words.as_ref()).is_some();
    if agreement.clauses.iter().any(|clause| quoted(&clause)) {
        body.push(Block::Paragraph(phrases.say("demand-clauses")?));
    }
    for clause in &agreement.clauses {
        if let Some(words) = parts::given(clause.words.as_ref()) {
            body.push(Block::Quote {
                words: format::quoted(phrases.locale(), words),
                source: parts::capitalised(&cited(phrases, clause)?),
            });
        }
    }
    let mut sentences = Vec::new();
    for clause in agreement.clauses.iter().filter(|clause| !quoted(clause)) {
        let place = cited(phrases, clause)?;
        let key = match clause.topic {
            ClauseTopic::Payment => "clause-topic-payment",
            ClauseTopic::LateCharge => "clause-topic-late-charge",
            ClauseTopic::Licence => "clause-topic-licence",
            ClauseTopic::Deposit => "clause-topic-deposit",
            ClauseTopic::Cancellation => "clause-topic-cancellation",
            ClauseTopic::Dispute => "clause-topic-dispute",
        };
        let place = parts::capitalised(&place);
        sentences.push(phrases.fill(key, &[("clause", Fill::Text(&place))])?);
    }
    if !sentences.is_empty() {
        body.push(Block::Paragraph(sentences.join(" ")));
    }
    Ok(())
}
