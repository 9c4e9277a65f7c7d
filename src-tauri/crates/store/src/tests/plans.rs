//! Follow-up plans, the version each debt keeps, holds, answers; and files from when there was one plan.

use domain::dunning::{DunningPolicy, HoldKind, PromiseState, StepKind};
use domain::id::{ClientId, HoldId, PolicyId, ReceivableId};
use sqlx::migrate::Migrator;

use super::follow_up::late;
use super::{day, eur, now, pay, studio};
use crate::hold::NewHold;
use crate::open::{migrations, prepare_with};
use crate::policy::Scope;
use crate::{Store, StoreError, Tx, contact, dunning, hold, policy};

#[tokio::test]
async fn a_version_of_a_plan_is_given_once_and_never_changes() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let standard = DunningPolicy::standard();
    let first = policy::add(&mut tx, &DunningPolicy::first_standard(), now())
        .await
        .unwrap();
    let second = policy::add(&mut tx, &standard, now()).await.unwrap();
    let again = policy::add(&mut tx, &standard, now()).await;
    assert!(
        matches!(again, Err(StoreError::Constraint { .. })),
        "{again:?}"
    );
    let all = policy::all(&mut tx).await.unwrap();
    let named: Vec<(u32, u32)> = all
        .iter()
        .map(|stored| (stored.key, stored.policy.version))
        .collect();
    assert_eq!(named, [(first, 1), (second, 2)]);
    assert_eq!(all[1].policy, standard, "read back as it was");
    let changed = sqlx::query("UPDATE dunning_policy SET facts = '{}'")
        .execute(&mut *tx)
        .await;
    assert!(changed.unwrap_err().to_string().contains("frozen"));
}

#[tokio::test]
async fn a_plan_is_for_the_business_a_client_or_an_invoice() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let (_, _, receivable) = late(&mut tx).await;
    let firm = PolicyId("firm".into());
    for (scope, subject) in [
        (Scope::Business, ""),
        (Scope::Client, "c1"),
        (Scope::Invoice, "i1"),
    ] {
        policy::assign(&mut tx, scope, subject, Some(&firm), now())
            .await
            .unwrap();
    }
    policy::assign(&mut tx, Scope::Client, "c1", None, now())
        .await
        .unwrap();
    let left: Vec<Scope> = policy::assignments(&mut tx)
        .await
        .unwrap()
        .into_iter()
        .map(|assignment| assignment.scope)
        .collect();
    assert_eq!(left, [Scope::Business, Scope::Invoice]);

    let key = policy::add(&mut tx, &DunningPolicy::firm(), now())
        .await
        .unwrap();
    policy::pin(&mut tx, &receivable, key, day("2026-01-16"))
        .await
        .unwrap();
    let other = ReceivableId("other".into());
    let pins = policy::pins_of(&mut tx, [&receivable, &other])
        .await
        .unwrap();
    assert_eq!(pins.get(&receivable), Some(&key));
    assert_eq!(pins.get(&other), None, "it has not begun");
}

async fn promise(tx: &mut Tx, receivables: Vec<ReceivableId>) -> HoldId {
    let (_, case, _) = late(tx).await;
    let id = HoldId("h1".into());
    let new = NewHold {
        id: id.clone(),
        case,
        kind: HoldKind::Promise,
        from: day("2026-02-20"),
        until: day("2026-03-05"),
        amount: Some(eur(60)),
        currency: eur(0).currency(),
        receivables,
        reason: "By transfer on Thursday".into(),
    };
    hold::insert(tx, &new, now()).await.unwrap();
    id
}

#[tokio::test]
async fn what_came_in_on_the_days_of_a_promise_counts_for_it() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    promise(&mut tx, vec![]).await;
    let case = [domain::id::CaseId("k1".into())];
    let found = hold::of_cases(&mut tx, &case).await.unwrap();
    assert_eq!(
        found[0].hold.promise(day("2026-03-06")),
        Some(PromiseState::Broken)
    );
    pay(&mut tx, "p1", &ClientId("c1".into()), "i1-r", 60)
        .await
        .unwrap();
    let found = hold::of_cases(&mut tx, &case).await.unwrap();
    assert_eq!(found[0].hold.received, Some(eur(60)));
    assert_eq!(
        found[0].hold.promise(day("2026-03-06")),
        Some(PromiseState::Kept)
    );
}

#[tokio::test]
async fn a_hold_is_about_its_debts_and_ends_once() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let receivable = ReceivableId("i1-r".into());
    let id = promise(&mut tx, vec![receivable.clone()]).await;
    hold::end(&mut tx, &id, day("2026-03-01"), "They paid", now())
        .await
        .unwrap();
    let twice = hold::end(&mut tx, &id, day("2026-03-02"), "", now()).await;
    assert!(
        matches!(twice, Err(StoreError::Constraint { .. })),
        "{twice:?}"
    );
    let found = hold::of_cases(&mut tx, &[domain::id::CaseId("k1".into())])
        .await
        .unwrap();
    assert!(found[0].is_about(&receivable));
    assert!(!found[0].is_about(&ReceivableId("other".into())));
    assert_eq!(
        (found[0].hold.ended_on, found[0].end_reason.as_str()),
        (Some(day("2026-03-01")), "They paid")
    );
    let gone = sqlx::query("DELETE FROM hold").execute(&mut *tx).await;
    assert!(gone.unwrap_err().to_string().contains("frozen"));
}

