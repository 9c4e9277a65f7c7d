//! Today: money at a glance, what to do now, what comes up, what happened by itself.

pub(crate) mod cards;

use std::collections::BTreeSet;

use domain::evidence::EventKind;
use domain::id::{ClientId, InvoiceId};
use domain::receivable::{AgingBand, Receivable, aging};
use domain::{CivilDate, Currency, Money};
use store::Conn;
use store::receivable::StoredReceivable;

use crate::error::ApiError;
use crate::studio::Api;
use crate::wire::*;
use crate::{cases, invoices, jobs};

pub(crate) use cards::cards_now;

/// Days that "coming up" and "expected" look ahead.
const AHEAD: u32 = 14;
/// The most entries of each side list.
const SIDE: usize = 6;

pub(crate) async fn get(api: &Api, _: Nothing) -> Result<TodayView, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let open = store::receivable::open(&mut reader).await?;
    let cards = cards::all(api, &mut reader, &open, today).await?;
    Ok(TodayView {
        today,
        money: money(&mut reader, &open, today).await?,
        cards: cards::with_excerpts(&mut reader, cards, today).await?,
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
    let open = cards::by_id(open);
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
