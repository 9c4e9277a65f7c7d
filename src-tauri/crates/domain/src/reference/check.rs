//! Check digits of payment references. Callers pass digits (and capitals to [`mod97`]) only.

/// The number modulo 97, letters counting as 10 to 35 (ISO 7064 MOD 97-10).
pub(super) fn mod97(text: &str) -> u32 {
    text.chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, value| {
            (rest * if value < 10 { 10 } else { 100 } + value) % 97
        })
}

/// Modulo 10, recursive: the digit of the Swiss QR reference.
pub(super) fn recursive(digits: &str) -> u32 {
    const TABLE: [u32; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let carry = values(digits).fold(0, |carry, digit| {
        let row = (digit + carry) % 10;
        TABLE
            .iter()
            .zip(0..)
            .find(|(_, index)| *index == row)
            .map_or(0, |(next, _)| *next)
    });
    (10 - carry) % 10
}

/// Weights 7, 3, 1 from the right, up to the next ten.
pub(super) fn weighted_731(digits: &str) -> u32 {
    let sum: u32 = values(digits)
        .rev()
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .sum();
    (10 - sum % 10) % 10
}

/// Weights 2, 1 from the right, sums of digits, up to the next ten (Luhn).
pub(super) fn luhn(digits: &str) -> u32 {
    let weighted = values(digits).rev().zip([2, 1].into_iter().cycle());
    let sum: u32 = weighted
        .map(|(digit, weight)| digit * weight / 10 + digit * weight % 10)
        .sum();
    (10 - sum % 10) % 10
}

/// Weights 2 to 7 from the right, up to the next eleven; 10 has no digit.
pub(super) fn mod11(digits: &str) -> u32 {
    let sum: u32 = values(digits)
        .rev()
        .zip((2..=7).cycle())
        .map(|(digit, weight)| digit * weight)
        .sum();
    (11 - sum % 11) % 11
}

fn values(digits: &str) -> impl DoubleEndedIterator<Item = u32> {
    digits.chars().filter_map(|c| c.to_digit(10))
}
