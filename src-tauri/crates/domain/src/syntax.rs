//! Whether a text has the form of what it claims to be: e-mail address, IBAN, country, language, colour.
//!
//! Form only: nothing here knows whether the thing exists. Each check takes an empty text as "not given" and
//! returns the text in its one stored form.

use iban::Iban;

use crate::field::{FieldProblem, Problem, limit, one_line};

/// An e-mail address, roughly: one `@`, something before it, a domain behind it, no spaces.
pub fn email(field: &str, text: &str, problems: &mut Vec<FieldProblem>) -> String {
    let text = one_line(field, text, limit::EMAIL, problems);
    checked(field, text, is_email, problems)
}

/// ISO 3166-1 alpha-2, in capitals.
pub fn country(field: &str, text: &str, problems: &mut Vec<FieldProblem>) -> String {
    let text = text.trim().to_uppercase();
    checked(
        field,
        text,
        |text| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
        problems,
    )
}

/// A BCP 47 tag such as `en-GB` or `sr-Latn-RS` (RFC 5646 section 2.1, form only).
pub fn language(field: &str, text: &str, problems: &mut Vec<FieldProblem>) -> String {
    checked(field, text.trim().to_owned(), is_language, problems)
}

/// `#rrggbb`, in small letters.
pub fn colour(field: &str, text: &str, problems: &mut Vec<FieldProblem>) -> String {
    let is_colour = |text: &str| {
        text.strip_prefix('#').is_some_and(|digits| {
            digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    };
    checked(field, text.trim().to_lowercase(), is_colour, problems)
}

/// An IBAN without spaces, in capitals, with the length and form of its country and right check digits
/// (ISO 13616-1 and its registry).
pub fn iban(field: &str, text: &str, problems: &mut Vec<FieldProblem>) -> String {
    let is_iban = |text: &str| text.parse::<Iban>().is_ok();
    checked(field, packed(text), is_iban, problems)
}

/// The number of a bank's branch in the form of its country: sort code (GB), ACH routing number with its check digit
/// (US), BSB (AU), IFSC (IN), transit and institution (CA). Elsewhere it stays as entered.
pub fn routing(field: &str, text: &str, country: &str, problems: &mut Vec<FieldProblem>) -> String {
    let text = one_line(field, text, limit::CODE, problems);
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect();
    let bare = bare.to_uppercase();
    let is_number =
        |length: usize| bare.len() == length && bare.bytes().all(|b| b.is_ascii_digit());
    let cut = |from, to| bare.get(from..to).unwrap_or_default();
    let (fits, written) = match country {
        _ if bare.is_empty() => return text,
        "GB" => (is_number(6), [cut(0, 2), cut(2, 4), cut(4, 6)].join("-")),
        "AU" => (is_number(6), [cut(0, 3), cut(3, 6)].join("-")),
        "US" => (is_number(9) && is_aba(&bare), bare.clone()),
        "CA" => (
            is_number(8) || (is_number(9) && bare.starts_with('0')),
            text.clone(),
        ),
        "IN" => (is_ifsc(&bare), bare.clone()),
        _ => return text,
    };
    checked(field, if fits { written } else { text }, |_| fits, problems)
}

/// Weights 3, 7, 1; the sum ends in 0.
fn is_aba(digits: &str) -> bool {
    let values = digits.chars().filter_map(|c| c.to_digit(10));
    let sum: u32 = values
        .zip([3, 7, 1].into_iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .sum();
    sum.is_multiple_of(10)
}

/// Four letters of the bank, a zero, six characters of the branch.
fn is_ifsc(text: &str) -> bool {
    let (bank, branch) = text.split_at_checked(4).unwrap_or_default();
    bank.bytes().all(|byte| byte.is_ascii_uppercase())
        && branch.len() == 7
        && branch.starts_with('0')
        && branch.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The address of a page that is safe to print as a code: `https`, in ASCII.
pub fn secure_link(field: &str, text: &str, problems: &mut Vec<FieldProblem>) -> String {
    let text = one_line(field, text, limit::LINE, problems);
    checked(field, text, is_secure_link, problems)
}

/// A BIC of 8 or 11 characters (ISO 9362), in capitals.
pub fn bic(field: &str, text: &str, problems: &mut Vec<FieldProblem>) -> String {
    let is_bic = |text: &str| {
        matches!(text.len(), 8 | 11)
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && text
                .bytes()
                .skip(4)
                .take(2)
                .all(|byte| byte.is_ascii_uppercase())
    };
    checked(field, packed(text), is_bic, problems)
}

fn checked(
    field: &str,
    text: String,
    fits: impl Fn(&str) -> bool,
    problems: &mut Vec<FieldProblem>,
) -> String {
    if !text.is_empty() && !fits(&text) {
        problems.push(FieldProblem::new(field, Problem::WrongFormat));
    }
    text
}

fn packed(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect::<String>()
        .to_uppercase()
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let plain =
        |part: &str| !part.contains(|c: char| c.is_whitespace() || "@,;:<>()[]\\\"".contains(c));
    let dotted = |part: &str| part.split('.').all(|label| !label.is_empty());
    local.len() <= 64
        && plain(local)
        && dotted(local)
        && plain(domain)
        && dotted(domain)
        && domain.contains('.')
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    let letters = primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    (2..=8).contains(&primary.len())
        && letters
        && text.len() <= 35
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Whether a link is one that a code may carry: `https`, a host with a dot, nothing that breaks a line.
fn is_secure_link(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |c: char| c.is_ascii_graphic() && !"<>\"\\^`{|}".contains(c);
    text.chars().all(plain)
        && host.contains('.')
        && host.split('.').all(|label| !label.is_empty())
        && !host.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(check: impl Fn(&str, &str, &mut Vec<FieldProblem>) -> String, text: &str) -> bool {
        let mut problems = Vec::new();
        check("field", text, &mut problems);
        problems.is_empty()
    }

    #[test]
    fn an_iban_is_checked_by_its_digits() {
        let mut problems = Vec::new();
        assert_eq!(
            iban("bank.iban", "de89 3704 0044 0532 0130 00", &mut problems),
            "DE89370400440532013000"
        );
        assert_eq!(problems, [], "the example of ISO 13616 holds");
        for wrong in [
            "DE89370400440532013001",
            "DE98370400440532013000",
            "DE893704004",
            "1289370400440532013000",
            "ÄÖ89370400440532013000",
            "DE88370400440532013000",
            "DK5650510001322617",
            "CH04",
            "XX89370400440532013000",
            "CH13307000000000000789012",
        ] {
            assert!(!accepts(iban, wrong), "{wrong}");
        }
        for right in [
            "GB82 WEST 1234 5698 7654 32",
            "NO9386011117947",
            "MT84MALT011000012345MTLCAST001S",
            "GB29NWBK60161331926819",
            "FR1420041010050500013M02606",
            "CH9300762011623852957",
            "BE68539007547034",
            "NL91ABNA0417164300",
            "",
        ] {
            assert!(accepts(iban, right), "{right}");
        }
    }

    #[test]
    fn two_neighbouring_digits_swapped_are_found() {
        let good = "GB82WEST12345698765432";
        for index in 4..good.len() - 1 {
            let mut bytes = good.as_bytes().to_vec();
            bytes.swap(index, index + 1);
            let swapped = String::from_utf8_lossy(&bytes).into_owned();
            assert!(swapped == good || !accepts(iban, &swapped), "{swapped}");
        }
    }

    #[test]
    fn an_email_has_the_form_of_one() {
        for right in [
            "a@b.de",
            "first.last+tag@mail.example.co.uk",
            "zoë@exämple.org",
            "",
        ] {
            assert!(accepts(email, right), "{right}");
        }
        for wrong in [
            "a",
            "a@b",
            "@b.de",
            "a@",
            "a b@c.de",
            "a@b@c.de",
            "a@b..de",
            "a@.de",
            "a@b.de, c@d.de",
            "<a@b.de>",
        ] {
            assert!(!accepts(email, wrong), "{wrong}");
        }
    }

    #[test]
    fn a_link_to_pay_by_is_https_and_names_a_host() {
        for right in [
            "https://pay.example.com/ana?x=1#y",
            "https://buy.stripe.com/abc",
            "",
        ] {
            assert!(accepts(secure_link, right), "{right}");
        }
        for wrong in [
            "http://pay.example.com",
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            "https://a..b/",
            "https://bank.example@evil.example/",
            "https://pay.example.com/a b",
            "https://pay.exämple.com",
        ] {
            assert!(!accepts(secure_link, wrong), "{wrong}");
        }
    }

    #[test]
    fn a_branch_has_the_form_of_its_country() {
        let written = |country: &str, text: &str| {
            let mut problems = Vec::new();
            let written = routing("bank.routing", text, country, &mut problems);
            problems.is_empty().then_some(written)
        };
        for (country, entered, stored) in [
            ("GB", "202015", "20-20-15"),
            ("GB", "20 20 15", "20-20-15"),
            ("AU", "062000", "062-000"),
            ("US", "0210-00021", "021000021"),
            ("IN", "sbin0001234", "SBIN0001234"),
            ("CA", "12345-678", "12345-678"),
            ("NZ", "12-3045", "12-3045"),
            ("GB", "", ""),
        ] {
            assert_eq!(
                written(country, entered).as_deref(),
                Some(stored),
                "{country} {entered}"
            );
        }
        for (country, wrong) in [
            ("GB", "20-20-1"),
            ("GB", "20-20-1A"),
            ("AU", "0620001"),
            ("US", "021000022"),
            ("US", "12345678"),
            ("IN", "SBIN1001234"),
            ("IN", "SB"),
            ("CA", "1234567"),
        ] {
            assert_eq!(written(country, wrong), None, "{country} {wrong}");
        }
    }

    #[test]
    fn codes_have_their_forms() {
        assert!(accepts(country, "de") && !accepts(country, "DEU") && !accepts(country, "1A"));
        assert!(
            accepts(language, "en-GB")
                && accepts(language, "sr-Latn-RS")
                && accepts(language, "de")
        );
        assert!(
            !accepts(language, "e") && !accepts(language, "en_GB") && !accepts(language, "en-")
        );
        assert!(
            accepts(colour, "#A0b1c2") && !accepts(colour, "#abc") && !accepts(colour, "a0b1c2")
        );
        assert!(
            accepts(bic, "COBADEFFXXX") && accepts(bic, "cobadeff") && !accepts(bic, "COBADEF")
        );
    }
}
