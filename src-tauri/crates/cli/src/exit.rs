//! What a script learns from the exit code alone.
//!
//! | code | meaning |
//! |---|---|
//! | 0 | done |
//! | 1 | the program itself failed |
//! | 2 | the command line or the request makes no sense |
//! | 3 | a field is wrong; `fields` names it |
//! | 4 | not possible now, or what it was based on has changed |
//! | 5 | there is no such thing |
//! | 6 | the studio's file, a given file, the disk or the way out is in the way |

use std::process::ExitCode;

use api::ErrorCode;

pub(crate) fn code_of(code: ErrorCode) -> ExitCode {
    ExitCode::from(class_of(code))
}

fn class_of(code: ErrorCode) -> u8 {
    match code {
        ErrorCode::Internal => 1,
        ErrorCode::BadRequest => 2,
        ErrorCode::Validation => 3,
        ErrorCode::Precondition
        | ErrorCode::PaymentsNotChecked
        | ErrorCode::ReviewOutdated
        | ErrorCode::Conflict
        | ErrorCode::CannotPrint => 4,
        ErrorCode::NotFound => 5,
        ErrorCode::NewerFile
        | ErrorCode::NotOurFile
        | ErrorCode::ReadOnly
        | ErrorCode::DiskFull
        | ErrorCode::Busy
        | ErrorCode::Corrupt
        | ErrorCode::BadFile
        | ErrorCode::NotPrinted
        | ErrorCode::Io => 6,
    }
}
