//! The question after a due date, as a desktop notification: one digest a day, and none while paused.
//!
//! The use cases say what to ask about, quiet hours and preferences included, and remember what was not asked about yet:
//! what is held back is asked later, and Today shows it all the time. Buttons appear where the desktop offers them; a
//! click elsewhere opens the case or Today.

use std::sync::{Mutex, MutexGuard, PoisonError};

use api::wire::{DueAnswer, DueNotice, DueReply, Preferences, TodayView};
use api::{Api, ApiError};
use chrono::NaiveDate;
use notify_rust::{Notification, NotificationResponse};
use serde_json::json;
use tauri::{AppHandle, Manager as _};
use tokio::sync::oneshot;

use crate::studio::{Studio, ask, change};
use crate::{wake, window, words};

const YES: &str = "yes";
const NO: &str = "no";
const LATER: &str = "later";

/// What this process remembers about notifications.
#[derive(Default)]
pub(crate) struct Notices(Mutex<Remembered>);

#[derive(Debug, Default)]
struct Remembered {
    paused_on: Option<NaiveDate>,
    asked_on: Option<NaiveDate>,
    /// The desktop shows no notifications, and the log says so already.
    refused: bool,
}

impl Remembered {
    fn may_ask(&self, today: NaiveDate) -> bool {
        self.paused_on != Some(today) && self.asked_on != Some(today)
    }
}

impl Notices {
    fn remembered(&self) -> MutexGuard<'_, Remembered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn is_paused(&self, today: NaiveDate) -> bool {
        self.remembered().paused_on == Some(today)
    }
}

/// Pauses for the rest of the day, or ends the pause.
pub(crate) fn switch_pause(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        if let Some(api) = app.state::<Studio>().opened()
            && let Ok(today) = api.today().await
        {
            let notices = app.state::<Notices>();
            let mut remembered = notices.remembered();
            remembered.paused_on = (remembered.paused_on != Some(today)).then_some(today);
        }
        app.state::<wake::Nudge>().now();
    });
}

/// Asks about what passed its due date, if now is a good moment.
pub(crate) async fn ask_about(
    app: &AppHandle,
    api: &Api,
    notice: DueNotice,
    language: &str,
) -> Result<(), ApiError> {
    let notices = app.state::<Notices>();
    let today = api.today().await?;
    if notice.receivables.is_empty() || !notices.remembered().may_ask(today) {
        return Ok(());
    }
    let preferences: Preferences = ask(api, "settings.get").await?;
    let body = if preferences.notification_details {
        let today: TodayView = ask(api, "today.get").await?;
        words::details(&notice, &today.cards, language)
    } else {
        String::new()
    };
    let asked = answer(&notice, DueReply::Later);
    if let Err(error) = shown(app, notice, body).await {
        if !std::mem::replace(&mut notices.remembered().refused, true) {
            tracing::warn!(
                error,
                "this desktop shows no notifications; Today shows what is due"
            );
        }
        return Ok(());
    }
    notices.remembered().asked_on = Some(today);
    change(api, "due.noticed", json!(asked)).await
}

fn answer(notice: &DueNotice, answer: DueReply) -> DueAnswer {
    DueAnswer {
        receivables: notice.receivables.clone(),
        answer,
    }
}

/// Returns when the desktop took the notification; the answer is waited for on a thread of its own.
async fn shown(app: &AppHandle, notice: DueNotice, body: String) -> Result<(), String> {
    let (told, heard) = oneshot::channel();
    let app = app.clone();
    let wait = move || {
        let notification = digest(&notice, &body);
        let handle = match notification.show() {
            Ok(handle) => handle,
            Err(error) => return drop(told.send(Err(error.to_string()))),
        };
        drop(told.send(Ok(())));
        let answered = handle.wait_for_response(move |response: &NotificationResponse| {
            let response = response.clone();
            tauri::async_runtime::spawn(async move { answered(&app, &notice, &response).await });
        });
        if let Err(error) = answered {
            tracing::debug!(%error, "the notification went away unanswered");
        }
    };
    std::thread::Builder::new()
        .name("notification".into())
        .spawn(wait)
        .map_err(|error| error.to_string())?;
    heard
        .await
        .map_err(|_| "the notification's thread ended".to_owned())?
}

fn digest(notice: &DueNotice, body: &str) -> Notification {
    let mut notification = Notification::new();
    notification
        .appname(words::PRODUCT)
        .summary(&words::question(notice))
        .body(body);
    #[cfg(all(unix, not(target_os = "macos")))]
    {
        notification
            .icon("safelight")
            .hint(notify_rust::Hint::DesktopEntry("Safelight".into()));
        if notify_rust::get_capabilities()
            .is_ok_and(|able| able.iter().any(|ability| ability == "actions"))
        {
            notification.action("default", words::OPEN_TODAY);
            // One answer fits one invoice; for several, Today asks about each.
            if notice.receivables.len() == 1 {
                notification.action(YES, words::YES).action(NO, words::NO);
            }
            notification.action(LATER, words::LATER);
        }
    }
    notification
}

async fn answered(app: &AppHandle, notice: &DueNotice, response: &NotificationResponse) {
    let (reply, route) = match response {
        NotificationResponse::Action(key) if key == YES => {
            (Some(DueReply::Yes), Some(payment_route(notice)))
        }
        NotificationResponse::Action(key) if key == NO => {
            (Some(DueReply::No), Some(case_route(notice)))
        }
        NotificationResponse::Action(key) if key == LATER => (Some(DueReply::Later), None),
        NotificationResponse::Default => (None, Some(case_route(notice))),
        _ => (None, None),
    };
    if let (Some(reply), Some(api)) = (reply, app.state::<Studio>().opened())
        && let Err(error) = change(api, "due.answer", json!(answer(notice, reply))).await
    {
        tracing::warn!(code = ?error.code, "the answer in the notification was not taken; Today asks again");
    }
    if let Some(route) = route {
        window::open(app, &route);
    }
}

fn case_route(notice: &DueNotice) -> String {
    notice
        .case_id
        .as_ref()
        .map_or_else(|| "/today".to_owned(), |case| format!("/cases/{case}"))
}

fn payment_route(notice: &DueNotice) -> String {
    let client = notice
        .client_id
        .as_ref()
        .map(|client| format!("?client={client}"));
    format!("/payments/new{}", client.unwrap_or_default())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn one_digest_a_day_and_none_while_paused() {
        let day = |number| NaiveDate::from_ymd_opt(2027, 3, number).unwrap();
        let asked = Remembered {
            asked_on: Some(day(2)),
            ..Remembered::default()
        };
        assert!(!asked.may_ask(day(2)));
        assert!(asked.may_ask(day(3)), "tomorrow is another day");
        let paused = Remembered {
            paused_on: Some(day(2)),
            ..Remembered::default()
        };
        assert!(!paused.may_ask(day(2)));
        assert!(
            paused.may_ask(day(3)),
            "the pause ends with the day, and what it held back is asked then"
        );
    }
}
