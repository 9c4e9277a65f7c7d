//! Tables for the accountant: clients, invoices and payments as CSV.
//!
//! Amounts are written with a point and the currency's digits, dates as `YYYY-MM-DD`. A cell that a spreadsheet
//! would take for a formula is written so that it stays text.

use domain::Money;

use crate::error::{ApiError, ErrorCode};
use crate::studio::Api;
use crate::wire::*;

pub(crate) async fn csv(api: &Api, request: ExportRequest) -> Result<ExportReport, ApiError> {
    let folder = api.offered_path("folderToken", &request.folder_token)?;
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let clients = clients_table(&store::export::clients(&mut reader).await?)?;
    let invoices = invoices_table(&store::export::invoices(&mut reader).await?)?;
    let payments = payments_table(&store::export::payments(&mut reader).await?)?;
    drop(reader);
    let mut files = Vec::new();
    for (name, (bytes, rows)) in [
        ("clients", clients),
        ("invoices", invoices),
        ("payments", payments),
    ] {
        let path =
            delivery::files::write_new(&folder, &format!("safelight-{name}-{today}.csv"), &bytes)?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        files.push(ExportedFile { name, rows });
    }
    Ok(ExportReport {
        folder: folder.display().to_string(),
        files,
    })
}

type Table = (Vec<u8>, u32);

fn table(head: &[&str], rows: Vec<Vec<String>>) -> Result<Table, ApiError> {
    let broken = |error: csv::Error| ApiError::internal(error.to_string());
    // The mark at the start tells spreadsheets that the text is UTF-8.
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![0xEF, 0xBB, 0xBF]);
    writer.write_record(head).map_err(broken)?;
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| inert(cell)))
            .map_err(broken)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| ApiError::internal(error.to_string()))?;
    Ok((bytes, count))
}

/// Text that starts like a formula gets an apostrophe; a plain number stays a number.
fn inert(cell: &str) -> String {
    let looks_like_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number = cell
        .chars()
        .skip(1)
        .all(|character| character.is_ascii_digit() || character == '.')
        && cell.len() > 1;
    if looks_like_formula && !(cell.starts_with('-') && is_number) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// `1250.00`, without the currency, which has a column of its own.
fn amount(money: Money) -> String {
    let text = money.to_string();
    text.split_once(' ')
        .map_or(text.clone(), |(_, digits)| digits.to_owned())
}

fn clients_table(clients: &[store::client::StoredClient]) -> Result<Table, ApiError> {
    let row = |stored: &store::client::StoredClient| {
        let facts = &stored.facts;
        vec![
            stored.id.0.clone(),
            facts.name.clone(),
            crate::cases::word(&facts.kind),
            facts.address.lines.join(", "),
            facts.address.postcode.clone(),
            facts.address.city.clone(),
            facts.address.region.clone(),
            facts.address.country.clone(),
            facts.email.clone(),
            facts.phone.clone(),
            facts.vat_id.clone(),
        ]
    };
    let head = [
        "id", "name", "kind", "address", "postcode", "city", "region", "country", "email", "phone",
        "vat_id",
    ];
    table(&head, clients.iter().map(row).collect())
}

fn invoices_table(invoices: &[store::export::InvoiceLine]) -> Result<Table, ApiError> {
    let mut rows = Vec::with_capacity(invoices.len());
    for line in invoices {
        let issued = if line.is_recorded {
            None
        } else {
            Some(line.facts.read::<domain::invoice::Issued>()?)
        };
        let totals = issued.map(|issued| issued.totals);
        rows.push(vec![
            line.number.clone(),
            if line.is_recorded {
                "recorded"
            } else {
                "issued"
            }
            .to_owned(),
            line.client_name.clone(),
            line.title.clone(),
            line.issued_on.to_string(),
            line.due_on.to_string(),
            line.total.currency().to_string(),
            totals
                .as_ref()
                .map(|totals| amount(totals.net))
                .unwrap_or_default(),
            totals
                .as_ref()
                .map(|totals| amount(totals.tax))
                .unwrap_or_default(),
            totals
                .as_ref()
                .map_or_else(|| amount(line.total), |totals| amount(totals.gross)),
            amount(line.total),
            amount(line.paid),
            amount(line.open),
        ]);
    }
    let head = [
        "number",
        "kind",
        "client",
        "title",
        "issued_on",
        "due_on",
        "currency",
        "net",
        "tax",
        "gross",
        "payable",
        "paid",
        "open",
    ];
    table(&head, rows)
}

fn payments_table(payments: &[store::export::PaymentLine]) -> Result<Table, ApiError> {
    let mut rows = Vec::with_capacity(payments.len());
    for line in payments {
        let set_against = match &line.set_against {
            Some((number, minor)) => (
                number.clone(),
                amount(Money::new(*minor, line.facts.amount.currency())?),
            ),
            None => Default::default(),
        };
        let (reversed_on, reason) = line
            .reversed
            .as_ref()
            .map(|(on, reason)| (on.to_string(), reason.clone()))
            .unwrap_or_default();
        rows.push(vec![
            line.id.0.clone(),
            line.client_name.clone(),
            line.facts.received_on.to_string(),
            line.facts.amount.currency().to_string(),
            amount(line.facts.amount),
            crate::cases::word(&line.facts.method),
            line.facts.reference.clone(),
            set_against.0,
            set_against.1,
            reversed_on,
            reason,
        ]);
    }
    let head = [
        "id",
        "client",
        "received_on",
        "currency",
        "amount",
        "method",
        "reference",
        "invoice",
        "set_against",
        "reversed_on",
        "reversal_reason",
    ];
    table(&head, rows)
}

impl From<delivery::files::FileError> for ApiError {
    fn from(error: delivery::files::FileError) -> Self {
        use delivery::files::FileError;
        let code = match &error {
            FileError::ReadOnly(_) => ErrorCode::ReadOnly,
            FileError::DiskFull => ErrorCode::DiskFull,
            FileError::Missing(_) | FileError::Io { .. } => ErrorCode::Io,
        };
        Self::new(code, error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn a_cell_never_becomes_a_formula() {
        assert_eq!(inert("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(
            inert("-12.50"),
            "-12.50",
            "a negative amount stays a number"
        );
        assert_eq!(inert("-2+3"), "'-2+3");
        assert_eq!(inert("Ørsted"), "Ørsted");
    }
}
