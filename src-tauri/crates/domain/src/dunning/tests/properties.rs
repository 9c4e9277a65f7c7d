//! Whatever the debts and however the machine sleeps: what always holds.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn any_hold() -> impl Strategy<Value = Hold> {
    (
        0..HoldKind::ALL.len(),
        0_u32..60,
        0_u32..40,
        prop::option::of(0_u32..40),
    )
        .prop_map(|(kind, from, days, ended)| {
            let kind = HoldKind::ALL[kind];
            Hold {
                kind,
                from: day(from),
                until: day(from + days),
                ended_on: ended.map(|after| day(from + after)),
                amount: (kind == HoldKind::Promise).then(|| money(50, "EUR")),
                received: None,
            }
        })
}

fn any_contact() -> impl Strategy<Value = ContactNote> {
    (0_u32..90, any::<bool>(), 0_usize..4, any::<bool>()).prop_map(
        |(on, inbound, outcome, answered)| ContactNote {
            on: day(on),
            direction: if inbound {
                Direction::Inbound
            } else {
                Direction::Outbound
            },
            outcome: [
                ContactOutcome::Reached,
                ContactOutcome::NoAnswer,
                ContactOutcome::Replied,
                ContactOutcome::InvoiceNotReceived,
            ][outcome],
            answered,
        },
    )
}

fn any_debtor() -> impl Strategy<Value = Debtor> {
    let debt = (
        0_u32..40,
        any::<bool>(),
        prop::option::weighted(0.2, 0_u32..60),
        0_usize..5,
        prop::collection::vec(any_hold(), 0..2),
        0_usize..6,
    );
    let debts = prop::collection::vec(debt, 1..6);
    let contacts = prop::collection::vec(any_contact(), 0..4);
    (debts, contacts, any::<bool>()).prop_map(|(debts, mut contacts, consumer)| {
        let policies = [
            DunningPolicy::standard(),
            DunningPolicy::gentle(),
            DunningPolicy::firm(),
            DunningPolicy::first_standard(),
            DunningPolicy::none(),
        ];
        let debts = debts.into_iter().enumerate();
        let debts = debts.map(|(index, (due, yen, quiet, policy, holds, start))| {
            let mut facts = debt_under(policies[policy].clone(), &index.to_string(), due);
            facts.open = money(100, if yen { "JPY" } else { "EUR" });
            facts.quiet_until = quiet.map(day);
            facts.holds = holds;
            let kind = [
                DueNote,
                FriendlyReminder,
                Call,
                LastReminder,
                FormalDemand,
                FinalNotice,
            ];
            facts.records = start_at(&facts.receivable, &facts.policy, kind[start], day(0));
            facts
        });
        let mut debtor = owing(debts.collect());
        if consumer {
            debtor.kind = ClientKind::Consumer;
            debtor.answer_days = 30;
        }
        contacts.sort_by_key(|contact| contact.on);
        debtor.contacts = contacts;
        debtor
    })
}

/// Everything of a proposal is handed over today.
fn carry_out(debtor: &mut Debtor, proposal: &Proposal, today: CivilDate) {
    for part in &proposal.parts {
        let debt = debtor
            .receivables
            .iter_mut()
            .find(|debt| debt.receivable == part.receivable)
            .unwrap();
        let step = debt.policy.steps[part.slot.step].clone();
        debt.records.push(StepRecord {
            receivable: part.receivable.clone(),
            kind: part.kind,
            occurrence: part.slot.occurrence,
            on: today,
            how: StepEnd::Done,
            deadline_on: deadline(today, &step, debtor.answer_days, &place().working_days),
        });
    }
}

