//! Cases: the ladder, the log, the money, and the letters made from them.

use std::collections::BTreeMap;

use domain::case::{Channel, ContactOutcome, Direction, Outcome};
use domain::client::ClientKind;
use domain::dunning::{HoldKind, StepChannel, StepKind};
use domain::{CivilDate, Currency, Money};

use super::{CasePolicy, DocumentRow, HoldView, PaymentRow};

wire! {
    pub struct CasesListRequest {
        pub closed: bool,
    }

    pub struct CasesPage {
        pub rows: Vec<CaseRow>,
        pub open: u32,
        pub closed: u32,
    }

    pub struct CaseRow {
        pub id: String,
        pub client_id: String,
        pub client_name: String,
        pub open: Money,
        pub days_late: u32,
        pub opened_on: CivilDate,
        pub closed_on: Option<CivilDate>,
        pub outcome: Option<Outcome>,
        pub next: Option<RungView>,
        pub last_contact_on: Option<CivilDate>,
    }

    pub struct CaseView {
        pub id: String,
        pub version: i64,
        pub client_id: String,
        pub client_name: String,
        pub client_kind: ClientKind,
        pub do_not_contact: bool,
        pub currency: Currency,
        pub opened_on: CivilDate,
        pub closed_on: Option<CivilDate>,
        pub outcome: Option<Outcome>,
        pub close_reason: String,
        pub policy: CasePolicy,
        pub days_late: u32,
        /// Everything is paid: the owner may close it.
        pub proposes_paid: bool,
        /// The owner put the case aside until this day.
        pub snoozed_until: Option<CivilDate>,
        /// The last day for which the owner said that payments and replies were checked.
        pub checked_on: Option<CivilDate>,
        /// Why the ladder rests or rested, the newest first.
        pub holds: Vec<HoldView>,
        /// Since when words of the client wait for an answer; until then nothing is proposed.
        pub unanswered_since: Option<CivilDate>,
        pub ladder: Vec<RungView>,
        pub next: Option<RungView>,
        pub log: Vec<LogEntry>,
        /// The case's own entries, verified just now.
        pub chain: ChainState,
        pub debts: Vec<DebtLine>,
        pub invoiced: Money,
        pub paid: Money,
        pub open: Money,
        pub payments: Vec<PaymentRow>,
        pub documents: Vec<DocumentRow>,
        pub people: Vec<CasePerson>,
    }

    pub struct ChainState {
        pub entries: u32,
        /// Number of the first entry that does not verify.
        pub broken_at: Option<i64>,
    }

    pub struct CasePerson {
        pub name: String,
        pub email: String,
        pub phone: String,
        pub may_know_of_debt: bool,
    }

    pub struct DebtLine {
        pub receivable: String,
        pub invoice: String,
        pub number: String,
        pub recorded: bool,
        pub part: u32,
        pub of: u32,
        pub issued_on: CivilDate,
        pub due_on: CivilDate,
        pub amount: Money,
        pub paid: Money,
        pub open: Money,
        pub days_late: u32,
    }

    pub struct RungView {
        pub kind: StepKind,
        /// Which time of a repeated step it is, from 1, and how often it is done at most.
        pub turn: u32,
        pub times: u32,
        /// How it can really reach the client.
        pub channel: StepChannel,
        pub state: RungState,
        /// Day it was done or passed over, or the day it is due.
        pub on: Option<CivilDate>,
        /// Why it is closed, waits, or comes now.
        pub why: Option<RungWhy>,
        /// The day that `why` ends, when it has one.
        pub until: Option<CivilDate>,
        /// What the ladder rests for, when it does.
        pub hold: Option<HoldKind>,
        /// Whether the owner may do it today, ahead of its turn or in it.
        pub allowed: bool,
    }

    /// One fact of the log, with the words needed to tell it.
    pub struct LogEntry {
        pub seq: i64,
        /// When it was logged.
        pub at: String,
        /// When it happened, if another day.
        pub happened_on: Option<CivilDate>,
        /// Wire name of the event, such as `invoice_issued`.
        pub kind: String,
        pub words: BTreeMap<String, String>,
        pub document_id: Option<String>,
        pub invoice_id: Option<String>,
        pub payment_id: Option<String>,
        pub erased: bool,
    }

    /// The owner looked at the account and the mail today: not paid, no reply.
    pub struct CheckedConfirm {
        pub case: String,
    }

    pub struct LetterRequest {
        pub case: String,
        pub kind: LetterKind,
        /// Day by which to pay; `None` takes the plan's. Ignored where the letter sets none.
        pub deadline_on: Option<CivilDate>,
        /// For a final notice: the court, as the language has it after "with".
        #[serde(default)]
        pub court: Option<String>,
    }

    /// Everything that would leave, to be read before it does.
    pub struct LetterReview {
        /// Names exactly what was shown; `None` while something is missing.
        pub review_token: Option<String>,
        pub subject: String,
        /// The text for an e-mail or a message.
        pub text: String,
        pub to: Vec<String>,
        pub deadline_on: Option<CivilDate>,
        pub earliest_deadline_on: Option<CivilDate>,
        pub debts: Vec<DebtLine>,
        pub open: Money,
        pub enclosures: Vec<String>,
        pub checks: Vec<LetterCheck>,
    }

    pub struct LetterCheck {
        pub what: LetterCheckKind,
        pub ok: bool,
        /// The name of what is missing or found: a field, a clause, an address line.
        pub detail: String,
    }

    pub struct LetterMake {
        pub case: String,
        pub kind: LetterKind,
        pub deadline_on: Option<CivilDate>,
        #[serde(default)]
        pub court: Option<String>,
        pub review_token: String,
    }

    pub struct LetterMade {
        pub document: String,
    }

    /// The owner handed a letter over: posted it, sent it from their own mail, gave it in person.
    pub struct LetterHandedOver {
        pub document: String,
        pub channel: Channel,
        pub on: CivilDate,
        /// Whom it was given to or sent to.
        pub to: String,
        /// Article number of the post, or other proof in words.
        pub proof: String,
    }

    pub struct StepSkip {
        pub case: String,
        pub kind: StepKind,
        pub reason: String,
    }

    pub struct StepSnooze {
        pub case: String,
        /// The first day on which the case speaks up again; today ends a pause.
        pub until: CivilDate,
    }

    pub struct ContactLog {
        pub case: String,
        pub direction: Direction,
        pub channel: Channel,
        pub on: CivilDate,
        pub person: String,
        pub outcome: ContactOutcome,
        /// What was said.
        pub words: String,
        /// Whether it was the call the ladder asked for.
        pub counts_as_step: bool,
    }

    pub struct CaseClose {
        pub id: String,
        pub expected_version: i64,
        pub outcome: Outcome,
        pub reason: String,
    }

    pub struct CaseReopen {
        pub id: String,
        pub expected_version: i64,
        pub reason: String,
    }
}

