//! The colours that the papers are drawn in: sRGB, as an ICC profile of version 4 (ISO 15076-1, IEC 61966-2-1).
//!
//! Made here from the published numbers: primaries and white adapted to D50 by the Bradford transform, and the
//! transfer curve as its five parameters. All three channels share one curve.

pub(super) const NAME: &str = "sRGB IEC61966-2.1";
const LICENCE: &str = "No rights reserved";

/// The white of the connection space, D50, in 1/65536.
const WHITE: [i32; 3] = [63_190, 65_536, 54_061];
const RED: [i32; 3] = [28_576, 14_581, 912];
const GREEN: [i32; 3] = [25_239, 46_983, 6_361];
const BLUE: [i32; 3] = [9_375, 3_972, 46_788];
/// From the daylight white of the screen, D65, to D50; row by row.
const ADAPTATION: [i32; 9] = [
    68_674, 1_502, -3_291, 1_939, 64_912, -1_119, -606, 988, 49_262,
];
/// Exponent 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, and 0.04045 where the straight part ends.
const CURVE: [i32; 5] = [157_286, 62_119, 3_417, 5_072, 2_651];

/// The profile's bytes.
pub(super) fn srgb() -> Vec<u8> {
    let tags: [([u8; 4], Vec<u8>); 9] = [
        (*b"desc", text(NAME)),
        (*b"cprt", text(LICENCE)),
        (*b"wtpt", numbers(*b"XYZ ", &[], &WHITE)),
        (*b"chad", numbers(*b"sf32", &[], &ADAPTATION)),
        (*b"rXYZ", numbers(*b"XYZ ", &[], &RED)),
        (*b"gXYZ", numbers(*b"XYZ ", &[], &GREEN)),
        (*b"bXYZ", numbers(*b"XYZ ", &[], &BLUE)),
        // Function 3 of the parametric curves.
        (*b"rTRC", numbers(*b"para", &[0, 3, 0, 0], &CURVE)),
        (*b"gTRC", Vec::new()),
    ];
    let entries = tags.len() + 1;
    let mut at = 128 + 4 + entries * 12;
    let mut table = Vec::new();
    let mut data = Vec::new();
    let mut curve = (0, 0);
    for (name, bytes) in &tags {
        if !bytes.is_empty() {
            curve = (at, bytes.len());
            data.extend_from_slice(bytes);
            at += bytes.len();
        }
        entry(&mut table, *name, curve);
    }
    // The last two share the curve of red.
    entry(&mut table, *b"bTRC", curve);

    let mut profile = header(at);
    profile.extend(u32_of(entries));
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(128);
    header.extend(u32_of(size));
    header.extend([0; 4]);
    header.extend([4, 0x20, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // The day of the standard, not of the file.
    for part in [1999_u16, 10, 18, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    // Platform, flags, maker, model, attributes, and the perceptual intent.
    header.extend([0; 28]);
    for part in WHITE {
        header.extend(part.to_be_bytes());
    }
    header.resize(128, 0);
    header
}

fn entry(table: &mut Vec<u8>, name: [u8; 4], (at, length): (usize, usize)) {
    table.extend(name);
    table.extend(u32_of(at));
    table.extend(u32_of(length));
}

/// A multi-localised text with one entry, in English.
fn text(words: &str) -> Vec<u8> {
    let words: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut bytes = b"mluc\0\0\0\0".to_vec();
    bytes.extend(u32_of(1));
    bytes.extend(u32_of(12));
    bytes.extend(b"enUS");
    bytes.extend(u32_of(words.len()));
    bytes.extend(u32_of(28));
    bytes.extend(words);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

fn numbers(kind: [u8; 4], before: &[u8], numbers: &[i32]) -> Vec<u8> {
    let mut bytes = kind.to_vec();
    bytes.extend([0; 4]);
    bytes.extend(before);
    bytes.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
    bytes
}

fn u32_of(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn red_green_and_blue_together_are_white() {
        for axis in 0..3 {
            assert_eq!(RED[axis] + GREEN[axis] + BLUE[axis], WHITE[axis]);
        }
    }

    #[test]
    fn every_tag_of_the_profile_lies_inside_it() {
        let profile = srgb();
        let number = |at: usize| {
            let bytes: [u8; 4] = std::array::from_fn(|index| profile[at + index]);
            u32::from_be_bytes(bytes) as usize
        };
        assert_eq!(number(0), profile.len(), "the profile says its length");
        assert_eq!(&profile[36..40], b"acsp");
        assert_eq!(number(128), 10);
        for tag in 0..10 {
            let at = 132 + tag * 12;
            let (start, length) = (number(at + 4), number(at + 8));
            assert!(start % 4 == 0 && start >= 252 && start + length <= profile.len());
            assert!(length >= 20, "tag {tag} has content");
        }
    }
}
