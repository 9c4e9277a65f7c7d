//! What the chain finds, and what it says about it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;

fn body(number: usize, case: Option<&str>) -> EntryBody {
    let subjects = Subjects {
        case: case.map(str::to_owned),
        client: Some("c1".into()),
        ..Subjects::default()
    };
    EntryBody::new(
        EventKind::PaymentRecorded,
        "2026-03-01T10:00:00.000Z".into(),
        subjects,
    )
    .with("amount", "EUR 1250.00")
    .with("number", number)
}

/// A log whose entries belong to no case, `k1` or `k2` in turn.
fn log(length: usize) -> Vec<LogRow> {
    let mut rows: Vec<LogRow> = Vec::new();
    let mut cases: BTreeMap<String, Digest> = BTreeMap::new();
    for number in 0..length {
        let case = [None, Some("k1"), Some("k2")][number % 3];
        let salt = [u8::try_from(number % 251).unwrap(); 32];
        let seq = i64::try_from(number).unwrap() + 1;
        let case_before = case.and_then(|case| cases.get(case).copied());
        let studio_before = rows.last().map(|row| row.studio_link);
        let row =
            LogRow::append(seq, &body(number, case), salt, studio_before, case_before).unwrap();
        if let Some((case, link)) = &row.case {
            cases.insert(case.0.clone(), *link);
        }
        rows.push(row);
    }
    rows
}

#[test]
fn the_bytes_of_an_entry_never_change() {
    let bytes = body(7, Some("k1")).to_bytes().unwrap();
    let expected = r#"{"version":1,"kind":"payment_recorded","at":"2026-03-01T10:00:00.000Z","subjects":{"client":"c1","case":"k1"},"words":{"amount":"EUR 1250.00","number":"7"}}"#;
    assert_eq!(String::from_utf8(bytes.clone()).unwrap(), expected);
    // Both counted outside this program: 32 zero bytes and then the bytes, 32 zero bytes and then the digest.
    let digest = digest(&[0; 32], &bytes);
    assert_eq!(digest.to_string(), PINNED_DIGEST);
    assert_eq!(link(None, digest).to_string(), PINNED_LINK);
    assert_eq!(EntryBody::from_bytes(&bytes).unwrap(), body(7, Some("k1")));
}

const PINNED_DIGEST: &str = "ae8ecacadd99249ff89610c1629a9ab328a71db0f678e438cba9f5f97ddc42dc";
const PINNED_LINK: &str = "7fcde6fc4ac1087a840a4035ab422dac54420a7bb74310f1471d07677bf14f6f";

#[test]
fn a_whole_log_verifies_and_names_its_head() {
    let rows = log(10);
    let verified = verify(&rows).unwrap();
    assert_eq!((verified.entries, verified.tombstones), (10, 0));
    assert_eq!(verified.head, rows.last().map(|row| row.studio_link));
    assert_eq!(verify(&[]).unwrap(), Verified::default());
}

#[test]
fn an_erased_entry_leaves_a_tombstone_that_verifies() {
    let mut rows = log(9);
    rows[4].content = None;
    let verified = verify(&rows).unwrap();
    assert_eq!((verified.entries, verified.tombstones), (9, 1));
    rows[4].digest.0[0] ^= 1;
    assert_eq!(
        verify(&rows),
        Err(Broken {
            seq: 5,
            why: BrokenWhy::StudioChain
        }),
        "a tombstone is no loophole"
    );
}

#[test]
fn a_cut_end_shows_in_the_head() {
    let rows = log(9);
    let whole = verify(&rows).unwrap();
    let cut = verify(&rows[..8]).unwrap();
    assert_ne!(whole.head, cut.head, "compared with a head kept elsewhere");
}

#[test]
fn places_rise() {
    let mut rows = log(3);
    rows[1].seq = rows[0].seq;
    assert_eq!(
        verify(&rows),
        Err(Broken {
            seq: 1,
            why: BrokenWhy::Order
        })
    );
}

#[test]
fn an_entry_moved_to_another_case_is_found() {
    let mut rows = log(9);
    rows[1].case = None;
    assert_eq!(
        verify(&rows),
        Err(Broken {
            seq: 2,
            why: BrokenWhy::WrongCase
        })
    );
    let mut rows = log(9);
    rows[4].case.as_mut().unwrap().1.0[31] ^= 1;
    assert_eq!(
        verify(&rows),
        Err(Broken {
            seq: 5,
            why: BrokenWhy::CaseChain
        })
    );
}

#[test]
fn an_entry_of_a_newer_form_is_refused_by_name() {
    let newer = EntryBody {
        version: 2,
        ..body(1, None)
    };
    assert_eq!(
        EntryBody::from_bytes(&newer.to_bytes().unwrap()),
        Err(EntryError::Newer { version: 2 })
    );
    assert_eq!(EntryBody::from_bytes(b"{}"), Err(EntryError::Unreadable));
}

