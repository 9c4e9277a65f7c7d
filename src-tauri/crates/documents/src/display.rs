//! What is drawn on a page, free of any PDF writer.
//!
//! x runs from the left edge, y from the top edge down; a run's y is its baseline.

use crate::colour::Colour;
use crate::fonts::Face;
use crate::units::Length;

/// One glyph of a run, at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlacedGlyph {
    pub(crate) id: u16,
    /// From the start of the run.
    pub(crate) x: Length,
    /// How far above the baseline.
    pub(crate) rise: Length,
    /// What a reader copies; empty for all but the first glyph of a cluster.
    pub(crate) text: String,
}

/// Glyphs of one face and size on one baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) face: Face,
    pub(crate) size: Length,
    pub(crate) colour: Colour,
    pub(crate) glyphs: Vec<PlacedGlyph>,
}

/// One thing drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Run {
        x: Length,
        y: Length,
        run: Run,
    },
    Fill {
        x: Length,
        y: Length,
        width: Length,
        height: Length,
        colour: Colour,
    },
    /// The document's one picture.
    Logo {
        x: Length,
        y: Length,
        width: Length,
        height: Length,
    },
}

impl Item {
    pub(crate) fn moved(self, dx: Length, dy: Length) -> Self {
        match self {
            Self::Run { x, y, run } => Self::Run {
                x: x + dx,
                y: y + dy,
                run,
            },
            Self::Fill {
                x,
                y,
                width,
                height,
                colour,
            } => Self::Fill {
                x: x + dx,
                y: y + dy,
                width,
                height,
                colour,
            },
            Self::Logo {
                x,
                y,
                width,
                height,
            } => Self::Logo {
                x: x + dx,
                y: y + dy,
                width,
                height,
            },
        }
    }
}

/// A page and what is on it, in drawing order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) width: Length,
    pub(crate) height: Length,
    pub(crate) items: Vec<Item>,
}
