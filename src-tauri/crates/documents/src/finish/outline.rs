//! The outline: a bookmark for each heading, nested by level; and labels for the pages.

use std::borrow::Cow;
use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary, text_string};

use super::boxes::Places;
use crate::structure::{Node, Role, Structure};

struct Bookmark<'a> {
    id: ObjectId,
    level: u8,
    words: Cow<'a, str>,
    page: ObjectId,
    /// From the foot of the page.
    top: Object,
    element: ObjectId,
}

pub(super) fn write(
    document: &mut Document,
    structure: &Structure,
    places: &Places,
    elements: &BTreeMap<Node, ObjectId>,
    pages: &[ObjectId],
) {
    let mut bookmarks = Vec::new();
    for (node, element) in structure.elements() {
        let Role::Heading { level, words } = &element.role else {
            continue;
        };
        let place = places.get(&node).and_then(|places| places.first());
        let (Some(place), Some(&element)) = (place, elements.get(&node)) else {
            continue;
        };
        let Some(&page) = pages.get(place.page) else {
            continue;
        };
        bookmarks.push(Bookmark {
            id: document.new_object_id(),
            level: *level,
            words: super::one_line(words),
            page,
            top: place.top(),
            element,
        });
    }
    let root = document.new_object_id();
    let (first, last, count) = write_level(document, &bookmarks, root);
    if let (Some(first), Some(last)) = (first, last) {
        let outlines = dictionary! {
            "Type" => "Outlines",
            "First" => first,
            "Last" => last,
            "Count" => count,
        };
        document.set_object(root, outlines);
    }
    let labels = dictionary! {
        "Nums" => vec![Object::Integer(0), dictionary! { "S" => "D" }.into()],
    };
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("PageLabels", labels);
        if first.is_some() {
            catalog.set("Outlines", root);
        }
    }
}

/// Writes bookmarks of the level of the first one, and below each those that follow it with a deeper level. Returns
/// the first and the last of the level, and how many there are in all.
fn write_level(
    document: &mut Document,
    bookmarks: &[Bookmark<'_>],
    parent: ObjectId,
) -> (Option<ObjectId>, Option<ObjectId>, i64) {
    let Some(level) = bookmarks.first().map(|bookmark| bookmark.level) else {
        return (None, None, 0);
    };
    // Each begins at a bookmark that is not deeper than the first.
    let groups: Vec<&[Bookmark<'_>]> = bookmarks.chunk_by(|_, next| next.level > level).collect();
    let mut total = 0;
    for (index, group) in groups.iter().enumerate() {
        let Some((bookmark, below)) = group.split_first() else {
            continue;
        };
        let (first, last, count) = write_level(document, below, bookmark.id);
        let destination: Vec<Object> = vec![
            bookmark.page.into(),
            "XYZ".into(),
            Object::Null,
            bookmark.top.clone(),
            Object::Null,
        ];
        let mut item = dictionary! {
            "Title" => text_string(&bookmark.words),
            "Parent" => parent,
            "Dest" => destination,
            "SE" => bookmark.element,
        };
        let neighbour = |index: Option<usize>| Some(groups.get(index?)?.first()?.id);
        let around = [
            ("Prev", neighbour(index.checked_sub(1))),
            ("Next", neighbour(index.checked_add(1))),
            ("First", first),
            ("Last", last),
        ];
        for (key, id) in around {
            if let Some(id) = id {
                item.set(key, id);
            }
        }
        if count > 0 {
            item.set("Count", count);
        }
        total += count + 1;
        document.set_object(bookmark.id, item);
    }
    let id = |group: Option<&&[Bookmark<'_>]>| Some(group?.first()?.id);
    (id(groups.first()), id(groups.last()), total)
}
