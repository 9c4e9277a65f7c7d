//! Paper sizes and window envelopes, as data.
//!
//! A folded sheet slides inside its envelope. One formula (`geometry`) gives the zone that shows wherever the
//! sheet slides (the address must lie in it) and the zone that may come to show (nothing private may lie in
//! it). The table of known envelopes is `presets`; an owner may measure another one.

mod envelope;
mod geometry;
mod presets;

pub use envelope::{Envelope, Overlay};
pub use geometry::{Edge, EnvelopeFault, Measures, Window};

use crate::units::Length;

/// A sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    pub const fn width(self) -> Length {
        Length::micrometres(self.size().0)
    }

    pub const fn height(self) -> Length {
        Length::micrometres(self.size().1)
    }

    /// Width and height in micrometres.
    pub const fn size(self) -> (i64, i64) {
        match self {
            Self::A4 => (210_000, 297_000),
            Self::Letter => (215_900, 279_400),
        }
    }
}

/// A rectangle on the sheet, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone {
    pub left: Length,
    pub top: Length,
    pub right: Length,
    pub bottom: Length,
}

impl Zone {
    pub fn width(self) -> Length {
        self.right - self.left
    }

    pub fn height(self) -> Length {
        self.bottom - self.top
    }

    pub fn contains(self, inner: Self) -> bool {
        self.left <= inner.left
            && self.top <= inner.top
            && inner.right <= self.right
            && inner.bottom <= self.bottom
    }
}
