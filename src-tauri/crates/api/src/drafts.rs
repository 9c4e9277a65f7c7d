//! Drafts: made, checked as they are typed, saved, discarded and brought back.

use domain::agreement::TermKind;
use domain::id::{ClientId, DraftId, InvoiceId, JobId};
use domain::invoice::{
    Discount, DraftInvoice, IssueContext, Issued, Line, Prepayment, TaxCategory, TaxCode, TaxMode,
    Totals,
};
use domain::job::{JobFacts, Stage, StageKind};
use domain::{CivilDate, Instant, Money, Quantity, Rate, UnitPrice};
use serde::{Deserialize, Serialize};
use store::Conn;
use store::draft::Listing;

use crate::act::Act;
use crate::error::{ApiError, within};
use crate::studio::Api;
use crate::wire::*;
use crate::{issuing, jobs, papers, settings};

/// How long a discarded draft can be brought back.
const KEPT_DAYS: i64 = 30;
const DISCARDED: &str = "discarded_drafts";

pub(crate) async fn new(act: &mut Act<'_>, request: DraftNew) -> Result<Saved, ApiError> {
    let job = match request.job {
        Some(id) => {
            let id = JobId(id);
            let facts = store::job::get(&mut act.tx, &id).await?.facts;
            Some((id, facts))
        }
        None => None,
    };
    let client = job
        .as_ref()
        .map(|(_, facts)| facts.client.clone())
        .or(request.client.map(ClientId));
    let mut draft = blank(&mut act.tx, client, job.as_ref().map(|(id, _)| id)).await?;
    if let Some((_, facts)) = &job {
        draft.service_on = facts.delivered_on.or(facts.event_on);
    }
    insert(act, &draft).await
}

/// A draft with what is known already: terms from agreement, client and business, in that order.
async fn blank(
    conn: &mut Conn,
    client: Option<ClientId>,
    job: Option<&JobId>,
) -> Result<DraftInvoice, ApiError> {
    let business = store::business::get(conn).await?.facts;
    let facts = match &client {
        Some(id) => Some(store::client::get(conn, id).await?.facts),
        None => None,
    };
    let agreement = match job {
        Some(job) => jobs::agreement_facts(conn, job).await?,
        None => None,
    };
    let agreed = agreement.and_then(|agreement| {
        agreement
            .terms
            .into_iter()
            .find(|term| term.kind == TermKind::Payment)?
            .days
    });
    let of_client = facts.as_ref().and_then(|facts| facts.payment_days);
    Ok(DraftInvoice {
        client,
        job: job.cloned(),
        currency: business.currency,
        issue_on: None,
        service_on: None,
        payment_days: agreed.or(of_client).unwrap_or(business.payment_days),
        tax_mode: TaxMode::Added,
        lines: Vec::new(),
        instalments: Vec::new(),
        prepayments: Vec::new(),
        purchase_order: String::new(),
        client_reference: facts.map(|facts| facts.reference).unwrap_or_default(),
        note: String::new(),
    })
}

async fn insert(act: &mut Act<'_>, draft: &DraftInvoice) -> Result<Saved, ApiError> {
    let id = DraftId(act.new_id()?);
    let title = title(draft);
    store::draft::insert(&mut act.tx, &id, draft, listing(draft, &title), act.now).await?;
    Ok(Saved {
        id: id.0,
        version: 1,
    })
}

/// What a list calls an invoice: its first line.
pub(crate) fn title(draft: &DraftInvoice) -> String {
    let first = draft
        .lines
        .iter()
        .map(|line| line.description.lines().next().unwrap_or_default());
    first
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default()
        .to_owned()
}

fn listing<'a>(draft: &DraftInvoice, title: &'a str) -> Listing<'a> {
    Listing {
        title,
        total_minor: draft.totals().ok().map(|totals| totals.payable.minor()),
    }
}

