//! Papers that account for what happened: statements and receipts.

use domain::{CivilDate, Money};

wire! {
    pub struct StatementRequest {
        pub client: String,
        /// The first day that is listed; `None` takes the day of the oldest invoice that is still open.
        pub from: Option<CivilDate>,
    }

    pub struct StatementReview {
        pub client_name: String,
        pub from: CivilDate,
        /// Owed now, one sum per currency; negative is the client's credit.
        pub owed: Vec<Money>,
        pub subject: String,
        pub text: String,
        /// Addresses that a mail would go to.
        pub to: Vec<String>,
        /// Something in it is past its due date.
        pub is_overdue: bool,
        /// Account and mail were looked at today.
        pub is_checked: bool,
        /// Why it cannot be made, in plain words.
        pub problem: Option<String>,
    }

    pub struct StatementMake {
        pub client: String,
        pub from: Option<CivilDate>,
        /// The owner says that account and mail were looked at today and every payment is recorded.
        pub checked: bool,
    }

    pub struct PaperMade {
        pub document: String,
    }
}
