//! SVG: filled and stroked outlines in plain colours stay outlines; gradients, masks, filters and see-through
//! parts are drawn once as fine samples.
//!
//! Nothing is run and nothing is fetched: scripts, links to other files, text that needs a font of some system and
//! pictures inside the picture are refused, each with what to do about it.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::tiny_skia_path::{Path, PathSegment, Point, Stroke};
use resvg::usvg::{self, BlendMode, FillRule, Group, Node, Options, Paint, Tree, roxmltree};

use super::pixels::{FINEST, Rgba, split};
use super::{Picture, Segment, Shape, Vector};
use crate::PictureFault;
use crate::colour::Colour;
use crate::units::Length;

const BYTES: usize = 2 << 20;
const NODES: u32 = 50_000;
const DEPTH: usize = 200;
/// More outlines than this would make a heavier page than samples do.
const SEGMENTS: usize = 12_000;
/// The longer side of a drawing, in points.
const SIDE: f32 = 1_000.0;

pub(super) fn read(bytes: &[u8]) -> Result<Picture, PictureFault> {
    if bytes.len() > BYTES {
        return Err(PictureFault::TooManyBytes {
            bytes: bytes.len(),
            limit: BYTES,
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| unreadable(&error.to_string()))?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let options = roxmltree::ParsingOptions {
        // Drawing programs write a document type; the reader limits what its entities may grow to.
        allow_dtd: true,
        nodes_limit: NODES,
        ..roxmltree::ParsingOptions::default()
    };
    let document = roxmltree::Document::parse_with_options(text, options)
        .map_err(|error| unreadable(&error.to_string()))?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(PictureFault::UnknownKind);
    }
    check(&document)?;
    let tree = Tree::from_xmltree(&document, &Options::default())
        .map_err(|error| unreadable(&error.to_string()))?;
    let mut outlines = Outlines::new(&tree)?;
    if outlines.add(tree.root()) {
        outlines.finish()
    } else {
        samples(&tree)
    }
}

fn unreadable(detail: &str) -> PictureFault {
    PictureFault::Unreadable {
        detail: detail.to_owned(),
    }
}

/// Refuses what would be dropped silently or would reach outside the file.
fn check(document: &roxmltree::Document<'_>) -> Result<(), PictureFault> {
    for node in document.descendants() {
        if node.pi().is_some_and(|pi| pi.target == "xml-stylesheet") {
            return Err(PictureFault::SvgLink);
        }
        if !node.is_element() {
            continue;
        }
        if node.ancestors().take(DEPTH + 1).count() > DEPTH {
            return Err(unreadable("it is nested too deeply"));
        }
        let name = node.tag_name().name();
        match name {
            "script" => return Err(PictureFault::SvgScript),
            "text" | "textPath" | "flowRoot" | "foreignObject" => {
                return Err(PictureFault::SvgText);
            }
            "image" | "feImage" => return Err(PictureFault::SvgImage),
            "style" if reaches_out(node.text().unwrap_or_default()) => {
                return Err(PictureFault::SvgLink);
            }
            _ => {}
        }
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            if key.starts_with("on") {
                return Err(PictureFault::SvgScript);
            }
            // A link to follow is no part of the picture.
            let followed = key == "href" && name == "a";
            let outside = key == "href" && !value.trim_start().starts_with('#');
            if !followed && (outside || reaches_out(value)) {
                return Err(PictureFault::SvgLink);
            }
        }
    }
    Ok(())
}

/// Whether a style names anything that is not in this file.
fn reaches_out(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let mut urls = style.split("url(").skip(1);
    style.contains("@import")
        || urls.any(|url| {
            let target = url.trim_start().trim_start_matches(['"', '\'']);
            !target.trim_start().starts_with('#')
        })
}

/// Outlines collected from the tree.
struct Outlines {
    vector: Vector,
    scale: f32,
    count: usize,
}

impl Outlines {
    fn new(tree: &Tree) -> Result<Self, PictureFault> {
        let size = tree.size();
        let scale = SIDE / size.width().max(size.height());
        if !scale.is_finite() || scale <= 0.0 {
            return Err(unreadable("it has no size"));
        }
        Ok(Self {
            vector: Vector {
                width: Length::from_float(size.width() * scale).max(Length::thousandths(1)),
                height: Length::from_float(size.height() * scale).max(Length::thousandths(1)),
                shapes: Vec::new(),
            },
            scale,
            count: 0,
        })
    }

    fn finish(self) -> Result<Picture, PictureFault> {
        if self.vector.shapes.is_empty() {
            return Err(PictureFault::Empty);
        }
        Ok(Picture::Vector(self.vector))
    }

