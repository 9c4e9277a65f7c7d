//! The business as papers print it: name, address, contact, and how it is registered.
//!
//! Labels of registers come from `correspondence`; they depend on the country and not on the reader's language.

use correspondence::{Fill, Phrases};
use documents::Sender;
use domain::business::Business;

use crate::error::ApiError;
use crate::papers;

pub(crate) fn sender(business: &Business, phrases: &Phrases) -> Result<Sender, ApiError> {
    let name = match business.trading_name.as_str() {
        "" => &business.name,
        trading => trading,
    };
    let contact = [&business.phone, &business.email, &business.website];
    Ok(Sender {
        name: name.to_owned(),
        address: papers::address_lines(phrases, &business.address, &business.address.country),
        contact: contact
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect(),
        registrations: registrations(business, name, phrases)?,
    })
}

/// The legal name where papers show another, then form, register, capital and tax numbers as far as they are known.
fn registrations(
    business: &Business,
    shown: &str,
    phrases: &Phrases,
) -> Result<Vec<String>, ApiError> {
    let registration = &business.registration;
    let mut parts = Vec::new();
    if shown != business.name {
        parts.push(business.name.clone());
    }
    if !business.name.ends_with(&registration.legal_form) {
        parts.push(registration.legal_form.clone());
    }
    parts.push(registration.register.clone());
    let country = Fill::Text(&business.address.country);
    let mut labelled = |key, name, value: &str| -> Result<(), ApiError> {
        if !value.is_empty() {
            let values = [("country", country), (name, Fill::Text(value))];
            parts.push(phrases.fill(key, &values)?);
        }
        Ok(())
    };
    labelled(
        "registration-company",
        "number",
        &registration.company_number,
    )?;
    labelled("registration-capital", "capital", &registration.capital)?;
    labelled("registration-vat", "number", &business.vat_id)?;
    labelled("registration-tax", "number", &business.tax_number)?;
    parts.retain(|part| !part.is_empty());
    Ok(parts)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use correspondence::Locale;

    use super::*;

    fn registered(country: &str) -> Vec<String> {
        let json = serde_json::json!({
            "name": "Linse GmbH", "tradingName": "Linse & Licht", "email": "", "phone": "", "website": "",
            "address": {"country": country}, "vatId": "DE123456788", "taxNumber": "", "currency": "EUR",
            "timeZone": "Europe/Berlin", "paper": "a4", "language": "en-DE", "bank": {}, "paymentDays": 30,
            "accent": "#1d3c5c",
            "registration": {"legalForm": "GmbH", "companyNumber": "HRB 1234", "register": "Amtsgericht Köln"},
        });
        let business: Business = serde_json::from_value(json).unwrap();
        let phrases = Phrases::load(Locale::british()).unwrap();
        sender(&business, &phrases).unwrap().registrations
    }

    #[test]
    fn registrations_are_named_as_their_country_names_them() {
        let german = [
            "Linse GmbH",
            "Amtsgericht Köln",
            "HRB 1234",
            "USt-IdNr. DE123456788",
        ];
        assert_eq!(registered("DE"), german);
        let british = [
            "Linse GmbH",
            "Amtsgericht Köln",
            "Company no. HRB 1234",
            "VAT DE123456788",
        ];
        assert_eq!(registered("GB"), british);
        assert!(registered("FR").contains(&"SIREN HRB 1234".to_owned()));
    }
}
