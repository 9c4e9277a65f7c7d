//! The SEPA transfer code (EPC069-12), version 002 in UTF-8.

use super::{limited, required, two_decimals};
use crate::field::{self, FieldProblem, Problem};
use crate::money::Money;
use crate::reference::Reference;
use crate::syntax;

/// What the payer's bank reports back to the payee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remittance {
    /// In the structured field, which takes RF only; others go into the text as they are written.
    Structured(Reference),
    Text(String),
}

/// A transfer in euro, ready for the payer to confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// The account's holder exactly as the bank has it: payers are warned of any other name.
    pub name: String,
    pub iban: String,
    /// May be empty.
    pub bic: String,
    pub amount: Money,
    /// ISO 20022 purpose, such as `GDDS`; empty for none.
    pub purpose: String,
    pub remittance: Remittance,
}

/// The most bytes that a code may hold.
const MOST_BYTES: usize = 331;

/// The text of the code, or every field that keeps it from being made.
pub fn epc(transfer: &Transfer) -> Result<String, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let plain = |c: char| !c.is_control();
    required("name", &transfer.name, &mut problems);
    required("iban", &transfer.iban, &mut problems);
    let name = limited("name", &transfer.name, 70, plain, &mut problems);
    let iban = syntax::iban("iban", &transfer.iban, &mut problems);
    let bic = syntax::bic("bic", &transfer.bic, &mut problems);
    let amount = two_decimals(transfer.amount, "EUR", &mut problems);
    let amount = amount.trim_end_matches('0').trim_end_matches('.');
    let capital = |c: char| c.is_ascii_uppercase();
    let purpose = limited("purpose", &transfer.purpose, 4, capital, &mut problems);
    let (structured, text) = match &transfer.remittance {
        Remittance::Structured(reference) => match reference.as_rf() {
            Some(rf) => (rf.text().to_owned(), String::new()),
            None => (String::new(), reference.written()),
        },
        Remittance::Text(text) => (String::new(), text.clone()),
    };
    let text = limited("text", &text, 140, plain, &mut problems);
    let lines = [
        "BCD",
        "002",
        "1",
        "SCT",
        &bic,
        &name,
        &iban,
        &format!("EUR{amount}"),
        &purpose,
    ];
    let code = format!("{}\n{structured}\n{text}", lines.join("\n"));
    let code = code.trim_end_matches('\n').to_owned();
    if code.len() > MOST_BYTES {
        problems.push(FieldProblem::new("text", Problem::TooLong));
    }
    field::value_or(code, problems)
}
