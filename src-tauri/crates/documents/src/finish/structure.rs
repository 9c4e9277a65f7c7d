//! The structure tree as PDF objects, and the way back from what is on the pages to it (ISO 32000-1, 14.7 and 14.8).

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::boxes::Places;
use super::links::Annotation;
use crate::backend::Marks;
use crate::structure::{Element, Node, Role, Scope, Structure};

/// Everything that the tree is written from.
pub(super) struct Tree<'a> {
    pub(super) structure: &'a Structure,
    pub(super) places: &'a Places,
    pub(super) marks: &'a Marks,
    pub(super) pages: &'a [ObjectId],
    pub(super) annotations: &'a BTreeMap<Node, Vec<Annotation>>,
}

/// Page and mark of each stretch of an element's content.
type Content = BTreeMap<Node, Vec<(usize, usize)>>;

impl Tree<'_> {
    /// Writes the tree and returns the object of each element that was kept.
    pub(super) fn write(&self, document: &mut Document) -> BTreeMap<Node, ObjectId> {
        let mut content = Content::new();
        for (page, nodes) in self.marks.iter().enumerate() {
            for (mark, node) in nodes.iter().enumerate() {
                content.entry(*node).or_default().push((page, mark));
            }
        }
        let ids: BTreeMap<Node, ObjectId> = kept(self.structure, &content)
            .into_iter()
            .map(|node| (node, document.new_object_id()))
            .collect();
        let root = document.new_object_id();
        let mut parents: BTreeMap<Node, ObjectId> = BTreeMap::new();
        for (node, element) in self.structure.elements() {
            let Some(&id) = ids.get(&node) else { continue };
            for kid in &element.kids {
                parents.insert(*kid, id);
            }
            let mut dictionary = self.described(node, element);
            dictionary.set("P", parents.get(&node).copied().unwrap_or(root));
            let below = element.kids.iter().filter_map(|kid| ids.get(kid));
            let mut kids: Vec<Object> = below.map(|&id| id.into()).collect();
            self.contents(node, &content, &mut dictionary, &mut kids);
            match kids.len() {
                0 => {}
                1 => dictionary.set("K", kids.remove(0)),
                _ => dictionary.set("K", kids),
            }
            document.set_object(id, dictionary);
        }
        let top = ids.values().next().map(|&id| Object::Reference(id));
        let parents = self.parents(document, &ids);
        let dictionary = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => top.into_iter().collect::<Vec<_>>(),
            "ParentTree" => parents.0,
            "ParentTreeNextKey" => parents.1,
        };
        document.set_object(root, dictionary);
        if let Ok(catalog) = document.catalog_mut() {
            catalog.set("StructTreeRoot", root);
            catalog.set("MarkInfo", dictionary! { "Marked" => true });
        }
        ids
    }

    /// The marks and annotations of an element, after the elements below it.
    fn contents(
        &self,
        node: Node,
        content: &Content,
        dictionary: &mut Dictionary,
        kids: &mut Vec<Object>,
    ) {
        for (index, &(page, mark)) in content.get(&node).into_iter().flatten().enumerate() {
            let Some(&page) = self.pages.get(page) else {
                continue;
            };
            let mark = number(mark);
            if index == 0 {
                dictionary.set("Pg", page);
                kids.push(mark);
            } else {
                let further = dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => mark };
                kids.push(further.into());
            }
        }
        for annotation in self.annotations.get(&node).into_iter().flatten() {
            let object = dictionary! {
                "Type" => "OBJR",
                "Pg" => annotation.page,
                "Obj" => annotation.id,
            };
            kids.push(object.into());
        }
    }

    /// The way from pages and annotations to elements, and the next free key.
    fn parents(
        &self,
        document: &mut Document,
        ids: &BTreeMap<Node, ObjectId>,
    ) -> (ObjectId, Object) {
        let mut numbers = Vec::new();
        for (page, nodes) in self.marks.iter().enumerate() {
            let owners = nodes.iter().filter_map(|node| ids.get(node));
            let owners: Vec<Object> = owners.map(|&id| id.into()).collect();
            numbers.push(number(page));
            numbers.push(document.add_object(owners).into());
        }
        let mut next = number(self.marks.len());
        for (node, annotations) in self.annotations {
            let Some(&owner) = ids.get(node) else {
                continue;
            };
            for annotation in annotations {
                numbers.push(annotation.key.into());
                numbers.push(owner.into());
                next = (annotation.key + 1).into();
            }
        }
        (document.add_object(dictionary! { "Nums" => numbers }), next)
    }

    fn described(&self, node: Node, element: &Element) -> Dictionary {
        let mut dictionary = dictionary! { "S" => name(&element.role) };
        match &element.role {
            Role::HeadCell { scope, columns } => {
                let scope = match scope {
                    Scope::Column => "Column",
                    Scope::Row => "Row",
                };
                let mut attributes = dictionary! { "O" => "Table", "Scope" => scope };
                if *columns > 1 {
                    attributes.set("ColSpan", number(*columns));
                }
                dictionary.set("A", attributes);
            }
            Role::Figure { words } => {
                dictionary.set("Alt", text_string(words));
                if let Some(place) = self.places.get(&node).and_then(|places| places.first()) {
                    let attributes = dictionary! {
                        "O" => "Layout",
                        "Placement" => "Block",
                        "BBox" => place.rectangle(),
                    };
                    dictionary.set("A", attributes);
                }
            }
            _ => {}
        }
        dictionary
    }
}

fn number(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The elements with something on a page at or below them, and cells, which count even when they are empty.
fn kept(structure: &Structure, content: &Content) -> BTreeSet<Node> {
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
        Role::Span => "Span",
        Role::Link { .. } => "Link",
    }
}
