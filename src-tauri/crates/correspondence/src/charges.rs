//! Charges: each computed again from its rate and time before it is written, and the statement of them.

use std::collections::BTreeSet;

use domain::{CivilDate, Currency, Rate, calendar};

use crate::LetterError;
use crate::account;
use crate::facts::{ChargeLine, ChargesStatement, Interest, PerDiem, RatePer};
use crate::format;
use crate::letter::{Block, Letter};
use crate::parts;
use crate::phrases::{Fill, Phrases};
use crate::table::{ColumnKind, TextTable};

/// Refuses a charge without words or basis, in another currency, or whose sum is not what its rate gives.
pub(crate) fn check(charges: &[ChargeLine], currency: Currency) -> Result<(), LetterError> {
    for charge in charges {
        parts::required("charges.basis", &charge.basis)?;
        parts::required("charges.description", &charge.description)?;
        if charge.amount.currency() != currency {
            return Err(LetterError::MixedCurrencies);
        }
        if let Some(interest) = &charge.interest {
            check_interest(charge, interest)?;
        }
    }
    Ok(())
}

fn check_interest(charge: &ChargeLine, interest: &Interest) -> Result<(), LetterError> {
    let principal = interest.principal;
    if principal.currency() != charge.amount.currency() {
        return Err(LetterError::MixedCurrencies);
    }
    if interest.to < interest.from {
        return Err(LetterError::OutOfOrder {
            field: "charges.interest",
            earlier: interest.from,
            later: interest.to,
        });
    }
    let (count, whole) = match interest.per {
        RatePer::Year { days, days_in_year } => {
            let counted = calendar::days_between(interest.from, interest.to) + 1;
            if i64::from(days) != counted {
                return Err(LetterError::Implausible {
                    field: "charges.interest.days",
                    value: days.to_string(),
                });
            }
            (days, i128::from(days_in_year))
        }
        RatePer::Month { months } => (months, 1),
    };
    let numerator = i128::from(interest.rate.0) * i128::from(count);
    let computed = principal.scaled(numerator, i128::from(Rate::WHOLE) * whole);
    match computed {
        Ok(computed) if computed == charge.amount => Ok(()),
        other => Err(LetterError::InterestDiffers {
            what: charge.description.clone(),
            given: charge.amount.to_string(),
            computed: other.map_or_else(|error| error.to_string(), |sum| sum.to_string()),
        }),
    }
}

/// Rate, principal and time: "12% a year on £7,022.66, 29 March 2026 to 4 May 2026 (37 days)".
fn computation(phrases: &Phrases, interest: &Interest) -> Result<String, LetterError> {
    let locale = phrases.locale();
    let rate = format::percent(locale, interest.rate);
    let principal = format::money(locale, interest.principal);
    let from = format::date(phrases, interest.from)?;
    let to = format::date(phrases, interest.to)?;
    let (key, count) = match interest.per {
        RatePer::Year { days, .. } => ("charge-yearly", days),
        RatePer::Month { months } => ("charge-monthly", months),
    };
    let values = [
        ("rate", Fill::Text(rate.as_str())),
        ("principal", Fill::Text(&principal)),
        ("from", Fill::Text(&from)),
        ("to", Fill::Text(&to)),
        ("count", Fill::Count(count as usize)),
    ];
    phrases.fill(key, &values)
}

/// The charge as one line under an account: what, how computed, on which basis.
pub(crate) fn label(phrases: &Phrases, charge: &ChargeLine) -> Result<String, LetterError> {
    let (what, basis) = (charge.description.trim(), charge.basis.trim());
    let (what, basis) = (("what", Fill::Text(what)), ("basis", Fill::Text(basis)));
    match &charge.interest {
        Some(interest) => {
            let computed = computation(phrases, interest)?;
            let values = [what, ("computed", Fill::Text(&computed)), basis];
            phrases.fill("account-charge-computed", &values)
        }
        None => phrases.fill("account-charge", &[what, basis]),
    }
}

