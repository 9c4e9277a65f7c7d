//! A letter as text: its parts in order, and the same as plain text for e-mail and for copying.

use crate::table::TextTable;

/// One part of a letter's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    Paragraph(String),
    /// Words quoted exactly, in the quotation marks of the letter's language, and where they stand.
    Quote {
        words: String,
        source: String,
    },
    Table(TextTable),
    /// Labels and values: the ask, or how it is paid.
    Values {
        title: Option<String>,
        rows: Vec<(String, String)>,
        is_payment: bool,
    },
    List(Vec<String>),
    /// Places for each party to sign, with the words under the lines.
    SignHere {
        parties: Vec<String>,
        place_and_date: String,
        signature: String,
    },
}

/// A complete letter. Nothing in it is left to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Stands above the subject, such as "Without prejudice".
    pub mark: Option<String>,
    pub subject: String,
    /// `None` on a statement, which is read like an invoice.
    pub salutation: Option<String>,
    pub body: Vec<Block>,
    pub closing: Option<String>,
    /// The name and the business under the signature.
    pub signature: Vec<String>,
    /// The heading and the list; `None` when nothing is enclosed.
    pub enclosures: Option<(String, Vec<String>)>,
    /// Between a label and its value, as the language writes it.
    pub colon: &'static str,
}

impl Letter {
    /// The letter as text, paragraphs parted by an empty line. The subject is not part of it.
    pub fn plain_text(&self) -> String {
        let mut parts: Vec<String> = self.mark.iter().chain(&self.salutation).cloned().collect();
        parts.extend(self.body.iter().map(|block| self.block_text(block)));
        parts.extend(self.closing.clone());
        if !self.signature.is_empty() {
            parts.push(self.signature.join("\n"));
        }
        if let Some((heading, items)) = &self.enclosures {
            parts.push(format!("{heading}\n{}", listed(items)));
        }
        // Spaces that may not break serve the page only; in a mail they get in the way of searching.
        let mut text = parts.join("\n\n").replace(['\u{a0}', '\u{202f}'], " ");
        text.push('\n');
        text
    }

    fn block_text(&self, block: &Block) -> String {
        let colon = self.colon;
        match block {
            Block::Heading(text) | Block::Paragraph(text) => text.clone(),
            Block::Quote { words, source } => format!("{words}\n\u{2014} {source}"),
            Block::Table(table) => table.plain_text(colon),
            Block::Values { title, rows, .. } => {
                let lines = rows
                    .iter()
                    .map(|(label, value)| format!("{label}{colon}{value}"));
                title
                    .iter()
                    .map(|title| format!("{title}{}", colon.trim_end()))
                    .chain(lines)
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            Block::List(items) => listed(items),
            Block::SignHere {
                parties,
                place_and_date,
                signature,
            } => {
                let line = "_".repeat(30);
                parties
                    .iter()
                    .map(|party| {
                        format!("{party}\n{place_and_date}{colon}{line}\n{signature}{colon}{line}")
                    })
                    .collect::<Vec<_>>()
                    .join("\n\n")
            }
        }
    }
}

fn listed(items: &[String]) -> String {
    items
        .iter()
        .map(|item| format!("- {item}"))
        .collect::<Vec<_>>()
        .join("\n")
}
