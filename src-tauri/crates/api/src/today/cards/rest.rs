//! Cards for ladders that rest: words of a client that wait for an answer, and holds whose day to look again came.

use std::collections::BTreeMap;

use domain::id::CaseId;
use domain::{CivilDate, Money};
use store::receivable::StoredReceivable;

use super::blank;
use crate::error::ApiError;
use crate::ladder::Ladders;
use crate::wire::*;
use crate::{cases, holds};

pub(super) fn cards(
    ladders: &Ladders,
    open: &[StoredReceivable],
    today: CivilDate,
) -> Result<Vec<TodayCard>, ApiError> {
    let mut of_case: BTreeMap<&CaseId, Vec<&StoredReceivable>> = BTreeMap::new();
    for stored in open {
        if let Some(case) = &stored.receivable.case {
            of_case.entry(case).or_default().push(stored);
        }
    }
    let mut cards = Vec::new();
    for (case, debts) in of_case {
        let Some(client) = debts.first().map(|stored| &stored.receivable.client) else {
            continue;
        };
        let debtor = ladders.debtor(client)?;
        if debtor.do_not_contact {
            continue;
        }
        if let Some(since) = debtor.unanswered_since() {
            let mut card = card(CardKind::Reply, "reply", case, &debts, today)?;
            card.on = Some(since);
            cards.push(card);
        }
        let mut resting = ladders.holds.iter().filter(|hold| hold.case == *case);
        if let Some(stored) = resting.find(|stored| holds::looks_again(&stored.hold, today)) {
            let mut card = card(CardKind::HoldCheck, "hold", case, &debts, today)?;
            card.hold = Some(stored.hold.kind);
            card.on = Some(stored.hold.until);
            cards.push(card);
        }
    }
    Ok(cards)
}

fn card(
    kind: CardKind,
    key: &str,
    case: &CaseId,
    debts: &[&StoredReceivable],
    today: CivilDate,
) -> Result<TodayCard, ApiError> {
    let mut card = blank(kind, format!("{key}/{case}"));
    if let Some(first) = debts.first() {
        let sums = debts.iter().map(|stored| stored.open);
        card.client_id = Some(first.receivable.client.0.clone());
        card.client_name.clone_from(&first.client_name);
        card.amount = Some(Money::sum(first.open.currency(), sums)?);
    }
    card.case_id = Some(case.0.clone());
    card.days_late = cases::oldest_days_late(debts.iter().copied(), today);
    Ok(card)
}
