//! Use cases through the same door as the window: commands by name, a real file, a clock that the test moves.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod agreed;
mod bad_files;
mod bad_input;
mod brand;
mod debts;
mod drafts;
mod follow_up;
mod holds;
mod issuing;
mod letters;
mod money;
mod outside;
mod papers;
mod paying;
mod plans;
mod post;
mod sample;
mod scene;
mod statements;
mod steps;
mod story;
