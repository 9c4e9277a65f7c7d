//! What waits for the owner, one card each: questions, steps, letters to hand over, cases to close, jobs to invoice,
//! drafts, and the folder for copies.

mod made;
mod rest;

use std::collections::{BTreeMap, BTreeSet};

use domain::dunning::{Proposal, StepKind};
use domain::id::{CaseId, JobId, ReceivableId};
use domain::{CivilDate, Money};
use store::receivable::StoredReceivable;
use store::{Conn, Page};

use crate::error::ApiError;
use crate::ladder::Ladders;
use crate::studio::Api;
use crate::wire::*;
use crate::{backup, cases, invoices, jobs, letters};

/// The most cards with the first lines of their letter.
const EXCERPTS: usize = 3;
/// Drafts older than this many days show up as cards.
const DRAFT_DAYS: i64 = 2;

fn blank(kind: CardKind, key: String) -> TodayCard {
    TodayCard {
        kind,
        key,
        client_id: None,
        client_name: String::new(),
        case_id: None,
        invoice_id: None,
        draft_id: None,
        job_id: None,
        document_id: None,
        step: None,
        channel: None,
        hold: None,
        receivables: Vec::new(),
        title: String::new(),
        numbers: Vec::new(),
        amount: None,
        days_late: 0,
        on: None,
        excerpt: String::new(),
    }
}

/// What waits for the owner; `open` is all that is open.
pub(crate) async fn all(
    api: &Api,
    conn: &mut Conn,
    open: &[StoredReceivable],
    today: CivilDate,
) -> Result<Vec<TodayCard>, ApiError> {
    let ladders = Ladders::of_all(conn, open, today).await?;
    let mut cards = question_cards(conn, open, today).await?;
    let asked: Vec<String> = cards
        .iter()
        .flat_map(|card| card.receivables.clone())
        .collect();
    cards.extend(rest::cards(&ladders, open, today)?);
    cards.extend(step_cards(conn, &ladders, open, &asked, today).await?);
    cards.extend(case_cards(conn, today).await?);
    cards.extend(job_cards(conn, today).await?);
    cards.extend(draft_cards(conn, today).await?);
    let issued = store::invoice::last_issued_on(conn).await?.is_some();
    if issued && backup::folder(conn).await?.is_none() && !is_sample(api) {
        cards.push(blank(CardKind::ChooseBackup, "backup".to_owned()));
    }
    Ok(cards)
}

pub(crate) fn by_id(
    receivables: &[StoredReceivable],
) -> BTreeMap<&ReceivableId, &StoredReceivable> {
    receivables
        .iter()
        .map(|stored| (&stored.receivable.id, stored))
        .collect()
}

fn is_sample(api: &Api) -> bool {
    crate::is_sample_folder(api.data())
}

/// Due dates that passed and for which the owner has not yet said whether the money came.
async fn question_cards(
    conn: &mut Conn,
    open: &[StoredReceivable],
    today: CivilDate,
) -> Result<Vec<TodayCard>, ApiError> {
    let mut cards = Vec::new();
    let open = by_id(open);
    let waiting = store::due_notice::waiting(conn, today)
        .await?
        .into_iter()
        .map(|waiting| waiting.receivable);
    let unanswered = store::due_notice::unanswered(conn)
        .await?
        .into_iter()
        .map(|notice| notice.receivable);
    let mut seen = BTreeSet::new();
    for id in waiting.chain(unanswered) {
        let Some(stored) = open.get(&id).filter(|_| seen.insert(id.clone())) else {
            continue;
        };
        let mut card = blank(CardKind::DueQuestion, format!("due/{id}"));
        card.client_id = Some(stored.receivable.client.0.clone());
        card.client_name.clone_from(&stored.client_name);
        card.case_id = stored.receivable.case.as_ref().map(|case| case.0.clone());
        card.invoice_id = Some(invoices::invoice_of(&stored.receivable.origin).0.clone());
        card.receivables = vec![id.0];
        card.numbers = vec![stored.receivable.number.clone()];
        card.amount = Some(stored.open);
        card.days_late = invoices::days_late(stored.receivable.due_on, stored.open, today);
        card.on = Some(stored.receivable.due_on);
        cards.push(card);
    }
    Ok(cards)
}

/// The planner's proposals, one card each: a message to one client in one currency, or a task.
async fn step_cards(
    conn: &mut Conn,
    ladders: &Ladders,
    open: &[StoredReceivable],
    asked: &[String],
    today: CivilDate,
) -> Result<Vec<TodayCard>, ApiError> {
    let known = by_id(open);
    let mut cards = made::cards(conn, ladders, open, today).await?;
    let waits = |case: Option<&String>, kind: StepKind, cards: &[TodayCard]| {
        cards
            .iter()
            .any(|card| card.case_id.as_ref() == case && card.step == Some(kind))
    };
    for proposal in ladders.proposals(today) {
        let parts = proposal.parts.iter();
        let debts: Vec<&StoredReceivable> = parts
            .filter_map(|part| known.get(&part.receivable).copied())
            .collect();
        // First the question whether it was paid, then the step.
        let is_asked = |stored: &&StoredReceivable| asked.contains(&stored.receivable.id.0);
        let Some(first) = debts
            .first()
            .copied()
            .filter(|_| !debts.iter().any(is_asked))
        else {
            continue;
        };
        let case = first.receivable.case.as_ref().map(|case| case.0.clone());
        if case.is_some() && waits(case.as_ref(), proposal.kind, &cards) {
            continue;
        }
        cards.push(step_card(&proposal, case, first, &debts, today)?);
    }
    cards.sort_by(|a, b| (b.days_late, &a.client_name).cmp(&(a.days_late, &b.client_name)));
    Ok(cards)
}