/// What holds of every plan.
fn check(debtor: &Debtor, today: CivilDate) -> Result<Vec<Proposal>, TestCaseError> {
    let proposals = plan_client(debtor, &place(), today);
    prop_assert_eq!(
        &plan_client(debtor, &place(), today),
        &proposals,
        "planning twice changes nothing"
    );
    let visible = proposals
        .iter()
        .filter(|proposal| proposal.kind.is_client_visible());
    prop_assert!(visible.count() <= 1, "one client-visible step a day");
    for proposal in &proposals {
        prop_assert!(proposal.due_since <= today);
        let mut debts = BTreeSet::new();
        for part in &proposal.parts {
            prop_assert!(debts.insert(part.receivable.clone()), "each debt once");
            let debt = debtor
                .receivables
                .iter()
                .find(|debt| debt.receivable == part.receivable)
                .unwrap();
            prop_assert!(
                debt.open.is_positive() && part.asked.is_positive(),
                "nothing at zero"
            );
            prop_assert_eq!(
                debt.open.currency(),
                proposal.currency,
                "currencies never meet"
            );
            prop_assert!(
                part.kind == DueNote || today > debt.due_on,
                "nothing before it is late"
            );
            prop_assert!(
                part.kind <= proposal.kind,
                "the highest stage sets the tone"
            );
            prop_assert!(debt.quiet_until.is_none_or(|until| today >= until));
            prop_assert!(
                debt.holds.iter().all(|hold| !hold.holds(today)),
                "nothing while held"
            );
            let same = |record: &&StepRecord| {
                record.kind == part.kind && record.occurrence == part.slot.occurrence
            };
            prop_assert!(debt.records.iter().find(same).is_none(), "none twice");
            let step = &debt.policy.steps[part.slot.step];
            let last = debt
                .records
                .iter()
                .filter(|record| record.how == StepEnd::Done)
                .map(|record| record.on)
                .max();
            prop_assert!(
                last.is_none_or(|last| today >= days_after(last, step.minimum_wait_days)),
                "minimum gaps are kept"
            );
            let ran = debt
                .records
                .iter()
                .filter_map(|record| record.deadline_on)
                .max();
            prop_assert!(
                ran.is_none_or(|ran| today > ran),
                "a deadline is never cut short"
            );
            if proposal.parts.len() == 1 {
                let allowed = may_do_now(&part.receivable, debtor, part.kind, today);
                prop_assert_eq!(allowed, Ok(()), "what is proposed may be done");
            }
        }
    }
    for debt in &debtor.receivables {
        let view = explain(&debt.receivable, debtor, &place(), today).unwrap();
        let now: Vec<_> = view
            .rungs
            .iter()
            .filter(|rung| matches!(rung.state, RungState::Now { .. }))
            .map(|rung| rung.kind)
            .collect();
        let planned: Vec<_> = proposals
            .iter()
            .flat_map(|proposal| &proposal.parts)
            .filter(|part| part.receivable == debt.receivable)
            .map(|part| part.kind)
            .collect();
        prop_assert_eq!(&now, &planned, "the ladder shows what the planner proposes");
        prop_assert!(planned.len() <= 1, "one step at a time");
        for rung in &view.rungs {
            if let RungState::Next { on, .. } = rung.state {
                prop_assert!(on > today, "what is next lies ahead");
            }
        }
    }
    Ok(proposals)
}

proptest! {
    /// The owner looks at any days and does what is proposed then.
    #[test]
    fn however_the_machine_sleeps_a_client_hears_one_step_a_day(
        mut debtor in any_debtor(),
        gaps in prop::collection::vec(0_u32..25, 1..30),
    ) {
        let mut offset = 0;
        for gap in gaps {
            offset += gap;
            let today = day(offset);
            let proposals = check(&debtor, today)?;
            for proposal in &proposals {
                carry_out(&mut debtor, proposal, today);
            }
            if proposals.iter().any(|proposal| proposal.kind.is_client_visible()) {
                let after = plan_client(&debtor, &place(), today);
                prop_assert!(after.iter().all(|proposal| !proposal.kind.is_client_visible()), "a client heard from today is left alone");
            }
        }
    }

    /// After any gap the steps come in the order of the ladder, each rung once.
    #[test]
    fn after_a_gap_the_steps_follow_in_order(start in 0_u32..200, policy in 0_usize..4) {
        let policy = DunningPolicy::presets()[policy].clone();
        let mut debtor = one(debt_under(policy.clone(), "a", 0));
        let mut seen = Vec::new();
        for today in start..start + 250 {
            let proposals = plan_client(&debtor, &place(), day(today));
            prop_assert!(proposals.len() <= 1);
            for proposal in proposals {
                seen.push(proposal.kind);
                carry_out(&mut debtor, &proposal, day(today));
            }
        }
        let late_steps: Vec<_> = policy.steps.iter().map(|step| step.kind).filter(|kind| *kind != DueNote).collect();
        prop_assert_eq!(seen, late_steps);
    }

    #[test]
    fn the_order_of_facts_changes_nothing(
        (debtor, shuffled) in any_debtor().prop_flat_map(|debtor| {
            let debts = debtor.receivables.clone();
            (Just(debtor), Just(debts).prop_shuffle())
        }),
        today in 0_u32..90,
    ) {
        let other = Debtor { receivables: shuffled, ..debtor.clone() };
        prop_assert_eq!(plan_client(&debtor, &place(), day(today)), plan_client(&other, &place(), day(today)));
    }
}
