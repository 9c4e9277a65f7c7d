//! PIX: fields of tag, length and value, closed by a CRC (BR Code, EMV).

use super::{limited, required};
use crate::field::{self, FieldProblem, Problem};
use crate::money::Money;

/// A static PIX charge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PixCharge {
    /// The payee's key: a random key, tax number, phone or e-mail.
    pub key: String,
    /// `None` lets the payer fill it in.
    pub amount: Option<Money>,
    pub name: String,
    pub city: String,
    /// Letters and digits, at most 25; empty for none.
    pub id: String,
}

/// The text of the code, or every field that keeps it from being made.
pub fn pix(charge: &PixCharge) -> Result<String, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let printable = |c: char| (' '..='~').contains(&c);
    for (field, text) in [
        ("key", &charge.key),
        ("name", &charge.name),
        ("city", &charge.city),
    ] {
        required(field, text, &mut problems);
    }
    let key = limited("key", &charge.key, 77, printable, &mut problems);
    let name = limited("name", &charge.name, 25, printable, &mut problems);
    let city = limited("city", &charge.city, 15, printable, &mut problems);
    let id = limited(
        "id",
        &charge.id,
        25,
        |c| c.is_ascii_alphanumeric(),
        &mut problems,
    );
    let id = if id.is_empty() { "***" } else { &id };
    let amount = charge
        .amount
        .map(|amount| super::two_decimals(amount, "BRL", &mut problems));
    if amount.as_ref().is_some_and(|amount| amount.len() > 13) {
        problems.push(FieldProblem::new("amount", Problem::TooLarge));
    }
    let account = format!("{}{}", tagged("00", "br.gov.bcb.pix"), tagged("01", &key));
    let code = [
        tagged("00", "01"),
        tagged("26", &account),
        tagged("52", "0000"),
        tagged("53", "986"),
        amount
            .map(|amount| tagged("54", &amount))
            .unwrap_or_default(),
        tagged("58", "BR"),
        tagged("59", &name),
        tagged("60", &city),
        tagged("62", &tagged("05", id)),
        "6304".to_owned(),
    ]
    .concat();
    let crc = crc(code.as_bytes());
    field::value_or(format!("{code}{crc:04X}"), problems)
}

fn tagged(tag: &str, value: &str) -> String {
    format!("{tag}{:02}{value}", value.len())
}

/// CRC-16 with polynomial 1021, begun at FFFF.
pub(super) fn crc(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| {
            if crc & 0x8000 == 0 {
                crc << 1
            } else {
                (crc << 1) ^ 0x1021
            }
        })
    })
}
