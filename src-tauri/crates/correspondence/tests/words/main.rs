//! The words: letters as text, and the message files behind them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod facts;
mod kind_facts;
mod kinds;
mod letters;
mod messages;
