//! Proof that nothing on a page overlaps and nothing is cut off, on the display list itself.
//!
//! Papers under test leave their pages here on their way to the writer. The golden set and a thousand random papers
//! are looked at: no two texts overlap, none lies on a picture, all stand inside the margins of the sheet.

mod random;

use std::cell::{Cell, RefCell};
use std::fmt;

use crate::DocumentError;
use crate::display::{Item, Page};
use crate::units::Length;

// The facts of the other tests, which know this crate from outside.
#[allow(dead_code, reason = "the tests of the files use all of them")]
#[path = "../tests/papers/facts.rs"]
mod facts;
#[allow(dead_code, reason = "the tests of the files use all of them")]
#[path = "../tests/papers/kind_facts/mod.rs"]
mod kind_facts;
#[allow(dead_code, reason = "the tests of the files use all of it")]
#[path = "../tests/papers/kinds.rs"]
mod kinds;

thread_local! {
    static PAGES: RefCell<Vec<Page>> = const { RefCell::new(Vec::new()) };
    static ONLY_DRAWN: Cell<bool> = const { Cell::new(false) };
}

/// Takes note of the pages of a paper. True when they are all that is wanted, without the file.
pub(crate) fn note(pages: &[Page]) -> bool {
    PAGES.set(pages.to_vec());
    ONLY_DRAWN.get()
}

/// The pages of a paper, which is not written.
fn drawn(
    make: impl FnOnce() -> Result<Vec<u8>, DocumentError>,
) -> Result<Vec<Page>, DocumentError> {
    PAGES.take();
    ONLY_DRAWN.set(true);
    let outcome = make();
    ONLY_DRAWN.set(false);
    let pages = PAGES.take();
    match outcome {
        Err(error) if pages.is_empty() => Err(error),
        _ => Ok(pages),
    }
}

/// What no text may leave.
#[derive(Clone, Copy)]
struct Margins {
    left: Length,
    right: Length,
    top: Length,
    bottom: Length,
}

/// Common printers leave this much blank.
const PRINTABLE: Margins = Margins {
    left: Length::points(14),
    right: Length::points(14),
    top: Length::points(14),
    bottom: Length::points(14),
};

/// What a text takes: from the top of its capitals to the foot of its descenders.
#[derive(Clone)]
struct Taken {
    left: Length,
    top: Length,
    right: Length,
    bottom: Length,
    text: String,
}

impl fmt::Display for Taken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let edges = [self.left, self.top, self.right, self.bottom]
            .map(|edge| edge.in_thousandths() / 1_000);
        write!(out, "{:?} at {edges:?}", self.text)
    }
}

/// Two texts may touch by this much: the overhang of an italic, the rounding of a pen.
const HAIR: Length = Length::thousandths(400);

impl Taken {
    fn overlaps(&self, other: &Self) -> bool {
        self.left + HAIR < other.right
            && other.left + HAIR < self.right
            && self.top + HAIR < other.bottom
            && other.top + HAIR < self.bottom
    }
}

/// Texts and pictures of a page.
fn taken(page: &Page) -> Vec<Taken> {
    let take = |item: &Item| match item {
        Item::Run { x, y, run, .. } => {
            let blank = |text: &str| text.chars().all(char::is_whitespace);
            let last = run
                .glyphs
                .iter()
                .rposition(|glyph| !blank(&glyph.text) || glyph.text.is_empty())?;
            let after = run.glyphs.get(last + 1);
            Some(Taken {
                left: *x,
                top: *y - run.size * 70 / 100,
                right: *x + after.map_or(run.width, |glyph| glyph.x),
                bottom: *y + run.size * 22 / 100,
                text: run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect(),
            })
        }
        Item::Picture {
            x,
            y,
            width,
            height,
            ..
        } => Some(Taken {
            left: *x,
            top: *y,
            right: *x + *width,
            bottom: *y + *height,
            text: "a picture".to_owned(),
        }),
        Item::Blocks {
            x,
            y,
            unit,
            rectangles,
            ..
        } => {
            let edge = |at: usize| {
                rectangles
                    .iter()
                    .map(move |part| part[at] + part[at + 2])
                    .max()
            };
            Some(Taken {
                left: *x,
                top: *y,
                right: *x + *unit * edge(0)?,
                bottom: *y + *unit * edge(1)?,
                text: "a code".to_owned(),
            })
        }
        Item::Fill { .. } => None,
    };
    page.items.iter().filter_map(take).collect()
}

/// What is wrong with a page.
fn faults(page: &Page, margins: Margins) -> Vec<String> {
    let mut taken = taken(page);
    taken.sort_by_key(|text| text.top);
    let mut faults = Vec::new();
    for (index, text) in taken.iter().enumerate() {
        let outside = text.left + HAIR < margins.left
            || text.right > page.width - margins.right + HAIR
            || text.top < margins.top
            || text.bottom > page.height - margins.bottom;
        if outside {
            faults.push(format!("outside the margins: {text}"));
        }
        let below = taken.iter().skip(index + 1);
        let near = below.take_while(|other| other.top < text.bottom);
        faults.extend(
            near.filter(|other| text.overlaps(other))
                .map(|other| format!("{text} lies on {other}")),
        );
    }
    faults
}

/// What is wrong with a paper.
fn faults_of(name: &str, pages: &[Page], margins: Margins) -> Vec<String> {
    let pages = pages.iter().enumerate();
    let faults = pages.flat_map(|(index, page)| {
        let mut faults = faults(page, margins);
        if taken(page).len() < 4 {
            faults.push("the page is empty".to_owned());
        }
        let number = index + 1;
        faults
            .into_iter()
            .map(move |fault| format!("page {number}: {fault}"))
    });
    faults.map(|fault| format!("{name}, {fault}")).collect()
}

#[test]
fn nothing_overlaps_or_is_cut_on_any_page_of_the_golden_set() {
    for kind in kinds::KINDS {
        for cast in kinds::casts() {
            let name = format!("{} {}", kind.name, cast.name());
            let pages = drawn(|| (kind.make)(&cast));
            let pages = pages.unwrap_or_else(|error| panic!("{name}: {error}"));
            let faults = faults_of(&name, &pages, PRINTABLE);
            assert!(
                faults.is_empty() && !pages.is_empty(),
                "{}",
                faults.join("\n")
            );
        }
    }
}

/// The check itself: it finds what is moved, and nothing where nothing is.
#[test]
fn a_wrong_page_is_seen() {
    let cast = &kinds::casts()[1];
    let kind = &kinds::KINDS[0];
    let mut pages = drawn(|| (kind.make)(cast)).unwrap();
    let page = &mut pages[0];
    assert!(faults(page, PRINTABLE).is_empty());
    let texts: Vec<usize> = (0..page.items.len())
        .filter(|at| matches!(page.items[*at], Item::Run { .. }))
        .collect();
    let right = page.items.clone();
    for at in texts {
        let text = right[at].clone();
        for (dx, dy) in [(-600, 0), (600, 0), (0, 900), (0, -900)] {
            page.items[at] = text.clone().moved(Length::points(dx), Length::points(dy));
            assert!(
                !faults(page, PRINTABLE).is_empty(),
                "{text:?} moved by {dx} and {dy}"
            );
        }
        page.items[at] = text.clone();
        page.items.push(text);
        assert!(!faults(page, PRINTABLE).is_empty(), "the same text twice");
        page.items.pop();
    }
}
