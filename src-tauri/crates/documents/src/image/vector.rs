//! A picture of filled outlines, free of any file format.

use crate::colour::Colour;
use crate::units::Length;

/// One step of an outline; y runs down from the picture's top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment {
    Move([Length; 2]),
    Line([Length; 2]),
    /// A cubic curve: two handles and the end.
    Curve([[Length; 2]; 3]),
    Close,
}

/// An area of one colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) segments: Vec<Segment>,
    pub(crate) colour: Colour,
    /// Overlapping outlines leave holes.
    pub(crate) even_odd: bool,
}

/// Shapes on top of each other; the longer side is a thousand points, what lies outside is cut off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Vector {
    pub(crate) width: Length,
    pub(crate) height: Length,
    pub(crate) shapes: Vec<Shape>,
}
