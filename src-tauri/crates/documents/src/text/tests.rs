#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::DocumentError;
use crate::colour::INK;
use crate::fonts::Font;

fn style(face: Face) -> Style {
    Style::new(face, Length::points(10), Length::points(14), INK)
}

fn copied(lines: &[Line]) -> Vec<String> {
    let runs = |line: &Line| {
        line.pieces
            .iter()
            .flat_map(|piece| piece.run.glyphs.to_vec())
            .map(|g| g.text.to_string())
            .collect()
    };
    lines.iter().map(runs).collect()
}

#[test]
fn pairs_are_kerned() {
    let mut setter = Typesetter::new();
    for face in [Face::SansRegular, Face::SerifRegular] {
        let pair = setter.width("test", "AV", style(face)).unwrap();
        let apart = setter.width("test", "A", style(face)).unwrap()
            + setter.width("test", "V", style(face)).unwrap();
        assert!(
            pair < apart,
            "{face:?}: AV is {pair:?}, A and V are {apart:?}"
        );
    }
}

#[test]
fn figures_in_columns_have_one_width() {
    let mut setter = Typesetter::new();
    // The payment part has no columns.
    let in_columns = |face: &Face| !matches!(face, Face::SlipRegular | Face::SlipBold);
    for face in Face::ALL.into_iter().filter(in_columns) {
        let one = setter.width("test", "1111", style(face).tabular()).unwrap();
        let eight = setter.width("test", "8888", style(face).tabular()).unwrap();
        assert_eq!(one, eight, "{face:?}: columns of sums would not align");
    }
}

#[test]
fn a_ligature_copies_as_its_letters() {
    let mut setter = Typesetter::new();
    for face in Face::ALL {
        let lines = setter
            .lines("test", "office ﬁn fjord", style(face), None)
            .unwrap();
        assert_eq!(copied(&lines), ["office ﬁn fjord"], "{face:?}");
    }
}

#[test]
fn every_european_letter_is_there() {
    let mut setter = Typesetter::new();
    let text = "Zoë Łukasz Ørsted Ñ ẞ ß ğ İ ő ż Đ Žaneta Dvořáková Ελένη Παπαδοπούλου Ђорђе Щукин Їжак ’“”„«»–—…€£¥₹−×·";
    for face in Face::ALL {
        let lines = setter.lines("test", text, style(face), None).unwrap();
        assert_eq!(copied(&lines), [text], "{face:?}");
    }
}

#[test]
fn a_decomposed_letter_is_composed() {
    let mut setter = Typesetter::new();
    let lines = setter
        .lines("test", "Zoe\u{308}", style(Face::SansRegular), None)
        .unwrap();
    assert_eq!(copied(&lines), ["Zoë"]);
}

#[test]
fn controls_and_direction_marks_draw_nothing() {
    let mut setter = Typesetter::new();
    let text = "A\u{0}\u{7}n\u{202e}n\u{200b}a\u{feff}\t(\u{2066}x\u{2069})";
    let lines = setter
        .lines("test", text, style(Face::SansRegular), None)
        .unwrap();
    assert_eq!(copied(&lines), ["Anna (x)"]);
}

#[test]
fn characters_no_face_has_are_named() {
    let mut setter = Typesetter::new();
    for (text, named) in [
        ("Fox 🦊", "🦊"),
        ("Zoë 😀 and 🦊, again 😀", "😀🦊"),
        ("private \u{10fffd}", "\u{10fffd}"),
    ] {
        let error = setter
            .lines("client name", text, style(Face::SerifRegular), None)
            .unwrap_err();
        let expected = DocumentError::MissingGlyph {
            character: named.to_owned(),
            block: "client name",
        };
        assert_eq!(
            error, expected,
            "{text}: each of them once, in order, and nothing else"
        );
    }
}

