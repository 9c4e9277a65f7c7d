//! The programs that `cargo xtask bench papers` times: ours, and krilla given the same pages.
//!
//! `serve ENGINE` makes one paper for each line `NUMBER [FILE]` that it reads and answers with milliseconds and bytes:
//! an invoice of one page with a logo, with other words for each number. `first` makes one and ends, `batch N` makes
//! many, `long N` makes one of N lines; each says how long it took and the most memory it had. `sizes` says how large
//! files are and `logo FILE` writes the picture for peers that lay out by themselves.

#[allow(dead_code, reason = "the tests of the papers use all of them")]
#[path = "../../../src-tauri/crates/documents/tests/papers/facts.rs"]
mod facts;
mod peer;
mod xml;

use std::hint::black_box;
use std::io::BufRead as _;
use std::time::Instant;

use documents::{
    Attachment, InvoiceFacts, Look, Relationship, demand, invoice, invoice_with, peers,
};
use facts::*;

/// Another invoice for each number, so that nothing of the last one helps.
fn distinct(number: usize) -> InvoiceFacts {
    let mut facts = invoice_facts();
    facts.number = Some(format!("INV-2026-{number:04}"));
    facts.how_to_pay.reference = format!("INV-2026-{number:04}");
    facts.recipient.name = format!("Peña & Jürgensen Publishing {number} Ltd");
    // Short enough for one page with the panel.
    facts.late_clause = None;
    facts.payment_terms =
        Some("Payment is due within 14 days of the invoice date, without deduction.".into());
    for (index, line) in facts.lines.iter_mut().enumerate() {
        line.description = format!("{} ({number}.{index})", line.description);
    }
    facts
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1_000.0
}

/// One paper and the milliseconds that it took.
fn ours(facts: &InvoiceFacts, look: &Look) -> (Vec<u8>, f64) {
    let start = Instant::now();
    let file = black_box(invoice(facts, look).unwrap());
    (file, milliseconds(start))
}

/// The same paper written by krilla: our layout counts for both, handing it over counts for nobody.
fn krilla(facts: &InvoiceFacts, look: &Look, tagged: bool) -> (Vec<u8>, f64) {
    let start = Instant::now();
    peers::only_lay(|| invoice(facts, look));
    let layout = milliseconds(start);
    let paper = peers::lay(|| invoice(facts, look)).unwrap().paper();
    let start = Instant::now();
    let file = black_box(peer::write(&paper, tagged));
    (file, layout + milliseconds(start))
}

fn serve(engine: &str) {
    let look = logo_look();
    println!("ready");
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let mut words = line.split_whitespace();
        let facts = distinct(words.next().unwrap().parse().unwrap());
        let (file, time) = match engine {
            "ours" => ours(&facts, &look),
            "krilla" => krilla(&facts, &look, true),
            _ => krilla(&facts, &look, false),
        };
        if let Some(path) = words.next() {
            std::fs::write(path, &file).unwrap();
        }
        println!("{time:.4} {}", file.len());
    }
}

/// The most memory that this process ever had, in bytes; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kibibytes: Option<u64> = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
    kibibytes.unwrap_or(0) * 1_024
}

/// An invoice with the same invoice for machines inside it, and a formal demand of two pages.
fn sizes() {
    let look = logo_look();
    let facts = distinct(142);
    let machines = Attachment {
        name: "factur-x.xml".into(),
        mime: "text/xml".into(),
        description: "The invoice for machines".into(),
        relationship: Relationship::Alternative,
        bytes: xml::invoice(&facts).into_bytes(),
        modified: day(2026, 3, 14),
    };
    let plain = invoice(&facts, &look).unwrap();
    let whole = invoice_with(&facts, &look, &[machines]).unwrap();
    let letter = demand(&demand_facts(), &look).unwrap();
    assert_eq!(
        documents::pages(&letter),
        Some(2),
        "the letter has two pages"
    );
    println!("{} {} {}", plain.len(), whole.len(), letter.len());
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let start = Instant::now();
    match *words.as_slice() {
        ["serve", engine] => serve(engine),
        ["first"] => {
            black_box(invoice(&distinct(1), &logo_look()).unwrap());
            println!("{:.4} {}", milliseconds(start), peak());
        }
        ["batch", count] => {
            let look = logo_look();
            for number in 0..count.parse().unwrap() {
                black_box(invoice(&distinct(number), &look).unwrap());
            }
            println!("{:.4} {}", milliseconds(start), peak());
        }
        ["long", count] => {
            let (facts, look) = (long_invoice(count.parse().unwrap()), logo_look());
            // What a process does once is not what a line costs.
            black_box(invoice(&distinct(1), &look).unwrap());
            let (_, time) = ours(&facts, &look);
            println!("{time:.4} {}", peak());
        }
        ["sizes"] => sizes(),
        ["logo", file] => std::fs::write(file, logo()).unwrap(),
        _ => eprintln!(
            "usage: papers-bench serve ENGINE | first | batch N | long N | sizes | logo FILE"
        ),
    }
}
