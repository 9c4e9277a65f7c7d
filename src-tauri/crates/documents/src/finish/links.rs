//! Links as annotations: one for each line that a link runs over, all of them part of its element.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, StringFormat, dictionary, text_string};

use super::boxes::Places;
use crate::structure::{Node, Role, Structure};

/// An annotation and the page it is on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Annotation {
    pub(super) id: ObjectId,
    pub(super) page: ObjectId,
    /// Under which the parent tree knows it.
    pub(super) key: i64,
}

/// Adds the annotations of all links. Their keys begin after those of the pages.
pub(super) fn annotate(
    document: &mut Document,
    structure: &Structure,
    places: &Places,
    pages: &[ObjectId],
) -> BTreeMap<Node, Vec<Annotation>> {
    let mut annotations: BTreeMap<Node, Vec<Annotation>> = BTreeMap::new();
    let mut on_pages: BTreeMap<ObjectId, Vec<Object>> = BTreeMap::new();
    let mut key = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    for (&node, places) in places {
        let Some(Role::Link { target }) = structure.role(node) else {
            continue;
        };
        let said = target.strip_prefix("mailto:").unwrap_or(target);
        for place in places {
            let Some(&page) = pages.get(place.page) else {
                continue;
            };
            let uri = Object::String(target.clone().into_bytes(), StringFormat::Literal);
            let id = document.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => place.rectangle(),
                "Border" => vec![Object::Integer(0); 3],
                // Printed, as PDF/A wants it.
                "F" => 4,
                "A" => dictionary! { "Type" => "Action", "S" => "URI", "URI" => uri },
                "Contents" => text_string(said),
                "StructParent" => key,
            });
            on_pages.entry(page).or_default().push(id.into());
            let entry = annotations.entry(node).or_default();
            entry.push(Annotation { id, page, key });
            key += 1;
        }
    }
    for (page, list) in on_pages {
        if let Ok(page) = document.get_dictionary_mut(page) {
            page.set("Annots", list);
        }
    }
    annotations
}
