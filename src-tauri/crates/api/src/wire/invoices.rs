//! Drafts and invoices.

use domain::contents::MissingContent;
use domain::invoice::{DraftInvoice, PriceItem, Totals};
use domain::{CivilDate, Currency, FieldProblem, Money};

use super::{DocumentRow, LogEntry, PaymentRow};

wire! {
    pub struct InvoicesListRequest {
        pub view: InvoicesView,
        pub search: String,
        pub client: Option<String>,
        pub sort: InvoicesSort,
        pub descending: bool,
        pub offset: u32,
        pub limit: u32,
    }

    pub struct InvoicesPage {
        pub rows: Vec<InvoiceRow>,
        pub total: u32,
        pub counts: InvoicesCounts,
    }

    pub struct InvoicesCounts {
        pub drafts: u32,
        pub open: u32,
        pub due_this_week: u32,
        pub overdue: u32,
        pub paid: u32,
        pub all: u32,
    }

    pub struct InvoiceRow {
        pub id: String,
        pub kind: InvoiceKind,
        /// Empty for a draft.
        pub number: String,
        pub client_id: Option<String>,
        pub client_name: String,
        pub title: String,
        /// For a draft: the day it was last changed.
        pub issued_on: Option<CivilDate>,
        /// The next open due date, or the last one when all is paid.
        pub due_on: Option<CivilDate>,
        pub total: Option<Money>,
        pub open: Option<Money>,
        pub status: InvoiceStatus,
        pub days_late: u32,
    }

    pub struct InvoiceView {
        pub id: String,
        pub kind: InvoiceKind,
        pub number: String,
        pub client_id: String,
        pub client_name: String,
        pub job_id: Option<String>,
        pub job_title: String,
        pub issued_on: CivilDate,
        pub service_on: Option<CivilDate>,
        pub purchase_order: String,
        pub client_reference: String,
        /// What was invoiced; `None` for a recorded debt, whose paper was made elsewhere.
        pub lines: Vec<InvoiceLineView>,
        pub totals: Option<Totals>,
        pub total: Money,
        pub paid: Money,
        pub open: Money,
        pub status: InvoiceStatus,
        pub receivables: Vec<ReceivableView>,
        pub payments: Vec<PaymentRow>,
        pub documents: Vec<DocumentRow>,
        pub log: Vec<LogEntry>,
        pub document_id: Option<String>,
        pub case_id: Option<String>,
        pub note: String,
    }

    pub struct InvoiceLineView {
        pub description: String,
        pub quantity: i64,
        pub unit: String,
        pub unit_price: i64,
        pub tax_rate: i64,
        pub amount: Money,
    }

    pub struct ReceivableView {
        pub id: String,
        pub part: u32,
        pub of: u32,
        pub due_on: CivilDate,
        pub amount: Money,
        pub open: Money,
        pub status: InvoiceStatus,
        pub days_late: u32,
    }

    pub struct DraftNew {
        pub client: Option<String>,
        pub job: Option<String>,
    }

    pub struct DraftView {
        pub id: String,
        pub version: i64,
        pub draft: DraftInvoice,
        pub check: DraftCheck,
    }

    /// What a draft comes to, and what stands between it and being issued.
    pub struct DraftCheck {
        pub totals: Option<Totals>,
        pub due_on: Option<CivilDate>,
        pub problems: Vec<FieldProblem>,
        /// The number it would get if it were issued now.
        pub next_number: String,
        /// Words of the agreement that the invoice would quote about late payment.
        pub late_clause: Option<String>,
        /// What the law where the business is asks for and the invoice would not show; it may be issued without.
        pub missing: Vec<MissingContent>,
        /// Values that keep the bank's payment code from being printed.
        pub code_problems: Vec<FieldProblem>,
    }

    pub struct DraftBody {
        pub draft: DraftInvoice,
    }

    pub struct DraftSave {
        pub id: String,
        pub expected_version: i64,
        pub draft: DraftInvoice,
    }

    pub struct DraftDiscard {
        pub id: String,
        pub expected_version: i64,
    }

    pub struct InvoiceReviewRequest {
        pub draft: String,
        pub expected_version: i64,
    }

    /// Exactly what issuing would do.
    pub struct InvoiceReview {
        pub review_token: String,
        pub number: String,
        pub client_name: String,
        pub issue_on: CivilDate,
        pub due_on: CivilDate,
        pub totals: Totals,
        pub instalments: u32,
        /// As in [`DraftCheck`].
        pub missing: Vec<MissingContent>,
        pub code_problems: Vec<FieldProblem>,
    }

    pub struct InvoiceIssue {
        pub draft: String,
        pub review_token: String,
    }

    pub struct InvoiceIssued {
        pub invoice: String,
        pub number: String,
        pub document: String,
        /// The studio's first invoice.
        pub is_first: bool,
    }

    pub struct PriceList {
        pub items: Vec<PriceItemView>,
    }

    pub struct PriceItemView {
        pub id: String,
        pub version: i64,
        pub item: PriceItem,
    }

    pub struct PriceItemSave {
        pub id: Option<String>,
        pub expected_version: i64,
        pub item: PriceItem,
    }

    pub struct PriceItemDelete {
        pub id: String,
        pub expected_version: i64,
    }

    pub struct NumberingView {
        pub pattern: String,
        pub yearly_reset: bool,
        pub next: i64,
        /// What the next invoice would be called.
        pub example: String,
    }

    pub struct NumberingSave {
        pub pattern: String,
        pub yearly_reset: bool,
        pub next: i64,
    }

    /// Currencies that amounts can be entered in.
    pub struct Currencies {
        pub codes: Vec<CurrencyView>,
    }

    pub struct CurrencyView {
        pub code: Currency,
        pub exponent: u8,
    }
}

words! {
    pub enum InvoicesView {
        Drafts,
        Open,
        DueThisWeek,
        Overdue,
        Paid,
        All,
    }

    pub enum InvoicesSort {
        Number,
        Client,
        Issued,
        Due,
        Total,
        Open,
    }

    pub enum InvoiceKind {
        Draft,
        Issued,
        Recorded,
    }

    pub enum InvoiceStatus {
        Draft,
        Open,
        PartPaid,
        DueToday,
        Overdue,
        Paid,
        WrittenOff,
    }
}
