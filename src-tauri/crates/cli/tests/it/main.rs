//! The real program on a real data folder, treated badly.
//!
//! Everything here runs `safelight-cli` as a process of its own: killed at each system call that changes something,
//! several at once, on files that are not ours, on a disk that is full. What a command means is tested in `api`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and a crash test says how many points it hit"
)]

mod exit_codes;
mod open_twice;
mod studio;

// What needs `strace`, `sqlite3` or the rights of Unix.
#[cfg(target_os = "linux")]
mod act;
#[cfg(target_os = "linux")]
mod crash;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod foreign_files;
#[cfg(target_os = "linux")]
mod many_processes;
#[cfg(target_os = "linux")]
mod printing;
#[cfg(target_os = "linux")]
mod strace;
