//! The rules on what invoices show, as rows. All are written down from knowledge; see [`as_of`].
//!
//! A country's own rows come before those of the European Union, so that the name a reader knows is cited.

use super::Content::{
    self, BuyerAddress, BuyerVatId, Capital, CompanyNumber, ElectronicInvoice, LegalForm, Register,
    SellerAddress, SellerTaxNumber, SellerVatId, StampDuty, SupplyDate, TaxReason,
};
use super::Severity::{self, Must, Usual};
use super::When::{
    self, BusinessClient, Company, From, NoTax, NotSmall, ReverseCharge, TaxCharged,
};
use crate::calendar::CivilDate;

/// One row: where, what, by which rule, how far it binds, and when all of which hold.
pub(super) struct Rule {
    country: &'static str,
    pub(super) content: Content,
    pub(super) name: &'static str,
    pub(super) severity: Severity,
    pub(super) when: &'static [When],
}

const fn row(
    country: &'static str,
    content: Content,
    severity: Severity,
    when: &'static [When],
    name: &'static str,
) -> Rule {
    Rule {
        country,
        content,
        name,
        severity,
        when,
    }
}

/// The rows above were written down on this day.
pub(super) fn as_of() -> CivilDate {
    CivilDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
}

/// Members of the European Union, whose rows are under `EU`.
const UNION: &str =
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";

/// The rows for a business in this country, the most particular first.
pub(super) fn rules(country: &str) -> impl Iterator<Item = &'static Rule> {
    let is_union = UNION.split(' ').any(|member| member == country);
    let own: Vec<&Rule> = RULES
        .iter()
        .filter(|rule| rule.country == country)
        .collect();
    let shared = RULES
        .iter()
        .filter(move |rule| is_union && rule.country == "EU");
    own.into_iter().chain(shared)
}

/// Forms that say a person trades alone.
const PERSONS: [&str; 9] = [
    "Autónomo",
    "Ditta individuale",
    "Eenmanszaak",
    "EI",
    "Einzelunternehmen",
    "Einzelunternehmer",
    "Entrepreneur individuel",
    "Sole proprietor",
    "Sole trader",
];

/// Whether a legal form is one of a company.
pub(super) fn is_company(form: &str) -> bool {
    let form = form.trim();
    !form.is_empty()
        && !PERSONS
            .iter()
            .any(|person| person.to_lowercase() == form.to_lowercase())
}

/// The sum up to which an invoice may be short.
#[derive(Debug, Clone, Copy)]
pub(super) struct Small {
    /// In minor units.
    pub(super) most: i64,
    pub(super) currency: &'static str,
    pub(super) is_net: bool,
}

pub(super) fn small(country: &str) -> Option<Small> {
    let found = SMALL.iter().find(|(known, ..)| *known == country);
    found.map(|&(_, most, currency, is_net)| Small {
        most,
        currency,
        is_net,
    })
}

const SMALL: [(&str, i64, &str, bool); 12] = [
    ("GB", 25_000, "GBP", false),
    ("DE", 25_000, "EUR", false),
    ("AT", 40_000, "EUR", false),
    ("FR", 15_000, "EUR", true),
    ("NL", 10_000, "EUR", false),
    ("BE", 10_000, "EUR", false),
    ("ES", 40_000, "EUR", false),
    ("IT", 40_000, "EUR", false),
    ("IE", 10_000, "EUR", false),
    ("AU", 8_250, "AUD", false),
    ("CA", 9_999, "CAD", false),
    ("NZ", 20_000, "NZD", false),
];

