//! The account of a letter: its lines checked against the total, then written out.

use domain::{Currency, Money};

use crate::LetterError;
use crate::charges;
use crate::facts::{AccountLine, ChargeLine, PaymentSeen};
use crate::format;
use crate::phrases::{Fill, Phrases};
use crate::table::{ColumnKind, TextTable};

/// Refuses a total that is not the sum of its parts, or parts of another currency.
pub(crate) fn agree(
    total: Money,
    amounts: impl IntoIterator<Item = Money>,
) -> Result<(), LetterError> {
    let amounts: Vec<Money> = amounts.into_iter().collect();
    let currency = total.currency();
    if amounts.iter().any(|money| money.currency() != currency) {
        return Err(LetterError::MixedCurrencies);
    }
    let differs = |lines: String| LetterError::SumDiffers {
        lines,
        total: total.to_string(),
    };
    match Money::sum(currency, amounts) {
        Ok(sum) if sum == total => Ok(()),
        Ok(sum) => Err(differs(sum.to_string())),
        Err(error) => Err(differs(error.to_string())),
    }
}

/// Refuses lines whose open sum is not the amount less what was paid, or that name no invoice.
pub(crate) fn check_lines(lines: &[AccountLine], currency: Currency) -> Result<(), LetterError> {
    for line in lines {
        if line.invoice.trim().is_empty() {
            return Err(LetterError::Missing {
                field: "account.invoice",
            });
        }
        if line.amount.currency() != currency {
            return Err(LetterError::MixedCurrencies);
        }
        agree(line.amount, [line.paid, line.open])?;
    }
    Ok(())
}

/// Refuses an account whose total is not the sum of its lines, or that asks for nothing.
pub(crate) fn check(
    total: Money,
    lines: &[AccountLine],
    charges: &[ChargeLine],
) -> Result<(), LetterError> {
    if lines.is_empty() {
        return Err(LetterError::Missing { field: "account" });
    }
    check_lines(lines, total.currency())?;
    charges::check(charges, total.currency())?;
    if !total.is_positive() {
        return Err(LetterError::NothingOpen);
    }
    let amounts = charges.iter().map(|charge| charge.amount);
    agree(total, lines.iter().map(|line| line.open).chain(amounts))
}

/// Refuses payments that the account's lines do not hold.
pub(crate) fn check_payments(
    payments: &[PaymentSeen],
    lines: &[AccountLine],
) -> Result<(), LetterError> {
    for payment in payments {
        let of_invoice = |invoice: &String| invoice.trim() == payment.invoice.trim();
        let mut left = None;
        for line in lines.iter().filter(|line| of_invoice(&line.invoice)) {
            left = match left {
                None => Some(line.paid),
                Some(before) => line.paid.plus(before).ok(),
            };
        }
        for other in payments.iter().filter(|other| of_invoice(&other.invoice)) {
            left = left.and_then(|left| left.minus(other.amount).ok());
        }
        if !payment.amount.is_positive() || left.is_none_or(Money::is_negative) {
            return Err(LetterError::Implausible {
                field: "payments",
                value: format!("{} ({})", payment.amount, payment.invoice),
            });
        }
    }
    Ok(())
}

/// Writes the account out; call [`check`] first.
pub(crate) fn table(
    phrases: &Phrases,
    lines: &[AccountLine],
    charges: &[ChargeLine],
    total: Money,
) -> Result<TextTable, LetterError> {
    let locale = phrases.locale();
    let currency = total.currency();
    let in_currency = [("currency", Fill::Text(currency.code()))];
    let columns = vec![
        (ColumnKind::Wide, phrases.say("account-invoice")?),
        (ColumnKind::Short, phrases.say("account-issued")?),
        (ColumnKind::Short, phrases.say("account-due")?),
        (
            ColumnKind::Figure,
            phrases.fill("account-amount", &in_currency)?,
        ),
        (
            ColumnKind::Figure,
            phrases.fill("account-paid", &in_currency)?,
        ),
        (
            ColumnKind::Figure,
            phrases.fill("account-open", &in_currency)?,
        ),
    ];
    let mut table = TextTable::new("account", columns);
    for line in lines {
        table.rows.push(vec![
            line.invoice.clone(),
            format::date(phrases, line.issued_on)?,
            format::date(phrases, line.due_on)?,
            format::amount(locale, line.amount),
            format::amount(locale, line.paid),
            format::amount(locale, line.open),
        ]);
    }
    for charge in charges {
        let label = charges::label(phrases, charge)?;
        table.sum(label, format::amount(locale, charge.amount), false);
    }
    let total = format::money(locale, total);
    table.sum(phrases.say("account-total")?, total, true);
    Ok(table)
}
