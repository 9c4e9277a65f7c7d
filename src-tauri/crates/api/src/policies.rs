//! Follow-up plans in the window: list, try out, save, attach, and move a running case.

use std::sync::Arc;

use domain::calendar::days_between;
use domain::client::ClientKind;
use domain::dunning::{DunningPolicy, Place, answer_days, explain, preview as foretell};
use domain::evidence::{EventKind, Subjects};
use domain::field::required_line;
use domain::holidays::WorkingDays;
use domain::id::{CaseId, ClientId, InvoiceId, PolicyId};
use domain::{CivilDate, Problem};
use store::Conn;
use store::policy::Scope;
use store::receivable::StoredReceivable;

use crate::act::Act;
use crate::cases;
use crate::error::ApiError;
use crate::ladder::{self, Ladders, leading};
use crate::plans::{Plans, Version};
use crate::studio::Api;
use crate::wire::*;

/// The longest name of a plan.
const NAME: usize = 60;

pub(crate) async fn of_business(api: &Api, _: Nothing) -> Result<PolicyView, ApiError> {
    let mut reader = api.store.read().await?;
    let version = Plans::load(&mut reader).await?.of_business();
    Ok(PolicyView {
        policy: (*version.policy).clone(),
    })
}

pub(crate) async fn list(api: &Api, _: Nothing) -> Result<PoliciesView, ApiError> {
    let mut reader = api.store.read().await?;
    let plans = Plans::load(&mut reader).await?;
    Ok(PoliciesView {
        policies: plans.newest_of_all().iter().map(choice).collect(),
        of_business: plans.of_business().policy.id.0.clone(),
    })
}

fn choice(version: &Version) -> PolicyChoice {
    PolicyChoice {
        is_preset: DunningPolicy::is_preset(&version.policy.id),
        policy: (*version.policy).clone(),
    }
}

pub(crate) async fn preview(
    api: &Api,
    request: PolicyPreviewRequest,
) -> Result<PolicyPreview, ApiError> {
    let mut reader = api.store.read().await?;
    let business = ladder::country(&mut reader).await?;
    drop(reader);
    let policy = DunningPolicy {
        id: PolicyId(String::new()),
        name: String::new(),
        version: 1,
        steps: request.steps,
    };
    if !domain::calendar::is_plausible(request.due_on) {
        return Err(ApiError::field("dueOn", Problem::Implausible));
    }
    let country = if request.country.is_empty() {
        &business
    } else {
        &request.country
    };
    let days = answer_days(&business, country, request.client_kind);
    let faults = policy.faults();
    let lines = if faults.is_empty() {
        lines(
            &policy,
            request.due_on,
            request.client_kind,
            days,
            &business,
        )?
    } else {
        Vec::new()
    };
    Ok(PolicyPreview {
        lines,
        faults: faults
            .into_iter()
            .map(|error| PolicyFault {
                step: count(error.step),
                fault: error.fault,
            })
            .collect(),
        answer_days: days,
    })
}

