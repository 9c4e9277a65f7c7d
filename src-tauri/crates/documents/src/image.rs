//! Pictures that the owner chose: the logo and the signature, read so that a page can draw them.
//!
//! A PNG becomes samples, a JPEG keeps its bytes, an SVG stays drawn by outlines. Size limits are checked before
//! anything is decoded, and what can not be drawn rightly is refused with what to do about it.

mod jpeg;
mod pixels;
mod svg;
#[cfg(test)]
mod tests;
mod vector;

pub(crate) use jpeg::{Jpeg, Space};
pub(crate) use pixels::Pixels;
pub(crate) use vector::{Segment, Shape, Vector};

use crate::facts::Look;
use crate::units::Length;
use crate::{DocumentError, PictureFault};

/// 5000 x 5000 pass.
const PIXEL_LIMIT: u64 = 25_000_000;
const BYTE_LIMIT: usize = 16 << 20;

/// A picture that can be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Picture {
    Pixels(Pixels),
    Jpeg(Jpeg),
    Vector(Vector),
}

/// Which picture of the look a thing on the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Which {
    Logo,
    Signature,
}

/// The pictures of a look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Pictures {
    logo: Option<Picture>,
    signature: Option<Picture>,
}

impl Pictures {
    pub(crate) fn read(look: &Look) -> Result<Self, DocumentError> {
        let logo = look.logo.as_deref().map(read).transpose();
        let signature = look.signature.as_deref().map(read).transpose();
        Ok(Self {
            logo: logo.map_err(DocumentError::Logo)?,
            signature: signature.map_err(DocumentError::Signature)?,
        })
    }

    pub(crate) fn get(&self, which: Which) -> Option<&Picture> {
        match which {
            Which::Logo => self.logo.as_ref(),
            Which::Signature => self.signature.as_ref(),
        }
    }

    #[cfg(test)]
    pub(crate) fn with_logo(logo: Picture) -> Self {
        Self {
            logo: Some(logo),
            signature: None,
        }
    }
}

/// Whether papers can draw this logo or signature, told before it is kept. A JPEG is decoded to its last row here,
/// which a paper does not do again.
pub fn check_picture(bytes: &[u8]) -> Result<(), PictureFault> {
    match read(bytes)? {
        Picture::Jpeg(_) => jpeg::decode(bytes),
        Picture::Pixels(_) | Picture::Vector(_) => Ok(()),
    }
}

/// Reads a PNG, a JPEG or an SVG.
pub(crate) fn read(bytes: &[u8]) -> Result<Picture, PictureFault> {
    if bytes.len() > BYTE_LIMIT {
        return Err(PictureFault::TooManyBytes {
            bytes: bytes.len(),
            limit: BYTE_LIMIT,
        });
    }
    if bytes.starts_with(&[0x89, b'P', b'N', b'G']) {
        return pixels::read(bytes).map(Picture::Pixels);
    }
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return jpeg::read(bytes).map(Picture::Jpeg);
    }
    if is_markup(bytes) {
        return svg::read(bytes);
    }
    Err(PictureFault::UnknownKind)
}

fn is_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    first == Some(&b'<')
}

fn check_size(width: u32, height: u32, limit: u64) -> Result<(), PictureFault> {
    if u64::from(width) * u64::from(height) > limit {
        return Err(PictureFault::TooManyPixels {
            width,
            height,
            limit,
        });
    }
    Ok(())
}

impl Picture {
    /// Its size inside a box; samples are never larger than a point for each pixel.
    pub(crate) fn fit(&self, most: (Length, Length)) -> (Length, Length) {
        let (width, height, natural) = match self {
            Self::Pixels(pixels) => (i64::from(pixels.width), i64::from(pixels.height), true),
            Self::Jpeg(jpeg) => {
                let (width, height) = jpeg.upright();
                (i64::from(width), i64::from(height), true)
            }
            Self::Vector(vector) => (
                vector.width.in_thousandths(),
                vector.height.in_thousandths(),
                false,
            ),
        };
        let (width, height) = (width.max(1), height.max(1));
        let (most_width, most_height) = (most.0.in_thousandths(), most.1.in_thousandths());
        let thousandths = |length: i64| Length::thousandths(length.max(1));
        if natural && width * 1_000 <= most_width && height * 1_000 <= most_height {
            (Length::points(width), Length::points(height))
        } else if most_width * height <= most_height * width {
            (most.0, thousandths(most_width * height / width))
        } else {
            (thousandths(most_height * width / height), most.1)
        }
    }
}
