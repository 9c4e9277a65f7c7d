//! The words of one language, read from its message files.
//!
//! Owns loading and filling in. A message that is missing or whose values are not all given is an error,
//! never a hole in a sentence. Fluent's isolation marks are off: they would end up in the text people copy.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::LetterError;
use crate::locale::Locale;

const ENGLISH: [&str; 5] = [
    include_str!("../messages/en/common.ftl"),
    include_str!("../messages/en/invoice.ftl"),
    include_str!("../messages/en/reminder.ftl"),
    include_str!("../messages/en/demand.ftl"),
    include_str!("../messages/en/pay.ftl"),
];

/// The message files of a language.
fn files(language: &str) -> Option<&'static [&'static str]> {
    match language {
        "en" => Some(&ENGLISH),
        _ => None,
    }
}

/// A value put into a message.
#[derive(Debug, Clone, Copy)]
pub enum Fill<'a> {
    Text(&'a str),
    /// For choosing between one and many.
    Count(usize),
}

/// All messages of a locale's language.
pub struct Phrases {
    bundle: FluentBundle<FluentResource>,
    locale: Locale,
}

impl Phrases {
    /// Reads the language's files; an error names the first fault.
    pub fn load(locale: Locale) -> Result<Self, LetterError> {
        let fault = |detail: String| LetterError::Messages {
            language: locale.language(),
            detail,
        };
        let language: LanguageIdentifier = locale
            .tag()
            .parse()
            .map_err(|error| fault(format!("{error:?}")))?;
        let mut bundle = FluentBundle::new(vec![language]);
        bundle.set_use_isolating(false);
        for file in files(locale.language()).ok_or_else(|| fault("no message files".to_owned()))? {
            let resource = FluentResource::try_new((*file).to_owned())
                .map_err(|(_, errors)| fault(format!("{errors:?}")))?;
            bundle
                .add_resource(resource)
                .map_err(|errors| fault(format!("{errors:?}")))?;
        }
        Ok(Self { bundle, locale })
    }

    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A message without values.
    pub fn say(&self, key: &'static str) -> Result<String, LetterError> {
        self.fill(key, &[])
    }

    /// A message with its values.
    pub fn fill(
        &self,
        key: &'static str,
        values: &[(&'static str, Fill<'_>)],
    ) -> Result<String, LetterError> {
        let message = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        let pattern = message.ok_or(LetterError::NoMessage { key })?;
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            match value {
                Fill::Text(text) => arguments.set(*name, FluentValue::from(*text)),
                Fill::Count(count) => arguments.set(*name, FluentValue::from(*count)),
            }
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut errors)
            .into_owned();
        match errors.first() {
            None => Ok(text),
            Some(error) => Err(LetterError::Unfilled {
                key,
                detail: error.to_string(),
            }),
        }
    }
}
