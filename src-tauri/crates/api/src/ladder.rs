//! The ladder of a client: facts for the planner, its answers, and what a new day changes by itself.
//!
//! [`catch_up`] opens cases and lets late receivables join them; it is idempotent, so that running it after
//! every change, on each tick and by two processes does it once.

use std::collections::{BTreeMap, BTreeSet};

use domain::case::{CaseChanges, CaseState, NewCase, case_changes};
use domain::dunning::{
    DunningPolicy, Proposal, ReceivableFacts, Rung, RungState, StepKind, StepRecord, Why, explain,
    may_do_now, plan,
};
use domain::evidence::{EventKind, Subjects};
use domain::id::{CaseId, ClientId, ReceivableId};
use domain::receivable::Receivable;
use domain::{CivilDate, Money};
use store::Conn;
use store::dunning::StoredStep;
use store::receivable::StoredReceivable;

use crate::act::Act;
use crate::error::ApiError;
use crate::payments::borrowed;
use crate::wire::{RungState as WireState, RungView, RungWhy};

/// The follow-up plan in force.
pub(crate) async fn policy(conn: &mut Conn) -> Result<DunningPolicy, ApiError> {
    Ok(store::dunning::current_policy(conn)
        .await?
        .unwrap_or_else(DunningPolicy::standard))
}

/// The plan in force, stored so that decisions can name its version.
pub(crate) async fn stored_policy(act: &mut Act<'_>) -> Result<DunningPolicy, ApiError> {
    if let Some(policy) = store::dunning::current_policy(&mut act.tx).await? {
        return Ok(policy);
    }
    let policy = DunningPolicy::standard();
    store::dunning::add_policy(&mut act.tx, &policy, act.now).await?;
    Ok(policy)
}

/// What the planner knows of a client's open receivables.
pub(crate) async fn facts_of_client(
    conn: &mut Conn,
    client: &ClientId,
    today: CivilDate,
) -> Result<Vec<ReceivableFacts>, ApiError> {
    let open = store::receivable::open_of_client(conn, client).await?;
    let do_not_contact = store::client::get(conn, client).await?.facts.do_not_contact;
    let quiet = quiet(conn, today).await?;
    let mut records = by_receivable(store::dunning::records_of_open_of_client(conn, client).await?);
    let facts = open.into_iter().map(|stored| {
        let records = records.remove(&stored.receivable.id).unwrap_or_default();
        of(&stored, records, do_not_contact, &quiet)
    });
    Ok(facts.collect())
}

fn by_receivable(steps: Vec<StoredStep>) -> BTreeMap<ReceivableId, Vec<StepRecord>> {
    let mut records: BTreeMap<ReceivableId, Vec<StepRecord>> = BTreeMap::new();
    for step in steps {
        records
            .entry(step.record.receivable.clone())
            .or_default()
            .push(step.record);
    }
    records
}

/// Cases that the owner put aside, with the day each speaks up again.
async fn quiet(conn: &mut Conn, today: CivilDate) -> Result<BTreeMap<String, CivilDate>, ApiError> {
    let snoozes = store::snooze::active(conn, today).await?;
    Ok(snoozes
        .into_iter()
        .filter(|snooze| snooze.subject_kind == CASE)
        .map(|snooze| (snooze.subject_id, snooze.until_on))
        .collect())
}

/// The word under which a case is put aside.
pub(crate) const CASE: &str = "case";

fn of(
    stored: &StoredReceivable,
    records: Vec<StepRecord>,
    do_not_contact: bool,
    quiet: &BTreeMap<String, CivilDate>,
) -> ReceivableFacts {
    let quiet_until = stored
        .receivable
        .case
        .as_ref()
        .and_then(|case| quiet.get(&case.0))
        .copied();
    ReceivableFacts {
        receivable: stored.receivable.id.clone(),
        client: stored.receivable.client.clone(),
        due_on: stored.receivable.due_on,
        open: stored.open,
        records,
        quiet_until,
        do_not_contact,
    }
}

/// Everything that is due today, over all clients; `overdue` is all that is late.
pub(crate) async fn proposals(
    conn: &mut Conn,
    overdue: &[StoredReceivable],
    today: CivilDate,
) -> Result<Vec<Proposal>, ApiError> {
    let policy = policy(conn).await?;
    let quiet = quiet(conn, today).await?;
    let mut records = by_receivable(store::dunning::records_of_open(conn).await?);
    let silent = store::client::not_to_contact(conn, &clients_of(overdue)).await?;
    let facts = overdue.iter().map(|stored| {
        let records = records.remove(&stored.receivable.id).unwrap_or_default();
        of(
            stored,
            records,
            silent.contains(&stored.receivable.client),
            &quiet,
        )
    });
    Ok(plan(&facts.collect::<Vec<_>>(), &policy, today))
}

