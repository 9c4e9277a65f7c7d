//! Decisions on steps: which debts a step counts for, and steps that have no paper of ours.
//!
//! One message may be about several debts, each at its own stage: every counter moves by its own step (invariants
//! 7 and 8). What was really handed over is recorded even when it was not asked for.

use std::collections::BTreeMap;

use domain::case::Channel;
use domain::dunning::{
    Debtor, DunningPolicy, StepEnd, StepKind, StepRecord, may_do_now, next_slot, plan_client,
};
use domain::evidence::{EventKind, Subjects};
use domain::field::{one_line, required_line};
use domain::id::{DocumentId, ReceivableId};
use domain::{CivilDate, FieldProblem, Problem};
use store::dunning::StoredStep;
use store::receivable::StoredReceivable;

use crate::act::Act;
use crate::cases::word;
use crate::error::ApiError;
use crate::ladder::{Ladders, leading};
use crate::payments::borrowed;
use crate::plans::{self, Plans};
use crate::wire::*;

/// What a decision on a step adds to its record.
#[derive(Default)]
pub(crate) struct Decision {
    pub(crate) how: Option<StepEnd>,
    pub(crate) on: Option<CivilDate>,
    pub(crate) deadline_on: Option<CivilDate>,
    pub(crate) document: Option<DocumentId>,
    pub(crate) contact: Option<String>,
    pub(crate) reason: String,
}

/// A rung that a decision is about.
struct Target {
    receivable: ReceivableId,
    kind: StepKind,
    occurrence: u32,
}

/// Records a decision for these debts of one client; returns how many it counts for.
pub(crate) async fn decide(
    act: &mut Act<'_>,
    receivables: &[StoredReceivable],
    kind: StepKind,
    decision: &Decision,
) -> Result<u32, ApiError> {
    let plans = Plans::stored(act).await?;
    let mut known = BTreeMap::new();
    for stored in receivables {
        let id = &stored.receivable.id;
        let records = store::dunning::records_of(&mut act.tx, id).await?;
        let again = decision.document.is_some()
            && records
                .iter()
                .any(|step| step.document == decision.document);
        if again {
            return Ok(0);
        }
        known.insert(id.clone(), records);
    }
    let how = decision.how.unwrap_or(StepEnd::Done);
    let mut targets = Vec::new();
    if how == StepEnd::Done {
        targets = planned(act, receivables, kind).await?;
    }
    if targets.is_empty() {
        targets = by_hand(act, &plans, receivables, &known, kind, how).await?;
    }
    for target in &targets {
        let key = plans::keep(act, &plans, &target.receivable).await?;
        let step = StoredStep {
            record: StepRecord {
                receivable: target.receivable.clone(),
                kind: target.kind,
                occurrence: target.occurrence,
                on: decision.on.unwrap_or(act.today),
                how,
                deadline_on: decision.deadline_on,
            },
            policy: key,
            document: decision.document.clone(),
            contact: decision.contact.clone(),
            reason: decision.reason.clone(),
            at: act.now,
        };
        store::dunning::record(&mut act.tx, &step).await?;
    }
    Ok(u32::try_from(targets.len()).unwrap_or(u32::MAX))
}

/// The rungs that today's plan puts into this message, each debt at its own stage.
async fn planned(
    act: &mut Act<'_>,
    receivables: &[StoredReceivable],
    kind: StepKind,
) -> Result<Vec<Target>, ApiError> {
    let Some(first) = receivables.first() else {
        return Ok(Vec::new());
    };
    let client = first.receivable.client.clone();
    let ladders = Ladders::of_client(&mut act.tx, &client, act.today).await?;
    let proposals = plan_client(ladders.debtor(&client)?, &ladders.place, act.today);
    let is_about = |id: &ReceivableId| receivables.iter().any(|stored| stored.receivable.id == *id);
    let message = proposals.into_iter().find(|proposal| {
        proposal.kind == kind
            && proposal
                .parts
                .first()
                .is_some_and(|lead| is_about(&lead.receivable))
    });
    let parts = message.map(|message| message.parts).unwrap_or_default();
    Ok(parts
        .into_iter()
        .filter(|part| is_about(&part.receivable))
        .map(|part| Target {
            receivable: part.receivable,
            kind: part.kind,
            occurrence: part.slot.occurrence,
        })
        .collect())
}

