//! Invoices: drafts, totals by EN 16931, numbers, and what issuing freezes.
//!
//! A draft and an invoice are different types: a draft has no number and may be wrong, an invoice has both
//! its number and its totals and is never edited. Terms are those of EN 16931-1 (BT- and BG- codes).

mod draft;
mod issue;
mod line;
mod numbering;
mod totals;

pub use draft::{DraftInvoice, Instalment, Prepayment};
pub use issue::{IssueContext, Issued, MAX_INSTALMENTS, MAX_LINES, check, issue};
pub use line::{Discount, Line, PriceItem, TaxCategory, TaxCode, TaxMode};
pub use numbering::{MAX_PATTERN, NumberSeries, NumberingError};
pub use totals::{LineTotal, TaxLine, Totals, TotalsError, totals};
