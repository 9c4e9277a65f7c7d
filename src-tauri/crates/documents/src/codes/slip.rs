//! The Swiss payment part with its receipt: the lowest 105 mm of an A4 page, as the QR-bill's guideline lays it out.
//!
//! Places are measured from the part's upper left corner; the receipt is the left 62 mm. Language and separators of
//! the amount are fixed by the guideline, not by the client's place.

use correspondence::{Phrases, format};
use domain::payment_code::{SwissBill, SwissParty};

use super::{BLACK, Symbol, WHITE};
use crate::DocumentError;
use crate::colour::HAIRLINE;
use crate::display::Item;
use crate::facts::PaymentCode;
use crate::fonts::Face;
use crate::layout::{Align, lay_lines};
use crate::place::Paper;
use crate::structure::{Node, Role, Structure};
use crate::text::{Style, Typesetter};
use crate::units::Length;

const BLOCK: &str = "Swiss payment part";
pub(crate) const HEIGHT: Length = mm(105);
const RECEIPT: Length = mm(62);
const SIDE: Length = mm(46);
const HAIR: Length = Length::thousandths(500);
const TITLE: Style = style(Face::SlipBold, 11, 13);
const WORDS: Style = style(Face::SlipRegular, 7, 9);

const fn style(face: Face, size: i64, leading: i64) -> Style {
    Style::new(face, Length::points(size), Length::points(leading), BLACK)
}

const fn mm(millimetres: i64) -> Length {
    Length::micrometres(millimetres * 1_000)
}

/// One of the two halves: its measures and sizes.
struct Half {
    title: &'static str,
    /// Where title and amount begin, and how wide the title may be.
    start: Length,
    title_width: Length,
    /// Left, top, right and lowest edge of the information.
    left: Length,
    top: Length,
    right: Length,
    bottom: Length,
    heading: Style,
    text: Style,
    /// The field in which the payer writes.
    field: (Length, Length),
    is_receipt: bool,
}

const HALVES: [Half; 2] = [
    Half {
        title: "slip-receipt",
        start: mm(5),
        title_width: mm(52),
        left: mm(5),
        top: mm(12),
        right: mm(57),
        bottom: mm(68),
        heading: style(Face::SlipBold, 6, 9),
        text: style(Face::SlipRegular, 8, 9),
        field: (mm(52), mm(20)),
        is_receipt: true,
    },
    Half {
        title: "slip-payment-part",
        start: mm(67),
        title_width: mm(46),
        left: mm(118),
        top: mm(5),
        right: mm(205),
        bottom: mm(100),
        heading: style(Face::SlipBold, 8, 11),
        text: style(Face::SlipRegular, 10, 11),
        field: (mm(65), mm(25)),
        is_receipt: false,
    },
];

/// What is laid out.
pub(crate) struct Slip<'a> {
    pub(crate) bill: &'a SwissBill,
    pub(crate) phrases: &'a Phrases,
    /// A draft has no reference yet, and so no code that could be paid.
    pub(crate) is_draft: bool,
}

