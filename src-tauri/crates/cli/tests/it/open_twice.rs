//! The window has the studio open while the terminal writes.

use api::{Api, Clock, Options};
use serde_json::json;

use crate::studio::{Studio, client, number};

#[tokio::test(flavor = "multi_thread")]
async fn the_terminal_writes_while_the_window_has_the_file_open() {
    let studio = Studio::new();
    let someone = studio.client("Nordlicht GmbH");
    let (first, second) = (studio.draft(&someone), studio.draft(&someone));
    let options = Options {
        data: studio.data(),
        clock: Clock::from_environment(),
        program_version: "window".to_owned(),
    };
    let window = Api::open(options).await.unwrap();
    assert!(
        window.hold_runner().await.unwrap(),
        "the window plans and notifies"
    );
    let seen = window.data_version().await.unwrap();

    let issued = studio.issue(&first);
    assert_eq!(issued["number"], number(1));
    assert_ne!(
        window.data_version().await.unwrap(),
        seen,
        "the window notices that somebody wrote"
    );

    let get = json!({ "id": second });
    let draft = window.call("draft.get", get, None).await.unwrap();
    let asked = json!({ "draft": second, "expectedVersion": draft["version"] });
    let review = window.call("invoice.review", asked, None).await.unwrap();
    assert_eq!(
        review["number"],
        number(2),
        "the window counts on from the terminal's number"
    );
    let saved = json!({ "id": null, "expectedVersion": 0, "client": client("Hafen Events") });
    studio.call("client.save", &saved);
    let issue = json!({ "draft": second, "reviewToken": review["reviewToken"] });
    let answer = window
        .call("invoice.issue", issue, Some("w1".to_owned()))
        .await
        .unwrap();
    assert_eq!(answer["number"], number(2));
    assert!(
        window.hold_runner().await.unwrap(),
        "the terminal did not take the window's place"
    );
    window.close().await.unwrap();
    assert_eq!(
        studio.numbers(),
        [number(1), number(2)],
        "both are in one series"
    );
}
