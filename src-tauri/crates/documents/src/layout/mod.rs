//! Layout: blocks become strips, strips are dealt out to pages.
//!
//! A strip is a slice of content of fixed height that is never cut. It says whether a page may end above it
//! and, inside a table, which heads must be repeated. Nothing here knows a PDF.

mod flow;
mod pages;
mod table;
mod values;
mod words;

pub(crate) use flow::{Align, Flow};
pub(crate) use pages::{Frame, paginate};
pub(crate) use table::{Carried, Cell, Column, Row, Table, TableLook, Width};
pub(crate) use values::Values;
pub(crate) use words::{Words, lay_lines};

use crate::display::Item;
use crate::units::Length;

/// A slice of content that stays in one piece.
#[derive(Debug, Clone)]
pub(crate) struct Strip {
    /// For messages: what the owner knows it as.
    pub(crate) block: &'static str,
    pub(crate) height: Length,
    /// Kept between strips, dropped at the head of a page.
    pub(crate) space_before: Length,
    /// From the strip's top left corner.
    pub(crate) items: Vec<Item>,
    pub(crate) may_break_before: bool,
    pub(crate) table: Option<InTable>,
}

/// A strip's place in a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InTable {
    /// Which of the flow's tables.
    pub(crate) table: usize,
    /// Which row; the head itself has none.
    pub(crate) row: Option<usize>,
}

/// What a table needs at a page break.
#[derive(Debug, Clone)]
pub(crate) struct Repeats {
    pub(crate) head: Strip,
    /// Sums carried forward and brought forward.
    pub(crate) carry: Option<table::Carry>,
}
