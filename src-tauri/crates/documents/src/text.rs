//! Text becomes lines of placed glyphs: normalising, shaping, kerning, line breaking, bidi.
//!
//! Owns everything the shaper needs. A character that no bundled face has is an error that names it and the
//! block; control characters and invisible direction marks are dropped before shaping.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    FontContext, FontFamily, FontFamilyName, FontFeatures, Layout, LayoutContext, OverflowWrap,
    StyleProperty,
};
use unicode_normalization::UnicodeNormalization;

use crate::DocumentError;
use crate::colour::Colour;
use crate::display::{PlacedGlyph, Run};
use crate::fonts::Face;
use crate::units::Length;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: Length,
    /// From baseline to baseline.
    pub(crate) leading: Length,
    pub(crate) colour: Colour,
    /// Figures of one width, for columns; prose has them in their natural widths.
    pub(crate) tabular: bool,
}

impl Style {
    pub(crate) const fn new(face: Face, size: Length, leading: Length, colour: Colour) -> Self {
        Self {
            face,
            size,
            leading,
            colour,
            tabular: false,
        }
    }

    pub(crate) const fn with(self, face: Face, colour: Colour) -> Self {
        Self {
            face,
            colour,
            ..self
        }
    }

    pub(crate) const fn tabular(self) -> Self {
        Self {
            tabular: true,
            ..self
        }
    }

    /// From the top of a line's box to its baseline: capitals stand in the middle of the box.
    pub(crate) fn drop(self) -> Length {
        self.leading / 2 + self.size * 36 / 100
    }
}

/// A stretch of text in one face.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span<'a> {
    pub(crate) text: &'a str,
    pub(crate) face: Face,
}

/// One line, ready to be placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Each with its offset from the start of the line.
    pub(crate) runs: Vec<(Length, Run)>,
    /// Without the space that hangs at its end.
    pub(crate) width: Length,
}

/// The shaper with the bundled faces.
pub(crate) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    faces: HashMap<u64, Face>,
}

impl Typesetter {
    pub(crate) fn new() -> Self {
        let options = CollectionOptions {
            shared: false,
            system_fonts: false,
        };
        let mut collection = Collection::new(options);
        let mut faces = HashMap::new();
        for face in Face::ALL {
            let blob = Blob::new(Arc::new(face.bytes()));
            faces.insert(blob.id(), face);
            let named = FontInfoOverride {
                family_name: Some(face.name()),
                ..FontInfoOverride::default()
            };
            collection.register_fonts(blob, Some(named));
        }
        let fonts = FontContext {
            collection,
            source_cache: SourceCache::default(),
        };
        Self {
            fonts,
            layouts: LayoutContext::new(),
            faces,
        }
    }

    /// Breaks a text into lines no wider than `width`; words longer than a line are broken.
    pub(crate) fn lines(
        &mut self,
        block: &'static str,
        text: &str,
        style: Style,
        width: Option<Length>,
    ) -> Result<Vec<Line>, DocumentError> {
        self.span_lines(
            block,
            &[Span {
                text,
                face: style.face,
            }],
            style,
            width,
        )
    }

