//! Cases, contacts, plans, decisions, and the question whether it was paid.

use domain::case::{Channel, ContactOutcome, Direction, Outcome};
use domain::dunning::{DunningPolicy, StepEnd, StepKind, StepRecord};
use domain::id::{CaseId, ClientId, ReceivableId};

use super::{add_client, day, eur, issue, now, pay, studio};
use crate::contact::Contact;
use crate::due_notice::Answer;
use crate::dunning::StoredStep;
use crate::{Page, StoreError, Tx, case, contact, due_notice, dunning, policy, receivable, snooze};

pub(super) async fn late(tx: &mut Tx) -> (ClientId, CaseId, ReceivableId) {
    let client = add_client(tx, "c1", "Anna").await;
    issue(tx, "i1", &client, "2026-01-01", "2026-01-15", 100)
        .await
        .unwrap();
    let (case, receivable) = (CaseId("k1".to_owned()), ReceivableId("i1-r".to_owned()));
    case::insert(
        tx,
        &case,
        &client,
        eur(0).currency(),
        day("2026-01-16"),
        now(),
    )
    .await
    .unwrap();
    case::add_receivable(tx, &case, &receivable, day("2026-01-16"))
        .await
        .unwrap();
    (client, case, receivable)
}

pub(super) fn told(id: &str, client: &ClientId, case: &CaseId) -> Contact {
    Contact {
        id: id.to_owned(),
        client: client.clone(),
        case: Some(case.clone()),
        happened_at: now(),
        logged_at: now(),
        direction: Direction::Outbound,
        channel: Channel::Letter,
        outcome: ContactOutcome::HandedOver,
        person: "Anna".to_owned(),
        words: "Please pay.".to_owned(),
        amount: Some(eur(100)),
        deadline_on: Some(day("2026-03-10")),
        document: None,
        file: None,
        corrects: None,
    }
}

#[tokio::test]
async fn one_case_is_open_per_client_and_currency() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let (client, id, receivable) = late(&mut tx).await;
    let euro = eur(0).currency();
    let second = CaseId("k2".to_owned());
    let twice = case::insert(&mut tx, &second, &client, euro, day("2026-01-20"), now()).await;
    assert!(
        matches!(twice, Err(StoreError::Constraint { .. })),
        "{twice:?}"
    );
    let found = case::open_of(&mut tx, &client, euro)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (found.id.as_str(), found.version),
        ("k1", 1),
        "the one that is open"
    );
    case::add_receivable(&mut tx, &id, &receivable, day("2026-01-17"))
        .await
        .unwrap();
    let about = receivable::of_case(&mut tx, &id).await.unwrap();
    assert_eq!(
        (about.len(), about[0].receivable.case.as_ref()),
        (1, Some(&id)),
        "joined once, and it knows"
    );

    let listed = case::list(&mut tx, false, day("2026-03-01"), Page::ALL)
        .await
        .unwrap();
    let row = &listed.rows[0];
    assert_eq!(
        (row.open, row.overdue, row.receivables),
        (eur(100), eur(100), 1),
        "with what it is about"
    );

    let closed = case::Closed {
        on: day("2026-03-01"),
        outcome: Outcome::Paid,
        reason: "in full".to_owned(),
    };
    let stale = case::close(&mut tx, &id, 9, &closed, now()).await;
    assert!(
        matches!(
            stale,
            Err(StoreError::StaleVersion {
                expected: 9,
                found: 1,
                ..
            })
        ),
        "{stale:?}"
    );
    assert_eq!(
        case::close(&mut tx, &id, 1, &closed, now()).await.unwrap(),
        2
    );
    assert_eq!(
        case::get(&mut tx, &id).await.unwrap().closed,
        Some(closed.clone()),
        "closed with its outcome"
    );
    let again = case::close(&mut tx, &id, 2, &closed, now()).await;
    assert!(
        matches!(again, Err(StoreError::Constraint { .. })),
        "closed once: {again:?}"
    );
    case::insert(&mut tx, &second, &client, euro, day("2026-03-20"), now())
        .await
        .unwrap();
    let both = case::reopen(&mut tx, &id, 2, "it bounced", now()).await;
    assert!(
        matches!(both, Err(StoreError::Constraint { .. })),
        "not beside a new one: {both:?}"
    );
    assert_eq!(case::count(&mut tx, true).await.unwrap(), 1, "one closed");
    assert_eq!(
        case::of_client(&mut tx, &client).await.unwrap().len(),
        2,
        "two in all"
    );
    assert_eq!(
        case::open_of_client(&mut tx, &client).await.unwrap()[0].id,
        second,
        "one open"
    );
}

