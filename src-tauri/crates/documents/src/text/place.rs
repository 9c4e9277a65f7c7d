//! A shaped run as glyphs at their places, each with the text that a reader copies, cut where another span begins.

use std::ops::Range;

use crate::display::{Letters, PlacedGlyph};
use crate::fonts::Face;
use crate::units::Length;

use super::clean::{is_isolate, plain_spaces};

/// A character that the run's face does not draw.
pub(super) struct Missing;

/// The glyphs of one span in a run, from its own start.
pub(super) struct Stretch {
    pub(super) span: usize,
    /// In the run.
    pub(super) start: Length,
    pub(super) end: Length,
    pub(super) glyphs: Vec<PlacedGlyph>,
}

/// The glyphs of a run in drawing order, and its advance.
pub(super) fn place(
    text: &str,
    run: &parley::Run<'_, ()>,
    spans: &[(Face, Range<usize>)],
) -> Result<(Vec<Stretch>, Length), Missing> {
    // A ligature draws in its first cluster; the text of its other clusters goes with it.
    let mut texts: Vec<(usize, usize)> = Vec::with_capacity(run.len());
    for cluster in run.clusters() {
        let range = cluster.text_range();
        match texts.last_mut() {
            Some(last) if cluster.is_ligature_continuation() => last.1 = range.end,
            _ => texts.push((range.start, range.end)),
        }
    }
    let mut stretches: Vec<Stretch> = Vec::with_capacity(1);
    let mut pen = 0.0_f32;
    for cluster in run.visual_clusters() {
        if cluster.is_ligature_continuation() {
            continue;
        }
        let start = cluster.text_range().start;
        let end = texts
            .binary_search_by_key(&start, |range| range.0)
            .ok()
            .and_then(|at| texts.get(at))
            .map_or(start, |range| range.1);
        let source = text.get(start..end).unwrap_or_default();
        let drawn = !cluster.is_hard_line_break() && !source.chars().all(is_isolate);
        let mut first = true;
        let span = span_of(start, spans);
        for glyph in cluster.glyphs() {
            let x = Length::from_float(pen + glyph.x);
            pen += glyph.advance;
            if !drawn {
                continue;
            }
            let id = u16::try_from(glyph.id).unwrap_or(0);
            if id == 0 {
                return Err(Missing);
            }
            let copied = if first {
                plain_spaces(source)
            } else {
                Letters::default()
            };
            first = false;
            let rise = -Length::from_float(glyph.y);
            let glyph = PlacedGlyph {
                id,
                x,
                rise,
                text: copied,
            };
            add(&mut stretches, span, glyph);
        }
    }
    let advance = Length::from_float(pen);
    if let Some(last) = stretches.last_mut() {
        last.end = advance;
    }
    Ok((stretches, advance))
}

fn span_of(offset: usize, spans: &[(Face, Range<usize>)]) -> usize {
    let holds = |(_, range): &(Face, Range<usize>)| range.contains(&offset);
    spans.iter().position(holds).unwrap_or(0)
}

/// Adds a glyph to the last stretch, or to a new one when it is of another span.
fn add(stretches: &mut Vec<Stretch>, span: usize, mut glyph: PlacedGlyph) {
    let x = glyph.x;
    match stretches.last_mut() {
        Some(last) if last.span == span => {
            glyph.x = x - last.start;
            last.glyphs.push(glyph);
        }
        last => {
            let start = if last.is_some() { x } else { Length::ZERO };
            if let Some(last) = last {
                last.end = x;
            }
            glyph.x = x - start;
            stretches.push(Stretch {
                span,
                start,
                end: start,
                glyphs: vec![glyph],
            });
        }
    }
}
