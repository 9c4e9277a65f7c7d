//! What is drawn on a page, free of any PDF writer.
//!
//! Words and pictures carry a tag: the element of the paper's structure that they belong to, or that they are an
//! artifact. Fills are always artifacts. x runs from the left edge, y from the top edge down; a run's y is its baseline.

mod letters;

use std::sync::Arc;

use crate::colour::Colour;
use crate::fonts::Font;
use crate::image::Which;
use crate::structure::{Structure, Tag};
use crate::units::Length;
pub(crate) use letters::Letters;

/// One glyph of a run, at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlacedGlyph {
    pub(crate) id: u16,
    /// From the start of the run.
    pub(crate) x: Length,
    /// How far above the baseline.
    pub(crate) rise: Length,
    /// What a reader copies; empty for all but the first glyph of a cluster.
    pub(crate) text: Letters,
}

/// Glyphs of one face and size on one baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) face: Font,
    pub(crate) size: Length,
    pub(crate) colour: Colour,
    /// How far the pen moves, spaces at the end included.
    pub(crate) width: Length,
    /// Shared: a run is copied to be measured, moved and repeated.
    pub(crate) glyphs: Arc<[PlacedGlyph]>,
}

/// One thing drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Run {
        x: Length,
        y: Length,
        run: Run,
        tag: Tag,
    },
    /// Grounds, rules and marks.
    Fill {
        x: Length,
        y: Length,
        width: Length,
        height: Length,
        colour: Colour,
    },
    /// A picture of the look.
    Picture {
        which: Which,
        x: Length,
        y: Length,
        width: Length,
        height: Length,
        tag: Tag,
    },
    /// Rectangles of one colour as one path, so that no seam shows between them: the modules of a code. Each is
    /// left, top, width and height in units of the picture.
    Blocks {
        x: Length,
        y: Length,
        unit: Length,
        rectangles: Vec<[i64; 4]>,
        colour: Colour,
        tag: Tag,
    },
}

impl Item {
    pub(crate) fn moved(self, dx: Length, dy: Length) -> Self {
        match self {
            Self::Run { x, y, run, tag } => Self::Run {
                x: x + dx,
                y: y + dy,
                run,
                tag,
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
            Self::Picture {
                which,
                x,
                y,
                width,
                height,
                tag,
            } => Self::Picture {
                which,
                x: x + dx,
                y: y + dy,
                width,
                height,
                tag,
            },
            Self::Blocks {
                x,
                y,
                unit,
                rectangles,
                colour,
                tag,
            } => Self::Blocks {
                x: x + dx,
                y: y + dy,
                unit,
                rectangles,
                colour,
                tag,
            },
        }
    }

    /// The lowest edge; of words, the lower edge of their line.
    pub(crate) fn bottom(&self) -> Length {
        match self {
            Self::Run { y, run, .. } => *y + run.size / 4,
            Self::Fill { y, height, .. } | Self::Picture { y, height, .. } => *y + *height,
            Self::Blocks {
                y,
                unit,
                rectangles,
                ..
            } => {
                let lowest = rectangles.iter().map(|[_, top, _, height]| top + height);
                *y + *unit * lowest.max().unwrap_or_default()
            }
        }
    }

    /// The same thing as part of something else.
    pub(crate) fn tagged(mut self, new: Tag) -> Self {
        match &mut self {
            Self::Run { tag, .. } | Self::Picture { tag, .. } | Self::Blocks { tag, .. } => {
                *tag = new;
            }
            Self::Fill { .. } => {}
        }
        self
    }
}

/// A page and what is on it, in drawing order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) width: Length,
    pub(crate) height: Length,
    pub(crate) items: Vec<Item>,
}

/// A whole paper: its pages, and what the things on them are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Drawing {
    pub(crate) pages: Vec<Page>,
    pub(crate) structure: Structure,
}
