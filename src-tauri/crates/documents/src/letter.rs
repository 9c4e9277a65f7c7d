//! Letters as pages: reminders, demands, statements, agreements, cover letters.
//!
//! The words and their order come from `correspondence`; this sets them in the serif, tables in the sans.

mod blocks;

use correspondence::{
    AccountStatement, Block, ChargesStatement, CoverLetter, Fill, FinalNotice, FirmReminder,
    FormalDemand, FriendlyReminder, Letter, PaidInFull, PaymentPlan, Phrases, SettlementOffer,
    Wording, delivery_line, format,
};
use domain::CivilDate;

use crate::DocumentError;
use crate::backend;
use crate::codes::Beside;
use crate::codes::slip::Slip;
use crate::colour::{Colour, INK, SOFT};
use crate::display::Item;
use crate::facts::{LetterFacts, Look, PaymentCode, Recipient, Sender};
use crate::finish::{About, finish};
use crate::fonts::Face;
use crate::image::{Picture, Pictures, Which};
use crate::layout::Flow;
use crate::letterhead::Sheet;
use crate::structure::Role;
use crate::text::{Span, Style, Typesetter};
use crate::units::Length;

const TEXT: Style = Style::new(
    Face::SerifRegular,
    Length::thousandths(10_500),
    Length::thousandths(14_000),
    INK,
)
.prose();
const SUBJECT: Style = Style::new(
    Face::SerifSemiBold,
    Length::points(14),
    Length::points(18),
    INK,
);
const SOURCE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_000),
    Length::thousandths(11_000),
    SOFT,
);
const MARK: Style = Style::new(
    Face::SansSemiBold,
    Length::points(9),
    Length::points(13),
    INK,
);
const HEADING: Style = Style::new(
    Face::SansSemiBold,
    Length::thousandths(9_500),
    Length::points(15),
    INK,
);
const CELL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::thousandths(11_500),
    INK,
);
const CELL_HEAD: Style = Style::new(
    Face::SansSemiBold,
    Length::thousandths(8_000),
    Length::thousandths(11_000),
    INK,
);
const SUM: Style = Style::new(
    Face::SansSemiBold,
    Length::thousandths(9_500),
    Length::thousandths(12_500),
    INK,
);
const LABEL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::thousandths(13_000),
    SOFT,
);
const VALUE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::thousandths(13_000),
    INK,
);
const STRONG_LABEL: Style = Style::new(
    Face::SansRegular,
    Length::points(9),
    Length::points(15),
    SOFT,
);
const STRONG_VALUE: Style = Style::new(
    Face::SansSemiBold,
    Length::points(11),
    Length::points(15),
    INK,
);
const CAPTION: Style = Style::new(
    Face::SansRegular,
    Length::points(7),
    Length::thousandths(8_500),
    SOFT,
);
const PANEL_HEAD: Style = Style::new(
    Face::SansSemiBold,
    Length::points(9),
    Length::points(13),
    INK,
);
const PARAGRAPH_GAP: Length = Length::points(7);
/// The least that a pen needs.
const PEN: Length = Length::points(24);
const QUOTE_GAP: Length = Length::thousandths(9_500);
const BLOCK_GAP: Length = Length::points(12);

