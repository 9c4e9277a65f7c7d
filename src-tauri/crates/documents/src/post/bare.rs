//! A sheet without a letterhead: margins, page numbers, the file around the pages.

use correspondence::{Fill, Phrases};
use domain::CivilDate;

use crate::DocumentError;
use crate::backend;
use crate::colour::SOFT;
use crate::display::{Drawing, Item, Page};
use crate::finish::{About, finish};
use crate::fonts::Face;
use crate::image::Pictures;
use crate::layout::{Align, Flow, Frame, lay_lines, paginate};
use crate::place::Paper;
use crate::structure::Artifact;
use crate::text::{Style, Typesetter};
use crate::units::Length;

pub(super) const MARGIN: Length = Length::points(57);
const TOP: Length = Length::points(48);
const SMALL: Style = Style::new(
    Face::SansRegular,
    Length::thousandths(7_000),
    Length::thousandths(9_500),
    SOFT,
);

pub(super) struct Bare<'a> {
    pub(super) paper: Paper,
    /// Where the body of the first page begins.
    pub(super) top: Length,
    /// Runs at the foot, beside the page number.
    pub(super) foot: &'a str,
}

impl Bare<'_> {
    /// Sets the body and numbers the pages; `first` stands on the first page besides.
    pub(super) fn compose(
        &self,
        phrases: &Phrases,
        body: impl FnOnce(&mut Flow<'_>) -> Result<Vec<Item>, DocumentError>,
    ) -> Result<Drawing, DocumentError> {
        let (width, height) = (self.paper.width(), self.paper.height());
        let mut setter = Typesetter::new();
        setter.speak(phrases.locale().tag());
        let mut flow = Flow::new(&mut setter, width - MARGIN * 2);
        let first = body(&mut flow)?;
        let structure = std::mem::take(&mut flow.structure);
        let foot_top = height - Length::points(48);
        let frame = |top| Frame {
            left: MARGIN,
            top,
            bottom: foot_top - Length::points(10),
        };
        let bodies = paginate(flow, (frame(self.top.max(TOP)), frame(TOP)), Length::ZERO)?;
        let count = bodies.len().to_string();
        let mut pages = Vec::with_capacity(bodies.len());
        for (index, items) in bodies.into_iter().enumerate() {
            let mut all = if index == 0 {
                first.clone()
            } else {
                Vec::new()
            };
            all.extend(items);
            let number = (index + 1).to_string();
            let values = [("page", Fill::Text(&number)), ("pages", Fill::Text(&count))];
            let number = phrases.fill("page-of", &values)?;
            for (text, align) in [(self.foot, Align::Left), (number.as_str(), Align::Right)] {
                let room = (width - MARGIN * 2) * 7 / 10;
                let lines = setter.lines("foot of the page", text, SMALL, Some(room))?;
                if lines.len() > 2 {
                    return Err(DocumentError::Overflow {
                        block: "foot of the page",
                    });
                }
                let edges = (MARGIN, width - MARGIN);
                let laid = lay_lines(lines, SMALL, edges, align, Artifact::Foot);
                all.extend(
                    laid.into_iter()
                        .map(|item| item.moved(Length::ZERO, foot_top)),
                );
            }
            pages.push(Page {
                width,
                height,
                items: all,
            });
        }
        Ok(Drawing { pages, structure })
    }
}

/// The bytes of a paper without pictures.
pub(super) fn file(
    drawing: &Drawing,
    phrases: &Phrases,
    (title, author): (&str, &str),
    date: Option<CivilDate>,
) -> Result<Vec<u8>, DocumentError> {
    let about = About {
        title,
        author,
        language: phrases.locale().tag(),
        date,
        attachments: &[],
    };
    finish(
        backend::write(drawing, &Pictures::default())?,
        drawing,
        &about,
    )
}
