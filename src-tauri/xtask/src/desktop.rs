//! A whole desktop without a screen: X server, session bus, window manager, panel with a tray, notification server.
//!
//! Everything is started fresh, keeps its files in a folder of its own and ends when the `Desktop` goes out of scope,
//! so that the person's own session is neither needed nor disturbed. The X server comes first: what the bus starts on
//! demand inherits the bus's environment, and needs the display in it.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::process;

/// Big enough for the README's pictures, small enough to find a layout that only works on a big screen.
const SCREEN: &str = "1440x960x24";

/// `cargo xtask desktop COMMAND...`
pub(crate) fn command_line(words: &[String]) -> Result<ExitCode> {
    let Some((program, rest)) = words.split_first() else {
        bail!("which command should run inside?")
    };
    let desktop = Desktop::start()?;
    let mut command = process::command(program, &std::env::current_dir()?);
    command.args(rest);
    let status = desktop
        .around(&mut command)
        .status()
        .with_context(|| format!("could not start `{program}`"))?;
    Ok(ExitCode::from(
        status
            .code()
            .and_then(|code| u8::try_from(code).ok())
            .unwrap_or(1),
    ))
}

/// A running desktop.
pub(crate) struct Desktop {
    // Fields end in this order: first what runs, then the folder it writes to.
    started: Started,
    home: Home,
    display: String,
    bus: String,
}

impl Desktop {
    pub(crate) fn start() -> Result<Self> {
        let mut desktop = Self {
            started: Started(Vec::new()),
            home: Home::new()?,
            display: String::new(),
            bus: String::new(),
        };
        let pixels = desktop.home.0.join("screen").display().to_string();
        // Lets the server find a free number itself, so that two desktops never fight for one.
        let number = desktop.announced(
            "Xvfb",
            &[
                "-displayfd",
                "1",
                "-screen",
                "0",
                SCREEN,
                "-fbdir",
                &pixels,
                "-nolisten",
                "tcp",
            ],
        )?;
        desktop.display = format!(":{number}");
        desktop.bus = desktop.announced(
            "dbus-daemon",
            &["--session", "--nofork", "--nopidfile", "--print-address=1"],
        )?;
        desktop.service("xfwm4", &["--compositor=off"])?;
        desktop.service("xfce4-panel", &["--disable-wm-check"])?;
        desktop.service("dunst", &[])?;
        desktop.wait_for("org.freedesktop.Notifications", "the notification server")?;
        desktop.wait_for("org.kde.StatusNotifierWatcher", "the panel's tray")?;
        Ok(desktop)
    }

    /// Places a command on this desktop.
    pub(crate) fn around<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let home = &self.home.0;
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env("XDG_CURRENT_DESKTOP", "XFCE")
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env_remove("WAYLAND_DISPLAY")
            // Would hide the window from screen readers, and so from the tests that read it as one.
            .env_remove("NO_AT_BRIDGE")
    }

    /// The file in which the X server keeps what is on the screen, as it draws it.
    pub(crate) fn pixels(&self) -> PathBuf {
        self.home.0.join("screen/Xvfb_screen0")
    }

    /// What a program on this desktop says.
    pub(crate) fn ask(&self, program: &str, words: &[&str]) -> Result<String> {
        let mut command = process::command(program, Path::new("/"));
        process::output(self.around(&mut command).args(words))
    }

    /// The window that a process shows, waited for at most thirty seconds.
    pub(crate) fn window_of(&self, pid: u32) -> Result<String> {
        let pid = pid.to_string();
        let search = [
            "search",
            "--all",
            "--onlyvisible",
            "--pid",
            &pid,
            "--name",
            ".",
        ];
        for _ in 0..300 {
            // xdotool fails while there is none.
            for id in self.ask("xdotool", &search).unwrap_or_default().lines() {
                // A toolkit keeps small windows of its own beside the screen.
                let about = self.ask("xwininfo", &["-id", id])?;
                if !about.contains("Absolute upper-left X:  -") {
                    return Ok(id.to_owned());
                }
            }
            sleep(Duration::from_millis(100));
        }
        bail!("no window came")
    }

    /// Starts a program that says in its first line how to reach it.
    fn announced(&mut self, program: &str, words: &[&str]) -> Result<String> {
        let mut command = Command::new(program);
        command
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = self
            .around(&mut command)
            .spawn()
            .with_context(|| format!("could not start {program}"))?;
        let said = child.stdout.take().context("its output was piped")?;
        self.started.0.push(child);
        let mut line = String::new();
        BufReader::new(said)
            .read_line(&mut line)
            .with_context(|| format!("reading what {program} says"))?;
        match line.trim() {
            "" => bail!("{program} ended at once"),
            line => Ok(line.to_owned()),
        }
    }

    fn service(&mut self, program: &str, words: &[&str]) -> Result<()> {
        let mut command = Command::new(program);
        command
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = self
            .around(&mut command)
            .spawn()
            .with_context(|| format!("could not start {program}"))?;
        self.started.0.push(child);
        Ok(())
    }

    /// Waits until somebody on the session bus owns the name, at most twenty seconds.
    fn wait_for(&self, name: &str, what: &str) -> Result<()> {
        const QUESTION: &[&str] = &[
            "call",
            "--session",
            "--dest",
            "org.freedesktop.DBus",
            "--object-path",
            "/org/freedesktop/DBus",
            "--method",
            "org.freedesktop.DBus.NameHasOwner",
        ];
        for _ in 0..100 {
            let mut ask = process::command("gdbus", Path::new("/"));
            if process::output(self.around(&mut ask).args(QUESTION).arg(name))?.contains("true") {
                return Ok(());
            }
            sleep(Duration::from_millis(200));
        }
        bail!("{what} did not start on the virtual desktop")
    }
}

/// A folder for what the desktop writes, gone when the desktop is.
struct Home(PathBuf);

impl Home {
    fn new() -> Result<Self> {
        let home = std::env::temp_dir().join(format!("safelight-desktop-{}", std::process::id()));
        for part in ["config", "cache", "data", "state", "screen"] {
            fs::create_dir_all(home.join(part))
                .with_context(|| format!("making {}", home.display()))?;
        }
        Ok(Self(home))
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!(
                "the desktop's folder {} stays behind: {error}",
                self.0.display()
            );
        }
    }
}

/// What was started, in order; stopped in the other order when it goes out of scope.
struct Started(Vec<Child>);

impl Drop for Started {
    fn drop(&mut self) {
        for child in self.0.iter_mut().rev() {
            // Asked, not killed: the X server then removes its lock file.
            let asked =
                process::succeeds(Command::new("kill").args(["-TERM", &child.id().to_string()]));
            if !(asked && ended(child)) && child.kill().and_then(|()| child.wait()).is_err() {
                eprintln!("process {} of the virtual desktop stays behind", child.id());
            }
        }
    }
}

fn ended(child: &mut Child) -> bool {
    for _ in 0..30 {
        if matches!(child.try_wait(), Ok(Some(_))) {
            return true;
        }
        sleep(Duration::from_millis(100));
    }
    false
}
