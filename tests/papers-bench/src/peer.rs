//! The peer: krilla, given the same pages, and with tags the same tree, links and outline.

use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};
use std::sync::{Arc, Mutex};

use documents::peers::{Element, Page, Paper, Thing, Words};
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, Document, SerializeSettings};

/// Fonts are warm for everybody: ours are kept by thread.
static FONTS: Mutex<BTreeMap<String, Font>> = Mutex::new(BTreeMap::new());

fn font(name: &str, bytes: &[u8]) -> Font {
    let mut fonts = FONTS.lock().unwrap();
    let parse = || Font::new(Data::from(Arc::new(bytes.to_vec())), 0).unwrap();
    fonts.entry(name.to_owned()).or_insert_with(parse).clone()
}

pub fn write(paper: &Paper, tagged: bool) -> Vec<u8> {
    let mut configuration = ConfigurationBuilder::new();
    configuration = if tagged {
        configuration
            .with_archival_validator(Archival::A3_A)
            .with_accessibility_validator(Accessibility::UA1)
    } else {
        configuration.with_archival_validator(Archival::A3_B)
    };
    let mut document = Document::new_with(SerializeSettings {
        configuration: configuration.finish().unwrap(),
        enable_tagging: tagged,
        ..SerializeSettings::default()
    });
    let date = DateTime::new(2026)
        .month(3)
        .day(14)
        .hour(0)
        .minute(0)
        .second(0);
    document.set_metadata(
        Metadata::new()
            .title("Invoice".to_owned())
            .authors(vec!["Hollis & Wren Photography".to_owned()])
            .language("en-GB".to_owned())
            .creation_date(date),
    );
    let fonts: Vec<Font> = paper
        .fonts
        .iter()
        .map(|(name, bytes)| font(name, bytes))
        .collect();
    let logo = paper
        .logo
        .as_ref()
        .map(|(dots, width, height)| Image::from_rgba8(dots.clone(), *width, *height));
    let mut marks: BTreeMap<usize, Vec<Identifier>> = BTreeMap::new();
    let mut outline = Outline::new();
    for (number, sheet) in paper.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(sheet.size.0, sheet.size.1).unwrap();
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for stretch in &sheet.stretches {
            let tag = match stretch.element {
                Some(_) => ContentTag::Other,
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            };
            if tagged {
                let mark = surface.start_tagged(tag);
                if let Some(element) = stretch.element {
                    marks.entry(element).or_default().push(mark);
                }
            }
            for thing in &stretch.things {
                draw(&mut surface, thing, &fonts, logo.as_ref());
            }
            if tagged {
                surface.end_tagged();
            }
        }
        surface.finish();
        if tagged {
            for (index, [left, top, right, bottom]) in places(sheet) {
                let element = &paper.elements[index];
                match element.role {
                    "Link" => {
                        let said = element.words.trim_start_matches("mailto:").to_owned();
                        let action = Action::Link(LinkAction::new(element.words.clone()));
                        let edges = Rect::from_ltrb(left, top, right, bottom).unwrap();
                        let link = LinkAnnotation::new(edges, Target::Action(action));
                        let mark =
                            page.add_tagged_annotation(Annotation::new_link(link, Some(said)));
                        marks.entry(index).or_default().push(mark);
                    }
                    "H1" | "H2" | "H3" => {
                        let place = XyzDestination::new(number, Point::from_xy(left, top));
                        outline.push_child(OutlineNode::new(element.words.clone(), place));
                    }
                    _ => {}
                }
            }
        }
        page.finish();
    }
    if tagged {
        let mut tree = TagTree::new().with_lang(Some("en-GB".to_owned()));
        for kid in &paper.elements[0].kids {
            tree.push(group(&paper.elements, *kid, &mut marks));
        }
        document.set_tag_tree(tree);
        document.set_outline(outline);
    }
    document.finish().unwrap()
}

