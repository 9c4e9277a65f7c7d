//! The later kinds in every language: what they say, never say, and what stops them.

use correspondence::*;
use domain::{Currency, Money, Rate};
use proptest::prelude::*;

use crate::facts::{day, gbp, line, reminder};
use crate::kind_facts::*;

fn british() -> Locale {
    Locale::british()
}

fn whole(letter: &Letter) -> String {
    format!("{}\n\n{}", letter.subject, letter.plain_text())
}

#[test]
fn every_kind_in_every_language_reads_as_written() {
    for tag in ["en-GB", "de-DE", "fr-FR"] {
        let locale = Locale::find(tag).unwrap();
        let reminders = FriendlyReminder {
            locale,
            ..reminder()
        };
        let friendly = reminders.letter().unwrap();
        let letters = every_letter(locale).into_iter();
        for (kind, letter) in letters.chain([("reminder", friendly)]) {
            insta::assert_snapshot!(format!("{tag}-{kind}"), whole(&letter));
        }
    }
}

#[test]
fn every_locale_fills_every_letter() {
    for tag in Locale::tags() {
        let locale = Locale::find(tag).unwrap();
        for (kind, letter) in every_letter(locale) {
            let text = whole(&letter);
            assert!(!text.contains(['{', '}']), "{tag} {kind}: {text}");
            assert!(!text.contains('\u{2068}'), "{tag} {kind}: {text}");
        }
    }
}

#[test]
fn only_an_offer_to_settle_is_without_prejudice() {
    for (tag, words) in [
        ("en-GB", "without prejudice"),
        ("en-US", "settlement purposes"),
        ("de-DE", "präjudiz"),
        ("fr-FR", "préjudiciable"),
    ] {
        for (kind, letter) in every_letter(Locale::find(tag).unwrap()) {
            let found = whole(&letter).to_lowercase().contains(words);
            assert_eq!(found, kind == "settlement", "{tag} {kind}");
            assert_eq!(letter.mark.is_some(), kind == "settlement", "{tag} {kind}");
        }
    }
}

/// No letter threatens with anything but the lawful step it was given.
#[test]
fn no_language_threatens_or_shames() {
    let never = [
        (
            "en-GB",
            "police|arrest|prosecut|criminal|fraud|employer|social media|credit rat|bailiff|final warning|last chance|!!",
        ),
        (
            "de-DE",
            "polizei|anzeige|strafrecht|betrug|gefängnis|arbeitgeber|schufa|öffentlich|gerichtsvollzieher|pfänd|unverschämt|!!",
        ),
        (
            "fr-FR",
            "police|plainte|pénal|escroc|prison|employeur|huissier|saisie|publier|fichier|honte|!!",
        ),
    ];
    for (tag, words) in never {
        for (kind, letter) in every_letter(Locale::find(tag).unwrap()) {
            let text = whole(&letter).to_lowercase();
            for word in words.split('|') {
                assert!(!text.contains(word), "{tag} {kind} says {word:?}: {text}");
            }
        }
    }
}

/// A reminder names no court and no claim; the second notice does not pretend to be the last one.
#[test]
fn each_tone_keeps_to_its_step() {
    for (tag, court, last) in [
        ("en-GB", "court|claim|formal demand for", "last|final"),
        ("de-DE", "gericht|klage", "letzte"),
        ("fr-FR", "tribunal|juridiction|justice", "dernier"),
    ] {
        for (kind, letter) in every_letter(Locale::find(tag).unwrap()) {
            let text = whole(&letter).to_lowercase();
            if kind.starts_with("second-notice") {
                for word in court.split('|').chain(last.split('|')) {
                    assert!(!text.contains(word), "{tag} {kind} says {word:?}: {text}");
                }
            }
            if kind.starts_with("last-reminder") {
                let said = last
                    .split('|')
                    .any(|word| letter.subject.to_lowercase().contains(word));
                assert!(said, "{tag}: {}", letter.subject);
            }
        }
    }
}

