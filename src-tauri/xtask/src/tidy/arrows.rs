//! Which crate may know which: the one table the architecture rests on, held against `cargo metadata`.

use serde_json::Value;

use super::Finding;

/// Each crate of ours and the crates of ours it may name.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("correspondence", &["domain"]),
    ("documents", &["correspondence", "domain"]),
    ("delivery", &["domain"]),
    (
        "api",
        &["correspondence", "delivery", "documents", "domain", "store"],
    ),
    ("safelight", &["api"]),
    ("safelight-cli", &["api"]),
    ("acceptance", &["api"]),
    ("xtask", &[]),
    (BLANK, &[]),
];

/// What the start-up bench compares the app with; it has to be a window of the same kind.
const BLANK: &str = "blank-window";

/// Crates from outside that only one of ours may name: the place where their subject lives. A name ending in `*`
/// stands for all that start so.
const OWNED: &[(&str, &str)] = &[
    ("tauri*", "safelight"),
    ("tray-icon", "safelight"),
    ("notify-rust", "safelight"),
    ("sqlx*", "store"),
    ("printpdf", "documents"),
    ("lopdf", "documents"),
    ("lettre", "delivery"),
    ("keyring*", "delivery"),
    ("thirtyfour", "acceptance"),
];

/// Every dependency of a crate of ours that points against the table, also for tests and build scripts.
pub(super) fn arrows(metadata: &Value, root: &str) -> Vec<Finding> {
    let members: Vec<&Value> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|package| package["source"].is_null())
        .collect();
    let names: Vec<&str> = members
        .iter()
        .filter_map(|package| package["name"].as_str())
        .collect();
    let mut found = Vec::new();
    for package in &members {
        let name = package["name"].as_str().unwrap_or_default();
        let manifest = package["manifest_path"].as_str().unwrap_or_default();
        let place = manifest
            .strip_prefix(root)
            .unwrap_or(manifest)
            .trim_start_matches(['/', '\\']);
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let wanted = dependency["name"].as_str().unwrap_or_default();
            let verdict = if names.contains(&wanted) {
                own(name, wanted)
            } else {
                foreign(name, wanted)
            };
            found.extend(verdict.map(|what| Finding::new(place, what)));
        }
        if !ARROWS.iter().any(|(known, _)| *known == name) {
            found.push(Finding::new(
                place,
                format!("`{name}` has no row in the table of arrows"),
            ));
        }
    }
    found
}

fn own(from: &str, to: &str) -> Option<String> {
    let (_, allowed) = ARROWS.iter().find(|(name, _)| *name == from)?;
    (!allowed.contains(&to)).then(|| format!("`{from}` may not know `{to}`"))
}

fn foreign(from: &str, to: &str) -> Option<String> {
    let matches = |pattern: &str| {
        pattern
            .strip_suffix('*')
            .map_or(pattern == to, |start| to.starts_with(start))
    };
    let (pattern, owner) = OWNED.iter().find(|(pattern, _)| matches(pattern))?;
    let is_measured_with_it = from == BLANK && *pattern == "tauri*";
    (*owner != from && !is_measured_with_it)
        .then(|| format!("`{to}` belongs to `{owner}` alone, `{from}` may not name it"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Finding, arrows};

    fn metadata(name: &str, dependencies: &[&str]) -> Value {
        let dependencies: Vec<Value> = dependencies
            .iter()
            .map(|name| json!({"name": name}))
            .collect();
        let ours = ["domain", "store", "api"]
            .map(|name| json!({"name": name, "source": null, "manifest_path": "/r/x", "dependencies": []}));
        let mut packages = vec![json!({
            "name": name, "source": null, "manifest_path": "/r/c/Cargo.toml", "dependencies": dependencies,
        })];
        packages.extend(ours.into_iter().filter(|package| package["name"] != name));
        packages.push(
            json!({"name": "serde", "source": "registry", "dependencies": [{"name": "sqlx"}]}),
        );
        json!({ "packages": packages })
    }

    #[test]
    fn an_arrow_against_the_table_is_found() {
        let found = arrows(&metadata("domain", &["store"]), "/r");
        assert_eq!(
            found,
            [Finding::new(
                "c/Cargo.toml",
                "`domain` may not know `store`"
            )],
            "rules know no database"
        );
    }

    #[test]
    fn an_arrow_of_the_table_is_fine() {
        assert_eq!(
            arrows(&metadata("store", &["domain", "sqlx", "serde"]), "/r"),
            [],
            "the store knows the domain"
        );
    }

    #[test]
    fn a_foreign_crate_stays_with_its_owner() {
        let found = arrows(
            &metadata("api", &["sqlx-core", "tauri-plugin-opener"]),
            "/r",
        );
        assert_eq!(
            found.len(),
            2,
            "a star covers every crate of that name: {found:?}"
        );
    }

    #[test]
    fn the_bench_has_a_window_and_nothing_else() {
        assert_eq!(
            arrows(&metadata("blank-window", &["tauri"]), "/r"),
            [],
            "a window needs it"
        );
        assert_eq!(
            arrows(&metadata("blank-window", &["sqlx"]), "/r").len(),
            1,
            "the rest is not its own"
        );
    }

    #[test]
    fn a_crate_without_a_row_is_found() {
        assert_eq!(
            arrows(&metadata("newcomer", &[]), "/r").len(),
            1,
            "a new crate has to say what it may know"
        );
    }
}
