//! The local log: started once, and told when something goes wrong that nobody caught.
//!
//! No client data reaches it: of a panic, only the place and words fixed when the program was built are written.

use std::panic::PanicHookInfo;
use std::path::Path;

/// Starts the log of a data folder; what it returns must live as long as the program.
pub(crate) fn begin(data: &Path) -> impl Sized + use<> {
    let guard = api::start_logging(data);
    std::panic::set_hook(Box::new(note_panic));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
    guard
}

fn note_panic(panic: &PanicHookInfo<'_>) {
    let place = panic
        .location()
        .map(ToString::to_string)
        .unwrap_or_default();
    let thread = std::thread::current();
    // A message that was put together while running may hold a name or an amount.
    let words = panic
        .payload()
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("(not written)");
    tracing::error!(place, thread = thread.name().unwrap_or(""), words, "panic");
}
