//! The business, how the window looks, numbers, and what the machine suggests.

use domain::evidence::{EventKind, Subjects};
use domain::id::FileId;
use domain::invoice::NumberSeries;
use domain::{Currency, Instant, Problem};
use store::{Conn, Store};

use crate::act::Act;
use crate::error::{ApiError, ErrorCode, within};
use crate::studio::Api;
use crate::wire::*;
use crate::{brand, clock, files, ids, paying};

const PREFERENCES: &str = "preferences";
const REVIEW_KEY: &str = "review_key";

/// The zone that decides when a day ends: the business's, before the first run the machine's.
pub(crate) async fn zone(conn: &mut Conn) -> Result<String, ApiError> {
    let business = store::business::find(conn).await?;
    Ok(business.map_or_else(machine_zone, |business| business.facts.time_zone))
}

fn machine_zone() -> String {
    iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned())
}

/// The key that signs reviews of this studio; made when the file is new.
pub(crate) async fn review_key(store: &Store, now: Instant) -> Result<[u8; 32], ApiError> {
    let mut reader = store.read().await?;
    if let Some(key) = store::setting::get::<[u8; 32]>(&mut reader, REVIEW_KEY).await? {
        return Ok(key);
    }
    drop(reader);
    let mut tx = store.begin().await?;
    // Another process may have been first.
    let key = match store::setting::get::<[u8; 32]>(&mut tx, REVIEW_KEY).await? {
        Some(key) => key,
        None => {
            let key = ids::new_salt()?;
            store::setting::put(&mut tx, REVIEW_KEY, &key, now).await?;
            key
        }
    };
    tx.commit().await?;
    Ok(key)
}

pub(crate) async fn business(api: &Api, _: Nothing) -> Result<BusinessView, ApiError> {
    let mut reader = api.store.read().await?;
    let stored = store::business::find(&mut reader).await?;
    let has_logo = store::business::logo(&mut reader).await?.is_some();
    Ok(BusinessView {
        version: stored.as_ref().map_or(0, |stored| stored.version),
        business: stored.map(|stored| stored.facts),
        has_logo,
        has_signature: store::business::signature(&mut reader).await?.is_some(),
        suggested_time_zone: machine_zone(),
    })
}

pub(crate) async fn save_business(
    act: &mut Act<'_>,
    request: BusinessSave,
) -> Result<Saved, ApiError> {
    let business = request
        .business
        .validated()
        .map_err(|problems| within("business", problems))?;
    if clock::zone(&business.time_zone).is_none() {
        return Err(ApiError::field("business.timeZone", Problem::Unknown));
    }
    if !brand::is_known_envelope(&business.envelope) {
        return Err(ApiError::field("business.envelope", Problem::Unknown));
    }
    let logo = match &request.logo_token {
        Some(token) => Some(files::picked_picture(act.api, "logoToken", token)?),
        None => None,
    };
    let signature = match &request.signature_token {
        Some(token) => Some(files::picked_picture(act.api, "signatureToken", token)?),
        None => None,
    };
    let before = store::business::find(&mut act.tx).await?;
    let account = before.as_ref().map(|stored| &stored.facts.bank);
    paying::note_change(act, account, &business.bank).await?;
    let mut version = match before {
        None => {
            store::business::insert(&mut act.tx, &business, act.now).await?;
            1
        }
        Some(_) => {
            store::business::update(&mut act.tx, request.expected_version, &business, act.now)
                .await?
        }
    };
    if let Some(logo) = logo {
        let id = files::keep(act, logo).await?;
        version = store::business::set_logo(&mut act.tx, version, Some(&id), act.now).await?;
    } else if request.remove_logo {
        version = store::business::set_logo(&mut act.tx, version, None, act.now).await?;
    }
    if let Some(signature) = signature {
        let id = files::keep(act, signature).await?;
        version = store::business::set_signature(&mut act.tx, version, Some(&id), act.now).await?;
    } else if request.remove_signature {
        version = store::business::set_signature(&mut act.tx, version, None, act.now).await?;
    }
    act.log(
        EventKind::BusinessSetUp,
        Subjects::default(),
        &[("name", &business.name)],
    )
    .await?;
    Ok(Saved {
        id: "business".to_owned(),
        version,
    })
}

pub(crate) async fn logo(api: &Api, _: Nothing) -> Result<Vec<u8>, ApiError> {
    let mut reader = api.store.read().await?;
    let logo = store::business::logo(&mut reader).await?;
    bytes_of(api, &mut reader, logo)
        .await?
        .ok_or_else(|| ApiError::not_found("the logo"))
}

pub(crate) async fn signature(api: &Api, _: Nothing) -> Result<Vec<u8>, ApiError> {
    let mut reader = api.store.read().await?;
    let signature = store::business::signature(&mut reader).await?;
    bytes_of(api, &mut reader, signature)
        .await?
        .ok_or_else(|| ApiError::not_found("the signature"))
}

