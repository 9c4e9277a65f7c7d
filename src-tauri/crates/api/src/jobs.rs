//! Jobs: the shoot, its schedule, its agreement.

use domain::agreement::AgreementFacts;
use domain::evidence::{EventKind, Subjects};
use domain::id::{AgreementId, ClientId, FileId, JobId};
use domain::job::{JobFacts, StageKind};
use domain::{CivilDate, Money};
use store::{Conn, Page};

use crate::act::Act;
use crate::error::{ApiError, within};
use crate::studio::Api;
use crate::wire::*;
use crate::{drafts, files, invoices};

/// Days before an event in which an open balance is a risk.
const RISK_DAYS: u32 = 30;

pub(crate) async fn list(api: &Api, request: JobsListRequest) -> Result<JobsPage, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let page = Page {
        offset: request.offset,
        limit: request.limit.min(500),
    };
    let client = request.client.map(ClientId);
    let listed = store::job::find(&mut reader, &request.search, client.as_ref(), page).await?;
    let mut rows = Vec::with_capacity(listed.rows.len());
    for found in listed.rows {
        rows.push(
            row(
                &mut reader,
                found.job.id,
                &found.job.facts,
                found.client_name,
                today,
            )
            .await?,
        );
    }
    Ok(JobsPage {
        rows,
        total: u32::try_from(listed.total).unwrap_or(u32::MAX),
    })
}

/// A job as lists show it.
pub(crate) async fn row(
    conn: &mut Conn,
    id: JobId,
    facts: &JobFacts,
    client_name: String,
    today: CivilDate,
) -> Result<JobRow, ApiError> {
    let flags = flags(conn, &id, facts, today).await?;
    Ok(JobRow {
        id: id.0,
        title: facts.title.clone(),
        kind: facts.kind,
        client_id: facts.client.0.clone(),
        client_name,
        event_on: facts.event_on,
        delivered_on: facts.delivered_on,
        price: facts.price,
        flags,
    })
}

async fn flags(
    conn: &mut Conn,
    id: &JobId,
    facts: &JobFacts,
    today: CivilDate,
) -> Result<Vec<JobFlag>, ApiError> {
    let invoices = invoices::of_job(conn, id, today).await?;
    let issued = invoices
        .iter()
        .any(|invoice| invoice.kind != InvoiceKind::Draft);
    let mut flags = Vec::new();
    if facts.delivered_on.is_some_and(|on| on <= today) && !issued {
        flags.push(JobFlag::NotInvoiced);
    }
    if invoices
        .iter()
        .any(|invoice| invoice.status == InvoiceStatus::Overdue)
    {
        flags.push(JobFlag::Overdue);
    }
    let near = facts.event_on.is_some_and(|event| {
        today <= event && event <= domain::calendar::days_after(today, RISK_DAYS)
    });
    let open = invoices
        .iter()
        .any(|invoice| invoice.open.is_some_and(Money::is_positive));
    if near && open {
        flags.push(JobFlag::AtRisk);
    }
    Ok(flags)
}

pub(crate) async fn get(api: &Api, request: ById) -> Result<JobView, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let id = JobId(request.id);
    let stored = store::job::get(&mut reader, &id).await?;
    let client = store::client::get(&mut reader, &stored.facts.client).await?;
    let invoices = invoices::of_job(&mut reader, &id, today).await?;
    let stages = stages(&mut reader, &id, &stored.facts, &invoices).await?;
    Ok(JobView {
        flags: flags(&mut reader, &id, &stored.facts, today).await?,
        id: id.0.clone(),
        version: stored.version,
        client_name: client.facts.name,
        stages,
        agreement: agreement(&mut reader, &id).await?,
        invoices,
        job: stored.facts,
    })
}

/// The schedule's parts with what became of each. A part is known by the job's settings, which remember the
/// draft or invoice that was made for it.
async fn stages(
    conn: &mut Conn,
    id: &JobId,
    facts: &JobFacts,
    invoices: &[InvoiceRow],
) -> Result<Vec<StageView>, ApiError> {
    let stages = domain::job::stages(facts)?;
    let made = made_for_stages(conn, id).await?;
    let views = stages.into_iter().map(|stage| {
        let invoice = made
            .iter()
            .find(|made| made.stage == stage.kind)
            .and_then(|made| {
                let row = invoices
                    .iter()
                    .find(|row| row.id == made.draft || Some(&row.id) == made.invoice.as_ref())?;
                Some(StageInvoice {
                    id: row.id.clone(),
                    number: row.number.clone(),
                    is_draft: row.kind == InvoiceKind::Draft,
                    open: row.open.unwrap_or(stage.amount),
                })
            });
        StageView {
            kind: stage.kind,
            amount: stage.amount,
            due_on: stage.due_on,
            invoice,
        }
    });
    Ok(views.collect())
}

/// Which draft was made for which part of a job's schedule, and the invoice it became.
#[derive(serde::Serialize, serde::Deserialize)]
pub(crate) struct StageMade {
    pub(crate) stage: StageKind,
    pub(crate) draft: String,
    pub(crate) invoice: Option<String>,
}

fn stages_key(job: &JobId) -> String {
    format!("stages/{job}")
}

pub(crate) async fn made_for_stages(
    conn: &mut Conn,
    job: &JobId,
) -> Result<Vec<StageMade>, ApiError> {
    Ok(store::setting::get(conn, &stages_key(job))
        .await?
        .unwrap_or_default())
}

