//! The whole story, told in the real window as its owner lives it: from the first run to a closed case, once with the
//! pointer and once by keyboard alone; and from a debt that was there before.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::support::desktop::{self, Tray};
use crate::support::studio::Studio;
use crate::support::window::{Hands, Window};
use crate::support::{eventually, paper};

/// What the two lines of the invoice come to: 850.00 + 20 %, and 240.00 less 10 % + 5 %.
const SUM: &str = "1,246.80";
const TOTAL: &str = "£1,246.80";
const CLAUSE: &str = "Sums not paid when due carry interest at 8 % a year above base rate.";

#[tokio::test(flavor = "multi_thread")]
async fn from_first_run_to_a_closed_case() {
    tell(Hands::Pointer).await;
}

/// Every act of the same story, with nothing but Tab, arrows, Enter, Space and letters.
#[tokio::test(flavor = "multi_thread")]
async fn by_keyboard_alone() {
    tell(Hands::Keys).await;
}

async fn tell(hands: Hands) {
    let studio = Studio::new();
    let window = Window::open_with(&studio, hands).await;
    let tray = eventually("the tray icon", async || Tray::of(window.pid())).await;
    let seen_before = desktop::last_notification();

    first_run(&window, &studio).await;
    window.press_like("button", "No, all is well").await;
    window.is_at("/today").await;

    new_client(&window).await;
    new_job(&window).await;
    agreement(&window).await;
    invoice(&window).await;
    issue(&window, &studio).await;

    studio.set_clock("2027-03-17T12:00:00.000Z");
    asked_whether_it_was_paid(&window, &tray, seen_before).await;
    answered_no(&window).await;
    friendly_reminder(&window, &studio).await;

    studio.set_clock("2027-03-30T10:00:00.000Z");
    call(&window).await;

    studio.set_clock("2027-04-06T10:00:00.000Z");
    another_letter(&window, "Posted first class").await;

    studio.set_clock("2027-04-12T10:00:00.000Z");
    another_letter(&window, "Sent at ten").await;

    studio.set_clock("2027-04-20T10:00:00.000Z");
    formal_demand(&window, &studio).await;

    studio.set_clock("2027-04-28T10:00:00.000Z");
    paid_and_closed(&window, &tray).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_not_paying_already() {
    let studio = Studio::new();
    let window = Window::open(&studio).await;
    let tray = eventually("the tray icon", async || Tray::of(window.pid())).await;
    first_run(&window, &studio).await;
    window.press_like("button", "Yes, somebody is late").await;
    window.is_at("/debts/new").await;
    recorded_debt(&window, &studio).await;

    window.is_at("/cases/").await;
    window.reads("Orchard House Hotel Ltd").await;
    window.reads("made before Safelight").await;
    window.reads("Before Safelight.").await;
    tray_says(&tray, "1 overdue, £650.00").await;
    window.press("button", "Checked: not paid, no reply").await;
    window.press("button", "Review letter").await;
    window.press("button", "Make the letter").await;
    window.reads("Nothing was sent by Safelight.").await;
    let text = saved(&window, &studio, "demand.pdf").await;
    for words in [
        "Formal demand for payment",
        "OLD-77",
        "£650.00",
        "16 March 2027",
    ] {
        assert!(text.contains(words), "the demand says “{words}”: {text}");
    }
    let numbering = studio.ask("numbering.get", &json!({}));
    assert_eq!(
        numbering["next"], 143,
        "a recorded debt uses no number of ours"
    );
}

async fn recorded_debt(window: &Window<'_>, studio: &Studio) {
    window
        .search_and_choose(
            "Who owes it",
            "Orchard House Hotel Ltd",
            "New client “Orchard House Hotel Ltd”",
        )
        .await;
    window.fill("Street and number", "9 Abbey Road").await;
    window.fill("Postcode", "YO1 8QT").await;
    window.fill("City", "York").await;
    window.press("button", "Add client").await;
    window.fill("Number on that invoice", "OLD-77").await;
    window.fill("What it was for", "Rooms and kitchen").await;
    window.fill_date("Issued on", "2026-12-01").await;
    window.fill_date("Due on", "2026-12-31").await;
    window.fill("Invoice total", "900").await;
    window.fill("Still open", "650").await;
    let scan = Path::new(env!("CARGO_MANIFEST_DIR")).join("../icons/128x128.png");
    studio.will_pick(Some(&scan));
    window.press("button", "Choose a file").await;
    window.reads("128x128.png").await;
    window.press("button", "Add what you tried").await;
    window.fill_date("Day of attempt 1", "2027-01-15").await;
    window
        .fill("Note on attempt 1", "They said next week.")
        .await;
    window.press_like("radio", "Formal demand letter").await;
    window.press("button", "Record this debt").await;
}

/// The four steps before the last question.
async fn first_run(window: &Window<'_>, studio: &Studio) {
    window.is_at("/welcome").await;
    window
        .fill("Your name or company", "Lumen Photography Ltd")
        .await;
    window.fill("Street and number", "4 Canal Wharf").await;
    window.fill("Postcode", "LS11 5PS").await;
    window.fill("City", "Leeds").await;
    window
        .search_and_choose("Country", "United K", "United Kingdom")
        .await;
    window.fill("E-mail", "hello@lumen.example").await;
    window.fill("VAT number", "GB123456789").await;
    window.press("button", "Continue").await;

    window.reads("How do your papers look?").await;
    let logo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../icons/128x128.png");
    studio.will_pick(Some(&logo));
    window.press("button", "Choose a logo").await;
    window.has("button", "Choose another").await;
    window.press("button", "Continue").await;

    window.reads("How are you paid?").await;
    window.fill("Account holder", "Lumen Photography Ltd").await;
    window.fill("Sort code", "20-00-00").await;
    window.fill("Account number", "12345678").await;
    window.press("button", "Continue").await;

    window.fill("Next number is", "143").await;
    window.reads("2027-0143").await;
    window.press("button", "Continue").await;
    window.reads("Is somebody not paying you now?").await;
}

async fn new_client(window: &Window<'_>) {
    window.press("link", "Add your first client").await;
    window.press("radio", "Company").await;
    window.fill("Name", "Meridian Lofts Ltd").await;
    window.fill("E-mail", "accounts@meridian.example").await;
    window.fill("Street and number", "5 Wharf Street").await;
    window.fill("Postcode", "LS2 7EQ").await;
    window.fill("City", "Leeds").await;
    window.press("button", "Save client").await;
    window.reads("Meridian Lofts Ltd is saved.").await;
}

async fn new_job(window: &Window<'_>) {
    window.press("button", "New job").await;
    window.choose("Kind", "Property").await;
    window.fill("Title", "Show flat photography").await;
    window.fill_date("Event", "2027-02-20").await;
    window.fill_date("Delivered", "2027-02-25").await;
    window.press("button", "Save job").await;
    window.reads("“Show flat photography” is saved.").await;
}

async fn agreement(window: &Window<'_>) {
    window.press("button", "Add the agreement").await;
    window.fill("What it is", "Photography agreement").await;
    window.fill_date("Signed on", "2027-01-20").await;
    window.press("button", "Add a term").await;
    window.choose("About", "Late charge").await;
    window.fill("Clause number", "4.2").await;
    window.fill("Page", "2").await;
    window.fill("The clause's exact words", CLAUSE).await;
    window.press("button", "Save the agreement").await;
    window.reads("The agreement is saved.").await;
}

async fn invoice(window: &Window<'_>) {
    window.press("button", "More acts").await;
    window.press("menuitem", "New invoice").await;
    window.is_at("/drafts").await;
    window
        .add_line(1, "Interior photography, half day", "1", "850", "20%")
        .await;
    window.add_line(2, "Printed album", "2", "120", "5%").await;
    window.press("button", "Acts for line 2").await;
    window
        .press_like("menuitem", "Unit, discount, tax reason")
        .await;
    window.choose("Discount", "Per cent").await;
    window.fill("Per cent off", "10").await;
    window.reads(SUM).await;
    window.reads("Draft, saved").await;
}

async fn issue(window: &Window<'_>, studio: &Studio) {
    window.press("button", "Review and issue").await;
    window
        .reads("It cannot be edited or taken back afterwards")
        .await;
    window.reads(TOTAL).await;
    window.press("button", "Issue 2027-0143").await;
    window.reads("The page is frozen and kept.").await;
    let text = saved(window, studio, "invoice.pdf").await;
    for words in [
        "Meridian Lofts Ltd",
        "Invoice number 2027-0143",
        "Due date 16 March 2027",
        "Interior photography, half day 1 850.00 20% 850.00",
        "Printed album 2 120.00 5% 216.00",
        "10% discount",
        "Total without tax 1,066.00",
        "VAT 20% on 850.00 170.00",
        "VAT 5% on 216.00 10.80",
        "Amount due £1,246.80",
        "Sort code 20-00-00",
        "VAT GB123456789",
    ] {
        assert!(text.contains(words), "the invoice says “{words}”: {text}");
    }
}

async fn asked_whether_it_was_paid(window: &Window<'_>, tray: &Tray, seen_before: u64) {
    tray_says(tray, &format!("1 overdue, {TOTAL}")).await;
    let question = eventually(
        "the desktop asks",
        async || match &desktop::notifications_after(seen_before)[..] {
            [question] => Ok(question.clone()),
            others => Err(format!("{others:?}")),
        },
    )
    .await;
    assert_eq!(
        question.summary,
        "An invoice passed its due date: has it been paid?"
    );
    for private in ["Meridian", "1,246", "0143"] {
        assert!(
            !question.body.contains(private),
            "a locked screen tells no names and sums: {question:?}"
        );
    }
    window.press_like("link", "Today").await;
    window.reads("Has Meridian Lofts Ltd paid?").await;
}

/// The title beside the icon and the text when the pointer rests on it.
async fn tray_says(tray: &Tray, expected: &str) {
    eventually(&format!("the tray says {expected}"), async || {
        let (title, tooltip) = (tray.title(), tray.tooltip());
        if title == expected && tooltip.contains(expected) {
            Ok(())
        } else {
            Err(format!("it says {title}, {tooltip}"))
        }
    })
    .await;
}

async fn answered_no(window: &Window<'_>) {
    window.press("button", "No, not paid").await;
    window.reads("Noted: not paid.").await;
    window.press_like("link", "Cases").await;
    window.press_like("row", "Meridian Lofts Ltd").await;
    window.is_at("/cases/").await;
    window.reads("Case opened").await;
    window
        .reads("Have you looked at your account and your mail today?")
        .await;
    window.press("button", "Checked: not paid, no reply").await;
}

async fn friendly_reminder(window: &Window<'_>, studio: &Studio) {
    window.press("button", "Review reminder").await;
    window.reads("Account and mail were checked today").await;
    window.press("button", "Make the letter").await;
    window.reads("Nothing was sent by Safelight.").await;
    let text = saved(window, studio, "reminder.pdf").await;
    for words in [
        "A friendly reminder: invoice 2027-0143",
        "£1,246.80 was due on 16 March 2027",
        "Payment reference 2027-0143",
    ] {
        assert!(text.contains(words), "the reminder says “{words}”: {text}");
    }
    hand_over(window, "Sent at noon").await;
}

async fn hand_over(window: &Window<'_>, proof: &str) {
    window.press("button", "It was handed over").await;
    window.reads("Say only what happened.").await;
    window.fill("Proof", proof).await;
    window.press("button", "It was handed over").await;
    window.reads("is noted as handed over.").await;
    window.reads(&format!("Proof: {proof}.")).await;
}

async fn call(window: &Window<'_>) {
    window.press("button", "Checked: not paid, no reply").await;
    // The card that asks for the look has such a button, too, and goes when the look is noted.
    window.reads("Checked today: not paid, no reply.").await;
    window.press("button", "Log the call").await;
    window.choose("What came of it", "No answer").await;
    window.fill("What was said", "It rang out, twice.").await;
    window.press("button", "Log it").await;
    window.reads("It rang out, twice.").await;
}

/// The statement with the invoice, then the last reminder: each is read, made and handed over.
async fn another_letter(window: &Window<'_>, proof: &str) {
    window.press("button", "Checked: not paid, no reply").await;
    window.press("button", "Review letter").await;
    window.reads("Account and mail were checked today").await;
    window.press("button", "Make the letter").await;
    window.reads("Nothing was sent by Safelight.").await;
    hand_over(window, proof).await;
}

async fn formal_demand(window: &Window<'_>, studio: &Studio) {
    window.press("button", "Checked: not paid, no reply").await;
    window.press("button", "Review letter").await;
    window.reads("The deadline leaves time to answer").await;
    window.reads("The letter points to the agreement").await;
    window.press("button", "Make the letter").await;
    window.reads("Nothing was sent by Safelight.").await;
    let text = saved(window, studio, "demand.pdf").await;
    for words in [
        "Formal demand for payment",
        "owes Lumen Photography Ltd £1,246.80",
        "4 May 2027",
        CLAUSE,
        "4.2",
        "on 17 March 2027 by e-mail",
        "Sort code 20-00-00",
    ] {
        assert!(text.contains(words), "the demand says “{words}”: {text}");
    }
    hand_over(window, "RN 123 456 789 GB").await;
}

async fn paid_and_closed(window: &Window<'_>, tray: &Tray) {
    window.reads("43 days late").await;
    window.press("button", "Record payment").await;
    window.reads("All of it is set against invoices").await;
    window.press("button", &format!("Record {TOTAL}")).await;
    window.reads("Everything is paid").await;
    window.press("button", "Close case as paid").await;
    window.reads("Closed: paid").await;
    window.reads("Case closed: paid").await;
    window.reads("entries, chain verified").await;
    tray_says(tray, "Nothing overdue").await;
    window.press_like("link", "Today").await;
    window.reads("owed to you, no invoices").await;
    let text = window.text().await;
    assert!(
        !text.contains("Meridian"),
        "nothing about this client is left to do: {text}"
    );
}

/// Saves the paper that is shown; answers its words.
async fn saved(window: &Window<'_>, studio: &Studio, name: &str) -> String {
    let file: PathBuf = studio.home().join(name);
    window.save_pdf(studio, &file).await;
    paper::text_of(&file)
}
