//! The display list written with printpdf: fonts subset and embedded, glyphs at their exact places.
//!
//! printpdf lays nothing out here; it writes pages. Fonts are put in beside it. What it does not know (language, title, identifier) is
//! added by `finish`. Ids are fixed, because its own come from a counter and would differ between runs.

mod fonts;
mod marked;
mod pictures;
mod words;

use printpdf::{
    Color, CurTransMat, LinePoint, Op, PaintMode, PdfDocument, PdfPage, PdfParseErrorSeverity,
    PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, WindingOrder,
};

use crate::DocumentError;
use crate::colour::Colour;
use crate::deflate::Deflate;
use crate::display::{Drawing, Item, Page};
use crate::fonts::Font;
use crate::image::Pictures;
use crate::structure::{Node, Structure};
use crate::units::Length;
use fonts::Faces;
pub(crate) use marked::sequences;
use words::write_run;

/// For each page, the elements of its marked content in the order of their marks.
pub(crate) type Marks = Vec<Vec<Node>>;

/// The pages as a PDF that still lacks its document data.
pub(crate) struct Written {
    pub(crate) document: lopdf::Document,
    pub(crate) marks: Marks,
    /// Goes on with the other streams of the file.
    pub(crate) deflate: Deflate,
}

/// Writes all pages.
pub(crate) fn write(drawing: &Drawing, pictures: &Pictures) -> Result<Written, DocumentError> {
    let pages = &drawing.pages;
    #[cfg(test)]
    if crate::geometry::note(pages) {
        return Err(internal("only drawn"));
    }
    #[cfg(feature = "peers")]
    if crate::peers::took(drawing, pictures) {
        return Err(internal("only laid out"));
    }
    let mut pdf = PdfDocument::new("");
    let faces = fonts::embed(pages)?;
    let xobjects = &mut pdf.resources.xobjects.map;
    let mut deflate = Deflate::new();
    xobjects.extend(pictures::used(pages, pictures, &mut deflate));
    let mut marks = Marks::with_capacity(pages.len());
    for page in pages {
        let (page, nodes) = write_page(page, &drawing.structure, &faces, pictures)?;
        pdf.pages.push(page);
        marks.push(nodes);
    }
    let options = PdfSaveOptions {
        image_optimization: None,
        // Text is written with operators that printpdf takes as they are.
        secure: false,
        ..PdfSaveOptions::default()
    };
    let mut warnings = Vec::new();
    let mut document = pdf.to_lopdf_document(&options, &mut warnings);
    let fault = warnings
        .iter()
        .find(|warning| warning.severity == PdfParseErrorSeverity::Error);
    match fault {
        Some(fault) => Err(internal(&fault.msg)),
        None => {
            fonts::add(&mut document, &faces)?;
            Ok(Written {
                document,
                marks,
                deflate,
            })
        }
    }
}

fn internal(detail: &str) -> DocumentError {
    DocumentError::Internal {
        detail: detail.to_owned(),
    }
}

/// A page, and the elements of its marked content.
fn write_page(
    page: &Page,
    structure: &Structure,
    faces: &Faces,
    pictures: &Pictures,
) -> Result<(PdfPage, Vec<Node>), DocumentError> {
    let mut content = Content::default();
    let mut nodes = Vec::new();
    for sequence in sequences(page) {
        let mark = marked::begin(&sequence, structure, &mut nodes);
        content.ops.push(mark);
        for item in &sequence.items {
            write_item(&mut content, item, page.height, faces, pictures)?;
        }
        content.ops.push(Op::EndMarkedContent);
    }
    let sheet = Rect::from_wh(points(page.width), points(page.height));
    let page = PdfPage {
        media_box: sheet.clone(),
        trim_box: sheet.clone(),
        crop_box: sheet,
        ops: content.ops,
    };
    Ok((page, nodes))
}

/// What is drawn on a page so far, and what it is drawn with: only changes are written.
#[derive(Default)]
struct Content {
    ops: Vec<Op>,
    colour: Option<Colour>,
    /// A face and its size.
    font: Option<(Font, Length)>,
}

impl Content {
    fn colour(&mut self, colour: Colour) {
        if self.colour != Some(colour) {
            self.colour = Some(colour);
            self.ops.push(Op::SetFillColor {
                col: colour_of(colour.parts()),
            });
        }
    }
}

fn write_item(
    content: &mut Content,
    item: &Item,
    page_height: Length,
    faces: &Faces,
    pictures: &Pictures,
) -> Result<(), DocumentError> {
    match item {
        Item::Run { x, y, run, .. } => {
            let face = faces
                .get(&run.face)
                .ok_or_else(|| internal("a face was not embedded"))?;
            write_run(content, *x, page_height - *y, run, face)?;
        }
        Item::Fill {
            x,
            y,
            width,
            height,
            colour,
        } => {
            content.colour(*colour);
            let mut rectangle = Rect::from_xywh(
                points(*x),
                points(page_height - *y - *height),
                points(*width),
                points(*height),
            );
            rectangle.mode = Some(PaintMode::Fill);
            content.ops.push(Op::DrawRectangle { rectangle });
        }
        Item::Blocks {
            x,
            y,
            unit,
            rectangles,
            colour,
            ..
        } => write_blocks(
            &mut content.ops,
            (*x, page_height - *y),
            *unit,
            rectangles,
            *colour,
        ),
        Item::Picture {
            which,
            x,
            y,
            width,
            height,
            ..
        } => {
            let corner = (*x, page_height - *y - *height);
            let picture = pictures.get(*which);
            pictures::draw(&mut content.ops, *which, picture, corner, (*width, *height));
        }
    }
    Ok(())
}

/// One path in the picture's own units, which run down the page.
fn write_blocks(
    ops: &mut Vec<Op>,
    (x, y): (Length, Length),
    unit: Length,
    rectangles: &[[i64; 4]],
    colour: Colour,
) {
    let rings = rectangles.iter().map(|[left, top, width, height]| {
        let corner = |x: i64, y: i64| LinePoint {
            p: Point {
                x: points(Length::points(x)),
                y: points(Length::points(y)),
            },
            bezier: false,
        };
        let (right, bottom) = (left + width, top + height);
        PolygonRing {
            points: vec![
                corner(*left, *top),
                corner(right, *top),
                corner(right, bottom),
                corner(*left, bottom),
            ],
        }
    });
    let scale = unit.to_float();
    let matrix = CurTransMat::Raw([scale, 0.0, 0.0, -scale, x.to_float(), y.to_float()]);
    ops.extend([
        Op::SaveGraphicsState,
        Op::SetFillColor {
            col: colour_of(colour.parts()),
        },
        Op::SetTransformationMatrix { matrix },
        Op::DrawPolygon {
            polygon: Polygon {
                rings: rings.collect(),
                mode: PaintMode::Fill,
                winding_order: WindingOrder::NonZero,
            },
        },
        Op::RestoreGraphicsState,
    ]);
}

fn points(length: Length) -> Pt {
    Pt(length.to_float())
}

fn colour_of([r, g, b]: [f32; 3]) -> Color {
    Color::Rgb(Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}
