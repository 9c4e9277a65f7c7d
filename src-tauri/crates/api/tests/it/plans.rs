//! Follow-up plans: what there is, what one would do, whom it is for, and what a running case keeps.

use serde_json::{Value, json};

use crate::scene::{Studio, client, text};

async fn standard_steps(studio: &Studio) -> Value {
    studio.ok("policy.get", json!({})).await["policy"]["steps"].clone()
}

async fn policy_of(studio: &Studio, case: &str) -> Value {
    studio.ok("case.get", json!({"id": case})).await["policy"].clone()
}

async fn assign(studio: &Studio, scope: &str, subject: &str, policy: Value) {
    let assign = json!({"scope": scope, "subject": subject, "policy": policy});
    studio.ok("policy.assign", assign).await;
}

#[tokio::test]
async fn four_plans_come_with_the_program_and_the_standard_one_is_used() {
    let studio = Studio::open().await;
    let plans = studio.ok("policies.list", json!({})).await;
    let ids: Vec<&str> = plans["policies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|plan| plan["policy"]["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["gentle", "standard", "firm", "none"]);
    assert_eq!(plans["ofBusiness"], "standard");
}

#[tokio::test]
async fn a_preview_says_what_would_happen_on_which_dates() {
    let studio = Studio::open().await;
    let ask = json!({
        "steps": standard_steps(&studio).await, "dueOn": "2026-03-16", "clientKind": "consumer", "country": ""
    });
    let preview = studio.ok("policy.preview", ask).await;
    assert_eq!(preview["answerDays"], 30, "a private person in England");
    let lines: Vec<String> = preview["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let deadline = line["deadlineOn"].as_str().unwrap_or("-");
            format!(
                "{} {} {} {deadline}",
                line["on"], line["days"], line["kind"]
            )
        })
        .map(|line| line.replace('"', ""))
        .collect();
    assert_eq!(
        lines,
        [
            "2026-03-13 -3 due_note -",
            "2026-03-17 1 friendly_reminder -",
            "2026-03-23 7 call -",
            "2026-03-30 14 statement_resend -",
            "2026-04-07 22 last_reminder 2026-04-14",
            "2026-04-15 30 formal_demand 2026-05-15",
            "2026-05-18 63 outside_help -",
            "2026-06-01 77 final_notice 2026-06-15",
        ],
        "6 April 2026 is Easter Monday, 15 May a Friday"
    );
}

#[tokio::test]
async fn a_plan_that_cannot_be_followed_is_told_step_by_step() {
    let studio = Studio::open().await;
    let mut steps = standard_steps(&studio).await;
    steps[2]["at"]["days"] = json!(0);
    steps[5]["approval"] = json!("automatic");
    let ask =
        json!({"steps": steps, "dueOn": "2026-03-16", "clientKind": "company", "country": "GB"});
    let preview = studio.ok("policy.preview", ask).await;
    let faults = json!([
        {"step": 2, "fault": "before_late"},
        {"step": 2, "fault": "out_of_order"},
        {"step": 5, "fault": "not_by_itself"}
    ]);
    assert_eq!(
        preview["faults"], faults,
        "a call on the due day, and a demand that sends itself"
    );
    assert_eq!(preview["lines"], json!([]), "nothing is foretold of it");
    let save = json!({"id": null, "name": "Mine", "steps": steps});
    studio
        .wrong("policy.save", save, "steps[2]", "wrong_format")
        .await;
}

#[tokio::test]
async fn a_plan_of_ones_own_is_kept_in_versions() {
    let studio = Studio::open().await;
    let mut steps = standard_steps(&studio).await;
    let save =
        |id: Value, name: &str, steps: &Value| json!({"id": id, "name": name, "steps": steps});
    let first = studio
        .ok("policy.save", save(json!(null), "Weddings", &steps))
        .await;
    assert_eq!(first["version"], 1);
    let unchanged = studio
        .ok("policy.save", save(first["id"].clone(), "Weddings", &steps))
        .await;
    assert_eq!(
        unchanged["version"], 1,
        "what did not change makes no version"
    );
    steps.as_array_mut().unwrap().remove(0);
    let second = studio
        .ok("policy.save", save(first["id"].clone(), "Weddings", &steps))
        .await;
    assert_eq!(second["version"], 2);
    for (id, what) in [
        ("standard", "comes with the program"),
        ("nobody", "not there"),
    ] {
        let refused = studio
            .refused("policy.save", save(json!(id), "Weddings", &steps))
            .await;
        assert!(refused.message.contains(what), "{refused}");
    }
    studio
        .wrong(
            "policy.save",
            save(json!(null), "Empty", &json!([])),
            "steps",
            "required",
        )
        .await;
    studio
        .wrong(
            "policy.save",
            save(json!(null), " ", &steps),
            "name",
            "required",
        )
        .await;
}

