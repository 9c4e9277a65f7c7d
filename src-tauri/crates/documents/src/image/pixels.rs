//! Pictures of samples: a PNG of any colour type, depth and interlacing; of an animated one, its first picture.
//!
//! Limits are checked from the header before anything is decoded. A picture finer than print needs is averaged
//! down, so that a huge logo does not make a huge file.

use std::io::Cursor;

use png::{ColorType, Decoder, Limits, Transformations};

use super::{PIXEL_LIMIT, check_size};
use crate::PictureFault;

/// Decoded rows never take more than this.
const MEMORY_LIMIT: usize = 256 << 20;
/// The longer side on the page is at most 75 mm: 1,400 dots are nearly 500 dpi.
pub(super) const FINEST: u32 = 1_400;

/// A picture of samples, its transparency apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pixels {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Three bytes for each pixel.
    pub(crate) colours: Vec<u8>,
    /// One byte for each pixel; `None` when everything is opaque.
    pub(crate) opacity: Option<Vec<u8>>,
}

pub(super) fn read(bytes: &[u8]) -> Result<Pixels, PictureFault> {
    let mut decoder = Decoder::new_with_limits(
        Cursor::new(bytes),
        Limits {
            bytes: MEMORY_LIMIT,
        },
    );
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder
        .read_header_info()
        .map_err(|error| unreadable(&error))?;
    check_size(header.width, header.height, PIXEL_LIMIT)?;
    let mut reader = decoder.read_info().map_err(|error| unreadable(&error))?;
    let size = reader
        .output_buffer_size()
        .ok_or_else(|| PictureFault::Unreadable {
            detail: "too large".to_owned(),
        })?;
    let mut samples = vec![0; size];
    let frame = reader
        .next_frame(&mut samples)
        .map_err(|error| unreadable(&error))?;
    samples.truncate(frame.buffer_size());
    let rgba = widen(samples, frame.color_type);
    Ok(split(&shrink(rgba, frame.width, frame.height)))
}

fn unreadable(error: &png::DecodingError) -> PictureFault {
    PictureFault::Unreadable {
        detail: error.to_string(),
    }
}

/// Four bytes for each pixel.
pub(super) struct Rgba {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) samples: Vec<u8>,
}

fn widen(samples: Vec<u8>, colour: ColorType) -> Vec<u8> {
    match colour {
        ColorType::Rgba => samples,
        ColorType::Rgb | ColorType::Indexed => samples
            .chunks_exact(3)
            .flat_map(|p| [p[0], p[1], p[2], 255])
            .collect(),
        ColorType::GrayscaleAlpha => samples
            .chunks_exact(2)
            .flat_map(|p| [p[0], p[0], p[0], p[1]])
            .collect(),
        ColorType::Grayscale => samples
            .iter()
            .flat_map(|&grey| [grey, grey, grey, 255])
            .collect(),
    }
}

/// Averages whole blocks of pixels, weighted by their opacity, until the longer side is fine enough for print.
fn shrink(samples: Vec<u8>, width: u32, height: u32) -> Rgba {
    let step = width.max(height).div_ceil(FINEST).max(1);
    if step == 1 {
        return Rgba {
            width,
            height,
            samples,
        };
    }
    let (small_width, small_height) = (width.div_ceil(step), height.div_ceil(step));
    let mut small = Vec::with_capacity(small_width as usize * small_height as usize * 4);
    for row in 0..small_height {
        for column in 0..small_width {
            small.extend(average(
                &samples,
                (width, height),
                (column * step, row * step),
                step,
            ));
        }
    }
    Rgba {
        width: small_width,
        height: small_height,
        samples: small,
    }
}

fn average(
    samples: &[u8],
    (width, height): (u32, u32),
    (left, top): (u32, u32),
    step: u32,
) -> [u8; 4] {
    let (mut colour, mut opacity, mut count) = ([0_u64; 3], 0_u64, 0_u64);
    for y in top..(top + step).min(height) {
        for x in left..(left + step).min(width) {
            let at = (y as usize * width as usize + x as usize) * 4;
            let Some(pixel) = samples.get(at..at + 4) else {
                continue;
            };
            let weight = u64::from(pixel[3]);
            for (sum, part) in colour.iter_mut().zip(pixel) {
                *sum += u64::from(*part) * weight;
            }
            opacity += weight;
            count += 1;
        }
    }
    let byte = |sum: u64, of: u64| {
        u8::try_from((sum + of / 2).checked_div(of).unwrap_or(0)).unwrap_or(255)
    };
    [
        byte(colour[0], opacity),
        byte(colour[1], opacity),
        byte(colour[2], opacity),
        byte(opacity, count),
    ]
}

pub(super) fn split(picture: &Rgba) -> Pixels {
    let pixels = picture.samples.chunks_exact(4);
    let opacity: Vec<u8> = pixels.clone().map(|pixel| pixel[3]).collect();
    let opaque = opacity.iter().all(|&part| part == 255);
    let mut colours = Vec::with_capacity(opacity.len() * 3);
    for pixel in pixels {
        colours.extend_from_slice(pixel.get(..3).unwrap_or_default());
    }
    Pixels {
        width: picture.width,
        height: picture.height,
        colours,
        opacity: if opaque { None } else { Some(opacity) },
    }
}
