//! What the frame shows: studio, day, counts; and search.

use store::document::{DocumentSort, Wanted};
use store::{Conn, Page};

use crate::error::ApiError;
use crate::studio::Api;
use crate::wire::*;
use crate::{backup, settings, today};

/// The most hits shown.
const HITS: u32 = 12;
/// The most papers among them.
const PAPER_HITS: usize = 6;

pub(crate) async fn status(api: &Api, _: Nothing) -> Result<AppStatus, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let business = store::business::find(&mut reader)
        .await?
        .map(|stored| stored.facts);
    let until = domain::calendar::days_after(today, 7);
    let counts = store::invoice::counts(&mut reader, today, until).await?;
    let cases = store::case::count(&mut reader, false).await?;
    let preferences = settings::load_preferences(&mut reader).await?;
    let issued = store::invoice::last_issued_on(&mut reader).await?.is_some();
    let attention = today::cards_now(api, &mut reader, today).await?;
    let wide = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(AppStatus {
        phase: if business.is_some() {
            Phase::Ready
        } else {
            Phase::FirstRun
        },
        language: business
            .as_ref()
            .map_or_else(|| "en-GB".to_owned(), |business| business.language.clone()),
        currency: business.as_ref().map(|business| business.currency),
        studio: business
            .map(|business| studio_name(&business))
            .unwrap_or_default(),
        today,
        sample: crate::is_sample_folder(api.data()),
        version: api.version.clone(),
        counts: RailCounts {
            today: attention,
            open_invoices: wide(counts.open),
            overdue_invoices: wide(counts.overdue),
            open_cases: wide(cases),
        },
        backup: backup::state(&mut reader).await?,
        ask_about_login: issued && !preferences.asked_about_login,
    })
}

fn studio_name(business: &domain::business::Business) -> String {
    if business.trading_name.is_empty() {
        business.name.clone()
    } else {
        business.trading_name.clone()
    }
}

pub(crate) async fn search(api: &Api, request: SearchRequest) -> Result<SearchHits, ApiError> {
    let mut reader = api.store.read().await?;
    Ok(SearchHits {
        hits: found(&mut reader, &request.query).await?,
    })
}

async fn found(conn: &mut Conn, query: &str) -> Result<Vec<SearchHit>, ApiError> {
    let hits = store::search::find(conn, query, HITS).await?;
    let mut hits: Vec<SearchHit> = hits
        .into_iter()
        .map(|hit| SearchHit {
            kind: match hit.kind {
                store::search::Kind::Client => SearchKind::Client,
                store::search::Kind::Invoice => SearchKind::Invoice,
                store::search::Kind::Job => SearchKind::Job,
            },
            id: hit.id,
            title: hit.title,
            detail: hit.excerpt,
        })
        .collect();
    if !query.trim().is_empty() {
        hits.extend(papers_with(conn, query).await?);
    }
    Ok(hits)
}

/// Letters by their words. An invoice's own paper is left out: the invoice is found by its number, lines and client.
async fn papers_with(conn: &mut Conn, query: &str) -> Result<Vec<SearchHit>, ApiError> {
    let wanted = Wanted {
        words: query,
        ..Wanted::default()
    };
    let page = Page::first(HITS);
    let found = store::document::list(conn, wanted, DocumentSort::Best, true, page).await?;
    let hits = found
        .rows
        .into_iter()
        .filter(|found| found.document.kind != "invoice")
        .take(PAPER_HITS)
        .map(|found| SearchHit {
            kind: SearchKind::Document,
            id: found.document.id.0,
            title: found.document.title,
            detail: found.excerpt.into_iter().map(|part| part.text).collect(),
        });
    Ok(hits.collect())
}
