//! Clients: who they are, what they owe, how they have paid so far.

use domain::evidence::{EventKind, Subjects};
use domain::id::{ClientId, InvoiceId};
use domain::{CivilDate, Money};
use store::{Conn, Page};

use crate::act::Act;
use crate::error::{ApiError, within};
use crate::studio::Api;
use crate::wire::*;
use crate::{invoices, jobs, payments};

/// The most rows of one page.
pub(crate) const MOST_ROWS: u32 = 500;

pub(crate) async fn list(api: &Api, request: ClientsListRequest) -> Result<ClientsPage, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let page = Page {
        offset: request.offset,
        limit: request.limit.min(MOST_ROWS),
    };
    let listed = store::client::find(&mut reader, &request.search, page).await?;
    let ids: Vec<ClientId> = listed.rows.iter().map(|stored| stored.id.clone()).collect();
    let sums = store::client::sums(&mut reader, &ids, today).await?;
    let rows = listed.rows.into_iter().map(|stored| {
        let of_client = || sums.iter().filter(|sum| sum.client == stored.id);
        ClientRow {
            open: of_client().map(|sum| sum.open).collect(),
            overdue: of_client()
                .map(|sum| sum.overdue)
                .filter(|overdue| overdue.is_positive())
                .collect(),
            name: stored.facts.name,
            kind: stored.facts.kind,
            city: stored.facts.address.city,
            email: stored.facts.email,
            id: stored.id.0.clone(),
        }
    });
    Ok(ClientsPage {
        rows: rows.collect(),
        total: u32::try_from(listed.total).unwrap_or(u32::MAX),
    })
}

pub(crate) async fn get(api: &Api, request: ById) -> Result<ClientView, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let id = ClientId(request.id);
    let stored = store::client::get(&mut reader, &id).await?;
    let sums = store::client::sums(&mut reader, std::slice::from_ref(&id), today).await?;
    let payments = payments::of_client(&mut reader, &id).await?;
    let mut rows = Vec::new();
    for job in store::job::of_client(&mut reader, &id).await? {
        rows.push(
            jobs::row(
                &mut reader,
                job.id,
                &job.facts,
                stored.facts.name.clone(),
                today,
            )
            .await?,
        );
    }
    let open_case = store::case::open_of_client(&mut reader, &id)
        .await?
        .into_iter()
        .next();
    Ok(ClientView {
        open: sums.iter().map(|sum| sum.open).collect(),
        overdue: sums
            .iter()
            .map(|sum| sum.overdue)
            .filter(|overdue| overdue.is_positive())
            .collect(),
        credit: credit(&payments)?,
        history: history(&mut reader, &id, &payments).await?,
        invoices: invoices::of_client(&mut reader, &id, today).await?,
        jobs: rows,
        payments,
        open_case: open_case.map(|case| case.id.0),
        id: id.0,
        version: stored.version,
        client: stored.facts,
    })
}

/// Money received and not set against anything, by currency.
fn credit(payments: &[PaymentRow]) -> Result<Vec<Money>, ApiError> {
    let mut sums: Vec<Money> = Vec::new();
    for payment in payments
        .iter()
        .filter(|payment| payment.reversed_on.is_none())
    {
        match sums
            .iter_mut()
            .find(|sum| sum.currency() == payment.unallocated.currency())
        {
            Some(sum) => *sum = sum.plus(payment.unallocated)?,
            None => sums.push(payment.unallocated),
        }
    }
    sums.retain(|sum| sum.is_positive());
    Ok(sums)
}

/// How punctually each receivable of this client was paid in full.
async fn history(
    conn: &mut Conn,
    id: &ClientId,
    payments: &[PaymentRow],
) -> Result<ClientHistory, ApiError> {
    let receivables = store::receivable::of_client(conn, id).await?;
    let standing = || {
        payments
            .iter()
            .filter(|payment| payment.reversed_on.is_none())
    };
    let mut late_by: Vec<i64> = Vec::new();
    for stored in receivables.iter().filter(|stored| stored.open.is_zero()) {
        let paid_on: Option<CivilDate> = standing()
            .filter(|payment| {
                payment
                    .allocations
                    .iter()
                    .any(|part| part.receivable == stored.receivable.id.0)
            })
            .map(|payment| payment.received_on)
            .max();
        if let Some(paid_on) = paid_on {
            late_by.push(domain::calendar::days_between(
                stored.receivable.due_on,
                paid_on,
            ));
        }
    }
    let invoices: std::collections::BTreeSet<&InvoiceId> = receivables
        .iter()
        .map(|stored| invoices::invoice_of(&stored.receivable.origin))
        .collect();
    let count = |wanted: fn(&i64) -> bool| late_by.iter().filter(|days| wanted(days)).count();
    let mean = i64::try_from(late_by.len())
        .ok()
        .filter(|count| *count > 0)
        .map(|count| {
            let sum: i128 = late_by.iter().map(|days| i128::from(*days)).sum();
            i64::try_from(domain::money::divide_half_up(sum, i128::from(count))).unwrap_or(0)
        });
    Ok(ClientHistory {
        invoices: u32::try_from(invoices.len()).unwrap_or(u32::MAX),
        paid_on_time: u32::try_from(count(|days| *days <= 0)).unwrap_or(u32::MAX),
        paid_late: u32::try_from(count(|days| *days > 0)).unwrap_or(u32::MAX),
        mean_days_late: mean,
        last_payment_on: standing().map(|payment| payment.received_on).max(),
    })
}

pub(crate) async fn save(act: &mut Act<'_>, request: ClientSave) -> Result<Saved, ApiError> {
    let client = request
        .client
        .validated()
        .map_err(|problems| within("client", problems))?;
    let (id, version) = match request.id {
        Some(id) => {
            let id = ClientId(id);
            let version =
                store::client::update(&mut act.tx, &id, request.expected_version, &client, act.now)
                    .await?;
            (id, version)
        }
        None => {
            let id = ClientId(act.new_id()?);
            store::client::insert(&mut act.tx, &id, &client, act.now).await?;
            (id, 1)
        }
    };
    let about = Subjects {
        client: Some(id.0.clone()),
        ..Subjects::default()
    };
    act.log(EventKind::ClientSaved, about, &[("name", &client.name)])
        .await?;
    Ok(Saved { id: id.0, version })
}
