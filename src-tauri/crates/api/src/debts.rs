//! Debts from before Safelight: an invoice made elsewhere becomes a receivable like any other.
//!
//! It takes no number of ours, is never drawn again, and starts at the step the owner picks.

use domain::dunning::start_at;
use domain::evidence::{EventKind, Subjects};
use domain::field::{plausible_date, required_line};
use domain::id::{ClientId, DocumentId, InvoiceId, ReceivableId};
use domain::receivable::{Origin, Receivable};
use domain::{FieldProblem, Problem};
use serde::Serialize;
use store::dunning::StoredStep;
use store::invoice::NewInvoice;

use crate::act::Act;
use crate::error::ApiError;
use crate::payments::borrowed;
use crate::plans::{self, Plans};
use crate::wire::*;
use crate::{files, ids, ladder};

/// What is kept of an invoice made elsewhere.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Recorded<'a> {
    number: &'a str,
    title: &'a str,
    issued_on: domain::CivilDate,
    due_on: domain::CivilDate,
    total: domain::Money,
    open_then: domain::Money,
    scan_sha256: Option<String>,
}

fn check(request: &DebtRecord, today: domain::CivilDate) -> Result<(String, String), ApiError> {
    let mut problems = Vec::new();
    let number = required_line("number", &request.number, 60, &mut problems);
    let title = required_line("title", &request.title, 200, &mut problems);
    plausible_date("issuedOn", request.issued_on, &mut problems);
    plausible_date("dueOn", request.due_on, &mut problems);
    if request.issued_on > today {
        problems.push(FieldProblem::new("issuedOn", Problem::InFuture));
    }
    if request.due_on < request.issued_on {
        problems.push(FieldProblem::new("dueOn", Problem::BeforeStart));
    }
    if !request.open.is_positive() {
        problems.push(FieldProblem::new("open", Problem::MustBePositive));
    }
    if !request.total.is_positive() {
        problems.push(FieldProblem::new("total", Problem::MustBePositive));
    }
    if request.open.currency() != request.total.currency() {
        problems.push(FieldProblem::new("open", Problem::CurrencyMismatch));
    } else if request.open.minor() > request.total.minor() {
        problems.push(FieldProblem::new("open", Problem::TooLarge));
    }
    for (index, tried) in request.tried.iter().enumerate() {
        if tried.on.is_some_and(|on| on > today) {
            problems.push(FieldProblem::new(
                format!("tried[{index}].on"),
                Problem::InFuture,
            ));
        }
        domain::field::one_line(
            &format!("tried[{index}].note"),
            &tried.note,
            200,
            &mut problems,
        );
    }
    if problems.is_empty() {
        Ok((number, title))
    } else {
        Err(ApiError::fields(problems))
    }
}

