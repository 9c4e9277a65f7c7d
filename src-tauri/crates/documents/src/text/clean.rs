//! What is taken out of a text, or put in its plainest form, before it is shaped.

use unicode_normalization::UnicodeNormalization;

use crate::display::Letters;

/// Composed (NFC), without controls, direction marks and other characters that draw nothing.
pub(super) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut letters = text.nfc().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' => {
                // The space hangs unseen, and keeps two lines apart where only their letters are read.
                if !cleaned.is_empty() && !cleaned.ends_with(char::is_whitespace) {
                    cleaned.push(' ');
                }
                cleaned.push('\n');
            }
            // Spaces that faces lack: those that do not break a line, and those that do.
            '\u{2007}' | '\u{202f}' => cleaned.push('\u{a0}'),
            '\t' | '\u{2000}'..='\u{200a}' | '\u{205f}' => cleaned.push(' '),
            '\u{200c}' | '\u{200d}' if cleaned.ends_with(joins) => cleaned.push(letter),
            letter if letter.is_control() || draws_nothing(letter) => {}
            letter => cleaned.push(letter),
        }
    }
    cleaned
}

/// Letters of scripts in which a joiner or its contrary changes the shape: Arabic to Myanmar.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{109f}')
}

fn draws_nothing(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

const ISOLATE: char = '\u{2067}';
const RELEASE: char = '\u{2069}';

pub(super) fn is_isolate(letter: char) -> bool {
    matches!(letter, ISOLATE | RELEASE)
}

fn is_from_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Sets a name that runs from right to left apart from the text around it, so that a figure or a bracket after it
/// stays after it. A text that mostly runs from right to left is left as it is.
pub(super) fn isolated(text: String) -> String {
    let (right, left): (Vec<char>, Vec<char>) = text
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .partition(|letter| is_from_right(*letter));
    if right.is_empty() || right.len() > left.len() {
        return text;
    }
    let mut set_apart = String::with_capacity(text.len() + 12);
    // What follows a letter from the right and may still belong to the name.
    let mut between: Option<String> = None;
    for letter in text.chars() {
        match &mut between {
            None if is_from_right(letter) => {
                set_apart.extend([ISOLATE, letter]);
                between = Some(String::new());
            }
            None => set_apart.push(letter),
            Some(held) if is_from_right(letter) => {
                set_apart.push_str(held);
                held.clear();
                set_apart.push(letter);
            }
            Some(held) if letter.is_alphabetic() || letter == '\n' => {
                set_apart.push(RELEASE);
                set_apart.push_str(held);
                set_apart.push(letter);
                between = None;
            }
            Some(held) => held.push(letter),
        }
    }
    if let Some(held) = between {
        set_apart.push(RELEASE);
        set_apart.push_str(&held);
    }
    set_apart
}

/// What a reader copies: no-break spaces share their glyph with the space.
pub(super) fn plain_spaces(text: &str) -> Letters {
    if !text.contains(char::is_whitespace) {
        return Letters::from(text);
    }
    let plain: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    Letters::from(plain.as_str())
}
