//! The Swiss QR code of a QR-bill: structured addresses, francs only.

use super::{limited, required, two_decimals};
use crate::client::Address;
use crate::field::{self, FieldProblem, Problem};
use crate::money::Money;
use crate::reference::{Reference, Scheme, is_qr_iban};
use crate::syntax;

/// A creditor or debtor with a structured address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SwissParty {
    pub name: String,
    pub street: String,
    pub building: String,
    pub postcode: String,
    pub town: String,
    pub country: String,
}

/// A bill to be paid in francs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwissBill {
    pub iban: String,
    pub creditor: SwissParty,
    pub amount: Money,
    /// `None` leaves a field in which the payer writes.
    pub debtor: Option<SwissParty>,
    pub reference: Option<Reference>,
    /// What the payment is for, in words.
    pub message: String,
}

/// The most characters of one code.
const MOST_CHARACTERS: usize = 997;

impl SwissParty {
    /// A postal address in the parts that the code has: the street's last word is the building when it begins
    /// with a digit. Of several lines the last names the street.
    pub fn new(name: &str, address: &Address) -> Self {
        let line = address
            .lines
            .last()
            .map(|line| line.trim())
            .unwrap_or_default();
        let starts_with_digit = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
        let parts = line
            .rsplit_once(' ')
            .filter(|(_, last)| starts_with_digit(last));
        let (street, building) = parts.unwrap_or((line, ""));
        Self {
            name: name.to_owned(),
            street: street.trim_end_matches([',', ' ']).to_owned(),
            building: building.to_owned(),
            postcode: address.postcode.clone(),
            town: address.city.clone(),
            country: address.country.clone(),
        }
    }

    /// Everything that keeps this party from standing in a code; `at` is `creditor` or `debtor`.
    pub fn problems(&self, at: &str) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        self.lines(at, &mut problems);
        problems
    }

    /// The seven lines of a party.
    fn lines(&self, at: &str, problems: &mut Vec<FieldProblem>) -> [String; 7] {
        let mut part = |field: &str, text: &str, most, is_required: bool| {
            let field = format!("{at}.{field}");
            if is_required {
                required(&field, text, problems);
            }
            limited(&field, text, most, is_allowed, problems)
        };
        let name = part("name", &self.name, 70, true);
        let street = part("street", &self.street, 70, false);
        let building = part("building", &self.building, 16, false);
        let postcode = part("postcode", &self.postcode, 16, true);
        let town = part("town", &self.town, 35, true);
        required(&format!("{at}.country"), &self.country, problems);
        let country = syntax::country(&format!("{at}.country"), &self.country, problems);
        [
            "S".to_owned(),
            name,
            street,
            building,
            postcode,
            town,
            country,
        ]
    }
}

/// The characters of the Swiss payment standard: Latin letters of Europe, marks, the euro sign.
fn is_allowed(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{17F}' | '\u{218}'..='\u{21B}' | '€')
}

/// The text of the code, or every field that keeps it from being made.
pub fn swiss(bill: &SwissBill) -> Result<String, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    required("iban", &bill.iban, &mut problems);
    let iban = syntax::iban("iban", &bill.iban, &mut problems);
    if !iban.starts_with("CH") && !iban.starts_with("LI") {
        problems.push(FieldProblem::new("iban", Problem::WrongFormat));
    }
    let amount = two_decimals(bill.amount, "CHF", &mut problems);
    let creditor = bill.creditor.lines("creditor", &mut problems);
    let debtor = match &bill.debtor {
        Some(debtor) => debtor.lines("debtor", &mut problems),
        None => Default::default(),
    };
    let (kind, reference) = reference(bill, &iban, &mut problems);
    let message = limited("message", &bill.message, 140, is_allowed, &mut problems);
    let mut lines = vec!["SPC".to_owned(), "0200".to_owned(), "1".to_owned(), iban];
    lines.extend(creditor);
    lines.extend(<[String; 7]>::default());
    lines.extend([amount, "CHF".to_owned()]);
    lines.extend(debtor);
    lines.extend([kind.to_owned(), reference, message, "EPD".to_owned()]);
    let code = lines.join("\n");
    if code.chars().count() > MOST_CHARACTERS {
        problems.push(FieldProblem::new("message", Problem::TooLong));
    }
    field::value_or(code, problems)
}

/// The kind of reference and the reference; a QR-IBAN and a QR reference need each other.
fn reference(
    bill: &SwissBill,
    iban: &str,
    problems: &mut Vec<FieldProblem>,
) -> (&'static str, String) {
    let (kind, text) = match &bill.reference {
        None => ("NON", String::new()),
        Some(reference) => match reference.scheme() {
            Scheme::SwissQr => ("QRR", reference.text().to_owned()),
            _ => match reference.as_rf() {
                Some(rf) => ("SCOR", rf.text().to_owned()),
                None => ("NON", String::new()),
            },
        },
    };
    if is_qr_iban(iban) != (kind == "QRR") {
        problems.push(FieldProblem::new("reference", Problem::WrongFormat));
    }
    (kind, text)
}
