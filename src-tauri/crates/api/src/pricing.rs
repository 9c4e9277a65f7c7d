//! The price list and its packages.

use domain::id::PriceItemId;

use crate::act::Act;
use crate::error::{ApiError, within};
use crate::studio::Api;
use crate::wire::*;

pub(crate) async fn list(api: &Api, _: Nothing) -> Result<PriceList, ApiError> {
    let mut reader = api.store.read().await?;
    let items = store::price_item::list(&mut reader, false).await?;
    let items = items
        .into_iter()
        .map(|stored| PriceItemView {
            id: stored.id.0,
            version: stored.version,
            item: stored.facts,
        })
        .collect();
    Ok(PriceList { items })
}

pub(crate) async fn save(act: &mut Act<'_>, request: PriceItemSave) -> Result<Saved, ApiError> {
    let item = request
        .item
        .validated()
        .map_err(|problems| within("item", problems))?;
    if let Some(id) = request.id {
        let id = PriceItemId(id);
        let version =
            store::price_item::update(&mut act.tx, &id, request.expected_version, &item, act.now)
                .await?;
        return Ok(Saved { id: id.0, version });
    }
    let id = PriceItemId(act.new_id()?);
    store::price_item::insert(&mut act.tx, &id, &item, act.now).await?;
    Ok(Saved {
        id: id.0,
        version: 1,
    })
}

/// Puts an item away: drafts that used it keep their lines.
pub(crate) async fn delete(
    act: &mut Act<'_>,
    request: PriceItemDelete,
) -> Result<Nothing, ApiError> {
    let id = PriceItemId(request.id);
    store::price_item::archive(&mut act.tx, &id, request.expected_version, true, act.now).await?;
    Ok(Nothing {})
}
