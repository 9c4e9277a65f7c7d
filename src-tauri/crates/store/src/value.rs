//! Values as rows hold them: dates, instants, enums and JSON as text, money as two columns.
//!
//! What cannot be read back is [`StoreError::Corrupt`] and names its column.

use chrono::NaiveDate;
use domain::calendar::{instant_text, parse_instant};
use domain::{CivilDate, Currency, Instant, Money};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use crate::StoreError;

/// An aggregate as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored<I, T> {
    pub id: I,
    /// Counts changes; an update names the one it was based on.
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
    /// When it was put away; `None` while in use.
    pub archived_at: Option<Instant>,
    pub facts: T,
}

/// JSON that the caller gave its shape: what an invoice froze.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Json(pub(crate) String);

impl Json {
    pub fn of(value: &impl Serialize) -> Result<Self, StoreError> {
        json_text(value).map(Self)
    }

    pub fn read<T: DeserializeOwned>(&self) -> Result<T, StoreError> {
        serde_json::from_str(&self.0)
            .map_err(|error| StoreError::corrupt(format!("facts: {error}")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Which part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    pub offset: u32,
    pub limit: u32,
}

impl Page {
    pub const ALL: Self = Self {
        offset: 0,
        limit: u32::MAX,
    };

    pub fn first(limit: u32) -> Self {
        Self { offset: 0, limit }
    }
}

/// A page of a list and how long the whole list is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    pub rows: Vec<T>,
    pub total: i64,
}

pub(crate) fn json_text(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Constraint {
        what: format!("facts: {error}"),
    })
}

/// The text of an enum without fields, as serde names it.
pub(crate) fn word(value: &impl Serialize) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Constraint {
            what: "not a word".to_owned(),
        }),
    }
}

pub(crate) fn date_text(date: CivilDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

pub(crate) fn at_text(instant: Instant) -> String {
    instant_text(instant)
}

/// Ids for `json_each`.
pub(crate) fn id_list<'a>(ids: impl IntoIterator<Item = &'a str>) -> Result<String, StoreError> {
    json_text(&ids.into_iter().collect::<Vec<_>>())
}

/// A row's columns by name.
pub(crate) struct Columns<'r>(pub(crate) &'r SqliteRow);

impl Columns<'_> {
    pub(crate) fn text(&self, name: &str) -> Result<String, StoreError> {
        Ok(self.0.try_get(name)?)
    }

    pub(crate) fn maybe_text(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.try_get(name)?)
    }

    pub(crate) fn id<I>(&self, name: &str, wrap: fn(String) -> I) -> Result<I, StoreError> {
        self.text(name).map(wrap)
    }

    pub(crate) fn maybe_id<I>(
        &self,
        name: &str,
        wrap: fn(String) -> I,
    ) -> Result<Option<I>, StoreError> {
        Ok(self.maybe_text(name)?.map(wrap))
    }

    pub(crate) fn integer(&self, name: &str) -> Result<i64, StoreError> {
        Ok(self.0.try_get(name)?)
    }

    pub(crate) fn maybe_integer(&self, name: &str) -> Result<Option<i64>, StoreError> {
        Ok(self.0.try_get(name)?)
    }

    pub(crate) fn small(&self, name: &str) -> Result<u32, StoreError> {
        u32::try_from(self.integer(name)?).map_err(|_| StoreError::corrupt(name))
    }

    pub(crate) fn bytes(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        Ok(self.0.try_get(name)?)
    }

    pub(crate) fn maybe_bytes(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.try_get(name)?)
    }

    pub(crate) fn hash(&self, name: &str) -> Result<[u8; 32], StoreError> {
        self.bytes(name)?
            .try_into()
            .map_err(|_| StoreError::corrupt(name))
    }

    pub(crate) fn maybe_hash(&self, name: &str) -> Result<Option<[u8; 32]>, StoreError> {
        self.maybe_bytes(name)?
            .map(|bytes| bytes.try_into().map_err(|_| StoreError::corrupt(name)))
            .transpose()
    }

    pub(crate) fn date(&self, name: &str) -> Result<CivilDate, StoreError> {
        parse_date(&self.text(name)?, name)
    }

    pub(crate) fn maybe_date(&self, name: &str) -> Result<Option<CivilDate>, StoreError> {
        self.maybe_text(name)?
            .map(|text| parse_date(&text, name))
            .transpose()
    }

    pub(crate) fn instant(&self, name: &str) -> Result<Instant, StoreError> {
        parse_instant(&self.text(name)?).ok_or_else(|| StoreError::corrupt(name))
    }

    pub(crate) fn maybe_instant(&self, name: &str) -> Result<Option<Instant>, StoreError> {
        self.maybe_text(name)?
            .map(|text| parse_instant(&text).ok_or_else(|| StoreError::corrupt(name)))
            .transpose()
    }

    pub(crate) fn word<T: DeserializeOwned>(&self, name: &str) -> Result<T, StoreError> {
        parse_word(self.text(name)?, name)
    }

    pub(crate) fn json<T: DeserializeOwned>(&self, name: &str) -> Result<T, StoreError> {
        let text: &str = self.0.try_get(name)?;
        serde_json::from_str(text).map_err(|error| StoreError::corrupt(format!("{name}: {error}")))
    }

    pub(crate) fn currency(&self, name: &str) -> Result<Currency, StoreError> {
        let code: &str = self.0.try_get(name)?;
        Currency::new(code).map_err(|_| StoreError::corrupt(name))
    }

    /// `amount` in the currency of the column `currency`.
    pub(crate) fn money(&self, amount: &str) -> Result<Money, StoreError> {
        Money::new(self.integer(amount)?, self.currency("currency")?)
            .map_err(|_| StoreError::corrupt(amount))
    }

    pub(crate) fn maybe_money(&self, amount: &str) -> Result<Option<Money>, StoreError> {
        match self.maybe_integer(amount)? {
            Some(_) => self.money(amount).map(Some),
            None => Ok(None),
        }
    }

    /// The columns that every versioned aggregate has.
    pub(crate) fn stored<I, T: DeserializeOwned>(
        &self,
        wrap: fn(String) -> I,
    ) -> Result<Stored<I, T>, StoreError> {
        Ok(Stored {
            id: self.id("id", wrap)?,
            version: self.integer("version")?,
            created_at: self.instant("created_at")?,
            updated_at: self.instant("updated_at")?,
            archived_at: self.maybe_instant("archived_at")?,
            facts: self.json("facts")?,
        })
    }
}

fn parse_date(text: &str, name: &str) -> Result<CivilDate, StoreError> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| StoreError::corrupt(name))
}

fn parse_word<T: DeserializeOwned>(word: String, name: &str) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(word)).map_err(|_| StoreError::corrupt(name))
}

/// A query with another order than the one it is written with.
pub(crate) fn ordered(query: &str, written: &str, order: &str) -> String {
    debug_assert!(
        query.contains(written),
        "the query names the order it is replaced by"
    );
    query.replacen(written, order, 1)
}
