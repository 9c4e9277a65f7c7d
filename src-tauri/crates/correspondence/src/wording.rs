//! One way to ask any facts for their letter, so that pages and mails need not know the kinds.

use domain::CivilDate;

use crate::facts::*;
use crate::letter::Letter;
use crate::locale::Locale;
use crate::{LetterError, agreed, charges, cover, demand, final_notice, firm, friendly, statement};

/// Facts that a letter is written from.
pub trait Wording {
    fn locale(&self) -> Locale;
    /// The date of the letter.
    fn date(&self) -> CivilDate;
    /// Writes the letter, or names what is missing or wrong.
    fn letter(&self) -> Result<Letter, LetterError>;
}

macro_rules! worded {
    ($($facts:ty => $write:path),* $(,)?) => {$(
        impl Wording for $facts {
            fn locale(&self) -> Locale {
                self.locale
            }

            fn date(&self) -> CivilDate {
                self.date
            }

            fn letter(&self) -> Result<Letter, LetterError> {
                $write(self)
            }
        }
    )*};
}

worded! {
    FriendlyReminder => friendly::friendly_reminder,
    FirmReminder => firm::firm_reminder,
    FormalDemand => demand::formal_demand,
    FinalNotice => final_notice::final_notice,
    AccountStatement => statement::account_statement,
    ChargesStatement => charges::charges_statement,
    PaymentPlan => agreed::payment_plan,
    SettlementOffer => agreed::settlement_offer,
    PaidInFull => agreed::paid_in_full,
    CoverLetter => cover::cover_letter,
}
