//! The posting list: which letters were handed in, by which service, and who did it.
//!
//! It ties each letter to the exact file that was printed (its SHA-256), which no receipt of a post office does.

use correspondence::{Fill, Locale, Phrases, format};
use domain::CivilDate;

use super::bare::{Bare, file};
use super::parts;
use crate::DocumentError;
use crate::colour::{HAIRLINE, INK, SOFT, TINT};
use crate::display::{Drawing, Item};
use crate::facts::{Recipient, Sender};
use crate::fonts::Face;
use crate::layout::{Align, Cell, Column, Flow, Row, Table, TableLook, Width};
use crate::place::Paper;
use crate::text::Style;
use crate::units::Length;

/// One letter as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostedLetter {
    pub recipient: Recipient,
    /// Our reference, such as the case or invoice number.
    pub reference: String,
    /// What the post was asked for, such as "Signed For, 1st class".
    pub service: String,
    pub article_number: Option<String>,
    pub pages: u32,
    /// Of the file that was printed.
    pub sha256: [u8; 32],
}

/// What was handed in together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingFacts {
    pub locale: Locale,
    pub paper: Paper,
    pub sender: Sender,
    pub date: CivilDate,
    pub posted_by: String,
    pub letters: Vec<PostedLetter>,
}

const TITLE: Style = Style::new(
    Face::SansSemiBold,
    Length::points(16),
    Length::points(21),
    INK,
);
const TEXT: Style = Style::new(
    Face::SansRegular,
    Length::points(9),
    Length::points(13),
    INK,
);
const SMALL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(7_500),
    Length::thousandths(10_200),
    SOFT,
);
const CELL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_300),
    Length::thousandths(11_200),
    INK,
);
const HEAD: Style = Style::new(
    Face::SansSemiBold,
    Length::thousandths(7_800),
    Length::thousandths(10_600),
    INK,
);
const LOOK: TableLook = TableLook {
    head: HEAD,
    tint: TINT,
    hairline: HAIRLINE,
    gutter: Length::points(9),
    padding: Length::points(4),
};

/// The posting list as a PDF.
pub fn posting_list(facts: &PostingFacts) -> Result<Vec<u8>, DocumentError> {
    let phrases = Phrases::load(facts.locale)?;
    let drawing = drawing(facts, &phrases)?;
    let date = format::date(&phrases, facts.date)?;
    let title = phrases.fill("posting-foot", &[("date", Fill::Text(&date))])?;
    file(
        &drawing,
        &phrases,
        (&title, &facts.sender.name),
        Some(facts.date),
    )
}

pub(super) fn drawing(facts: &PostingFacts, phrases: &Phrases) -> Result<Drawing, DocumentError> {
    for (field, missing) in [
        ("letters", facts.letters.is_empty()),
        ("posted_by", facts.posted_by.trim().is_empty()),
        ("sender.name", facts.sender.name.trim().is_empty()),
    ] {
        if missing {
            return Err(DocumentError::Missing { field });
        }
    }
    let date = format::date(phrases, facts.date)?;
    let foot = phrases.fill("posting-foot", &[("date", Fill::Text(&date))])?;
    let bare = Bare {
        paper: facts.paper,
        top: Length::ZERO,
        foot: &foot,
    };
    bare.compose(phrases, |flow| {
        flow.heading("title", 1, &phrases.say("posting-title")?, TITLE)?;
        flow.space(Length::points(3));
        let from: Vec<&str> = std::iter::once(&facts.sender.name)
            .chain(&facts.sender.address)
            .map(|line| line.trim())
            .collect();
        flow.paragraph("sender", &from.join(" · "), SMALL)?;
        flow.space(Length::points(10));
        let values = [
            ("date", Fill::Text(date.as_str())),
            ("count", Fill::Count(facts.letters.len())),
            ("name", Fill::Text(facts.posted_by.trim())),
        ];
        flow.paragraph("posting", &phrases.fill("posting-what", &values)?, TEXT)?;
        flow.space(Length::points(10));
        table(flow, facts, phrases)?;
        signature(flow, facts, phrases)?;
        Ok(Vec::new())
    })
}

