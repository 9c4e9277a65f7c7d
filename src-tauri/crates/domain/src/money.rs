//! Money as integer minor units with its currency, and the scaled integers that multiply it.
//!
//! Owns exact arithmetic, bounds and rounding (half up, away from zero for negatives). Leaves writing
//! amounts for people to the papers and the window. No floats, and two currencies never add up.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The largest amount held: 2^53 - 1 minor units, so that every reader of JSON holds it exactly.
pub const MAX_MINOR: i64 = (1 << 53) - 1;

/// An ISO 4217 currency with the number of digits behind its decimal mark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(type = "string"))]
pub struct Currency {
    code: [u8; 3],
}

/// Active ISO 4217 codes that people are invoiced in; exponents other than 2 are listed in [`Currency::exponent`].
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD \
    HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD \
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG \
    QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS \
    UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

impl Currency {
    /// Reads an ISO 4217 code such as `EUR`.
    pub fn new(code: &str) -> Result<Self, MoneyError> {
        let known = CODES.split_ascii_whitespace().find(|known| *known == code);
        match known.and_then(|known| <[u8; 3]>::try_from(known.as_bytes()).ok()) {
            Some(code) => Ok(Self { code }),
            None => Err(MoneyError::UnknownCurrency(code.chars().take(8).collect())),
        }
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or("XXX")
    }

    /// Digits behind the decimal mark (ISO 4217 minor unit).
    pub fn exponent(self) -> u8 {
        match self.code() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF"
            | "UGX" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::new(&code).map_err(serde::de::Error::custom)
    }
}

/// What can go wrong with an amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    #[error("the currency {0} is not known")]
    UnknownCurrency(String),
    #[error("the amount is too large")]
    TooLarge,
    #[error("{left} and {right} cannot be added up")]
    CurrencyMismatch { left: Currency, right: Currency },
    #[error("an amount cannot be split over nothing")]
    NoParts,
}

/// An amount in minor units of one currency; at most [`MAX_MINOR`] in size.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(try_from = "RawMoney", into = "RawMoney")]
pub struct Money {
    minor: i64,
    currency: Currency,
}

#[derive(Serialize, Deserialize)]
struct RawMoney {
    minor: i64,
    currency: Currency,
}

impl TryFrom<RawMoney> for Money {
    type Error = MoneyError;
    fn try_from(raw: RawMoney) -> Result<Self, MoneyError> {
        Self::new(raw.minor, raw.currency)
    }
}

impl From<Money> for RawMoney {
    fn from(money: Money) -> Self {
        Self {
            minor: money.minor,
            currency: money.currency,
        }
    }
}

impl Money {
    /// An amount of `minor` units.
    pub fn new(minor: i64, currency: Currency) -> Result<Self, MoneyError> {
        Self::from_wide(i128::from(minor), currency)
    }

    /// Narrows the result of an exact calculation back to a held amount.
    pub fn from_wide(minor: i128, currency: Currency) -> Result<Self, MoneyError> {
        match i64::try_from(minor) {
            Ok(minor) if (-MAX_MINOR..=MAX_MINOR).contains(&minor) => Ok(Self { minor, currency }),
            _ => Err(MoneyError::TooLarge),
        }
    }

    /// Nothing, in this currency.
    pub fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The amount in minor units.
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// Its currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// Whether it is more than nothing.
    pub fn is_positive(self) -> bool {
        self.minor > 0
    }

