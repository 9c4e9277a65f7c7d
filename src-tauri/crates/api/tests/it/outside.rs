//! What goes to folders: tables for the accountant, copies, and bringing one back.

use std::path::Path;

use api::Api;
use serde_json::json;

use crate::scene::{Studio, options, text};

fn token(api: &Api, folder: &Path) -> String {
    api.offer_path(folder.to_owned()).unwrap().token
}

#[tokio::test]
async fn the_accountant_gets_three_tables_with_plain_amounts() {
    let studio = Studio::open().await;
    let client = studio.client("=Zoë; \"Łukasz\", & Sons").await;
    let invoice = studio.invoice(&client, 1_250).await;
    studio.pay(&client, &invoice, 25_000).await;
    let folder = studio.folder.path().join("tables");
    std::fs::create_dir(&folder).unwrap();
    let export = json!({"folderToken": token(&studio.api, &folder)});
    let report = studio.ok("export.csv", export.clone()).await;
    assert_eq!(report["files"].as_array().unwrap().len(), 3);
    let read = |name: &str| {
        std::fs::read_to_string(folder.join(format!("safelight-{name}-2026-03-02.csv"))).unwrap()
    };
    let invoices = read("invoices");
    let row = invoices.lines().nth(1).unwrap();
    assert!(
        row.contains("2026-0001") && row.contains("1250.00") && row.contains("1000.00"),
        "{row}"
    );
    assert!(
        read("clients").contains("\"'=Zoë; \"\"Łukasz\"\", & Sons\""),
        "quoted, and no formula: {}",
        read("clients")
    );
    assert!(read("payments").contains("250.00"));
    studio.ok("export.csv", export).await;
    assert_eq!(
        std::fs::read_dir(&folder).unwrap().count(),
        6,
        "an export never writes over an earlier one"
    );
}

#[tokio::test]
async fn a_copy_brought_back_holds_the_same_studio() {
    let studio = Studio::open().await;
    let client = studio.client("Northgate").await;
    let draft = studio
        .draft(&client, vec![crate::scene::line("Half day", 480)])
        .await;
    let issued = studio.issue(draft).await;
    let document = text(&issued["document"]);
    let paper = studio.bytes("document.bytes", &document).await;
    let copies = studio.folder.path().join("copies");
    std::fs::create_dir(&copies).unwrap();
    studio
        .ok(
            "backup.folder",
            json!({"folderToken": token(&studio.api, &copies)}),
        )
        .await;
    assert_eq!(
        studio.ok("app.status", json!({})).await["backup"]["problem"],
        json!(null)
    );
    studio.at("2026-03-02T10:00:00.000Z");
    let report = studio.ok("backup.now", json!({})).await;
    let copy = Path::new(report["path"].as_str().unwrap()).to_owned();

    let into = studio.folder.path().join("elsewhere");
    std::fs::create_dir(&into).unwrap();
    let restore =
        json!({"copyToken": token(&studio.api, &copy), "intoToken": token(&studio.api, &into)});
    let restored = studio.ok("backup.restore", restore.clone()).await;
    assert_eq!(restored["invoices"], 1);
    let other = Api::open(options(
        Path::new(restored["path"].as_str().unwrap()),
        &studio.clock,
    ))
    .await
    .unwrap();
    assert_eq!(
        other.call("app.status", json!({}), None).await.unwrap()["phase"],
        "ready"
    );
    let same = other
        .bytes("document.bytes", json!({"id": document}))
        .await
        .unwrap();
    assert!(same == paper, "the paper is the same bytes");
    let next = other.call("numbering.get", json!({}), None).await.unwrap();
    assert_eq!(next["next"], 2, "and numbers go on");

    studio.refused("backup.restore", restore).await;
    assert_eq!(
        studio.numbers().await,
        ["2026-0001"],
        "the studio that is open stays as it is"
    );
}

#[tokio::test]
async fn a_folder_in_which_no_copy_can_be_made_is_not_chosen() {
    let studio = Studio::open().await;
    let file = studio.folder.path().join("a file");
    std::fs::write(&file, "not a folder").unwrap();
    studio
        .refused(
            "backup.folder",
            json!({"folderToken": token(&studio.api, &file)}),
        )
        .await;
    let backup = studio.ok("app.status", json!({})).await["backup"].clone();
    assert_eq!(backup["folder"], json!(null), "{backup}");
    assert!(
        backup["problem"].is_string(),
        "why it failed is kept: {backup}"
    );
}

#[tokio::test]
async fn diagnostics_name_no_client_and_no_amount() {
    let studio = Studio::open().await;
    let client = studio.client("Confidential Client Ltd").await;
    studio.invoice(&client, 4_321).await;
    let folder = studio.folder.path().join("help");
    std::fs::create_dir(&folder).unwrap();
    let saved = studio
        .ok(
            "diagnostics.save",
            json!({"folderToken": token(&studio.api, &folder)}),
        )
        .await;
    let facts = std::fs::read_to_string(saved["path"].as_str().unwrap()).unwrap();
    assert!(
        facts.contains("\"invoices\": 1"),
        "counts are there: {facts}"
    );
    for secret in ["Confidential", "4321", "Leeds", "Ada"] {
        assert!(!facts.contains(secret), "{secret} is in {facts}");
    }
}
