//! The request of a call: read from the command line or standard input, with tokens for files put in.

use std::io;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value};

/// The request's JSON; nothing is the empty request, `-` reads standard input.
pub(crate) fn read(
    json: Option<&str>,
    from_standard_input: impl FnOnce() -> io::Result<String>,
) -> Result<Value> {
    let text = match json {
        None => return Ok(Value::Object(Map::new())),
        Some("-") => from_standard_input().context("reading the request from standard input")?,
        Some(text) => text.to_owned(),
    };
    serde_json::from_str(&text).context("the request is not JSON")
}

/// Reads `FIELD=PATH`.
pub(crate) fn handed_over(word: &str) -> Result<(String, PathBuf), String> {
    match word.split_once('=') {
        Some((field, path)) if !field.is_empty() && !path.is_empty() => {
            Ok((field.to_owned(), PathBuf::from(path)))
        }
        _ => Err("write it as FIELD=PATH, such as logoToken=logo.png".to_owned()),
    }
}

/// Sets a field, which may lie deeper: `debt.scanToken`.
pub(crate) fn put(request: &mut Value, field: &str, value: Value) -> Result<()> {
    let mut place = request;
    for name in field.split('.') {
        let Value::Object(fields) = place else {
            bail!("{field}: what holds {name} is not an object")
        };
        place = fields.entry(name).or_insert(Value::Object(Map::new()));
    }
    *place = value;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use serde_json::json;

    use super::*;

    fn nothing_typed() -> io::Result<String> {
        Err(io::ErrorKind::UnexpectedEof.into())
    }

    #[test]
    fn no_request_is_the_empty_one() {
        assert_eq!(read(None, nothing_typed).unwrap(), json!({}));
        assert_eq!(
            read(Some("-"), || Ok("{\"id\":\"1\"}".into())).unwrap(),
            json!({ "id": "1" })
        );
        read(Some("{id:1}"), nothing_typed).unwrap_err();
    }

    #[test]
    fn a_file_becomes_a_field_where_it_belongs() {
        assert_eq!(
            handed_over("scanToken=a=b.pdf").unwrap(),
            ("scanToken".into(), PathBuf::from("a=b.pdf"))
        );
        handed_over("scan.pdf").unwrap_err();
        let mut request = json!({ "business": { "name": "Lumen" } });
        put(&mut request, "logoToken", json!("t1")).unwrap();
        put(&mut request, "business.seal", json!("t2")).unwrap();
        assert_eq!(
            request,
            json!({ "business": { "name": "Lumen", "seal": "t2" }, "logoToken": "t1" })
        );
        put(&mut request, "logoToken.deeper", json!("t3")).unwrap_err();
    }
}
