//! Names to sort by: without case and without marks, so that "Ärzte" stands beside "Arzt".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The sort key of a name. Not for display and not for comparing identities.
pub(crate) fn fold(name: &str) -> String {
    let plain = name
        .nfkd()
        .filter(|character| !is_combining_mark(*character));
    plain
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .trim()
        .to_owned()
}