    /// Whether it is less than nothing.
    pub fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// The sum; both are of one currency.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        Self::from_wide(
            i128::from(self.minor) + i128::from(other.minor),
            self.currency,
        )
    }

    /// The difference; both are of one currency.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        Self::from_wide(
            i128::from(self.minor) - i128::from(other.minor),
            self.currency,
        )
    }

    /// The smaller of two amounts of one currency.
    pub fn at_most(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        Ok(if self.minor <= other.minor {
            self
        } else {
            other
        })
    }

    /// Adds up amounts of one currency.
    pub fn sum(
        currency: Currency,
        amounts: impl IntoIterator<Item = Self>,
    ) -> Result<Self, MoneyError> {
        amounts
            .into_iter()
            .try_fold(Self::zero(currency), Self::plus)
    }

    /// A share of the amount, half up: 19 % of 100.00 is 19.00.
    pub fn share(self, rate: Rate) -> Result<Self, MoneyError> {
        self.scaled(i128::from(rate.0), i128::from(Rate::WHOLE))
    }

    /// `amount x numerator / denominator`, rounded once, half up; `denominator` is positive.
    pub fn scaled(self, numerator: i128, denominator: i128) -> Result<Self, MoneyError> {
        let product = i128::from(self.minor)
            .checked_mul(numerator)
            .ok_or(MoneyError::TooLarge)?;
        if denominator <= 0 {
            return Err(MoneyError::NoParts);
        }
        Self::from_wide(divide_half_up(product, denominator), self.currency)
    }

    /// Splits by weights so that the parts add up to the whole: each part is rounded towards zero and the
    /// last part with a weight takes the rest (three parts of 100.00 are 33.33, 33.33, 33.34).
    pub fn split(self, weights: &[u32]) -> Result<Vec<Self>, MoneyError> {
        let total: i128 = weights.iter().copied().map(i128::from).sum();
        let last = weights
            .iter()
            .rposition(|weight| *weight > 0)
            .ok_or(MoneyError::NoParts)?;
        let mut rest = self;
        let mut parts = Vec::with_capacity(weights.len());
        for weight in weights {
            let part = i128::from(self.minor) * i128::from(*weight) / total;
            let part = Self::from_wide(part, self.currency)?;
            rest = rest.minus(part)?;
            parts.push(part);
        }
        if let Some(part) = parts.get_mut(last) {
            *part = part.plus(rest)?;
        }
        Ok(parts)
    }

    /// Equal parts that add up to the whole; the last takes the rest.
    pub fn split_evenly(self, parts: usize) -> Result<Vec<Self>, MoneyError> {
        self.split(&vec![1; parts])
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::CurrencyMismatch {
                left: self.currency,
                right: other.currency,
            })
        }
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Plain form for logs and errors: `EUR 1250.00`. Papers and window write amounts in the reader's own form.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exponent = usize::from(self.currency.exponent());
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!(
            "{:0width$}",
            self.minor.unsigned_abs(),
            width = exponent + 1
        );
        let (whole, part) = digits.split_at(digits.len() - exponent);
        write!(f, "{} {sign}{whole}", self.currency)?;
        if exponent > 0 {
            write!(f, ".{part}")?;
        }
        Ok(())
    }
}

/// How many, in thousandths: `1_500` is one and a half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Quantity(pub i64);

impl Quantity {
    pub const ONE: Self = Self(1_000);
    /// The largest quantity held: one million.
    pub const MAX: Self = Self(1_000_000_000);
}

/// Price of one, in ten-thousandths of the currency's unit (not of its minor unit): `12_500` is 1.25 EUR
/// (EN 16931 BT-146 allows more digits than an amount has).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct UnitPrice(pub i64);

impl UnitPrice {
    /// The largest price held: 100,000 million units.
    pub const MAX: Self = Self(1_000_000_000_000_000);

    /// Price times quantity, exact and then rounded once to the minor unit, half up (EN 16931 BT-131 before
    /// allowances).
    pub fn times(self, quantity: Quantity, currency: Currency) -> Result<Money, MoneyError> {
        let minor_per_unit = 10_i128.pow(u32::from(currency.exponent()));
        let exact = i128::from(self.0)
            .checked_mul(i128::from(quantity.0))
            .and_then(|product| product.checked_mul(minor_per_unit))
            .ok_or(MoneyError::TooLarge)?;
        Money::from_wide(divide_half_up(exact, 10_000 * 1_000), currency)
    }

    /// The price that is exactly this amount.
    pub fn of(amount: Money) -> Result<Self, MoneyError> {
        let digits = 4 - u32::from(amount.currency().exponent().min(4));
        let scaled = amount
            .minor()
            .checked_mul(10_i64.pow(digits))
            .ok_or(MoneyError::TooLarge)?;
        Ok(Self(scaled))
    }
}

/// A rate in parts per million: 19 % is `190_000`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Rate(pub i64);

impl Rate {
    pub const ZERO: Self = Self(0);
    pub const WHOLE: i64 = 1_000_000;

    /// Whether the rate lies between nothing and the whole.
    pub fn is_share(self) -> bool {
        (0..=Self::WHOLE).contains(&self.0)
    }
}

/// `numerator / denominator`, half up in size (commercial rounding): 0.5 is 1, -0.5 is -1.
///
/// `denominator` is positive.
pub fn divide_half_up(numerator: i128, denominator: i128) -> i128 {
    let half = denominator / 2 + denominator % 2;
    let size = numerator.abs();
    let rounded =
        size / denominator + i128::from(size % denominator >= half && size % denominator != 0);
    if numerator < 0 { -rounded } else { rounded }
}

#[cfg(test)]
#[path = "money_tests.rs"]
mod tests;
