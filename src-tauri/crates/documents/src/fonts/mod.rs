//! Faces: those that come with the program, and those of the system that stand in for scripts they lack.
//!
//! Bundled are Inter for tables and labels, Source Serif 4 for letters, and Liberation Sans for the Swiss payment part,
//! whose guideline allows few faces: Latin, Greek and Cyrillic, under the SIL Open Font License, whose text lies beside
//! the files. `found` looks for other scripts among the fonts of
//! the system; a paper that needs only bundled faces never does.

pub(crate) mod found;
mod single;

use std::sync::{Arc, OnceLock};

use brotli_decompressor::BrotliDecompress;

pub(crate) use found::Found;

/// A face as the build script packed it.
macro_rules! packed {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".br"))
    };
}

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

    /// The TrueType file, unpacked when it is first asked for.
    pub(crate) fn bytes(self) -> &'static [u8] {
        static UNPACKED: [OnceLock<Vec<u8>>; Face::ALL.len()] =
            [const { OnceLock::new() }; Face::ALL.len()];
        // What the build script packed unpacks; a test holds it to that.
        UNPACKED[self as usize].get_or_init(|| {
            let mut bytes = Vec::new();
            match BrotliDecompress(&mut self.packed(), &mut bytes) {
                Ok(()) => bytes,
                Err(_) => Vec::new(),
            }
        })
    }

    /// The file as the program carries it: unpacked, the faces would be a fifth of what people install.
    const fn packed(self) -> &'static [u8] {
        match self {
            Self::SansRegular => packed!("Inter-Regular"),
            Self::SansSemiBold => packed!("Inter-SemiBold"),
            Self::SansBold => packed!("Inter-Bold"),
            Self::SansItalic => packed!("Inter-Italic"),
            Self::SerifRegular => packed!("SourceSerif4-Regular"),
            Self::SerifSemiBold => packed!("SourceSerif4-SemiBold"),
            Self::SerifBold => packed!("SourceSerif4-Bold"),
            Self::SerifItalic => packed!("SourceSerif4-Italic"),
            Self::SlipRegular => packed!("LiberationSans-Regular"),
            Self::SlipBold => packed!("LiberationSans-Bold"),
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::Face;

    #[test]
    fn a_face_unpacks_to_its_file() {
        let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
        let files: Vec<Vec<u8>> = std::fs::read_dir(fonts)
            .unwrap()
            .flat_map(|family| std::fs::read_dir(family.unwrap().path()).unwrap())
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "ttf"))
            .map(|path| std::fs::read(path).unwrap())
            .collect();
        let faces: BTreeSet<&[u8]> = Face::ALL.iter().map(|face| face.bytes()).collect();
        assert_eq!(
            faces,
            files.iter().map(Vec::as_slice).collect(),
            "every file is a face, byte for byte"
        );
    }
}
