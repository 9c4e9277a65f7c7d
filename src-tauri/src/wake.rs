//! The heartbeat: lets time pass for the studio, and tells the window what became stale.
//!
//! Time passes on start, at each minute of the wall clock (which a waking machine jumps over, so waking counts too) and
//! after each change. Only the process that holds the runner's lease plans, asks and copies; every process
//! shows what others wrote.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use api::commands::{COMMANDS, Tag};
use api::wire::{AppStatus, DueNotice, Phase};
use api::{Api, ApiError};
use chrono::{DateTime, Utc};
use serde_json::json;
use tauri::{AppHandle, Manager as _};
use tokio::sync::Notify;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::time::{MissedTickBehavior, interval};

use crate::studio::{Studio, ask, change};
use crate::{notify, tray, window, words};

const BEAT: Duration = Duration::from_millis(if cfg!(feature = "test-clock") {
    200
} else {
    1000
});

/// A copy that failed is tried again after this time; what failed is shown on Today meanwhile.
const COPY_AGAIN_AFTER_MINUTES: i64 = 60;

/// Asks for a heartbeat now.
#[derive(Clone, Default)]
pub(crate) struct Nudge(Arc<Notify>);

impl Nudge {
    pub(crate) fn now(&self) {
        self.0.notify_one();
    }
}

/// Beats as long as the program runs.
pub(crate) fn start(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        tray::show(
            &app,
            tray::Shown {
                text: words::PRODUCT.to_owned(),
                ..tray::Shown::default()
            },
        );
        let studio = app.state::<Studio>();
        let mut api = studio.api().await.ok();
        // What could not be opened may be later, when the owner has put it right and the window tries again.
        while api.is_none() {
            tokio::time::sleep(BEAT).await;
            api = studio.opened();
        }
        if let Some(api) = api {
            Heart::new(&app, api).beat(api.changes()).await;
        }
    });
}

struct Heart<'a> {
    app: &'a AppHandle,
    api: &'a Api,
    /// When time last passed for the studio.
    last: Option<DateTime<Utc>>,
    version: Option<i64>,
    copied: Option<DateTime<Utc>>,
    /// What went wrong last, so that the log says it once.
    trouble: Option<api::ErrorCode>,
}

impl<'a> Heart<'a> {
    fn new(app: &'a AppHandle, api: &'a Api) -> Self {
        Self {
            app,
            api,
            last: None,
            version: None,
            copied: None,
            trouble: None,
        }
    }

    async fn beat(mut self, mut changes: Receiver<Vec<Tag>>) {
        let mut beats = interval(BEAT);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let nudge = self.app.state::<Nudge>().inner().clone();
        loop {
            let outcome = tokio::select! {
                _ = beats.tick() => self.look().await,
                () = nudge.0.notified() => self.pass().await,
                first = changes.recv() => match first {
                    Ok(tags) => self.heard(tags, &mut changes).await,
                    Err(RecvError::Lagged(_)) => self.heard(every_tag(), &mut changes).await,
                    Err(RecvError::Closed) => return,
                },
            };
            self.note(outcome);
        }
    }

    /// Has a minute begun, or has another process written?
    async fn look(&mut self) -> Result<(), ApiError> {
        let version = self.api.data_version().await?;
        let foreign = self
            .version
            .replace(version)
            .is_some_and(|seen| seen != version);
        if foreign {
            self.tell(every_tag());
        }
        let now = self.api.now();
        if foreign || self.last.is_none_or(|last| has_passed(last, now)) {
            return self.pass().await;
        }
        Ok(())
    }

    /// Something changed here: the window is told, and what follows from it is worked out.
    async fn heard(
        &mut self,
        tags: Vec<Tag>,
        changes: &mut Receiver<Vec<Tag>>,
    ) -> Result<(), ApiError> {
        let mut stale: HashSet<Tag> = HashSet::new();
        let mut matters = false;
        let mut next = Some(tags);
        while let Some(tags) = next {
            matters |= !is_our_own_doing(&tags);
            stale.extend(tags);
            next = match changes.try_recv() {
                Ok(tags) => Some(tags),
                Err(TryRecvError::Lagged(_)) => Some(every_tag()),
                Err(TryRecvError::Empty | TryRecvError::Closed) => None,
            };
        }
        self.tell(stale);
        if matters {
            self.pass().await
        } else {
            self.expect_own_writing().await
        }
    }

