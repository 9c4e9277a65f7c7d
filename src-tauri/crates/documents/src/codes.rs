//! Payment codes: the picture of a QR symbol, and what is printed beside or instead of it.
//!
//! Owns the symbol's size, its quiet ground and the Swiss cross. The text of a code comes from
//! `domain::payment_code`, which also says when there is none. Leaves the Swiss payment part to `slip`.

pub(crate) mod slip;

use correspondence::{Fill, Phrases, format};
use domain::payment_code::{self, Remittance, SwissBill, Transfer};
use domain::reference::Reference;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use crate::DocumentError;
use crate::colour::{Colour, HAIRLINE};
use crate::display::Item;
use crate::facts::PaymentCode;
use crate::layout::{Align, Flow, lay_lines};
use crate::structure::{Node, Role};
use crate::text::Style;
use crate::units::Length;

pub(crate) const BLACK: Colour = Colour([0, 0, 0]);
pub(crate) const WHITE: Colour = Colour([255, 255, 255]);

/// Modules left white on each side.
const QUIET: i64 = 4;
/// The white ground. In it the smallest symbol is 20 mm wide and a module of the largest 0.36 mm.
const GROUND: Length = Length::micrometres(28_000);
/// The largest version that payment apps read, 69 modules wide.
const MOST_VERSION: u8 = 13;
/// Of most transfers; a draft keeps as much room.
const USUAL_MODULES: i64 = 41;

/// A QR symbol: which of its modules are dark.
pub(crate) struct Symbol(QrCode);

impl Symbol {
    /// The smallest symbol up to `largest` that holds the text as UTF-8, with medium error correction as payment
    /// codes ask for.
    pub(crate) fn new(text: &str, largest: u8) -> Result<Self, DocumentError> {
        let segment = QrSegment::make_bytes(text.as_bytes());
        let code = QrCode::encode_segments_advanced(
            &[segment],
            QrCodeEcc::Medium,
            Version::MIN,
            Version::new(largest),
            None::<Mask>,
            false,
        );
        code.map(Self).map_err(|_| DocumentError::Code {
            field: "text".to_owned(),
        })
    }

    pub(crate) fn modules(&self) -> i64 {
        i64::from(self.0.size())
    }

    /// The dark modules as rectangles: runs of a row, joined with the same run of the rows below.
    fn rectangles(&self) -> Vec<[i64; 4]> {
        let size = self.0.size();
        let mut done: Vec<[i64; 4]> = Vec::new();
        let mut growing: Vec<[i64; 4]> = Vec::new();
        for y in 0..=size {
            let mut runs: Vec<[i64; 4]> = Vec::new();
            for x in (0..size).filter(|x| y < size && self.0.get_module(*x, y)) {
                let (x, y) = (i64::from(x), i64::from(y));
                match runs.last_mut() {
                    Some(run) if run[0] + run[2] == x => run[2] += 1,
                    _ => runs.push([x, y, 1, 1]),
                }
            }
            let (longer, ended): (Vec<_>, Vec<_>) = growing
                .into_iter()
                .partition(|old| runs.iter().any(|run| run[0] == old[0] && run[2] == old[2]));
            for run in &mut runs {
                if let Some(old) = longer
                    .iter()
                    .find(|old| run[0] == old[0] && run[2] == old[2])
                {
                    *run = [old[0], old[1], old[2], old[3] + 1];
                }
            }
            done.extend(ended);
            growing = runs;
        }
        done
    }

    /// The symbol alone, without its quiet ground; its upper left corner is the origin.
    pub(crate) fn item(&self, unit: Length, node: Node) -> Item {
        Item::Blocks {
            x: Length::ZERO,
            y: Length::ZERO,
            unit,
            rectangles: self.rectangles(),
            colour: BLACK,
            tag: node.into(),
        }
    }
}

impl PaymentCode {
    fn is_transfer(&self) -> bool {
        matches!(self, Self::Transfer(_))
    }

    pub(crate) fn swiss_bill(&self) -> Option<&SwissBill> {
        match self {
            Self::SwissBill(bill) => Some(bill),
            Self::Transfer(_) | Self::Link(_) => None,
        }
    }

    fn text(&self) -> Result<String, DocumentError> {
        let text = match self {
            Self::Transfer(transfer) => payment_code::epc(transfer),
            Self::Link(address) => payment_code::link(address),
            Self::SwissBill(bill) => payment_code::swiss(bill),
        };
        text.map_err(|problems| DocumentError::Code {
            field: problems
                .into_iter()
                .map(|problem| problem.field)
                .next()
                .unwrap_or_default(),
        })
    }

    /// What a reader that speaks says instead of the picture.
    fn spoken(&self, phrases: &Phrases) -> Result<String, DocumentError> {
        let (name, iban, amount, reference) = match self {
            Self::Link(address) => {
                let values = [("link", Fill::Text(address.as_str()))];
                return Ok(phrases.fill("pay-code-link-spoken", &values)?);
            }
            Self::Transfer(Transfer {
                name,
                iban,
                amount,
                remittance,
                ..
            }) => {
                let reference = match remittance {
                    Remittance::Structured(reference) => reference.written(),
                    Remittance::Text(text) => text.clone(),
                };
                (name, iban, amount, reference)
            }
            Self::SwissBill(bill) => {
                let reference = bill.reference.as_ref().map(Reference::written);
                let reference = reference.unwrap_or_else(|| bill.message.clone());
                (&bill.creditor.name, &bill.iban, &bill.amount, reference)
            }
        };
        let amount = format::money(phrases.locale(), *amount);
        let iban = format::iban(iban);
        let values = [
            ("amount", Fill::Text(amount.as_str())),
            ("name", Fill::Text(name)),
            ("iban", Fill::Text(&iban)),
            ("reference", Fill::Text(&reference)),
        ];
        Ok(phrases.fill("pay-code-transfer-spoken", &values)?)
    }

