//! What keeps a draft from being issued, and what issuing freezes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use super::*;
use crate::business::{BankAccount, PaperSize};
use crate::client::{Address, Person, PersonRole};
use crate::id::InvoiceId;
use crate::invoice::{Discount, TaxCategory};
use crate::money::{Quantity, Rate, UnitPrice};

fn eur() -> Currency {
    Currency::new("EUR").unwrap()
}

fn money(minor: i64) -> Money {
    Money::new(minor, eur()).unwrap()
}

fn day(month: u32, day: u32) -> CivilDate {
    CivilDate::from_ymd_opt(2026, month, day).unwrap()
}

fn address() -> Address {
    Address {
        lines: vec!["Am Kai 1".into()],
        city: "Kiel".into(),
        country: "DE".into(),
        ..Address::default()
    }
}

fn client() -> ClientFacts {
    ClientFacts {
        kind: ClientKind::Company,
        name: "Bright GmbH".into(),
        address: address(),
        email: String::new(),
        phone: String::new(),
        vat_id: "DE123456789".into(),
        reference: String::new(),
        language: String::new(),
        payment_days: None,
        people: vec![Person {
            name: "Kim".into(),
            role: PersonRole::Payer,
            email: String::new(),
            phone: String::new(),
            note: "difficult".into(),
        }],
        do_not_contact: false,
        note: "pays late".into(),
    }
}

fn business() -> Business {
    Business {
        name: "Ada Lens".into(),
        trading_name: String::new(),
        address: address(),
        email: String::new(),
        phone: String::new(),
        website: String::new(),
        vat_id: "DE987654321".into(),
        tax_number: String::new(),
        registration: crate::business::Registration::default(),
        currency: eur(),
        time_zone: "Europe/Berlin".into(),
        paper: PaperSize::A4,
        language: "en-GB".into(),
        bank: BankAccount::default(),
        payment_days: 14,
        accent: String::new(),
        letterhead: crate::business::Letterhead::Classic,
        envelope: String::new(),
    }
}

fn line(price_units: i64) -> Line {
    Line {
        description: " Wedding coverage ".into(),
        quantity: Quantity::ONE,
        unit: String::new(),
        unit_price: UnitPrice(price_units * 10_000),
        discount: Discount::None,
        tax: TaxCategory {
            code: TaxCode::S,
            rate: Rate(190_000),
            reason: String::new(),
        },
    }
}

fn draft() -> DraftInvoice {
    DraftInvoice {
        client: Some(ClientId("c1".into())),
        job: None,
        currency: eur(),
        issue_on: None,
        service_on: Some(day(2, 20)),
        payment_days: 14,
        tax_mode: TaxMode::Added,
        lines: vec![line(1_000)],
        instalments: vec![],
        prepayments: vec![],
        purchase_order: " PO 7 ".into(),
        client_reference: String::new(),
        note: String::new(),
    }
}

fn prepayment(minor: i64) -> Prepayment {
    Prepayment {
        invoice: InvoiceId("i0".into()),
        number: "2026-0001".into(),
        issued_on: day(1, 5),
        amount: money(minor),
    }
}

/// Checks on 1 March 2026 against a known client, with the last invoice of 20 February.
fn problems(
    change: impl FnOnce(&mut DraftInvoice, &mut ClientFacts, &mut Business),
) -> Vec<(String, Problem)> {
    let (mut draft, mut client, mut business) = (draft(), client(), business());
    change(&mut draft, &mut client, &mut business);
    let context = IssueContext {
        client: Some(&client),
        business: &business,
        today: day(3, 1),
        last_issued_on: Some(day(2, 20)),
    };
    let problems = check(&draft, &context);
    assert_eq!(
        issue(&draft, &context, "2026-0007").is_ok(),
        problems.is_empty(),
        "check and issue agree"
    );
    problems
        .into_iter()
        .map(|problem| (problem.field, problem.problem))
        .collect()
}

fn only(field: &str, problem: Problem) -> Vec<(String, Problem)> {
    vec![(field.to_owned(), problem)]
}

fn issued(draft: &DraftInvoice) -> Issued {
    let (client, business) = (client(), business());
    let context = IssueContext {
        client: Some(&client),
        business: &business,
        today: day(3, 1),
        last_issued_on: None,
    };
    issue(draft, &context, "2026-0007").unwrap()
}

#[test]
fn issuing_freezes_number_dates_totals_and_parties() {
    let issued = issued(&draft());
    assert_eq!((issued.issued_on, issued.due_on), (day(3, 1), day(3, 15)));
    assert_eq!(issued.totals.payable, money(119_000));
    assert_eq!(
        issued.instalments,
        [Instalment {
            due_on: day(3, 15),
            amount_minor: 119_000
        }]
    );
    assert_eq!(
        (
            issued.lines[0].description.as_str(),
            issued.purchase_order.as_str()
        ),
        ("Wedding coverage", "PO 7")
    );
    assert_eq!(
        (
            issued.client.note.as_str(),
            issued.client.people[0].note.as_str()
        ),
        ("", ""),
        "notes stay private"
    );
    assert_eq!((issued.form, issued.exponent), (1, 2));
}

