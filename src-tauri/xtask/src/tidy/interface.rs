//! The walls inside the UI: one door to the host, features that do not know each other, one clock.

use super::Finding;
use super::source::Source;

const HOST: &str = "@tauri-apps/";
const CLOCK: &str = "ui/src/lib/clock.ts";
const FEATURES: &str = "ui/src/features/";

/// All three rules over the UI's sources.
pub(super) fn walls(files: &[Source]) -> Vec<Finding> {
    let sources: Vec<&Source> = files
        .iter()
        .filter(|file| file.path.starts_with("ui/src/") && file.is(&["ts", "tsx"]))
        .collect();
    let mut found = one_door(&sources);
    for source in sources {
        found.extend(other_features(source));
        found.extend(ambient_clock(source));
    }
    found
}

fn one_door(sources: &[&Source]) -> Vec<Finding> {
    let doors: Vec<(&Source, usize)> = sources
        .iter()
        .filter_map(|source| {
            source
                .lines()
                .find(|(_, line)| imported(line).is_some_and(|name| name.starts_with(HOST)))
                .map(|(number, _)| (*source, number))
        })
        .collect();
    if doors.len() < 2 {
        return Vec::new();
    }
    let what = format!(
        "imports {HOST}*; exactly one file may, and {} do",
        doors.len()
    );
    doors
        .into_iter()
        .map(|(source, number)| Finding::at(&source.path, number, what.clone()))
        .collect()
}

fn other_features(source: &Source) -> Vec<Finding> {
    let Some(own) = feature(&source.path) else {
        return Vec::new();
    };
    source
        .lines()
        .filter_map(|(number, line)| {
            let target = resolve(&source.path, imported(line)?);
            let other = feature(&target)?;
            let what = format!("the feature `{own}` imports the feature `{other}`");
            (other != own).then(|| Finding::at(&source.path, number, what))
        })
        .collect()
}

fn ambient_clock(source: &Source) -> Vec<Finding> {
    if source.path == CLOCK {
        return Vec::new();
    }
    let reads = |line: &str| line.contains("Date.now") || line.contains("new Date()");
    source
        .lines()
        .filter(|(_, line)| reads(line))
        .map(|(number, _)| {
            Finding::at(
                &source.path,
                number,
                format!("reads the clock; only {CLOCK} may"),
            )
        })
        .collect()
}

/// The module a line imports, if it does: `from "x"`, `import "x"`, `import("x")`.
fn imported(line: &str) -> Option<&str> {
    let after = ["from ", "import(", "import ", "mock("]
        .iter()
        .find_map(|word| {
            let (_, rest) = line.split_once(word)?;
            rest.trim_start().strip_prefix(['"', '\''])
        })?;
    after.split(['"', '\'']).next()
}

/// The imported path from the root of the repository: `@/` and `~/` stand for `ui/src/`, dots for the file's own folder.
fn resolve(from: &str, name: &str) -> String {
    if let Some(rest) = name.strip_prefix("@/").or_else(|| name.strip_prefix("~/")) {
        return format!("ui/src/{rest}");
    }
    if !name.starts_with('.') {
        return name.to_owned();
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in name.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The feature a path belongs to; a feature is a folder or a single file.
fn feature(path: &str) -> Option<&str> {
    path.strip_prefix(FEATURES)?.split(['/', '.']).next()
}

#[cfg(test)]
mod tests {
    use super::{Source, imported, resolve, walls};

    #[test]
    fn imports_are_read_in_every_form() {
        assert_eq!(imported("import { a } from \"./b\";"), Some("./b"), "named");
        assert_eq!(
            imported("} from '../c';"),
            Some("../c"),
            "the last line of a long one"
        );
        assert_eq!(
            imported("import \"./d.css\";"),
            Some("./d.css"),
            "for its effect"
        );
        assert_eq!(
            imported("const e = lazy(() => import(\"@/features/e\"));"),
            Some("@/features/e"),
            "when needed"
        );
        assert_eq!(imported("const from = 1;"), None, "a word is no import");
    }

    #[test]
    fn relative_imports_are_followed() {
        assert_eq!(
            resolve("ui/src/features/a/x.ts", "../b/y"),
            "ui/src/features/b/y",
            "up and across"
        );
        assert_eq!(
            resolve("ui/src/features/a/x.ts", "@/features/b"),
            "ui/src/features/b",
            "from the source folder"
        );
        assert_eq!(
            resolve("ui/src/features/a/x.ts", "react"),
            "react",
            "a package stays a package"
        );
    }

    #[test]
    fn a_feature_that_knows_another_is_found() {
        let source = Source::new(
            "ui/src/features/cases/list.tsx",
            "import { x } from \"../clients\";\nimport \"./own\";",
        );
        let found = walls(&[source]);
        assert_eq!(
            found.len(),
            1,
            "its own files are not another feature: {found:?}"
        );
    }

    #[test]
    fn two_doors_to_the_host_are_one_too_many() {
        let door = |path| Source::new(path, "import { invoke } from \"@tauri-apps/api/core\";");
        assert!(
            walls(&[door("ui/src/lib/ipc/host.ts")]).is_empty(),
            "one is right"
        );
        assert_eq!(
            walls(&[door("ui/src/lib/ipc/host.ts"), door("ui/src/app/x.ts")]).len(),
            2,
            "both are shown"
        );
    }

    #[test]
    fn only_the_clock_reads_the_clock() {
        assert_eq!(
            walls(&[Source::new("ui/src/app/x.ts", "const now = new Date();")]).len(),
            1,
            "ambient time"
        );
        assert!(
            walls(&[Source::new("ui/src/lib/clock.ts", "return new Date();")]).is_empty(),
            "its one place"
        );
        assert!(
            walls(&[Source::new("ui/src/app/x.ts", "new Date(2026, 0, 1)")]).is_empty(),
            "a given day is no clock"
        );
    }
}