pub(crate) async fn record(
    act: &mut Act<'_>,
    request: DebtRecord,
) -> Result<DebtRecorded, ApiError> {
    let (number, title) = check(&request, act.today)?;
    let client = ClientId(request.client.clone());
    store::client::get(&mut act.tx, &client).await?;
    // One that was issued here is no debt from before: the client would be asked twice for it.
    let ours = store::invoice::of_client(&mut act.tx, &client).await?;
    let is_ours = ours
        .iter()
        .any(|invoice| !invoice.is_recorded && invoice.number == number);
    if is_ours || store::invoice::is_recorded(&mut act.tx, &client, &number).await? {
        return Err(ApiError::field("number", Problem::Taken));
    }
    let invoice = InvoiceId(act.new_id()?);
    let (file, scan_sha256) = match &request.file_token {
        Some(token) => {
            let picked = files::picked_paper(act.api, "fileToken", token)?;
            let hash = ids::hex(&ids::sha256(&picked.bytes));
            (Some(files::keep(act, picked).await?), Some(hash))
        }
        None => (None, None),
    };
    let facts = Recorded {
        number: &number,
        title: &title,
        issued_on: request.issued_on,
        due_on: request.due_on,
        total: request.total,
        open_then: request.open,
        scan_sha256: scan_sha256.clone(),
    };
    let new = NewInvoice {
        id: &invoice,
        kind: store::invoice::InvoiceKind::Recorded,
        number: &number,
        client: &client,
        job: None,
        title: &title,
        issued_on: request.issued_on,
        due_on: request.due_on,
        total: request.total,
        document: None::<&DocumentId>,
        file: file.as_ref(),
        search_words: &[],
    };
    store::invoice::insert(&mut act.tx, &new, &facts, act.now).await?;
    let receivable = Receivable {
        id: ReceivableId(act.new_id()?),
        client: client.clone(),
        origin: Origin::Recorded {
            invoice: invoice.clone(),
        },
        number: number.clone(),
        issued_on: request.issued_on,
        due_on: request.due_on,
        // What was paid before is not ours to tell: the receivable is what is still open.
        amount: request.open,
        paid: domain::Money::zero(request.open.currency()),
        case: None,
    };
    store::receivable::insert(&mut act.tx, &receivable, request.open).await?;
    let subjects = Subjects {
        client: Some(client.0.clone()),
        invoice: Some(invoice.0.clone()),
        receivable: Some(receivable.id.0.clone()),
        ..Subjects::default()
    };
    let words = [
        ("number", number),
        ("amount", request.open.to_string()),
        ("due", request.due_on.to_string()),
        ("sha256", scan_sha256.unwrap_or_default()),
    ];
    act.log(EventKind::ReceivableRecorded, subjects, &borrowed(&words))
        .await?;
    start(act, &request, &receivable).await?;
    ladder::catch_up(act).await?;
    let case = store::receivable::get(&mut act.tx, &receivable.id)
        .await?
        .receivable
        .case;
    log_tried(
        act,
        &request,
        &invoice,
        case.as_ref().map(|case| case.0.clone()),
    )
    .await?;
    // The owner has just told us about it: no need to ask whether it was paid.
    if case.is_some() {
        store::due_notice::asked(&mut act.tx, &receivable.id, act.today, act.now).await?;
        store::due_notice::answer(&mut act.tx, &receivable.id, store::due_notice::Answer::No)
            .await?;
    }
    Ok(DebtRecorded {
        invoice: invoice.0,
        case: case.map(|case| case.0),
    })
}

/// Counts the steps before the chosen one as passed over.
async fn start(
    act: &mut Act<'_>,
    request: &DebtRecord,
    receivable: &Receivable,
) -> Result<(), ApiError> {
    let plans = Plans::stored(act).await?;
    let key = plans::keep(act, &plans, &receivable.id).await?;
    let version = plans
        .get(key)
        .ok_or_else(|| ApiError::internal("a plan that is not stored"))?;
    if version.policy.step(request.start_at).is_none() {
        return Err(ApiError::field("startAt", Problem::Unknown));
    }
    let last_tried = request.tried.iter().filter_map(|tried| tried.on).max();
    let on = last_tried
        .unwrap_or(request.due_on)
        .min(act.today.pred_opt().unwrap_or(act.today));
    for record in start_at(&receivable.id, &version.policy, request.start_at, on) {
        let step = StoredStep {
            record,
            policy: key,
            document: None,
            contact: None,
            reason: "before Safelight".to_owned(),
            at: act.now,
        };
        store::dunning::record(&mut act.tx, &step).await?;
    }
    Ok(())
}

/// Logs what was tried before, with the owner as the source.
async fn log_tried(
    act: &mut Act<'_>,
    request: &DebtRecord,
    invoice: &InvoiceId,
    case: Option<String>,
) -> Result<(), ApiError> {
    for tried in &request.tried {
        let channel = match tried.what {
            TriedKind::Reminder => "email",
            TriedKind::Call => "call",
            TriedKind::Message => "message",
            TriedKind::Letter => "letter",
            TriedKind::Visit => "visit",
            TriedKind::Other => "",
        };
        let subjects = Subjects {
            client: Some(request.client.clone()),
            invoice: Some(invoice.0.clone()),
            case: case.clone(),
            ..Subjects::default()
        };
        let words = [
            ("direction", "outbound".to_owned()),
            ("channel", channel.to_owned()),
            ("words", tried.note.trim().to_owned()),
            ("on", tried.on.map(|on| on.to_string()).unwrap_or_default()),
            ("before", "safelight".to_owned()),
        ];
        act.log(EventKind::ContactLogged, subjects, &borrowed(&words))
            .await?;
    }
    Ok(())
}
