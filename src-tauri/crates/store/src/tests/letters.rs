//! Letters of a case until they are handed over, and what the planner asks about many clients at once.

use domain::dunning::{DunningPolicy, StepEnd, StepKind, StepRecord};
use domain::evidence::Digest;
use domain::id::{DocumentId, ReceivableId};

use super::follow_up::late;
use super::{add_client, day, now, studio};
use crate::document::{DocumentSort, NewDocument, Wanted};
use crate::dunning::StoredStep;
use crate::{Page, case, client, document, dunning, policy};

fn handed_over(receivable: &ReceivableId, letter: &DocumentId) -> StoredStep {
    StoredStep {
        record: StepRecord {
            receivable: receivable.clone(),
            kind: StepKind::FormalDemand,
            occurrence: 1,
            on: day("2026-03-01"),
            how: StepEnd::Done,
            deadline_on: Some(day("2026-03-15")),
        },
        policy: 1,
        document: Some(letter.clone()),
        contact: None,
        reason: String::new(),
        at: now(),
    }
}

#[tokio::test]
async fn a_letter_knows_what_it_is_about_and_is_not_made_twice() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let (client, case, receivable) = late(&mut tx).await;
    let id = DocumentId("d1".to_owned());
    let letter = NewDocument {
        id: &id,
        kind: "formal_demand",
        title: "Demand",
        language: "en-GB",
        media_type: "application/pdf",
        template_version: "1",
        bytes: b"%PDF",
        words: "",
        facts: Digest::of(b"facts of the letter"),
        client: Some(&client),
        invoice: None,
        case: Some(&case),
        receivables: std::slice::from_ref(&receivable),
    };
    assert_eq!(
        document::insert(&mut tx, &letter, now()).await.unwrap(),
        Digest::of(b"%PDF"),
        "its hash"
    );
    let same = document::made_from(&mut tx, &case, "formal_demand", letter.facts)
        .await
        .unwrap();
    assert_eq!(
        same.map(|found| found.id),
        Some(id.clone()),
        "the same facts: the same letter"
    );
    let other = document::made_from(&mut tx, &case, "formal_demand", Digest::of(b"other"))
        .await
        .unwrap();
    assert_eq!(other, None, "other facts: another letter");
    assert_eq!(
        document::of_receivable(&mut tx, &receivable).await.unwrap()[0].id,
        id,
        "found from what it is about"
    );
    assert_eq!(
        document::receivables(&mut tx, &id).await.unwrap(),
        std::slice::from_ref(&receivable),
        "and back"
    );
    assert_eq!(
        document::of_case(&mut tx, &case).await.unwrap().len(),
        1,
        "in its case"
    );
    assert_eq!(
        document::not_handed_over(&mut tx).await.unwrap().len(),
        1,
        "nobody said that it left"
    );
    policy::add(&mut tx, &DunningPolicy::standard(), now())
        .await
        .unwrap();
    dunning::record(&mut tx, &handed_over(&receivable, &id))
        .await
        .unwrap();
    assert_eq!(
        document::not_handed_over(&mut tx).await.unwrap(),
        [],
        "a decision of its case names it"
    );
    assert_eq!(
        dunning::records_of_open_of_client(&mut tx, &client)
            .await
            .unwrap(),
        [handed_over(&receivable, &id)],
        "what the planner needs of one client"
    );
    let of_client = Wanted {
        client: Some(&client),
        ..Wanted::default()
    };
    let listed = document::list(&mut tx, of_client, DocumentSort::Best, true, Page::first(1));
    assert_eq!(
        listed.await.unwrap().total,
        2,
        "with the invoice's own paper"
    );
    assert_eq!(
        document::get(&mut tx, &id)
            .await
            .unwrap()
            .client_name
            .as_deref(),
        Some("Anna"),
        "with the name"
    );
}

#[tokio::test]
async fn many_clients_are_asked_about_at_once() {
    let (_folder, store) = studio().await;
    let mut tx = store.begin().await.unwrap();
    let (client, case, _) = late(&mut tx).await;
    let other = add_client(&mut tx, "c2", "Berta").await;
    let both = [client.clone(), other.clone()];
    let cases = case::of_clients(&mut tx, &both).await.unwrap();
    assert_eq!(
        cases.iter().map(|found| &found.id).collect::<Vec<_>>(),
        [&case],
        "one has a case"
    );
    assert_eq!(
        case::of_clients(&mut tx, std::slice::from_ref(&other))
            .await
            .unwrap(),
        [],
        "the other has none"
    );
    let silent = |found: Vec<(_, domain::client::ClientFacts)>| {
        let silent = found.into_iter().filter(|(_, facts)| facts.do_not_contact);
        silent.map(|(id, _)| id).collect::<Vec<_>>()
    };
    let found = client::facts_of(&mut tx, &both).await.unwrap();
    assert_eq!(silent(found), [], "both may be contacted");
    let stored = client::get(&mut tx, &other).await.unwrap();
    let facts = domain::client::ClientFacts {
        do_not_contact: true,
        ..stored.facts
    };
    client::update(&mut tx, &other, stored.version, &facts, now())
        .await
        .unwrap();
    let found = client::facts_of(&mut tx, &both).await.unwrap();
    assert_eq!(silent(found), [other], "now one may not");
}
