//! Who writes and who reads: the two sides of a letter, and what the payer should quote.

use documents::{Reader, Writer};
use domain::business::Business;
use domain::client::{ClientFacts, ClientKind};

use crate::papers;

/// The most invoice numbers in a reference: it has one line of a bank form.
const REFERENCES: usize = 3;

pub(crate) fn reader(client: &ClientFacts) -> Reader {
    match client.kind {
        ClientKind::Consumer | ClientKind::SoleTrader => Reader::Person {
            name: client.name.clone(),
        },
        ClientKind::Company | ClientKind::PublicBody => Reader::Organisation {
            name: client.name.clone(),
            contact: papers::attention(client).map(|person| person.name.clone()),
        },
    }
}

pub(crate) fn writer(business: &Business) -> Writer {
    let trading = if business.trading_name.is_empty() {
        &business.name
    } else {
        &business.trading_name
    };
    let contact = [&business.email, &business.phone];
    Writer {
        name: business.name.clone(),
        business: trading.clone(),
        contact: contact
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect(),
    }
}

/// The invoice numbers, each once; the first few of them when there are many.
pub(crate) fn reference<'a>(given: impl Iterator<Item = &'a str>) -> String {
    let mut numbers: Vec<&str> = Vec::new();
    for number in given {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    let named = numbers
        .iter()
        .take(REFERENCES)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    match numbers.len().saturating_sub(REFERENCES) {
        0 => named,
        more => format!("{named} +{more}"),
    }
}
