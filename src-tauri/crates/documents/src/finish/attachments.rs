//! Files inside the paper, such as the machine-readable invoice (ISO 19005-3, 6.8).

use domain::CivilDate;
use lopdf::{Document, Object, ObjectId, Stream, dictionary, text_string};

use crate::DocumentError;

/// What an attached file is to the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relationship {
    /// The paper was made from it.
    Source,
    /// It holds the data behind what the paper shows.
    Data,
    /// It says the same as the paper in another form.
    Alternative,
    Supplement,
}

impl Relationship {
    const fn name(self) -> &'static str {
        match self {
            Self::Source => "Source",
            Self::Data => "Data",
            Self::Alternative => "Alternative",
            Self::Supplement => "Supplement",
        }
    }
}

/// A file to be carried inside the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    pub mime: String,
    /// Shown beside the name.
    pub description: String,
    pub relationship: Relationship,
    pub bytes: Vec<u8>,
    pub modified: CivilDate,
}

/// Adds the files to the document as a whole.
pub(super) fn attach(
    document: &mut Document,
    attachments: &[Attachment],
) -> Result<(), DocumentError> {
    if attachments.is_empty() {
        return Ok(());
    }
    let mut attachments: Vec<&Attachment> = attachments.iter().collect();
    // A name tree is sorted.
    attachments.sort_by(|a, b| a.name.cmp(&b.name));
    let twice = attachments
        .windows(2)
        .find(|pair| matches!(pair, [a, b] if a.name == b.name));
    if let Some([attachment, _]) = twice {
        return Err(DocumentError::Internal {
            detail: format!("two attached files are called {}", attachment.name),
        });
    }
    let mut files = Vec::new();
    let mut names = Vec::new();
    for attachment in attachments {
        let file = Object::Reference(specification(document, attachment));
        names.push(text_string(&attachment.name));
        names.push(file.clone());
        files.push(file);
    }
    let catalog = document
        .catalog_mut()
        .map_err(|error| super::failed(&error))?;
    catalog.set("AF", files);
    let tree = dictionary! { "Names" => names };
    catalog.set("Names", dictionary! { "EmbeddedFiles" => tree });
    Ok(())
}

fn specification(document: &mut Document, attachment: &Attachment) -> ObjectId {
    let size = i64::try_from(attachment.bytes.len()).unwrap_or(i64::MAX);
    let modified = attachment.modified.format("D:%Y%m%d000000Z").to_string();
    let parameters = dictionary! {
        "ModDate" => Object::string_literal(modified),
        "Size" => size,
    };
    let dictionary = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(attachment.mime.clone().into_bytes()),
        "Params" => parameters,
    };
    let stream = document.add_object(Stream::new(dictionary, attachment.bytes.clone()));
    document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text_string(&attachment.name),
        "UF" => text_string(&attachment.name),
        "Desc" => text_string(&attachment.description),
        "AFRelationship" => attachment.relationship.name(),
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}
