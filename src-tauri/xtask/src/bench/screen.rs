//! What is on the virtual screen, read from the file the X server draws into: looking costs the measured program
//! nothing and needs no help from it.
//!
//! The file has the form of `xwd`: a header of big-endian words, a table of colours, then rows of 32-bit pixels.

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

const BYTES_PER_PIXEL: u64 = 4;
/// The side of a square, in pixels.
const SQUARE: usize = 8;
/// Levels of 256 by which a mean may differ: smoothing moves it by a few, a letter by a dozen or more.
const TOLERANCE: u8 = 8;

/// The screen.
pub(super) struct Screen {
    file: File,
    /// Where the pixels begin.
    start: u64,
    bytes_per_row: u64,
}

/// Part of the screen, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: u64,
    pub(super) top: u64,
    pub(super) width: u64,
    pub(super) height: u64,
}

/// How an area looked, as the mean colour of each small square.
///
/// Glyphs are smoothed a little differently from start to start, and by tiles; a mean does not notice, and notices
/// every word that is missing.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) area: Area,
    /// Rows of squares, each square with the means of its three colours.
    means: Vec<Vec<Mean>>,
    /// Squares in which earlier looks differed do not count when it is compared.
    counts: Vec<Vec<bool>>,
}

type Mean = [u8; 3];

impl Picture {
    fn has_row(&self, row: usize, now: &[Mean]) -> bool {
        match (self.means.get(row), self.counts.get(row)) {
            (Some(before), Some(counts)) => before
                .iter()
                .zip(now)
                .zip(counts)
                .all(|((before, now), counts)| !counts || alike(*before, *now)),
            _ => false,
        }
    }

    /// From now on only what both show alike counts: the time of the last event, say, differs in each start.
    pub(super) fn steadied_by(mut self, other: &Self) -> Self {
        let rows = self.means.iter().zip(&other.means);
        for (counts, (before, now)) in self.counts.iter_mut().zip(rows) {
            for (counts, (before, now)) in counts.iter_mut().zip(before.iter().zip(now)) {
                *counts &= alike(*before, *now);
            }
        }
        self
    }

    /// How many of the squares count, in thousandths.
    pub(super) fn steady_share(&self) -> usize {
        let all: usize = self.counts.iter().map(Vec::len).sum();
        let counts = self.counts.iter().flatten().filter(|counts| **counts);
        counts.count() * 1_000 / all.max(1)
    }
}

fn alike(before: Mean, now: Mean) -> bool {
    std::iter::zip(before, now).all(|(before, now)| before.abs_diff(now) <= TOLERANCE)
}

impl Screen {
    pub(super) fn of(path: &Path) -> Result<Self> {
        let file = File::open(path).with_context(|| format!("opening {}", path.display()))?;
        let word = |place: u64| -> Result<u64> {
            let mut bytes = [0; 4];
            file.read_exact_at(&mut bytes, place * 4)?;
            Ok(u64::from(u32::from_be_bytes(bytes)))
        };
        let (header, bits, bytes_per_row, colours) = (word(0)?, word(11)?, word(12)?, word(19)?);
        if bits != BYTES_PER_PIXEL * 8 {
            bail!("the screen has {bits} bits per pixel");
        }
        Ok(Self {
            start: header + colours * 12,
            bytes_per_row,
            file,
        })
    }

    pub(super) fn picture(&self, area: Area) -> Result<Picture> {
        let means: Vec<Vec<Mean>> = (0..rows_of(area))
            .map(|row| self.means(area, row))
            .collect::<Result<_>>()?;
        let counts = means.iter().map(|row| vec![true; row.len()]).collect();
        Ok(Picture {
            area,
            means,
            counts,
        })
    }

