//! What is open by how late it is, in each currency.

use domain::receivable::{AgingBand, aging_of_days};

use crate::error::ApiError;
use crate::studio::Api;
use crate::wire::*;

pub(crate) async fn get(api: &Api, _: Nothing) -> Result<AgingView, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let days = store::receivable::open_by_day(&mut reader).await?;
    let tables = aging_of_days(days, today)?.into_iter();
    Ok(AgingView {
        today,
        currencies: tables
            .map(|(currency, table)| AgingTable {
                currency,
                open: table.open,
                overdue: table.overdue,
                overdue_count: table.overdue_count,
                bands: AgingBand::ALL
                    .into_iter()
                    .filter_map(|band| {
                        let amount = *table.bands.get(&band)?;
                        Some(AgingSum { band, amount })
                    })
                    .collect(),
            })
            .collect(),
    })
}
