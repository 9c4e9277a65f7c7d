//! A paper read back from its bytes: the words that stand on it, and its size.
//!
//! Words are for finding papers only. What a paper says is in the facts it was made from; what is read back here may have its
//! lines in another order.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use printpdf::ToUnicodeCMap;

/// The words of all pages; `None` when these bytes are no paper that can be read.
///
/// Reads papers of our own making. A file made elsewhere is not for here: it may be anything.
pub fn words(bytes: &[u8]) -> Option<String> {
    let document = Document::load_mem(bytes).ok()?;
    let mut text = String::new();
    for page in document.page_iter() {
        read_page(&document, page, &mut text)?;
    }
    Some(rejoined(&text))
}

/// Reads as our own papers are written: each font says which characters a glyph stands for. lopdf's reader knows every
/// other way too, by a table of all names of glyphs that is larger than the rest of this crate.
fn read_page(document: &Document, page: ObjectId, text: &mut String) -> Option<()> {
    let fonts: BTreeMap<Vec<u8>, ToUnicodeCMap> = document
        .get_page_fonts(page)
        .ok()?
        .into_iter()
        .filter_map(|(name, font)| Some((name, characters(document, font)?)))
        .collect();
    let content = Content::decode(&document.get_page_content(page)).ok()?;
    let mut font = None;
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => {
                font = operands
                    .first()
                    .and_then(|name| fonts.get(name.as_name().ok()?));
            }
            "Tj" | "TJ" => {
                if let Some(font) = font {
                    read_run(operands, font, text);
                }
            }
            "T*" | "ET" if !text.ends_with('\n') => text.push('\n'),
            _ => {}
        }
    }
    Some(())
}

fn characters(document: &Document, font: &Dictionary) -> Option<ToUnicodeCMap> {
    let map = font.get_deref(b"ToUnicode", document).ok()?;
    let map = map.as_stream().ok()?.get_plain_content().ok()?;
    ToUnicodeCMap::parse(&String::from_utf8_lossy(&map)).ok()
}

fn read_run(operands: &[Object], font: &ToUnicodeCMap, text: &mut String) {
    for operand in operands {
        match operand {
            Object::String(glyphs, _) => text.extend(
                glyphs
                    .chunks_exact(2)
                    .filter_map(|glyph| {
                        let glyph = u32::from_be_bytes([0, 0, glyph[0], glyph[1]]);
                        font.mappings.get(&glyph)
                    })
                    .flatten()
                    .filter_map(|scalar| char::from_u32(*scalar)),
            ),
            Object::Array(parts) => {
                read_run(parts, font, text);
                text.push(' ');
            }
            // A gap between words.
            Object::Integer(shift) if *shift < -100 => text.push(' '),
            _ => {}
        }
    }
}

/// How many pages a paper has; `None` when these bytes are no paper.
pub fn pages(bytes: &[u8]) -> Option<u32> {
    let pages = Document::load_mem(bytes).ok()?.get_pages().len();
    u32::try_from(pages).ok()
}

/// Width and height of the first page in tenths of a millimetre; `None` when these bytes are no paper.
pub fn sheet(bytes: &[u8]) -> Option<(u32, u32)> {
    let document = Document::load_mem(bytes).ok()?;
    let page = document.page_iter().next()?;
    let mut node = document.get_dictionary(page).ok()?;
    let corners = loop {
        if let Ok(found) = node.get(b"MediaBox") {
            break document.dereference(found).ok()?.1.as_array().ok()?;
        }
        // What a page does not say, the pages above it say.
        let parent = node.get(b"Parent").ok()?.as_reference().ok()?;
        node = document.get_dictionary(parent).ok()?;
    };
    let at = |place: usize| corners.get(place)?.as_float().ok();
    let [left, bottom, right, top] = [at(0)?, at(1)?, at(2)?, at(3)?];
    Some((tenths(right - left)?, tenths(top - bottom)?))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a sheet larger than a house is refused"
)]
fn tenths(points: f32) -> Option<u32> {
    let tenths = (points * 254.0 / 72.0).round();
    (1.0..100_000.0).contains(&tenths).then_some(tenths as u32)
}

/// A word that was broken at the end of a line is one word again.
fn rejoined(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.lines().map(str::trim_end) {
        let is_broken = whole.ends_with(['-', '\u{2010}', '\u{ad}'])
            && whole
                .trim_end_matches(['-', '\u{2010}', '\u{ad}'])
                .ends_with(char::is_lowercase)
            && line.starts_with(char::is_lowercase);
        if is_broken {
            whole.pop();
        } else if !whole.is_empty() {
            whole.push('\n');
        }
        whole.push_str(line);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::{rejoined, sheet, words};

    #[test]
    fn a_word_broken_at_the_end_of_a_line_is_whole_again() {
        assert_eq!(
            rejoined("Die Zahlungs-\nerinnerung vom\n3. März"),
            "Die Zahlungserinnerung vom\n3. März"
        );
        assert_eq!(
            rejoined("INV-\n2026"),
            "INV-\n2026",
            "a number keeps its sign"
        );
        assert_eq!(
            rejoined("Müller-\nLüdenscheidt"),
            "Müller-\nLüdenscheidt",
            "a double name keeps it too"
        );
    }

    #[test]
    fn what_is_no_paper_has_no_words() {
        assert_eq!(words(b"%PDF-1.7 and then nothing"), None);
        assert_eq!(words(b""), None);
        assert_eq!(sheet(b"%PDF-1.7 and then nothing"), None, "and no size");
    }
}
