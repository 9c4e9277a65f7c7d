//! Ids, salts and the signature of a review: everything that needs randomness.

use domain::Instant;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::ApiError;

/// A new id: UUIDv7 with the studio clock's milliseconds.
pub(crate) fn new_id(now: Instant) -> Result<String, ApiError> {
    let mut random = [0u8; 10];
    fill(&mut random)?;
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random)
        .into_uuid()
        .to_string())
}

/// A salt for one entry of the log.
pub(crate) fn new_salt() -> Result<[u8; 32], ApiError> {
    let mut salt = [0u8; 32];
    fill(&mut salt)?;
    Ok(salt)
}

fn fill(bytes: &mut [u8]) -> Result<(), ApiError> {
    getrandom::fill(bytes)
        .map_err(|error| ApiError::internal(format!("the system gives no randomness: {error}")))
}

/// Names exactly what was shown: a keyed hash of it. Anything else has another token.
pub(crate) fn review_token<T: Serialize>(key: &[u8; 32], shown: &T) -> Result<String, ApiError> {
    let bytes = serde_json::to_vec(shown).map_err(|error| ApiError::internal(error.to_string()))?;
    let inner = Sha256::new()
        .chain_update(key)
        .chain_update(&bytes)
        .finalize();
    // Hashed twice with the key, so that a longer text cannot be signed from a shorter one's token.
    Ok(hex(&Sha256::new()
        .chain_update(key)
        .chain_update(inner)
        .finalize()))
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// SHA-256 of bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
