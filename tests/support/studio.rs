//! A data folder of its own, the clock its programs see, and the terminal program on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

/// One studio of one test; everything it wrote goes with it.
pub(crate) struct Studio {
    home: TempDir,
}

/// A program named by the environment, as `cargo xtask test` does.
pub(crate) fn program(variable: &str) -> PathBuf {
    let named = std::env::var_os(variable)
        .unwrap_or_else(|| panic!("{variable} is not set; run `cargo xtask test`"));
    PathBuf::from(named)
}

impl Studio {
    /// An empty folder, at nine in the morning (UTC) of the second of March 2027.
    pub(crate) fn new() -> Self {
        let studio = Self {
            home: tempfile::Builder::new()
                .prefix("safelight-test-")
                .tempdir()
                .unwrap(),
        };
        for part in ["bin", "opened", "config", "cache", "share", "state"] {
            fs::create_dir(studio.home.path().join(part)).unwrap();
        }
        studio.put_viewer();
        studio.set_clock("2027-03-02T09:00:00.000Z");
        studio.will_pick(None);
        studio
    }

    /// The sample studio, made on the same morning.
    pub(crate) fn sample() -> Self {
        let studio = Self::new();
        let folder = studio.data().display().to_string();
        let made = studio.terminal(&["sample", &folder]);
        let error = String::from_utf8_lossy(&made.stderr);
        assert!(made.status.success(), "no sample studio was made: {error}");
        studio
    }

    /// The folder that the programs are started on.
    pub(crate) fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// What every program on this studio finds in its environment.
    pub(crate) fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let home = self.home.path();
        let path = format!(
            "{}:{}",
            home.join("bin").display(),
            std::env::var("PATH").unwrap_or_default()
        );
        vec![
            ("SAFELIGHT_CLOCK", home.join("clock")),
            ("SAFELIGHT_PICK", home.join("pick")),
            ("SAFELIGHT_OPENED", home.join("opened")),
            ("HOME", home.to_path_buf()),
            ("XDG_CONFIG_HOME", home.join("config")),
            ("XDG_CACHE_HOME", home.join("cache")),
            ("XDG_DATA_HOME", home.join("share")),
            ("XDG_STATE_HOME", home.join("state")),
            ("PATH", PathBuf::from(path)),
        ]
    }

    /// Sets the clock of every program on this studio, running ones too; backwards as well.
    pub(crate) fn set_clock(&self, instant: &str) {
        self.replace("clock", instant);
    }

    /// What the next native dialog answers; nothing means that the owner cancels.
    pub(crate) fn will_pick(&self, path: Option<&Path>) {
        self.replace(
            "pick",
            &path
                .map(|path| path.display().to_string())
                .unwrap_or_default(),
        );
    }

    /// The files that the system's viewer was asked to open, oldest first, as they were then.
    pub(crate) fn opened(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = fs::read_dir(self.home.path().join("opened"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        files
    }

    /// The answer of a command, asked in the terminal.
    pub(crate) fn ask(&self, command: &str, request: &Value) -> Value {
        let output = self.terminal(&["call", command, &request.to_string()]);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{command} {request} was refused: {error}"
        );
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The error of a command that must be refused.
    pub(crate) fn refused(&self, command: &str, request: &Value) -> Value {
        let output = self.terminal(&["call", command, &request.to_string()]);
        assert!(
            !output.status.success(),
            "{command} {request} must be refused"
        );
        serde_json::from_slice(&output.stderr)
            .unwrap_or(json!(String::from_utf8_lossy(&output.stderr)))
    }

    /// Runs `safelight-cli` on this studio.
    pub(crate) fn terminal(&self, words: &[&str]) -> Output {
        let mut command = Command::new(program("SAFELIGHT_CLI"));
        command
            .envs(self.environment())
            .arg("--data")
            .arg(self.data())
            .args(words)
            .output()
            .unwrap()
    }

    /// Starts the window's program itself, without a driver, as a person or the login does.
    pub(crate) fn start(&self, words: &[&str]) -> std::process::Child {
        let mut command = Command::new(program("SAFELIGHT_BIN"));
        command
            .envs(self.environment())
            .arg("--data")
            .arg(self.data())
            .args(words)
            .spawn()
            .unwrap()
    }

    /// The window's processes on this studio, found by their command line.
    pub(crate) fn processes(&self) -> Vec<u32> {
        let data = self.data();
        let is_ours = |pid: &u32| {
            let words = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            let mut words = words.split(|byte| *byte == 0);
            words.next() == Some(program("SAFELIGHT_BIN").as_os_str().as_encoded_bytes())
                && words.any(|word| word == data.as_os_str().as_encoded_bytes())
        };
        let folders = fs::read_dir("/proc").unwrap().flatten();
        folders
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter(is_ours)
            .collect()
    }

    /// Replaced in one step, so that no program reads half an instant.
    fn replace(&self, name: &str, content: &str) {
        let beside = self.home.path().join(format!("{name}.new"));
        fs::write(&beside, content).unwrap();
        fs::rename(beside, self.home.path().join(name)).unwrap();
    }

    /// The desktop's way to open a file ends in a program; here it keeps a copy instead of showing it.
    fn put_viewer(&self) {
        use std::os::unix::fs::PermissionsExt as _;
        let viewer = self.home.path().join("bin/xdg-open");
        let script = "#!/bin/sh\nn=$(ls \"$SAFELIGHT_OPENED\" | wc -l)\ncp \"$1\" \"$SAFELIGHT_OPENED/$(printf %03d \"$n\")-$(basename \"$1\")\"\n";
        fs::write(&viewer, script).unwrap();
        fs::set_permissions(&viewer, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

impl Drop for Studio {
    fn drop(&mut self) {
        for pid in self.processes() {
            Command::new("kill")
                .args(["-KILL", &pid.to_string()])
                .status()
                .ok();
        }
    }
}
