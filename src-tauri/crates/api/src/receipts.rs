//! Receipts: that money came, when, how, and what it was set against.

use std::collections::BTreeMap;

use correspondence::Phrases;
use documents::{ReceiptFacts, ReceiptLine};
use domain::Money;
use domain::business::Business;
use domain::client::ClientFacts;
use domain::evidence::{Digest, EventKind, Subjects};
use domain::id::{DocumentId, InvoiceId, PaymentId};
use store::Conn;
use store::document::NewDocument;
use store::payment::StoredPayment;

use crate::act::Act;
use crate::error::ApiError;
use crate::payments::borrowed;
use crate::settings::Pictures;
use crate::studio::Api;
use crate::wire::*;
use crate::{documents as made, ids, papers, sender, settings};

/// Signs of a receipt's number: the end of the payment's id, which is its own.
const NUMBER_SIGNS: usize = 8;

/// Everything a receipt is made from, loaded at one moment.
struct Ground {
    business: Business,
    client: ClientFacts,
    payment: StoredPayment,
    lines: Vec<ReceiptLine>,
    unallocated: Money,
    on: domain::CivilDate,
}

async fn ground(
    conn: &mut Conn,
    payment: String,
    today: domain::CivilDate,
) -> Result<Ground, ApiError> {
    let payment = store::payment::get(conn, &PaymentId(payment)).await?;
    if payment.reversal.is_some() {
        return Err(ApiError::precondition(
            "this payment was taken back: there is nothing to confirm",
        ));
    }
    let currency = payment.facts.amount.currency();
    let mut paid: BTreeMap<InvoiceId, Money> = BTreeMap::new();
    let mut set_against = Money::zero(currency);
    for part in store::payment::allocations(conn, &payment.id).await? {
        let amount = Money::new(part.amount_minor, currency)?;
        set_against = set_against.plus(amount)?;
        let so_far = paid.entry(part.invoice).or_insert(Money::zero(currency));
        *so_far = so_far.plus(amount)?;
    }
    let mut lines = Vec::with_capacity(paid.len());
    for (invoice, paid_now) in paid {
        let parts = store::receivable::of_invoice(conn, &invoice).await?;
        let Some(first) = parts.first() else {
            continue;
        };
        lines.push(ReceiptLine {
            invoice: first.receivable.number.clone(),
            issued_on: first.receivable.issued_on,
            total: Money::sum(currency, parts.iter().map(|part| part.receivable.amount))?,
            paid_now,
            open: Money::sum(currency, parts.iter().map(|part| part.open))?,
        });
    }
    lines.sort_by(|one, other| {
        (one.issued_on, &one.invoice).cmp(&(other.issued_on, &other.invoice))
    });
    Ok(Ground {
        business: store::business::get(conn).await?.facts,
        client: store::client::get(conn, &payment.facts.client).await?.facts,
        unallocated: payment.facts.amount.minus(set_against)?,
        payment,
        lines,
        on: today,
    })
}

impl Ground {
    fn number(&self) -> String {
        let id = self.payment.id.as_str();
        let signs = id.chars().rev().filter(char::is_ascii_alphanumeric);
        let signs: Vec<char> = signs.take(NUMBER_SIGNS).collect();
        signs.into_iter().rev().collect::<String>().to_uppercase()
    }

    fn facts(&self) -> Result<ReceiptFacts, ApiError> {
        let locale = papers::locale(&self.business, Some(&self.client));
        let phrases = Phrases::load(locale)?;
        let paid = &self.payment.facts;
        Ok(ReceiptFacts {
            locale,
            number: self.number(),
            issued_on: self.on,
            sender: sender::sender(&self.business, &phrases)?,
            recipient: papers::recipient(&phrases, &self.client, &self.business),
            received_on: paid.received_on,
            method: paid.method,
            payer_reference: Some(paid.reference.clone()).filter(|text| !text.is_empty()),
            amount: paid.amount,
            lines: self.lines.clone(),
            unallocated: self.unallocated,
            notes: None,
        })
    }

    /// The title under which it is kept: in the language of the paper.
    fn title(&self) -> Result<String, ApiError> {
        let phrases = Phrases::load(papers::locale(&self.business, Some(&self.client)))?;
        let on = correspondence::format::date(&phrases, self.payment.facts.received_on)?;
        Ok(format!(
            "{} {}, {on}",
            phrases.say("receipt-title")?,
            self.number()
        ))
    }

    fn page(&self, pictures: Pictures) -> Result<Vec<u8>, ApiError> {
        let look = papers::look(&self.business, pictures);
        Ok(documents::receipt(&self.facts()?, &look)?)
    }
}

pub(crate) async fn preview(api: &Api, request: ById) -> Result<Vec<u8>, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let ground = ground(&mut reader, request.id, today).await?;
    let pictures = settings::pictures(api, &mut reader).await?;
    drop(reader);
    ground.page(pictures)
}

pub(crate) async fn make(act: &mut Act<'_>, request: ById) -> Result<PaperMade, ApiError> {
    let ground = ground(&mut act.tx, request.id, act.today).await?;
    let pictures = settings::pictures(act.api, &mut act.tx).await?;
    let page = ground.page(pictures)?;
    let client = &ground.payment.facts.client;
    let kind = made::word_of(DocumentKind::Receipt);
    let facts = Digest::of(format!("{:?}", ground.facts()?).as_bytes());
    if let Some(earlier) = store::document::made_for(&mut act.tx, client, kind, facts).await? {
        return Ok(PaperMade {
            document: earlier.id.0,
        });
    }
    let id = DocumentId(act.new_id()?);
    let title = ground.title()?;
    let new = NewDocument {
        id: &id,
        kind,
        title: &title,
        language: papers::locale(&ground.business, Some(&ground.client)).tag(),
        media_type: "application/pdf",
        template_version: papers::TEMPLATE,
        bytes: &page,
        words: &documents::words(&page).unwrap_or_default(),
        facts,
        client: Some(client),
        invoice: None,
        case: None,
        receivables: &[],
    };
    let sha256 = store::document::insert(&mut act.tx, &new, act.now).await?;
    let words = [
        ("kind", kind.to_owned()),
        ("title", title),
        ("amount", ground.payment.facts.amount.to_string()),
        ("sha256", ids::hex(&sha256.0)),
    ];
    let subjects = Subjects {
        client: Some(client.0.clone()),
        payment: Some(ground.payment.id.0.clone()),
        document: Some(id.0.clone()),
        ..Subjects::default()
    };
    act.log(EventKind::DocumentMade, subjects, &borrowed(&words))
        .await?;
    Ok(PaperMade { document: id.0 })
}
