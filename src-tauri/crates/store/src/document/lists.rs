//! Papers as the Documents place lists them: filtered, sorted, and found by the words that stand on them.
//!
//! Words are written by the transaction that stores a paper. Papers from before that are read once, later; until then
//! they are found by title and client.

use domain::Instant;
use domain::id::{ClientId, DocumentId};
use sqlx::sqlite::{SqliteArguments, SqliteRow};

use super::{StoredDocument, read};
use crate::value::{Columns, Listed, Page, at_text, ordered};
use crate::{Conn, StoreError, Tx, search};

/// Which papers. What is `None` does not matter.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// What was typed; each word must stand on the paper, in its title, or in its client's name.
    pub words: &'a str,
    pub kind: Option<&'a str>,
    pub client: Option<&'a ClientId>,
    pub from: Option<Instant>,
    pub before: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentSort {
    /// The best match first; without words, the newest.
    Best,
    Made,
    Title,
    Kind,
    Client,
    Size,
}

/// A part of the words around what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcerptPart {
    pub text: String,
    /// This is what was looked for.
    pub is_hit: bool,
}

/// A paper and, where its words were what was found, those around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDocument {
    pub document: StoredDocument,
    pub excerpt: Vec<ExcerptPart>,
}

const ORDER: &str = "ORDER BY d.seq DESC";
const BEST: &str = "ORDER BY score, d.seq DESC";

impl DocumentSort {
    #[cfg(test)]
    pub(crate) const EVERY: [Self; 6] = [
        Self::Best,
        Self::Made,
        Self::Title,
        Self::Kind,
        Self::Client,
        Self::Size,
    ];

    fn order(self, descending: bool) -> Option<&'static str> {
        Some(match (self, descending) {
            (Self::Best, _) => return None,
            (Self::Made, true) => ORDER,
            (Self::Made, false) => "ORDER BY d.seq",
            (Self::Title, true) => "ORDER BY d.title COLLATE NOCASE DESC, d.seq DESC",
            (Self::Title, false) => "ORDER BY d.title COLLATE NOCASE, d.seq",
            (Self::Kind, true) => "ORDER BY d.kind DESC, d.seq DESC",
            (Self::Kind, false) => "ORDER BY d.kind, d.seq DESC",
            (Self::Client, true) => "ORDER BY c.name_key DESC, d.seq DESC",
            (Self::Client, false) => "ORDER BY c.name_key, d.seq DESC",
            (Self::Size, true) => "ORDER BY d.size DESC, d.seq DESC",
            (Self::Size, false) => "ORDER BY d.size, d.seq DESC",
        })
    }
}

pub(crate) fn list_query(sort: DocumentSort, descending: bool) -> String {
    let order = sort.order(descending).unwrap_or(ORDER);
    ordered(sql!("document/list"), ORDER, order)
}

pub(crate) fn find_query(sort: DocumentSort, descending: bool) -> String {
    let order = sort.order(descending).unwrap_or(BEST);
    ordered(sql!("document/find"), BEST, order)
}

/// A page of the papers that are wanted, and how many there are.
pub async fn list(
    conn: &mut Conn,
    wanted: Wanted<'_>,
    sort: DocumentSort,
    descending: bool,
    page: Page,
) -> Result<Listed<FoundDocument>, StoreError> {
    let expression = match search::expression(wanted.words) {
        Some(expression) => Some(expression),
        // Signs alone are no words: they stand on no paper.
        None if !wanted.words.trim().is_empty() => {
            return Ok(Listed {
                rows: Vec::new(),
                total: 0,
            });
        }
        None => None,
    };
    let (rows, total) = match &expression {
        Some(_) => (find_query(sort, descending), sql!("document/find_count")),
        None => (list_query(sort, descending), sql!("document/count")),
    };
    let rows = bound(
        sqlx::query(sqlx::AssertSqlSafe(rows)),
        wanted,
        expression.as_deref(),
    )
    .bind(page.limit)
    .bind(page.offset)
    .fetch_all(&mut *conn)
    .await?;
    let counted = bound(sqlx::query(total), wanted, expression.as_deref())
        .fetch_one(conn)
        .await?;
    let found = |row| {
        Ok(FoundDocument {
            document: read(row)?,
            excerpt: match expression {
                Some(_) => excerpt(row)?,
                None => Vec::new(),
            },
        })
    };
    Ok(Listed {
        rows: rows.iter().map(found).collect::<Result<_, StoreError>>()?,
        total: Columns(&counted).integer("count(*)")?,
    })
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, SqliteArguments>;

fn bound<'q>(query: Query<'q>, wanted: Wanted<'_>, expression: Option<&str>) -> Query<'q> {
    let query = query
        .bind(wanted.kind.map(str::to_owned))
        .bind(wanted.client.map(|client| client.as_str().to_owned()))
        .bind(wanted.from.map(at_text))
        .bind(wanted.before.map(at_text));
    match expression {
        Some(expression) => query.bind(expression.to_owned()),
        None => query,
    }
}

/// Cut at the marks that the query set; nothing when nothing in it is what was looked for.
fn excerpt(row: &SqliteRow) -> Result<Vec<ExcerptPart>, StoreError> {
    let marked = Columns(row).text("excerpt")?;
    let mut parts = Vec::new();
    let mut is_hit = false;
    for text in marked.split(['\u{2}', '\u{3}']) {
        if !text.is_empty() {
            parts.push(ExcerptPart {
                text: text.split_whitespace().fold(lead(text), joined) + trail(text),
                is_hit,
            });
        }
        is_hit = !is_hit;
    }
    if parts.iter().any(|part| part.is_hit) {
        Ok(parts)
    } else {
        Ok(Vec::new())
    }
}

fn joined(mut line: String, word: &str) -> String {
    if !line.is_empty() && !line.ends_with(' ') {
        line.push(' ');
    }
    line.push_str(word);
    line
}

/// A line end at the edge of a part parts words as a space does.
fn lead(text: &str) -> String {
    let starts_apart = text.starts_with(char::is_whitespace);
    if starts_apart {
        " ".to_owned()
    } else {
        String::new()
    }
}

fn trail(text: &str) -> &'static str {
    let is_blank = text.trim().is_empty();
    let ends_apart = text.ends_with(char::is_whitespace);
    if ends_apart && !is_blank { " " } else { "" }
}

/// Papers whose words were not read yet, the newest first.
pub async fn unread(conn: &mut Conn, most: u32) -> Result<Vec<DocumentId>, StoreError> {
    let rows = sqlx::query(sql!("document/unread"))
        .bind(most)
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| Columns(row).id("id", DocumentId))
        .collect()
}

/// Keeps the words of a paper from before; it is not read again.
pub async fn keep_words(tx: &mut Tx, id: &DocumentId, words: &str) -> Result<(), StoreError> {
    let words = sqlx::query(sql!("document/read_words"))
        .bind(id.as_str())
        .bind(words.to_owned());
    words.execute(&mut **tx).await?;
    let read = sqlx::query(sql!("document/was_read")).bind(id.as_str());
    read.execute(&mut **tx).await?;
    Ok(())
}

/// A client's papers are found by the name the client has now.
pub(crate) async fn rename_client(
    tx: &mut Tx,
    client: &ClientId,
    name: &str,
) -> Result<(), StoreError> {
    let renamed = sqlx::query(sql!("document/rename_client"))
        .bind(client.as_str())
        .bind(name.to_owned());
    renamed.execute(&mut **tx).await?;
    Ok(())
}
