#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;
use crate::colour::{HAIRLINE, INK, TINT};
use crate::display::Item;
use crate::fonts::Face;
use crate::layout::{Frame, paginate};
use crate::text::Typesetter;

const CELL: Style = Style::new(
    Face::SansRegular,
    Length::points(9),
    Length::points(12),
    INK,
);

fn table(rows: Vec<Vec<&str>>, aligns: &[Align]) -> Table {
    let columns = aligns.iter().enumerate().map(|(index, align)| Column {
        head: format!("Head {index}"),
        width: if index == 0 {
            Width::Share(1)
        } else {
            Width::Fitted
        },
        align: *align,
    });
    let rows = rows.into_iter().enumerate().map(|(index, cells)| Row {
        cells: cells
            .into_iter()
            .map(|text| vec![(text.to_owned(), CELL)])
            .collect(),
        running: Some((index + 1).to_string()),
    });
    Table {
        block: "rows",
        columns: columns.collect(),
        rows: rows.collect(),
        look: TableLook {
            head: CELL,
            tint: TINT,
            hairline: HAIRLINE,
            gutter: Length::points(10),
            padding: Length::points(4),
        },
        carried: Some(Carried {
            forward: "forward".to_owned(),
            brought: "brought".to_owned(),
            style: CELL,
        }),
        names_rows: 0,
    }
}

/// The texts of the runs of each page.
fn pages(table: &Table) -> Result<Vec<Vec<String>>, DocumentError> {
    let mut setter = Typesetter::new();
    let mut flow = Flow::new(&mut setter, Length::points(300));
    flow.table(table)?;
    let frame = Frame {
        left: Length::ZERO,
        top: Length::points(50),
        bottom: Length::points(650),
    };
    let pages = paginate(flow, (frame, frame), Length::ZERO)?;
    let run = |item: Item| match item {
        Item::Run { y, run, .. } => {
            assert!(y > frame.top && y < frame.bottom, "inside the page");
            Some(
                run.glyphs
                    .iter()
                    .map(|glyph| glyph.text.to_string())
                    .collect(),
            )
        }
        _ => None,
    };
    let pages = pages.into_iter();
    Ok(pages
        .map(|items| items.into_iter().filter_map(run).collect())
        .collect())
}

#[test]
fn a_row_taller_than_a_page_breaks_between_its_lines() {
    let words: Vec<String> = (0..2_000).map(|n| format!("w{n}")).collect();
    let long = words.join(" ");
    let table = table(
        vec![vec!["first", "1"], vec![&long, "2"], vec!["third", "3"]],
        &[Align::Left, Align::Right],
    );
    let pages = pages(&table).unwrap();
    assert!(pages.len() >= 4, "{} pages", pages.len());
    for (index, page) in pages.iter().enumerate() {
        assert_eq!(page[0], "Head 0", "the head is repeated");
        let carried = page.iter().any(|text| text == "brought");
        assert_eq!(
            carried,
            index > 0,
            "the sum before the row is carried along"
        );
    }
    let words_on = |page: &Vec<String>| page.iter().filter(|text| text.starts_with('w')).count();
    assert!(
        pages.iter().all(|page| words_on(page) >= 2),
        "two lines stay together"
    );
    let all = pages
        .concat()
        .into_iter()
        .filter(|text| text.starts_with('w'));
    assert_eq!(
        all.collect::<String>().replace(' ', ""),
        long.replace(' ', ""),
        "no word is lost"
    );
    let brought = pages
        .last()
        .unwrap()
        .iter()
        .position(|text| text == "brought")
        .unwrap();
    assert_eq!(
        pages.last().unwrap()[brought + 1],
        "1",
        "the tall row is not yet counted"
    );
}

#[test]
fn a_row_that_fits_a_page_is_not_split() {
    let filler = vec![vec!["filler", "1"]; 22];
    let lines = ["line"; 14].join("\n");
    let mut rows = filler;
    rows.push(vec![&lines, "2"]);
    let pages = pages(&table(rows, &[Align::Left, Align::Right])).unwrap();
    let lines: Vec<usize> = pages
        .iter()
        .map(|page| page.iter().filter(|text| text.trim_end() == "line").count())
        .collect();
    assert_eq!(lines, [0, 14], "it goes over whole");
}

#[test]
fn a_table_may_have_no_rows_and_thousands() {
    let aligns = [Align::Left, Align::Right];
    assert_eq!(
        pages(&table(Vec::new(), &aligns)).unwrap().len(),
        1,
        "its head"
    );
    let pages = pages(&table(vec![vec!["row", "1"]; 5_000], &aligns)).unwrap();
    let rows = pages.iter().flatten().filter(|text| *text == "row").count();
    assert_eq!(rows, 5_000, "on {} pages", pages.len());
    assert!(pages.len() > 150, "{} pages", pages.len());
}

/// Where a glyph with this text stands, or the end of the last figure.
fn mark_of(items: &[Item], mark: &str) -> Vec<Length> {
    let of = |item: &Item| {
        let Item::Run { x, run, .. } = item else {
            return None;
        };
        let text: String = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        if !text.chars().all(|c| c.is_ascii_digit() || mark.contains(c)) {
            return None;
        }
        let at = run.glyphs.iter().find(|glyph| &*glyph.text == mark);
        at.map(|glyph| *x + glyph.x)
    };
    items.iter().filter_map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn figures_align_on_their_mark_whatever_their_length(
        figures in prop::collection::vec((0_u64..1_000_000_000_000, 0_u32..5), 2..20),
        comma in any::<bool>(),
    ) {
        let mark = if comma { "," } else { "." };
        let texts: Vec<String> = figures
            .iter()
            .map(|(whole, places)| match places {
                0 => whole.to_string(),
                places => format!("{whole}{mark}{}", "7".repeat(*places as usize)),
            })
            .collect();
        let rows = texts.iter().map(|text| vec!["row", text.as_str()]).collect();
        let table = table(rows, &[Align::Left, Align::Mark(mark.chars().next().unwrap())]);
        let mut setter = Typesetter::new();
        let mut flow = Flow::new(&mut setter, Length::points(300));
        flow.table(&table).unwrap();
        let items: Vec<Item> = flow.strips.into_iter().flat_map(|strip| strip.items).collect();
        let marks = mark_of(&items, mark);
        prop_assert_eq!(marks.len(), figures.iter().filter(|(_, places)| *places > 0).count());
        for pair in marks.windows(2) {
            let apart = (pair[0] - pair[1]).in_thousandths().abs();
            prop_assert!(apart <= 2, "{:?}: {}", texts, apart);
        }
    }
}
