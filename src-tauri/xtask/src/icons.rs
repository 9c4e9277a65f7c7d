//! `icons`: every size and format from the one drawing, `icons/safelight.svg`, through the Tauri command line tool.
//!
//! The drawing has parts that can be switched: the `plate` and the `cord`, which an app icon has and a tray icon
//! has not, and the `alert` dot of the tray icon for overdue payments.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::house::House;
use crate::setup::Need;
use crate::{bundle, process, setup};

/// What the bundles and the window need, out of all that the tool makes.
const APP: [&str; 6] = [
    "32x32.png",
    "128x128.png",
    "128x128@2x.png",
    "icon.png",
    "icon.ico",
    "icon.icns",
];
const TRAY_SIZE: &str = "64";

/// `cargo xtask icons`
pub(crate) fn icons(house: &House) -> Result<()> {
    setup::when_missing(house, Need::Building)?;
    let folder = house.root().join("icons");
    let drawing =
        fs::read_to_string(folder.join("safelight.svg")).context("reading icons/safelight.svg")?;
    let made = house.target().join("icons");
    fs::create_dir_all(&made)?;

    draw(house, &made, &drawing, &[])?;
    for name in APP {
        fs::copy(made.join(name), folder.join(name)).with_context(|| format!("copying {name}"))?;
    }
    let lamp = lamp_alone(&drawing)?;
    let alert = switched(
        &lamp,
        "<g id=\"alert\" display=\"none\">",
        "<g id=\"alert\">",
    )?;
    for (name, drawing) in [("tray-64.png", &lamp), ("tray-alert-64.png", &alert)] {
        draw(house, &made, drawing, &["--png", TRAY_SIZE])?;
        fs::copy(made.join("64x64.png"), folder.join(name))
            .with_context(|| format!("copying {name}"))?;
    }
    println!("made {} icons in {}", APP.len() + 2, folder.display());
    Ok(())
}

fn draw(house: &House, made: &Path, drawing: &str, words: &[&str]) -> Result<()> {
    let source = made.join("drawing.svg");
    fs::write(&source, drawing)?;
    process::output(
        bundle::tauri_cli(house)
            .arg("icon")
            .arg(&source)
            .arg("--output")
            .arg(made)
            .args(words),
    )
    .map(drop)
}

/// Without the plate and the cord, close up, so that it can be made out at sixteen pixels.
fn lamp_alone(drawing: &str) -> Result<String> {
    let close = switched(
        drawing,
        "viewBox=\"0 0 1024 1024\"",
        "viewBox=\"192 216 640 640\"",
    )?;
    let bare = switched(
        &close,
        "<g id=\"plate\">",
        "<g id=\"plate\" display=\"none\">",
    )?;
    switched(&bare, "<g id=\"cord\">", "<g id=\"cord\" display=\"none\">")
}

fn switched(drawing: &str, from: &str, to: &str) -> Result<String> {
    match drawing.matches(from).count() {
        1 => Ok(drawing.replace(from, to)),
        count => bail!("icons/safelight.svg holds `{from}` {count} times instead of once"),
    }
}

#[cfg(test)]
mod tests {
    use super::switched;

    #[test]
    fn a_part_that_is_not_in_the_drawing_is_an_error() {
        assert!(
            switched("<svg/>", "<g id=\"plate\">", "").is_err(),
            "or a tray icon would silently keep its plate"
        );
    }
}
