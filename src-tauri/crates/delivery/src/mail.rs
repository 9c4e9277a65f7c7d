//! Mail as an `.eml` file: opened by the owner's mail program as a message ready to send.
//!
//! Nothing is sent here, and nothing here says that anything was sent.

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

/// A mail as written.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Becomes the message's date until the mail program sets its own on sending.
    pub written_at: domain::Instant,
    pub from_name: String,
    pub from: String,
    pub to: Vec<Recipient>,
    pub subject: String,
    pub text: String,
    pub attachments: Vec<AttachedFile>,
}

/// Whom it goes to.
#[derive(Debug, Clone)]
pub struct Recipient {
    pub name: String,
    pub email: String,
}

/// A file that goes along.
#[derive(Debug, Clone)]
pub struct AttachedFile {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// Why a mail could not be written.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("{0} is not an e-mail address")]
    Address(String),
    #[error("a mail needs somebody to go to")]
    NoRecipient,
    #[error("the media type {0} is not known")]
    MediaType(String),
    #[error("the message could not be built")]
    Build(#[source] lettre::error::Error),
}

/// The bytes of an `.eml` file. `X-Unsent` asks mail programs to open it for sending.
pub fn eml(draft: &Draft) -> Result<Vec<u8>, MailError> {
    if draft.to.is_empty() {
        return Err(MailError::NoRecipient);
    }
    let mut builder = Message::builder()
        .from(mailbox(&draft.from_name, &draft.from)?)
        .date(draft.written_at.into())
        .subject(draft.subject.replace(['\r', '\n'], " "))
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("X-Unsent"),
            "1".to_owned(),
        ));
    for recipient in &draft.to {
        builder = builder.to(mailbox(&recipient.name, &recipient.email)?);
    }
    let mut parts = MultiPart::mixed().singlepart(SinglePart::plain(draft.text.clone()));
    for file in &draft.attachments {
        let media_type = ContentType::parse(&file.media_type)
            .map_err(|_| MailError::MediaType(file.media_type.clone()))?;
        parts = parts
            .singlepart(Attachment::new(file.name.clone()).body(file.bytes.clone(), media_type));
    }
    builder
        .multipart(parts)
        .map(|message| message.formatted())
        .map_err(MailError::Build)
}

fn mailbox(name: &str, email: &str) -> Result<Mailbox, MailError> {
    let address: Address = email
        .trim()
        .parse()
        .map_err(|_| MailError::Address(email.to_owned()))?;
    let name = name.replace(['\r', '\n'], " ");
    Ok(Mailbox::new(
        (!name.trim().is_empty()).then_some(name),
        address,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            written_at: domain::calendar::parse_instant("2026-11-22T09:00:00.000Z").unwrap(),
            from_name: "Zoë Ørsted".into(),
            from: "billing@orsted.example".into(),
            to: vec![Recipient {
                name: "Ann\r\nBcc: evil@example.org".into(),
                email: "ann@example.org".into(),
            }],
            subject: "Invoice INV-1\r\nBcc: evil@example.org".into(),
            text: "Dear Ann,\n\nten days late.\n".into(),
            attachments: vec![AttachedFile {
                name: "Rechnung Ł.pdf".into(),
                media_type: "application/pdf".into(),
                bytes: b"%PDF-1.7".to_vec(),
            }],
        }
    }

    #[test]
    fn a_line_break_in_a_name_adds_no_header() {
        let text = String::from_utf8(eml(&draft()).unwrap()).unwrap();
        let head = text.split("\r\n\r\n").next().unwrap();
        assert!(
            !head
                .lines()
                .any(|line| line.to_lowercase().starts_with("bcc:")),
            "no header was smuggled in"
        );
        assert!(head.contains("X-Unsent: 1"), "the mail opens for sending");
        assert!(text.contains("application/pdf"), "the paper is attached");
    }

    #[test]
    fn a_mail_without_anybody_to_go_to_is_not_made() {
        let nobody = Draft {
            to: Vec::new(),
            ..draft()
        };
        assert!(matches!(eml(&nobody), Err(MailError::NoRecipient)));
        let nonsense = Draft {
            to: vec![Recipient {
                name: String::new(),
                email: "not an address".into(),
            }],
            ..draft()
        };
        assert!(matches!(eml(&nonsense), Err(MailError::Address(_))));
    }
}
