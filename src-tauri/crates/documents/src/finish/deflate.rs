//! Streams made smaller, quickly: the last percent of size would cost more time than setting the page.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Object, Stream};

/// Samples of a picture repeat over long stretches, and objects one after the other, which the quickest search finds
/// as well.
const REPEATING: u32 = 1;
const OTHER: u32 = 4;
/// Less than this is not worth the time.
const LEAST: usize = 600;

/// Its tables are made once for each paper.
pub(super) struct Deflate {
    repeating: Compress,
    other: Compress,
}

impl Deflate {
    pub(super) fn new() -> Self {
        let zlib = |level| Compress::new(Compression::new(level), true);
        Self {
            repeating: zlib(REPEATING),
            other: zlib(OTHER),
        }
    }

    /// Leaves a stream alone that is compressed already, or that would not become smaller.
    pub(super) fn stream(&mut self, stream: &mut Stream) {
        let is =
            |key: &[u8], name| stream.dict.get(key).and_then(Object::as_name).ok() == Some(name);
        if stream.content.len() < LEAST
            || stream.dict.has(b"Filter")
            || is(b"Type", b"Metadata".as_slice())
        {
            return;
        }
        let repeating = is(b"Subtype", b"Image".as_slice())
            || is(b"Type", b"ObjStm".as_slice())
            || is(b"Type", b"XRef".as_slice());
        let compress = if repeating {
            &mut self.repeating
        } else {
            &mut self.other
        };
        compress.reset();
        // Room for all of it, or it is not worth it.
        let mut smaller = Vec::with_capacity(stream.content.len());
        let outcome = compress.compress_vec(&stream.content, &mut smaller, FlushCompress::Finish);
        if matches!(outcome, Ok(Status::StreamEnd)) {
            smaller.shrink_to_fit();
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(smaller);
        }
    }
}
