//! A window envelope that a letter can be posted in: known by an id, its zones already computed.

use super::geometry::{self, Area, EnvelopeFault, Measures, Zones};
use super::presets::{PRESETS, Preset};
use super::{Paper, Zone};
use crate::units::Length;

/// A window envelope and the fold that goes with it. Only one that can show an address exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    id: String,
    name: String,
    paper: Paper,
    measures: Measures,
    zones: Zones,
    address: Area,
    source: &'static str,
}

/// What a viewer draws over the first page: the window and what it can show, in page coordinates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlay {
    /// The window over a sheet that lies in the lower left corner of the envelope.
    pub window: Zone,
    pub safe: Zone,
    pub keep_out: Zone,
    pub folds: Vec<Length>,
}

impl Envelope {
    /// An envelope that the owner measured; refused with the reason when no address would show.
    pub fn measured(
        id: impl Into<String>,
        name: impl Into<String>,
        paper: Paper,
        measures: Measures,
    ) -> Result<Self, EnvelopeFault> {
        let zones = geometry::zones(paper, &measures)?;
        Ok(Self {
            id: id.into(),
            name: name.into(),
            paper,
            measures,
            zones,
            address: zones.safe,
            source: "",
        })
    }

    fn preset(preset: &Preset) -> Result<Self, EnvelopeFault> {
        let envelope = Self::measured(preset.id, preset.name, preset.paper, preset.measures())?;
        let safe = envelope.zones.safe;
        Ok(Self {
            address: Area {
                left: safe.left.max(preset.address_from),
                ..safe
            },
            source: preset.source,
            ..envelope
        })
    }

    /// The known envelope with this id.
    pub fn find(id: &str) -> Option<Self> {
        let preset = PRESETS.iter().find(|preset| preset.id == id)?;
        Self::preset(preset).ok()
    }

    /// Every known envelope, in the order of a list to choose from.
    pub fn all() -> Vec<Self> {
        PRESETS
            .iter()
            .filter_map(|preset| Self::preset(preset).ok())
            .collect()
    }

    /// What is mostly used in a country (ISO 3166 code) for this paper.
    pub fn usual(country: &str, paper: Paper) -> Option<Self> {
        let id = match (paper, country) {
            (Paper::Letter, "CA") => "ca-10",
            (Paper::Letter, _) => "us-10",
            (Paper::A4, "GB" | "IE") => "uk-dl",
            (Paper::A4, "FR" | "LU" | "MC") => "fr-dl-right",
            (Paper::A4, "CH" | "LI") => "ch-c65-right",
            (Paper::A4, "AU" | "NZ") => "au-dlx",
            (Paper::A4, _) => "din-5008-b",
        };
        Self::find(id)
    }

    /// Stable: kept in settings.
    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn paper(&self) -> Paper {
        self.paper
    }

    /// What it was made from, for showing and for changing.
    pub fn measures(&self) -> &Measures {
        &self.measures
    }

    /// Where the measures of a known envelope come from; empty for one that the owner measured.
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// Shows through the window wherever the sheet slides.
    pub fn safe(&self) -> Zone {
        zone(self.zones.safe)
    }

    /// The part of [`Self::safe`] that the address may use, where a post office wants room beside it.
    pub fn address(&self) -> Zone {
        zone(self.address)
    }

    /// May come to show: nothing private here.
    pub fn keep_out(&self) -> Zone {
        zone(self.zones.keep_out)
    }

    /// True when the address stands in the right half of the sheet.
    pub fn is_right(&self) -> bool {
        let safe = self.zones.safe;
        safe.left + safe.right > self.paper.size().0
    }

    /// Folds from the top of the sheet, and the hole mark.
    pub fn marks(&self) -> (Vec<Length>, Option<Length>) {
        let folds = self.measures.folds.iter().copied();
        (
            folds.map(Length::micrometres).collect(),
            self.measures.hole.map(Length::micrometres),
        )
    }

    pub fn overlay(&self) -> Overlay {
        Overlay {
            window: zone(self.zones.window),
            safe: self.safe(),
            keep_out: self.keep_out(),
            folds: self.marks().0,
        }
    }
}

