//! Follow-up plans: what there is, what one would do, and whom each is for; why a ladder rests.

use domain::case::Channel;
use domain::client::ClientKind;
use domain::dunning::{
    Approval, DunningPolicy, DunningStep, HoldKind, PromiseState, StepChannel, StepEnd, StepFault,
    StepKind, Tone,
};
use domain::{CivilDate, Money};

use super::RungView;

wire! {
    /// The plan that new debts of the business begin with.
    pub struct PolicyView {
        pub policy: DunningPolicy,
    }

    pub struct PoliciesView {
        /// The newest version of each, those of the program first.
        pub policies: Vec<PolicyChoice>,
        /// The plan that new debts begin with where nothing narrower says otherwise.
        pub of_business: String,
    }

    pub struct PolicyChoice {
        /// It comes with the program: changing it makes a plan of the owner's own.
        pub is_preset: bool,
        pub policy: DunningPolicy,
    }

    pub struct PolicySave {
        /// `None` makes a new plan; else the owner's plan of which this is the next version.
        pub id: Option<String>,
        pub name: String,
        pub steps: Vec<DunningStep>,
    }

    pub struct PolicySaved {
        pub id: String,
        pub version: u32,
    }

    /// What would happen with one open invoice that nobody pays and nobody answers.
    pub struct PolicyPreviewRequest {
        pub steps: Vec<DunningStep>,
        pub due_on: CivilDate,
        pub client_kind: ClientKind,
        /// The client's country; empty is the business's own.
        pub country: String,
    }

    pub struct PolicyPreview {
        pub lines: Vec<PolicyPreviewLine>,
        /// What is wrong with the plan; while there is something, nothing is foretold.
        pub faults: Vec<PolicyFault>,
        /// The fewest days that law and practice give this client to answer a demand.
        pub answer_days: u32,
    }

    pub struct PolicyPreviewLine {
        /// Place of the step in the plan, from 0.
        pub step: u32,
        pub kind: StepKind,
        /// Which time of a repeated step, from 1.
        pub turn: u32,
        pub on: CivilDate,
        /// Days after the due date; negative lies before it.
        pub days: i64,
        pub channel: StepChannel,
        pub tone: Tone,
        pub approval: Approval,
        pub deadline_on: Option<CivilDate>,
    }

    pub struct PolicyFault {
        /// Place of the step in the plan, from 0.
        pub step: u32,
        pub fault: StepFault,
    }

    /// Says what new debts begin with; what runs keeps its version.
    pub struct PolicyAssign {
        pub scope: PolicyScope,
        /// The client or the invoice; empty for the business.
        pub subject: String,
        /// `None` leaves it to the wider scope.
        pub policy: Option<String>,
    }

    pub struct PolicyAssignedRequest {
        pub scope: PolicyScope,
        pub subject: String,
    }

    pub struct PolicyAssigned {
        /// What was said for exactly this.
        pub own: Option<String>,
        /// What new debts begin with.
        pub policy: String,
    }

    /// Everything open in the case would follow this plan's newest version from now on.
    pub struct PolicyMove {
        pub case: String,
        pub policy: String,
    }

    pub struct PolicyMovePreview {
        pub from: PolicyChoice,
        pub to: PolicyChoice,
        pub before: Vec<RungView>,
        pub after: Vec<RungView>,
    }

    /// The version that a case follows.
    pub struct CasePolicy {
        pub id: String,
        pub name: String,
        pub version: u32,
        /// There is a newer version of it.
        pub is_older: bool,
    }

    /// A step without a paper of ours: done by hand, or passed over with a reason.
    pub struct StepDecide {
        /// Debts of one client in one currency.
        pub receivables: Vec<String>,
        pub kind: StepKind,
        pub how: StepEnd,
        pub channel: Channel,
        pub on: CivilDate,
        /// Whom it was said or sent to.
        pub to: String,
        /// What was done, or why it was passed over.
        pub note: String,
        /// The day that the client was given, such as by an attorney's letter.
        pub deadline_on: Option<CivilDate>,
        /// Which help, for that step.
        pub help: Option<OutsideHelp>,
    }

    pub struct HoldAdd {
        pub case: String,
        pub kind: HoldKind,
        /// Its last day; for a hold that only the owner ends, the day to look again.
        pub until: CivilDate,
        /// What was promised, or the part that is disputed.
        pub amount: Option<Money>,
        /// Which debts; empty is everything in the case.
        pub receivables: Vec<String>,
        pub reason: String,
    }

    pub struct HoldEnd {
        pub id: String,
        pub case: String,
        pub reason: String,
    }

    pub struct HoldView {
        pub id: String,
        pub kind: HoldKind,
        pub from: CivilDate,
        pub until: CivilDate,
        pub ended_on: Option<CivilDate>,
        pub amount: Option<Money>,
        /// What came in while a promise ran.
        pub received: Option<Money>,
        /// Empty: everything in the case.
        pub receivables: Vec<String>,
        pub reason: String,
        pub end_reason: String,
        pub holds: bool,
        /// Its day has passed and only the owner can end it.
        pub look_again: bool,
        pub promise: Option<PromiseState>,
    }

    /// What the client said last needs no answer any more.
    pub struct ReplyAnswered {
        pub case: String,
    }
}

words! {
    pub enum PolicyScope {
        Business,
        Client,
        Invoice,
    }

    pub enum OutsideHelp {
        Mediation,
        AttorneyLetter,
    }
}
