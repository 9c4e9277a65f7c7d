//! A studio for one test: its folder, its clock, and short ways to say what a person does in it.

use api::{Api, ApiError, Clock, ErrorCode, MovableClock, Options};
use domain::calendar::parse_instant;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The first morning of every test: a Monday.
pub(crate) const FIRST_MORNING: &str = "2026-03-02T09:00:00.000Z";

pub(crate) struct Studio {
    pub(crate) api: Api,
    pub(crate) clock: MovableClock,
    pub(crate) folder: TempDir,
}

pub(crate) fn instant(text: &str) -> domain::Instant {
    parse_instant(text).expect("an instant of the test")
}

pub(crate) fn options(folder: &std::path::Path, clock: &MovableClock) -> Options {
    Options {
        data: folder.to_owned(),
        clock: Clock::Movable(clock.clone()),
        program_version: "test".to_owned(),
    }
}

pub(crate) fn business() -> Value {
    json!({
        "name": "Ada Lens", "tradingName": "Lens & Light", "email": "ada@lens.example", "phone": "", "website": "",
        "vatId": "GB999999973", "taxNumber": "", "currency": "GBP", "timeZone": "Europe/London", "paper": "a4",
        "language": "en-GB", "paymentDays": 14, "accent": "#8a2b22",
        "address": {"lines": ["1 Mill Lane"], "postcode": "LS1 1AA", "city": "Leeds", "region": "", "country": "GB"},
        "bank": {"holder": "Ada Lens", "bank": "", "iban": "GB33BUKB20201555555555", "bic": "", "accountNumber": "", "routing": ""}
    })
}

pub(crate) fn client(name: &str) -> Value {
    json!({
        "kind": "company", "name": name, "email": "books@client.example", "phone": "", "vatId": "", "reference": "",
        "language": "", "paymentDays": null, "people": [], "doNotContact": false, "note": "",
        "address": {"lines": ["2 High Street"], "postcode": "LS2 2BB", "city": "Leeds", "region": "", "country": "GB"}
    })
}

/// One thing at a price in pounds, with 20 % on top.
pub(crate) fn line(description: &str, pounds: i64) -> Value {
    json!({
        "description": description, "quantity": 1000, "unit": "", "unitPrice": pounds * 10_000,
        "discount": {"kind": "none"}, "tax": {"code": "S", "rate": 200_000, "reason": ""}
    })
}

pub(crate) fn untaxed(description: &str, pounds: i64) -> Value {
    let mut line = line(description, pounds);
    line["tax"] = json!({"code": "Z", "rate": 0, "reason": ""});
    line
}

pub(crate) fn pounds(minor: i64) -> Value {
    json!({"minor": minor, "currency": "GBP"})
}

pub(crate) fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}

