//! The statement of account: what is still owed, how it came to that, since when. Each currency apart.

use domain::{CivilDate, Money, calendar};

use crate::LetterError;
use crate::account;
use crate::charges;
use crate::facts::{AccountEntry, AccountStatement, CurrencyAccount, Movement};
use crate::format;
use crate::letter::{Block, Letter};
use crate::parts;
use crate::phrases::{Fill, Phrases};
use crate::table::{ColumnKind, TextTable};

pub(crate) fn account_statement(facts: &AccountStatement) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    check(facts)?;
    let date = format::date(&phrases, facts.date)?;
    let from = format::date(&phrases, facts.from)?;
    let name = parts::reader_name(&facts.reader)?;
    let business = parts::required("writer.business", &facts.writer.business)?;
    let intro = [
        ("name", Fill::Text(name)),
        ("business", Fill::Text(business)),
        ("from", Fill::Text(&from)),
        ("date", Fill::Text(&date)),
    ];
    let mut body = vec![Block::Paragraph(phrases.fill("statement-intro", &intro)?)];
    body.push(balances(&phrases, facts)?);
    let several = facts.accounts.len() > 1;
    for account in &facts.accounts {
        one_account(&phrases, facts, account, several, &mut body)?;
    }
    let owed = facts
        .accounts
        .iter()
        .any(|account| account.closing.is_positive());
    if let Some(how) = facts.how_to_pay.as_ref().filter(|_| owed) {
        body.push(parts::payment_block(&phrases, how)?);
    }
    let contact = parts::contact(&phrases, &facts.writer)?;
    let contact = [("contact", Fill::Text(contact.as_str()))];
    body.push(Block::Paragraph(
        phrases.fill("statement-object", &contact)?,
    ));
    let subject = phrases.fill("statement-subject", &[("date", Fill::Text(&date))])?;
    Ok(parts::sheet(&phrases, subject, body))
}

fn check(facts: &AccountStatement) -> Result<(), LetterError> {
    if facts.accounts.is_empty() {
        return Err(LetterError::Missing { field: "accounts" });
    }
    for (index, account) in facts.accounts.iter().enumerate() {
        let currency = account.closing.currency();
        let mut earlier = facts.accounts.iter().take(index);
        if earlier.any(|other| other.closing.currency() == currency) {
            return Err(LetterError::Implausible {
                field: "accounts",
                value: currency.code().to_owned(),
            });
        }
        check_account(facts, account)?;
    }
    Ok(())
}

/// Opening and entries give the closing balance, and so does what is open: two ways to the same sum.
fn check_account(facts: &AccountStatement, account: &CurrencyAccount) -> Result<(), LetterError> {
    let mut last = facts.from;
    for entry in &account.entries {
        if !entry.amount.is_positive() {
            return Err(LetterError::Implausible {
                field: "accounts.entries.amount",
                value: entry.amount.to_string(),
            });
        }
        if entry.on < last || entry.on > facts.date {
            return Err(LetterError::OutOfOrder {
                field: "accounts.entries",
                earlier: last,
                later: entry.on,
            });
        }
        last = entry.on;
    }
    let currency = account.closing.currency();
    let moved = account.entries.iter().map(signed);
    let moved = moved.collect::<Result<Vec<_>, _>>()?;
    account::agree(
        account.closing,
        std::iter::once(account.opening).chain(moved),
    )?;
    account::check_lines(&account.open, currency)?;
    charges::check(&account.charges, currency)?;
    if account.unallocated.is_negative() {
        return Err(LetterError::Implausible {
            field: "accounts.unallocated",
            value: account.unallocated.to_string(),
        });
    }
    let open = account.open.iter().map(|line| line.open);
    let charged = account.charges.iter().map(|charge| charge.amount);
    let credit = negative(account.unallocated)?;
    account::agree(account.closing, open.chain(charged).chain([credit]))
}

fn negative(money: Money) -> Result<Money, LetterError> {
    Money::zero(money.currency())
        .minus(money)
        .map_err(|error| LetterError::Implausible {
            field: "amount",
            value: error.to_string(),
        })
}

/// The amount as it moves the balance.
fn signed(entry: &AccountEntry) -> Result<Money, LetterError> {
    if entry.what.adds() {
        Ok(entry.amount)
    } else {
        negative(entry.amount)
    }
}

