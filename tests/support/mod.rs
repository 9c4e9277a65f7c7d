//! What the stories are told with.
//!
//! `Studio` is a data folder with a clock and a terminal; `Window` is the real window on it; the tray and the
//! notifications are asked for where the desktop keeps them.

#![allow(
    dead_code,
    reason = "a vocabulary: not every word is in use at every moment"
)]

pub(crate) mod desktop;
pub(crate) mod keyboard;
pub(crate) mod looks;
pub(crate) mod paper;
pub(crate) mod places;
pub(crate) mod setting;
pub(crate) mod studio;
pub(crate) mod window;

use std::fmt::Display;
use std::time::{Duration, Instant};

/// Waits until `look` finds something; fails with what was awaited and what was seen last.
pub(crate) async fn eventually<T, E: Display>(
    what: &str,
    mut look: impl AsyncFnMut() -> Result<T, E>,
) -> T {
    within(Duration::from_secs(40), what, &mut look).await
}

/// The same with a patience of one's own.
pub(crate) async fn within<T, E: Display>(
    patience: Duration,
    what: &str,
    mut look: impl AsyncFnMut() -> Result<T, E>,
) -> T {
    let begun = started();
    loop {
        match look().await {
            Ok(found) => return found,
            Err(seen) if begun.elapsed() > patience => {
                panic!("{what}: not after {patience:?}; {seen}")
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "patience is measured on the real clock"
)]
fn started() -> Instant {
    Instant::now()
}
