//! Statements of account: what a client owes today and how it came to that.
//!
//! Every sum is computed twice, from what happened and from what is open; a statement on which the two differ is not
//! made. One about an overdue sum is made only on a day on which account and mail were looked at (invariant 18).

use std::collections::BTreeMap;

use correspondence::{Letter, Phrases, Wording};
use documents::{
    AccountEntry, AccountLine, AccountStatement, CurrencyAccount, Movement, StatementFacts,
};
use domain::business::Business;
use domain::client::ClientFacts;
use domain::evidence::{Digest, EventKind, Subjects};
use domain::id::{ClientId, DocumentId, InvoiceId};
use domain::{CivilDate, Currency, Money};
use store::Conn;
use store::document::NewDocument;
use store::payment::StoredPayment;
use store::receivable::StoredReceivable;

use crate::act::Act;
use crate::error::{ApiError, ErrorCode};
use crate::payments::borrowed;
use crate::settings::Pictures;
use crate::studio::Api;
use crate::wire::*;
use crate::{cases, documents as made, ids, invoices, papers, parties, paying, sender, settings};

/// Everything a statement is made from, loaded at one moment.
pub(crate) struct Ground {
    id: ClientId,
    client: ClientFacts,
    business: Business,
    receivables: Vec<StoredReceivable>,
    payments: Vec<StoredPayment>,
    credit: Vec<Money>,
    checked_today: bool,
    bank_since: Option<CivilDate>,
    from: CivilDate,
    today: CivilDate,
}

pub(crate) async fn ground(
    conn: &mut Conn,
    client: String,
    from: Option<CivilDate>,
    today: CivilDate,
) -> Result<Ground, ApiError> {
    let id = ClientId(client);
    let receivables = store::receivable::of_client(conn, &id).await?;
    let still_open = receivables
        .iter()
        .filter(|stored| stored.open.is_positive());
    let oldest = still_open.map(|stored| stored.receivable.issued_on).min();
    Ok(Ground {
        client: store::client::get(conn, &id).await?.facts,
        business: store::business::get(conn).await?.facts,
        payments: store::payment::of_client(conn, &id).await?,
        credit: store::payment::credit(conn, &id).await?,
        checked_today: cases::checked_on(conn, &id).await? == Some(today),
        bank_since: paying::bank_since(conn).await?,
        from: from.or(oldest).unwrap_or(today).min(today),
        receivables,
        id,
        today,
    })
}

/// What an invoice moved the account by: all its parts together.
struct Billed {
    number: String,
    issued_on: CivilDate,
    due_on: CivilDate,
    amount: Money,
}

impl Ground {
    fn is_overdue(&self) -> bool {
        self.receivables.iter().any(|stored| {
            domain::receivable::is_overdue(stored.receivable.due_on, stored.open, self.today)
        })
    }

    fn billed(&self) -> Result<Vec<Billed>, ApiError> {
        let mut billed: BTreeMap<&InvoiceId, Billed> = BTreeMap::new();
        for stored in &self.receivables {
            let part = &stored.receivable;
            let invoice = invoices::invoice_of(&part.origin);
            match billed.get_mut(invoice) {
                Some(known) => {
                    known.amount = known.amount.plus(part.amount)?;
                    known.due_on = known.due_on.min(part.due_on);
                }
                None => {
                    let first = Billed {
                        number: part.number.clone(),
                        issued_on: part.issued_on,
                        due_on: part.due_on,
                        amount: part.amount,
                    };
                    billed.insert(invoice, first);
                }
            }
        }
        Ok(billed.into_values().collect())
    }

    /// Everything that moved the account in a currency, by day; on one day invoices before money.
    fn movements(&self, currency: Currency) -> Result<Vec<AccountEntry>, ApiError> {
        let mut entries = Vec::new();
        for invoice in self.billed()? {
            entries.push(AccountEntry {
                on: invoice.issued_on,
                what: Movement::Invoice {
                    number: invoice.number,
                    due_on: invoice.due_on,
                },
                amount: invoice.amount,
            });
        }
        for payment in &self.payments {
            let facts = &payment.facts;
            let reference = Some(facts.reference.clone()).filter(|text| !text.is_empty());
            entries.push(AccountEntry {
                on: facts.received_on,
                what: Movement::Payment {
                    method: facts.method,
                    reference: reference.clone(),
                },
                amount: facts.amount,
            });
            if let Some(reversal) = &payment.reversal {
                entries.push(AccountEntry {
                    // What was entered by mistake and taken back may carry an earlier day than the money.
                    on: reversal.reversed_on.max(facts.received_on),
                    what: Movement::PaymentReversed { reference },
                    amount: facts.amount,
                });
            }
        }
        entries.retain(|entry| entry.amount.currency() == currency && entry.amount.is_positive());
        entries.sort_by_key(|entry| (entry.on, rank(&entry.what)));
        Ok(entries)
    }

