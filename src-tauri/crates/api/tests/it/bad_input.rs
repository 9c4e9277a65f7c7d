//! Requests that cannot be meant: each is refused with the field named, and nothing is left half done.

use api::ErrorCode;
use serde_json::{Value, json};

use crate::scene::{Studio, client, line, text, untaxed};

async fn count(studio: &Studio) -> Value {
    studio
        .ok(
            "clients.list",
            json!({"search": "", "offset": 0, "limit": 10}),
        )
        .await["total"]
        .clone()
}

fn save(client: &Value) -> Value {
    json!({"id": null, "expectedVersion": 0, "client": client})
}

#[tokio::test]
async fn a_name_has_up_to_200_characters_that_can_be_seen() {
    let studio = Studio::open().await;
    studio.client(&"Ø".repeat(200)).await;
    let cases = [
        ("x".repeat(201), "too_long"),
        (String::new(), "required"),
        ("\u{200B}\u{2060}".to_owned(), "required"),
        ("Ann\u{0}Lee".to_owned(), "forbidden_character"),
        ("Ann\nLee".to_owned(), "forbidden_character"),
        ("Ann\u{202E}eeL".to_owned(), "forbidden_character"),
        ("Ann\u{2066}Lee".to_owned(), "forbidden_character"),
    ];
    for (name, problem) in cases {
        studio
            .wrong("client.save", save(&client(&name)), "client.name", problem)
            .await;
    }
    assert_eq!(count(&studio).await, 1, "only the good one is there");
}

#[tokio::test]
async fn a_long_name_and_a_name_of_another_alphabet_go_through_to_the_paper() {
    let studio = Studio::open().await;
    for name in [
        "Σοφία Παπαδοπούλου",
        "Наталья Щербакова",
        "Łukasz Ørsted-Zoë",
        &"Featherstonehaugh ".repeat(11),
    ] {
        let client = studio.client(name).await;
        studio.invoice(&client, 20).await;
    }
    assert_eq!(studio.numbers().await.len(), 4);
}

#[tokio::test]
async fn a_character_that_no_font_has_is_named_before_anything_is_made() {
    let studio = Studio::open().await;
    let client = studio.client("Wild 🦊 Studios").await;
    let draft = studio.draft(&client, vec![line("Half day", 480)]).await;
    let look = json!({"draft": draft.0, "expectedVersion": draft.1});
    let refused = studio.refused("invoice.review", look).await;
    assert_eq!(refused.code, ErrorCode::CannotPrint, "{refused:?}");
    assert!(
        refused.message.contains('🦊'),
        "the character is named: {}",
        refused.message
    );
    assert!(studio.numbers().await.is_empty(), "nothing half made");
    assert_eq!(
        studio.ok("numbering.get", json!({})).await["next"],
        1,
        "no number burnt"
    );
}

#[tokio::test]
async fn dates_that_cannot_be_meant_are_refused() {
    let studio = Studio::open().await;
    let client = studio.client("Kofi").await;
    let job = |field: &str, date: &str| {
        let mut job = json!({
            "client": client, "title": "Film", "kind": "film", "eventOn": null, "deliveredOn": null, "price": null,
            "bookedOn": null, "schedule": {"kind": "atOnce"}, "place": "", "note": ""
        });
        job[field] = json!(date);
        json!({"id": null, "expectedVersion": 0, "job": job})
    };
    studio
        .wrong(
            "job.save",
            job("eventOn", "1900-01-01"),
            "job.eventOn",
            "implausible",
        )
        .await;
    studio
        .wrong(
            "job.save",
            job("eventOn", "9999-12-31"),
            "job.eventOn",
            "implausible",
        )
        .await;
    studio
        .wrong(
            "job.save",
            job("deliveredOn", "2026-03-03"),
            "job.deliveredOn",
            "in_future",
        )
        .await;
    assert_eq!(
        studio
            .refused("job.save", job("eventOn", "2026-02-30"))
            .await
            .code,
        ErrorCode::BadRequest,
        "no such day"
    );
    let jobs = studio
        .ok(
            "jobs.list",
            json!({"search": "", "client": null, "offset": 0, "limit": 10}),
        )
        .await;
    assert_eq!(jobs["total"], 0);

    let invoice = studio.invoice(&client, 100).await;
    let receivable = studio.receivable(&invoice).await;
    for (date, problem) in [
        ("2026-03-03", "in_future"),
        ("1900-01-01", "implausible"),
        ("9999-12-31", "implausible"),
    ] {
        let mut record = studio.payment(&client, &receivable, 10_000);
        record["payment"]["receivedOn"] = json!(date);
        studio
            .wrong("payment.record", record, "payment.receivedOn", problem)
            .await;
    }
    for (date, problem) in [
        ("1900-01-01", "implausible"),
        ("2026-03-03", "in_future"),
        ("2026-03-01", "before_start"),
    ] {
        let draft = studio
            .draft_with(json!({"client": client, "job": null}), |draft| {
                draft["lines"] = json!([untaxed("Print", 20)]);
                draft["issueOn"] = Value::Null;
            })
            .await;
        let mut view = studio.ok("draft.get", json!({"id": draft.0})).await;
        view["draft"]["issueOn"] = json!(date);
        let check = studio
            .ok("draft.check", json!({"draft": view["draft"]}))
            .await;
        assert!(
            check["problems"]
                .as_array()
                .unwrap()
                .contains(&json!({"field": "issueOn", "problem": problem})),
            "{date}: {check}"
        );
    }
}