    /// What this process wrote is no news from another one.
    async fn expect_own_writing(&mut self) -> Result<(), ApiError> {
        self.version = Some(self.api.data_version().await?);
        Ok(())
    }

    fn tell(&self, tags: impl IntoIterator<Item = Tag>) {
        let tags: Vec<Tag> = tags.into_iter().collect();
        window::tell(self.app, "changed", json!({ "tags": tags }));
    }

    /// Lets time pass: plan, show, ask, copy.
    async fn pass(&mut self) -> Result<(), ApiError> {
        self.last = Some(self.api.now());
        let status: AppStatus = ask(self.api, "app.status").await?;
        window::set_studio(self.app, &status.studio);
        if status.phase == Phase::FirstRun {
            return self.show(words::PRODUCT.to_owned(), false).await;
        }
        let runs = self.api.hold_runner().await?;
        if runs {
            change(self.api, "today.catchUp", json!({})).await?;
        }
        let notice: DueNotice = ask(self.api, "due.notice").await?;
        self.show(
            words::overdue(&notice, &status.language),
            notice.overdue_invoices > 0,
        )
        .await?;
        if runs {
            notify::ask_about(self.app, self.api, notice, &status.language).await?;
            self.copy(&status).await?;
        }
        self.expect_own_writing().await
    }

    async fn show(&self, text: String, alert: bool) -> Result<(), ApiError> {
        let paused = self
            .app
            .state::<notify::Notices>()
            .is_paused(self.api.today().await?);
        tray::show(
            self.app,
            tray::Shown {
                text,
                alert,
                paused,
            },
        );
        Ok(())
    }

    /// The daily copy, once a folder was chosen. The use case records how it went.
    async fn copy(&mut self, status: &AppStatus) -> Result<(), ApiError> {
        let now = self.api.now();
        let tried = self
            .copied
            .is_some_and(|at| (now - at).num_minutes().abs() < COPY_AGAIN_AFTER_MINUTES);
        let day = now.format("%Y-%m-%d").to_string();
        let done = status
            .backup
            .last_at
            .as_ref()
            .is_some_and(|at| at.starts_with(&day));
        if status.backup.folder.is_none() || done || tried {
            return Ok(());
        }
        self.copied = Some(now);
        self.api
            .call("backup.now", json!({}), None)
            .await
            .map(|_| ())
    }

    fn note(&mut self, outcome: Result<(), ApiError>) {
        let trouble = outcome.err().map(|error| error.code);
        if let Some(code) = trouble
            && self.trouble != trouble
        {
            tracing::warn!(?code, "what is due could not be worked out");
        }
        self.trouble = trouble;
    }
}

/// Another minute of the wall clock, forwards or backwards. A test's clock stands still until it is set.
fn has_passed(last: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let minute = |at: DateTime<Utc>| at.timestamp().div_euclid(60);
    let set = cfg!(feature = "test-clock")
        && std::env::var_os("SAFELIGHT_CLOCK").is_some()
        && last != now;
    set || minute(last) != minute(now)
}

/// What the heartbeat itself changes must not make it beat again.
fn is_our_own_doing(tags: &[Tag]) -> bool {
    COMMANDS.iter().any(|command| {
        matches!(command.name, "today.catchUp" | "due.noticed") && command.tags == tags
    })
}

fn every_tag() -> Vec<Tag> {
    let tags: HashSet<Tag> = COMMANDS
        .iter()
        .flat_map(|command| command.tags)
        .copied()
        .collect();
    tags.into_iter().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn time_passes_with_the_minute_and_in_both_directions() {
        let noon = at("2027-03-02T12:00:10Z");
        assert!(
            has_passed(noon, at("2027-03-02T12:01:00Z")),
            "the next minute"
        );
        assert!(
            has_passed(noon, at("2027-03-09T12:00:10Z")),
            "a week asleep"
        );
        assert!(
            has_passed(noon, at("2027-03-01T12:00:10Z")),
            "a clock set back"
        );
        assert!(
            !has_passed(noon, at("2027-03-02T12:00:50Z")),
            "the same minute"
        );
    }

    #[test]
    fn planning_does_not_make_itself_start_again() {
        assert!(
            is_our_own_doing(&[Tag::Today, Tag::Cases, Tag::App]),
            "what today.catchUp makes stale"
        );
        assert!(
            !is_our_own_doing(&[Tag::Today, Tag::Cases]),
            "an answer to the question has consequences"
        );
    }
}
