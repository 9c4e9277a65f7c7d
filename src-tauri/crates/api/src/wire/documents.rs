//! Every paper ever made.

use domain::CivilDate;

use super::cases::LogEntry;

wire! {
    pub struct DocumentsListRequest {
        /// Words that stand on the paper, in its title or in its client's name.
        pub search: String,
        pub client: Option<String>,
        pub kind: Option<DocumentKind>,
        /// Made on this day or later.
        pub made_from: Option<CivilDate>,
        /// Made on this day or before.
        pub made_until: Option<CivilDate>,
        pub sort: DocumentSort,
        pub descending: bool,
        pub offset: u32,
        pub limit: u32,
    }

    pub struct DocumentsPage {
        pub rows: Vec<DocumentRow>,
        pub total: u32,
        /// Papers from before whose words were not read yet: these are found by title and client only.
        pub unread: u32,
    }

    /// A part of the words around what was looked for.
    pub struct ExcerptPart {
        pub text: String,
        /// This is what was looked for.
        pub is_hit: bool,
    }

    pub struct DocumentView {
        pub document: DocumentRow,
        /// The words that go with it by e-mail; `None` for a paper that goes without.
        pub text: Option<DocumentText>,
        /// What happened to it, newest first: made, taken out, printed, handed over.
        pub log: Vec<LogEntry>,
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
        /// The words around what was looked for; empty when it was found by title or client.
        pub excerpt: Vec<ExcerptPart>,
    }

    pub struct DocumentTaken {
        pub id: String,
        pub how: TakenHow,
    }

    pub struct DocumentSaveTo {
        pub id: String,
        /// A folder that the owner chose.
        pub folder_token: String,
    }

    /// A copy of a paper in a folder.
    pub struct SavedCopy {
        /// Its name there: none that was taken before.
        pub name: String,
    }

    pub struct PrintersView {
        /// Whether this system takes papers from programs; if not, they are printed from its viewer.
        pub can_print: bool,
        pub printers: Vec<PrinterView>,
    }

    pub struct PrinterView {
        pub name: String,
        pub is_default: bool,
    }

    pub struct DocumentPrint {
        pub id: String,
        pub printer: String,
        pub copies: u32,
    }

    /// Handed to a printer; whether it came out is the owner's to say.
    pub struct DocumentPrinted {
        pub printer: String,
        /// The number that the printing system gave it.
        pub job: Option<String>,
        /// It was taken out before: what is printed is a copy.
        pub is_copy: bool,
    }

    pub struct PrintAnswer {
        pub id: String,
        pub printer: String,
        pub job: String,
        pub came_out: bool,
    }
}

words! {
    pub enum DocumentSort {
        /// The best match first; without words, the newest.
        Best,
        Made,
        Title,
        Kind,
        Client,
        Size,
    }

    /// How a paper was taken out of the window.
    pub enum TakenHow {
        /// In the system's viewer, from where it may be printed.
        Opened,
        Saved,
        /// As a message in the mail program, which sends it or does not.
        Mailed,
        /// As a file in the file manager.
        Shown,
    }

    pub enum DocumentKind {
        Invoice,
        FriendlyReminder,
        SecondNotice,
        LastReminder,
        FormalDemand,
        FinalNotice,
        Statement,
        Receipt,
        Envelope,
        Labels,
        PostingList,
        /// To hold against a window before the first letter goes out.
        Calibration,
        /// A paper made elsewhere: the scan of a recorded debt.
        Scan,
    }
}