impl Slip<'_> {
    /// Everything on the part, its upper left corner at the origin.
    pub(crate) fn items(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        paper: Paper,
    ) -> Result<Vec<Item>, DocumentError> {
        if paper != Paper::A4 {
            return Err(DocumentError::Code {
                field: "paper".to_owned(),
            });
        }
        let mut writer = Writer {
            setter,
            structure,
            items: Vec::new(),
        };
        self.separation(&mut writer)?;
        for half in &HALVES {
            self.half(&mut writer, half)?;
        }
        Ok(writer.items)
    }

    fn say(&self, key: &'static str) -> Result<String, DocumentError> {
        Ok(self.phrases.say(key)?)
    }

    /// Where the sheet is cut, and the words that say so.
    fn separation(&self, writer: &mut Writer<'_>) -> Result<(), DocumentError> {
        let words = self.say("slip-separate")?;
        let edges = (mm(5), mm(205));
        writer.paragraph(&words, WORDS, edges, Align::Right, Length::points(-11))?;
        writer.rule(Length::ZERO, Length::ZERO, mm(210), HAIR);
        writer.rule(RECEIPT, Length::ZERO, HAIR, HEIGHT);
        Ok(())
    }

    fn half(&self, writer: &mut Writer<'_>, half: &Half) -> Result<(), DocumentError> {
        let title = self.say(half.title)?;
        let node = writer.structure.heading(2, &title);
        let edges = (half.start, half.start + half.title_width);
        writer.text(&title, TITLE, edges, Align::Left, mm(5), node)?;
        if !half.is_receipt {
            self.symbol(writer, (half.start, mm(17)))?;
        }
        writer.structure.open(Role::List);
        self.information(writer, half)?;
        self.amount(writer, half)?;
        writer.structure.close();
        if half.is_receipt {
            let words = self.say("slip-acceptance")?;
            let edges = (half.left, half.right);
            writer.paragraph(&words, half.heading, edges, Align::Right, mm(82))?;
        }
        Ok(())
    }

    /// Account and payee, reference, message and payer, under each other.
    fn information(&self, writer: &mut Writer<'_>, half: &Half) -> Result<(), DocumentError> {
        let bill = self.bill;
        let mut payee = vec![format::iban(&bill.iban)];
        payee.extend(lines_of(&bill.creditor));
        let mut entries = vec![("slip-account", payee)];
        if let Some(reference) = bill.reference.as_ref().filter(|_| !self.is_draft) {
            entries.push(("slip-reference", vec![reference.written()]));
        }
        if !half.is_receipt && !bill.message.is_empty() {
            entries.push(("slip-message", vec![bill.message.clone()]));
        }
        match &bill.debtor {
            Some(debtor) => entries.push(("slip-debtor", lines_of(debtor))),
            None => entries.push(("slip-debtor-open", Vec::new())),
        }
        let mut y = half.top;
        for (heading, lines) in &entries {
            let edges = (half.left, half.right);
            y = writer.entry(half, &self.say(heading)?, lines, edges, y)? + half.text.leading;
        }
        y = y - half.text.leading;
        if bill.debtor.is_none() {
            writer.corners((half.left, y), half.field);
            y += half.field.1;
        }
        if y > half.bottom {
            return Err(DocumentError::Overflow { block: BLOCK });
        }
        Ok(())
    }

    /// Currency and amount side by side, under the code and under the receipt's words.
    fn amount(&self, writer: &mut Writer<'_>, half: &Half) -> Result<(), DocumentError> {
        let amount = self.bill.amount;
        let cells = [
            ("slip-currency", amount.currency().code().to_owned(), mm(0)),
            ("slip-amount", spaced(amount.minor()), mm(15)),
        ];
        for (heading, text, indent) in cells {
            let left = half.start + indent;
            let edges = (left, half.start + half.title_width);
            writer.entry(half, &self.say(heading)?, &[text], edges, mm(68))?;
        }
        Ok(())
    }

    /// The code with the Swiss cross in its middle; a frame in a draft.
    fn symbol(
        &self,
        writer: &mut Writer<'_>,
        (x, y): (Length, Length),
    ) -> Result<(), DocumentError> {
        if self.is_draft {
            let frame = |inset: Length, colour| Item::Fill {
                x: x + inset,
                y: y + inset,
                width: SIDE - inset * 2,
                height: SIDE - inset * 2,
                colour,
            };
            writer
                .items
                .extend([frame(Length::ZERO, HAIRLINE), frame(HAIR, WHITE)]);
            return Ok(());
        }
        let code = PaymentCode::SwissBill(Box::new(self.bill.clone()));
        let symbol = Symbol::new(&code.text()?, 25)?;
        let words = code.spoken(self.phrases)?;
        let node = writer.structure.add(Role::Figure { words });
        let unit = SIDE / symbol.modules();
        let mut items = vec![symbol.item(unit, node)];
        items.extend(cross(unit * symbol.modules(), node));
        writer
            .items
            .extend(items.into_iter().map(|item| item.moved(x, y)));
        Ok(())
    }
}

/// Puts words and rules onto the part.
struct Writer<'a> {
    setter: &'a mut Typesetter,
    structure: &'a mut Structure,
    items: Vec<Item>,
}

