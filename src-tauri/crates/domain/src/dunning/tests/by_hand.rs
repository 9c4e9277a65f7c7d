//! What the owner may do before its turn, and what nobody may do.

use super::*;

#[test]
fn a_demand_follows_on_something_written() {
    let mut debtor = one(debt("a", 0));
    let first = Err(Why::EarlierStepFirst {
        step: FriendlyReminder,
    });
    assert_eq!(may(&debtor, FormalDemand, 5), first);
    done(&mut debtor, 0, Call, 2);
    assert_eq!(
        may(&debtor, FormalDemand, 5),
        first,
        "a call leaves nothing written, and a voicemail least of all"
    );
    record(&mut debtor, 0, FriendlyReminder, 3, StepEnd::Skipped);
    assert_eq!(
        may(&debtor, FormalDemand, 5),
        Ok(()),
        "skipped with a reason is enough"
    );
}

#[test]
fn the_owner_may_act_early_but_not_wrongly() {
    let debtor = one(debt("a", 0));
    assert_eq!(
        may(&debtor, FriendlyReminder, 0),
        Err(Why::NotLateYet { late_on: day(1) })
    );
    assert_eq!(
        may(&debtor, Call, 1),
        Ok(()),
        "a call before its day is the owner's choice"
    );
    assert_eq!(may(&debtor, DueNote, 0), Err(Why::Passed));
    let mut paid = debtor.clone();
    paid.receivables[0].open = money(0, "EUR");
    assert_eq!(may(&paid, Call, 5), Err(Why::Paid));
    let mut reminded = debtor.clone();
    done(&mut reminded, 0, FriendlyReminder, 5);
    assert_eq!(
        may(&reminded, Call, 5),
        Err(Why::OneStepADay { until: day(6) })
    );
    assert_eq!(
        may(&reminded, FriendlyReminder, 6),
        Err(Why::AlreadyDone { on: day(5) })
    );
    let mut two = owing(vec![debt("a", 0), debt("b", 0)]);
    done(&mut two, 1, Call, 8);
    assert_eq!(
        may(&two, Call, 8),
        Err(Why::OneStepADay { until: day(9) }),
        "the client's day"
    );
    let mut demanded = debtor;
    done(&mut demanded, 0, FormalDemand, 30);
    assert_eq!(
        may(&demanded, FriendlyReminder, 31),
        Err(Why::Passed),
        "no friendly restart"
    );
    assert_eq!(may(&demanded, Call, 31), Ok(()));
}

#[test]
fn a_claim_waits_for_the_deadline_of_the_demand_and_says_when_it_opens() {
    let mut debtor = one(debt("a", 0));
    assert_eq!(
        may(&debtor, FinalNotice, 5),
        Err(Why::EarlierStepFirst { step: FormalDemand })
    );
    debtor.answer_days = 30;
    done(&mut debtor, 0, FriendlyReminder, 1);
    done(&mut debtor, 0, FormalDemand, 30);
    assert_eq!(
        may(&debtor, FinalNotice, 44),
        Err(Why::DeadlineRunning {
            deadline_on: day(60)
        }),
        "thirty days for a private person in England, whatever the policy says"
    );
    assert_eq!(may(&debtor, FinalNotice, 61), Ok(()));
    assert_eq!(
        why(&debtor, 44),
        Why::DeadlineRunning {
            deadline_on: day(60)
        },
        "and the ladder says the same day"
    );
}

#[test]
fn what_the_policy_lacks_is_not_done() {
    let mut debtor = one(debt_under(DunningPolicy::none(), "a", 0));
    assert_eq!(may(&debtor, Call, 5), Err(Why::NotInPolicy));
    assert_eq!(
        proposed(&debtor, 99),
        [],
        "a policy of nothing asks for nothing"
    );
    debtor.receivables[0].policy = Arc::new(DunningPolicy::gentle());
    assert_eq!(may(&debtor, StatementResend, 5), Err(Why::NotInPolicy));
}
