//! The known window envelopes: one row each, in micrometres, with where the measures come from.
//!
//! A row whose zone for the address came out too small would not be offered; a test keeps all of them good.

use super::Paper;
use super::geometry::{Edge, Measures, Window};

/// One known envelope.
pub(super) struct Preset {
    /// Kept in settings: never changed, never used again for another envelope.
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) paper: Paper,
    /// Width and height of the envelope.
    size: (i64, i64),
    window: Window,
    folds: &'static [i64],
    hole: Option<i64>,
    /// The address begins no further left; 0 where the window alone decides.
    pub(super) address_from: i64,
    /// Where the measures come from.
    pub(super) source: &'static str,
}

impl Preset {
    pub(super) fn measures(&self) -> Measures {
        Measures {
            width: self.size.0,
            height: self.size.1,
            window: self.window,
            folds: self.folds.to_vec(),
            hole: self.hole,
        }
    }
}

/// From the left edge, from the bottom edge, width, height.
const fn left(from_edge: i64, from_bottom: i64, width: i64, height: i64) -> Window {
    Window {
        edge: Edge::Left,
        from_edge,
        from_bottom,
        width,
        height,
    }
}

/// From the right edge, from the bottom edge, width, height.
const fn right(from_edge: i64, from_bottom: i64, width: i64, height: i64) -> Window {
    Window {
        edge: Edge::Right,
        ..left(from_edge, from_bottom, width, height)
    }
}

pub(super) const PRESETS: [Preset; 16] = [
    Preset {
        id: "din-5008-b",
        name: "DIN 5008 B, C6/5",
        paper: Paper::A4,
        size: (229_000, 114_000),
        window: left(20_000, 15_000, 90_000, 45_000),
        folds: &[105_000, 210_000],
        hole: Some(148_500),
        address_from: 0,
        source: "the window of DIN 5008 B in the larger envelope: what shows here shows in DL as well",
    },
    Preset {
        id: "din-5008-b-dl",
        name: "DIN 5008 B, DL",
        paper: Paper::A4,
        size: (220_000, 110_000),
        window: left(20_000, 15_000, 90_000, 45_000),
        folds: &[105_000, 210_000],
        hole: Some(148_500),
        address_from: 0,
        source: "DIN 5008 form B; KOMA-Script DIN.lco; chart of left windows in DL",
    },
    Preset {
        id: "din-5008-a",
        name: "DIN 5008 A, DL",
        paper: Paper::A4,
        size: (220_000, 110_000),
        window: left(20_000, 15_000, 90_000, 45_000),
        folds: &[87_000, 192_000],
        hole: Some(148_500),
        address_from: 0,
        source: "DIN 5008 form A; KOMA-Script DINmtext.lco",
    },
    Preset {
        id: "uk-dl",
        name: "UK DL",
        paper: Paper::A4,
        size: (220_000, 110_000),
        window: left(20_000, 18_000, 90_000, 35_000),
        folds: &[99_000, 198_000],
        hole: None,
        address_from: 0,
        source: "the common British window; within Royal Mail's limits (15 mm from the sides, 18 mm from the bottom)",
    },
    Preset {
        id: "uk-dl-20",
        name: "UK DL, window 20 mm up",
        paper: Paper::A4,
        size: (220_000, 110_000),
        window: left(20_000, 20_000, 90_000, 35_000),
        folds: &[99_000, 198_000],
        hole: None,
        address_from: 0,
        source: "some makers set the British window 2 mm higher",
    },
    Preset {
        id: "fr-dl-right",
        name: "FR DL, 100 x 35 mm",
        paper: Paper::A4,
        size: (220_000, 110_000),
        window: right(20_000, 20_000, 100_000, 35_000),
        folds: &[99_000, 198_000],
        hole: None,
        address_from: 110_000,
        source: "the common French window; La Poste's address box begins 110 mm from the left, beside the barcode of registered mail",
    },
    Preset {
        id: "fr-dl-right-tall",
        name: "FR DL, 100 x 45 mm",
        paper: Paper::A4,
        size: (220_000, 110_000),
        window: right(20_000, 20_000, 100_000, 45_000),
        folds: &[99_000, 198_000],
        hole: None,
        address_from: 110_000,
        source: "as the common French window, 45 mm tall",
    },
    Preset {
        id: "ch-c65-right",
        name: "CH C6/5, SN 010130",
        paper: Paper::A4,
        size: (229_000, 114_000),
        window: right(17_000, 30_000, 90_000, 40_000),
        folds: &[105_000, 210_000],
        hole: None,
        address_from: 0,
        source: "SN 010130, new: 90 x 40 mm",
    },
    Preset {
        id: "ch-c65-right-old",
        name: "CH C6/5, 100 x 45 mm",
        paper: Paper::A4,
        size: (229_000, 114_000),
        window: right(12_000, 21_000, 100_000, 45_000),
        folds: &[105_000, 210_000],
        hole: None,
        address_from: 0,
        source: "SN 010130, old: 100 x 45 mm",
    },
    Preset {
        id: "ch-c65-left",
        name: "CH C6/5, window on the left",
        paper: Paper::A4,
        size: (229_000, 114_000),
        window: right(109_000, 21_000, 100_000, 45_000),
        folds: &[105_000, 210_000],
        hole: None,
        address_from: 0,
        source: "SN 010130, window on the left",
    },
    Preset {
        id: "ch-c5-right",
        name: "CH C5, SN 010130",
        paper: Paper::A4,
        size: (229_000, 162_000),
        window: right(17_000, 77_000, 90_000, 40_000),
        folds: &[148_500],
        hole: None,
        address_from: 0,
        source: "SN 010130, C5",
    },
    Preset {
        id: "au-dlx",
        name: "AU DLX",
        paper: Paper::A4,
        size: (235_000, 120_000),
        window: left(20_000, 20_000, 90_000, 45_000),
        folds: &[99_000, 198_000],
        hole: None,
        address_from: 0,
        source: "DLX as sold in Australia; its common window, 20 mm from the left and from the bottom",
    },
    Preset {
        id: "us-10",
        name: "US no. 10",
        paper: Paper::Letter,
        size: (241_300, 104_775),
        window: left(22_225, 12_700, 114_300, 28_575),
        folds: &[93_133, 186_267],
        hole: None,
        address_from: 0,
        source: "no. 10 single window: 4 1/2 x 1 1/8 in, 7/8 in from the left, 1/2 in from the bottom",
    },
    Preset {
        id: "us-9",
        name: "US no. 9",
        paper: Paper::Letter,
        size: (225_425, 98_425),
        window: left(22_225, 12_700, 114_300, 28_575),
        folds: &[95_250, 187_325],
        hole: None,
        address_from: 0,
        source: "no. 9 single window; KOMA-Script UScommercial9.lco",
    },
    Preset {
        id: "us-9-double",
        name: "US no. 9, two windows",
        paper: Paper::Letter,
        size: (225_425, 98_425),
        window: left(19_050, 12_700, 92_075, 28_575),
        folds: &[95_250, 187_325],
        hole: None,
        address_from: 0,
        source: "no. 9 with two windows, the addressee's; KOMA-Script UScommercial9DW.lco",
    },
    Preset {
        id: "ca-10",
        name: "CA no. 10",
        paper: Paper::Letter,
        size: (241_300, 104_775),
        window: left(22_225, 12_700, 114_300, 28_575),
        folds: &[93_133, 186_267],
        hole: None,
        address_from: 0,
        source: "as the American no. 10",
    },
];
