//! The question after a due date - has it been paid? - and what a new day changes by itself.

use std::collections::{BTreeMap, BTreeSet};

use domain::evidence::EventKind;
use domain::id::{ClientId, InvoiceId, ReceivableId};
use domain::receivable::is_overdue;
use domain::{Currency, Money};
use store::due_notice::{Answer, Waiting};
use store::receivable::StoredReceivable;

use crate::act::Act;
use crate::error::ApiError;
use crate::payments::borrowed;
use crate::studio::Api;
use crate::today::cards;
use crate::wire::*;
use crate::{cases, clock, documents, invoices, ladder, settings};

/// Days after which "later" asks again.
const LATER_DAYS: u32 = 3;

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
    let open = store::receivable::open(&mut reader).await?;
    let is_late =
        |stored: &&StoredReceivable| is_overdue(stored.receivable.due_on, stored.open, today);
    let overdue: Vec<&StoredReceivable> = open.iter().filter(is_late).collect();
    let late = cards::by_id(&open);
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
    let late_invoices: BTreeSet<&InvoiceId> = overdue
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
        overdue_invoices: count(late_invoices.len()),
        attention: count(cards::all(api, &mut reader, &open, today).await?.len()),
        overdue: sums.into_values().collect(),
        receivables: waiting
            .into_iter()
            .map(|waiting| waiting.receivable.0)
            .collect(),
    })
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
    documents::read_older(act).await?;
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
