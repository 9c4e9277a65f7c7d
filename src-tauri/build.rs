/// What `cargo xtask bundle` wants of the linker, one word a line; nothing in daily work.
const LINK_WORDS: &str = "SAFELIGHT_LINK_WORDS";

fn main() {
    tauri_build::build();
    println!("cargo::rerun-if-env-changed={LINK_WORDS}");
    println!("cargo::rerun-if-changed=src-tauri/lean.ld");
    for word in std::env::var(LINK_WORDS).unwrap_or_default().lines() {
        println!("cargo::rustc-link-arg-bins={word}");
    }
}
