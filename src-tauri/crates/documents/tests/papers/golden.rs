//! The golden set read back: its words as snapshots, one file for each kind and language.

use std::fmt::Write as _;

use documents::Paper;

use crate::kinds::{Cast, Extent, KINDS, casts, locales};
use crate::read::{assert_sound, boxes, pages};

#[test]
fn every_kind_reads_as_written_in_every_language() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("golden");
    settings.set_omit_expression(true);
    for kind in KINDS {
        for locale in locales(Paper::A4) {
            let mut text = String::new();
            for extent in Extent::ALL {
                let paper = Paper::A4;
                let cast = Cast {
                    paper,
                    locale,
                    extent,
                };
                let bytes = (kind.make)(&cast)
                    .unwrap_or_else(|error| panic!("{} {}: {error}", kind.name, cast.name()));
                let read = pages(&format!("golden-{}-{}", kind.name, cast.name()), &bytes);
                for (index, page) in read.iter().enumerate() {
                    let (number, count) = (index + 1, read.len());
                    let extent = extent.name();
                    writeln!(text, "===== {extent}, page {number} of {count}\n{page}").unwrap();
                }
            }
            let name = format!("{}-{}", kind.name, locale.language());
            settings.bind(|| insta::assert_snapshot!(name, text));
        }
    }
}

/// Whatever is drawn outside is cut off by a printer.
#[test]
fn every_word_stands_on_its_sheet_and_none_on_another() {
    for kind in KINDS {
        for cast in casts() {
            // Not the name of the other test's file: both run at once.
            let name = format!("edges-{}-{}", kind.name, cast.name());
            let bytes = (kind.make)(&cast).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_sound(&name, &bytes);
            let (width, height) = match cast.paper {
                Paper::A4 => (595.2, 841.8),
                Paper::Letter => (612.0, 792.0),
            };
            let words = boxes(&name, &bytes);
            assert!(words.len() > 20, "{name}: {} words", words.len());
            for (page, [left, top, right, bottom], word) in &words {
                let inside =
                    *left > 14.0 && *top > 14.0 && *right < width - 14.0 && *bottom < height - 14.0;
                assert!(
                    inside,
                    "{name}, page {page}: {word} at {left} {top} {right} {bottom}"
                );
            }
        }
    }
}
