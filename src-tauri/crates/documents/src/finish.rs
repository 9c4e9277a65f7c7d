//! What makes a file of the pages: a tagged, archivable PDF (PDF/A-3a and PDF/UA-1) with a reproducible identifier.
//!
//! Adds the structure tree, links, outline, colour profile, attachments and what the file says about itself. The
//! identifier is a digest of the file, so the same facts give the same bytes.

mod attachments;
mod boxes;
mod file;
mod links;
mod outline;
mod profile;
mod structure;
mod xmp;

use std::borrow::Cow;

use domain::CivilDate;
use lopdf::{
    Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary, text_string,
};
use sha2::{Digest, Sha256};

use crate::DocumentError;
use crate::backend::Written;
use crate::deflate::Deflate;
use crate::display::Drawing;
pub use attachments::{Attachment, Relationship};
pub(crate) use structure::name;

const PROGRAM: &str = "Safelight";

/// What the file says about itself.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    /// A BCP 47 tag.
    pub(crate) language: &'a str,
    /// The date of the paper; a draft has none.
    pub(crate) date: Option<CivilDate>,
    pub(crate) attachments: &'a [Attachment],
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
        mut deflate,
    } = written;
    let (title, author) = (one_line(about.title), one_line(about.author));
    let about = About {
        title: &title,
        author: &author,
        ..*about
    };
    "1.7".clone_into(&mut document.version);
    describe(&mut document, &about)?;

    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for (index, &page) in pages.iter().enumerate() {
        let page = document
            .get_dictionary_mut(page)
            .map_err(|error| failed(&error))?;
        page.remove(b"Annots");
        page.set("StructParents", i64::try_from(index).unwrap_or(i64::MAX));
        // With the keyboard, links follow in reading order.
        page.set("Tabs", "S");
    }
    let places = boxes::places(drawing);
    let annotations = links::annotate(&mut document, &drawing.structure, &places, &pages);
    let tree = structure::Tree {
        structure: &drawing.structure,
        places: &places,
        marks: &marks,
        pages: &pages,
        annotations: &annotations,
    };
    let elements = tree.write(&mut document);
    outline::write(
        &mut document,
        &drawing.structure,
        &places,
        &elements,
        &pages,
    );
    attachments::attach(&mut document, about.attachments)?;
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object {
            deflate.stream(stream);
        }
    }
    identified(document, &mut deflate)
}

/// Info, XMP, language and colours.
fn describe(document: &mut Document, about: &About<'_>) -> Result<(), DocumentError> {
    let mut info = dictionary! {
        "Title" => text_string(about.title),
        "Author" => text_string(about.author),
        "Creator" => text_string(PROGRAM),
        "Producer" => text_string(PROGRAM),
    };
    if let Some(date) = about.date {
        let date = Object::string_literal(date.format("D:%Y%m%d000000Z").to_string());
        info.set("CreationDate", date.clone());
        info.set("ModDate", date);
    }
    // In the place of the writer's own.
    let old = document.trailer.get(b"Info").and_then(Object::as_reference);
    let id = old.unwrap_or_else(|_| document.new_object_id());
    document.set_object(id, info);
    document.trailer.set("Info", id);

    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let packet = Stream::new(kind, xmp::packet(about).into_bytes()).with_compression(false);
    let packet = document.add_object(packet);
    let profile = Stream::new(dictionary! { "N" => 3 }, profile::srgb());
    let profile = document.add_object(profile);
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text_string(profile::NAME),
        "Info" => text_string(profile::NAME),
        "DestOutputProfile" => profile,
    };
    let catalog: &mut Dictionary = document.catalog_mut().map_err(|error| failed(&error))?;
    for stray in [b"PageLayout".as_slice(), b"PageMode"] {
        catalog.remove(stray);
    }
    catalog.set("Lang", text_string(about.language));
    catalog.set("Metadata", packet);
    catalog.set("OutputIntents", vec![intent.into()]);
    let preferences = dictionary! { "DisplayDocTitle" => true };
    catalog.set("ViewerPreferences", preferences);
    Ok(())
}

/// Without controls, which neither a title bar nor XML takes, and with plain spaces.
fn one_line(text: &str) -> Cow<'_, str> {
    let unfit = |c: char| {
        let spaced = c.is_whitespace() && c != ' ';
        spaced || c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if !text.contains(unfit) {
        return Cow::Borrowed(text);
    }
    let spaced = text.replace(unfit, " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    Cow::Owned(words.join(" "))
}

/// The bytes, with a digest of them as the identifier. They are written once: the digest goes where its mark stood.
fn identified(mut document: Document, deflate: &mut Deflate) -> Result<Vec<u8>, DocumentError> {
    const MARK: [u8; 16] = *b"Safelight paper.";
    let half = Object::String(MARK.to_vec(), StringFormat::Hexadecimal);
    document
        .trailer
        .set("ID", Object::Array(vec![half.clone(), half]));
    let mut bytes = file::write(&document, deflate);
    let digest = Sha256::digest(&bytes);
    let identifier = hexadecimal(digest.get(..16).unwrap_or_default());
    let placeholder = hexadecimal(&MARK);
    let mut found = 0;
    // The trailer stands at the end.
    let mut end = bytes.len();
    while let Some(at) = bytes.get(..end).and_then(|bytes| last(bytes, &placeholder)) {
        if let Some(place) = bytes.get_mut(at..at + placeholder.len()) {
            place.copy_from_slice(&identifier);
        }
        end = at;
        found += 1;
        if found == 2 {
            return Ok(bytes);
        }
    }
    Err(DocumentError::Internal {
        detail: "the file has no place for its identifier".to_owned(),
    })
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let mut digits = Vec::with_capacity(bytes.len() * 2);
    for &byte in bytes {
        file::hexadecimal(&mut digits, byte);
    }
    digits
}

fn last(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}

fn failed(error: &lopdf::Error) -> DocumentError {
    DocumentError::Internal {
        detail: error.to_string(),
    }
}
