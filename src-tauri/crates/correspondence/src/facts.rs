//! What a letter is made from: one typed struct of facts for each kind of letter.
//!
//! The facts arrive derived: sums, balances and deadlines come from the domain. This module leaves the
//! words to one module for each letter, the way numbers and dates are written to `format`.

use domain::{CivilDate, Money, Rate};

use crate::locale::Locale;

mod agreed;
mod statements;

pub use agreed::*;
pub use statements::*;

/// Who opens the letter. It decides the salutation and whether the debt is "yours" or "the company's".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reader {
    /// A consumer or sole trader, by the name used after "Dear".
    Person { name: String },
    /// A company or public body, with the person who answers for its payments when known.
    Organisation {
        name: String,
        contact: Option<String>,
    },
}

/// Who writes and signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writer {
    /// The person who signs.
    pub name: String,
    /// The trading or legal name, printed under the signature unless it is the person's own.
    pub business: String,
    /// Where an answer goes: an e-mail address, a phone number. At least one.
    pub contact: Vec<String>,
}

/// One invoice of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountLine {
    pub invoice: String,
    pub issued_on: CivilDate,
    /// The due date of the receivable; an invoice in instalments has one line for each.
    pub due_on: CivilDate,
    pub amount: Money,
    /// Paid, credited or otherwise settled so far.
    pub paid: Money,
    pub open: Money,
}

/// A charge on top of the invoices. There is none without a basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChargeLine {
    /// What it is, such as "Late payment charge".
    pub description: String,
    /// The clause or statute it rests on, such as "clause 5.2 of the agreement".
    pub basis: String,
    pub amount: Money,
    /// How interest was computed, printed and checked; `None` for a charge of a fixed sum.
    pub interest: Option<Interest>,
}

/// Simple interest on one principal over one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interest {
    pub principal: Money,
    pub rate: Rate,
    pub per: RatePer,
    /// First and last day that count.
    pub from: CivilDate,
    pub to: CivilDate,
}

/// What the rate is for, and how much of it has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatePer {
    /// A rate for a year of so many days.
    Year { days: u32, days_in_year: u32 },
    /// A rate for each whole month.
    Month { months: u32 },
}

/// What each further day adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PerDiem {
    pub amount: Money,
    /// The first day that is not counted yet.
    pub from: CivilDate,
}

/// How a letter travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryWay {
    Post,
    /// Posted with proof that it was put into the box or signed for.
    SignedFor,
    /// Registered, with the receipt sent back.
    Registered,
    Courier,
    ByHand,
    Email,
}

/// All ways that one letter goes, and the number of the item when post gave one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub ways: Vec<DeliveryWay>,
    pub tracking: Option<String>,
}

/// What the number of a bank's branch is called where the account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BranchCode {
    SortCode,
    /// Routing number for ACH transfers.
    Routing,
    /// Transit and institution number.
    Transit,
    Bsb,
    Ifsc,
    Branch,
}

/// Bank details, as far as the country uses them. Printed in this order, empty ones left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BankDetails {
    pub account_name: String,
    pub bank: Option<String>,
    pub iban: Option<String>,
    pub bic: Option<String>,
    pub branch: Option<(BranchCode, String)>,
    pub account_number: Option<String>,
    /// The day from which these details hold: a payer who is told of others knows to ask first.
    pub unchanged_since: Option<CivilDate>,
}

/// How the money can reach the business.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HowToPay {
    pub bank: Option<BankDetails>,
    /// The address of a payment page.
    pub link: Option<String>,
    pub cheque_payable_to: Option<String>,
    /// Any other way, in the owner's words, such as "Cheque payable to ...".
    pub other: Option<String>,
    /// What the payer should quote.
    pub reference: String,
}

/// A note that assumes loss: the invoice slipped through, or never came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FriendlyReminder {
    pub locale: Locale,
    pub date: CivilDate,
    pub reader: Reader,
    pub writer: Writer,
    /// What the work was, such as "your wedding on 14 March"; named so that the reader knows at once.
    pub work: Option<String>,
    pub account: Vec<AccountLine>,
    pub total_open: Money,
    /// True when a copy of each invoice really goes with the letter.
    pub invoice_enclosed: bool,
    pub how_to_pay: HowToPay,
    /// Adds the sentence that all rights remain reserved.
    pub reserve_rights: bool,
}

/// How far the reminders have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirmTone {
    SecondNotice,
    /// Announces the formal demand, so it is sent only when that is really the next step.
    LastReminder,
}

