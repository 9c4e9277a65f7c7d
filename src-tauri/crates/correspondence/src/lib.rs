//! Words: what the papers and letters say. Facts in, text out, pure.
//!
//! Owns the message files, the facts of each letter, tone and phrasing, and the way sums and dates are
//! written. Leaves pages to `documents`, sending to `delivery`, and every sum to `domain`.

mod account;
mod demand;
mod error;
mod facts;
pub mod format;
mod friendly;
mod letter;
mod locale;
mod parts;
mod phrases;

pub use account::{AccountCells, AccountTable};
pub use demand::formal_demand;
pub use error::LetterError;
pub use facts::{
    AccountLine, AgreementCited, BankDetails, ChargeLine, ClauseQuote, ClauseTopic, Consequence,
    EarlierRequest, FormalDemand, FriendlyReminder, HowToPay, Medium, Reader, Writer,
};
pub use friendly::friendly_reminder;
pub use letter::{Block, Letter};
pub use locale::Locale;
pub use parts::{cited, payment_details};
pub use phrases::{Fill, Phrases};
