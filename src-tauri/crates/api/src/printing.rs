//! Papers that leave the window: handed to a printer and whether they came out, saved, opened.
//!
//! A printing system that took a paper has not printed it, and a printed paper was not posted: the log says that a
//! paper was handed to a printer, then what the owner answered. A step is done by neither.

use delivery::print::{Print, PrintError, Printing, Sheet};
use domain::evidence::{EventKind, Subjects};
use domain::field::one_line;
use domain::id::DocumentId;
use store::Conn;
use store::document::StoredDocument;
use store::evidence::About;

use crate::act::Act;
use crate::error::{ApiError, ErrorCode};
use crate::payments::borrowed;
use crate::studio::Api;
use crate::wire::*;

/// More of one paper are a mistake of the finger.
const MOST_COPIES: u32 = 20;

impl From<PrintError> for ApiError {
    fn from(error: PrintError) -> Self {
        Self::new(ErrorCode::NotPrinted, error.to_string())
    }
}

/// Asks the printing system away from where commands run: it may take seconds to answer.
async fn apart<T: Send + 'static>(
    ask: impl FnOnce(Printing) -> Result<T, PrintError> + Send + 'static,
) -> Result<T, ApiError> {
    let answer = tokio::task::spawn_blocking(move || ask(Printing::default())).await;
    let answer = answer.map_err(|error| ApiError::internal(error.to_string()))?;
    Ok(answer?)
}

pub(crate) async fn printers(_: &Api, _: Nothing) -> Result<PrintersView, ApiError> {
    let found = tokio::task::spawn_blocking(|| Printing::default().printers()).await;
    let found = match found.map_err(|error| ApiError::internal(error.to_string()))? {
        Err(PrintError::NoPrinting) => None,
        found => Some(found?),
    };
    let view = |printer: delivery::print::Printer| PrinterView {
        name: printer.name,
        is_default: printer.is_default,
    };
    Ok(PrintersView {
        can_print: found.is_some(),
        printers: found.into_iter().flatten().map(view).collect(),
    })
}

pub(crate) async fn print(api: &Api, request: DocumentPrint) -> Result<DocumentPrinted, ApiError> {
    if request.copies == 0 {
        return Err(ApiError::field("copies", domain::Problem::MustBePositive));
    }
    if request.copies > MOST_COPIES {
        return Err(ApiError::field("copies", domain::Problem::TooLarge));
    }
    let id = DocumentId(request.id);
    let mut reader = api.store.read().await?;
    let document = store::document::get(&mut reader, &id).await?;
    let bytes = store::document::bytes(&mut reader, &id).await?;
    drop(reader);
    let Some((width, height)) = documents::sheet(&bytes) else {
        return Err(ApiError::bad_file("id", "this paper has no pages to print"));
    };
    let (printer, copies) = (request.printer.clone(), request.copies);
    let title = document.title.clone();
    let job = apart(move |printing| {
        printing.hand_over(&Print {
            printer: &printer,
            title: &title,
            sheet: Sheet { width, height },
            copies,
            bytes: &bytes,
        })
    })
    .await?;
    let is_copy = logged(api, &document, &request.printer, copies, job.as_deref()).await?;
    Ok(DocumentPrinted {
        printer: request.printer,
        job,
        is_copy,
    })
}

/// The paper is at the printer by now: when this cannot be written, that has to be told, too.
async fn logged(
    api: &Api,
    document: &StoredDocument,
    printer: &str,
    copies: u32,
    job: Option<&str>,
) -> Result<bool, ApiError> {
    let write = async {
        let mut act = Act::begin(api).await?;
        let is_copy = was_taken(&mut act.tx, &document.id).await?;
        let words = [
            ("kind", document.kind.clone()),
            ("title", document.title.clone()),
            ("printer", printer.to_owned()),
            ("job", job.unwrap_or_default().to_owned()),
            ("copies", copies.to_string()),
            ("copy", copy_word(is_copy).to_owned()),
        ];
        act.log(
            EventKind::DocumentPrinted,
            about(document),
            &borrowed(&words),
        )
        .await?;
        act.tx.commit().await?;
        Ok::<bool, ApiError>(is_copy)
    };
    write.await.map_err(|error| {
        let told = format!("the printer has the paper, but the log could not be written: {error}");
        ApiError::new(error.code, told)
    })
}

