//! What the shell itself says: in the tray, in notifications, in the window's title.
//!
//! A locked screen shows notifications too, so names and amounts appear only where the owner asked for them.

use api::wire::{CardKind, DueNotice, TodayCard};

pub(crate) const PRODUCT: &str = "Safelight";
pub(crate) const OPEN_TODAY: &str = "Open Today";
pub(crate) const NEW_INVOICE: &str = "New invoice";
pub(crate) const RECORD_PAYMENT: &str = "Record payment";
pub(crate) const PAUSE: &str = "Pause notifications until tomorrow";
pub(crate) const QUIT: &str = "Quit";

pub(crate) const YES: &str = "Yes, record it";
pub(crate) const NO: &str = "No, open the case";
pub(crate) const LATER: &str = "Later";

/// `3 overdue, £1,250.00`; several currencies stand beside each other, never added up.
pub(crate) fn overdue(notice: &DueNotice, language: &str) -> String {
    if notice.overdue_invoices == 0 {
        return "Nothing overdue".to_owned();
    }
    let sums: Vec<String> = notice
        .overdue
        .iter()
        .map(|sum| api::money_text(*sum, language))
        .collect();
    if sums.is_empty() {
        return format!("{} overdue", notice.overdue_invoices);
    }
    format!(
        "{} overdue, {}",
        notice.overdue_invoices,
        sums.join(" and ")
    )
}

/// The question after a due date.
pub(crate) fn question(notice: &DueNotice) -> String {
    match notice.invoices {
        0 | 1 => "An invoice passed its due date: has it been paid?".to_owned(),
        many => format!("{many} invoices passed their due date: have they been paid?"),
    }
}

/// A line per invoice asked about: client, number, amount.
pub(crate) fn details(notice: &DueNotice, cards: &[TodayCard], language: &str) -> String {
    let asked = |card: &&TodayCard| {
        card.kind == CardKind::DueQuestion
            && card
                .receivables
                .iter()
                .any(|id| notice.receivables.contains(id))
    };
    let lines: Vec<String> = cards
        .iter()
        .filter(asked)
        .map(|card| line(card, language))
        .collect();
    lines.join("\n")
}

fn line(card: &TodayCard, language: &str) -> String {
    let amount = card.amount.map(|amount| api::money_text(amount, language));
    let parts = [
        Some(card.client_name.clone()),
        Some(card.numbers.join(", ")),
        amount,
    ];
    parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The window's title.
pub(crate) fn title(studio: &str) -> String {
    let studio = studio.trim();
    if studio.is_empty() {
        PRODUCT.to_owned()
    } else {
        format!("{studio} - {PRODUCT}")
    }
}
