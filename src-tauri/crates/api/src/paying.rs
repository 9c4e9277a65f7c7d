//! How a paper says money can come: the account as its country writes it, the reference, the codes to scan.
//!
//! Owns which of these an invoice gets, and since when the account's details hold. Which text a code has and
//! whether a value fits it is decided in `domain`; what cannot be made is left out and its field named.

use documents::{BankDetails, BranchCode, HowToPay, PaymentCode};
use domain::business::{BankAccount, Business, PaperSize};
use domain::client::ClientFacts;
use domain::payment_code::{self, Remittance, SwissBill, SwissParty, Transfer};
use domain::reference::Reference;
use domain::{CivilDate, FieldProblem, Money};
use store::Conn;

use crate::act::Act;
use crate::error::ApiError;

/// The day on which the account last became what it is.
const BANK_SINCE: &str = "bank_since";

/// `None` for an account that was entered before changes were noted.
pub(crate) async fn bank_since(conn: &mut Conn) -> Result<Option<CivilDate>, ApiError> {
    Ok(store::setting::get(conn, BANK_SINCE).await?)
}

/// Notes the day when the account changes.
pub(crate) async fn note_change(
    act: &mut Act<'_>,
    before: Option<&BankAccount>,
    after: &BankAccount,
) -> Result<(), ApiError> {
    let is_same = before.is_some_and(|before| before.is_same_account(after));
    if !is_same && after.is_given() {
        store::setting::put(&mut act.tx, BANK_SINCE, &act.today, act.now).await?;
    }
    Ok(())
}

/// How to pay, quoting `reference`, which is an invoice number or several.
pub(crate) fn how_to_pay(
    business: &Business,
    since: Option<CivilDate>,
    reference: &str,
) -> HowToPay {
    let account = &business.bank;
    let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let details = account.is_given().then(|| BankDetails {
        account_name: holder(business).to_owned(),
        bank: filled(&account.bank),
        iban: filled(&account.iban),
        bic: filled(&account.bic),
        branch: filled(&account.routing).map(|number| (branch(business), number)),
        account_number: filled(&account.account_number),
        unchanged_since: since,
    });
    HowToPay {
        bank: details,
        link: filled(&account.payment_link),
        cheque_payable_to: filled(&account.cheque_payable_to),
        other: None,
        reference: reference.to_owned(),
    }
}

/// What payers of one invoice quote: its structured reference, or its number where there is none.
pub(crate) fn reference(business: &Business, number: &str) -> String {
    match Reference::for_invoice(&business.bank, number) {
        Ok(Some(reference)) => reference.written(),
        Ok(None) | Err(_) => number.to_owned(),
    }
}

fn holder(business: &Business) -> &str {
    match business.bank.holder.as_str() {
        "" => &business.name,
        holder => holder,
    }
}

fn branch(business: &Business) -> BranchCode {
    match business.address.country.as_str() {
        "US" => BranchCode::Routing,
        "CA" => BranchCode::Transit,
        "AU" => BranchCode::Bsb,
        "IN" => BranchCode::Ifsc,
        "GB" | "IE" => BranchCode::SortCode,
        _ => BranchCode::Branch,
    }
}

/// What is asked for: a sum under a number.
pub(crate) struct Asked<'a> {
    pub(crate) business: &'a Business,
    pub(crate) client: Option<&'a ClientFacts>,
    pub(crate) quoted: Quoted<'a>,
    /// All of it, or its parts, each with a day of its own.
    pub(crate) due: Vec<Money>,
}