macro_rules! letters {
    ($($(#[$doc:meta])* $kind:ident: $facts:ident = $words:ty),* $(,)?) => {$(
        $(#[$doc])*
        pub type $facts = LetterFacts<$words>;

        $(#[$doc])*
        pub fn $kind(facts: &$facts, look: &Look) -> Result<Vec<u8>, DocumentError> {
            letter(facts, look)
        }
    )*};
}

letters! {
    /// The friendly reminder as a page.
    reminder: ReminderFacts = FriendlyReminder,
    /// The second notice or the last reminder as a page.
    firm_reminder: FirmReminderFacts = FirmReminder,
    /// The formal demand as a page.
    demand: DemandFacts = FormalDemand,
    /// The final notice before a claim as a page.
    final_notice: FinalNoticeFacts = FinalNotice,
    /// The statement of account: what is still owed.
    statement: StatementFacts = AccountStatement,
    /// The statement of charges: every charge with its computation.
    charges: ChargesFacts = ChargesStatement,
    /// The agreement on a payment plan, for both sides to sign.
    payment_plan: PaymentPlanFacts = PaymentPlan,
    /// The offer to settle, for both sides to sign.
    settlement: SettlementFacts = SettlementOffer,
    /// The confirmation that nothing is owed any more.
    paid_in_full: PaidInFullFacts = PaidInFull,
    /// The letter that lists what is enclosed.
    cover_letter: CoverFacts = CoverLetter,
}

struct LetterPage<'a> {
    sender: &'a Sender,
    recipient: &'a Recipient,
    date: CivilDate,
    reference: Option<&'a str>,
    delivery: Option<String>,
    letter: &'a Letter,
    codes: &'a [PaymentCode],
}

/// Any letter as a PDF.
fn letter<W: Wording>(facts: &LetterFacts<W>, look: &Look) -> Result<Vec<u8>, DocumentError> {
    let letter = facts.letter.letter()?;
    let phrases = Phrases::load(facts.letter.locale())?;
    let delivery = facts.delivery.as_ref();
    let delivery = delivery.map(|delivery| delivery_line(&phrases, delivery));
    let page = LetterPage {
        sender: &facts.sender,
        recipient: &facts.recipient,
        date: facts.letter.date(),
        reference: facts
            .reference
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty()),
        delivery: delivery.transpose()?,
        letter: &letter,
        codes: &facts.codes,
    };
    write(&page, &phrases, look)
}

fn write(page: &LetterPage<'_>, phrases: &Phrases, look: &Look) -> Result<Vec<u8>, DocumentError> {
    for (field, text) in [
        ("sender.name", &page.sender.name),
        ("recipient.name", &page.recipient.name),
    ] {
        if text.trim().is_empty() {
            return Err(DocumentError::Missing { field });
        }
    }
    let pictures = Pictures::read(look)?;
    let date = format::date(phrases, page.date)?;
    let mut side = vec![(phrases.say("date-label")?, date.clone())];
    if let Some(reference) = page.reference {
        side.push((phrases.say("reference-label")?, reference.to_owned()));
    }
    let mut foot = vec![page.sender.name.clone()];
    foot.extend(page.sender.registrations.iter().cloned());
    let subject = page.letter.subject.as_str();
    let dated = !subject.contains(&date);
    let continued: Vec<&str> = std::iter::once(subject)
        .chain(page.reference)
        .chain(dated.then_some(date.as_str()))
        .collect();
    let sheet = Sheet {
        look,
        sender: page.sender,
        recipient: page.recipient,
        phrases,
        pictures: &pictures,
        side: &side,
        continued: &continued,
        foot: &foot,
        strict_window: true,
    };
    let name = Fill::Text(page.letter.signature.first().map_or("", String::as_str));
    let signed = Signed {
        picture: pictures.get(Which::Signature),
        words: phrases.fill("signature-of", &[("name", name)])?,
    };
    let accent = Colour::readable(look.accent);
    let mut setter = Typesetter::new();
    let bill = page.codes.iter().find_map(PaymentCode::swiss_bill);
    let slip = bill.map(|bill| Slip {
        bill,
        phrases,
        is_draft: false,
    });
    let beside = Beside::all(page.codes, phrases, false)?;
    let set = |flow: &mut Flow<'_>| body(flow, page, accent, (&signed, &beside));
    let drawing = sheet.compose(&mut setter, slip.as_ref(), set)?;
    let title = format!("{subject}: {}", page.recipient.name);
    let about = About {
        title: &title,
        author: &page.sender.name,
        language: phrases.locale().tag(),
        date: Some(page.date),
        attachments: &[],
    };
    finish(backend::write(&drawing, &pictures)?, &drawing, &about)
}

/// The picture of a signature, and what is said instead of it.
struct Signed<'a> {
    picture: Option<&'a Picture>,
    words: String,
}