/// Each with the faces that the system offers; where it offers none, the characters are named.
#[test]
fn other_scripts_are_set_in_a_font_of_the_system_or_named() {
    let mut setter = Typesetter::new();
    for name in ["דוד כהן", "سارة", "安藤たかし", "김민준", "ปรีชา", "अनिल"]
    {
        let wanted: std::collections::BTreeSet<char> = name.chars().filter(|c| *c != ' ').collect();
        let found = crate::fonts::found::covering(&wanted, false);
        let covered = wanted
            .iter()
            .all(|c| found.iter().any(|found| found.draws(*c)));
        let text = format!("For {name}, Łódź");
        let lines = setter.lines("client name", &text, style(Face::SansRegular), None);
        match lines {
            Ok(lines) => {
                assert!(covered, "{name} was set without a font for it");
                let pieces = &lines[0].pieces;
                let bundled = |run: &Run| run.face == Font::Bundled(Face::SansRegular);
                assert!(
                    bundled(&pieces[0].run),
                    "what a bundled face has stays in it"
                );
                assert!(pieces.iter().any(|piece| !bundled(&piece.run)), "{name}");
                let last = &pieces[pieces.len() - 1].run;
                assert!(bundled(last) && last.glyphs.iter().any(|glyph| &*glyph.text == "ź"));
                let again = setter.lines("client name", &text, style(Face::SansRegular), None);
                assert_eq!(again.unwrap(), lines, "the same font again");
            }
            Err(DocumentError::MissingGlyph { character, .. }) => {
                assert!(!covered, "{name}: {character}");
                assert!(
                    character.chars().all(|c| wanted.contains(&c)),
                    "{character}"
                );
            }
            Err(other) => panic!("{other:?}"),
        }
    }
}

