//! Letters: made only after the account was checked, done only when handed over, sent to nobody who may not know.

use api::ErrorCode;
use serde_json::{Value, json};

use crate::scene::{Studio, client, pounds, text};

#[tokio::test]
async fn nothing_about_a_debt_is_made_on_a_day_that_was_not_checked() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let review = studio.look_at_letter(&case, "friendly_reminder").await;
    assert_eq!(
        review["reviewToken"],
        Value::Null,
        "the review says what is missing and signs nothing"
    );
    let check = |review: &Value| {
        let checks = review["checks"].as_array().unwrap();
        checks
            .iter()
            .find(|check| check["what"] == "payments_checked")
            .unwrap()["ok"]
            .clone()
    };
    assert_eq!(check(&review), json!(false));
    let make =
        json!({"case": case, "kind": "friendly_reminder", "deadlineOn": null, "reviewToken": ""});
    assert_eq!(
        studio.refused("letter.make", make).await.code,
        ErrorCode::PaymentsNotChecked
    );

    studio.checked(&case).await;
    let review = studio.look_at_letter(&case, "friendly_reminder").await;
    assert_eq!(check(&review), json!(true));
    studio.on("2026-03-27");
    let yesterday = json!({
        "case": case, "kind": "friendly_reminder", "deadlineOn": null, "reviewToken": review["reviewToken"]
    });
    assert_eq!(
        studio.refused("letter.make", yesterday).await.code,
        ErrorCode::PaymentsNotChecked,
        "yesterday's look does not count"
    );
}

#[tokio::test]
async fn a_step_is_done_when_its_letter_was_handed_over_and_not_before() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let document = studio.make_letter(&case, "friendly_reminder").await;
    assert_eq!(
        studio.rung(&case, "friendly_reminder").await["state"],
        "now",
        "making it sends nothing"
    );
    assert!(studio.cards("step").await.is_empty());
    assert_eq!(
        studio.cards("hand_over").await.len(),
        1,
        "it waits to be handed over"
    );

    let tomorrow = json!({"document": document, "channel": "email", "on": "2026-03-27", "to": "", "proof": ""});
    studio
        .wrong("letter.handedOver", tomorrow, "on", "in_future")
        .await;
    studio.hand_over(&document, "email").await;
    let rung = studio.rung(&case, "friendly_reminder").await;
    assert_eq!(
        (&rung["state"], &rung["on"]),
        (&json!("done"), &json!("2026-03-26"))
    );
    assert!(studio.cards("hand_over").await.is_empty());
    assert!(
        studio.cards("step").await.is_empty(),
        "and the client hears from us once a day"
    );
    let twice = json!({"document": document, "channel": "email", "on": "2026-03-26", "to": "", "proof": ""});
    assert_eq!(
        studio.refused("letter.handedOver", twice).await.code,
        ErrorCode::Precondition
    );
}

#[tokio::test]
async fn the_balance_is_read_again_before_a_letter_is_made() {
    let studio = Studio::open().await;
    let (client, case, invoice) = studio.late().await;
    studio.checked(&case).await;
    let review = studio.look_at_letter(&case, "friendly_reminder").await;
    let make = |token: &Value| json!({"case": case, "kind": "friendly_reminder", "deadlineOn": null, "reviewToken": token});
    studio.pay(&client, &invoice, 10_000).await;
    let refused = studio
        .refused("letter.make", make(&review["reviewToken"]))
        .await;
    assert_eq!(
        refused.code,
        ErrorCode::ReviewOutdated,
        "it would ask for too much"
    );
    let review = studio.look_at_letter(&case, "friendly_reminder").await;
    assert_eq!(review["open"]["minor"], 40_000);
    studio.pay(&client, &invoice, 40_000).await;
    let refused = studio
        .refused("letter.make", make(&review["reviewToken"]))
        .await;
    assert_eq!(
        refused.code,
        ErrorCode::Precondition,
        "at zero nothing leaves"
    );
}

#[tokio::test]
async fn making_the_same_letter_twice_makes_it_once() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let first = studio.make_letter(&case, "friendly_reminder").await;
    let second = studio.make_letter(&case, "friendly_reminder").await;
    assert_eq!(first, second);
}

