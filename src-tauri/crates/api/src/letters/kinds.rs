//! Each letter of the ladder, from what was loaded for it: its words and its page.

use correspondence::{Letter, LetterError, Phrases, Wording};
use documents::{
    Consequence, DemandFacts, FinalNotice, FinalNoticeFacts, FirmReminder, FirmReminderFacts,
    FirmTone, FormalDemand, FriendlyReminder, LetterFacts, ReminderFacts,
};
use domain::calendar::days_after;
use domain::{CivilDate, Problem};

use super::ground::Ground;
use crate::error::ApiError;
use crate::settings::Pictures;
use crate::wire::*;
use crate::{papers, sender};

impl Ground {
    fn locale(&self) -> documents::Locale {
        papers::locale(&self.business, Some(&self.client))
    }

    fn reminder(&self) -> Result<FriendlyReminder, ApiError> {
        Ok(FriendlyReminder {
            locale: self.locale(),
            date: self.today,
            reader: self.reader(),
            writer: self.writer(),
            work: self.work.clone(),
            account: self.account(),
            total_open: self.open()?,
            invoice_enclosed: !self.invoice_papers.is_empty(),
            how_to_pay: self.how_to_pay(),
            reserve_rights: false,
        })
    }

    fn firm(&self, tone: FirmTone) -> Result<FirmReminder, ApiError> {
        Ok(FirmReminder {
            locale: self.locale(),
            date: self.today,
            tone,
            reader: self.reader(),
            writer: self.writer(),
            work: self.work.clone(),
            agreement: self.agreement.clone(),
            account: self.account(),
            total_open: self.open()?,
            deadline: self.deadline()?,
            earlier_requests: self.earlier.clone(),
            invoice_enclosed: !self.invoice_papers.is_empty(),
            how_to_pay: self.how_to_pay(),
            reserve_rights: tone == FirmTone::LastReminder,
        })
    }

    fn demand(&self) -> Result<FormalDemand, ApiError> {
        Ok(FormalDemand {
            locale: self.locale(),
            date: self.today,
            reader: self.reader(),
            writer: self.writer(),
            agreement: self.agreement.clone(),
            work: self.work.clone(),
            account: self.account(),
            payments: Vec::new(),
            charges: Vec::new(),
            total: self.open()?,
            per_diem: None,
            deadline: self.deadline()?,
            earlier_requests: self.earlier.clone(),
            how_to_pay: self.how_to_pay(),
            offer_mediation: false,
            consequences: vec![Consequence::Claim { court: None }],
            enclosures: self.enclosures(),
        })
    }

    fn final_notice(&self) -> Result<FinalNotice, ApiError> {
        let demand = self
            .demanded
            .as_ref()
            .ok_or_else(|| ApiError::precondition("no demand with a deadline was handed over"))?;
        let pay_by = self.deadline()?;
        Ok(FinalNotice {
            locale: self.locale(),
            date: self.today,
            reader: self.reader(),
            writer: self.writer(),
            demanded_on: demand.on,
            demand_deadline: demand.deadline_on,
            extended_to: demand.extended_to,
            account: self.account(),
            charges: Vec::new(),
            total: self.open()?,
            per_diem: None,
            pay_by,
            filing_on: self.place.working_days.on_or_after(days_after(pay_by, 1)),
            court: self.court.clone(),
            licence: None,
            how_to_pay: self.how_to_pay(),
            enclosures: self.enclosures(),
        })
    }

    fn deadline(&self) -> Result<CivilDate, ApiError> {
        self.deadline_on
            .ok_or_else(|| ApiError::field("deadlineOn", Problem::Required))
    }

    fn enclosures(&self) -> Vec<String> {
        self.invoice_papers
            .iter()
            .map(|number| format!("Invoice {number}"))
            .collect()
    }

    pub(super) fn letter(&self, kind: LetterKind) -> Result<Letter, ApiError> {
        let letter: Result<Letter, LetterError> = match kind {
            LetterKind::FriendlyReminder => self.reminder()?.letter(),
            LetterKind::StatementResend => return self.statement()?.letter(),
            LetterKind::SecondNotice => self.firm(FirmTone::SecondNotice)?.letter(),
            LetterKind::LastReminder => self.firm(FirmTone::LastReminder)?.letter(),
            LetterKind::FormalDemand => self.demand()?.letter(),
            LetterKind::FinalNotice => self.final_notice()?.letter(),
        };
        Ok(letter?)
    }

    pub(super) fn page(&self, kind: LetterKind, pictures: Pictures) -> Result<Vec<u8>, ApiError> {
        let look = |pictures| papers::look(&self.business, pictures);
        Ok(match kind {
            LetterKind::StatementResend => self.statement()?.page(pictures)?,
            LetterKind::FriendlyReminder => {
                let facts: ReminderFacts = self.sheet(self.reminder()?)?;
                documents::reminder(&facts, &look(pictures))?
            }
            LetterKind::SecondNotice => {
                let facts: FirmReminderFacts = self.sheet(self.firm(FirmTone::SecondNotice)?)?;
                documents::firm_reminder(&facts, &look(pictures))?
            }
            LetterKind::LastReminder => {
                let facts: FirmReminderFacts = self.sheet(self.firm(FirmTone::LastReminder)?)?;
                documents::firm_reminder(&facts, &look(pictures))?
            }
            LetterKind::FormalDemand => {
                let facts: DemandFacts = self.sheet(self.demand()?)?;
                documents::demand(&facts, &look(pictures))?
            }
            LetterKind::FinalNotice => {
                let facts: FinalNoticeFacts = self.sheet(self.final_notice()?)?;
                documents::final_notice(&facts, &look(pictures))?
            }
        })
    }

    /// The letter on our paper, addressed.
    fn sheet<W>(&self, letter: W) -> Result<LetterFacts<W>, ApiError> {
        let phrases = Phrases::load(self.locale())?;
        Ok(LetterFacts {
            sender: sender::sender(&self.business, &phrases)?,
            recipient: papers::recipient(&phrases, &self.client, &self.business),
            reference: Some(self.reference()).filter(|text| !text.is_empty()),
            delivery: None,
            codes: self.codes()?,
            letter,
        })
    }
}