#[test]
fn a_letter_is_written_as_its_place_writes() {
    let of = |tag: &str| {
        let letters = every_letter(Locale::find(tag).unwrap());
        let whole = letters.iter().map(|(_, letter)| whole(letter));
        whole.collect::<Vec<_>>().join("\n")
    };
    let german = of("de-DE");
    assert!(
        german.contains("„Commission for editorial photography“"),
        "{german}"
    );
    assert!(
        german.contains("7.022,66 £") && german.contains("12 %"),
        "{german}"
    );
    assert!(german.contains("1. Februar 2026") && german.contains("Montag, 18. Mai 2026"));
    assert!(of("de-AT").contains("£ 7.022,66"));
    let swiss = of("de-CH");
    assert!(
        !swiss.contains('ß') && swiss.contains("«Commission"),
        "{swiss}"
    );
    assert!(
        swiss.contains("Sehr geehrte Damen und Herren\n\nAm 4. Mai"),
        "{swiss}"
    );
    assert!(swiss.contains("£ 7’022.66") && swiss.contains("12%"));
    let french = of("fr-FR");
    assert!(french.contains("1er février 2026") && french.contains("lundi 18 mai 2026"));
    assert!(
        french.contains("« Commission for editorial photography »"),
        "{french}"
    );
    assert!(french.contains("7 022,66 £"), "{french}");
    assert!(of("fr-CA").contains("Total à payer : 7 502,66 £"));
}

fn refused(facts: &impl Wording) -> LetterError {
    facts.letter().unwrap_err()
}

#[test]
fn a_wrong_sum_in_any_letter_is_refused() {
    let differs = |error: LetterError| {
        assert!(matches!(error, LetterError::SumDiffers { .. }), "{error:?}");
    };
    let locale = british();
    differs(refused(&FirmReminder {
        total_open: gbp(750_265),
        ..firm(locale, FirmTone::SecondNotice)
    }));
    differs(refused(&FinalNotice {
        total: gbp(765_274),
        ..final_notice(locale)
    }));
    differs(refused(&ChargesStatement {
        rounding: None,
        ..charges(locale)
    }));
    differs(refused(&SettlementOffer {
        total: gbp(750_267),
        ..settlement(locale)
    }));
    differs(refused(&PaidInFull {
        total: gbp(850_265),
        ..paid(locale)
    }));
    let mut short = plan(locale);
    short.parts[2].amount = gbp(258_808);
    differs(refused(&short));
    let mut closing = statement(locale);
    closing.accounts[0].closing = gbp(750_267);
    differs(refused(&closing));
    let mut open = statement(locale);
    open.accounts[0].open.pop();
    differs(refused(&open));
    let mut paid_differs = full_demand(locale);
    paid_differs.account[0].paid = gbp(99_999);
    differs(refused(&paid_differs));
}

#[test]
fn interest_is_computed_again_before_it_is_written() {
    let locale = british();
    let mut facts = charges(locale);
    facts.charges[0].amount = gbp(8_544);
    facts.total = gbp(18_543);
    assert!(
        matches!(refused(&facts), LetterError::InterestDiffers { .. }),
        "one penny too much"
    );
    let mut days = charges(locale);
    if let Some(interest) = &mut days.charges[0].interest {
        interest.to = day(2026, 5, 5);
    }
    assert!(matches!(refused(&days), LetterError::Implausible { .. }));
}

#[test]
fn no_day_is_counted_twice_or_left_out() {
    let locale = british();
    for from in [day(2026, 5, 4), day(2026, 5, 6)] {
        let per_diem = Some(PerDiem {
            amount: gbp(231),
            from,
        });
        let demand = FormalDemand {
            per_diem,
            ..full_demand(locale)
        };
        let statement = ChargesStatement {
            per_diem,
            ..charges(locale)
        };
        for error in [refused(&demand), refused(&statement)] {
            assert!(
                matches!(
                    error,
                    LetterError::Implausible {
                        field: "per_diem.from",
                        ..
                    }
                ),
                "{from}: {error:?}"
            );
        }
    }
}

