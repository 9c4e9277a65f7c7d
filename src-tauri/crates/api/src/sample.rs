//! The sample studio: believable data relative to today, made through the same commands that the window uses,
//! under a clock that is moved through the past year. So its log, numbers, cases and letters are real ones.
//!
//! Owns where it is made and that a half-made one is never seen: it is built beside its folder and moved in at
//! the end. The people and what happened to them are in the modules below.

mod billed;
mod bills;
mod chase;
mod clients;
mod follow;
mod maker;
mod work;

use std::path::{Path, PathBuf};

use domain::calendar::days_before;

use crate::clock::{Clock, MovableClock, day_in_zone};
use crate::error::{ApiError, ErrorCode};
use crate::studio::{Api, FILE_NAME, Options};

use maker::Maker;

const ZONE: &str = "Europe/London";

/// How many days back the studio's first entry lies.
const FIRST_DAY: u32 = 330;

/// Makes the sample studio in its folder. Does nothing when a studio with a business is there already.
pub async fn make_sample_studio(options: Options) -> Result<(), ApiError> {
    let target = options.data.clone();
    if target.join(FILE_NAME).exists() {
        if holds_business(&options).await? {
            return Ok(());
        }
        set_aside(&target, &options.clock)?;
    }
    let half = half_made(&target)?;
    if half.exists() {
        // What an interrupted attempt left behind.
        std::fs::remove_dir_all(&half).map_err(|error| ApiError::folder(&error, &half))?;
    }
    let made = fill(&half, &options)
        .await
        .and_then(|()| move_in(&half, &target));
    if let Err(error) = std::fs::remove_dir_all(&half) {
        tracing::debug!(?error, "the folder of the half-made sample stays");
    }
    made
}

async fn holds_business(options: &Options) -> Result<bool, ApiError> {
    let api = Api::open(options.clone()).await?;
    let mut reader = api.store.read().await?;
    let found = store::business::find(&mut reader).await?.is_some();
    drop(reader);
    api.close().await?;
    Ok(found)
}

/// Keeps an empty studio's file under another name; refuses while another process has it open.
fn set_aside(folder: &Path, clock: &Clock) -> Result<(), ApiError> {
    if folder.join(format!("{FILE_NAME}-wal")).exists() {
        return Err(ApiError::new(
            ErrorCode::Busy,
            "another process has this studio open",
        ));
    }
    let kept = folder.join(format!(
        "studio-empty-{}.db",
        clock.now().timestamp_millis()
    ));
    std::fs::rename(folder.join(FILE_NAME), kept).map_err(|error| ApiError::folder(&error, folder))
}

/// The hidden folder beside the studio's in which it is made.
fn half_made(target: &Path) -> Result<PathBuf, ApiError> {
    let absolute = std::path::absolute(target).map_err(|error| ApiError::folder(&error, target))?;
    let name = absolute
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok(absolute.with_file_name(format!(".{name}.half-made")))
}

async fn fill(folder: &Path, options: &Options) -> Result<(), ApiError> {
    let now = options.clock.now();
    let today = day_in_zone(now, ZONE);
    let hands = MovableClock::at(maker::morning(days_before(today, FIRST_DAY)));
    let api = Api::open(Options {
        data: folder.to_owned(),
        clock: Clock::Movable(hands.clone()),
        program_version: options.program_version.clone(),
    })
    .await?;
    let mut maker = Maker::new(api, hands, today);
    maker.set_up().await?;
    clients::add(&mut maker).await?;
    work::add_prices(&mut maker).await?;
    let mut events = Vec::new();
    work::plan(today, &mut events);
    billed::plan(&mut events);
    chase::plan(&mut events);
    maker.live_through(events).await?;
    maker.wake_up_at(now).await?;
    maker.close().await
}

/// Moves everything into the studio's folder, the database last: with it the studio is there, whole.
fn move_in(half: &Path, target: &Path) -> Result<(), ApiError> {
    let failed = |error: std::io::Error| ApiError::folder(&error, target);
    std::fs::create_dir_all(target).map_err(failed)?;
    for entry in std::fs::read_dir(half).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_name() != FILE_NAME {
            let place = target.join(entry.file_name());
            if !place.exists() {
                std::fs::rename(entry.path(), place).map_err(failed)?;
            }
        }
    }
    std::fs::rename(half.join(FILE_NAME), target.join(FILE_NAME)).map_err(failed)
}
