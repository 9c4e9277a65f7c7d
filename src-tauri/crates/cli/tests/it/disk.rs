//! A disk that fills up or fails in the middle of an act: the act says so and leaves nothing, or it is done.

use serde_json::Value;

use crate::act::{Act, checked, with_scan};
use crate::strace::{Point, Then, points, stop_at};
use crate::studio::{Said, Studio};

fn issued_and_scanned() -> [(Studio, Act); 2] {
    let studio = Studio::new();
    let client = studio.client("Nordlicht GmbH");
    let draft = studio.draft(&client);
    let issue = Act {
        command: "invoice.issue",
        request: studio.issue_request(&draft),
        file: None,
    };
    let debt = with_scan(&studio, &client);
    let copy = Studio::nothing();
    std::fs::remove_dir(copy.copies()).unwrap();
    studio.copied_to(&copy.place);
    [(studio, issue), (copy, debt)]
}

#[test]
fn a_full_disk_leaves_nothing_half_and_is_called_so() {
    for (studio, act) in issued_and_scanned() {
        fails_cleanly(&studio, &act, "ENOSPC", "disk_full");
    }
}

#[test]
fn a_failing_disk_leaves_nothing_half_and_is_called_so() {
    for (studio, act) in issued_and_scanned() {
        fails_cleanly(&studio, &act, "EIO", "io");
    }
}

/// Lets each kind of call on each place fail from its first, its middle and its last on.
fn fails_cleanly(base: &Studio, act: &Act, error: &'static str, code: &str) {
    let room = tempfile::tempdir().unwrap();
    let room = room.path().canonicalize().unwrap();
    let (place, scratch) = (room.join("run"), room.join("look"));
    let before = checked(base, &scratch);
    let studio = base.copied_to(&place);
    let (_, all) = points(&place, &act.on(&studio));
    let after = checked(&studio, &scratch);
    let (mut refused, mut done) = (0, 0);
    for point in some(&all) {
        let studio = base.copied_to(&place);
        let (output, _) = stop_at(&place, &act.on(&studio), point, Then::Fails(error));
        let said = Said::of(&output);
        let left = checked(&studio, &scratch);
        if said.code == Some(0) {
            assert_eq!(
                left, after,
                "{:?} failed with {error}: what is called done is done",
                point.stops
            );
            done += 1;
        } else {
            let refusal: Value = said.refusal();
            let name = &point.stops.name;
            let codes = match point.call.as_str() {
                // Whatever keeps the index of the log from growing is called a full disk.
                _ if name.ends_with("-shm") => ["disk_full"].as_slice(),
                // SQLite does not tell why the disk refused to make it lasting; it and we ask that of the same folder.
                "fsync" | "fdatasync" if !name.contains("files") => &["io", code],
                _ => &[code],
            };
            let told = refusal["code"].as_str().unwrap_or_default();
            assert!(
                codes.contains(&told),
                "{:?} failed with {error}: {refusal}",
                point.stops
            );
            assert_eq!(said.code, Some(6), "the disk is in the way");
            assert_eq!(
                left, before,
                "{:?} failed with {error}: what is refused left nothing",
                point.stops
            );
            refused += 1;
        }
        act.run(&studio).answer();
        assert_eq!(
            checked(&studio, &scratch),
            after,
            "{:?} failed with {error}, and then it worked",
            point.stops
        );
    }
    println!(
        "{}: {error} at {} points, refused {refused}, done {done}",
        act.command,
        refused + done
    );
    assert!(refused > 0, "a disk without room was noticed");
}

/// The first, the middle and the last point of each kind on each place.
fn some(all: &[Point]) -> Vec<&Point> {
    let writes = ["write", "pwrite64", "fsync", "fdatasync", "ftruncate"];
    let mut chosen = Vec::new();
    for (index, point) in all.iter().enumerate() {
        let same =
            |other: &&Point| other.call == point.call && other.stops.name == point.stops.name;
        let (earlier, of) = (
            all[..index].iter().filter(same).count(),
            all.iter().filter(same).count(),
        );
        let is_one = earlier == 0 || earlier == of / 2 || earlier + 1 == of;
        if is_one && writes.contains(&point.call.as_str()) && point.stops.name != "the answer" {
            chosen.push(point);
        }
    }
    chosen
}
