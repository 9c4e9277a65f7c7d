//! Papers handed to the system's printing: `lpstat` and `lp`, which Linux and macOS share.
//!
//! Owns asking which printers there are and handing a page over at its own size. A printing system that took a paper
//! has not printed it: nothing here says more than that it was taken, and under which number. Where there are no
//! such programs, papers are opened in the system's own viewer, which is not for here.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long a printing system may take to answer before it is given up.
const PAUSE: Duration = Duration::from_millis(20);
const TRIES: u32 = 1_000;

/// A printer as the system names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    pub name: String,
    pub is_default: bool,
}

/// The size of the sheets a paper is made for, in tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    pub width: u32,
    pub height: u32,
}

/// What is handed over.
#[derive(Debug, Clone, Copy)]
pub struct Print<'a> {
    pub printer: &'a str,
    pub title: &'a str,
    pub sheet: Sheet,
    pub copies: u32,
    pub bytes: &'a [u8],
}

/// Why a paper was not handed over.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    #[error("this system has no program that prints")]
    NoPrinting,
    #[error("there is no printer called {0}")]
    NoSuchPrinter(String),
    #[error("the printing system refused: {0}")]
    Refused(String),
    #[error("the printing system did not answer; whether it took the paper is not known")]
    NoAnswer,
    #[error("the printing system could not be asked")]
    Io(#[source] std::io::Error),
}

/// Where the programs that print are looked for.
#[derive(Debug, Clone, Default)]
pub struct Printing {
    /// Instead of the folders that programs are usually found in.
    folders: Option<OsString>,
}

impl Printing {
    /// Looks only in these folders, written as `PATH` is.
    pub fn in_folders(folders: impl Into<OsString>) -> Self {
        Self {
            folders: Some(folders.into()),
        }
    }

    /// Printers that take papers, in the system's order; none is no failure.
    pub fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        if cfg!(not(unix)) {
            return Err(PrintError::NoPrinting);
        }
        // Without any printer, `lpstat` fails; without a default, it says so in a sentence.
        let listed = self.ask("lpstat", &["-e"], &[])?;
        let default = self.ask("lpstat", &["-d"], &[])?.text;
        let default = default.rsplit_once(": ").map(|(_, name)| name.trim());
        let printers = listed.text.lines().filter_map(|line| {
            let name = line.split_whitespace().next()?;
            is_name(name).then(|| Printer {
                name: name.to_owned(),
                is_default: default == Some(name),
            })
        });
        Ok(if listed.worked {
            printers.collect()
        } else {
            Vec::new()
        })
    }

    /// Hands a paper to a printer: at its own size, on one side, so that an address stays in its window and no page is
    /// on the back of another. Gives the number the system gave it, when it gave one.
    pub fn hand_over(&self, print: &Print<'_>) -> Result<Option<String>, PrintError> {
        let known = self.printers()?;
        if !known.iter().any(|printer| printer.name == print.printer) {
            return Err(PrintError::NoSuchPrinter(print.printer.to_owned()));
        }
        let copies = print.copies.clamp(1, 99).to_string();
        let media = format!("media={}", media(print.sheet));
        let title = title(print.title);
        let arguments = [
            "-d",
            print.printer,
            "-n",
            &copies,
            "-t",
            &title,
            "-o",
            "print-scaling=none",
            "-o",
            &media,
            "-o",
            "sides=one-sided",
        ];
        let answer = self.ask("lp", &arguments, print.bytes)?;
        if !answer.worked {
            return Err(PrintError::Refused(answer.complaint));
        }
        let after = answer.text.split_once("request id is ");
        Ok(after
            .and_then(|(_, rest)| rest.split_whitespace().next())
            .map(str::to_owned))
    }

    fn ask(&self, program: &str, arguments: &[&str], input: &[u8]) -> Result<Answer, PrintError> {
        let mut command = Command::new(program);
        command
            .args(arguments)
            // The answer is read by its English words.
            .env("LC_ALL", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if let Some(folders) = &self.folders {
            command.env("PATH", folders);
        }
        let child = command.spawn().map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => PrintError::NoPrinting,
            _ => PrintError::Io(error),
        })?;
        answer(child, input)
    }
}

struct Answer {
    worked: bool,
    text: String,
    complaint: String,
}

/// Feeds a program and waits for it, but not for ever.
fn answer(mut child: Child, input: &[u8]) -> Result<Answer, PrintError> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // A program that refuses before it has read everything closes its end; its answer says why.
            if let Some(mut stdin) = stdin {
                let _ = stdin.write_all(input);
            }
        });
        let text = scope.spawn(move || all_of(stdout));
        let complaint = scope.spawn(move || all_of(stderr));
        let worked = wait(&mut child)?;
        Ok(Answer {
            worked,
            text: text.join().unwrap_or_default(),
            complaint: complaint.join().unwrap_or_default().trim().to_owned(),
        })
    })
}

fn all_of(stream: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    if let Some(mut stream) = stream {
        // What came before a broken pipe is still worth reading.
        let _ = stream.read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn wait(child: &mut Child) -> Result<bool, PrintError> {
    for _ in 0..TRIES {
        if let Some(status) = child.try_wait().map_err(PrintError::Io)? {
            return Ok(status.success());
        }
        std::thread::sleep(PAUSE);
    }
    // It may have ended in this very moment, which is as good.
    let _ = child.kill();
    let _ = child.wait();
    Err(PrintError::NoAnswer)
}

/// Printers have one word as a name; one that looks like an option is none.
fn is_name(name: &str) -> bool {
    !name.starts_with('-') && name.chars().all(|sign| !sign.is_control() && sign != '/')
}

/// What stands in the printer's queue: one line that is no option.
fn title(title: &str) -> String {
    let line: String = title
        .chars()
        .filter(|sign| !sign.is_control())
        .take(120)
        .collect();
    let line = line.trim().trim_start_matches('-');
    if line.is_empty() {
        "Safelight".to_owned()
    } else {
        line.to_owned()
    }
}

/// The system's word for a sheet; sheets without one are named by their size in millimetres.
fn media(sheet: Sheet) -> String {
    let near = |width: u32, height: u32| {
        sheet.width.abs_diff(width) <= 10 && sheet.height.abs_diff(height) <= 10
    };
    if near(2100, 2970) {
        "A4".to_owned()
    } else if near(2159, 2794) {
        "Letter".to_owned()
    } else {
        let [width, height] = [sheet.width, sheet.height].map(|tenths| (tenths + 5) / 10);
        format!("Custom.{width}x{height}mm")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_named_as_the_printing_system_names_them() {
        let named = |width, height| media(Sheet { width, height });
        assert_eq!(named(2100, 2970), "A4");
        assert_eq!(named(2159, 2794), "Letter");
        assert_eq!(named(2200, 1100), "Custom.220x110mm", "an envelope");
    }

    #[test]
    fn nothing_in_a_title_is_read_as_an_option() {
        assert_eq!(title("--fit-to-page"), "fit-to-page");
        assert_eq!(title("\n"), "Safelight");
        assert_eq!(title("Invoice\n2026-014"), "Invoice2026-014");
    }
}
