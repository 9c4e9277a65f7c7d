//! `bundle`: the package people install, one kind for each platform, built with the `dist` profile.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context as _, Result, bail};

use crate::house::House;
use crate::setup::Need;
use crate::{process, setup};

/// The kind of package for this platform and the ending of its file.
const KIND: (&str, &str) = if cfg!(target_os = "windows") {
    ("nsis", "exe")
} else if cfg!(target_os = "macos") {
    ("dmg", "dmg")
} else {
    ("deb", "deb")
};

/// `cargo xtask bundle`
pub(crate) fn bundle(house: &House) -> Result<()> {
    setup::when_missing(house, Need::Building)?;
    let (kind, ending) = KIND;
    let started = SystemTime::now();
    // The CLI takes the folder of tauri.conf.json as the app; `--package`, because cargo's default members leave the
    // window out.
    process::run(
        tauri_cli(house)
            .args([
                "build",
                "--ci",
                "--bundles",
                kind,
                "--",
                "--profile",
                "dist",
                "--package",
                "safelight",
            ])
            .env("TAURI_FRONTEND_PATH", house.ui()),
    )?;
    let folder = house.target().join("dist/bundle").join(kind);
    let package = newest(&folder, ending, started)?;
    println!("\npackage    {}", package.display());
    println!("size       {}", megabytes(fs::metadata(&package)?.len()));
    if kind == "deb" {
        let field = process::output(
            process::command("dpkg-deb", house.root())
                .arg("--field")
                .arg(&package)
                .arg("Installed-Size"),
        )?;
        let kibibytes: u64 = field
            .trim()
            .parse()
            .with_context(|| format!("Installed-Size is `{}`", field.trim()))?;
        println!("installed  {}", megabytes(kibibytes * 1024));
    }
    Ok(())
}

/// The Tauri command line tool that npm installed.
pub(crate) fn tauri_cli(house: &House) -> std::process::Command {
    let script = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    process::command(
        house.ui().join("node_modules/.bin").join(script),
        house.root(),
    )
}

fn newest(folder: &Path, ending: &str, since: SystemTime) -> Result<PathBuf> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let right_kind = path.extension().is_some_and(|found| found == ending);
        if right_kind && fs::metadata(&path)?.modified()? >= since {
            return Ok(path);
        }
    }
    bail!("no new .{ending} in {}", folder.display())
}

fn megabytes(bytes: u64) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}.{} MB ({bytes} bytes)", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::megabytes;

    #[test]
    fn sizes_are_rounded_to_a_tenth() {
        assert_eq!(
            megabytes(14_960_000),
            "15.0 MB (14960000 bytes)",
            "rounded, with the exact figure beside it"
        );
        assert_eq!(
            megabytes(40_000),
            "0.0 MB (40000 bytes)",
            "small files do not vanish, their bytes are shown"
        );
    }
}
