//! The formula: from an envelope, its window and the folds to what surely shows and what may show.
//!
//! Whole micrometres throughout. The folded sheet may lie anywhere between the envelope's left and right
//! edge and between its bottom and top; the window stays where it is.

use super::Paper;

/// From which side edge of the envelope its window is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    Left,
    Right,
}

/// A window, in micrometres, as one measures it: from a side edge and from the bottom edge of the envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    pub edge: Edge,
    pub from_edge: i64,
    pub from_bottom: i64,
    pub width: i64,
    pub height: i64,
}

/// An envelope and how the sheet is folded for it, in micrometres.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Measures {
    pub width: i64,
    pub height: i64,
    pub window: Window,
    /// From the top of the sheet; none for a sheet that lies flat.
    pub folds: Vec<i64>,
    pub hole: Option<i64>,
}

/// Why a letter can not be posted in such an envelope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeFault {
    #[error("{field} must be between {least} and {most} mm")]
    OutOfRange {
        field: &'static str,
        least: i64,
        most: i64,
    },
    #[error("the folds must go down the sheet, each below the one before, and end above its foot")]
    Folds,
    #[error("the window reaches over the edge of the envelope")]
    WindowOutside,
    #[error("the sheet is {sheet} mm wide and the envelope {envelope} mm")]
    SheetTooWide { sheet: i64, envelope: i64 },
    #[error("the folded sheet is {sheet} mm tall and the envelope {envelope} mm")]
    SheetTooTall { sheet: i64, envelope: i64 },
    #[error(
        "the window lies over the edge of the folded sheet: no part of the sheet is sure to show"
    )]
    NothingShows,
    #[error(
        "the sheet slides so far that only {width} x {height} mm are sure to show; an address needs {least_width} x {least_height} mm"
    )]
    TooSmall {
        width: i64,
        height: i64,
        least_width: i64,
        least_height: i64,
    },
}

/// A rectangle on the sheet in micrometres, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) right: i64,
    pub(super) bottom: i64,
}

/// The zones of one envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Zones {
    /// The window over a sheet that lies in the lower left corner of the envelope.
    pub(super) window: Area,
    pub(super) safe: Area,
    pub(super) keep_out: Area,
}

/// Four lines of the smallest address type.
const LEAST_HEIGHT: i64 = 14_000;
/// Thirty-eight letters of it, with the clearance on both sides.
const LEAST_WIDTH: i64 = 60_000;
const LARGEST: i64 = 500_000;

/// The zones, or why this envelope is refused.
pub(super) fn zones(paper: Paper, measures: &Measures) -> Result<Zones, EnvelopeFault> {
    check(paper, measures)?;
    let zones = slid(paper, measures);
    let zones = Zones {
        keep_out: on_sheet(paper, zones.keep_out),
        ..zones
    };
    let (width, height) = (
        zones.safe.right - zones.safe.left,
        zones.safe.bottom - zones.safe.top,
    );
    if width <= 0 || height <= 0 || on_sheet(paper, zones.safe) != zones.safe {
        return Err(EnvelopeFault::NothingShows);
    }
    if width < LEAST_WIDTH || height < LEAST_HEIGHT {
        return Err(EnvelopeFault::TooSmall {
            width: width / 1_000,
            height: height / 1_000,
            least_width: LEAST_WIDTH / 1_000,
            least_height: LEAST_HEIGHT / 1_000,
        });
    }
    Ok(zones)
}

/// Every measure is one that an envelope can have, and the sheet goes in.
fn check(paper: Paper, measures: &Measures) -> Result<(), EnvelopeFault> {
    let window = measures.window;
    let ranges = [
        ("the width of the envelope", measures.width, 50_000),
        ("the height of the envelope", measures.height, 50_000),
        ("the window's distance from the side", window.from_edge, 0),
        (
            "the window's distance from the bottom",
            window.from_bottom,
            0,
        ),
        ("the width of the window", window.width, 10_000),
        ("the height of the window", window.height, 10_000),
        ("the hole mark", measures.hole.unwrap_or(0), 0),
    ];
    for (field, value, least) in ranges {
        if !(least..=LARGEST).contains(&value) {
            return Err(EnvelopeFault::OutOfRange {
                field,
                least: least / 1_000,
                most: LARGEST / 1_000,
            });
        }
    }
    let (sheet_width, sheet_height) = paper.size();
    let falling = measures.folds.windows(2).all(|pair| pair[0] < pair[1]);
    let inside = measures
        .folds
        .iter()
        .all(|fold| (20_000..=sheet_height - 20_000).contains(fold));
    if !falling || !inside {
        return Err(EnvelopeFault::Folds);
    }
    if window.from_edge + window.width > measures.width
        || window.from_bottom + window.height > measures.height
    {
        return Err(EnvelopeFault::WindowOutside);
    }
    if sheet_width > measures.width {
        return Err(EnvelopeFault::SheetTooWide {
            sheet: sheet_width / 1_000,
            envelope: measures.width / 1_000,
        });
    }
    let panel = tallest_panel(sheet_height, &measures.folds);
    if panel > measures.height {
        return Err(EnvelopeFault::SheetTooTall {
            sheet: panel / 1_000,
            envelope: measures.height / 1_000,
        });
    }
    Ok(())
}

fn on_sheet(paper: Paper, area: Area) -> Area {
    let (width, height) = paper.size();
    Area {
        left: area.left.max(0),
        top: area.top.max(0),
        right: area.right.min(width),
        bottom: area.bottom.min(height),
    }
}

fn tallest_panel(sheet_height: i64, folds: &[i64]) -> i64 {
    let mut above = 0;
    let mut tallest = 0;
    for edge in folds.iter().copied().chain(std::iter::once(sheet_height)) {
        tallest = tallest.max(edge - above);
        above = edge;
    }
    tallest
}