/// The draft for one part of a job's schedule. The balance lists and deducts the invoices that went before.
pub(crate) async fn for_stage(
    act: &mut Act<'_>,
    id: &JobId,
    job: &JobFacts,
    stage: &Stage,
) -> Result<Saved, ApiError> {
    let mut draft = blank(&mut act.tx, Some(job.client.clone()), Some(id)).await?;
    let Some(price) = job.price else {
        return Err(ApiError::precondition("the job has no price yet"));
    };
    draft.currency = price.currency();
    // An agreed price is what the client pays, tax and all.
    draft.tax_mode = TaxMode::Included;
    let (amount, name) = match stage.kind {
        StageKind::Retainer => (stage.amount, format!("{}: retainer", job.title)),
        StageKind::Whole | StageKind::Balance => (price, job.title.clone()),
    };
    if stage.kind != StageKind::Retainer {
        draft.service_on = job.event_on;
        draft.prepayments = earlier_invoices(&mut act.tx, id, draft.currency).await?;
    }
    draft.lines.push(Line {
        description: name,
        quantity: Quantity::ONE,
        unit: String::new(),
        unit_price: price_of(amount)?,
        discount: Discount::None,
        tax: TaxCategory {
            code: TaxCode::O,
            rate: Rate::ZERO,
            reason: String::new(),
        },
    });
    if let Some(due_on) = stage.due_on.filter(|due_on| *due_on > act.today) {
        let days = domain::calendar::days_between(act.today, due_on);
        draft.payment_days = u32::try_from(days).unwrap_or(draft.payment_days);
    }
    insert(act, &draft).await
}

/// An amount as the price of one.
fn price_of(amount: Money) -> Result<UnitPrice, ApiError> {
    let scale = 10_i64.pow(4 - u32::from(amount.currency().exponent().min(4)));
    let scaled = amount.minor().checked_mul(scale);
    scaled
        .map(UnitPrice)
        .ok_or_else(|| ApiError::field("price", domain::Problem::TooLarge))
}

async fn earlier_invoices(
    conn: &mut Conn,
    job: &JobId,
    currency: domain::Currency,
) -> Result<Vec<Prepayment>, ApiError> {
    let invoices = store::invoice::of_job(conn, job).await?;
    let earlier = invoices
        .into_iter()
        .filter(|invoice| {
            invoice.kind != store::invoice::InvoiceKind::Recorded
                && invoice.total.currency() == currency
        })
        .map(|invoice| Prepayment {
            invoice: invoice.id,
            number: invoice.number,
            issued_on: invoice.issued_on,
            amount: invoice.total,
        });
    Ok(earlier.collect())
}

pub(crate) async fn get(api: &Api, request: ById) -> Result<DraftView, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let stored = store::draft::get(&mut reader, &DraftId(request.id)).await?;
    let check = check_draft(&mut reader, &stored.facts, today).await?;
    Ok(DraftView {
        id: stored.id.0,
        version: stored.version,
        draft: stored.facts,
        check,
    })
}

pub(crate) async fn check(api: &Api, request: DraftBody) -> Result<DraftCheck, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    check_draft(&mut reader, &request.draft, today).await
}

async fn check_draft(
    conn: &mut Conn,
    draft: &DraftInvoice,
    today: CivilDate,
) -> Result<DraftCheck, ApiError> {
    let grounds = issuing::Grounds::load(conn, draft).await?;
    let context: IssueContext<'_> = grounds.context(today);
    let issue_on = draft.issue_on.unwrap_or(today);
    let last = draft.instalments.last().map(|part| part.due_on);
    let series = settings::series(conn).await?;
    let agreement = match &draft.job {
        Some(job) => jobs::agreement_facts(conn, job).await?,
        None => None,
    };
    let clause = papers::late_clause(agreement.as_ref());
    let totals = draft.totals().ok();
    let next_number = series.peek(issue_on).unwrap_or_default();
    let code_problems = totals.as_ref().and_then(|totals| {
        // Parts that are no sums have problems of their own.
        let parts = issuing::parts(&draft.instalments, totals.payable).ok()?;
        Some(grounds.code_problems(&next_number, parts))
    });
    let missing = totals
        .as_ref()
        .map(|totals| grounds.missing(totals, draft.service_on));
    Ok(DraftCheck {
        totals,
        missing: missing.unwrap_or_default(),
        code_problems: code_problems.unwrap_or_default(),
        due_on: last.or_else(|| Some(domain::calendar::days_after(issue_on, draft.payment_days))),
        problems: domain::invoice::check(draft, &context),
        next_number,
        late_clause: clause.map(|clause| clause.words.unwrap_or(clause.number)),
    })
}