/// The owner says whether what was handed to a printer came out.
pub(crate) async fn answered(act: &mut Act<'_>, request: PrintAnswer) -> Result<Nothing, ApiError> {
    let document = store::document::get(&mut act.tx, &DocumentId(request.id)).await?;
    let mut problems = Vec::new();
    let printer = one_line("printer", &request.printer, 200, &mut problems);
    let job = one_line("job", &request.job, 200, &mut problems);
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    let answer = if request.came_out { "yes" } else { "no" };
    let words = [
        ("kind", document.kind.clone()),
        ("title", document.title.clone()),
        ("printer", printer),
        ("job", job),
        ("answer", answer.to_owned()),
        ("by", "owner".to_owned()),
    ];
    act.log(
        EventKind::PrintAnswered,
        about(&document),
        &borrowed(&words),
    )
    .await?;
    Ok(Nothing {})
}

/// Notes that a paper was opened, saved or put into a mail. The bytes are always the same: what is taken again is a
/// copy, which the log says and the paper does not.
pub(crate) async fn taken(act: &mut Act<'_>, request: DocumentTaken) -> Result<Nothing, ApiError> {
    let document = store::document::get(&mut act.tx, &DocumentId(request.id)).await?;
    let is_copy = was_taken(&mut act.tx, &document.id).await?;
    let words = [
        ("kind", document.kind.clone()),
        ("title", document.title.clone()),
        ("how", crate::cases::word(&request.how)),
        ("copy", copy_word(is_copy).to_owned()),
    ];
    act.log(
        EventKind::DocumentOpened,
        about(&document),
        &borrowed(&words),
    )
    .await?;
    Ok(Nothing {})
}

/// Puts a copy of a paper into a folder that the owner chose, and notes it. Files that are there stay.
pub(crate) async fn save_to(api: &Api, request: DocumentSaveTo) -> Result<SavedCopy, ApiError> {
    let folder = api.offered_path("folderToken", &request.folder_token)?;
    let id = DocumentId(request.id.clone());
    let mut reader = api.store.read().await?;
    let document = store::document::get(&mut reader, &id).await?;
    let bytes = store::document::bytes(&mut reader, &id).await?;
    drop(reader);
    let ending = match document.media_type.as_str() {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        _ => "pdf",
    };
    let name = format!("{}.{ending}", document.title);
    let path = delivery::files::write_new(&folder, &name, &bytes)?;
    let mut act = Act::begin(api).await?;
    let how = TakenHow::Saved;
    taken(&mut act, DocumentTaken { id: id.0, how }).await?;
    act.tx.commit().await?;
    let name = path.file_name().map(|name| name.to_string_lossy());
    Ok(SavedCopy {
        name: name.unwrap_or_default().into_owned(),
    })
}

/// Whether a paper was opened, saved, mailed or printed before.
async fn was_taken(conn: &mut Conn, id: &DocumentId) -> Result<bool, ApiError> {
    let entries = store::evidence::list(conn, About::Document(id), None, u32::MAX).await?;
    Ok(entries
        .into_iter()
        .filter_map(|entry| entry.body)
        .any(|body| {
            matches!(
                body.kind,
                EventKind::DocumentOpened | EventKind::DocumentPrinted
            )
        }))
}

/// Empty words are left out of the log.
fn copy_word(is_copy: bool) -> &'static str {
    if is_copy { "yes" } else { "" }
}

fn about(document: &StoredDocument) -> Subjects {
    Subjects {
        client: document.client.clone().map(|client| client.0),
        invoice: document.invoice.clone().map(|invoice| invoice.0),
        case: document.case.clone().map(|case| case.0),
        document: Some(document.id.0.clone()),
        ..Subjects::default()
    }
}
