//! The letters as text: what they say, what they never say, and what stops them from being made.

use correspondence::*;
use domain::{Currency, Money};

use crate::facts::*;

/// The subject, then the text.
fn whole(letter: &Letter) -> String {
    format!("{}\n\n{}", letter.subject, letter.plain_text())
}

fn written(facts: &impl Wording) -> Result<Letter, LetterError> {
    facts.letter()
}

/// Every kind of letter in every variant of its phrases.
fn all_letters() -> Vec<Letter> {
    let mut letters = Vec::new();
    for reader in [
        person(),
        company(),
        Reader::Organisation {
            name: "Dvořák Ltd".into(),
            contact: Some("Ms Dvořáková".into()),
        },
    ] {
        for enclosed in [true, false] {
            for work in [None, Some("the portraits".to_owned())] {
                let one = FriendlyReminder {
                    reader: reader.clone(),
                    invoice_enclosed: enclosed,
                    work,
                    ..reminder()
                };
                let part = FriendlyReminder {
                    account: vec![line("A-1", 200_000, 75_000)],
                    ..one.clone()
                };
                let many = FriendlyReminder {
                    account: vec![line("A-1", 100_000, 0), line("A-2", 30_000, 5_000)],
                    ..one.clone()
                };
                letters.extend(
                    [one, part, many]
                        .iter()
                        .map(|facts| written(facts).unwrap()),
                );
            }
        }
        let full = FormalDemand {
            reader: reader.clone(),
            ..demand()
        };
        let topics = [
            ClauseTopic::Payment,
            ClauseTopic::LateCharge,
            ClauseTopic::Licence,
            ClauseTopic::Deposit,
            ClauseTopic::Cancellation,
            ClauseTopic::Dispute,
        ];
        let cited = AgreementCited {
            title: "Booking form".into(),
            made_on: None,
            clauses: topics.map(|topic| clause(topic, "1", None, None)).into(),
        };
        let bare = FormalDemand {
            agreement: Some(cited),
            charges: vec![],
            total: gbp(750_266),
            consequences: vec![Consequence::Claim { court: None }],
            earlier_requests: [Medium::Message, Medium::InPerson]
                .map(|by| EarlierRequest {
                    on: day(2026, 4, 2),
                    by,
                })
                .into(),
            enclosures: vec![],
            ..full.clone()
        };
        let barest = FormalDemand {
            agreement: None,
            work: None,
            consequences: vec![],
            earlier_requests: vec![],
            ..bare.clone()
        };
        letters.extend(
            [full, bare, barest]
                .iter()
                .map(|facts| written(facts).unwrap()),
        );
    }
    letters
}

#[test]
fn a_reminder_to_a_person() {
    insta::assert_snapshot!(whole(&written(&reminder()).unwrap()));
}

#[test]
fn a_reminder_about_several_invoices() {
    let facts = FriendlyReminder {
        reader: company(),
        account: vec![
            line("INV-2026-0142", 100_000, 0),
            line("INV-2026-0151", 30_000, 5_000),
        ],
        ..reminder()
    };
    insta::assert_snapshot!(whole(&written(&facts).unwrap()));
}

#[test]
fn a_reminder_after_a_part_payment() {
    let facts = FriendlyReminder {
        account: vec![line("INV-2026-0142", 200_000, 75_000)],
        invoice_enclosed: false,
        work: None,
        ..reminder()
    };
    insta::assert_snapshot!(whole(&written(&facts).unwrap()));
}

#[test]
fn a_demand_to_a_company() {
    insta::assert_snapshot!(whole(&written(&demand()).unwrap()));
}

#[test]
fn a_demand_to_a_person_with_little_known() {
    let facts = FormalDemand {
        reader: person(),
        agreement: None,
        work: None,
        charges: vec![],
        total: gbp(750_266),
        earlier_requests: vec![],
        consequences: vec![],
        enclosures: vec![],
        locale: Locale::find("en-US").unwrap(),
        ..demand()
    };
    insta::assert_snapshot!(whole(&written(&facts).unwrap()));
}

/// Threats that are unlawful or shame, words of accusation, and marks that only machines see.
#[test]
fn no_letter_threatens_shames_or_accuses() {
    let never = [
        "police",
        "arrest",
        "prosecut",
        "criminal",
        "theft",
        "steal",
        "stolen",
        "fraud",
        "jail",
        "prison",
        "immigration",
        "employer",
        "colleague",
        "family",
        "relatives",
        "public",
        "social media",
        "publish your",
        "review",
        "name and shame",
        "credit bureau",
        "credit rating",
        "credit score",
        "blacklist",
        "bailiff",
        "lawsuit",
        "attorney at law",
        "immediately",
        "at once or",
        "final warning",
        "last chance",
        "or else",
        "failure to",
        "you failed",
        "you have failed",
        "refuse",
        "ignored",
        "excuse",
        "dishonest",
        "unacceptable",
        "!!",
        "late fee",
        "penalty",
    ];
    for letter in all_letters() {
        // The client's own name is no word of ours.
        let text = whole(&letter)
            .replace("Dvořák Publishing Ltd", "")
            .to_lowercase();
        for word in never {
            assert!(!text.contains(word), "{word:?} in:\n{text}");
        }
        assert!(
            text.chars().all(
                |c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}' | '{' | '}')
            ),
            "{text}"
        );
        assert!(!text.contains("  -") && !text.contains("none"), "{text}");
    }
}

