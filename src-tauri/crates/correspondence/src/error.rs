//! What can be wrong with a letter before it exists.

use domain::CivilDate;

/// A letter that is not made, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    #[error("the letter needs {field}")]
    Missing { field: &'static str },
    #[error("the lines of the account add up to {lines}, the letter asks for {total}")]
    SumDiffers { lines: String, total: String },
    #[error("the account mixes currencies")]
    MixedCurrencies,
    #[error("nothing is open: there is nothing to ask for")]
    NothingOpen,
    #[error("the deadline {deadline} is not after the date of the letter {date}")]
    DeadlineNotAfterDate {
        date: CivilDate,
        deadline: CivilDate,
    },
    #[error("{field}: {later} does not come after {earlier}")]
    OutOfOrder {
        field: &'static str,
        earlier: CivilDate,
        later: CivilDate,
    },
    #[error("{what}: {given} is written, its rate and time give {computed}")]
    InterestDiffers {
        what: String,
        given: String,
        computed: String,
    },
    #[error("{field} can not be {value}")]
    Implausible { field: &'static str, value: String },
    #[error("there is no message {key}")]
    NoMessage { key: &'static str },
    #[error("message {key} lacks a value: {detail}")]
    Unfilled { key: &'static str, detail: String },
    #[error("the messages of language {language} can not be read: {detail}")]
    Messages {
        language: &'static str,
        detail: String,
    },
}