#[test]
fn frozen_facts_survive_being_stored() {
    let issued = issued(&draft());
    let text = serde_json::to_string(&issued).unwrap();
    assert_eq!(serde_json::from_str::<Issued>(&text).unwrap(), issued);
}

#[test]
fn a_copy_starts_without_dates_and_instalments() {
    let mut original = draft();
    original.prepayments = vec![prepayment(1_000)];
    original.instalments = vec![Instalment {
        due_on: day(4, 1),
        amount_minor: 118_000,
    }];
    let frozen = issued(&original);
    let copy = frozen.duplicate();
    assert_eq!((copy.issue_on, copy.service_on), (None, None));
    assert!(copy.instalments.is_empty() && copy.prepayments.is_empty());
    assert_eq!(
        (copy.lines.clone(), copy.client.clone()),
        (frozen.lines, original.client.clone())
    );
    assert_eq!(
        original.duplicate().service_on,
        None,
        "a draft is copied the same way"
    );
}

#[test]
fn a_complete_draft_has_no_problem() {
    assert_eq!(problems(|_, _, _| {}), []);
}

#[test]
fn a_draft_without_client_or_lines_says_so() {
    assert_eq!(
        problems(|draft, _, _| draft.client = None),
        only("client", Problem::Required)
    );
    assert_eq!(
        problems(|draft, _, _| draft.lines.clear()),
        only("lines", Problem::Required)
    );
}

#[test]
fn lines_are_named_by_their_place() {
    let found = problems(|draft, _, _| {
        draft.lines = vec![line(1), line(1), line(1)];
        draft.lines[0].tax = TaxCategory {
            code: TaxCode::E,
            rate: Rate::ZERO,
            reason: " ".into(),
        };
        draft.lines[1].quantity = Quantity(-1_000);
        draft.lines[2].description = "\u{a0}\u{200b} ".into();
    });
    let fields: Vec<_> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "lines[0].tax.reason",
            "lines[1].quantity",
            "lines[2].description"
        ]
    );
}

#[test]
fn absurd_quantities_and_prices_are_refused() {
    let found = problems(|draft, _, _| draft.lines[0].quantity = Quantity(i64::MAX));
    assert_eq!(found, only("lines[0].quantity", Problem::TooLarge));
    let found = problems(|draft, _, _| draft.lines[0].unit_price = UnitPrice(i64::MIN));
    assert_eq!(
        found,
        only("lines[0].unitPrice", Problem::MustNotBeNegative)
    );
    let found = problems(|draft, _, _| {
        draft.lines[0].quantity = Quantity::MAX;
        draft.lines[0].unit_price = UnitPrice::MAX;
    });
    assert_eq!(
        found,
        only("lines[0].unitPrice", Problem::TooLarge),
        "each is possible, the product is not"
    );
    let found = problems(|draft, _, _| draft.lines[0].discount = Discount::Amount(100_001));
    assert_eq!(found, only("lines[0].discount", Problem::TooLarge));
    assert_eq!(
        problems(|draft, _, _| draft.lines = vec![line(1); 501]),
        only("lines", Problem::TooMany)
    );
}

#[test]
fn a_sum_too_large_to_hold_is_refused() {
    let found = problems(|draft, _, _| {
        draft.lines = vec![line(90_000_000_000); 100];
        draft
            .lines
            .iter_mut()
            .for_each(|line| line.quantity = Quantity(10_000));
    });
    assert_eq!(
        found,
        only("lines", Problem::TooLarge),
        "each line can be held, their sum cannot"
    );
}

#[test]
fn a_total_of_nothing_is_no_invoice() {
    assert_eq!(
        problems(|draft, _, _| draft.lines = vec![line(0)]),
        only("lines", Problem::MustBePositive)
    );
}

#[test]
fn dates_that_cannot_be_meant_are_refused() {
    for (date, problem) in [
        (
            CivilDate::from_ymd_opt(1900, 1, 1).unwrap(),
            Problem::Implausible,
        ),
        (
            CivilDate::from_ymd_opt(9999, 12, 31).unwrap(),
            Problem::Implausible,
        ),
        (day(3, 2), Problem::InFuture),
        (day(2, 19), Problem::BeforeStart),
    ] {
        assert_eq!(
            problems(|draft, _, _| draft.issue_on = Some(date)),
            only("issueOn", problem),
            "{date}"
        );
    }
    assert_eq!(
        problems(|draft, _, _| draft.issue_on = Some(day(2, 20))),
        [],
        "the same day as the last is fine"
    );
    let far = CivilDate::from_ymd_opt(9999, 1, 1);
    assert_eq!(
        problems(|draft, _, _| draft.service_on = far),
        only("serviceOn", Problem::Implausible)
    );
    assert_eq!(
        problems(|draft, _, _| draft.payment_days = 100_000),
        only("paymentDays", Problem::TooLarge)
    );
}

