//! What we may build on: licences of crates and of npm packages, and crates or features that stay out.
//!
//! Licences come from `cargo metadata` and from the npm lock file, so that the check needs no network and covers the
//! packages of platforms other than this one.

use serde_json::Value;

use super::source::Source;
use super::{Finding, spdx};

/// Licences whose terms a desktop app under MIT or Apache-2.0 meets by naming them.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "NCSA",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages that come in although their licence is not on the list, each with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[];

/// Crates that stay out, each with the reason.
const BANNED: &[(&str, &str)] = &[
    (
        "openssl-sys",
        "links a system library that differs between machines; TLS is rustls",
    ),
    ("rusqlite", "the database is reached through sqlx alone"),
    ("diesel", "the database is reached through sqlx alone"),
];

/// Every crate of the resolved graph whose licence is not one we can meet.
pub(super) fn crate_licences(metadata: &Value) -> Vec<Finding> {
    packages(metadata)
        .filter(|package| !package["source"].is_null())
        .filter_map(|package| {
            let name = text(package, "name");
            unmet(name, text(package, "license")).map(|what| Finding::new("Cargo.lock", what))
        })
        .collect()
}

/// The same for the UI, from its lock file, which records the licence of each package.
pub(super) fn npm_licences(files: &[Source]) -> Vec<Finding> {
    const LOCK: &str = "ui/package-lock.json";
    let Some(lock) = files.iter().find(|file| file.path == LOCK) else {
        return vec![Finding::new(LOCK, "is not there")];
    };
    let Ok(lock) = serde_json::from_str::<Value>(&lock.text) else {
        return vec![Finding::new(LOCK, "is not JSON")];
    };
    lock["packages"]
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(path, _)| !path.is_empty())
        .filter_map(|(path, package)| {
            let name = path
                .rsplit_once("node_modules/")
                .map_or(path.as_str(), |(_, name)| name);
            unmet(name, text(package, "license")).map(|what| Finding::new(LOCK, what))
        })
        .collect()
}

fn unmet(name: &str, licence: &str) -> Option<String> {
    if EXCEPTIONS.iter().any(|(known, _)| *known == name) {
        return None;
    }
    match spdx::is_met(licence, ALLOWED) {
        Some(true) => None,
        Some(false) => Some(format!(
            "`{name}` is under {licence}, which is not on the list"
        )),
        None if licence.is_empty() => Some(format!("`{name}` does not say its licence")),
        None => Some(format!(
            "`{name}` has a licence that can not be read: {licence}"
        )),
    }
}

/// Crates and features that stay out.
pub(super) fn bans(metadata: &Value) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut ban = |what: String| found.push(Finding::new("Cargo.lock", what));
    for package in packages(metadata) {
        let (name, version) = (text(package, "name"), text(package, "version"));
        if let Some((_, reason)) = BANNED.iter().find(|(banned, _)| *banned == name) {
            ban(format!("`{name}` stays out: {reason}"));
        }
        if name.starts_with("tauri") && version.contains("-alpha") {
            ban(format!(
                "`{name}` {version} is an alpha; we stay on major version 2"
            ));
        }
        if name == "domain" && domain_reads_the_clock(package) {
            ban("`domain` asks chrono for its clock; rules take the day as an argument".to_owned());
        }
    }
    let nodes = metadata["resolve"]["nodes"]
        .as_array()
        .into_iter()
        .flatten();
    for node in nodes.filter(|node| text(node, "id").contains("printpdf")) {
        if node["features"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|feature| feature == "html")
        {
            ban(
                "`printpdf` is built with `html`, which brings a browser's layout engine"
                    .to_owned(),
            );
        }
    }
    found
}

fn domain_reads_the_clock(domain: &Value) -> bool {
    domain["dependencies"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|dependency| dependency["name"] == "chrono")
        .any(|chrono| {
            chrono["uses_default_features"] == true
                || chrono["features"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .any(|feature| feature == "clock")
        })
}

fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().into_iter().flatten()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Source, bans, crate_licences, npm_licences};

    #[test]
    fn a_crate_without_a_licence_is_found() {
        let metadata = json!({"packages": [
            {"name": "ours", "source": null},
            {"name": "fine", "source": "registry", "license": "MIT"},
            {"name": "silent", "source": "registry", "license": null},
            {"name": "strict", "source": "registry", "license": "AGPL-3.0-only"},
        ]});
        let found: Vec<String> = crate_licences(&metadata)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            found,
            [
                "Cargo.lock: `silent` does not say its licence",
                "Cargo.lock: `strict` is under AGPL-3.0-only, which is not on the list"
            ],
            "our own crates are not dependencies"
        );
    }

    #[test]
    fn nested_npm_packages_are_read_too() {
        let lock = json!({"packages": {
            "": {"license": "anything"},
            "node_modules/a": {"license": "MIT"},
            "node_modules/a/node_modules/@scope/b": {"license": "GPL-3.0-or-later"},
        }});
        let found = npm_licences(&[Source::new("ui/package-lock.json", &lock.to_string())]);
        assert_eq!(found.len(), 1, "one of them is not on the list: {found:?}");
        assert!(
            found
                .iter()
                .any(|finding| finding.what.contains("@scope/b")),
            "it is named without its folders"
        );
    }

    #[test]
    fn what_is_banned_is_found() {
        let metadata = json!({
            "packages": [
                {"name": "openssl-sys", "version": "0.9.0"},
                {"name": "tauri-build", "version": "3.0.0-alpha.4"},
                {"name": "tauri", "version": "2.12.5"},
                {"name": "domain", "version": "0.1.0", "dependencies": [
                    {"name": "chrono", "uses_default_features": false, "features": ["std", "clock"]},
                ]},
            ],
            "resolve": {"nodes": [{"id": "registry#printpdf@0.12.8", "features": ["html"]}]},
        });
        assert_eq!(
            bans(&metadata).len(),
            4,
            "a library, an alpha, a clock and a feature: {:?}",
            bans(&metadata)
        );
    }
}
