//! Words for places outside the window: the tray and notifications have no formatting of their own.

use correspondence::{Locale, format};
use domain::Money;

/// An amount as papers in this language (a BCP 47 tag) write it: `£1,250.00`.
pub fn money_text(amount: Money, language: &str) -> String {
    format::money(
        Locale::find(language).unwrap_or_else(Locale::british),
        amount,
    )
}

#[cfg(test)]
mod tests {
    use domain::Currency;

    use super::*;

    #[test]
    fn an_amount_is_written_as_on_papers() {
        let amount = Money::new(125_000, Currency::new("GBP").unwrap()).unwrap();
        assert_eq!(money_text(amount, "en-GB"), "£1,250.00");
        assert_eq!(
            money_text(amount, "xx"),
            "£1,250.00",
            "an unknown language still gets an amount"
        );
    }
}