fn body(
    flow: &mut Flow<'_>,
    page: &LetterPage<'_>,
    accent: Colour,
    (signed, beside): (&Signed<'_>, &[Beside<'_>]),
) -> Result<(), DocumentError> {
    let letter = page.letter;
    if let Some(mark) = &letter.mark {
        flow.lead("mark", mark, MARK)?;
        flow.space(Length::points(4));
    }
    if let Some(delivery) = &page.delivery {
        flow.lead("delivery", delivery, SOURCE)?;
        flow.space(Length::points(4));
    }
    flow.heading(
        "subject",
        1,
        &letter.subject,
        SUBJECT.with(Face::SerifSemiBold, accent),
    )?;
    flow.space(BLOCK_GAP);
    if let Some(salutation) = &letter.salutation {
        flow.paragraph("salutation", salutation, TEXT)?;
        flow.keep_with_next();
        flow.space(PARAGRAPH_GAP);
    }
    for (index, part) in letter.body.iter().enumerate() {
        let next = letter.body.get(index + 1);
        let leads =
            next.is_some_and(|next| !matches!(next, Block::Paragraph(_) | Block::Heading(_)));
        blocks::block(flow, part, accent, beside)?;
        match part {
            Block::Heading(_) => flow.keep_with_next(),
            Block::Paragraph(_) if leads => {
                flow.space(PARAGRAPH_GAP);
                flow.keep_with_next();
            }
            Block::Table(_) | Block::Values { .. } => flow.space(BLOCK_GAP),
            Block::Quote { .. } => flow.space(QUOTE_GAP),
            _ => flow.space(PARAGRAPH_GAP),
        }
    }
    if letter.closing.is_none() && letter.signature.is_empty() && letter.enclosures.is_none() {
        return Ok(());
    }
    // The signature never stands alone on a page, nor under a single line.
    flow.bring_lines(2);
    flow.together(|flow| signature(flow, letter, signed))
}

fn signature(
    flow: &mut Flow<'_>,
    letter: &Letter,
    signed: &Signed<'_>,
) -> Result<(), DocumentError> {
    flow.space(Length::points(4));
    if let Some(closing) = &letter.closing {
        flow.paragraph("closing", closing, TEXT)?;
        match signed.picture {
            Some(picture) => signature_picture(flow, picture, &signed.words),
            // Room for a pen, some of which can be spared.
            None => {
                flow.piece("signature", PEN, Vec::new());
                flow.space(Length::points(16));
            }
        }
    }
    for (index, line) in letter.signature.iter().enumerate() {
        let face = if index == 0 {
            Face::SerifSemiBold
        } else {
            Face::SerifRegular
        };
        flow.paragraph("signature", line, TEXT.with(face, INK))?;
    }
    if let Some((heading, items)) = &letter.enclosures {
        flow.space(Length::points(16));
        flow.heading("enclosures", 2, heading, CELL_HEAD)?;
        flow.space(Length::points(2));
        flow.within(Role::List, |flow| {
            for item in items {
                let item_of = [Span {
                    text: item,
                    face: SOURCE.face,
                }];
                flow.within(Role::ListItem, |flow| {
                    let body = flow.structure.add(Role::ListBody);
                    flow.lines_of(body, "enclosures", &item_of, SOURCE, Length::ZERO)
                })?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn signature_picture(flow: &mut Flow<'_>, picture: &Picture, words: &str) {
    let (width, height) = picture.fit((Length::points(170), Length::points(44)));
    let words = words.to_owned();
    let tag = flow.structure.add(Role::Figure { words }).into();
    let item = Item::Picture {
        which: Which::Signature,
        x: Length::ZERO,
        y: Length::ZERO,
        width,
        height,
        tag,
    };
    flow.space(Length::points(5));
    flow.piece("signature", height, vec![item]);
    flow.space(Length::points(3));
}