#[tokio::test]
async fn a_demand_follows_on_something_written_and_gives_time_to_answer() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    studio.on("2026-04-20");
    studio.checked(&case).await;
    let early = studio.look_at_letter(&case, "formal_demand").await;
    assert_eq!(
        early["reviewToken"],
        Value::Null,
        "no demand before a friendly word"
    );
    let reminder = studio.make_letter(&case, "friendly_reminder").await;
    studio.hand_over(&reminder, "email").await;
    studio.on("2026-05-04");
    studio.checked(&case).await;
    let review = studio.look_at_letter(&case, "formal_demand").await;
    assert_eq!(
        (&review["deadlineOn"], &review["earliestDeadlineOn"]),
        (&json!("2026-05-18"), &json!("2026-05-11"))
    );
    let short = json!({"case": case, "kind": "formal_demand", "deadlineOn": "2026-05-06"});
    assert_eq!(
        studio.ok("letter.review", short).await["reviewToken"],
        Value::Null,
        "two days are no time to answer"
    );
    let demand = studio.make_letter(&case, "formal_demand").await;
    studio.hand_over(&demand, "letter").await;
    let page = studio.bytes("document.bytes", &demand).await;
    assert!(page.starts_with(b"%PDF-"));
    assert!(
        studio.bytes("document.bytes", &demand).await == page,
        "the letter is frozen too"
    );
}

fn with_people() -> Value {
    let person = |name: &str, role: &str, email: &str| json!({"name": name, "role": role, "email": email, "phone": "", "note": ""});
    let mut facts = client("Hart & Okafor");
    facts["email"] = json!("");
    facts["people"] = json!([person("Denise", "message_only", "denise@mother.example")]);
    facts
}

#[tokio::test]
async fn a_person_who_only_takes_messages_never_gets_mail_about_a_debt() {
    let studio = Studio::open().await;
    let (client, case, _) = studio.late_with(with_people()).await;
    let document = studio.make_letter(&case, "friendly_reminder").await;
    assert_eq!(
        studio.look_at_letter(&case, "friendly_reminder").await["to"],
        json!([]),
        "nobody may be told"
    );
    let refused = studio
        .api
        .bytes("document.eml", json!({"id": document}))
        .await
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::Precondition);

    let mut facts = with_people();
    facts["people"].as_array_mut().unwrap().push(
        json!({"name": "Josh", "role": "payer", "email": "josh@okafor.example", "phone": "", "note": ""}),
    );
    studio
        .ok(
            "client.save",
            json!({"id": client, "expectedVersion": 1, "client": facts}),
        )
        .await;
    let mail = String::from_utf8(studio.bytes("document.eml", &document).await).unwrap();
    assert!(
        mail.contains("josh@okafor.example") && !mail.contains("denise@mother.example"),
        "only the payer"
    );
}

#[tokio::test]
async fn the_mail_of_a_reminder_has_the_invoice_with_it_and_waits_to_be_sent() {
    let studio = Studio::open().await;
    let (_, case, invoice) = studio.late().await;
    let document = studio.make_letter(&case, "friendly_reminder").await;
    let mail = String::from_utf8(studio.bytes("document.eml", &document).await).unwrap();
    assert!(
        mail.contains("X-Unsent: 1"),
        "mail programs open it for sending"
    );
    assert!(mail.contains("books@client.example") && mail.contains("ada@lens.example"));
    assert_eq!(
        mail.matches("Content-Disposition: attachment").count(),
        2,
        "the letter and the invoice"
    );
    let number = text(&studio.ok("invoice.get", json!({"id": invoice})).await["number"]);
    assert!(
        mail.contains(&format!("{number}.pdf")),
        "the invoice by its number"
    );
    let words = studio.ok("document.text", json!({"id": document})).await;
    assert!(
        text(&words["text"]).contains("£500.00"),
        "the words to copy name the sum: {words}"
    );
}

#[tokio::test]
async fn a_mail_says_that_it_is_a_copy_once_the_letter_was_handed_over() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let document = studio.make_letter(&case, "friendly_reminder").await;
    let note = "This is a copy: the same letter was handed over on 26=C2=A0March=C2=A02026.";
    let mail = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace("=\r\n", "");
    let first = mail(studio.bytes("document.eml", &document).await);
    assert!(!first.contains("This is a copy"), "the first is none");
    let paper = studio.bytes("document.bytes", &document).await;
    studio.hand_over(&document, "email").await;
    let second = mail(studio.bytes("document.eml", &document).await);
    assert!(second.contains(note), "{second}");
    assert!(
        studio.bytes("document.bytes", &document).await == paper,
        "and the paper never changes"
    );
}

