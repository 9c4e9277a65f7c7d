//! The frame of every paper: letterhead, address window, reference column, fold marks, heads and feet.
//!
//! Everything above the body on the first page stands at fixed heights given by the envelope; the body
//! begins below the zone that may show through its window.

mod running;

use correspondence::{Fill, Phrases};

use crate::codes::slip::{self, Slip};
use crate::colour::{Colour, HAIRLINE, INK, SOFT};
use crate::display::{Drawing, Item, Page};
use crate::facts::{Look, Recipient, Sender};
use crate::fonts::Face;
use crate::image::Logo;
use crate::layout::{Align, Flow, Frame, Values, Words, lay_lines, paginate};
use crate::structure::{Artifact, Role, Structure, Tag};
use crate::text::{Span, Style, Typesetter};
use crate::units::Length;
use crate::{DocumentError, Zone};

pub(crate) const LEFT: Length = Length::points(63);
pub(crate) const RIGHT: Length = Length::points(57);
const HEAD_TOP: Length = Length::points(42);
const HEAD_RULE: Length = Length::points(118);
const LOGO_BOX: (Length, Length) = (Length::points(170), Length::points(48));
const CONTINUED_TOP: Length = Length::points(78);
const FOOT_EDGE: Length = Length::points(34);
const HAIR: Length = Length::thousandths(500);

const SENDER_NAME: Style = Style::new(
    Face::SansSemiBold,
    Length::thousandths(10_000),
    Length::thousandths(13_000),
    INK,
);
const WORDMARK: Style = Style::new(
    Face::SansSemiBold,
    Length::points(17),
    Length::points(21),
    INK,
);
const SENDER_LINE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_000),
    Length::thousandths(10_800),
    SOFT,
);
const RETURN_LINE: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(6_500),
    Length::thousandths(8_000),
    SOFT,
);
const SMALL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(7_000),
    Length::thousandths(9_500),
    SOFT,
);
const SIDE_LABEL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::thousandths(12_500),
    SOFT,
);
const SIDE_VALUE: Style = Style::new(
    Face::SansSemiBold,
    Length::thousandths(8_500),
    Length::thousandths(12_500),
    INK,
);

/// Address sizes, tried from the largest: size and leading.
const ADDRESS_SIZES: [(i64, i64); 4] = [
    (10_000, 12_500),
    (9_500, 11_300),
    (8_800, 10_200),
    (8_000, 9_200),
];

/// What frames the body.
pub(crate) struct Sheet<'a> {
    pub(crate) look: &'a Look,
    pub(crate) sender: &'a Sender,
    pub(crate) recipient: &'a Recipient,
    pub(crate) phrases: &'a Phrases,
    pub(crate) logo: Option<&'a Logo>,
    /// Labels and values beside the address.
    pub(crate) side: &'a [(String, String)],
    /// What later pages say at their head.
    pub(crate) continued: &'a str,
    /// Small print at the foot, joined with dots.
    pub(crate) foot: &'a [String],
    /// A letter must fit its window; an invoice, which mostly travels by e-mail, may spill below.
    pub(crate) strict_window: bool,
}

