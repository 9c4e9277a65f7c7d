//! The account of a letter: its lines checked against the total, then written out.

use domain::{Currency, Money};

use crate::LetterError;
use crate::facts::{AccountLine, ChargeLine};
use crate::format;
use crate::phrases::{Fill, Phrases};

/// One invoice of the account, written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountCells {
    pub invoice: String,
    pub issued: String,
    pub due: String,
    pub amount: String,
    pub paid: String,
    pub open: String,
}

/// The account as a table: sums without currency, which the heads and the total name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountTable {
    pub heads: AccountCells,
    pub rows: Vec<AccountCells>,
    /// Each charge with its basis, and its sum.
    pub charges: Vec<(String, String)>,
    pub total_label: String,
    pub total: String,
}

impl AccountTable {
    /// One paragraph of lines for each invoice: a table in plain text breaks in most mail programs.
    pub(crate) fn plain_text(&self) -> String {
        let heads = &self.heads;
        let mut lines: Vec<String> = Vec::new();
        for row in &self.rows {
            lines.push(format!("{} {}", heads.invoice, row.invoice));
            for (head, cell) in [
                (&heads.issued, &row.issued),
                (&heads.due, &row.due),
                (&heads.amount, &row.amount),
                (&heads.paid, &row.paid),
                (&heads.open, &row.open),
            ] {
                lines.push(format!("  {head}: {cell}"));
            }
        }
        lines.extend(
            self.charges
                .iter()
                .map(|(label, sum)| format!("{label}: {sum}")),
        );
        lines.push(format!("{}: {}", self.total_label, self.total));
        lines.join("\n")
    }
}

/// The common currency, or why there is none.
fn one_currency(
    total: Money,
    lines: &[AccountLine],
    charges: &[ChargeLine],
) -> Result<Currency, LetterError> {
    let currency = total.currency();
    let of_lines = lines
        .iter()
        .flat_map(|line| [line.amount, line.paid, line.open]);
    let mut all = of_lines.chain(charges.iter().map(|charge| charge.amount));
    if all.any(|money| money.currency() != currency) {
        Err(LetterError::MixedCurrencies)
    } else {
        Ok(currency)
    }
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
    let currency = one_currency(total, lines, charges)?;
    if !total.is_positive() {
        return Err(LetterError::NothingOpen);
    }
    let open = lines
        .iter()
        .map(|line| line.open)
        .chain(charges.iter().map(|charge| charge.amount));
    match Money::sum(currency, open) {
        Ok(sum) if sum == total => {}
        Ok(sum) => {
            return Err(LetterError::SumDiffers {
                lines: sum.to_string(),
                total: total.to_string(),
            });
        }
        Err(error) => {
            return Err(LetterError::SumDiffers {
                lines: error.to_string(),
                total: total.to_string(),
            });
        }
    }
    if lines.iter().any(|line| line.invoice.trim().is_empty()) {
        return Err(LetterError::Missing {
            field: "account.invoice",
        });
    }
    if charges.iter().any(|charge| charge.basis.trim().is_empty()) {
        return Err(LetterError::Missing {
            field: "charges.basis",
        });
    }
    if charges
        .iter()
        .any(|charge| charge.description.trim().is_empty())
    {
        return Err(LetterError::Missing {
            field: "charges.description",
        });
    }
    Ok(())
}

/// Writes the account out; call [`check`] first.
pub(crate) fn table(
    phrases: &Phrases,
    lines: &[AccountLine],
    charges: &[ChargeLine],
    total: Money,
) -> Result<AccountTable, LetterError> {
    let locale = phrases.locale();
    let currency = total.currency().code().to_owned();
    let in_currency = [("currency", Fill::Text(&currency))];
    let heads = AccountCells {
        invoice: phrases.say("account-invoice")?,
        issued: phrases.say("account-issued")?,
        due: phrases.say("account-due")?,
        amount: phrases.fill("account-amount", &in_currency)?,
        paid: phrases.fill("account-paid", &in_currency)?,
        open: phrases.fill("account-open", &in_currency)?,
    };
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        rows.push(AccountCells {
            invoice: line.invoice.clone(),
            issued: format::date(phrases, line.issued_on)?,
            due: format::date(phrases, line.due_on)?,
            amount: format::amount(locale, line.amount),
            paid: format::amount(locale, line.paid),
            open: format::amount(locale, line.open),
        });
    }
    let mut written = Vec::with_capacity(charges.len());
    for charge in charges {
        let values = [
            ("what", Fill::Text(&charge.description)),
            ("basis", Fill::Text(&charge.basis)),
        ];
        written.push((
            phrases.fill("account-charge", &values)?,
            format::amount(locale, charge.amount),
        ));
    }
    let total_label = phrases.say("account-total")?;
    Ok(AccountTable {
        heads,
        rows,
        charges: written,
        total_label,
        total: format::money(locale, total),
    })
}