#[test]
fn instalments_rise_and_add_up() {
    let part = |due_on, amount_minor| Instalment {
        due_on,
        amount_minor,
    };
    let set = |parts: Vec<Instalment>| problems(move |draft, _, _| draft.instalments = parts);
    assert_eq!(
        set(vec![part(day(3, 1), 19_000), part(day(4, 1), 100_000)]),
        []
    );
    assert_eq!(
        set(vec![part(day(4, 1), 19_000), part(day(4, 1), 100_000)]),
        only("instalments[1].dueOn", Problem::BeforeStart)
    );
    assert_eq!(
        set(vec![part(day(2, 28), 119_000)]),
        only("instalments[0].dueOn", Problem::BeforeStart)
    );
    assert_eq!(
        set(vec![part(day(4, 1), 118_999)]),
        only("instalments", Problem::DoesNotAddUp)
    );
    assert_eq!(
        set(vec![part(day(4, 1), 0), part(day(4, 2), 119_000)]),
        only("instalments[0].amountMinor", Problem::MustBePositive)
    );
    let many = (1..=25)
        .map(|offset| part(days_after(day(3, 1), offset), 4_760))
        .collect();
    assert_eq!(set(many), only("instalments", Problem::TooMany));
    let far = CivilDate::from_ymd_opt(2040, 1, 1).unwrap();
    assert_eq!(
        set(vec![part(far, 119_000)]),
        only("instalments[0].dueOn", Problem::Implausible)
    );
}

#[test]
fn reverse_charge_needs_both_vat_numbers() {
    let found = problems(|draft, client, business| {
        draft.lines[0].tax = TaxCategory {
            code: TaxCode::AE,
            rate: Rate::ZERO,
            reason: "Article 196".into(),
        };
        client.vat_id.clear();
        business.vat_id.clear();
    });
    let fields: Vec<_> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["business.vatId", "client.vatId"]);
}

#[test]
fn a_company_needs_an_address_and_a_consumer_does_not() {
    let found = problems(|_, client, _| client.address = Address::default());
    let fields: Vec<_> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["client.address", "client.address.country"]);
    let consumer = problems(|_, client, _| {
        client.kind = ClientKind::Consumer;
        client.address = Address::default();
    });
    assert_eq!(consumer, []);
}

#[test]
fn earlier_invoices_are_deducted_once_and_never_beyond_the_total() {
    assert_eq!(
        problems(|draft, _, _| draft.prepayments = vec![prepayment(119_001)]),
        only("prepayments", Problem::TooLarge)
    );
    assert_eq!(
        problems(|draft, _, _| draft.prepayments = vec![prepayment(1), prepayment(1)]),
        only("prepayments[1].invoice", Problem::Taken)
    );
    let yen = Money::new(1, Currency::new("JPY").unwrap()).unwrap();
    assert_eq!(
        problems(|draft, _, _| draft.prepayments = vec![Prepayment {
            amount: yen,
            ..prepayment(1)
        }]),
        only("prepayments[0].amount", Problem::CurrencyMismatch)
    );
    let mut covered = draft();
    covered.prepayments = vec![prepayment(119_000)];
    let covered = issued(&covered);
    assert!(
        covered.totals.payable.is_zero() && covered.instalments.is_empty(),
        "nothing is left to ask for"
    );
}

#[test]
fn notes_have_a_limit_and_no_control_characters() {
    assert_eq!(
        problems(|draft, _, _| draft.note = "n".repeat(4_001)),
        only("note", Problem::TooLong)
    );
    assert_eq!(
        problems(|draft, _, _| draft.purchase_order = "a\u{202E}b".into()),
        only("purchaseOrder", Problem::ForbiddenCharacter)
    );
}

#[test]
fn an_unfinished_draft_may_be_saved() {
    let mut unfinished = draft();
    unfinished.client = None;
    unfinished.lines[0].description = String::new();
    assert!(unfinished.clone().validated().is_ok());
    unfinished.note = "\u{0}".into();
    assert_eq!(
        unfinished.validated(),
        Err(vec![FieldProblem::new("note", Problem::ForbiddenCharacter)])
    );
}

#[test]
fn a_number_is_a_line_of_text() {
    let (client, business) = (client(), business());
    let context = IssueContext {
        client: Some(&client),
        business: &business,
        today: day(3, 1),
        last_issued_on: None,
    };
    assert_eq!(
        issue(&draft(), &context, " "),
        Err(vec![FieldProblem::new("number", Problem::Required)])
    );
}
