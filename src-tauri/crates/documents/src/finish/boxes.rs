//! Where headings, figures and links stand on their pages, as rectangles of PDF.

use std::collections::BTreeMap;

use lopdf::Object;

use crate::display::{Drawing, Item};
use crate::structure::{Node, Role, Tag};
use crate::units::Length;

/// The space that an element takes on one line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) page: usize,
    page_height: Length,
    /// Left, top, right, bottom from the page's upper left corner.
    edges: [Length; 4],
    baseline: Length,
}

impl Place {
    /// Left, bottom, right, top from the page's lower left corner.
    pub(super) fn rectangle(&self) -> Vec<Object> {
        let [left, top, right, bottom] = self.edges;
        let edges = [
            left,
            self.page_height - bottom,
            right,
            self.page_height - top,
        ];
        edges.map(|edge| Object::Real(edge.to_float())).to_vec()
    }

    /// The upper edge from the foot of the page.
    pub(super) fn top(&self) -> Object {
        Object::Real((self.page_height - self.edges[1]).to_float())
    }
}

/// For each element, its lines in reading order.
pub(super) type Places = BTreeMap<Node, Vec<Place>>;

pub(super) fn places(drawing: &Drawing) -> Places {
    let mut places = Places::new();
    for (number, page) in drawing.pages.iter().enumerate() {
        for item in &page.items {
            let (tag, edges, baseline) = match item {
                Item::Run { x, y, run, tag } => {
                    let (above, below) = (run.size * 80 / 100, run.size * 25 / 100);
                    (*tag, [*x, *y - above, *x + run.width, *y + below], *y)
                }
                Item::Picture {
                    x,
                    y,
                    width,
                    height,
                    tag,
                    ..
                } => (*tag, [*x, *y, *x + *width, *y + *height], *y + *height),
                Item::Blocks {
                    x,
                    y,
                    unit,
                    rectangles,
                    tag,
                    ..
                } => {
                    let right = rectangles.iter().map(|[x, _, width, _]| x + width);
                    let right = *x + *unit * right.max().unwrap_or_default();
                    // The parts of a picture are one box, wherever each stands.
                    (*tag, [*x, *y, right, item.bottom()], Length::ZERO)
                }
                Item::Fill { .. } => continue,
            };
            let Tag::Element(node) = tag else { continue };
            let wanted = matches!(
                drawing.structure.role(node),
                Some(Role::Heading { .. } | Role::Figure { .. } | Role::Link { .. })
            );
            if !wanted {
                continue;
            }
            let lines = places.entry(node).or_default();
            match lines.last_mut() {
                Some(line) if line.page == number && line.baseline == baseline => {
                    line.edges = joined(line.edges, edges);
                }
                _ => lines.push(Place {
                    page: number,
                    page_height: page.height,
                    edges,
                    baseline,
                }),
            }
        }
    }
    places
}

fn joined(a: [Length; 4], b: [Length; 4]) -> [Length; 4] {
    [
        a[0].min(b[0]),
        a[1].min(b[1]),
        a[2].max(b[2]),
        a[3].max(b[3]),
    ]
}
