//! The bytes of the file: plain objects together in compressed streams, and a stream that says where each object is
//! (ISO 32000-1, 7.5.7 and 7.5.8).
//!
//! lopdf can write files too, each object three times over and without compressing them.

use std::fmt::Display;
use std::io::Write;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};

use crate::deflate::Deflate;

/// Plain objects in one stream: a reader that wants one of them reads all.
const TOGETHER: usize = 200;

/// Where an object is.
#[derive(Clone, Copy, Default)]
enum Place {
    #[default]
    Nowhere,
    /// That many bytes from the start of the file.
    At(usize),
    /// In a stream of objects, as the n-th.
    In(u32, usize),
}

/// A file on its way.
struct File<'a> {
    bytes: Vec<u8>,
    /// By object number.
    places: Vec<Place>,
    deflate: &'a mut Deflate,
}

/// Writes the document; its streams are compressed already.
pub(super) fn write(document: &Document, deflate: &mut Deflate) -> Vec<u8> {
    let content = |object: &Object| match object {
        Object::Stream(stream) => stream.content.len() + 200,
        _ => 60,
    };
    let mut bytes = Vec::with_capacity(document.objects.values().map(content).sum());
    put(&mut bytes, format_args!("%PDF-{}\n%", document.version));
    // A comment of bytes that no text has, so that programs copy the file as it is.
    bytes.extend([0xc7, 0xc3, 0xac, 0xd3, b'\n']);
    let mut file = File {
        bytes,
        places: Vec::new(),
        deflate,
    };
    let mut plain: Vec<(u32, &Object)> = Vec::new();
    for (&(id, _), object) in &document.objects {
        match object {
            Object::Stream(stream) => file.stream(id, stream),
            _ => plain.push((id, object)),
        }
    }
    let mut next = document.max_id + 1;
    for part in plain.chunks(TOGETHER) {
        file.together(next, part);
        next += 1;
    }
    file.end(next, &document.trailer);
    file.bytes
}

impl File<'_> {
    fn place(&mut self, id: u32, place: Place) {
        let at = index(id);
        if self.places.len() <= at {
            self.places.resize(at + 1, Place::Nowhere);
        }
        if let Some(known) = self.places.get_mut(at) {
            *known = place;
        }
    }

    fn stream(&mut self, id: u32, stream: &Stream) {
        self.place(id, Place::At(self.bytes.len()));
        put(&mut self.bytes, format_args!("{id} 0 obj\n"));
        dictionary(&mut self.bytes, &stream.dict);
        self.bytes.extend(b"stream\n");
        self.bytes.extend(&stream.content);
        self.bytes.extend(b"\nendstream\nendobj\n");
    }

    /// A stream of plain objects.
    fn together(&mut self, id: u32, objects: &[(u32, &Object)]) {
        let (mut table, mut body) = (Vec::new(), Vec::new());
        for (index, (each, plain)) in objects.iter().enumerate() {
            put(&mut table, format_args!("{each} {} ", body.len()));
            object(&mut body, plain);
            body.push(b'\n');
            self.place(*each, Place::In(id, index));
        }
        let kind = dictionary! {
            "Type" => "ObjStm",
            "N" => number(objects.len()),
            "First" => number(table.len()),
        };
        table.append(&mut body);
        let mut stream = Stream::new(kind, table);
        self.deflate.stream(&mut stream);
        self.stream(id, &stream);
    }

    /// Where everything is, and what the file begins with.
    fn end(&mut self, id: u32, trailer: &Dictionary) {
        let start = self.bytes.len();
        self.place(id, Place::At(start));
        let mut table = Vec::with_capacity(self.places.len() * 7);
        for place in &self.places {
            let (kind, first, second) = match *place {
                Place::Nowhere => (0, 0, u16::MAX),
                Place::At(at) => (1, u32::try_from(at).unwrap_or(u32::MAX), 0),
                Place::In(stream, index) => (2, stream, u16::try_from(index).unwrap_or(u16::MAX)),
            };
            table.push(kind);
            table.extend(first.to_be_bytes());
            table.extend(second.to_be_bytes());
        }
        let mut kind = trailer.clone();
        kind.set("Type", "XRef");
        kind.set("Size", number(self.places.len()));
        kind.set("W", [1, 4, 2].map(Object::Integer).to_vec());
        let mut stream = Stream::new(kind, table);
        self.deflate.stream(&mut stream);
        self.stream(id, &stream);
        put(&mut self.bytes, format_args!("startxref\n{start}\n%%EOF\n"));
    }
}

