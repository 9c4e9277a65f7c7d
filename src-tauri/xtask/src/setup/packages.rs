//! System packages: one list for each package manager, how to ask it what is there, how to have it install the rest.
//!
//! The Debian list is tried on every change. The others name what provides the same programs and headers.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::Need;
use crate::process;

/// The package managers we can speak to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manager {
    Apt,
    Dnf,
    Pacman,
    Brew,
}

/// Headers and libraries the window links.
const APT_BUILD: &[&str] = &[
    "libwebkit2gtk-4.1-dev",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "libxdo-dev",
    "libdbus-1-dev",
];
/// A desktop without a screen, what drives it and what reads the papers it makes.
const APT_TEST: &[&str] = &[
    "xvfb",
    "dbus-x11",
    "dbus-daemon",
    "dunst",
    "webkit2gtk-driver",
    "xdotool",
    "imagemagick",
    "poppler-utils",
    "xfce4-panel",
    "xfwm4",
    "xfconf",
    "adwaita-icon-theme",
    "libglib2.0-bin",
    "x11-utils",
    "at-spi2-core",
    "python3-pyatspi",
    "sqlite3",
    "qpdf",
    "strace",
    // The engine that judges papers, see `checker`.
    "default-jdk-headless",
    "libjaxb-java",
    "libistack-commons-java",
    "libtxw2-java",
    "libactivation-java",
];

const DNF_BUILD: &[&str] = &[
    "pkgconfig(webkit2gtk-4.1)",
    "pkgconfig(ayatana-appindicator3-0.1)",
    "pkgconfig(librsvg-2.0)",
    "libxdo-devel",
    "pkgconfig(dbus-1)",
];
const DNF_TEST: &[&str] = &[
    "/usr/bin/Xvfb",
    "/usr/bin/dbus-run-session",
    "/usr/bin/dunst",
    "/usr/bin/WebKitWebDriver",
    "/usr/bin/xdotool",
    "/usr/bin/import",
    "/usr/bin/pdftotext",
    "/usr/bin/xfce4-panel",
    "/usr/bin/xfwm4",
    "/usr/bin/xfconf-query",
    "adwaita-icon-theme",
    "/usr/bin/gdbus",
    "/usr/bin/xwininfo",
    "at-spi2-core",
    "python3-pyatspi",
    "/usr/bin/sqlite3",
    "/usr/bin/qpdf",
    "/usr/bin/strace",
];

const PACMAN_BUILD: &[&str] = &[
    "webkit2gtk-4.1",
    "libayatana-appindicator",
    "librsvg",
    "xdotool",
    "dbus",
    "pkgconf",
];
const PACMAN_TEST: &[&str] = &[
    "xorg-server-xvfb",
    "dunst",
    "imagemagick",
    "poppler",
    "xfce4-panel",
    "xfwm4",
    "xfconf",
    "adwaita-icon-theme",
    "glib2",
    "xorg-xwininfo",
    "at-spi2-core",
    "python-atspi",
    "sqlite",
    "qpdf",
    "strace",
];

/// What is not installed, by the names this machine's package manager uses. Empty where nothing is needed.
pub(crate) fn missing(need: Need) -> Result<Vec<String>> {
    let Some(manager) = Manager::here() else {
        return unknown(need);
    };
    let wanted = manager.wanted(need);
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    manager.missing(&wanted)
}

/// On a Linux whose package manager we do not know, the programs themselves are looked for.
fn unknown(need: Need) -> Result<Vec<String>> {
    if !cfg!(target_os = "linux") {
        return Ok(Vec::new());
    }
    let mut programs = vec!["pkg-config"];
    if need == Need::Testing {
        programs.extend([
            "Xvfb",
            "dbus-run-session",
            "dunst",
            "WebKitWebDriver",
            "xfce4-panel",
            "xfwm4",
            "pdftotext",
            "sqlite3",
            "strace",
        ]);
    }
    let missing: Vec<&str> = programs
        .into_iter()
        .filter(|program| process::on_path(program).is_none())
        .collect();
    if missing.is_empty() {
        return Ok(Vec::new());
    }
    bail!(
        "there is no apt, dnf or pacman here; please install what provides {} (Debian calls the packages: {} {})",
        missing.join(", "),
        APT_BUILD.join(" "),
        APT_TEST.join(" ")
    )
}

/// Installs the packages, as root or through sudo.
pub(crate) fn install(names: &[String]) -> Result<()> {
    let manager = Manager::here().context("no package manager that this program knows")?;
    let prefix = manager.rights(names)?;
    if manager == Manager::Apt {
        let mut update = with_prefix(prefix, "apt-get");
        if let Err(error) = process::run(update.args(["update", "--quiet"])) {
            println!("the package lists could not be renewed ({error}); trying with the old ones");
        }
    }
    let (program, words) = manager.install_words();
    let mut command = with_prefix(prefix, program);
    command
        .args(words)
        .args(names)
        .env("DEBIAN_FRONTEND", "noninteractive");
    process::run(&mut command)
        .context("the system packages could not be installed; is this machine online?")
}

/// Removes a package, as root or through sudo.
pub(crate) fn remove(name: &str) -> Result<()> {
    let manager = Manager::here().context("no package manager that this program knows")?;
    if manager != Manager::Apt {
        bail!("only packages of Debian's kind are removed again");
    }
    let prefix = manager.rights(&[name.to_owned()])?;
    process::run(with_prefix(prefix, "apt-get").args(["remove", "--yes", name]))
}

/// Whether this is a Debian, whose libraries for Java lie where the checker of papers looks for them.
pub(crate) fn is_debian() -> bool {
    Manager::here() == Some(Manager::Apt)
}

