//! Jobs, their schedule and their agreement.

use domain::agreement::AgreementFacts;
use domain::job::{JobFacts, JobKind, StageKind};
use domain::{CivilDate, Money};

use super::InvoiceRow;

wire! {
    pub struct JobsListRequest {
        pub search: String,
        pub client: Option<String>,
        pub offset: u32,
        pub limit: u32,
    }

    pub struct JobsPage {
        pub rows: Vec<JobRow>,
        pub total: u32,
    }

    pub struct JobRow {
        pub id: String,
        pub title: String,
        pub kind: JobKind,
        pub client_id: String,
        pub client_name: String,
        pub event_on: Option<CivilDate>,
        pub delivered_on: Option<CivilDate>,
        pub price: Option<Money>,
        pub flags: Vec<JobFlag>,
    }

    pub struct JobView {
        pub id: String,
        pub version: i64,
        pub job: JobFacts,
        pub client_name: String,
        pub flags: Vec<JobFlag>,
        pub stages: Vec<StageView>,
        pub agreement: Option<AgreementView>,
        pub invoices: Vec<InvoiceRow>,
    }

    pub struct StageView {
        pub kind: StageKind,
        pub amount: Money,
        pub due_on: Option<CivilDate>,
        pub invoice: Option<StageInvoice>,
    }

    /// The invoice or draft that a stage became.
    pub struct StageInvoice {
        pub id: String,
        pub number: String,
        pub is_draft: bool,
        pub open: Money,
    }

    pub struct JobSave {
        pub id: Option<String>,
        pub expected_version: i64,
        pub job: JobFacts,
    }

    /// Makes a draft for a stage of the job.
    pub struct StageInvoiceRequest {
        pub job: String,
        pub stage: StageKind,
    }

    pub struct AgreementView {
        pub id: String,
        pub version: i64,
        pub agreement: AgreementFacts,
        pub file: Option<FileView>,
    }

    pub struct FileView {
        pub id: String,
        pub name: String,
        pub media_type: String,
        pub size: u64,
        pub sha256: String,
    }

    pub struct AgreementSave {
        pub job: String,
        pub expected_version: i64,
        pub agreement: AgreementFacts,
        /// Token of a picked file; `None` keeps the file there is.
        pub file_token: Option<String>,
    }
}

words! {
    pub enum JobFlag {
        /// Delivered and no invoice made yet.
        NotInvoiced,
        /// The balance is open and the event is near.
        AtRisk,
        Overdue,
    }
}
