//! What papers with a number and lines have in common: a draft until the number is given.
//!
//! Owns what must be there, number and date beside the address, and the paper's own name on later pages.

use correspondence::{Fill, Phrases, format};
use domain::CivilDate;

use super::{check, closing};
use crate::DocumentError;
use crate::facts::{InvoiceLine, Recipient, Sender};

pub(super) type Rows = Vec<(String, String)>;

/// The common facts of an invoice, a credit note or a quote.
pub(super) struct Numbered<'a> {
    pub(super) sender: &'a Sender,
    pub(super) recipient: &'a Recipient,
    /// `None` is a draft.
    pub(super) number: Option<&'a str>,
    pub(super) issued_on: Option<CivilDate>,
    pub(super) lines: &'a [InvoiceLine],
}

impl Numbered<'_> {
    /// The first field that is missing is the error. A draft may lack what comes with its number.
    pub(super) fn check(&self) -> Result<(), DocumentError> {
        let issued = self.number.is_some();
        check::present(&[
            ("sender.name", check::blank(&self.sender.name)),
            (
                "recipient.name",
                check::blank(&self.recipient.name) && issued,
            ),
            ("number", self.number.is_some_and(check::blank)),
            ("issued_on", issued && self.issued_on.is_none()),
            ("lines", issued && self.lines.is_empty()),
        ])
    }

    /// Number and date under the labels of the kind.
    pub(super) fn rows(
        &self,
        phrases: &Phrases,
        (number_label, date_label): (&'static str, &'static str),
    ) -> Result<Rows, DocumentError> {
        let number = match self.number {
            Some(number) => number.to_owned(),
            None => phrases.say("invoice-no-number")?,
        };
        let issued = match self.issued_on {
            Some(date) => format::date(phrases, date)?,
            None => phrases.say("invoice-no-date")?,
        };
        Ok(vec![
            (phrases.say(number_label)?, number),
            (phrases.say(date_label)?, issued),
        ])
    }

    /// The client's tax number, last of the rows.
    pub(super) fn tax_row(&self, phrases: &Phrases, rows: &mut Rows) -> Result<(), DocumentError> {
        if let Some(tax_id) = closing::given(self.recipient.tax_id.as_deref()) {
            rows.push((phrases.say("invoice-tax-id")?, tax_id.to_owned()));
        }
        Ok(())
    }

    /// What later pages and the title of the file call it.
    pub(super) fn name(
        &self,
        phrases: &Phrases,
        (named, draft): (&'static str, &'static str),
    ) -> Result<String, DocumentError> {
        Ok(match self.number {
            Some(number) => phrases.fill(named, &[("number", Fill::Text(number))])?,
            None => phrases.say(draft)?,
        })
    }
}
