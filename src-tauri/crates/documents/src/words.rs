//! A paper read back from its bytes: the words that stand on it, and its size.
//!
//! Words are for finding papers only. What a paper says is in the facts it was made from; what is read back here may have its
//! lines in another order.

use lopdf::Document;

/// The words of all pages; `None` when these bytes are no paper that can be read.
///
/// Reads papers of our own making. A file made elsewhere is not for here: it may be anything.
pub fn words(bytes: &[u8]) -> Option<String> {
    let document = Document::load_mem(bytes).ok()?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).ok()?;
    Some(rejoined(&text))
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
