//! The studio this process shows: opened once, in the background, while the window is already being made.
//!
//! When it cannot be opened (a newer file, a folder that cannot be written), every call answers why, so that the window
//! can say it, and tries again.

use std::path::{Path, PathBuf};

use api::{Api, ApiError, Clock, Options};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::start::Start;

/// The one studio of this process.
pub(crate) struct Studio {
    data: PathBuf,
    sample: bool,
    opened: OnceCell<Api>,
}

/// Why the studio could not be opened, for the page that says so.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Failure {
    error: ApiError,
    folder: String,
}

impl Studio {
    pub(crate) fn of(start: &Start) -> Self {
        Self {
            data: start.data.clone(),
            sample: start.sample,
            opened: OnceCell::new(),
        }
    }

    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// Opens it on the first call; later and simultaneous calls get the same. After a failure the next call tries again,
    /// since the owner may have moved a file away meanwhile.
    pub(crate) async fn api(&self) -> Result<&Api, ApiError> {
        self.opened.get_or_try_init(|| self.open()).await
    }

    /// Only when it is open already.
    pub(crate) fn opened(&self) -> Option<&Api> {
        self.opened.get()
    }

    pub(crate) async fn failure(&self) -> Option<Failure> {
        let error = self.api().await.err()?;
        Some(Failure {
            error,
            folder: self.data.display().to_string(),
        })
    }

    async fn open(&self) -> Result<Api, ApiError> {
        let opened = if self.sample {
            self.open_sample().await
        } else {
            Api::open(self.options()).await
        };
        if let Err(error) = &opened {
            tracing::error!(code = ?error.code, "the studio could not be opened");
        }
        opened
    }

    async fn open_sample(&self) -> Result<Api, ApiError> {
        api::make_sample_studio(self.options()).await?;
        Api::open(self.options()).await
    }

    fn options(&self) -> Options {
        Options {
            data: self.data.clone(),
            clock: Clock::from_environment(),
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

/// Runs a command of the shell's own accord and reads its answer.
pub(crate) async fn ask<T: serde::de::DeserializeOwned>(
    api: &Api,
    name: &str,
) -> Result<T, ApiError> {
    let answer = api.call(name, json!({}), None).await?;
    serde_json::from_value(answer)
        .map_err(|error| internal(&format!("the answer of {name} has another shape: {error}")))
}

/// Runs a change of the shell's own accord.
pub(crate) async fn change(api: &Api, name: &str, payload: Value) -> Result<(), ApiError> {
    api.call(name, payload, None).await.map(|_| ())
}

pub(crate) fn internal(words: &str) -> ApiError {
    ApiError {
        code: api::ErrorCode::Internal,
        message: words.to_owned(),
        fields: Vec::new(),
    }
}
