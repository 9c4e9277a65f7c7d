//! What goes to the post beside the letters: an envelope, labels, the posting list, the page to measure a window with.

use documents::*;

use super::super::facts::{day, recipient, sender};
use super::Place;

impl Place {
    pub(crate) fn for_the_post(&self, paper: Paper) -> Vec<(&'static str, Vec<u8>)> {
        let locale = self.locale();
        let (size, sheet, window) = match paper {
            Paper::A4 => ("dl", "a4-21", "din-5008-b"),
            Paper::Letter => ("us-10", "letter-30", "us-10"),
        };
        let letter = PostedLetter {
            recipient: recipient(),
            reference: "2026-0007".into(),
            service: "Signed For, 1st class".into(),
            article_number: Some("RR 4731 2482 9 GB".into()),
            pages: 3,
            sha256: [0xab; 32],
        };
        let posting = PostingFacts {
            locale,
            paper,
            sender: sender(),
            date: day(2026, 5, 4),
            posted_by: "Robin Wren".into(),
            letters: vec![letter; 40],
        };
        let direct = EnvelopeFacts {
            locale,
            sender: sender(),
            recipient: recipient(),
        };
        let many = LabelFacts {
            locale,
            recipients: vec![recipient(); 30],
            first: 3,
        };
        let window = CalibrationFacts {
            locale,
            envelope: Envelope::find(window).unwrap(),
        };
        let papers = [
            (
                "envelope",
                envelope(&direct, EnvelopeSize::find(size).unwrap()),
            ),
            ("labels", labels(&many, LabelSheet::find(sheet).unwrap())),
            ("posting-list", posting_list(&posting)),
            ("calibration", calibration(&window)),
        ];
        papers.map(|(kind, bytes)| (kind, bytes.unwrap())).into()
    }
}
