//! A table of a letter in words: what a page sets in columns and an e-mail writes line by line.

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words that may take what the other columns leave.
    Wide,
    /// Short words, such as a date.
    Short,
    /// Sums and counts, to the right.
    Figure,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextColumn {
    pub head: String,
    pub kind: ColumnKind,
}

/// A line under the table: a charge, a total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumLine {
    pub label: String,
    pub sum: String,
    /// The total, as opposed to what leads to it.
    pub strong: bool,
}

/// Heads, rows of as many cells, and the sums below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextTable {
    /// For messages: what the owner knows it as.
    pub block: &'static str,
    pub columns: Vec<TextColumn>,
    pub rows: Vec<Vec<String>>,
    pub sums: Vec<SumLine>,
}

impl TextTable {
    pub(crate) fn new(block: &'static str, columns: Vec<(ColumnKind, String)>) -> Self {
        Self {
            block,
            columns: columns
                .into_iter()
                .map(|(kind, head)| TextColumn { head, kind })
                .collect(),
            rows: Vec::new(),
            sums: Vec::new(),
        }
    }

    pub(crate) fn sum(&mut self, label: String, sum: String, strong: bool) {
        self.sums.push(SumLine { label, sum, strong });
    }

    /// One paragraph of lines for each row: a table in plain text breaks in most mail programs.
    pub(crate) fn plain_text(&self, colon: &str) -> String {
        let mut lines: Vec<String> = Vec::new();
        for row in &self.rows {
            let cells = self.columns.iter().zip(row);
            for (index, (column, cell)) in cells.filter(|(_, cell)| !cell.is_empty()).enumerate() {
                let head = &column.head;
                let cell = cell.replace(" \n", " ").replace('\n', " ");
                lines.push(if index == 0 {
                    format!("{head} {cell}")
                } else {
                    format!("  {head}{colon}{cell}")
                });
            }
        }
        let sums = self.sums.iter();
        lines.extend(sums.map(|line| format!("{}{colon}{}", line.label, line.sum)));
        lines.join("\n")
    }
}
