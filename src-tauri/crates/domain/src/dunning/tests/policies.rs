//! Policies: what comes with the program, what is refused, and what one would do.

use super::*;

fn faults(steps: Vec<DunningStep>) -> Vec<(usize, StepFault)> {
    let policy = DunningPolicy {
        id: PolicyId("own".into()),
        name: "Own".into(),
        version: 1,
        steps,
    };
    policy
        .faults()
        .into_iter()
        .map(|error| (error.step, error.fault))
        .collect()
}

fn standard_step(kind: StepKind) -> DunningStep {
    DunningPolicy::standard().step(kind).unwrap().1.clone()
}

fn expected(policy: &DunningPolicy, kind: ClientKind, answer_days: u32) -> Vec<(StepKind, i64)> {
    let due = day(70);
    preview(policy, due, kind, answer_days, &place())
        .unwrap()
        .into_iter()
        .map(|line| (line.kind, crate::calendar::days_between(due, line.on)))
        .collect()
}

#[test]
fn every_policy_that_comes_with_the_program_can_be_followed() {
    for policy in DunningPolicy::presets() {
        assert_eq!(policy.faults(), [], "{}", policy.name);
        assert!(DunningPolicy::is_preset(&policy.id));
    }
    assert_eq!(DunningPolicy::first_standard().faults(), []);
    assert_eq!(
        DunningPolicy::first_standard().id,
        DunningPolicy::standard().id,
        "two versions of one policy"
    );
}

#[test]
fn the_presets_keep_their_days() {
    let company = ClientKind::Company;
    assert_eq!(
        expected(&DunningPolicy::standard(), company, 14),
        [
            (DueNote, -3),
            (FriendlyReminder, 1),
            (Call, 7),
            (StatementResend, 14),
            (LastReminder, 21),
            (FormalDemand, 30),
            (OutsideHelp, 45),
            (FinalNotice, 59)
        ]
    );
    assert_eq!(
        expected(&DunningPolicy::gentle(), company, 14),
        [
            (DueNote, -3),
            (FriendlyReminder, 3),
            (Call, 14),
            (LastReminder, 30),
            (FormalDemand, 60),
            (OutsideHelp, 77),
            (FinalNotice, 91)
        ],
        "firm, demand and final after one, two and three months; days 75 and 90 are on a weekend"
    );
    assert_eq!(
        expected(&DunningPolicy::firm(), company, 14),
        [
            (DueNote, -3),
            (FriendlyReminder, 1),
            (Call, 4),
            (StatementResend, 7),
            (LastReminder, 11),
            (FormalDemand, 15),
            (OutsideHelp, 30),
            (FinalNotice, 37)
        ]
    );
    assert_eq!(expected(&DunningPolicy::none(), company, 14), []);
}

#[test]
fn firm_never_undercuts_what_law_gives() {
    let firm = expected(&DunningPolicy::firm(), ClientKind::Consumer, 30);
    assert_eq!(
        firm[5..],
        [(FormalDemand, 15), (OutsideHelp, 46), (FinalNotice, 53)],
        "thirty days to answer the demand, not fourteen"
    );
    assert_eq!(answer_days("GB", "GB", ClientKind::Consumer), 30);
    assert_eq!(
        answer_days("US", "GB", ClientKind::SoleTrader),
        30,
        "the place of either side counts"
    );
    assert_eq!(answer_days("GB", "GB", ClientKind::Company), 14);
    let mut short = standard_step(FormalDemand);
    short.deadline_days = 3;
    assert_eq!(
        deadline(day(0), &short, 14, &place().working_days),
        Some(day(14)),
        "a demand never gives less"
    );
    assert_eq!(
        deadline(day(5), &short, 14, &place().working_days),
        Some(day(21)),
        "a deadline on a Saturday runs to Monday: longer, never shorter"
    );
}