/// Each glyph's text and where it stands, from left to right.
fn seen(line: &Line) -> String {
    let glyphs = line.pieces.iter().flat_map(|piece| {
        let glyphs = piece.run.glyphs.iter();
        glyphs.map(move |glyph| (piece.offset + glyph.x, glyph.text.to_string()))
    });
    let mut glyphs: Vec<(Length, String)> = glyphs.collect();
    glyphs.sort_by_key(|(x, _)| *x);
    glyphs.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn a_name_from_right_to_left_stands_right_inside_a_line() {
    let mut setter = Typesetter::new();
    let text = "To דוד כהן (12), Leeds";
    let lines = setter.lines("test", text, style(Face::SansRegular), None);
    let Ok(lines) = lines else {
        assert!(matches!(lines, Err(DocumentError::MissingGlyph { .. })));
        return;
    };
    let reversed: String = "דוד כהן".chars().rev().collect();
    assert_eq!(seen(&lines[0]), format!("To {reversed} (12), Leeds"));
    let first = setter.lines(
        "test",
        "דוד כהן 12 Wharf Road",
        style(Face::SansRegular),
        None,
    );
    assert_eq!(
        seen(&first.unwrap()[0]),
        format!("{reversed} 12 Wharf Road")
    );
}

#[test]
fn a_paper_in_bundled_faces_never_asks_the_system() {
    let before = crate::fonts::found::ASKED.get();
    let mut setter = Typesetter::new();
    for face in Face::ALL {
        let text = "Zoë Łukasz Ελένη Щукин – “1 234,50 €”\n−5 × 3";
        setter.lines("test", text, style(face), None).unwrap();
    }
    assert_eq!(crate::fonts::found::ASKED.get(), before);
    let asked = setter.lines("test", "\u{10fffd}", style(Face::SansRegular), None);
    assert!(
        asked.is_err() && crate::fonts::found::ASKED.get() > before,
        "and else it does"
    );
}

#[test]
fn an_endless_word_is_broken_inside_its_width() {
    let mut setter = Typesetter::new();
    let width = Length::points(120);
    let word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
        .repeat(3);
    let lines = setter
        .lines("test", &word, style(Face::SansRegular), Some(width))
        .unwrap();
    assert!(lines.len() > 3, "it wraps");
    assert!(
        lines
            .iter()
            .all(|line| line.width <= width + Length::thousandths(20)),
        "no line is wider than its box"
    );
    assert_eq!(copied(&lines).concat(), word, "no letter is lost");
}

fn english() -> Typesetter {
    let mut setter = Typesetter::new();
    setter.speak("en-GB");
    setter
}

const PROSE: &str = "The photographer's representative acknowledged responsibility for communicating every \
    extraordinary circumstance immediately, notwithstanding considerable organisational difficulties, \
    professional misunderstandings and international transportation arrangements that accompanied the commission.";

#[test]
fn prose_is_divided_where_a_line_would_end_early() {
    let mut setter = english();
    let width = Length::points(150);
    let plain = style(Face::SerifRegular);
    let divided = setter
        .lines("test", PROSE, plain.prose(), Some(width))
        .unwrap();
    let whole = setter.lines("test", PROSE, plain, Some(width)).unwrap();
    let hyphened = |line: &&String| line.ends_with('\u{ad}');
    let texts = copied(&divided);
    assert!(texts.iter().filter(hyphened).count() >= 2, "{texts:?}");
    assert!(
        copied(&whole).iter().all(|line| !line.contains('\u{ad}')),
        "only prose is"
    );
    assert!(
        divided.len() <= whole.len(),
        "{} of {}",
        divided.len(),
        whole.len()
    );
    let joined: String = texts
        .iter()
        .map(|line| line.trim_end_matches('\u{ad}'))
        .collect();
    assert_eq!(joined, PROSE, "no letter is lost or added");
    for line in &divided {
        let last = &line.pieces[line.pieces.len() - 1];
        let end = last.offset + last.run.glyphs[last.run.glyphs.len() - 1].x;
        assert!(
            end < width && line.width <= width + Length::thousandths(20),
            "{:?}",
            line.width
        );
    }
}

#[test]
fn no_more_than_two_lines_running_end_in_a_hyphen() {
    let mut setter = english();
    let text = "extraordinary misunderstandings notwithstanding responsibilities ".repeat(12);
    let mut most = 0;
    for points in (100..220).step_by(3) {
        let style = style(Face::SansRegular).prose();
        let lines = setter
            .lines("test", &text, style, Some(Length::points(points)))
            .unwrap();
        let texts = copied(&lines);
        let mut running = 0;
        for line in &texts {
            running = if line.ends_with('\u{ad}') {
                running + 1
            } else {
                0
            };
            most = most.max(running);
            assert!(running <= 2, "{points} points: {texts:?}");
        }
        let last = texts.last().unwrap();
        let before = &texts[texts.len() - 2];
        let alone = before.ends_with('\u{ad}') && !last.trim_end().contains(' ');
        assert!(
            !alone,
            "the rest of a word alone on the last line: {texts:?}"
        );
    }
    assert_eq!(most, 2, "the limit was reached");
}

#[test]
fn a_word_wider_than_its_line_is_divided_by_its_syllables() {
    let mut setter = Typesetter::new();
    setter.speak("de-DE");
    let word = "Donaudampfschifffahrtsgesellschaft";
    let style = style(Face::SansRegular).prose();
    let lines = setter
        .lines("test", word, style, Some(Length::points(70)))
        .unwrap();
    let texts = copied(&lines);
    assert!(
        texts.len() > 2
            && texts[..texts.len() - 1]
                .iter()
                .all(|line| line.ends_with('\u{ad}')),
        "{texts:?}"
    );
    assert_eq!(texts.concat().replace('\u{ad}', ""), word);
    assert!(
        lines.iter().all(|line| line.width <= Length::points(70)),
        "with their hyphens"
    );
}

#[test]
fn joiners_stay_where_they_shape_letters() {
    assert_eq!(
        clean::clean("a\u{200d}b می\u{200c}خواهم"),
        "ab می\u{200c}خواهم"
    );
    assert_eq!(clean::clean("12\u{2009}000\u{2007}€"), "12 000\u{a0}€");
}
