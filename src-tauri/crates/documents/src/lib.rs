//! Pages: facts and words in, the bytes of a PDF out.
//!
//! Owns type, layout, the geometry of paper and envelopes, and the PDF writer. Leaves words to
//! `correspondence`, sums to `domain`, files and printing to `delivery`. No clock, no random number, and no
//! file but the fonts of the system for scripts that the bundled faces lack: the same facts and the same look give
//! the same bytes.

#[cfg(test)]
extern crate self as documents;

mod backend;
mod codes;
mod colour;
mod deflate;
mod display;
mod error;
mod facts;
mod finish;
mod fonts;
#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
mod geometry;
mod image;
mod invoice;
mod layout;
mod letter;
mod letterhead;
mod links;
mod panel;
#[cfg(feature = "peers")]
pub mod peers;
mod place;
mod post;
mod sign;
mod structure;
mod text;
mod units;
mod words;

pub use colour::Accent;
pub use error::{DocumentError, PictureFault};
pub use facts::*;
pub use finish::{Attachment, Relationship};
pub use image::check_picture;
pub use invoice::{credit_note, invoice, invoice_with, quote, receipt};
pub use letter::{
    ChargesFacts, CoverFacts, DemandFacts, FinalNoticeFacts, FirmReminderFacts, PaidInFullFacts,
    PaymentPlanFacts, ReminderFacts, SettlementFacts, StatementFacts, charges, cover_letter,
    demand, final_notice, firm_reminder, paid_in_full, payment_plan, reminder, settlement,
    statement,
};
pub use place::{Edge, Envelope, EnvelopeFault, Measures, Overlay, Paper, Window, Zone};
pub use post::{
    CalibrationFacts, EnvelopeFacts, EnvelopeSize, LabelFacts, LabelSheet, PostedLetter,
    PostingFacts, calibration, envelope, labels, posting_list,
};
pub use units::Length;
pub use words::{pages, sheet, words};
