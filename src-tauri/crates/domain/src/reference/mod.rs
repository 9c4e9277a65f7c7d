//! Structured payment references: RF (ISO 11649), Swiss QR, Belgian OGM, Finnish viite, Norwegian KID.
//!
//! A reference carries check digits, so that a bank refuses a slip and the payment finds its invoice. Owns how
//! each is built, checked and written, and which one an invoice gets. Leaves printing and matching to others.

mod check;

use serde::{Deserialize, Serialize};

use crate::business::BankAccount;
use crate::field::{FieldProblem, Problem};

/// The forms of a structured reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Creditor reference of ISO 11649, known wherever SEPA transfers are.
    Rf,
    /// The QR reference of a Swiss QR-bill; goes with a QR-IBAN and with nothing else.
    SwissQr,
    /// Gestructureerde mededeling, communication structurée.
    BelgianOgm,
    /// Viitenumero.
    FinnishViite,
    /// Kundeidentifikasjon with a MOD10 digit, as agreed with the bank.
    KidMod10,
    /// Kundeidentifikasjon with a MOD11 digit, as agreed with the bank.
    KidMod11,
}

/// What the owner wants payers to quote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReferenceChoice {
    /// What is usual for the country of the account.
    #[default]
    ByAccount,
    /// The invoice number as it stands.
    InvoiceNumber,
    Rf,
    SwissQr,
    BelgianOgm,
    FinnishViite,
    KidMod10,
    KidMod11,
}

/// A reference whose check digits are right, without spaces.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    scheme: Scheme,
    text: String,
}

/// Accounts in these countries are paid by SEPA transfer, whose form has a field for RF.
const RF_COUNTRIES: &str =
    "AD AT BG CH CY CZ DE EE ES FR GR HR HU IE IT LI LT LU LV MC MT NL PL PT RO SI SK SM VA";

impl Scheme {
    /// The digits or letters that stay free, least and most.
    fn body_length(self) -> (usize, usize) {
        match self {
            Self::Rf => (1, 21),
            Self::SwissQr => (1, 26),
            Self::BelgianOgm => (1, 10),
            Self::FinnishViite => (3, 19),
            Self::KidMod10 | Self::KidMod11 => (1, 24),
        }
    }

    fn full(self, body: &str) -> String {
        match self {
            Self::Rf => format!("RF{:02}{body}", 98 - check::mod97(&format!("{body}RF00"))),
            Self::SwissQr => format!("{body:0>26}{}", check::recursive(&format!("{body:0>26}"))),
            Self::BelgianOgm => match check::mod97(body) {
                0 => format!("{body:0>10}97"),
                rest => format!("{body:0>10}{rest:02}"),
            },
            Self::FinnishViite => format!("{body}{}", check::weighted_731(body)),
            Self::KidMod10 => format!("{body}{}", check::luhn(body)),
            Self::KidMod11 => match check::mod11(body) {
                10 => format!("{body}-"),
                digit => format!("{body}{digit}"),
            },
        }
    }

    /// What stays free of a whole reference.
    fn body(self, text: &str) -> Option<&str> {
        match self {
            Self::Rf => text.strip_prefix("RF")?.get(2..),
            Self::BelgianOgm => text.get(..10),
            _ => text.get(..text.len().checked_sub(1)?),
        }
    }
}

impl Reference {
    /// The reference around `body`, with its check digits.
    pub fn new(scheme: Scheme, body: &str) -> Result<Self, Problem> {
        let (least, most) = scheme.body_length();
        let fits =
            |byte: u8| byte.is_ascii_digit() || (scheme == Scheme::Rf && byte.is_ascii_uppercase());
        if body.is_empty() {
            return Err(Problem::Required);
        }
        if !body.bytes().all(fits) || body.len() < least {
            return Err(Problem::WrongFormat);
        }
        if body.len() > most {
            return Err(Problem::TooLong);
        }
        if scheme == Scheme::SwissQr && body.bytes().all(|byte| byte == b'0') {
            return Err(Problem::MustBePositive);
        }
        Ok(Self {
            scheme,
            text: scheme.full(body),
        })
    }

    /// A whole reference as somebody wrote it, spaces and marks included; wrong check digits are refused.
    pub fn parse(scheme: Scheme, text: &str) -> Result<Self, Problem> {
        let is_mark = |c: char| scheme == Scheme::BelgianOgm && "+*/".contains(c);
        let kept = |c: &char| !c.is_whitespace() && !is_mark(*c);
        let text: String = text
            .chars()
            .filter(kept)
            .collect::<String>()
            .to_ascii_uppercase();
        let body = scheme.body(&text).ok_or(Problem::WrongFormat)?;
        let reference = Self::new(scheme, body)?;
        if reference.text == text {
            Ok(reference)
        } else {
            Err(Problem::WrongFormat)
        }
    }

