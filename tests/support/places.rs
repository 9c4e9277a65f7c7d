//! Every page of the window on a studio that is at work, with an address: what is looked at in pictures and by axe.

use serde_json::{Value, json};

use super::studio::Studio;

/// A page: a name for its picture and its address.
pub(crate) type Place = (&'static str, String);

/// The pages that look different once there is something on them.
pub(crate) fn full(sample: &Studio) -> Vec<Place> {
    let cases = sample.ask("cases.list", &json!({ "closed": false }));
    let demanded = of(&cases, |row| row["next"]["kind"] == "formal_demand", "id");
    let client = of(
        &cases,
        |row| row["next"]["kind"] == "formal_demand",
        "clientId",
    );
    let reminded = of(
        &cases,
        |row| row["next"]["kind"] == "friendly_reminder",
        "id",
    );
    let jobs = sample.ask(
        "jobs.list",
        &json!({ "search": "", "client": null, "offset": 0, "limit": 100 }),
    );
    let job = of(&jobs, |row| !row["eventOn"].is_null(), "id");
    let documents = sample.ask(
        "documents.list",
        &json!({ "search": "", "client": null, "kind": null, "madeFrom": null, "madeUntil": null, "sort": "best", "descending": true, "offset": 0, "limit": 100 }),
    );
    let document = of(&documents, |row| row["kind"] == "invoice", "id");
    let invoices = |view: &str| {
        let request = json!({ "view": view, "search": "", "client": null, "sort": "due", "descending": false, "offset": 0, "limit": 100 });
        sample.ask("invoices.list", &request)
    };
    let overdue = of(&invoices("overdue"), |_| true, "id");
    let draft = of(
        &invoices("drafts"),
        |row| row["clientName"] == "Pennine Kite Agency Ltd",
        "id",
    );
    vec![
        ("today", "/today".to_owned()),
        ("jobs", "/jobs".to_owned()),
        ("job", format!("/jobs/{job}")),
        ("job-form", format!("/jobs/{job}/edit")),
        ("clients", "/clients".to_owned()),
        ("client", format!("/clients/{client}")),
        ("client-form", format!("/clients/{client}/edit")),
        ("invoices", format!("/invoices?view=overdue&peek={overdue}")),
        ("invoice", format!("/invoices/{overdue}")),
        ("editor", format!("/drafts/{draft}")),
        ("review", format!("/drafts/{draft}/review")),
        ("payment", format!("/payments/new?client={client}")),
        ("debt", "/debts/new".to_owned()),
        ("cases", "/cases".to_owned()),
        ("case", format!("/cases/{demanded}")),
        ("call", format!("/cases/{reminded}/call")),
        ("letter", format!("/cases/{demanded}/letter/formal_demand")),
        ("documents", "/documents".to_owned()),
        ("document", format!("/documents/{document}")),
        ("settings-business", "/settings/business".to_owned()),
        ("settings-look", "/settings/look".to_owned()),
        ("settings-paid", "/settings/paid".to_owned()),
        ("settings-numbers", "/settings/numbers".to_owned()),
        ("settings-prices", "/settings/prices".to_owned()),
        ("settings-plan", "/settings/plan".to_owned()),
        (
            "settings-notifications",
            "/settings/notifications".to_owned(),
        ),
        ("settings-appearance", "/settings/appearance".to_owned()),
        ("settings-login", "/settings/login".to_owned()),
        ("settings-copies", "/settings/copies".to_owned()),
        ("settings-export", "/settings/export".to_owned()),
        ("settings-support", "/settings/support".to_owned()),
    ]
}

/// The pages of a studio in which nothing happened yet.
pub(crate) fn empty() -> Vec<Place> {
    [
        ("today-empty", "/today"),
        ("jobs-empty", "/jobs"),
        ("job-form-empty", "/jobs/new"),
        ("clients-empty", "/clients"),
        ("client-form-empty", "/clients/new"),
        ("invoices-empty", "/invoices"),
        ("cases-empty", "/cases"),
        ("documents-empty", "/documents"),
        ("payment-empty", "/payments/new"),
        ("settings-prices-empty", "/settings/prices"),
    ]
    .map(|(name, route)| (name, route.to_owned()))
    .to_vec()
}

/// A field of the first row that fits.
fn of(list: &Value, fits: impl Fn(&Value) -> bool, field: &str) -> String {
    let rows = list["rows"].as_array().cloned().unwrap_or_default();
    let row = rows.iter().find(|row| fits(row));
    let value = row.and_then(|row| row[field].as_str());
    value
        .unwrap_or_else(|| panic!("no such row in {list}"))
        .to_owned()
}
