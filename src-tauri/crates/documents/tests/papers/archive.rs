//! What makes a paper last and be read aloud: PDF/A-3a and PDF/UA-1, as far as their rules can be looked up in the file.
//!
//! The papers are also left in `target/archive`, with copies that are broken on purpose, for `cargo xtask test` to have
//! them judged by a checker that is not ours.

mod checker;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use documents::*;
use lopdf::{Document, Object, ObjectId};

use crate::facts::*;
use crate::kind_facts::{PLACES, Place};
use crate::kinds::{Cast, Extent, KINDS, casts};
use crate::read::{assert_sound, words};
use crate::tree::{Element, Tree, kids};

type Papers = Vec<(String, Vec<u8>)>;

/// Every kind once, and what the kinds do not have.
fn papers() -> &'static Papers {
    static PAPERS: LazyLock<Papers> = LazyLock::new(|| {
        let mut draft = invoice_facts();
        draft.number = None;
        draft.issued_on = None;
        let with_data = invoice_with(&linked(), &logo_look(), &[data()]).unwrap();
        let mut papers = vec![
            ("with-data".to_owned(), with_data),
            (
                "draft".to_owned(),
                invoice(&draft, &Look::default()).unwrap(),
            ),
        ];
        // Only where this machine has fonts for them.
        let mut foreign = invoice_facts();
        foreign.recipient.name = "سارة العلي, דוד כהן, 安藤".into();
        if let Ok(bytes) = invoice(&foreign, &Look::default()) {
            papers.push(("other-scripts".to_owned(), bytes));
        }
        papers.extend(of_kinds(|cast| {
            let usual = cast.extent == Extent::Typical && cast.paper == Paper::A4;
            usual && cast.locale.language() == "en"
        }));
        papers.extend(of_place(&PLACES[0], Paper::A4));
        papers
    });
    &PAPERS
}

fn of_kinds(wanted: impl Fn(&Cast) -> bool) -> Papers {
    let mut papers = Papers::new();
    for kind in KINDS {
        for cast in casts().into_iter().filter(&wanted) {
            let name = format!("{}-{}", kind.name, cast.name());
            let bytes = (kind.make)(&cast).unwrap_or_else(|error| panic!("{name}: {error}"));
            papers.push((name, bytes));
        }
    }
    papers
}

fn of_place(place: &Place, paper: Paper) -> Papers {
    let papers = place.papers(paper).into_iter();
    let named = papers.map(|(kind, bytes)| (format!("{kind}-{}-{paper:?}", place.tag), bytes));
    named.collect()
}

fn linked() -> InvoiceFacts {
    let mut facts = invoice_facts();
    facts.how_to_pay.link = Some("https://pay.example.com/inv-2026-0142".into());
    facts
}

fn data() -> Attachment {
    Attachment {
        name: "factur-x.xml".into(),
        mime: "text/xml".into(),
        description: "The invoice for machines".into(),
        relationship: Relationship::Alternative,
        bytes: b"<?xml version=\"1.0\"?><invoice>1,234.50</invoice>".repeat(20),
        modified: day(2026, 3, 14),
    }
}

fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

#[test]
fn nothing_is_printed_that_is_neither_part_of_the_tree_nor_an_artifact() {
    for (name, bytes) in papers() {
        let tree = Tree::read(bytes);
        for page in tree.pages.values() {
            assert_eq!(page.stray, "", "{name}");
        }
        let marks: usize = tree.pages.values().map(|page| page.words.len()).sum();
        assert!(marks > 15, "{name}");
    }
}

