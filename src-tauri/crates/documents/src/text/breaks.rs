//! Lines out of a shaped paragraph: where they end, where a word is divided, what they hold.
//!
//! The shaper breaks at spaces. Where that leaves a wide gap, the word that went over is divided when a part of
//! it and a hyphen fit; never on more than two lines running, and never so that the last line holds only the
//! rest of a word.

use std::collections::HashMap;
use std::ops::Range;

use parley::{BreakReason, Layout};
use skrifa::{FontRef, MetadataProvider};

use super::hyphens::Hyphens;
use super::place::place;
use super::{Line, Piece, Style};
use crate::display::{Letters, PlacedGlyph, Run};
use crate::fonts::{Face, Font};
use crate::units::Length;

type Faces = HashMap<u64, Font>;

/// A line that ends inside a word.
struct Cut {
    line: usize,
    /// Of the line.
    characters: u32,
    /// The offset in the text.
    at: usize,
    /// The word is wider than a line.
    forced: bool,
}

/// Divided lines in one paragraph: longer ones are no prose, and each costs a pass.
const MOST_CUTS: usize = 200;
const MOST_RUNNING: usize = 2;

/// What a paragraph is divided by.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    pub(super) hyphens: Hyphens,
    pub(super) faces: &'a Faces,
    pub(super) width: f32,
    pub(super) prose: bool,
}

/// Breaks the layout; the lines that end in a hyphen.
pub(super) fn break_lines(layout: &mut Layout<()>, text: &str, rules: Rules<'_>) -> Vec<usize> {
    let mut cuts: Vec<Cut> = Vec::new();
    let width = rules.width;
    break_at(layout, width, &cuts);
    let mut from = 0;
    while cuts.len() < MOST_CUTS {
        let Some(cut) = rules.next_cut(layout, text, &cuts, from) else {
            break;
        };
        let (line, forced) = (cut.line, cut.forced);
        from = line + 1;
        cuts.push(cut);
        break_at(layout, width, &cuts);
        if !forced && is_rest_alone(layout, text, line) {
            cuts.pop();
            break_at(layout, width, &cuts);
        }
    }
    let holds = |cut: &Cut| {
        let line = layout.get(cut.line);
        line.is_some_and(|line| line.text_range().end == cut.at)
    };
    if !cuts.iter().all(holds) {
        cuts.clear();
        break_at(layout, width, &cuts);
    }
    cuts.iter().map(|cut| cut.line).collect()
}

/// True when the line after `line` is the last and holds one word.
fn is_rest_alone(layout: &Layout<()>, text: &str, line: usize) -> bool {
    let last = layout
        .get(line + 1)
        .and_then(|last| text.get(last.text_range()));
    line + 2 == layout.len()
        && last.is_some_and(|last| !last.trim_end().contains(char::is_whitespace))
}

fn break_at(layout: &mut Layout<()>, width: f32, cuts: &[Cut]) {
    if cuts.is_empty() {
        layout.break_all_lines(Some(width));
        return;
    }
    let mut lines = layout.break_lines();
    lines.state_mut().set_layout_max_advance(width);
    lines.state_mut().set_line_max_advance(width);
    let mut cuts = cuts.iter().peekable();
    let mut line = 0;
    loop {
        let more = match cuts.next_if(|cut| cut.line == line) {
            Some(cut) => lines.break_next_with_length(cut.characters).is_some(),
            None => lines.break_next().is_some(),
        };
        if !more {
            break;
        }
        line += 1;
    }
    lines.finish();
}