    /// False when something can not be said with outlines of plain colours.
    fn add(&mut self, group: &Group) -> bool {
        let plain = group.opacity().get() >= 1.0
            && group.blend_mode() == BlendMode::Normal
            && group.clip_path().is_none()
            && group.mask().is_none()
            && group.filters().is_empty();
        plain
            && group.children().iter().all(|node| match node {
                Node::Group(group) => self.add(group),
                Node::Path(path) => self.path(path),
                Node::Image(_) | Node::Text(_) => false,
            })
    }

    fn path(&mut self, path: &usvg::Path) -> bool {
        if !path.is_visible() {
            return true;
        }
        let transform = path
            .abs_transform()
            .post_concat(Transform::from_scale(self.scale, self.scale));
        let fill = path.fill().is_none_or(|fill| {
            let even_odd = fill.rule() == FillRule::EvenOdd;
            plain(fill.paint(), fill.opacity().get()).is_some_and(|colour| {
                self.shape(path.data().clone(), transform, colour, even_odd);
                true
            })
        });
        let stroke = path.stroke().is_none_or(|stroke| {
            let Some(colour) = plain(stroke.paint(), stroke.opacity().get()) else {
                return false;
            };
            if let Some(outline) = stroked(path, stroke, self.scale) {
                self.shape(outline, transform, colour, false);
            }
            true
        });
        // Fills are put below strokes here; the other order is rare and left to samples.
        let order = path.fill().is_none()
            || path.stroke().is_none()
            || path.paint_order() == usvg::PaintOrder::FillAndStroke;
        fill && stroke && order && self.count <= SEGMENTS
    }

    fn shape(&mut self, path: Path, transform: Transform, colour: Colour, even_odd: bool) {
        let Some(path) = path.transform(transform) else {
            return;
        };
        let point = |p: Point| [Length::from_float(p.x), Length::from_float(p.y)];
        let mut segments = Vec::new();
        let mut pen = Point::zero();
        for segment in path.segments() {
            let (next, drawn) = match segment {
                PathSegment::MoveTo(p) => (p, Segment::Move(point(p))),
                PathSegment::LineTo(p) => (p, Segment::Line(point(p))),
                PathSegment::QuadTo(handle, p) => {
                    let towards = |from: Point| {
                        Point::from_xy(
                            from.x + (handle.x - from.x) * 2.0 / 3.0,
                            from.y + (handle.y - from.y) * 2.0 / 3.0,
                        )
                    };
                    let curve = [point(towards(pen)), point(towards(p)), point(p)];
                    (p, Segment::Curve(curve))
                }
                PathSegment::CubicTo(first, second, p) => {
                    (p, Segment::Curve([point(first), point(second), point(p)]))
                }
                PathSegment::Close => (pen, Segment::Close),
            };
            pen = next;
            segments.push(drawn);
        }
        self.count += segments.len();
        self.vector.shapes.push(Shape {
            segments,
            colour,
            even_odd,
        });
    }
}

/// A colour that hides what is below it.
fn plain(paint: &Paint, opacity: f32) -> Option<Colour> {
    match paint {
        Paint::Color(colour) if opacity >= 1.0 => {
            Some(Colour([colour.red, colour.green, colour.blue]))
        }
        _ => None,
    }
}

/// A stroke as the outline of its area.
fn stroked(path: &usvg::Path, stroke: &usvg::Stroke, scale: f32) -> Option<Path> {
    let line: Stroke = stroke.to_tiny_skia();
    let dashed = match &line.dash {
        Some(dash) => Some(path.data().dash(dash, scale)?),
        None => None,
    };
    dashed.as_ref().unwrap_or(path.data()).stroke(&line, scale)
}

/// The whole picture as fine samples.
fn samples(tree: &Tree) -> Result<Picture, PictureFault> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = f32::from(u16::try_from(FINEST).unwrap_or(u16::MAX)) / width.max(height);
    let (columns, rows) = (dots(width * scale), dots(height * scale));
    let mut pixmap = Pixmap::new(columns, rows).ok_or_else(|| unreadable("it has no size"))?;
    resvg::render(
        tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    let samples: Vec<u8> = pixmap
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let pixel = pixel.demultiply();
            [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
        })
        .collect();
    if samples.chunks_exact(4).all(|pixel| pixel[3] == 0) {
        return Err(PictureFault::Empty);
    }
    Ok(Picture::Pixels(split(&Rgba {
        width: columns,
        height: rows,
        samples,
    })))
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 1 and the finest"
)]
fn dots(side: f32) -> u32 {
    (side.ceil().max(1.0) as u32).min(FINEST)
}
