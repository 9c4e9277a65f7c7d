//! Streams made smaller, quickly: the last percent of size would cost more time than setting the page.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Object, Stream};

const LEVEL: u32 = 1;
/// Less than this is not worth the time.
const LEAST: usize = 600;

/// Its tables are made once for each paper.
pub(super) struct Deflate(Compress);

impl Deflate {
    pub(super) fn new() -> Self {
        Self(Compress::new(Compression::new(LEVEL), true))
    }

    /// Leaves a stream alone that is compressed already, or that would not become smaller.
    pub(super) fn stream(&mut self, stream: &mut Stream) {
        let kind = stream.dict.get(b"Type").and_then(Object::as_name).ok();
        if stream.content.len() < LEAST || stream.dict.has(b"Filter") || kind == Some(b"Metadata") {
            return;
        }
        self.0.reset();
        // Room for all of it, or it is not worth it.
        let mut smaller = Vec::with_capacity(stream.content.len());
        let outcome = self
            .0
            .compress_vec(&stream.content, &mut smaller, FlushCompress::Finish);
        if matches!(outcome, Ok(Status::StreamEnd)) {
            smaller.shrink_to_fit();
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(smaller);
        }
    }
}
