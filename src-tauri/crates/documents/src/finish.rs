//! What makes a file of the pages: title, language, dates that are facts, a reproducible identifier.
//!
//! The identifier is a digest of the file itself, so the same facts give the same bytes.

mod boxes;
mod structure;

use domain::CivilDate;
use lopdf::{Document, Object, ObjectId, StringFormat, dictionary, text_string};
use sha2::{Digest, Sha256};

use crate::DocumentError;
use crate::backend::Written;
use crate::display::Drawing;
pub(crate) use structure::name;

/// What the file says about itself.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    /// A BCP 47 tag.
    pub(crate) language: &'a str,
    /// The date of the paper; a draft has none.
    pub(crate) date: Option<CivilDate>,
}

/// Adds the document data and writes the bytes.
pub(crate) fn finish(
    written: Written,
    drawing: &Drawing,
    about: &About<'_>,
) -> Result<Vec<u8>, DocumentError> {
    let Written {
        mut document,
        marks,
    } = written;
    "1.7".clone_into(&mut document.version);
    let mut info = dictionary! {
        "Title" => text_string(about.title),
        "Author" => text_string(about.author),
        "Creator" => text_string("Safelight"),
        "Producer" => text_string("Safelight"),
    };
    if let Some(date) = about.date {
        info.set(
            "CreationDate",
            Object::string_literal(date.format("D:%Y%m%d000000Z").to_string()),
        );
    }
    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    let info = document.add_object(info);
    document.trailer.set("Info", info);

    let catalog = document.catalog_mut().map_err(|error| failed(&error))?;
    catalog.set("Lang", Object::string_literal(about.language));
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    for stray in [b"PageLayout".as_slice(), b"PageMode"] {
        catalog.remove(stray);
    }
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    structure::write(&mut document, drawing, &marks, &pages);
    for (index, page) in pages.into_iter().enumerate() {
        let page = document
            .get_dictionary_mut(page)
            .map_err(|error| failed(&error))?;
        page.set("StructParents", i64::try_from(index).unwrap_or(i64::MAX));
        page.set("Tabs", "S");
        let empty = page
            .get(b"Annots")
            .and_then(Object::as_array)
            .is_ok_and(Vec::is_empty);
        if empty {
            page.remove(b"Annots");
        }
    }
    document.compress();
    document.prune_objects();
    // Some readers stumble over gaps in the numbering.
    document.renumber_objects();

    set_identifier(&mut document, &[0; 16]);
    let digest = Sha256::digest(bytes(&mut document)?);
    set_identifier(&mut document, digest.get(..16).unwrap_or_default());
    bytes(&mut document)
}

fn set_identifier(document: &mut Document, identifier: &[u8]) {
    let half = Object::String(identifier.to_vec(), StringFormat::Hexadecimal);
    document
        .trailer
        .set("ID", Object::Array(vec![half.clone(), half]));
}

fn bytes(document: &mut Document) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = Vec::new();
    document
        .save_to(&mut bytes)
        .map_err(|error| DocumentError::Internal {
            detail: error.to_string(),
        })?;
    Ok(bytes)
}

fn failed(error: &lopdf::Error) -> DocumentError {
    DocumentError::Internal {
        detail: error.to_string(),
    }
}
