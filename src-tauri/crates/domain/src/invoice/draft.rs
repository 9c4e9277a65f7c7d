//! A draft: everything about an invoice but its number.

use serde::{Deserialize, Serialize};

use super::line::{Line, TaxMode};
use crate::calendar::CivilDate;
use crate::id::{ClientId, InvoiceId, JobId};
use crate::money::{Currency, Money};

/// Part of an invoice with its own due date. Without any, the whole is due at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Instalment {
    pub due_on: CivilDate,
    /// Minor units of the invoice's currency; together they are the amount due.
    pub amount_minor: i64,
}

/// An earlier invoice of the same job that this one lists and deducts (BT-113).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Prepayment {
    pub invoice: InvoiceId,
    pub number: String,
    pub issued_on: CivilDate,
    /// Gross amount of the earlier invoice.
    pub amount: Money,
}

/// An invoice being written. May be incomplete; [`super::issue`] says what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DraftInvoice {
    pub client: Option<ClientId>,
    pub job: Option<JobId>,
    pub currency: Currency,
    /// BT-2; `None` means the day it is issued.
    pub issue_on: Option<CivilDate>,
    /// Day of the shoot or delivery (BT-72).
    pub service_on: Option<CivilDate>,
    /// Days from issue to the due date when there are no instalments.
    pub payment_days: u32,
    pub tax_mode: TaxMode,
    pub lines: Vec<Line>,
    pub instalments: Vec<Instalment>,
    pub prepayments: Vec<Prepayment>,
    /// The client's order number (BT-13).
    pub purchase_order: String,
    /// The client's own reference (BT-10).
    pub client_reference: String,
    pub note: String,
}
