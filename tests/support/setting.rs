//! A studio that is already at work, made through the terminal: for stories that begin later than the first run.

use serde_json::{Value, json};

use super::studio::Studio;

/// Sets up the business: Lumen Photography of Leeds, in pounds, on British time.
pub(crate) fn business(studio: &Studio) {
    let business = json!({
        "name": "Lumen Photography Ltd",
        "tradingName": "",
        "address": address("4 Canal Wharf", "Leeds", "LS11 5PS"),
        "email": "hello@lumen.example",
        "phone": "",
        "website": "",
        "vatId": "",
        "taxNumber": "",
        "currency": "GBP",
        "timeZone": "Europe/London",
        "paper": "a4",
        "language": "en-GB",
        "bank": { "holder": "Lumen Photography Ltd", "accountNumber": "12345678", "routing": "20-00-00" },
        "paymentDays": 14,
        "accent": "#b3402a",
    });
    let request = json!({ "expectedVersion": 0, "business": business, "logoToken": null, "removeLogo": false });
    studio.ask("business.save", &request);
}

/// A company as client; answers its id.
pub(crate) fn client(studio: &Studio, name: &str) -> String {
    let facts = json!({
        "kind": "company",
        "name": name,
        "address": address("1 Market Place", "York", "YO1 8QT"),
        "email": "accounts@client.example",
        "phone": "",
        "vatId": "",
        "reference": "",
        "language": "",
        "paymentDays": null,
        "people": [],
        "doNotContact": false,
        "note": "",
    });
    id(
        &studio.ask(
            "client.save",
            &json!({ "id": null, "expectedVersion": 0, "client": facts }),
        ),
        "id",
    )
}

/// Issues an invoice over one line without tax, due `days` after today; answers its number.
pub(crate) fn invoice(studio: &Studio, client: &str, pounds: i64, days: u32) -> String {
    let draft = id(
        &studio.ask("draft.new", &json!({ "client": client, "job": null })),
        "id",
    );
    let view = studio.ask("draft.get", &json!({ "id": draft }));
    let mut content = view["draft"].clone();
    content["paymentDays"] = json!(days);
    content["lines"] = json!([{
        "description": "Wedding photographs",
        "quantity": 1000,
        "unit": "",
        "unitPrice": pounds * 10_000,
        "discount": { "kind": "none" },
        "tax": { "code": "O", "rate": 0, "reason": "" },
    }]);
    let request = json!({ "id": draft, "expectedVersion": view["version"], "draft": content });
    let saved = studio.ask("draft.save", &request);
    let review = studio.ask(
        "invoice.review",
        &json!({ "draft": draft, "expectedVersion": saved["version"] }),
    );
    let issued = studio.ask(
        "invoice.issue",
        &json!({ "draft": draft, "reviewToken": review["reviewToken"] }),
    );
    id(&issued, "number")
}

fn address(line: &str, city: &str, postcode: &str) -> Value {
    json!({ "lines": [line], "postcode": postcode, "city": city, "region": "", "country": "GB" })
}

fn id(answer: &Value, field: &str) -> String {
    answer[field]
        .as_str()
        .unwrap_or_else(|| panic!("no {field} in {answer}"))
        .to_owned()
}
