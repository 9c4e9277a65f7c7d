//! What the owner may do before its turn, and what nobody may do.

use super::*;

#[test]
fn a_demand_follows_on_something_written() {
    let mut facts = debt("a", "x", 0);
    assert_eq!(
        may(&[facts.clone()], FormalDemand, 5),
        Err(Why::EarlierStepFirst {
            step: FriendlyReminder
        })
    );
    done(&mut facts, Call, 2);
    assert_eq!(
        may(&[facts.clone()], FormalDemand, 5),
        Err(Why::EarlierStepFirst {
            step: FriendlyReminder
        }),
        "a call leaves nothing written"
    );
    facts
        .records
        .push(record("a", FriendlyReminder, 3, StepEnd::Skipped));
    assert_eq!(
        may(&[facts.clone()], FormalDemand, 5),
        Ok(()),
        "skipped with a reason is enough"
    );
}

#[test]
fn the_owner_may_act_early_but_not_wrongly() {
    let facts = debt("a", "x", 0);
    assert_eq!(
        may(std::slice::from_ref(&facts), FriendlyReminder, 0),
        Err(Why::NotLateYet { late_on: day(1) })
    );
    assert_eq!(
        may(std::slice::from_ref(&facts), Call, 1),
        Ok(()),
        "a call before its day is the owner's choice"
    );
    let paid = ReceivableFacts {
        open: money(0, "EUR"),
        ..facts.clone()
    };
    assert_eq!(may(&[paid], Call, 5), Err(Why::Paid));
    let forbidden = ReceivableFacts {
        do_not_contact: true,
        ..facts.clone()
    };
    assert_eq!(may(&[forbidden], Call, 5), Err(Why::DoNotContact));
    let mut reminded = facts.clone();
    done(&mut reminded, FriendlyReminder, 5);
    assert_eq!(
        may(&[reminded.clone()], Call, 5),
        Err(Why::OneStepADay { until: day(6) })
    );
    assert_eq!(
        may(&[reminded.clone()], FriendlyReminder, 6),
        Err(Why::AlreadyDone { on: day(5) })
    );
    let mut sibling = debt("b", "x", 0);
    done(&mut sibling, Call, 8);
    assert_eq!(
        may(&[reminded.clone(), sibling], Call, 8),
        Err(Why::OneStepADay { until: day(9) }),
        "the client's day"
    );
    let mut demanded = facts;
    done(&mut demanded, FormalDemand, 30);
    assert_eq!(
        may(&[demanded.clone()], FriendlyReminder, 31),
        Err(Why::Passed),
        "no friendly restart"
    );
    assert_eq!(may(&[demanded], Call, 31), Ok(()));
}
