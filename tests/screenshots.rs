//! Pictures of every place, empty and full, in both themes: `cargo xtask screenshots` keeps them for the README and for
//! whoever looks a change over. A plain test run takes a few, so that taking them stays possible.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::support::places::{self, Place};
use crate::support::setting;
use crate::support::studio::Studio;
use crate::support::window::Window;

const THEMES: [&str; 2] = ["Paper", "Darkroom"];
/// What the README shows.
const SHOWN: [&str; 5] = ["today", "case", "editor", "letter", "invoices"];

#[tokio::test(flavor = "multi_thread")]
async fn every_place_has_its_picture_in_both_themes() {
    let (folder, _kept) = folder();
    let takes_all = _kept.is_none();
    let sample = Studio::sample();
    let mut full = places::full(&sample);
    if !takes_all {
        full.retain(|(name, _)| SHOWN.contains(name));
    }
    let mut taken = pictures(&sample, &full, &folder).await;
    if takes_all {
        let new = Studio::new();
        let first_run = [("first-run", "/welcome".to_owned())];
        let window = Window::open(&new).await;
        taken += picture(&window, &first_run[0], "Paper", &folder).await;
        drop(window);
        setting::business(&new);
        taken += pictures(&new, &places::empty(), &folder).await;
    }
    let kept = fs::read_dir(&folder).unwrap().count();
    assert_eq!(taken, kept, "each place has a picture of its own");
}

async fn pictures(studio: &Studio, places: &[Place], folder: &Path) -> usize {
    let window = Window::open(studio).await;
    let mut taken = 0;
    for theme in THEMES {
        window.wears(theme).await;
        for place in places {
            taken += picture(&window, place, theme, folder).await;
        }
    }
    taken
}

/// Answers how many were taken.
async fn picture(window: &Window<'_>, (name, route): &Place, theme: &str, folder: &Path) -> usize {
    window.go(route).await;
    window.settled().await;
    let file = folder.join(format!("{name}-{}.png", theme.to_lowercase()));
    window.picture_at(&file).await;
    let bytes = fs::read(&file).unwrap();
    // A PNG says its size in bytes 16 to 24.
    assert_eq!(
        &bytes[16..24],
        [0, 0, 5, 0, 0, 0, 3, 32],
        "{} is 1280 by 800",
        file.display()
    );
    1
}

/// Where the pictures stay: named by whoever asked for them, otherwise gone with the test.
fn folder() -> (PathBuf, Option<TempDir>) {
    if let Some(named) = std::env::var_os("SAFELIGHT_SHOTS") {
        return (PathBuf::from(named), None);
    }
    let own = TempDir::new().unwrap();
    (own.path().to_path_buf(), Some(own))
}
