//! Exact sums, one rounding, firm bounds.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;

fn currency(code: &str) -> Currency {
    Currency::new(code).unwrap()
}

fn eur(minor: i64) -> Money {
    Money::new(minor, currency("EUR")).unwrap()
}

#[test]
fn halves_round_away_from_zero() {
    for (numerator, denominator, rounded) in [
        (1, 2, 1),
        (-1, 2, -1),
        (1, 3, 0),
        (2, 3, 1),
        (3, 2, 2),
        (-3, 2, -2),
        (4, 1, 4),
        (0, 7, 0),
        (49, 100, 0),
    ] {
        assert_eq!(
            divide_half_up(numerator, denominator),
            rounded,
            "{numerator}/{denominator}"
        );
    }
}

#[test]
fn two_currencies_never_add_up() {
    let yen = Money::new(1, currency("JPY")).unwrap();
    assert!(
        matches!(eur(1).plus(yen), Err(MoneyError::CurrencyMismatch { .. })),
        "no rate is ever assumed"
    );
    assert!(matches!(
        Money::sum(currency("EUR"), [eur(1), yen]),
        Err(MoneyError::CurrencyMismatch { .. })
    ));
}

#[test]
fn amounts_beyond_what_json_holds_are_refused() {
    assert!(Money::new(MAX_MINOR, currency("EUR")).is_ok());
    assert_eq!(
        Money::new(MAX_MINOR + 1, currency("EUR")),
        Err(MoneyError::TooLarge)
    );
    assert_eq!(eur(MAX_MINOR).plus(eur(1)), Err(MoneyError::TooLarge));
    assert_eq!(
        Money::new(i64::MIN, currency("EUR")),
        Err(MoneyError::TooLarge)
    );
    let json = format!(r#"{{"minor":{},"currency":"EUR"}}"#, MAX_MINOR + 1);
    assert!(
        serde_json::from_str::<Money>(&json).is_err(),
        "the bound holds for what is read, too"
    );
}

#[test]
fn an_unknown_currency_is_refused() {
    for code in ["", "eur", "EURO", "XXX", "€"] {
        assert!(
            Currency::new(code).is_err(),
            "{code} is no currency to invoice in"
        );
    }
}

#[test]
fn plain_form_follows_the_exponent() {
    assert_eq!(eur(-5).to_string(), "EUR -0.05");
    assert_eq!(
        Money::new(1234, currency("JPY")).unwrap().to_string(),
        "JPY 1234"
    );
    assert_eq!(
        Money::new(1234, currency("KWD")).unwrap().to_string(),
        "KWD 1.234"
    );
}

#[test]
fn price_times_quantity_rounds_once_to_the_minor_unit() {
    // 3 x 0.3350 EUR = 1.005 EUR: half up gives 1.01; rounding the price first would give 1.02.
    assert_eq!(
        UnitPrice(3_350)
            .times(Quantity(3_000), currency("EUR"))
            .unwrap(),
        eur(101)
    );
    // 1.5 hours at 2501 JPY = 3751.5 JPY.
    let yen = UnitPrice(25_010_000)
        .times(Quantity(1_500), currency("JPY"))
        .unwrap();
    assert_eq!(yen.minor(), 3_752);
    // 0.333 x 10.0000 KWD = 3.330 KWD.
    assert_eq!(
        UnitPrice(100_000)
            .times(Quantity(333), currency("KWD"))
            .unwrap()
            .minor(),
        3_330
    );
    assert_eq!(
        UnitPrice(i64::MAX).times(Quantity(i64::MAX), currency("KWD")),
        Err(MoneyError::TooLarge)
    );
}

#[test]
fn the_last_of_three_equal_parts_takes_the_rest() {
    let parts: Vec<i64> = eur(10_000)
        .split_evenly(3)
        .unwrap()
        .into_iter()
        .map(Money::minor)
        .collect();
    assert_eq!(parts, [3_333, 3_333, 3_334]);
    assert_eq!(eur(1).split(&[]), Err(MoneyError::NoParts));
    assert_eq!(eur(1).split(&[0, 0]), Err(MoneyError::NoParts));
    let parts: Vec<i64> = eur(100)
        .split(&[2, 1, 0])
        .unwrap()
        .into_iter()
        .map(Money::minor)
        .collect();
    assert_eq!(parts, [66, 34, 0], "a part without weight gets nothing");
}

proptest! {
    #[test]
    fn parts_add_up_to_the_whole(minor in -MAX_MINOR..=MAX_MINOR, weights in prop::collection::vec(0_u32..=u32::MAX, 1..40)) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let parts = eur(minor).split(&weights).unwrap();
        prop_assert_eq!(parts.len(), weights.len());
        prop_assert_eq!(Money::sum(currency("EUR"), parts.clone()).unwrap(), eur(minor));
        let total: i128 = weights.iter().copied().map(i128::from).sum();
        for (part, weight) in parts.iter().zip(&weights) {
            let off = i128::from(part.minor()) * total - i128::from(minor) * i128::from(*weight);
            prop_assert!(off.abs() <= total * 40, "no part strays further than one unit for each part");
        }
    }

    #[test]
    fn minus_undoes_plus(a in -MAX_MINOR / 2..=MAX_MINOR / 2, b in -MAX_MINOR / 2..=MAX_MINOR / 2) {
        prop_assert_eq!(eur(a).plus(eur(b)).unwrap().minus(eur(b)).unwrap(), eur(a));
    }

    #[test]
    fn rounding_is_symmetric_and_within_half(numerator in -1_000_000_000_000_i128..1_000_000_000_000, denominator in 1_i128..1_000_000) {
        let rounded = divide_half_up(numerator, denominator);
        prop_assert_eq!(divide_half_up(-numerator, denominator), -rounded);
        prop_assert!((rounded * denominator - numerator).abs() * 2 <= denominator);
    }

    #[test]
    fn a_share_and_the_rest_are_the_whole(minor in -MAX_MINOR..=MAX_MINOR, rate in 0..=Rate::WHOLE) {
        let share = eur(minor).share(Rate(rate)).unwrap();
        prop_assert!(share.minor().abs() <= minor.abs());
        prop_assert_eq!(eur(minor).minus(share).unwrap().plus(share).unwrap(), eur(minor));
    }

    #[test]
    fn money_survives_json(minor in -MAX_MINOR..=MAX_MINOR) {
        let text = serde_json::to_string(&eur(minor)).unwrap();
        prop_assert_eq!(serde_json::from_str::<Money>(&text).unwrap(), eur(minor));
    }

    #[test]
    fn a_price_made_from_an_amount_gives_the_amount_back(minor in -1_000_000_000..=1_000_000_000_i64, code in prop::sample::select(vec!["EUR", "JPY", "KWD"])) {
        let amount = Money::new(minor, currency(code)).unwrap();
        prop_assert_eq!(UnitPrice::of(amount).unwrap().times(Quantity::ONE, currency(code)).unwrap(), amount);
    }
}
