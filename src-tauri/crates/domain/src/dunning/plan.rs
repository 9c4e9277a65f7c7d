//! The planner: a client, a place and a day in, proposals out.

use super::facts::{Debtor, Place, ReceivableFacts};
use super::hold::asked_for;
use super::policy::{Approval, Slot, StepChannel, StepKind, Tone};
use super::turn::{Turn, Why, done, step_of, turn};
use super::waits::contacts_a_week;
use crate::calendar::{CivilDate, days_after, days_before};
use crate::id::{ClientId, ReceivableId};
use crate::money::{Currency, Money};

/// What to do today for one client in one currency: one message, one call, one task. Nothing is stored until the
/// owner decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub client: ClientId,
    pub currency: Currency,
    /// The highest stage among the parts; it sets the tone.
    pub kind: StepKind,
    pub tone: Tone,
    /// How it can really go.
    pub channel: StepChannel,
    /// The channel of the policy, when the client cannot be reached by it.
    pub instead_of: Option<StepChannel>,
    pub leaves: Leaves,
    /// The day its turn came, which may lie back when the machine was off.
    pub due_since: CivilDate,
    pub why: Why,
    /// The debts it is about, each at its own stage, the leading one first.
    pub parts: Vec<Part>,
}

/// One debt of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub receivable: ReceivableId,
    pub kind: StepKind,
    pub slot: Slot,
    /// What is asked for: what is open without what is disputed.
    pub asked: Money,
}

/// How a proposal leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaves {
    /// The owner looks at it first.
    Prepared,
    /// By itself, today.
    ByItself,
    /// By itself, once the owner said for today that nothing came.
    OnceChecked,
}

/// A debt whose turn is today.
pub(super) struct Ready<'a> {
    pub(super) facts: &'a ReceivableFacts,
    pub(super) slot: Slot,
    pub(super) since: CivilDate,
    pub(super) why: Why,
    pub(super) kind: StepKind,
    pub(super) tone: Tone,
}

/// What follows today, over all clients, the longest waiting first.
pub fn plan<'a>(
    debtors: impl IntoIterator<Item = &'a Debtor>,
    place: &Place,
    today: CivilDate,
) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = debtors
        .into_iter()
        .flat_map(|debtor| plan_client(debtor, place, today))
        .collect();
    proposals
        .sort_by(|a, b| (a.due_since, &a.client, a.kind).cmp(&(b.due_since, &b.client, b.kind)));
    proposals
}

/// What follows today for one client: one message at most that the client notices, with the highest stage that is
/// due (of the oldest debt's currency); debts at lower written stages go into the same message, what else is due
/// follows on later days. Tasks that the client does not notice come beside it.
pub fn plan_client(debtor: &Debtor, place: &Place, today: CivilDate) -> Vec<Proposal> {
    let ready = ready(debtor, place, today);
    let (visible, tasks): (Vec<&Ready>, Vec<&Ready>) = ready
        .iter()
        .partition(|ready| ready.kind.is_client_visible());
    let mut proposals: Vec<Proposal> = tasks
        .into_iter()
        .filter_map(|task| proposal(debtor, task, &[task], today))
        .collect();
    if !visible.is_empty() && peace_until(debtor, today).is_none() {
        proposals.extend(leading(&visible).and_then(|lead| {
            let parts: Vec<&Ready> = visible
                .iter()
                .copied()
                .filter(|ready| goes_with(ready, lead))
                .collect();
            proposal(debtor, lead, &parts, today)
        }));
    }
    proposals
}

pub(super) fn ready<'a>(debtor: &'a Debtor, place: &Place, today: CivilDate) -> Vec<Ready<'a>> {
    let ready = |facts: &'a ReceivableFacts| match turn(debtor, facts, place, today) {
        Turn::Now { slot, since, why } => {
            let step = step_of(facts, slot)?;
            Some(Ready {
                facts,
                slot,
                since,
                why,
                kind: step.kind,
                tone: step.tone,
            })
        }
        _ => None,
    };
    debtor.receivables.iter().filter_map(ready).collect()
}