/// The tree and the pages tell of each other, both ways.
#[test]
fn every_mark_belongs_to_one_element() {
    for (name, bytes) in papers() {
        let tree = Tree::read(bytes);
        let root = tree.document.catalog().unwrap();
        let root = tree.dictionary(root.get(b"StructTreeRoot").unwrap());
        let numbers = tree.dictionary(root.get(b"ParentTree").unwrap());
        let numbers = numbers.get(b"Nums").unwrap().as_array().unwrap();
        let owners: BTreeMap<i64, &Object> = numbers
            .chunks(2)
            .map(|pair| (pair[0].as_i64().unwrap(), &pair[1]))
            .collect();
        assert!(
            owners
                .keys()
                .all(|key| *key < root.get(b"ParentTreeNextKey").unwrap().as_i64().unwrap()),
            "{name}"
        );
        let mut claimed: BTreeSet<(ObjectId, i64, ObjectId)> = BTreeSet::new();
        for element in tree.elements() {
            let own = element.dictionary.get(b"Pg");
            let own = own.and_then(Object::as_reference).ok();
            for kid in kids(element.dictionary) {
                match &kid {
                    Object::Integer(mark) => {
                        claimed.insert((own.unwrap(), *mark, element.id));
                    }
                    Object::Dictionary(kid) if kid.has(b"MCID") => {
                        let page = kid.get(b"Pg").unwrap().as_reference().unwrap();
                        let mark = kid.get(b"MCID").unwrap().as_i64().unwrap();
                        claimed.insert((page, mark, element.id));
                    }
                    _ => {}
                }
            }
        }
        let mut given = BTreeSet::new();
        for (page, marked) in &tree.pages {
            let dictionary = tree.document.get_dictionary(*page).unwrap();
            assert_eq!(dictionary.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
            let key = dictionary.get(b"StructParents").unwrap().as_i64().unwrap();
            let list = owners[&key].as_reference().unwrap();
            let list = tree.document.get_object(list).unwrap().as_array().unwrap();
            assert_eq!(list.len(), marked.words.len(), "{name}");
            for mark in marked.words.keys() {
                let owner = list[usize::try_from(*mark).unwrap()].as_reference();
                given.insert((*page, *mark, owner.unwrap()));
            }
        }
        assert_eq!(given, claimed, "{name}");
    }
}

#[test]
fn headings_begin_with_the_title_and_skip_no_level() {
    for (name, bytes) in papers() {
        let tree = Tree::read(bytes);
        let elements = tree.elements();
        assert_eq!(elements[0].kind, "Document", "{name}");
        let levels: Vec<u32> = elements
            .iter()
            .filter_map(|element| element.kind.strip_prefix('H')?.parse().ok())
            .collect();
        assert_eq!(levels[0], 1, "{name}");
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{name}"
        );
    }
}

#[test]
fn bookmarks_are_the_headings_and_lead_to_them() {
    for (name, bytes) in papers() {
        let tree = Tree::read(bytes);
        let headings: Vec<(usize, String, ObjectId)> = tree
            .elements()
            .into_iter()
            .filter_map(|element| {
                let level = element.kind.strip_prefix('H')?.parse().ok()?;
                Some((level, element.words.trim().to_owned(), element.id))
            })
            .collect();
        let outlines = tree.document.catalog().unwrap();
        let outlines = tree.dictionary(outlines.get(b"Outlines").unwrap());
        let mut found = Vec::new();
        bookmarks(&tree, outlines, 1, &mut found);
        let count = outlines.get(b"Count").unwrap().as_i64().unwrap();
        assert_eq!(usize::try_from(count).unwrap(), found.len(), "{name}");
        // On the page a no-break space shares its glyph with the space.
        for (_, title, _) in &mut found {
            *title = title.replace('\u{a0}', " ");
        }
        assert_eq!(found, headings, "{name}");
    }
}

/// Level, title and element of each, in order; each knows its neighbours and leads to a page of this file.
fn bookmarks(
    tree: &Tree,
    parent: &lopdf::Dictionary,
    level: usize,
    found: &mut Vec<(usize, String, ObjectId)>,
) {
    let mut at = parent.get(b"First").ok();
    let mut before = None;
    while let Some(object) = at {
        let item = tree.dictionary(object);
        assert_eq!(item.get(b"Prev").ok(), before);
        let target = item.get(b"Dest").unwrap().as_array().unwrap();
        assert!(tree.pages.contains_key(&target[0].as_reference().unwrap()));
        let height = target[3].as_float().unwrap();
        assert!((40.0..842.0).contains(&height), "{height}");
        let element = item.get(b"SE").unwrap().as_reference().unwrap();
        found.push((level, text(item.get(b"Title").unwrap()), element));
        bookmarks(tree, item, level + 1, found);
        before = Some(object);
        at = item.get(b"Next").ok();
    }
    assert_eq!(parent.get(b"Last").ok(), before);
}

#[test]
fn every_row_of_a_table_has_all_its_columns_and_a_head() {
    for (name, bytes) in papers() {
        let tree = Tree::read(bytes);
        let elements = tree.elements();
        let tables = elements.iter().enumerate();
        let tables: Vec<usize> = tables
            .filter(|(_, element)| element.kind == "Table")
            .map(|(at, _)| at)
            .collect();
        assert!(!tables.is_empty() || name.starts_with("reminder"), "{name}");
        for table in tables {
            let below = |at: usize| {
                let depth = elements[at].depth;
                let after = elements[at + 1..].iter();
                after.take_while(move |element| element.depth > depth)
            };
            let mut widths = BTreeSet::new();
            for (offset, row) in below(table).enumerate() {
                if row.kind != "TR" {
                    continue;
                }
                let cells: Vec<&Element<'_>> = below(table + 1 + offset)
                    .filter(|cell| cell.kind == "TH" || cell.kind == "TD")
                    .collect();
                widths.insert(cells.iter().map(|cell| columns(&tree, cell)).sum::<i64>());
                let heads = cells.iter().filter(|cell| cell.kind == "TH");
                assert!(heads.clone().count() > 0, "{name}: a row without a head");
                for head in heads {
                    let attributes = tree.dictionary(head.dictionary.get(b"A").unwrap());
                    assert!(attributes.has(b"Scope"), "{name}");
                }
            }
            assert_eq!(widths.len(), 1, "{name}: rows of {widths:?} columns");
        }
    }
}

