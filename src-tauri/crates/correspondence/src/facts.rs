//! What a letter is made from: one typed struct of facts for each kind of letter.
//!
//! The facts arrive derived: sums, balances and deadlines come from the domain. This module leaves the
//! words to `friendly` and `demand`, the way numbers and dates are written to `format`.

use domain::{CivilDate, Money};

use crate::locale::Locale;

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
}

/// Bank details, as far as the country uses them. Printed in this order, empty ones left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BankDetails {
    pub account_name: String,
    pub bank: Option<String>,
    pub iban: Option<String>,
    pub bic: Option<String>,
    pub sort_code: Option<String>,
    pub routing_number: Option<String>,
    pub account_number: Option<String>,
}

/// How the money can reach the business.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HowToPay {
    pub bank: Option<BankDetails>,
    /// The address of a payment page.
    pub link: Option<String>,
    /// Any other way, in the owner's words, such as "Cheque payable to ...".
    pub other: Option<String>,
    /// What the payer should quote.
    pub reference: String,
}

/// A note that assumes loss: the invoice slipped through, or never came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FriendlyReminder {
    pub locale: Locale,
    pub reader: Reader,
    pub writer: Writer,
    /// What the work was, such as "your wedding on 14 March"; named so that the reader knows at once.
    pub work: Option<String>,
    pub account: Vec<AccountLine>,
    pub total_open: Money,
    /// True when a copy of each invoice really goes with the letter.
    pub invoice_enclosed: bool,
    pub how_to_pay: HowToPay,
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
    pub charges: Vec<ChargeLine>,
    /// Open sums and charges together; checked against the lines.
    pub total: Money,
    /// The day on which the money must be there; after `date`.
    pub deadline: CivilDate,
    pub earlier_requests: Vec<EarlierRequest>,
    pub how_to_pay: HowToPay,
    pub consequences: Vec<Consequence>,
    pub enclosures: Vec<String>,
}
