//! Lengths on the page: integer thousandths of a point.
//!
//! Owns the only conversions between lengths and floating point, which the shaper and the PDF writer want.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// A length or position in thousandths of a point (1/72 inch).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Length(i64);

impl Length {
    pub const ZERO: Self = Self(0);

    pub const fn points(points: i64) -> Self {
        Self(points * 1_000)
    }

    pub const fn thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// From micrometres, rounded down to a thousandth of a point.
    pub const fn micrometres(micrometres: i64) -> Self {
        Self(micrometres * 72_000 / 25_400)
    }

    pub const fn in_thousandths(self) -> i64 {
        self.0
    }

    /// From the shaper's points. Lengths on a page are far below the limit of either type.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a page is some thousand points wide"
    )]
    pub(crate) fn from_float(points: f32) -> Self {
        Self((f64::from(points) * 1_000.0).round() as i64)
    }

    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "a page is some thousand points wide"
    )]
    pub(crate) fn to_float(self) -> f32 {
        (self.0 as f64 / 1_000.0) as f32
    }

    /// This length in thousandths of an em of `size`.
    #[allow(
        clippy::cast_precision_loss,
        reason = "a page is some million thousandths wide"
    )]
    pub(crate) fn per_em(self, size: Self) -> f64 {
        self.0 as f64 * 1_000.0 / size.0 as f64
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, factor: i64) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, divisor: i64) -> Self {
        Self(self.0 / divisor)
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}