fn clients_of(receivables: &[StoredReceivable]) -> Vec<ClientId> {
    let clients: BTreeSet<&ClientId> = receivables
        .iter()
        .map(|stored| &stored.receivable.client)
        .collect();
    clients.into_iter().cloned().collect()
}

/// The receivable whose ladder stands for a case: the oldest late one, else the oldest.
pub(crate) fn leading(receivables: &[StoredReceivable]) -> Option<&StoredReceivable> {
    let open = receivables
        .iter()
        .filter(|stored| stored.open.is_positive());
    open.min_by_key(|stored| stored.receivable.due_on)
}

/// A case's ladder: that of its leading receivable.
pub(crate) async fn rungs(
    conn: &mut Conn,
    receivables: &[StoredReceivable],
    closed: bool,
    today: CivilDate,
) -> Result<Vec<RungView>, ApiError> {
    let policy = policy(conn).await?;
    let Some(leading) = leading(receivables) else {
        return done_rungs(conn, receivables, &policy, closed).await;
    };
    let receivable = leading.receivable.id.clone();
    let facts = facts_of_client(conn, &leading.receivable.client, today).await?;
    let Some(view) = explain(&receivable, &facts, &policy, today) else {
        return Ok(Vec::new());
    };
    let allowed = |kind| !closed && may_do_now(&receivable, &facts, &policy, kind, today).is_ok();
    Ok(view
        .rungs
        .into_iter()
        .map(|rung| rung_view(&rung, allowed(rung.kind), closed))
        .collect())
}

/// The ladder of a case with nothing open: what was done, the rest closed.
async fn done_rungs(
    conn: &mut Conn,
    receivables: &[StoredReceivable],
    policy: &DunningPolicy,
    closed: bool,
) -> Result<Vec<RungView>, ApiError> {
    let mut records = Vec::new();
    for stored in receivables {
        let of_this = store::dunning::records_of(conn, &stored.receivable.id).await?;
        records.extend(of_this.into_iter().map(|step| step.record));
    }
    let rung = |kind: StepKind| {
        let done = records.iter().find(|record| record.kind == kind);
        let (state, on) = match done {
            Some(record) if record.how == domain::dunning::StepEnd::Done => {
                (WireState::Done, Some(record.on))
            }
            Some(record) => (WireState::Skipped, Some(record.on)),
            None => (WireState::Closed, None),
        };
        let why = if closed {
            RungWhy::CaseClosed
        } else {
            RungWhy::Paid
        };
        RungView {
            kind,
            state,
            on,
            why: done.is_none().then_some(why),
            until: None,
            allowed: false,
        }
    };
    Ok(policy.steps.iter().map(|step| rung(step.kind)).collect())
}

fn rung_view(rung: &Rung, allowed: bool, closed: bool) -> RungView {
    let (state, on, why, until) = match &rung.state {
        RungState::Done { on, .. } => (WireState::Done, Some(*on), None, None),
        RungState::Skipped { on } => (WireState::Skipped, Some(*on), None, None),
        _ if closed => (WireState::Closed, None, Some(RungWhy::CaseClosed), None),
        RungState::Now { since } => (WireState::Now, Some(*since), None, None),
        RungState::Next { on, why } => {
            let (why, until) = words(why);
            (WireState::Next, Some(*on), why, until)
        }
        RungState::Closed { why } => {
            let (why, until) = words(why);
            (WireState::Closed, None, why, until)
        }
    };
    RungView {
        kind: rung.kind,
        state,
        on,
        why,
        until,
        allowed,
    }
}

fn words(why: &Why) -> (Option<RungWhy>, Option<CivilDate>) {
    match why {
        Why::Late { .. } => (None, None),
        Why::Paid => (Some(RungWhy::Paid), None),
        Why::DoNotContact => (Some(RungWhy::DoNotContact), None),
        Why::NotLateYet { late_on } => (Some(RungWhy::NotLateYet), Some(*late_on)),
        Why::TooEarly { on } => (Some(RungWhy::TooEarly), Some(*on)),
        Why::MinimumWait { until } => (Some(RungWhy::MinimumWait), Some(*until)),
        Why::DeadlineRunning { deadline_on } => {
            (Some(RungWhy::DeadlineRunning), Some(*deadline_on))
        }
        Why::QuietUntil { until } => (Some(RungWhy::Snoozed), Some(*until)),
        Why::OneStepADay { until } => (Some(RungWhy::OneStepADay), Some(*until)),
        Why::AnotherDebtFirst => (Some(RungWhy::AnotherDebtFirst), None),
        Why::EarlierStepFirst { .. } | Why::NotInPolicy => (Some(RungWhy::EarlierStepFirst), None),
        Why::Passed => (Some(RungWhy::Passed), None),
        Why::AlreadyDone { on } => (Some(RungWhy::AlreadyDone), Some(*on)),
    }
}

