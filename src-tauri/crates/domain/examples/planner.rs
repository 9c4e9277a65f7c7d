//! `planner DEBTS CONTACTS_EACH ROUNDS`: how long the planner takes over many debts, for `cargo xtask bench planner`.
//!
//! Makes clients with five debts each, spread over a year and every stage of the ladder, with decisions and contacts as
//! a busy studio would have them; prints the debts, the contacts, what was proposed, and the nanoseconds of each round.

#![allow(clippy::disallowed_methods, reason = "measures; no rule depends on it")]

use std::error::Error;
use std::io::Write as _;
use std::sync::Arc;
use std::time::Instant;

use domain::calendar::{CivilDate, days_after, days_before};
use domain::case::{ContactOutcome, Direction};
use domain::client::ClientKind;
use domain::dunning::{
    ContactNote, Debtor, DunningPolicy, Place, Reach, ReceivableFacts, StepEnd, StepRecord, plan,
};
use domain::holidays::WorkingDays;
use domain::id::{ClientId, ReceivableId};
use domain::{Currency, Money};

/// Debts of one client.
const DEBTS_EACH: u32 = 5;

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % u64::from(limit.max(1))).unwrap_or(0)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<u32> = std::env::args()
        .skip(1)
        .map(|word| word.parse())
        .collect::<Result<_, _>>()?;
    let [debts, contacts_each, rounds] = words.as_slice() else {
        return Err("usage: planner DEBTS CONTACTS_EACH ROUNDS".into());
    };
    let today = CivilDate::from_ymd_opt(2026, 3, 4).ok_or("no such day")?;
    let debtors = debtors(*debts, *contacts_each, today)?;
    let place = Place {
        working_days: WorkingDays::of("GB"),
    };
    let contacts: usize = debtors.iter().map(|debtor| debtor.contacts.len()).sum();
    let mut out = std::io::stdout().lock();
    writeln!(out, "debts {debts}\ncontacts {contacts}")?;
    for _ in 0..*rounds {
        let begun = Instant::now();
        let proposals = plan(&debtors, &place, today);
        let took = begun.elapsed().as_nanos();
        let parts: usize = proposals.iter().map(|proposal| proposal.parts.len()).sum();
        writeln!(out, "round {took} {} {parts}", proposals.len())?;
    }
    Ok(())
}

fn debtors(
    debts: u32,
    contacts_each: u32,
    today: CivilDate,
) -> Result<Vec<Debtor>, Box<dyn Error>> {
    let mut dice = Dice(0x5afe_1164);
    let policies: Vec<Arc<DunningPolicy>> =
        DunningPolicy::presets().into_iter().map(Arc::new).collect();
    let euro = Currency::new("EUR")?;
    let mut made = Vec::new();
    for client in 0..debts.div_ceil(DEBTS_EACH) {
        let mut receivables = Vec::new();
        for debt in 0..DEBTS_EACH {
            let policy = &policies[dice.below(3) as usize];
            let id = ReceivableId(format!("{client}-{debt}"));
            let late = dice.below(365);
            receivables.push(ReceivableFacts {
                records: records(&id, policy, late, today, &mut dice),
                receivable: id,
                policy: policy.clone(),
                due_on: days_after(days_before(today, late), dice.below(20)),
                open: Money::new(i64::from(1 + dice.below(500_000)), euro)?,
                quiet_until: None,
                holds: Vec::new(),
            });
        }
        made.push(Debtor {
            client: ClientId(client.to_string()),
            kind: if dice.below(2) == 0 {
                ClientKind::Consumer
            } else {
                ClientKind::Company
            },
            reach: Reach {
                email: true,
                post: true,
                phone: true,
            },
            do_not_contact: false,
            checked_on: None,
            answer_days: 14,
            contacts: contacts(contacts_each * DEBTS_EACH, today, &mut dice),
            receivables,
        });
    }
    Ok(made)
}

/// The first steps of a debt, as many as its age allows.
fn records(
    id: &ReceivableId,
    policy: &DunningPolicy,
    late: u32,
    today: CivilDate,
    dice: &mut Dice,
) -> Vec<StepRecord> {
    let steps = policy.steps.iter().take(dice.below(7) as usize).enumerate();
    steps
        .map(|(place, step)| StepRecord {
            receivable: id.clone(),
            kind: step.kind,
            occurrence: 1,
            on: days_before(
                today,
                late.saturating_sub(8 * u32::try_from(place).unwrap_or(0)),
            ),
            how: StepEnd::Done,
            deadline_on: None,
        })
        .collect()
}

/// Contacts over a year, the oldest first, mostly outbound and answered.
fn contacts(count: u32, today: CivilDate, dice: &mut Dice) -> Vec<ContactNote> {
    (0..count)
        .map(|place| {
            let inbound = dice.below(4) == 0;
            ContactNote {
                on: days_before(today, 365 * (count - place) / count.max(1) + 3),
                direction: if inbound {
                    Direction::Inbound
                } else {
                    Direction::Outbound
                },
                outcome: if inbound {
                    ContactOutcome::Replied
                } else {
                    ContactOutcome::Reached
                },
                answered: inbound,
            }
        })
        .collect()
}
