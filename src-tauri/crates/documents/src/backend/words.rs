//! Runs of glyphs as text operators, with what a reader copies.
//!
//! A font maps each glyph to one text. Where a glyph stands for another one, as the hyphen that divides a word does in
//! a face that draws the hyphen of a number with the same glyph, the text is given beside it.

use std::collections::BTreeMap;

use printpdf::{Codepoint, DictItem, Op, PdfFontHandle, TextItem, TextMatrix};
use subsetter::GlyphRemapper;

use super::{colour_of, font_id, internal, points};
use crate::DocumentError;
use crate::display::{PlacedGlyph, Run};
use crate::units::Length;

/// The text that each glyph mostly stands for.
pub(super) type Texts = BTreeMap<u16, String>;

/// Divides a word at the end of a line; a reader joins its parts.
const SOFT_HYPHEN: &str = "\u{ad}";

/// A face as embedded: only the glyphs used, under new ids.
pub(super) struct Embedded {
    pub(super) ids: GlyphRemapper,
    /// Advances in thousandths of an em, as the PDF states them (printpdf cuts the fraction off).
    pub(super) advances: BTreeMap<u16, i64>,
    pub(super) texts: Texts,
}

/// Keeps the first text of a glyph; anything goes before nothing and before the mark of a divided word.
pub(super) fn note(texts: &mut Texts, glyph: &PlacedGlyph) {
    let rank = |text: &str| match text {
        "" => 0,
        SOFT_HYPHEN => 1,
        _ => 2,
    };
    match texts.get_mut(&glyph.id) {
        Some(text) if rank(text) < rank(&glyph.text) => text.clone_from(&glyph.text),
        Some(_) => {}
        None => {
            texts.insert(glyph.id, glyph.text.clone());
        }
    }
}

/// One text object for each stretch of glyphs on the same height.
pub(super) fn write_run(
    ops: &mut Vec<Op>,
    x: Length,
    baseline: Length,
    run: &Run,
    face: &Embedded,
) -> Result<(), DocumentError> {
    for stretch in run.glyphs.chunk_by(|a, b| a.rise == b.rise) {
        let Some(first) = stretch.first() else {
            continue;
        };
        ops.push(Op::StartTextSection);
        ops.push(Op::SetFillColor {
            col: colour_of(run.colour.parts()),
        });
        ops.push(Op::SetFont {
            font: PdfFontHandle::External(font_id(&run.face)),
            size: points(run.size),
        });
        let matrix = TextMatrix::Translate(points(x + first.x), points(baseline + first.rise));
        ops.push(Op::SetTextMatrix { matrix });
        let mut glyphs = adjusted(stretch, run.size, face)?.into_iter();
        for (length, told) in told(stretch, face) {
            let glyphs: Vec<Codepoint> = glyphs.by_ref().take(length).collect();
            if let Some(text) = told {
                ops.push(beside(text));
            }
            ops.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(glyphs)],
            });
            if told.is_some() {
                ops.push(Op::EndMarkedContent);
            }
        }
        ops.push(Op::EndTextSection);
    }
    Ok(())
}

/// How many glyphs go together, and the text to give beside them where the font would say another one.
fn told<'a>(stretch: &'a [PlacedGlyph], face: &Embedded) -> Vec<(usize, Option<&'a str>)> {
    let mut told: Vec<(usize, Option<&str>)> = Vec::new();
    // A cluster is a glyph with its text and those after it that have none.
    for cluster in stretch.chunk_by(|_, next| next.text.is_empty()) {
        let fits = |glyph: &PlacedGlyph| face.texts.get(&glyph.id) == Some(&glyph.text);
        let text = match cluster.first() {
            Some(first) if !cluster.iter().all(fits) => Some(first.text.as_str()),
            _ => None,
        };
        match told.last_mut() {
            Some((length, None)) if text.is_none() => *length += cluster.len(),
            _ => told.push((cluster.len(), text)),
        }
    }
    told
}

fn beside(text: &str) -> Op {
    let mut data = vec![0xfe, 0xff];
    data.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    let literal = false;
    let text = DictItem::String { data, literal };
    Op::BeginMarkedContentWithProperties {
        tag: "Span".to_owned(),
        properties: DictItem::Dict {
            map: BTreeMap::from([("ActualText".to_owned(), text)]),
        },
    }
}

/// Glyphs with the adjustment after each that brings the next to its place; rounding is carried along.
fn adjusted(
    stretch: &[PlacedGlyph],
    size: Length,
    face: &Embedded,
) -> Result<Vec<Codepoint>, DocumentError> {
    let start = stretch.first().map_or(Length::ZERO, |glyph| glyph.x);
    let mut pen = 0_i64;
    let mut glyphs = Vec::with_capacity(stretch.len());
    for (index, glyph) in stretch.iter().enumerate() {
        let id = face
            .ids
            .get(glyph.id)
            .ok_or_else(|| internal("a glyph was not embedded"))?;
        pen += face.advances.get(&id).copied().unwrap_or(0);
        let mut offset = 0_i16;
        if let Some(next) = stretch.get(index + 1) {
            let wanted = whole((next.x - start).per_em(size));
            offset =
                i16::try_from(pen - wanted).map_err(|_| internal("a glyph is far from its run"))?;
            pen -= i64::from(offset);
        }
        glyphs.push(Codepoint::with_cid(
            id,
            f32::from(offset),
            face.texts.get(&glyph.id).cloned().unwrap_or_default(),
        ));
    }
    Ok(glyphs)
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a run is some thousand ems long at most"
)]
fn whole(value: f64) -> i64 {
    value.round() as i64
}
