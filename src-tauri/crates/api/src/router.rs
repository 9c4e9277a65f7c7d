//! From a command's name to its handler.
//!
//! Owns reading the request, running a change in one transaction with its request id, and telling the window
//! what became stale. What a command does is in the module of its place.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::act::Act;
use crate::commands::command_list;
use crate::error::{ApiError, ErrorCode};
use crate::studio::Api;
use crate::wire::*;
use crate::{
    aging, app, backup, brand, case_acts, cases, clients, debts, documents, drafts, due, export,
    holds, invoices, issuing, jobs, letters, payments, policies, post, pricing, printing, receipts,
    settings, statements, steps, support, today,
};

/// Requests larger than this are refused unread: no command takes more.
const LARGEST_REQUEST: usize = 2 * 1024 * 1024;

/// What a command answers.
pub(crate) enum Reply {
    Json(Value),
    Bytes(Vec<u8>),
}

fn read<T: DeserializeOwned>(payload: Value) -> Result<T, ApiError> {
    serde_json::from_value(payload)
        .map_err(|error| ApiError::bad_request(format!("the request does not fit: {error}")))
}

fn write<T: Serialize>(response: &T) -> Result<Value, ApiError> {
    serde_json::to_value(response)
        .map_err(|error| ApiError::internal(format!("the answer cannot be written: {error}")))
}

macro_rules! router {
    ($($kind:ident $name:literal $request:ident => $response:ident, $module:ident :: $handler:ident, [$($tag:ident),*];)*) => {
        /// Runs the command called `name`.
        pub(crate) async fn dispatch(
            api: &Api, name: &str, payload: Value, request_id: Option<String>,
        ) -> Result<Reply, ApiError> {
            match name {
                $($name => {
                    let request: $request = read(payload)?;
                    Box::pin(async move { router!(@run $kind api $name request request_id $module $handler) }).await
                })*
                _ => Err(ApiError::bad_request(format!("there is no command {}", name.chars().take(60).collect::<String>()))),
            }
        }
    };
    (@run query $api:ident $name:literal $request:ident $id:ident $module:ident $handler:ident) => {{
        let _ = $id;
        write(&$module::$handler($api, $request).await?).map(Reply::Json)
    }};
    (@run bytes $api:ident $name:literal $request:ident $id:ident $module:ident $handler:ident) => {{
        let _ = $id;
        $module::$handler($api, $request).await.map(Reply::Bytes)
    }};
    (@run act $api:ident $name:literal $request:ident $id:ident $module:ident $handler:ident) => {{
        let _ = $id;
        let response = $module::$handler($api, $request).await?;
        $api.tell_changed($name);
        write(&response).map(Reply::Json)
    }};
    (@run change $api:ident $name:literal $request:ident $id:ident $module:ident $handler:ident) => {{
        let mut act = Act::begin($api).await?;
        if let Some(earlier) = act.earlier_response($name, $id.as_deref()).await? {
            return Ok(Reply::Json(earlier));
        }
        let response = write(&$module::$handler(&mut act, $request).await?)?;
        act.finish($name, $id.as_deref(), &response).await?;
        $api.tell_changed($name);
        Ok(Reply::Json(response))
    }};
}

command_list!(router);

/// Refuses a request that is too large to be one of ours.
pub(crate) fn check_size(payload: &Value) -> Result<(), ApiError> {
    let size = payload.to_string().len();
    if size > LARGEST_REQUEST {
        return Err(ApiError::new(
            ErrorCode::BadRequest,
            format!("the request has {size} bytes, more than any command takes"),
        ));
    }
    Ok(())
}