    /// As [`Self::lines`], for a text that changes its face on the way.
    pub(crate) fn span_lines(
        &mut self,
        block: &'static str,
        spans: &[Span<'_>],
        style: Style,
        width: Option<Length>,
    ) -> Result<Vec<Line>, DocumentError> {
        let mut text = String::new();
        let mut ranges = Vec::with_capacity(spans.len());
        for span in spans {
            let start = text.len();
            text.push_str(&clean(span.text));
            ranges.push((span.face, start..text.len()));
        }
        let layout = self.shape(&text, &ranges, style, width);
        let mut lines = Vec::new();
        for line in layout.lines() {
            let mut pen = Length::ZERO;
            let mut runs = Vec::new();
            for run in line.runs() {
                let face = self
                    .faces
                    .get(&run.font().data.id())
                    .copied()
                    .ok_or_else(|| unknown_face(block))?;
                let (glyphs, advance) = place(block, &text, &run)?;
                if !glyphs.is_empty() {
                    runs.push((
                        pen,
                        Run {
                            face,
                            size: style.size,
                            colour: style.colour,
                            glyphs,
                        },
                    ));
                }
                pen += advance;
            }
            let metrics = line.metrics();
            let width = Length::from_float(metrics.advance - metrics.hanging_advance);
            lines.push(Line { runs, width });
        }
        Ok(lines)
    }

    /// The width of a text on one line.
    pub(crate) fn width(
        &mut self,
        block: &'static str,
        text: &str,
        style: Style,
    ) -> Result<Length, DocumentError> {
        let lines = self.lines(block, text, style, None)?;
        Ok(lines
            .iter()
            .map(|line| line.width)
            .max()
            .unwrap_or_default())
    }

    fn shape(
        &mut self,
        text: &str,
        ranges: &[(Face, std::ops::Range<usize>)],
        style: Style,
        width: Option<Length>,
    ) -> Layout<()> {
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontSize(style.size.to_float()));
        builder.push_default(StyleProperty::FontFamily(family(style.face)));
        // No contextual swaps: they would change what a reader copies.
        let features = if style.tabular {
            "\"lnum\" 1, \"tnum\" 1, \"calt\" 0"
        } else {
            "\"lnum\" 1, \"pnum\" 1, \"calt\" 0"
        };
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source(
            Cow::Borrowed(features),
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        for (face, range) in ranges {
            builder.push(StyleProperty::FontFamily(family(*face)), range.clone());
        }
        let mut layout = builder.build(text);
        // A hair of slack, so that a text measured without a limit fits the width that it was measured at.
        layout.break_all_lines(width.map(|width| width.to_float() + 0.01));
        layout
    }
}

fn family(face: Face) -> FontFamily<'static> {
    FontFamily::List(Cow::Owned(vec![
        FontFamilyName::Named(Cow::Borrowed(face.name())),
        FontFamilyName::Named(Cow::Borrowed(face.stand_in().name())),
    ]))
}

fn unknown_face(block: &'static str) -> DocumentError {
    DocumentError::Internal {
        detail: format!("a face that is not bundled was chosen in {block}"),
    }
}

/// The glyphs of a run in drawing order, and its advance.
fn place(
    block: &'static str,
    text: &str,
    run: &parley::Run<'_, ()>,
) -> Result<(Vec<PlacedGlyph>, Length), DocumentError> {
    // A ligature draws in its first cluster; the text of its other clusters goes with it.
    let mut texts: Vec<(usize, usize)> = Vec::new();
    for cluster in run.clusters() {
        let range = cluster.text_range();
        match texts.last_mut() {
            Some(last) if cluster.is_ligature_continuation() => last.1 = range.end,
            _ => texts.push((range.start, range.end)),
        }
    }
    let mut glyphs = Vec::new();
    let mut pen = 0.0_f32;
    for cluster in run.visual_clusters() {
        if cluster.is_ligature_continuation() {
            continue;
        }
        let start = cluster.text_range().start;
        let end = texts
            .iter()
            .find(|range| range.0 == start)
            .map_or(start, |range| range.1);
        let source = text.get(start..end).unwrap_or_default();
        let newline = cluster.is_hard_line_break();
        let mut first = true;
        for glyph in cluster.glyphs() {
            let x = Length::from_float(pen + glyph.x);
            pen += glyph.advance;
            if newline {
                continue;
            }
            let id = u16::try_from(glyph.id).unwrap_or(0);
            if id == 0 {
                return Err(DocumentError::MissingGlyph {
                    character: source.to_owned(),
                    block,
                });
            }
            let copied = if first {
                plain_spaces(source)
            } else {
                String::new()
            };
            first = false;
            glyphs.push(PlacedGlyph {
                id,
                x,
                rise: -Length::from_float(glyph.y),
                text: copied,
            });
        }
    }
    Ok((glyphs, Length::from_float(pen)))
}

/// No-break spaces share their glyph with the space; a reader should copy a plain one.
fn plain_spaces(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}

/// Composed (NFC), without controls, direction marks and other characters that draw nothing.
fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut letters = text.nfc().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    cleaned.push('\n');
                }
            }
            '\n' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\t' => cleaned.push(' '),
            // Narrow no-break space: the serif lacks it.
            '\u{202f}' => cleaned.push('\u{a0}'),
            letter if letter.is_control() || draws_nothing(letter) => {}
            letter => cleaned.push(letter),
        }
    }
    cleaned
}

