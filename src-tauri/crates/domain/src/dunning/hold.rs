//! Holds: why the ladder of a debt rests, and until when.
//!
//! Every hold has a day. A promise, a courtesy and an open offer end with it by themselves; for the others it is
//! the day to look again, and the ladder rests until the owner ends them. What ends goes on at the same step.

use serde::{Deserialize, Serialize};

use crate::calendar::{CivilDate, days_after, days_between};
use crate::field::{FieldProblem, Problem};
use crate::money::Money;

/// Why the ladder rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HoldKind {
    /// The client said what would come by when.
    Promise,
    /// The client says that it is not owed, wholly or in part.
    Dispute,
    /// Payments by instalments were agreed.
    Plan,
    /// The owner gives time.
    Courtesy,
    /// A lower sum was offered and can still be taken.
    Offer,
    Mediation,
    FiledClaim,
    /// An attorney, an agency or a factor acts now.
    HandedOver,
}

impl HoldKind {
    pub const ALL: [Self; 8] = [
        Self::Promise,
        Self::Dispute,
        Self::Plan,
        Self::Courtesy,
        Self::Offer,
        Self::Mediation,
        Self::FiledClaim,
        Self::HandedOver,
    ];

    /// Whether its day ends it; the others end by the owner's word only, and nag from that day on.
    pub fn ends_by_itself(self) -> bool {
        matches!(self, Self::Promise | Self::Courtesy | Self::Offer)
    }
}

/// A hold on one debt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    pub kind: HoldKind,
    pub from: CivilDate,
    /// Its last day, or the day to look again.
    pub until: CivilDate,
    /// The first day without it, when the owner ended it.
    pub ended_on: Option<CivilDate>,
    /// What was promised; of a dispute, the part that is disputed, and `None` is all of it.
    pub amount: Option<Money>,
    /// What came in while a promise ran.
    pub received: Option<Money>,
}

/// What became of a promise, judged the day after its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PromiseState {
    Running,
    /// All of it came, by its date or before.
    Kept,
    PartKept,
    Broken,
    /// Ended before its date: another promise took its place, or the owner took it back.
    Replaced,
}

/// The longest hold, in days: what rests longer is looked at in between.
const LONGEST: u32 = 366;

/// Why a hold cannot be as entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HoldProblem {
    /// It would end before it begins, or rest for more than a year.
    Until,
    /// A promise without a sum, or a sum where none belongs.
    Amount,
}

impl HoldProblem {
    /// As a problem of the field that it is about.
    pub fn field(self) -> FieldProblem {
        match self {
            Self::Until => FieldProblem::new("until", Problem::Implausible),
            Self::Amount => FieldProblem::new("amount", Problem::Implausible),
        }
    }
}

impl Hold {
    /// Whether it can be meant, entered today on debts with this much open.
    pub fn check(&self, today: CivilDate, open: Money) -> Result<(), HoldProblem> {
        if self.until < today || self.until > days_after(today, LONGEST) {
            return Err(HoldProblem::Until);
        }
        let fits = |amount: &Money| {
            amount.currency() == open.currency()
                && amount.is_positive()
                && amount.minor() <= open.minor()
        };
        let right = match self.kind {
            HoldKind::Promise => self.amount.as_ref().is_some_and(fits),
            HoldKind::Dispute => self.amount.as_ref().is_none_or(fits),
            _ => self.amount.is_none(),
        };
        if right {
            Ok(())
        } else {
            Err(HoldProblem::Amount)
        }
    }

    /// The last day on which it holds or held, as far as today knows.
    pub(super) fn last_day(&self, today: CivilDate) -> CivilDate {
        let ended = self.ended_on.and_then(|first_free| first_free.pred_opt());
        let own = if self.kind.ends_by_itself() {
            self.until
        } else {
            ended.unwrap_or(today.max(self.from))
        };
        ended.map_or(own, |ended| ended.min(own))
    }

    /// Whether it is in force today.
    pub fn holds(&self, today: CivilDate) -> bool {
        self.from <= today && today <= self.last_day(today)
    }

    /// The part of a debt that it keeps out of what is asked for; `None` is all of it.
    pub(super) fn held_part(&self, open: Money) -> Option<Money> {
        let part = self.amount.filter(|_| self.kind == HoldKind::Dispute)?;
        (part.currency() == open.currency() && part.minor() < open.minor()).then_some(part)
    }

    /// What became of a promise; `None` of any other hold.
    pub fn promise(&self, today: CivilDate) -> Option<PromiseState> {
        let promised = self.amount.filter(|_| self.kind == HoldKind::Promise)?;
        let came = self.received.map_or(0, Money::minor);
        Some(if came >= promised.minor() {
            PromiseState::Kept
        } else if self.ended_on.is_some_and(|ended| ended <= self.until) {
            PromiseState::Replaced
        } else if today <= self.until {
            PromiseState::Running
        } else if came > 0 {
            PromiseState::PartKept
        } else {
            PromiseState::Broken
        })
    }
}

/// What may be asked for while disputed parts are left out, and nothing when a whole hold is in force.
pub(super) fn asked_for(open: Money, holds: &[Hold], today: CivilDate) -> Money {
    let parts = holds.iter().filter(|hold| hold.holds(today));
    let held: i64 = parts
        .filter_map(|hold| hold.held_part(open))
        .map(Money::minor)
        .sum();
    Money::new(open.minor().saturating_sub(held).max(0), open.currency())
        .unwrap_or(Money::zero(open.currency()))
}

/// The hold on the whole debt that lasts longest from today.
pub(super) fn whole(open: Money, holds: &[Hold], today: CivilDate) -> Option<&Hold> {
    holds
        .iter()
        .filter(|hold| hold.holds(today) && hold.held_part(open).is_none())
        .max_by_key(|hold| (!hold.kind.ends_by_itself(), hold.until, hold.kind))
}

/// The day on which the second promise that was not kept ended, plus one: from then on words are not enough.
pub(super) fn second_break(holds: &[Hold], today: CivilDate) -> Option<CivilDate> {
    let broken = holds.iter().filter(|hold| {
        matches!(
            hold.promise(today),
            Some(PromiseState::Broken | PromiseState::PartKept)
        )
    });
    let mut days: Vec<CivilDate> = broken.map(|hold| days_after(hold.until, 1)).collect();
    days.sort_unstable();
    days.get(1).copied()
}

/// A deadline set on `set_on`, moved by the days on which the ladder rested meanwhile: what was left of it when
/// the hold began is left of it when the hold ends.
pub(super) fn extended(
    set_on: CivilDate,
    deadline: CivilDate,
    open: Money,
    holds: &[Hold],
    today: CivilDate,
) -> CivilDate {
    let mut resting: Vec<(CivilDate, CivilDate)> = holds
        .iter()
        .filter(|hold| hold.from <= today && hold.held_part(open).is_none())
        .map(|hold| (hold.from, hold.last_day(today)))
        .filter(|(from, last)| from <= last)
        .collect();
    resting.sort_unstable();
    let (mut deadline, mut counted) = (deadline, set_on);
    for (from, last) in resting {
        let from = from.max(days_after(counted, 1));
        if from > deadline || last < from {
            continue;
        }
        let days = u32::try_from(days_between(from, last) + 1).unwrap_or(0);
        deadline = days_after(deadline, days);
        counted = last;
    }
    deadline
}
