//! The outside: files in the owner's folders, papers handed to the system's printing, and mail as a file that the
//! owner's own mail program opens.
//!
//! Owns how bytes leave. Leaves what they say to `correspondence` and `documents`, and whether they may leave
//! to `api`.

pub mod files;
pub mod mail;
pub mod print;
