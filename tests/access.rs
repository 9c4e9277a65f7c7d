//! Open to everybody: what axe, the keyboard and a screen reader find.

use crate::support::desktop;
use crate::support::eventually;
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

/// As screen readers get it: the tree that the window gives to AT-SPI, read by a program of its own.
#[tokio::test(flavor = "multi_thread")]
async fn every_control_has_a_name_for_screen_readers() {
    let sample = Studio::sample();
    let window = Window::open(&sample).await;
    let pid = window.pid();
    let mut nameless = Vec::new();
    let mut heard = 0;
    for (place, route) in places::full(&sample) {
        window.go(&route).await;
        window.settled().await;
        // The rail, the top bar and the page's own: fewer means that the tree is not there yet.
        let controls =
            eventually(
                &format!("the controls of {place}"),
                async || match desktop::controls(pid) {
                    controls if controls.len() >= 10 => Ok(controls),
                    controls => Err(format!("{} are told: {controls:?}", controls.len())),
                },
            )
            .await;
        heard += controls.len();
        let silent = controls.iter().filter(|(_, name)| name.is_empty());
        nameless.extend(silent.map(|(role, _)| format!("a {role} on {place}")));
    }
    assert!(
        nameless.is_empty(),
        "of {heard} controls these have no name: {nameless:?}"
    );
    assert!(heard > 500, "only {heard} controls were told");
}
