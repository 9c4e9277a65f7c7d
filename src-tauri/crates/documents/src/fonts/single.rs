//! One face out of a font file, as a file of its own.
//!
//! Taken from a collection, without the tables that would let the shaper vary it or draw it in colour: what is
//! measured is then what is embedded. A file whose table list does not hold together gives none.

/// Tables that vary, colour or sign a face.
const LEFT_OUT: [&[u8; 4]; 17] = [
    b"fvar", b"gvar", b"cvar", b"avar", b"HVAR", b"VVAR", b"MVAR", b"STAT", b"CBDT", b"CBLC",
    b"sbix", b"SVG ", b"COLR", b"CPAL", b"DSIG", b"EBDT", b"EBLC",
];
const HEADER: usize = 12;
const RECORD: usize = 16;

fn number(data: &[u8], at: usize) -> Option<usize> {
    let bytes: [u8; 4] = data.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(bytes)).ok()
}

fn short(data: &[u8], at: usize) -> Option<usize> {
    let bytes: [u8; 2] = data.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(usize::from(u16::from_be_bytes(bytes)))
}

/// The face at `index` of a file.
pub(super) fn single(data: &[u8], index: u32) -> Option<Vec<u8>> {
    let start = if data.starts_with(b"ttcf") {
        number(data, HEADER + usize::try_from(index).ok()?.checked_mul(4)?)?
    } else {
        0
    };
    let count = short(data, start.checked_add(4)?)?;
    let mut tables = Vec::with_capacity(count);
    for place in 0..count {
        let record = start + HEADER + place * RECORD;
        let tag = data.get(record..record + 4)?;
        let (from, length) = (number(data, record + 8)?, number(data, record + 12)?);
        let table = data.get(from..from.checked_add(length)?)?;
        if !LEFT_OUT.iter().any(|left| left.as_slice() == tag) {
            tables.push((tag, data.get(record + 4..record + 8)?, table));
        }
    }
    let mut file = data.get(start..start + 4)?.to_vec();
    let kept = u16::try_from(tables.len()).ok()?;
    let power = kept.checked_ilog2()?;
    let search = 16_u16.checked_mul(1 << power)?;
    for part in [
        kept,
        search,
        u16::try_from(power).ok()?,
        (kept * 16).checked_sub(search)?,
    ] {
        file.extend(part.to_be_bytes());
    }
    let mut at = HEADER + tables.len() * RECORD;
    for (tag, checksum, table) in &tables {
        file.extend_from_slice(tag);
        file.extend_from_slice(checksum);
        file.extend(u32::try_from(at).ok()?.to_be_bytes());
        file.extend(u32::try_from(table.len()).ok()?.to_be_bytes());
        at += table.len().next_multiple_of(4);
    }
    for (_, _, table) in &tables {
        file.extend_from_slice(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    Some(file)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::fonts::Face;

    #[test]
    fn a_face_of_a_collection_becomes_a_file_of_its_own() {
        let whole = Face::SansRegular.bytes();
        let alone = single(whole, 0).unwrap();
        // The same face behind the header of a collection: every table moves by its length.
        let mut collection = b"ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10".to_vec();
        let moved = collection.len();
        collection.extend_from_slice(whole);
        for place in 0..short(whole, 4).unwrap() {
            let at = moved + HEADER + place * RECORD + 8;
            let offset = u32::try_from(number(&collection, at).unwrap() + moved).unwrap();
            collection[at..at + 4].copy_from_slice(&offset.to_be_bytes());
        }
        assert_eq!(single(&collection, 0).unwrap(), alone, "the same tables");
        assert!(single(&collection, 1).is_none(), "there is one face in it");
        assert!(alone.len() < whole.len() + 4, "nothing was added");
    }

    #[test]
    fn a_cut_file_gives_no_face() {
        let whole = Face::SerifItalic.bytes();
        for length in [0, 3, 11, 100, 4_000, whole.len() / 2] {
            assert!(single(&whole[..length], 0).is_none(), "{length} bytes");
        }
    }
}