    /// A code for one part of the sum names the part.
    fn caption(&self, phrases: &Phrases, is_part: bool) -> Result<String, DocumentError> {
        match self {
            Self::Link(_) => Ok(phrases.say("pay-code-link")?),
            Self::Transfer(transfer) if is_part => {
                let amount = format::money(phrases.locale(), transfer.amount);
                Ok(phrases.fill("pay-code-part", &[("amount", Fill::Text(&amount))])?)
            }
            Self::Transfer(_) | Self::SwissBill(_) => Ok(phrases.say("pay-code-transfer")?),
        }
    }
}

/// A code that is to stand beside the account.
pub(crate) struct Beside<'a> {
    code: &'a PaymentCode,
    phrases: &'a Phrases,
    is_part: bool,
    /// None in a draft: it has no number to quote, so it shows only the place of the code.
    symbol: Option<Symbol>,
    unit: Length,
    pub(crate) width: Length,
}

impl<'a> Beside<'a> {
    /// All of some codes but the Swiss payment part, which has a place of its own.
    pub(crate) fn all(
        codes: &'a [PaymentCode],
        phrases: &'a Phrases,
        is_draft: bool,
    ) -> Result<Vec<Self>, DocumentError> {
        let transfers = codes.iter().filter(|code| code.is_transfer()).count();
        let beside = codes.iter().filter(|code| code.swiss_bill().is_none());
        beside
            .map(|code| Self::new(code, phrases, is_draft, transfers > 1))
            .collect()
    }

    fn new(
        code: &'a PaymentCode,
        phrases: &'a Phrases,
        is_draft: bool,
        is_part: bool,
    ) -> Result<Self, DocumentError> {
        let symbol = if is_draft {
            None
        } else {
            Some(Symbol::new(&code.text()?, MOST_VERSION)?)
        };
        let modules = symbol.as_ref().map_or(USUAL_MODULES, Symbol::modules);
        let unit = GROUND / (modules + QUIET * 2);
        Ok(Self {
            code,
            phrases,
            is_part,
            symbol,
            unit,
            width: GROUND,
        })
    }

    /// The code on its white ground with its caption, from the origin; and the height.
    pub(crate) fn items(
        &self,
        flow: &mut Flow<'_>,
        style: Style,
    ) -> Result<(Length, Vec<Item>), DocumentError> {
        let (width, edge) = (self.width, self.unit * QUIET);
        let ground = |colour, inset: Length| Item::Fill {
            x: inset,
            y: inset,
            width: width - inset * 2,
            height: width - inset * 2,
            colour,
        };
        let mut items = vec![ground(WHITE, Length::ZERO)];
        let caption = if let Some(symbol) = &self.symbol {
            let words = self.code.spoken(self.phrases)?;
            let node = flow.structure.add(Role::Figure { words });
            items.push(symbol.item(self.unit, node).moved(edge, edge));
            self.code.caption(self.phrases, self.is_part)?
        } else {
            items.push(ground(HAIRLINE, edge));
            items.push(ground(WHITE, edge + Length::thousandths(500)));
            self.phrases.say("pay-code-draft")?
        };
        let node = flow.structure.paragraph();
        let lines = flow
            .setter
            .lines("payment code", &caption, style, Some(width))?;
        let top = width + Length::points(3);
        let height = top + style.leading * i64::try_from(lines.len()).unwrap_or(1);
        let laid = lay_lines(lines, style, (Length::ZERO, width), Align::Left, node);
        items.extend(laid.into_iter().map(|item| item.moved(Length::ZERO, top)));
        Ok((height, items))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_rectangles_of_a_symbol_are_its_dark_modules() {
        for text in ["A", "https://pay.example.com/ana", &"é".repeat(150)] {
            let symbol = Symbol::new(text, 13).unwrap();
            let mut covered = vec![0_u8; usize::try_from(symbol.modules().pow(2)).unwrap()];
            for [x, y, width, height] in symbol.rectangles() {
                for row in y..y + height {
                    for column in x..x + width {
                        covered[usize::try_from(row * symbol.modules() + column).unwrap()] += 1;
                    }
                }
            }
            let size = symbol.0.size();
            let modules = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
            let dark: Vec<u8> = modules
                .map(|(x, y)| u8::from(symbol.0.get_module(x, y)))
                .collect();
            assert_eq!(
                covered, dark,
                "each dark module once and no light one: {text}"
            );
        }
    }

    #[test]
    fn a_text_that_is_too_long_gives_no_symbol() {
        assert!(
            Symbol::new(&"x".repeat(332), 13).is_err(),
            "more than a payment app reads"
        );
    }
}
