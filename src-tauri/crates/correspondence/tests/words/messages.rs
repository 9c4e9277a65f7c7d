//! The message files, the languages among each other, and the code that uses them agree.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use correspondence::Locale;
use fluent_syntax::ast;

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The sources that may use a message.
fn sources() -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in [
        here.join("src"),
        here.with_file_name("documents").join("src"),
    ] {
        rust_files(&folder, &mut files);
    }
    // How a business is registered is written where its facts are.
    files.push(here.with_file_name("api").join("src/sender.rs"));
    files
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

fn folders() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages");
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Each message of a folder with the values that it uses.
fn messages(folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("messages")
        .join(folder);
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let ast::Entry::Message(message) = entry else {
                continue;
            };
            let mut values = BTreeSet::new();
            pattern(&message.value.unwrap(), &mut values);
            let id = message.id.name.to_owned();
            assert!(
                found.insert(id.clone(), values).is_none(),
                "{id} stands twice"
            );
        }
    }
    found
}

fn pattern(of: &ast::Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &of.elements {
        let ast::PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            ast::Expression::Inline(inline) => variable(inline, values),
            ast::Expression::Select { selector, variants } => {
                variable(selector, values);
                for variant in variants {
                    pattern(&variant.value, values);
                }
            }
        }
    }
}

fn variable(of: &ast::InlineExpression<&str>, values: &mut BTreeSet<String>) {
    if let ast::InlineExpression::VariableReference { id } = of {
        values.insert(id.name.to_owned());
    }
}

#[test]
fn every_language_says_everything_with_the_same_values() {
    let english = messages("en");
    let languages: BTreeSet<&str> = Locale::tags()
        .filter_map(Locale::find)
        .map(Locale::language)
        .collect();
    assert!(languages.len() >= 3, "{languages:?}");
    for language in languages {
        let other = messages(language);
        for (id, values) in &english {
            assert_eq!(
                other.get(id),
                Some(values),
                "{language}: {id} is missing or has other values"
            );
        }
        let unknown: Vec<_> = other
            .keys()
            .filter(|id| !english.contains_key(*id))
            .collect();
        assert!(unknown.is_empty(), "{language} alone says {unknown:?}");
    }
}

#[test]
fn a_folder_of_a_place_only_changes_what_its_language_says() {
    for folder in folders() {
        let locale = Locale::find(&folder).unwrap();
        if folder == locale.language() {
            continue;
        }
        assert_eq!(locale.tag(), folder, "no locale reads the folder {folder}");
        let language = messages(locale.language());
        for (id, values) in messages(&folder) {
            assert_eq!(language.get(&id), Some(&values), "{folder}: {id}");
        }
    }
}

#[test]
fn every_locale_has_a_folder_of_its_language() {
    let folders = folders();
    for tag in Locale::tags() {
        let language = Locale::find(tag).unwrap().language();
        assert!(folders.iter().any(|folder| folder == language), "{tag}");
    }
}

/// Countries are looked up by their code, so no code names their messages.
fn is_country(id: &str) -> bool {
    id.strip_prefix("country-")
        .is_some_and(|code| code.len() == 2)
}

#[test]
fn every_message_is_used() {
    let sources = sources();
    let unused: Vec<_> = messages("en")
        .into_keys()
        .filter(|id| !is_country(id) && !sources.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "no code says {unused:?}");
}

#[test]
fn every_message_used_exists() {
    let messages = messages("en");
    let prefixes: BTreeSet<&str> = messages
        .keys()
        .filter_map(|id| id.split_once('-'))
        .map(|(prefix, _)| prefix)
        .collect();
    let sources = sources();
    let literals = sources.split('"').skip(1).step_by(2);
    // Every literal that is written like a message id of one of our families.
    let used = literals.filter(|text| {
        let shaped =
            text.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !text.ends_with('-');
        shaped
            && text
                .split_once('-')
                .is_some_and(|(prefix, _)| prefixes.contains(prefix))
    });
    let used: BTreeSet<&str> = used.collect();
    assert!(used.len() > 80, "the search works: {}", used.len());
    let absent: Vec<_> = used
        .into_iter()
        .filter(|id| !messages.contains_key(*id))
        .collect();
    assert!(absent.is_empty(), "no file holds {absent:?}");
}
