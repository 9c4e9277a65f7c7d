//! Payments: record, spread, reverse.

use domain::payment::{Allocation, PaymentFacts, PaymentMethod};
use domain::{CivilDate, Money};

wire! {
    pub struct PaymentsListRequest {
        pub client: Option<String>,
        pub offset: u32,
        pub limit: u32,
    }

    pub struct PaymentsPage {
        pub rows: Vec<PaymentRow>,
        pub total: u32,
    }

    pub struct PaymentRow {
        pub id: String,
        pub client_id: String,
        pub client_name: String,
        pub amount: Money,
        pub received_on: CivilDate,
        pub method: PaymentMethod,
        pub reference: String,
        pub allocations: Vec<AllocationView>,
        pub unallocated: Money,
        /// Set when it was taken back.
        pub reversed_on: Option<CivilDate>,
        pub reversal_reason: String,
    }

    pub struct AllocationView {
        pub receivable: String,
        pub invoice: String,
        pub number: String,
        pub amount: Money,
    }

    /// What a client owes, to set a payment against.
    pub struct PaymentProposalRequest {
        pub client: String,
        pub amount: Money,
        /// Set against this invoice first.
        pub invoice: Option<String>,
    }

    pub struct PaymentProposal {
        pub open: Vec<OpenDebt>,
        pub allocations: Vec<Allocation>,
        pub unallocated: Money,
    }

    pub struct OpenDebt {
        pub receivable: String,
        pub invoice: String,
        pub number: String,
        pub part: u32,
        pub of: u32,
        pub due_on: CivilDate,
        pub open: Money,
        pub days_late: u32,
    }

    pub struct PaymentRecord {
        pub payment: PaymentFacts,
        pub allocations: Vec<Allocation>,
    }

    pub struct PaymentRecorded {
        pub id: String,
        /// Cases that have nothing open any more.
        pub cases_at_zero: Vec<String>,
    }

    pub struct PaymentReverse {
        pub id: String,
        pub reason: String,
    }
}
