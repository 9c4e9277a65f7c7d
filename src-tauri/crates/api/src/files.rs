//! Files that the owner picked: read once, within limits, told by their first bytes and not by their name.

use std::io::Read;
use std::path::Path;

use domain::Problem;
use domain::id::FileId;
use store::Conn;

use crate::act::Act;
use crate::error::{ApiError, ErrorCode};
use crate::ids;
use crate::studio::Api;
use crate::wire::FileView;

/// The largest paper or scan kept.
const LARGEST_SCAN: u64 = 50 * 1024 * 1024;
/// The largest picture for papers; its pixels are limited by them.
const LARGEST_PICTURE: u64 = 8 * 1024 * 1024;

const SVG: &str = "image/svg+xml";

/// A picked file, read and recognised.
pub(crate) struct Picked {
    pub(crate) name: String,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// A logo or a signature: a picture that papers can draw.
pub(crate) fn picked_picture(api: &Api, field: &str, token: &str) -> Result<Picked, ApiError> {
    let picked = read(&api.offered_path(field, token)?, field, LARGEST_PICTURE)?;
    if picked.media_type == "application/pdf" {
        return Err(ApiError::bad_file(
            field,
            "it has to be a PNG, JPEG or SVG picture; nothing was changed",
        ));
    }
    documents::check_picture(&picked.bytes)
        .map_err(|error| ApiError::bad_file(field, &error.to_string()))?;
    Ok(picked)
}

/// A signed agreement or the scan of an invoice: PDF, PNG or JPEG.
pub(crate) fn picked_paper(api: &Api, field: &str, token: &str) -> Result<Picked, ApiError> {
    let picked = read(&api.offered_path(field, token)?, field, LARGEST_SCAN)?;
    if picked.media_type == SVG {
        return Err(ApiError::bad_file(
            field,
            "only PDF, PNG and JPEG files are kept; nothing was changed",
        ));
    }
    Ok(picked)
}

fn read(path: &Path, field: &str, limit: u64) -> Result<Picked, ApiError> {
    let unreadable = |error: std::io::Error| {
        ApiError::bad_file(field, &format!("the file cannot be read: {error}"))
    };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        let megabytes = limit / (1024 * 1024);
        return Err(ApiError::bad_file(
            field,
            &format!("the file is larger than {megabytes} MB; nothing was kept"),
        ));
    }
    let Some(media_type) = media_type(&bytes) else {
        return Err(ApiError::bad_file(
            field,
            "only PDF, PNG and JPEG files are kept; nothing was changed",
        ));
    };
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok(Picked {
        name: name
            .chars()
            .filter(|character| !character.is_control())
            .take(200)
            .collect(),
        media_type,
        bytes,
    })
}

/// Whether the papers' own reader is asked: it says what is wrong with a drawing that is none.
fn is_svg(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    head.windows(4).any(|four| four == b"<svg")
}

/// Told by the first bytes.
fn media_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Some("image/png"),
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        _ if is_svg(bytes) => Some(SVG),
        _ => None,
    }
}

/// Keeps a picked file with the studio.
pub(crate) async fn keep(act: &mut Act<'_>, picked: Picked) -> Result<FileId, ApiError> {
    let id = FileId(act.new_id()?);
    let staged = store::file::stage(&act.api.store, &id, picked.bytes).await?;
    store::file::insert(
        &mut act.tx,
        &staged,
        &picked.name,
        picked.media_type,
        act.now,
    )
    .await?;
    Ok(id)
}

/// A kept file as the window shows it.
pub(crate) async fn view(conn: &mut Conn, id: &FileId) -> Result<FileView, ApiError> {
    let file = store::file::get(conn, id).await?;
    Ok(FileView {
        id: file.id.0,
        name: file.name,
        media_type: file.media_type,
        size: u64::try_from(file.size).unwrap_or(0),
        sha256: ids::hex(&file.sha256.0),
    })
}

impl ApiError {
    pub(crate) fn bad_file(field: &str, message: &str) -> Self {
        let mut error = Self::field(field, Problem::WrongFormat);
        error.code = ErrorCode::BadFile;
        message.clone_into(&mut error.message);
        error
    }
}
