//! Memory of a program and everything it started, each shared page counted by its share.

use std::fs;

use anyhow::{Context as _, Result, bail};

/// The process and its descendants. WebKit's helpers are among them.
pub(super) fn tree(root: u32) -> Result<Vec<u32>> {
    let mut parents = Vec::new();
    for entry in fs::read_dir("/proc").context("reading /proc")? {
        let Some(pid) = entry?
            .file_name()
            .to_str()
            .and_then(|name| name.parse::<u32>().ok())
        else {
            continue;
        };
        // A process that ended meanwhile is in no tree.
        if let Some(parent) = fs::read_to_string(format!("/proc/{pid}/stat"))
            .ok()
            .as_deref()
            .and_then(parent)
        {
            parents.push((pid, parent));
        }
    }
    let mut tree = vec![root];
    let mut looked_at = 0;
    while let Some(&pid) = tree.get(looked_at) {
        tree.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == pid)
                .map(|(child, _)| *child),
        );
        looked_at += 1;
    }
    Ok(tree)
}

/// The fourth word of `stat`; the second is a name in brackets that may hold spaces.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(") ")?.1.split(' ').nth(1)?.parse().ok()
}

/// Proportional set size of these processes together, in kibibytes.
pub(super) fn proportional(processes: &[u32]) -> Result<u32> {
    let mut sum = 0;
    for pid in processes {
        let path = format!("/proc/{pid}/smaps_rollup");
        let text = fs::read_to_string(&path).with_context(|| format!("reading {path}"))?;
        match share(&text) {
            Some(share) => sum += share,
            None => bail!("{path} has no Pss line"),
        }
    }
    Ok(sum)
}

fn share(rollup: &str) -> Option<u32> {
    rollup
        .lines()
        .find_map(|line| line.strip_prefix("Pss:"))?
        .trim()
        .strip_suffix(" kB")?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::{parent, share, tree};

    #[test]
    fn a_parent_is_found_behind_a_name_with_brackets() {
        assert_eq!(
            parent("12 (Web (Content)) S 7 12 12 0"),
            Some(7),
            "the word after the state"
        );
    }

    #[test]
    fn the_share_is_the_line_of_its_own() {
        assert_eq!(
            share("Rss: 900 kB\nPss:                 321 kB\nPss_Dirty: 5 kB"),
            Some(321),
            "not its parts"
        );
    }

    #[test]
    fn a_tree_begins_with_its_root() {
        let me = std::process::id();
        assert_eq!(
            tree(me).unwrap().first(),
            Some(&me),
            "the process asked about"
        );
    }
}
