//! One window per data folder.
//!
//! The first start locks a file and listens on a local socket, both named after the folder; a second start knocks there,
//! which shows the first window, and ends. The lock goes with the process, so a crash leaves nothing to clean up.
//! Windows on other data folders, such as the sample studio's, have other names and stand beside it.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use interprocess::local_socket::traits::{ListenerExt as _, Stream as _};
use interprocess::local_socket::{
    GenericFilePath, GenericNamespaced, Listener, ListenerOptions, Name, NameType as _, Stream,
    ToFsName as _, ToNsName as _,
};

/// Whether this process may open the folder's window.
pub(crate) enum Entry {
    First(Door),
    /// Another process has it, and was told.
    Shown,
}

/// Held by the folder's window as long as it lives.
pub(crate) struct Door {
    _lock: Option<File>,
    listener: Option<Listener>,
}

const SHOW: &str = "show";
const STAY: &str = "stay";

/// Takes the folder's window, or tells the process that has it to show itself (`hidden`: only that somebody knocked).
pub(crate) fn enter(data: &Path, hidden: bool) -> Entry {
    let key = key(data);
    let lock = match lock(&key) {
        Ok(Lock::Held(file)) => Some(file),
        Ok(Lock::Taken) => {
            if knock(&key, hidden).is_ok() {
                return Entry::Shown;
            }
            None
        }
        // Without a place for the lock, two windows are better than none: the database is safe with both.
        Err(_) => None,
    };
    let listener = match listen(&key) {
        Ok(listener) => Some(listener),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse && knock(&key, hidden).is_ok() => {
            return Entry::Shown;
        }
        Err(_) => None,
    };
    Entry::First(Door {
        _lock: lock,
        listener,
    })
}

impl Door {
    /// Calls `show` each time another start asks for the window, on a thread of its own.
    pub(crate) fn answer(&mut self, show: impl Fn() + Send + 'static) -> io::Result<()> {
        let Some(listener) = self.listener.take() else {
            return Ok(());
        };
        std::thread::Builder::new()
            .name("door".into())
            .spawn(move || {
                for visitor in listener.incoming().flatten() {
                    if let Ok(SHOW) = hear(visitor).as_deref() {
                        show();
                    }
                }
            })?;
        Ok(())
    }
}

fn hear(visitor: Stream) -> io::Result<String> {
    let mut visitor = BufReader::new(visitor);
    let mut word = String::new();
    visitor.read_line(&mut word)?;
    visitor.get_mut().write_all(b"heard\n")?;
    Ok(word.trim_end().to_owned())
}

fn knock(key: &str, hidden: bool) -> io::Result<()> {
    let mut window = BufReader::new(Stream::connect(name(key)?)?);
    let word = if hidden { STAY } else { SHOW };
    window.get_mut().write_all(format!("{word}\n").as_bytes())?;
    let mut answer = String::new();
    window.read_line(&mut answer)?;
    if answer.is_empty() {
        Err(io::ErrorKind::UnexpectedEof.into())
    } else {
        Ok(())
    }
}

fn listen(key: &str) -> io::Result<Listener> {
    // Only reached with the lock in hand, so a socket file that is there was left by a process that is gone.
    ListenerOptions::new()
        .name(name(key)?)
        .try_overwrite(true)
        .create_sync()
}

fn name(key: &str) -> io::Result<Name<'static>> {
    if GenericNamespaced::is_supported() {
        key.to_owned().to_ns_name::<GenericNamespaced>()
    } else {
        place()
            .join(format!("{key}.socket"))
            .to_fs_name::<GenericFilePath>()
    }
}

enum Lock {
    Held(File),
    Taken,
}

fn lock(key: &str) -> io::Result<Lock> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(place().join(format!("{key}.lock")))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock::Held(file)),
        Err(TryLockError::WouldBlock) => Ok(Lock::Taken),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// A folder of this person's that a restart empties.
fn place() -> PathBuf {
    std::env::var_os("XDG_RUNTIME_DIR").map_or_else(std::env::temp_dir, PathBuf::from)
}

/// The same for every way of writing the folder's path.
fn key(data: &Path) -> String {
    let whole = fs::canonicalize(data)
        .or_else(|_| fs::create_dir_all(data).and_then(|()| fs::canonicalize(data)))
        .or_else(|_| std::path::absolute(data))
        .unwrap_or_else(|_| data.to_path_buf());
    format!(
        "safelight-{:016x}",
        fingerprint(whole.as_os_str().as_encoded_bytes())
    )
}

/// FNV-1a: short, and the same in every version of the program, which the standard library's does not promise.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    fn first(data: &Path) -> Door {
        match enter(data, false) {
            Entry::First(door) => door,
            Entry::Shown => panic!("nobody has this folder yet"),
        }
    }

    #[test]
    fn a_second_start_is_heard_by_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let mut door = first(folder.path());
        let (told, heard) = mpsc::channel();
        door.answer(move || told.send(()).unwrap()).unwrap();

        assert!(
            matches!(enter(&folder.path().join("."), false), Entry::Shown),
            "the same folder, written otherwise"
        );
        heard.recv_timeout(Duration::from_secs(5)).unwrap();

        assert!(
            matches!(enter(folder.path(), true), Entry::Shown),
            "a start at login ends as well"
        );
        assert!(
            heard.recv_timeout(Duration::from_millis(300)).is_err(),
            "and leaves a hidden window hidden"
        );
    }

    #[test]
    fn another_folder_has_a_window_of_its_own() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let _held = (first(one.path()), first(other.path()));
    }

    #[test]
    fn a_folder_is_free_again_when_its_window_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        drop(first(folder.path()));
        drop(first(folder.path()));
    }
}