/// Notes that a part's draft became an invoice.
pub(crate) async fn stage_issued(
    act: &mut Act<'_>,
    job: &JobId,
    draft: &str,
    invoice: &str,
) -> Result<(), ApiError> {
    let mut made = made_for_stages(&mut act.tx, job).await?;
    if let Some(stage) = made.iter_mut().find(|made| made.draft == draft) {
        stage.invoice = Some(invoice.to_owned());
        store::setting::put(&mut act.tx, &stages_key(job), &made, act.now).await?;
    }
    Ok(())
}

pub(crate) async fn save(act: &mut Act<'_>, request: JobSave) -> Result<Saved, ApiError> {
    let job = request
        .job
        .validated(act.today)
        .map_err(|problems| within("job", problems))?;
    store::client::get(&mut act.tx, &job.client).await?;
    let (id, version) = match request.id {
        Some(id) => {
            let id = JobId(id);
            let version =
                store::job::update(&mut act.tx, &id, request.expected_version, &job, act.now)
                    .await?;
            (id, version)
        }
        None => {
            let id = JobId(act.new_id()?);
            store::job::insert(&mut act.tx, &id, &job, act.now).await?;
            (id, 1)
        }
    };
    let about = Subjects {
        client: Some(job.client.0.clone()),
        ..Subjects::default()
    };
    act.log(
        EventKind::JobSaved,
        about,
        &[("job", &id.0), ("title", &job.title)],
    )
    .await?;
    Ok(Saved { id: id.0, version })
}

pub(crate) async fn invoice_stage(
    act: &mut Act<'_>,
    request: StageInvoiceRequest,
) -> Result<Saved, ApiError> {
    let id = JobId(request.job);
    let job = store::job::get(&mut act.tx, &id).await?.facts;
    let stages = domain::job::stages(&job)?;
    let Some(stage) = stages.into_iter().find(|stage| stage.kind == request.stage) else {
        return Err(ApiError::precondition(
            "the job's schedule has no such part",
        ));
    };
    let mut made = made_for_stages(&mut act.tx, &id).await?;
    for earlier in made.iter().filter(|made| made.stage == request.stage) {
        if earlier.invoice.is_some() {
            return Err(ApiError::precondition("this part was invoiced already"));
        }
        // The draft of this part is still there: open it instead of making a second one.
        if let Some(draft) =
            store::draft::find(&mut act.tx, &domain::id::DraftId(earlier.draft.clone())).await?
        {
            return Ok(Saved {
                id: draft.id.0,
                version: draft.version,
            });
        }
    }
    let saved = drafts::for_stage(act, &id, &job, &stage).await?;
    made.retain(|made| made.stage != request.stage);
    made.push(StageMade {
        stage: request.stage,
        draft: saved.id.clone(),
        invoice: None,
    });
    store::setting::put(&mut act.tx, &stages_key(&id), &made, act.now).await?;
    Ok(saved)
}

/// The agreement that holds for a job: the one attached last.
pub(crate) async fn agreement_facts(
    conn: &mut Conn,
    job: &JobId,
) -> Result<Option<AgreementFacts>, ApiError> {
    let agreements = store::agreement::of_job(conn, job).await?;
    Ok(agreements
        .into_iter()
        .next_back()
        .map(|stored| stored.agreement.facts))
}

async fn agreement(conn: &mut Conn, job: &JobId) -> Result<Option<AgreementView>, ApiError> {
    let Some(stored) = store::agreement::of_job(conn, job)
        .await?
        .into_iter()
        .next_back()
    else {
        return Ok(None);
    };
    let file = match &stored.file {
        Some(file) => Some(files::view(conn, file).await?),
        None => None,
    };
    Ok(Some(AgreementView {
        id: stored.agreement.id.0,
        version: stored.agreement.version,
        agreement: stored.agreement.facts,
        file,
    }))
}

pub(crate) async fn save_agreement(
    act: &mut Act<'_>,
    request: AgreementSave,
) -> Result<Saved, ApiError> {
    let facts = request
        .agreement
        .validated(act.today)
        .map_err(|problems| within("agreement", problems))?;
    let job = JobId(request.job);
    let client = store::job::get(&mut act.tx, &job).await?.facts.client;
    let earlier = store::agreement::of_job(&mut act.tx, &job)
        .await?
        .into_iter()
        .next_back();
    let (file, hash) = match &request.file_token {
        Some(token) => {
            let picked = files::picked_paper(act.api, "fileToken", token)?;
            let hash = crate::ids::hex(&crate::ids::sha256(&picked.bytes));
            (Some(files::keep(act, picked).await?), hash)
        }
        None => (
            earlier.as_ref().and_then(|earlier| earlier.file.clone()),
            String::new(),
        ),
    };
    let (id, version) = match earlier {
        Some(earlier) => {
            let id = earlier.agreement.id;
            let version = store::agreement::update(
                &mut act.tx,
                &id,
                request.expected_version,
                file.as_ref(),
                &facts,
                act.now,
            )
            .await?;
            (id, version)
        }
        None => {
            let id = AgreementId(act.new_id()?);
            store::agreement::insert(&mut act.tx, &id, &job, file.as_ref(), &facts, act.now)
                .await?;
            (id, 1)
        }
    };
    let about = Subjects {
        client: Some(client.0),
        ..Subjects::default()
    };
    let words = [
        ("job", job.0.as_str()),
        ("title", facts.title.as_str()),
        ("sha256", hash.as_str()),
    ];
    act.log(EventKind::AgreementAttached, about, &words).await?;
    Ok(Saved { id: id.0, version })
}

pub(crate) async fn file(api: &Api, request: ById) -> Result<Vec<u8>, ApiError> {
    let mut reader = api.store.read().await?;
    Ok(store::file::bytes(&api.store, &mut reader, &FileId(request.id)).await?)
}