#[test]
fn a_policy_that_cannot_be_followed_is_refused_by_step() {
    let reminder = standard_step(FriendlyReminder);
    let call = standard_step(Call);
    let with = |step: &DunningStep, change: fn(&mut DunningStep)| {
        let mut step = step.clone();
        change(&mut step);
        step
    };
    let early = with(&reminder, |step| step.at = StepTime::Due { days: 0 });
    assert_eq!(faults(vec![early]), [(0, StepFault::BeforeLate)]);
    assert_eq!(
        faults(vec![call.clone(), reminder.clone()]),
        [(1, StepFault::OutOfOrder)]
    );
    let note = with(&standard_step(DueNote), |step| {
        step.at = StepTime::Due { days: 1 };
    });
    assert_eq!(faults(vec![note]), [(0, StepFault::NoteTooLate)]);
    let far = with(&call, |step| step.at = StepTime::Due { days: 9_999 });
    assert_eq!(faults(vec![far]), [(0, StepFault::TooLong)]);
    let silent = with(&standard_step(FormalDemand), |step| step.deadline_days = 0);
    assert_eq!(faults(vec![silent]), [(0, StepFault::DeadlineMissing)]);
    let unsaid = with(&call, |step| step.deadline_days = 5);
    assert_eq!(faults(vec![unsaid]), [(0, StepFault::DeadlineUnsaid)]);
    let alone = with(&call, |step| step.at = StepTime::Previous { days: 5 });
    assert_eq!(faults(vec![alone.clone()]), [(0, StepFault::NothingBefore)]);
    assert_eq!(faults(vec![reminder.clone(), alone]), []);
    let after = with(&call, |step| step.at = StepTime::Deadline { days: 1 });
    assert_eq!(
        faults(vec![reminder.clone(), after]),
        [(1, StepFault::NoDeadlineBefore)]
    );
    let by_itself = with(&standard_step(LastReminder), |step| {
        step.approval = Approval::Automatic;
    });
    assert_eq!(faults(vec![by_itself]), [(0, StepFault::NotByItself)]);
    let endless = with(&call, |step| {
        step.repeat = Some(Repeat {
            every_days: 7,
            at_most: 13,
        });
    });
    assert_eq!(faults(vec![endless]), [(0, StepFault::RepeatCount)]);
    let twice = with(&standard_step(FormalDemand), |step| {
        step.repeat = Some(Repeat {
            every_days: 7,
            at_most: 2,
        });
    });
    assert_eq!(faults(vec![twice]), [(0, StepFault::DemandRepeated)]);
    let shouted = with(&reminder, |step| step.channel = StepChannel::Call);
    assert_eq!(
        faults(vec![call, shouted]),
        [(1, StepFault::WrongChannel), (1, StepFault::OutOfOrder)],
        "every fault is named at once"
    );
}

#[test]
fn a_repeat_needs_no_number_and_takes_three() {
    let repeat: Repeat = serde_json::from_str(r#"{"everyDays":7}"#).unwrap();
    assert_eq!(repeat.at_most, 3);
}

fn weekly_calls() -> DunningPolicy {
    let mut policy = DunningPolicy::standard();
    for step in &mut policy.steps {
        if step.kind == Call {
            step.repeat = Some(Repeat {
                every_days: 7,
                at_most: 3,
            });
        }
    }
    policy
}

#[test]
fn a_step_repeats_until_its_maximum_and_then_the_next_comes() {
    assert_eq!(
        expected(&weekly_calls(), ClientKind::Company, 14)[1..6],
        [
            (FriendlyReminder, 1),
            (Call, 7),
            (Call, 14),
            (Call, 21),
            (StatementResend, 24)
        ]
    );
}

#[test]
fn any_word_from_the_client_ends_a_repetition() {
    let mut debtor = one(debt_under(weekly_calls(), "a", 0));
    done(&mut debtor, 0, FriendlyReminder, 1);
    done(&mut debtor, 0, Call, 7);
    assert_eq!(proposed(&debtor, 14), [(Call, day(14))]);
    let mut word = said(8, Direction::Inbound, ContactOutcome::Replied);
    word.answered = true;
    debtor.contacts.push(word);
    assert_eq!(
        proposed(&debtor, 14),
        [(StatementResend, day(14))],
        "the next step, not another call"
    );
}

#[test]
fn two_steps_of_one_kind_are_two_rungs() {
    let mut policy = DunningPolicy::standard();
    let mut again = standard_step(Call);
    again.at = StepTime::Due { days: 25 };
    policy.steps.insert(5, again);
    assert_eq!(policy.faults(), []);
    let mut debtor = one(debt_under(policy, "a", 0));
    for (kind, on) in [
        (FriendlyReminder, 1),
        (Call, 7),
        (StatementResend, 14),
        (LastReminder, 21),
    ] {
        done(&mut debtor, 0, kind, on);
    }
    assert_eq!(
        proposed(&debtor, 29),
        [(Call, day(29))],
        "after the last reminder's deadline"
    );
    done(&mut debtor, 0, Call, 29);
    assert_eq!(proposed(&debtor, 36), [(FormalDemand, day(36))]);
}

#[test]
fn a_running_case_keeps_its_version_whatever_becomes_of_the_policy() {
    let mut debtor = one(debt("a", 0));
    done(&mut debtor, 0, FriendlyReminder, 1);
    let kept = debtor.receivables[0].policy.clone();
    let mut changed = DunningPolicy::standard();
    changed.version = 3;
    changed.steps.truncate(2);
    assert_eq!(proposed(&debtor, 7), [(Call, day(7))]);
    let mut moved = debtor.clone();
    moved.receivables[0].policy = Arc::new(changed);
    assert_eq!(proposed(&moved, 7), [], "only a move changes it");
    assert_eq!(debtor.receivables[0].policy, kept);
}
