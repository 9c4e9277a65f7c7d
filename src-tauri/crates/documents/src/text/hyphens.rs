//! Where words may be divided, by the rules of their language.

use hypher::Lang;

/// The rules of a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hyphens(Lang);

/// Letters that stay together at either end of a divided word.
const LEAST: usize = 3;
const SHORTEST_WORD: usize = 7;

impl Hyphens {
    /// By the language of a BCP 47 tag.
    pub(super) fn of(tag: &str) -> Option<Self> {
        match tag.split('-').next()? {
            "en" => Some(Self(Lang::English)),
            "de" => Some(Self(Lang::German)),
            "fr" => Some(Self(Lang::French)),
            _ => None,
        }
    }

    /// Offsets at which a piece of text between two spaces may be divided; none in names, figures and addresses
    /// of the net, as far as they can be told.
    pub(super) fn points(self, piece: &str) -> Vec<usize> {
        let word = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = piece.len() - word.len();
        let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if word.chars().count() < SHORTEST_WORD || !self.is_word(word) {
            return Vec::new();
        }
        let mut at = 0;
        let mut points = Vec::new();
        for syllable in hypher::hyphenate(word, self.0) {
            at += syllable.len();
            let (before, after) = word.split_at_checked(at).unwrap_or((word, ""));
            if before.chars().count() >= LEAST && after.chars().count() >= LEAST {
                points.push(start + at);
            }
        }
        points
    }

    /// A common word: letters of the language, no capital but where every noun has one.
    fn is_word(self, word: &str) -> bool {
        let more = match self.0 {
            Lang::German => "äöüß",
            Lang::French => "àâæçéèêëîïôœùûüÿ",
            _ => "",
        };
        word.chars().enumerate().all(|(place, letter)| {
            let capital = place == 0 && self.0 == Lang::German;
            let letter = if capital {
                letter.to_lowercase().next().unwrap_or(letter)
            } else {
                letter
            };
            letter.is_ascii_lowercase() || more.contains(letter)
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn divided(tag: &str, piece: &str) -> String {
        let mut shown = String::new();
        let mut last = 0;
        for point in Hyphens::of(tag).unwrap().points(piece) {
            shown.push_str(&piece[last..point]);
            shown.push('|');
            last = point;
        }
        shown + &piece[last..]
    }

    #[test]
    fn words_are_divided_by_the_rules_of_their_language() {
        assert_eq!(divided("en-GB", "photography,"), "pho|tog|ra|phy,");
        assert_eq!(divided("de-DE", "Rechnungsbetrag"), "Rech|nungs|be|trag");
        assert_eq!(divided("de-AT", "„Verzugszinsen“"), "„Ver|zugs|zin|sen“");
        assert_eq!(divided("fr-FR", "recouvrement"), "recou|vre|ment");
        assert!(Hyphens::of("fi-FI").is_none(), "no rules, no division");
    }

    #[test]
    fn a_word_of_any_length_is_divided() {
        let word = "Donaudampfschifffahrtsgesellschaft"
            .to_lowercase()
            .repeat(300);
        let points = Hyphens::of("de-DE").unwrap().points(&word);
        assert!(points.len() > 1_000, "{} points", points.len());
    }

    #[test]
    fn names_figures_and_addresses_are_never_divided() {
        for piece in [
            "Photography",
            "Papadopoulou",
            "INV-2026-0142",
            "hello@holliswren.example",
        ] {
            assert_eq!(divided("en-GB", piece), piece);
        }
        for piece in [
            "Dvořáková",
            "studio.example/zahlen",
            "DE811234567",
            "fahren",
        ] {
            assert_eq!(divided("de-DE", piece), piece);
        }
    }
}
