//! Full-text search over clients, invoices and jobs, in any case and without marks.
//!
//! Entries are written by the transaction that writes what they stand for. What a person types is turned into quoted
//! words, each matching from its beginning, so that nothing typed is ever read as query syntax.

use unicode_normalization::UnicodeNormalization;

use crate::value::Columns;
use crate::{Conn, StoreError, Tx};

/// What an entry stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Client,
    Invoice,
    Job,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub kind: Kind,
    /// The id of the client, invoice or job.
    pub id: String,
    pub title: String,
    /// A few words around what matched.
    pub excerpt: String,
}

const MAX_WORDS: usize = 12;

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Invoice => "invoice",
            Self::Job => "job",
        }
    }

    fn read(text: &str) -> Result<Self, StoreError> {
        match text {
            "client" => Ok(Self::Client),
            "invoice" => Ok(Self::Invoice),
            "job" => Ok(Self::Job),
            _ => Err(StoreError::corrupt("search kind")),
        }
    }
}

/// The best matches: everything typed must occur, each word as the beginning of one. Nothing typed finds nothing.
pub async fn find(conn: &mut Conn, typed: &str, limit: u32) -> Result<Vec<Hit>, StoreError> {
    let Some(expression) = expression(typed) else {
        return Ok(Vec::new());
    };
    let rows = sqlx::query(sql!("search/find"))
        .bind(expression)
        .bind(limit)
        .fetch_all(conn)
        .await?;
    let read = |row| {
        let columns = Columns(row);
        Ok(Hit {
            kind: Kind::read(&columns.text("kind")?)?,
            id: columns.text("ref")?,
            title: columns.text("title")?,
            excerpt: columns.text("excerpt")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Writes or replaces an entry.
pub(crate) async fn put(
    tx: &mut Tx,
    kind: Kind,
    id: &str,
    title: &str,
    body: &[&str],
) -> Result<(), StoreError> {
    let known = sqlx::query_scalar::<_, i64>(sql!("search/row"))
        .bind(kind.as_str())
        .bind(id);
    let row = if let Some(row) = known.fetch_optional(&mut **tx).await? {
        sqlx::query(sql!("search/clear"))
            .bind(row)
            .execute(&mut **tx)
            .await?;
        row
    } else {
        let add = sqlx::query(sql!("search/add_row"))
            .bind(kind.as_str())
            .bind(id);
        add.execute(&mut **tx).await?.last_insert_rowid()
    };
    let body = body
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join("\n");
    sqlx::query(sql!("search/fill"))
        .bind(row)
        .bind(title)
        .bind(body)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// `"word"* "word"*`: quoted by the rules of FTS5, so that only letters and digits are left to match.
pub(crate) fn expression(typed: &str) -> Option<String> {
    let typed: String = typed.nfc().collect();
    let words = typed
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let quoted: Vec<String> = words
        .take(MAX_WORDS)
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!quoted.is_empty()).then(|| quoted.join(" "))
}