/// Opens, joins and reopens cases as this day asks. Nothing happens twice.
pub(crate) async fn catch_up(act: &mut Act<'_>) -> Result<(), ApiError> {
    let CaseChanges {
        open, join, reopen, ..
    } = changes(&mut act.tx, act.today).await?;
    for case in &reopen {
        let stored = store::case::get(&mut act.tx, case).await?;
        store::case::reopen(&mut act.tx, case, stored.version, "", act.now).await?;
        let subjects = Subjects {
            client: Some(stored.client.0),
            case: Some(case.0.clone()),
            ..Subjects::default()
        };
        act.log(
            EventKind::CaseReopened,
            subjects,
            &[("reason", "something is open again")],
        )
        .await?;
    }
    for new in open {
        open_case(act, new).await?;
    }
    for (case, receivable) in join {
        store::case::add_receivable(&mut act.tx, &case, &receivable, act.today).await?;
        log_joined(act, EventKind::CaseJoined, &case, &receivable).await?;
    }
    Ok(())
}

async fn changes(conn: &mut Conn, today: CivilDate) -> Result<CaseChanges, ApiError> {
    let late = store::receivable::overdue(conn, today).await?;
    let cases = store::case::of_clients(conn, &clients_of(&late)).await?;
    let receivables: Vec<Receivable> = late.into_iter().map(|stored| stored.receivable).collect();
    let cases = cases.into_iter().map(|case| CaseState {
        case: case.id,
        client: case.client,
        currency: case.currency,
        closed: case.closed.map(|closed| closed.outcome),
    });
    Ok(case_changes(
        &receivables,
        &cases.collect::<Vec<_>>(),
        today,
    )?)
}

async fn open_case(act: &mut Act<'_>, new: NewCase) -> Result<(), ApiError> {
    let id = CaseId(act.new_id()?);
    store::case::insert(
        &mut act.tx,
        &id,
        &new.client,
        new.currency,
        act.today,
        act.now,
    )
    .await?;
    for (index, receivable) in new.receivables.iter().enumerate() {
        store::case::add_receivable(&mut act.tx, &id, receivable, act.today).await?;
        let kind = if index == 0 {
            EventKind::CaseOpened
        } else {
            EventKind::CaseJoined
        };
        log_joined(act, kind, &id, receivable).await?;
    }
    Ok(())
}

async fn log_joined(
    act: &mut Act<'_>,
    kind: EventKind,
    case: &CaseId,
    receivable: &ReceivableId,
) -> Result<(), ApiError> {
    let stored = store::receivable::get(&mut act.tx, receivable).await?;
    let subjects = Subjects {
        client: Some(stored.receivable.client.0.clone()),
        invoice: Some(
            crate::invoices::invoice_of(&stored.receivable.origin)
                .0
                .clone(),
        ),
        receivable: Some(receivable.0.clone()),
        case: Some(case.0.clone()),
        ..Subjects::default()
    };
    let words = [
        ("number", stored.receivable.number.clone()),
        ("amount", stored.open.to_string()),
        ("due", stored.receivable.due_on.to_string()),
    ];
    act.log(kind, subjects, &borrowed(&words)).await
}

/// Open cases of a client in which nothing is open any more.
pub(crate) async fn cases_at_zero(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<CaseId>, ApiError> {
    let mut at_zero = Vec::new();
    for case in store::case::of_client(conn, client).await? {
        if case.closed.is_none() && open_of(conn, &case.id, case.currency).await?.is_zero() {
            at_zero.push(case.id);
        }
    }
    Ok(at_zero)
}

/// What is open in a case.
pub(crate) async fn open_of(
    conn: &mut Conn,
    case: &CaseId,
    currency: domain::Currency,
) -> Result<Money, ApiError> {
    let receivables = store::receivable::of_case(conn, case).await?;
    Ok(Money::sum(
        currency,
        receivables.iter().map(|stored| stored.open),
    )?)
}