#[tokio::test]
async fn the_narrowest_plan_counts_and_a_running_case_keeps_its_version() {
    let studio = Studio::open().await;
    let (_, running, _) = studio.late().await;
    studio.on("2026-03-02");
    let kind = studio.client("Kind Client").await;
    let mixed = studio.client("Mixed Client").await;
    let of_kind = studio.invoice(&kind, 100).await;
    let of_mixed = studio.invoice(&mixed, 100).await;
    assign(&studio, "business", "", json!("firm")).await;
    assign(&studio, "client", &kind, json!("gentle")).await;
    assign(&studio, "client", &mixed, json!("gentle")).await;
    assign(&studio, "invoice", &of_mixed, json!("none")).await;
    let asked = json!({"scope": "invoice", "subject": of_kind});
    assert_eq!(
        studio.ok("policy.assigned", asked).await,
        json!({"own": null, "policy": "gentle"})
    );
    studio.on("2026-03-26");
    studio.catch_up().await;
    let plain = studio.client("Plain Client").await;
    studio.invoice(&plain, 100).await;
    studio.on("2026-04-20");
    studio.catch_up().await;
    for (client, policy) in [(&kind, "gentle"), (&mixed, "none"), (&plain, "firm")] {
        let case = studio.case(client).await.unwrap();
        assert_eq!(policy_of(&studio, &case).await["id"], policy);
    }
    assert_eq!(policy_of(&studio, &running).await["id"], "standard");

    assign(&studio, "client", &kind, json!(null)).await;
    let case = studio.case(&kind).await.unwrap();
    assert_eq!(
        policy_of(&studio, &case).await["id"],
        "gentle",
        "what began with it goes on with it"
    );
    for (scope, subject) in [
        ("client", "nobody"),
        ("invoice", "nothing"),
        ("business", "x"),
    ] {
        let wrong = json!({"scope": scope, "subject": subject, "policy": "firm"});
        studio.refused("policy.assign", wrong).await;
    }
}

#[tokio::test]
async fn a_case_moves_to_another_plan_only_when_its_owner_says_so() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let reminder = studio.make_letter(&case, "friendly_reminder").await;
    studio.hand_over(&reminder, "email").await;
    let to = json!({"case": case, "policy": "firm"});
    let preview = studio.ok("case.policyPreview", to.clone()).await;
    let on = |rungs: &Value, kind: &str| {
        let rungs = rungs.as_array().unwrap();
        let rung = rungs.iter().find(|rung| rung["kind"] == kind).unwrap();
        (rung["state"].clone(), rung["on"].clone())
    };
    assert_eq!(
        on(&preview["before"], "call"),
        (json!("next"), json!("2026-03-30")),
        "three days after the reminder is a Sunday"
    );
    assert_eq!(
        on(&preview["after"], "call"),
        (json!("next"), json!("2026-03-30"))
    );
    assert_eq!(
        on(&preview["after"], "formal_demand").1,
        json!("2026-04-13"),
        "over Easter and a weekend, and sooner than by the standard plan"
    );
    assert_eq!(
        on(&preview["before"], "formal_demand").1,
        json!("2026-04-15")
    );
    assert_eq!(on(&preview["after"], "friendly_reminder").0, "done");
    assert_eq!(policy_of(&studio, &case).await["id"], "standard");
    studio.ok("case.policyMove", to).await;
    assert_eq!(policy_of(&studio, &case).await["id"], "firm");
    let view = studio.ok("case.get", json!({"id": case})).await;
    assert_eq!(on(&view["ladder"], "friendly_reminder").0, "done");
    let log = view["log"].as_array().unwrap();
    assert!(log.iter().any(|entry| entry["kind"] == "policy_moved"));
}

#[tokio::test]
async fn a_new_version_leaves_running_cases_where_they_are_and_is_offered() {
    let studio = Studio::open().await;
    let mut steps = standard_steps(&studio).await;
    let own = studio
        .ok(
            "policy.save",
            json!({"id": null, "name": "Mine", "steps": steps}),
        )
        .await;
    assign(&studio, "business", "", own["id"].clone()).await;
    let (_, case, _) = studio.late_with(client("Northgate")).await;
    let policy = policy_of(&studio, &case).await;
    assert_eq!(
        (&policy["version"], &policy["isOlder"]),
        (&json!(1), &json!(false))
    );
    steps[3]["at"]["days"] = json!(16);
    let again = json!({"id": own["id"], "name": "Mine", "steps": steps});
    studio.ok("policy.save", again).await;
    let policy = policy_of(&studio, &case).await;
    assert_eq!(
        (&policy["version"], &policy["isOlder"]),
        (&json!(1), &json!(true)),
        "the case keeps its version, and the newer one is offered"
    );
    let to = json!({"case": case, "policy": text(&own["id"])});
    studio.ok("case.policyMove", to).await;
    assert_eq!(policy_of(&studio, &case).await["version"], 2);
}
