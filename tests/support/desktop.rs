//! The desktop around the window: what its notification server got, what its tray shows, what is on its screen.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// One notification, as the server has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notification {
    pub id: u64,
    pub summary: String,
    pub body: String,
}

fn said(program: &str, words: &[&str]) -> Result<String, String> {
    let output = Command::new(program)
        .args(words)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        Ok(text)
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// Fails early and clearly where there is no desktop.
pub(crate) fn must_be_there() {
    let there = std::env::var_os("DISPLAY").is_some()
        && std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some();
    assert!(
        there,
        "these tests need a desktop of their own; run them with `cargo xtask test`"
    );
}

/// Clears the screen; answers the last number the server gave, to tell later notifications from earlier ones.
pub(crate) fn last_notification() -> u64 {
    all_notifications()
        .iter()
        .map(|notification| notification.id)
        .max()
        .unwrap_or_default()
}

/// What the server was sent after number `last`, newest first. What is on the screen is closed by asking.
pub(crate) fn notifications_after(last: u64) -> Vec<Notification> {
    all_notifications()
        .into_iter()
        .filter(|notification| notification.id > last)
        .collect()
}

fn all_notifications() -> Vec<Notification> {
    said("dunstctl", &["close-all"]).unwrap();
    let history: Value = serde_json::from_str(&said("dunstctl", &["history"]).unwrap()).unwrap();
    let text =
        |entry: &Value, field: &str| entry[field]["data"].as_str().unwrap_or_default().to_owned();
    let entries = history["data"][0].as_array().cloned().unwrap_or_default();
    let ours = entries
        .iter()
        .filter(|entry| entry["appname"]["data"] == "Safelight");
    ours.map(|entry| Notification {
        id: entry["id"]["data"].as_u64().unwrap_or_default(),
        summary: text(entry, "summary"),
        body: text(entry, "body"),
    })
    .collect()
}

/// How many notifications the server shows or keeps for showing.
pub(crate) fn on_screen() -> usize {
    let count = |what| {
        said("dunstctl", &["count", what])
            .unwrap()
            .trim()
            .parse::<usize>()
            .unwrap()
    };
    count("displayed") + count("waiting")
}

/// Clicks the notification on top, which is its default action.
pub(crate) fn click_notification() {
    said("dunstctl", &["action", "0"]).unwrap();
}

/// Presses a button of the newest notification: the signal that the server sends then.
pub(crate) fn press_notification(id: u64, action: &str) {
    let signal = "org.freedesktop.Notifications.ActionInvoked";
    let id = format!("uint32 {id}");
    let action = format!("'{action}'");
    said(
        "gdbus",
        &[
            "emit",
            "--session",
            "--object-path",
            "/org/freedesktop/Notifications",
            "--signal",
            signal,
            &id,
            &action,
        ],
    )
    .unwrap();
}

/// The tray icon of a process.
#[derive(Debug, Clone)]
pub(crate) struct Tray {
    address: String,
}

impl Tray {
    pub(crate) fn of(pid: u32) -> Result<Self, String> {
        let items = property(
            "org.kde.StatusNotifierWatcher",
            "/StatusNotifierWatcher",
            "org.kde.StatusNotifierWatcher",
            "RegisteredStatusNotifierItems",
        )?;
        let address = format!("org.kde.StatusNotifierItem-{pid}-1");
        if items.contains(&address) {
            Ok(Self { address })
        } else {
            Err(format!("no icon of {pid} among {items}"))
        }
    }

    /// The text beside the icon.
    pub(crate) fn title(&self) -> String {
        let title = self.item("Title");
        title.split('\'').nth(1).unwrap_or(&title).to_owned()
    }

    /// The text shown when the pointer rests on the icon: title and description, without the picture.
    pub(crate) fn tooltip(&self) -> String {
        let tooltip = self.item("ToolTip");
        let text = tooltip
            .rsplit_once(")], ")
            .map_or(tooltip.as_str(), |(_, text)| text);
        text.trim().trim_end_matches(")>,)").to_owned()
    }

    /// Chooses an entry of the icon's menu.
    pub(crate) fn choose(&self, entry: &str) {
        let layout = ["0", "--", "-1", "['label']"];
        let menu = self.menu("GetLayout", &layout);
        let label = format!(", {{'label': <'{entry}'>");
        let before = menu
            .split(&label)
            .next()
            .filter(|before| before.len() < menu.len());
        let before = before.unwrap_or_else(|| panic!("no entry {entry} in {menu}"));
        let digits = |sign: char| sign.is_ascii_digit();
        let id: String = before
            .chars()
            .rev()
            .take_while(|sign| digits(*sign))
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        // Quit may end the program before it answers.
        match self.try_menu("Event", &[&id, "clicked", "<''>", "0"]) {
            Err(error) if !error.contains("NoReply") => panic!("{entry}: {error}"),
            Ok(_) | Err(_) => {}
        }
    }

    /// Clicks the icon itself.
    pub(crate) fn click(&self) {
        call(
            &self.address,
            "/StatusNotifierItem",
            "org.kde.StatusNotifierItem.Activate",
            &["0", "0"],
        )
        .unwrap();
    }

    fn item(&self, name: &str) -> String {
        property(
            &self.address,
            "/StatusNotifierItem",
            "org.kde.StatusNotifierItem",
            name,
        )
        .unwrap()
    }

    fn menu(&self, method: &str, words: &[&str]) -> String {
        self.try_menu(method, words).unwrap()
    }

    fn try_menu(&self, method: &str, words: &[&str]) -> Result<String, String> {
        call(
            &self.address,
            "/MenuBar",
            &format!("com.canonical.dbusmenu.{method}"),
            words,
        )
    }
}

fn property(address: &str, path: &str, interface: &str, name: &str) -> Result<String, String> {
    call(
        address,
        path,
        "org.freedesktop.DBus.Properties.Get",
        &[interface, name],
    )
}

fn call(address: &str, path: &str, method: &str, words: &[&str]) -> Result<String, String> {
    let mut all = vec![
        "call",
        "--session",
        "--dest",
        address,
        "--object-path",
        path,
        "--method",
        method,
    ];
    all.extend(words);
    said("gdbus", &all)
}

/// The ids of a process's windows that are on the screen.
pub(crate) fn visible_windows(pid: u32) -> Vec<String> {
    let search = [
        "search",
        "--all",
        "--onlyvisible",
        "--pid",
        &pid.to_string(),
        "--name",
        "Safelight",
    ];
    said("xdotool", &search)
        .map(|ids| ids.lines().map(str::to_owned).collect())
        .unwrap_or_default()
}

/// The id of the window that has the keyboard.
pub(crate) fn focused_window() -> String {
    said("xdotool", &["getactivewindow"])
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// Clicks the cross in a window's title bar.
pub(crate) fn close_by_title_bar(window: &str) {
    // Asked of the X server: xdotool adds the frame twice.
    let about = said("xwininfo", &["-id", window]).unwrap();
    let number = |name: &str| -> i32 {
        let number = about
            .lines()
            .find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(':'));
        number
            .unwrap_or_else(|| panic!("no {name} in {about}"))
            .trim()
            .parse()
            .unwrap()
    };
    let x = number("Absolute upper-left X") + number("Width") - 12;
    let y = number("Absolute upper-left Y") - 12;
    said(
        "xdotool",
        &["mousemove", &x.to_string(), &y.to_string(), "click", "1"],
    )
    .unwrap();
}

/// A picture of the whole screen.
pub(crate) fn picture(path: &Path) {
    said("import", &["-window", "root", &path.display().to_string()]).unwrap();
}

/// Makes a picture's file smaller: few colours are on a page of words.
pub(crate) fn lighten(picture: &Path) {
    let file = picture.display().to_string();
    let few = format!("PNG8:{file}");
    said("convert", &[&file, "+dither", "-colors", "255", &few]).unwrap();
}

/// The controls in a process's windows as a screen reader is told of them: role and name.
pub(crate) fn controls(pid: u32) -> Vec<(String, String)> {
    let reader = concat!(env!("CARGO_MANIFEST_DIR"), "/support/names.py");
    // The system's Python: the one that has the bindings of its desktop.
    let told = said("/usr/bin/python3", &[reader, &pid.to_string()]).unwrap();
    told.lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(role, name)| (role.to_owned(), name.to_owned()))
        .collect()
}
