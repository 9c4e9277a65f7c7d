//! The letters that a glyph stands for. There are as many as glyphs on all pages and nearly all are one letter long, so
//! short ones take no place of their own.

use std::ops::Deref;

const ROOM: usize = 14;

/// A text that is short as a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Letters(Kept);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kept {
    Few { length: u8, bytes: [u8; ROOM] },
    Many(Box<str>),
}

impl Default for Kept {
    fn default() -> Self {
        Self::Few {
            length: 0,
            bytes: [0; ROOM],
        }
    }
}

impl Letters {
    pub(crate) fn as_str(&self) -> &str {
        match &self.0 {
            Kept::Few { length, bytes } => {
                let bytes = bytes.get(..usize::from(*length)).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            }
            Kept::Many(text) => text,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        matches!(self.0, Kept::Few { length: 0, .. })
    }
}

impl From<&str> for Letters {
    fn from(text: &str) -> Self {
        let mut bytes = [0; ROOM];
        Self(
            match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
                (Some(room), Ok(length)) => {
                    room.copy_from_slice(text.as_bytes());
                    Kept::Few { length, bytes }
                }
                _ => Kept::Many(text.into()),
            },
        )
    }
}

impl Deref for Letters {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn texts_of_any_length_come_back() {
        for text in [
            "",
            "a",
            "ﷺ",
            "e\u{308}\u{304}",
            "fourteen bytes",
            "fifteen bytes..",
            "ffi and much more",
        ] {
            let letters = Letters::from(text);
            assert_eq!(letters.as_str(), text, "as it went in");
            assert_eq!(letters.is_empty(), text.is_empty(), "empty only when it is");
        }
        assert_ne!(Letters::from("a"), Letters::from("b"), "told apart");
    }
}
