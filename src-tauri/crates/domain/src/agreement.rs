//! What was signed: the agreement's terms as facts that invoices and letters cite.
//!
//! A letter quotes a term's own words or cites its clause number; it never paraphrases (see [`Term::words`]).

use serde::{Deserialize, Serialize};

use crate::calendar::CivilDate;
use crate::field::{self, FieldProblem, Problem, limit, many_lines, one_line, required_line};

/// What a term is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// Net days.
    Payment,
    LateCharge,
    /// Use rights pass when the invoice is paid.
    LicenceOnPayment,
    Deposit,
    Cancellation,
    DisputeRoute,
}

/// One clause as a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Term {
    pub kind: TermKind,
    /// As the paper numbers it: `4.2`.
    pub clause: String,
    /// The clause's exact words; empty when they were not entered, and then letters only cite the number.
    pub words: String,
    /// Page of the signed paper.
    pub page: Option<u32>,
    /// Net days, for a payment term.
    pub days: Option<u32>,
}

/// An agreement attached to a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AgreementFacts {
    pub title: String,
    pub signed_on: Option<CivilDate>,
    pub terms: Vec<Term>,
}

/// The most terms kept of one agreement, and the last page one can stand on.
const MAX_TERMS: usize = 50;
const MAX_PAGE: u32 = 10_000;

impl AgreementFacts {
    /// The agreement trimmed and checked; the words of a clause stay exactly as entered within their limits.
    pub fn validated(self, today: CivilDate) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        if let Some(signed_on) = self.signed_on {
            field::past_date("signedOn", signed_on, today, &mut problems);
        }
        if self.terms.len() > MAX_TERMS {
            problems.push(FieldProblem::new("terms", Problem::TooMany));
        }
        let title = required_line("title", &self.title, limit::LINE, &mut problems);
        let terms = self.terms.into_iter().enumerate();
        let terms = terms
            .map(|(index, term)| term.validated(&format!("terms[{index}]"), &mut problems))
            .collect();
        field::value_or(
            Self {
                title,
                terms,
                ..self
            },
            problems,
        )
    }
}

impl Term {
    fn validated(self, at: &str, problems: &mut Vec<FieldProblem>) -> Self {
        if let Some(days) = self.days {
            field::days(&format!("{at}.days"), days, problems);
        }
        match self.page {
            Some(0) => problems.push(FieldProblem::new(
                format!("{at}.page"),
                Problem::MustBePositive,
            )),
            Some(page) if page > MAX_PAGE => {
                problems.push(FieldProblem::new(format!("{at}.page"), Problem::TooLarge));
            }
            _ => {}
        }
        let clause = one_line(&format!("{at}.clause"), &self.clause, limit::CODE, problems);
        let words = many_lines(&format!("{at}.words"), &self.words, limit::NOTE, problems);
        if clause.is_empty() && words.is_empty() {
            // A letter could neither quote nor cite it.
            problems.push(FieldProblem::new(format!("{at}.clause"), Problem::Required));
        }
        Self {
            clause,
            words,
            ..self
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_term_can_be_quoted_or_cited() {
        let today = CivilDate::from_ymd_opt(2026, 3, 1).unwrap();
        let term = Term {
            kind: TermKind::Payment,
            clause: " 4.2 ".into(),
            words: String::new(),
            page: Some(3),
            days: Some(14),
        };
        let agreement = AgreementFacts {
            title: "Contract".into(),
            signed_on: Some(today),
            terms: vec![term.clone()],
        };
        assert_eq!(
            agreement.clone().validated(today).unwrap().terms[0].clause,
            "4.2"
        );

        let empty = Term {
            clause: String::new(),
            page: Some(0),
            days: Some(9_999),
            ..term
        };
        let tomorrow = today.succ_opt();
        let problems = AgreementFacts {
            signed_on: tomorrow,
            terms: vec![empty],
            ..agreement
        }
        .validated(today)
        .unwrap_err();
        for (field, problem) in [
            ("signedOn", Problem::InFuture),
            ("terms[0].clause", Problem::Required),
            ("terms[0].page", Problem::MustBePositive),
            ("terms[0].days", Problem::TooLarge),
        ] {
            assert!(
                problems.contains(&FieldProblem::new(field, problem)),
                "{field} in {problems:?}"
            );
        }
    }
}
