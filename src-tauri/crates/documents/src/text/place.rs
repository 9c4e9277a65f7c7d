//! A shaped run as glyphs at their places, each with the text that a reader copies.

use crate::display::PlacedGlyph;
use crate::units::Length;

use super::clean::{is_isolate, plain_spaces};

/// A character that the run's face does not draw.
pub(super) struct Missing;

/// The glyphs of a run in drawing order, and its advance.
pub(super) fn place(
    text: &str,
    run: &parley::Run<'_, ()>,
) -> Result<(Vec<PlacedGlyph>, Length), Missing> {
    // A ligature draws in its first cluster; the text of its other clusters goes with it.
    let mut texts: Vec<(usize, usize)> = Vec::with_capacity(run.len());
    for cluster in run.clusters() {
        let range = cluster.text_range();
        match texts.last_mut() {
            Some(last) if cluster.is_ligature_continuation() => last.1 = range.end,
            _ => texts.push((range.start, range.end)),
        }
    }
    let mut glyphs = Vec::with_capacity(texts.len());
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
