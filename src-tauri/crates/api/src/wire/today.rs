//! Today: money at a glance and what to do now; and the question after a due date.

use domain::dunning::{HoldKind, StepChannel, StepKind};
use domain::receivable::AgingBand;
use domain::{CivilDate, Currency, Money};

wire! {
    pub struct TodayView {
        pub today: CivilDate,
        /// One per currency, the business's own first.
        pub money: Vec<MoneyToday>,
        pub cards: Vec<TodayCard>,
        pub coming_up: Vec<ComingUp>,
        pub happened: Vec<Happened>,
    }

    pub struct MoneyToday {
        pub currency: Currency,
        pub owed: Money,
        pub owed_invoices: u32,
        pub overdue: Money,
        pub overdue_clients: u32,
        pub expected: Money,
        pub expected_by: CivilDate,
        pub aging: Vec<AgingSum>,
    }

    pub struct AgingSum {
        pub band: AgingBand,
        pub amount: Money,
    }

    /// What is open by how late it is, one table for each currency.
    pub struct AgingView {
        pub today: CivilDate,
        pub currencies: Vec<AgingTable>,
    }

    pub struct AgingTable {
        pub currency: Currency,
        pub open: Money,
        pub overdue: Money,
        pub overdue_count: u32,
        pub bands: Vec<AgingSum>,
    }

    /// Something to do now. Which fields are set depends on `kind`.
    pub struct TodayCard {
        pub kind: CardKind,
        /// Stable while the card stands, for lists and undo.
        pub key: String,
        pub client_id: Option<String>,
        pub client_name: String,
        pub case_id: Option<String>,
        pub invoice_id: Option<String>,
        pub draft_id: Option<String>,
        pub job_id: Option<String>,
        /// The letter that waits to be handed over.
        pub document_id: Option<String>,
        pub step: Option<StepKind>,
        /// How the step can really reach the client.
        pub channel: Option<StepChannel>,
        /// What the ladder rests for, on a card to look at it again.
        pub hold: Option<HoldKind>,
        pub receivables: Vec<String>,
        pub title: String,
        pub numbers: Vec<String>,
        pub amount: Option<Money>,
        pub days_late: u32,
        pub on: Option<CivilDate>,
        /// First lines of the text that would go out.
        pub excerpt: String,
    }

    pub struct ComingUp {
        pub kind: ComingKind,
        pub id: String,
        pub title: String,
        pub detail: String,
        pub on: CivilDate,
        pub amount: Option<Money>,
    }

    /// What the program did by itself.
    pub struct Happened {
        pub at: String,
        pub kind: String,
        pub words: std::collections::BTreeMap<String, String>,
    }

    /// Answer to "Has it been paid?".
    pub struct DueAnswer {
        pub receivables: Vec<String>,
        pub answer: DueReply,
    }

    /// What a notification would say now; asked by the program itself.
    pub struct DueNotice {
        /// Receivables that passed their due date and were not yet asked about.
        pub receivables: Vec<String>,
        pub invoices: u32,
        pub clients: u32,
        /// The one case, when there is only one.
        pub case_id: Option<String>,
        pub client_id: Option<String>,
        /// Counts for the tray.
        pub overdue_invoices: u32,
        pub attention: u32,
        pub overdue: Vec<Money>,
    }
}

words! {
    pub enum CardKind {
        /// A due date passed: has it been paid?
        DueQuestion,
        /// The ladder's next step is due.
        Step,
        /// A letter was made and not yet handed over.
        HandOver,
        /// The client wrote or called, and the ladder waits for an answer.
        Reply,
        /// What the ladder rests for should be looked at again.
        HoldCheck,
        /// Nothing is open any more: close the case.
        CloseCase,
        /// Delivered and not invoiced.
        InvoiceJob,
        /// A draft waits.
        Draft,
        /// No folder for copies was chosen yet.
        ChooseBackup,
    }

    pub enum ComingKind {
        Due,
        Event,
        Deadline,
    }

    pub enum DueReply {
        Yes,
        No,
        Later,
    }
}
