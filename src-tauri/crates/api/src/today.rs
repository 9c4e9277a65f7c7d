//! Today: money at a glance, what to do now, what comes up, what happened by itself; and the question after a
//! due date.

use std::collections::{BTreeMap, BTreeSet};

use domain::dunning::{Proposal, StepKind};
use domain::evidence::EventKind;
use domain::id::{CaseId, ClientId, InvoiceId, JobId, ReceivableId};
use domain::receivable::{AgingBand, Receivable, aging, is_overdue};
use domain::{CivilDate, Currency, Money};
use store::document::StoredDocument;
use store::due_notice::{Answer, Waiting};
use store::receivable::StoredReceivable;
use store::{Conn, Page};

use crate::act::Act;
use crate::error::ApiError;
use crate::payments::borrowed;
use crate::studio::Api;
use crate::wire::*;
use crate::{backup, cases, clock, invoices, jobs, ladder, letters, settings};

/// Days that "coming up" and "expected" look ahead.
const AHEAD: u32 = 14;
/// Days after which "later" asks again.
const LATER_DAYS: u32 = 3;
/// The most entries of each side list.
const SIDE: usize = 6;
/// The most cards with the first lines of their letter.
const EXCERPTS: usize = 3;
/// Drafts older than this many days show up as cards.
const DRAFT_DAYS: i64 = 2;

pub(crate) async fn get(api: &Api, _: Nothing) -> Result<TodayView, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let open = store::receivable::open(&mut reader).await?;
    let is_late =
        |stored: &&StoredReceivable| is_overdue(stored.receivable.due_on, stored.open, today);
    let overdue: Vec<StoredReceivable> = open.iter().filter(is_late).cloned().collect();
    let cards = cards(api, &mut reader, &overdue, today).await?;
    Ok(TodayView {
        today,
        money: money(&mut reader, &open, today).await?,
        cards: with_excerpts(&mut reader, cards, today).await,
        coming_up: coming_up(&mut reader, &open, today).await?,
        happened: happened(&mut reader).await?,
    })
}

async fn money(
    conn: &mut Conn,
    open: &[StoredReceivable],
    today: CivilDate,
) -> Result<Vec<MoneyToday>, ApiError> {
    let home = store::business::find(conn)
        .await?
        .map(|business| business.facts.currency);
    let receivables: Vec<&Receivable> = open.iter().map(|stored| &stored.receivable).collect();
    let tables = aging(receivables.iter().copied(), today)?;
    let mut currencies: Vec<Currency> = tables.keys().copied().collect();
    if let Some(home) = home {
        currencies.retain(|currency| *currency != home);
        currencies.insert(0, home);
    }
    let until = domain::calendar::days_after(today, AHEAD);
    let mut sums = Vec::new();
    for currency in currencies {
        let of_currency = || {
            open.iter()
                .filter(move |stored| stored.open.currency() == currency)
        };
        let late = || of_currency().filter(|stored| stored.receivable.due_on < today);
        let expected =
            of_currency().filter(|stored| (today..=until).contains(&stored.receivable.due_on));
        let table = tables.get(&currency);
        let bands = AgingBand::ALL.into_iter().map(|band| AgingSum {
            band,
            amount: table
                .and_then(|table| table.bands.get(&band))
                .copied()
                .unwrap_or(Money::zero(currency)),
        });
        let distinct = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let invoices: BTreeSet<&InvoiceId> = of_currency()
            .map(|stored| invoices::invoice_of(&stored.receivable.origin))
            .collect();
        let clients: BTreeSet<&ClientId> = late().map(|stored| &stored.receivable.client).collect();
        sums.push(MoneyToday {
            currency,
            owed: table.map_or(Money::zero(currency), |table| table.open),
            owed_invoices: distinct(invoices.len()),
            overdue: table.map_or(Money::zero(currency), |table| table.overdue),
            overdue_clients: distinct(clients.len()),
            expected: Money::sum(currency, expected.map(|stored| stored.open))?,
            expected_by: until,
            aging: bands.collect(),
        });
    }
    Ok(sums)
}

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
        receivables: Vec::new(),
        title: String::new(),
        numbers: Vec::new(),
        amount: None,
        days_late: 0,
        on: None,
        excerpt: String::new(),
    }
}

