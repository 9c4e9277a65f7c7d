//! The look of papers: what there is to choose from, and a sample page that shows a choice before it is saved.
//!
//! The words of the sample are the window's; everything else on the page is what issuing would draw.

use documents::{Accent, Envelope, Locale, Paper, Zone};
use domain::business::PaperSize;

use crate::error::ApiError;
use crate::papers::{self, Setting};
use crate::settings;
use crate::studio::Api;
use crate::wire::*;

pub(crate) async fn choices(_: &Api, request: BrandRequest) -> Result<BrandChoices, ApiError> {
    let paper = match request.paper {
        PaperSize::A4 => Paper::A4,
        PaperSize::Letter => Paper::Letter,
    };
    let envelopes = Envelope::all()
        .into_iter()
        .filter(|envelope| envelope.paper() == paper)
        .map(|envelope| choice(&envelope))
        .collect();
    Ok(BrandChoices {
        envelopes,
        usual: Envelope::usual(&request.country, paper).map(|envelope| envelope.id().to_owned()),
        languages: Locale::tags().map(str::to_owned).collect(),
        accents: ACCENTS.map(colour_text).into(),
    })
}

/// Offered beside the owner's own colour: each reads on white as it is.
const ACCENTS: [[u8; 3]; 6] = [
    [0xb3, 0x36, 0x1f],
    [0x1d, 0x3c, 0x5c],
    [0x2c, 0x6b, 0x4b],
    [0x6b, 0x3f, 0x6e],
    [0x7d, 0x4f, 0x00],
    [0x1e, 0x1b, 0x18],
];

fn colour_text([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// What papers make of a colour.
pub(crate) async fn accent(_: &Api, request: AccentRequest) -> Result<AccentView, ApiError> {
    let given = papers::colour(&request.accent)
        .ok_or_else(|| ApiError::field("accent", domain::Problem::WrongFormat))?;
    let accent = Accent::of(given);
    Ok(AccentView {
        printed: colour_text(accent.used),
        is_darkened: accent.is_darkened(),
        contrast: accent.contrast,
    })
}

fn choice(envelope: &Envelope) -> EnvelopeChoice {
    let overlay = envelope.overlay();
    let paper = envelope.paper();
    EnvelopeChoice {
        id: envelope.id().to_owned(),
        name: envelope.name().to_owned(),
        source: envelope.source().to_owned(),
        overlay: EnvelopeOverlay {
            page_width: paper.width().in_thousandths(),
            page_height: paper.height().in_thousandths(),
            window: area(overlay.window),
            safe: area(overlay.safe),
            keep_out: area(overlay.keep_out),
            folds: overlay
                .folds
                .into_iter()
                .map(documents::Length::in_thousandths)
                .collect(),
        },
    }
}

fn area(zone: Zone) -> PageArea {
    PageArea {
        left: zone.left.in_thousandths(),
        top: zone.top.in_thousandths(),
        right: zone.right.in_thousandths(),
        bottom: zone.bottom.in_thousandths(),
    }
}

/// Whether a business may name this envelope.
pub(crate) fn is_known_envelope(id: &str) -> bool {
    id.is_empty() || id == papers::NO_ENVELOPE || Envelope::find(id).is_some()
}

pub(crate) async fn preview(api: &Api, request: BusinessPreview) -> Result<Vec<u8>, ApiError> {
    let BusinessPreview {
        business,
        client,
        draft,
    } = request;
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let pictures = settings::pictures(api, &mut reader).await?;
    let series = settings::series(&mut reader).await?;
    drop(reader);
    let totals = draft
        .totals()
        .map_err(|error| ApiError::precondition(error.to_string()))?;
    let setting = Setting {
        business: &business,
        client: Some(&client),
        agreement: None,
        subject: None,
        bank_since: None,
    };
    let mut facts = papers::draft_facts(&draft, &totals, today, &setting)?;
    let number = series
        .peek(today)
        .map_err(|error| settings::number_error(&error))?;
    facts.how_to_pay = crate::paying::how_to_pay(&business, None, &number);
    // A sample asks nobody for money.
    facts.codes.clear();
    facts.number = Some(number);
    Ok(documents::invoice(
        &facts,
        &papers::look(&business, pictures),
    )?)
}