#[tokio::test]
async fn a_case_opens_again_and_counts_what_happens_in_it() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let (_, id, _) = late(&mut tx).await;
    case::touch(&mut tx, &id, now()).await.unwrap();
    let closed = case::Closed {
        on: day("2026-03-01"),
        outcome: Outcome::WrittenOff,
        reason: String::new(),
    };
    assert_eq!(
        case::close(&mut tx, &id, 2, &closed, now()).await.unwrap(),
        3,
        "a contact counts as a change"
    );
    assert_eq!(
        case::reopen(&mut tx, &id, 3, "found them", now())
            .await
            .unwrap(),
        4
    );
    assert_eq!(
        case::get(&mut tx, &id).await.unwrap().closed,
        None,
        "open again"
    );
}

#[tokio::test]
async fn a_contact_is_corrected_by_another_and_never_changed() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let (client, case, _) = late(&mut tx).await;
    let first = told("t1", &client, &case);
    contact::insert(&mut tx, &first).await.unwrap();
    let second = Contact {
        corrects: Some("t1".to_owned()),
        words: "Please pay EUR 1.".into(),
        ..told("t2", &client, &case)
    };
    contact::insert(&mut tx, &second).await.unwrap();
    let log = contact::of_case(&mut tx, &case).await.unwrap();
    assert_eq!(
        (&log[0].contact, log[0].corrected_by.as_deref()),
        (&first, Some("t2")),
        "as it was, and what corrects it"
    );
    assert_eq!(
        contact::of_client(&mut tx, &client).await.unwrap(),
        log,
        "the same on the client"
    );
    assert_eq!(
        contact::get(&mut tx, "t2").await.unwrap().contact,
        second,
        "the new one"
    );
    for statement in ["UPDATE contact SET words = ''", "DELETE FROM contact"] {
        let tried = sqlx::query(statement)
            .execute(&mut *tx)
            .await
            .map_err(StoreError::from);
        assert!(
            matches!(tried, Err(StoreError::Frozen { .. })),
            "{statement}: {tried:?}"
        );
    }
}

#[tokio::test]
async fn a_step_is_decided_on_once() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let (_, case, receivable) = late(&mut tx).await;
    let key = policy::add(&mut tx, &DunningPolicy::standard(), now())
        .await
        .unwrap();
    let step = StoredStep {
        record: StepRecord {
            receivable: receivable.clone(),
            kind: StepKind::FriendlyReminder,
            occurrence: 1,
            on: day("2026-01-20"),
            how: StepEnd::Done,
            deadline_on: Some(day("2026-01-30")),
        },
        policy: key,
        document: None,
        contact: None,
        reason: String::new(),
        at: now(),
    };
    dunning::record(&mut tx, &step).await.unwrap();
    let twice = dunning::record(&mut tx, &step).await;
    assert!(
        matches!(twice, Err(StoreError::Constraint { .. })),
        "{twice:?}"
    );
    for found in [
        dunning::records_of(&mut tx, &receivable).await.unwrap(),
        dunning::records_of_case(&mut tx, &case).await.unwrap(),
        dunning::records_of_open(&mut tx).await.unwrap(),
    ] {
        assert_eq!(
            found,
            std::slice::from_ref(&step),
            "found wherever it is asked for"
        );
    }
    pay(&mut tx, "p1", &ClientId("c1".to_owned()), "i1-r", 100)
        .await
        .unwrap();
    assert!(
        dunning::records_of_open(&mut tx).await.unwrap().is_empty(),
        "the planner needs no paid ones"
    );
}