/// A firm and polite reminder: a date, the clause, and the question what stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirmReminder {
    pub locale: Locale,
    pub date: CivilDate,
    pub tone: FirmTone,
    pub reader: Reader,
    pub writer: Writer,
    pub work: Option<String>,
    /// The clauses on payment and late charges, quoted exactly or cited by their number.
    pub agreement: Option<AgreementCited>,
    pub account: Vec<AccountLine>,
    pub total_open: Money,
    /// The day on which the money must be there; after `date`.
    pub deadline: CivilDate,
    pub earlier_requests: Vec<EarlierRequest>,
    pub invoice_enclosed: bool,
    pub how_to_pay: HowToPay,
    pub reserve_rights: bool,
}

/// What a clause of the agreement is about, for the sentence that cites it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseTopic {
    Payment,
    LateCharge,
    Licence,
    Deposit,
    Cancellation,
    Dispute,
}

/// A clause that the letter relies on. Its words are quoted exactly or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseQuote {
    pub topic: ClauseTopic,
    /// As the agreement numbers it: "4.2".
    pub number: String,
    /// The clause's exact words. Without them the letter cites the number only.
    pub words: Option<String>,
    pub page: Option<u32>,
}

/// The agreement behind the debt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementCited {
    pub title: String,
    pub made_on: Option<CivilDate>,
    pub clauses: Vec<ClauseQuote>,
}

/// How an earlier request for payment went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    Email,
    Letter,
    Phone,
    Message,
    InPerson,
}

/// One earlier request for payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlierRequest {
    pub on: CivilDate,
    pub by: Medium,
}

/// What the owner would really and lawfully do next. There is no variant for anything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consequence {
    /// A claim for the debt, in the named court when one is known.
    Claim { court: Option<String> },
    /// Interest and costs as far as law or agreement give them.
    InterestAndCosts,
    /// Handing the matter to somebody named, such as "a solicitor".
    Handover { to: String },
    /// Ending or withholding the licence, as the numbered clause provides.
    Licence { clause: String },
}

/// The formal demand: itemised, with a calendar date, an invitation to object, and no empty threats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormalDemand {
    pub locale: Locale,
    /// The date of the letter; the account is stated as of this day.
    pub date: CivilDate,
    pub reader: Reader,
    pub writer: Writer,
    pub agreement: Option<AgreementCited>,
    /// What was done and when, such as "Wedding photography in Leeds on 14 March 2026, gallery delivered on 2 April 2026".
    pub work: Option<String>,
    pub account: Vec<AccountLine>,
    /// Part payments behind the account's column "paid", with their dates, as far as known.
    pub payments: Vec<PaymentSeen>,
    pub charges: Vec<ChargeLine>,
    /// Open sums and charges together; checked against the lines.
    pub total: Money,
    pub per_diem: Option<PerDiem>,
    /// The day on which the money must be there; after `date`.
    pub deadline: CivilDate,
    pub earlier_requests: Vec<EarlierRequest>,
    pub how_to_pay: HowToPay,
    /// Offers to settle the matter out of court, as some places require before a claim.
    pub offer_mediation: bool,
    pub consequences: Vec<Consequence>,
    pub enclosures: Vec<String>,
}

/// A payment that came, for a letter that accounts for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentSeen {
    pub on: CivilDate,
    pub amount: Money,
    pub invoice: String,
}

/// The last letter before a claim is filed: when, where, how much. Nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinalNotice {
    pub locale: Locale,
    pub date: CivilDate,
    pub reader: Reader,
    pub writer: Writer,
    pub demanded_on: CivilDate,
    /// The deadline that the demand gave.
    pub demand_deadline: CivilDate,
    /// The later day to which that deadline was moved, if it was: a notice that hides this would mislead.
    pub extended_to: Option<CivilDate>,
    pub account: Vec<AccountLine>,
    pub charges: Vec<ChargeLine>,
    pub total: Money,
    pub per_diem: Option<PerDiem>,
    pub pay_by: CivilDate,
    /// The day on which the claim goes to court; after `pay_by`.
    pub filing_on: CivilDate,
    /// As the language has it after "with": "the County Court at Leeds", "Amtsgericht Leipzig".
    pub court: String,
    /// The clause that governs the licence; its position is told by this clause only.
    pub licence: Option<ClauseQuote>,
    pub how_to_pay: HowToPay,
    pub enclosures: Vec<String>,
}
