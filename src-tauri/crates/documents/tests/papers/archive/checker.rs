//! What is left for the checker that is not ours: every paper, and copies with a fault each that it must find.

use std::fs;
use std::path::PathBuf;

use documents::*;
use lopdf::{Document, Object};

use super::{of_kinds, of_place, papers};
use crate::kind_facts::PLACES;
use crate::kinds::Extent;
use crate::read::{assert_sound, fonts};

/// For the checker: every paper, and papers with one fault each, in the folder of the rules that they break.
#[test]
fn papers_are_left_for_the_checker() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let folder = folder.parent().unwrap().join("archive");
    for part in ["", "broken/3a", "broken/ua1"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    // Each kind in every language, once on the other paper, and the usual ones over many pages.
    let mut others = of_kinds(|cast| {
        let long = cast.extent == Extent::Long && cast.paper == Paper::A4;
        long && cast.locale.language() == "en"
    });
    others.extend(of_place(&PLACES[0], Paper::Letter));
    for place in &PLACES[1..] {
        others.extend(of_place(place, Paper::A4));
    }
    for place in &PLACES {
        let posted = place.for_the_post(Paper::A4).into_iter();
        others.extend(posted.map(|(kind, bytes)| (format!("{kind}-{}", place.tag), bytes)));
    }
    for (name, bytes) in papers().iter().chain(&others) {
        fs::write(folder.join(format!("{name}.pdf")), bytes).unwrap();
        assert_sound(&format!("archive-{name}"), bytes);
        for (font, embedded, subset, unicode) in fonts(&format!("archive-{name}"), bytes) {
            assert!(embedded && subset && unicode, "{name}: {font}");
        }
    }
    let broken = |path: &str, damage: &dyn Fn(&mut Document)| {
        let (_, bytes) = &papers()[0];
        let mut document = Document::load_mem(bytes).unwrap();
        damage(&mut document);
        document.save(folder.join("broken").join(path)).unwrap();
    };
    let untag = |document: &mut Document| {
        let catalog = document.catalog_mut().unwrap();
        catalog.remove(b"StructTreeRoot").unwrap();
        catalog.remove(b"MarkInfo").unwrap();
    };
    broken("3a/untagged.pdf", &untag);
    broken("ua1/untagged.pdf", &untag);
    broken("3a/colours-undefined.pdf", &|document| {
        document
            .catalog_mut()
            .unwrap()
            .remove(b"OutputIntents")
            .unwrap();
    });
    broken("3a/font-not-embedded.pdf", &|document| {
        for object in document.objects.values_mut() {
            if let Ok(dictionary) = object.as_dict_mut() {
                dictionary.remove(b"FontFile2");
            }
        }
    });
    broken("ua1/logo-without-words.pdf", &|document| {
        for object in document.objects.values_mut() {
            if let Ok(dictionary) = object.as_dict_mut() {
                dictionary.remove(b"Alt");
            }
        }
    });
    broken("ua1/head-of-nothing.pdf", &|document| {
        for object in document.objects.values_mut() {
            if let Ok(dictionary) = object.as_dict_mut()
                && dictionary.get(b"S").and_then(Object::as_name).ok() == Some(b"H1")
            {
                dictionary.set("S", "H3");
            }
        }
    });
}