fn table(
    flow: &mut Flow<'_>,
    facts: &PostingFacts,
    phrases: &Phrases,
) -> Result<(), DocumentError> {
    let column = |key, width, align| {
        Ok::<_, DocumentError>(Column {
            head: phrases.say(key)?,
            width,
            align,
        })
    };
    let columns = vec![
        Column {
            head: "#".to_owned(),
            width: Width::Fitted,
            align: Align::Left,
        },
        column("posting-recipient", Width::Share(5), Align::Left)?,
        column("posting-reference", Width::Share(3), Align::Left)?,
        column("posting-service", Width::Share(4), Align::Left)?,
        column("posting-pages", Width::Fitted, Align::Right)?,
        column("posting-digest", Width::Fitted, Align::Left)?,
    ];
    let mut rows = Vec::with_capacity(facts.letters.len());
    for (index, letter) in facts.letters.iter().enumerate() {
        let mut recipient: Cell = Vec::new();
        for (line, text) in parts(&letter.recipient).into_iter().enumerate() {
            recipient.push((text.to_owned(), if line == 0 { CELL } else { SMALL }));
        }
        if recipient.is_empty() {
            return Err(DocumentError::Missing {
                field: "recipient.name",
            });
        }
        let mut service: Cell = vec![(letter.service.clone(), CELL)];
        let article = letter.article_number.as_deref().map(str::trim);
        if let Some(article) = article.filter(|article| !article.is_empty()) {
            service.push((article.to_owned(), CELL.with(Face::SansSemiBold, INK)));
        }
        let cell = |text: String| -> Cell { vec![(text, CELL)] };
        rows.push(Row {
            cells: vec![
                cell((index + 1).to_string()),
                recipient,
                cell(letter.reference.clone()),
                service,
                cell(letter.pages.to_string()),
                digest(&letter.sha256),
            ],
            running: None,
        });
    }
    flow.table(&Table {
        block: "posting list",
        columns,
        rows,
        look: LOOK,
        carried: None,
        names_rows: 1,
    })
}

/// The first sixteen digits, in two lines of two groups: enough to tell any two files apart.
fn digest(sha256: &[u8; 32]) -> Cell {
    let line = |bytes: &[u8]| {
        let digits: Vec<String> = bytes
            .chunks_exact(2)
            .map(|pair| format!("{:02x}{:02x}", pair[0], pair[1]))
            .collect();
        (digits.join(" "), SMALL.tabular())
    };
    let (first, second) = sha256[..8].split_at(4);
    vec![line(first), line(second)]
}

fn signature(
    flow: &mut Flow<'_>,
    facts: &PostingFacts,
    phrases: &Phrases,
) -> Result<(), DocumentError> {
    let pages: u64 = facts
        .letters
        .iter()
        .map(|letter| u64::from(letter.pages))
        .sum();
    let pages = pages.to_string();
    flow.space(Length::points(8));
    flow.together(|flow| {
        let values = [
            ("count", Fill::Count(facts.letters.len())),
            ("pages", Fill::Text(pages.as_str())),
        ];
        flow.paragraph("total", &phrases.fill("posting-total", &values)?, TEXT)?;
        flow.space(Length::points(8));
        let name = Fill::Text(facts.posted_by.trim());
        let words = phrases.fill("posting-declaration", &[("name", name)])?;
        flow.paragraph("declaration", &words, TEXT)?;
        // Room for a pen above the line.
        flow.space(Length::points(40));
        let rule = Item::Fill {
            x: Length::ZERO,
            y: Length::ZERO,
            width: flow.width * 6 / 10,
            height: Length::thousandths(600),
            colour: INK,
        };
        flow.piece("signature", Length::points(4), vec![rule]);
        let words = phrases.fill("posting-signature", &[("name", name)])?;
        flow.paragraph("signature", &words, SMALL)
    })?;
    flow.space(Length::points(12));
    flow.paragraph("digest", &phrases.say("posting-digest-note")?, SMALL)
}