/// What a person has to do by hand where we can not.
pub(crate) fn advice() -> Option<&'static str> {
    if cfg!(windows) {
        Some(
            "On Windows, building also needs the \"Desktop development with C++\" workload of the Visual Studio Build \
             Tools and the WebView2 runtime (part of Windows 11). Install them by hand if cargo does not find a linker.",
        )
    } else if cfg!(target_os = "macos") {
        Some("On macOS, building also needs the Xcode command line tools: xcode-select --install")
    } else {
        None
    }
}

fn with_prefix(prefix: Option<&str>, program: &str) -> Command {
    let here = Path::new("/");
    match prefix {
        None => process::command(program, here),
        Some(sudo) => {
            let mut command = process::command(sudo, here);
            // sudo clears the environment, and a question on the terminal would stop an unattended machine.
            command.args(["env", "DEBIAN_FRONTEND=noninteractive", program]);
            command
        }
    }
}

impl Manager {
    fn here() -> Option<Self> {
        let found = |program: &str| process::on_path(program).is_some();
        if cfg!(target_os = "macos") {
            return found("brew").then_some(Self::Brew);
        }
        if !cfg!(target_os = "linux") {
            return None;
        }
        [
            (Self::Apt, "apt-get"),
            (Self::Dnf, "dnf"),
            (Self::Pacman, "pacman"),
        ]
        .into_iter()
        .find(|(_, program)| found(program))
        .map(|(manager, _)| manager)
    }

    fn wanted(self, need: Need) -> Vec<&'static str> {
        let (build, test) = match self {
            Self::Apt => (APT_BUILD, APT_TEST),
            Self::Dnf => (DNF_BUILD, DNF_TEST),
            Self::Pacman => (PACMAN_BUILD, PACMAN_TEST),
            // macOS brings its own web view; the window's tests need WebKitGTK and do not run there.
            Self::Brew => (&[][..], &[][..]),
        };
        let mut wanted = build.to_vec();
        if need == Need::Testing {
            wanted.extend(test);
        }
        // Debian names its packages for the program too, but a hand-built pkg-config does as well.
        if self != Self::Brew && process::on_path("pkg-config").is_none() {
            wanted.push(if self == Self::Pacman {
                "pkgconf"
            } else {
                "pkg-config"
            });
        }
        if self == Self::Apt && need == Need::Testing && !super::checker::has_pip() {
            wanted.push("python3-pip");
        }
        if process::on_path("node").is_none() {
            match self {
                // Debian's Node is too old for the UI's tools; the message about Node says what to do.
                Self::Apt => {}
                Self::Dnf | Self::Pacman => wanted.extend(["nodejs", "npm"]),
                Self::Brew => wanted.push("node"),
            }
        }
        wanted
    }

    fn missing(self, wanted: &[&str]) -> Result<Vec<String>> {
        let here = Path::new("/");
        let kept = |installed: &dyn Fn(&str) -> bool| {
            wanted
                .iter()
                .filter(|name| !installed(name))
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        match self {
            Self::Apt => {
                let answer = process::command("dpkg-query", here)
                    .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
                    .args(wanted)
                    .output()
                    .context("could not start dpkg-query")?;
                let installed = installed_packages(&String::from_utf8_lossy(&answer.stdout));
                Ok(kept(&|name| installed.iter().any(|found| found == name)))
            }
            Self::Dnf => Ok(kept(&|name| {
                process::succeeds(process::command("rpm", here).args([
                    "--query",
                    "--whatprovides",
                    name,
                ]))
            })),
            Self::Pacman => {
                let answer = process::command("pacman", here)
                    .arg("--deptest")
                    .args(wanted)
                    .output()
                    .context("could not start pacman")?;
                Ok(String::from_utf8_lossy(&answer.stdout)
                    .split_whitespace()
                    .map(str::to_owned)
                    .collect())
            }
            Self::Brew => Ok(kept(&|name| {
                process::succeeds(process::command("brew", here).args(["list", "--versions", name]))
            })),
        }
    }

    fn install_words(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Apt => ("apt-get", &["install", "--yes", "--quiet"]),
            Self::Dnf => ("dnf", &["install", "--assumeyes"]),
            Self::Pacman => ("pacman", &["--sync", "--needed", "--noconfirm"]),
            Self::Brew => ("brew", &["install"]),
        }
    }

    /// What to put before the command so that it may install: nothing for root and for brew, else sudo.
    fn rights(self, names: &[String]) -> Result<Option<&'static str>> {
        let is_root = || {
            process::output(process::command("id", Path::new("/")).arg("-u"))
                .is_ok_and(|id| id.trim() == "0")
        };
        if self == Self::Brew || is_root() {
            return Ok(None);
        }
        if process::on_path("sudo").is_some() {
            return Ok(Some("sudo"));
        }
        let (program, words) = self.install_words();
        bail!(
            "installing needs root and there is no sudo here; as root: {program} {} {}",
            words.join(" "),
            names.join(" ")
        )
    }
}

/// The names that dpkg-query calls installed; it also lists removed packages whose settings were kept.
fn installed_packages(answer: &str) -> Vec<String> {
    answer
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, status)| *status == "installed")
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{APT_BUILD, APT_TEST, installed_packages};

    #[test]
    fn a_removed_package_is_not_installed() {
        let answer = "xvfb installed\ndunst config-files\nqpdf not-installed\n";
        assert_eq!(
            installed_packages(answer),
            ["xvfb"],
            "kept settings are not the program"
        );
    }

    #[test]
    fn no_package_is_named_twice() {
        let mut all: Vec<&str> = APT_BUILD.iter().chain(APT_TEST).copied().collect();
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!(
            all.len(),
            count,
            "a name in both lists would be installed for building although only tests need it"
        );
    }
}
