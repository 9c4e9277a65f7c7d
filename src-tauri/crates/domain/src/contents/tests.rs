#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::business::{BankAccount, PaperSize, Registration};
use crate::client::Address;
use crate::invoice::{LineTotal, TaxCategory, TaxLine};
use crate::money::{Currency, Rate};

fn address(country: &str) -> Address {
    Address {
        lines: vec!["1 High Street".into()],
        postcode: "1000".into(),
        city: "Town".into(),
        region: String::new(),
        country: country.into(),
    }
}

fn business(country: &str) -> Business {
    Business {
        name: "Ada Lens".into(),
        trading_name: String::new(),
        address: address(country),
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
        bank: BankAccount::default(),
        payment_days: 14,
        accent: "#1a2b3c".into(),
        letterhead: crate::business::Letterhead::Classic,
        envelope: String::new(),
    }
}

fn client(kind: ClientKind) -> ClientFacts {
    ClientFacts {
        kind,
        name: "Bright Ltd".into(),
        address: address("DE"),
        email: String::new(),
        phone: String::new(),
        vat_id: String::new(),
        reference: String::new(),
        language: String::new(),
        payment_days: None,
        people: vec![],
        do_not_contact: false,
        note: String::new(),
    }
}

fn totals(currency: &str, net: i64, code: TaxCode, percent: i64) -> Totals {
    let money = |minor| Money::new(minor, Currency::new(currency).unwrap()).unwrap();
    let tax = net * percent / 100;
    let category = TaxCategory {
        code,
        rate: Rate(percent * Rate::WHOLE / 100),
        reason: String::new(),
    };
    let line = LineTotal {
        full: money(net),
        discount: money(0),
        amount: money(net),
    };
    Totals {
        lines: vec![line],
        tax_lines: vec![TaxLine {
            category,
            taxable: money(net),
            tax: money(tax),
        }],
        net: money(net),
        tax: money(tax),
        gross: money(net + tax),
        prepaid: money(0),
        payable: money(net + tax),
    }
}

fn subject<'a>(business: &'a Business, client: &'a ClientFacts, totals: &'a Totals) -> Subject<'a> {
    Subject {
        business,
        client,
        totals,
        service_on: None,
        has_late_clause: false,
    }
}

/// What is missing of an invoice of 1,000.00 with 20 % tax, each with its rule.
fn of(business: &Business, kind: ClientKind, currency: &str) -> Vec<(Content, String)> {
    let (client, totals) = (client(kind), totals(currency, 100_000, TaxCode::S, 20));
    named(&subject(business, &client, &totals))
}

fn named(subject: &Subject<'_>) -> Vec<(Content, String)> {
    missing(subject)
        .into_iter()
        .map(|missing| (missing.content, missing.rule))
        .collect()
}

fn contents(found: &[(Content, String)]) -> Vec<Content> {
    found.iter().map(|(content, _)| *content).collect()
}

#[test]
fn a_german_invoice_without_tax_number_or_supply_date_names_the_rule() {
    let found = of(&business("DE"), ClientKind::Company, "EUR");
    assert_eq!(
        found,
        [
            (Content::SellerTaxNumber, "UStG § 14 (4) no. 2".to_owned()),
            (Content::SupplyDate, "UStG § 14 (4) no. 6".to_owned()),
        ]
    );
}

#[test]
fn a_complete_invoice_misses_nothing() {
    let business = Business {
        vat_id: "DE123456788".into(),
        registration: Registration {
            legal_form: "GmbH".into(),
            company_number: "HRB 1234".into(),
            register: "Amtsgericht Köln".into(),
            capital: String::new(),
        },
        ..business("DE")
    };
    let (client, totals) = (
        client(ClientKind::Company),
        totals("EUR", 100_000, TaxCode::S, 19),
    );
    let service_on = CivilDate::from_ymd_opt(2026, 3, 14);
    let complete = Subject {
        service_on,
        ..subject(&business, &client, &totals)
    };
    assert_eq!(named(&complete), []);
}

#[test]
fn a_small_invoice_needs_less() {
    let business = business("DE");
    let client = client(ClientKind::Consumer);
    let just = totals("EUR", 25_000, TaxCode::O, 0);
    let found = named(&subject(&business, &client, &just));
    assert_eq!(
        contents(&found),
        [Content::TaxReason],
        "250.00 and no more is small: {found:?}"
    );
    let above = totals("EUR", 25_001, TaxCode::O, 0);
    let found = named(&subject(&business, &client, &above));
    assert_eq!(
        contents(&found),
        [
            Content::SellerTaxNumber,
            Content::SupplyDate,
            Content::TaxReason
        ]
    );
    let foreign = totals("USD", 100, TaxCode::O, 0);
    assert!(
        contents(&named(&subject(&business, &client, &foreign))).contains(&Content::SupplyDate),
        "a sum in other money is not known to be small"
    );
}