/// What waits for the owner; `overdue` is all that is late.
async fn cards(
    api: &Api,
    conn: &mut Conn,
    overdue: &[StoredReceivable],
    today: CivilDate,
) -> Result<Vec<TodayCard>, ApiError> {
    let mut cards = question_cards(conn, overdue, today).await?;
    let asked: Vec<String> = cards
        .iter()
        .flat_map(|card| card.receivables.clone())
        .collect();
    cards.extend(step_cards(conn, overdue, &asked, today).await?);
    cards.extend(case_cards(conn, today).await?);
    cards.extend(job_cards(conn, today).await?);
    cards.extend(draft_cards(conn, today).await?);
    let issued = store::invoice::last_issued_on(conn).await?.is_some();
    if issued && backup::folder(conn).await?.is_none() && !is_sample(api) {
        cards.push(blank(CardKind::ChooseBackup, "backup".to_owned()));
    }
    Ok(cards)
}

fn by_id(receivables: &[StoredReceivable]) -> BTreeMap<&ReceivableId, &StoredReceivable> {
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
    overdue: &[StoredReceivable],
    today: CivilDate,
) -> Result<Vec<TodayCard>, ApiError> {
    let mut cards = Vec::new();
    let open = by_id(overdue);
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

/// The planner's proposals, one card for each case.
async fn step_cards(
    conn: &mut Conn,
    overdue: &[StoredReceivable],
    asked: &[String],
    today: CivilDate,
) -> Result<Vec<TodayCard>, ApiError> {
    let late = by_id(overdue);
    let mut by_case: BTreeMap<String, (Proposal, Vec<&StoredReceivable>)> = BTreeMap::new();
    for proposal in ladder::proposals(conn, overdue, today).await? {
        // First the question whether it was paid, then the step.
        if asked.contains(&proposal.receivable.0) {
            continue;
        }
        let Some(stored) = late.get(&proposal.receivable).copied() else {
            continue;
        };
        let Some(case) = stored.receivable.case.clone() else {
            continue;
        };
        by_case
            .entry(case.0)
            .or_insert_with(|| (proposal, Vec::new()))
            .1
            .push(stored);
    }
    let made = store::document::not_handed_over(conn).await?;
    let mut cards = Vec::new();
    for (case, (proposal, receivables)) in by_case {
        if let Some(card) = hand_over_card(conn, &made, &case, proposal.kind, today).await? {
            cards.push(card);
            continue;
        }
        let Some(first) = receivables.first() else {
            continue;
        };
        let mut card = blank(CardKind::Step, format!("step/{case}"));
        card.client_id = Some(proposal.client.0.clone());
        card.client_name.clone_from(&first.client_name);
        card.amount = Some(Money::sum(
            first.open.currency(),
            receivables.iter().map(|stored| stored.open),
        )?);
        card.days_late = cases::oldest_days_late(receivables.iter().copied(), today);
        card.numbers = receivables
            .iter()
            .map(|stored| stored.receivable.number.clone())
            .collect();
        card.numbers.dedup();
        card.receivables = receivables
            .iter()
            .map(|stored| stored.receivable.id.0.clone())
            .collect();
        card.step = Some(proposal.kind);
        card.on = Some(proposal.due_since);
        card.case_id = Some(case);
        cards.push(card);
    }
    cards.sort_by(|a, b| (b.days_late, &a.client_name).cmp(&(a.days_late, &b.client_name)));
    Ok(cards)
}

/// Adds the first lines of what would go out to the cards that are read first; the others show theirs in review.
async fn with_excerpts(
    conn: &mut Conn,
    mut cards: Vec<TodayCard>,
    today: CivilDate,
) -> Vec<TodayCard> {
    for card in cards
        .iter_mut()
        .filter(|card| card.kind == CardKind::Step)
        .take(EXCERPTS)
    {
        let letter = match card.step {
            Some(StepKind::FriendlyReminder) => LetterKind::FriendlyReminder,
            Some(StepKind::FormalDemand) => LetterKind::FormalDemand,
            Some(StepKind::Call) | None => continue,
        };
        if let Some(case) = card.case_id.clone().map(CaseId) {
            card.excerpt = letters::excerpt(conn, &case, letter, today).await;
        }
    }
    cards
}

/// A letter of this step that was made and not yet handed over.
async fn hand_over_card(
    conn: &mut Conn,
    made: &[StoredDocument],
    case: &str,
    kind: StepKind,
    today: CivilDate,
) -> Result<Option<TodayCard>, ApiError> {
    let word = cases::word(&kind);
    let of_this = |document: &&StoredDocument| {
        document.kind == word && document.case.as_ref().is_some_and(|id| id.as_str() == case)
    };
    let Some(document) = made.iter().find(of_this).cloned() else {
        return Ok(None);
    };
    let stored = store::receivable::of_case(conn, &CaseId(case.to_owned())).await?;
    let mut card = blank(CardKind::HandOver, format!("hand_over/{}", document.id));
    card.client_id = document.client.map(|client| client.0);
    card.client_name = document.client_name.unwrap_or_default();
    card.case_id = Some(case.to_owned());
    card.title = document.title;
    card.step = Some(kind);
    card.document_id = Some(document.id.0);
    card.days_late = cases::oldest_days_late(&stored, today);
    let currency = stored.first().map(|stored| stored.open.currency());
    if let Some(currency) = currency {
        card.amount = Some(Money::sum(
            currency,
            stored.iter().map(|stored| stored.open),
        )?);
    }
    Ok(Some(card))
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

async fn coming_up(
    conn: &mut Conn,
    open: &[StoredReceivable],
    today: CivilDate,
) -> Result<Vec<ComingUp>, ApiError> {
    let until = domain::calendar::days_after(today, AHEAD);
    let due = open
        .iter()
        .filter(|stored| (today..=until).contains(&stored.receivable.due_on));
    let mut coming: Vec<ComingUp> = due
        .map(|stored| ComingUp {
            kind: ComingKind::Due,
            id: invoices::invoice_of(&stored.receivable.origin).0.clone(),
            title: stored.client_name.clone(),
            detail: stored.receivable.number.clone(),
            on: stored.receivable.due_on,
            amount: Some(stored.open),
        })
        .collect();
    for found in store::job::events_between(conn, today, until).await? {
        let Some(on) = found.job.facts.event_on else {
            continue;
        };
        let row = jobs::row(
            conn,
            found.job.id,
            &found.job.facts,
            found.client_name,
            today,
        )
        .await?;
        coming.push(ComingUp {
            kind: ComingKind::Event,
            id: row.id,
            title: row.title,
            detail: row.client_name,
            on,
            amount: None,
        });
    }
    let open = by_id(open);
    for step in store::dunning::records_of_open(conn).await? {
        if let (Some(on), Some(stored)) = (
            step.record
                .deadline_on
                .filter(|on| (today..=until).contains(on)),
            open.get(&step.record.receivable),
        ) {
            coming.push(ComingUp {
                kind: ComingKind::Deadline,
                id: stored
                    .receivable
                    .case
                    .as_ref()
                    .map(|case| case.0.clone())
                    .unwrap_or_default(),
                title: stored.client_name.clone(),
                detail: stored.receivable.number.clone(),
                on,
                amount: Some(stored.open),
            });
        }
    }
    coming.sort_by(|a, b| (a.on, &a.title).cmp(&(b.on, &b.title)));
    coming.truncate(SIDE);
    Ok(coming)
}

/// What the program did without being asked.
async fn happened(conn: &mut Conn) -> Result<Vec<Happened>, ApiError> {
    let own = [
        EventKind::CaseOpened,
        EventKind::CaseJoined,
        EventKind::BackupMade,
        EventKind::DueAsked,
    ];
    let entries =
        store::evidence::list(conn, store::evidence::About::Everything, None, 200).await?;
    let bodies = entries
        .into_iter()
        .filter_map(|entry| entry.body)
        .filter(|body| own.contains(&body.kind));
    let happened = bodies.take(SIDE).map(|body| Happened {
        kind: cases::word(&body.kind),
        at: body.at,
        words: body.words,
    });
    Ok(happened.collect())
}

/// What a notification would say now. Empty receivables: nothing new to ask.
pub(crate) async fn due_notice(api: &Api, _: Nothing) -> Result<DueNotice, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let preferences = settings::load_preferences(&mut reader).await?;
    let zone = settings::zone(&mut reader).await?;
    let hour = clock::hour_in_zone(api.now(), &zone);
    let speaks = preferences.notifications
        && !is_quiet(hour, preferences.quiet_from, preferences.quiet_until);
    let waiting = if speaks {
        store::due_notice::waiting(&mut reader, today).await?
    } else {
        Vec::new()
    };
    let overdue = store::receivable::overdue(&mut reader, today).await?;
    let late = by_id(&overdue);
    let case_of = |waiting: &Waiting| {
        late.get(&waiting.receivable)?
            .receivable
            .case
            .as_ref()
            .map(|case| case.0.clone())
    };
    let cases: BTreeSet<String> = waiting.iter().filter_map(case_of).collect();
    let clients: BTreeSet<&ClientId> = waiting.iter().map(|waiting| &waiting.client).collect();
    let invoices: BTreeSet<&InvoiceId> = waiting.iter().map(|waiting| &waiting.invoice).collect();
    let late: BTreeSet<&InvoiceId> = overdue
        .iter()
        .map(|stored| invoices::invoice_of(&stored.receivable.origin))
        .collect();
    let mut sums: BTreeMap<Currency, Money> = BTreeMap::new();
    for stored in &overdue {
        let sum = sums
            .entry(stored.open.currency())
            .or_insert(Money::zero(stored.open.currency()));
        *sum = sum.plus(stored.open)?;
    }
    let only =
        |found: &BTreeSet<String>| (found.len() == 1).then(|| found.first().cloned()).flatten();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let client = (clients.len() == 1)
        .then(|| clients.first().map(|client| client.0.clone()))
        .flatten();
    Ok(DueNotice {
        invoices: count(invoices.len()),
        clients: count(clients.len()),
        case_id: only(&cases),
        client_id: client,
        overdue_invoices: count(late.len()),
        attention: count(cards(api, &mut reader, &overdue, today).await?.len()),
        overdue: sums.into_values().collect(),
        receivables: waiting
            .into_iter()
            .map(|waiting| waiting.receivable.0)
            .collect(),
    })
}

/// How many things wait for the owner.
pub(crate) async fn cards_now(
    api: &Api,
    conn: &mut Conn,
    today: CivilDate,
) -> Result<u32, ApiError> {
    let overdue = store::receivable::overdue(conn, today).await?;
    Ok(u32::try_from(cards(api, conn, &overdue, today).await?.len()).unwrap_or(u32::MAX))
}

/// Quiet hours may run over midnight; equal hours mean none.
fn is_quiet(hour: u8, from: u8, until: u8) -> bool {
    if from <= until {
        (from..until).contains(&hour)
    } else {
        hour >= from || hour < until
    }
}

/// The notification was shown: these receivables were asked about.
pub(crate) async fn noticed(act: &mut Act<'_>, request: DueAnswer) -> Result<Nothing, ApiError> {
    for id in request.receivables {
        store::due_notice::asked(&mut act.tx, &ReceivableId(id), act.today, act.now).await?;
    }
    Ok(Nothing {})
}

pub(crate) async fn answer(act: &mut Act<'_>, request: DueAnswer) -> Result<Nothing, ApiError> {
    let answer = match request.answer {
        DueReply::Yes => Answer::Yes,
        DueReply::No => Answer::No,
        DueReply::Later => Answer::Later(domain::calendar::days_after(act.today, LATER_DAYS)),
    };
    for id in request.receivables {
        let id = ReceivableId(id);
        let stored = store::receivable::get(&mut act.tx, &id).await?;
        if store::due_notice::find(&mut act.tx, &id).await?.is_none() {
            store::due_notice::asked(&mut act.tx, &id, act.today, act.now).await?;
        }
        store::due_notice::answer(&mut act.tx, &id, answer).await?;
        let subjects = domain::evidence::Subjects {
            client: Some(stored.receivable.client.0.clone()),
            invoice: Some(invoices::invoice_of(&stored.receivable.origin).0.clone()),
            receivable: Some(id.0),
            case: stored.receivable.case.map(|case| case.0),
            ..Default::default()
        };
        let words = [
            ("answer", cases::word(&request.answer)),
            ("number", stored.receivable.number),
        ];
        act.log(EventKind::DueAnswered, subjects, &borrowed(&words))
            .await?;
    }
    ladder::catch_up(act).await?;
    Ok(Nothing {})
}

pub(crate) async fn catch_up(act: &mut Act<'_>, _: Nothing) -> Result<Nothing, ApiError> {
    ladder::catch_up(act).await?;
    Ok(Nothing {})
}

#[cfg(test)]
mod tests {
    use super::is_quiet;

    #[test]
    fn quiet_hours_may_run_over_midnight() {
        assert!(
            is_quiet(23, 20, 8) && is_quiet(3, 20, 8),
            "the night is quiet"
        );
        assert!(
            !is_quiet(8, 20, 8) && !is_quiet(19, 20, 8),
            "the day is not"
        );
        assert!(!is_quiet(5, 7, 7), "equal hours mean no quiet hours");
    }
}