impl Rules<'_> {
    /// The first line from `from` on that is better divided.
    fn next_cut(self, layout: &Layout<()>, text: &str, cuts: &[Cut], from: usize) -> Option<Cut> {
        let last = layout.len().checked_sub(1)?;
        (from..last).find_map(|index| {
            let running = cuts.iter().rev().take(MOST_RUNNING).enumerate();
            let running = running.filter(|(back, cut)| cut.line + back + 1 == index);
            let many = running.count() == MOST_RUNNING;
            let line = layout.get(index)?;
            let (at, forced) = match line.break_reason() {
                BreakReason::Regular if self.prose && !many => {
                    (self.after(layout, text, index)?, false)
                }
                BreakReason::Emergency => (self.inside(text, &line)?, true),
                _ => return None,
            };
            let characters = text.get(line.text_range().start..at)?.chars().count();
            Some(Cut {
                line: index,
                characters: u32::try_from(characters).ok()?,
                at,
                forced,
            })
        })
    }

    /// Where the first word of the next line may be divided, so that a part of it comes back.
    fn after(self, layout: &Layout<()>, text: &str, index: usize) -> Option<usize> {
        let (line, next) = (layout.get(index)?, layout.get(index + 1)?);
        let metrics = line.metrics();
        let gap = self.width - (metrics.advance - metrics.hanging_advance);
        let size = line.runs().next()?.font_size();
        let start = next.text_range().start;
        let narrow = gap < (self.width / 10.0).max(size * 3.0);
        if narrow || !text.get(..start)?.ends_with(char::is_whitespace) {
            return None;
        }
        let word = text
            .get(next.text_range())?
            .split(char::is_whitespace)
            .next()?;
        let points = self.hyphens.points(word).into_iter();
        let points: Vec<usize> = points.map(|point| start + point).collect();
        self.fitting(&next, &points, self.width - metrics.advance)
    }

    /// Where the word that is too wide for a line is divided, instead of anywhere.
    fn inside(self, text: &str, line: &parley::Line<'_, ()>) -> Option<usize> {
        let range = line.text_range();
        let before = text.get(..range.end)?;
        let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let word = text.get(start..)?.split(char::is_whitespace).next()?;
        let points = self
            .hyphens
            .points(word)
            .into_iter()
            .map(|point| start + point);
        let points: Vec<usize> = points
            .filter(|point| range.start < *point && *point < range.end)
            .collect();
        self.fitting(line, &points, self.width)
    }

    /// The last of some points in a line before which there is room for all that stands before it and a hyphen.
    fn fitting(self, line: &parley::Line<'_, ()>, points: &[usize], room: f32) -> Option<usize> {
        let (first, last) = (*points.first()?, *points.last()?);
        let mut pen = 0.0;
        let mut best = None;
        // Only in text that runs from left to right all along: elsewhere the end of a line is not its right end.
        for run in line.runs() {
            if run.is_rtl() {
                return None;
            }
            let (_, hyphen) = hyphen(self.faces.get(&run.font().data.id())?)?;
            let hyphen = hyphen * run.font_size();
            for cluster in run.clusters() {
                let offset = cluster.text_range().start;
                if pen + hyphen > room || offset > last {
                    return best;
                }
                let whole = !cluster.is_ligature_continuation();
                if offset >= first && whole && points.contains(&offset) {
                    best = Some(offset);
                }
                pen += cluster.advance();
            }
        }
        best
    }
}

/// The hyphen of a face and its advance in ems.
fn hyphen(font: &Font) -> Option<(u16, f32)> {
    let file = FontRef::new(font.bytes()).ok()?;
    let map = file.charmap();
    let glyph = map.map('\u{2010}').or_else(|| map.map('-'))?;
    let one = skrifa::instance::Size::new(1.0);
    let metrics = file.glyph_metrics(one, skrifa::instance::LocationRef::default());
    let advance = metrics.advance_width(glyph)?;
    Some((u16::try_from(glyph.to_u32()).ok()?, advance))
}

/// A broken line as runs of glyphs. None when a character has no glyph.
pub(super) fn set_line(
    text: &str,
    spans: &[(Face, Range<usize>)],
    line: &parley::Line<'_, ()>,
    style: Style,
    divided: bool,
    faces: &Faces,
) -> Option<Line> {
    let mut pen = Length::ZERO;
    let mut pieces: Vec<Piece> = Vec::new();
    for run in line.runs() {
        let face = faces.get(&run.font().data.id())?;
        let (stretches, advance) = place(text, &run, spans).ok()?;
        pieces.extend(stretches.into_iter().map(|stretch| Piece {
            offset: pen + stretch.start,
            span: stretch.span,
            run: Run {
                face: face.clone(),
                size: style.size,
                colour: style.colour,
                width: stretch.end - stretch.start,
                glyphs: stretch.glyphs.into(),
            },
        }));
        pen += advance;
    }
    let metrics = line.metrics();
    let mut width = Length::from_float(metrics.advance - metrics.hanging_advance);
    if divided && let Some(Piece { offset, run, .. }) = pieces.last_mut() {
        let (id, advance) = hyphen(&run.face)?;
        let advance = Length::from_float(advance * style.size.to_float());
        let hyphen = PlacedGlyph {
            id,
            x: pen - *offset,
            rise: Length::ZERO,
            text: Letters::from("\u{ad}"),
        };
        run.glyphs = run.glyphs.iter().cloned().chain([hyphen]).collect();
        run.width += advance;
        width += advance;
    }
    Some(Line { pieces, width })
}
