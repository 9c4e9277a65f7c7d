//! What each paper is made from: typed facts, already derived.
//!
//! The caller computes sums, balances and dates through the domain; this crate only writes them down.
//! Words come from `correspondence`. The same facts and the same look give the same bytes.

mod bills;

pub use bills::*;
pub use correspondence::{
    AccountEntry, AccountLine, AccountStatement, AgreementCited, BankDetails, BranchCode,
    ChargeLine, ChargesStatement, ClauseQuote, ClauseTopic, Consequence, CoverLetter,
    CurrencyAccount, Delivery, DeliveryWay, EarlierRequest, Enclosure, FinalNotice, FirmReminder,
    FirmTone, FormalDemand, FriendlyReminder, HowToPay, Interest, Locale, Medium, Movement,
    PaidInFull, PaymentPlan, PaymentSeen, PerDiem, PlanPart, RatePer, Reader, Release,
    SettledInvoice, SettlementOffer, WaivedCharge, Writer,
};
pub use domain::contents::Notice;
pub use domain::payment_code::{Remittance, SwissBill, SwissParty, Transfer};
use domain::{CivilDate, Money, Quantity, Rate, UnitPrice};

use crate::place::{Envelope, Paper};

/// The design of the head of every paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Letterhead {
    /// The name in the accent over a thin rule.
    #[default]
    Classic,
    /// A small name in ink, no rules.
    Plain,
    /// The name in white on a band of the accent.
    Bold,
}

impl Letterhead {
    pub const ALL: [Self; 3] = [Self::Classic, Self::Plain, Self::Bold];

    /// Stable: kept in settings.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Classic => "classic",
            Self::Plain => "plain",
            Self::Bold => "bold",
        }
    }

    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|design| design.id() == id)
    }
}

/// The appearance that the business chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub paper: Paper,
    /// The window envelope that the address must show in; `None` when nothing is posted.
    pub envelope: Option<Envelope>,
    pub letterhead: Letterhead,
    /// Red, green, blue. Darkened as far as needed to stay readable on white.
    pub accent: [u8; 3],
    /// The bytes of a PNG, JPEG or SVG file.
    pub logo: Option<Vec<u8>>,
    /// The same, drawn above the name that signs a letter.
    pub signature: Option<Vec<u8>>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            paper: Paper::A4,
            envelope: Envelope::usual("DE", Paper::A4),
            letterhead: Letterhead::Classic,
            accent: [0x1d, 0x3c, 0x5c],
            logo: None,
            signature: None,
        }
    }
}

/// The business as printed at the head and foot of every paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sender {
    pub name: String,
    /// The postal address, without the name, in the order of its country; one line each.
    pub address: Vec<String>,
    /// Phone, e-mail, web: as they should be printed.
    pub contact: Vec<String>,
    /// Tax and register numbers with their labels, such as "VAT GB 123 4567 89".
    pub registrations: Vec<String>,
}

/// Whom the paper is addressed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recipient {
    pub name: String,
    /// The person or department, under the name.
    pub attention: Option<String>,
    /// The postal address, without the name, in the order of its country; one line each.
    pub address: Vec<String>,
    pub tax_id: Option<String>,
}

/// When the work was supplied (EN 16931 BT-72, BT-73, BT-74).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SupplyDate {
    On(CivilDate),
    Period(CivilDate, CivilDate),
}

/// One line of the invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceLine {
    pub description: String,
    /// Smaller print under the description.
    pub detail: Option<String>,
    pub quantity: Quantity,
    /// Such as "hour" or "image"; printed after the quantity.
    pub unit: Option<String>,
    pub unit_price: UnitPrice,
    /// Rate (when it is a percentage) and the amount taken off, positive.
    pub discount: Option<LineDiscount>,
    /// Printed as a column only when the invoice has more than one rate.
    pub tax_rate: Option<Rate>,
    pub amount: Money,
    /// The sum of the lines down to and including this one, for "Carried forward"; `None` prints none.
    pub running_total: Option<Money>,
}

/// What was taken off one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineDiscount {
    pub rate: Option<Rate>,
    pub amount: Money,
}

/// One rate of the tax breakdown (EN 16931 BG-23).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxLine {
    /// What the tax is called here: "VAT", "Sales tax", "GST".
    pub name: String,
    pub rate: Rate,
    pub taxable: Money,
    pub tax: Money,
    /// Why there is none: reverse charge, exemption, small business. Printed under the totals.
    pub exemption: Option<String>,
}

/// An earlier invoice or payment that this invoice deducts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deduction {
    /// Such as "Retainer, invoice INV-2026-0007 of 3 January 2026".
    pub description: String,
    /// What is taken off, positive.
    pub amount: Money,
}

/// The sums at the foot of the invoice, in EN 16931's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceSums {
    /// Sum of the lines (BT-106).
    pub lines: Money,
    /// Allowance on the whole document, positive (BT-107), with its reason.
    pub discount: Option<Deduction>,
    /// Total without tax (BT-109).
    pub net: Money,
    pub taxes: Vec<TaxLine>,
    /// Total with tax (BT-112).
    pub gross: Money,
    pub deductions: Vec<Deduction>,
    /// What is to be paid (BT-115).
    pub due: Money,
    /// True when the prices of the lines contain the tax.
    pub tax_included: bool,
}

/// One part payment with its own date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instalment {
    pub due_on: CivilDate,
    /// Such as "Deposit" or "Balance".
    pub label: Option<String>,
    pub amount: Money,
}

/// A code that a payer's phone reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaymentCode {
    /// For European banking apps, beside the account.
    Transfer(Transfer),
    /// The address of a page to pay on, beside the account.
    Link(String),
    /// The Swiss payment part with its receipt, at the foot of the last page.
    SwissBill(Box<SwissBill>),
}

/// Everything an invoice shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceFacts {
    pub locale: Locale,
    /// `None` is a draft: the page says so and shows no number.
    pub number: Option<String>,
    pub issued_on: Option<CivilDate>,
    pub supplied: Option<SupplyDate>,
    pub sender: Sender,
    pub recipient: Recipient,
    /// The job or subject, printed under the title.
    pub subject: Option<String>,
    pub purchase_order: Option<String>,
    pub client_reference: Option<String>,
    /// The client's order or the contract that the invoice belongs to.
    pub order_reference: Option<String>,
    pub lines: Vec<InvoiceLine>,
    pub sums: InvoiceSums,
    /// One entry or more; a single one is the due date.
    pub instalments: Vec<Instalment>,
    /// The terms in the owner's words, such as "Payable within 14 days without deduction."
    pub payment_terms: Option<String>,
    /// The clause on late payment that the agreement holds, quoted exactly.
    pub late_clause: Option<ClauseQuote>,
    pub how_to_pay: HowToPay,
    /// Sentences that law asks for, such as the penalty for late payment in France.
    pub notices: Vec<Notice>,
    /// The paper must call itself a tax invoice.
    pub is_tax_invoice: bool,
    /// Codes for the sum that is due, or one for each part of it; none is drawn when nothing is due, and only their
    /// places in a draft.
    pub codes: Vec<PaymentCode>,
    pub notes: Option<String>,
}

/// A letter as a page: whose paper, to whom, how it travels; its words and date are the letter's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterFacts<W> {
    pub sender: Sender,
    pub recipient: Recipient,
    /// Our reference, such as the case or invoice number.
    pub reference: Option<String>,
    /// Printed above the subject.
    pub delivery: Option<Delivery>,
    /// Codes for the sum that is asked for; they stand beside the account, if the letter names one.
    pub codes: Vec<PaymentCode>,
    pub letter: W,
}
