//! Names that depend on a country and on the language of the paper: of countries, taxes and their numbers,
//! earlier invoices.

use domain::CivilDate;

use crate::LetterError;
use crate::format;
use crate::phrases::{Fill, Phrases};

/// The name of a country by its ISO 3166 code. Countries without a name in the message files keep their code,
/// which post services read too.
pub fn country_name(phrases: &Phrases, code: &str) -> String {
    let key = format!("country-{}", code.to_ascii_lowercase());
    phrases.known(&key).unwrap_or_else(|| code.to_owned())
}

/// What the tax on sales of a business in this country is called.
pub fn tax_name(phrases: &Phrases, country: &str) -> Result<String, LetterError> {
    phrases.say(match country {
        "US" => "tax-sales",
        "AU" | "NZ" | "CA" | "IN" | "SG" => "tax-gst",
        _ => "tax-vat",
    })
}

/// An earlier invoice by its number and date, such as one that a final invoice deducts.
pub fn earlier_invoice(
    phrases: &Phrases,
    number: &str,
    issued_on: CivilDate,
) -> Result<String, LetterError> {
    let date = format::date(phrases, issued_on)?;
    phrases.fill(
        "earlier-invoice",
        &[("number", Fill::Text(number)), ("date", Fill::Text(&date))],
    )
}