/// The answer first: what is owed in each currency, and how much of it is late.
fn balances(phrases: &Phrases, facts: &AccountStatement) -> Result<Block, LetterError> {
    let locale = phrases.locale();
    let mut rows = Vec::new();
    for account in &facts.accounts {
        let key = if account.closing.is_negative() {
            "statement-credit"
        } else {
            "statement-balance"
        };
        let shown = if account.closing.is_negative() {
            negative(account.closing)?
        } else {
            account.closing
        };
        rows.push((phrases.say(key)?, format::money(locale, shown)));
        let late = account.open.iter().filter(|line| line.due_on < facts.date);
        let late = Money::sum(account.closing.currency(), late.map(|line| line.open));
        if let Ok(late) = late
            && late.is_positive()
        {
            rows.push((phrases.say("statement-late")?, format::money(locale, late)));
        }
    }
    Ok(Block::Values {
        title: None,
        rows,
        is_payment: false,
    })
}

fn one_account(
    phrases: &Phrases,
    facts: &AccountStatement,
    account: &CurrencyAccount,
    several: bool,
    body: &mut Vec<Block>,
) -> Result<(), LetterError> {
    let currency = account.closing.currency();
    let in_currency = [("currency", Fill::Text(currency.code()))];
    body.push(Block::Heading(if several {
        phrases.fill("statement-movements-in", &in_currency)?
    } else {
        phrases.say("statement-movements")?
    }));
    body.push(Block::Table(movements(phrases, facts, account)?));
    if account.open.is_empty() && account.charges.is_empty() {
        return Ok(());
    }
    body.push(Block::Heading(if several {
        phrases.fill("statement-open-in", &in_currency)?
    } else {
        phrases.say("statement-open")?
    }));
    body.push(Block::Table(open_items(phrases, facts.date, account)?));
    if account.open.iter().any(|line| line.due_on < facts.date) {
        body.push(Block::Heading(phrases.say("statement-aging")?));
        body.push(Block::Table(aging(phrases, facts.date, account)?));
    }
    Ok(())
}

fn movements(
    phrases: &Phrases,
    facts: &AccountStatement,
    account: &CurrencyAccount,
) -> Result<TextTable, LetterError> {
    let locale = phrases.locale();
    let currency = account.closing.currency();
    let in_currency = [("currency", Fill::Text(currency.code()))];
    let columns = vec![
        (ColumnKind::Short, phrases.say("statement-date")?),
        (ColumnKind::Wide, phrases.say("statement-entry")?),
        (ColumnKind::Figure, phrases.say("statement-charged")?),
        (ColumnKind::Figure, phrases.say("statement-credited")?),
        (
            ColumnKind::Figure,
            phrases.fill("statement-running", &in_currency)?,
        ),
    ];
    let mut table = TextTable::new("entries of the account", columns);
    let mut balance = account.opening;
    let none = String::new;
    table.rows.push(vec![
        format::short_date(phrases, facts.from)?,
        phrases.say("statement-opening")?,
        none(),
        none(),
        format::amount(locale, balance),
    ]);
    for entry in &account.entries {
        balance = balance
            .plus(signed(entry)?)
            .map_err(|error| LetterError::SumDiffers {
                lines: error.to_string(),
                total: account.closing.to_string(),
            })?;
        let amount = format::amount(locale, entry.amount);
        let (charged, credited) = if entry.what.adds() {
            (amount, none())
        } else {
            (none(), amount)
        };
        table.rows.push(vec![
            format::short_date(phrases, entry.on)?,
            movement(phrases, &entry.what)?,
            charged,
            credited,
            format::amount(locale, balance),
        ]);
    }
    let date = format::date(phrases, facts.date)?;
    table.sum(
        phrases.fill("statement-closing", &[("date", Fill::Text(&date))])?,
        format::money(locale, account.closing),
        true,
    );
    Ok(table)
}

fn movement(phrases: &Phrases, what: &Movement) -> Result<String, LetterError> {
    let with_reference = |plain: String, reference: Option<&String>| match parts::given(reference) {
        Some(reference) => phrases.fill(
            "statement-with-reference",
            &[
                ("what", Fill::Text(&plain)),
                ("reference", Fill::Text(reference)),
            ],
        ),
        None => Ok(plain),
    };
    match what {
        Movement::Invoice { number, due_on } => {
            let number = parts::required("accounts.entries.number", number)?;
            let due = format::short_date(phrases, *due_on)?;
            phrases.fill(
                "statement-invoice",
                &[("number", Fill::Text(number)), ("due", Fill::Text(&due))],
            )
        }
        Movement::Payment { method, reference } => {
            let method = phrases.say(parts::payment_method(*method))?;
            let plain = phrases.fill("statement-payment", &[("method", Fill::Text(&method))])?;
            with_reference(plain, reference.as_ref())
        }
        Movement::PaymentReversed { reference } => {
            with_reference(phrases.say("statement-reversed")?, reference.as_ref())
        }
        Movement::CreditNote { number } => {
            let number = parts::required("accounts.entries.number", number)?;
            phrases.fill("statement-credit-note", &[("number", Fill::Text(number))])
        }
        Movement::Charge { description, basis } => {
            let what = parts::required("accounts.entries.description", description)?;
            let basis = parts::required("accounts.entries.basis", basis)?;
            phrases.fill(
                "account-charge",
                &[("what", Fill::Text(what)), ("basis", Fill::Text(basis))],
            )
        }
        Movement::ChargeWaived { description } => {
            let what = parts::required("accounts.entries.description", description)?;
            phrases.fill("statement-waived", &[("what", Fill::Text(what))])
        }
        Movement::WrittenOff => phrases.say("statement-written-off"),
    }
}