#[tokio::test]
async fn an_answered_contact_is_noted_as_answered() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let (client, case, _) = late(&mut tx).await;
    let told = super::follow_up::told("t1", &client, &case);
    contact::insert(&mut tx, &told).await.unwrap();
    let notes =
        |notes: Vec<contact::Noted>| notes.iter().map(|note| note.answered).collect::<Vec<_>>();
    let clients = [client];
    let found = contact::notes_of_clients(&mut tx, &clients).await.unwrap();
    assert_eq!(notes(found), [false]);
    for _ in 0..2 {
        contact::answer(&mut tx, "t1", day("2026-03-01"), now())
            .await
            .unwrap();
    }
    let found = contact::notes_of_clients(&mut tx, &clients).await.unwrap();
    assert_eq!(notes(found), [true]);
}

/// A file as the program wrote it when there was one plan with three steps.
const OLDER: &str = r#"
INSERT INTO client (id, facts, name_key, created_at, updated_at) VALUES ('c1', '{"kind":"company","name":"Anna"}', 'anna', 'x', 'x');
INSERT INTO invoice (id, kind, client_id, number, issued_on, due_on, total_minor, currency, created_at, title)
    VALUES ('i1', 'recorded', 'c1', '7', '2026-01-01', '2026-01-15', 100, 'EUR', 'x', '');
INSERT INTO receivable (id, invoice_id, client_id, part, of, due_on, amount_minor, currency)
    VALUES ('r1', 'i1', 'c1', 1, 1, '2026-01-15', 100, 'EUR');
INSERT INTO receivable_state VALUES ('r1', 'i1', 'c1', 'EUR', '2026-01-15', 0, 100);
INSERT INTO case_file (id, client_id, currency, opened_on, created_at, updated_at)
    VALUES ('k1', 'c1', 'EUR', '2026-01-16', '2026-01-16T08:00:00.000Z', 'x');
INSERT INTO case_receivable VALUES ('k1', 'r1', '2026-01-16');
"#;
const DECIDED: &str = r#"
INSERT INTO dunning_policy VALUES (1, '{"name":"standard","version":1,"steps":[{"kind":"friendly_reminder","daysAfterDue":1,"minimumWaitDays":0,"deadlineDays":0},{"kind":"call","daysAfterDue":7,"minimumWaitDays":3,"deadlineDays":0},{"kind":"formal_demand","daysAfterDue":30,"minimumWaitDays":7,"deadlineDays":14}]}', '2026-01-17T08:00:00.000Z');
INSERT INTO step_record (receivable_id, policy_version, kind, occurrence, happened_on, how, reason, at)
    VALUES ('r1', 1, 'friendly_reminder', 1, '2026-01-17', 'done', '', '2026-01-17T08:00:00.000Z');
"#;

/// Brings a file of the format before plans to today's.
async fn upgraded(facts: &[&'static str]) -> (tempfile::TempDir, Store) {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("studio.db");
    let before = migrations().iter().take(3).cloned().collect();
    let older = Migrator::with_migrations(before);
    let (mut conn, _) = prepare_with(&path, now(), "0.0.9", &older, 3)
        .await
        .unwrap();
    for sql in facts {
        sqlx::raw_sql(*sql).execute(&mut conn).await.unwrap();
    }
    sqlx::Connection::close(conn).await.unwrap();
    let (store, opened) = Store::open(&path, now(), "0.1.0").await.unwrap();
    assert_eq!(opened.migrated_from, Some(3));
    (folder, store)
}

#[tokio::test]
async fn a_case_that_began_with_the_first_plan_goes_on_with_it() {
    for decided in [true, false] {
        let facts: &[&str] = if decided { &[OLDER, DECIDED] } else { &[OLDER] };
        let (_folder, store) = upgraded(facts).await;
        let mut tx = store.begin().await.unwrap();
        let all = policy::all(&mut tx).await.unwrap();
        assert_eq!(
            all.iter().map(|stored| &stored.policy).collect::<Vec<_>>(),
            [&DunningPolicy::first_standard()],
            "the same three steps in the new shape, decided on or not"
        );
        let receivable = ReceivableId("r1".into());
        let pins = policy::pins_of(&mut tx, [&receivable]).await.unwrap();
        assert_eq!(pins.get(&receivable), Some(&1));
        let records = dunning::records_of(&mut tx, &receivable).await.unwrap();
        let kinds: Vec<_> = records
            .iter()
            .map(|step| (step.record.kind, step.record.occurrence))
            .collect();
        let kept = [(StepKind::FriendlyReminder, 1)];
        assert_eq!(kinds, kept[..usize::from(decided)]);
        policy::add(&mut tx, &DunningPolicy::standard(), now())
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_file_without_cases_gets_no_plan_it_never_had() {
    let (_folder, store) = upgraded(&[]).await;
    let mut reader = store.read().await.unwrap();
    assert!(policy::all(&mut reader).await.unwrap().is_empty());
}
