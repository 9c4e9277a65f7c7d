//! What the package weighs on the disk of the person who installs it.

use anyhow::Result;

use crate::bundle;
use crate::house::House;

/// The most that an installed package should take, in bytes.
const AIM: u64 = 15_000_000;

pub(super) fn report(house: &House, build: bool) -> Result<String> {
    let package = match bundle::built(house)? {
        Some(package) => package,
        None if build => bundle::bundle(house)?,
        None => {
            return Ok(
                "size     no package here; `cargo xtask bench size --bundle` builds it".to_owned(),
            );
        }
    };
    let installed = bundle::installed_size(house, &package)?;
    let verdict = if installed < AIM { "under" } else { "OVER" };
    Ok(format!(
        "size     installed {}, {verdict} the aim of {}; from {}",
        bundle::megabytes(installed),
        bundle::megabytes(AIM),
        package.display()
    ))
}