pub(crate) async fn save(act: &mut Act<'_>, request: DraftSave) -> Result<Saved, ApiError> {
    let draft = request
        .draft
        .validated()
        .map_err(|problems| within("draft", problems))?;
    let id = DraftId(request.id);
    let title = title(&draft);
    let version = store::draft::update(
        &mut act.tx,
        &id,
        request.expected_version,
        &draft,
        listing(&draft, &title),
        act.now,
    )
    .await?;
    Ok(Saved { id: id.0, version })
}

/// A discarded draft, kept for undo.
#[derive(Serialize, Deserialize)]
struct Discarded {
    id: String,
    at: Instant,
    draft: DraftInvoice,
}

pub(crate) async fn discard(act: &mut Act<'_>, request: DraftDiscard) -> Result<Nothing, ApiError> {
    let id = DraftId(request.id);
    let draft = store::draft::get(&mut act.tx, &id).await?.facts;
    store::draft::delete(&mut act.tx, &id, request.expected_version).await?;
    let mut kept = discarded(act).await?;
    kept.push(Discarded {
        id: id.0,
        at: act.now,
        draft,
    });
    store::setting::put(&mut act.tx, DISCARDED, &kept, act.now).await?;
    Ok(Nothing {})
}

async fn discarded(act: &mut Act<'_>) -> Result<Vec<Discarded>, ApiError> {
    let kept: Vec<Discarded> = store::setting::get(&mut act.tx, DISCARDED)
        .await?
        .unwrap_or_default();
    let since = act.now - chrono::TimeDelta::days(KEPT_DAYS);
    Ok(kept
        .into_iter()
        .filter(|discarded| discarded.at > since)
        .collect())
}

pub(crate) async fn restore(act: &mut Act<'_>, request: ById) -> Result<Saved, ApiError> {
    let mut kept = discarded(act).await?;
    let Some(place) = kept.iter().position(|discarded| discarded.id == request.id) else {
        return Err(ApiError::not_found("the discarded draft"));
    };
    let Discarded { id, draft, .. } = kept.swap_remove(place);
    let title = title(&draft);
    store::draft::insert(
        &mut act.tx,
        &DraftId(id.clone()),
        &draft,
        listing(&draft, &title),
        act.now,
    )
    .await?;
    store::setting::put(&mut act.tx, DISCARDED, &kept, act.now).await?;
    Ok(Saved { id, version: 1 })
}

/// A new draft like an earlier invoice or draft.
pub(crate) async fn duplicate(act: &mut Act<'_>, request: ById) -> Result<Saved, ApiError> {
    let draft = match store::invoice::get(&mut act.tx, &InvoiceId(request.id.clone())).await {
        Ok(invoice) if invoice.kind == store::invoice::InvoiceKind::Recorded => {
            return Err(ApiError::precondition(
                "an invoice made elsewhere is never drawn again",
            ));
        }
        Ok(invoice) => invoice.facts.read::<Issued>()?.duplicate(),
        Err(store::StoreError::NotFound { .. }) => {
            store::draft::get(&mut act.tx, &DraftId(request.id))
                .await?
                .facts
                .duplicate()
        }
        Err(error) => return Err(error.into()),
    };
    insert(act, &draft).await
}

pub(crate) async fn preview(api: &Api, request: DraftBody) -> Result<Vec<u8>, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let draft = request.draft;
    let grounds = issuing::Grounds::load(&mut reader, &draft).await?;
    let totals: Totals = draft
        .totals()
        .map_err(|error| ApiError::precondition(error.to_string()))?;
    let setting = grounds.setting();
    let facts = papers::draft_facts(&draft, &totals, today, &setting)?;
    let look = papers::look(
        &grounds.business,
        settings::pictures(api, &mut reader).await?,
    );
    drop(reader);
    Ok(documents::invoice(&facts, &look)?)
}
