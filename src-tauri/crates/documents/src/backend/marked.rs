//! Marked content: which stretch of a page's content belongs to which element.
//!
//! The things on a page are put in order first: grounds and rules, what runs at the head, the elements in reading
//! order, what runs at the foot. So an element has at most one stretch on a page, and the file itself is in reading
//! order for programs that do not look at the tree.

use std::collections::BTreeMap;

use printpdf::{DictItem, Op};

use crate::display::{Item, Page};
use crate::finish::name;
use crate::structure::{Artifact, Node, Structure, Tag};

/// Things that are written together.
pub(crate) struct Sequence<'a> {
    place: Place,
    pub(crate) items: Vec<&'a Item>,
}

#[cfg(feature = "peers")]
impl Sequence<'_> {
    pub(crate) fn element(&self) -> Option<Node> {
        match self.place {
            Place::Element(node) => Some(node),
            _ => None,
        }
    }
}

/// In writing order. Everything printed lies on top of the fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Fills,
    Before(Artifact),
    Element(Node),
    Foot,
}

fn place(item: &Item) -> Place {
    match item {
        Item::Fill { .. } => Place::Fills,
        Item::Run { tag, .. } | Item::Picture { tag, .. } | Item::Blocks { tag, .. } => {
            match *tag {
                Tag::Element(node) => Place::Element(node),
                Tag::Artifact(Artifact::Foot) => Place::Foot,
                Tag::Artifact(artifact) => Place::Before(artifact),
            }
        }
    }
}

pub(crate) fn sequences(page: &Page) -> Vec<Sequence<'_>> {
    let mut places: BTreeMap<Place, Vec<&Item>> = BTreeMap::new();
    for item in &page.items {
        places.entry(place(item)).or_default().push(item);
    }
    let sequences = places.into_iter();
    sequences
        .map(|(place, items)| Sequence { place, items })
        .collect()
}

/// The operator that opens a sequence. An element is noted among the page's; its position there is its mark.
pub(super) fn begin(sequence: &Sequence<'_>, structure: &Structure, nodes: &mut Vec<Node>) -> Op {
    let (tag, properties) = match sequence.place {
        Place::Element(node) => {
            let mark = i64::try_from(nodes.len()).unwrap_or(i64::MAX);
            nodes.push(node);
            let tag = structure.role(node).map_or("P", name);
            (tag, vec![("MCID", DictItem::Int(mark))])
        }
        Place::Fills | Place::Before(Artifact::Layout) => ("Artifact", vec![kind("Layout")]),
        Place::Before(Artifact::Head) => {
            let subtype = ("Subtype", named("Header"));
            ("Artifact", vec![kind("Pagination"), subtype])
        }
        Place::Foot => {
            let subtype = ("Subtype", named("Footer"));
            ("Artifact", vec![kind("Pagination"), subtype])
        }
        Place::Before(_) => ("Artifact", vec![kind("Pagination")]),
    };
    let entries = properties.into_iter();
    Op::BeginMarkedContentWithProperties {
        tag: tag.to_owned(),
        properties: DictItem::Dict {
            map: entries.map(|(key, item)| (key.to_owned(), item)).collect(),
        },
    }
}

fn kind(name: &str) -> (&'static str, DictItem) {
    ("Type", named(name))
}

fn named(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}