impl Studio {
    /// A studio before its first run.
    pub(crate) async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = MovableClock::at(instant(FIRST_MORNING));
        let api = Api::open(options(&folder.path().join("studio"), &clock))
            .await
            .unwrap();
        Self { api, clock, folder }
    }

    /// A studio with its business.
    pub(crate) async fn open() -> Self {
        let studio = Self::empty().await;
        let save = json!({"expectedVersion": 0, "business": business(), "logoToken": null, "removeLogo": false});
        studio.ok("business.save", save).await;
        studio
    }

    /// Another process on the same studio.
    pub(crate) async fn second(&self) -> Api {
        Api::open(options(self.api.data(), &self.clock))
            .await
            .unwrap()
    }

    pub(crate) fn at(&self, time: &str) {
        self.clock.set(instant(time));
    }

    /// Nine in the morning of a day.
    pub(crate) fn on(&self, day: &str) {
        self.at(&format!("{day}T09:00:00.000Z"));
    }

    pub(crate) async fn ok(&self, name: &str, request: Value) -> Value {
        self.api
            .call(name, request, None)
            .await
            .unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    pub(crate) async fn refused(&self, name: &str, request: Value) -> ApiError {
        match self.api.call(name, request, None).await {
            Ok(answer) => panic!("{name} was not refused: {answer}"),
            Err(error) => error,
        }
    }

    /// Refused because of this field, with this problem.
    pub(crate) async fn wrong(&self, name: &str, request: Value, field: &str, problem: &str) {
        let error = self.refused(name, request).await;
        assert_eq!(error.code, ErrorCode::Validation, "{name}: {error:?}");
        let fields = serde_json::to_value(&error.fields).unwrap();
        let expected = json!({"field": field, "problem": problem});
        assert!(
            fields.as_array().unwrap().contains(&expected),
            "{name}: {field} is {problem}, found {fields}"
        );
    }

    pub(crate) async fn bytes(&self, name: &str, id: &str) -> Vec<u8> {
        self.api
            .bytes(name, json!({"id": id}))
            .await
            .unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    pub(crate) async fn client(&self, name: &str) -> String {
        self.save_client(client(name)).await
    }

    pub(crate) async fn save_client(&self, client: Value) -> String {
        let saved = self
            .ok(
                "client.save",
                json!({"id": null, "expectedVersion": 0, "client": client}),
            )
            .await;
        text(&saved["id"])
    }

    /// A saved draft with these lines: its id and version.
    pub(crate) async fn draft(&self, client: &str, lines: Vec<Value>) -> (String, i64) {
        self.draft_with(json!({"client": client, "job": null}), |draft| {
            draft["lines"] = Value::Array(lines);
        })
        .await
    }

    pub(crate) async fn draft_with(
        &self,
        new: Value,
        change: impl FnOnce(&mut Value),
    ) -> (String, i64) {
        let made = self.ok("draft.new", new).await;
        let mut view = self.ok("draft.get", json!({"id": made["id"]})).await;
        change(&mut view["draft"]);
        let save =
            json!({"id": made["id"], "expectedVersion": view["version"], "draft": view["draft"]});
        let saved = self.ok("draft.save", save).await;
        (text(&saved["id"]), saved["version"].as_i64().unwrap())
    }

    pub(crate) async fn review(&self, (draft, version): &(String, i64)) -> Value {
        self.ok(
            "invoice.review",
            json!({"draft": draft, "expectedVersion": version}),
        )
        .await
    }

    /// Reviewed and issued: `{invoice, number, document}`.
    pub(crate) async fn issue(&self, draft: (String, i64)) -> Value {
        let review = self.review(&draft).await;
        self.ok(
            "invoice.issue",
            json!({"draft": draft.0, "reviewToken": review["reviewToken"]}),
        )
        .await
    }

    /// An invoice of one line without tax, due in 14 days: its id.
    pub(crate) async fn invoice(&self, client: &str, pounds: i64) -> String {
        let draft = self
            .draft(client, vec![untaxed("Photographs", pounds)])
            .await;
        text(&self.issue(draft).await["invoice"])
    }

    /// The only receivable of an invoice.
    pub(crate) async fn receivable(&self, invoice: &str) -> String {
        let view = self.ok("invoice.get", json!({"id": invoice})).await;
        assert_eq!(
            view["receivables"].as_array().unwrap().len(),
            1,
            "the invoice is due at once"
        );
        text(&view["receivables"][0]["id"])
    }

    pub(crate) fn payment(&self, client: &str, receivable: &str, minor: i64) -> Value {
        json!({
            "payment": {
                "client": client, "amount": pounds(minor), "receivedOn": self.clock.now().date_naive(),
                "method": "bank_transfer", "reference": "", "note": ""
            },
            "allocations": [{"receivable": receivable, "amountMinor": minor}]
        })
    }

    /// Records a payment for an invoice: `{id, casesAtZero}`.
    pub(crate) async fn pay(&self, client: &str, invoice: &str, minor: i64) -> Value {
        let receivable = self.receivable(invoice).await;
        self.ok("payment.record", self.payment(client, &receivable, minor))
            .await
    }

    pub(crate) async fn catch_up(&self) {
        self.ok("today.catchUp", json!({})).await;
    }

    /// The open case of a client.
    pub(crate) async fn case(&self, client: &str) -> Option<String> {
        let view = self.ok("client.get", json!({"id": client})).await;
        view["openCase"].as_str().map(str::to_owned)
    }

    /// A client with an invoice over 500.00 that is ten days late, asked about and not paid: `(client, case, invoice)`.
    pub(crate) async fn late(&self) -> (String, String, String) {
        self.late_with(client("Northgate Lofts Ltd")).await
    }

    pub(crate) async fn late_with(&self, facts: Value) -> (String, String, String) {
        let client = self.save_client(facts).await;
        let invoice = self.invoice(&client, 500).await;
        self.on("2026-03-26");
        self.catch_up().await;
        self.answer_no(&invoice).await;
        let case = self.case(&client).await.expect("a late invoice has a case");
        (client, case, invoice)
    }

    pub(crate) async fn answer_no(&self, invoice: &str) {
        let receivable = self.receivable(invoice).await;
        let answer = json!({"receivables": [receivable], "answer": "no"});
        self.ok("due.noticed", answer.clone()).await;
        self.ok("due.answer", answer).await;
    }

    pub(crate) async fn checked(&self, case: &str) {
        self.ok("case.checked", json!({"case": case})).await;
    }

    pub(crate) async fn look_at_letter(&self, case: &str, kind: &str) -> Value {
        self.ok(
            "letter.review",
            json!({"case": case, "kind": kind, "deadlineOn": null}),
        )
        .await
    }

    /// Checks, reads and makes a letter: the document's id.
    pub(crate) async fn make_letter(&self, case: &str, kind: &str) -> String {
        self.checked(case).await;
        let review = self.look_at_letter(case, kind).await;
        assert!(
            review["reviewToken"].is_string(),
            "the letter is ready: {}",
            review["checks"]
        );
        let make = json!({
            "case": case, "kind": kind, "deadlineOn": review["deadlineOn"], "reviewToken": review["reviewToken"]
        });
        text(&self.ok("letter.make", make).await["document"])
    }

    pub(crate) async fn hand_over(&self, document: &str, channel: &str) {
        let on = self.clock.now().date_naive();
        let given =
            json!({"document": document, "channel": channel, "on": on, "to": "", "proof": ""});
        self.ok("letter.handedOver", given).await;
    }

    /// State of a step on the case's ladder.
    pub(crate) async fn rung(&self, case: &str, kind: &str) -> Value {
        let view = self.ok("case.get", json!({"id": case})).await;
        let ladder = view["ladder"].as_array().unwrap();
        ladder
            .iter()
            .find(|rung| rung["kind"] == kind)
            .cloned()
            .unwrap_or_else(|| panic!("no {kind} in {ladder:?}"))
    }

    /// Cards of Today of one kind.
    pub(crate) async fn cards(&self, kind: &str) -> Vec<Value> {
        let today = self.ok("today.get", json!({})).await;
        today["cards"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|card| card["kind"] == kind)
            .cloned()
            .collect()
    }

    pub(crate) async fn numbers(&self) -> Vec<String> {
        let list = json!({
            "view": "all", "search": "", "client": null, "sort": "number", "descending": false, "offset": 0, "limit": 500
        });
        let page = self.ok("invoices.list", list).await;
        page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| text(&row["number"]))
            .collect()
    }
}
