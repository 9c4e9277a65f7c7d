//! Pictures of every place, empty and full, in both themes: `cargo xtask screenshots` keeps them for the README and for
//! whoever looks a change over. A plain test run takes a few, so that taking them stays possible.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::support::desktop;
use crate::support::places::{self, Place};
use crate::support::setting;
use crate::support::studio::Studio;
use crate::support::window::Window;

const THEMES: [&str; 2] = ["Paper", "Darkroom"];
/// What the README shows.
const SHOWN: [&str; 5] = [
    "today-paper",
    "case-darkroom",
    "editor-paper",
    "letter-paper",
    "invoices-darkroom",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_place_has_its_picture_in_both_themes() {
    let (folder, passing) = folder();
    let takes_all = passing.is_none();
    let sample = Studio::sample();
    let mut full = places::full(&sample);
    if !takes_all {
        full.retain(|(name, _)| {
            SHOWN
                .iter()
                .any(|shown| shown.starts_with(&format!("{name}-")))
        });
    }
    pictures(&sample, &full, &folder).await;
    if takes_all {
        let new = Studio::new();
        let first_run = [("first-run", "/welcome".to_owned())];
        let window = Window::open(&new).await;
        picture(&window, &first_run[0], "Paper", &folder).await;
        drop(window);
        setting::business(&new);
        pictures(&new, &places::empty(), &folder).await;
    }
    for shown in SHOWN {
        let file = folder.join(format!("{shown}.png"));
        assert!(file.exists(), "the README shows {shown}");
    }
}

async fn pictures(studio: &Studio, places: &[Place], folder: &Path) {
    let window = Window::open(studio).await;
    for theme in THEMES {
        window.wears(theme).await;
        for place in places {
            picture(&window, place, theme, folder).await;
        }
    }
}

async fn picture(window: &Window<'_>, (name, route): &Place, theme: &str, folder: &Path) {
    window.go(route).await;
    window.settled().await;
    let file = folder.join(format!("{name}-{}.png", theme.to_lowercase()));
    window.picture_at(&file).await;
    desktop::lighten(&file);
    let bytes = fs::read(&file).unwrap();
    // A PNG says its size in bytes 16 to 24.
    assert_eq!(
        &bytes[16..24],
        [0, 0, 5, 0, 0, 0, 3, 32],
        "{} is 1280 by 800",
        file.display()
    );
}

/// Where the pictures stay: named by whoever asked for them, otherwise gone with the test.
fn folder() -> (PathBuf, Option<TempDir>) {
    if let Some(named) = std::env::var_os("SAFELIGHT_SHOTS") {
        return (PathBuf::from(named), None);
    }
    let own = TempDir::new().unwrap();
    (own.path().to_path_buf(), Some(own))
}
