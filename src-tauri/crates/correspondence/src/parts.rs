//! Parts that several papers share: salutation and closing, bank details, delivery, lists.

use domain::CivilDate;
use domain::payment::PaymentMethod;

use crate::LetterError;
use crate::facts::{
    BankDetails, BranchCode, Delivery, DeliveryWay, EarlierRequest, HowToPay, Medium, Reader,
    Writer,
};
use crate::format;
use crate::letter::{Block, Letter};
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

/// How a letter addresses its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    Friendly,
    Formal,
}

/// The salutation, and whether it names somebody (English closings depend on it).
fn salutation(
    phrases: &Phrases,
    reader: &Reader,
    manner: Manner,
) -> Result<(String, bool), LetterError> {
    let name = match reader {
        Reader::Person { name } => Some(required("reader.name", name)?),
        Reader::Organisation { name, contact } => {
            required("reader.name", name)?;
            given(contact.as_ref())
        }
    };
    let (with_name, without) = match manner {
        Manner::Friendly => ("salutation-friendly-named", "salutation-friendly-unnamed"),
        Manner::Formal => ("salutation-named", "salutation-unnamed"),
    };
    match name {
        Some(name) => Ok((
            phrases.fill(with_name, &[("name", Fill::Text(name))])?,
            true,
        )),
        None => Ok((phrases.say(without)?, false)),
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
        .map(|way| way.trim())
        .filter(|way| !way.is_empty())
        // A telephone number stays on one line.
        .map(|way| match way.len() {
            0..=24 => way.replace(' ', "\u{a0}"),
            _ => way.to_owned(),
        })
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
    if let Some(payee) = given(how.cheque_payable_to.as_ref()) {
        let label = phrases.say("pay-cheque")?;
        let payee = phrases.fill("pay-cheque-payee", &[("name", Fill::Text(payee))])?;
        rows.push((label, payee));
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
            phrases.say(
                bank.branch
                    .as_ref()
                    .map_or("pay-branch-code", |(code, _)| label_of(*code)),
            )?,
            given(bank.branch.as_ref().map(|(_, number)| number)).map(str::to_owned),
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
    if let Some(date) = bank.unchanged_since {
        let date = format::date(phrases, date)?;
        let value = phrases.fill("pay-unchanged-since", &[("date", Fill::Text(&date))])?;
        rows.push((phrases.say("pay-unchanged")?, value));
    }
    Ok(())
}

fn label_of(code: BranchCode) -> &'static str {
    match code {
        BranchCode::SortCode => "pay-sort-code",
        BranchCode::Routing => "pay-routing-number",
        BranchCode::Transit => "pay-transit-number",
        BranchCode::Bsb => "pay-bsb",
        BranchCode::Ifsc => "pay-ifsc",
        BranchCode::Branch => "pay-branch-code",
    }
}

/// The payment block of a letter.
pub(crate) fn payment_block(phrases: &Phrases, how: &HowToPay) -> Result<Block, LetterError> {
    let rows = payment_details(phrases, how)?;
    Ok(Block::Values {
        title: Some(phrases.say("pay-title")?),
        rows,
        is_payment: true,
    })
}

/// The name of the person or organisation that is written to.
pub(crate) fn reader_name(reader: &Reader) -> Result<&str, LetterError> {
    match reader {
        Reader::Person { name } | Reader::Organisation { name, .. } => {
            required("reader.name", name)
        }
    }
}

/// What was asked for before, as a list: "on 2 April 2026 by e-mail and on 14 April 2026 by phone".
pub(crate) fn requests(
    phrases: &Phrases,
    requests: &[EarlierRequest],
) -> Result<String, LetterError> {
    let mut written = Vec::with_capacity(requests.len());
    for request in requests {
        let date = format::date(phrases, request.on)?;
        let key = match request.by {
            Medium::Email => "request-by-email",
            Medium::Letter => "request-by-letter",
            Medium::Phone => "request-by-phone",
            Medium::Message => "request-by-message",
            Medium::InPerson => "request-in-person",
        };
        written.push(phrases.fill(key, &[("date", Fill::Text(&date))])?);
    }
    joined(phrases, &written, "list-and")
}

/// How the letter travels, for the line above its subject: "By registered post and by e-mail".
pub fn delivery_line(phrases: &Phrases, delivery: &Delivery) -> Result<String, LetterError> {
    let tracking = given(delivery.tracking.as_ref());
    let mut ways = Vec::with_capacity(delivery.ways.len());
    for way in &delivery.ways {
        let (key, posted) = match way {
            DeliveryWay::Post => ("delivery-post", true),
            DeliveryWay::SignedFor => ("delivery-signed-for", true),
            DeliveryWay::Registered => ("delivery-registered", true),
            DeliveryWay::Courier => ("delivery-courier", true),
            DeliveryWay::ByHand => ("delivery-by-hand", false),
            DeliveryWay::Email => ("delivery-email", false),
        };
        let way = phrases.say(key)?;
        ways.push(match tracking.filter(|_| posted) {
            Some(number) => phrases.fill(
                "delivery-tracked",
                &[("way", Fill::Text(&way)), ("number", Fill::Text(number))],
            )?,
            None => way,
        });
    }
    if ways.is_empty() {
        return Err(LetterError::Missing {
            field: "delivery.ways",
        });
    }
    Ok(capitalised(&joined(phrases, &ways, "list-and")?))
}

/// The heading and the list of what is enclosed, when there is anything.
pub(crate) fn enclosures(
    phrases: &Phrases,
    items: &[String],
) -> Result<Option<(String, Vec<String>)>, LetterError> {
    let items: Vec<String> = items
        .iter()
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
        .collect();
    Ok(if items.is_empty() {
        None
    } else {
        Some((phrases.say("enclosures")?, items))
    })
}

/// A letter without enclosures; the closing depends on whether the salutation names somebody.
pub(crate) fn letter(
    phrases: &Phrases,
    subject: String,
    (reader, writer): (&Reader, &Writer),
    manner: Manner,
    mut body: Vec<Block>,
) -> Result<Letter, LetterError> {
    let (salutation, named) = salutation(phrases, reader, manner)?;
    if !salutation.ends_with(',')
        && let Some(Block::Paragraph(first)) = body.first_mut()
    {
        // After a comma German goes on in small letters; where there is none, a sentence begins.
        *first = capitalised(first);
    }
    Ok(Letter {
        salutation: Some(salutation),
        closing: Some(phrases.say(match (manner, named) {
            (Manner::Friendly, _) => "closing-friendly",
            (Manner::Formal, true) => "closing-formal-named",
            (Manner::Formal, false) => "closing-formal-unnamed",
        })?),
        signature: signature(writer)?,
        ..sheet(phrases, subject, body)
    })
}

/// A paper without salutation and signature, such as a statement.
pub(crate) fn sheet(phrases: &Phrases, subject: String, body: Vec<Block>) -> Letter {
    Letter {
        mark: None,
        subject,
        salutation: None,
        body,
        closing: None,
        signature: Vec::new(),
        enclosures: None,
        colon: phrases.locale().colon(),
    }
}

pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Refuses a day that does not come after another.
pub(crate) fn after(
    field: &'static str,
    earlier: CivilDate,
    later: CivilDate,
) -> Result<(), LetterError> {
    if later > earlier {
        Ok(())
    } else {
        Err(LetterError::OutOfOrder {
            field,
            earlier,
            later,
        })
    }
}

/// The message that names how money came.
pub fn payment_method(method: PaymentMethod) -> &'static str {
    match method {
        PaymentMethod::BankTransfer => "method-bank-transfer",
        PaymentMethod::Card => "method-card",
        PaymentMethod::Cash => "method-cash",
        PaymentMethod::Cheque => "method-cheque",
        PaymentMethod::DirectDebit => "method-direct-debit",
        PaymentMethod::Online => "method-online",
        PaymentMethod::Other => "method-other",
    }
}
