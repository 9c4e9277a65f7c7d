//! Colours of the papers, and the guard that keeps an owner's accent readable on white.

/// Red, green and blue, 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Colour(pub(crate) [u8; 3]);

pub(crate) const INK: Colour = Colour([0x1b, 0x1d, 0x21]);
/// Labels and small print: 6.5 to 1 on white.
pub(crate) const SOFT: Colour = Colour([0x56, 0x5c, 0x66]);
pub(crate) const HAIRLINE: Colour = Colour([0xc8, 0xcd, 0xd4]);
pub(crate) const WHITE: Colour = Colour([0xff, 0xff, 0xff]);
pub(crate) const TINT: Colour = Colour([0xf0, 0xf2, 0xf5]);

/// What papers make of an owner's accent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    pub given: [u8; 3],
    /// The same, or darker as far as needed.
    pub used: [u8; 3],
    /// Contrast of the given colour with white in hundredths, rounded down: 450 is the least for text.
    pub contrast: u32,
    pub used_contrast: u32,
}

impl Accent {
    pub fn of(given: [u8; 3]) -> Self {
        let Colour(used) = Colour::readable(given);
        Self {
            given,
            used,
            contrast: hundredths(given),
            used_contrast: hundredths(used),
        }
    }

    pub fn is_darkened(self) -> bool {
        self.given != self.used
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a contrast lies between 1 and 21"
)]
fn hundredths(colour: [u8; 3]) -> u32 {
    (contrast_with_white(colour) * 100.0).floor() as u32
}

impl Colour {
    /// The accent, darkened step by step until text in it has a contrast of 4.5 to 1 on white (WCAG 2 AA).
    pub(crate) fn readable(accent: [u8; 3]) -> Self {
        let mut colour = accent;
        while contrast_with_white(colour) < 4.5 {
            colour = colour.map(|part| part.saturating_sub(part / 16 + 1));
        }
        Self(colour)
    }

    /// Each part from 0 to 1.
    pub(crate) fn parts(self) -> [f32; 3] {
        self.0.map(|part| f32::from(part) / 255.0)
    }
}

fn contrast_with_white(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_accent_becomes_readable_on_white() {
        for accent in [
            [255, 255, 255],
            [255, 230, 0],
            [0, 255, 255],
            [128, 128, 128],
            [0, 0, 0],
        ] {
            let Colour(readable) = Colour::readable(accent);
            assert!(
                contrast_with_white(readable) >= 4.5,
                "{accent:?} became {readable:?}"
            );
        }
        assert_eq!(
            Colour::readable([0x1d, 0x3c, 0x5c]).0,
            [0x1d, 0x3c, 0x5c],
            "a dark accent is left alone"
        );
    }

    #[test]
    fn the_owner_can_be_told_what_became_of_the_accent() {
        let yellow = Accent::of([255, 230, 0]);
        assert!(yellow.is_darkened() && yellow.contrast < 150, "{yellow:?}");
        assert!(yellow.used_contrast >= 450, "{yellow:?}");
        let navy = Accent::of([0x1d, 0x3c, 0x5c]);
        assert!(!navy.is_darkened() && navy.contrast == navy.used_contrast);
        assert_eq!(Accent::of([0, 0, 0]).contrast, 2_100);
        assert_eq!(Accent::of([255, 255, 255]).contrast, 100);
    }

    #[test]
    fn small_print_has_enough_contrast() {
        for Colour(colour) in [INK, SOFT] {
            assert!(contrast_with_white(colour) >= 4.5, "{colour:?}");
        }
    }
}
