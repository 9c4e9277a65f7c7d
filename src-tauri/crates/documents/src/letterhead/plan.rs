//! Where things may stand in the head of the first page.
//!
//! The zone that may show through the window parts the head in two: what stands above it must end there, and
//! beside it runs a column with no such end, on the left or on the right.

use super::{HEAD_TOP, RIGHT};
use crate::facts::{Letterhead, Look};
use crate::layout::Align;
use crate::place::{Envelope, Zone};
use crate::units::Length;

/// What American machines want between the address and the edge of the window (1/8 in); good everywhere.
pub(super) const CLEARANCE: Length = Length::micrometres(3_175);
const MARGIN: Length = Length::points(63);
/// Between the zone that may show and what stands beside or above it.
const BESIDE: Length = Length::points(8);
const ABOVE: Length = Length::points(4);
/// 10 mm and a little: nearer to the edge ink is not safe.
const HIGHEST: Length = Length::points(30);

pub(super) struct Plan {
    pub(super) left: Length,
    pub(super) right: Length,
    /// Where the head begins.
    pub(super) top: Length,
    /// What stands above the window ends here.
    pub(super) above: Length,
    /// The column beside the window.
    pub(super) column: (Length, Length),
    pub(super) align: Align,
    pub(super) window_on_right: bool,
    /// Where the address must lie, without clearance.
    pub(super) address: Zone,
    pub(super) keep_out: Option<Zone>,
}

/// The left margin: under the address, where the window is on the left near the margin.
pub(super) fn left_margin(envelope: Option<&Envelope>) -> Length {
    let address = envelope.map_or(MARGIN, |envelope| envelope.address().left + CLEARANCE);
    if (Length::points(56)..=Length::points(80)).contains(&address) {
        address
    } else {
        MARGIN
    }
}

impl Plan {
    pub(super) fn new(look: &Look) -> Self {
        let envelope = look.envelope.as_ref();
        let (left, right) = (left_margin(envelope), look.paper.width() - RIGHT);
        let keep_out = envelope.map(Envelope::keep_out);
        let window_on_right = envelope.is_some_and(Envelope::is_right);
        let middle = look.paper.width() * 56 / 100;
        let column = match keep_out {
            Some(zone) if window_on_right => (left, zone.left - BESIDE),
            Some(zone) => (middle.max(zone.right + BESIDE), right),
            None => (middle, right),
        };
        let without = Zone {
            left,
            top: Length::points(158),
            right: left + Length::points(225),
            bottom: Length::points(250),
        };
        let above = keep_out.map_or(Length::points(150), |zone| zone.top - ABOVE);
        let flush_left = window_on_right || look.letterhead == Letterhead::Plain;
        Self {
            left,
            right,
            top: if above < Length::points(100) {
                HIGHEST
            } else {
                HEAD_TOP
            },
            above,
            column,
            align: if flush_left {
                Align::Left
            } else {
                Align::Right
            },
            window_on_right,
            address: envelope.map_or(without, Envelope::address),
            keep_out,
        }
    }
}
