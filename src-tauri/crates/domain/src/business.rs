//! The owner's business: who sends, how money reaches them, and how papers look.

use serde::{Deserialize, Serialize};

use crate::client::Address;
use crate::field::{self, FieldProblem, Problem, limit, one_line, required_line};
use crate::money::Currency;
use crate::reference::{self, ReferenceChoice};
use crate::syntax;

/// Sheet size of papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    A4,
    Letter,
}

/// The design of the head of papers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Letterhead {
    #[default]
    Classic,
    Plain,
    Bold,
}

/// An account that clients pay into. Which fields are used depends on the country.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct BankAccount {
    pub holder: String,
    pub bank: String,
    pub iban: String,
    pub bic: String,
    /// Account number where there is no IBAN.
    pub account_number: String,
    /// Sort code, routing number, transit and institution, BSB, IFSC.
    pub routing: String,
    /// What payers quote.
    pub reference: ReferenceChoice,
    /// Page where clients pay online; `https` only.
    pub payment_link: String,
    /// To whom cheques are made out; empty where none are taken.
    pub cheque_payable_to: String,
}

/// How the business is registered; what papers must show of it differs by country.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct Registration {
    /// Such as `Ltd`, `GmbH` or `SAS`; empty for a person in their own name.
    pub legal_form: String,
    /// Company, SIREN, KvK, NIF or commercial register number.
    pub company_number: String,
    /// The court or register that keeps it, such as `Amtsgericht Köln` or `RCS Paris`.
    pub register: String,
    /// Share capital as companies must state it in some countries, such as `10 000 €`.
    pub capital: String,
}

/// Who the owner is. Frozen into each issued invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Business {
    /// Legal name of the seller (EN 16931 BT-27).
    pub name: String,
    /// Name used in trade, when it differs (BT-28).
    pub trading_name: String,
    pub address: Address,
    pub email: String,
    pub phone: String,
    pub website: String,
    /// VAT identifier (BT-31).
    pub vat_id: String,
    /// Other tax number (BT-32).
    pub tax_number: String,
    #[serde(default)]
    pub registration: Registration,
    pub currency: Currency,
    /// IANA name, such as `Europe/Berlin`: decides when a day ends.
    pub time_zone: String,
    pub paper: PaperSize,
    /// BCP 47 tag of papers, such as `en-GB`.
    pub language: String,
    pub bank: BankAccount,
    /// Net days when neither client nor agreement says otherwise.
    pub payment_days: u32,
    /// Accent colour of papers, `#rrggbb`.
    pub accent: String,
    #[serde(default)]
    pub letterhead: Letterhead,
    /// Window envelope that letters are posted in: the id of a known one, `none` where nothing is posted, empty for
    /// what is usual where the business is. Which ids exist is for the caller, who knows the envelopes.
    #[serde(default)]
    pub envelope: String,
}

impl Business {
    /// The business trimmed and checked; whether the time zone exists is for the caller, who knows the zones.
    pub fn validated(self) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        field::days("paymentDays", self.payment_days, &mut problems);
        if self.language.trim().is_empty() {
            problems.push(FieldProblem::new("language", Problem::Required));
        }
        let country = self.address.country.trim().to_uppercase();
        let business = Self {
            name: required_line("name", &self.name, limit::LINE, &mut problems),
            trading_name: one_line(
                "tradingName",
                &self.trading_name,
                limit::LINE,
                &mut problems,
            ),
            address: self.address.validated("address", &mut problems),
            email: syntax::email("email", &self.email, &mut problems),
            phone: one_line("phone", &self.phone, limit::CODE, &mut problems),
            website: one_line("website", &self.website, limit::LINE, &mut problems),
            vat_id: one_line("vatId", &self.vat_id, limit::CODE, &mut problems),
            tax_number: one_line("taxNumber", &self.tax_number, limit::CODE, &mut problems),
            registration: self.registration.validated(&mut problems),
            time_zone: required_line("timeZone", &self.time_zone, limit::CODE, &mut problems),
            language: syntax::language("language", &self.language, &mut problems),
            bank: self.bank.validated(&country, &mut problems),
            accent: syntax::colour("accent", &self.accent, &mut problems),
            envelope: one_line("envelope", &self.envelope, limit::CODE, &mut problems),
            ..self
        };
        field::value_or(business, problems)
    }
}