/// What each further day adds, and from when: the day after the last one that the lines count, so that no day
/// is counted twice or left out.
pub(crate) fn per_diem(
    phrases: &Phrases,
    per_diem: PerDiem,
    charges: &[ChargeLine],
    stated_on: CivilDate,
) -> Result<Block, LetterError> {
    if !per_diem.amount.is_positive() {
        return Err(LetterError::Implausible {
            field: "per_diem.amount",
            value: per_diem.amount.to_string(),
        });
    }
    let foreign = |charge: &ChargeLine| charge.amount.currency() != per_diem.amount.currency();
    if charges.iter().any(foreign) {
        return Err(LetterError::MixedCurrencies);
    }
    let interest = charges.iter().filter_map(|charge| charge.interest);
    let last = interest.map(|interest| interest.to).max();
    let counted = last.unwrap_or(stated_on);
    if calendar::days_between(counted, per_diem.from) != 1 || counted > stated_on {
        return Err(LetterError::Implausible {
            field: "per_diem.from",
            value: per_diem.from.to_string(),
        });
    }
    let amount = format::money(phrases.locale(), per_diem.amount);
    let from = format::date(phrases, per_diem.from)?;
    let values = [
        ("amount", Fill::Text(amount.as_str())),
        ("from", Fill::Text(&from)),
    ];
    Ok(Block::Paragraph(phrases.fill("per-diem", &values)?))
}

/// Writes the statement of charges.
pub(crate) fn charges_statement(facts: &ChargesStatement) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    let currency = facts.total.currency();
    check(&facts.charges, currency)?;
    for waived in &facts.waived {
        check(std::slice::from_ref(&waived.charge), currency)?;
    }
    if facts.charges.is_empty() && facts.waived.is_empty() {
        return Err(LetterError::Missing { field: "charges" });
    }
    let amounts = facts.charges.iter().map(|charge| charge.amount);
    account::agree(facts.total, amounts.chain(facts.rounding))?;
    if let Some(per_diem) = facts.per_diem
        && per_diem.amount.currency() != currency
    {
        return Err(LetterError::MixedCurrencies);
    }

    let date = format::date(&phrases, facts.date)?;
    let reader = parts::reader_name(&facts.reader)?;
    let writer = parts::required("writer.business", &facts.writer.business)?;
    let values = [
        ("name", Fill::Text(reader)),
        ("business", Fill::Text(writer)),
        ("date", Fill::Text(&date)),
    ];
    let mut body = vec![Block::Paragraph(phrases.fill("charges-intro", &values)?)];
    body.push(Block::Table(charges_table(&phrases, facts)?));
    if let Some(daily) = facts.per_diem {
        body.push(per_diem(&phrases, daily, &facts.charges, facts.date)?);
    }
    if !facts.waived.is_empty() {
        body.push(Block::Heading(phrases.say("charges-waived")?));
        body.push(Block::Table(waived_table(&phrases, facts)?));
        body.push(Block::Paragraph(phrases.say("charges-waived-note")?));
    }
    body.push(Block::Paragraph(method(&phrases, facts)?));
    let subject = phrases.fill("charges-subject", &[("date", Fill::Text(&date))])?;
    Ok(parts::sheet(&phrases, subject, body))
}

/// How interest was computed, as far as there is any.
fn method(phrases: &Phrases, facts: &ChargesStatement) -> Result<String, LetterError> {
    let interest = facts.charges.iter().filter_map(|charge| charge.interest);
    let years: BTreeSet<u32> = interest
        .filter_map(|interest| match interest.per {
            RatePer::Year { days_in_year, .. } => Some(days_in_year),
            RatePer::Month { .. } => None,
        })
        .collect();
    let years: Vec<String> = years.iter().map(u32::to_string).collect();
    let mut sentences = vec![phrases.say("charges-method")?];
    if !years.is_empty() {
        let days = parts::joined(phrases, &years, "list-or")?;
        sentences.push(phrases.fill("charges-year", &[("days", Fill::Text(&days))])?);
    }
    Ok(sentences.join(" "))
}

