//! Why a paper could not be made. Every case names what to mend.

use correspondence::LetterError;
use domain::CivilDate;

/// What is wrong with a logo file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogoFault {
    #[error("it is not a PNG file that can be read: {detail}")]
    Unreadable { detail: String },
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
    Logo(#[from] LogoFault),
    #[error("{block} does not fit on a page")]
    Overflow { block: &'static str },
    #[error("the address has {lines} lines and the window of this envelope shows {room}")]
    AddressTooTall { lines: usize, room: usize },
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