/// The highest stage, of the oldest debt.
fn leading<'a, 'b>(ready: &[&'b Ready<'a>]) -> Option<&'b Ready<'a>> {
    let order = |a: &Ready, b: &Ready| {
        let stage = (a.kind, a.tone).cmp(&(b.kind, b.tone));
        let older = b.facts.due_on.cmp(&a.facts.due_on);
        stage
            .then(older)
            .then_with(|| b.facts.receivable.cmp(&a.facts.receivable))
    };
    ready.iter().copied().max_by(|a, b| order(a, b))
}

/// Whether a debt goes into the same message: in the same currency, at the same step, or asked for in writing too.
pub(super) fn goes_with(ready: &Ready, lead: &Ready) -> bool {
    let same_money = ready.facts.open.currency() == lead.facts.open.currency();
    let same_way = ready.kind == lead.kind || (ready.kind.is_written() && lead.kind.is_written());
    same_money && same_way
}

fn proposal(debtor: &Debtor, lead: &Ready, parts: &[&Ready], today: CivilDate) -> Option<Proposal> {
    let step = step_of(lead.facts, lead.slot)?;
    let channel = debtor.reach.channel(step.channel)?;
    let mut parts: Vec<&Ready> = parts.to_vec();
    parts.sort_by_key(|ready| {
        let is_lead = ready.facts.receivable == lead.facts.receivable;
        (
            !is_lead,
            std::cmp::Reverse(ready.kind),
            ready.facts.due_on,
            &ready.facts.receivable,
        )
    });
    let automatic = step.approval == Approval::Automatic
        && channel == StepChannel::Email
        && parts.iter().all(|ready| ready.kind.may_leave_by_itself());
    let leaves = if !automatic {
        Leaves::Prepared
    } else if lead.kind == StepKind::DueNote || debtor.checked_on == Some(today) {
        Leaves::ByItself
    } else {
        Leaves::OnceChecked
    };
    let part = |ready: &&Ready| Part {
        receivable: ready.facts.receivable.clone(),
        kind: ready.kind,
        slot: ready.slot,
        asked: asked_for(ready.facts.open, &ready.facts.holds, today),
    };
    Some(Proposal {
        client: debtor.client.clone(),
        currency: lead.facts.open.currency(),
        kind: lead.kind,
        tone: lead.tone,
        channel,
        instead_of: Some(step.channel).filter(|wanted| *wanted != channel),
        leaves,
        due_since: lead.since,
        why: lead.why.clone(),
        parts: parts.iter().map(part).collect(),
    })
}

/// The last day on which a step reached the client, when that is today (or later, after a clock was set back).
pub(super) fn heard_until(debtor: &Debtor, today: CivilDate) -> Option<CivilDate> {
    let done = debtor.receivables.iter().flat_map(done);
    done.filter(|record| record.kind.is_client_visible() && record.on >= today)
        .map(|record| record.on)
        .max()
}

/// The first day on which the client may hear from us again, and why not today.
pub(super) fn peace_until(debtor: &Debtor, today: CivilDate) -> Option<(CivilDate, Why)> {
    let spoken = debtor
        .contacts
        .iter()
        .rev()
        .filter(|contact| contact.was_heard() && contact.on >= today)
        .map(|contact| contact.on)
        .max();
    if let Some(last) = heard_until(debtor, today).max(spoken) {
        let until = days_after(last, 1);
        return Some((until, Why::OneStepADay { until }));
    }
    let week_ago = days_before(today, 6);
    let steps = debtor
        .receivables
        .iter()
        .flat_map(done)
        .filter(|record| record.kind.is_client_visible())
        .map(|record| record.on);
    let contacts = debtor
        .contacts
        .iter()
        .rev()
        .filter(|contact| contact.was_heard())
        .map(|contact| contact.on);
    let mut days: Vec<CivilDate> = steps.chain(contacts).filter(|on| *on >= week_ago).collect();
    days.sort_unstable();
    days.dedup();
    let over = days.len().checked_sub(contacts_a_week(debtor.kind))?;
    let until = days_after(*days.get(over)?, 7);
    Some((until, Why::ContactCap { until }))
}
