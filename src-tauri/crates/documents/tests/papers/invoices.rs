//! What the invoice says and how it runs over pages.

use documents::{DocumentError, InvoiceFacts, Look, invoice};
use domain::{Money, Rate};

use crate::facts::*;
use crate::read::{assert_sound, pages, words};
use crate::sums::add_up;

#[test]
fn an_invoice_reads_as_written() {
    let bytes = invoice(&invoice_facts(), &logo_look()).unwrap();
    assert_sound("invoice-a4", &bytes);
    let pages = pages("invoice-a4", &bytes);
    insta::assert_snapshot!(pages.join("\n----- page -----\n"));
}

#[test]
fn rates_allowances_deductions_and_instalments_are_shown() {
    let bytes = invoice(&rich_invoice(), &uk_look()).unwrap();
    assert_sound("invoice-rich-uk", &bytes);
    insta::assert_snapshot!(pages("invoice-rich-uk", &bytes).join("\n----- page -----\n"));
}

#[test]
fn an_american_invoice_fits_letter_paper() {
    let bytes = invoice(&american(invoice_facts()), &us_look()).unwrap();
    assert_sound("invoice-us", &bytes);
    let text = words("invoice-us", &bytes);
    assert!(
        text.contains("March 14, 2026"),
        "dates are American: {text}"
    );
}

#[test]
fn a_draft_has_no_number_and_says_so() {
    let mut facts = invoice_facts();
    facts.number = None;
    facts.issued_on = None;
    facts.how_to_pay.reference = String::new();
    let text = words("invoice-draft", &invoice(&facts, &Look::default()).unwrap());
    assert!(
        text.contains("Draft") && text.contains("No number yet") && text.contains("Not issued yet"),
        "{text}"
    );
    assert!(
        !text.contains("INV-"),
        "no number is shown before one is given: {text}"
    );
}

#[test]
fn an_empty_draft_can_be_looked_at() {
    let mut facts = invoice_facts();
    facts.number = None;
    facts.issued_on = None;
    facts.lines.clear();
    facts.instalments.clear();
    facts.recipient = documents::Recipient::default();
    let zero = gbp(0);
    facts.sums = documents::InvoiceSums {
        lines: zero,
        discount: None,
        net: zero,
        taxes: vec![],
        gross: zero,
        deductions: vec![],
        due: zero,
        tax_included: false,
    };
    let text = words(
        "invoice-empty-draft",
        &invoice(&facts, &Look::default()).unwrap(),
    );
    assert!(text.contains("Draft") && text.contains("£0.00"), "{text}");
}

#[test]
fn a_long_invoice_repeats_its_head_and_carries_its_sum() {
    let bytes = invoice(&long_invoice(120), &logo_look()).unwrap();
    assert_sound("invoice-long", &bytes);
    let pages = pages("invoice-long", &bytes);
    let count = pages.len();
    assert!((4..=6).contains(&count), "120 lines take {count} pages");
    for (index, page) in pages.iter().enumerate() {
        let foot = format!("Page {} of {count}", index + 1);
        assert!(page.contains(&foot), "page {} has no {foot}", index + 1);
        if page.contains("Retouched image") {
            assert_eq!(
                page.matches("Unit price").count(),
                1,
                "the head stands once on page {}",
                index + 1
            );
        }
        assert_eq!(
            page.contains("Brought forward"),
            index > 0 && page.contains("Retouched image"),
            "page {}",
            index + 1
        );
        if index > 0 {
            assert!(
                page.contains("Invoice INV-2026-0142"),
                "page {} says what it belongs to",
                index + 1
            );
        }
    }
    let all = pages.join("\n");
    for n in 1..=120 {
        let text = format!("Retouched image {n:03},");
        assert_eq!(all.matches(&text).count(), 1, "line {n} is printed once");
    }
    // What a page carries forward is the sum of its lines so far, and the next page brings the same.
    for pair in pages
        .windows(2)
        .filter(|pair| pair[1].contains("Brought forward"))
    {
        let last = |page: &str, words: &str| {
            let line = page
                .lines()
                .find(|line| line.contains(words))
                .unwrap()
                .trim()
                .to_owned();
            line.split_whitespace().last().unwrap().to_owned()
        };
        assert_eq!(
            last(&pair[0], "Carried forward"),
            last(&pair[1], "Brought forward")
        );
        let number = pair[0]
            .lines()
            .rfind(|line| line.contains("Retouched image"))
            .unwrap();
        let number: i64 = number.split_whitespace().next().unwrap().parse().unwrap();
        let sum = number * 12_345;
        let digits = last(&pair[0], "Carried forward").replace([',', '.'], "");
        assert_eq!(
            digits,
            sum.to_string(),
            "the carried sum is that of the lines above it"
        );
    }
}

#[test]
fn tax_in_the_prices_is_shown_as_contained() {
    let mut facts = invoice_facts();
    facts.sums.tax_included = true;
    add_up(&mut facts);
    let text = words(
        "invoice-tax-included",
        &invoice(&facts, &Look::default()).unwrap(),
    );
    assert!(
        text.contains("contains VAT 20%") && text.contains("Prices include tax."),
        "{text}"
    );
}

