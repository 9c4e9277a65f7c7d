//! A debt from before Safelight: an invoice made elsewhere.

use domain::dunning::StepKind;
use domain::{CivilDate, Money};

wire! {
    pub struct DebtRecord {
        pub client: String,
        /// The number on the paper the client has.
        pub number: String,
        pub title: String,
        pub issued_on: CivilDate,
        pub due_on: CivilDate,
        /// The invoice's whole amount.
        pub total: Money,
        /// What is still open of it.
        pub open: Money,
        /// Token of the picked PDF or scan.
        pub file_token: Option<String>,
        pub tried: Vec<TriedBefore>,
        /// The step the owner wants to start with; the ones before it count as passed over.
        pub start_at: StepKind,
    }

    /// What the owner did before Safelight.
    pub struct TriedBefore {
        pub what: TriedKind,
        pub on: Option<CivilDate>,
        pub note: String,
    }

    pub struct DebtRecorded {
        pub invoice: String,
        /// The case, when the due date has passed.
        pub case: Option<String>,
    }
}

words! {
    pub enum TriedKind {
        Reminder,
        Call,
        Message,
        Letter,
        Visit,
        Other,
    }
}