fn count(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn lines(
    policy: &DunningPolicy,
    due_on: CivilDate,
    kind: ClientKind,
    answer_days: u32,
    business: &str,
) -> Result<Vec<PolicyPreviewLine>, ApiError> {
    let place = Place {
        working_days: WorkingDays::of(business),
    };
    let expected = foretell(policy, due_on, kind, answer_days, &place)?;
    Ok(expected
        .into_iter()
        .map(|line| PolicyPreviewLine {
            step: count(line.slot.step),
            kind: line.kind,
            turn: line.slot.turn,
            on: line.on,
            days: days_between(due_on, line.on),
            channel: line.channel,
            tone: line.tone,
            approval: line.approval,
            deadline_on: line.deadline_on,
        })
        .collect())
}

pub(crate) async fn save(act: &mut Act<'_>, request: PolicySave) -> Result<PolicySaved, ApiError> {
    let mut problems = Vec::new();
    let name = required_line("name", &request.name, NAME, &mut problems);
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    let plans = Plans::stored(act).await?;
    let (id, version) = match request.id.map(PolicyId) {
        Some(id) if DunningPolicy::is_preset(&id) => {
            return Err(ApiError::precondition(
                "this plan comes with the program; save yours under a name of its own",
            ));
        }
        Some(id) => {
            let newest = plans
                .newest(&id)
                .ok_or_else(|| ApiError::not_found("the plan"))?;
            if newest.policy.name == name && newest.policy.steps == request.steps {
                return Ok(PolicySaved {
                    id: id.0,
                    version: newest.policy.version,
                });
            }
            (id, newest.policy.version + 1)
        }
        None => (PolicyId(act.new_id()?), 1),
    };
    if request.steps.is_empty() {
        return Err(ApiError::field("steps", Problem::Required));
    }
    let policy = DunningPolicy::new(id, &name, version, request.steps).map_err(|error| {
        let mut refused = ApiError::field(&format!("steps[{}]", error.step), Problem::WrongFormat);
        refused.message = error.to_string();
        refused
    })?;
    store::policy::add(&mut act.tx, &policy, act.now).await?;
    act.log(
        EventKind::PolicySaved,
        Subjects::default(),
        &[("name", &policy.name), ("version", &version.to_string())],
    )
    .await?;
    Ok(PolicySaved {
        id: policy.id.0,
        version,
    })
}

fn scope(scope: PolicyScope) -> Scope {
    match scope {
        PolicyScope::Business => Scope::Business,
        PolicyScope::Client => Scope::Client,
        PolicyScope::Invoice => Scope::Invoice,
    }
}

/// Whom a plan is for, when that exists.
async fn subjects(
    conn: &mut Conn,
    scope: PolicyScope,
    subject: &str,
) -> Result<Subjects, ApiError> {
    let mut subjects = Subjects::default();
    match scope {
        PolicyScope::Business if subject.is_empty() => {}
        PolicyScope::Business => return Err(ApiError::field("subject", Problem::Unknown)),
        PolicyScope::Client => {
            let client = ClientId(subject.to_owned());
            store::client::get(conn, &client).await?;
            subjects.client = Some(client.0);
        }
        PolicyScope::Invoice => {
            let invoice = InvoiceId(subject.to_owned());
            let found = store::receivable::of_invoice(conn, &invoice).await?;
            let first = found
                .first()
                .ok_or_else(|| ApiError::not_found("the invoice"))?;
            subjects.client = Some(first.receivable.client.0.clone());
            subjects.invoice = Some(invoice.0);
        }
    }
    Ok(subjects)
}

pub(crate) async fn assign(act: &mut Act<'_>, request: PolicyAssign) -> Result<Nothing, ApiError> {
    let subjects = subjects(&mut act.tx, request.scope, &request.subject).await?;
    let plans = Plans::stored(act).await?;
    let policy = request.policy.map(PolicyId);
    let name = match &policy {
        Some(id) => {
            let newest = plans.newest(id);
            newest
                .ok_or_else(|| ApiError::field("policy", Problem::Unknown))?
                .policy
                .name
                .clone()
        }
        None => String::new(),
    };
    let to = scope(request.scope);
    store::policy::assign(&mut act.tx, to, &request.subject, policy.as_ref(), act.now).await?;
    let words = [("scope", cases::word(&request.scope)), ("name", name)];
    act.log(
        EventKind::PolicyAssigned,
        subjects,
        &crate::payments::borrowed(&words),
    )
    .await?;
    Ok(Nothing {})
}

pub(crate) async fn assigned(
    api: &Api,
    request: PolicyAssignedRequest,
) -> Result<PolicyAssigned, ApiError> {
    let mut reader = api.store.read().await?;
    let subjects = subjects(&mut reader, request.scope, &request.subject).await?;
    let plans = Plans::load(&mut reader).await?;
    let invoice = subjects.invoice.as_deref();
    let client = subjects.client.as_deref();
    let narrow = [(Scope::Invoice, invoice), (Scope::Client, client)];
    let effective = narrow
        .into_iter()
        .filter_map(|(scope, subject)| plans.assigned(scope, subject?))
        .find_map(|id| plans.newest(id))
        .unwrap_or_else(|| plans.of_business());
    Ok(PolicyAssigned {
        own: plans
            .assigned(scope(request.scope), &request.subject)
            .map(|id| id.0.clone()),
        policy: effective.policy.id.0.clone(),
    })
}

/// What a move is about: the case's open debts, where they stand, and where they would.
struct Move {
    open: Vec<StoredReceivable>,
    from: Version,
    to: Version,
    before: Ladders,
    client: ClientId,
}

async fn movement(
    conn: &mut Conn,
    request: &PolicyMove,
    today: CivilDate,
) -> Result<Move, ApiError> {
    let case = store::case::get(conn, &CaseId(request.case.clone())).await?;
    let mut open = store::receivable::of_case(conn, &case.id).await?;
    open.retain(|stored| stored.open.is_positive());
    let before = Ladders::of_client(conn, &case.client, today).await?;
    let first = leading(&open)
        .filter(|_| case.closed.is_none())
        .ok_or_else(|| ApiError::precondition("nothing is open in this case"))?;
    let to = before
        .plans
        .newest(&PolicyId(request.policy.clone()))
        .ok_or_else(|| ApiError::field("policy", Problem::Unknown))?;
    Ok(Move {
        from: before.plans.of(&before.pins, first),
        to,
        client: case.client,
        before,
        open,
    })
}

pub(crate) async fn move_preview(
    api: &Api,
    request: PolicyMove,
) -> Result<PolicyMovePreview, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let moved = movement(&mut reader, &request, today).await?;
    let first = leading(&moved.open).ok_or_else(|| ApiError::not_found("the debt"))?;
    let mut debtor = moved.before.debtor(&moved.client)?.clone();
    let rungs = |debtor: &domain::dunning::Debtor| {
        let place = &moved.before.place;
        let view = explain(&first.receivable.id, debtor, place, today);
        let rungs = view.map(|view| view.rungs).unwrap_or_default();
        rungs
            .iter()
            .map(|rung| ladder::rung_view(rung, false, false))
            .collect()
    };
    let before = rungs(&debtor);
    for debt in &mut debtor.receivables {
        let is_moved = |stored: &StoredReceivable| stored.receivable.id == debt.receivable;
        if moved.open.iter().any(is_moved) {
            debt.policy = Arc::clone(&moved.to.policy);
        }
    }
    Ok(PolicyMovePreview {
        from: choice(&moved.from),
        to: choice(&moved.to),
        before,
        after: rungs(&debtor),
    })
}

pub(crate) async fn move_case(act: &mut Act<'_>, request: PolicyMove) -> Result<Nothing, ApiError> {
    let case = cases::open_case(act, &request.case).await?;
    Plans::stored(act).await?;
    let moved = movement(&mut act.tx, &request, act.today).await?;
    let key = moved
        .to
        .key
        .ok_or_else(|| ApiError::internal("a plan that is not stored"))?;
    for stored in &moved.open {
        let id = &stored.receivable.id;
        store::policy::pin(&mut act.tx, id, key, act.today).await?;
    }
    store::case::touch(&mut act.tx, &case.id, act.now).await?;
    let named = |version: &Version| format!("{} {}", version.policy.name, version.policy.version);
    act.log(
        EventKind::PolicyMoved,
        cases::about(&case),
        &[("from", &named(&moved.from)), ("to", &named(&moved.to))],
    )
    .await?;
    Ok(Nothing {})
}