fn columns(phrases: &Phrases, currency: &str) -> Result<Vec<(ColumnKind, String)>, LetterError> {
    let currency = [("currency", Fill::Text(currency))];
    Ok(vec![
        (ColumnKind::Wide, phrases.say("charges-what")?),
        (
            ColumnKind::Figure,
            phrases.fill("charges-principal", &currency)?,
        ),
        (ColumnKind::Figure, phrases.say("charges-rate")?),
        (ColumnKind::Short, phrases.say("charges-time")?),
        (ColumnKind::Figure, phrases.say("charges-days")?),
        (
            ColumnKind::Figure,
            phrases.fill("charges-amount", &currency)?,
        ),
    ])
}

fn row(phrases: &Phrases, charge: &ChargeLine) -> Result<Vec<String>, LetterError> {
    let locale = phrases.locale();
    let values = [
        ("what", Fill::Text(charge.description.trim())),
        ("basis", Fill::Text(charge.basis.trim())),
    ];
    let what = phrases.fill("account-charge", &values)?;
    let amount = format::amount(locale, charge.amount);
    let Some(interest) = &charge.interest else {
        let none = String::new;
        return Ok(vec![what, none(), none(), none(), none(), amount]);
    };
    let rate = format::percent(locale, interest.rate);
    let (rate_key, days) = match interest.per {
        RatePer::Year { days, .. } => ("charges-rate-year", i64::from(days)),
        RatePer::Month { .. } => (
            "charges-rate-month",
            calendar::days_between(interest.from, interest.to) + 1,
        ),
    };
    let rate = phrases.fill(rate_key, &[("rate", Fill::Text(&rate))])?;
    let from = format::short_date(phrases, interest.from)?;
    // On a line of its own: the column stays narrow.
    let to = format!("\n{}", format::short_date(phrases, interest.to)?);
    let time = phrases.fill(
        "charges-from-to",
        &[("from", Fill::Text(&from)), ("to", Fill::Text(&to))],
    )?;
    let principal = format::amount(locale, interest.principal);
    Ok(vec![what, principal, rate, time, days.to_string(), amount])
}

fn charges_table(phrases: &Phrases, facts: &ChargesStatement) -> Result<TextTable, LetterError> {
    let locale = phrases.locale();
    let currency = facts.total.currency();
    let mut table = TextTable::new("charges", columns(phrases, currency.code())?);
    for charge in &facts.charges {
        table.rows.push(row(phrases, charge)?);
    }
    if let Some(rounding) = facts.rounding.filter(|sum| !sum.is_zero()) {
        let sum = format::amount(locale, rounding);
        table.sum(phrases.say("charges-rounding")?, sum, false);
    }
    let total = format::money(locale, facts.total);
    table.sum(phrases.say("charges-total")?, total, true);
    Ok(table)
}

fn waived_table(phrases: &Phrases, facts: &ChargesStatement) -> Result<TextTable, LetterError> {
    let code = facts.total.currency();
    let currency = [("currency", Fill::Text(code.code()))];
    let columns = vec![
        (ColumnKind::Wide, phrases.say("charges-what")?),
        (ColumnKind::Short, phrases.say("charges-waived-on")?),
        (
            ColumnKind::Figure,
            phrases.fill("charges-amount", &currency)?,
        ),
    ];
    let mut table = TextTable::new("waived charges", columns);
    for waived in &facts.waived {
        let charge = &waived.charge;
        table.rows.push(vec![
            label(phrases, charge)?,
            format::date(phrases, waived.on)?,
            format::amount(phrases.locale(), charge.amount),
        ]);
    }
    Ok(table)
}
