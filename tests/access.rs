//! Open to everybody: what axe, the keyboard and a screen reader find.

use crate::support::places::{self, Place};
use crate::support::setting;
use crate::support::studio::Studio;
use crate::support::window::Window;

#[tokio::test(flavor = "multi_thread")]
async fn axe_finds_no_violation_on_any_screen() {
    let sample = Studio::sample();
    let mut found = barriers(&sample, &places::full(&sample)).await;
    let new = Studio::new();
    let window = Window::open(&new).await;
    window.is_at("/welcome").await;
    window.settled().await;
    found.extend(window.barriers().await);
    drop(window);
    setting::business(&new);
    found.extend(barriers(&new, &places::empty()).await);
    assert!(
        found.is_empty(),
        "nothing keeps anybody out:\n{}",
        found.join("\n")
    );
}

async fn barriers(studio: &Studio, places: &[Place]) -> Vec<String> {
    let window = Window::open(studio).await;
    let mut found = Vec::new();
    for theme in ["Paper", "Darkroom"] {
        window.wears(theme).await;
        for (name, route) in places {
            window.go(route).await;
            window.settled().await;
            let here = window.barriers().await;
            found.extend(here.iter().map(|one| format!("{name}, {theme}: {one}")));
        }
    }
    found
}
