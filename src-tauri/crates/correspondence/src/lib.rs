//! Words: what the papers and letters say. Facts in, text out, pure.
//!
//! Owns the message files, the facts of each letter, tone and phrasing, and the way sums and dates are
//! written. Leaves pages to `documents`, sending to `delivery`, and every sum to `domain`: here sums are only
//! added up again, to refuse a letter whose total is not what its lines give.

mod account;
mod agreed;
mod charges;
mod clauses;
mod cover;
mod demand;
mod error;
mod facts;
mod final_notice;
mod firm;
pub mod format;
mod friendly;
mod letter;
mod locale;
mod parts;
mod phrases;
pub mod places;
mod statement;
mod table;
mod wording;

pub use clauses::cited;
pub use cover::copy_note;
pub use error::LetterError;
pub use facts::*;
pub use letter::{Block, Letter};
pub use locale::Locale;
pub use parts::{delivery_line, payment_details, payment_method};
pub use phrases::{Fill, Phrases};
pub use table::{ColumnKind, SumLine, TextColumn, TextTable};
pub use wording::Wording;