words! {
    pub enum RungState {
        Done,
        Skipped,
        Now,
        Next,
        Closed,
    }

    pub enum RungWhy {
        Paid,
        Snoozed,
        DoNotContact,
        MinimumWait,
        OneStepADay,
        NotLateYet,
        EarlierStepFirst,
        /// Its day has not come.
        TooEarly,
        DeadlineRunning,
        /// Another debt of the same client goes first.
        AnotherDebtFirst,
        /// A later step was taken; this one would be a step back.
        Passed,
        AlreadyDone,
        CaseClosed,
        /// It falls due soon: a note goes before.
        DueSoon,
        /// Two promises were not kept.
        PromisesBroken,
        /// The client says that the invoice never came.
        NotReceived,
        NoWayToReach,
        /// The ladder rests; `hold` says what for.
        Held,
        ReplyWaiting,
        NotAWorkingDay,
        ContactCap,
    }

    pub enum LetterKind {
        FriendlyReminder,
        /// The statement of account; the invoices go along again.
        StatementResend,
        SecondNotice,
        LastReminder,
        FormalDemand,
        FinalNotice,
    }

    pub enum LetterCheckKind {
        /// Payments and replies were checked today.
        PaymentsChecked,
        Address,
        Deadline,
        /// The agreement's words that the letter quotes.
        Clause,
        Enclosures,
        BankDetails,
        StepAllowed,
        SomethingOpen,
        MissingValue,
        /// A part is disputed, and no paper of ours can tell what is left yet.
        NothingHeld,
        /// The demand that the notice speaks of, with its deadline over.
        Demanded,
        /// The court that a final notice names.
        Court,
    }
}
