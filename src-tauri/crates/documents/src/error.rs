//! Why a paper could not be made. Every case names what to mend.

use correspondence::LetterError;
use domain::CivilDate;

/// What is wrong with the file of a logo or a signature.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    #[error("it is neither a PNG nor a JPEG nor an SVG file")]
    UnknownKind,
    #[error("the file can not be read: {detail}")]
    Unreadable { detail: String },
    #[error("its colours are CMYK, made for a printing press: save it with RGB colours")]
    Cmyk,
    #[error("nothing in it can be seen")]
    Empty,
    #[error("it holds a script: save it as a plain SVG")]
    SvgScript,
    #[error("it refers to another file or page: save it with everything inside")]
    SvgLink,
    #[error("it holds text that needs a font: convert the text to outlines (paths)")]
    SvgText,
    #[error("it holds a photograph or another picture: save it as a PNG")]
    SvgImage,
    #[error("it has {width} x {height} pixels, more than {limit} in all")]
    TooManyPixels { width: u32, height: u32, limit: u64 },
    #[error("the file has {bytes} bytes, more than {limit}")]
    TooManyBytes { bytes: usize, limit: usize },
}

/// A paper that is not made, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// No bundled face can draw it; the page would show an empty box.
    #[error(
        "no font of this program can draw {character:?} ({}) in: {block}",
        codes(character)
    )]
    MissingGlyph {
        character: String,
        block: &'static str,
    },
    #[error("the logo can not be used: {0}")]
    Logo(PictureFault),
    #[error("the signature can not be used: {0}")]
    Signature(PictureFault),
    #[error("{block} does not fit on a page")]
    Overflow { block: &'static str },
    #[error("the address has {lines} lines and the window of this envelope shows {room}")]
    AddressTooTall { lines: usize, room: usize },
    #[error("the first label is number {first} and a sheet has {labels}")]
    NoSuchLabel { first: usize, labels: usize },
    #[error("the envelope {envelope} is not made for this paper")]
    EnvelopeNotForPaper { envelope: String },
    #[error("the paper needs {field}")]
    Missing { field: &'static str },
    /// A value that a payment code cannot hold.
    #[error("no payment code can be made: {field} does not fit")]
    Code { field: String },
    #[error("{field}: the parts add up to {parts}, written is {total}")]
    SumDiffers {
        field: &'static str,
        parts: String,
        total: String,
    },
    #[error("the paper mixes currencies")]
    MixedCurrencies,
    #[error("{field}: {later} lies before {earlier}")]
    OutOfOrder {
        field: &'static str,
        earlier: CivilDate,
        later: CivilDate,
    },
    #[error(transparent)]
    Letter(#[from] LetterError),
    /// A fault of the program or of a bundled font, not of the facts.
    #[error("the page could not be written: {detail}")]
    Internal { detail: String },
}

fn codes(text: &str) -> String {
    text.chars()
        .map(|c| format!("U+{:04X}", u32::from(c)))
        .collect::<Vec<_>>()
        .join(" ")
}
