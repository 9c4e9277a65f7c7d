//! Follow-up: the policies and the planner that says which step is next.
//!
//! `plan(debtor, place, today) -> proposals` is pure, idempotent and state-based: a step is due when enough days
//! have passed and it is not done, however long the machine was off (invariant 7). Leaves wording, sending and
//! storing decisions to others.
//!
//! A policy is a list of steps; a step that repeats takes several *rungs* of the ladder. A decision on a rung is a
//! [`StepRecord`], which names the rung by its kind and how many rungs of that kind come before it.

mod facts;
mod hold;
mod ladder;
mod plan;
mod policy;
mod presets;
mod preview;
mod turn;
mod waits;

pub use facts::{ContactNote, Debtor, Place, Reach, ReceivableFacts, StepEnd, StepRecord};
pub use hold::{Hold, HoldKind, HoldProblem, PromiseState};
pub use ladder::{LadderView, Rung, RungState, explain, may_do_now, start_at};
pub use plan::{Leaves, Part, Proposal, plan, plan_client};
pub use policy::{
    Approval, DunningPolicy, DunningStep, PolicyError, Repeat, Slot, StepChannel, StepFault,
    StepKind, StepTime, Tone,
};
pub use preview::{Expected, preview};
pub use turn::{Why, next_slot, running_deadline};
pub use waits::{answer_days, contacts_a_week, deadline};

#[cfg(test)]
mod tests;
