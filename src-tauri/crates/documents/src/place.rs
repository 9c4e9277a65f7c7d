//! Paper sizes and window envelopes, as data.
//!
//! A folded sheet slides inside its envelope. One formula gives the zone that shows wherever the sheet
//! slides (the address must lie in it) and the zone that may come to show (nothing private may lie in it).

use crate::units::Length;

/// A sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    A4,
    Letter,
}

impl Paper {
    pub const fn width(self) -> Length {
        match self {
            Self::A4 => Length::micrometres(210_000),
            Self::Letter => Length::micrometres(215_900),
        }
    }

    pub const fn height(self) -> Length {
        match self {
            Self::A4 => Length::micrometres(297_000),
            Self::Letter => Length::micrometres(279_400),
        }
    }
}

/// A window envelope and the fold that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Envelope {
    /// German DIN 5008 form B in DL and in C6/5: a zone that shows in both.
    Din5008B,
    /// British DL, 90 x 35 mm window.
    UkDl,
    /// US number 10 with one window.
    UsTen,
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

/// Measures in micrometres.
struct Geometry {
    name: &'static str,
    paper: Paper,
    /// Width and height of the envelopes to serve.
    envelopes: &'static [(i64, i64)],
    /// Window: from the left edge and from the bottom edge of the envelope, width, height.
    window: (i64, i64, i64, i64),
    /// The sheet's folds, from its top.
    folds: &'static [i64],
    hole: Option<i64>,
}

const DIN_5008_B: Geometry = Geometry {
    name: "DIN 5008 B",
    paper: Paper::A4,
    envelopes: &[(220_000, 110_000), (229_000, 114_000)],
    window: (20_000, 15_000, 90_000, 45_000),
    folds: &[105_000, 210_000],
    hole: Some(148_500),
};
const UK_DL: Geometry = Geometry {
    name: "UK DL",
    paper: Paper::A4,
    envelopes: &[(220_000, 110_000)],
    window: (20_000, 18_000, 90_000, 35_000),
    folds: &[99_000, 198_000],
    hole: None,
};
const US_TEN: Geometry = Geometry {
    name: "US no. 10",
    paper: Paper::Letter,
    envelopes: &[(241_300, 104_775)],
    window: (22_225, 12_700, 114_300, 28_575),
    folds: &[93_133, 186_267],
    hole: None,
};

impl Envelope {
    pub const ALL: [Self; 3] = [Self::Din5008B, Self::UkDl, Self::UsTen];

    const fn geometry(self) -> &'static Geometry {
        match self {
            Self::Din5008B => &DIN_5008_B,
            Self::UkDl => &UK_DL,
            Self::UsTen => &US_TEN,
        }
    }

    pub const fn name(self) -> &'static str {
        self.geometry().name
    }

    pub const fn paper(self) -> Paper {
        self.geometry().paper
    }

    /// Shows through the window wherever the sheet slides.
    pub fn safe(self) -> Zone {
        self.zone(1)
    }

    /// May come to show: nothing private here.
    pub fn keep_out(self) -> Zone {
        self.zone(-1)
    }

    /// Folds from the top of the sheet, and the hole mark.
    pub fn marks(self) -> (Vec<Length>, Option<Length>) {
        let geometry = self.geometry();
        let folds = geometry
            .folds
            .iter()
            .copied()
            .map(Length::micrometres)
            .collect();
        (folds, geometry.hole.map(Length::micrometres))
    }

    /// The window moved by the slack of every envelope it serves: inwards (`sign` 1) or outwards (-1).
    fn zone(self, sign: i64) -> Zone {
        let geometry = self.geometry();
        let (from_left, from_bottom, width, height) = geometry.window;
        let panel_width = match geometry.paper {
            Paper::A4 => 210_000,
            Paper::Letter => 215_900,
        };
        let panel_bottom = geometry.folds.first().copied().unwrap_or(0);
        let slack = |envelope: &(i64, i64)| (envelope.0 - panel_width, envelope.1 - panel_bottom);
        let across = geometry
            .envelopes
            .iter()
            .map(|envelope| slack(envelope).0)
            .max()
            .unwrap_or(0);
        let down = geometry
            .envelopes
            .iter()
            .map(|envelope| slack(envelope).1)
            .max()
            .unwrap_or(0);
        let bottom = panel_bottom - from_bottom;
        let top = bottom - height;
        // The sheet slides right and up from the envelope's lower left corner.
        let (left, right, top, bottom) = if sign > 0 {
            (from_left, from_left + width - across, top + down, bottom)
        } else {
            (from_left - across, from_left + width, top, bottom + down)
        };
        Zone {
            left: Length::micrometres(left),
            top: Length::micrometres(top),
            right: Length::micrometres(right),
            bottom: Length::micrometres(bottom),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Millimetres of the published tables, in micrometres: left, top, right, bottom.
    fn zone(edges: (i64, i64, i64, i64)) -> Zone {
        let length = Length::micrometres;
        Zone {
            left: length(edges.0),
            top: length(edges.1),
            right: length(edges.2),
            bottom: length(edges.3),
        }
    }

    #[test]
    fn the_formula_gives_the_published_zones() {
        assert_eq!(
            Envelope::Din5008B.safe(),
            zone((20_000, 54_000, 91_000, 90_000)),
            "as in C6/5, the larger slack"
        );
        assert_eq!(
            Envelope::Din5008B.keep_out(),
            zone((1_000, 45_000, 110_000, 99_000))
        );
        assert_eq!(
            Envelope::UkDl.safe(),
            zone((20_000, 57_000, 100_000, 81_000))
        );
        assert_eq!(
            Envelope::UkDl.keep_out(),
            zone((10_000, 46_000, 110_000, 92_000))
        );
        let safe = Envelope::UsTen.safe();
        let inch = |thousandths: i64| Length::micrometres(thousandths * 254 / 10);
        let near = |a: Length, b: Length| (a - b).in_thousandths().abs() < 100;
        assert!(
            near(safe.left, inch(875)) && near(safe.right, inch(4_375)),
            "{safe:?}"
        );
        assert!(
            near(safe.top, inch(2_500)) && near(safe.bottom, inch(3_167)),
            "{safe:?}"
        );
    }

    #[test]
    fn what_is_sure_to_show_may_also_show() {
        for envelope in Envelope::ALL {
            assert!(
                envelope.keep_out().contains(envelope.safe()),
                "{}",
                envelope.name()
            );
            assert!(
                envelope.safe().height() >= Length::points(45),
                "{}: room for four lines",
                envelope.name()
            );
        }
    }
}
