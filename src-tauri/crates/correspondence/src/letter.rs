//! A letter as text: its parts in order, and the same as plain text for e-mail and for copying.

use crate::account::AccountTable;

/// One part of a letter's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    /// Words quoted exactly, without quotation marks, and where they stand.
    Quote {
        words: String,
        source: String,
    },
    Account(AccountTable),
    /// Labels and values: the ask, or the bank details.
    Values {
        title: Option<String>,
        rows: Vec<(String, String)>,
        strong: bool,
    },
    List(Vec<String>),
}

/// A complete letter. Nothing in it is left to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub salutation: String,
    pub body: Vec<Block>,
    pub closing: String,
    /// The name and the business under the signature.
    pub signature: Vec<String>,
    /// The heading and the list; `None` when nothing is enclosed.
    pub enclosures: Option<(String, Vec<String>)>,
}

impl Letter {
    /// The letter as text, paragraphs parted by an empty line. The subject is not part of it.
    pub fn plain_text(&self) -> String {
        let mut parts = vec![self.salutation.clone()];
        parts.extend(self.body.iter().map(block_text));
        parts.push(self.closing.clone());
        parts.push(self.signature.join("\n"));
        if let Some((heading, items)) = &self.enclosures {
            parts.push(format!("{heading}\n{}", listed(items)));
        }
        // Spaces that may not break serve the page only; in a mail they get in the way of searching.
        let mut text = parts.join("\n\n").replace('\u{a0}', " ");
        text.push('\n');
        text
    }
}

fn block_text(block: &Block) -> String {
    match block {
        Block::Paragraph(text) => text.clone(),
        Block::Quote { words, source } => format!("“{words}”\n\u{2014} {source}"),
        Block::Account(table) => table.plain_text(),
        Block::Values { title, rows, .. } => {
            let lines = rows
                .iter()
                .map(|(label, value)| format!("{label}: {value}"));
            title
                .iter()
                .map(|title| format!("{title}:"))
                .chain(lines)
                .collect::<Vec<_>>()
                .join("\n")
        }
        Block::List(items) => listed(items),
    }
}

fn listed(items: &[String]) -> String {
    items
        .iter()
        .map(|item| format!("- {item}"))
        .collect::<Vec<_>>()
        .join("\n")
}
