//! How the window looks: at rest, in a theme, in a picture, and to axe.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::eventually;
use super::window::Window;

impl Window<'_> {
    /// Waits until nothing is loading or moving and what is there was painted.
    pub(crate) async fn settled(&self) {
        let painted = "const done = arguments[arguments.length - 1];
            const isBusy = () => document.fonts.status !== 'loaded'
              || document.querySelector('[aria-busy=true], [data-pending], [role=status][aria-label=Loading]') !== null
              || document.getAnimations().some((one) => one.playState === 'running');
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(isBusy()), 250)));";
        eventually("the page rests", async || {
            let busy = self.driver().execute_async(painted, Vec::new()).await;
            match busy.map(|seen| seen.json().clone()) {
                Ok(Value::Bool(false)) => Ok(()),
                seen => Err(format!("busy: {seen:?}")),
            }
        })
        .await;
    }

    /// Chooses how the window looks: “Paper” or “Darkroom”.
    pub(crate) async fn wears(&self, theme: &str) {
        self.go("/settings/appearance").await;
        self.press("radio", theme).await;
        eventually(&format!("the window wears {theme}"), async || {
            let worn = self.script("return document.documentElement.dataset.theme", Vec::new());
            match worn.await.json().as_str() {
                Some(worn) if worn == theme.to_lowercase() => Ok(()),
                other => Err(format!("{other:?}")),
            }
        })
        .await;
    }

    /// What axe finds wrong on the page, one line per rule and place.
    pub(crate) async fn barriers(&self) -> Vec<String> {
        let has_axe = self.script("return 'axe' in window", Vec::new()).await;
        if has_axe.json() != &json!(true) {
            let axe = concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../ui/node_modules/axe-core/axe.min.js"
            );
            let axe = fs::read_to_string(axe).expect("axe-core is installed with the UI's tools");
            let script = format!("{axe}\nwindow.axe = axe ?? module.exports;");
            self.script(&script, Vec::new()).await;
        }
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
              .then((r) => done(r.passes.length < 5 ? ['axe looked at nothing'] : r.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} (${n.failureSummary})`))),
                    (error) => done([`axe failed: ${error}`]));";
        let found = self.driver().execute_async(run, Vec::new()).await.unwrap();
        found
            .json()
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// A picture of the page, kept where `SAFELIGHT_PICTURES` says, otherwise with the build.
    pub(crate) async fn picture(&self, name: &str) {
        self.picture_at(&pictures().join(format!("{name}.png")))
            .await;
    }

    /// A picture of the page.
    pub(crate) async fn picture_at(&self, file: &Path) {
        self.driver().screenshot(file).await.unwrap();
    }
}

/// Where pictures are kept: where `SAFELIGHT_PICTURES` says, otherwise with the build.
pub(super) fn pictures() -> PathBuf {
    let folder = std::env::var_os("SAFELIGHT_PICTURES").map_or_else(
        || PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures"),
        PathBuf::from,
    );
    fs::create_dir_all(&folder).unwrap();
    folder
}
