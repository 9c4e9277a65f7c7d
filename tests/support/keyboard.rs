//! The window driven by the keyboard alone: Tab to come to a thing, arrows inside lists, Enter and Space to press.
//!
//! Nothing is focused or pressed from outside: what the keyboard cannot come to, these verbs do not find.

use serde_json::json;
use thirtyfour::Key;

use super::eventually;
use super::window::{FIND, Window};

/// Whether the keyboard is on the one element with a role and a name, and on what it is otherwise.
const WHERE: &str = "const [find, role] = [function () { FIND }, arguments[0]];
    const wanted = find(...arguments);
    const active = document.activeElement;
    const current = document.getElementById(active?.getAttribute('aria-activedescendant')) ?? active;
    const kind = current?.getAttribute?.('role') ?? (current?.type === 'radio' ? 'radio' : '');
    const isThere = wanted.length === 1 && (wanted[0] === current || wanted[0].contains(current));
    const isBehind = active !== document.body && wanted.length === 1
      && (active.compareDocumentPosition(wanted[0]) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    return { isThere, isBehind, isBeside: kind === role };";

/// More steps than any page has stops.
const FARTHEST: usize = 150;

impl Window<'_> {
    /// Goes to the one thing that has the name as a keyboard does, and presses it if it is for pressing.
    pub(super) async fn reach(&self, roles: &[&str], name: &str, whole: &[bool]) {
        let what = format!("{} “{name}”", roles.join(" or "));
        let (role, whole) = eventually(&what, async || {
            let mut problem = String::new();
            for whole in whole {
                for role in roles {
                    match self.look(role, name, *whole).await {
                        Ok(_) => return Ok((*role, *whole)),
                        Err(seen) => problem = seen,
                    }
                }
            }
            Err(problem)
        })
        .await;
        let script = WHERE.replace("FIND", FIND);
        let mut steps = 0;
        loop {
            let wanted = vec![json!(role), json!(name), json!(whole)];
            let at = self.script(&script, wanted).await.json().clone();
            if at["isThere"] == true {
                break;
            }
            assert!(steps < FARTHEST, "no way to {what} by keyboard");
            steps += 1;
            let walks = matches!(role, "option" | "menuitem");
            if walks || (at["isBeside"] == true && matches!(role, "row" | "radio")) {
                self.keys(Key::Down).await;
            } else if at["isBehind"] == true {
                self.chord(Key::Shift, Key::Tab).await;
            } else {
                self.keys(Key::Tab).await;
            }
        }
        match role {
            "button" | "link" | "option" | "menuitem" | "row" => self.keys(Key::Enter).await,
            "checkbox" | "radio" => self.type_text(" ").await,
            _ => {}
        }
    }

    /// Types a date into its parts, in the order in which the keyboard comes to them.
    pub(super) async fn key_date(&self, label: &str, parts: &[(&str, &str)]) {
        let part = "return document.activeElement?.getAttribute('data-type') ?? ''";
        eventually(&format!("the date {label}"), async || {
            self.date_part(label, "year").await.map(drop)
        })
        .await;
        let whole = matches!(self.all("group", label, true).await.as_deref(), Ok([_]));
        self.reach(&["group"], label, &[whole]).await;
        for _ in parts {
            let at = self.script(part, Vec::new()).await.json().clone();
            let digits = parts
                .iter()
                .find(|(part, _)| at == *part)
                .map(|(_, digits)| *digits);
            let digits =
                digits.unwrap_or_else(|| panic!("the keyboard is at {at}, not in {label}"));
            self.type_text(digits).await;
            if self.script(part, Vec::new()).await.json() == &at {
                self.keys(Key::Right).await;
            }
        }
    }
}