fn open_items(
    phrases: &Phrases,
    date: CivilDate,
    account: &CurrencyAccount,
) -> Result<TextTable, LetterError> {
    let locale = phrases.locale();
    let currency = account.closing.currency();
    let in_currency = [("currency", Fill::Text(currency.code()))];
    let columns = vec![
        (ColumnKind::Wide, phrases.say("account-invoice")?),
        (ColumnKind::Short, phrases.say("account-issued")?),
        (ColumnKind::Short, phrases.say("account-due")?),
        (ColumnKind::Figure, phrases.say("statement-days-late")?),
        (
            ColumnKind::Figure,
            phrases.fill("account-amount", &in_currency)?,
        ),
        (
            ColumnKind::Figure,
            phrases.fill("account-open", &in_currency)?,
        ),
    ];
    let mut table = TextTable::new("open invoices", columns);
    for line in &account.open {
        let days = calendar::days_between(line.due_on, date);
        table.rows.push(vec![
            line.invoice.clone(),
            format::short_date(phrases, line.issued_on)?,
            format::short_date(phrases, line.due_on)?,
            if days > 0 {
                days.to_string()
            } else {
                String::new()
            },
            format::amount(locale, line.amount),
            format::amount(locale, line.open),
        ]);
    }
    for charge in &account.charges {
        let label = charges::label(phrases, charge)?;
        table.sum(label, format::amount(locale, charge.amount), false);
    }
    if account.unallocated.is_positive() {
        let credit = format::amount(locale, negative(account.unallocated)?);
        table.sum(phrases.say("statement-unallocated")?, credit, false);
    }
    let total = format::money(locale, account.closing);
    table.sum(phrases.say("statement-total")?, total, true);
    Ok(table)
}

/// Open sums by how long they are late: not yet due, to 30, 60, 90 days, and more.
fn aging(
    phrases: &Phrases,
    date: CivilDate,
    account: &CurrencyAccount,
) -> Result<TextTable, LetterError> {
    const LIMITS: [i64; 4] = [0, 30, 60, 90];
    const WIDEST: usize = 13;
    let currency = account.closing.currency();
    let mut sums = [Money::zero(currency); 5];
    for line in &account.open {
        let days = calendar::days_between(line.due_on, date);
        let bucket = LIMITS.iter().filter(|limit| days > **limit).count();
        if let Some(sum) = sums.get_mut(bucket) {
            *sum = sum
                .plus(line.open)
                .map_err(|error| LetterError::SumDiffers {
                    lines: error.to_string(),
                    total: account.closing.to_string(),
                })?;
        }
    }
    let heads = [
        "statement-not-due",
        "statement-days-30",
        "statement-days-60",
        "statement-days-90",
        "statement-days-more",
    ];
    let cells = sums.map(|sum| format::amount(phrases.locale(), sum));
    // Sums of millions have no room beside each other.
    if cells.iter().any(|cell| cell.chars().count() > WIDEST) {
        let in_currency = [("currency", Fill::Text(currency.code()))];
        let columns = vec![
            (ColumnKind::Wide, phrases.say("statement-aging")?),
            (
                ColumnKind::Figure,
                phrases.fill("account-open", &in_currency)?,
            ),
        ];
        let mut table = TextTable::new("open sums by age", columns);
        for (head, cell) in heads.into_iter().zip(cells) {
            table.rows.push(vec![phrases.say(head)?, cell]);
        }
        return Ok(table);
    }
    let mut columns = Vec::with_capacity(heads.len());
    for head in heads {
        columns.push((ColumnKind::Figure, phrases.say(head)?));
    }
    let mut table = TextTable::new("open sums by age", columns);
    table.rows.push(cells.into());
    Ok(table)
}
