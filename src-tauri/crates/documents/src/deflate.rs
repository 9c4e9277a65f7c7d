//! Streams made smaller, quickly: the last percent of size would cost more time than setting the page.

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::{Object, Stream};

const LEVEL: u32 = 1;
/// Less than this is not worth the time.
const LEAST: usize = 600;

/// Its tables are made once for each paper.
pub(crate) struct Deflate(Compress);

impl Deflate {
    pub(crate) fn new() -> Self {
        Self(Compress::new(Compression::new(LEVEL), true))
    }

    /// Leaves a stream alone that is compressed already, or that would not become smaller.
    pub(crate) fn stream(&mut self, stream: &mut Stream) {
        let kind = stream.dict.get(b"Type").and_then(Object::as_name).ok();
        if stream.content.len() < LEAST || stream.dict.has(b"Filter") || kind == Some(b"Metadata") {
            return;
        }
        if let Some(smaller) = self.bytes(&stream.content) {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(smaller);
        }
    }

    /// None when they would not become smaller.
    pub(crate) fn bytes(&mut self, content: &[u8]) -> Option<Vec<u8>> {
        self.0.reset();
        // Room for all of it, or it is not worth it.
        let mut smaller = Vec::with_capacity(content.len());
        let outcome = self
            .0
            .compress_vec(content, &mut smaller, FlushCompress::Finish);
        if !matches!(outcome, Ok(Status::StreamEnd)) {
            return None;
        }
        smaller.shrink_to_fit();
        Some(smaller)
    }
}
