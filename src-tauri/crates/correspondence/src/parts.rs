//! Parts that several papers share: salutation and closing, bank details, the citation of a clause, lists.

use crate::LetterError;
use crate::facts::{BankDetails, ClauseQuote, HowToPay, Reader, Writer};
use crate::format;
use crate::letter::Block;
use crate::phrases::{Fill, Phrases};

/// The text, or an error that names the field.
pub(crate) fn required<'a>(field: &'static str, text: &'a str) -> Result<&'a str, LetterError> {
    let text = text.trim();
    if text.is_empty() {
        Err(LetterError::Missing { field })
    } else {
        Ok(text)
    }
}

/// What is there of an optional text; blank counts as absent.
pub(crate) fn given(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// The salutation, and whether it names somebody (English closings depend on it).
pub(crate) fn salutation(
    phrases: &Phrases,
    reader: &Reader,
    unnamed: &'static str,
) -> Result<(String, bool), LetterError> {
    let name = match reader {
        Reader::Person { name } => Some(required("reader.name", name)?),
        Reader::Organisation { name, contact } => {
            required("reader.name", name)?;
            given(contact.as_ref())
        }
    };
    match name {
        Some(name) => Ok((
            phrases.fill("salutation-named", &[("name", Fill::Text(name))])?,
            true,
        )),
        None => Ok((phrases.say(unnamed)?, false)),
    }
}

/// The lines under the signature: the person, and the business when it has another name.
pub(crate) fn signature(writer: &Writer) -> Result<Vec<String>, LetterError> {
    let name = required("writer.name", &writer.name)?;
    let business = required("writer.business", &writer.business)?;
    let mut lines = vec![name.to_owned()];
    if business != name {
        lines.push(business.to_owned());
    }
    Ok(lines)
}

/// Where an answer goes, joined with "or".
pub(crate) fn contact(phrases: &Phrases, writer: &Writer) -> Result<String, LetterError> {
    let ways: Vec<String> = writer
        .contact
        .iter()
        .map(|way| way.trim().to_owned())
        .filter(|way| !way.is_empty())
        .collect();
    if ways.is_empty() {
        return Err(LetterError::Missing {
            field: "writer.contact",
        });
    }
    joined(phrases, &ways, "list-or")
}

/// "a, b and c" with the given message for the last pair.
pub(crate) fn joined(
    phrases: &Phrases,
    items: &[String],
    last: &'static str,
) -> Result<String, LetterError> {
    match items {
        [] => Ok(String::new()),
        [only] => Ok(only.clone()),
        [rest @ .., end] => {
            let rest = rest.join(", ");
            phrases.fill(
                last,
                &[("rest", Fill::Text(&rest)), ("last", Fill::Text(end))],
            )
        }
    }
}

/// The rows of the payment block: account, link, other ways, and what to quote.
pub fn payment_details(
    phrases: &Phrases,
    how: &HowToPay,
) -> Result<Vec<(String, String)>, LetterError> {
    let mut rows = Vec::new();
    if let Some(bank) = &how.bank {
        bank_rows(phrases, bank, &mut rows)?;
    }
    if let Some(link) = given(how.link.as_ref()) {
        rows.push((phrases.say("pay-link")?, link.to_owned()));
    }
    if let Some(other) = given(how.other.as_ref()) {
        rows.push((phrases.say("pay-other")?, other.to_owned()));
    }
    if rows.is_empty() {
        return Err(LetterError::Missing {
            field: "how_to_pay",
        });
    }
    rows.push((
        phrases.say("pay-reference")?,
        required("how_to_pay.reference", &how.reference)?.to_owned(),
    ));
    Ok(rows)
}

fn bank_rows(
    phrases: &Phrases,
    bank: &BankDetails,
    rows: &mut Vec<(String, String)>,
) -> Result<(), LetterError> {
    let numbers = [&bank.iban, &bank.account_number];
    if numbers
        .iter()
        .all(|number| given(number.as_ref()).is_none())
    {
        return Err(LetterError::Missing {
            field: "how_to_pay.bank.account_number",
        });
    }
    let name = required("how_to_pay.bank.account_name", &bank.account_name)?;
    rows.push((phrases.say("pay-account-name")?, name.to_owned()));
    let fields = [
        (
            phrases.say("pay-bank")?,
            given(bank.bank.as_ref()).map(str::to_owned),
        ),
        (
            phrases.say("pay-sort-code")?,
            given(bank.sort_code.as_ref()).map(str::to_owned),
        ),
        (
            phrases.say("pay-routing-number")?,
            given(bank.routing_number.as_ref()).map(str::to_owned),
        ),
        (
            phrases.say("pay-account-number")?,
            given(bank.account_number.as_ref()).map(str::to_owned),
        ),
        (
            phrases.say("pay-iban")?,
            given(bank.iban.as_ref()).map(format::iban),
        ),
        (
            phrases.say("pay-bic")?,
            given(bank.bic.as_ref()).map(str::to_owned),
        ),
    ];
    rows.extend(
        fields
            .into_iter()
            .filter_map(|(label, value)| value.map(|value| (label, value))),
    );
    Ok(())
}

/// The payment block of a letter.
pub(crate) fn payment_block(phrases: &Phrases, how: &HowToPay) -> Result<Block, LetterError> {
    let rows = payment_details(phrases, how)?;
    Ok(Block::Values {
        title: Some(phrases.say("pay-title")?),
        rows,
        strong: false,
    })
}

/// Where a clause stands: "clause 4.2 of the agreement, page 2".
pub fn cited(phrases: &Phrases, clause: &ClauseQuote) -> Result<String, LetterError> {
    let number = required("clause.number", &clause.number)?;
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
