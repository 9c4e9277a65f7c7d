//! The studio's file: SQLite through sqlx, which appears in this crate only.
//!
//! Owns the schema and its migrations, one module per aggregate, the lists that windows show, search, the
//! evidence log's rows, the lease of the runner, and copies. [`Store::open`] is the only door, so that an
//! encrypted file can come later by one change. Leaves rules to `domain`: SQL filters and sorts by facts and by
//! projections that the rules computed, and decides nothing. Time, ids and salts are arguments.
//!
//! Reading: `let mut conn = store.read().await?` sees one moment of the file. Writing:
//! `let mut tx = store.begin().await?`, any number of calls, `tx.commit().await?`; dropping it undoes all of them.

#![deny(clippy::float_arithmetic)]

/// The text of one query file.
macro_rules! sql {
    ($name:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/queries/",
            $name,
            ".sql"
        ))
    };
}

pub mod agreement;
pub mod backup;
pub mod business;
pub mod case;
pub mod client;
pub mod contact;
pub mod document;
pub mod draft;
pub mod due_notice;
pub mod dunning;
mod error;
pub mod evidence;
pub mod export;
pub mod file;
mod fold;
pub mod hold;
pub mod invoice;
pub mod job;
pub mod lease;
pub mod numbering;
mod open;
pub mod payment;
pub mod policy;
pub mod price_item;
pub mod receivable;
pub mod request;
pub mod search;
pub mod setting;
pub mod snooze;
mod store;
mod value;

#[cfg(test)]
mod tests;

pub use error::StoreError;
pub use open::{FORMAT, Opened};
pub use store::{Conn, Reader, Store, Tx};
pub use value::{Json, Listed, Page, Stored};
