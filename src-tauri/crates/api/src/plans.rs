//! Which follow-up plan a debt follows: the version it began with, else the newest of the narrowest plan for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::dunning::DunningPolicy;
use domain::id::{PolicyId, ReceivableId};
use store::Conn;
use store::policy::Scope;
use store::receivable::StoredReceivable;

use crate::act::Act;
use crate::error::ApiError;
use crate::invoices;

/// The plan of a business whose owner chose none.
const USUAL: &str = "standard";

/// Every version there is, and whom each plan is for.
pub(crate) struct Plans {
    versions: BTreeMap<u32, Arc<DunningPolicy>>,
    assigned: BTreeMap<(Scope, String), PolicyId>,
}

/// A version; without a key it comes with the program and nothing was decided under it yet.
#[derive(Clone)]
pub(crate) struct Version {
    pub(crate) key: Option<u32>,
    pub(crate) policy: Arc<DunningPolicy>,
}

impl Plans {
    pub(crate) async fn load(conn: &mut Conn) -> Result<Self, ApiError> {
        let versions = store::policy::all(conn).await?;
        let assigned = store::policy::assignments(conn).await?;
        Ok(Self {
            versions: versions
                .into_iter()
                .map(|stored| (stored.key, Arc::new(stored.policy)))
                .collect(),
            assigned: assigned
                .into_iter()
                .map(|given| ((given.scope, given.subject), given.policy))
                .collect(),
        })
    }

    /// The same, with all that comes with the program stored, so that decisions can name their version.
    pub(crate) async fn stored(act: &mut Act<'_>) -> Result<Self, ApiError> {
        let plans = Self::load(&mut act.tx).await?;
        let missing: Vec<DunningPolicy> = DunningPolicy::presets()
            .into_iter()
            .filter(|preset| plans.find(&preset.id, preset.version).is_none())
            .collect();
        if missing.is_empty() {
            return Ok(plans);
        }
        for preset in &missing {
            store::policy::add(&mut act.tx, preset, act.now).await?;
        }
        Self::load(&mut act.tx).await
    }

    fn find(&self, id: &PolicyId, version: u32) -> Option<u32> {
        self.versions
            .iter()
            .find(|(_, policy)| policy.id == *id && policy.version == version)
            .map(|(key, _)| *key)
    }

    pub(crate) fn get(&self, key: u32) -> Option<Version> {
        self.versions.get(&key).map(|policy| Version {
            key: Some(key),
            policy: policy.clone(),
        })
    }

    /// The newest version of a plan.
    pub(crate) fn newest(&self, id: &PolicyId) -> Option<Version> {
        let stored = self
            .versions
            .iter()
            .filter(|(_, policy)| policy.id == *id)
            .max_by_key(|(_, policy)| policy.version);
        let preset = DunningPolicy::presets()
            .into_iter()
            .find(|preset| preset.id == *id);
        match (stored, preset) {
            (Some((_, policy)), Some(preset)) if policy.version < preset.version => Some(Version {
                key: None,
                policy: Arc::new(preset),
            }),
            (Some((key, policy)), _) => Some(Version {
                key: Some(*key),
                policy: policy.clone(),
            }),
            (None, Some(preset)) => Some(Version {
                key: None,
                policy: Arc::new(preset),
            }),
            (None, None) => None,
        }
    }

    /// The newest version of every plan, those of the program first.
    pub(crate) fn newest_of_all(&self) -> Vec<Version> {
        let presets: Vec<PolicyId> = DunningPolicy::presets()
            .into_iter()
            .map(|preset| preset.id)
            .collect();
        let own: BTreeSet<&PolicyId> = self
            .versions
            .values()
            .map(|policy| &policy.id)
            .filter(|id| !presets.contains(id))
            .collect();
        presets
            .iter()
            .chain(own)
            .filter_map(|id| self.newest(id))
            .collect()
    }

    pub(crate) fn assigned(&self, scope: Scope, subject: &str) -> Option<&PolicyId> {
        self.assigned.get(&(scope, subject.to_owned()))
    }

    /// What the business begins with.
    pub(crate) fn of_business(&self) -> Version {
        self.assigned(Scope::Business, "")
            .and_then(|id| self.newest(id))
            .or_else(|| self.newest(&PolicyId(USUAL.to_owned())))
            .unwrap_or_else(|| Version {
                key: None,
                policy: Arc::new(DunningPolicy::standard()),
            })
    }

    /// What a debt would begin with today: its invoice's plan, its client's, the business's.
    pub(crate) fn for_new(&self, stored: &StoredReceivable) -> Version {
        let invoice = invoices::invoice_of(&stored.receivable.origin);
        let narrow = [
            (Scope::Invoice, invoice.as_str()),
            (Scope::Client, stored.receivable.client.as_str()),
        ];
        narrow
            .into_iter()
            .filter_map(|(scope, subject)| self.assigned(scope, subject))
            .find_map(|id| self.newest(id))
            .unwrap_or_else(|| self.of_business())
    }

    /// The version that a debt follows.
    pub(crate) fn of(
        &self,
        pins: &BTreeMap<ReceivableId, u32>,
        stored: &StoredReceivable,
    ) -> Version {
        pins.get(&stored.receivable.id)
            .and_then(|key| self.get(*key))
            .unwrap_or_else(|| self.for_new(stored))
    }
}

/// Lets a debt keep the version that it begins with today, unless it has one. Returns the version's key.
pub(crate) async fn keep(
    act: &mut Act<'_>,
    plans: &Plans,
    receivable: &ReceivableId,
) -> Result<u32, ApiError> {
    let pins = store::policy::pins_of(&mut act.tx, [receivable]).await?;
    if let Some(key) = pins.get(receivable) {
        return Ok(*key);
    }
    let stored = store::receivable::get(&mut act.tx, receivable).await?;
    let key = plans
        .for_new(&stored)
        .key
        .ok_or_else(|| ApiError::internal("a plan that is not stored"))?;
    store::policy::pin(&mut act.tx, receivable, key, act.today).await?;
    Ok(key)
}
