//! How papers look: what there is to choose from, and a page to see the choice on.

use domain::business::{Business, PaperSize};
use domain::client::ClientFacts;
use domain::invoice::DraftInvoice;

wire! {
    pub struct BrandRequest {
        /// Where the business is: decides which envelope is usual.
        pub country: String,
        pub paper: PaperSize,
    }

    pub struct BrandChoices {
        /// Envelopes for this sheet.
        pub envelopes: Vec<EnvelopeChoice>,
        /// The id of the one that is taken when none is chosen.
        pub usual: Option<String>,
        /// Languages that papers can be written in, as BCP 47 tags.
        pub languages: Vec<String>,
        /// Accents that read on paper as they are, such as `#1d3c5c`.
        pub accents: Vec<String>,
    }

    pub struct AccentRequest {
        /// A colour such as `#ffcc66`.
        pub accent: String,
    }

    /// What papers make of an accent.
    pub struct AccentView {
        /// The colour in print: the same, or darker as far as it has to be read.
        pub printed: String,
        pub is_darkened: bool,
        /// Contrast of the given colour with white paper, in hundredths.
        pub contrast: u32,
    }

    pub struct EnvelopeChoice {
        pub id: String,
        pub name: String,
        /// Where its measures come from.
        pub source: String,
        pub overlay: EnvelopeOverlay,
    }

    /// What the window of an envelope shows of the first page; all in thousandths of a point from the upper left.
    pub struct EnvelopeOverlay {
        pub page_width: i64,
        pub page_height: i64,
        pub window: PageArea,
        /// Shows wherever the sheet slides: the address has to be in here.
        pub safe: PageArea,
        /// May come to show: nothing private in here.
        pub keep_out: PageArea,
        /// Folds from the top of the sheet.
        pub folds: Vec<i64>,
    }

    pub struct PageArea {
        pub left: i64,
        pub top: i64,
        pub right: i64,
        pub bottom: i64,
    }

    /// An invoice of this business as it would look, saved or not.
    pub struct BusinessPreview {
        pub business: Business,
        /// Whom the sample goes to.
        pub client: ClientFacts,
        pub draft: DraftInvoice,
    }
}