#[test]
fn a_reminder_asks_for_one_thing_and_names_no_law() {
    let friendly: Vec<Letter> = all_letters()
        .into_iter()
        .filter(|letter| letter.subject.contains("friendly"))
        .collect();
    assert!(friendly.len() >= 30, "{}", friendly.len());
    for letter in friendly {
        let text = letter.plain_text();
        assert_eq!(text.matches('?').count(), 1, "one ask:\n{text}");
        for word in [
            "clause",
            "court",
            "claim",
            "interest",
            "legal",
            "demand",
            "consequence",
            "charge",
            "overdue",
            "owe",
        ] {
            assert!(!text.to_lowercase().contains(word), "{word:?} in:\n{text}");
        }
    }
}

#[test]
fn a_clause_is_quoted_exactly_or_only_cited() {
    let text = written(&demand()).unwrap().plain_text();
    assert!(
        text.contains("“The balance is payable within 14 days of the invoice.”"),
        "{text}"
    );
    let quoted: Vec<&str> = text
        .split('“')
        .skip(1)
        .map(|rest| rest.split('”').next().unwrap())
        .collect();
    let given = [
        "Commission for editorial photography",
        "The balance is payable within 14 days of the invoice.",
    ];
    assert!(
        quoted.iter().all(|words| given.contains(words)),
        "only given words stand in quotation marks: {quoted:?}"
    );
    assert!(
        text.contains("Clause 5.2 of the agreement deals with late payment."),
        "{text}"
    );
}

#[test]
fn a_demand_without_charges_speaks_of_none() {
    let facts = FormalDemand {
        charges: vec![],
        consequences: vec![],
        agreement: None,
        total: gbp(750_266),
        ..demand()
    };
    let text = written(&facts).unwrap().plain_text().to_lowercase();
    for word in ["charge", "interest", "fee", "cost", "court", "consider"] {
        assert!(!text.contains(word), "{word:?} in:\n{text}");
    }
}

#[test]
fn a_missing_value_is_named_and_no_letter_is_made() {
    let missing = |result: Result<Letter, LetterError>, field: &'static str| {
        assert_eq!(result.unwrap_err(), LetterError::Missing { field });
    };
    let blank = || "  ".to_owned();
    missing(
        written(&FriendlyReminder {
            reader: Reader::Person { name: blank() },
            ..reminder()
        }),
        "reader.name",
    );
    missing(
        written(&FriendlyReminder {
            account: vec![],
            ..reminder()
        }),
        "account",
    );
    missing(
        written(&FriendlyReminder {
            how_to_pay: HowToPay::default(),
            ..reminder()
        }),
        "how_to_pay",
    );
    let unnamed = Writer {
        name: blank(),
        ..writer()
    };
    missing(
        written(&FriendlyReminder {
            writer: unnamed,
            ..reminder()
        }),
        "writer.name",
    );
    let mute = Writer {
        contact: vec![blank()],
        ..writer()
    };
    missing(
        written(&FormalDemand {
            writer: mute,
            ..demand()
        }),
        "writer.contact",
    );
    let no_reference = HowToPay {
        reference: blank(),
        ..how_to_pay()
    };
    missing(
        written(&FormalDemand {
            how_to_pay: no_reference,
            ..demand()
        }),
        "how_to_pay.reference",
    );
    let no_number = HowToPay {
        bank: Some(BankDetails {
            account_name: "H".into(),
            ..BankDetails::default()
        }),
        ..how_to_pay()
    };
    missing(
        written(&FormalDemand {
            how_to_pay: no_number,
            ..demand()
        }),
        "how_to_pay.bank.account_number",
    );
    let mut baseless = demand();
    baseless.charges[0].basis = blank();
    missing(written(&baseless), "charges.basis");
    let mut unnumbered = demand();
    unnumbered.agreement.as_mut().unwrap().clauses[0].number = blank();
    missing(written(&unnumbered), "clause.number");
    let handover = vec![Consequence::Handover { to: blank() }];
    missing(
        written(&FormalDemand {
            consequences: handover,
            ..demand()
        }),
        "consequences.to",
    );
}

#[test]
fn a_wrong_total_is_refused() {
    let error = written(&FormalDemand {
        total: gbp(754_267),
        ..demand()
    })
    .unwrap_err();
    assert!(matches!(error, LetterError::SumDiffers { .. }), "{error:?}");
    let error = written(&FriendlyReminder {
        total_open: gbp(1),
        ..reminder()
    })
    .unwrap_err();
    assert!(matches!(error, LetterError::SumDiffers { .. }), "{error:?}");
    let settled = FriendlyReminder {
        account: vec![line("A-1", 100, 100)],
        total_open: gbp(0),
        ..reminder()
    };
    assert_eq!(
        written(&settled).unwrap_err(),
        LetterError::NothingOpen,
        "at zero nothing leaves"
    );
    let euros = Money::new(125_000, Currency::new("EUR").unwrap()).unwrap();
    let error = written(&FriendlyReminder {
        total_open: euros,
        ..reminder()
    })
    .unwrap_err();
    assert_eq!(error, LetterError::MixedCurrencies);
}

#[test]
fn a_deadline_is_after_the_letter() {
    let error = written(&FormalDemand {
        deadline: day(2026, 5, 4),
        ..demand()
    })
    .unwrap_err();
    assert!(
        matches!(error, LetterError::DeadlineNotAfterDate { .. }),
        "{error:?}"
    );
}
