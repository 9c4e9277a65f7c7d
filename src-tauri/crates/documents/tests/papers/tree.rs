//! The structure tree of a PDF read back as text: what a reader that speaks would say, in its order.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// Everything that is printed on a page, by its mark; what has none is an artifact or, worse, nothing.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    pub(crate) words: BTreeMap<i64, String>,
    pub(crate) artifacts: String,
    /// Text that is neither: no paper may have any.
    pub(crate) stray: String,
}

/// A PDF with the content of its marks.
pub(crate) struct Tree {
    pub(crate) document: Document,
    pub(crate) pages: BTreeMap<ObjectId, Marked>,
}

/// An element of the tree.
pub(crate) struct Element<'a> {
    pub(crate) depth: usize,
    pub(crate) id: ObjectId,
    pub(crate) dictionary: &'a Dictionary,
    pub(crate) kind: String,
    /// The words of its own marks, without those of the elements below it.
    pub(crate) words: String,
}

impl Tree {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let pages = document.get_pages().into_values();
        let pages = pages.map(|page| (page, marked(&document, page))).collect();
        Self { document, pages }
    }

    /// All elements, each before those below it.
    pub(crate) fn elements(&self) -> Vec<Element<'_>> {
        let root = self.document.catalog().unwrap();
        let root = self.dictionary(root.get(b"StructTreeRoot").unwrap());
        let mut elements = Vec::new();
        for kid in kids(root) {
            self.walk(&kid, 0, &mut elements);
        }
        elements
    }

    pub(crate) fn dictionary<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        match object {
            Object::Reference(id) => self.document.get_dictionary(*id).unwrap(),
            object => object.as_dict().unwrap(),
        }
    }

    fn walk<'a>(&'a self, object: &Object, depth: usize, elements: &mut Vec<Element<'a>>) {
        let Ok(id) = object.as_reference() else {
            return;
        };
        let dictionary = self.document.get_dictionary(id).unwrap();
        let at = elements.len();
        elements.push(Element {
            depth,
            id,
            dictionary,
            kind: String::from_utf8(dictionary.get(b"S").unwrap().as_name().unwrap().to_vec())
                .unwrap(),
            words: String::new(),
        });
        let page = |dictionary: &Dictionary| dictionary.get(b"Pg").unwrap().as_reference().unwrap();
        for kid in kids(dictionary) {
            let (page, mark) = match &kid {
                Object::Integer(mark) => (page(dictionary), *mark),
                Object::Dictionary(kid) if kid.has(b"MCID") => {
                    (page(kid), kid.get(b"MCID").unwrap().as_i64().unwrap())
                }
                Object::Dictionary(_) => continue,
                _ => {
                    self.walk(&kid, depth + 1, elements);
                    continue;
                }
            };
            let words = self.pages[&page].words.get(&mark);
            let words = words.unwrap_or_else(|| panic!("mark {mark} is on no page"));
            elements[at].words.push_str(words);
        }
    }

    /// One line for each element: what it is, what it says, and what a reader is told besides.
    pub(crate) fn told(&self) -> String {
        let mut told = String::new();
        for element in self.elements() {
            let mut line = format!("{}{}", "  ".repeat(element.depth), element.kind);
            if let Ok(attributes) = element.dictionary.get(b"A") {
                let attributes = self.dictionary(attributes);
                if let Ok(scope) = attributes.get(b"Scope").and_then(Object::as_name) {
                    let _ = write!(line, " of its {}", String::from_utf8_lossy(scope));
                }
                if let Ok(columns) = attributes.get(b"ColSpan").and_then(Object::as_i64) {
                    let _ = write!(line, ", {columns} columns wide");
                }
            }
            if let Ok(words) = element.dictionary.get(b"Alt") {
                let words = lopdf::decode_text_string(words).unwrap();
                let _ = write!(line, " seen as: {words}");
            }
            for kid in kids(element.dictionary) {
                let Some(object) = kid.as_dict().ok().and_then(|kid| kid.get(b"Obj").ok()) else {
                    continue;
                };
                let action = self.dictionary(object).get(b"A").unwrap();
                let target = self.dictionary(action).get(b"URI").unwrap();
                let target = String::from_utf8_lossy(target.as_str().unwrap());
                let _ = write!(line, " to {target}");
            }
            if !element.words.is_empty() {
                let _ = write!(line, ": {}", element.words);
            }
            told.push_str(line.trim_end());
            told.push('\n');
        }
        told
    }
}

/// What an element consists of: elements, marks, annotations.
pub(crate) fn kids(element: &Dictionary) -> Vec<Object> {
    match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(kid) => vec![kid.clone()],
        Err(_) => Vec::new(),
    }
}

impl Marked {
    fn add(&mut self, mark: Option<i64>, artifact: bool, words: &str) {
        match mark {
            Some(mark) => self.words.get_mut(&mark).unwrap().push_str(words),
            None if artifact => self.artifacts.push_str(words),
            None => self.stray.push_str(words),
        }
    }
}

fn marked(document: &Document, page: ObjectId) -> Marked {
    let fonts = document.get_page_fonts(page).unwrap();
    let encodings: BTreeMap<&Vec<u8>, Encoding<'_>> = fonts
        .iter()
        .map(|(name, font)| (name, font.get_font_encoding(document).unwrap()))
        .collect();
    let content = document.get_and_decode_page_content(page).unwrap();
    let mut marked = Marked::default();
    let mut encoding = None;
    // What is open: a mark, an artifact, and whether the text was told beside the glyphs.
    let mut open: Vec<(Option<i64>, bool, bool)> = Vec::new();
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                let list = operands.get(1).and_then(|list| list.as_dict().ok());
                if let Some(text) = list.and_then(|list| list.get(b"ActualText").ok()) {
                    let (mark, artifact, _) = *open.last().unwrap();
                    marked.add(mark, artifact, &lopdf::decode_text_string(text).unwrap());
                    open.push((mark, artifact, true));
                    continue;
                }
                let mark = list.and_then(|list| list.get(b"MCID").ok()?.as_i64().ok());
                let artifact = operands[0].as_name().unwrap() == b"Artifact";
                if let Some(mark) = mark {
                    let twice = marked.words.insert(mark, String::new());
                    assert!(twice.is_none(), "mark {mark} is given twice");
                }
                open.push((mark, artifact, false));
            }
            "EMC" => {
                open.pop().unwrap();
            }
            "Tf" => encoding = encodings.get(&operands[0].as_name().unwrap().to_vec()),
            "Tj" | "TJ" => {
                let mut words = String::new();
                let strings = match &operands[0] {
                    Object::Array(parts) => parts.clone(),
                    part => vec![part.clone()],
                };
                for part in strings.iter().filter_map(|part| part.as_str().ok()) {
                    words.push_str(&Document::decode_text(encoding.unwrap(), part).unwrap());
                }
                match open.last() {
                    Some((_, _, true)) => {}
                    Some((mark, artifact, false)) => marked.add(*mark, *artifact, &words),
                    None => marked.stray.push_str(&words),
                }
            }
            "f" | "f*" | "S" | "B" | "b" | "s" | "sh" if open.is_empty() => {
                marked.stray.push_str("(a shape)");
            }
            "Do" if open.is_empty() => marked.stray.push_str("(a picture)"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "every mark ends");
    marked
}
