//! Facts of the papers that account for something: statements of account and of charges, the cover letter.

use domain::payment::PaymentMethod;
use domain::{CivilDate, Money};

use super::{AccountLine, ChargeLine, HowToPay, PerDiem, Reader, Writer};
use crate::locale::Locale;

/// What is still owed and how it came to that, for one client, each currency apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountStatement {
    pub locale: Locale,
    /// The account is stated as of this day.
    pub date: CivilDate,
    /// The first day whose entries are listed; what came before is the opening balance.
    pub from: CivilDate,
    pub reader: Reader,
    pub writer: Writer,
    /// One for each currency, in the order to be shown.
    pub accounts: Vec<CurrencyAccount>,
    /// `None` when nothing is asked for.
    pub how_to_pay: Option<HowToPay>,
}

/// The account in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrencyAccount {
    /// Owed before the first day; negative is a credit of the client.
    pub opening: Money,
    pub entries: Vec<AccountEntry>,
    /// Owed at the end; checked against the opening and the entries, and against what is open.
    pub closing: Money,
    /// What is open of each invoice.
    pub open: Vec<AccountLine>,
    /// Charges still open, each with its basis.
    pub charges: Vec<ChargeLine>,
    /// Paid or credited and not set against an invoice yet; not negative.
    pub unallocated: Money,
}

/// One movement of the account; its amount is positive, the kind says which way it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountEntry {
    pub on: CivilDate,
    pub what: Movement,
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Movement {
    Invoice {
        number: String,
        due_on: CivilDate,
    },
    Payment {
        method: PaymentMethod,
        reference: Option<String>,
    },
    /// A payment that bounced or was sent back: owed again.
    PaymentReversed {
        reference: Option<String>,
    },
    CreditNote {
        number: String,
    },
    Charge {
        description: String,
        basis: String,
    },
    ChargeWaived {
        description: String,
    },
    WrittenOff,
}

impl Movement {
    /// True for what makes the debt larger.
    pub(crate) fn adds(&self) -> bool {
        matches!(
            self,
            Self::Invoice { .. } | Self::PaymentReversed { .. } | Self::Charge { .. }
        )
    }
}

/// Every charge with its computation, waived ones included, for whoever wants to check it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChargesStatement {
    pub locale: Locale,
    /// The charges are stated as of this day.
    pub date: CivilDate,
    pub reader: Reader,
    pub writer: Writer,
    pub charges: Vec<ChargeLine>,
    pub waived: Vec<WaivedCharge>,
    /// What single lines lose or gain by rounding when interest is rounded once, at the total.
    pub rounding: Option<Money>,
    /// Charges and rounding together; waived ones are no part of it.
    pub total: Money,
    pub per_diem: Option<PerDiem>,
}

/// A charge that is no longer asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaivedCharge {
    pub charge: ChargeLine,
    pub on: CivilDate,
}

/// What goes with an envelope or a mail: one line for each paper inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverLetter {
    pub locale: Locale,
    pub date: CivilDate,
    pub reader: Reader,
    pub writer: Writer,
    /// What the papers are about, such as "Invoice INV-2026-0142".
    pub about: Option<String>,
    /// What the owner wants to add.
    pub note: Option<String>,
    pub enclosures: Vec<Enclosure>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    pub title: String,
    pub pages: Option<u32>,
    /// True for a second print of a paper that was sent before.
    pub copy: bool,
}
