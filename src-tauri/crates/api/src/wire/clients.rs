//! Clients: list, one client, saving.

use domain::client::{ClientFacts, ClientKind};
use domain::{CivilDate, Money};

use super::{InvoiceRow, JobRow, PaymentRow};

wire! {
    pub struct ClientsListRequest {
        /// Filters by name, person, e-mail; empty shows all.
        pub search: String,
        pub offset: u32,
        pub limit: u32,
    }

    pub struct ClientsPage {
        pub rows: Vec<ClientRow>,
        pub total: u32,
    }

    pub struct ClientRow {
        pub id: String,
        pub name: String,
        pub kind: ClientKind,
        pub city: String,
        pub email: String,
        /// Open per currency; never added up across currencies.
        pub open: Vec<Money>,
        pub overdue: Vec<Money>,
    }

    pub struct ClientView {
        pub id: String,
        pub version: i64,
        pub client: ClientFacts,
        pub open: Vec<Money>,
        pub overdue: Vec<Money>,
        /// Money received and not yet set against an invoice.
        pub credit: Vec<Money>,
        pub history: ClientHistory,
        pub invoices: Vec<InvoiceRow>,
        pub jobs: Vec<JobRow>,
        pub payments: Vec<PaymentRow>,
        pub open_case: Option<String>,
    }

    /// How this client has paid so far, from this studio's own invoices.
    pub struct ClientHistory {
        pub invoices: u32,
        pub paid_on_time: u32,
        pub paid_late: u32,
        /// Mean days from due date to full payment; negative is early.
        pub mean_days_late: Option<i64>,
        pub last_payment_on: Option<CivilDate>,
    }

    pub struct ClientSave {
        /// `None` makes a new client.
        pub id: Option<String>,
        pub expected_version: i64,
        pub client: ClientFacts,
    }
}
