//! The sample studio: believable data made relative to today, through the same commands that the window uses.

use crate::error::ApiError;
use crate::studio::Options;

/// Makes the sample studio in its folder. Does nothing when it is there already.
pub async fn make_sample_studio(options: Options) -> Result<(), ApiError> {
    drop(options);
    Err(ApiError::precondition("the sample studio is not made yet"))
}