#[test]
fn a_rule_for_companies_leaves_persons_alone() {
    let person = business("GB");
    let found = contents(&of(&person, ClientKind::Company, "GBP"));
    assert!(!found.contains(&Content::CompanyNumber), "{found:?}");
    let alone = Registration {
        legal_form: "sole trader".into(),
        ..Registration::default()
    };
    let alone = Business {
        registration: alone,
        ..person.clone()
    };
    assert!(!contents(&of(&alone, ClientKind::Company, "GBP")).contains(&Content::CompanyNumber));
    let mut company = person;
    company.registration.legal_form = "Ltd".into();
    let found = contents(&of(&company, ClientKind::Company, "GBP"));
    assert!(found.contains(&Content::CompanyNumber), "{found:?}");
}

#[test]
fn tax_charged_without_a_number_is_named_where_it_is_unlawful() {
    for country in ["GB", "IE", "AT", "FR", "NL", "BE", "IT"] {
        let found = contents(&of(&business(country), ClientKind::Company, "EUR"));
        assert!(
            found.contains(&Content::SellerVatId),
            "{country}: {found:?}"
        );
    }
    for (country, currency) in [("CA", "CAD"), ("AU", "AUD"), ("NZ", "NZD"), ("ES", "EUR")] {
        let found = contents(&of(&business(country), ClientKind::Company, currency));
        assert!(
            found.contains(&Content::SellerTaxNumber),
            "{country}: {found:?}"
        );
    }
    let found = of(&business("US"), ClientKind::Company, "USD");
    assert!(
        found
            .iter()
            .all(|(_, rule)| rule.contains("no federal form")),
        "{found:?}"
    );
}

#[test]
fn reverse_charge_asks_for_both_numbers_in_the_union() {
    let (business, client) = (business("IE"), client(ClientKind::Company));
    let totals = totals("EUR", 100_000, TaxCode::AE, 0);
    let found = contents(&named(&subject(&business, &client, &totals)));
    assert!(
        found.contains(&Content::SellerVatId) && found.contains(&Content::BuyerVatId),
        "{found:?}"
    );
}

#[test]
fn a_thing_is_named_once_by_the_countrys_own_rule() {
    let mut lost = business("DE");
    lost.address.city.clear();
    let found = of(&lost, ClientKind::Company, "EUR");
    let rules: Vec<&str> = found
        .iter()
        .filter(|(content, _)| *content == Content::SellerAddress)
        .map(|(_, rule)| rule.as_str())
        .collect();
    assert_eq!(
        rules,
        ["UStG § 14 (4) no. 1"],
        "and not the directive's as well"
    );
    let elsewhere = Business {
        address: address("LU"),
        ..lost
    };
    let found = of(&elsewhere, ClientKind::Company, "EUR");
    assert!(
        found.iter().all(|(_, rule)| rule.starts_with("Directive")),
        "other members have the directive: {found:?}"
    );
}

#[test]
fn a_country_without_rows_has_no_warnings() {
    assert_eq!(of(&business("JP"), ClientKind::Company, "JPY"), []);
}

#[test]
fn every_country_of_the_plan_has_rows_and_every_row_its_name() {
    for country in [
        "US", "GB", "IE", "DE", "AT", "FR", "NL", "BE", "ES", "IT", "CA", "AU", "NZ",
    ] {
        let rules: Vec<_> = table::rules(country).collect();
        assert!(!rules.is_empty(), "{country}");
        assert!(rules.iter().all(|rule| !rule.name.is_empty()), "{country}");
        assert!(
            country == "US" || table::small(country).is_some(),
            "{country} lets small ones be short"
        );
    }
}

#[test]
fn french_clients_in_trade_are_told_of_penalties_and_german_consumers_of_default() {
    let totals = totals("EUR", 100_000, TaxCode::S, 20);
    let of = |country: &str, kind, has_late_clause| {
        let (business, client) = (business(country), client(kind));
        notices(&Subject {
            has_late_clause,
            ..subject(&business, &client, &totals)
        })
    };
    assert_eq!(
        of("FR", ClientKind::Company, false),
        [Notice::FrenchLatePayment]
    );
    assert_eq!(
        of("FR", ClientKind::PublicBody, true),
        [Notice::FrenchLumpSum]
    );
    assert_eq!(of("FR", ClientKind::Consumer, false), []);
    assert_eq!(
        of("DE", ClientKind::Consumer, false),
        [Notice::GermanConsumerDefault]
    );
    assert_eq!(of("DE", ClientKind::Company, false), []);
    assert_eq!(of("GB", ClientKind::Company, false), []);
}

#[test]
fn an_australian_invoice_with_gst_calls_itself_a_tax_invoice() {
    let taxed = totals("AUD", 100_000, TaxCode::S, 10);
    assert!(is_tax_invoice(&business("AU"), &taxed));
    assert!(!is_tax_invoice(
        &business("AU"),
        &totals("AUD", 100_000, TaxCode::O, 0)
    ));
    assert!(!is_tax_invoice(&business("GB"), &taxed));
}