#[test]
fn a_digest_is_read_as_it_is_written() {
    let digest = Digest::of(b"abc");
    let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(digest.to_string(), known, "FIPS 180-4 example");
    assert_eq!(Digest::parse(known), Some(digest));
    assert_eq!(
        serde_json::from_str::<Digest>(&serde_json::to_string(&digest).unwrap()).unwrap(),
        digest
    );
    for wrong in [
        "",
        "ba78",
        &known.replace('b', "g"),
        &format!("+{}", &known[1..]),
        &"é".repeat(32),
    ] {
        assert_eq!(Digest::parse(wrong), None, "{wrong}");
    }
}

proptest! {
    #[test]
    fn any_changed_byte_names_its_entry(
        length in 1_usize..20,
        place in any::<prop::sample::Index>(),
        byte in any::<prop::sample::Index>(),
        flip in 1_u8..=255,
        part in 0_usize..5,
    ) {
        let mut rows = log(length);
        let row = &mut rows[place.index(length)];
        let seq = row.seq;
        let content = row.content.as_mut().unwrap();
        match part {
            0 => { let at = byte.index(content.bytes.len()); content.bytes[at] ^= flip; }
            1 => content.salt[byte.index(32)] ^= flip,
            2 => row.digest.0[byte.index(32)] ^= flip,
            3 => row.studio_link.0[byte.index(32)] ^= flip,
            _ => match &mut row.case {
                Some((_, link)) => link.0[byte.index(32)] ^= flip,
                None => row.digest.0[byte.index(32)] ^= flip,
            },
        }
        prop_assert_eq!(verify(&rows).unwrap_err().seq, seq, "the first broken entry is named");
    }

    #[test]
    fn a_rewritten_entry_with_a_matching_digest_breaks_the_chain(length in 2_usize..20, place in any::<prop::sample::Index>()) {
        let mut rows = log(length);
        let index = place.index(length);
        let bytes = body(9_999, rows[index].case.as_ref().map(|(case, _)| case.as_str())).to_bytes().unwrap();
        rows[index].digest = digest(&[9; 32], &bytes);
        rows[index].content = Some(Content { salt: [9; 32], bytes });
        prop_assert_eq!(verify(&rows), Err(Broken { seq: rows[index].seq, why: BrokenWhy::StudioChain }));
    }

    #[test]
    fn an_entry_taken_from_the_middle_is_missed(length in 2_usize..20, place in any::<prop::sample::Index>()) {
        let mut rows = log(length);
        let removed = place.index(length - 1);
        rows.remove(removed);
        prop_assert_eq!(verify(&rows).unwrap_err().seq, rows[removed].seq, "the one after the gap is named");
    }

    #[test]
    fn two_entries_changing_places_are_found(length in 2_usize..20, place in any::<prop::sample::Index>()) {
        let mut rows = log(length);
        let first = place.index(length - 1);
        let (a, b) = (rows[first].seq, rows[first + 1].seq);
        rows.swap(first, first + 1);
        prop_assert!(verify(&rows).is_err());
        rows[first].seq = a;
        rows[first + 1].seq = b;
        prop_assert_eq!(verify(&rows).unwrap_err().seq, a, "also when their places are renumbered");
    }
}

#[test]
fn one_case_verifies_on_its_own_and_names_its_first_broken_entry() {
    let rows = log(12);
    let case = |name: &str| -> Vec<LogRow> {
        let of_case = |row: &&LogRow| {
            row.case
                .as_ref()
                .is_some_and(|(case, _)| case.as_str() == name)
        };
        rows.iter().filter(of_case).cloned().collect()
    };
    let mut k1 = case("k1");
    assert_eq!(verify_case(&k1).unwrap().entries, 4);
    k1[2].content = None;
    assert_eq!(
        verify_case(&k1).unwrap().tombstones,
        1,
        "an erased entry still verifies"
    );
    k1.remove(1);
    let third = k1[1].seq;
    assert_eq!(
        verify_case(&k1),
        Err(Broken {
            seq: third,
            why: BrokenWhy::CaseChain
        }),
        "a missing entry is found"
    );
    let mut changed = case("k2");
    changed[1].content.as_mut().unwrap().bytes[20] ^= 1;
    let second = changed[1].seq;
    assert_eq!(
        verify_case(&changed),
        Err(Broken {
            seq: second,
            why: BrokenWhy::Content
        })
    );
    let stranger = [&case("k2")[..1], &case("k1")[..1]].concat();
    assert!(
        verify_case(&stranger).is_err(),
        "an entry of another case does not fit the chain"
    );
    assert!(
        verify_case(&rows[..1]).is_err(),
        "an entry of no case is no entry of a case"
    );
}