#[test]
fn reverse_charge_gives_its_reason() {
    let mut facts = invoice_facts();
    facts.recipient.tax_id = Some("DE811234567".into());
    facts.sums.taxes[0].rate = Rate::ZERO;
    facts.sums.taxes[0].exemption =
        Some("Reverse charge: the recipient is liable for the tax.".into());
    add_up(&mut facts);
    let text = words(
        "invoice-reverse-charge",
        &invoice(&facts, &Look::default()).unwrap(),
    );
    assert!(
        text.contains("VAT 0%: Reverse charge") && text.contains("DE811234567"),
        "{text}"
    );
}

#[test]
fn nothing_due_asks_for_nothing() {
    let mut facts = rich_invoice();
    facts.sums.deductions[0].amount = facts.sums.gross;
    add_up(&mut facts);
    let text = words(
        "invoice-nothing-due",
        &invoice(&facts, &Look::default()).unwrap(),
    );
    assert!(
        text.contains("Amount due £0.00") && !text.contains("How to pay"),
        "{text}"
    );
}

#[test]
fn the_largest_sum_stands_inside_the_margins() {
    let mut facts = invoice_facts();
    let most = gbp(domain::money::MAX_MINOR);
    facts.lines.truncate(2);
    for (line, amount) in facts.lines.iter_mut().zip([most, gbp(0)]) {
        line.amount = amount;
        line.running_total = Some(most);
        line.unit_price = domain::UnitPrice(i64::MAX / 1_000);
    }
    facts.sums.taxes[0].rate = Rate::ZERO;
    facts.sums.taxes[0].exemption = Some("Outside the scope".into());
    add_up(&mut facts);
    let bytes = invoice(&facts, &Look::default()).unwrap();
    let text = words("invoice-millions", &bytes);
    assert!(
        text.contains("£90,071,992,547,409.91"),
        "no digit is lost: {text}"
    );
    for (_, [left, _, right, _], word) in crate::read::boxes("invoice-millions", &bytes) {
        assert!(
            left >= 62.0 && right <= 539.0,
            "{word} stands at {left}..{right}"
        );
    }
}

#[test]
fn a_common_invoice_takes_one_page() {
    let mut facts = rich_invoice();
    facts.lines.truncate(3);
    add_up(&mut facts);
    for look in [
        logo_look(),
        uk_look(),
        Look {
            envelope: None,
            ..Look::default()
        },
    ] {
        let bytes = invoice(&facts, &look).unwrap();
        assert_eq!(
            pages("invoice-common", &bytes).len(),
            1,
            "{:?}",
            look.envelope
        );
    }
}

#[test]
fn an_invoice_without_tax_speaks_of_none() {
    let mut facts = invoice_facts();
    facts.sender.registrations.clear();
    facts.sums.taxes[0].rate = Rate::ZERO;
    for included in [false, true] {
        facts.sums.tax_included = included;
        add_up(&mut facts);
        let text = words(
            "invoice-untaxed",
            &invoice(&facts, &Look::default()).unwrap(),
        );
        assert!(text.contains("Amount due £6,145.55"), "{text}");
        assert!(
            !text.to_lowercase().contains("tax") && !text.contains("VAT"),
            "{text}"
        );
    }
}

#[test]
fn an_invoice_without_bank_details_shows_none() {
    let mut facts = invoice_facts();
    facts.how_to_pay.bank = None;
    let text = words(
        "invoice-no-bank",
        &invoice(&facts, &Look::default()).unwrap(),
    );
    assert!(
        !text.contains("How to pay") && text.contains("Amount due"),
        "{text}"
    );
}

#[test]
fn a_thousand_lines_are_all_printed() {
    let bytes = invoice(&long_invoice(1_000), &Look::default()).unwrap();
    let pages = pages("invoice-thousand", &bytes);
    assert!(pages.len() > 25, "{} pages", pages.len());
    let rows = pages
        .iter()
        .map(|page| page.matches("Retouched image").count());
    assert_eq!(rows.sum::<usize>(), 1_000);
}

/// A wrong sum is the worst thing that can leave the house: whatever is off by a penny stops the paper.
#[test]
fn a_total_that_is_not_the_sum_of_its_parts_is_refused() {
    let refused = |change: &dyn Fn(&mut InvoiceFacts), what: &str| {
        let mut facts = rich_invoice();
        change(&mut facts);
        match invoice(&facts, &Look::default()).unwrap_err() {
            DocumentError::SumDiffers { field, .. } => assert_eq!(field, what),
            other => panic!("{what}: {other:?}"),
        }
    };
    let more = |money: &mut Money| *money = money.plus(gbp(1)).unwrap();
    refused(&|facts| more(&mut facts.lines[0].amount), "sums.lines");
    refused(&|facts| more(&mut facts.sums.net), "sums.net");
    refused(&|facts| more(&mut facts.sums.taxes[0].tax), "sums.gross");
    refused(
        &|facts| more(&mut facts.sums.taxes[0].taxable),
        "sums.taxes",
    );
    refused(
        &|facts| more(&mut facts.sums.deductions[0].amount),
        "sums.due",
    );
    refused(
        &|facts| more(&mut facts.instalments[2].amount),
        "instalments",
    );
    let mut mixed = rich_invoice();
    mixed.lines[1].amount = money("EUR", 27_000);
    assert_eq!(
        invoice(&mixed, &Look::default()).unwrap_err(),
        DocumentError::MixedCurrencies
    );
}
