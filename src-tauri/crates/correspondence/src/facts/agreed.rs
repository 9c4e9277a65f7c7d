//! Facts of the letters by which both sides agree: payment plan, settlement offer, confirmation of payment.

use domain::{CivilDate, Money};

use super::{AccountLine, ChargeLine, HowToPay, Reader, Writer};
use crate::locale::Locale;

/// Paying in parts, for both sides to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentPlan {
    pub locale: Locale,
    pub date: CivilDate,
    pub reader: Reader,
    pub writer: Writer,
    pub account: Vec<AccountLine>,
    pub charges: Vec<ChargeLine>,
    /// Open sums and charges together; the parts add up to it.
    pub total: Money,
    pub parts: Vec<PlanPart>,
    /// So many days after its date a part that is missing makes the rest due at once.
    pub days_of_grace: u32,
    /// No further interest or charges are asked for as long as the plan is kept.
    pub charges_rest: bool,
    /// Until when a signed copy must be back; after `date`.
    pub reply_by: CivilDate,
    pub how_to_pay: HowToPay,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanPart {
    pub due_on: CivilDate,
    pub amount: Money,
}

/// What the settlement does to the rest of the debt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Release {
    /// The sum in time ends the matter; nothing is said about what follows otherwise but that the offer ends.
    Full,
    /// As [`Self::Full`]; once accepted and not paid in time, the whole debt is owed again.
    FullOrWholeDebt,
}

/// Less than the whole, in full settlement, until the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettlementOffer {
    pub locale: Locale,
    pub date: CivilDate,
    pub reader: Reader,
    pub writer: Writer,
    pub account: Vec<AccountLine>,
    pub charges: Vec<ChargeLine>,
    pub total: Money,
    /// Less than the total.
    pub offer: Money,
    /// The money must have arrived by the end of this day; after `date`.
    pub expires_on: CivilDate,
    pub release: Release,
    /// Marks the offer so that it can not be held against either side.
    pub without_prejudice: bool,
    pub how_to_pay: HowToPay,
}

/// Confirms that nothing is owed any more on the invoices named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaidInFull {
    pub locale: Locale,
    pub date: CivilDate,
    pub reader: Reader,
    pub writer: Writer,
    pub invoices: Vec<SettledInvoice>,
    /// All amounts together.
    pub total: Money,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledInvoice {
    pub invoice: String,
    pub issued_on: CivilDate,
    pub amount: Money,
    /// The day of the last payment.
    pub settled_on: CivilDate,
}
