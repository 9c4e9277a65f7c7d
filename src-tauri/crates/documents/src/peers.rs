//! The display list of a paper for another writer: what the bench gives to its peer.
//!
//! Not part of the program: behind the feature `peers`. Plain data, so that nothing inside has to be public.

use std::cell::RefCell;

use crate::DocumentError;
use crate::backend::sequences;
use crate::display::{Drawing, Item, Run};
use crate::image::{Picture, Pictures, Pixels, Which};
use crate::structure::{Role, Scope};
use crate::units::Length;

thread_local! {
    static WANTED: RefCell<Wanted> = const { RefCell::new(Wanted::File) };
}

enum Wanted {
    File,
    /// The work up to the writer, and nothing of it.
    Work,
    Layout,
    Laid(Laid),
}

/// A paper on its way to the writer.
pub struct Laid {
    drawing: Drawing,
    pictures: Pictures,
}

/// Takes a paper away from the writer when only its layout is wanted.
pub(crate) fn took(drawing: &Drawing, pictures: &Pictures) -> bool {
    WANTED.with_borrow_mut(|wanted| match wanted {
        Wanted::File => false,
        Wanted::Work => true,
        Wanted::Layout | Wanted::Laid(_) => {
            *wanted = Wanted::Laid(Laid {
                drawing: drawing.clone(),
                pictures: pictures.clone(),
            });
            true
        }
    })
}

/// Does everything up to the writer and drops it, for the clock.
pub fn only_lay(make: impl FnOnce() -> Result<Vec<u8>, DocumentError>) {
    WANTED.set(Wanted::Work);
    let outcome = make();
    WANTED.set(Wanted::File);
    debug_assert!(outcome.is_err(), "nothing is written");
}

/// Lays a paper out without writing it.
pub fn lay(make: impl FnOnce() -> Result<Vec<u8>, DocumentError>) -> Result<Laid, DocumentError> {
    WANTED.set(Wanted::Layout);
    let outcome = make();
    match (WANTED.replace(Wanted::File), outcome) {
        (Wanted::Laid(laid), _) => Ok(laid),
        (_, Err(error)) => Err(error),
        (_, Ok(_)) => Err(DocumentError::Internal {
            detail: "this paper did not pass the writer".to_owned(),
        }),
    }
}

/// A paper as plain data.
pub struct Paper {
    /// Their names and files.
    pub fonts: Vec<(String, Vec<u8>)>,
    pub pages: Vec<Page>,
    /// In reading order; the first is the document.
    pub elements: Vec<Element>,
    /// Red, green, blue and opacity of each dot of the logo, with its width and height.
    pub logo: Option<(Vec<u8>, u32, u32)>,
}

pub struct Element {
    /// The name of its role in PDF.
    pub role: &'static str,
    /// A heading's level, or the columns that a cell takes.
    pub number: usize,
    /// A heading's words, what is said instead of a picture, or where a link leads.
    pub words: String,
    /// A heading cell's: whether it heads its row.
    pub heads_row: bool,
    pub kids: Vec<usize>,
}

pub struct Page {
    pub size: (f32, f32),
    /// In writing order.
    pub stretches: Vec<Stretch>,
}

/// What is marked together.
pub struct Stretch {
    /// None for an artifact.
    pub element: Option<usize>,
    pub things: Vec<Thing>,
}

pub enum Thing {
    Words(Words),
    /// Left, top, width, height; red, green, blue.
    Fill([f32; 4], [f32; 3]),
    /// Left, top, width, height.
    Logo([f32; 4]),
}

pub struct Words {
    pub at: (f32, f32),
    pub size: f32,
    pub colour: [f32; 3],
    /// Which of the paper's fonts.
    pub font: usize,
    /// Id, where it stands from the start of the words, and what it copies as.
    pub glyphs: Vec<(u16, f32, String)>,
    pub width: f32,
}

fn points(length: Length) -> f32 {
    length.to_float()
}

impl Laid {
    pub fn paper(&self) -> Paper {
        let structure = &self.drawing.structure;
        let index = |node| {
            let mut elements = structure.elements();
            elements
                .position(|(other, _)| other == node)
                .unwrap_or_default()
        };
        let elements = structure.elements().map(|(_, element)| {
            let (number, words) = match &element.role {
                Role::Heading { level, words } => (usize::from(*level), words.clone()),
                Role::HeadCell { columns, .. } => (*columns, String::new()),
                Role::Figure { words } | Role::Link { target: words } => (0, words.clone()),
                _ => (0, String::new()),
            };
            Element {
                role: crate::finish::name(&element.role),
                number,
                words,
                heads_row: matches!(
                    element.role,
                    Role::HeadCell {
                        scope: Scope::Row,
                        ..
                    }
                ),
                kids: element.kids.iter().map(|node| index(*node)).collect(),
            }
        });
        let elements = elements.collect();
        let mut fonts: Vec<(String, Vec<u8>)> = Vec::new();
        let mut pages = Vec::with_capacity(self.drawing.pages.len());
        for page in &self.drawing.pages {
            let stretches = sequences(page).into_iter().map(|sequence| Stretch {
                element: sequence.element().map(index),
                things: sequence
                    .items
                    .into_iter()
                    .filter_map(|item| thing(item, &mut fonts))
                    .collect(),
            });
            pages.push(Page {
                size: (points(page.width), points(page.height)),
                stretches: stretches.collect(),
            });
        }
        Paper {
            fonts,
            pages,
            elements,
            logo: match self.pictures.get(Which::Logo) {
                Some(Picture::Pixels(pixels)) => Some(dots(pixels)),
                _ => None,
            },
        }
    }
}

fn dots(logo: &Pixels) -> (Vec<u8>, u32, u32) {
    let colours = logo.colours.chunks_exact(3);
    let opaque = vec![255; colours.len()];
    let opacity = logo.opacity.as_ref().unwrap_or(&opaque);
    let dots = colours.zip(opacity);
    let dots = dots.flat_map(|(colour, opacity)| colour.iter().chain([opacity]).copied());
    (dots.collect(), logo.width, logo.height)
}

fn thing(item: &Item, fonts: &mut Vec<(String, Vec<u8>)>) -> Option<Thing> {
    match item {
        Item::Run { x, y, run, .. } => Some(Thing::Words(words((*x, *y), run, fonts))),
        Item::Fill {
            x,
            y,
            width,
            height,
            colour,
        } => Some(Thing::Fill(
            [*x, *y, *width, *height].map(points),
            colour.parts(),
        )),
        Item::Picture {
            which: Which::Logo,
            x,
            y,
            width,
            height,
            ..
        } => Some(Thing::Logo([*x, *y, *width, *height].map(points))),
        // The invoice of the bench has neither a signature nor a code.
        Item::Picture { .. } | Item::Blocks { .. } => None,
    }
}

fn words(at: (Length, Length), run: &Run, fonts: &mut Vec<(String, Vec<u8>)>) -> Words {
    let name = run.face.name();
    let known = fonts.iter().position(|(known, _)| known == name);
    let font = known.unwrap_or_else(|| {
        fonts.push((name.to_owned(), run.face.bytes().to_vec()));
        fonts.len() - 1
    });
    let glyphs = run.glyphs.iter();
    let glyphs = glyphs.map(|glyph| (glyph.id, points(glyph.x), glyph.text.to_string()));
    Words {
        at: (points(at.0), points(at.1)),
        size: points(run.size),
        colour: run.colour.parts(),
        font,
        glyphs: glyphs.collect(),
        width: points(run.width),
    }
}
