//! The sample studio goes through the main job, and what it makes stays behind to be looked at: the tour that
//! `cargo xtask run` gives where there is no display.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::support::desktop;
use crate::support::paper;
use crate::support::studio::Studio;
use crate::support::window::Window;

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_studio_goes_through_the_main_job() {
    let (folder, _kept) = folder();
    let studio = Studio::sample();
    let window = Window::open(&studio).await;
    window.is_at("/today").await;

    let invoice = invoice(&window, &studio, &folder).await;
    let reminder = letter(
        &window,
        &studio,
        "Calder & Finch Architects LLP",
        "Review reminder",
        &folder.join("reminder.pdf"),
    )
    .await;
    let demand = letter(
        &window,
        &studio,
        "Halcyon Street Kitchens Ltd",
        "Review letter",
        &folder.join("demand.pdf"),
    )
    .await;
    assert!(
        invoice.contains("Invoice") && invoice.contains("£780.00"),
        "the invoice is what was typed: {invoice}"
    );
    assert!(
        reminder.contains("A friendly reminder") && reminder.contains("£2,582.00"),
        "the reminder names what is open: {reminder}"
    );
    assert!(
        demand.contains("£1,280.00") && demand.contains("16 March 2027"),
        "the demand names the sum and the day: {demand}"
    );

    window.press_like("link", "Today").await;
    window.reads("To do now").await;
    window.lacks("Saved as").await;
    window.settled().await;
    desktop::picture(&folder.join("desktop.png"));
}

/// Where what is made stays: named by whoever asked for the tour, otherwise gone with the test.
fn folder() -> (PathBuf, Option<TempDir>) {
    if let Some(named) = std::env::var_os("SAFELIGHT_TOUR_DIR") {
        return (PathBuf::from(named), None);
    }
    let own = TempDir::new().unwrap();
    (own.path().to_path_buf(), Some(own))
}

/// A new invoice, typed, reviewed, issued and saved; answers its words.
async fn invoice(window: &Window<'_>, studio: &Studio, folder: &Path) -> String {
    window.press("button", "New invoice").await;
    window.is_at("/drafts").await;
    window
        .search_and_choose("Client", "Northgate", "Northgate Lofts Ltd")
        .await;
    window
        .add_line(1, "Roof terrace at dusk", "1", "650", "20%")
        .await;
    window
        .fill_date("Day of the shoot or delivery", "2027-03-01")
        .await;
    window.reads("780.00").await;
    window.reads("Draft, saved").await;
    window.press("button", "Review and issue").await;
    window.press_like("button", "Issue 2027-").await;
    window.reads("The page is frozen and kept.").await;
    let file = folder.join("invoice.pdf");
    window.save_pdf(studio, &file).await;
    paper::text_of(&file)
}

/// The next letter of a client's case, looked at, made and saved; answers its words.
async fn letter(
    window: &Window<'_>,
    studio: &Studio,
    client: &str,
    review: &str,
    file: &Path,
) -> String {
    window.press_like("link", "Cases").await;
    window.press_like("row", client).await;
    window.press("button", "Checked: not paid, no reply").await;
    window.press("button", review).await;
    window.press("button", "Make the letter").await;
    window.reads("Nothing was sent by Safelight.").await;
    window.save_pdf(studio, file).await;
    paper::text_of(file)
}
