//! UPI: a link that Indian payment apps open.

use super::{limited, required, two_decimals};
use crate::field::{self, FieldProblem, Problem};
use crate::money::Money;

/// A payment asked of an Indian payer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpiCharge {
    /// The payee's address, `name@bank`.
    pub address: String,
    pub name: String,
    pub amount: Money,
    /// Shown to the payer.
    pub note: String,
    /// Letters and digits, at most 35.
    pub id: String,
}

/// The text of the code, or every field that keeps it from being made.
pub fn upi(charge: &UpiCharge) -> Result<String, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let plain = |c: char| !c.is_control();
    let part = |c: char| c.is_ascii_alphanumeric() || "@.-_".contains(c);
    required("name", &charge.name, &mut problems);
    let address = limited("address", &charge.address, 255, part, &mut problems);
    if address.split('@').filter(|part| !part.is_empty()).count() != 2 {
        problems.push(FieldProblem::new("address", Problem::WrongFormat));
    }
    let name = limited("name", &charge.name, 99, plain, &mut problems);
    let note = limited("note", &charge.note, 50, plain, &mut problems);
    let id = limited(
        "id",
        &charge.id,
        35,
        |c| c.is_ascii_alphanumeric(),
        &mut problems,
    );
    let amount = two_decimals(charge.amount, "INR", &mut problems);
    let mut link = format!(
        "upi://pay?pa={address}&pn={}&am={amount}&cu=INR",
        escaped(&name)
    );
    for (key, value) in [("tn", note), ("tr", id)] {
        if !value.is_empty() {
            link.extend(["&", key, "=", &escaped(&value)]);
        }
    }
    field::value_or(link, problems)
}

/// Percent-encoded but for the characters that never need it.
fn escaped(text: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let parts = text.bytes().map(|byte| {
        if kept(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    parts.collect()
}
