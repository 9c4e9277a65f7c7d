//! What is on a PDF's pages, read by a program that is not ours.

use std::path::Path;
use std::process::Command;

/// The words of a PDF in reading order, each run of blanks as one.
pub(crate) fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .arg("-layout")
        .arg(pdf)
        .arg("-")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{} is no readable PDF: {error}",
        pdf.display()
    );
    String::from_utf8_lossy(&output.stdout)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
