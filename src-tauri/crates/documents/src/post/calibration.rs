//! The calibration page: where the address must lie, what may show, where to fold, and two rulers.
//!
//! The owner prints it at its actual size, folds it, slides it about in an envelope, and sees whether the envelope
//! chosen is the one on the table.

use correspondence::{Fill, Locale, Phrases};

use super::bare::{Bare, MARGIN, file};
use crate::DocumentError;
use crate::colour::{Colour, INK, SOFT};
use crate::display::{Drawing, Item};
use crate::fonts::Face;
use crate::layout::{Align, Flow, Values, lay_lines};
use crate::place::{Edge, Envelope, Zone};
use crate::structure::{Artifact, Role, Tag};
use crate::text::Style;
use crate::units::Length;

/// For which envelope, in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalibrationFacts {
    pub locale: Locale,
    pub envelope: Envelope,
}

const TITLE: Style = Style::new(
    Face::SansSemiBold,
    Length::points(14),
    Length::points(18),
    INK,
);
const TEXT: Style = Style::new(
    Face::SansRegular,
    Length::points(9),
    Length::points(13),
    INK,
);
const SMALL: Style = Style::new(
    Face::SansRegular,
    Length::points(7),
    Length::thousandths(9_500),
    SOFT,
);
const LABEL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(8_500),
    Length::points(13),
    SOFT,
);
const SAFE: Colour = Colour([0x1e, 0x7a, 0x46]);
const KEEP_OUT: Colour = Colour([0xb0, 0x2a, 0x2a]);
const LINE: Length = Length::thousandths(800);

/// The calibration page as a PDF.
pub fn calibration(facts: &CalibrationFacts) -> Result<Vec<u8>, DocumentError> {
    let phrases = Phrases::load(facts.locale)?;
    let drawing = drawing(facts, &phrases)?;
    let name = Fill::Text(facts.envelope.name());
    let title = phrases.fill("calibration-title", &[("envelope", name)])?;
    file(&drawing, &phrases, (&title, ""), None)
}

pub(super) fn drawing(
    facts: &CalibrationFacts,
    phrases: &Phrases,
) -> Result<Drawing, DocumentError> {
    let envelope = &facts.envelope;
    let (safe, keep_out) = (envelope.safe(), envelope.keep_out());
    let name = Fill::Text(envelope.name());
    let title = phrases.fill("calibration-title", &[("envelope", name)])?;
    let bare = Bare {
        paper: envelope.paper(),
        top: keep_out.bottom + Length::points(14),
        foot: &title,
    };
    bare.compose(phrases, |flow| {
        let mut first = zone(
            flow,
            keep_out,
            KEEP_OUT,
            &phrases.say("calibration-keep-out")?,
        )?;
        first.extend(zone(flow, safe, SAFE, &phrases.say("calibration-safe")?)?);
        let (folds, hole) = envelope.marks();
        for mark in folds.into_iter().chain(hole) {
            first.push(bar(
                Length::micrometres(5_000),
                mark,
                Length::micrometres(7_000),
                LINE,
            ));
        }
        flow.heading("title", 1, &title, TITLE)?;
        flow.space(Length::points(6));
        steps(flow, phrases)?;
        flow.space(Length::points(8));
        measures(flow, phrases, envelope)?;
        flow.space(Length::points(14));
        rulers(flow, phrases)?;
        Ok(first)
    })
}

fn bar(x: Length, y: Length, width: Length, height: Length) -> Item {
    Item::Fill {
        x,
        y,
        width,
        height,
        colour: INK,
    }
}

/// The outline of a zone, its name inside the upper left corner.
fn zone(
    flow: &mut Flow<'_>,
    zone: Zone,
    colour: Colour,
    words: &str,
) -> Result<Vec<Item>, DocumentError> {
    let side = |x, y, width, height| Item::Fill {
        x,
        y,
        width,
        height,
        colour,
    };
    let (width, height) = (zone.width(), zone.height());
    let mut items = vec![
        side(zone.left, zone.top, width, LINE),
        side(zone.left, zone.bottom - LINE, width, LINE),
        side(zone.left, zone.top, LINE, height),
        side(zone.right - LINE, zone.top, LINE, height),
    ];
    let style = SMALL.with(Face::SansSemiBold, colour);
    let inset = Length::points(3);
    // Of a zone that reaches to the edge of the sheet, the words stay where printers print.
    let left = (zone.left + inset).max(Length::micrometres(14_000));
    let lines = flow
        .setter
        .lines("zone", words, style, Some(zone.right - left - inset))?;
    let node = flow.structure.paragraph();
    let laid = lay_lines(lines, style, (left, zone.right), Align::Left, node);
    items.extend(
        laid.into_iter()
            .map(|item| item.moved(Length::ZERO, zone.top + inset)),
    );
    Ok(items)
}

/// What to do, in order.
fn steps(flow: &mut Flow<'_>, phrases: &Phrases) -> Result<(), DocumentError> {
    for key in [
        "calibration-print",
        "calibration-check",
        "calibration-fold",
        "calibration-slide",
        "calibration-choose",
    ] {
        flow.paragraph("steps", &phrases.say(key)?, TEXT)?;
        flow.space(Length::points(2));
    }
    Ok(())
}