/// The debts that wait for this very step; when none does, those that stand where the oldest stands. What is a fact
/// already counts for all that lack it.
async fn by_hand(
    act: &mut Act<'_>,
    plans: &Plans,
    receivables: &[StoredReceivable],
    known: &BTreeMap<ReceivableId, Vec<StoredStep>>,
    kind: StepKind,
    how: StepEnd,
) -> Result<Vec<Target>, ApiError> {
    let ids = receivables.iter().map(|stored| &stored.receivable.id);
    let pins = store::policy::pins_of(&mut act.tx, ids).await?;
    let free: Vec<(&StoredReceivable, u32)> = receivables
        .iter()
        .filter_map(|stored| {
            let steps = known.get(&stored.receivable.id);
            let rung = free_rung(&plans.of(&pins, stored).policy, steps, kind)?;
            Some((stored, rung))
        })
        .collect();
    let Some((first, _)) = free.first() else {
        return Ok(Vec::new());
    };
    let client = first.receivable.client.clone();
    let ladders = Ladders::of_client(&mut act.tx, &client, act.today).await?;
    let debtor = ladders.debtor(&client)?;
    let today = act.today;
    let next = |stored: &StoredReceivable| next_kind(debtor, &stored.receivable.id, today);
    let of_kind = |wanted: Option<StepKind>| {
        let counted: Vec<&(&StoredReceivable, u32)> = free
            .iter()
            .filter(|(stored, _)| wanted.is_some() && next(stored) == wanted)
            .filter(|(stored, _)| {
                let id = &stored.receivable.id;
                how == StepEnd::Skipped || may_do_now(id, debtor, kind, today).is_ok()
            })
            .collect();
        counted
    };
    let mut counted = of_kind(Some(kind));
    if counted.is_empty() {
        counted = of_kind(leading(receivables).and_then(next));
    }
    if counted.is_empty() {
        counted = free.iter().collect();
    }
    Ok(counted
        .into_iter()
        .map(|(stored, occurrence)| Target {
            receivable: stored.receivable.id.clone(),
            kind,
            occurrence: *occurrence,
        })
        .collect())
}

/// The first rung of a kind without a decision; a kind that the plan lacks has one.
fn free_rung(
    policy: &DunningPolicy,
    steps: Option<&Vec<StoredStep>>,
    kind: StepKind,
) -> Option<u32> {
    let taken = |occurrence: u32| {
        steps.is_some_and(|steps| {
            steps
                .iter()
                .any(|step| step.record.kind == kind && step.record.occurrence == occurrence)
        })
    };
    let rungs = policy.slots().filter(|slot| {
        let step = policy.steps.get(slot.step);
        step.is_some_and(|step| step.kind == kind)
    });
    let mut rungs: Vec<u32> = rungs.map(|slot| slot.occurrence).collect();
    if rungs.is_empty() {
        rungs.push(1);
    }
    rungs.into_iter().find(|rung| !taken(*rung))
}

/// The step that a debt waits for.
fn next_kind(debtor: &Debtor, receivable: &ReceivableId, today: CivilDate) -> Option<StepKind> {
    let debt = debtor
        .receivables
        .iter()
        .find(|debt| debt.receivable == *receivable)?;
    let slot = next_slot(debtor, debt, today)?;
    debt.policy.steps.get(slot.step).map(|step| step.kind)
}