fn draws_nothing(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::colour::INK;

    fn style(face: Face) -> Style {
        Style::new(face, Length::points(10), Length::points(14), INK)
    }

    fn copied(lines: &[Line]) -> Vec<String> {
        let runs = |line: &Line| {
            line.runs
                .iter()
                .flat_map(|(_, run)| run.glyphs.clone())
                .map(|g| g.text)
                .collect()
        };
        lines.iter().map(runs).collect()
    }

    #[test]
    fn pairs_are_kerned() {
        let mut setter = Typesetter::new();
        for face in [Face::SansRegular, Face::SerifRegular] {
            let pair = setter.width("test", "AV", style(face)).unwrap();
            let apart = setter.width("test", "A", style(face)).unwrap()
                + setter.width("test", "V", style(face)).unwrap();
            assert!(
                pair < apart,
                "{face:?}: AV is {pair:?}, A and V are {apart:?}"
            );
        }
    }

    #[test]
    fn figures_in_columns_have_one_width() {
        let mut setter = Typesetter::new();
        for face in Face::ALL {
            let one = setter.width("test", "1111", style(face).tabular()).unwrap();
            let eight = setter.width("test", "8888", style(face).tabular()).unwrap();
            assert_eq!(one, eight, "{face:?}: columns of sums would not align");
        }
    }

    #[test]
    fn a_ligature_copies_as_its_letters() {
        let mut setter = Typesetter::new();
        for face in Face::ALL {
            let lines = setter
                .lines("test", "office ﬁn fjord", style(face), None)
                .unwrap();
            assert_eq!(copied(&lines), ["office ﬁn fjord"], "{face:?}");
        }
    }

    #[test]
    fn every_european_letter_is_there() {
        let mut setter = Typesetter::new();
        let text = "Zoë Łukasz Ørsted Ñ ẞ ß ğ İ ő ż Đ Žaneta Dvořáková Ελένη Παπαδοπούλου Ђорђе Щукин Їжак ’“”„«»–—…€£¥₹−×·";
        for face in Face::ALL {
            let lines = setter.lines("test", text, style(face), None).unwrap();
            assert_eq!(copied(&lines), [text], "{face:?}");
        }
    }

    #[test]
    fn a_decomposed_letter_is_composed() {
        let mut setter = Typesetter::new();
        let lines = setter
            .lines("test", "Zoe\u{308}", style(Face::SansRegular), None)
            .unwrap();
        assert_eq!(copied(&lines), ["Zoë"]);
    }

    #[test]
    fn controls_and_direction_marks_draw_nothing() {
        let mut setter = Typesetter::new();
        let text = "A\u{0}\u{7}n\u{202e}n\u{200b}a\u{feff}\t(\u{2066}x\u{2069})";
        let lines = setter
            .lines("test", text, style(Face::SansRegular), None)
            .unwrap();
        assert_eq!(copied(&lines), ["Anna (x)"]);
    }

    #[test]
    fn a_character_no_face_has_is_named() {
        let mut setter = Typesetter::new();
        for (text, character) in [
            ("Fox 🦊", "🦊"),
            ("דוד כהן", "ד"),
            ("安藤", "安"),
            ("سارة", "س"),
        ] {
            let error = setter
                .lines("client name", text, style(Face::SerifRegular), None)
                .unwrap_err();
            match error {
                DocumentError::MissingGlyph {
                    character: named,
                    block: "client name",
                } => {
                    assert!(
                        text.contains(&named) && !named.is_empty(),
                        "{text}: {named}"
                    );
                    assert_eq!(
                        named.chars().count(),
                        character.chars().count(),
                        "one character is named: {named}"
                    );
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn an_endless_word_is_broken_inside_its_width() {
        let mut setter = Typesetter::new();
        let width = Length::points(120);
        let word =
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
                .repeat(3);
        let lines = setter
            .lines("test", &word, style(Face::SansRegular), Some(width))
            .unwrap();
        assert!(lines.len() > 3, "it wraps");
        assert!(
            lines
                .iter()
                .all(|line| line.width <= width + Length::thousandths(20)),
            "no line is wider than its box"
        );
        assert_eq!(copied(&lines).concat(), word, "no letter is lost");
    }
}
