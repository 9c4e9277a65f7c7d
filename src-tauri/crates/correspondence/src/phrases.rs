//! The words of one language, read from its message files.
//!
//! Owns loading and filling in. A message that is missing or whose values are not all given is an error,
//! never a hole in a sentence. A folder of a language holds all messages; a folder of a locale, such as
//! `de-AT`, holds only those that differ there. Fluent's isolation marks are off: they would end up in the
//! text people copy.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::LetterError;
use crate::locale::Locale;

// `FOLDERS`: each folder of `messages` with the text of its files, written by the build script.
include!(concat!(env!("OUT_DIR"), "/messages.rs"));

type Resources = Result<Vec<Arc<FluentResource>>, String>;

/// The files of a folder as this locale spells them.
fn read(folder: &str, locale: Locale) -> Resources {
    let files = FOLDERS.iter().find(|(name, _)| *name == folder);
    let files = files.map(|(_, files)| *files).unwrap_or_default();
    let mut resources = Vec::with_capacity(files.len());
    for file in files {
        let resource = FluentResource::try_new(spelled(file, locale))
            .map_err(|(_, errors)| format!("{errors:?}"))?;
        resources.push(Arc::new(resource));
    }
    Ok(resources)
}

/// Swiss German has no ß. French sets marks of two parts off with a space that does not break, in Canada the
/// colon alone. The files are written in the ordinary way, so that nobody has to type spaces that nobody sees.
fn spelled(text: &str, locale: Locale) -> String {
    match (locale.language(), locale.tag()) {
        (_, "de-CH") => text.replace('ß', "ss"),
        (_, "fr-CA") => text
            .replace(" :", "\u{a0}:")
            .replace(" ;", ";")
            .replace(" ?", "?")
            .replace(" !", "!"),
        ("fr", _) => text
            .replace(" :", "\u{a0}:")
            .replace(" ;", "\u{202f};")
            .replace(" ?", "\u{202f}?")
            .replace(" !", "\u{202f}!"),
        _ => text.to_owned(),
    }
}

/// The files of a locale's language, then its own. Kept once read: reading them again for each paper would
/// cost more than setting the page.
fn resources(locale: Locale) -> Resources {
    static READ: Mutex<BTreeMap<&str, Resources>> = Mutex::new(BTreeMap::new());
    let mut read_before = READ.lock().unwrap_or_else(PoisonError::into_inner);
    read_before
        .entry(locale.tag())
        .or_insert_with(|| {
            let mut resources = read(locale.language(), locale)?;
            if resources.is_empty() {
                return Err("no message files".to_owned());
            }
            resources.extend(read(locale.tag(), locale)?);
            Ok(resources)
        })
        .clone()
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
    bundle: FluentBundle<Arc<FluentResource>>,
    locale: Locale,
}

impl Phrases {
    /// Reads the language's files; an error names the first fault.
    pub fn load(locale: Locale) -> Result<Self, LetterError> {
        let fault = |detail: String| LetterError::Messages {
            language: locale.tag(),
            detail,
        };
        let language: LanguageIdentifier = locale
            .tag()
            .parse()
            .map_err(|error| fault(format!("{error:?}")))?;
        let mut bundle = FluentBundle::new(vec![language]);
        bundle.set_use_isolating(false);
        for resource in resources(locale).map_err(fault)? {
            // What stands in the folder of the locale replaces what the language says.
            bundle.add_resource_overriding(resource);
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

    /// A message that may not be there, such as the name of a country.
    pub(crate) fn known(&self, key: &str) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, None, &mut errors);
        errors.is_empty().then(|| text.into_owned())
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