impl Registration {
    fn validated(self, problems: &mut Vec<FieldProblem>) -> Self {
        let mut line = |name: &str, text: &str, limit| {
            one_line(&format!("registration.{name}"), text, limit, problems)
        };
        Self {
            legal_form: line("legalForm", &self.legal_form, limit::CODE),
            company_number: line("companyNumber", &self.company_number, limit::CODE),
            register: line("register", &self.register, limit::LINE),
            capital: line("capital", &self.capital, limit::CODE),
        }
    }
}

impl BankAccount {
    /// Whether payments go to the same place under the same name.
    pub fn is_same_account(&self, other: &Self) -> bool {
        let numbers = |account: &Self| {
            let Self {
                holder,
                iban,
                bic,
                account_number,
                routing,
                ..
            } = account;
            [holder, iban, bic, account_number, routing].map(Clone::clone)
        };
        numbers(self) == numbers(other)
    }

    /// Whether there is a number to pay to.
    pub fn is_given(&self) -> bool {
        !self.iban.is_empty() || !self.account_number.is_empty()
    }

    fn validated(self, country: &str, problems: &mut Vec<FieldProblem>) -> Self {
        let account = Self {
            holder: one_line("bank.holder", &self.holder, limit::LINE, problems),
            bank: one_line("bank.bank", &self.bank, limit::LINE, problems),
            iban: syntax::iban("bank.iban", &self.iban, problems),
            bic: syntax::bic("bank.bic", &self.bic, problems),
            account_number: one_line(
                "bank.accountNumber",
                &self.account_number,
                limit::CODE,
                problems,
            ),
            routing: syntax::routing("bank.routing", &self.routing, country, problems),
            reference: self.reference,
            payment_link: syntax::secure_link("bank.paymentLink", &self.payment_link, problems),
            cheque_payable_to: one_line(
                "bank.chequePayableTo",
                &self.cheque_payable_to,
                limit::LINE,
                problems,
            ),
        };
        problems.extend(reference::check_choice(&account).err());
        account
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn business() -> Business {
        Business {
            name: "Ada Lens".into(),
            trading_name: String::new(),
            address: Address::default(),
            email: String::new(),
            phone: String::new(),
            website: String::new(),
            vat_id: String::new(),
            tax_number: String::new(),
            registration: Registration::default(),
            currency: Currency::new("EUR").unwrap(),
            time_zone: "Europe/Berlin".into(),
            paper: PaperSize::A4,
            language: "en-GB".into(),
            bank: BankAccount {
                iban: "DE89 3704 0044 0532 0130 00".into(),
                ..BankAccount::default()
            },
            payment_days: 14,
            accent: "#1A2B3C".into(),
            letterhead: Letterhead::Classic,
            envelope: String::new(),
        }
    }

    #[test]
    fn a_bank_account_is_stored_without_spaces() {
        let saved = business().validated().unwrap();
        assert_eq!(
            (saved.bank.iban.as_str(), saved.accent.as_str()),
            ("DE89370400440532013000", "#1a2b3c")
        );
    }

    #[test]
    fn a_business_stored_before_there_were_registrations_is_still_read() {
        let mut json = serde_json::to_value(business()).unwrap();
        for field in ["registration", "letterhead", "envelope"] {
            json.as_object_mut().unwrap().remove(field).unwrap();
        }
        for field in ["reference", "paymentLink", "chequePayableTo"] {
            json["bank"].as_object_mut().unwrap().remove(field).unwrap();
        }
        assert_eq!(
            serde_json::from_value::<Business>(json).unwrap(),
            business()
        );
    }

    #[test]
    fn a_link_or_reference_that_no_client_could_pay_by_is_refused() {
        let mut wrong = business();
        wrong.bank.payment_link = "http://pay.example.com".into();
        wrong.bank.reference = ReferenceChoice::SwissQr;
        let problems = wrong.validated().unwrap_err();
        for field in ["bank.paymentLink", "bank.reference"] {
            assert!(
                problems.contains(&FieldProblem::new(field, Problem::WrongFormat)),
                "{field} in {problems:?}"
            );
        }
    }

    #[test]
    fn a_slip_in_the_iban_is_found_before_a_client_pays_into_nowhere() {
        let mut wrong = business();
        wrong.bank.iban = "DE89 3704 0044 0532 0130 01".into();
        wrong.time_zone = " ".into();
        wrong.language = String::new();
        wrong.name = String::new();
        let problems = wrong.validated().unwrap_err();
        for (field, problem) in [
            ("bank.iban", Problem::WrongFormat),
            ("timeZone", Problem::Required),
            ("language", Problem::Required),
            ("name", Problem::Required),
        ] {
            assert!(
                problems.contains(&FieldProblem::new(field, problem)),
                "{field} in {problems:?}"
            );
        }
    }
}