#[tokio::test]
async fn what_is_put_off_comes_back_on_its_day() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    snooze::put(&mut tx, "case", "k1", day("2026-03-03"), now())
        .await
        .unwrap();
    snooze::put(&mut tx, "case", "k1", day("2026-03-05"), now())
        .await
        .unwrap();
    let active = snooze::active(&mut tx, day("2026-03-04")).await.unwrap();
    assert_eq!(
        (active.len(), active[0].until_on),
        (1, day("2026-03-05")),
        "the later word holds"
    );
    assert!(
        snooze::active(&mut tx, day("2026-03-05"))
            .await
            .unwrap()
            .is_empty(),
        "it is back"
    );
    assert!(
        snooze::remove(&mut tx, "case", "k1").await.unwrap(),
        "taken back"
    );
    assert!(
        !snooze::remove(&mut tx, "case", "k1").await.unwrap(),
        "once"
    );
}

#[tokio::test]
async fn the_question_whether_it_was_paid_is_put_once() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let (client, _, receivable) = late(&mut tx).await;
    issue(&mut tx, "i2", &client, "2026-01-01", "2026-03-01", 100)
        .await
        .unwrap();
    let today = day("2026-03-01");
    let waiting = due_notice::waiting(&mut tx, today).await.unwrap();
    assert_eq!(
        (waiting.len(), &waiting[0].receivable),
        (1, &receivable),
        "what is due today is not late"
    );
    due_notice::asked(&mut tx, &receivable, today, now())
        .await
        .unwrap();
    assert!(
        due_notice::waiting(&mut tx, today)
            .await
            .unwrap()
            .is_empty(),
        "asked, so not again"
    );
    assert_eq!(
        due_notice::unanswered(&mut tx).await.unwrap().len(),
        1,
        "no answer yet"
    );

    due_notice::answer(&mut tx, &receivable, Answer::Later(day("2026-03-03")))
        .await
        .unwrap();
    assert!(
        due_notice::unanswered(&mut tx).await.unwrap().is_empty(),
        "later is an answer"
    );
    let asked = async |tx: &mut Tx, on: &str| {
        let waiting = due_notice::waiting(tx, day(on)).await.unwrap();
        waiting
            .into_iter()
            .map(|one| one.receivable.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        asked(&mut tx, "2026-03-02").await,
        ["i2-r"],
        "not before the day"
    );
    assert_eq!(
        asked(&mut tx, "2026-03-03").await,
        ["i1-r", "i2-r"],
        "and then again"
    );
    due_notice::asked(&mut tx, &receivable, day("2026-03-03"), now())
        .await
        .unwrap();
    due_notice::answer(&mut tx, &receivable, Answer::No)
        .await
        .unwrap();
    assert_eq!(asked(&mut tx, "2026-03-09").await, ["i2-r"], "no is final");
    let notice = due_notice::find(&mut tx, &receivable)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (notice.noticed_on, notice.answer),
        (day("2026-03-03"), Some(Answer::No)),
        "and remembered"
    );
    let never = due_notice::answer(&mut tx, &ReceivableId("i2-r".to_owned()), Answer::Yes).await;
    assert!(
        matches!(never, Err(StoreError::NotFound { .. })),
        "no answer without a question: {never:?}"
    );
    pay(&mut tx, "p1", &client, "i2-r", 100).await.unwrap();
    assert!(
        asked(&mut tx, "2026-03-09").await.is_empty(),
        "what is paid is not asked about"
    );
}
