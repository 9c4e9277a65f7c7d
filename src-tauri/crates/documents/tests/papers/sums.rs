//! Putting the sums of an invoice right after a test changed what they come from.

use documents::InvoiceFacts;
use domain::{Currency, Money, Rate};

fn sum(currency: Currency, amounts: impl Iterator<Item = Money>) -> Money {
    Money::sum(currency, amounts).unwrap()
}

/// From the lines, the allowance, the first tax rate and the deductions to what is due on one day.
pub(crate) fn add_up(facts: &mut InvoiceFacts) {
    let currency = facts.lines[0].amount.currency();
    let sums = &mut facts.sums;
    sums.lines = sum(currency, facts.lines.iter().map(|line| line.amount));
    let allowance = sums.discount.iter().map(|discount| discount.amount);
    let charged = sums.lines.minus(sum(currency, allowance)).unwrap();
    let others = sums.taxes.iter().skip(1);
    let rest = if sums.tax_included {
        others
            .map(|tax| tax.taxable.plus(tax.tax).unwrap())
            .collect::<Vec<_>>()
    } else {
        others.map(|tax| tax.taxable).collect()
    };
    let rest = charged.minus(sum(currency, rest.into_iter())).unwrap();
    let first = &mut sums.taxes[0];
    if sums.tax_included {
        let whole = i128::from(Rate::WHOLE);
        let with_tax = whole + i128::from(first.rate.0);
        first.taxable = rest.scaled(whole, with_tax).unwrap();
        first.tax = rest.minus(first.taxable).unwrap();
    } else {
        first.taxable = rest;
        first.tax = rest.share(first.rate).unwrap();
    }
    sums.net = sum(currency, sums.taxes.iter().map(|tax| tax.taxable));
    let taxes = sum(currency, sums.taxes.iter().map(|tax| tax.tax));
    sums.gross = sums.net.plus(taxes).unwrap();
    let deducted = sum(currency, sums.deductions.iter().map(|part| part.amount));
    sums.due = sums.gross.minus(deducted).unwrap();
    facts.instalments.truncate(1);
    facts.instalments[0].amount = sums.due;
}

/// An invoice over just this sum, without tax, in its currency; the first line carries all of it.
pub(crate) fn asks_for(facts: &mut InvoiceFacts, due: Money) {
    for line in &mut facts.lines {
        line.amount = Money::zero(due.currency());
        line.running_total = Some(due);
    }
    facts.lines[0].amount = due;
    facts.sums.discount = None;
    facts.sums.deductions.clear();
    facts.sums.taxes.truncate(1);
    facts.sums.taxes[0].rate = Rate::ZERO;
    add_up(facts);
}