/// The window moved by as much as the sheet can slide: inwards for what surely shows, outwards for what may.
fn slid(paper: Paper, measures: &Measures) -> Zones {
    let (sheet_width, sheet_height) = paper.size();
    let window = measures.window;
    let across = measures.width - sheet_width;
    let up = measures.height - tallest_panel(sheet_height, &measures.folds);
    // The lower edge of the panel that shows the address.
    let foot = measures.folds.first().copied().unwrap_or(sheet_height);
    let left = match window.edge {
        Edge::Left => window.from_edge,
        Edge::Right => measures.width - window.from_edge - window.width,
    };
    let right = left + window.width;
    let bottom = foot - window.from_bottom;
    let top = bottom - window.height;
    let area = |left, top, right, bottom| Area {
        left,
        top,
        right,
        bottom,
    };
    Zones {
        window: area(left, top, right, bottom),
        safe: area(left, top + up, right - across, bottom),
        keep_out: area(left - across, top, right, bottom + up),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn contains(outer: Area, inner: Area) -> bool {
        outer.left <= inner.left
            && outer.top <= inner.top
            && inner.right <= outer.right
            && inner.bottom <= outer.bottom
    }

    /// Thirds of an A4 sheet in an envelope with this much room, and any window inside it.
    fn measures() -> impl Strategy<Value = Measures> {
        let room = (0_i64..40_000, 0_i64..40_000);
        let window = (
            0_i64..200_000,
            0_i64..90_000,
            10_000_i64..200_000,
            10_000_i64..90_000,
        );
        (room, window, any::<bool>()).prop_map(|((across, up), window, left)| Measures {
            width: 210_000 + across,
            height: 99_000 + up,
            window: Window {
                edge: if left { Edge::Left } else { Edge::Right },
                from_edge: window.0,
                from_bottom: window.1,
                width: window.2,
                height: window.3,
            },
            folds: vec![99_000, 198_000],
            hole: None,
        })
    }

    proptest! {
        #[test]
        fn what_is_sure_to_show_may_show(measures in measures()) {
            if let Ok(zones) = zones(Paper::A4, &measures) {
                prop_assert!(contains(zones.keep_out, zones.safe), "{zones:?}");
            }
        }

        #[test]
        fn a_sheet_that_can_not_slide_shows_just_its_window(measures in measures()) {
            let tight = Measures { width: 210_000, height: 99_000, ..measures };
            let zones = slid(Paper::A4, &tight);
            prop_assert_eq!(zones.safe, zones.keep_out);
            prop_assert_eq!(zones.safe, zones.window);
        }

        #[test]
        fn more_room_never_makes_more_sure_to_show(measures in measures(), across in 0_i64..20_000, up in 0_i64..20_000) {
            let from_left = Measures { window: Window { edge: Edge::Left, ..measures.window }, ..measures };
            let wider = Measures { width: from_left.width + across, height: from_left.height + up, ..from_left.clone() };
            let (close, loose) = (slid(Paper::A4, &from_left), slid(Paper::A4, &wider));
            prop_assert!(contains(close.safe, loose.safe), "{close:?} {loose:?}");
            prop_assert!(contains(loose.keep_out, close.keep_out), "{close:?} {loose:?}");
        }

        #[test]
        fn no_measure_is_a_panic(numbers in proptest::array::uniform8(any::<i64>()), folds in proptest::collection::vec(any::<i64>(), 0..4)) {
            let [width, height, from_edge, from_bottom, window_width, window_height, hole, side] = numbers;
            let edge = if side % 2 == 0 { Edge::Left } else { Edge::Right };
            let window = Window { edge, from_edge, from_bottom, width: window_width, height: window_height };
            let _ = zones(Paper::Letter, &Measures { width, height, window, folds, hole: Some(hole) });
        }
    }

    #[test]
    fn what_no_letter_can_be_posted_in_is_refused_with_the_reason() {
        let good = Measures {
            width: 220_000,
            height: 110_000,
            window: Window {
                edge: Edge::Left,
                from_edge: 20_000,
                from_bottom: 18_000,
                width: 90_000,
                height: 35_000,
            },
            folds: vec![99_000, 198_000],
            hole: None,
        };
        assert!(zones(Paper::A4, &good).is_ok());
        let fault = |change: &dyn Fn(&mut Measures)| {
            let mut measures = good.clone();
            change(&mut measures);
            zones(Paper::A4, &measures).unwrap_err()
        };
        assert!(matches!(
            fault(&|m| m.width = 205_000),
            EnvelopeFault::SheetTooWide {
                sheet: 210,
                envelope: 205
            }
        ));
        assert!(matches!(
            fault(&|m| m.folds = vec![148_500]),
            EnvelopeFault::SheetTooTall {
                sheet: 148,
                envelope: 110
            }
        ));
        assert!(matches!(
            fault(&|m| m.folds = vec![198_000, 99_000]),
            EnvelopeFault::Folds
        ));
        assert!(matches!(
            fault(&|m| m.window.from_edge = 140_000),
            EnvelopeFault::WindowOutside
        ));
        assert!(matches!(
            fault(&|m| m.window.height = 20_000),
            EnvelopeFault::TooSmall {
                width: 80,
                height: 9,
                ..
            }
        ));
        assert!(matches!(
            fault(&|m| m.window.height = 10_500),
            EnvelopeFault::NothingShows
        ));
        assert!(matches!(
            fault(&|m| m.window.width = 0),
            EnvelopeFault::OutOfRange { .. }
        ));
        let message = fault(&|m| m.window.height = 20_000).to_string();
        assert!(
            message.contains("80 x 9 mm"),
            "the owner reads why: {message}"
        );
    }
}