#[tokio::test]
async fn a_letter_that_was_looked_at_often_can_still_be_handed_over() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let document = studio.make_letter(&case, "friendly_reminder").await;
    for _ in 0..60 {
        studio
            .ok("document.opened", json!({"id": document, "how": "opened"}))
            .await;
    }
    let words = studio.ok("document.text", json!({"id": document})).await;
    assert!(
        text(&words["text"]).contains("£500.00"),
        "its words are kept however often it was opened"
    );
    studio.hand_over(&document, "email").await;
    assert_eq!(
        studio.rung(&case, "friendly_reminder").await["state"],
        "done"
    );
}

/// Whether a letter to this client, from this business, could be made: the names of the checks that fail.
async fn missing(business: Value, mut facts: Value) -> (bool, String) {
    let studio = Studio::open().await;
    facts["kind"] = json!("consumer");
    let (_, case, _) = studio.late_with(facts).await;
    let save =
        json!({"expectedVersion": 1, "business": business, "logoToken": null, "removeLogo": false});
    studio.ok("business.save", save).await;
    studio.checked(&case).await;
    let review = studio.look_at_letter(&case, "friendly_reminder").await;
    (
        review["reviewToken"].is_string(),
        review["checks"].to_string(),
    )
}

#[tokio::test]
async fn a_letter_that_names_no_way_to_pay_is_not_made() {
    let mut business = crate::scene::business();
    business["bank"]["iban"] = json!("");
    let (ready, checks) = missing(business, client("Hannah Brooke")).await;
    assert!(!ready, "nobody could pay after reading it: {checks}");
}

#[tokio::test]
async fn a_demand_without_an_address_to_post_it_to_says_so() {
    let studio = Studio::open().await;
    let mut facts = client("Hannah Brooke");
    facts["kind"] = json!("consumer");
    facts["address"] =
        json!({"lines": [], "postcode": "", "city": "", "region": "", "country": ""});
    let (_, case, _) = studio.late_with(facts).await;
    studio.checked(&case).await;
    let review = studio.look_at_letter(&case, "friendly_reminder").await;
    let checks = review["checks"].as_array().unwrap();
    let address = checks.iter().find(|check| check["what"] == "address");
    assert_eq!(
        address.unwrap()["ok"],
        false,
        "the missing address is named: {checks:?}"
    );
}

#[tokio::test]
async fn the_plan_is_the_same_from_two_processes() {
    let studio = Studio::open().await;
    let client = studio.client("Northgate").await;
    studio.invoice(&client, 500).await;
    studio.on("2026-03-17");
    let second = studio.second().await;
    let (first, other) = tokio::join!(
        studio.api.call("today.catchUp", json!({}), None),
        second.call("today.catchUp", json!({}), None)
    );
    first.unwrap();
    other.unwrap();
    assert_eq!(
        studio.ok("cases.list", json!({"closed": false})).await["open"],
        1,
        "one case, whoever was first"
    );
    assert!(
        studio.api.hold_runner().await.unwrap(),
        "the first takes the runner's place"
    );
    assert!(
        !second.hold_runner().await.unwrap(),
        "and the second does not while it is held"
    );
    studio.at("2026-03-17T09:02:00.000Z");
    assert!(
        second.hold_runner().await.unwrap(),
        "a place that is not renewed is free again"
    );
}

#[tokio::test]
async fn a_client_with_many_late_invoices_still_gets_one_letter() {
    let studio = Studio::open().await;
    let owing = studio.client("Northgate Lofts Ltd").await;
    let mut case = Value::Null;
    for number in 1..=25 {
        let debt = json!({
            "client": owing, "number": format!("OLD-2025-{number:04}"), "title": "Show flats",
            "issuedOn": "2025-12-01", "dueOn": "2026-01-05", "total": pounds(10_000), "open": pounds(10_000),
            "fileToken": null, "tried": [], "startAt": "friendly_reminder"
        });
        case = studio.ok("debt.record", debt).await["case"].clone();
    }
    let case = text(&case);
    studio.checked(&case).await;
    let document = studio.make_letter(&case, "friendly_reminder").await;
    let words = studio.ok("document.text", json!({"id": document})).await;
    let words = text(&words["text"]);
    assert!(
        words.contains("OLD-2025-0025"),
        "every invoice is in the account"
    );
    assert!(
        words.contains("OLD-2025-0003 +22"),
        "the reference names the first and counts the rest"
    );
}
