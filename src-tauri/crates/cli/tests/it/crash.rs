//! Killed at each call that changes something: what was happening happened wholly or not at all, and doing it again
//! does it once.
//!
//! The kill comes as a call is entered, so that stopping at one call is stopping after the one before it; the last
//! point is the end of the program itself.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use crate::act::{Act, Rows, checked, with_scan};
use crate::strace::{Point, Stop, Then, calls, points, stop_at, told};
use crate::studio::{Studio, business, number, text};

/// How often the program is killed in one act; beyond it, page writes are thinned out.
const MOST: usize = 200;
/// The same for acts that write as the others do and differ only in what.
const FEWER: usize = 70;

/// A studio with one invoice, which is late and has no case yet, and one draft more.
fn studio() -> (Studio, String, Value) {
    let studio = Studio::new();
    let client = studio.client("Nordlicht GmbH");
    let first = studio.draft(&client);
    let issued = studio.issue(&first);
    (studio, client, issued)
}

#[test]
fn an_invoice_is_issued_wholly_or_not_at_all() {
    let (studio, client, _) = studio();
    let (draft, other) = (studio.draft(&client), studio.draft(&client));
    let act = Act {
        command: "invoice.issue",
        request: studio.issue_request(&draft),
        file: None,
    };
    survives(&studio, &act, MOST, &[], |after| {
        let answer = after.1;
        assert_eq!(
            answer["number"],
            number(2),
            "the number is the next one, however often it was tried"
        );
        let next = after.0.review(&other).answer();
        assert_eq!(
            next["number"],
            number(3),
            "no number was burnt, and the other draft is still there"
        );
    });
}

#[test]
fn a_payment_is_recorded_with_all_its_parts_or_not_at_all() {
    let (studio, client, issued) = studio();
    let invoice = studio.call("invoice.get", &json!({ "id": issued["invoice"] }));
    let part = |index: usize| invoice["receivables"][index]["id"].clone();
    let act = Act {
        command: "payment.record",
        request: json!({
            "payment": {
                "client": client, "amount": { "minor": 15_000, "currency": "EUR" }, "receivedOn": "2024-03-20",
                "method": "bank_transfer", "reference": "2024-0001", "note": "",
            },
            "allocations": [
                { "receivable": part(0), "amountMinor": 11_900 }, { "receivable": part(1), "amountMinor": 3_000 },
            ],
        }),
        file: None,
    };
    survives(&studio, &act, MOST, &[], |after| {
        let seen = after
            .0
            .call("invoice.get", &json!({ "id": issued["invoice"] }));
        assert_eq!(seen["open"]["minor"], 2_350, "the money counts once");
        assert_eq!(
            seen["payments"].as_array().map(Vec::len),
            Some(1),
            "one payment, not two"
        );
    });
}

#[test]
fn a_day_opens_its_cases_wholly_or_not_at_all() {
    let (studio, _, _) = studio();
    let other = studio.client("Hafen Events");
    let draft = studio.draft(&other);
    studio.issue(&draft);
    let act = Act {
        command: "today.catchUp",
        request: json!({}),
        file: None,
    };
    survives(&studio, &act, FEWER, &[], |after| {
        let page = after.0.call("cases.list", &json!({ "closed": false }));
        assert_eq!(page["open"], 2, "one case for each client, not more");
    });
}

#[test]
fn a_letter_is_made_wholly_or_not_at_all() {
    let (studio, _, _) = studio();
    studio.call("today.catchUp", &json!({}));
    let cases = studio.call("cases.list", &json!({ "closed": false }));
    let case = text(&cases["rows"][0], "id");
    studio.call("case.checked", &json!({ "case": case }));
    let asked = json!({ "case": case, "kind": "friendly_reminder", "deadlineOn": null });
    let review = studio.call("letter.review", &asked);
    let mut request = asked;
    request["reviewToken"] = review["reviewToken"].clone();
    let act = Act {
        command: "letter.make",
        request,
        file: None,
    };
    survives(&studio, &act, FEWER, &[], |after| {
        let seen = after.0.call("case.get", &json!({ "id": case }));
        assert_eq!(
            seen["documents"].as_array().map(Vec::len),
            Some(1),
            "one letter, not two"
        );
        assert_eq!(seen["chain"]["brokenAt"], Value::Null, "the log holds");
    });
}

#[test]
fn a_new_studio_is_made_wholly_or_made_again() {
    let studio = Studio::nothing();
    let act = Act {
        command: "business.save",
        request: business(),
        file: None,
    };
    survives(&studio, &act, FEWER, &[], |after| {
        let seen = after.0.call("business.get", &json!({}));
        assert_eq!(
            (&seen["version"], &seen["business"]["name"]),
            (&json!(1), &json!("Lumen Fotografie"))
        );
    });
}

#[test]
fn a_debt_with_a_large_scan_is_recorded_wholly_or_not_at_all() {
    let (studio, client, _) = studio();
    let act = with_scan(&studio, &client);
    survives(&studio, &act, FEWER, &[], |after| {
        let kept = fs::read_dir(after.0.data().join("files")).unwrap();
        let kept = kept
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.metadata().unwrap().len() == 3 << 20);
        assert!(kept.count() >= 1, "the scan is there, whole");
    });
}

