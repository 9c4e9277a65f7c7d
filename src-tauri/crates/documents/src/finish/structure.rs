//! The structure tree as PDF objects, and the way back from what is on the pages to it (ISO 32000-1, 14.7 and 14.8).

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::boxes;
use crate::backend::Marks;
use crate::display::Drawing;
use crate::structure::{Element, Node, Role, Scope, Structure};

/// Writes the tree and returns the object of each element that was kept.
pub(super) fn write(
    document: &mut Document,
    drawing: &Drawing,
    marks: &Marks,
    pages: &[ObjectId],
) -> BTreeMap<Node, ObjectId> {
    let structure = &drawing.structure;
    let mut content: BTreeMap<Node, Vec<(usize, usize)>> = BTreeMap::new();
    for (page, nodes) in marks.iter().enumerate() {
        for (mark, node) in nodes.iter().enumerate() {
            content.entry(*node).or_default().push((page, mark));
        }
    }
    let kept = kept(structure, &content);
    let ids: BTreeMap<Node, ObjectId> = kept
        .into_iter()
        .map(|node| (node, document.new_object_id()))
        .collect();
    let root = document.new_object_id();
    let mut parents: BTreeMap<Node, ObjectId> = BTreeMap::new();
    for (node, element) in structure.elements() {
        let Some(&id) = ids.get(&node) else { continue };
        let mut kids = Vec::new();
        for kid in &element.kids {
            if let Some(&kid_id) = ids.get(kid) {
                parents.insert(*kid, id);
                kids.push(Object::Reference(kid_id));
            }
        }
        let parent = parents.get(&node).copied().unwrap_or(root);
        let mut dictionary = described(element);
        if let Role::Figure { .. } = element.role
            && let Some(edges) = boxes::of(drawing, node).first()
        {
            let attributes = dictionary! {
                "O" => "Layout",
                "Placement" => "Block",
                "BBox" => edges.rectangle.clone(),
            };
            dictionary.set("A", attributes);
        }
        dictionary.set("P", parent);
        for (index, &(page, mark)) in content.get(&node).into_iter().flatten().enumerate() {
            let Some(&page) = pages.get(page) else {
                continue;
            };
            let mark = Object::Integer(i64::try_from(mark).unwrap_or(i64::MAX));
            if index == 0 {
                dictionary.set("Pg", page);
                kids.push(mark);
            } else {
                let further = dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => mark };
                kids.push(further.into());
            }
        }
        match kids.len() {
            0 => {}
            1 => dictionary.set("K", kids.remove(0)),
            _ => dictionary.set("K", kids),
        }
        document.set_object(id, dictionary);
    }
    let mut numbers = Vec::new();
    for (page, nodes) in marks.iter().enumerate() {
        let owners: Vec<Object> = nodes
            .iter()
            .filter_map(|node| ids.get(node).copied().map(Object::Reference))
            .collect();
        numbers.push(Object::Integer(i64::try_from(page).unwrap_or(i64::MAX)));
        numbers.push(document.add_object(owners).into());
    }
    let tree = document.add_object(dictionary! { "Nums" => numbers });
    let top: Vec<Object> = ids
        .values()
        .next()
        .map(|&id| Object::Reference(id))
        .into_iter()
        .collect();
    let next = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => top,
            "ParentTree" => tree,
            "ParentTreeNextKey" => next,
        },
    );
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("StructTreeRoot", root);
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
    }
    ids
}

/// The elements with something on a page at or below them, and cells, which count even when they are empty.
fn kept(structure: &Structure, content: &BTreeMap<Node, Vec<(usize, usize)>>) -> BTreeSet<Node> {
    let mut kept = BTreeSet::new();
    // Kids come after their element.
    for (node, element) in structure.elements().rev() {
        let cell = matches!(element.role, Role::Cell | Role::HeadCell { .. });
        let below = || element.kids.iter().any(|kid| kept.contains(kid));
        if cell || content.contains_key(&node) || below() {
            kept.insert(node);
        }
    }
    kept
}

fn described(element: &Element) -> Dictionary {
    let mut dictionary = dictionary! { "S" => name(&element.role) };
    match &element.role {
        Role::HeadCell { scope, columns } => {
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            let mut attributes = dictionary! { "O" => "Table", "Scope" => scope };
            if *columns > 1 {
                attributes.set("ColSpan", i64::try_from(*columns).unwrap_or(1));
            }
            dictionary.set("A", attributes);
        }
        Role::Figure { words } => dictionary.set("Alt", text_string(words)),
        _ => {}
    }
    dictionary
}

/// The standard structure type.
pub(crate) fn name(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Group => "Div",
        Role::Heading { level, .. } => match level {
            1 => "H1",
            2 => "H2",
            _ => "H3",
        },
        Role::Paragraph => "P",
        Role::Quote => "BlockQuote",
        Role::List => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::TableFoot => "TFoot",
        Role::Row => "TR",
        Role::HeadCell { .. } => "TH",
        Role::Cell => "TD",
        Role::Figure { .. } => "Figure",
    }
}
