//! What follows the sums: instalments, terms, the late-payment clause, how to pay, notes.

use correspondence::{ClauseQuote, Fill, Phrases, cited, format, payment_details};

use super::{Body, CAPTION, CELL, HEADING, LABEL, NOTE, SECTION_GAP, TABLE, TEXT, VALUE};
use crate::DocumentError;
use crate::codes::Beside;
use crate::codes::slip::Slip;
use crate::display::Item;
use crate::facts::{Instalment, Notice, PaymentCode};
use crate::fonts::Face;
use crate::layout::{Align, Column, Flow, Row, Table, Width, lay_lines};
use crate::panel::Panel;
use crate::text::Span;
use crate::units::Length;

/// The parts with their due dates, when there is more than one.
pub(super) fn instalments(
    flow: &mut Flow<'_>,
    phrases: &Phrases,
    parts: &[Instalment],
) -> Result<(), DocumentError> {
    let (first, locale) = (parts.first(), phrases.locale());
    let Some(first) = first.filter(|_| parts.len() > 1) else {
        return Ok(());
    };
    let count = Fill::Count(parts.len());
    flow.space(SECTION_GAP);
    flow.heading(
        "instalments",
        2,
        &phrases.fill("invoice-instalments", &[("count", count)])?,
        HEADING,
    )?;
    flow.space(Length::points(4));
    let currency = first.amount.currency().code().to_owned();
    let column = |head: String, width, align| Column { head, width, align };
    let columns = vec![
        column(
            phrases.say("invoice-instalment-label")?,
            Width::Share(1),
            Align::Left,
        ),
        column(
            phrases.say("invoice-instalment-due")?,
            Width::Share(1),
            Align::Left,
        ),
        column(
            phrases.fill("invoice-amount", &[("currency", Fill::Text(&currency))])?,
            Width::Fitted,
            Align::Right,
        ),
    ];
    let mut rows = Vec::with_capacity(parts.len());
    for (index, part) in parts.iter().enumerate() {
        let nth = (index + 1).to_string();
        let label = match part
            .label
            .as_deref()
            .filter(|label| !label.trim().is_empty())
        {
            Some(label) => label.to_owned(),
            None => phrases.fill("invoice-instalment-nth", &[("n", Fill::Text(&nth))])?,
        };
        let due = format::date(phrases, part.due_on)?;
        let amount = format::amount(locale, part.amount);
        rows.push(Row {
            cells: [label, due, amount].map(|text| vec![(text, CELL)]).into(),
            running: None,
        });
    }
    flow.table(&Table {
        block: "instalments",
        columns,
        rows,
        look: TABLE,
        carried: None,
        names_rows: 0,
    })
}

/// Terms of payment and the clause on late payment, as far as there are any.
pub(super) fn sections(
    phrases: &Phrases,
    terms: Option<&str>,
    late_clause: Option<&ClauseQuote>,
) -> Result<Vec<Section>, DocumentError> {
    let mut sections = Vec::new();
    if let Some(terms) = given(terms) {
        sections.push(Section {
            block: "terms of payment",
            heading: phrases.say("invoice-terms")?,
            text: vec![(terms.to_owned(), TEXT.face)],
        });
    }
    if let Some(clause) = late_clause {
        let place = cited(phrases, clause)?;
        let text = if let Some(words) = given(clause.words.as_deref()) {
            let words = format::quoted(phrases.locale(), words);
            vec![
                (words, Face::SansItalic),
                (format!(" – {place}"), TEXT.face),
            ]
        } else {
            let values = [("clause", Fill::Text(place.as_str()))];
            vec![(phrases.fill("invoice-late-cited", &values)?, TEXT.face)]
        };
        sections.push(Section {
            block: "late payment clause",
            heading: phrases.say("invoice-late-clause")?,
            text,
        });
    }
    Ok(sections)
}

/// The owner's closing words, when there are any.
pub(super) fn notes(
    flow: &mut Flow<'_>,
    phrases: &Phrases,
    notes: Option<&str>,
) -> Result<(), DocumentError> {
    let Some(notes) = given(notes) else {
        return Ok(());
    };
    let section = Section {
        block: "notes",
        heading: phrases.say("invoice-notes")?,
        text: vec![(notes.to_owned(), TEXT.face)],
    };
    section.set(flow)
}