    /// What the payers of this invoice quote, made from its number alone: the same number always gives the same
    /// reference. `None` is the number itself. Letters of the number are dropped where only digits may stand.
    pub fn for_invoice(account: &BankAccount, number: &str) -> Result<Option<Self>, FieldProblem> {
        check_choice(account)?;
        let Some(scheme) = account.reference.scheme(&account.iban) else {
            return Ok(None);
        };
        let kept = |c: &char| match scheme {
            Scheme::Rf => c.is_alphanumeric(),
            _ => c.is_ascii_digit(),
        };
        let body: String = number
            .chars()
            .filter(kept)
            .collect::<String>()
            .to_uppercase();
        Self::new(scheme, &body)
            .map(Some)
            .map_err(|problem| FieldProblem::new("number", problem))
    }

    /// The international form: an RF as it is, and a viite wrapped in one; the others have none.
    pub fn as_rf(&self) -> Option<Self> {
        match self.scheme {
            Scheme::Rf => Some(self.clone()),
            Scheme::FinnishViite => Self::new(Scheme::Rf, &self.text).ok(),
            _ => None,
        }
    }

    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// Without spaces, as payment codes hold it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// As it is printed: in the groups in which payers read it.
    pub fn written(&self) -> String {
        match self.scheme {
            Scheme::Rf => grouped(&self.text, 4, 0),
            Scheme::SwissQr => grouped(&self.text, 5, 2),
            Scheme::FinnishViite => grouped(&self.text, 5, self.text.len() % 5),
            Scheme::KidMod10 | Scheme::KidMod11 => self.text.clone(),
            Scheme::BelgianOgm => {
                let part = |from, to| self.text.get(from..to).unwrap_or_default();
                format!("+++{}/{}/{}+++", part(0, 3), part(3, 7), part(7, 12))
            }
        }
    }
}

impl ReferenceChoice {
    /// The scheme for an account; `None` quotes the invoice number.
    pub fn scheme(self, iban: &str) -> Option<Scheme> {
        match self {
            Self::ByAccount => usual(iban),
            Self::InvoiceNumber => None,
            Self::Rf => Some(Scheme::Rf),
            Self::SwissQr => Some(Scheme::SwissQr),
            Self::BelgianOgm => Some(Scheme::BelgianOgm),
            Self::FinnishViite => Some(Scheme::FinnishViite),
            Self::KidMod10 => Some(Scheme::KidMod10),
            Self::KidMod11 => Some(Scheme::KidMod11),
        }
    }
}

/// Norway's depends on an agreement with the bank, so there is none until the owner says which.
fn usual(iban: &str) -> Option<Scheme> {
    match iban.get(..2)? {
        "BE" => Some(Scheme::BelgianOgm),
        "FI" => Some(Scheme::FinnishViite),
        _ if is_qr_iban(iban) => Some(Scheme::SwissQr),
        country if RF_COUNTRIES.split(' ').any(|known| known == country) => Some(Scheme::Rf),
        _ => None,
    }
}

/// Whether an IBAN is for Swiss QR references only: its institution is numbered 30000 to 31999.
pub fn is_qr_iban(iban: &str) -> bool {
    let country = matches!(iban.get(..2), Some("CH" | "LI"));
    let institution = iban.get(4..9).and_then(|digits| digits.parse::<u32>().ok());
    country && institution.is_some_and(|number| (30_000..=31_999).contains(&number))
}

/// A QR-IBAN takes QR references and no other account does; banks refuse any other pair.
pub fn check_choice(account: &BankAccount) -> Result<(), FieldProblem> {
    let is_swiss = account.reference.scheme(&account.iban) == Some(Scheme::SwissQr);
    if is_swiss == is_qr_iban(&account.iban) {
        Ok(())
    } else {
        Err(FieldProblem::new("bank.reference", Problem::WrongFormat))
    }
}

/// Groups of `size` characters behind a first group of `first` (none when it is 0).
fn grouped(text: &str, size: usize, first: usize) -> String {
    let (head, tail) = text.split_at_checked(first).unwrap_or(("", text));
    let mut written = head.to_owned();
    for (index, character) in tail.chars().enumerate() {
        if index % size == 0 && !written.is_empty() {
            written.push(' ');
        }
        written.push(character);
    }
    written
}

#[cfg(test)]
mod tests;