/// A step without a paper of ours: done by hand, or passed over with a reason.
pub(crate) async fn decide_by_hand(
    act: &mut Act<'_>,
    request: StepDecide,
) -> Result<Nothing, ApiError> {
    let receivables = debts(act, &request.receivables).await?;
    let (to, note) = checked(act, &request)?;
    let Some(first) = receivables.first() else {
        return Err(ApiError::field("receivables", Problem::Required));
    };
    let client = first.receivable.client.clone();
    if request.how == StepEnd::Done {
        let ladders = Ladders::of_client(&mut act.tx, &client, act.today).await?;
        let debtor = ladders.debtor(&client)?;
        let may = |stored: &StoredReceivable| {
            may_do_now(&stored.receivable.id, debtor, request.kind, act.today).is_ok()
        };
        if !receivables.iter().all(may) {
            return Err(ApiError::precondition("this step is not open today"));
        }
    }
    let decision = Decision {
        how: Some(request.how),
        on: Some(request.on),
        deadline_on: request.deadline_on,
        reason: if request.how == StepEnd::Done {
            word(&request.channel)
        } else {
            note.clone()
        },
        ..Decision::default()
    };
    if decide(act, &receivables, request.kind, &decision).await? == 0 {
        return Err(ApiError::precondition("this step is behind already"));
    }
    let numbers: Vec<&str> = receivables
        .iter()
        .map(|stored| stored.receivable.number.as_str())
        .collect();
    let subjects = Subjects {
        client: Some(client.0),
        case: first.receivable.case.as_ref().map(|case| case.0.clone()),
        ..Subjects::default()
    };
    let words = [
        ("step", word(&request.kind)),
        ("channel", word(&request.channel)),
        ("to", to),
        (
            "help",
            request.help.map(|help| word(&help)).unwrap_or_default(),
        ),
        ("numbers", numbers.join(", ")),
        (
            "deadline",
            request
                .deadline_on
                .map(|on| on.to_string())
                .unwrap_or_default(),
        ),
        ("on", request.on.to_string()),
        if request.how == StepEnd::Done {
            ("proof", note)
        } else {
            ("reason", note)
        },
        ("by", "owner".to_owned()),
    ];
    let kind = match request.how {
        StepEnd::Done => EventKind::StepDone,
        StepEnd::Skipped => EventKind::StepSkipped,
    };
    act.log(kind, subjects, &borrowed(&words)).await?;
    Ok(Nothing {})
}

/// The debts named, all of one client in one currency.
async fn debts(act: &mut Act<'_>, ids: &[String]) -> Result<Vec<StoredReceivable>, ApiError> {
    let mut found: Vec<StoredReceivable> = Vec::new();
    for id in ids {
        let stored = store::receivable::get(&mut act.tx, &ReceivableId(id.clone())).await?;
        let fits = found.first().is_none_or(|first| {
            first.receivable.client == stored.receivable.client
                && first.open.currency() == stored.open.currency()
        });
        if !fits {
            return Err(ApiError::field("receivables", Problem::Unknown));
        }
        found.push(stored);
    }
    Ok(found)
}

/// Whom it was said to and what was done, when the rest of the request can be meant.
fn checked(act: &Act<'_>, request: &StepDecide) -> Result<(String, String), ApiError> {
    let mut problems = Vec::new();
    let is_done = request.how == StepEnd::Done;
    let to = one_line("to", &request.to, 200, &mut problems);
    let note = if is_done {
        one_line("note", &request.note, 200, &mut problems)
    } else {
        required_line("note", &request.note, 200, &mut problems)
    };
    if request.on > act.today {
        problems.push(FieldProblem::new("on", Problem::InFuture));
    }
    if request.deadline_on.is_some_and(|on| on <= request.on) {
        problems.push(FieldProblem::new("deadlineOn", Problem::BeforeStart));
    }
    if is_done && request.kind.is_written() {
        // Its paper is made, kept and handed over: saying that it went is not enough.
        problems.push(FieldProblem::new("kind", Problem::Unknown));
    }
    if is_done && (request.kind == StepKind::OutsideHelp) != request.help.is_some() {
        problems.push(FieldProblem::new("help", Problem::Required));
    }
    let is_call = request.kind == StepKind::Call;
    if is_done && is_call && request.channel != Channel::Call {
        problems.push(FieldProblem::new("channel", Problem::Unknown));
    }
    if problems.is_empty() {
        Ok((to, note))
    } else {
        Err(ApiError::fields(problems))
    }
}
