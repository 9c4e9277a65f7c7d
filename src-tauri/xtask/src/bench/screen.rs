//! What is on the virtual screen, read from the file the X server draws into: looking costs the measured program
//! nothing and needs no help from it.
//!
//! The file has the form of `xwd`: a header of big-endian words, a table of colours, then rows of 32-bit pixels.

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

const BYTES_PER_PIXEL: u64 = 4;

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

/// How an area looked, row by row.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) area: Area,
    rows: Vec<Vec<u8>>,
    /// Bytes that count when it is compared: all ones, or zero where earlier looks differed.
    steady: Vec<Vec<u8>>,
}

impl Picture {
    fn has_row(&self, row: u64, now: &[u8]) -> bool {
        let row = usize::try_from(row).unwrap_or(usize::MAX);
        match (self.rows.get(row), self.steady.get(row)) {
            (Some(before), Some(steady)) => before
                .iter()
                .zip(now)
                .zip(steady)
                .all(|((before, now), counts)| (before ^ now) & counts == 0),
            _ => false,
        }
    }

    /// From now on only what both show alike counts: the time of the last event, say, differs in each start.
    pub(super) fn steadied_by(mut self, other: &Self) -> Self {
        for (steady, (before, now)) in self
            .steady
            .iter_mut()
            .zip(self.rows.iter().zip(&other.rows))
        {
            for (counts, (before, now)) in steady.iter_mut().zip(before.iter().zip(now)) {
                if before != now {
                    *counts = 0;
                }
            }
        }
        self
    }

    /// The picture as a portable pixmap; what does not count is red.
    pub(super) fn pixmap(&self) -> Vec<u8> {
        let mut bytes = format!("P6 {} {} 255\n", self.area.width, self.area.height).into_bytes();
        for (row, steady) in self.rows.iter().zip(&self.steady) {
            for (pixel, counts) in row.chunks(4).zip(steady.chunks(4)) {
                match pixel {
                    [blue, green, red, _] if !counts.contains(&0) => {
                        bytes.extend([*red, *green, *blue]);
                    }
                    _ => bytes.extend([255, 0, 0]),
                }
            }
        }
        bytes
    }

    /// How much of the area counts, in thousandths.
    pub(super) fn steady_share(&self) -> usize {
        let all: usize = self.steady.iter().map(Vec::len).sum();
        let counts = self.steady.iter().flatten().filter(|byte| **byte != 0);
        counts.count() * 1_000 / all.max(1)
    }
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
        let rows: Vec<Vec<u8>> = (0..area.height)
            .map(|row| self.row(area, row))
            .collect::<Result<_>>()?;
        let steady = rows.iter().map(|row| vec![u8::MAX; row.len()]).collect();
        Ok(Picture { area, rows, steady })
    }

    /// Whether the screen shows this now, where the picture is steady. Stops at the first row that differs.
    pub(super) fn shows(&self, picture: &Picture) -> Result<bool> {
        for row in 0..picture.area.height {
            if !picture.has_row(row, &self.row(picture.area, row)?) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The rows of the picture that look different now, for whoever has to find out why.
    pub(super) fn differing_rows(&self, picture: &Picture) -> Result<Vec<u64>> {
        let mut rows = Vec::new();
        for row in 0..picture.area.height {
            if !picture.has_row(row, &self.row(picture.area, row)?) {
                rows.push(row);
            }
        }
        Ok(rows)
    }

    fn row(&self, area: Area, row: u64) -> Result<Vec<u8>> {
        let mut bytes = vec![0; usize::try_from(area.width * BYTES_PER_PIXEL)?];
        let place =
            self.start + (area.top + row) * self.bytes_per_row + area.left * BYTES_PER_PIXEL;
        self.file
            .read_exact_at(&mut bytes, place)
            .context("reading the screen")?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, Screen};

    /// A screen of 4 by 3 pixels, each with its number as colour, behind a header and two colours.
    fn screen(name: &str) -> (std::path::PathBuf, Screen) {
        let mut bytes = Vec::new();
        for word in 0..25_u32 {
            let value = match word {
                0 => 100,
                11 => 32,
                12 => 16,
                19 => 2,
                _ => 7,
            };
            bytes.extend(u32::to_be_bytes(value));
        }
        bytes.extend([0; 24]);
        for pixel in 0..12_u32 {
            bytes.extend(pixel.to_le_bytes());
        }
        let path = std::env::temp_dir().join(format!("safelight-{name}-{}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        let screen = Screen::of(&path).unwrap();
        (path, screen)
    }

    #[test]
    fn an_area_is_cut_out_of_its_rows() {
        let (path, screen) = screen("area");
        let picture = screen
            .picture(Area {
                left: 1,
                top: 1,
                width: 2,
                height: 2,
            })
            .unwrap();
        assert_eq!(
            picture.rows,
            [[5, 0, 0, 0, 6, 0, 0, 0], [9, 0, 0, 0, 10, 0, 0, 0]],
            "second and third row"
        );
        assert!(screen.shows(&picture).unwrap(), "nothing has changed");
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn a_changed_pixel_is_seen() {
        use std::os::unix::fs::FileExt as _;
        let (path, screen) = screen("change");
        let picture = screen
            .picture(Area {
                left: 0,
                top: 0,
                width: 4,
                height: 3,
            })
            .unwrap();
        std::fs::File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .write_all_at(&[9], 124 + 40)
            .unwrap();
        assert!(!screen.shows(&picture).unwrap(), "the last row differs");
        assert_eq!(
            screen.differing_rows(&picture).unwrap(),
            [2],
            "and which it is"
        );
        let later = screen.picture(picture.area).unwrap();
        let steadied = picture.steadied_by(&later);
        assert!(
            screen.shows(&steadied).unwrap(),
            "what differs between two looks does not count"
        );
        assert_eq!(
            steadied.steady_share(),
            47 * 1_000 / 48,
            "and all else does"
        );
        std::fs::remove_file(path).unwrap();
    }
}
