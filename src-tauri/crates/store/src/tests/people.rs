//! Clients and jobs: lists as people read them, and what a client owes.

use domain::id::{ClientId, JobId};

use super::{add_client, client_facts, day, eur, issue, job_facts, now, studio};
use crate::{Page, StoreError, client, job};

#[tokio::test]
async fn clients_are_sorted_as_people_read_and_put_away_instead_of_deleted() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    for (id, name) in [
        ("c1", "Zorn"),
        ("c2", "Ärzte ohne Eile"),
        ("c3", "arzt"),
        ("c4", "Émile"),
    ] {
        add_client(&mut tx, id, name).await;
    }
    let names = |rows: Vec<client::StoredClient>| {
        rows.into_iter()
            .map(|row| row.facts.name)
            .collect::<Vec<_>>()
    };
    let listed = client::list(
        &mut tx,
        false,
        Page {
            offset: 0,
            limit: 3,
        },
    )
    .await
    .unwrap();
    assert_eq!(
        (listed.total, names(listed.rows)),
        (
            4,
            vec!["arzt".into(), "Ärzte ohne Eile".into(), "Émile".into()]
        )
    );
    let rest = client::list(
        &mut tx,
        false,
        Page {
            offset: 3,
            limit: 3,
        },
    )
    .await
    .unwrap();
    assert_eq!(names(rest.rows), ["Zorn"], "the second page goes on");

    let zorn = ClientId("c1".to_owned());
    assert_eq!(
        client::archive(&mut tx, &zorn, 1, true, now())
            .await
            .unwrap(),
        2,
        "putting away is a change"
    );
    assert_eq!(
        client::count(&mut tx, false).await.unwrap(),
        3,
        "not in the list"
    );
    assert_eq!(
        names(client::list(&mut tx, true, Page::ALL).await.unwrap().rows),
        ["Zorn"],
        "but among those put away"
    );
    assert!(
        !client::names(&mut tx)
            .await
            .unwrap()
            .iter()
            .any(|(id, _)| *id == zorn),
        "nor offered for new work"
    );
    client::archive(&mut tx, &zorn, 2, false, now())
        .await
        .unwrap();
    assert_eq!(
        client::get(&mut tx, &zorn).await.unwrap().archived_at,
        None,
        "and taken back"
    );
    let deleted = sqlx::query("DELETE FROM client")
        .execute(&mut *tx)
        .await
        .map_err(StoreError::from);
    assert!(
        matches!(deleted, Err(StoreError::Frozen { .. })),
        "a client cannot be deleted: {deleted:?}"
    );
}

#[tokio::test]
async fn a_job_needs_its_client_and_is_listed_with_its_name() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let nobody = job::insert(
        &mut tx,
        &JobId("j0".to_owned()),
        &job_facts("no", "x", None),
        now(),
    )
    .await;
    assert!(
        matches!(nobody, Err(StoreError::Constraint { .. })),
        "{nobody:?}"
    );
    add_client(&mut tx, "c1", "Bea").await;
    add_client(&mut tx, "c2", "Anna").await;
    for (id, client, title, on) in [
        ("j1", "c1", "b", Some("2026-06-01")),
        ("j2", "c2", "Ä", None),
        ("j3", "c1", "c", Some("2026-05-01")),
    ] {
        job::insert(
            &mut tx,
            &JobId(id.to_owned()),
            &job_facts(client, title, on),
            now(),
        )
        .await
        .unwrap();
    }
    let mut order = async |sort, descending| {
        let listed = job::list(&mut tx, false, sort, descending, Page::ALL)
            .await
            .unwrap();
        listed
            .rows
            .into_iter()
            .map(|row| row.job.id.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        order(job::JobSort::Event, true).await,
        ["j1", "j3", "j2"],
        "no date is last"
    );
    assert_eq!(
        order(job::JobSort::Title, false).await,
        ["j2", "j1", "j3"],
        "a letter with a mark sorts as its letter"
    );
    assert_eq!(
        order(job::JobSort::Client, false).await,
        ["j2", "j1", "j3"],
        "by the client's name"
    );
    let id = JobId("j1".to_owned());
    job::update(&mut tx, &id, 1, &job_facts("c1", "new", None), now())
        .await
        .unwrap();
    assert_eq!(
        job::get(&mut tx, &id).await.unwrap().facts.title,
        "new",
        "the facts changed"
    );
    job::archive(&mut tx, &id, 2, true, now()).await.unwrap();
    assert_eq!(job::count(&mut tx, false).await.unwrap(), 2, "put away");
    assert_eq!(
        job::of_client(&mut tx, &ClientId("c1".to_owned()))
            .await
            .unwrap()
            .len(),
        2,
        "yet still the client's"
    );
}

#[tokio::test]
async fn what_a_client_owes_is_summed_per_currency() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let anna = add_client(&mut tx, "c1", "Anna").await;
    let bea = add_client(&mut tx, "c2", "Bea").await;
    issue(&mut tx, "i1", &anna, "2026-01-01", "2026-01-15", 100)
        .await
        .unwrap();
    issue(&mut tx, "i2", &anna, "2026-02-01", "2026-03-01", 50)
        .await
        .unwrap();
    let sums = client::sums(&mut tx, &[anna.clone(), bea], day("2026-03-01"))
        .await
        .unwrap();
    let expected = client::ClientSum {
        client: anna,
        open: eur(150),
        overdue: eur(100),
        oldest_due_on: day("2026-01-15"),
    };
    assert_eq!(
        sums,
        [expected],
        "due today is not late, and who owes nothing is not in it"
    );
    client::insert(
        &mut tx,
        &ClientId("c3".to_owned()),
        &client_facts("Cleo"),
        now(),
    )
    .await
    .unwrap();
}