/// What the payer quotes.
#[derive(Clone, Copy)]
pub(crate) enum Quoted<'a> {
    /// The number of one invoice, from which a structured reference can be made.
    Number(&'a str),
    /// The numbers of several: words only.
    Numbers(&'a str),
}

/// The most codes that stand beside an account: one for each part of a sum.
const MOST_PARTS: usize = 3;

impl Asked<'_> {
    /// The codes of the paper, and what kept a bank's code from being made.
    pub(crate) fn codes(&self) -> (Vec<PaymentCode>, Vec<FieldProblem>) {
        let mut codes = Vec::new();
        let mut problems = Vec::new();
        if !self.due.iter().any(|part| part.is_positive()) {
            return (codes, problems);
        }
        // A code holds one sum. Where there are more parts than places, no code is better than one of a few.
        if self.due.len() <= MOST_PARTS {
            for part in self.due.iter().filter(|part| part.is_positive()) {
                match self.bank_code(*part) {
                    Some(Ok(code)) => codes.push(code),
                    Some(Err(found)) => problems = found,
                    None => {}
                }
            }
        }
        let link = &self.business.bank.payment_link;
        if payment_code::link(link).is_ok() {
            codes.push(PaymentCode::Link(link.clone()));
        }
        (codes, problems)
    }

    /// `None` where no code is known for the currency or the account.
    fn bank_code(&self, due: Money) -> Option<Result<PaymentCode, Vec<FieldProblem>>> {
        let account = &self.business.bank;
        if account.iban.is_empty() {
            return None;
        }
        let is_swiss = account.iban.starts_with("CH") || account.iban.starts_with("LI");
        let reference = match self.quoted {
            Quoted::Number(number) => Reference::for_invoice(account, number),
            Quoted::Numbers(_) => Ok(None),
        };
        // There is one payment part to a paper.
        let on_slip = is_swiss && self.due.len() == 1 && self.business.paper == PaperSize::A4;
        match due.currency().code() {
            "EUR" => Some(self.transfer(due, reference)),
            "CHF" if on_slip => Some(self.swiss_bill(due, reference)),
            _ => None,
        }
    }

    fn words(&self) -> String {
        let (Quoted::Number(words) | Quoted::Numbers(words)) = self.quoted;
        words.to_owned()
    }

    fn transfer(
        &self,
        due: Money,
        reference: Result<Option<Reference>, FieldProblem>,
    ) -> Result<PaymentCode, Vec<FieldProblem>> {
        let account = &self.business.bank;
        let remittance = match reference {
            Ok(Some(reference)) => Remittance::Structured(reference),
            Ok(None) | Err(_) => Remittance::Text(self.words()),
        };
        let transfer = Transfer {
            name: holder(self.business).to_owned(),
            iban: account.iban.clone(),
            bic: account.bic.clone(),
            amount: due,
            purpose: String::new(),
            remittance,
        };
        payment_code::epc(&transfer)?;
        Ok(PaymentCode::Transfer(transfer))
    }

    /// A payer whose address does not fit is left for the payer to write.
    fn swiss_bill(
        &self,
        due: Money,
        reference: Result<Option<Reference>, FieldProblem>,
    ) -> Result<PaymentCode, Vec<FieldProblem>> {
        let debtor = self
            .client
            .map(|client| SwissParty::new(&client.name, &client.address))
            .filter(|debtor| debtor.problems("debtor").is_empty());
        let reference = reference.map_err(|problem| vec![problem])?;
        let bill = SwissBill {
            iban: self.business.bank.iban.clone(),
            creditor: SwissParty::new(holder(self.business), &self.business.address),
            amount: due,
            debtor,
            reference,
            message: self.words(),
        };
        payment_code::swiss(&bill)?;
        Ok(PaymentCode::SwissBill(Box::new(bill)))
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
mod tests {
    use domain::Currency;
    use domain::client::Address;

    use super::*;

    fn business(iban: &str) -> Business {
        let json = serde_json::json!({
            "name": "Ana Lens", "tradingName": "", "email": "", "phone": "", "website": "",
            "address": {"lines": ["Rue du Lac 7"], "postcode": "2501", "city": "Biel", "country": "CH"},
            "vatId": "", "taxNumber": "", "currency": "CHF", "timeZone": "Europe/Zurich", "paper": "a4",
            "language": "en-CH", "bank": {"iban": iban}, "paymentDays": 30, "accent": "#1d3c5c",
        });
        serde_json::from_value(json).unwrap()
    }

    fn asked(
        business: &Business,
        minor: i64,
        currency: &str,
    ) -> (Vec<PaymentCode>, Vec<FieldProblem>) {
        let due = Money::new(minor, Currency::new(currency).unwrap()).unwrap();
        let asked = Asked {
            business,
            client: None,
            quoted: Quoted::Number("2026-0042"),
            due: vec![due],
        };
        asked.codes()
    }

    #[test]
    fn francs_get_a_payment_part_euros_a_transfer_and_other_money_no_bank_code() {
        let swiss = business("CH5800791123000889012");
        let (codes, problems) = asked(&swiss, 125_000, "CHF");
        assert!(matches!(&codes[..], [PaymentCode::SwissBill(bill)] if bill.reference.is_some()));
        assert_eq!(problems, []);
        let (codes, _) = asked(&swiss, 125_000, "EUR");
        assert!(matches!(&codes[..], [PaymentCode::Transfer(_)]));
        assert_eq!(asked(&swiss, 125_000, "USD").0, []);
        assert_eq!(asked(&swiss, 0, "CHF").0, [], "nothing is due");
        let letter = Business {
            paper: PaperSize::Letter,
            ..swiss
        };
        assert_eq!(
            asked(&letter, 125_000, "CHF").0,
            [],
            "the part is 210 mm wide"
        );
    }

    #[test]
    fn each_part_of_a_sum_has_its_code_as_long_as_they_are_few() {
        let business = business("DE89370400440532013000");
        let of = |parts: &[i64], currency: &str| {
            let currency = Currency::new(currency).unwrap();
            let asked = Asked {
                business: &business,
                client: None,
                quoted: Quoted::Number("2026-0042"),
                due: parts
                    .iter()
                    .map(|minor| Money::new(*minor, currency).unwrap())
                    .collect(),
            };
            let (codes, problems) = asked.codes();
            assert_eq!(problems, []);
            let amounts = codes.into_iter().map(|code| match code {
                PaymentCode::Transfer(transfer) => transfer.amount.minor(),
                other => panic!("{other:?}"),
            });
            amounts.collect::<Vec<_>>()
        };
        assert_eq!(of(&[50_000, 70_000], "EUR"), [50_000, 70_000]);
        assert_eq!(of(&[1, 2, 3, 4], "EUR"), [] as [i64; 0]);
        assert_eq!(of(&[50_000, 70_000], "CHF"), [] as [i64; 0]);
    }

    #[test]
    fn several_numbers_are_quoted_in_words_and_make_no_reference() {
        let belgian = business("BE68539007547034");
        let due = vec![Money::new(5_000, Currency::new("EUR").unwrap()).unwrap()];
        let asked = Asked {
            business: &belgian,
            client: None,
            quoted: Quoted::Numbers("2026-000123, 2026-000124"),
            due,
        };
        let (codes, _) = asked.codes();
        let words = Remittance::Text("2026-000123, 2026-000124".into());
        assert!(
            matches!(&codes[..], [PaymentCode::Transfer(transfer)] if transfer.remittance == words),
            "{codes:?}"
        );
    }

    #[test]
    fn a_link_is_a_code_in_any_currency() {
        let mut american = business("");
        american.bank.payment_link = "https://pay.example.com/ana".into();
        let (codes, _) = asked(&american, 125_000, "USD");
        assert_eq!(
            codes,
            [PaymentCode::Link("https://pay.example.com/ana".into())]
        );
    }

    #[test]
    fn what_keeps_a_code_from_being_made_is_named() {
        let mut nowhere = business("CH5800791123000889012");
        nowhere.address.city.clear();
        let (codes, problems) = asked(&nowhere, 125_000, "CHF");
        assert_eq!(codes, []);
        let fields: Vec<&str> = problems
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        assert_eq!(fields, ["creditor.town"]);
    }

    #[test]
    fn a_payer_whose_address_does_not_fit_writes_it_by_hand() {
        let business = business("CH5800791123000889012");
        let json = serde_json::json!({
            "kind": "company", "name": "n".repeat(90), "address": Address::default(), "email": "", "phone": "",
            "vatId": "", "reference": "", "language": "", "paymentDays": null, "people": [], "doNotContact": false,
            "note": "",
        });
        let client: ClientFacts = serde_json::from_value(json).unwrap();
        let due = Money::new(5_000, Currency::new("CHF").unwrap()).unwrap();
        let asked = Asked {
            business: &business,
            client: Some(&client),
            quoted: Quoted::Number("1"),
            due: vec![due],
        };
        let (codes, problems) = asked.codes();
        assert!(matches!(&codes[..], [PaymentCode::SwissBill(bill)] if bill.debtor.is_none()));
        assert_eq!(problems, []);
    }

    #[test]
    fn a_number_without_a_structured_form_is_quoted_as_it_is() {
        let mut belgian = business("BE68539007547034");
        assert_eq!(reference(&belgian, "2026-000123"), "+++202/6000/12320+++");
        assert_eq!(reference(&belgian, "SERIES"), "SERIES");
        belgian.bank.iban.clear();
        assert_eq!(reference(&belgian, "2026-000123"), "2026-000123");
    }
}
