//! The program as its owner meets it: the real window, driven through WebDriver, on a real desktop with a panel, a tray and a
//! notification server. Started by `cargo xtask test`, which builds the window and brings the desktop.
//!
//! One test at a time: they share the desktop.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

mod access;
mod desktop;
mod screenshots;
mod story;
mod tour;