/// The envelope's measures, to hold a ruler against the real one.
fn measures(
    flow: &mut Flow<'_>,
    phrases: &Phrases,
    envelope: &Envelope,
) -> Result<(), DocumentError> {
    let measures = envelope.measures();
    let window = measures.window;
    let side = match window.edge {
        Edge::Left => "calibration-from-left",
        Edge::Right => "calibration-from-right",
    };
    let pair = |width: i64, height: i64| -> Result<String, DocumentError> {
        let (width, height) = (millimetres(phrases, width), millimetres(phrases, height));
        let values = [
            ("width", Fill::Text(width.as_str())),
            ("height", Fill::Text(&height)),
        ];
        Ok(phrases.fill("calibration-size", &values)?)
    };
    let one = |length: i64| -> Result<String, DocumentError> {
        let length = millimetres(phrases, length);
        Ok(phrases.fill("calibration-length", &[("length", Fill::Text(&length))])?)
    };
    let mut rows = vec![
        (
            phrases.say("calibration-envelope")?,
            pair(measures.width, measures.height)?,
        ),
        (
            phrases.say("calibration-window")?,
            pair(window.width, window.height)?,
        ),
        (phrases.say(side)?, one(window.from_edge)?),
        (
            phrases.say("calibration-from-bottom")?,
            one(window.from_bottom)?,
        ),
    ];
    if !measures.folds.is_empty() {
        let folds: Result<Vec<String>, _> = measures.folds.iter().map(|fold| one(*fold)).collect();
        rows.push((phrases.say("calibration-folds")?, folds?.join(" · ")));
    }
    let values = Values {
        block: "measures",
        rows: &rows,
        label: LABEL,
        value: LABEL.with(Face::SansRegular, INK),
        align: Align::Left,
        gutter: Length::points(12),
        gap: Length::ZERO,
    };
    let edges = (Length::ZERO, flow.width);
    let (height, items) = values.items(flow.setter, &mut flow.structure, edges)?;
    flow.piece("measures", height, items);
    Ok(())
}

/// Millimetres to a tenth, with the decimal mark of the place.
fn millimetres(phrases: &Phrases, micrometres: i64) -> String {
    let tenths = (micrometres + 50) / 100;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        part => format!("{}{}{part}", tenths / 10, phrases.locale().decimal_mark()),
    }
}

/// A hundred and fifty millimetres above six inches.
fn rulers(flow: &mut Flow<'_>, phrases: &Phrases) -> Result<(), DocumentError> {
    let words = phrases.say("calibration-rulers")?;
    let node = flow.structure.add(Role::Figure { words });
    let mut items = vec![bar(Length::ZERO, Length::points(22), RULER, LINE)];
    for millimetre in 0..=150 {
        let tall = match millimetre % 10 {
            0 => 10,
            5 => 7,
            _ => 4,
        };
        let tall = Length::points(tall);
        let x = Length::micrometres(millimetre * 1_000);
        items.push(tick(x, Length::points(22) - tall, tall));
        if millimetre % 10 == 0 {
            items.extend(figure(
                flow,
                &millimetre.to_string(),
                x,
                Length::points(1),
                node.into(),
            )?);
        }
    }
    for eighth in 0..=46 {
        let tall = match eighth % 8 {
            0 => 10,
            4 => 7,
            _ => 4,
        };
        let x = Length::micrometres(eighth * 3_175);
        items.push(tick(x, Length::points(22), Length::points(tall)));
        if eighth % 8 == 0 {
            let inches = (eighth / 8).to_string();
            items.extend(figure(flow, &inches, x, Length::points(33), node.into())?);
        }
    }
    let unit = |flow: &mut Flow<'_>, key, y| -> Result<Vec<Item>, DocumentError> {
        let words = phrases.say(key)?;
        let lines = flow.setter.lines("rulers", &words, SMALL, None)?;
        let edges = (RULER + Length::points(8), flow.width + MARGIN);
        let laid = lay_lines(lines, SMALL, edges, Align::Left, Artifact::Layout);
        Ok(laid
            .into_iter()
            .map(|item| item.moved(Length::ZERO, y))
            .collect())
    };
    items.extend(unit(flow, "calibration-mm", Length::points(1))?);
    items.extend(unit(flow, "calibration-inch", Length::points(33))?);
    flow.piece("rulers", Length::points(44), items);
    Ok(())
}

const RULER: Length = Length::micrometres(150_000);

fn tick(x: Length, y: Length, height: Length) -> Item {
    let thin = Length::thousandths(400);
    bar(x - thin / 2, y, thin, height)
}

/// A figure in the middle over or under its tick.
fn figure(
    flow: &mut Flow<'_>,
    text: &str,
    x: Length,
    y: Length,
    tag: Tag,
) -> Result<Vec<Item>, DocumentError> {
    let lines = flow.setter.lines("rulers", text, SMALL, None)?;
    let width = lines
        .iter()
        .map(|line| line.width)
        .max()
        .unwrap_or_default();
    let edges = (x - width / 2, x + width);
    let laid = lay_lines(lines, SMALL, edges, Align::Left, tag);
    Ok(laid
        .into_iter()
        .map(|item| item.moved(Length::ZERO, y))
        .collect())
}