impl Writer<'_> {
    /// A heading and its lines from `y` down; returns where they end.
    fn entry(
        &mut self,
        half: &Half,
        heading: &str,
        lines: &[String],
        edges: (Length, Length),
        y: Length,
    ) -> Result<Length, DocumentError> {
        let (head, body) = self.structure.labelled();
        let mut y = y + self.text(heading, half.heading, edges, Align::Left, y, head)?;
        for line in lines {
            y += self.text(line, half.text, edges, Align::Left, y, body)?;
        }
        Ok(y)
    }

    fn paragraph(
        &mut self,
        text: &str,
        style: Style,
        edges: (Length, Length),
        align: Align,
        y: Length,
    ) -> Result<Length, DocumentError> {
        let node = self.structure.paragraph();
        self.text(text, style, edges, align, y, node)
    }

    /// Returns the height of the text.
    fn text(
        &mut self,
        text: &str,
        style: Style,
        edges: (Length, Length),
        align: Align,
        y: Length,
        node: Node,
    ) -> Result<Length, DocumentError> {
        let lines = self
            .setter
            .lines(BLOCK, text, style, Some(edges.1 - edges.0))?;
        let height = style.leading * i64::try_from(lines.len()).unwrap_or(1);
        let laid = lay_lines(lines, style, edges, align, node);
        self.items
            .extend(laid.into_iter().map(|item| item.moved(Length::ZERO, y)));
        Ok(height)
    }

    fn rule(&mut self, x: Length, y: Length, width: Length, height: Length) {
        self.items.push(Item::Fill {
            x,
            y,
            width,
            height,
            colour: BLACK,
        });
    }

    /// The marks at the corners of a field.
    fn corners(&mut self, (left, top): (Length, Length), (width, height): (Length, Length)) {
        let (long, thick) = (mm(3), Length::thousandths(750));
        let (right, bottom) = (left + width, top + height);
        for (x, across) in [(left, left), (right - thick, right - long)] {
            for (y, down) in [(top, top), (bottom - thick, bottom - long)] {
                self.rule(across, y, long, thick);
                self.rule(x, down, thick, long);
            }
        }
    }
}

/// Name and address, one line each.
fn lines_of(party: &SwissParty) -> Vec<String> {
    let street = format!("{} {}", party.street, party.building);
    let town = match party.country.as_str() {
        "CH" | "LI" | "" => format!("{} {}", party.postcode, party.town),
        country => format!("{country} {} {}", party.postcode, party.town),
    };
    let lines = [party.name.clone(), street, town].map(|line| line.trim().to_owned());
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// With a space between thousands and a point, in every language.
fn spaced(minor: i64) -> String {
    let whole = (minor / 100).to_string();
    let mut written = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push('\u{a0}');
        }
        written.push(digit);
    }
    format!("{written}.{:02}", minor % 100)
}

/// The Swiss cross, 7 mm wide, in the middle of a symbol of this side.
fn cross(side: Length, node: Node) -> Vec<Item> {
    // In thirty-sixths of 7 mm: a white ground, a black field of 32, bars of 20 by 6 in its middle.
    const PARTS: i64 = 36;
    let unit = mm(7) / PARTS;
    let start = (side - unit * PARTS) / 2;
    let part = |rectangles: Vec<[i64; 4]>, colour| Item::Blocks {
        x: start,
        y: start,
        unit,
        rectangles,
        colour,
        tag: node.into(),
    };
    vec![
        part(vec![[0, 0, 36, 36]], WHITE),
        part(vec![[2, 2, 32, 32]], BLACK),
        part(vec![[8, 15, 7, 6], [15, 8, 6, 20], [21, 15, 7, 6]], WHITE),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swiss_amount_is_spaced_and_has_a_point_in_every_language() {
        let written = [5, 394_975, 100_000_000, 99_999_999_999].map(spaced);
        let expected = [
            "0.05",
            "3\u{a0}949.75",
            "1\u{a0}000\u{a0}000.00",
            "999\u{a0}999\u{a0}999.99",
        ];
        assert_eq!(written, expected);
    }
}
