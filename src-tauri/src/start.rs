//! The command line: which data folder, and whether the window shows itself at once.

use std::ffi::OsString;
use std::path::PathBuf;

const HELP: &str = "\
Safelight gets photographers and videographers paid.

Usage: safelight [OPTIONS]

  --data DIR   open the studio in this folder; it is made when it does not exist
  --sample     open a sample studio, in a folder of its own, beside the real one
  --hidden     start without showing the window, as at login
  --version    print the version
  --help       print this
";

/// How the window was asked to start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Start {
    pub data: PathBuf,
    pub sample: bool,
    pub hidden: bool,
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    Window(Start),
    Text(String),
}

/// Reads the words after the program's name; the error is for the person who typed them.
pub(crate) fn asked(words: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
    let mut words = words.into_iter();
    let (mut data, mut sample, mut hidden) = (None, false, false);
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--data") => {
                let folder = words.next().filter(|folder| !folder.is_empty());
                data = Some(PathBuf::from(folder.ok_or("--data needs a folder\n")?));
            }
            Some("--sample") => sample = true,
            Some("--hidden") => hidden = true,
            Some("--version" | "-V") => {
                return Ok(Asked::Text(format!(
                    "safelight {}\n",
                    env!("CARGO_PKG_VERSION")
                )));
            }
            Some("--help" | "-h") => return Ok(Asked::Text(HELP.to_owned())),
            _ => {
                let word = word.to_string_lossy();
                return Err(format!("there is no option {word}\n\n{HELP}"));
            }
        }
    }
    let usual = if sample {
        api::sample_data_folder
    } else {
        api::default_data_folder
    };
    let data = data.unwrap_or_else(usual);
    Ok(Asked::Window(Start {
        data,
        sample,
        hidden,
    }))
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
mod tests {
    use super::*;

    fn window(words: &[&str]) -> Start {
        match asked(words.iter().map(OsString::from)).unwrap() {
            Asked::Window(start) => start,
            Asked::Text(text) => panic!("only text was asked for: {text}"),
        }
    }

    #[test]
    fn the_sample_studio_has_a_folder_of_its_own() {
        assert_ne!(
            window(&["--sample"]).data,
            window(&[]).data,
            "the sample never touches the real studio"
        );
    }

    #[test]
    fn a_chosen_folder_wins() {
        let start = window(&["--data", "/somewhere", "--hidden", "--sample"]);
        assert_eq!(start.data, PathBuf::from("/somewhere"));
        assert!(start.hidden && start.sample);
    }

    #[test]
    fn a_word_that_means_nothing_is_refused_by_name() {
        let problem = asked([OsString::from("--dta")]).unwrap_err();
        assert!(problem.contains("--dta"), "the slip is named: {problem}");
        asked([OsString::from("--data")]).unwrap_err();
    }
}
