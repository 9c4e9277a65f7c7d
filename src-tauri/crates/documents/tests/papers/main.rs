//! The papers as a reader gets them: their words read back from the PDF, their pages, their fonts.
//!
//! Every paper made here is also written to the target's temporary folder, to be looked at.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod archive;
mod bad_input;
mod codes;
mod elsewhere;
mod every_kind;
mod facts;
mod file;
mod golden;
mod invoices;
mod kind_facts;
mod kinds;
mod letters;
mod pictures;
mod place;
mod read;
mod sums;
mod tree;
