//! Clients and the people around one.
//!
//! Owns who may be told about a debt: the contracting party, its payer and its representative - never a
//! person who only takes messages (invariant 17).

use serde::{Deserialize, Serialize};

use crate::field::{self, FieldProblem, Problem, limit, many_lines, one_line, required_line};
use crate::syntax;

/// Decides which rules of law and which tone apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ClientKind {
    Consumer,
    SoleTrader,
    Company,
    PublicBody,
}

/// A postal address in parts; papers order them by country.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct Address {
    /// Street and number, building, care of: one line each, at most three.
    pub lines: Vec<String>,
    pub postcode: String,
    pub city: String,
    /// State, county or province where addresses use one.
    pub region: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

/// What a person around a client may hear and do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PersonRole {
    ContractingParty,
    Payer,
    Representative,
    /// May be asked to pass on a call, and is never told why.
    MessageOnly,
}

impl PersonRole {
    /// Whether this person may learn of the debt.
    pub fn may_know_of_debt(self) -> bool {
        !matches!(self, Self::MessageOnly)
    }
}

/// A person in a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Person {
    pub name: String,
    pub role: PersonRole,
    pub email: String,
    pub phone: String,
    pub note: String,
}

/// A client as entered: the buyer of invoices (EN 16931 BG-7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClientFacts {
    pub kind: ClientKind,
    pub name: String,
    pub address: Address,
    pub email: String,
    pub phone: String,
    pub vat_id: String,
    /// The client's own reference that each invoice repeats (BT-10).
    pub reference: String,
    /// BCP 47 tag; empty means the business's language.
    pub language: String,
    /// Net days agreed with this client; `None` means the business's.
    pub payment_days: Option<u32>,
    pub people: Vec<Person>,
    pub do_not_contact: bool,
    pub note: String,
}

/// The most people kept around one client.
const MAX_PEOPLE: usize = 20;

impl Address {
    /// Trimmed and limited; `field` is where the address stands, such as `address`.
    #[must_use]
    pub fn validated(self, field: &str, problems: &mut Vec<FieldProblem>) -> Self {
        let lines: Vec<String> = self
            .lines
            .iter()
            .enumerate()
            .map(|(index, line)| {
                one_line(
                    &format!("{field}.lines[{index}]"),
                    line,
                    limit::LINE,
                    problems,
                )
            })
            .filter(|line| !line.is_empty())
            .collect();
        if lines.len() > 3 {
            problems.push(FieldProblem::new(
                format!("{field}.lines"),
                Problem::TooMany,
            ));
        }
        Self {
            lines,
            postcode: one_line(
                &format!("{field}.postcode"),
                &self.postcode,
                limit::CODE,
                problems,
            ),
            city: one_line(&format!("{field}.city"), &self.city, limit::LINE, problems),
            region: one_line(
                &format!("{field}.region"),
                &self.region,
                limit::LINE,
                problems,
            ),
            country: syntax::country(&format!("{field}.country"), &self.country, problems),
        }
    }

    /// Whether a letter could arrive: a line or a postcode, and a city (EN 16931 BG-5 and BG-8 ask for the
    /// country, which [`crate::invoice::check`] asks for by itself).
    pub fn is_postal(&self) -> bool {
        !self.city.is_empty() && (!self.lines.is_empty() || !self.postcode.is_empty())
    }
}

impl ClientFacts {
    /// The client trimmed and checked for saving; what an invoice needs beyond that is asked at issue.
    pub fn validated(self) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        if let Some(days) = self.payment_days {
            field::days("paymentDays", days, &mut problems);
        }
        if self.people.len() > MAX_PEOPLE {
            problems.push(FieldProblem::new("people", Problem::TooMany));
        }
        let people = self.people.into_iter().enumerate();
        let client = Self {
            name: required_line("name", &self.name, limit::LINE, &mut problems),
            address: self.address.validated("address", &mut problems),
            email: syntax::email("email", &self.email, &mut problems),
            phone: one_line("phone", &self.phone, limit::CODE, &mut problems),
            vat_id: one_line("vatId", &self.vat_id, limit::CODE, &mut problems),
            reference: one_line("reference", &self.reference, limit::LINE, &mut problems),
            language: syntax::language("language", &self.language, &mut problems),
            people: people
                .map(|(index, person)| person.validated(&format!("people[{index}]"), &mut problems))
                .collect(),
            note: many_lines("note", &self.note, limit::NOTE, &mut problems),
            ..self
        };
        field::value_or(client, problems)
    }
}

impl Person {
    fn validated(self, field: &str, problems: &mut Vec<FieldProblem>) -> Self {
        Self {
            name: required_line(&format!("{field}.name"), &self.name, limit::LINE, problems),
            email: syntax::email(&format!("{field}.email"), &self.email, problems),
            phone: one_line(
                &format!("{field}.phone"),
                &self.phone,
                limit::CODE,
                problems,
            ),
            note: many_lines(&format!("{field}.note"), &self.note, limit::NOTE, problems),
            ..self
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn client() -> ClientFacts {
        ClientFacts {
            kind: ClientKind::Company,
            name: " Bright & Sons ".into(),
            address: Address {
                lines: vec!["1 Quay".into(), "  ".into()],
                country: "gb".into(),
                ..Address::default()
            },
            email: "pay@bright.example".into(),
            phone: String::new(),
            vat_id: String::new(),
            reference: String::new(),
            language: String::new(),
            payment_days: None,
            people: vec![],
            do_not_contact: false,
            note: String::new(),
        }
    }

    #[test]
    fn a_client_is_stored_trimmed() {
        let saved = client().validated().unwrap();
        assert_eq!(
            (saved.name.as_str(), saved.address.country.as_str()),
            ("Bright & Sons", "GB")
        );
        assert_eq!(
            saved.address.lines,
            ["1 Quay"],
            "an empty address line is no line"
        );
    }

    #[test]
    fn each_wrong_field_is_named() {
        let person = Person {
            name: String::new(),
            role: PersonRole::Payer,
            email: "x".into(),
            phone: String::new(),
            note: String::new(),
        };
        let wrong = ClientFacts {
            name: "n".repeat(201),
            payment_days: Some(731),
            people: vec![person],
            address: Address {
                country: "Germany".into(),
                ..Address::default()
            },
            note: "a\u{0}".into(),
            ..client()
        };
        let problems = wrong.validated().unwrap_err();
        for (field, problem) in [
            ("name", Problem::TooLong),
            ("paymentDays", Problem::TooLarge),
            ("people[0].name", Problem::Required),
            ("people[0].email", Problem::WrongFormat),
            ("address.country", Problem::WrongFormat),
            ("note", Problem::ForbiddenCharacter),
        ] {
            assert!(
                problems.contains(&FieldProblem::new(field, problem)),
                "{field} in {problems:?}"
            );
        }
        assert_eq!(problems.len(), 6, "nothing else is wrong");
    }

    #[test]
    fn a_name_of_two_hundred_characters_of_any_script_is_a_name() {
        let long = ClientFacts {
            name: "Ω".repeat(200),
            ..client()
        };
        assert!(long.validated().is_ok());
    }

    #[test]
    fn someone_who_only_takes_messages_never_learns_of_the_debt() {
        assert!(!PersonRole::MessageOnly.may_know_of_debt());
        assert!(PersonRole::Payer.may_know_of_debt());
    }
}