fn zone(area: Area) -> Zone {
    Zone {
        left: Length::micrometres(area.left),
        top: Length::micrometres(area.top),
        right: Length::micrometres(area.right),
        bottom: Length::micrometres(area.bottom),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    /// SAFE and KEEP-OUT as published, cut at the edge of the sheet: x from, to; y from, to; micrometres.
    type Published = (&'static str, [i64; 4], [i64; 4]);

    const INCH: i64 = 25_400;
    const fn inch(thousandths: i64) -> i64 {
        thousandths * INCH / 1_000
    }

    const PUBLISHED: [Published; 15] = [
        (
            "din-5008-b-dl",
            [20_000, 100_000, 50_000, 90_000],
            [10_000, 110_000, 45_000, 95_000],
        ),
        (
            "din-5008-a",
            [20_000, 100_000, 32_000, 72_000],
            [10_000, 110_000, 27_000, 77_000],
        ),
        (
            "din-5008-b",
            [20_000, 91_000, 54_000, 90_000],
            [1_000, 110_000, 45_000, 99_000],
        ),
        (
            "uk-dl",
            [20_000, 100_000, 57_000, 81_000],
            [10_000, 110_000, 46_000, 92_000],
        ),
        (
            "uk-dl-20",
            [20_000, 100_000, 55_000, 79_000],
            [10_000, 110_000, 44_000, 90_000],
        ),
        (
            "fr-dl-right",
            [100_000, 190_000, 55_000, 79_000],
            [90_000, 200_000, 44_000, 90_000],
        ),
        (
            "fr-dl-right-tall",
            [100_000, 190_000, 45_000, 79_000],
            [90_000, 200_000, 34_000, 90_000],
        ),
        (
            "ch-c65-right",
            [122_000, 193_000, 44_000, 75_000],
            [103_000, 210_000, 35_000, 84_000],
        ),
        (
            "ch-c65-right-old",
            [117_000, 198_000, 48_000, 84_000],
            [98_000, 210_000, 39_000, 93_000],
        ),
        (
            "ch-c65-left",
            [20_000, 101_000, 48_000, 84_000],
            [1_000, 120_000, 39_000, 93_000],
        ),
        (
            "ch-c5-right",
            [122_000, 193_000, 45_000, 71_500],
            [103_000, 210_000, 31_500, 85_000],
        ),
        (
            "au-dlx",
            [20_000, 85_000, 55_000, 79_000],
            [0, 110_000, 34_000, 100_000],
        ),
        (
            "us-10",
            [inch(875), inch(4_375), inch(2_500), inch(3_167)],
            [0, inch(5_375), inch(2_040), inch(3_630)],
        ),
        (
            "us-9",
            [inch(875), inch(5_000), inch(2_250), inch(3_250)],
            [inch(500), inch(5_375), inch(2_125), inch(3_375)],
        ),
        (
            "us-9-double",
            [inch(750), inch(4_000), inch(2_250), inch(3_250)],
            [inch(375), inch(4_375), inch(2_125), inch(3_375)],
        ),
    ];

    #[test]
    fn the_formula_gives_the_published_zones() {
        for (id, safe, keep_out) in PUBLISHED {
            let envelope = Envelope::find(id).unwrap();
            for (published, area) in [
                (safe, envelope.zones.safe),
                (keep_out, envelope.zones.keep_out),
            ] {
                let computed = [area.left, area.right, area.top, area.bottom];
                // Inches are published with two or three decimals.
                let slack = if envelope.paper() == Paper::A4 {
                    0
                } else {
                    150
                };
                let near = published
                    .iter()
                    .zip(computed)
                    .all(|(a, b)| (a - b).abs() <= slack);
                assert!(near, "{id}: {computed:?} instead of {published:?}");
            }
        }
    }

    #[test]
    fn every_known_envelope_can_show_an_address() {
        let all = Envelope::all();
        assert_eq!(all.len(), PRESETS.len(), "none of the presets is refused");
        for (envelope, preset) in all.iter().zip(&PRESETS) {
            assert!(
                envelope.keep_out().contains(envelope.safe()),
                "{}",
                envelope.id()
            );
            assert!(
                envelope.safe().contains(envelope.address()),
                "{}",
                envelope.id()
            );
            assert!(
                !envelope.source().is_empty(),
                "{}: measures have a source",
                preset.id
            );
            assert_eq!(
                Envelope::find(envelope.id()).as_ref(),
                Some(envelope),
                "ids are unique"
            );
        }
    }

    #[test]
    fn each_country_has_its_usual_envelope() {
        for (country, paper, id) in [
            ("DE", Paper::A4, "din-5008-b"),
            ("AT", Paper::A4, "din-5008-b"),
            ("GB", Paper::A4, "uk-dl"),
            ("IE", Paper::A4, "uk-dl"),
            ("FR", Paper::A4, "fr-dl-right"),
            ("CH", Paper::A4, "ch-c65-right"),
            ("AU", Paper::A4, "au-dlx"),
            ("US", Paper::Letter, "us-10"),
            ("CA", Paper::Letter, "ca-10"),
            ("", Paper::A4, "din-5008-b"),
        ] {
            let envelope = Envelope::usual(country, paper).unwrap();
            assert_eq!((envelope.id(), envelope.paper()), (id, paper), "{country}");
        }
    }

    #[test]
    fn windows_on_the_right_are_known_as_such() {
        let right: Vec<String> = Envelope::all()
            .into_iter()
            .filter(Envelope::is_right)
            .map(|envelope| envelope.id)
            .collect();
        assert_eq!(
            right,
            [
                "fr-dl-right",
                "fr-dl-right-tall",
                "ch-c65-right",
                "ch-c65-right-old",
                "ch-c5-right"
            ]
        );
    }

    #[test]
    fn a_measured_envelope_is_as_good_as_a_known_one() {
        let known = Envelope::find("uk-dl").unwrap();
        let own = Envelope::measured("own", "The white ones", Paper::A4, known.measures().clone())
            .unwrap();
        assert_eq!(
            (own.safe(), own.keep_out()),
            (known.safe(), known.keep_out())
        );
        assert_eq!((own.id(), own.name()), ("own", "The white ones"));
    }
}