fn columns(tree: &Tree, cell: &Element<'_>) -> i64 {
    let attributes = cell.dictionary.get(b"A").ok();
    let span = attributes.and_then(|list| tree.dictionary(list).get(b"ColSpan").ok());
    span.map_or(1, |span| span.as_i64().unwrap())
}

#[test]
fn an_invoice_is_read_aloud_in_this_order() {
    let bytes = invoice(&linked(), &logo_look()).unwrap();
    insta::assert_snapshot!(Tree::read(&bytes).told());
}

#[test]
fn a_demand_is_read_aloud_in_this_order() {
    let bytes = demand(&demand_facts(), &logo_look()).unwrap();
    insta::assert_snapshot!(Tree::read(&bytes).told());
}

/// In the serif the hyphen of a number and that of a divided word are one glyph, and a font has one text for a glyph.
#[test]
fn a_number_keeps_its_hyphens_beside_divided_words() {
    let long = "photographic documentation, misunderstandings notwithstanding, of extraordinarily \
        comprehensive rehabilitation measures under INV-2026-0142 and the correspondence thereto; ";
    let mut facts = demand_facts();
    facts.letter.work = Some(long.repeat(4));
    let bytes = demand(&facts, &logo_look()).unwrap();
    let tree = Tree::read(&bytes);
    let elements = tree.elements();
    let mut told = elements.iter().map(|element| &element.words);
    let told =
        told.find(|words| words.contains("extraordinarily") || words.contains("photographic"));
    let told = told.unwrap();
    assert!(told.contains('\u{ad}'), "no word was divided: {told}");
    assert_eq!(told.matches("INV-2026-0142").count(), 4, "{told}");
    let whole = told.replace('\u{ad}', "");
    assert_eq!(whole.matches("extraordinarily").count(), 4, "{whole}");
    let copied = words("divided", &bytes);
    assert!(copied.matches("INV-2026-0142").count() >= 4, "{copied}");
    assert!(
        copied.replace('\u{ad}', "").contains("misunderstandings"),
        "{copied}"
    );
}

#[test]
fn a_link_leads_where_it_says() {
    let (_, bytes) = &papers()[0];
    let tree = Tree::read(bytes);
    let mut targets = BTreeSet::new();
    for page in tree.pages.keys() {
        let page = tree.document.get_dictionary(*page).unwrap();
        let annotations = page.get(b"Annots").unwrap().as_array().unwrap();
        for annotation in annotations {
            let annotation = tree.dictionary(annotation);
            assert_eq!(
                annotation.get(b"F").unwrap().as_i64().unwrap(),
                4,
                "it is printed"
            );
            assert!(!text(annotation.get(b"Contents").unwrap()).is_empty());
            let edges: Vec<f32> = annotation
                .get(b"Rect")
                .unwrap()
                .as_array()
                .unwrap()
                .iter()
                .map(|edge| edge.as_float().unwrap())
                .collect();
            assert!(
                edges[2] - edges[0] > 40.0 && edges[3] - edges[1] > 5.0,
                "{edges:?}"
            );
            let action = tree.dictionary(annotation.get(b"A").unwrap());
            let target = action.get(b"URI").unwrap().as_str().unwrap();
            targets.insert(String::from_utf8(target.to_vec()).unwrap());
        }
    }
    let expected = [
        "https://pay.example.com/inv-2026-0142",
        "mailto:studio@holliswren.example",
    ];
    assert_eq!(targets, expected.map(str::to_owned).into());
}

