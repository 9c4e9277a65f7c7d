//! A change under way: one transaction, one moment, one day.
//!
//! Everything a change writes goes through the same transaction as its log entries and its request id, so that
//! a crash at any line leaves all of it or nothing.

use domain::{CivilDate, Instant};
use serde_json::Value;
use store::Tx;

use crate::clock::day_in_zone;
use crate::error::ApiError;
use crate::studio::Api;
use crate::{ids, settings};

/// A change under way.
pub(crate) struct Act<'a> {
    pub(crate) api: &'a Api,
    pub(crate) tx: Tx,
    pub(crate) now: Instant,
    pub(crate) today: CivilDate,
}

impl<'a> Act<'a> {
    pub(crate) async fn begin(api: &'a Api) -> Result<Self, ApiError> {
        let mut tx = api.store.begin().await?;
        let now = api.now();
        let zone = settings::zone(&mut tx).await?;
        Ok(Self {
            api,
            tx,
            now,
            today: day_in_zone(now, &zone),
        })
    }

    /// What the same request answered before, when it was carried out already.
    pub(crate) async fn earlier_response(
        &mut self,
        command: &str,
        request_id: Option<&str>,
    ) -> Result<Option<Value>, ApiError> {
        let Some(request_id) = request_id else {
            return Ok(None);
        };
        match store::request::find(&mut self.tx, request_id).await? {
            Some(earlier) if earlier.command == command => Ok(Some(earlier.response.read()?)),
            Some(_) => Err(ApiError::bad_request(
                "this request id belongs to another command",
            )),
            None => Ok(None),
        }
    }

    pub(crate) async fn finish(
        mut self,
        command: &str,
        request_id: Option<&str>,
        response: &Value,
    ) -> Result<(), ApiError> {
        if let Some(request_id) = request_id {
            store::request::record(&mut self.tx, request_id, command, response, self.now).await?;
        }
        Ok(self.tx.commit().await?)
    }

    pub(crate) fn new_id(&self) -> Result<String, ApiError> {
        ids::new_id(self.now)
    }
}
