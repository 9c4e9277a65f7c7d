//! The faces of a paper as objects of the file: each subset to the glyphs on its pages, with its measures and with what
//! its glyphs say.
//!
//! printpdf embeds faces too, but it cuts the fraction off every advance, so that nearly every glyph would have to be
//! moved back to its place.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::Metrics;
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag};
use subsetter::GlyphRemapper;

use super::internal;
use super::words::{self, Texts};
use crate::DocumentError;
use crate::display::{Item, Letters, Page};
use crate::fonts::Font;

/// A face as embedded: only the glyphs used, under new ids.
pub(super) struct Embedded {
    /// By the face's own id; none for glyphs that are not used.
    new_ids: Vec<Option<u16>>,
    /// By new id, in millionths of an em.
    pub(super) advances: Vec<i64>,
    /// By new id, what a reader copies.
    texts: Vec<Letters>,
    subset: Vec<u8>,
}

impl Embedded {
    pub(super) fn new_id(&self, id: u16) -> Option<u16> {
        *self.new_ids.get(usize::from(id))?
    }

    /// What a reader copies for a glyph.
    pub(super) fn says(&self, id: u16) -> Option<&Letters> {
        self.texts.get(usize::from(self.new_id(id)?))
    }
}

pub(super) type Faces = BTreeMap<Font, Embedded>;

/// The name under which pages know a face.
pub(super) fn resource(face: &Font) -> String {
    format!("T-{}", face.name())
}

fn unreadable(face: &Font) -> DocumentError {
    internal(&format!("{} can not be read", face.name()))
}

/// Subsets each face to the glyphs on the pages.
pub(super) fn embed(pages: &[Page]) -> Result<Faces, DocumentError> {
    let mut used: BTreeMap<&Font, Texts> = BTreeMap::new();
    for item in pages.iter().flat_map(|page| &page.items) {
        if let Item::Run { run, .. } = item {
            let texts = used.entry(&run.face).or_default();
            for glyph in run.glyphs.iter() {
                words::note(texts, glyph);
            }
        }
    }
    let faces = used.into_iter().map(|(face, texts)| {
        let glyphs: Vec<u16> = texts.keys().copied().collect();
        let ids = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
        let subset = subsetter::subset(face.bytes(), 0, &ids)
            .map_err(|error| internal(&format!("{} can not be subset: {error}", face.name())))?;
        let font = FontRef::new(face.bytes()).map_err(|_| unreadable(face))?;
        let advances = advances(&font, &ids);
        let last = glyphs.last().copied().unwrap_or_default();
        let mut embedded = Embedded {
            new_ids: vec![None; usize::from(last) + 1],
            texts: vec![Letters::default(); advances.len()],
            advances,
            subset,
        };
        for (id, text) in texts {
            let Some(new) = ids.get(id) else { continue };
            if let Some(place) = embedded.new_ids.get_mut(usize::from(id)) {
                *place = Some(new);
            }
            if let Some(place) = embedded.texts.get_mut(usize::from(new)) {
                *place = text;
            }
        }
        Ok((face.clone(), embedded))
    });
    faces.collect()
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "an advance is some ems wide at most"
)]
fn advances(font: &FontRef<'_>, ids: &GlyphRemapper) -> Vec<i64> {
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let units = units(font);
    let widths = ids.remapped_gids().map(|id| {
        let width = metrics.advance_width(GlyphId::from(id)).unwrap_or_default();
        width as i64 * 1_000_000 / units
    });
    widths.collect()
}

fn units(font: &FontRef<'_>) -> i64 {
    font.head()
        .map_or(1_000, |head| i64::from(head.units_per_em().max(1)))
}

/// Adds the faces to the document, under the names that its pages know.
pub(super) fn add(document: &mut Document, faces: &Faces) -> Result<(), DocumentError> {
    let mut names = Dictionary::new();
    for (face, embedded) in faces {
        let font = add_face(document, face, embedded)?;
        names.set(resource(face), font);
    }
    let Some(place) = place(document) else {
        return Err(internal("the pages have no place for fonts"));
    };
    document.set_object(place, names);
    Ok(())
}

/// The list of fonts that all pages share.
fn place(document: &Document) -> Option<ObjectId> {
    let page = document.page_iter().next()?;
    let page = document.get_dictionary(page).ok()?;
    let resources = page.get(b"Resources").ok()?.as_reference().ok()?;
    let resources = document.get_dictionary(resources).ok()?;
    resources.get(b"Font").ok()?.as_reference().ok()
}

