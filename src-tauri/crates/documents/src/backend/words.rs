//! Runs of glyphs as text operators, with what a reader copies.
//!
//! A font maps each glyph to one text. Where a glyph stands for another one, as the hyphen that divides a word does in
//! a face that draws the hyphen of a number with the same glyph, the text is given beside it.

use std::collections::BTreeMap;

use printpdf::{DictItem, Op};

use super::fonts::{Embedded, resource};
use super::{Content, internal};
use crate::DocumentError;
use crate::display::{Letters, PlacedGlyph, Run};
use crate::fonts::Font;
use crate::units::Length;

/// The text that each glyph mostly stands for.
pub(super) type Texts = BTreeMap<u16, Letters>;

/// Divides a word at the end of a line; a reader joins its parts.
const SOFT_HYPHEN: &str = "\u{ad}";

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
    content: &mut Content,
    x: Length,
    baseline: Length,
    run: &Run,
    face: &Embedded,
) -> Result<(), DocumentError> {
    for stretch in run.glyphs.chunk_by(|a, b| a.rise == b.rise) {
        let Some(first) = stretch.first() else {
            continue;
        };
        content.colour(run.colour);
        set_font(content, &run.face, run.size);
        let ops = &mut content.ops;
        ops.push(Op::StartTextSection);
        // Where the text begins; its object has no place yet.
        let place = vec![real(x + first.x), real(baseline + first.rise)];
        ops.push(operator("Td", place));
        let mut pen = Pen::new(stretch, run.size, face);
        for (length, told) in told(stretch, face) {
            if let Some(text) = told {
                ops.push(beside(text));
            }
            ops.push(operator("TJ", vec![DictItem::Array(pen.shown(length)?)]));
            if told.is_some() {
                ops.push(Op::EndMarkedContent);
            }
        }
        ops.push(Op::EndTextSection);
    }
    Ok(())
}

fn set_font(content: &mut Content, face: &Font, size: Length) {
    let same = |(known, in_size): &(Font, Length)| known == face && *in_size == size;
    if !content.font.as_ref().is_some_and(same) {
        let name = DictItem::Name(resource(face).into_bytes());
        content.ops.push(operator("Tf", vec![name, real(size)]));
        content.font = Some((face.clone(), size));
    }
}

fn operator(key: &str, value: Vec<DictItem>) -> Op {
    Op::Unknown {
        key: key.to_owned(),
        value,
    }
}

fn real(length: Length) -> DictItem {
    DictItem::Real(length.to_float())
}

/// How many glyphs go together, and the text to give beside them where the font would say another one.
fn told<'a>(stretch: &'a [PlacedGlyph], face: &Embedded) -> Vec<(usize, Option<&'a str>)> {
    let mut told: Vec<(usize, Option<&str>)> = Vec::new();
    // A cluster is a glyph with its text and those after it that have none.
    for cluster in stretch.chunk_by(|_, next| next.text.is_empty()) {
        let fits = |glyph: &PlacedGlyph| face.says(glyph.id) == Some(&glyph.text);
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

/// Shows glyphs one after the other, each where it was placed.
struct Pen<'a> {
    glyphs: &'a [PlacedGlyph],
    next: usize,
    size: Length,
    face: &'a Embedded,
    /// Where it stands after what was shown, in millionths of an em from the first glyph.
    at: i64,
}

impl<'a> Pen<'a> {
    fn new(glyphs: &'a [PlacedGlyph], size: Length, face: &'a Embedded) -> Self {
        Self {
            glyphs,
            next: 0,
            size,
            face,
            at: 0,
        }
    }

    /// The next glyphs as strings, with a move between them where the advance alone is off by half a thousandth of
    /// an em or more.
    fn shown(&mut self, length: usize) -> Result<Vec<DictItem>, DocumentError> {
        let start = self.glyphs.first().map_or(Length::ZERO, |glyph| glyph.x);
        let mut items = Vec::new();
        let mut codes = Vec::with_capacity(length * 2);
        for _ in 0..length {
            let Some(glyph) = self.glyphs.get(self.next) else {
                break;
            };
            let wanted = millionths((glyph.x - start).per_em(self.size));
            let back = (self.at - wanted + 500).div_euclid(1_000);
            if back != 0 {
                if i16::try_from(back).is_err() {
                    return Err(internal("a glyph is far from its run"));
                }
                if !codes.is_empty() {
                    items.push(string(std::mem::take(&mut codes)));
                }
                items.push(DictItem::Int(back));
                self.at -= back * 1_000;
            }
            let id = self.face.new_id(glyph.id);
            let id = id.ok_or_else(|| internal("a glyph was not embedded"))?;
            codes.extend(id.to_be_bytes());
            let advance = self.face.advances.get(usize::from(id));
            self.at += advance.copied().unwrap_or_default();
            self.next += 1;
        }
        items.push(string(codes));
        Ok(items)
    }
}

fn string(data: Vec<u8>) -> DictItem {
    DictItem::String {
        data,
        literal: true,
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a run is some thousand ems long at most"
)]
fn millionths(thousandths: f64) -> i64 {
    (thousandths * 1_000.0).round() as i64
}