    fn account(&self, currency: Currency) -> Result<CurrencyAccount, ApiError> {
        let zero = Money::zero(currency);
        let (mut opening, mut closing) = (zero, zero);
        let mut listed = Vec::new();
        for entry in self.movements(currency)? {
            let moved = |balance: Money| match entry.what {
                Movement::Payment { .. } => balance.minus(entry.amount),
                _ => balance.plus(entry.amount),
            };
            closing = moved(closing)?;
            if entry.on < self.from {
                opening = moved(opening)?;
            } else {
                listed.push(entry);
            }
        }
        let of_currency = |stored: &&StoredReceivable| {
            stored.open.currency() == currency && stored.open.is_positive()
        };
        let line = |stored: &StoredReceivable| AccountLine {
            invoice: stored.receivable.number.clone(),
            issued_on: stored.receivable.issued_on,
            due_on: stored.receivable.due_on,
            amount: stored.receivable.amount,
            paid: stored.receivable.paid,
            open: stored.open,
        };
        let open = self.receivables.iter().filter(of_currency).map(line);
        let credit = self.credit.iter().filter(|sum| sum.currency() == currency);
        Ok(CurrencyAccount {
            opening,
            entries: listed,
            closing,
            open: open.collect(),
            charges: Vec::new(),
            unallocated: Money::sum(currency, credit.copied())?,
        })
    }

    /// The currencies in which something happened, that of the business first.
    fn currencies(&self) -> Vec<Currency> {
        let billed = self.receivables.iter().map(|stored| stored.open.currency());
        let paid = self
            .payments
            .iter()
            .map(|paid| paid.facts.amount.currency());
        let mut all: Vec<Currency> = billed.chain(paid).collect();
        all.sort_by_key(|currency| (*currency != self.business.currency, currency.to_string()));
        all.dedup();
        all
    }

    fn statement(&self) -> Result<AccountStatement, ApiError> {
        let mut accounts = Vec::new();
        for currency in self.currencies() {
            let account = self.account(currency)?;
            // A currency that was settled before the first day would only be a row of noughts.
            let is_still = account.entries.is_empty() && account.open.is_empty();
            if !(is_still && account.closing.is_zero() && account.unallocated.is_zero()) {
                accounts.push(account);
            }
        }
        let open = self
            .receivables
            .iter()
            .filter(|part| part.open.is_positive());
        let reference = parties::reference(open.map(|part| part.receivable.number.as_str()));
        let owes = accounts.iter().any(|account| account.closing.is_positive());
        Ok(AccountStatement {
            locale: papers::locale(&self.business, Some(&self.client)),
            date: self.today,
            from: self.from,
            reader: parties::reader(&self.client),
            writer: parties::writer(&self.business),
            accounts,
            how_to_pay: owes
                .then(|| paying::how_to_pay(&self.business, self.bank_since, &reference)),
        })
    }

    pub(crate) fn letter(&self) -> Result<Letter, ApiError> {
        Ok(self.statement()?.letter()?)
    }

    pub(crate) fn page(&self, pictures: Pictures) -> Result<Vec<u8>, ApiError> {
        let phrases = Phrases::load(papers::locale(&self.business, Some(&self.client)))?;
        let facts = StatementFacts {
            sender: sender::sender(&self.business, &phrases)?,
            recipient: papers::recipient(&phrases, &self.client, &self.business),
            reference: None,
            delivery: None,
            codes: Vec::new(),
            letter: self.statement()?,
        };
        Ok(documents::statement(
            &facts,
            &papers::look(&self.business, pictures),
        )?)
    }

    fn to(&self) -> Vec<String> {
        papers::mail_recipients(&self.client)
            .into_iter()
            .map(|recipient| recipient.email)
            .collect()
    }

