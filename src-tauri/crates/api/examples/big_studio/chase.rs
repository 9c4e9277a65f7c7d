//! What is done about late clients: cases open as they do every day in the window, and in the last weeks each of the
//! dozen that stay open is followed up a different way, from not at all to a formal demand.

use serde_json::{Value, json};

use crate::{Outcome, Studio, rows, text};

/// Days between two looks at what is late, and in the last quarter of a year.
const LOOKS: u64 = 30;
const LOOKS_AT_THE_END: u64 = 5;

pub(crate) async fn follow_up(studio: &Studio, number: u64, left: u64) -> Outcome<()> {
    let every = if left < 90 { LOOKS_AT_THE_END } else { LOOKS };
    if !number.is_multiple_of(every) && left != 0 {
        return Ok(());
    }
    studio.ask("today.catchUp", json!({})).await?;
    if left == 0 {
        return Ok(());
    }
    say_not_paid(studio).await?;
    match left {
        40 => each(studio, |place| place >= 3, Act::Remind).await,
        25 => each(studio, |place| place >= 6, Act::Call).await,
        10 => each(studio, |place| (8..11).contains(&place), Act::Demand).await,
        5 => each(studio, |place| place == 11, Act::PutAside).await,
        _ => Ok(()),
    }
}

/// "Has it been paid?" is answered, so that only the last days' questions are left.
async fn say_not_paid(studio: &Studio) -> Outcome<()> {
    let view = studio.ask("today.get", json!({})).await?;
    let asked = rows(&view, "cards")
        .iter()
        .filter(|card| card["kind"] == "due_question");
    let receivables: Vec<Value> = asked
        .flat_map(|card| rows(card, "receivables"))
        .cloned()
        .collect();
    if !receivables.is_empty() {
        studio
            .ask(
                "due.answer",
                json!({ "receivables": receivables, "answer": "no" }),
            )
            .await?;
    }
    Ok(())
}

#[derive(Clone, Copy)]
enum Act {
    Remind,
    Call,
    Demand,
    PutAside,
}

/// Does something about the long-late cases whose place, counted from the oldest, is wanted.
async fn each(studio: &Studio, wanted: impl Fn(usize) -> bool, act: Act) -> Outcome<()> {
    let page = studio.ask("cases.list", json!({ "closed": false })).await?;
    let mut late: Vec<&Value> = rows(&page, "rows")
        .iter()
        .filter(|row| row["daysLate"].as_u64() > Some(60))
        .collect();
    late.sort_by_key(|row| text(row, "openedOn").unwrap_or_default());
    for (place, row) in late.into_iter().enumerate().take(12) {
        if wanted(place) {
            take(studio, &text(row, "id")?, act, place).await?;
        }
    }
    Ok(())
}

async fn take(studio: &Studio, case: &str, act: Act, place: usize) -> Outcome<()> {
    match act {
        Act::Remind => letter(studio, case, "friendly_reminder", true).await,
        Act::Demand => letter(studio, case, "formal_demand", place != 10).await,
        Act::Call => {
            let request = json!({
                "case": case,
                "direction": "outbound",
                "channel": "call",
                "on": studio.today.to_string(),
                "person": "Accounts",
                "outcome": "promised_to_pay",
                "words": "They will look into it.",
                "countsAsStep": true,
            });
            studio.ask("case.logContact", request).await.map(drop)
        }
        Act::PutAside => {
            let until = studio.today + chrono::Days::new(12);
            studio
                .ask(
                    "case.snooze",
                    json!({ "case": case, "until": until.to_string() }),
                )
                .await
                .map(drop)
        }
    }
}

async fn letter(studio: &Studio, case: &str, kind: &str, handed_over: bool) -> Outcome<()> {
    studio.ask("case.checked", json!({ "case": case })).await?;
    let request = json!({ "case": case, "kind": kind, "deadlineOn": null });
    let review = studio.ask("letter.review", request.clone()).await?;
    let mut make = request;
    make["reviewToken"] = json!(
        text(&review, "reviewToken")
            .map_err(|_| format!("{kind} refused: {}", review["checks"]))?
    );
    let document = studio.made("letter.make", make, "document").await?;
    if handed_over {
        let on = studio.today.to_string();
        let given = json!({ "document": document, "channel": "email", "on": on, "to": "Accounts", "proof": "" });
        studio.ask("letter.handedOver", given).await?;
    }
    Ok(())
}
