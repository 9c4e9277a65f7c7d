//! The tray icon: how much is overdue, at a glance, and the few things worth doing without the window.
//!
//! It lives on the main thread, where every platform wants it. Where no tray exists it is tried again now and then, since
//! a panel may start after the program.

use std::cell::RefCell;

use tauri::menu::MenuEvent;
use tauri::{AppHandle, include_image};
use tray_icon::menu::{CheckMenuItem, Menu, MenuItem, PredefinedMenuItem};
use tray_icon::{Icon, MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};

use crate::{notify, window, words};

const CALM: tauri::image::Image<'_> = include_image!("icons/tray-64.png");
const ALERT: tauri::image::Image<'_> = include_image!("icons/tray-alert-64.png");

const TODAY: &str = "today";
const INVOICE: &str = "invoice";
const PAYMENT: &str = "payment";
const PAUSE: &str = "pause";
const QUIT: &str = "quit";

thread_local! {
    static TRAY: RefCell<Option<Tray>> = const { RefCell::new(None) };
}

struct Tray {
    icon: TrayIcon,
    pause: CheckMenuItem,
    shown: Shown,
}

/// What the icon says; sent again only when it changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    pub text: String,
    /// Something is overdue.
    pub alert: bool,
    pub paused: bool,
}

/// Whether there is an icon to come back from. Asked on the main thread.
pub(crate) fn is_there() -> bool {
    TRAY.with_borrow(Option::is_some)
}

/// Brings the icon up to date, and into being where it could not be made before.
pub(crate) fn show(app: &AppHandle, shown: Shown) {
    let handle = app.clone();
    window::noted(app.run_on_main_thread(move || {
        TRAY.with_borrow_mut(|tray| match tray {
            Some(tray) => tray.bring_up_to_date(shown),
            None => match make(&handle, shown) {
                Ok(made) => *tray = Some(made),
                Err(error) => tracing::debug!(%error, "no tray"),
            },
        });
    }));
}

/// Takes the icon away, before the program ends.
pub(crate) fn remove() {
    drop(TRAY.take());
}

/// What a click in the menu does.
pub(crate) fn on_menu(app: &AppHandle, event: &MenuEvent) {
    match event.id().as_ref() {
        TODAY => window::open(app, "/today"),
        INVOICE => window::open(app, "/invoices/new"),
        PAYMENT => window::open(app, "/payments/new"),
        PAUSE => notify::switch_pause(app),
        QUIT => app.exit(0),
        _ => {}
    }
}

impl Tray {
    fn bring_up_to_date(&mut self, shown: Shown) {
        self.pause.set_checked(shown.paused);
        if self.shown == shown {
            return;
        }
        say(&self.icon, &shown.text);
        if self.shown.alert != shown.alert {
            refused(self.icon.set_icon(icon(shown.alert).ok()));
        }
        self.shown = shown;
    }
}

fn make(app: &AppHandle, shown: Shown) -> Result<Tray, Box<dyn std::error::Error>> {
    let pause = CheckMenuItem::with_id(PAUSE, words::PAUSE, true, shown.paused, None);
    let menu = Menu::with_items(&[
        &MenuItem::with_id(TODAY, words::OPEN_TODAY, true, None),
        &MenuItem::with_id(INVOICE, words::NEW_INVOICE, true, None),
        &MenuItem::with_id(PAYMENT, words::RECORD_PAYMENT, true, None),
        &PredefinedMenuItem::separator(),
        &pause,
        &MenuItem::with_id(QUIT, words::QUIT, true, None),
    ])?;
    let icon = TrayIconBuilder::new()
        .with_id("safelight")
        .with_icon(icon(shown.alert)?)
        .with_menu(Box::new(menu))
        .with_menu_on_left_click(cfg!(target_os = "macos"))
        .build()?;
    say(&icon, &shown.text);
    let handle = app.clone();
    TrayIconEvent::set_event_handler(Some(move |event| {
        if let TrayIconEvent::Click {
            button: MouseButton::Left,
            button_state: MouseButtonState::Up,
            ..
        } = event
        {
            window::show(&handle);
        }
    }));
    Ok(Tray { icon, pause, shown })
}

fn say(icon: &TrayIcon, text: &str) {
    refused(icon.set_tooltip(Some(text)));
    // On macOS a title stands in the menu bar for everybody to read.
    if !cfg!(target_os = "macos") {
        icon.set_title(Some(text));
    }
}

fn icon(alert: bool) -> Result<Icon, tray_icon::BadIcon> {
    let picture = if alert { ALERT } else { CALM };
    Icon::from_rgba(picture.rgba().to_vec(), picture.width(), picture.height())
}

fn refused(outcome: tray_icon::Result<()>) {
    if let Err(error) = outcome {
        tracing::warn!(%error, "the tray refused");
    }
}
