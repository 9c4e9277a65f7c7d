//! What the planner is told: every client with something open, with debts, decisions, contacts and holds.

use std::collections::{BTreeMap, BTreeSet};

use domain::CivilDate;
use domain::client::ClientFacts;
use domain::dunning::{
    ContactNote, Debtor, Place, Proposal, Reach, ReceivableFacts, StepRecord, answer_days, plan,
};
use domain::holidays::WorkingDays;
use domain::id::{CaseId, ClientId, ReceivableId};
use store::Conn;
use store::dunning::StoredStep;
use store::hold::StoredHold;
use store::receivable::StoredReceivable;

use crate::error::ApiError;
use crate::plans::Plans;
use crate::{cases, invoices, settings};

/// The word under which a case is put aside.
pub(crate) const CASE: &str = "case";

/// The ladders of some clients at one moment.
pub(crate) struct Ladders {
    pub(crate) place: Place,
    pub(crate) plans: Plans,
    pub(crate) pins: BTreeMap<ReceivableId, u32>,
    pub(crate) holds: Vec<StoredHold>,
    pub(crate) debtors: BTreeMap<ClientId, Debtor>,
}

impl Ladders {
    /// Of one client.
    pub(crate) async fn of_client(
        conn: &mut Conn,
        client: &ClientId,
        today: CivilDate,
    ) -> Result<Self, ApiError> {
        let open = store::receivable::open_of_client(conn, client).await?;
        let steps = store::dunning::records_of_open_of_client(conn, client).await?;
        Self::load(conn, &open, steps, [client.clone()].into(), today).await
    }

    /// Of everybody who owes something; `open` is all that is open.
    pub(crate) async fn of_all(
        conn: &mut Conn,
        open: &[StoredReceivable],
        today: CivilDate,
    ) -> Result<Self, ApiError> {
        let steps = store::dunning::records_of_open(conn).await?;
        let clients = open
            .iter()
            .map(|stored| stored.receivable.client.clone())
            .collect();
        Self::load(conn, open, steps, clients, today).await
    }

    async fn load(
        conn: &mut Conn,
        open: &[StoredReceivable],
        steps: Vec<StoredStep>,
        clients: BTreeSet<ClientId>,
        today: CivilDate,
    ) -> Result<Self, ApiError> {
        let clients: Vec<ClientId> = clients.into_iter().collect();
        let zone = settings::zone(conn).await?;
        let country = country(conn).await?;
        let plans = Plans::load(conn).await?;
        let ids = open.iter().map(|stored| &stored.receivable.id);
        let pins = store::policy::pins_of(conn, ids).await?;
        let cases: BTreeSet<&CaseId> = open
            .iter()
            .filter_map(|stored| stored.receivable.case.as_ref())
            .collect();
        let holds = store::hold::of_cases(conn, cases).await?;
        let quiet = quiet(conn, today).await?;
        let checked = checked(conn, &clients).await?;
        let mut contacts = contacts(conn, &clients, &zone).await?;
        let mut records = by_receivable(steps);
        let mut debts: BTreeMap<&ClientId, Vec<ReceivableFacts>> = BTreeMap::new();
        for stored in open {
            let receivable = &stored.receivable;
            let case = receivable.case.as_ref();
            debts
                .entry(&receivable.client)
                .or_default()
                .push(ReceivableFacts {
                    receivable: receivable.id.clone(),
                    policy: plans.of(&pins, stored).policy,
                    due_on: receivable.due_on,
                    open: stored.open,
                    records: records.remove(&receivable.id).unwrap_or_default(),
                    quiet_until: case.and_then(|case| quiet.get(&case.0)).copied(),
                    holds: holds
                        .iter()
                        .filter(|hold| Some(&hold.case) == case && hold.is_about(&receivable.id))
                        .map(|hold| hold.hold.clone())
                        .collect(),
                });
        }
        let mut debtors = BTreeMap::new();
        for (id, facts) in store::client::facts_of(conn, &clients).await? {
            let debtor = Debtor {
                kind: facts.kind,
                reach: Reach::of(&facts),
                do_not_contact: facts.do_not_contact,
                checked_on: checked.get(&id).copied(),
                answer_days: owed_days(&country, &facts),
                contacts: contacts.remove(&id).unwrap_or_default(),
                receivables: debts.remove(&id).unwrap_or_default(),
                client: id.clone(),
            };
            debtors.insert(id, debtor);
        }
        Ok(Self {
            place: Place {
                working_days: WorkingDays::of(&country),
            },
            plans,
            pins,
            holds,
            debtors,
        })
    }

    /// Everything that is due today.
    pub(crate) fn proposals(&self, today: CivilDate) -> Vec<Proposal> {
        plan(self.debtors.values(), &self.place, today)
    }

    pub(crate) fn debtor(&self, client: &ClientId) -> Result<&Debtor, ApiError> {
        self.debtors
            .get(client)
            .ok_or_else(|| ApiError::not_found("the client"))
    }
}

/// The country of the business: its holidays, and one of the places whose law counts.
pub(crate) async fn country(conn: &mut Conn) -> Result<String, ApiError> {
    let business = store::business::find(conn).await?;
    Ok(business.map_or_else(String::new, |stored| stored.facts.address.country))
}

/// The fewest days that a demand must give this client.
fn owed_days(country: &str, client: &ClientFacts) -> u32 {
    answer_days(country, &client.address.country, client.kind)
}

fn by_receivable(steps: Vec<StoredStep>) -> BTreeMap<ReceivableId, Vec<StepRecord>> {
    let mut records: BTreeMap<ReceivableId, Vec<StepRecord>> = BTreeMap::new();
    for step in steps {
        records
            .entry(step.record.receivable.clone())
            .or_default()
            .push(step.record);
    }
    records
}

/// Cases that the owner put aside, with the day each speaks up again.
async fn quiet(conn: &mut Conn, today: CivilDate) -> Result<BTreeMap<String, CivilDate>, ApiError> {
    let snoozes = store::snooze::active(conn, today).await?;
    Ok(snoozes
        .into_iter()
        .filter(|snooze| snooze.subject_kind == CASE)
        .map(|snooze| (snooze.subject_id, snooze.until_on))
        .collect())
}

/// The last day for which the owner said of each client that nothing came.
async fn checked(
    conn: &mut Conn,
    clients: &[ClientId],
) -> Result<BTreeMap<ClientId, CivilDate>, ApiError> {
    let keys: Vec<String> = clients.iter().map(cases::checked_key).collect();
    let found: BTreeMap<String, CivilDate> = store::setting::of_keys(conn, &keys)
        .await?
        .into_iter()
        .collect();
    let days = clients.iter().zip(keys);
    Ok(days
        .filter_map(|(client, key)| Some((client.clone(), *found.get(&key)?)))
        .collect())
}

/// What was said, on the days of the business.
async fn contacts(
    conn: &mut Conn,
    clients: &[ClientId],
    zone: &str,
) -> Result<BTreeMap<ClientId, Vec<ContactNote>>, ApiError> {
    let mut contacts: BTreeMap<ClientId, Vec<ContactNote>> = BTreeMap::new();
    for noted in store::contact::notes_of_clients(conn, clients).await? {
        contacts.entry(noted.client).or_default().push(ContactNote {
            on: invoices::day_of(noted.happened_at, zone),
            direction: noted.direction,
            outcome: noted.outcome,
            answered: noted.answered,
        });
    }
    Ok(contacts)
}
