//! Whatever the debts and however the machine sleeps: what always holds.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn any_debts() -> impl Strategy<Value = Vec<ReceivableFacts>> {
    let debt = (
        0_u32..40,
        0_usize..3,
        any::<bool>(),
        prop::option::weighted(0.2, 0_u32..60),
        0_usize..3,
    );
    prop::collection::vec(debt, 1..8).prop_map(|debts| {
        let debts = debts.into_iter().enumerate();
        debts
            .map(|(index, (due, client, yen, quiet, start))| {
                let mut facts = debt_of(index, client, due);
                facts.open = money(100, if yen { "JPY" } else { "EUR" });
                facts.quiet_until = quiet.map(day);
                let kind = [FriendlyReminder, Call, FormalDemand][start];
                facts.records =
                    start_at(&facts.receivable, &DunningPolicy::standard(), kind, day(0));
                facts
            })
            .collect()
    })
}

fn debt_of(index: usize, client: usize, due: u32) -> ReceivableFacts {
    debt(&index.to_string(), &format!("client {client}"), due)
}

proptest! {
    /// The owner looks at any days and does what is proposed then.
    #[test]
    fn however_the_machine_sleeps_each_client_hears_one_step_a_day(
        mut debts in any_debts(),
        gaps in prop::collection::vec(0_u32..25, 1..40),
    ) {
        let policy = DunningPolicy::standard();
        let mut offset = 0;
        for gap in gaps {
            offset += gap;
            let today = day(offset);
            let proposals = plan(&debts, &policy, today);
            prop_assert_eq!(&plan(&debts, &policy, today), &proposals, "asking twice changes nothing");
            for facts in &debts {
                let view = explain(&facts.receivable, &debts, &policy, today).unwrap();
                let now: Vec<_> = view.rungs.iter().filter(|rung| matches!(rung.state, RungState::Now { .. })).map(|rung| rung.kind).collect();
                let planned: Vec<_> = proposals.iter().filter(|proposal| proposal.receivable == facts.receivable).map(|proposal| proposal.kind).collect();
                prop_assert_eq!(&now, &planned, "the ladder shows what the planner proposes");
                prop_assert!(planned.len() <= 1, "one step at a time");
                for kind in planned {
                    let allowed = may_do_now(&facts.receivable, &debts, &policy, kind, today);
                    prop_assert_eq!(allowed, Ok(()), "what is proposed may be done");
                }
                for rung in &view.rungs {
                    if let RungState::Next { on, .. } = rung.state {
                        prop_assert!(on > today, "what is next lies ahead");
                    }
                }
            }
            for proposal in &proposals {
                let facts = debts.iter_mut().find(|facts| facts.receivable == proposal.receivable).unwrap();
                prop_assert!(today > facts.due_on && proposal.due_since <= today);
                prop_assert!(facts.quiet_until.is_none_or(|until| today >= until));
                let (_, step) = policy.step(proposal.kind).unwrap();
                let last = facts.records.iter().filter(|record| record.how == StepEnd::Done).map(|record| record.on).max();
                prop_assert!(last.is_none_or(|last| today >= days_after(last, step.minimum_wait_days)), "waits are kept");
                let deadline_on = demand_deadline(today, step);
                facts.records.push(StepRecord { receivable: proposal.receivable.clone(), kind: proposal.kind, on: today, how: StepEnd::Done, deadline_on });
            }
            prop_assert!(proposals.is_empty() || plan(&debts, &policy, today).iter().all(|later| proposals.iter().all(|proposal| proposal.client != later.client)), "a client heard from today is left alone");
            let clients: BTreeSet<_> = debts.iter().map(|facts| facts.client.clone()).collect();
            for client in clients {
                let kinds: BTreeSet<_> = debts
                    .iter()
                    .filter(|facts| facts.client == client)
                    .flat_map(|facts| facts.records.iter().map(move |record| (record, facts.open.currency())))
                    .filter(|(record, _)| record.on == today && record.how == StepEnd::Done)
                    .map(|(record, currency)| (record.kind, currency))
                    .collect();
                prop_assert!(kinds.len() <= 1, "one step of one currency for each client: {:?}", kinds);
            }
        }
    }

    #[test]
    fn a_step_whose_turn_came_stays_until_it_is_done(due in 0_u32..40, start in 0_usize..3, first in 0_u32..200, later in 0_u32..200) {
        let mut facts = debt("a", "x", due);
        facts.records = start_at(&id("a"), &DunningPolicy::standard(), [FriendlyReminder, Call, FormalDemand][start], day(0));
        let before = proposed(&[facts.clone()], first);
        if !before.is_empty() {
            prop_assert_eq!(proposed(&[facts], first + later), before, "same step, same day since");
        }
    }

    #[test]
    fn the_order_of_facts_changes_nothing(
        (debts, shuffled) in any_debts().prop_flat_map(|debts| (Just(debts.clone()), Just(debts).prop_shuffle())),
        today in 0_u32..90,
    ) {
        prop_assert_eq!(proposed(&debts, today), proposed(&shuffled, today));
    }
}
