//! What comes with a version of ours: Node's lowest version, npm packages by lock file, Rust components and the
//! WebDriver server. Tools go to `target/tools`, so that nothing outside the repository is touched.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value};

use crate::house::House;
use crate::process;

const TAURI_DRIVER: (&str, &str) = ("tauri-driver", "2.1.0");
/// The lowest Node that Vite 8 runs on.
const NODE: (u32, u32) = (20, 19);

/// Fails with what to do when Node is absent or too old; we do not replace a person's Node.
pub(crate) fn node_is_new_enough() -> Result<()> {
    let (major, minor) = NODE;
    let advice = format!(
        "Node {major}.{minor} or newer with npm is needed; see https://nodejs.org/en/download"
    );
    let said = process::output(process::command("node", Path::new(".")).arg("--version"))
        .with_context(|| format!("there is no Node here. {advice}"))?;
    match version(&said) {
        Some(found) if found >= NODE => Ok(()),
        _ => bail!("this machine has Node {}. {advice}", said.trim()),
    }
}

fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().trim_start_matches('v').split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// The formatter and the linter, which a minimal Rust installation lacks.
pub(crate) fn missing_components(house: &House) -> Vec<String> {
    [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(command, _)| {
            !process::succeeds(process::cargo(house.root()).args([command, "--version"]))
        })
        .map(|(_, component)| component.to_owned())
        .collect()
}

pub(crate) fn add_components(house: &House, names: &[String]) -> Result<()> {
    process::run(
        process::command("rustup", house.root())
            .args(["component", "add"])
            .args(names),
    )
    .context("rustfmt and clippy come with rustup, or with the packages of your system's Rust")
}

/// Says what `node_modules` lacks, or holds in another version than the lock file names.
pub(crate) fn npm_is_behind(house: &House) -> Result<Vec<String>> {
    let lock = fs::read_to_string(house.ui().join("package-lock.json"))
        .context("reading ui/package-lock.json")?;
    // npm's own record of what it installed; it goes when the folder goes.
    let Ok(record) = fs::read_to_string(house.ui().join("node_modules/.package-lock.json")) else {
        return Ok(vec!["node_modules".to_owned()]);
    };
    let lock: Value = serde_json::from_str(&lock).context("ui/package-lock.json is not JSON")?;
    let record: Value = serde_json::from_str(&record).unwrap_or_default();
    let behind = behind(&lock, &record);
    // A changed lock file can differ in hundreds of places; the first few say enough.
    Ok(behind.into_iter().take(5).collect())
}

fn behind(lock: &Value, record: &Value) -> Vec<String> {
    let none = Map::new();
    let packages = |file| {
        Value::get(file, "packages")
            .and_then(Value::as_object)
            .unwrap_or(&none)
    };
    let installed = packages(record);
    packages(lock)
        .iter()
        .filter(|(path, wanted)| match installed.get(*path) {
            Some(found) => found.get("version") != wanted.get("version"),
            // The first entry is the UI itself; optional ones are for other platforms.
            None => !path.is_empty() && wanted.get("optional") != Some(&Value::Bool(true)),
        })
        .map(|(path, _)| path.trim_start_matches("node_modules/").to_owned())
        .collect()
}

pub(crate) fn npm_ci(house: &House) -> Result<()> {
    process::run(process::npm(&house.ui()).args(["ci", "--no-audit", "--no-fund"]))
        .context("the npm packages could not be installed; is this machine online?")
}

/// The WebDriver server in our version: from `target/tools`, or one that `cargo install` put on `PATH`.
pub(crate) fn tauri_driver(house: &House) -> Option<PathBuf> {
    let (name, version) = TAURI_DRIVER;
    let own = tools(house)
        .join("bin")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    [Some(own), process::on_path(name)]
        .into_iter()
        .flatten()
        .find(|path| path.is_file() && has_version(path, name, version))
}

/// The program has no `--version`, so cargo's record beside the folder it installed into is read.
fn has_version(program: &Path, name: &str, version: &str) -> bool {
    program
        .ancestors()
        .nth(2)
        .and_then(|folder| fs::read_to_string(folder.join(".crates.toml")).ok())
        .is_some_and(|record| record.contains(&format!("\"{name} {version} (")))
}

pub(crate) fn missing_tools(house: &House) -> Vec<String> {
    if !cfg!(target_os = "linux") || tauri_driver(house).is_some() {
        return Vec::new();
    }
    let (name, version) = TAURI_DRIVER;
    vec![format!("{name}@{version}")]
}

pub(crate) fn install_tools(house: &House) -> Result<()> {
    let (name, version) = TAURI_DRIVER;
    process::run(
        process::cargo(house.root())
            .args(["install", "--locked", "--version", version, name, "--root"])
            .arg(tools(house)),
    )
    .with_context(|| format!("{name} could not be built; is this machine online?"))
}

fn tools(house: &House) -> PathBuf {
    house.target().join("tools")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{behind, version};

    #[test]
    fn a_package_of_another_version_is_behind() {
        let lock = json!({"packages": {
            "": {"name": "ui"},
            "node_modules/a": {"version": "2.0.0"},
            "node_modules/b": {"version": "1.0.0"},
            "node_modules/c": {"version": "1.0.0"},
            "node_modules/mac-only": {"version": "1.0.0", "optional": true},
        }});
        let record = json!({"packages": {"node_modules/a": {"version": "1.0.0"}, "node_modules/b": {"version": "1.0.0"}}});
        assert_eq!(
            behind(&lock, &record),
            ["a", "c"],
            "an old one and an absent one; other platforms' do not count"
        );
    }

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(
            version("v20.9.1\n"),
            Some((20, 9)),
            "the patch number does not matter"
        );
        assert!(
            version("v20.9.1") < version("v20.19.0"),
            "nine is less than nineteen"
        );
        assert_eq!(
            version("not a version"),
            None,
            "what can not be read is not new enough"
        );
    }
}
