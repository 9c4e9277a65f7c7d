//! The cover letter: what is in the envelope.

use domain::CivilDate;

use crate::LetterError;
use crate::facts::CoverLetter;
use crate::format;
use crate::letter::{Block, Letter};
use crate::locale::Locale;
use crate::parts::{self, Manner};
use crate::phrases::{Fill, Phrases};
use crate::table::{ColumnKind, TextTable};

/// What goes under the words of a mail whose paper was handed over before; the paper itself never says so.
pub fn copy_note(locale: Locale, handed_over_on: CivilDate) -> Result<String, LetterError> {
    let phrases = Phrases::load(locale)?;
    let date = format::date(&phrases, handed_over_on)?;
    phrases.fill("mail-copy", &[("date", Fill::Text(&date))])
}

pub(crate) fn cover_letter(facts: &CoverLetter) -> Result<Letter, LetterError> {
    let phrases = Phrases::load(facts.locale)?;
    if facts.enclosures.is_empty() {
        return Err(LetterError::Missing {
            field: "enclosures",
        });
    }
    let columns = vec![
        (ColumnKind::Figure, phrases.say("cover-number")?),
        (ColumnKind::Wide, phrases.say("cover-paper")?),
        (ColumnKind::Figure, phrases.say("cover-pages")?),
    ];
    let mut table = TextTable::new("enclosures", columns);
    for (index, enclosure) in facts.enclosures.iter().enumerate() {
        let title = parts::required("enclosures.title", &enclosure.title)?;
        let title = if enclosure.copy {
            phrases.fill("cover-copy", &[("title", Fill::Text(title))])?
        } else {
            title.to_owned()
        };
        let pages = enclosure.pages.map(|pages| pages.to_string());
        table.rows.push(vec![
            (index + 1).to_string(),
            title,
            pages.unwrap_or_default(),
        ]);
    }
    let count = [("count", Fill::Count(facts.enclosures.len()))];
    let mut body = vec![
        Block::Paragraph(phrases.fill("cover-opening", &count)?),
        Block::Table(table),
    ];
    if let Some(note) = parts::given(facts.note.as_ref()) {
        body.push(Block::Paragraph(note.to_owned()));
    }
    let contact = parts::contact(&phrases, &facts.writer)?;
    let contact = [("contact", Fill::Text(contact.as_str()))];
    body.push(Block::Paragraph(phrases.fill("cover-missing", &contact)?));
    let subject = match parts::given(facts.about.as_ref()) {
        Some(about) => phrases.fill("cover-subject-about", &[("about", Fill::Text(about))])?,
        None => phrases.say("cover-subject")?,
    };
    let sides = (&facts.reader, &facts.writer);
    parts::letter(&phrases, subject, sides, Manner::Formal, body)
}
