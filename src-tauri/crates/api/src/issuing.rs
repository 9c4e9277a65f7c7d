//! Issuing: review what would leave, then number, invoice, receivables, paper and log in one transaction.
//!
//! The number is taken inside the transaction that stores the invoice, so a crash burns none (invariant 4).

use domain::agreement::AgreementFacts;
use domain::business::Business;
use domain::client::ClientFacts;
use domain::contents::{self, MissingContent, Subject};
use domain::evidence::{Digest, EventKind, Subjects};
use domain::id::{DocumentId, DraftId, InvoiceId, ReceivableId};
use domain::invoice::{DraftInvoice, Instalment, IssueContext, Issued, Totals};
use domain::receivable::{Origin, Receivable};
use domain::{CivilDate, FieldProblem, Money};
use serde::Serialize;
use store::Conn;
use store::document::NewDocument;
use store::invoice::NewInvoice;

use crate::act::Act;
use crate::error::{ApiError, ErrorCode, within};
use crate::papers::{self, Setting};
use crate::paying::{Asked, Quoted};
use crate::settings::Pictures;
use crate::studio::Api;
use crate::wire::*;
use crate::{ids, jobs, paying, settings};

/// What a draft is judged against, loaded.
pub(crate) struct Grounds {
    pub(crate) business: Business,
    pub(crate) client: Option<ClientFacts>,
    agreement: Option<AgreementFacts>,
    subject: Option<String>,
    last_issued_on: Option<CivilDate>,
    bank_since: Option<CivilDate>,
}

impl Grounds {
    pub(crate) async fn load(conn: &mut Conn, draft: &DraftInvoice) -> Result<Self, ApiError> {
        let client = match &draft.client {
            Some(id) => Some(store::client::get(conn, id).await?.facts),
            None => None,
        };
        let (agreement, subject) = match &draft.job {
            Some(job) => {
                let title = store::job::get(conn, job).await?.facts.title;
                (jobs::agreement_facts(conn, job).await?, Some(title))
            }
            None => (None, None),
        };
        Ok(Self {
            business: store::business::get(conn).await?.facts,
            client,
            agreement,
            subject,
            last_issued_on: store::invoice::last_issued_on(conn).await?,
            bank_since: paying::bank_since(conn).await?,
        })
    }

    pub(crate) fn context(&self, today: CivilDate) -> IssueContext<'_> {
        IssueContext {
            client: self.client.as_ref(),
            business: &self.business,
            today,
            last_issued_on: self.last_issued_on,
        }
    }

    /// What law asks for and the invoice would not show. Without a client that is asked first.
    pub(crate) fn missing(
        &self,
        totals: &Totals,
        service_on: Option<CivilDate>,
    ) -> Vec<MissingContent> {
        let Some(client) = &self.client else {
            return Vec::new();
        };
        contents::missing(&Subject {
            business: &self.business,
            client,
            totals,
            service_on,
            has_late_clause: papers::late_clause(self.agreement.as_ref()).is_some(),
        })
    }

    /// What keeps the bank's payment code from being printed.
    pub(crate) fn code_problems(&self, number: &str, due: Vec<Money>) -> Vec<FieldProblem> {
        let asked = Asked {
            business: &self.business,
            client: self.client.as_ref(),
            quoted: Quoted::Number(number),
            due,
        };
        asked.codes().1
    }

    pub(crate) fn setting(&self) -> Setting<'_> {
        Setting {
            business: &self.business,
            client: self.client.as_ref(),
            agreement: self.agreement.as_ref(),
            subject: self.subject.clone(),
            bank_since: self.bank_since,
        }
    }
}

/// Everything a review signs: if any of it changes, the review no longer holds.
#[derive(Serialize)]
struct Shown<'a> {
    draft: &'a str,
    version: i64,
    issued: &'a Issued,
}

