//! Prints the TypeScript side of every command; `cargo xtask bindings` puts it in its place.

use std::io::Write;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(api::bindings::typescript().as_bytes())
}
