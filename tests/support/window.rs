//! The real window, driven as a person does: by the names of things, with the pointer and the keyboard.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{Capabilities, Key, TypingData};

use super::studio::{Studio, program};
use super::{desktop, eventually, looks};

pub(super) const FIND: &str = include_str!("find.js");

/// What drives the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hands {
    Pointer,
    Keys,
}

/// One open window; closing the driver and the program is its end.
pub(crate) struct Window<'s> {
    studio: &'s Studio,
    driver: Option<WebDriver>,
    _server: Server,
    hands: Hands,
}

/// The driver's process, ended even when the window never opened.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

impl<'s> Window<'s> {
    /// Starts the program on a studio and waits until the page is drawn.
    pub(crate) async fn open(studio: &'s Studio) -> Window<'s> {
        Self::open_with(studio, Hands::Pointer).await
    }

    /// The same, to be driven by the pointer and the keyboard or by the keyboard alone.
    pub(crate) async fn open_with(studio: &'s Studio, hands: Hands) -> Window<'s> {
        desktop::must_be_there();
        let (port, native) = (free_port(), free_port());
        let mut command = Command::new(driver_program());
        command
            .args([
                "--port",
                &port.to_string(),
                "--native-port",
                &native.to_string(),
            ])
            .envs(studio.environment())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let server = Server(command.spawn().unwrap());
        eventually("tauri-driver listens", async || {
            TcpStream::connect(("127.0.0.1", port)).map(drop)
        })
        .await;
        let mut capabilities = Capabilities::new();
        let words = json!(["--data", studio.data()]);
        capabilities
            .set(
                "tauri:options",
                json!({ "application": program("SAFELIGHT_BIN"), "args": words }),
            )
            .unwrap();
        // The driver behind tauri-driver may listen a moment later than tauri-driver itself.
        let address = format!("http://127.0.0.1:{port}");
        let driver = eventually("a session", async || {
            WebDriver::new(&address, capabilities.clone()).await
        })
        .await;
        let window = Self {
            studio,
            driver: Some(driver),
            _server: server,
            hands,
        };
        eventually("the page is drawn", async || {
            match window.text().await.trim() {
                "" => Err("it is empty"),
                _ => Ok(()),
            }
        })
        .await;
        window
    }

    /// The program's process.
    pub(crate) fn pid(&self) -> u32 {
        let processes = self.studio.processes();
        assert_eq!(
            processes.len(),
            1,
            "one process has this studio's window, not {processes:?}"
        );
        processes[0]
    }

    /// Presses a thing by its role and its whole name.
    pub(crate) async fn press(&self, role: &str, name: &str) {
        self.click(&[role], name, &[true]).await;
    }

    /// Presses a button whose name begins or ends with more than is said here, such as a count.
    pub(crate) async fn press_like(&self, role: &str, part: &str) {
        self.click(&[role], part, &[false]).await;
    }

    /// Types into a labelled field, in place of what is there.
    pub(crate) async fn fill(&self, label: &str, text: &str) {
        self.click(
            &["textbox", "spinbutton", "combobox"],
            label,
            &[true, false],
        )
        .await;
        self.with_control("a").await;
        self.keys(Key::Delete).await;
        self.type_text(text).await;
    }

    /// Chooses in a labelled list that opens from a button.
    pub(crate) async fn choose(&self, label: &str, option: &str) {
        self.press_like("button", label).await;
        self.press("option", option).await;
    }

    /// Types into a labelled field that suggests, and takes a suggestion.
    pub(crate) async fn search_and_choose(&self, label: &str, text: &str, option: &str) {
        self.fill(label, text).await;
        // The list still changes under the hand until what was typed has been looked for.
        self.settled().await;
        self.press_like("option", option).await;
    }

    /// Types a date, part by part, in the order the field has them.
    pub(crate) async fn fill_date(&self, label: &str, date: &str) {
        let parts: Vec<&str> = date.split('-').collect();
        let [year, month, day] = parts[..] else {
            panic!("{date} is no date")
        };
        if self.hands == Hands::Keys {
            return self
                .key_date(label, &[("year", year), ("month", month), ("day", day)])
                .await;
        }
        for (part, digits) in [("year", year), ("month", month), ("day", day)] {
            eventually(&format!("the {part} of {label}"), async || {
                click(&self.date_part(label, part).await?).await
            })
            .await;
            self.type_text(digits).await;
        }
    }

    /// Adds the line of an invoice in the editor.
    pub(crate) async fn add_line(
        &self,
        number: u32,
        words: &str,
        count: &str,
        price: &str,
        tax: &str,
    ) {
        self.fill("Add a line", words).await;
        self.keys(Key::Enter).await;
        self.fill(&format!("Price of line {number}"), price).await;
        self.fill(&format!("Quantity of line {number}"), count)
            .await;
        self.choose(&format!("Tax of line {number}"), tax).await;
    }

    /// Saves the paper that is shown, through the dialog that asks where.
    pub(crate) async fn save_pdf(&self, studio: &Studio, file: &Path) {
        studio.will_pick(Some(file));
        self.press("button", "Save PDF").await;
        eventually(&format!("{} is saved", file.display()), async || {
            if file.exists() {
                Ok(())
            } else {
                Err("there is no such file")
            }
        })
        .await;
        studio.will_pick(None);
    }

    /// Goes to a page by its address, as a link to it would.
    pub(crate) async fn go(&self, route: &str) {
        self.script(
            "location.hash = arguments[0]",
            vec![json!(format!("#{route}"))],
        )
        .await;
        self.is_at(route).await;
    }

    /// Presses a key that has no letter, such as `Key::Enter`.
    pub(crate) async fn keys(&self, keys: Key) {
        self.driver()
            .action_chain()
            .send_keys(keys)
            .perform()
            .await
            .unwrap();
    }

    /// Types where the keyboard is.
    pub(crate) async fn type_text(&self, text: &str) {
        self.driver()
            .action_chain()
            .send_keys(text)
            .perform()
            .await
            .unwrap();
    }

    /// Presses a key together with Control.
    pub(crate) async fn with_control(&self, key: &str) {
        self.chord(Key::Control, key).await;
    }

    pub(super) async fn chord(&self, held: Key, pressed: impl Into<TypingData>) {
        self.driver()
            .action_chain()
            .key_down(held.clone())
            .send_keys(pressed)
            .key_up(held)
            .perform()
            .await
            .unwrap();
    }

    /// Everything that can be read on the page.
    pub(crate) async fn text(&self) -> String {
        let text = self
            .script("return document.body.innerText", Vec::new())
            .await;
        text.json().as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page says it.
    pub(crate) async fn reads(&self, words: &str) {
        let clean = |text: &str| {
            text.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .to_lowercase()
        };
        eventually(&format!("the page says “{words}”"), async || {
            let text = self.text().await;
            if clean(&text).contains(&clean(words)) {
                Ok(())
            } else {
                Err(format!("it says: {text}"))
            }
        })
        .await;
    }

    /// Waits until the page no longer says it.
    pub(crate) async fn lacks(&self, words: &str) {
        eventually(&format!("“{words}” is gone"), async || {
            let text = self.text().await;
            if text.contains(words) {
                Err(format!("the page says: {text}"))
            } else {
                Ok(())
            }
        })
        .await;
    }

    /// Waits until a thing with this role and name is there.
    pub(crate) async fn has(&self, role: &str, name: &str) {
        self.find(role, name, true).await;
    }

    /// Where the window is: `/today`, `/cases/...`.
    pub(crate) async fn route(&self) -> String {
        let hash = self.script("return location.hash", Vec::new()).await;
        hash.json()
            .as_str()
            .unwrap_or_default()
            .trim_start_matches('#')
            .to_owned()
    }

    /// Waits until the window is at a page.
    pub(crate) async fn is_at(&self, route: &str) {
        eventually(&format!("the window is at {route}"), async || {
            let seen = self.route().await;
            if seen.starts_with(route) {
                Ok(())
            } else {
                Err(format!("it is at {seen}"))
            }
        })
        .await;
    }

    /// Ends the program as its owner does: Quit in the tray's menu.
    pub(crate) async fn quit(mut self) {
        let pid = self.pid();
        let tray = eventually("the tray icon", async || desktop::Tray::of(pid)).await;
        tray.choose("Quit");
        eventually("the program has ended", async || {
            match self.studio.processes().as_slice() {
                [] => Ok(()),
                left => Err(format!("{left:?} still run")),
            }
        })
        .await;
        if let Some(driver) = self.driver.take() {
            // The program is gone, so the session can not be ended in good order any more.
            driver.leak().ok();
        }
    }

    async fn find(&self, role: &str, name: &str, whole: bool) -> WebElement {
        eventually(&format!("{role} “{name}”"), async || {
            self.look(role, name, whole).await
        })
        .await
    }

    /// Presses the one thing that has the name in one of the roles; a page that is still being drawn is waited for.
    async fn click(&self, roles: &[&str], name: &str, whole: &[bool]) {
        if self.hands == Hands::Keys {
            return self.reach(roles, name, whole).await;
        }
        eventually(
            &format!("{} “{name}”", roles.join(" or ")),
            async || {
                let mut problem = String::new();
                for whole in whole {
                    for role in roles {
                        match self.look(role, name, *whole).await {
                            Ok(element) => return click(&element).await,
                            Err(seen) => problem = seen,
                        }
                    }
                }
                Err(problem)
            },
        )
        .await;
    }

    pub(super) async fn date_part(&self, label: &str, part: &str) -> Result<WebElement, String> {
        let selector = format!("[data-type={part}]");
        for whole in [true, false] {
            for group in self.all("group", label, whole).await? {
                if let Ok(segment) = group.find(By::Css(&selector)).await {
                    return Ok(segment);
                }
            }
        }
        Err("not there".to_owned())
    }

    /// Everything with this role and name.
    pub(super) async fn all(
        &self,
        role: &str,
        name: &str,
        whole: bool,
    ) -> Result<Vec<WebElement>, String> {
        let words = vec![json!(role), json!(name), json!(whole)];
        let found = self.driver().execute(FIND, words).await;
        found
            .and_then(ScriptRet::elements)
            .map_err(|error| error.to_string())
    }

    pub(super) async fn look(
        &self,
        role: &str,
        name: &str,
        whole: bool,
    ) -> Result<WebElement, String> {
        let elements = self.all(role, name, whole).await?;
        match <[WebElement; 1]>::try_from(elements) {
            Ok([element]) => Ok(element),
            Err(several) if several.is_empty() => {
                Err(format!("not there; the page says: {}", self.text().await))
            }
            Err(several) => Err(format!("{} of them", several.len())),
        }
    }

    pub(super) async fn script(&self, script: &str, words: Vec<Value>) -> ScriptRet {
        self.driver().execute(script, words).await.unwrap()
    }

    pub(super) fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the window is open")
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let test = std::thread::current()
                .name()
                .unwrap_or("a-test")
                .replace("::", "-");
            desktop::picture(&looks::pictures().join(format!("failed-{test}.png")));
        }
        // Ending the session over the wire needs a runtime that may be gone; the processes are ours to end.
        if let Some(driver) = self.driver.take() {
            driver.leak().ok();
        }
        for pid in self.studio.processes() {
            Command::new("kill")
                .args(["-KILL", &pid.to_string()])
                .status()
                .ok();
        }
    }
}

async fn click(element: &WebElement) -> Result<(), String> {
    let clicked = async {
        element.scroll_into_view().await?;
        element.click().await
    };
    clicked
        .await
        .map_err(|error| format!("it could not be pressed: {error}"))
}

fn driver_program() -> PathBuf {
    std::env::var_os("TAURI_DRIVER").map_or_else(|| PathBuf::from("tauri-driver"), PathBuf::from)
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