/// The invoice exactly as issuing now would make it.
async fn prepared(
    conn: &mut Conn,
    draft: &DraftInvoice,
    today: CivilDate,
) -> Result<(Issued, Grounds), ApiError> {
    let grounds = Grounds::load(conn, draft).await?;
    let issue_on = draft.issue_on.unwrap_or(today);
    let number = settings::series(conn)
        .await?
        .peek(issue_on)
        .map_err(|error| settings::number_error(&error))?;
    let issued = domain::invoice::issue(draft, &grounds.context(today), &number)
        .map_err(|problems| within("draft", problems))?;
    Ok((issued, grounds))
}

pub(crate) async fn review(
    api: &Api,
    request: InvoiceReviewRequest,
) -> Result<InvoiceReview, ApiError> {
    let (stored, issued, grounds, page) = reviewed(api, request).await?;
    // A paper that cannot be made is told now and not after the button.
    page?;
    let shown = Shown {
        draft: &stored.0.0,
        version: stored.1,
        issued: &issued,
    };
    let parts = parts(&issued.instalments, issued.totals.payable)?;
    Ok(InvoiceReview {
        missing: grounds.missing(&issued.totals, issued.service_on),
        code_problems: grounds.code_problems(&issued.number, parts),
        review_token: ids::review_token(&api.review_key, &shown)?,
        number: issued.number,
        client_name: issued.client.name,
        issue_on: issued.issued_on,
        due_on: issued.due_on,
        instalments: u32::try_from(issued.instalments.len()).unwrap_or(u32::MAX),
        totals: issued.totals,
    })
}

/// What is due on each day.
pub(crate) fn parts(instalments: &[Instalment], payable: Money) -> Result<Vec<Money>, ApiError> {
    if instalments.is_empty() {
        return Ok(vec![payable]);
    }
    let amounts = instalments.iter();
    let amounts = amounts.map(|part| Money::new(part.amount_minor, payable.currency()));
    Ok(amounts.collect::<Result<_, _>>()?)
}

/// The page exactly as issuing now would freeze it, with its number.
pub(crate) async fn review_page(
    api: &Api,
    request: InvoiceReviewRequest,
) -> Result<Vec<u8>, ApiError> {
    let (_, _, _, page) = reviewed(api, request).await?;
    page
}

/// A draft by id and version, the invoice it would become with what that was judged by, and its page.
type Reviewed = ((DraftId, i64), Issued, Grounds, Result<Vec<u8>, ApiError>);

async fn reviewed(api: &Api, request: InvoiceReviewRequest) -> Result<Reviewed, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let stored = store::draft::get(&mut reader, &DraftId(request.draft)).await?;
    if stored.version != request.expected_version {
        return Err(ApiError::new(
            ErrorCode::Conflict,
            "the draft was changed meanwhile",
        ));
    }
    let (issued, grounds) = prepared(&mut reader, &stored.facts, today).await?;
    let pictures = settings::pictures(api, &mut reader).await?;
    drop(reader);
    let page = page(&issued, &grounds, pictures);
    Ok(((stored.id, stored.version), issued, grounds, page))
}

fn page(issued: &Issued, grounds: &Grounds, pictures: Pictures) -> Result<Vec<u8>, ApiError> {
    let look = papers::look(&grounds.business, pictures);
    Ok(documents::invoice(
        &papers::issued_facts(issued, &grounds.setting())?,
        &look,
    )?)
}

pub(crate) async fn issue(
    act: &mut Act<'_>,
    request: InvoiceIssue,
) -> Result<InvoiceIssued, ApiError> {
    let draft_id = DraftId(request.draft);
    let stored = store::draft::get(&mut act.tx, &draft_id).await?;
    let (issued, grounds) = prepared(&mut act.tx, &stored.facts, act.today).await?;
    let shown = Shown {
        draft: &draft_id.0,
        version: stored.version,
        issued: &issued,
    };
    if ids::review_token(&act.api.review_key, &shown)? != request.review_token {
        return Err(ApiError::new(
            ErrorCode::ReviewOutdated,
            "the invoice is not what was reviewed: look at it again",
        ));
    }
    let series = settings::series(&mut act.tx).await?;
    let counter = series.next;
    let (number, next) = series
        .take(issued.issued_on)
        .map_err(|error| settings::number_error(&error))?;
    if number != issued.number || store::numbering::is_taken(&mut act.tx, &number).await? {
        return Err(ApiError::precondition(format!(
            "the number {number} is taken; set the next number in Settings"
        )));
    }
    let pictures = settings::pictures(act.api, &mut act.tx).await?;
    let bytes = page(&issued, &grounds, pictures)?;
    let is_first = store::invoice::last_issued_on(&mut act.tx).await?.is_none();
    store::numbering::put(&mut act.tx, &next, act.now).await?;
    let (invoice, document) = store_issued(act, &issued, counter, &bytes).await?;
    store::draft::delete(&mut act.tx, &draft_id, stored.version).await?;
    if let Some(job) = &issued.job {
        jobs::stage_issued(act, job, &draft_id.0, &invoice.0).await?;
    }
    Ok(InvoiceIssued {
        invoice: invoice.0,
        number,
        document: document.0,
        is_first,
    })
}

