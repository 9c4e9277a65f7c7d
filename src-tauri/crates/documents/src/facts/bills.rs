//! Facts of the papers that share the invoice's lines and sums: credit note, quote, receipt.

use correspondence::{ClauseQuote, Locale};
use domain::payment::PaymentMethod;
use domain::{CivilDate, Money};

use super::{Instalment, InvoiceLine, InvoiceSums, Recipient, Sender};

/// An earlier invoice that a paper refers to (EN 16931 BG-3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceReference {
    pub number: String,
    pub issued_on: CivilDate,
}

/// What happens with the sum of a credit note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CreditUse {
    /// Lowers what is open of this invoice.
    SetOff {
        invoice: String,
    },
    Refunded,
    KeptOnAccount,
}

/// Takes back an invoice or a part of it (EN 16931 type 381). All sums are positive: they are a credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditNoteFacts {
    pub locale: Locale,
    /// `None` is a draft.
    pub number: Option<String>,
    pub issued_on: Option<CivilDate>,
    pub sender: Sender,
    pub recipient: Recipient,
    pub subject: Option<String>,
    /// The invoices that it corrects, at least one.
    pub corrects: Vec<InvoiceReference>,
    pub reason: Option<String>,
    pub lines: Vec<InvoiceLine>,
    /// `due` is the amount credited.
    pub sums: InvoiceSums,
    pub used: CreditUse,
    pub notes: Option<String>,
}

/// An offer of work at a price, until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteFacts {
    pub locale: Locale,
    /// `None` is a draft.
    pub number: Option<String>,
    pub issued_on: Option<CivilDate>,
    /// Not before `issued_on`.
    pub valid_until: CivilDate,
    pub sender: Sender,
    pub recipient: Recipient,
    pub subject: Option<String>,
    pub lines: Vec<InvoiceLine>,
    /// `due` is the total of the quote.
    pub sums: InvoiceSums,
    /// When it would be paid, in parts; empty where only the terms say it.
    pub instalments: Vec<Instalment>,
    pub payment_terms: Option<String>,
    pub late_clause: Option<ClauseQuote>,
    pub notes: Option<String>,
    /// Prints a place where the client accepts by signing.
    pub acceptance: bool,
}

/// One invoice that a payment went to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptLine {
    pub invoice: String,
    pub issued_on: CivilDate,
    pub total: Money,
    pub paid_now: Money,
    /// What stays open of it after this payment.
    pub open: Money,
}

/// What came, when, how, for which invoices, and what stays open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptFacts {
    pub locale: Locale,
    pub number: String,
    pub issued_on: CivilDate,
    pub sender: Sender,
    pub recipient: Recipient,
    pub received_on: CivilDate,
    pub method: PaymentMethod,
    /// What the payer wrote with the payment.
    pub payer_reference: Option<String>,
    /// All that came; the lines and `unallocated` add up to it.
    pub amount: Money,
    pub lines: Vec<ReceiptLine>,
    /// What was not set against an invoice.
    pub unallocated: Money,
    pub notes: Option<String>,
}
