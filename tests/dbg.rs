use crate::support::setting;
use crate::support::studio::Studio;
use crate::support::window::Window;
#[tokio::test(flavor = "multi_thread")]
async fn dbg() {
    let studio = Studio::new();
    setting::business(&studio);
    let window = Window::open(&studio).await;
    window.press_like("button", "New invoice").await;
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    let script = std::fs::read_to_string("/tmp/acc/dbg.js").unwrap();
    eprintln!("DBG {}", window.debug(&script, vec![]).await);
}
