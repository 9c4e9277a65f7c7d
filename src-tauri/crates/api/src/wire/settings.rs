//! The business, how the window looks, copies, export and support.

use domain::business::Business;

wire! {
    pub struct BusinessView {
        pub version: i64,
        /// `None` before the first run is finished.
        pub business: Option<Business>,
        pub has_logo: bool,
        pub has_signature: bool,
        /// What the machine suggests for a first run.
        pub suggested_time_zone: String,
    }

    pub struct BusinessSave {
        pub expected_version: i64,
        pub business: Business,
        /// Token of a picked PNG, JPEG or SVG; `None` keeps the logo there is.
        pub logo_token: Option<String>,
        pub remove_logo: bool,
        /// The same for the picture of the owner's signature.
        #[serde(default)]
        pub signature_token: Option<String>,
        #[serde(default)]
        pub remove_signature: bool,
    }

    pub struct Preferences {
        pub theme: Theme,
        pub contrast: Contrast,
        pub motion: Motion,
        pub text_size: TextSize,
        pub notifications: bool,
        /// Show names and amounts in notifications.
        pub notification_details: bool,
        /// Hours of the day (0-23) in which nothing pops up.
        pub quiet_from: u8,
        pub quiet_until: u8,
        /// Whether the owner answered the question about starting at login.
        pub asked_about_login: bool,
    }

    pub struct BackupFolder {
        /// Token of a picked folder.
        pub folder_token: String,
    }

    pub struct BackupReport {
        pub path: String,
        pub at: String,
        pub size: u64,
        pub documents: u32,
        pub entries: u32,
    }

    pub struct RestoreRequest {
        /// Token of the folder that holds a copy.
        pub copy_token: String,
        /// Token of an empty or new folder.
        pub into_token: String,
    }

    pub struct RestoreReport {
        pub path: String,
        pub invoices: u32,
        pub entries: u32,
    }

    pub struct ExportRequest {
        pub folder_token: String,
    }

    pub struct ExportReport {
        pub folder: String,
        pub files: Vec<ExportedFile>,
    }

    pub struct ExportedFile {
        pub name: String,
        pub rows: u32,
    }

    pub struct SavedFile {
        pub path: String,
    }
}

words! {
    pub enum Theme {
        System,
        Paper,
        Darkroom,
    }

    pub enum Contrast {
        System,
        More,
    }

    pub enum Motion {
        System,
        Reduced,
    }

    pub enum TextSize {
        Normal,
        Large,
        Largest,
    }
}
