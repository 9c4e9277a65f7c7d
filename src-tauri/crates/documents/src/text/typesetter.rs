//! The shaper with its faces.
//!
//! What it knows of the faces is kept for the next paper on the same thread; nothing of a text is. A paper
//! reads the fonts of the system only for characters that the bundled faces lack.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    FontContext, FontFamily, FontFamilyName, FontFeatures, Layout, LayoutContext, OverflowWrap,
    StyleProperty,
};
use skrifa::{FontRef, MetadataProvider};

use super::breaks::{Rules, break_lines, set_line};
use super::clean::{clean, is_isolate, isolated};
use super::hyphens::Hyphens;
use super::{Divide, Line, Span, Style};
use crate::DocumentError;
use crate::colour::Colour;
use crate::fonts::{Face, Font, Found, found};
use crate::units::Length;

/// Shapes text and breaks it into lines.
pub(crate) struct Typesetter {
    case: Box<Case>,
    hyphens: Option<Hyphens>,
    /// What stood on one line in this paper: columns are measured before they are set, and figures come again.
    known: HashMap<SetIn, HashMap<String, Vec<Line>>>,
}

/// Face, size, and whether figures are of one width.
type SetIn = (Face, Length, bool);

/// The faces, ready for use.
struct Case {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    /// By the number of their data.
    faces: HashMap<u64, Font>,
    /// The names under which the shaper knows faces of the system.
    found: BTreeMap<Arc<Found>, String>,
}

thread_local! {
    static SPARE: Cell<Option<Box<Case>>> = const { Cell::new(None) };
}

type Ranges = Vec<(Face, Range<usize>)>;

/// Something in the text has no glyph.
struct Lacking;

impl Case {
    fn new() -> Self {
        let options = CollectionOptions {
            shared: false,
            system_fonts: false,
        };
        let mut case = Self {
            fonts: FontContext {
                collection: Collection::new(options),
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            faces: HashMap::new(),
            found: BTreeMap::new(),
        };
        for face in Face::ALL {
            let blob = Blob::new(Arc::new(face.bytes()));
            case.register(blob, face.name(), Font::Bundled(face));
        }
        case
    }

    fn register(&mut self, blob: Blob<u8>, name: &str, font: Font) {
        self.faces.insert(blob.id(), font);
        let named = FontInfoOverride {
            family_name: Some(name),
            ..FontInfoOverride::default()
        };
        self.fonts.collection.register_fonts(blob, Some(named));
    }

    /// The name of a face of the system, made known to the shaper.
    fn name_of(&mut self, found: &Arc<Found>) -> String {
        if let Some(name) = self.found.get(found) {
            return name.clone();
        }
        let name = found.family();
        let blob = Blob::new(Arc::new(found.bytes().to_vec()));
        self.register(blob, &name, Font::Found(Arc::clone(found)));
        self.found.insert(Arc::clone(found), name.clone());
        name
    }
}

impl Drop for Typesetter {
    fn drop(&mut self) {
        let empty = Box::new(Case {
            fonts: FontContext {
                collection: Collection::new(CollectionOptions::default()),
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            faces: HashMap::new(),
            found: BTreeMap::new(),
        });
        SPARE.set(Some(std::mem::replace(&mut self.case, empty)));
    }
}

impl Typesetter {
    pub(crate) fn new() -> Self {
        Self {
            case: SPARE.take().unwrap_or_else(|| Box::new(Case::new())),
            hyphens: None,
            known: HashMap::new(),
        }
    }

    /// Prose is divided by the rules of this language (a BCP 47 tag) from now on; a language without rules is not divided.
    pub(crate) fn speak(&mut self, language: &str) {
        self.hyphens = Hyphens::of(language);
    }

    /// Breaks a text into lines no wider than `width`; words longer than a line are broken.
    pub(crate) fn lines(
        &mut self,
        block: &'static str,
        text: &str,
        style: Style,
        width: Option<Length>,
    ) -> Result<Vec<Line>, DocumentError> {
        self.span_lines(
            block,
            &[Span {
                text,
                face: style.face,
            }],
            style,
            width,
        )
    }

