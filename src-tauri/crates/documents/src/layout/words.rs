//! Words as the content of an element: lines, and where each stretch of them belongs.

use super::Align;
use crate::DocumentError;
use crate::display::Item;
use crate::links;
use crate::structure::{Node, Role, Structure, Tag};
use crate::text::{Line, Span, Style, Typesetter};
use crate::units::Length;

/// A text of an element, ready to be placed.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) lines: Vec<Line>,
    /// For each span that the lines were set from.
    tags: Vec<Tag>,
    style: Style,
}

impl Words {
    /// Breaks a text into lines as the content of the element that was added last. Addresses in it become links.
    pub(crate) fn set(
        setter: &mut Typesetter,
        structure: &mut Structure,
        node: Node,
        (block, spans): (&'static str, &[Span<'_>]),
        style: Style,
        width: Option<Length>,
    ) -> Result<Self, DocumentError> {
        let mut parts = Vec::with_capacity(spans.len());
        for span in spans {
            let face = span.face;
            let found = links::parts(span.text).into_iter();
            parts.extend(found.map(|part| {
                (
                    Span {
                        text: part.text,
                        face,
                    },
                    part.target,
                )
            }));
        }
        let linked = parts.iter().any(|(_, target)| target.is_some());
        let mut tags = Vec::with_capacity(parts.len());
        let mut cut = Vec::with_capacity(parts.len());
        structure.reopen(node);
        for (span, target) in parts {
            cut.push(span);
            let part = match target {
                _ if !linked => node,
                Some(target) => structure.add(Role::Link { target }),
                None => structure.add(Role::Span),
            };
            tags.push(Tag::Element(part));
        }
        structure.close();
        let lines = setter.span_lines(block, &cut, style, width)?;
        Ok(Self { lines, tags, style })
    }

    /// Lines of one span that were set before, without links.
    pub(super) fn ready(lines: Vec<Line>, node: Node, style: Style) -> Self {
        let tags = vec![Tag::Element(node)];
        Self { lines, tags, style }
    }

    /// How many lines, as a factor.
    pub(crate) fn count(&self) -> i64 {
        i64::try_from(self.lines.len()).unwrap_or(i64::from(u16::MAX))
    }

    /// All lines under each other between two edges, from y = 0 down.
    pub(crate) fn laid(self, edges: (Length, Length), align: Align) -> Vec<Item> {
        lay(self.lines, self.style, edges, align, &self.tags)
    }

    /// The items of each line, each from y = 0 down.
    pub(crate) fn each(
        self,
        edges: (Length, Length),
        align: Align,
    ) -> impl Iterator<Item = Vec<Item>> {
        let Self { lines, tags, style } = self;
        let lines = lines.into_iter();
        lines.map(move |line| lay(vec![line], style, edges, align, &tags))
    }
}

/// Places lines under each other between two edges, from y = 0 down, as part of an element or as an artifact.
pub(crate) fn lay_lines(
    lines: Vec<Line>,
    style: Style,
    edges: (Length, Length),
    align: Align,
    tag: impl Into<Tag>,
) -> Vec<Item> {
    lay(lines, style, edges, align, &[tag.into()])
}

/// As [`lay_lines`], with a tag for each span; spans beyond the tags belong with the last.
fn lay(
    lines: Vec<Line>,
    style: Style,
    edges: (Length, Length),
    align: Align,
    tags: &[Tag],
) -> Vec<Item> {
    let mut items = Vec::new();
    let mut baseline = style.drop();
    for line in lines {
        let start = match align {
            Align::Left => edges.0,
            Align::Right | Align::Mark(_) => edges.1 - line.width,
        };
        for piece in line.pieces {
            let tag = tags.get(piece.span).or(tags.last());
            items.extend(tag.map(|&tag| Item::Run {
                x: start + piece.offset,
                y: baseline,
                run: piece.run,
                tag,
            }));
        }
        baseline += style.leading;
    }
    items
}
