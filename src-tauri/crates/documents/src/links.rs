//! Addresses in a text that a reader can follow: e-mail and web addresses that are printed in full.
//!
//! Nothing is guessed: a web address begins with its scheme or with `www.`, an e-mail address has one `@` between
//! a name and a domain. Punctuation around an address is not part of it.

use std::fmt::Write as _;

/// A stretch of a text, with where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    pub(crate) text: &'a str,
    pub(crate) target: Option<String>,
}

/// The text in parts; their texts joined are the text.
pub(crate) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut plain_from = 0;
    let mut from = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let start = word.len() - word.trim_start_matches(OPENING).len();
        let address = word
            .trim_end()
            .trim_end_matches(CLOSING)
            .get(start..)
            .unwrap_or_default();
        if let Some(target) = target(address) {
            let at = from + start;
            if let Some(text) = text.get(plain_from..at).filter(|text| !text.is_empty()) {
                parts.push(Part { text, target: None });
            }
            parts.push(Part {
                text: address,
                target: Some(target),
            });
            plain_from = at + address.len();
        }
        from += word.len();
    }
    if let Some(text) = text.get(plain_from..)
        && (parts.is_empty() || !text.is_empty())
    {
        parts.push(Part { text, target: None });
    }
    parts
}

const OPENING: [char; 7] = ['(', '[', '<', '"', '“', '«', '„'];
const CLOSING: [char; 13] = [
    '.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '”', '»', '“',
];

/// Where an address leads, as a URI.
fn target(address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    let rest = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"));
    if let Some(rest) = rest {
        let host = rest.split(['/', '?', '#', ':']).next()?;
        return is_domain(host).then(|| encoded(address));
    }
    if let Some(rest) = lower.strip_prefix("www.") {
        let host = rest.split(['/', '?', '#', ':']).next()?;
        return is_domain(host).then(|| format!("https://{}", encoded(address)));
    }
    let (name, domain) = address.split_once('@')?;
    let fits = |c: char| c.is_ascii_alphanumeric() || "._%+-'".contains(c);
    let named = !name.is_empty() && name.chars().all(fits);
    (named && is_domain(domain)).then(|| format!("mailto:{}", encoded(address)))
}

/// At least two labels of letters, figures and hyphens; the last has two letters or more.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        let inside = |c: char| c.is_alphanumeric() || c == '-';
        !label.is_empty() && !label.starts_with('-') && label.chars().all(inside)
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    text.contains('.')
        && text.split('.').all(label)
        && last.chars().count() >= 2
        && last.chars().any(char::is_alphabetic)
}

/// In ASCII: everything else as percent signs and figures (RFC 3987, 3.1).
fn encoded(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(text: &str) -> Vec<(String, String)> {
        let found = parts(text).into_iter();
        found
            .filter_map(|part| Some((part.text.to_owned(), part.target?)))
            .collect()
    }

    #[test]
    fn an_address_is_found_without_the_punctuation_around_it() {
        let pair = |text: &str, target: &str| (text.to_owned(), target.to_owned());
        assert_eq!(
            targets("Write to studio@holliswren.example, or see (https://pay.example.com/a?b=1)."),
            [
                pair(
                    "studio@holliswren.example",
                    "mailto:studio@holliswren.example"
                ),
                pair(
                    "https://pay.example.com/a?b=1",
                    "https://pay.example.com/a?b=1"
                ),
            ]
        );
        assert_eq!(
            targets("www.holliswren.example"),
            [pair(
                "www.holliswren.example",
                "https://www.holliswren.example"
            )],
            "a browser needs the scheme"
        );
        assert_eq!(
            targets("https://example.com/für"),
            [pair(
                "https://example.com/für",
                "https://example.com/f%C3%BCr"
            )],
            "a URI is ASCII"
        );
    }

    #[test]
    fn what_only_looks_like_an_address_is_left_alone() {
        for text in [
            "",
            "3 @ 12.50",
            "@studio",
            "me@home",
            "a@b@c.example",
            "https://",
            "http://x",
            "e.g. this",
            "No.5",
            "https://1.2",
            "www.",
            "5.50@2.00",
        ] {
            assert_eq!(targets(text), [], "{text}");
        }
    }

    #[test]
    fn no_letter_of_the_text_is_lost() {
        for text in [
            "",
            " ",
            "plain",
            "a@b.example",
            "x a@b.example\ny\u{a0}<https://c.example> ",
        ] {
            let parts = parts(text);
            let joined: String = parts.iter().map(|part| part.text).collect();
            assert_eq!(joined, text);
            assert!(
                !parts.is_empty(),
                "an empty text is one empty part: {text:?}"
            );
        }
    }
}
