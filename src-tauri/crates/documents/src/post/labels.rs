//! Sheets of address labels, as data, filled from any label on.

use correspondence::{Locale, Phrases};

use super::bare::file;
use super::{fitted, parts};
use crate::DocumentError;
use crate::display::{Drawing, Page};
use crate::facts::Recipient;
use crate::place::Paper;
use crate::structure::Structure;
use crate::text::Typesetter;
use crate::units::Length;

/// A sheet of labels, in micrometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LabelSheet {
    /// Stable: kept in settings.
    pub id: &'static str,
    pub name: &'static str,
    pub paper: Paper,
    pub columns: usize,
    pub rows: usize,
    /// The upper left corner of the first label.
    pub left: i64,
    pub top: i64,
    pub width: i64,
    pub height: i64,
    /// From one label's corner to the next one's, across and down.
    pub pitch: (i64, i64),
}

impl LabelSheet {
    pub const ALL: [Self; 4] = [
        Self {
            id: "a4-21",
            name: "A4, 3 x 7, 63.5 x 38.1 mm (as Avery L7160)",
            paper: Paper::A4,
            columns: 3,
            rows: 7,
            left: 7_210,
            top: 15_150,
            width: 63_500,
            height: 38_100,
            pitch: (66_040, 38_100),
        },
        Self {
            id: "a4-14",
            name: "A4, 2 x 7, 99.1 x 38.1 mm (as Avery L7163)",
            paper: Paper::A4,
            columns: 2,
            rows: 7,
            left: 4_630,
            top: 15_150,
            width: 99_100,
            height: 38_100,
            pitch: (101_640, 38_100),
        },
        Self {
            id: "a4-24",
            name: "A4, 3 x 8, 63.5 x 33.9 mm (as Avery L7159)",
            paper: Paper::A4,
            columns: 3,
            rows: 8,
            left: 7_210,
            top: 12_900,
            width: 63_500,
            height: 33_900,
            pitch: (66_040, 33_900),
        },
        Self {
            id: "letter-30",
            name: "Letter, 3 x 10, 2 5/8 x 1 in (as Avery 5160)",
            paper: Paper::Letter,
            columns: 3,
            rows: 10,
            left: 4_763,
            top: 12_700,
            width: 66_675,
            height: 25_400,
            pitch: (69_850, 25_400),
        },
    ];

    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sheet| sheet.id == id)
    }

    /// How many labels a sheet has.
    pub fn count(self) -> usize {
        self.columns * self.rows
    }

    /// The corner of a label of the sheet, counted from nought along the rows.
    pub(super) fn corner(self, index: usize) -> (Length, Length) {
        let (row, column) = (index / self.columns, index % self.columns);
        let step = |count: usize, pitch: i64| i64::try_from(count).unwrap_or(0) * pitch;
        (
            Length::micrometres(self.left + step(column, self.pitch.0)),
            Length::micrometres(self.top + step(row, self.pitch.1)),
        )
    }
}

/// Who gets a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelFacts {
    pub locale: Locale,
    pub recipients: Vec<Recipient>,
    /// The first label that is still on the first sheet, from 1.
    pub first: usize,
}

/// Printers and the punching are some tenths of a millimetre off.
const PADDING: (Length, Length) = (Length::micrometres(4_500), Length::micrometres(2_500));
const SIZES: [(i64, i64); 4] = [
    (10_000, 12_500),
    (9_000, 11_000),
    (8_000, 9_600),
    (7_000, 8_400),
];

/// The labels, on as many sheets as they need.
pub fn labels(facts: &LabelFacts, sheet: LabelSheet) -> Result<Vec<u8>, DocumentError> {
    let phrases = Phrases::load(facts.locale)?;
    let drawing = drawing(facts, sheet)?;
    let title = phrases.say("labels-title")?;
    file(&drawing, &phrases, (&title, ""), None)
}

pub(super) fn drawing(facts: &LabelFacts, sheet: LabelSheet) -> Result<Drawing, DocumentError> {
    if !(1..=sheet.count()).contains(&facts.first) {
        return Err(DocumentError::NoSuchLabel {
            first: facts.first,
            labels: sheet.count(),
        });
    }
    if facts.recipients.is_empty() {
        return Err(DocumentError::Missing {
            field: "recipients",
        });
    }
    let mut setter = Typesetter::new();
    setter.speak(facts.locale.tag());
    let mut structure = Structure::default();
    let room = (
        Length::micrometres(sheet.width) - PADDING.0 * 2,
        Length::micrometres(sheet.height) - PADDING.1 * 2,
    );
    let mut pages = Vec::new();
    for (index, recipient) in facts.recipients.iter().enumerate() {
        if parts(recipient).is_empty() {
            return Err(DocumentError::Missing {
                field: "recipient.name",
            });
        }
        let at = (facts.first - 1 + index) % sheet.count();
        if index == 0 || at == 0 {
            pages.push(Page {
                width: sheet.paper.width(),
                height: sheet.paper.height(),
                items: Vec::new(),
            });
        }
        let address = fitted(&mut setter, recipient, room, &SIZES)?;
        let (x, y) = sheet.corner(at);
        let top = y + PADDING.1 + (room.1 - address.height) / 2;
        let corner = (x + PADDING.0, top);
        if let Some(page) = pages.last_mut() {
            page.items
                .extend(address.items(&mut structure, corner, room.0));
        }
    }
    Ok(Drawing { pages, structure })
}