#[rustfmt::skip]
const RULES: &[Rule] = &[
    row("US", SellerAddress, Usual, &[], "custom; no federal form"),
    row("US", BuyerAddress, Usual, &[], "custom; no federal form"),
    row("US", SupplyDate, Usual, &[], "custom; no federal form"),

    row("GB", SellerAddress, Must, &[TaxCharged], "VAT Regulations 1995 reg. 14 (1)(c)"),
    row("GB", SellerAddress, Must, &[], "Companies Act 2006 s. 1202"),
    row("GB", SellerVatId, Must, &[TaxCharged], "VAT Regulations 1995 reg. 14 (1)(d)"),
    row("GB", BuyerAddress, Must, &[TaxCharged, NotSmall], "VAT Regulations 1995 reg. 14 (1)(e)"),
    row("GB", SupplyDate, Must, &[TaxCharged, NotSmall], "VAT Regulations 1995 reg. 14 (1)(b)"),
    row("GB", CompanyNumber, Must, &[Company], "Company, LLP and Business Regulations 2015 reg. 25"),

    row("IE", SellerVatId, Must, &[TaxCharged], "VAT Regulations 2010 reg. 20"),
    row("IE", SupplyDate, Must, &[TaxCharged, NotSmall], "VAT Regulations 2010 reg. 20"),
    row("IE", CompanyNumber, Usual, &[Company], "Companies Act 2014 s. 151"),

    row("DE", SellerAddress, Must, &[], "UStG § 14 (4) no. 1"),
    row("DE", SellerTaxNumber, Must, &[NotSmall], "UStG § 14 (4) no. 2"),
    row("DE", BuyerAddress, Must, &[NotSmall], "UStG § 14 (4) no. 1"),
    row("DE", SupplyDate, Must, &[NotSmall], "UStG § 14 (4) no. 6"),
    row("DE", TaxReason, Must, &[NoTax], "UStG § 14 (4) no. 8, § 19; UStDV § 34a"),
    row("DE", CompanyNumber, Must, &[Company], "GmbHG § 35a, HGB § 37a"),
    row("DE", Register, Must, &[Company], "GmbHG § 35a, HGB § 37a"),

    row("AT", SellerVatId, Must, &[TaxCharged, NotSmall], "UStG 1994 § 11 (1) no. 3 lit. i"),
    row("AT", BuyerVatId, Must, &[BusinessClient, TaxCharged, From(1_000_001, "EUR")], "UStG 1994 § 11 (1) no. 3 lit. b"),
    row("AT", SupplyDate, Must, &[NotSmall], "UStG 1994 § 11 (1) no. 3 lit. d"),
    row("AT", TaxReason, Must, &[NoTax], "UStG 1994 § 11 (1) no. 3 lit. e, § 6 (1) no. 27"),
    row("AT", CompanyNumber, Must, &[Company], "UGB § 14"),
    row("AT", Register, Must, &[Company], "UGB § 14"),

    row("FR", LegalForm, Must, &[], "C. com. R.123-238; L.526-22 for an entrepreneur individuel (EI)"),
    row("FR", CompanyNumber, Must, &[], "C. com. R.123-237"),
    row("FR", SellerVatId, Must, &[TaxCharged, NotSmall], "CGI ann. II art. 242 nonies A"),
    row("FR", BuyerAddress, Must, &[], "C. com. L.441-9"),
    row("FR", SupplyDate, Must, &[], "C. com. L.441-9"),
    row("FR", TaxReason, Must, &[NoTax], "CGI ann. II art. 242 nonies A; art. 293 B"),
    row("FR", Register, Must, &[Company], "C. com. R.123-237"),
    row("FR", Capital, Must, &[Company], "C. com. R.123-238"),

    row("NL", SellerVatId, Must, &[TaxCharged], "Wet OB 1968 art. 35a"),
    row("NL", SupplyDate, Must, &[NotSmall], "Wet OB 1968 art. 35a"),
    row("NL", CompanyNumber, Must, &[], "Handelsregisterwet 2007 art. 27"),

    row("BE", SellerVatId, Must, &[TaxCharged], "KB nr. 1 art. 5"),
    row("BE", CompanyNumber, Must, &[], "WER art. III.25"),
    row("BE", ElectronicInvoice, Must, &[TaxCharged, BusinessClient], "WBTW art. 53 § 2bis (since 2026-01-01)"),

    row("ES", SellerTaxNumber, Must, &[], "RD 1619/2012 art. 6.1 d)"),
    row("ES", BuyerVatId, Must, &[BusinessClient, NotSmall], "RD 1619/2012 art. 6.1 d)"),
    row("ES", SupplyDate, Must, &[NotSmall], "RD 1619/2012 art. 6.1 i)"),

    row("IT", SellerVatId, Must, &[], "DPR 633/1972 art. 21 (2)"),
    row("IT", BuyerVatId, Must, &[BusinessClient], "DPR 633/1972 art. 21 (2) f)"),
    row("IT", ElectronicInvoice, Must, &[], "D.Lgs. 127/2015 art. 1 (3)"),
    row("IT", StampDuty, Must, &[NoTax, From(7_748, "EUR")], "DPR 642/1972 tariffa art. 13"),

    row("CA", SellerTaxNumber, Must, &[TaxCharged, NotSmall], "Input Tax Credit Information (GST/HST) Regulations s. 3 (b)"),
    row("CA", BuyerAddress, Usual, &[TaxCharged, From(50_000, "CAD")], "Input Tax Credit Information (GST/HST) Regulations s. 3 (c)"),

    row("AU", SellerTaxNumber, Must, &[TaxCharged, NotSmall], "GST Act 1999 s. 29-70 (1)(c)"),
    row("AU", SellerTaxNumber, Usual, &[], "TAA 1953 sch. 1 s. 12-190 (no ABN withholding)"),
    row("AU", BuyerAddress, Must, &[TaxCharged, From(100_000, "AUD")], "GST Act 1999 s. 29-70 (1)(c)"),

    row("NZ", SellerTaxNumber, Must, &[TaxCharged, NotSmall], "GST Act 1985 s. 19F"),
    row("NZ", BuyerAddress, Must, &[TaxCharged, From(100_000, "NZD")], "GST Act 1985 s. 19F"),

    row("EU", SellerAddress, Must, &[], "Directive 2006/112/EC art. 226 (5)"),
    row("EU", SellerVatId, Must, &[ReverseCharge], "Directive 2006/112/EC art. 226 (3)"),
    row("EU", BuyerAddress, Must, &[NotSmall], "Directive 2006/112/EC art. 226 (5)"),
    row("EU", BuyerVatId, Must, &[ReverseCharge], "Directive 2006/112/EC art. 226 (4)"),
];
