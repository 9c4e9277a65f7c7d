//! What was said changes what comes next.

use super::*;
use ContactOutcome::{InvoiceNotReceived, LeftMessage, NoAnswer, Reached, Replied};
use Direction::{Inbound, Outbound};

#[test]
fn a_reply_rests_the_ladder_until_it_is_answered() {
    let mut debtor = one(debt("a", 0));
    debtor.contacts.push(said(3, Inbound, Replied));
    assert_eq!(proposed(&debtor, 8), []);
    assert_eq!(why(&debtor, 8), Why::ReplyWaiting { since: day(3) });
    let mut waved_off = debtor.clone();
    waved_off.contacts[0].answered = true;
    assert_eq!(proposed(&waved_off, 8).len(), 1, "no answer was needed");
    debtor.contacts.push(said(4, Outbound, NoAnswer));
    assert_eq!(proposed(&debtor, 8), [], "an attempt is no answer");
    debtor.contacts.push(said(7, Outbound, Reached));
    assert_eq!(proposed(&debtor, 8).len(), 1);
    debtor.contacts.push(said(8, Inbound, Replied));
    assert_eq!(proposed(&debtor, 9), [], "and the next one rests it again");
}

#[test]
fn a_letter_that_went_out_later_answers_a_reply() {
    let mut debtor = one(debt("a", 0));
    debtor.contacts.push(said(3, Inbound, Replied));
    done(&mut debtor, 0, FriendlyReminder, 4);
    assert_eq!(proposed(&debtor, 7), [(Call, day(7))]);
}

#[test]
fn a_client_who_never_got_the_invoice_gets_it_again_before_the_call() {
    let mut debtor = one(debt("a", 0));
    done(&mut debtor, 0, FriendlyReminder, 1);
    done(&mut debtor, 0, Call, 3);
    assert_eq!(proposed(&debtor, 7), [], "the resend is due on day 14");
    debtor.contacts.push(said(3, Outbound, InvoiceNotReceived));
    assert_eq!(proposed(&debtor, 7), [(StatementResend, day(7))]);
    assert_eq!(
        plan_client(&debtor, &place(), day(7))[0].why,
        Why::NotReceived { on: day(3) }
    );
    let mut called = one(debt("b", 0));
    done(&mut called, 0, FriendlyReminder, 1);
    called.contacts.push(said(2, Inbound, InvoiceNotReceived));
    assert_eq!(
        proposed(&called, 4),
        [(StatementResend, day(4))],
        "written to us: it goes before the call, and is the answer"
    );
    done(&mut called, 0, StatementResend, 4);
    assert_eq!(
        why(&called, 9),
        Why::TooEarly { on: day(21) },
        "then the ladder keeps its days"
    );
}

#[test]
fn a_voicemail_is_no_written_reminder() {
    let mut debtor = one(debt("a", 0));
    debtor.contacts.push(said(2, Outbound, LeftMessage));
    assert_eq!(
        proposed(&debtor, 3),
        [(FriendlyReminder, day(1))],
        "the reminder is still to come"
    );
    assert!(may(&debtor, FormalDemand, 3).is_err());
}

#[test]
fn nobody_is_written_to_on_the_day_they_were_spoken_to() {
    let mut debtor = one(debt("a", 0));
    debtor.contacts.push(said(3, Outbound, Reached));
    assert_eq!(proposed(&debtor, 3), []);
    assert_eq!(why(&debtor, 3), Why::OneStepADay { until: day(4) });
    assert_eq!(proposed(&debtor, 4).len(), 1);
}

#[test]
fn a_consumer_hears_from_us_on_two_days_of_seven() {
    let mut debtor = one(debt("a", 0));
    debtor.contacts = vec![said(1, Outbound, Reached), said(3, Outbound, LeftMessage)];
    assert_eq!(
        proposed(&debtor, 4).len(),
        1,
        "a company may hear a third time"
    );
    debtor.kind = ClientKind::Consumer;
    assert_eq!(proposed(&debtor, 4), []);
    assert_eq!(why(&debtor, 4), Why::ContactCap { until: day(8) });
    assert_eq!(proposed(&debtor, 7), []);
    assert_eq!(
        proposed(&debtor, 8).len(),
        1,
        "the first contact is a week old"
    );
}

#[test]
fn without_an_address_a_step_takes_another_way_or_none() {
    let mut debtor = one(debt("a", 0));
    let way = |debtor: &Debtor| {
        let proposals = plan_client(debtor, &place(), day(1));
        proposals
            .first()
            .map(|proposal| (proposal.channel, proposal.instead_of))
    };
    assert_eq!(way(&debtor), Some((StepChannel::Email, None)));
    debtor.reach.email = false;
    let instead = Some(StepChannel::Email);
    assert_eq!(way(&debtor), Some((StepChannel::Letter, instead)));
    debtor.reach.post = false;
    assert_eq!(way(&debtor), Some((StepChannel::Call, instead)));
    debtor.reach.phone = false;
    assert_eq!(way(&debtor), None, "nothing is sent to nowhere");
    assert_eq!(why(&debtor, 1), Why::NoWayToReach);
}

#[test]
fn what_may_leave_by_itself_waits_for_a_day_that_was_checked() {
    let mut policy = DunningPolicy::standard();
    for step in &mut policy.steps {
        if step.kind.may_leave_by_itself() {
            step.approval = Approval::Automatic;
        }
    }
    let mut debtor = one(debt_under(policy, "a", 10));
    let leaves = |debtor: &Debtor, today| plan_client(debtor, &place(), day(today))[0].leaves;
    assert_eq!(
        leaves(&debtor, 7),
        Leaves::ByItself,
        "a note is about no late sum"
    );
    assert_eq!(leaves(&debtor, 11), Leaves::OnceChecked);
    debtor.checked_on = Some(day(10));
    assert_eq!(
        leaves(&debtor, 11),
        Leaves::OnceChecked,
        "yesterday's look is no look"
    );
    debtor.checked_on = Some(day(11));
    assert_eq!(leaves(&debtor, 11), Leaves::ByItself);
    debtor.reach.email = false;
    assert_eq!(
        leaves(&debtor, 11),
        Leaves::Prepared,
        "no letter posts itself"
    );
    let standard = one(debt("a", 0));
    assert_eq!(
        leaves(&standard, 1),
        Leaves::Prepared,
        "off until the owner allows it"
    );
}
