//! Use cases and the wire contract: the only thing that the window, the terminal and the tests call.
//!
//! A host opens a studio ([`Api::open`]), calls commands by name ([`Api::call`], [`Api::bytes`]) and listens for
//! what became stale. Rules are in `domain`, rows in `store`, words in `correspondence`, pages in `documents`,
//! files in `delivery`; here they meet, one module for each place of the window.

#![deny(clippy::float_arithmetic)]

mod act;
mod aging;
mod app;
mod backup;
#[cfg(feature = "bindings")]
pub mod bindings;
mod brand;
mod case_acts;
mod cases;
mod clients;
mod clock;
pub mod commands;
mod debts;
mod documents;
mod drafts;
mod due;
mod error;
mod export;
mod files;
mod folders;
mod holds;
mod ids;
mod invoices;
mod issuing;
mod jobs;
mod ladder;
mod letters;
mod log;
mod logbook;
mod papers;
mod parties;
mod paying;
mod payments;
mod plans;
mod policies;
mod post;
mod pricing;
mod printing;
mod receipts;
mod router;
mod sample;
mod sender;
mod settings;
mod statements;
mod steps;
mod studio;
mod support;
mod today;
pub mod wire;
mod words;

pub use clock::{Clock, MovableClock};
pub use error::{ApiError, ErrorCode};
pub use folders::{default_data_folder, is_sample_folder, sample_data_folder};
pub use sample::make_sample_studio;
pub use studio::{Api, FILE_NAME, Options, PickedPath};
pub use support::start_logging;
pub use words::money_text;