impl Body<'_> {
    /// The Swiss payment part, when something is due in francs to a Swiss account.
    pub(super) fn slip(&self) -> Option<Slip<'_>> {
        let bill = self.facts.codes.iter().find_map(PaymentCode::swiss_bill)?;
        self.facts.sums.due.is_positive().then_some(Slip {
            bill,
            phrases: self.phrases,
            is_draft: self.facts.number.is_none(),
        })
    }

    /// What law puts on the invoice, in small print.
    pub(super) fn notices(&self, flow: &mut Flow<'_>) -> Result<(), DocumentError> {
        if !self.facts.notices.is_empty() {
            flow.space(SECTION_GAP);
        }
        for notice in &self.facts.notices {
            let key = match notice {
                Notice::FrenchLatePayment => "notice-french-late-payment",
                Notice::FrenchLumpSum => "notice-french-lump-sum",
                Notice::GermanConsumerDefault => "notice-german-consumer-default",
            };
            flow.paragraph("legal notice", &self.phrases.say(key)?, NOTE)?;
        }
        Ok(())
    }

    /// A panel with the account and what to quote. None when nothing is to be paid or no way is known.
    pub(super) fn payment(&self, flow: &mut Flow<'_>) -> Result<(), DocumentError> {
        let mut how = self.facts.how_to_pay.clone();
        let beyond = [&how.link, &how.cheque_payable_to, &how.other];
        let only_bank = beyond.iter().all(|way| way.is_none());
        let no_way = how.bank.is_none() && only_bank;
        // A Swiss payment part names account, sum and reference by itself.
        let is_said = self.slip().is_some() && only_bank;
        if no_way || is_said || !self.facts.sums.due.is_positive() {
            return Ok(());
        }
        if self.facts.number.is_none() {
            how.reference = self.phrases.say("invoice-no-number")?;
        }
        let rows = payment_details(self.phrases, &how)?;
        let title = self.phrases.say("pay-title")?;
        flow.space(SECTION_GAP + Length::points(3));
        let panel = Panel {
            block: "payment details",
            title: Some((&title, HEADING)),
            rows: &rows,
            label: LABEL,
            value: VALUE,
            columns: 2,
        };
        let is_draft = self.facts.number.is_none();
        let beside = Beside::all(&self.facts.codes, self.phrases, is_draft)?;
        panel.set(flow, &beside, CAPTION)
    }
}

pub(super) fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A heading and its text.
pub(super) struct Section {
    pub(super) block: &'static str,
    pub(super) heading: String,
    pub(super) text: Vec<(String, Face)>,
}

impl Section {
    fn spans(&self) -> Vec<Span<'_>> {
        let spans = self.text.iter();
        spans
            .map(|(text, face)| Span { text, face: *face })
            .collect()
    }

    /// In the flow, across the measure.
    pub(super) fn set(&self, flow: &mut Flow<'_>) -> Result<(), DocumentError> {
        flow.space(SECTION_GAP);
        flow.heading(self.block, 2, &self.heading, HEADING)?;
        flow.spans(self.block, &self.spans(), TEXT, Length::ZERO)
    }

    /// As a ready piece of a given width, for a place beside something else; its height and items.
    pub(super) fn piece(
        &self,
        flow: &mut Flow<'_>,
        width: Length,
    ) -> Result<(Length, Vec<Item>), DocumentError> {
        let edges = (Length::ZERO, width);
        let heading = flow
            .setter
            .lines(self.block, &self.heading, HEADING, Some(width))?;
        let text = flow
            .setter
            .span_lines(self.block, &self.spans(), TEXT, Some(width))?;
        let lines = |count: usize| i64::try_from(count).unwrap_or(i64::from(u16::MAX));
        let top = HEADING.leading * lines(heading.len());
        let height = top + TEXT.leading * lines(text.len());
        let node = flow.structure.heading(2, &self.heading);
        let mut items = lay_lines(heading, HEADING, edges, Align::Left, node);
        let node = flow.structure.paragraph();
        let below = lay_lines(text, TEXT, edges, Align::Left, node);
        items.extend(below.into_iter().map(|item| item.moved(Length::ZERO, top)));
        Ok((height, items))
    }
}
