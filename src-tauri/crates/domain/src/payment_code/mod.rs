//! What a payer's phone reads: the texts of payment codes, as pure functions.
//!
//! Owns the forms of SEPA (EPC069-12), of the Swiss QR-bill, and of links, with their limits: a value that does
//! not fit is named, and no code is made from it. Leaves drawing to `documents`.

mod brazil;
mod india;
mod sepa;
mod swiss;

pub use brazil::{PixCharge, pix};
pub use india::{UpiCharge, upi};
pub use sepa::{Remittance, Transfer, epc};
pub use swiss::{SwissBill, SwissParty, swiss};

use crate::field::{FieldProblem, Problem};
use crate::money::Money;
use crate::syntax;

/// The address of a page to pay on, as it is: `https` only.
pub fn link(address: &str) -> Result<String, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let address = syntax::secure_link("link", address, &mut problems);
    if address.is_empty() {
        problems.push(FieldProblem::new("link", Problem::Required));
    }
    crate::field::value_or(address, problems)
}

/// The largest amount that SEPA and Swiss codes hold.
const MOST_MINOR: i64 = 99_999_999_999;

/// The amount as codes write it, with a point and two figures; its currency must be the one named.
fn two_decimals(amount: Money, currency: &str, problems: &mut Vec<FieldProblem>) -> String {
    let problem = if amount.currency().code() != currency {
        Some(Problem::CurrencyMismatch)
    } else if !amount.is_positive() {
        Some(Problem::MustBePositive)
    } else if amount.minor() > MOST_MINOR {
        Some(Problem::TooLarge)
    } else {
        None
    };
    problems.extend(problem.map(|problem| FieldProblem::new("amount", problem)));
    format!("{}.{:02}", amount.minor() / 100, amount.minor() % 100)
}

/// A text of at most `most` characters that `allowed` lets through, trimmed.
fn limited(
    field: &str,
    text: &str,
    most: usize,
    allowed: impl Fn(char) -> bool,
    problems: &mut Vec<FieldProblem>,
) -> String {
    let text = text.trim();
    if text.chars().count() > most {
        problems.push(FieldProblem::new(field, Problem::TooLong));
    } else if !text.chars().all(allowed) {
        problems.push(FieldProblem::new(field, Problem::ForbiddenCharacter));
    }
    text.to_owned()
}

fn required(field: &str, text: &str, problems: &mut Vec<FieldProblem>) {
    if text.trim().is_empty() {
        problems.push(FieldProblem::new(field, Problem::Required));
    }
}

#[cfg(test)]
mod tests;