fn step_card(
    proposal: &Proposal,
    case: Option<String>,
    first: &StoredReceivable,
    debts: &[&StoredReceivable],
    today: CivilDate,
) -> Result<TodayCard, ApiError> {
    let key = match &case {
        Some(case) => format!("step/{case}"),
        None => format!("step/{}/{}", proposal.client, proposal.currency),
    };
    let mut card = blank(CardKind::Step, key);
    card.client_id = Some(proposal.client.0.clone());
    card.client_name.clone_from(&first.client_name);
    card.amount = Some(Money::sum(
        proposal.currency,
        proposal.parts.iter().map(|part| part.asked),
    )?);
    card.days_late = cases::oldest_days_late(debts.iter().copied(), today);
    card.numbers = debts
        .iter()
        .map(|stored| stored.receivable.number.clone())
        .collect();
    card.numbers.dedup();
    card.receivables = debts
        .iter()
        .map(|stored| stored.receivable.id.0.clone())
        .collect();
    card.step = Some(proposal.kind);
    card.channel = Some(proposal.channel);
    card.on = Some(proposal.due_since);
    card.invoice_id = Some(invoices::invoice_of(&first.receivable.origin).0.clone());
    card.case_id = case;
    Ok(card)
}

/// Adds the first lines of what would go out to the cards that are read first; the others show theirs in review.
pub(super) async fn with_excerpts(
    conn: &mut Conn,
    mut cards: Vec<TodayCard>,
    today: CivilDate,
) -> Result<Vec<TodayCard>, ApiError> {
    for card in cards
        .iter_mut()
        .filter(|card| card.kind == CardKind::Step)
        .take(EXCERPTS)
    {
        let Some(letter) = card.step.and_then(letters::letter_of) else {
            continue;
        };
        if let Some(case) = card.case_id.clone().map(CaseId) {
            card.excerpt = letters::excerpt(conn, &case, letter, today).await?;
        }
    }
    Ok(cards)
}

/// Open cases in which nothing is open any more.
async fn case_cards(conn: &mut Conn, today: CivilDate) -> Result<Vec<TodayCard>, ApiError> {
    let listed = store::case::list(conn, false, today, Page::ALL).await?;
    let settled = listed
        .rows
        .into_iter()
        .filter(|row| row.open.is_zero() && row.receivables > 0);
    Ok(settled
        .map(|row| {
            let mut card = blank(CardKind::CloseCase, format!("close/{}", row.case.id));
            card.client_id = Some(row.case.client.0);
            card.client_name = row.case.client_name;
            card.case_id = Some(row.case.id.0);
            card
        })
        .collect())
}

/// Delivered jobs without an invoice.
async fn job_cards(conn: &mut Conn, today: CivilDate) -> Result<Vec<TodayCard>, ApiError> {
    let mut cards = Vec::new();
    for found in store::job::delivered_not_invoiced(conn, today).await? {
        let id: JobId = found.job.id.clone();
        let row = jobs::row(
            conn,
            found.job.id,
            &found.job.facts,
            found.client_name,
            today,
        )
        .await?;
        let mut card = blank(CardKind::InvoiceJob, format!("job/{id}"));
        card.client_id = Some(row.client_id);
        card.client_name = row.client_name;
        card.job_id = Some(row.id);
        card.title = row.title;
        card.amount = row.price;
        card.on = row.delivered_on;
        cards.push(card);
    }
    Ok(cards)
}

async fn draft_cards(conn: &mut Conn, today: CivilDate) -> Result<Vec<TodayCard>, ApiError> {
    let listed = store::draft::list(conn, Page::first(20)).await?;
    let mut cards = Vec::new();
    for draft in listed.rows {
        let changed_on = draft.updated_at.date_naive();
        if domain::calendar::days_between(changed_on, today) < DRAFT_DAYS {
            continue;
        }
        let mut card = blank(CardKind::Draft, format!("draft/{}", draft.id));
        card.draft_id = Some(draft.id.0);
        card.client_id = draft.client.map(|client| client.0);
        card.client_name = draft.client_name.unwrap_or_default();
        card.title = draft.title;
        card.amount = draft
            .total_minor
            .map(|minor| Money::new(minor, draft.currency))
            .transpose()?;
        card.on = Some(changed_on);
        cards.push(card);
    }
    Ok(cards)
}

/// How many things wait for the owner.
pub(crate) async fn cards_now(
    api: &Api,
    conn: &mut Conn,
    today: CivilDate,
) -> Result<u32, ApiError> {
    let open = store::receivable::open(conn).await?;
    Ok(u32::try_from(all(api, conn, &open, today).await?.len()).unwrap_or(u32::MAX))
}
