//! The one window: made hidden, shown when its page is ready, hidden again into the tray.
//!
//! A start at login makes no window at all until somebody asks for one. Pages to open that are asked for before the page
//! listens wait here.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::json;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Emitter as _, Manager as _, State, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, Window, WindowEvent,
};

use crate::{tray, words};

pub(crate) const MAIN: &str = "main";

/// A page that says nothing by then is shown as it is: a person must see that something is wrong.
const PATIENCE: Duration = Duration::from_secs(3);

/// What is known about the window and its page.
#[derive(Default)]
pub(crate) struct Presence(Mutex<Known>);

#[derive(Default)]
struct Known {
    /// The page listens to events.
    page_ready: bool,
    /// The page had its time; from now on the window is shown as it is.
    out_of_patience: bool,
    /// Somebody wants to see it.
    wanted: bool,
    /// Pages asked for meanwhile.
    routes: Vec<String>,
    studio: String,
}

impl Presence {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows the window and gives it the keyboard; makes it first where there is none.
pub(crate) fn show(app: &AppHandle) {
    on_main(app, |app| {
        app.state::<Presence>().known().wanted = true;
        match app.get_webview_window(MAIN) {
            Some(_) => reveal_when_ready(app),
            None => match make(app) {
                Ok(_) => lose_patience_later(app.clone()),
                Err(error) => tracing::error!(%error, "the window could not be made"),
            },
        }
    });
}

/// Shows the window on a page of it, such as `/today`.
pub(crate) fn open(app: &AppHandle, route: &str) {
    // The lock is given back before the window is shown: on the main thread that happens at once and takes it again.
    let listens = {
        let presence = app.state::<Presence>();
        let mut known = presence.known();
        if !known.page_ready {
            known.routes.push(route.to_owned());
        }
        known.page_ready
    };
    if listens {
        tell(app, "open", json!({ "route": route }));
    }
    show(app);
}

/// The page is drawn and listens.
#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "Tauri hands a command its own copies"
)]
pub(crate) fn window_ready(app: AppHandle, presence: State<'_, Presence>) {
    let routes = {
        let mut known = presence.known();
        known.page_ready = true;
        std::mem::take(&mut known.routes)
    };
    for route in routes {
        tell(&app, "open", json!({ "route": route }));
    }
    on_main(&app, reveal_when_ready);
}

/// Names the studio in the title.
pub(crate) fn set_studio(app: &AppHandle, studio: &str) {
    studio.clone_into(&mut app.state::<Presence>().known().studio);
    let title = words::title(studio);
    on_main(app, move |app| {
        if let Some(window) = app.get_webview_window(MAIN) {
            noted(window.set_title(&title));
        }
    });
}

/// Sends an event to the page, if there is one.
pub(crate) fn tell(app: &AppHandle, event: &str, payload: serde_json::Value) {
    noted(app.emit_to(MAIN, event, payload));
}

/// Closing hides where a tray icon can bring it back; elsewhere it closes, which ends the program.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event
        && tray::is_there()
    {
        api.prevent_close();
        noted(window.hide());
    }
}

fn make(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let title = words::title(&app.state::<Presence>().known().studio);
    let own = own_origins(app);
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title(title)
        .visible(false)
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 640.0)
        .center()
        .devtools(cfg!(debug_assertions))
        .on_navigation(move |url| is_own(url, &own))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    #[cfg(all(target_os = "linux", not(feature = "test-clock")))]
    draw_without_graphics_card(&window);
    Ok(window)
}

/// Forms and tables gain nothing from the graphics card. Its drivers leave some people with an empty window, and a page
/// drawn without it needs a good third less memory. A build for tests keeps it: a WebDriver takes no pictures without.
#[cfg(all(target_os = "linux", not(feature = "test-clock")))]
fn draw_without_graphics_card(window: &WebviewWindow) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};
    noted(window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    }));
}

/// Where the window's own files come from; everything else is refused.
fn own_origins(app: &AppHandle) -> Vec<Url> {
    let packaged = [
        "tauri://localhost",
        "http://tauri.localhost",
        "https://tauri.localhost",
    ];
    let mut own: Vec<Url> = packaged
        .iter()
        .filter_map(|url| Url::parse(url).ok())
        .collect();
    if tauri::is_dev() {
        own.extend(app.config().build.dev_url.clone());
    }
    own
}

fn is_own(url: &Url, own: &[Url]) -> bool {
    let same = |other: &Url| {
        (url.scheme(), url.host_str(), url.port_or_known_default())
            == (
                other.scheme(),
                other.host_str(),
                other.port_or_known_default(),
            )
    };
    let allowed = own.iter().any(same);
    if !allowed {
        tracing::warn!(
            scheme = url.scheme(),
            "a page outside the program was refused"
        );
    }
    allowed
}

fn lose_patience_later(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        app.state::<Presence>().known().out_of_patience = true;
        on_main(&app, reveal_when_ready);
    });
}

fn reveal_when_ready(app: &AppHandle) {
    let now = {
        let presence = app.state::<Presence>();
        let known = presence.known();
        known.wanted && (known.page_ready || known.out_of_patience)
    };
    if let Some(window) = app.get_webview_window(MAIN)
        && now
    {
        reveal(&window);
    }
}

fn reveal(window: &WebviewWindow) {
    window.state::<Presence>().known().wanted = false;
    noted(window.show());
    noted(window.unminimize());
    noted(window.set_focus());
}

fn on_main(app: &AppHandle, work: impl FnOnce(&AppHandle) + Send + 'static) {
    let handle = app.clone();
    noted(app.run_on_main_thread(move || work(&handle)));
}

/// What the window system refuses is worth a line, not a failure.
pub(crate) fn noted(outcome: tauri::Result<()>) {
    if let Err(error) = outcome {
        tracing::warn!(%error, "the window system refused");
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn only_the_programs_own_pages_are_shown() {
        let own = [Url::parse("tauri://localhost").unwrap()];
        assert!(is_own(
            &Url::parse("tauri://localhost/index.html#/today").unwrap(),
            &own
        ));
        for foreign in [
            "https://example.com/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,hello",
        ] {
            assert!(
                !is_own(&Url::parse(foreign).unwrap(), &own),
                "{foreign} is not ours"
            );
        }
    }
}
