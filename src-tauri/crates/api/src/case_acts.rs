//! What the owner does about a case: says that nothing came, passes a step over, puts it aside, logs a contact,
//! closes and reopens it.

use domain::case::{ContactFacts, Outcome, may_close};
use domain::dunning::{StepEnd, StepKind};
use domain::evidence::EventKind;
use domain::field::{many_lines, required_line};
use domain::id::CaseId;
use domain::{CivilDate, Problem};
use store::case::Closed;
use store::contact::Contact;

use crate::act::Act;
use crate::cases;
use crate::error::ApiError;
use crate::ladder;
use crate::payments::borrowed;
use crate::steps::{self, Decision};
use crate::wire::*;

pub(crate) async fn checked(
    act: &mut Act<'_>,
    request: CheckedConfirm,
) -> Result<Nothing, ApiError> {
    let case = cases::open_case(act, &request.case).await?;
    store::setting::put(
        &mut act.tx,
        &cases::checked_key(&case.client),
        &act.today,
        act.now,
    )
    .await?;
    act.log(
        EventKind::PaymentsChecked,
        cases::about(&case),
        &[("on", &act.today.to_string())],
    )
    .await?;
    Ok(Nothing {})
}

pub(crate) async fn skip_step(act: &mut Act<'_>, request: StepSkip) -> Result<Nothing, ApiError> {
    let case = cases::open_case(act, &request.case).await?;
    let mut problems = Vec::new();
    let reason = required_line("reason", &request.reason, 200, &mut problems);
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    let receivables = cases::step_receivables(act, &case).await?;
    let decision = Decision {
        how: Some(StepEnd::Skipped),
        reason: reason.clone(),
        ..Decision::default()
    };
    if steps::decide(act, &receivables, request.kind, &decision).await? == 0 {
        return Err(ApiError::precondition("this step is behind already"));
    }
    act.log(
        EventKind::StepSkipped,
        cases::about(&case),
        &[("step", &cases::word(&request.kind)), ("reason", &reason)],
    )
    .await?;
    Ok(Nothing {})
}

pub(crate) async fn snooze(act: &mut Act<'_>, request: StepSnooze) -> Result<Nothing, ApiError> {
    let case = cases::open_case(act, &request.case).await?;
    if request.until < act.today || request.until > domain::calendar::days_after(act.today, 366) {
        return Err(ApiError::field("until", Problem::Implausible));
    }
    if request.until == act.today {
        store::snooze::remove(&mut act.tx, ladder::CASE, &case.id.0).await?;
    } else {
        store::snooze::put(
            &mut act.tx,
            ladder::CASE,
            &case.id.0,
            request.until,
            act.now,
        )
        .await?;
    }
    act.log(
        EventKind::StepPostponed,
        cases::about(&case),
        &[("until", &request.until.to_string())],
    )
    .await?;
    Ok(Nothing {})
}

pub(crate) async fn log_contact(
    act: &mut Act<'_>,
    request: ContactLog,
) -> Result<Nothing, ApiError> {
    let case = cases::open_case(act, &request.case).await?;
    if request.on > act.today {
        return Err(ApiError::field("on", Problem::InFuture));
    }
    let happened_at = if request.on == act.today {
        act.now
    } else {
        noon(request.on)
    };
    let facts = ContactFacts {
        happened_at,
        direction: request.direction,
        channel: request.channel,
        person: request.person,
        text: request.words,
        outcome: Some(request.outcome),
    };
    let facts = facts.validated(act.now).map_err(renamed)?;
    let id = act.new_id()?;
    let contact = Contact {
        id: id.clone(),
        client: case.client.clone(),
        case: Some(case.id.clone()),
        happened_at,
        logged_at: act.now,
        direction: request.direction,
        channel: request.channel,
        outcome: request.outcome,
        person: facts.person.clone(),
        words: facts.text.clone(),
        amount: None,
        deadline_on: None,
        document: None,
        file: None,
        corrects: None,
    };
    store::contact::insert(&mut act.tx, &contact).await?;
    if request.counts_as_step {
        let receivables = cases::step_receivables(act, &case).await?;
        let decision = Decision {
            on: Some(request.on),
            contact: Some(id),
            ..Decision::default()
        };
        steps::decide(act, &receivables, StepKind::Call, &decision).await?;
    }
    let step = if request.counts_as_step {
        cases::word(&StepKind::Call)
    } else {
        String::new()
    };
    let words = [
        ("direction", cases::word(&request.direction)),
        ("channel", cases::word(&request.channel)),
        ("person", facts.person),
        ("outcome", cases::word(&request.outcome)),
        ("words", facts.text),
        ("step", step),
        ("on", request.on.to_string()),
    ];
    act.log(
        EventKind::ContactLogged,
        cases::about(&case),
        &borrowed(&words),
    )
    .await
    .map(|()| Nothing {})
}

/// A past day's contact is placed at noon UTC: within that day in every zone people work in.
fn noon(on: CivilDate) -> domain::Instant {
    on.and_hms_opt(12, 0, 0)
        .map(|time| time.and_utc())
        .unwrap_or_default()
}

/// The contact's fields by the names of the request.
fn renamed(problems: Vec<domain::FieldProblem>) -> ApiError {
    let named = problems.into_iter().map(|problem| {
        let field = match problem.field.as_str() {
            "happenedAt" => "on".to_owned(),
            "text" => "words".to_owned(),
            _ => problem.field,
        };
        domain::FieldProblem {
            field,
            problem: problem.problem,
        }
    });
    ApiError::fields(named.collect())
}

pub(crate) async fn close(act: &mut Act<'_>, request: CaseClose) -> Result<Nothing, ApiError> {
    let case = cases::open_case(act, &request.id).await?;
    let mut problems = Vec::new();
    let reason = many_lines("reason", &request.reason, 500, &mut problems);
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    if request.outcome != Outcome::Paid {
        // A write-off has to leave every sum of what is owed; until it does, it is not offered.
        return Err(ApiError::precondition(
            "a case with something open stays open",
        ));
    }
    let open = ladder::open_of(&mut act.tx, &case.id, case.currency).await?;
    may_close(request.outcome, open, &reason).map_err(|error| match error {
        domain::case::CloseError::ReasonMissing => ApiError::field("reason", Problem::Required),
        other => ApiError::precondition(other.to_string()),
    })?;
    let closed = Closed {
        on: act.today,
        outcome: request.outcome,
        reason: reason.clone(),
    };
    store::case::close(
        &mut act.tx,
        &case.id,
        request.expected_version,
        &closed,
        act.now,
    )
    .await?;
    let words = [
        ("outcome", cases::word(&request.outcome)),
        ("reason", reason),
        ("open", open.to_string()),
    ];
    act.log(
        EventKind::CaseClosed,
        cases::about(&case),
        &borrowed(&words),
    )
    .await?;
    Ok(Nothing {})
}

pub(crate) async fn reopen(act: &mut Act<'_>, request: CaseReopen) -> Result<Nothing, ApiError> {
    let case = store::case::get(&mut act.tx, &CaseId(request.id)).await?;
    if case.closed.is_none() {
        return Err(ApiError::precondition("the case is open"));
    }
    let mut problems = Vec::new();
    let reason = required_line("reason", &request.reason, 500, &mut problems);
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    store::case::reopen(
        &mut act.tx,
        &case.id,
        request.expected_version,
        &reason,
        act.now,
    )
    .await?;
    act.log(
        EventKind::CaseReopened,
        cases::about(&case),
        &[("reason", &reason)],
    )
    .await?;
    Ok(Nothing {})
}
