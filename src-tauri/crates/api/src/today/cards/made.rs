//! Cards for letters that were made and not yet handed over, on any day: only the owner knows whether one left.

use domain::dunning::{RungState, StepKind, Why, explain};
use domain::id::CaseId;
use domain::{CivilDate, Money};
use store::Conn;
use store::document::StoredDocument;
use store::receivable::StoredReceivable;

use super::blank;
use crate::error::ApiError;
use crate::ladder::{Ladders, leading};
use crate::wire::*;
use crate::{cases, documents, letters};

pub(super) async fn cards(
    conn: &mut Conn,
    ladders: &Ladders,
    open: &[StoredReceivable],
    today: CivilDate,
) -> Result<Vec<TodayCard>, ApiError> {
    let mut cards: Vec<TodayCard> = Vec::new();
    for document in store::document::not_handed_over(conn).await? {
        let step = documents::kind_of(&document.kind).and_then(letters::step_of_paper);
        let (Some(case), Some(step)) = (document.case.clone(), step) else {
            continue;
        };
        // The newest one of a step stands for those before it.
        let is_told = cards
            .iter()
            .any(|card| card.case_id.as_deref() == Some(case.as_str()) && card.step == Some(step));
        let debts = of_case(open, &case);
        if !is_told && waits(ladders, &debts, step, today)? {
            cards.push(card(document, case, step, &debts, today)?);
        }
    }
    Ok(cards)
}

fn of_case(open: &[StoredReceivable], case: &CaseId) -> Vec<StoredReceivable> {
    let of_this = |stored: &&StoredReceivable| stored.receivable.case.as_ref() == Some(case);
    open.iter().filter(of_this).cloned().collect()
}

/// Whether the case still waits for this step: not done or passed meanwhile, and nothing rests it.
fn waits(
    ladders: &Ladders,
    debts: &[StoredReceivable],
    step: StepKind,
    today: CivilDate,
) -> Result<bool, ApiError> {
    let Some(first) = leading(debts) else {
        return Ok(false);
    };
    let debtor = ladders.debtor(&first.receivable.client)?;
    let view = explain(&first.receivable.id, debtor, &ladders.place, today);
    let rungs = view.map(|view| view.rungs).unwrap_or_default();
    Ok(rungs.iter().filter(|rung| rung.kind == step).any(|rung| {
        matches!(
            rung.state,
            RungState::Now { .. }
                | RungState::Next {
                    why: Why::NotAWorkingDay { .. }
                        | Why::OneStepADay { .. }
                        | Why::ContactCap { .. }
                        | Why::TooEarly { .. }
                        | Why::AnotherDebtFirst,
                    ..
                }
        )
    }))
}

fn card(
    document: StoredDocument,
    case: CaseId,
    step: StepKind,
    debts: &[StoredReceivable],
    today: CivilDate,
) -> Result<TodayCard, ApiError> {
    let mut card = blank(CardKind::HandOver, format!("hand_over/{}", document.id));
    card.client_id = document.client.map(|client| client.0);
    card.client_name = document.client_name.unwrap_or_default();
    card.case_id = Some(case.0);
    card.title = document.title;
    card.step = Some(step);
    card.document_id = Some(document.id.0);
    card.days_late = cases::oldest_days_late(debts, today);
    if let Some(first) = debts.first() {
        let sums = debts.iter().map(|stored| stored.open);
        card.amount = Some(Money::sum(first.open.currency(), sums)?);
    }
    Ok(card)
}