fn add_face(
    document: &mut Document,
    face: &Font,
    embedded: &Embedded,
) -> Result<ObjectId, DocumentError> {
    let font = FontRef::new(face.bytes()).map_err(|_| unreadable(face))?;
    let name = format!("{}+{}", tag(&embedded.subset), face.name());
    let (kind, key, program) = program(embedded).ok_or_else(|| unreadable(face))?;
    let program = document.add_object(program);
    let mut descriptor = descriptor(&font);
    descriptor.set("FontName", Object::Name(name.clone().into_bytes()));
    descriptor.set(key, program);
    let descriptor = document.add_object(descriptor);
    let texts = Stream::new(Dictionary::new(), to_unicode(embedded).into_bytes());
    let texts = document.add_object(texts);
    let system = dictionary! {
        "Registry" => Object::string_literal("Adobe"),
        "Ordering" => Object::string_literal("Identity"),
        "Supplement" => 0,
    };
    let mut descendant = dictionary! {
        "Type" => "Font",
        "Subtype" => kind,
        "BaseFont" => Object::Name(name.clone().into_bytes()),
        "CIDSystemInfo" => system,
        "FontDescriptor" => descriptor,
        "DW" => 1_000,
        "W" => vec![Object::Integer(0), Object::Array(widths(&embedded.advances))],
    };
    if kind == "CIDFontType2" {
        descendant.set("CIDToGIDMap", "Identity");
    }
    let descendant = document.add_object(descendant);
    Ok(document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => Object::Name(name.into_bytes()),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![Object::Reference(descendant)],
        "ToUnicode" => texts,
    }))
}

/// Six capitals made from the subset's bytes (ISO 32000-1, 9.6.4).
fn tag(subset: &[u8]) -> String {
    let digest = Sha256::digest(subset);
    let letters = digest.iter().take(6);
    letters.map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// The outlines, and what the file calls them: a TrueType file, or the table of a CFF one, where the subset's ids are
/// its character ids too.
fn program(embedded: &Embedded) -> Option<(&'static str, &'static str, Stream)> {
    let font = FontRef::new(&embedded.subset).ok()?;
    if let Some(table) = font.table_data(Tag::new(b"CFF ")) {
        let kind = dictionary! { "Subtype" => "CIDFontType0C" };
        let stream = Stream::new(kind, table.as_bytes().to_vec());
        return Some(("CIDFontType0", "FontFile3", stream));
    }
    let length = i64::try_from(embedded.subset.len()).ok()?;
    let stream = Stream::new(dictionary! { "Length1" => length }, embedded.subset.clone());
    Some(("CIDFontType2", "FontFile2", stream))
}

/// The measures of the whole face in thousandths of an em.
fn descriptor(font: &FontRef<'_>) -> Dictionary {
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let units = units(font);
    let scaled = |length: f32| Object::Integer(thousandths(length, units));
    let Metrics {
        ascent, descent, ..
    } = metrics;
    let bounds = metrics.bounds.unwrap_or_default();
    let edges = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    let is_italic = metrics.italic_angle != 0.0;
    // Symbolic would mean letters of its own; a face of letters is not, whichever glyphs are left.
    let flags = 32 + if is_italic { 64 } else { 0 };
    let heavy = font.attributes().weight.value() >= 600.0;
    dictionary! {
        "Type" => "FontDescriptor",
        "Flags" => flags,
        "FontBBox" => edges.map(scaled).to_vec(),
        "ItalicAngle" => Object::Real(metrics.italic_angle),
        "Ascent" => scaled(ascent),
        "Descent" => scaled(descent),
        "CapHeight" => scaled(metrics.cap_height.unwrap_or(ascent)),
        "StemV" => if heavy { 140 } else { 80 },
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "the measures of a face are some ems at most"
)]
fn thousandths(length: f32, units: i64) -> i64 {
    length.round() as i64 * 1_000 / units
}

/// In thousandths of an em with their fractions.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "an advance is some ems wide at most"
)]
fn widths(advances: &[i64]) -> Vec<Object> {
    let width = |millionths: &i64| match millionths % 1_000 {
        0 => Object::Integer(millionths / 1_000),
        _ => Object::Real((*millionths as f64 / 1_000.0) as f32),
    };
    advances.iter().map(width).collect()
}

/// How many glyphs a part of the map may name (ISO 32000-1, 9.10.3).
const MOST: usize = 100;

/// What each glyph says, for readers that copy or search.
fn to_unicode(embedded: &Embedded) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let texts = embedded.texts.iter().enumerate();
    let glyphs: Vec<(usize, &Letters)> = texts.filter(|(_, text)| !text.is_empty()).collect();
    for part in glyphs.chunks(MOST) {
        // Writing to a string can not fail.
        let _ = writeln!(map, "{} beginbfchar", part.len());
        for (id, text) in part {
            let _ = write!(map, "<{id:04X}> <");
            for unit in text.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