#[tokio::test]
async fn amounts_that_cannot_be_meant_are_refused() {
    let studio = Studio::open().await;
    let client = studio.client("Kofi").await;
    let invoice = studio.invoice(&client, 100).await;
    let receivable = studio.receivable(&invoice).await;
    for minor in [0, -1, -10_000] {
        let record = studio.payment(&client, &receivable, minor);
        studio
            .wrong(
                "payment.record",
                record,
                "payment.amount",
                "must_be_positive",
            )
            .await;
    }
    for minor in [i64::MAX, 1 << 53] {
        let refused = studio
            .refused(
                "payment.record",
                studio.payment(&client, &receivable, minor),
            )
            .await;
        assert_eq!(
            refused.code,
            ErrorCode::BadRequest,
            "more than money holds: {refused:?}"
        );
    }
    let made = studio
        .ok("draft.new", json!({"client": client, "job": null}))
        .await;
    let view = studio.ok("draft.get", json!({"id": made["id"]})).await;
    let with = |field: &str, value: Value| {
        let mut draft = view["draft"].clone();
        let mut line = line("Half day", 480);
        line[field] = value;
        draft["lines"] = json!([line]);
        json!({"id": made["id"], "expectedVersion": view["version"], "draft": draft})
    };
    let cases = [
        ("quantity", json!(0), "must_be_positive"),
        ("quantity", json!(-1000), "must_be_positive"),
        ("quantity", json!(i64::MAX), "too_large"),
        ("unitPrice", json!(-1), "must_not_be_negative"),
        ("unitPrice", json!(i64::MAX), "too_large"),
        (
            "discount",
            json!({"kind": "percent", "value": 1_000_001}),
            "too_large",
        ),
        (
            "discount",
            json!({"kind": "amount", "value": -1}),
            "must_not_be_negative",
        ),
    ];
    for (field, value, problem) in cases {
        studio
            .wrong(
                "draft.save",
                with(field, value),
                &format!("draft.lines[0].{field}"),
                problem,
            )
            .await;
    }
    let mut huge = with("quantity", json!(1_000_000_000_i64));
    huge["draft"]["lines"][0]["unitPrice"] = json!(1_000_000_000_000_000_i64);
    let check = studio
        .ok("draft.check", json!({"draft": huge["draft"]}))
        .await;
    assert_eq!(
        check["totals"],
        Value::Null,
        "a sum that is too large is no sum: {check}"
    );
    assert!(!check["problems"].as_array().unwrap().is_empty());
    assert_eq!(
        studio.ok("draft.get", json!({"id": made["id"]})).await["draft"],
        view["draft"],
        "the draft is as it was"
    );
}

#[tokio::test]
async fn an_invoice_of_nothing_is_not_issued() {
    let studio = Studio::open().await;
    let client = studio.client("Kofi").await;
    for lines in [vec![], vec![line("", 480)], vec![line("Gift", 0)]] {
        let draft = studio.draft(&client, lines).await;
        let look = json!({"draft": draft.0, "expectedVersion": draft.1});
        assert_eq!(
            studio.refused("invoice.review", look).await.code,
            ErrorCode::Validation
        );
    }
    let (draft, version) = studio
        .draft_with(json!({"client": null, "job": null}), |draft| {
            draft["lines"] = json!([line("Half day", 480)]);
        })
        .await;
    studio
        .wrong(
            "invoice.review",
            json!({"draft": draft, "expectedVersion": version}),
            "draft.client",
            "required",
        )
        .await;
}