/// Writes the invoice with its paper, its receivables and its log entries.
async fn store_issued(
    act: &mut Act<'_>,
    issued: &Issued,
    counter: u64,
    bytes: &[u8],
) -> Result<(InvoiceId, DocumentId), ApiError> {
    let id = InvoiceId(act.new_id()?);
    let document = DocumentId(act.new_id()?);
    let words: Vec<&str> = issued
        .lines
        .iter()
        .map(|line| line.description.as_str())
        .collect();
    let title = issued
        .lines
        .first()
        .map(|line| line.description.lines().next().unwrap_or_default())
        .unwrap_or_default();
    let facts =
        serde_json::to_vec(issued).map_err(|error| ApiError::internal(error.to_string()))?;
    let new = NewInvoice {
        id: &id,
        kind: store::invoice::InvoiceKind::Issued { counter },
        number: &issued.number,
        client: &issued.client_id,
        job: issued.job.as_ref(),
        title,
        issued_on: issued.issued_on,
        due_on: issued.due_on,
        total: issued.totals.payable,
        document: Some(&document),
        file: None,
        search_words: &words,
    };
    store::document::insert(
        &mut act.tx,
        &NewDocument {
            id: &document,
            kind: "invoice",
            title: &issued.number,
            language: papers::locale(&issued.business, Some(&issued.client)).tag(),
            media_type: "application/pdf",
            template_version: papers::TEMPLATE,
            facts: Digest::of(&facts),
            client: Some(&issued.client_id),
            invoice: Some(&id),
            case: None,
            receivables: &[],
            bytes,
            words: &documents::words(bytes).unwrap_or_default(),
        },
        act.now,
    )
    .await?;
    store::invoice::insert(&mut act.tx, &new, issued, act.now).await?;
    let of = u32::try_from(issued.instalments.len()).unwrap_or(u32::MAX);
    for (index, instalment) in issued.instalments.iter().enumerate() {
        let part = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        let amount = Money::new(instalment.amount_minor, issued.currency)?;
        let receivable = Receivable {
            id: ReceivableId(act.new_id()?),
            client: issued.client_id.clone(),
            origin: Origin::Invoice {
                invoice: id.clone(),
                part,
                of,
            },
            number: issued.number.clone(),
            issued_on: issued.issued_on,
            due_on: instalment.due_on,
            amount,
            paid: Money::zero(issued.currency),
            case: None,
        };
        store::receivable::insert(&mut act.tx, &receivable, amount).await?;
    }
    let subjects = Subjects {
        client: Some(issued.client_id.0.clone()),
        invoice: Some(id.0.clone()),
        document: Some(document.0.clone()),
        ..Subjects::default()
    };
    let sha256 = ids::hex(&ids::sha256(bytes));
    let facts = [
        ("number", issued.number.clone()),
        ("amount", issued.totals.payable.to_string()),
        ("issued", issued.issued_on.to_string()),
        ("due", issued.due_on.to_string()),
        ("client", issued.client.name.clone()),
        ("sha256", sha256),
    ];
    let facts: Vec<(&str, &str)> = facts
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    act.log(EventKind::InvoiceIssued, subjects, &facts).await?;
    Ok((id, document))
}
