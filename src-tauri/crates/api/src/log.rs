//! Entries of the evidence log, written by the same transaction as what they tell.

use domain::calendar::instant_text;
use domain::evidence::{EntryBody, EventKind, Subjects};

use crate::act::Act;
use crate::error::ApiError;
use crate::ids;

impl Act<'_> {
    /// Logs that something happened, with the few words needed to tell it; empty words are left out.
    pub(crate) async fn log(
        &mut self,
        kind: EventKind,
        subjects: Subjects,
        words: &[(&str, &str)],
    ) -> Result<(), ApiError> {
        let entry = EntryBody::new(kind, instant_text(self.now), subjects);
        let entry = words
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .fold(entry, |entry, (name, value)| entry.with(name, value));
        store::evidence::append(&mut self.tx, &entry, ids::new_salt()?).await?;
        Ok(())
    }
}