    /// Why a statement may not be made now, if so.
    fn refusal(&self, checked: bool) -> Result<(), ApiError> {
        if self.client.do_not_contact {
            return Err(ApiError::precondition(
                "this client is not to be written to; nothing was made",
            ));
        }
        if self.is_overdue() && !self.checked_today && !checked {
            return Err(ApiError::new(
                ErrorCode::PaymentsNotChecked,
                "look at your account and your mail first, and confirm that nothing came",
            ));
        }
        Ok(())
    }
}

/// On one day: what is owed first, then what came, then what went back.
fn rank(what: &Movement) -> u8 {
    match what {
        Movement::Payment { .. } => 1,
        Movement::PaymentReversed { .. } => 2,
        _ => 0,
    }
}

pub(crate) async fn review(
    api: &Api,
    request: StatementRequest,
) -> Result<StatementReview, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let ground = ground(&mut reader, request.client, request.from, today).await?;
    drop(reader);
    let made = ground.refusal(true).and_then(|()| ground.letter());
    let (letter, problem) = match made {
        Ok(letter) => (Some(letter), None),
        Err(error) if error.code == ErrorCode::Internal => return Err(error),
        Err(error) => (None, Some(error.message)),
    };
    let owed: Result<Vec<Money>, ApiError> = ground
        .currencies()
        .into_iter()
        .map(|currency| Ok(ground.account(currency)?.closing))
        .collect();
    Ok(StatementReview {
        client_name: ground.client.name.clone(),
        from: ground.from,
        owed: owed?.into_iter().filter(|sum| !sum.is_zero()).collect(),
        subject: letter
            .as_ref()
            .map(|letter| letter.subject.clone())
            .unwrap_or_default(),
        text: letter.as_ref().map(Letter::plain_text).unwrap_or_default(),
        to: ground.to(),
        is_overdue: ground.is_overdue(),
        is_checked: ground.checked_today,
        problem,
    })
}

pub(crate) async fn preview(api: &Api, request: StatementRequest) -> Result<Vec<u8>, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let ground = ground(&mut reader, request.client, request.from, today).await?;
    let pictures = settings::pictures(api, &mut reader).await?;
    drop(reader);
    ground.page(pictures)
}

pub(crate) async fn make(act: &mut Act<'_>, request: StatementMake) -> Result<PaperMade, ApiError> {
    let ground = ground(&mut act.tx, request.client, request.from, act.today).await?;
    ground.refusal(request.checked)?;
    let letter = ground.letter()?;
    let pictures = settings::pictures(act.api, &mut act.tx).await?;
    let page = ground.page(pictures)?;
    let text = letter.plain_text();
    let subjects = Subjects {
        client: Some(ground.id.0.clone()),
        ..Subjects::default()
    };
    if ground.is_overdue() && !ground.checked_today {
        let key = cases::checked_key(&ground.id);
        store::setting::put(&mut act.tx, &key, &act.today, act.now).await?;
        let on = act.today.to_string();
        act.log(EventKind::PaymentsChecked, subjects.clone(), &[("on", &on)])
            .await?;
    }
    let kind = made::word_of(DocumentKind::Statement);
    let facts = Digest::of(text.as_bytes());
    let earlier = store::document::made_for(&mut act.tx, &ground.id, kind, facts).await?;
    if let Some(earlier) = earlier {
        return Ok(PaperMade {
            document: earlier.id.0,
        });
    }
    let id = DocumentId(act.new_id()?);
    let receivables: Vec<_> = ground
        .receivables
        .iter()
        .filter(|stored| stored.open.is_positive())
        .map(|stored| stored.receivable.id.clone())
        .collect();
    let new = NewDocument {
        id: &id,
        kind,
        title: &letter.subject,
        language: papers::locale(&ground.business, Some(&ground.client)).tag(),
        media_type: "application/pdf",
        template_version: papers::TEMPLATE,
        bytes: &page,
        words: &documents::words(&page).unwrap_or_default(),
        facts,
        client: Some(&ground.id),
        invoice: None,
        case: None,
        receivables: &receivables,
    };
    let sha256 = store::document::insert(&mut act.tx, &new, act.now).await?;
    let words = [
        ("kind", kind.to_owned()),
        ("title", letter.subject.clone()),
        ("subject", letter.subject),
        ("text", text),
        ("sha256", ids::hex(&sha256.0)),
    ];
    let subjects = Subjects {
        document: Some(id.0.clone()),
        ..subjects
    };
    act.log(EventKind::DocumentMade, subjects, &borrowed(&words))
        .await?;
    Ok(PaperMade { document: id.0 })
}
