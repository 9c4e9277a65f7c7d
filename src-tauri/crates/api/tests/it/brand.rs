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

async fn letter(studio: &Studio, case: &str) -> Vec<u8> {
    let request = json!({ "case": case, "kind": "friendly_reminder", "deadlineOn": null });
    studio.api.bytes("letter.preview", request).await.unwrap()
}

#[tokio::test]
async fn a_signature_is_kept_beside_the_logo_and_stands_on_letters() {
    let studio = Studio::open().await;
    let (_, case, _) = studio.late().await;
    let unsigned = letter(&studio, &case).await;
    let path = studio.folder.path().join("signature.svg");
    std::fs::write(
        &path,
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path d="M0 10L60 10L60 12L0 12Z" fill="#112233"/></svg>"##,
    )
    .unwrap();
    let (business, version) = saved(&studio).await;
    let save = |token: Value, remove: bool, version: i64| {
        json!({
            "expectedVersion": version, "business": business, "logoToken": null, "removeLogo": false,
            "signatureToken": token, "removeSignature": remove,
        })
    };
    let token = json!(studio.api.offer_path(path).unwrap().token);
    let kept = studio
        .ok("business.save", save(token, false, version))
        .await;
    let view = studio.ok("business.get", json!({})).await;
    assert_eq!(
        (&view["hasSignature"], &view["hasLogo"]),
        (&json!(true), &json!(false))
    );
    let picture = studio
        .api
        .bytes("business.signature", json!({}))
        .await
        .unwrap();
    assert!(picture.starts_with(b"<svg"));
    assert!(
        letter(&studio, &case).await != unsigned,
        "it stands above the name"
    );
    let off = save(Value::Null, true, kept["version"].as_i64().unwrap());
    studio.ok("business.save", off).await;
    assert!(letter(&studio, &case).await == unsigned, "taken off again");
}

#[tokio::test]
async fn an_accent_is_told_as_it_will_be_printed_and_those_on_offer_read_as_they_are() {
    let studio = Studio::open().await;
    let told = async |accent: &str| studio.ok("brand.accent", json!({ "accent": accent })).await;
    let navy = told("#1D3C5C").await;
    assert_eq!(navy["printed"], "#1d3c5c", "a dark one is left alone");
    assert_eq!(navy["isDarkened"], false);
    let yellow = told("#ffe600").await;
    assert_eq!(yellow["isDarkened"], true, "{yellow}");
    assert!(yellow["contrast"].as_u64().unwrap() < 150, "{yellow}");
    let printed = told(yellow["printed"].as_str().unwrap()).await;
    assert!(printed["contrast"].as_u64().unwrap() >= 450, "{printed}");
    let request = json!({"country": "GB", "paper": "a4"});
    let choices = studio.ok("brand.choices", request).await;
    let offered = choices["accents"].as_array().unwrap();
    assert!(offered.len() > 3);
    for accent in offered {
        let view = told(accent.as_str().unwrap()).await;
        assert_eq!(view["isDarkened"], false, "{accent}");
    }
    for wrong in ["red", "#12345", "#1234567", "#12345g", "", "#+1+1+1"] {
        let refused = studio
            .api
            .call("brand.accent", json!({ "accent": wrong }), None)
            .await;
        assert!(refused.is_err(), "{wrong} is no colour");
    }
}
