//! Errors as they cross the boundary: a code that the window reacts to, a message for people who read logs,
//! and the fields that are wrong. Nobody matches on the message.

use domain::FieldProblem;
use serde::{Deserialize, Serialize};

/// What kind of failure; add one only when the window or a script reacts to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum ErrorCode {
    /// A field is wrong; see `fields`.
    Validation,
    /// The act is not possible now.
    Precondition,
    /// Payments and replies were not checked today (invariant 18).
    PaymentsNotChecked,
    /// What was reviewed has changed since.
    ReviewOutdated,
    NotFound,
    /// Somebody changed it meanwhile.
    Conflict,
    /// The request has no such command or shape.
    BadRequest,
    /// The file was written by a newer version.
    NewerFile,
    /// The file is not one of ours.
    NotOurFile,
    ReadOnly,
    DiskFull,
    /// Another process holds the file.
    Busy,
    Corrupt,
    /// A picture, PDF or folder that cannot be used.
    BadFile,
    /// A paper that cannot be made, such as a letter no font has.
    CannotPrint,
    /// The printing system did not take a paper.
    NotPrinted,
    Io,
    Internal,
}

/// An error on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ApiError {
    pub code: ErrorCode,
    pub message: String,
    pub fields: Vec<FieldProblem>,
}

impl ApiError {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            fields: Vec::new(),
        }
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::BadRequest, message)
    }

    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Internal, message)
    }

    pub(crate) fn precondition(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Precondition, message)
    }

    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(
            ErrorCode::NotFound,
            format!("{what} is not there (any more)"),
        )
    }

    /// Fields that are wrong, named as the request names them.
    pub(crate) fn fields(fields: Vec<FieldProblem>) -> Self {
        let names: Vec<&str> = fields
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        Self {
            code: ErrorCode::Validation,
            message: format!("please check: {}", names.join(", ")),
            fields,
        }
    }

    pub(crate) fn field(field: &str, problem: domain::Problem) -> Self {
        Self::fields(vec![FieldProblem::new(field, problem)])
    }
}

/// The same problems under a longer path: `name` within `client` is `client.name`.
pub(crate) fn within(prefix: &str, problems: Vec<FieldProblem>) -> ApiError {
    ApiError::fields(
        problems
            .into_iter()
            .map(|problem| {
                FieldProblem::new(format!("{prefix}.{}", problem.field), problem.problem)
            })
            .collect(),
    )
}

impl From<domain::MoneyError> for ApiError {
    fn from(error: domain::MoneyError) -> Self {
        let code = match error {
            domain::MoneyError::TooLarge | domain::MoneyError::UnknownCurrency(_) => {
                ErrorCode::Validation
            }
            domain::MoneyError::CurrencyMismatch { .. } | domain::MoneyError::NoParts => {
                ErrorCode::Precondition
            }
        };
        Self::new(code, error.to_string())
    }
}

impl From<store::StoreError> for ApiError {
    fn from(error: store::StoreError) -> Self {
        use store::StoreError as E;
        let code = match &error {
            E::NotFound { .. } => ErrorCode::NotFound,
            E::StaleVersion { .. } => ErrorCode::Conflict,
            E::Constraint { .. } | E::Frozen { .. } => ErrorCode::Precondition,
            E::NewerFile { .. } => ErrorCode::NewerFile,
            E::NotADatabase { .. } | E::ForeignDatabase { .. } => ErrorCode::NotOurFile,
            E::ReadOnly { .. } => ErrorCode::ReadOnly,
            E::DiskFull => ErrorCode::DiskFull,
            E::Busy => ErrorCode::Busy,
            E::Corrupt { .. } | E::BackupFailed { .. } => ErrorCode::Corrupt,
            E::Missing { .. } | E::TargetExists { .. } | E::CannotOpen { .. } => ErrorCode::BadFile,
            E::Io(_) => ErrorCode::Io,
            E::Db(_) => ErrorCode::Internal,
        };
        tracing::debug!(error = &error as &dyn std::error::Error, "store");
        Self::new(code, error.to_string())
    }
}
