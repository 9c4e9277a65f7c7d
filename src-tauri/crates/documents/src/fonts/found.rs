//! Fonts of the system, for characters that no bundled face has.
//!
//! The list is read once, when the first such character is met. Which font is taken depends on the text and on
//! the fonts that are installed, on nothing else: the same machine gives the same bytes. Fonts whose licence
//! forbids embedding or subsetting, and fonts of pictures, are passed over.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use fontdb::{Database, FaceInfo, ID, Style};
use sha2::{Digest, Sha256};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider, Tag};

use super::single::single;

/// A face of the system, taken out of its file.
#[derive(Debug)]
pub(crate) struct Found {
    name: String,
    digest: Vec<u8>,
    bytes: Vec<u8>,
}

impl Found {
    /// The PostScript name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// A name that no other face has.
    pub(crate) fn family(&self) -> String {
        let digest = self.digest.iter().take(8);
        digest.fold(self.name.clone(), |name, byte| format!("{name}-{byte:02x}"))
    }

    pub(crate) fn draws(&self, character: char) -> bool {
        let font = FontRef::new(&self.bytes);
        font.is_ok_and(|font| font.charmap().map(character).is_some())
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

// Files of many megabytes are told apart by their digests.
impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Found {}

impl PartialOrd for Found {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Found {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.name, &self.digest).cmp(&(&other.name, &other.digest))
    }
}

/// What was asked for, and whether in a heavy face.
type Asked = (BTreeSet<char>, bool);

#[derive(Default)]
struct Shelf {
    /// None until something is looked for.
    system: Option<Database>,
    faces: BTreeMap<ID, Option<Arc<Found>>>,
    answers: BTreeMap<Asked, Vec<Arc<Found>>>,
}

static SHELF: LazyLock<Mutex<Shelf>> = LazyLock::new(Mutex::default);

/// Faces that together draw as many of the characters as the system can.
pub(crate) fn covering(characters: &BTreeSet<char>, heavy: bool) -> Vec<Arc<Found>> {
    #[cfg(test)]
    ASKED.set(ASKED.get() + 1);
    let wanted: BTreeSet<char> = characters
        .iter()
        .copied()
        .filter(|c| !is_picture(*c))
        .collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    let asked = (wanted, heavy);
    if let Some(answer) = shelf.answers.get(&asked) {
        return answer.clone();
    }
    let answer = shelf.look(&asked.0, heavy);
    shelf.answers.insert(asked, answer.clone());
    answer
}

/// A small picture has no place on these papers, and fonts draw it in colours that they can not embed.
fn is_picture(character: char) -> bool {
    matches!(character, '\u{1f000}'..='\u{1fbff}')
}

impl Shelf {
    fn look(&mut self, wanted: &BTreeSet<char>, heavy: bool) -> Vec<Arc<Found>> {
        let system = self.system.get_or_insert_with(|| {
            let mut system = Database::new();
            system.load_system_fonts();
            system
        });
        let writing = Writing::of(wanted);
        let mut offers: Vec<(Rank, &FaceInfo, BTreeSet<char>)> = system
            .faces()
            .filter_map(|info| {
                let drawn = drawn_by(system, info, wanted)?;
                Some((rank(info, heavy, writing), info, drawn))
            })
            .collect();
        offers.sort_by(|a, b| (&a.0, &a.1.post_script_name).cmp(&(&b.0, &b.1.post_script_name)));
        let mut open = wanted.clone();
        let mut chosen = Vec::new();
        while !open.is_empty() {
            // The first of those that draw the most.
            let Some(best) = offers
                .iter()
                .rev()
                .max_by_key(|(_, _, drawn)| drawn.intersection(&open).count())
                .filter(|(_, _, drawn)| !drawn.is_disjoint(&open))
                .map(|(_, info, drawn)| (info.id, drawn.clone()))
            else {
                break;
            };
            let (id, drawn) = best;
            let face = self.faces.entry(id).or_insert_with(|| take(system, id));
            match face {
                Some(face) => {
                    open.retain(|c| !drawn.contains(c));
                    chosen.push(Arc::clone(face));
                }
                None => offers.retain(|(_, info, _)| info.id != id),
            }
        }
        chosen
    }
}

/// Which of the wanted characters a face draws, when it may be embedded and has outlines.
fn drawn_by(system: &Database, info: &FaceInfo, wanted: &BTreeSet<char>) -> Option<BTreeSet<char>> {
    let drawn = system.with_face_data(info.id, |data, index| {
        let font = FontRef::from_index(data, index).ok()?;
        let has = |tag: &[u8; 4]| font.table_data(Tag::new(tag)).is_some();
        if !(has(b"glyf") || has(b"CFF ")) || !may_be_embedded(&font) {
            return None;
        }
        let map = font.charmap();
        let draws = |c: &char| map.map(*c).is_some_and(|glyph| glyph.to_u32() != 0);
        Some(
            wanted
                .iter()
                .copied()
                .filter(draws)
                .collect::<BTreeSet<_>>(),
        )
    })??;
    (!drawn.is_empty()).then_some(drawn)
}

/// What the licence bits of the OS/2 table say; a face without the table says nothing against it.
fn may_be_embedded(font: &FontRef<'_>) -> bool {
    const RESTRICTED: u16 = 0x2;
    const WHOLE_ONLY: u16 = 0x100;
    const BITMAPS_ONLY: u16 = 0x200;
    let Ok(os2) = font.os2() else { return true };
    let bits = os2.fs_type();
    bits & 0xf != RESTRICTED && bits & (WHOLE_ONLY | BITMAPS_ONLY) == 0
}

fn take(system: &Database, id: ID) -> Option<Arc<Found>> {
    let name = &system.face(id)?.post_script_name;
    let name: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let bytes = system.with_face_data(id, single)??;
    FontRef::new(&bytes).ok()?;
    let digest = Sha256::digest(&bytes).to_vec();
    Some(Arc::new(Found {
        name,
        digest,
        bytes,
    }))
}

/// The smaller, the better.
type Rank = (bool, bool, u16, u8, u8);

fn rank(info: &FaceInfo, heavy: bool, writing: Writing) -> Rank {
    let weight = if heavy { 700 } else { 400 };
    let family = info.families.first().map_or("", |(name, _)| name.as_str());
    let slanted = info.style != Style::Normal;
    (
        slanted,
        family.contains("Mono"),
        info.weight.0.abs_diff(weight),
        writing.distance(family),
        u8::from(!family.starts_with("Noto Sans")) + u8::from(!family.starts_with("Noto")),
    )
}

/// Whose forms of the common Chinese characters a text wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    Japanese,
    Korean,
    Chinese,
}