/// Pictures that papers carry.
#[derive(Default)]
pub(crate) struct Pictures {
    pub(crate) logo: Option<Vec<u8>>,
    pub(crate) signature: Option<Vec<u8>>,
}

pub(crate) async fn pictures(api: &Api, conn: &mut Conn) -> Result<Pictures, ApiError> {
    let logo = store::business::logo(conn).await?;
    let signature = store::business::signature(conn).await?;
    Ok(Pictures {
        logo: bytes_of(api, conn, logo).await?,
        signature: bytes_of(api, conn, signature).await?,
    })
}

async fn bytes_of(
    api: &Api,
    conn: &mut Conn,
    file: Option<FileId>,
) -> Result<Option<Vec<u8>>, ApiError> {
    match file {
        Some(id) => Ok(Some(store::file::bytes(&api.store, conn, &id).await?)),
        None => Ok(None),
    }
}

pub(crate) async fn preferences(api: &Api, _: Nothing) -> Result<Preferences, ApiError> {
    let mut reader = api.store.read().await?;
    load_preferences(&mut reader).await
}

/// The owner's preferences, or what a new studio starts with.
pub(crate) async fn load_preferences(conn: &mut Conn) -> Result<Preferences, ApiError> {
    let stored = store::setting::get(conn, PREFERENCES).await?;
    Ok(stored.unwrap_or(Preferences {
        theme: Theme::System,
        contrast: Contrast::System,
        motion: Motion::System,
        text_size: TextSize::Normal,
        notifications: true,
        notification_details: false,
        quiet_from: 20,
        quiet_until: 8,
        asked_about_login: false,
    }))
}

pub(crate) async fn save_preferences(
    act: &mut Act<'_>,
    request: Preferences,
) -> Result<Preferences, ApiError> {
    for (field, hour) in [
        ("quietFrom", request.quiet_from),
        ("quietUntil", request.quiet_until),
    ] {
        if hour > 23 {
            return Err(ApiError::field(field, Problem::TooLarge));
        }
    }
    store::setting::put(&mut act.tx, PREFERENCES, &request, act.now).await?;
    Ok(request)
}

pub(crate) async fn numbering(api: &Api, _: Nothing) -> Result<NumberingView, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let series = series(&mut reader).await?;
    numbering_view(&series, today)
}

/// The series of invoice numbers, or the one a new studio starts with.
pub(crate) async fn series(conn: &mut Conn) -> Result<NumberSeries, ApiError> {
    Ok(store::numbering::find(conn)
        .await?
        .unwrap_or_else(NumberSeries::standard))
}

fn numbering_view(
    series: &NumberSeries,
    today: domain::CivilDate,
) -> Result<NumberingView, ApiError> {
    Ok(NumberingView {
        pattern: series.pattern.clone(),
        yearly_reset: series.yearly_reset,
        next: i64::try_from(series.next).map_err(|_| ApiError::field("next", Problem::TooLarge))?,
        example: series.peek(today).map_err(|error| number_error(&error))?,
    })
}

pub(crate) async fn save_numbering(
    act: &mut Act<'_>,
    request: NumberingSave,
) -> Result<NumberingView, ApiError> {
    let next = u64::try_from(request.next)
        .map_err(|_| ApiError::field("next", Problem::MustBePositive))?;
    let current = series(&mut act.tx).await?;
    let patterned = current
        .with_pattern(&request.pattern, request.yearly_reset)
        .map_err(|error| at_field("pattern", &error))?;
    let highest = store::numbering::highest(&mut act.tx, &patterned, act.today).await?;
    let changed = patterned
        .with_next(next, act.today, highest)
        .map_err(|error| at_field("next", &error))?;
    store::numbering::put(&mut act.tx, &changed, act.now).await?;
    numbering_view(&changed, act.today)
}

fn at_field(field: &str, error: &domain::invoice::NumberingError) -> ApiError {
    let mut refused = ApiError::field(field, Problem::WrongFormat);
    refused.message = error.to_string();
    refused
}

pub(crate) fn number_error(error: &domain::invoice::NumberingError) -> ApiError {
    ApiError::new(ErrorCode::Precondition, error.to_string())
}

/// Currencies offered first, in the order of how often studios bill in them.
const OFFERED: [&str; 23] = [
    "EUR", "GBP", "USD", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
    "RON", "ISK", "JPY", "SGD", "HKD", "ZAR", "INR", "MXN", "BRL", "AED",
];

pub(crate) async fn currencies(_: &Api, _: Nothing) -> Result<Currencies, ApiError> {
    let codes = OFFERED
        .iter()
        .filter_map(|code| Currency::new(code).ok())
        .map(|code| CurrencyView {
            code,
            exponent: code.exponent(),
        })
        .collect();
    Ok(Currencies { codes })
}
