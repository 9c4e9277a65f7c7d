//! The faces that come with the program: Inter for tables and labels, Source Serif 4 for letters.
//!
//! Both are under the SIL Open Font License; its text lies beside the files. Latin, Greek and Cyrillic.

/// A bundled face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    SansRegular,
    SansSemiBold,
    SansItalic,
    SerifRegular,
    SerifSemiBold,
    SerifItalic,
}

impl Face {
    pub(crate) const ALL: [Self; 6] = [
        Self::SansRegular,
        Self::SansSemiBold,
        Self::SansItalic,
        Self::SerifRegular,
        Self::SerifSemiBold,
        Self::SerifItalic,
    ];

    /// The PostScript name, also the name under which the shaper knows the face.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::SansRegular => "Inter-Regular",
            Self::SansSemiBold => "Inter-SemiBold",
            Self::SansItalic => "Inter-Italic",
            Self::SerifRegular => "SourceSerif4-Regular",
            Self::SerifSemiBold => "SourceSerif4-SemiBold",
            Self::SerifItalic => "SourceSerif4-Italic",
        }
    }

    /// The face of the other family that stands in for a character this one lacks.
    pub(crate) const fn stand_in(self) -> Self {
        match self {
            Self::SansRegular => Self::SerifRegular,
            Self::SansSemiBold => Self::SerifSemiBold,
            Self::SansItalic => Self::SerifItalic,
            Self::SerifRegular => Self::SansRegular,
            Self::SerifSemiBold => Self::SansSemiBold,
            Self::SerifItalic => Self::SansItalic,
        }
    }

    /// The TrueType file.
    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::SansRegular => include_bytes!("../fonts/inter/Inter-Regular.ttf"),
            Self::SansSemiBold => include_bytes!("../fonts/inter/Inter-SemiBold.ttf"),
            Self::SansItalic => include_bytes!("../fonts/inter/Inter-Italic.ttf"),
            Self::SerifRegular => {
                include_bytes!("../fonts/source-serif-4/SourceSerif4-Regular.ttf")
            }
            Self::SerifSemiBold => {
                include_bytes!("../fonts/source-serif-4/SourceSerif4-SemiBold.ttf")
            }
            Self::SerifItalic => include_bytes!("../fonts/source-serif-4/SourceSerif4-Italic.ttf"),
        }
    }
}
