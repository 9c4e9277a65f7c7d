//! The shapes that cross the boundary: requests and responses of every command, camelCase, dates as
//! `YYYY-MM-DD`, instants as UTC text, money as `{minor, currency}`.
//!
//! Owns shapes only. What a command does is in the module of its place; the list of commands is `commands`.

/// Declares wire shapes: serde both ways, camelCase, no unknown fields, TypeScript when bindings are made.
macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub struct $name { $($body)* }
    )*};
}

/// Declares a closed set of words, snake_case on the wire.
macro_rules! words {
    ($($(#[$meta:meta])* pub enum $name:ident { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
        pub enum $name { $($body)* }
    )*};
}

mod app;
mod brand;
mod cases;
mod clients;
mod debts;
mod documents;
mod invoices;
mod jobs;
mod payments;
mod policies;
mod post;
mod settings;
mod statements;
mod today;

pub use app::*;
pub use brand::*;
pub use cases::*;
pub use clients::*;
pub use debts::*;
pub use documents::*;
pub use invoices::*;
pub use jobs::*;
pub use payments::*;
pub use policies::*;
pub use post::*;
pub use settings::*;
pub use statements::*;
pub use today::*;