#[test]
fn currencies_are_not_mixed_and_balances_never_added_up() {
    let locale = british();
    let euros = |minor| Money::new(minor, Currency::new("EUR").unwrap()).unwrap();
    let mixed = |error: LetterError| assert_eq!(error, LetterError::MixedCurrencies);
    mixed(refused(&SettlementOffer {
        offer: euros(600_000),
        ..settlement(locale)
    }));
    let mut foreign = statement(locale);
    foreign.accounts[0].entries[1].amount = euros(120_000);
    mixed(refused(&foreign));
    let mut diem = final_notice(locale);
    diem.per_diem = Some(PerDiem {
        amount: euros(231),
        from: day(2026, 6, 2),
    });
    mixed(refused(&diem));
    let twice = AccountStatement {
        accounts: vec![statement(locale).accounts[0].clone(); 2],
        ..statement(locale)
    };
    assert!(matches!(refused(&twice), LetterError::Implausible { .. }));
    let text = statement(locale).letter().unwrap().plain_text();
    assert!(text.contains("Balance to pay: £7,502.66"), "{text}");
    assert!(text.contains("Balance in your favour: US$250.00"), "{text}");
}

#[test]
fn days_stand_in_their_order() {
    let locale = british();
    let order = |error: LetterError, what: &str| match error {
        LetterError::OutOfOrder { field, .. } => assert_eq!(field, what),
        other => panic!("{what}: {other:?}"),
    };
    let notice = || final_notice(locale);
    order(
        refused(&FinalNotice {
            date: day(2026, 5, 18),
            ..notice()
        }),
        "date",
    );
    order(
        refused(&FinalNotice {
            extended_to: Some(day(2026, 6, 1)),
            ..notice()
        }),
        "date",
    );
    order(
        refused(&FinalNotice {
            filing_on: day(2026, 6, 12),
            ..notice()
        }),
        "filing_on",
    );
    order(
        refused(&SettlementOffer {
            expires_on: day(2026, 5, 4),
            ..settlement(locale)
        }),
        "expires_on",
    );
    let mut parts = plan(locale);
    parts.parts.swap(0, 1);
    order(refused(&parts), "parts");
    let mut entries = statement(locale);
    entries.accounts[0].entries[0].on = day(2026, 3, 14);
    order(refused(&entries), "accounts.entries");
}

#[test]
fn an_extension_is_told_and_what_is_missing_is_named() {
    let locale = british();
    let told = FinalNotice {
        extended_to: Some(day(2026, 5, 25)),
        ..final_notice(locale)
    };
    let text = told.letter().unwrap().plain_text();
    assert!(text.contains("extended to 25 May 2026"), "{text}");
    let missing = |error: LetterError, what: &str| match error {
        LetterError::Missing { field } => assert_eq!(field, what),
        other => panic!("{what}: {other:?}"),
    };
    missing(
        refused(&FinalNotice {
            court: " ".into(),
            ..final_notice(locale)
        }),
        "court",
    );
    missing(
        refused(&CoverLetter {
            enclosures: vec![],
            ..cover(locale)
        }),
        "enclosures",
    );
    missing(
        refused(&PaymentPlan {
            parts: vec![],
            ..plan(locale)
        }),
        "parts",
    );
    missing(
        refused(&ChargesStatement {
            charges: vec![],
            waived: vec![],
            ..charges(locale)
        }),
        "charges",
    );
    let mut payments = full_demand(locale);
    payments.payments[0].amount = gbp(100_001);
    assert!(
        matches!(refused(&payments), LetterError::Implausible { .. }),
        "more than the account says was paid"
    );
    for offer in [gbp(0), gbp(750_266)] {
        let error = refused(&SettlementOffer {
            offer,
            ..settlement(locale)
        });
        assert!(
            matches!(error, LetterError::Implausible { .. }),
            "{error:?}"
        );
    }
}

