//! Logo and signature as objects of the file: samples, the bytes of a JPEG, or outlines. Each fills a square of one
//! by one, so that all are placed alike.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use printpdf::{
    CurTransMat, DictItem, ExternalStream, ExternalXObject, Op, XObject, XObjectId,
    XObjectTransform,
};

use crate::deflate::Deflate;
use crate::display::{Item, Page};
use crate::image::{Jpeg, Picture, Pictures, Pixels, Segment, Space, Vector, Which};
use crate::units::Length;

fn id(which: Which) -> XObjectId {
    let name = match which {
        Which::Logo => "Logo",
        Which::Signature => "Signature",
    };
    XObjectId(name.to_owned())
}

/// The pictures that stand on any page.
pub(super) fn used(
    pages: &[Page],
    pictures: &Pictures,
    deflate: &mut Deflate,
) -> Vec<(XObjectId, XObject)> {
    let items = pages.iter().flat_map(|page| &page.items);
    let which: BTreeSet<Which> = items
        .filter_map(|item| match item {
            Item::Picture { which, .. } => Some(*which),
            _ => None,
        })
        .collect();
    let found = which
        .into_iter()
        .filter_map(|which| Some((id(which), object(pictures.get(which)?, deflate))));
    found.collect()
}

fn object(picture: &Picture, deflate: &mut Deflate) -> XObject {
    let stream = match picture {
        Picture::Pixels(pixels) => of_pixels(pixels, deflate),
        Picture::Jpeg(jpeg) => of_jpeg(jpeg),
        Picture::Vector(vector) => of_vector(vector),
    };
    XObject::External(ExternalXObject {
        stream,
        width: None,
        height: None,
        dpi: None,
    })
}

/// Draws a picture into a box given by its lower left corner, upright.
pub(super) fn draw(
    ops: &mut Vec<Op>,
    which: Which,
    picture: Option<&Picture>,
    (x, y): (Length, Length),
    (width, height): (Length, Length),
) {
    let [x, y, w, h] = [x, y, width, height].map(Length::to_float);
    let orientation = match picture {
        Some(Picture::Jpeg(jpeg)) => jpeg.orientation,
        _ => 1,
    };
    // EXIF: what the first row and the first column of the samples are to the eye.
    let matrix = match orientation {
        2 => [-w, 0.0, 0.0, h, x + w, y],
        3 => [-w, 0.0, 0.0, -h, x + w, y + h],
        4 => [w, 0.0, 0.0, -h, x, y + h],
        5 => [0.0, -h, -w, 0.0, x + w, y + h],
        6 => [0.0, -h, w, 0.0, x, y + h],
        7 => [0.0, h, w, 0.0, x, y],
        8 => [0.0, h, -w, 0.0, x + w, y],
        _ => [w, 0.0, 0.0, h, x, y],
    };
    ops.push(Op::SaveGraphicsState);
    ops.push(Op::SetTransformationMatrix {
        matrix: CurTransMat::Raw(matrix),
    });
    ops.push(Op::UseXobject {
        id: id(which),
        transform: XObjectTransform {
            no_auto_scale: true,
            ..XObjectTransform::default()
        },
    });
    ops.push(Op::RestoreGraphicsState);
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}

fn image(width: u32, height: u32, space: &str) -> BTreeMap<String, DictItem> {
    BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(width))),
        ("Height".to_owned(), DictItem::Int(i64::from(height))),
        ("ColorSpace".to_owned(), name(space)),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ])
}

/// Samples with their transparency, deflated at once: printpdf copies what it is given.
fn of_pixels(pixels: &Pixels, deflate: &mut Deflate) -> ExternalStream {
    let mut stream = |space, content: &[u8]| {
        let mut dict = image(pixels.width, pixels.height, space);
        let smaller = deflate.bytes(content);
        if smaller.is_some() {
            dict.insert("Filter".to_owned(), name("FlateDecode"));
        }
        ExternalStream {
            dict,
            content: smaller.unwrap_or_else(|| content.to_vec()),
            compress: false,
        }
    };
    let mut colours = stream("DeviceRGB", &pixels.colours);
    if let Some(opacity) = &pixels.opacity {
        let mask = stream("DeviceGray", opacity);
        colours
            .dict
            .insert("SMask".to_owned(), DictItem::Stream { stream: mask });
    }
    colours
}

/// The file's own bytes.
fn of_jpeg(jpeg: &Jpeg) -> ExternalStream {
    let space = match jpeg.space {
        Space::Grey => "DeviceGray",
        Space::Colour => "DeviceRGB",
    };
    let mut dict = image(jpeg.width, jpeg.height, space);
    dict.insert("Filter".to_owned(), name("DCTDecode"));
    ExternalStream {
        dict,
        content: jpeg.bytes.clone(),
        compress: false,
    }
}

/// Outlines as a form of their own.
fn of_vector(vector: &Vector) -> ExternalStream {
    let (width, height) = (vector.width.to_float(), vector.height.to_float());
    let numbers =
        |numbers: &[f32]| DictItem::Array(numbers.iter().copied().map(DictItem::Real).collect());
    let dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Form")),
        ("BBox".to_owned(), numbers(&[0.0, 0.0, width, height])),
        (
            "Matrix".to_owned(),
            numbers(&[1.0 / width, 0.0, 0.0, 1.0 / height, 0.0, 0.0]),
        ),
        (
            "Resources".to_owned(),
            DictItem::Dict {
                map: BTreeMap::new(),
            },
        ),
    ]);
    ExternalStream {
        dict,
        content: outlines(vector).into_bytes(),
        compress: true,
    }
}

/// The operators that fill the outlines; y is turned to run up.
fn outlines(vector: &Vector) -> String {
    let mut content = String::new();
    let mut colour = None;
    for shape in &vector.shapes {
        if colour != Some(shape.colour) {
            colour = Some(shape.colour);
            for part in shape.colour.0 {
                let thousandths = u32::from(part) * 1_000 / 255;
                push(&mut content, Length::thousandths(i64::from(thousandths)));
            }
            content.push_str("rg\n");
        }
        for segment in &shape.segments {
            let (points, operator): (&[[Length; 2]], _) = match segment {
                Segment::Move(point) => (std::slice::from_ref(point), "m"),
                Segment::Line(point) => (std::slice::from_ref(point), "l"),
                Segment::Curve(points) => (points, "c"),
                Segment::Close => (&[], "h"),
            };
            for [x, y] in points {
                push(&mut content, *x);
                push(&mut content, vector.height - *y);
            }
            content.push_str(operator);
            content.push('\n');
        }
        content.push_str(if shape.even_odd { "f*\n" } else { "f\n" });
    }
    content
}

/// A number without needless noughts, and a space.
fn push(content: &mut String, length: Length) {
    let thousandths = length.in_thousandths();
    let (whole, part) = (thousandths.abs() / 1_000, thousandths.abs() % 1_000);
    let sign = if thousandths < 0 { "-" } else { "" };
    let written = if part == 0 {
        write!(content, "{sign}{whole} ")
    } else {
        let part = format!("{part:03}");
        write!(content, "{sign}{whole}.{} ", part.trim_end_matches('0'))
    };
    // Writing to a string can not fail.
    debug_assert!(written.is_ok());
}
