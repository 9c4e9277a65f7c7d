//! Reading a PDF back: words by poppler, structure by lopdf.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Writes the bytes where they can be looked at, and returns the path.
pub(crate) fn saved(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.pdf"));
    fs::write(&path, bytes).unwrap();
    path
}

fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| {
            panic!(
                "{program} is needed to read papers back (`cargo xtask setup` installs it): {error}"
            )
        });
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && errors.is_empty(),
        "{program} {arguments:?}: {errors}"
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The words as they stand on the page, one string for each page.
pub(crate) fn pages(name: &str, bytes: &[u8]) -> Vec<String> {
    let path = saved(name, bytes);
    let text = run(
        "pdftotext",
        &["-layout", "-enc", "UTF-8", path.to_str().unwrap(), "-"],
    );
    let pages: Vec<&str> = text.split('\u{c}').collect();
    pages[..pages.len() - 1]
        .iter()
        .map(|page| tidy(page))
        .collect()
}

fn tidy(page: &str) -> String {
    // How many spaces stand for a gap differs between versions of poppler.
    let line = |line: &str| {
        let parts = line
            .split("  ")
            .map(str::trim)
            .filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("  ")
    };
    let lines: Vec<String> = page
        .lines()
        .map(line)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

/// All words in reading order, white space made single.
pub(crate) fn words(name: &str, bytes: &[u8]) -> String {
    let path = saved(name, bytes);
    run("pdftotext", &["-enc", "UTF-8", path.to_str().unwrap(), "-"])
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// One row of `pdffonts`: name, embedded, subset, with a map to Unicode.
pub(crate) fn fonts(name: &str, bytes: &[u8]) -> Vec<(String, bool, bool, bool)> {
    let path = saved(name, bytes);
    let table = run("pdffonts", &[path.to_str().unwrap()]);
    let rows = table.lines().skip(2).map(|row| {
        let cells: Vec<&str> = row.split_whitespace().collect();
        let flags: Vec<bool> = cells
            .iter()
            .filter(|c| ["yes", "no"].contains(*c))
            .map(|c| *c == "yes")
            .collect();
        (cells[0].to_owned(), flags[0], flags[1], flags[2])
    });
    rows.collect()
}

/// Where each word stands: page, left, top, right, bottom in points, and the word.
pub(crate) fn boxes(name: &str, bytes: &[u8]) -> Vec<(usize, [f64; 4], String)> {
    let path = saved(name, bytes);
    let xml = run("pdftotext", &["-bbox", path.to_str().unwrap(), "-"]);
    let mut page = 0;
    let mut found = Vec::new();
    for line in xml.lines().map(str::trim) {
        if line.starts_with("<page") {
            page += 1;
        }
        let Some(rest) = line.strip_prefix("<word ") else {
            continue;
        };
        let edge = |key: &str| -> f64 {
            let after = rest.split_once(&format!("{key}=\"")).unwrap().1;
            after.split('"').next().unwrap().parse().unwrap()
        };
        let word = rest
            .split_once('>')
            .unwrap()
            .1
            .strip_suffix("</word>")
            .unwrap();
        found.push((
            page,
            [edge("xMin"), edge("yMin"), edge("xMax"), edge("yMax")],
            word.to_owned(),
        ));
    }
    found
}

/// Each page as drawn by poppler at 300 dots an inch: width, height and gray samples.
pub(crate) fn gray_pages(name: &str, bytes: &[u8]) -> Vec<(usize, usize, Vec<u8>)> {
    let path = saved(name, bytes);
    let folder = path.with_extension("pages");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let root = folder.join("page");
    let arguments = [
        "-r",
        "300",
        "-gray",
        path.to_str().unwrap(),
        root.to_str().unwrap(),
    ];
    run("pdftoppm", &arguments);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| portable_graymap(&fs::read(file).unwrap()))
        .collect()
}

/// The form `P5`, width, height, largest value and one byte for each sample.
fn portable_graymap(bytes: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut fields = bytes.splitn(4, u8::is_ascii_whitespace);
    let text = |field: Option<&[u8]>| String::from_utf8(field.unwrap().to_vec()).unwrap();
    assert_eq!(text(fields.next()), "P5");
    let [width, height] = [(); 2].map(|()| text(fields.next()).parse().unwrap());
    let rest = fields.next().unwrap();
    let start = rest.iter().position(u8::is_ascii_whitespace).unwrap() + 1;
    (width, height, rest[start..].to_vec())
}

/// `qpdf --check` finds nothing.
pub(crate) fn assert_sound(name: &str, bytes: &[u8]) {
    let path = saved(name, bytes);
    let output = Command::new("qpdf")
        .args(["--check", path.to_str().unwrap()])
        .output();
    let output = output.expect("qpdf is needed (`cargo xtask setup` installs it)");
    assert!(
        output.status.success(),
        "{name}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
