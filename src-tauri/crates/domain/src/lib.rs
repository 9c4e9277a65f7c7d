//! The rules of getting paid: pure functions over facts.
//!
//! Owns money, dates, the people, invoices and their totals, payments, what is overdue, the follow-up
//! planner, cases and the evidence log. Leaves storage, wording, pages and the outside world to other crates.
//! Nothing here reads a clock, a file or a database: today is an argument.

#![deny(clippy::float_arithmetic)]

pub mod agreement;
pub mod business;
pub mod calendar;
pub mod case;
pub mod client;
pub mod contents;
pub mod dunning;
pub mod evidence;
pub mod field;
pub mod holidays;
pub mod id;
pub mod invoice;
pub mod job;
pub mod money;
pub mod payment;
pub mod payment_code;
pub mod receivable;
pub mod reference;
pub mod syntax;

pub use calendar::{CivilDate, Instant};
pub use field::{FieldProblem, Problem};
pub use money::{Currency, Money, MoneyError, Quantity, Rate, UnitPrice};
