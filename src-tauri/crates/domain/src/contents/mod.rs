//! What an invoice must show where the business is, and which of it is missing.
//!
//! Owns the judging; the rules are rows in `table`. They are warnings with the rule's name that the owner may pass
//! over, never refusals: what keeps an invoice from being issued at all is decided in `invoice`. Leaves words to
//! the window.

mod table;

use serde::{Deserialize, Serialize};

use crate::business::Business;
use crate::calendar::CivilDate;
use crate::client::{ClientFacts, ClientKind};
use crate::field::is_blank;
use crate::invoice::{TaxCode, Totals};
use crate::money::Money;

/// Something that invoices show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Content {
    SellerAddress,
    /// The VAT number or another tax number.
    SellerTaxNumber,
    SellerVatId,
    CompanyNumber,
    LegalForm,
    /// Court or place of the register.
    Register,
    Capital,
    BuyerAddress,
    BuyerVatId,
    SupplyDate,
    /// Why no tax is charged.
    TaxReason,
    /// The invoice itself as data, where paper does not count as one.
    ElectronicInvoice,
    StampDuty,
}

/// How far a rule binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Law asks for it.
    Must,
    /// Custom, or law for most and not for all.
    Usual,
}

/// How the rule is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Written down from knowledge and not read in the law: a reason to look, not a ruling.
    FromKnowledge,
}

/// One thing that is missing, and the rule that asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MissingContent {
    pub content: Content,
    /// As the law is cited, such as `UStG § 14 (4) no. 2`.
    pub rule: String,
    pub severity: Severity,
    /// The day on which the rule was written down.
    pub as_of: CivilDate,
    pub confidence: Confidence,
}

/// A sentence that law puts on invoices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notice {
    /// Penalty rate and lump sum for late payment between businesses in France, where no rate was agreed.
    FrenchLatePayment,
    /// The same where the agreement names a rate.
    FrenchLumpSum,
    /// A consumer in Germany is late after 30 days only if the invoice said so.
    GermanConsumerDefault,
}

/// The invoice that is judged.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub business: &'a Business,
    pub client: &'a ClientFacts,
    pub totals: &'a Totals,
    pub service_on: Option<CivilDate>,
    /// The agreement has a clause on late payment, which the invoice quotes.
    pub has_late_clause: bool,
}

/// What is missing, in the order of the table; each thing once, by its most particular rule.
pub fn missing(subject: &Subject<'_>) -> Vec<MissingContent> {
    let mut seen: Vec<Content> = Vec::new();
    let mut missing = Vec::new();
    for rule in table::rules(&subject.business.address.country) {
        if seen.contains(&rule.content) || !rule.when.iter().all(|when| subject.is(*when)) {
            continue;
        }
        seen.push(rule.content);
        if !subject.shows(rule.content) {
            missing.push(MissingContent {
                content: rule.content,
                rule: rule.name.to_owned(),
                severity: rule.severity,
                as_of: table::as_of(),
                confidence: Confidence::FromKnowledge,
            });
        }
    }
    missing
}

/// The sentences that this invoice carries.
pub fn notices(subject: &Subject<'_>) -> Vec<Notice> {
    let is_consumer = subject.client.kind == ClientKind::Consumer;
    match subject.business.address.country.as_str() {
        "FR" if !is_consumer && subject.has_late_clause => vec![Notice::FrenchLumpSum],
        "FR" if !is_consumer => vec![Notice::FrenchLatePayment],
        "DE" if is_consumer => vec![Notice::GermanConsumerDefault],
        _ => Vec::new(),
    }
}

/// Whether the paper must call itself a tax invoice: in Australia, when it charges GST.
pub fn is_tax_invoice(business: &Business, totals: &Totals) -> bool {
    business.address.country == "AU" && totals.tax.is_positive()
}

/// When a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    TaxCharged,
    NoTax,
    ReverseCharge,
    BusinessClient,
    /// The business has the legal form of a company.
    Company,
    /// Above the sum up to which the country lets invoices be short.
    NotSmall,
    /// The gross is at least this, in minor units of the currency.
    From(i64, &'static str),
}

impl Subject<'_> {
    fn is(&self, when: When) -> bool {
        let lines = &self.totals.tax_lines;
        match when {
            When::TaxCharged => self.totals.tax.is_positive(),
            When::NoTax => lines.iter().any(|line| line.category.code != TaxCode::S),
            When::ReverseCharge => lines.iter().any(|line| line.category.code == TaxCode::AE),
            When::BusinessClient => self.client.kind != ClientKind::Consumer,
            When::Company => table::is_company(&self.business.registration.legal_form),
            When::NotSmall => match table::small(&self.business.address.country) {
                Some(table::Small {
                    most,
                    currency,
                    is_net,
                }) => {
                    let sum = if is_net {
                        self.totals.net
                    } else {
                        self.totals.gross
                    };
                    is_at_least(sum, most + 1, currency)
                }
                None => true,
            },
            When::From(least, currency) => is_at_least(self.totals.gross, least, currency),
        }
    }

    fn shows(&self, content: Content) -> bool {
        let Self {
            business,
            client,
            totals,
            ..
        } = self;
        let registration = &business.registration;
        let given = |text: &str| !is_blank(text);
        match content {
            Content::SellerAddress => business.address.is_postal(),
            Content::SellerTaxNumber => given(&business.vat_id) || given(&business.tax_number),
            Content::SellerVatId => given(&business.vat_id),
            Content::CompanyNumber => given(&registration.company_number),
            Content::LegalForm => given(&registration.legal_form),
            Content::Register => given(&registration.register),
            Content::Capital => given(&registration.capital),
            Content::BuyerAddress => client.address.is_postal(),
            Content::BuyerVatId => given(&client.vat_id),
            Content::SupplyDate => self.service_on.is_some(),
            Content::TaxReason => {
                let untaxed = totals
                    .tax_lines
                    .iter()
                    .filter(|line| line.category.code != TaxCode::S);
                untaxed.into_iter().all(|line| given(&line.category.reason))
            }
            // Not made by this program, and so never known to be there.
            Content::ElectronicInvoice | Content::StampDuty => false,
        }
    }
}

/// A sum in another currency counts as large: a short form is a favour that must be earned.
fn is_at_least(sum: Money, least: i64, currency: &str) -> bool {
    sum.currency().code() != currency || sum.minor() >= least
}

#[cfg(test)]
mod tests;
