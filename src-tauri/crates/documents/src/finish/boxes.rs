//! Where an element stands on its pages, as rectangles of PDF.

use lopdf::Object;

use crate::display::{Drawing, Item, Page};
use crate::structure::{Node, Tag};
use crate::units::Length;

/// The space that an element takes on one page, or on one line of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    pub(super) page: usize,
    /// Left, bottom, right, top, from the page's lower left corner.
    pub(super) rectangle: Vec<Object>,
}

/// One place for each page that the element is on.
pub(super) fn of(drawing: &Drawing, node: Node) -> Vec<Place> {
    let mut places = Vec::new();
    for (number, page) in drawing.pages.iter().enumerate() {
        let edges = page.items.iter().filter_map(|item| edges(item, node));
        if let Some(edges) = edges.reduce(joined) {
            places.push(Place {
                page: number,
                rectangle: rectangle(page, edges),
            });
        }
    }
    places
}

/// Left, top, right, bottom from the page's upper left corner.
type Edges = [Length; 4];

fn edges(item: &Item, node: Node) -> Option<Edges> {
    match item {
        Item::Logo {
            x,
            y,
            width,
            height,
            tag,
        } if *tag == Tag::Element(node) => Some([*x, *y, *x + *width, *y + *height]),
        _ => None,
    }
}

fn joined(a: Edges, b: Edges) -> Edges {
    [
        a[0].min(b[0]),
        a[1].min(b[1]),
        a[2].max(b[2]),
        a[3].max(b[3]),
    ]
}

fn rectangle(page: &Page, [left, top, right, bottom]: Edges) -> Vec<Object> {
    [left, page.height - bottom, right, page.height - top]
        .map(|edge| Object::Real(edge.to_float()))
        .to_vec()
}