/// Killing a process loses nothing that the system holds in memory, a power cut does: here only the order helps.
#[test]
fn a_large_file_outlasts_a_power_cut_before_a_row_names_it() {
    let (studio, client, _) = studio();
    let act = with_scan(&studio, &client);
    let calls = calls(&studio.place, &act.on(&studio));
    let made = calls
        .iter()
        .position(|call| call == "mkdir data/files")
        .expect("the folder is new");
    let order = [
        "fsync data",
        "write data/files/.partial-*",
        "fsync data/files/.partial-*",
        "rename data/files/.partial-*",
        "fsync data/files",
        "pwrite64 data/studio.db-wal",
        "fsync data/studio.db-wal",
        "write the answer",
    ];
    let mut rest = calls[made..].iter();
    for step in order {
        assert!(
            rest.any(|call| call == step),
            "{step} comes in its turn: {:#?}",
            &calls[made..]
        );
    }
}

#[test]
fn a_copy_has_its_name_only_when_it_is_whole() {
    let (studio, _, _) = studio();
    let act = Act {
        command: "backup.folder",
        request: json!({ "folderToken": "" }),
        file: Some(("folderToken", "copies")),
    };
    // The copy is logged first, and then the folder is remembered.
    let between: &[(&str, i64)] = &[("evidence", 1), ("setting", 1)];
    survives(&studio, &act, FEWER, between, |after| {
        let names: Vec<String> = fs::read_dir(after.0.copies())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        assert!(
            names.iter().all(|name| name.starts_with("safelight-")),
            "leftovers are swept: {names:?}"
        );
        for (index, name) in names.iter().enumerate() {
            let (copy, into) = (
                after.0.copies().join(name),
                after.0.place.join(format!("back-{index}")),
            );
            fs::create_dir(&into).unwrap();
            let report = after.0.say(&[
                "call",
                "backup.restore",
                "{}",
                "--file",
                &format!("copyToken={}", copy.display()),
                "--file",
                &format!("intoToken={}", into.display()),
            ]);
            assert_eq!(
                report.answer()["invoices"],
                1,
                "what has a copy's name can be brought back"
            );
        }
    });
}

/// Kills an act at each point on a fresh copy of the studio and judges what is left, then repeats it and judges again.
///
/// `between` is what an act that is two steps adds to the rows by its first.
fn survives(
    base: &Studio,
    act: &Act,
    most: usize,
    between: &[(&str, i64)],
    judge: impl Fn((&Studio, Value)),
) {
    let room = tempfile::tempdir().unwrap();
    let room = room.path().canonicalize().unwrap();
    let (place, scratch) = (room.join("run"), room.join("look"));
    let before = checked(base, &scratch);

    let studio = base.copied_to(&place);
    let (output, all) = points(&place, &act.on(&studio));
    assert!(
        output.status.success(),
        "the act works when nobody stops it: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let after = checked(&studio, &scratch);
    assert_ne!(before, after, "the act leaves something");
    let steps = [before.clone(), added(&before, between), after.clone()];

    let chosen = thinned_out(&all, most);
    let (mut hit, mut undone, mut done) = (BTreeSet::<Stop>::new(), 0, 0);
    for point in &chosen {
        let studio = base.copied_to(&place);
        let (_, stopped) = stop_at(&place, &act.on(&studio), point, Then::Killed);
        let Some(stop) = stopped else { continue };
        let left = checked(&studio, &scratch);
        assert!(
            steps.contains(&left),
            "killed at {stop:?}: {left:?} is neither {before:?} nor {after:?}"
        );
        if left == before {
            undone += 1;
        } else {
            done += 1;
        }
        let answer = act.run(&studio).answer();
        let now = checked(&studio, &scratch);
        let once = is_once(act, &now, &after, left == before);
        assert!(
            once,
            "killed at {stop:?} and repeated: {now:?} is not {after:?}"
        );
        judge((&studio, answer));
        hit.insert(stop);
    }
    println!(
        "{}: killed at {} distinct points of {} seen, undone {undone}, done {done}: {}",
        act.command,
        hit.len(),
        all.len(),
        told(&hit)
    );
    assert!(
        hit.len() * 10 >= chosen.len() * 9,
        "most points were really hit: {} of {}",
        hit.len(),
        chosen.len()
    );
    assert!(
        undone > 0 && done > 0,
        "points lie before and after the commit: {undone}, {done}"
    );
}

/// A change is answered from its request id; a copy is made and logged anew each time.
fn is_once(act: &Act, now: &Rows, after: &Rows, was_undone: bool) -> bool {
    let again = added(after, &[("evidence", 1)]);
    now == after || (act.command.starts_with("backup.") && !was_undone && *now == again)
}

fn added(rows: &Rows, more: &[(&str, i64)]) -> Rows {
    let mut rows = rows.clone();
    for (table, count) in more {
        *rows.entry((*table).to_owned()).or_default() += count;
    }
    rows
}

/// All points, or when they are too many all but some of the page writes.
fn thinned_out(all: &[Point], most: usize) -> Vec<&Point> {
    let is_page = |point: &&Point| point.call == "pwrite64";
    let pages = all.iter().filter(is_page).count();
    let room = most.saturating_sub(all.len() - pages).max(1);
    // Odd: each page is two writes, its head and its body, and both kinds have to come up.
    let stride = pages.div_ceil(room).max(1) | 1;
    let mut seen = 0;
    let keep = |point: &&Point| {
        if point.call != "pwrite64" {
            return true;
        }
        seen += 1;
        seen % stride == 0 || seen == 1
    };
    all.iter().filter(keep).collect()
}
