//! What is asked of both: a command of the program, and the SQL that gets the same rows from the SQLite shell.
//!
//! The SQL is the store's own, read from its files, each statement once. The program does more with the rows than print
//! them (rules, words, the first lines of a letter); that is what the multiple shows.

use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::house::House;

/// A question put to both sides.
pub(super) struct Question {
    pub(super) name: &'static str,
    pub(super) command: &'static str,
    pub(super) payload: String,
    pub(super) sql: String,
    /// Where in the program's answer the rows are, and the field of each that the shell must print too.
    rows: &'static str,
    field: &'static str,
}

/// A file of `store/queries` and its arguments as SQL.
type Asked<'a> = (&'a str, &'a [&'a str]);

/// Rows of one page, as the window asks for them.
const PAGE: &str = "200";

pub(super) fn all(house: &House, today: &str) -> Result<Vec<Question>> {
    let day = format!("'{today}'");
    let (week, fortnight) = (
        format!("date({day}, '+7 days')"),
        format!("date({day}, '+14 days')"),
    );
    let (day, week, fortnight) = (day.as_str(), week.as_str(), fortnight.as_str());
    let list = |view: &str| {
        format!(
            r#"{{"view":"{view}","search":"","client":null,"sort":"issued","descending":true,"offset":0,"limit":{PAGE}}}"#
        )
    };
    let find = |words: &str| format!(r#"{{"query":"{words}"}}"#);
    let nothing = || "{}".to_owned();
    let counts: Asked = ("invoice/counts", &[day, week]);
    let cards: [Asked; 11] = [
        ("receivable/overdue", &[day]),
        ("due_notice/waiting", &[day]),
        ("due_notice/unanswered", &[]),
        ("dunning/current_policy", &[]),
        ("dunning/records_of_open", &[]),
        ("snooze/active", &[day]),
        ("case/list", &[day, "0", "-1", "0"]),
        ("job/delivered_not_invoiced", &[day]),
        ("draft/list", &["20", "0"]),
        ("draft/count", &[]),
        ("invoice/last_issued", &[]),
    ];
    let beside: [Asked; 3] = [
        ("receivable/open", &[]),
        ("job/events_between", &[day, fortnight]),
        ("evidence/list", &["9223372036854775807", "200"]),
    ];
    let clients: [Asked; 3] = [
        ("client/list", &["0", PAGE, "0"]),
        ("client/count", &["0"]),
        (
            "client/sums",
            &[
                day,
                "(SELECT json_group_array(id) FROM (SELECT id FROM client WHERE archived_at IS NULL ORDER BY name_key, seq LIMIT 200))",
            ],
        ),
    ];
    let ask = |name, command, payload, asked: &[Asked], (rows, field)| -> Result<Question> {
        Ok(Question {
            name,
            command,
            payload,
            sql: sql(house, asked)?,
            rows,
            field,
        })
    };
    let invoices = ("/rows", "id");
    Ok(vec![
        ask(
            "list of all invoices",
            "invoices.list",
            list("all"),
            &[("invoice/list", &[PAGE, "0"]), counts],
            invoices,
        )?,
        ask(
            "list of overdue invoices",
            "invoices.list",
            list("overdue"),
            &[("invoice/list_open", &["''", day, PAGE, "0"]), counts],
            invoices,
        )?,
        ask(
            "list of clients",
            "clients.list",
            clients_page(),
            &clients,
            ("/rows", "id"),
        )?,
        ask(
            "search, a name",
            "search.find",
            find("harper wedd"),
            &[("search/find", &[r#"'"harper"* "wedd"*'"#, "12"])],
            ("/hits", "id"),
        )?,
        ask(
            "search, a word on a third of all",
            "search.find",
            find("photographs"),
            &[("search/find", &[r#"'"photographs"*'"#, "12"])],
            ("/hits", "id"),
        )?,
        ask(
            "Today",
            "today.get",
            nothing(),
            &[&cards[..], &beside[..]].concat(),
            ("/cards", "clientId"),
        )?,
        ask(
            "planner, cases to open",
            "today.catchUp",
            nothing(),
            &[("receivable/overdue", &[day])],
            ("/none", ""),
        )?,
        ask(
            "planner, what to say",
            "due.notice",
            nothing(),
            &cards,
            ("/none", ""),
        )?,
        ask(
            "counts of the frame",
            "app.status",
            nothing(),
            &[&cards[..], &[counts]].concat(),
            ("/none", ""),
        )?,
    ])
}

fn clients_page() -> String {
    format!(r#"{{"search":"","offset":0,"limit":{PAGE}}}"#)
}

fn sql(house: &House, asked: &[Asked]) -> Result<String> {
    let mut all = String::new();
    for (name, arguments) in asked {
        let path = house
            .root()
            .join(format!("src-tauri/crates/store/queries/{name}.sql"));
        let text =
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        all.push_str(&filled_in(&text, arguments));
        all.push_str(";\n");
    }
    Ok(all)
}

/// Without its comments, each `?N` replaced by the Nth argument.
fn filled_in(text: &str, arguments: &[&str]) -> String {
    let mut sql: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("--"))
        .collect::<Vec<_>>()
        .join("\n");
    for (place, argument) in arguments.iter().enumerate().rev() {
        sql = sql.replace(&format!("?{}", place + 1), argument);
    }
    sql
}

impl Question {
    /// Fails when the program answers with a row that the shell does not have: then the two were asked different things.
    pub(super) fn is_the_same(&self, answer: &Value, printed: &[Vec<u8>]) -> Result<()> {
        let rows = answer
            .pointer(self.rows)
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice);
        for row in rows {
            let Some(value) = row[self.field].as_str() else {
                continue;
            };
            let cells = |line: &Vec<u8>| {
                line.trim_ascii_end()
                    .split(|byte| *byte == b'|')
                    .any(|cell| cell == value.as_bytes())
            };
            if !printed.iter().any(cells) {
                bail!(
                    "{}: the shell has no {value} among {} rows",
                    self.name,
                    printed.len()
                );
            }
        }
        if rows.is_empty() && !self.field.is_empty() {
            bail!("{}: an empty answer measures nothing", self.name);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Question, filled_in};

    #[test]
    fn arguments_take_the_place_of_their_numbers() {
        let text = "-- ?1: a day\nSELECT ?1, ?2, ?10";
        let ten = ["'a'", "2", "", "", "", "", "", "", "", "'j'"];
        assert_eq!(
            filled_in(text, &ten),
            "SELECT 'a', 2, 'j'",
            "?10 is not ?1 with a nought"
        );
    }

    #[test]
    fn a_row_that_only_one_side_has_is_found() {
        let question = Question {
            name: "list",
            command: "",
            payload: String::new(),
            sql: String::new(),
            rows: "/rows",
            field: "id",
        };
        let answer = json!({ "rows": [{ "id": "i1" }] });
        assert!(
            question
                .is_the_same(&answer, &[b"i1|2027\n".to_vec()])
                .is_ok(),
            "both have it"
        );
        assert!(
            question
                .is_the_same(&answer, &[b"i12|2027\n".to_vec()])
                .is_err(),
            "a cell is whole"
        );
        assert!(
            question.is_the_same(&json!({ "rows": [] }), &[]).is_err(),
            "nothing proves nothing"
        );
    }
}
