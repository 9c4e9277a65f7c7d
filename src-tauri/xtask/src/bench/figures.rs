//! Middles, tails and how sure of them one may be.
//!
//! The interval of a median comes from order statistics and the binomial distribution: it assumes nothing about the shape
//! of the samples but that they are independent.

/// Samples in order.
pub(super) struct Sorted(Vec<f64>);

impl Sorted {
    pub(super) fn of(samples: impl IntoIterator<Item = f64>) -> Self {
        let mut samples: Vec<f64> = samples.into_iter().collect();
        samples.sort_by(f64::total_cmp);
        Self(samples)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    fn at(&self, place: usize) -> f64 {
        self.0.get(place).copied().unwrap_or(f64::NAN)
    }

    pub(super) fn median(&self) -> f64 {
        let half = self.len() / 2;
        if self.len() % 2 == 1 {
            self.at(half)
        } else {
            f64::midpoint(self.at(half.wrapping_sub(1)), self.at(half))
        }
    }

    /// The smallest sample that at least this share of all do not exceed (nearest rank).
    pub(super) fn hundredth(&self, hundredths: usize) -> f64 {
        self.at((self.len() * hundredths).div_ceil(100).saturating_sub(1))
    }

    /// An interval that holds the true median in at least 95 of 100 such runs.
    pub(super) fn interval(&self) -> (f64, f64) {
        let outside = outside(self.len());
        (
            self.at(outside),
            self.at(self.len().saturating_sub(outside + 1)),
        )
    }
}

/// How many samples to leave out at each end so that fewer than 2.5 % of runs miss the median on either side.
fn outside(count: usize) -> usize {
    let mut left_out = 0;
    // The chance that at most this many of `count` samples lie below the median: a binomial of one half.
    let mut one = 0.5_f64.powf(as_float(count));
    let mut up_to = one;
    while up_to <= 0.025 && left_out < count / 2 {
        left_out += 1;
        one *= as_float(count - left_out + 1) / as_float(left_out);
        up_to += one;
    }
    left_out.saturating_sub(1)
}

pub(super) fn as_float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
#[allow(
    clippy::float_cmp,
    reason = "the figures are picked from the samples, not computed"
)]
mod tests {
    use super::{Sorted, outside};

    fn counted(count: u32) -> Sorted {
        Sorted::of((1..=count).rev().map(f64::from))
    }

    #[test]
    fn the_median_is_the_middle_or_between_the_two() {
        assert_eq!(counted(5).median(), 3.0, "the third of five");
        assert_eq!(counted(4).median(), 2.5, "between the second and the third");
    }

    #[test]
    fn the_tail_is_a_sample_that_was_seen() {
        assert_eq!(
            counted(200).hundredth(99),
            198.0,
            "two of two hundred are slower"
        );
        assert_eq!(counted(3).hundredth(99), 3.0, "few samples: the slowest");
    }

    #[test]
    fn the_interval_is_that_of_the_tables() {
        // The table of the sign test: for 30 samples the 10th and the 21st, for 6 the smallest and the largest.
        assert_eq!((outside(30), outside(6)), (9, 0), "left out at each end");
        assert_eq!(
            counted(30).interval(),
            (10.0, 21.0),
            "from the tenth to the twenty-first"
        );
    }
}
