//! The Tauri program: which commands the window has, and what happens from start to end.

use tauri::{AppHandle, Manager as _, RunEvent, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::one_window::Door;
use crate::start::Start;
use crate::studio::Studio;
use crate::{login, notify, open, pick, rpc, tray, wake, window};

/// Runs until the owner quits.
pub(crate) fn run(start: Start, door: Door) -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(login::plugin())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .build(),
        )
        .manage(Studio::of(&start))
        .manage(window::Presence::default())
        .manage(notify::Notices::default())
        .manage(wake::Nudge::default())
        .manage(open::Lent::default())
        .invoke_handler(tauri::generate_handler![
            rpc::rpc,
            rpc::rpc_bytes,
            rpc::app_failure,
            pick::pick_file,
            pick::pick_folder,
            open::open_document,
            open::open_eml,
            open::save_document,
            open::reveal,
            open::reveal_document,
            login::autostart_get,
            login::autostart_set,
            window::window_ready,
        ])
        .on_menu_event(|app, event| tray::on_menu(app, &event))
        .on_window_event(window::on_event)
        .setup(move |app| {
            set_up(app.handle(), &start, door);
            Ok(())
        })
        .build(tauri::generate_context!())?;
    // Comes back, unlike `run`, so that the log's last lines are written.
    let code = app.run_return(|app, event| match event {
        // A window that closed where there is no tray ends the program; one that was never made does not.
        RunEvent::ExitRequested {
            code: None, api, ..
        } if tray::is_there() => api.prevent_exit(),
        RunEvent::Exit => end(app),
        #[cfg(target_os = "macos")]
        RunEvent::Reopen { .. } => window::show(app),
        _ => {}
    });
    tracing::info!(code, "ended");
    Ok(())
}

fn set_up(app: &AppHandle<Wry>, start: &Start, mut door: Door) {
    let shown = app.clone();
    if let Err(error) = door.answer(move || window::show(&shown)) {
        tracing::warn!(%error, "a second start will not be heard");
    }
    app.manage(door);
    wake::start(app.clone());
    if !start.hidden {
        window::show(app);
    }
}

fn end(app: &AppHandle) {
    tray::remove();
    app.state::<open::Lent>().end();
    if let Some(api) = app.state::<Studio>().opened()
        && let Err(error) = tauri::async_runtime::block_on(api.close())
    {
        tracing::warn!(code = ?error.code, "the file was not closed in good order; it is safe");
    }
}