fn index(id: u32) -> usize {
    usize::try_from(id).unwrap_or(usize::MAX)
}

fn number(count: usize) -> Object {
    Object::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}

fn put(bytes: &mut Vec<u8>, text: impl Display) {
    // Writing to memory can not fail.
    let _ = write!(bytes, "{text}");
}

fn object(bytes: &mut Vec<u8>, written: &Object) {
    match written {
        Object::Null => bytes.extend(b"null"),
        Object::Boolean(true) => bytes.extend(b"true"),
        Object::Boolean(false) => bytes.extend(b"false"),
        Object::Integer(number) => put(bytes, number),
        Object::Real(number) => put(bytes, number),
        Object::Name(name) => self::name(bytes, name),
        Object::String(text, format) => string(bytes, text, *format),
        Object::Array(items) => {
            bytes.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    bytes.push(b' ');
                }
                object(bytes, item);
            }
            bytes.push(b']');
        }
        Object::Dictionary(entries) => dictionary(bytes, entries),
        // A stream is never inside another object.
        Object::Stream(stream) => dictionary(bytes, &stream.dict),
        Object::Reference((id, generation)) => put(bytes, format_args!("{id} {generation} R")),
    }
}

fn dictionary(bytes: &mut Vec<u8>, entries: &Dictionary) {
    bytes.extend(b"<<");
    for (key, value) in entries {
        name(bytes, key);
        // What opens with a mark of its own needs no space.
        if !matches!(
            value,
            Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
        ) {
            bytes.push(b' ');
        }
        object(bytes, value);
    }
    bytes.extend(b">>");
}

fn name(bytes: &mut Vec<u8>, name: &[u8]) {
    bytes.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            bytes.push(byte);
        } else {
            bytes.push(b'#');
            hexadecimal(bytes, byte);
        }
    }
}

fn string(bytes: &mut Vec<u8>, text: &[u8], format: StringFormat) {
    if matches!(format, StringFormat::Hexadecimal) {
        bytes.push(b'<');
        for &byte in text {
            hexadecimal(bytes, byte);
        }
        bytes.push(b'>');
        return;
    }
    bytes.push(b'(');
    for &byte in text {
        match byte {
            b'(' | b')' | b'\\' => bytes.extend([b'\\', byte]),
            b'\r' => bytes.extend(b"\\r"),
            _ => bytes.push(byte),
        }
    }
    bytes.push(b')');
}

pub(super) fn hexadecimal(bytes: &mut Vec<u8>, byte: u8) {
    let digit = |part: u8| match part {
        0..=9 => b'0' + part,
        _ => b'A' + part - 10,
    };
    bytes.extend([digit(byte >> 4), digit(byte & 15)]);
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_object_is_read_back_as_it_was() {
        let mut document = Document::with_version("1.7");
        let page = document.add_object(dictionary! { "Type" => "Page" });
        let kinds = dictionary! {
            "Null" => Object::Null,
            "Yes" => true,
            "Count" => -12,
            "Part" => Object::Real(0.125),
            "Odd name" => Object::Name(b"a b#/(\xe9".to_vec()),
            "Literal" => Object::string_literal("a (b\\) \r\n c)"),
            "Hexadecimal" => Object::String(vec![0, 10, 255], StringFormat::Hexadecimal),
            "List" => vec![1.into(), Object::Reference(page), Object::Null, "N".into()],
            "Inner" => dictionary! { "A" => dictionary! {} },
        };
        let all = document.add_object(kinds.clone());
        let stream = document.add_object(Stream::new(
            Dictionary::new(),
            b"stream\n of bytes".to_vec(),
        ));
        // A number that nothing has, and more objects than go together.
        document.max_id += 3;
        let many: Vec<_> = (0..450).map(|n| (document.add_object(n), n)).collect();
        document.trailer.set("Root", all);
        let bytes = write(&document, &mut Deflate::new());
        let read = Document::load_mem(&bytes).unwrap();
        assert_eq!(read.version, "1.7", "the version is kept");
        assert_eq!(
            read.get_dictionary(all).unwrap(),
            &kinds,
            "in a compressed stream"
        );
        let content = &read
            .get_object(stream)
            .unwrap()
            .as_stream()
            .unwrap()
            .content;
        assert_eq!(content, b"stream\n of bytes", "to the byte");
        for (id, n) in many {
            assert_eq!(
                read.get_object(id).unwrap().as_i64().unwrap(),
                n,
                "in its place"
            );
        }
    }
}