#[tokio::test]
async fn a_request_of_another_shape_is_refused_unread() {
    let studio = Studio::open().await;
    let cases = [
        ("no.such.command", json!({})),
        ("client.get", json!({})),
        ("client.get", json!({"id": 7})),
        ("client.get", json!({"id": "x", "more": true})),
        ("client.get", json!(null)),
        ("client.get", json!([1, 2])),
        (
            "client.save",
            json!({"id": null, "expectedVersion": 0, "client": {"name": "x"}}),
        ),
        ("document.bytes", json!({"id": "x"})),
    ];
    for (name, request) in cases {
        let refused = studio.refused(name, request.clone()).await;
        let expected = if name == "document.bytes" {
            ErrorCode::NotFound
        } else {
            ErrorCode::BadRequest
        };
        assert_eq!(refused.code, expected, "{name} {request}: {refused:?}");
    }
    let refused = studio.api.bytes("app.status", json!({})).await.unwrap_err();
    assert_eq!(
        refused.code,
        ErrorCode::BadRequest,
        "no bytes where there are none"
    );
    let mut large = client("Kofi");
    large["note"] = json!("x".repeat(3 * 1024 * 1024));
    let refused = studio.refused("client.save", save(&large)).await;
    assert_eq!(refused.code, ErrorCode::BadRequest);
    assert!(
        refused.message.len() < 200,
        "the refusal does not repeat it"
    );
    assert_eq!(count(&studio).await, 0);
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let studio = Studio::open().await;
    for name in [
        "client.get",
        "job.get",
        "invoice.get",
        "draft.get",
        "case.get",
        "document.text",
        "draft.restore",
    ] {
        assert_eq!(
            studio.refused(name, json!({"id": "nothing"})).await.code,
            ErrorCode::NotFound,
            "{name}"
        );
    }
    let to_nobody = json!({"client": "nobody", "job": null});
    assert_eq!(
        studio.refused("draft.new", to_nobody).await.code,
        ErrorCode::NotFound
    );
    let drafts = json!({"view": "drafts", "search": "", "client": null, "sort": "number", "descending": false, "offset": 0, "limit": 5});
    assert_eq!(
        studio.ok("invoices.list", drafts).await["total"],
        0,
        "no half row"
    );
}

#[tokio::test]
async fn a_business_that_cannot_be_paid_is_told_its_slips() {
    let studio = Studio::empty().await;
    let with = |path: &str, value: Value| {
        let mut business = crate::scene::business();
        *business.pointer_mut(path).unwrap() = value;
        json!({"expectedVersion": 0, "business": business, "logoToken": null, "removeLogo": false})
    };
    studio
        .wrong(
            "business.save",
            with("/bank/iban", json!("GB33BUKB20201555555556")),
            "business.bank.iban",
            "wrong_format",
        )
        .await;
    studio
        .wrong(
            "business.save",
            with("/timeZone", json!("Europe/Nowhere")),
            "business.timeZone",
            "unknown",
        )
        .await;
    studio
        .wrong(
            "business.save",
            with("/name", json!("  ")),
            "business.name",
            "required",
        )
        .await;
    assert_eq!(
        studio
            .refused("business.save", with("/currency", json!("XXX")))
            .await
            .code,
        ErrorCode::BadRequest
    );
    assert_eq!(
        studio.ok("app.status", json!({})).await["phase"],
        "first_run",
        "nothing was set up"
    );
}

#[tokio::test]
async fn a_contact_says_who_and_when_and_neither_lies_ahead() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let contact = |on: &str, words: &str| {
        json!({
            "case": case, "direction": "inbound", "channel": "email", "on": on, "person": "", "outcome": "replied",
            "words": words, "countsAsStep": false
        })
    };
    studio
        .wrong(
            "case.logContact",
            contact("2026-03-27", "Hello"),
            "on",
            "in_future",
        )
        .await;
    studio
        .wrong(
            "case.logContact",
            contact("1900-01-01", "Hello"),
            "on",
            "implausible",
        )
        .await;
    studio
        .wrong(
            "case.logContact",
            contact("2026-03-26", "a\u{202E}b"),
            "words",
            "forbidden_character",
        )
        .await;
    studio
        .ok("case.logContact", contact("2026-03-25", "Paying soon"))
        .await;
    let log = studio.ok("case.get", json!({"id": case})).await["log"].clone();
    let told: Vec<String> = log
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["kind"] == "contact_logged")
        .map(|entry| text(&entry["words"]["words"]))
        .collect();
    assert_eq!(told, ["Paying soon"], "the refused ones left no entry");
}

#[tokio::test]
async fn whatever_is_typed_into_a_search_finds_or_finds_nothing() {
    let studio = Studio::open().await;
    studio.client("O'Brien & \"Sons\"").await;
    let long = "x".repeat(5_000);
    let typed = [
        "", " ", "\"", "'", "*", "a AND", "NEAR(", "name:x", "-x", "(", "^", "{", "%_", "\u{0}",
        "🦊", "--", &long,
    ];
    for query in typed {
        studio.ok("search.find", json!({"query": query})).await;
        studio
            .ok(
                "clients.list",
                json!({"search": query, "offset": 0, "limit": 5}),
            )
            .await;
        studio
            .ok(
                "jobs.list",
                json!({"search": query, "client": null, "offset": 0, "limit": 5}),
            )
            .await;
        let list = json!({"view": "all", "search": query, "client": null, "sort": "due", "descending": true, "offset": 0, "limit": 5});
        studio.ok("invoices.list", list).await;
    }
    for query in ["brien", "O'Br", "\"sons\""] {
        let hits = studio.ok("search.find", json!({"query": query})).await;
        assert_eq!(hits["hits"].as_array().unwrap().len(), 1, "{query}: {hits}");
    }
}
