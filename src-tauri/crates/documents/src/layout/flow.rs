//! Building the flow of strips from paragraphs, tables and other blocks.

use super::{Repeats, Strip, Words};
use crate::DocumentError;
use crate::display::Item;
use crate::structure::{Artifact, Node, Role, Structure, Tag};
use crate::text::{Span, Style, Typesetter};
use crate::units::Length;

/// Where text stands in its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
    /// On this mark; cells without it stand as if it followed their last figure.
    Mark(char),
}

/// The content of a document in order, still without pages.
pub(crate) struct Flow<'a> {
    pub(crate) setter: &'a mut Typesetter,
    pub(crate) width: Length,
    pub(crate) strips: Vec<Strip>,
    pub(crate) tables: Vec<Repeats>,
    /// What the things in the strips are; they are added in reading order.
    pub(crate) structure: Structure,
    /// Added before the next strip.
    pub(super) space: Length,
    /// The next strip stays with the one before it.
    pub(super) stay: bool,
}

impl<'a> Flow<'a> {
    pub(crate) fn new(setter: &'a mut Typesetter, width: Length) -> Self {
        Self {
            setter,
            width,
            strips: Vec::new(),
            tables: Vec::new(),
            structure: Structure::default(),
            space: Length::ZERO,
            stay: false,
        }
    }

    /// White space between blocks; none at the head of a page.
    pub(crate) fn space(&mut self, space: Length) {
        self.space += space;
    }

    /// The next strip stays on the page of the last one.
    pub(crate) fn keep_with_next(&mut self) {
        self.stay = true;
    }

    /// The next strip stays on the page of the last `count` ones.
    pub(crate) fn bring_lines(&mut self, count: usize) {
        self.tie(self.strips.len().saturating_sub(count));
        self.keep_with_next();
    }

    /// Adds a strip, applying pending space and ties.
    pub(super) fn push(&mut self, mut strip: Strip) {
        strip.space_before += self.space;
        if self.stay {
            strip.may_break_before = false;
        }
        self.space = Length::ZERO;
        self.stay = false;
        self.strips.push(strip);
    }

    pub(crate) fn paragraph(
        &mut self,
        block: &'static str,
        text: &str,
        style: Style,
    ) -> Result<(), DocumentError> {
        self.spans(
            block,
            &[Span {
                text,
                face: style.face,
            }],
            style,
            Length::ZERO,
        )
    }

    /// A paragraph of several faces, indented.
    pub(crate) fn spans(
        &mut self,
        block: &'static str,
        spans: &[Span<'_>],
        style: Style,
        indent: Length,
    ) -> Result<(), DocumentError> {
        let node = self.structure.paragraph();
        self.lines_of(node, block, spans, style, indent)
    }

    /// Text as the content of an element. No single line is left behind or sent ahead.
    pub(crate) fn lines_of(
        &mut self,
        node: Node,
        block: &'static str,
        spans: &[Span<'_>],
        style: Style,
        indent: Length,
    ) -> Result<(), DocumentError> {
        let words = Words::set(
            self.setter,
            &mut self.structure,
            node,
            (block, spans),
            style,
            Some(self.width - indent),
        )?;
        let count = words.lines.len();
        let lines = words.each((indent, self.width), Align::Left);
        for (index, items) in lines.enumerate() {
            let alone = index == 1 || (count > 1 && index == count - 1);
            let strip = strip(block, style.leading, items);
            self.push(Strip {
                may_break_before: !alone,
                ..strip
            });
        }
        Ok(())
    }

    /// Everything that `build` adds is part of one element.
    pub(crate) fn within(
        &mut self,
        role: Role,
        build: impl FnOnce(&mut Self) -> Result<(), DocumentError>,
    ) -> Result<(), DocumentError> {
        self.structure.open(role);
        let outcome = build(self);
        self.structure.close();
        outcome
    }

    /// A heading; it stays with what follows. The paper's title has level 1 and there is one of it; its parts have 2.
    pub(crate) fn heading(
        &mut self,
        block: &'static str,
        level: u8,
        text: &str,
        style: Style,
    ) -> Result<(), DocumentError> {
        let node = self.structure.heading(level, text);
        self.leading(node, block, text, style)
    }

    /// A line before a heading or another block; it stays with what follows.
    pub(crate) fn lead(
        &mut self,
        block: &'static str,
        text: &str,
        style: Style,
    ) -> Result<(), DocumentError> {
        let node = self.structure.paragraph();
        self.leading(node, block, text, style)
    }

    fn leading(
        &mut self,
        node: Node,
        block: &'static str,
        text: &str,
        style: Style,
    ) -> Result<(), DocumentError> {
        let first = self.strips.len();
        let face = style.face;
        self.lines_of(node, block, &[Span { text, face }], style, Length::ZERO)?;
        self.tie(first);
        self.keep_with_next();
        Ok(())
    }

    /// Ready-made items as one piece. Its words belong to elements that the caller added to the structure.
    pub(crate) fn piece(&mut self, block: &'static str, height: Length, items: Vec<Item>) {
        self.push(strip(block, height, items));
    }

    /// Everything that `build` adds stays on one page.
    pub(crate) fn together(
        &mut self,
        build: impl FnOnce(&mut Self) -> Result<(), DocumentError>,
    ) -> Result<(), DocumentError> {
        let first = self.strips.len();
        build(self)?;
        self.tie(first);
        Ok(())
    }

    fn tie(&mut self, first: usize) {
        for strip in self.strips.iter_mut().skip(first + 1) {
            strip.may_break_before = false;
        }
    }
}

impl Strip {
    /// The same words said once more at a page break: a reader that speaks leaves them out.
    pub(super) fn repeated(mut self) -> Self {
        let tag = Tag::Artifact(Artifact::Repeated);
        self.items = self
            .items
            .into_iter()
            .map(|item| item.tagged(tag))
            .collect();
        self
    }
}

pub(super) fn strip(block: &'static str, height: Length, items: Vec<Item>) -> Strip {
    Strip {
        block,
        height,
        space_before: Length::ZERO,
        items,
        may_break_before: true,
        table: None,
    }
}
