//! The look of papers: chosen from what exists, seen before it is saved, kept with the business.

use serde_json::{Value, json};

use crate::scene::{Studio, client, line};

async fn saved(studio: &Studio) -> (Value, i64) {
    let view = studio.ok("business.get", json!({})).await;
    (view["business"].clone(), view["version"].as_i64().unwrap())
}

fn request(business: &Value) -> Value {
    json!({
        "business": business, "client": client("Meridian Lofts Ltd"),
        "draft": {
            "client": null, "job": null, "currency": "GBP", "issueOn": null, "serviceOn": null, "paymentDays": 14,
            "taxMode": "added", "lines": [line("Wedding, whole day", 1800)], "instalments": [], "prepayments": [],
            "purchaseOrder": "", "clientReference": "", "note": "",
        },
    })
}

async fn preview(studio: &Studio, business: &Value) -> Vec<u8> {
    let page = studio
        .api
        .bytes("business.preview", request(business))
        .await;
    page.unwrap()
}

#[tokio::test]
async fn a_look_is_seen_on_a_real_page_before_it_is_saved() {
    let studio = Studio::open().await;
    let (mut business, _) = saved(&studio).await;
    let classic = preview(&studio, &business).await;
    assert!(classic.starts_with(b"%PDF-"));
    assert!(
        preview(&studio, &business).await == classic,
        "the same choice gives the same page"
    );
    business["letterhead"] = json!("bold");
    assert!(
        preview(&studio, &business).await != classic,
        "another letterhead is seen"
    );
    business["letterhead"] = json!("classic");
    business["envelope"] = json!("din-5008-a");
    assert!(
        preview(&studio, &business).await != classic,
        "another window moves the address"
    );
    assert_eq!(saved(&studio).await.0["envelope"], "", "nothing was saved");
}

#[tokio::test]
async fn an_envelope_that_nobody_knows_is_refused_and_a_known_one_kept() {
    let studio = Studio::open().await;
    let (mut business, version) = saved(&studio).await;
    let save = |business: &Value, version: i64| json!({ "expectedVersion": version, "business": business, "logoToken": null, "removeLogo": false });
    business["envelope"] = json!("grandmothers-own");
    studio
        .wrong(
            "business.save",
            save(&business, version),
            "business.envelope",
            "unknown",
        )
        .await;
    let asked = json!({ "country": "GB", "paper": "a4" });
    let choices = studio.ok("brand.choices", asked).await;
    let known = choices["envelopes"].as_array().unwrap();
    assert!(
        known
            .iter()
            .any(|envelope| envelope["id"] == choices["usual"]),
        "{choices}"
    );
    assert!(known.iter().all(|envelope| {
        let overlay = &envelope["overlay"];
        overlay["safe"]["left"].as_i64() >= overlay["window"]["left"].as_i64()
    }));
    for id in [known[0]["id"].clone(), json!("none"), json!("")] {
        let (mut business, version) = saved(&studio).await;
        business["envelope"] = id.clone();
        studio.ok("business.save", save(&business, version)).await;
        assert_eq!(saved(&studio).await.0["envelope"], id);
    }
}
