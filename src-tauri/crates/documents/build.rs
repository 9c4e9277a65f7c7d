//! Packs the bundled faces, which would be a fifth of what people install.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use brotli::enc::BrotliEncoderParams;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=fonts");
    let folder = env::var("OUT_DIR")?;
    for family in fs::read_dir("fonts")? {
        for entry in fs::read_dir(family?.path())? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "ttf") {
                let name = path.with_extension("br");
                let name = name.file_name().ok_or("a face without a name")?;
                let mut packed = Vec::new();
                let tightest = BrotliEncoderParams::default();
                brotli::BrotliCompress(&mut fs::read(&path)?.as_slice(), &mut packed, &tightest)?;
                fs::write(Path::new(&folder).join(name), packed)?;
            }
        }
    }
    Ok(())
}
