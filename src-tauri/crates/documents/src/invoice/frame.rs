//! The frame around a paper of the invoice's kin: letterhead, foot, metadata.

use correspondence::Phrases;
use domain::CivilDate;

use crate::DocumentError;
use crate::backend;
use crate::codes::slip::Slip;
use crate::facts::{Look, Recipient, Sender};
use crate::finish::{About, Attachment, finish};
use crate::image::Pictures;
use crate::layout::Flow;
use crate::letterhead::Sheet;
use crate::text::Typesetter;

pub(super) struct Frame<'a> {
    pub(super) look: &'a Look,
    pub(super) phrases: &'a Phrases,
    pub(super) sender: &'a Sender,
    pub(super) recipient: &'a Recipient,
    /// Number, dates and references beside the address.
    pub(super) side: &'a [(String, String)],
    /// The paper's own name, for later pages and the title of the file.
    pub(super) continued: &'a str,
    pub(super) date: Option<CivilDate>,
    /// The payment part at the foot of the last page.
    pub(super) slip: Option<&'a Slip<'a>>,
    /// Files inside the paper, such as the same for machines.
    pub(super) attachments: &'a [Attachment],
}

impl Frame<'_> {
    pub(super) fn write(
        &self,
        body: impl FnOnce(&mut Flow<'_>) -> Result<(), DocumentError>,
    ) -> Result<Vec<u8>, DocumentError> {
        let pictures = Pictures::read(self.look)?;
        // Name and registrations, in small print on every page.
        let mut foot = vec![self.sender.name.clone()];
        foot.extend(self.sender.registrations.iter().cloned());
        let sheet = Sheet {
            look: self.look,
            sender: self.sender,
            recipient: self.recipient,
            phrases: self.phrases,
            pictures: &pictures,
            side: self.side,
            continued: &[self.continued],
            foot: &foot,
            strict_window: false,
        };
        let mut setter = Typesetter::new();
        let drawing = sheet.compose(&mut setter, self.slip, body)?;
        let title = format!("{}: {}", self.continued, self.recipient.name);
        let about = About {
            title: &title,
            author: &self.sender.name,
            language: self.phrases.locale().tag(),
            date: self.date,
            attachments: self.attachments,
        };
        finish(backend::write(&drawing, &pictures)?, &drawing, &about)
    }
}