proptest! {
    /// However the entries fall, the statement is made exactly when its closing balance is their sum, and its
    /// last running balance is that sum.
    #[test]
    fn a_statement_ends_at_the_sum_of_its_entries(
        opening in 0_i64..1_000_000,
        moves in prop::collection::vec((any::<bool>(), 1_i64..500_000), 0..20),
        off in -1_i64..=1,
    ) {
        let mut balance = opening;
        let entries = moves.iter().map(|&(adds, amount)| {
            balance += if adds { amount } else { -amount };
            let what = if adds {
                Movement::Invoice { number: "A-1".into(), due_on: day(2026, 5, 1) }
            } else {
                Movement::WrittenOff
            };
            entry(day(2026, 4, 1), what, amount)
        });
        let entries: Vec<_> = entries.collect();
        let closing = balance + off;
        let mut facts = statement(british());
        facts.accounts = vec![CurrencyAccount {
            opening: gbp(opening),
            entries,
            closing: gbp(closing),
            open: if closing > 0 { vec![line("A-1", closing, 0)] } else { vec![] },
            charges: vec![],
            unallocated: gbp((-closing).max(0)),
        }];
        let made = facts.letter();
        prop_assert_eq!(made.is_ok(), off == 0, "{:?}", made);
        if let Ok(letter) = made {
            let tables = letter.body.iter().filter_map(|block| match block {
                Block::Table(table) => Some(table),
                _ => None,
            });
            let table = tables.into_iter().next().unwrap();
            let last = table.rows.last().unwrap().last().unwrap();
            prop_assert_eq!(last, &format::amount(british(), gbp(balance)));
        }
    }

    /// A line of interest is written exactly when it is the rounded product of its rate and time.
    #[test]
    fn interest_is_what_rate_and_time_give(
        principal in 1_i64..100_000_000,
        rate in 1_i64..200_000,
        days in 1_u32..400,
        off in -1_i64..=1,
    ) {
        let exact = i128::from(principal) * i128::from(rate) * i128::from(days);
        let year = i128::from(Rate::WHOLE) * 365;
        let rounded = i64::try_from((exact * 2 + year) / (year * 2)).unwrap();
        let charge = ChargeLine {
            amount: gbp(rounded + off),
            interest: Some(Interest {
                principal: gbp(principal),
                rate: Rate(rate),
                per: RatePer::Year { days, days_in_year: 365 },
                from: day(2026, 1, 1),
                to: domain::calendar::days_after(day(2026, 1, 1), days - 1),
            }),
            ..interest()
        };
        let facts = ChargesStatement {
            total: charge.amount,
            charges: vec![charge],
            waived: vec![],
            rounding: None,
            per_diem: None,
            ..charges(british())
        };
        prop_assert_eq!(facts.letter().is_ok(), off == 0);
    }

    /// A plan in any parts is made exactly when they add up to the debt.
    #[test]
    fn a_plan_pays_exactly_what_is_owed(
        parts in prop::collection::vec(1_i64..1_000_000, 1..8),
        off in -1_i64..=1,
    ) {
        let total: i64 = parts.iter().sum();
        let owed = total + off;
        prop_assume!(owed > 0);
        let facts = PaymentPlan {
            account: vec![line("A-1", owed, 0)],
            charges: vec![],
            total: gbp(owed),
            parts: parts
                .iter()
                .zip(1..)
                .map(|(&amount, n)| PlanPart {
                    due_on: domain::calendar::days_after(day(2026, 6, 1), 30 * n),
                    amount: gbp(amount),
                })
                .collect(),
            ..plan(british())
        };
        prop_assert_eq!(facts.letter().is_ok(), off == 0);
    }
}