impl Writing {
    fn of(wanted: &BTreeSet<char>) -> Self {
        let any = |from: char, to: char| wanted.range(from..=to).next().is_some();
        if any('\u{3040}', '\u{30ff}') {
            Self::Japanese
        } else if any('\u{ac00}', '\u{d7af}') || any('\u{1100}', '\u{11ff}') {
            Self::Korean
        } else {
            Self::Chinese
        }
    }

    /// Families that are made for one region say so in their name.
    fn distance(self, family: &str) -> u8 {
        let ours: &[&str] = match self {
            Self::Japanese => &[" JP", "Hiragino", "Yu Gothic", "Meiryo", "MS Gothic"],
            Self::Korean => &[" KR", "Malgun", "Apple SD"],
            Self::Chinese => &[" SC", "YaHei"],
        };
        u8::from(!ours.iter().any(|part| family.contains(part)))
    }
}

#[cfg(test)]
thread_local! {
    /// How often this thread has asked.
    pub(crate) static ASKED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::fonts::Face;

    #[test]
    fn pictures_are_never_looked_for() {
        assert!(covering(&BTreeSet::from(['🦊', '😀']), false).is_empty());
    }

    #[test]
    fn a_character_no_font_has_is_found_nowhere() {
        assert!(covering(&BTreeSet::from(['\u{10fffd}']), false).is_empty());
    }

    #[test]
    fn a_font_that_must_not_be_embedded_is_passed_over() {
        let open = single(Face::SansRegular.bytes(), 0).unwrap();
        let with = |bits: u16| {
            let font = FontRef::new(&open).unwrap();
            let table = font.table_data(Tag::new(b"OS/2")).unwrap();
            let at = table.as_bytes().as_ptr() as usize - open.as_ptr() as usize + 8;
            let mut bytes = open.clone();
            bytes[at..at + 2].copy_from_slice(&bits.to_be_bytes());
            bytes
        };
        for (bits, allowed) in [
            (0, true),
            (4, true),
            (8, true),
            (2, false),
            (0x100, false),
            (0x200, false),
        ] {
            let bytes = with(bits);
            let font = FontRef::new(&bytes).unwrap();
            assert_eq!(may_be_embedded(&font), allowed, "fsType {bits:#x}");
        }
    }

    #[test]
    fn the_writing_decides_between_regional_fonts() {
        let of = |text: &str| Writing::of(&text.chars().collect());
        assert_eq!(of("安藤たかし"), Writing::Japanese);
        assert_eq!(of("김민준"), Writing::Korean);
        assert_eq!(of("王小明"), Writing::Chinese);
        let japanese = of("たかし");
        assert!(japanese.distance("Noto Sans CJK JP") < japanese.distance("Noto Sans CJK SC"));
    }
}
