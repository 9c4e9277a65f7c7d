//! Licence expressions: whether the terms of a dependency can be met with licences from a list.
//!
//! Reads SPDX expressions (`A OR B`, `A AND B`, `A WITH EXCEPTION`, brackets) and the old form with slashes, where a
//! slash means OR. AND binds tighter than OR.

/// Whether the expression can be met with the allowed licences; `None` when it can not be read.
pub(super) fn is_met(expression: &str, allowed: &[&str]) -> Option<bool> {
    let words = words(expression);
    let mut reader = Reader {
        words: &words,
        allowed,
    };
    let met = reader.either()?;
    reader.words.is_empty().then_some(met)
}

fn words(expression: &str) -> Vec<String> {
    expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

struct Reader<'w> {
    words: &'w [String],
    allowed: &'w [&'w str],
}

impl Reader<'_> {
    fn either(&mut self) -> Option<bool> {
        let mut met = self.both()?;
        while self.take("OR") {
            // The right side is read also when the left is met, or a broken expression would pass.
            let right = self.both()?;
            met = met || right;
        }
        Some(met)
    }

    fn both(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.take("AND") {
            let right = self.one()?;
            met = met && right;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let met = self.either()?;
            return self.take(")").then_some(met);
        }
        let licence = self.name()?;
        if self.take("WITH") {
            let exception = self.name()?;
            return Some(
                self.allowed
                    .contains(&format!("{licence} WITH {exception}").as_str()),
            );
        }
        Some(self.allowed.contains(&licence.as_str()))
    }

    fn name(&mut self) -> Option<String> {
        let (first, rest) = self.words.split_first()?;
        if ["OR", "AND", "WITH", "(", ")"].contains(&first.as_str()) {
            return None;
        }
        self.words = rest;
        Some(first.clone())
    }

    fn take(&mut self, word: &str) -> bool {
        match self.words.split_first() {
            Some((first, rest)) if first == word => {
                self.words = rest;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_met;

    const ALLOWED: &[&str] = &[
        "MIT",
        "Apache-2.0",
        "Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception",
    ];

    fn met(expression: &str) -> Option<bool> {
        is_met(expression, ALLOWED)
    }

    #[test]
    fn one_choice_is_enough() {
        assert_eq!(met("MIT OR GPL-3.0-only"), Some(true), "we choose MIT");
        assert_eq!(
            met("GPL-3.0-only OR MIT"),
            Some(true),
            "whichever side it is on"
        );
        assert_eq!(
            met("GPL-3.0-only/LGPL-3.0-only"),
            Some(false),
            "a slash is a choice, here between two refused ones"
        );
        assert_eq!(
            met("Apache-2.0 / MIT"),
            Some(true),
            "spaces around the slash change nothing"
        );
    }

    #[test]
    fn every_condition_has_to_be_met() {
        assert_eq!(
            met("(MIT OR Apache-2.0) AND Unicode-3.0"),
            Some(true),
            "both are allowed"
        );
        assert_eq!(
            met("MIT AND GPL-2.0-only"),
            Some(false),
            "MIT does not take the other away"
        );
    }

    #[test]
    fn and_binds_tighter_than_or() {
        assert_eq!(
            met("MIT OR MIT AND GPL-2.0-only"),
            Some(true),
            "MIT alone is one of the choices"
        );
        assert_eq!(
            met("(MIT OR MIT) AND GPL-2.0-only"),
            Some(false),
            "brackets change that"
        );
    }

    #[test]
    fn an_exception_is_part_of_the_licence() {
        assert_eq!(
            met("Apache-2.0 WITH LLVM-exception"),
            Some(true),
            "listed with its exception"
        );
        assert_eq!(met("MIT WITH LLVM-exception"), Some(false), "not listed so");
    }

    #[test]
    fn what_can_not_be_read_is_not_met() {
        for broken in [
            "", "MIT OR", "(MIT", "MIT MIT", "MIT OR (", "AND MIT", "MIT WITH",
        ] {
            assert_eq!(met(broken), None, "`{broken}` is not an expression");
        }
    }
}