    /// Whether the screen shows this now. Stops at the first row of squares that differs.
    pub(super) fn shows(&self, picture: &Picture) -> Result<bool> {
        for row in 0..rows_of(picture.area) {
            if !picture.has_row(row, &self.means(picture.area, row)?) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The rows of pixels where it begins to look different now, for whoever has to find out why.
    pub(super) fn differing_rows(&self, picture: &Picture) -> Result<Vec<usize>> {
        let mut rows = Vec::new();
        for row in 0..rows_of(picture.area) {
            if !picture.has_row(row, &self.means(picture.area, row)?) {
                rows.push(row * SQUARE);
            }
        }
        Ok(rows)
    }

    /// The means of one row of squares.
    fn means(&self, area: Area, row: usize) -> Result<Vec<Mean>> {
        let mut sums = vec![[0_u32; 3]; usize::try_from(area.width)?.div_ceil(SQUARE)];
        let mut bytes = vec![0; usize::try_from(area.width * BYTES_PER_PIXEL)?];
        let first = u64::try_from(row * SQUARE)?;
        let last = area.height.min(first + u64::try_from(SQUARE)?);
        for pixel_row in first..last {
            let place = self.start
                + (area.top + pixel_row) * self.bytes_per_row
                + area.left * BYTES_PER_PIXEL;
            self.file
                .read_exact_at(&mut bytes, place)
                .context("reading the screen")?;
            for (square, sum) in bytes.chunks(SQUARE * 4).zip(&mut sums) {
                for pixel in square.chunks_exact(4) {
                    for (sum, part) in sum.iter_mut().zip(pixel) {
                        *sum += u32::from(*part);
                    }
                }
            }
        }
        let pixels = u32::try_from(SQUARE * SQUARE)?;
        let mean = |sum: [u32; 3]| sum.map(|sum| u8::try_from(sum / pixels).unwrap_or(u8::MAX));
        Ok(sums.into_iter().map(mean).collect())
    }
}

fn rows_of(area: Area) -> usize {
    usize::try_from(area.height)
        .unwrap_or(usize::MAX)
        .div_ceil(SQUARE)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::FileExt as _;
    use std::path::{Path, PathBuf};

    use super::{Area, Screen};

    const WIDTH: u32 = 32;
    const HEIGHT: u32 = 24;
    const PART: Area = Area {
        left: 8,
        top: 8,
        width: 24,
        height: 16,
    };

    /// A grey screen behind a header and two colours.
    fn screen(name: &str) -> (PathBuf, Screen) {
        let mut bytes = Vec::new();
        for word in 0..25_u32 {
            let value = match word {
                0 => 100,
                11 => 32,
                12 => WIDTH * 4,
                19 => 2,
                _ => 7,
            };
            bytes.extend(u32::to_be_bytes(value));
        }
        bytes.extend([0; 24]);
        bytes.extend([200; (WIDTH * HEIGHT * 4) as usize]);
        let path = std::env::temp_dir().join(format!("safelight-{name}-{}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        let screen = Screen::of(&path).unwrap();
        (path, screen)
    }

    /// Paints some pixels of a row in another grey.
    fn paint(path: &Path, left: u32, row: u32, pixels: usize, grey: u8) {
        std::fs::File::options()
            .write(true)
            .open(path)
            .unwrap()
            .write_all_at(
                &vec![grey; pixels * 4],
                u64::from(124 + (row * WIDTH + left) * 4),
            )
            .unwrap();
    }

    #[test]
    fn a_word_that_is_missing_is_seen() {
        let (path, screen) = screen("word");
        let picture = screen.picture(PART).unwrap();
        assert!(screen.shows(&picture).unwrap(), "nothing has changed");
        for row in 17..20 {
            paint(&path, 17, row, 5, 30);
        }
        assert!(!screen.shows(&picture).unwrap(), "three strokes of ink");
        assert_eq!(
            screen.differing_rows(&picture).unwrap(),
            [8],
            "in the second row of squares"
        );
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn an_edge_that_is_smoothed_otherwise_is_not() {
        let (path, screen) = screen("edge");
        let picture = screen.picture(PART).unwrap();
        paint(&path, 17, 17, 6, 150);
        assert!(
            screen.shows(&picture).unwrap(),
            "six pixels a little darker"
        );
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn what_lies_beside_the_area_is_not_looked_at() {
        let (path, screen) = screen("beside");
        let picture = screen.picture(PART).unwrap();
        for row in 0..8 {
            paint(&path, 0, row, 32, 0);
        }
        assert!(screen.shows(&picture).unwrap(), "it is above the area");
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn what_differs_between_two_looks_does_not_count() {
        let (path, screen) = screen("steady");
        let picture = screen.picture(PART).unwrap();
        for row in 8..16 {
            paint(&path, 8, row, 8, 0);
        }
        let steadied = picture.steadied_by(&screen.picture(PART).unwrap());
        assert!(screen.shows(&steadied).unwrap(), "the square is left out");
        assert_eq!(steadied.steady_share(), 5 * 1_000 / 6, "all others count");
        std::fs::remove_file(path).unwrap();
    }
}
