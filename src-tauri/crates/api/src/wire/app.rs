//! What the frame shows: studio, day, counts; and search.

use domain::{CivilDate, Currency};

wire! {
    /// No request fields.
    pub struct Nothing {}

    /// What was made or changed.
    pub struct Saved {
        pub id: String,
        pub version: i64,
    }

    /// One thing by its id.
    pub struct ById {
        pub id: String,
    }

    pub struct AppStatus {
        pub phase: Phase,
        /// Studio name; empty before the first run is finished.
        pub studio: String,
        pub today: CivilDate,
        /// BCP 47 tag of the business, for dates and amounts.
        pub language: String,
        pub currency: Option<Currency>,
        /// A sample studio, in a file of its own.
        pub sample: bool,
        pub version: String,
        pub counts: RailCounts,
        pub backup: BackupState,
        /// The owner has not yet been asked whether due dates should be watched at login.
        pub ask_about_login: bool,
    }

    pub struct RailCounts {
        pub today: u32,
        pub open_invoices: u32,
        pub overdue_invoices: u32,
        pub open_cases: u32,
    }

    pub struct BackupState {
        /// Folder the owner chose, as shown to them.
        pub folder: Option<String>,
        /// Instant of the newest checked copy.
        pub last_at: Option<String>,
        /// Why the last attempt failed, in plain words.
        pub problem: Option<String>,
    }

    pub struct SearchRequest {
        pub query: String,
    }

    pub struct SearchHits {
        pub hits: Vec<SearchHit>,
    }

    pub struct SearchHit {
        pub kind: SearchKind,
        pub id: String,
        pub title: String,
        pub detail: String,
    }
}

words! {
    pub enum Phase {
        FirstRun,
        Ready,
    }

    pub enum SearchKind {
        Client,
        Invoice,
        Draft,
        Job,
        Document,
    }
}