#[test]
fn an_attached_file_comes_out_as_it_went_in() {
    let bytes = invoice_with(&invoice_facts(), &logo_look(), &[data()]).unwrap();
    assert_sound("invoice-with-data", &bytes);
    let tree = Tree::read(&bytes);
    let catalog = tree.document.catalog().unwrap();
    let files = catalog.get(b"AF").unwrap().as_array().unwrap();
    assert_eq!(files.len(), 1);
    let file = tree.dictionary(&files[0]);
    assert_eq!(text(file.get(b"UF").unwrap()), "factur-x.xml");
    let relationship = file.get(b"AFRelationship").unwrap().as_name().unwrap();
    assert_eq!(relationship, b"Alternative");
    let stream = tree.dictionary(file.get(b"EF").unwrap());
    let stream = stream.get(b"F").unwrap().as_reference().unwrap();
    let stream = tree
        .document
        .get_object(stream)
        .unwrap()
        .as_stream()
        .unwrap();
    assert_eq!(
        stream.dict.get(b"Subtype").unwrap().as_name().unwrap(),
        b"text/xml"
    );
    assert_eq!(stream.decompressed_content().unwrap(), data().bytes);
    let names = tree.dictionary(catalog.get(b"Names").unwrap());
    let names = tree.dictionary(names.get(b"EmbeddedFiles").unwrap());
    let names = names.get(b"Names").unwrap().as_array().unwrap();
    assert_eq!(names[1], files[0], "found by its name as well");
    let twice = invoice_with(&invoice_facts(), &logo_look(), &[data(), data()]);
    assert!(
        twice.is_err(),
        "two files of one name could not be told apart"
    );
}

#[test]
fn info_and_xmp_say_the_same() {
    let mut odd = invoice_facts();
    odd.number = Some("INV <7> & \"8\"".into());
    odd.sender.name = "Zoë\u{7} & Łukasz".into();
    let odd = [("odd".to_owned(), invoice(&odd, &Look::default()).unwrap())];
    for (name, bytes) in papers().iter().chain(&odd) {
        let document = Document::load_mem(bytes).unwrap();
        let info = document
            .trailer
            .get(b"Info")
            .unwrap()
            .as_reference()
            .unwrap();
        let info = document.get_dictionary(info).unwrap();
        let catalog = document.catalog().unwrap();
        let packet = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
        let packet = document.get_object(packet).unwrap().as_stream().unwrap();
        assert!(
            packet.dict.get(b"Filter").is_err(),
            "{name}: other programs look for it"
        );
        let packet = String::from_utf8(packet.content.clone()).unwrap();
        let said = |element: &str| -> Option<String> {
            let (_, rest) = packet.split_once(&format!("<{element}>"))?;
            let (inner, _) = rest.split_once(&format!("</{element}>"))?;
            let inner = inner.replace("</rdf:li>", "").replace(['\n', '\r'], "");
            let inner = inner
                .rsplit_once("<rdf:li")
                .map_or(inner.clone(), |(_, rest)| {
                    let (_, rest) = rest.split_once('>').unwrap();
                    rest.split_once("</rdf:").unwrap().0.to_owned()
                });
            let plain = inner.replace("&lt;", "<").replace("&gt;", ">");
            Some(plain.replace("&amp;", "&"))
        };
        let told = |key: &[u8]| info.get(key).ok().map(text);
        assert_eq!(said("dc:title"), told(b"Title"), "{name}");
        assert_eq!(said("dc:creator"), told(b"Author"), "{name}");
        assert_eq!(said("xmp:CreatorTool"), told(b"Creator"), "{name}");
        assert_eq!(said("pdf:Producer"), told(b"Producer"), "{name}");
        for (element, key) in [
            ("xmp:CreateDate", b"CreationDate".as_slice()),
            ("xmp:ModifyDate", b"ModDate"),
        ] {
            let figures = |text: String| text.replace(|c: char| !c.is_ascii_digit(), "");
            assert_eq!(said(element).map(figures), told(key).map(figures), "{name}");
        }
        assert_eq!(
            said("dc:language").unwrap(),
            text(catalog.get(b"Lang").unwrap())
        );
        assert_eq!(
            said("pdfaid:part").unwrap() + &said("pdfaid:conformance").unwrap(),
            "3A"
        );
        assert_eq!(said("pdfuaid:part").unwrap(), "1");
    }
}

/// What is not needed is not in the file, and what readers look for is.
#[test]
fn every_object_of_the_file_is_used() {
    for (name, bytes) in papers() {
        let mut document = Document::load_mem(bytes).unwrap();
        assert_eq!(document.version, "1.7");
        let packed = |object: &Object| {
            let kind = object.type_name().unwrap_or_default();
            kind == b"ObjStm" || kind == b"XRef"
        };
        document.objects.retain(|_, object| !packed(object));
        let unused = document.prune_objects();
        assert_eq!(unused, [], "{name}");
        let catalog = document.catalog().unwrap();
        assert!(catalog.has(b"PageLabels"), "{name}");
        let marked = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
    }
}
