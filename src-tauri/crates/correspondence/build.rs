//! Writes the table of message files from the folder, so that adding a language is adding a folder.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    // The order of a directory differs between machines.
    paths.sort();
    Ok(paths)
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=messages");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("messages");
    let mut table = String::from("const FOLDERS: &[(&str, &[&str])] = &[\n");
    for language in sorted(&folder)?.iter().filter(|path| path.is_dir()) {
        println!("cargo::rerun-if-changed={}", language.display());
        let name = language.file_name().unwrap_or_default().to_string_lossy();
        writeln!(table, "    ({name:?}, &[")?;
        for file in sorted(language)? {
            writeln!(
                table,
                "        include_str!({:?}),",
                file.display().to_string()
            )?;
        }
        table.push_str("    ]),\n");
    }
    table.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("messages.rs"), table)?;
    Ok(())
}
