//! Every query file: prepared against the schema, without a clock, used, and without a full scan on a hot path.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sqlx::{AssertSqlSafe, Executor, Row, SqlSafeStr};

use super::studio;
use crate::document::DocumentSort;
use crate::invoice::{InvoiceSort, InvoiceView};
use crate::job::JobSort;
use crate::{Conn, document, invoice, job};

/// Newest first in the order of writing, which is the table's own: read until the page is full.
const IN_ORDER_OF_WRITING: [&str; 3] = ["document/list", "document/unread", "evidence/head"];

/// Sorted by what no index holds: a pass over narrow rows.
const SORTED_BY_ANOTHER_TABLE: [&str; 5] = [
    "document/list by",
    "invoice/list All by Client",
    "invoice/list All by Open",
    "invoice/list Paid by Client",
    "job/list by Client",
];

/// These read everything because everything is what was asked for, or a table that stays small.
const READS_ALL: [&str; 20] = [
    "backup/foreign_keys",
    "backup/integrity",
    "backup/tables",
    "backup/vacuum_into",
    "business/add_zone",
    "business/version",
    "business/zones",
    "case/count",
    "document/count",
    "draft/count",
    "export/clients",
    "export/payments",
    "file/in_folder",
    "policy/all",
    "policy/assignments",
    "receivable/clear_state",
    "receivable/rebuild",
    "request/forget",
    "setting/all",
    "snooze/active",
];

/// The text of every query by its name, such as `client/get`.
fn queries() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("queries");
    let mut queries = BTreeMap::new();
    for folder in fs::read_dir(&root).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let name = path.strip_prefix(&root).unwrap().with_extension("");
            queries.insert(
                name.to_str().unwrap().replace('\\', "/"),
                fs::read_to_string(&path).unwrap(),
            );
        }
    }
    queries
}

/// The lists in every order they can be asked for.
fn ordered_queries() -> Vec<(String, String)> {
    let mut queries = Vec::new();
    for descending in [false, true] {
        for sort in InvoiceSort::EVERY {
            for view in [
                InvoiceView::All,
                InvoiceView::Open,
                InvoiceView::Paid,
                InvoiceView::Recorded,
            ] {
                let name = format!("invoice/list {view:?} by {sort:?} {descending}");
                queries.push((name, invoice::list_query(view, sort, descending)));
            }
        }
        for sort in DocumentSort::EVERY {
            let name = |kind| format!("document/{kind} by {sort:?} {descending}");
            queries.push((name("list"), document::list_query(sort, descending)));
            queries.push((name("find"), document::find_query(sort, descending)));
        }
        for sort in JobSort::EVERY {
            queries.push((
                format!("job/list by {sort:?} {descending}"),
                job::list_query(sort, descending),
            ));
        }
    }
    queries
}

#[tokio::test]
async fn every_query_is_prepared_against_the_schema() {
    let (_folder, store) = studio().await;
    let mut reader = store.read().await.unwrap();
    let all = queries();
    assert!(all.len() > 100, "the folder was found: {}", all.len());
    for (name, sql) in all.into_iter().chain(ordered_queries()) {
        let prepared = (&mut *reader)
            .prepare(AssertSqlSafe(sql).into_sql_str())
            .await;
        assert!(prepared.is_ok(), "{name}: {:?}", prepared.err());
    }
}

#[test]
fn no_query_asks_for_the_time() {
    for (name, sql) in queries() {
        let words: Vec<String> = sql
            .lines()
            .filter(|line| !line.trim_start().starts_with("--"))
            .flat_map(|line| {
                line.split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
            })
            .map(str::to_ascii_lowercase)
            .collect();
        let clock = words.iter().find(|word| {
            word.as_str() == "now" || word.starts_with("current_") || *word == "julianday"
        });
        assert_eq!(clock, None, "{name}: time is an argument");
    }
}

#[test]
fn every_query_file_is_used_once_named() {
    let mut source = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                source.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    for name in queries().keys() {
        assert!(
            source.contains(&format!("sql!(\"{name}\")")),
            "{name} is used by nothing"
        );
    }
}

#[test]
fn overdue_is_written_in_one_way() {
    for (name, sql) in queries() {
        let text = sql
            .to_lowercase()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace("s.", "");
        let compares = text.matches("due_on < ?1").count();
        let whole = text.matches("due_on < ?1 and open_minor > 0").count();
        assert_eq!(
            compares, whole,
            "{name}: late is due before today and open, in those words"
        );
        assert!(
            !text.contains("due_on <= ?1"),
            "{name}: the due date itself is not late"
        );
    }
}

#[tokio::test]
async fn no_hot_query_scans_a_whole_table() {
    let (_folder, store) = studio().await;
    let mut reader = store.read().await.unwrap();
    for (name, sql) in queries().into_iter().chain(ordered_queries()) {
        if READS_ALL.contains(&name.as_str())
            || IN_ORDER_OF_WRITING.contains(&name.as_str())
            || SORTED_BY_ANOTHER_TABLE
                .iter()
                .any(|sorted| name.starts_with(sorted))
        {
            continue;
        }
        for step in plan(&mut reader, &sql).await {
            // Virtual tables and lists given as JSON have no index; a subquery's rows were found by one.
            let is_scan = step.starts_with("SCAN ")
                && !step.contains("INDEX")
                && !step.contains("VIRTUAL TABLE");
            let by_itself = ["late", "CONSTANT ROW", "(subquery"]
                .iter()
                .any(|given| step.contains(given));
            assert!(!is_scan || by_itself, "{name}: {step}");
        }
    }
}

#[tokio::test]
async fn what_is_late_is_found_by_the_index_made_for_it() {
    let (_folder, store) = studio().await;
    let mut reader = store.read().await.unwrap();
    let all = queries();
    for name in [
        "receivable/overdue",
        "due_notice/waiting",
        "invoice/list_open",
    ] {
        let plan = plan(&mut reader, &all[name]).await.join("\n");
        assert!(plan.contains("receivable_state_open"), "{name}: {plan}");
    }
    let recent = plan(&mut reader, &all["invoice/list"]).await.join("\n");
    assert!(
        recent.contains("invoice_by_issue") && !recent.contains("USE TEMP B-TREE"),
        "no sorting: {recent}"
    );
}

async fn plan(conn: &mut Conn, sql: &str) -> Vec<String> {
    let rows = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
        .fetch_all(conn)
        .await
        .unwrap();
    rows.iter()
        .map(|row| row.get::<String, _>("detail"))
        .collect()
}
