//! Every paper ever made.

use domain::CivilDate;

wire! {
    pub struct DocumentsListRequest {
        pub search: String,
        pub client: Option<String>,
        pub kind: Option<DocumentKind>,
        pub offset: u32,
        pub limit: u32,
    }

    pub struct DocumentsPage {
        pub rows: Vec<DocumentRow>,
        pub total: u32,
    }

    /// The words that go with a letter by e-mail, as they were when it was made.
    pub struct DocumentText {
        pub subject: String,
        pub text: String,
    }

    pub struct DocumentRow {
        pub id: String,
        pub kind: DocumentKind,
        pub title: String,
        pub client_id: String,
        pub client_name: String,
        pub made_at: String,
        pub made_on: CivilDate,
        pub size: u64,
        pub sha256: String,
        /// Day it was handed over, for letters.
        pub handed_over_on: Option<CivilDate>,
        pub case_id: Option<String>,
        pub invoice_id: Option<String>,
    }
}

words! {
    pub enum DocumentKind {
        Invoice,
        FriendlyReminder,
        FormalDemand,
        /// A paper made elsewhere: the scan of a recorded debt.
        Scan,
    }
}
