//! Text becomes lines of placed glyphs: normalising, shaping, kerning, line breaking, bidi.
//!
//! Owns everything the shaper needs. A character that no bundled face has is looked for among the fonts of the
//! system; when they lack it too, that is an error that names it and the block. Control characters and
//! invisible direction marks are dropped before shaping. Prose is hyphenated by the rules of its language.

mod breaks;
mod clean;
mod hyphens;
mod place;
mod typesetter;

pub(crate) use typesetter::Typesetter;

use crate::colour::Colour;
use crate::display::Run;
use crate::fonts::Face;
use crate::units::Length;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: Length,
    /// From baseline to baseline.
    pub(crate) leading: Length,
    pub(crate) colour: Colour,
    /// Figures of one width, for columns; prose has them in their natural widths.
    pub(crate) tabular: bool,
    pub(crate) divide: Divide,
}

/// Which words may be divided at the end of a line. Names, addresses and figures never are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Divide {
    Nothing,
    /// Words that are wider than a line, as in a narrow column.
    WideWords,
    /// Also where a line would end early.
    Prose,
}

impl Style {
    pub(crate) const fn new(face: Face, size: Length, leading: Length, colour: Colour) -> Self {
        Self {
            face,
            size,
            leading,
            colour,
            tabular: false,
            divide: Divide::Nothing,
        }
    }

    pub(crate) const fn with(self, face: Face, colour: Colour) -> Self {
        Self {
            face,
            colour,
            ..self
        }
    }

    pub(crate) const fn tabular(self) -> Self {
        Self {
            tabular: true,
            ..self
        }
    }

    /// Running text.
    pub(crate) const fn prose(self) -> Self {
        Self {
            divide: Divide::Prose,
            ..self
        }
    }

    /// Words in a column.
    pub(crate) const fn column(self) -> Self {
        Self {
            divide: Divide::WideWords,
            ..self
        }
    }

    /// From the top of a line's box to its baseline: capitals stand in the middle of the box.
    pub(crate) fn drop(self) -> Length {
        self.leading / 2 + self.size * 36 / 100
    }
}

/// A stretch of text in one face.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span<'a> {
    pub(crate) text: &'a str,
    pub(crate) face: Face,
}

/// A run of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// From the start of the line.
    pub(crate) offset: Length,
    /// Which of the spans it belongs to.
    pub(crate) span: usize,
    pub(crate) run: Run,
}

/// One line, ready to be placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) pieces: Vec<Piece>,
    /// Without the space that hangs at its end.
    pub(crate) width: Length,
}

#[cfg(test)]
mod tests;
