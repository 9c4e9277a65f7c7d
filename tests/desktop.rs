//! The window as part of a desktop: one per studio, in the tray, back when asked for.

use std::time::Duration;

use crate::support::desktop::{self, Tray};
use crate::support::setting;
use crate::support::studio::Studio;
use crate::support::window::Window;
use crate::support::{eventually, within};

async fn comes_on_screen(pid: u32) -> String {
    let window = eventually("the window is on the screen", async || {
        let windows = desktop::visible_windows(pid);
        windows.first().cloned().ok_or("nothing is shown")
    })
    .await;
    // The window manager draws the title bar a moment later.
    tokio::time::sleep(Duration::from_millis(500)).await;
    window
}

async fn leaves_the_screen(pid: u32) {
    eventually(
        "the window is hidden",
        async || match desktop::visible_windows(pid).as_slice() {
            [] => Ok(()),
            shown => Err(format!("{shown:?} are shown")),
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_opens_and_shows_the_first_run() {
    let studio = Studio::new();
    let window = Window::open(&studio).await;
    window.is_at("/welcome").await;
    comes_on_screen(window.pid()).await;
    assert_eq!(
        window.barriers().await,
        [""; 0],
        "nothing keeps anybody out"
    );
    window.picture("first-run").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_shows_the_first_window() {
    let studio = Studio::new();
    let window = Window::open(&studio).await;
    let pid = window.pid();
    let shown = comes_on_screen(pid).await;
    let tray = eventually("the tray icon", async || Tray::of(pid)).await;
    desktop::close_by_title_bar(&shown);
    leaves_the_screen(pid).await;

    let second = studio.start(&[]).wait().unwrap();
    assert!(second.success(), "the second start ends well");
    let shown = comes_on_screen(pid).await;
    eventually("it has the keyboard", async || {
        let focused = desktop::focused_window();
        if focused == shown {
            Ok(())
        } else {
            Err(format!("{focused} has it, not {shown}"))
        }
    })
    .await;
    assert_eq!(studio.processes(), [pid], "there is still one process");
    drop(tray);
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_hides_to_the_tray_and_the_tray_brings_it_back() {
    let studio = Studio::new();
    let window = Window::open(&studio).await;
    let pid = window.pid();
    let tray = eventually("the tray icon", async || Tray::of(pid)).await;
    for bring_back in [Tray::click, |tray: &Tray| tray.choose("Open Today")] {
        let shown = comes_on_screen(pid).await;
        desktop::close_by_title_bar(&shown);
        leaves_the_screen(pid).await;
        assert_eq!(studio.processes(), [pid], "it still watches");
        bring_back(&tray);
    }
    comes_on_screen(pid).await;
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_at_login_shows_nothing_until_it_is_asked_for() {
    let studio = Studio::new();
    let mut hidden = studio.start(&["--hidden"]);
    let tray = eventually("the tray icon", async || Tray::of(hidden.id())).await;
    tokio::time::sleep(Duration::from_secs(4)).await;
    assert_eq!(
        desktop::visible_windows(hidden.id()),
        [""; 0],
        "nothing comes up at login"
    );
    tray.click();
    comes_on_screen(hidden.id()).await;
    tray.choose("Quit");
    within(Duration::from_secs(10), "it ends", async || {
        match hidden.try_wait() {
            Ok(Some(status)) if status.success() => Ok(()),
            other => Err(format!("{other:?}")),
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_studio_is_said_plainly_and_left_alone() {
    let studio = Studio::new();
    std::fs::create_dir(studio.data()).unwrap();
    let file = studio.data().join("studio.db");
    let content =
        "a shopping list under a wrong name, long enough to be mistaken for a database ".repeat(20);
    std::fs::write(&file, &content).unwrap();
    let window = Window::open(&studio).await;
    comes_on_screen(window.pid()).await;
    window.reads(&studio.data().display().to_string()).await;
    window.picture("not-our-file").await;
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        content,
        "not a byte of it is changed"
    );

    std::fs::rename(&file, studio.data().join("shopping.txt")).unwrap();
    window.press("button", "Try again").await;
    window.is_at("/welcome").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tray_tells_what_is_overdue_and_follows_the_clock_both_ways() {
    let studio = Studio::new();
    setting::business(&studio);
    let client = setting::client(&studio, "Ellis & Daughters Ltd");
    setting::invoice(&studio, &client, 1250, 14);
    let window = Window::open(&studio).await;
    let tray = eventually("the tray icon", async || Tray::of(window.pid())).await;
    let says = async |expected: &str| {
        eventually(&format!("the tray says {expected}"), async || {
            match tray.title() {
                title if title == expected => Ok(()),
                title => Err(format!("it says {title}")),
            }
        })
        .await;
        assert_eq!(
            tray.tooltip(),
            format!("'{expected}', '{expected}'"),
            "the tooltip says the same"
        );
    };
    says("Nothing overdue").await;
    studio.set_clock("2027-03-16T23:59:00.000Z");
    says("Nothing overdue").await;
    studio.set_clock("2027-03-17T00:01:00.000Z");
    says("1 overdue, £1,250.00").await;
    setting::invoice(&studio, &client, 400, 0);
    studio.set_clock("2027-03-18T09:00:00.000Z");
    says("2 overdue, £1,650.00").await;
    studio.set_clock("2027-03-02T09:00:00.000Z");
    says("Nothing overdue").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_day_after_a_due_date_the_desktop_asks_once_and_keeps_names_to_itself() {
    let studio = Studio::new();
    let last = desktop::last_notification();
    setting::business(&studio);
    let client = setting::client(&studio, "Ellis & Daughters Ltd");
    setting::invoice(&studio, &client, 1250, 14);
    let window = Window::open(&studio).await;
    let tray = eventually("the tray icon", async || Tray::of(window.pid())).await;

    studio.set_clock("2027-03-17T03:00:00.000Z");
    eventually("the night passes", async || match tray.title() {
        title if title.starts_with("1 overdue") => Ok(()),
        title => Err(title),
    })
    .await;
    assert_eq!(
        desktop::on_screen(),
        0,
        "nobody is woken at three in the morning"
    );

    studio.set_clock("2027-03-17T12:00:00.000Z");
    eventually("the question", async || {
        if desktop::on_screen() == 1 {
            Ok(())
        } else {
            Err("nothing on the screen")
        }
    })
    .await;
    desktop::click_notification();
    window.is_at("/cases").await;
    let [question] = &desktop::notifications_after(last)[..] else {
        panic!("not one question")
    };
    assert_eq!(
        question.summary,
        "An invoice passed its due date: has it been paid?"
    );
    assert!(
        !question.body.contains("Ellis") && !question.body.contains("1,250"),
        "names stay here: {question:?}"
    );

    studio.set_clock("2027-03-17T12:01:00.000Z");
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(desktop::on_screen(), 0, "it is asked once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_due_date_that_passed_while_the_program_was_closed_is_asked_about_at_the_next_start() {
    let studio = Studio::new();
    let last = desktop::last_notification();
    setting::business(&studio);
    let client = setting::client(&studio, "Ellis & Daughters Ltd");
    setting::invoice(&studio, &client, 1250, 14);
    setting::invoice(&studio, &client, 300, 20);
    studio.set_clock("2027-04-20T12:00:00.000Z");
    let mut hidden = studio.start(&["--hidden"]);
    eventually("the question", async || {
        if desktop::on_screen() == 1 {
            Ok(())
        } else {
            Err("nothing on the screen")
        }
    })
    .await;
    let [question] = &desktop::notifications_after(last)[..] else {
        panic!("not one digest")
    };
    assert_eq!(
        question.summary, "2 invoices passed their due date: have they been paid?",
        "one digest for both"
    );
    hidden.kill().unwrap();
    hidden.wait().unwrap();
}
