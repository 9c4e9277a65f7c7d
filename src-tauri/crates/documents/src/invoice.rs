//! The invoice and its kin: lines, sums and how it is paid.
//!
//! Contents follow EN 16931 and what invoices must show in most places; every sum arrives computed and is added
//! up again before it is printed. A draft is the same page without a number, marked as a draft. Credit note,
//! quote and receipt share the lines, the sums and the frame.

mod check;
mod closing;
mod credit_note;
mod frame;
mod lines;
mod numbered;
mod quote;
mod receipt;
mod sums;

pub use credit_note::credit_note;
pub use quote::quote;
pub use receipt::receipt;

use correspondence::{Fill, Phrases, format};

use crate::DocumentError;
use crate::colour::{Colour, HAIRLINE, INK, SOFT, TINT};
use crate::facts::{InvoiceFacts, Look, SupplyDate};
use crate::finish::Attachment;
use crate::fonts::Face;
use crate::layout::{Flow, TableLook};
use crate::text::Style;
use crate::units::Length;
use frame::Frame;
use lines::Bill;
use numbered::{Numbered, Rows};

const TITLE: Style = Style::new(
    Face::SansSemiBold,
    Length::points(20),
    Length::points(26),
    INK,
);
const SUBJECT: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(9_500),
    Length::points(13),
    SOFT,
);
const CELL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_800),
    Length::points(12),
    INK,
);
const DETAIL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(7_800),
    Length::thousandths(10_500),
    SOFT,
);
const HEAD: Style = Style::new(
    Face::SansSemiBold,
    Length::points(8),
    Length::points(11),
    INK,
);
const HEADING: Style = Style::new(
    Face::SansSemiBold,
    Length::points(9),
    Length::points(13),
    INK,
);
const TEXT: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_800),
    Length::points(13),
    INK,
)
.prose();
const NOTE: Style = Style::new(
    Face::SansRegular,
    Length::points(8),
    Length::thousandths(11_500),
    SOFT,
);
const CAPTION: Style = Style::new(
    Face::SansRegular,
    Length::points(7),
    Length::thousandths(8_500),
    SOFT,
);
const LABEL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::points(13),
    SOFT,
);
const VALUE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::points(13),
    INK,
);
const INSET: Length = Length::points(5);
const TABLE: TableLook = TableLook {
    head: HEAD,
    tint: TINT,
    hairline: HAIRLINE,
    gutter: Length::points(14),
    padding: Length::thousandths(3_700),
};
const SECTION_GAP: Length = Length::points(12);

/// The invoice as a PDF; a draft when it has no number.
pub fn invoice(facts: &InvoiceFacts, look: &Look) -> Result<Vec<u8>, DocumentError> {
    invoice_with(facts, look, &[])
}

/// The invoice with files inside it, such as the same invoice for machines.
pub fn invoice_with(
    facts: &InvoiceFacts,
    look: &Look,
    attachments: &[Attachment],
) -> Result<Vec<u8>, DocumentError> {
    check(facts)?;
    let phrases = Phrases::load(facts.locale)?;
    let side = side(facts, &phrases)?;
    let names = ("invoice-continued", "invoice-continued-draft");
    let continued = numbered(facts).name(&phrases, names)?;
    let body = Body {
        facts,
        phrases: &phrases,
        bill: Bill {
            phrases: &phrases,
            accent: Colour::readable(look.accent),
            title: if facts.is_tax_invoice {
                "invoice-title-tax"
            } else {
                "invoice-title"
            },
            is_draft: facts.number.is_none(),
            subject: facts.subject.as_deref(),
            lines: &facts.lines,
            sums: &facts.sums,
            total: "invoice-total-due",
        },
    };
    let slip = body.slip();
    let frame = Frame {
        look,
        phrases: &phrases,
        sender: &facts.sender,
        recipient: &facts.recipient,
        side: &side,
        continued: &continued,
        date: facts.issued_on,
        slip: slip.as_ref(),
        attachments,
    };
    frame.write(|flow| body.set(flow))
}

fn numbered(facts: &InvoiceFacts) -> Numbered<'_> {
    Numbered {
        sender: &facts.sender,
        recipient: &facts.recipient,
        number: facts.number.as_deref(),
        issued_on: facts.issued_on,
        lines: &facts.lines,
    }
}

fn check(facts: &InvoiceFacts) -> Result<(), DocumentError> {
    numbered(facts).check()?;
    let undated = facts.number.is_some() && facts.instalments.is_empty();
    check::present(&[("instalments", undated)])?;
    check::sums(&facts.lines, &facts.sums)?;
    check::instalments(&facts.instalments, &facts.sums)
}

/// Number, dates and references beside the address.
fn side(facts: &InvoiceFacts, phrases: &Phrases) -> Result<Rows, DocumentError> {
    let numbered = numbered(facts);
    let mut rows = numbered.rows(phrases, ("invoice-number", "invoice-date"))?;
    match facts.supplied {
        Some(SupplyDate::On(date)) => rows.push((
            phrases.say("invoice-supplied")?,
            format::date(phrases, date)?,
        )),
        Some(SupplyDate::Period(from, to)) => {
            let (from, to) = (format::date(phrases, from)?, format::date(phrases, to)?);
            let period = phrases.fill(
                "invoice-period",
                &[("from", Fill::Text(&from)), ("to", Fill::Text(&to))],
            )?;
            rows.push((phrases.say("invoice-supplied-period")?, period));
        }
        None => {}
    }
    if let [only] = facts.instalments.as_slice() {
        rows.push((
            phrases.say("invoice-due")?,
            format::date(phrases, only.due_on)?,
        ));
    }
    let references = [
        ("invoice-purchase-order", &facts.purchase_order),
        ("invoice-client-reference", &facts.client_reference),
        ("invoice-order-reference", &facts.order_reference),
    ];
    for (label, value) in references {
        if let Some(value) = closing::given(value.as_deref()) {
            rows.push((phrases.say(label)?, value.to_owned()));
        }
    }
    numbered.tax_row(phrases, &mut rows)?;
    Ok(rows)
}

struct Body<'a> {
    facts: &'a InvoiceFacts,
    phrases: &'a Phrases,
    bill: Bill<'a>,
}

impl Body<'_> {
    fn set(&self, flow: &mut Flow<'_>) -> Result<(), DocumentError> {
        let (facts, phrases) = (self.facts, self.phrases);
        self.bill.set(flow)?;
        let terms = facts.payment_terms.as_deref();
        let sections = closing::sections(phrases, terms, facts.late_clause.as_ref())?;
        let left_over = self.bill.set_sums(flow, sections)?;
        closing::instalments(flow, phrases, &facts.instalments)?;
        for section in left_over {
            section.set(flow)?;
        }
        self.notices(flow)?;
        self.payment(flow)?;
        closing::notes(flow, phrases, facts.notes.as_deref())
    }
}
