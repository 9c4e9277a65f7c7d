//! What became late and what was done about it: cases at every step of the ladder, three that are closed, and
//! a debt from before.

use domain::calendar::{days_after, days_before};
use domain::case::{Channel, ContactOutcome};
use domain::dunning::StepKind;
use domain::{CivilDate, Currency, Money};

use super::maker::{Event, What};
use crate::error::ApiError;
use crate::wire::{DebtRecord, LetterKind, TriedBefore, TriedKind};

use LetterKind::{FormalDemand, FriendlyReminder};

/// The day so many days from today; negative lies back.
pub(super) fn day_from(today: CivilDate, days: i64) -> CivilDate {
    let far = u32::try_from(days.unsigned_abs()).unwrap_or(0);
    if days < 0 {
        days_before(today, far)
    } else {
        days_after(today, far)
    }
}

fn not_paid(ago: u32, bill: &str) -> Event {
    Event {
        ago,
        what: What::NotPaid {
            bill: bill.to_owned(),
        },
    }
}

fn mailed(ago: u32, client: &'static str) -> Event {
    let handed_over = Some((Channel::Email, "sent from the studio's own mail"));
    Event {
        ago,
        what: What::Letter {
            client,
            kind: FriendlyReminder,
            handed_over,
        },
    }
}

fn called(
    ago: u32,
    client: &'static str,
    person: &'static str,
    outcome: ContactOutcome,
    words: &'static str,
) -> Event {
    Event {
        ago,
        what: What::Call {
            client,
            person,
            outcome,
            words,
        },
    }
}

fn told(
    ago: u32,
    client: &'static str,
    person: &'static str,
    channel: Channel,
    words: &'static str,
) -> Event {
    Event {
        ago,
        what: What::Told {
            client,
            person,
            channel,
            words,
        },
    }
}

fn closed(ago: u32, client: &'static str) -> Event {
    Event {
        ago,
        what: What::Closed { client },
    }
}

pub(super) fn plan(events: &mut Vec<Event>) {
    events.extend(settled());
    events.extend(running());
}

/// Cases that are behind.
fn settled() -> Vec<Event> {
    vec![
        not_paid(139, "orsted-catalogue"),
        mailed(137, "orsted"),
        told(
            135,
            "orsted",
            "Ingrid Ørsted",
            Channel::Email,
            "The invoice had gone to the old address. Will be paid this week.",
        ),
        closed(130, "orsted"),
        not_paid(104, "kite-135"),
        closed(101, "kite"),
        not_paid(61, "hannah-portrait"),
        mailed(60, "hannah"),
        called(
            54,
            "hannah",
            "Hannah Brooke",
            ContactOutcome::PromisedToPay,
            "Had been away; pays by card on Friday.",
        ),
        closed(50, "hannah"),
    ]
}

/// Cases that are open today, from the top of the ladder to its foot.
fn running() -> Vec<Event> {
    let posted = Some((Channel::Letter, "Signed for, AB 1234 5678 9GB"));
    vec![
        // The demand is out and its deadline runs.
        not_paid(67, "northgate-flats"),
        mailed(66, "northgate"),
        called(
            58,
            "northgate",
            "Accounts Payable",
            ContactOutcome::PromisedToPay,
            "500 this week, the rest with the next payment run.",
        ),
        not_paid(39, "northgate-penthouse"),
        told(
            30,
            "northgate",
            "Gareth Pugh",
            Channel::Email,
            "Waiting for the investor. No date.",
        ),
        Event {
            ago: 10,
            what: What::Letter {
                client: "northgate",
                kind: FormalDemand,
                handed_over: posted,
            },
        },
        // Everything is paid: the owner may close it.
        not_paid(24, "kofi-film"),
        mailed(22, "kofi"),
        called(
            15,
            "kofi",
            "Kofi Mensah",
            ContactOutcome::LeftMessage,
            "Left a message on his mobile.",
        ),
        // The demand is due: a debt from before.
        Event {
            ago: 9,
            what: What::OldDebt { client: "halcyon" },
        },
        // The call is due.
        not_paid(11, "priya-balance"),
        mailed(9, "priya"),
        // The reminder is made and waits to be handed over.
        not_paid(6, "brightwater-autumn"),
        Event {
            ago: 1,
            what: What::Letter {
                client: "brightwater",
                kind: FriendlyReminder,
                handed_over: None,
            },
        },
        // The reminder is due.
        not_paid(3, "calder-mill-yard"),
    ]
}

/// The invoice that the studio wrote before it had Safelight.
pub(super) fn old_debt(
    today: CivilDate,
    client: String,
    scan: String,
) -> Result<DebtRecord, ApiError> {
    let pounds = Currency::new("GBP")?;
    let tried = |what, ago, note: &str| TriedBefore {
        what,
        on: Some(days_before(today, ago)),
        note: note.to_owned(),
    };
    Ok(DebtRecord {
        client,
        number: "FG-0312".to_owned(),
        title: "Menu and interior photography, two days".to_owned(),
        issued_on: days_before(today, 134),
        due_on: days_before(today, 104),
        total: Money::new(168_000, pounds)?,
        open: Money::new(128_000, pounds)?,
        file_token: Some(scan),
        tried: vec![
            tried(
                TriedKind::Reminder,
                96,
                "Asked by e-mail whether the invoice had arrived",
            ),
            tried(
                TriedKind::Call,
                81,
                "Ray Dunmore said it would be paid after the summer",
            ),
            tried(
                TriedKind::Message,
                40,
                "400.00 came; asked for the rest by text message",
            ),
        ],
        start_at: StepKind::FormalDemand,
    })
}