/// Where the words of each element on a page are: left, top, right, bottom.
fn places(sheet: &Page) -> Vec<(usize, [f32; 4])> {
    let mut places = Vec::new();
    for stretch in &sheet.stretches {
        let Some(element) = stretch.element else {
            continue;
        };
        let edges = stretch.things.iter().filter_map(|thing| match thing {
            Thing::Words(words) => {
                let (x, y) = words.at;
                Some([
                    x,
                    y - words.size * 0.8,
                    x + words.width,
                    y + words.size * 0.25,
                ])
            }
            _ => None,
        });
        let join = |a: [f32; 4], b: [f32; 4]| {
            [
                a[0].min(b[0]),
                a[1].min(b[1]),
                a[2].max(b[2]),
                a[3].max(b[3]),
            ]
        };
        places.extend(edges.reduce(join).map(|edges| (element, edges)));
    }
    places
}

fn group(elements: &[Element], index: usize, marks: &mut BTreeMap<usize, Vec<Identifier>>) -> Node {
    let element = &elements[index];
    let level = NonZeroU16::new(element.number.max(1).try_into().unwrap()).unwrap();
    let columns = NonZeroU32::new(element.number.max(1).try_into().unwrap());
    let tag: TagKind = match element.role {
        "H1" | "H2" | "H3" => Tag::Hn(level, Some(element.words.clone())).into(),
        "P" => Tag::P.into(),
        "Span" => Tag::Span.into(),
        "Link" => Tag::Link.into(),
        "BlockQuote" => Tag::BlockQuote.into(),
        "L" => Tag::L(ListNumbering::None).into(),
        "LI" => Tag::LI.into(),
        "Lbl" => Tag::Lbl.into(),
        "LBody" => Tag::LBody.into(),
        "Table" => Tag::Table.into(),
        "THead" => Tag::THead.into(),
        "TBody" => Tag::TBody.into(),
        "TFoot" => Tag::TFoot.into(),
        "TR" => Tag::TR.into(),
        "TH" => {
            let scope = if element.heads_row {
                TableHeaderScope::Row
            } else {
                TableHeaderScope::Column
            };
            let span = columns.filter(|columns| columns.get() > 1);
            Tag::TH(scope).with_col_span(span).into()
        }
        "TD" => Tag::TD.into(),
        "Figure" => Tag::Figure(Some(element.words.clone())).into(),
        _ => Tag::Div.into(),
    };
    let mut group = TagGroup::new(tag);
    // Links hold their words and their annotation.
    for mark in marks.remove(&index).unwrap_or_default() {
        group.push(mark);
    }
    for kid in &element.kids {
        group.push(self::group(elements, *kid, marks));
    }
    Node::from(group)
}

fn fill(colour: [f32; 3]) -> Fill {
    let [red, green, blue] = colour.map(|part| (part * 255.0).round() as u8);
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: krilla::paint::FillRule::default(),
    }
}

fn draw(surface: &mut Surface<'_>, thing: &Thing, fonts: &[Font], logo: Option<&Image>) {
    match thing {
        Thing::Fill([x, y, width, height], colour) => {
            surface.set_fill(Some(fill(*colour)));
            let mut path = PathBuilder::new();
            path.push_rect(Rect::from_xywh(*x, *y, *width, *height).unwrap());
            surface.draw_path(&path.finish().unwrap());
        }
        Thing::Logo([x, y, width, height]) => {
            surface.push_transform(&Transform::from_translate(*x, *y));
            let size = Size::from_wh(*width, *height).unwrap();
            surface.draw_image(logo.unwrap().clone(), size);
            surface.pop();
        }
        Thing::Words(words) => {
            surface.set_fill(Some(fill(words.colour)));
            let (glyphs, text) = glyphs(words);
            let at = Point::from_xy(words.at.0, words.at.1);
            surface.draw_glyphs(
                at,
                &glyphs,
                fonts[words.font].clone(),
                &text,
                words.size,
                false,
            );
        }
    }
}

fn glyphs(words: &Words) -> (Vec<KrillaGlyph>, String) {
    let mut text = String::new();
    let mut glyphs = Vec::with_capacity(words.glyphs.len());
    for (index, (id, x, copied)) in words.glyphs.iter().enumerate() {
        let start = text.len();
        text.push_str(copied);
        let next = words
            .glyphs
            .get(index + 1)
            .map_or(words.width, |next| next.1);
        let advance = (next - x) / words.size;
        glyphs.push(KrillaGlyph::new(
            GlyphId::new(u32::from(*id)),
            advance,
            0.0,
            0.0,
            0.0,
            start..text.len(),
            None,
        ));
    }
    (glyphs, text)
}
