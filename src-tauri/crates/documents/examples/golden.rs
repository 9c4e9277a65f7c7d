//! Writes the golden set to a folder, and contact sheets of its pages for a person to look at.
//!
//! `cargo xtask papers` runs it. The pages are drawn by `pdftoppm`; a contact sheet holds the papers of one kind and
//! language side by side.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a tool for the people who make the papers"
)]

#[allow(dead_code, reason = "the tests use all of them")]
#[path = "../tests/papers/facts.rs"]
mod facts;
#[allow(dead_code, reason = "the tests use all of them")]
#[path = "../tests/papers/kind_facts/mod.rs"]
mod kind_facts;
#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../tests/papers/kinds.rs"]
mod kinds;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use documents::Paper;
use kind_facts::PLACES;
use kinds::{KINDS, casts};

/// Dots to the inch of the pages on a contact sheet.
const RESOLUTION: &str = "55";
/// Pages beside each other.
const ACROSS: usize = 6;
const GAP: usize = 12;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("usage: golden FOLDER"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("pages")).unwrap();
    let mut sheets: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    let mut papers = 0;
    for kind in KINDS {
        for cast in casts() {
            let name = format!("{}-{}", kind.name, cast.name());
            let bytes = (kind.make)(&cast).unwrap_or_else(|error| panic!("{name}: {error}"));
            let file = folder.join(format!("{name}.pdf"));
            fs::write(&file, bytes).unwrap();
            papers += 1;
            let sheet = format!("{}-{}", kind.name, cast.locale.language());
            sheets
                .entry(sheet)
                .or_default()
                .extend(drawn(&file, &folder));
        }
    }
    for place in &PLACES {
        for paper in [Paper::A4, Paper::Letter] {
            for (kind, bytes) in place.for_the_post(paper) {
                let name = format!("{kind}-{}-{paper:?}", place.tag);
                let file = folder.join(format!("{name}.pdf"));
                fs::write(&file, bytes).unwrap();
                papers += 1;
                let sheet = format!("{kind}-{}", place.tag);
                sheets
                    .entry(sheet)
                    .or_default()
                    .extend(drawn(&file, &folder));
            }
        }
    }
    for (name, pages) in &sheets {
        let pictures: Vec<Picture> = pages.iter().map(|page| Picture::read(page)).collect();
        Picture::beside(&pictures).write(&folder.join(format!("{name}.png")));
    }
    println!(
        "{papers} papers and {} contact sheets in {}",
        sheets.len(),
        folder.display()
    );
}

/// The pages of a paper as pictures.
fn drawn(file: &Path, folder: &Path) -> Vec<PathBuf> {
    let stem = file.file_stem().unwrap().to_str().unwrap();
    let start = folder.join("pages").join(stem);
    let outcome = Command::new("pdftoppm")
        .args(["-png", "-r", RESOLUTION])
        .args([file, &start])
        .status()
        .expect("pdftoppm draws the pages (`cargo xtask setup` installs it)");
    assert!(outcome.success(), "pdftoppm {}", file.display());
    let pages = fs::read_dir(folder.join("pages")).unwrap();
    let mut pages: Vec<PathBuf> = pages
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.file_name()
                .unwrap()
                .to_str()
                .unwrap()
                .rsplit_once('-')
                .unwrap()
                .0
                == stem
        })
        .collect();
    pages.sort();
    pages
}

/// Red, green and blue of each dot.
struct Picture {
    width: usize,
    height: usize,
    samples: Vec<u8>,
}

impl Picture {
    fn read(path: &Path) -> Self {
        let file = std::io::BufReader::new(fs::File::open(path).unwrap());
        let mut reader = png::Decoder::new(file).read_info().unwrap();
        let mut samples = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut samples).unwrap();
        assert_eq!(
            info.color_type,
            png::ColorType::Rgb,
            "as pdftoppm writes them"
        );
        samples.truncate(info.buffer_size());
        Self {
            width: info.width as usize,
            height: info.height as usize,
            samples,
        }
    }

    /// All of them in rows on a grey ground.
    fn beside(pictures: &[Self]) -> Self {
        let across = pictures.len().min(ACROSS);
        let (most_wide, most_high) = pictures.iter().fold((0, 0), |(wide, high), picture| {
            (picture.width.max(wide), picture.height.max(high))
        });
        let width = across * (most_wide + GAP) + GAP;
        let height = pictures.len().div_ceil(ACROSS) * (most_high + GAP) + GAP;
        let mut sheet = Self {
            width,
            height,
            samples: vec![0x90; width * height * 3],
        };
        for (index, picture) in pictures.iter().enumerate() {
            let left = GAP + index % ACROSS * (most_wide + GAP);
            let top = GAP + index / ACROSS * (most_high + GAP);
            for (row, dots) in picture.samples.chunks(picture.width * 3).enumerate() {
                let at = ((top + row) * width + left) * 3;
                sheet.samples[at..at + dots.len()].copy_from_slice(dots);
            }
        }
        sheet
    }

    fn write(&self, path: &Path) {
        let file = std::io::BufWriter::new(fs::File::create(path).unwrap());
        let (width, height) = (
            self.width.try_into().unwrap(),
            self.height.try_into().unwrap(),
        );
        let mut encoder = png::Encoder::new(file, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&self.samples).unwrap();
    }
}
