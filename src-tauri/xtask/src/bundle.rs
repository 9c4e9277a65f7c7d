//! `bundle`: the package people install, one kind for each platform, built with the `dist` profile.
//!
//! What installing it does is tried by `smoke`.

mod smoke;

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

/// `cargo xtask bundle [--smoke]`
pub(crate) fn command_line(house: &House, words: &[String]) -> Result<()> {
    match words {
        [] => bundle(house).map(drop),
        [word] if word == "--smoke" => {
            let package = match built(house)? {
                Some(package) => package,
                None => bundle(house)?,
            };
            smoke::smoke(house, &package)
        }
        _ => bail!("usage: cargo xtask bundle [--smoke]"),
    }
}

/// Builds the package and says what it weighs.
pub(crate) fn bundle(house: &House) -> Result<PathBuf> {
    setup::when_missing(house, Need::Building)?;
    let (kind, _) = KIND;
    let started = SystemTime::now();
    // The CLI takes the folder of tauri.conf.json as the app; `--package`, because cargo's default members leave the
    // window out.
    let mut tauri = tauri_cli(house);
    tauri
        .args(["build", "--ci", "--bundles", kind])
        .env("TAURI_FRONTEND_PATH", house.ui())
        .env("CARGO_TARGET_DIR", house.target())
        .env("LIBSQLITE3_FLAGS", WITHOUT);
    if let Some(target) = target(house)? {
        tauri.args(["--target", &target]).envs(lean(&target));
        let words = link_words(house);
        if links(house, &words)? {
            tauri.env("SAFELIGHT_LINK_WORDS", words.join("\n"));
        } else {
            println!("this linker is not the one that comes with Rust: the package will be larger");
        }
    }
    process::run(tauri.args(["--", "--profile", "dist", "--package", "safelight"]))?;
    let folder = folder(house)?;
    let package = newest(&folder, started)?
        .with_context(|| format!("no new package in {}", folder.display()))?;
    println!("\npackage    {}", package.display());
    println!("size       {}", megabytes(fs::metadata(&package)?.len()));
    if kind == "deb" {
        println!("installed  {}", megabytes(installed_size(house, &package)?));
    }
    Ok(package)
}

/// The package built last, if there is one.
pub(crate) fn built(house: &House) -> Result<Option<PathBuf>> {
    let folder = folder(house)?;
    if !folder.exists() {
        return Ok(None);
    }
    newest(&folder, SystemTime::UNIX_EPOCH)
}

/// What a deb takes on the disk once installed, in bytes, as it says itself.
pub(crate) fn installed_size(house: &House, package: &Path) -> Result<u64> {
    let field = process::output(
        process::command("dpkg-deb", house.root())
            .arg("--field")
            .arg(package)
            .arg("Installed-Size"),
    )?;
    let kibibytes: u64 = field
        .trim()
        .parse()
        .with_context(|| format!("Installed-Size is `{}`", field.trim()))?;
    Ok(kibibytes * 1024)
}

fn folder(house: &House) -> Result<PathBuf> {
    let built = house.target().join(target(house)?.unwrap_or_default());
    Ok(built.join("dist/bundle").join(KIND.0))
}

/// Parts of SQLite that nothing here uses, though a program that serves others may: the older search, maps, sizes of
/// tables, words that sound alike.
const WITHOUT: &str = "-USQLITE_ENABLE_FTS3 -USQLITE_ENABLE_FTS3_PARENTHESIS -USQLITE_ENABLE_RTREE \
                       -USQLITE_ENABLE_DBSTAT_VTAB -USQLITE_SOUNDEX";

/// What to name as the target, so that what is set for the package leaves the build's own programs alone: this
/// machine, on Linux only.
fn target(house: &House) -> Result<Option<String>> {
    if !cfg!(target_os = "linux") {
        return Ok(None);
    }
    let about = process::output(process::command("rustc", house.root()).args(["-v", "-V"]))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(Some(
        host.context("rustc does not say its host")?.to_owned(),
    ))
}

/// Leaves out the tables for walking up the stack, as far as compilers do as they are told.
fn lean(target: &str) -> [(String, &'static str); 2] {
    let name = target.replace('-', "_");
    [
        (
            format!("CARGO_TARGET_{}_RUSTFLAGS", name.to_uppercase()),
            "-Cforce-unwind-tables=no",
        ),
        (
            format!("CFLAGS_{name}"),
            "-fno-asynchronous-unwind-tables -fno-unwind-tables",
        ),
    ]
}

/// Drops the tables that are left, and writes functions that came out the same once.
fn link_words(house: &House) -> [String; 2] {
    let script = house.root().join("src-tauri/lean.ld");
    [script.display().to_string(), "-Wl,--icf=all".to_owned()]
}

/// Whether the linker here knows these words: the one that comes with Rust does, others need not.
fn links(house: &House, words: &[String]) -> Result<bool> {
    let folder = house.target().join("probe");
    fs::create_dir_all(&folder)?;
    let source = folder.join("probe.rs");
    fs::write(&source, "fn main() {}\n")?;
    let mut rustc = process::command("rustc", &folder);
    rustc.args(["-C", "panic=abort"]).arg(&source);
    for word in words {
        rustc.arg("-C").arg(format!("link-arg={word}"));
    }
    Ok(process::succeeds(&mut rustc))
}

/// The Tauri command line tool that npm installed.
pub(crate) fn tauri_cli(house: &House) -> std::process::Command {
    let script = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    process::command(
        house.ui().join("node_modules/.bin").join(script),
        house.root(),
    )
}

/// The newest package of our kind that was written since then.
fn newest(folder: &Path, since: SystemTime) -> Result<Option<PathBuf>> {
    let mut found = None;
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let written = fs::metadata(&path)?.modified()?;
        if path.extension().is_some_and(|ending| ending == KIND.1) && written >= since {
            found = found.max(Some((written, path)));
        }
    }
    Ok(found.map(|(_, path)| path))
}

pub(crate) fn megabytes(bytes: u64) -> String {
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