    /// As [`Self::lines`], for a text that changes its face on the way.
    pub(crate) fn span_lines(
        &mut self,
        block: &'static str,
        spans: &[Span<'_>],
        style: Style,
        width: Option<Length>,
    ) -> Result<Vec<Line>, DocumentError> {
        let [span] = spans else {
            return self.set_spans(block, spans, style, width);
        };
        let set_in = (span.face, style.size, style.tabular);
        let known = self.known.get(&set_in);
        let known = known.and_then(|texts| texts.get(span.text));
        let fits = |line: &Line| width.is_none_or(|width| line.width <= width);
        if let Some(lines) = known.filter(|lines| lines.iter().all(fits)) {
            return Ok(in_colour(lines.clone(), style.colour));
        }
        let lines = self.set_spans(block, spans, style, width)?;
        if width.is_none() || lines.len() == 1 {
            let known = self.known.entry(set_in).or_default();
            known.insert(span.text.to_owned(), lines.clone());
        }
        Ok(lines)
    }

    fn set_spans(
        &mut self,
        block: &'static str,
        spans: &[Span<'_>],
        style: Style,
        width: Option<Length>,
    ) -> Result<Vec<Line>, DocumentError> {
        let mut text = String::new();
        let mut ranges = Ranges::with_capacity(spans.len());
        for span in spans {
            let start = text.len();
            text.push_str(&isolated(clean(span.text)));
            ranges.push((span.face, start..text.len()));
        }
        let bundled = |face: Face| vec![face.name().to_owned(), face.stand_in().name().to_owned()];
        if let Ok(lines) = self.set(&text, &ranges, style, width, bundled) {
            return Ok(lines);
        }
        let lacking = lacking(&text);
        let mut others: BTreeMap<bool, Vec<String>> = BTreeMap::new();
        let mut drawn: Vec<Arc<Found>> = Vec::new();
        for heavy in ranges.iter().map(|(face, _)| face.is_heavy()) {
            let Entry::Vacant(entry) = others.entry(heavy) else {
                continue;
            };
            let found = found::covering(&lacking, heavy);
            let names = found.iter().map(|found| self.case.name_of(found));
            entry.insert(names.collect());
            drawn.extend(found);
        }
        let families = |face: Face| {
            let mut names = bundled(face);
            names.extend(others.get(&face.is_heavy()).into_iter().flatten().cloned());
            names
        };
        self.set(&text, &ranges, style, width, families)
            .map_err(|Lacking| {
                let open = |c: &&char| !drawn.iter().any(|found| found.draws(**c));
                let named: String = lacking.iter().filter(open).take(NAMED).collect();
                DocumentError::MissingGlyph {
                    character: if named.is_empty() { text } else { named },
                    block,
                }
            })
    }

    /// The width of a text on one line.
    pub(crate) fn width(
        &mut self,
        block: &'static str,
        text: &str,
        style: Style,
    ) -> Result<Length, DocumentError> {
        let lines = self.lines(block, text, style, None)?;
        Ok(lines
            .iter()
            .map(|line| line.width)
            .max()
            .unwrap_or_default())
    }

    fn set(
        &mut self,
        text: &str,
        ranges: &Ranges,
        style: Style,
        width: Option<Length>,
        families: impl Fn(Face) -> Vec<String>,
    ) -> Result<Vec<Line>, Lacking> {
        let mut layout = self.shape(text, ranges, style, families);
        let faces = &self.case.faces;
        // A hair of slack, so that a text measured without a limit fits the width that it was measured at.
        let width = width.map(|width| width.to_float() + 0.01);
        let hyphens = self.hyphens.filter(|_| style.divide != Divide::Nothing);
        let divided = match (width, hyphens) {
            (Some(width), Some(hyphens)) => {
                let rules = Rules {
                    hyphens,
                    faces,
                    width,
                    prose: style.divide == Divide::Prose,
                };
                break_lines(&mut layout, text, rules)
            }
            _ => {
                layout.break_all_lines(width);
                Vec::new()
            }
        };
        let mut lines = Vec::with_capacity(layout.len());
        for (index, line) in layout.lines().enumerate() {
            let divided = divided.contains(&index);
            lines.push(set_line(text, ranges, &line, style, divided, faces).ok_or(Lacking)?);
        }
        Ok(lines)
    }

    fn shape(
        &mut self,
        text: &str,
        ranges: &Ranges,
        style: Style,
        families: impl Fn(Face) -> Vec<String>,
    ) -> Layout<()> {
        let family = |face: Face| {
            let names = families(face).into_iter();
            let names = names.map(|name| FontFamilyName::Named(Cow::Owned(name)));
            FontFamily::List(Cow::Owned(names.collect()))
        };
        let case = self.case.as_mut();
        let mut builder = case
            .layouts
            .ranged_builder(&mut case.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontSize(style.size.to_float()));
        builder.push_default(StyleProperty::FontFamily(family(style.face)));
        // No contextual swaps: they would change what a reader copies.
        let features = if style.tabular {
            "\"lnum\" 1, \"tnum\" 1, \"calt\" 0"
        } else {
            "\"lnum\" 1, \"pnum\" 1, \"calt\" 0"
        };
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source(
            Cow::Borrowed(features),
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        for (face, range) in ranges.iter().filter(|(face, _)| *face != style.face) {
            builder.push(StyleProperty::FontFamily(family(*face)), range.clone());
        }
        builder.build(text)
    }
}

fn in_colour(mut lines: Vec<Line>, colour: Colour) -> Vec<Line> {
    for piece in lines.iter_mut().flat_map(|line| &mut line.pieces) {
        piece.run.colour = colour;
    }
    lines
}

/// How many missing characters a message names.
const NAMED: usize = 12;

/// The characters of a text that a bundled face and its stand-in lack.
fn lacking(text: &str) -> BTreeSet<char> {
    let fonts = [Face::SansRegular, Face::SerifRegular].map(|face| FontRef::new(face.bytes()));
    let drawn = |c: char| {
        let mut fonts = fonts.iter().flatten();
        fonts.any(|font| font.charmap().map(c).is_some())
    };
    let shown = text.chars().filter(|c| *c != '\n' && !is_isolate(*c));
    shown.filter(|c| !drawn(*c)).collect()
}