impl Sheet<'_> {
    fn accent(&self) -> Colour {
        Colour::readable(self.look.accent)
    }

    fn width(&self) -> Length {
        self.look.paper.width()
    }

    fn right(&self) -> Length {
        self.width() - RIGHT
    }

    pub(crate) fn measure(&self) -> Length {
        self.right() - LEFT
    }

    /// Sets the body and puts head, foot and page numbers around it.
    pub(crate) fn compose(
        &self,
        setter: &mut Typesetter,
        body: impl FnOnce(&mut Flow<'_>) -> Result<(), DocumentError>,
    ) -> Result<Drawing, DocumentError> {
        self.compose_with(setter, None, body)
    }

    /// As [`Self::compose`], with a payment slip at the lower edge of the last page: below the body where there is
    /// room, else on a page of its own.
    pub(crate) fn compose_with(
        &self,
        setter: &mut Typesetter,
        slip: Option<&Slip<'_>>,
        body: impl FnOnce(&mut Flow<'_>) -> Result<(), DocumentError>,
    ) -> Result<Drawing, DocumentError> {
        if let Some(envelope) = &self.look.envelope
            && envelope.paper() != self.look.paper
        {
            return Err(DocumentError::EnvelopeNotForPaper {
                envelope: envelope.name().to_owned(),
            });
        }
        setter.speak(self.phrases.locale().tag());
        let (foot, foot_top) = self.foot(setter)?;
        let mut flow = Flow::new(setter, self.measure());
        let (head, body_top) = self.head(flow.setter, &mut flow.structure)?;
        body(&mut flow)?;
        let slip = match slip {
            Some(slip) => Some(slip.items(flow.setter, &mut flow.structure, self.look.paper)?),
            None => None,
        };
        let mut structure = std::mem::take(&mut flow.structure);
        // Registrations stand in the foot only, so that of the first page is read, last of all.
        let registrations = Tag::Element(structure.paragraph());
        let bottom = foot_top - Length::points(12);
        let first = Frame {
            left: LEFT,
            top: body_top,
            bottom,
        };
        let rest = Frame {
            left: LEFT,
            top: CONTINUED_TOP,
            bottom,
        };
        let mut bodies = paginate(flow, first, rest)?;
        let raised = if slip.is_some() {
            slip::HEIGHT
        } else {
            Length::ZERO
        };
        let is_free = |items: &[Item]| {
            let lowest = items.iter().map(Item::bottom).max().unwrap_or_default();
            lowest <= bottom - raised
        };
        if bodies.last().is_some_and(|items| !is_free(items)) {
            bodies.push(Vec::new());
        }

        let count = bodies.len().to_string();
        let mut pages = Vec::with_capacity(bodies.len());
        let last = bodies.len().saturating_sub(1);
        for (index, items) in bodies.into_iter().enumerate() {
            let raised = if index == last { raised } else { Length::ZERO };
            let mut all = if index == 0 {
                head.clone()
            } else {
                self.continued_head(setter)?
            };
            all.extend(items);
            all.extend(foot.iter().cloned().map(|item| {
                let item = item.moved(Length::ZERO, -raised);
                match index {
                    0 => item.tagged(registrations),
                    _ => item,
                }
            }));
            if let Some(slip) = slip.as_ref().filter(|_| index == last) {
                let top = self.look.paper.height() - slip::HEIGHT;
                all.extend(down(slip.clone(), top));
            }
            let number = (index + 1).to_string();
            let words = self.phrases.fill(
                "page-of",
                &[("page", Fill::Text(&number)), ("pages", Fill::Text(&count))],
            )?;
            all.extend(self.page_number(setter, &words, foot_top + Length::points(6) - raised)?);
            pages.push(Page {
                width: self.width(),
                height: self.look.paper.height(),
                items: all,
            });
        }
        Ok(Drawing { pages, structure })
    }

    fn page_number(
        &self,
        setter: &mut Typesetter,
        text: &str,
        top: Length,
    ) -> Result<Vec<Item>, DocumentError> {
        let lines = setter.lines("page number", text, SMALL, None)?;
        let edges = (LEFT, self.right());
        let laid = lay_lines(lines, SMALL, edges, Align::Right, Artifact::Foot);
        Ok(down(laid, top))
    }

    /// The head of the first page, and where the body begins.
    fn head(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        let (mut items, sender_bottom) = self.sender(setter, structure)?;
        let window = self
            .look
            .envelope
            .as_ref()
            .map(|envelope| (envelope.safe(), envelope.keep_out()));
        let safe = window.map_or(
            Zone {
                left: LEFT,
                top: Length::points(158),
                right: LEFT + Length::points(225),
                bottom: Length::points(250),
            },
            |(safe, _)| safe,
        );
        if sender_bottom <= HEAD_RULE - Length::points(8) {
            items.push(fill(
                LEFT,
                HEAD_RULE,
                self.measure(),
                Length::thousandths(750),
                self.accent(),
            ));
        }
        let address_bottom = self.address(setter, structure, safe, &mut items)?;

        let side_left = (self.width() * 56 / 100)
            .max(window.map_or(Length::ZERO, |(_, out)| out.right + Length::points(8)));
        let side_top = safe.top.max(sender_bottom + Length::points(14));
        let side = Values {
            block: "reference column",
            rows: self.side,
            label: SIDE_LABEL,
            value: SIDE_VALUE,
            align: Align::Right,
            gutter: Length::points(10),
            gap: Length::ZERO,
        };
        let (side_height, side_items) = side.items(setter, structure, (side_left, self.right()))?;
        // On the baseline of the address.
        let nudge = Length::thousandths(540);
        items.extend(down(side_items, side_top + nudge));

        if let Some(envelope) = &self.look.envelope {
            let (folds, hole) = envelope.marks();
            for mark in folds.into_iter().chain(hole) {
                items.push(fill(
                    Length::points(12),
                    mark,
                    Length::points(10),
                    HAIR,
                    HAIRLINE,
                ));
            }
        }
        let above = window.map_or(Length::ZERO, |(_, out)| out.bottom);
        let lowest = above
            .max(address_bottom + Length::points(12))
            .max(side_top + side_height + Length::points(12));
        Ok((items, lowest + Length::points(6)))
    }

    /// Logo or name on the left, the business on the right; and where that ends.
    fn sender(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
    ) -> Result<(Vec<Item>, Length), DocumentError> {
        structure.open(Role::Group);
        let mut items = Vec::new();
        let mut right_lines: Vec<(&str, Style)> = Vec::new();
        let mut left_bottom = HEAD_TOP;
        let block = "business name and address";
        let half = self.measure() / 2 - Length::points(10);
        if let Some(logo) = self.logo {
            let (width, height) = fit(logo, LOGO_BOX);
            let name = Fill::Text(self.sender.name.trim());
            let words = self.phrases.fill("logo-of", &[("name", name)])?;
            items.push(Item::Logo {
                x: LEFT,
                y: HEAD_TOP,
                width,
                height,
                tag: structure.add(Role::Figure { words }).into(),
            });
            right_lines.push((
                &self.sender.name,
                SENDER_NAME.with(Face::SansSemiBold, self.accent()),
            ));
        } else {
            let style = WORDMARK.with(Face::SansSemiBold, self.accent());
            let lines = setter.lines(block, &self.sender.name, style, Some(half))?;
            let long = lines.len() > 2;
            let style = if long {
                SENDER_NAME.with(Face::SansSemiBold, self.accent())
            } else {
                style
            };
            let lines = setter.lines(block, &self.sender.name, style, Some(half))?;
            left_bottom = HEAD_TOP + style.leading * count(lines.len());
            let (edges, node) = ((LEFT, LEFT + half), structure.paragraph());
            items.extend(down(
                lay_lines(lines, style, edges, Align::Left, node),
                HEAD_TOP,
            ));
        }
        let plain = self
            .sender
            .address
            .iter()
            .chain(&self.sender.contact)
            .map(|line| (line.as_str(), SENDER_LINE));
        right_lines.extend(plain);
        let mut y = HEAD_TOP;
        for (text, style) in right_lines {
            let (edges, node) = ((LEFT, self.right()), structure.paragraph());
            let face = style.face;
            let spans = [Span { text, face }];
            let words = Words::set(setter, structure, node, (block, &spans), style, Some(half))?;
            let height = style.leading * words.count();
            items.extend(down(words.laid(edges, Align::Right), y));
            y += height;
        }
        structure.close();
        Ok((items, y.max(left_bottom)))
    }

    /// Return line and address inside the window; returns where the address ends.
    fn address(
        &self,
        setter: &mut Typesetter,
        structure: &mut Structure,
        safe: Zone,
        items: &mut Vec<Item>,
    ) -> Result<Length, DocumentError> {
        let left = safe.left.max(LEFT);
        let width = safe.right - left;
        if let Some(envelope) = &self.look.envelope {
            // The line may use the whole window: it need not show wherever the sheet slides.
            let edges = (left, envelope.keep_out().right - Length::points(6));
            let from: Vec<&str> = std::iter::once(&self.sender.name)
                .chain(&self.sender.address)
                .map(String::as_str)
                .collect();
            let room = Some(edges.1 - edges.0);
            let from = from.join(" · ");
            let lines = setter.lines("return address", &from, RETURN_LINE, room)?;
            if lines.len() <= 2 {
                let height = RETURN_LINE.leading * count(lines.len()) + Length::points(4);
                // For the post: a reader has had the sender already.
                let laid = lay_lines(lines, RETURN_LINE, edges, Align::Left, Artifact::Layout);
                items.extend(down(laid, safe.top - height));
            }
        }
        let recipient = self.recipient;
        let text: Vec<&str> = std::iter::once(&recipient.name)
            .chain(&recipient.attention)
            .chain(&recipient.address)
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect();
        let mut needed = 0;
        let mut room = 0;
        for (size, leading) in ADDRESS_SIZES {
            let style = Style::new(
                Face::SansRegular,
                Length::thousandths(size),
                Length::thousandths(leading),
                INK,
            );
            let mut lines = Vec::with_capacity(text.len());
            for text in &text {
                lines.push(setter.lines("client name and address", text, style, Some(width))?);
            }
            needed = lines.iter().map(Vec::len).sum();
            room = usize::try_from(safe.height().in_thousandths() / leading).unwrap_or(0);
            let last = leading == ADDRESS_SIZES[ADDRESS_SIZES.len() - 1].1;
            if needed <= room || (last && !self.is_strict()) {
                let mut y = safe.top;
                structure.open(Role::Group);
                for lines in lines {
                    let (edges, node) = ((left, safe.right), structure.paragraph());
                    let height = style.leading * count(lines.len());
                    items.extend(down(lay_lines(lines, style, edges, Align::Left, node), y));
                    y += height;
                }
                structure.close();
                return Ok(y);
            }
        }
        Err(DocumentError::AddressTooTall {
            lines: needed,
            room,
        })
    }

    fn is_strict(&self) -> bool {
        self.strict_window && self.look.envelope.is_some()
    }
}

fn fill(x: Length, y: Length, width: Length, height: Length, colour: Colour) -> Item {
    Item::Fill {
        x,
        y,
        width,
        height,
        colour,
    }
}

/// The logo's size inside a box, never larger than a point for each pixel.
fn fit(logo: &Logo, (most_width, most_height): (Length, Length)) -> (Length, Length) {
    let (width, height) = (i64::from(logo.width.max(1)), i64::from(logo.height.max(1)));
    let by_width = Length::thousandths(most_width.in_thousandths() / width);
    let by_height = Length::thousandths(most_height.in_thousandths() / height);
    // Thousandths of a point lose the last digits for very long sides: compare the products instead.
    if by_width.min(by_height) >= Length::points(1) {
        return (Length::points(width), Length::points(height));
    }
    if most_width.in_thousandths() * height <= most_height.in_thousandths() * width {
        (
            most_width,
            Length::thousandths((most_width.in_thousandths() * height / width).max(1)),
        )
    } else {
        (
            Length::thousandths((most_height.in_thousandths() * width / height).max(1)),
            most_height,
        )
    }
}

fn down(items: Vec<Item>, by: Length) -> Vec<Item> {
    items
        .into_iter()
        .map(|item| item.moved(Length::ZERO, by))
        .collect()
}

fn count(lines: usize) -> i64 {
    i64::try_from(lines).unwrap_or(i64::from(u16::MAX))
}
