//! What must be there, and that every printed sum is what its parts give.

use domain::Money;

use crate::DocumentError;
use crate::facts::{Instalment, InvoiceLine, InvoiceSums};

pub(super) fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The first field that is missing is the error.
pub(super) fn present(fields: &[(&'static str, bool)]) -> Result<(), DocumentError> {
    match fields.iter().find(|(_, missing)| *missing) {
        Some((field, _)) => Err(DocumentError::Missing { field }),
        None => Ok(()),
    }
}

/// Refuses a total that its parts do not give.
pub(super) fn agree(
    field: &'static str,
    total: Money,
    parts: impl IntoIterator<Item = Money>,
    taken_off: impl IntoIterator<Item = Money>,
) -> Result<(), DocumentError> {
    let parts: Vec<Money> = parts.into_iter().collect();
    let taken_off: Vec<Money> = taken_off.into_iter().collect();
    let foreign = |money: &Money| money.currency() != total.currency();
    if parts.iter().chain(&taken_off).any(foreign) {
        return Err(DocumentError::MixedCurrencies);
    }
    let sum = Money::sum(total.currency(), parts);
    let sum = sum.and_then(|sum| taken_off.into_iter().try_fold(sum, Money::minus));
    match sum {
        Ok(sum) if sum == total => Ok(()),
        Ok(sum) => Err(DocumentError::SumDiffers {
            field,
            parts: sum.to_string(),
            total: total.to_string(),
        }),
        Err(error) => Err(DocumentError::SumDiffers {
            field,
            parts: error.to_string(),
            total: total.to_string(),
        }),
    }
}

/// Lines to subtotal, subtotal and allowance to net, net and tax to gross, gross and deductions to what is due.
pub(super) fn sums(lines: &[InvoiceLine], sums: &InvoiceSums) -> Result<(), DocumentError> {
    if !lines.is_empty() {
        agree(
            "sums.lines",
            sums.lines,
            lines.iter().map(|line| line.amount),
            [],
        )?;
    }
    let allowance = sums.discount.iter().map(|discount| discount.amount);
    let taxes = || sums.taxes.iter().map(|tax| tax.tax);
    if sums.tax_included {
        agree("sums.gross", sums.gross, [sums.lines], allowance)?;
        agree("sums.net", sums.net, [sums.gross], taxes())?;
    } else {
        agree("sums.net", sums.net, [sums.lines], allowance)?;
        agree(
            "sums.gross",
            sums.gross,
            [sums.net].into_iter().chain(taxes()),
            [],
        )?;
    }
    if !sums.taxes.is_empty() {
        let taxable = sums.taxes.iter().map(|tax| tax.taxable);
        agree("sums.taxes", sums.net, taxable, [])?;
    }
    let deducted = sums.deductions.iter().map(|deduction| deduction.amount);
    agree("sums.due", sums.due, [sums.gross], deducted)
}

/// The parts of the payment are the whole of it.
pub(super) fn instalments(parts: &[Instalment], sums: &InvoiceSums) -> Result<(), DocumentError> {
    if parts.is_empty() {
        return Ok(());
    }
    agree(
        "instalments",
        sums.due,
        parts.iter().map(|part| part.amount),
        [],
    )
}
