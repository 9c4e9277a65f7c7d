//! Faces: those that come with the program, and those of the system that stand in for scripts they lack.
//!
//! Bundled are Inter for tables and labels, Source Serif 4 for letters, and Liberation Sans for the Swiss payment part,
//! whose guideline allows few faces: Latin, Greek and Cyrillic, under the SIL Open Font License, whose text lies beside
//! the files. `found` looks for other scripts among the fonts of
//! the system; a paper that needs only bundled faces never does.

pub(crate) mod found;
mod single;

use std::sync::Arc;

pub(crate) use found::Found;

/// A bundled face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    SansRegular,
    SansSemiBold,
    SansBold,
    SansItalic,
    SerifRegular,
    SerifSemiBold,
    SerifBold,
    SerifItalic,
    SlipRegular,
    SlipBold,
}

impl Face {
    pub(crate) const ALL: [Self; 10] = [
        Self::SansRegular,
        Self::SansSemiBold,
        Self::SansBold,
        Self::SansItalic,
        Self::SerifRegular,
        Self::SerifSemiBold,
        Self::SerifBold,
        Self::SerifItalic,
        Self::SlipRegular,
        Self::SlipBold,
    ];

    /// The PostScript name, also the name under which the shaper knows the face.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::SansRegular => "Inter-Regular",
            Self::SansSemiBold => "Inter-SemiBold",
            Self::SansBold => "Inter-Bold",
            Self::SansItalic => "Inter-Italic",
            Self::SerifRegular => "SourceSerif4-Regular",
            Self::SerifSemiBold => "SourceSerif4-SemiBold",
            Self::SerifBold => "SourceSerif4-Bold",
            Self::SerifItalic => "SourceSerif4-Italic",
            Self::SlipRegular => "LiberationSans",
            Self::SlipBold => "LiberationSans-Bold",
        }
    }

    /// The face of the other family that stands in for a character this one lacks.
    pub(crate) const fn stand_in(self) -> Self {
        match self {
            Self::SansRegular => Self::SerifRegular,
            Self::SansSemiBold => Self::SerifSemiBold,
            Self::SansBold => Self::SerifBold,
            Self::SansItalic => Self::SerifItalic,
            Self::SerifRegular | Self::SlipRegular => Self::SansRegular,
            Self::SerifSemiBold => Self::SansSemiBold,
            Self::SerifBold | Self::SlipBold => Self::SansBold,
            Self::SerifItalic => Self::SansItalic,
        }
    }

    pub(crate) const fn is_heavy(self) -> bool {
        matches!(
            self,
            Self::SansSemiBold
                | Self::SansBold
                | Self::SerifSemiBold
                | Self::SerifBold
                | Self::SlipBold
        )
    }

    /// The TrueType file.
    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::SansRegular => include_bytes!("../../fonts/inter/Inter-Regular.ttf"),
            Self::SansSemiBold => include_bytes!("../../fonts/inter/Inter-SemiBold.ttf"),
            Self::SansBold => include_bytes!("../../fonts/inter/Inter-Bold.ttf"),
            Self::SansItalic => include_bytes!("../../fonts/inter/Inter-Italic.ttf"),
            Self::SerifRegular => {
                include_bytes!("../../fonts/source-serif-4/SourceSerif4-Regular.ttf")
            }
            Self::SerifSemiBold => {
                include_bytes!("../../fonts/source-serif-4/SourceSerif4-SemiBold.ttf")
            }
            Self::SerifBold => {
                include_bytes!("../../fonts/source-serif-4/SourceSerif4-Bold.ttf")
            }
            Self::SerifItalic => {
                include_bytes!("../../fonts/source-serif-4/SourceSerif4-Italic.ttf")
            }
            Self::SlipRegular => {
                include_bytes!("../../fonts/liberation-sans/LiberationSans-Regular.ttf")
            }
            Self::SlipBold => {
                include_bytes!("../../fonts/liberation-sans/LiberationSans-Bold.ttf")
            }
        }
    }
}

/// What a run is set in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Font {
    Bundled(Face),
    Found(Arc<Found>),
}

impl Font {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Bundled(face) => face.name(),
            Self::Found(found) => found.name(),
        }
    }

    /// A font file with this one face in it.
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Self::Bundled(face) => face.bytes(),
            Self::Found(found) => found.bytes(),
        }
    }
}
