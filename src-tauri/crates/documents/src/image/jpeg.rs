//! JPEG: the bytes are kept, so only what the page must know is read - size, colours, which way up.
//!
//! CMYK is refused: the papers are archives in sRGB, and a guessed conversion would print other colours than the
//! owner's.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{PIXEL_LIMIT, check_size};
use crate::PictureFault;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    Grey,
    Colour,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Jpeg {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) space: Space,
    /// EXIF: 1 is upright, 2 to 8 are turned or mirrored.
    pub(crate) orientation: u8,
    pub(crate) bytes: Vec<u8>,
}

impl Jpeg {
    /// Width and height as it is meant to be seen.
    pub(super) fn upright(&self) -> (u32, u32) {
        if self.orientation >= 5 {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        }
    }
}

/// Reads the markers down to the first scan and looks for the end of the file.
pub(super) fn read(bytes: &[u8]) -> Result<Jpeg, PictureFault> {
    let mut at = 2;
    let mut frame = None;
    let mut orientation = 1;
    loop {
        let (marker, segment, next) = segment(bytes, at)?;
        at = next;
        match marker {
            0xc0..=0xc2 => frame = Some(frame_of(segment)?),
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Err(broken("its kind of coding is not read by PDF viewers"));
            }
            0xe1 => orientation = exif_orientation(segment).unwrap_or(orientation),
            0xda => break,
            _ => {}
        }
    }
    let (width, height, components) = frame.ok_or_else(|| broken("it has no picture"))?;
    check_size(width, height, PIXEL_LIMIT)?;
    let space = match components {
        1 => Space::Grey,
        3 => Space::Colour,
        4 => return Err(PictureFault::Cmyk),
        _ => return Err(broken("it has an odd number of colours")),
    };
    let tail = bytes.len().saturating_sub(1_024).max(at);
    let ends = bytes
        .get(tail..)
        .is_some_and(|tail| tail.windows(2).any(|pair| pair == [0xff, 0xd9]));
    if !ends {
        return Err(broken("its end is missing"));
    }
    Ok(Jpeg {
        width,
        height,
        space,
        orientation,
        bytes: bytes.to_vec(),
    })
}

/// Decodes everything once, so that a damaged picture is found before it is on paper.
pub(super) fn decode(bytes: &[u8]) -> Result<(), PictureFault> {
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let decoded = JpegDecoder::new_with_options(ZCursor::new(bytes), options).decode();
    match decoded {
        Ok(_) => Ok(()),
        Err(error) => Err(PictureFault::Unreadable {
            detail: error.to_string(),
        }),
    }
}

fn broken(detail: &str) -> PictureFault {
    PictureFault::Unreadable {
        detail: detail.to_owned(),
    }
}

/// A marker, what belongs to it, and where the next begins.
fn segment(bytes: &[u8], mut at: usize) -> Result<(u8, &[u8], usize), PictureFault> {
    let cut = || broken("it ends in the middle");
    if bytes.get(at) != Some(&0xff) {
        return Err(broken("it is damaged"));
    }
    while bytes.get(at) == Some(&0xff) {
        at += 1;
    }
    let marker = *bytes.get(at).ok_or_else(cut)?;
    let length = word(bytes, at + 1).ok_or_else(cut)?;
    let end = at + 1 + usize::from(length);
    let segment = bytes.get(at + 3..end).ok_or_else(cut)?;
    Ok((marker, segment, end))
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes([pair[0], pair[1]]))
}

/// Width, height and number of colours.
fn frame_of(segment: &[u8]) -> Result<(u32, u32, u8), PictureFault> {
    let read = || {
        let components = *segment.get(5)?;
        Some((
            *segment.first()?,
            word(segment, 1)?,
            word(segment, 3)?,
            components,
        ))
    };
    let (depth, height, width, components) =
        read().ok_or_else(|| broken("it ends in the middle"))?;
    if depth != 8 || width == 0 || height == 0 {
        return Err(broken("it has no size or more than 8 bits for each colour"));
    }
    Ok((u32::from(width), u32::from(height), components))
}

/// Tag 0x0112 of the first directory.
fn exif_orientation(segment: &[u8]) -> Option<u8> {
    let tiff = segment.strip_prefix(b"Exif\0\0")?;
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        })
    };
    let four: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let first = if little {
        u32::from_le_bytes(four)
    } else {
        u32::from_be_bytes(four)
    };
    let first = usize::try_from(first).ok()?;
    for entry in 0..usize::from(short(first)?) {
        let at = first.checked_add(2 + entry * 12)?;
        if short(at)? == 0x0112 {
            let value = u8::try_from(short(at.checked_add(8)?)?).ok()?;
            return (1..=8).contains(&value).then_some(value);
        }
    }
    None
}
