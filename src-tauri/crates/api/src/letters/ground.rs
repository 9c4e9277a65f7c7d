//! Everything a letter is made from, loaded at one moment, and what stands in its way.

use correspondence::{Letter, LetterError, Phrases, Wording};
use documents::{
    AccountLine, AgreementCited, Consequence, DemandFacts, EarlierRequest, FormalDemand,
    FriendlyReminder, HowToPay, Reader, ReminderFacts, Writer,
};
use domain::business::Business;
use domain::client::ClientFacts;
use domain::dunning::{StepKind, demand_deadline, may_do_now};
use domain::id::CaseId;
use domain::{CivilDate, Money, Problem};
use store::Conn;
use store::case::StoredCase;
use store::receivable::StoredReceivable;

use super::behind;
use crate::error::{ApiError, ErrorCode};
use crate::settings::Pictures;
use crate::wire::*;
use crate::{cases, ladder, papers, parties, paying, sender};

/// The longest deadline a letter may give.
const LONGEST_DEADLINE: u32 = 90;
/// The shortest deadline that leaves time to act.
const SHORTEST_DEADLINE: u32 = 7;

/// Everything a letter is made from, loaded at one moment.
pub(super) struct Ground {
    pub(super) case: StoredCase,
    pub(super) business: Business,
    pub(super) client: ClientFacts,
    pub(super) receivables: Vec<StoredReceivable>,
    pub(super) agreement: Option<AgreementCited>,
    pub(super) work: Option<String>,
    pub(super) earlier: Vec<EarlierRequest>,
    /// Papers of the invoices that go along.
    pub(super) invoice_papers: Vec<String>,
    pub(super) checked_today: bool,
    pub(super) allowed: bool,
    pub(super) deadline_on: Option<CivilDate>,
    pub(super) earliest_deadline_on: Option<CivilDate>,
    /// Since when the account's details hold.
    bank_since: Option<CivilDate>,
    pub(super) today: CivilDate,
}

pub(crate) fn step_of(kind: LetterKind) -> StepKind {
    match kind {
        LetterKind::FriendlyReminder => StepKind::FriendlyReminder,
        LetterKind::FormalDemand => StepKind::FormalDemand,
    }
}

pub(super) async fn ground(
    conn: &mut Conn,
    request: &LetterRequest,
    today: CivilDate,
) -> Result<Ground, ApiError> {
    let case = store::case::get(conn, &CaseId(request.case.clone())).await?;
    let client = store::client::get(conn, &case.client).await?.facts;
    let of_case = store::receivable::of_case(conn, &case.id).await?;
    let late = |stored: &StoredReceivable| {
        domain::receivable::is_overdue(stored.receivable.due_on, stored.open, today)
    };
    let receivables: Vec<StoredReceivable> = of_case.into_iter().filter(late).collect();
    let policy = ladder::policy(conn).await?;
    let facts = ladder::facts_of_client(conn, &case.client, today).await?;
    let kind = step_of(request.kind);
    let may = |stored: &StoredReceivable| {
        may_do_now(&stored.receivable.id, &facts, &policy, kind, today).is_ok()
    };
    let step = policy.step(kind).map(|(_, step)| step.clone());
    let usual = step.and_then(|step| demand_deadline(today, &step));
    let bills = behind::bills(conn, &receivables).await?;
    let (agreement, work) = behind::work_and_agreement(conn, &bills).await?;
    Ok(Ground {
        allowed: case.closed.is_none() && ladder::leading(&receivables).is_some_and(may),
        earlier: behind::earlier_requests(conn, &case.id).await?,
        invoice_papers: behind::invoice_papers(&bills),
        checked_today: cases::checked_on(conn, &case.client).await? == Some(today),
        business: store::business::get(conn).await?.facts,
        bank_since: paying::bank_since(conn).await?,
        deadline_on: usual.map(|usual| request.deadline_on.unwrap_or(usual)),
        earliest_deadline_on: usual.map(|_| domain::calendar::days_after(today, SHORTEST_DEADLINE)),
        case,
        client,
        receivables,
        agreement,
        work,
        today,
    })
}

impl Ground {
    pub(super) fn account(&self) -> Vec<AccountLine> {
        let line = |stored: &StoredReceivable| AccountLine {
            invoice: stored.receivable.number.clone(),
            issued_on: stored.receivable.issued_on,
            due_on: stored.receivable.due_on,
            amount: stored.receivable.amount,
            paid: stored.receivable.paid,
            open: stored.open,
        };
        self.receivables.iter().map(line).collect()
    }

    pub(super) fn open(&self) -> Result<Money, ApiError> {
        Ok(Money::sum(
            self.case.currency,
            self.receivables.iter().map(|stored| stored.open),
        )?)
    }

    pub(super) fn reader(&self) -> Reader {
        parties::reader(&self.client)
    }

    pub(super) fn writer(&self) -> Writer {
        parties::writer(&self.business)
    }

    /// What the payer should quote.
    pub(super) fn reference(&self) -> String {
        let numbers = self.receivables.iter();
        parties::reference(numbers.map(|stored| stored.receivable.number.as_str()))
    }

    pub(super) fn reminder(&self) -> Result<FriendlyReminder, ApiError> {
        Ok(FriendlyReminder {
            locale: papers::locale(&self.business, Some(&self.client)),
            date: self.today,
            reader: self.reader(),
            writer: self.writer(),
            work: self.work.clone(),
            account: self.account(),
            total_open: self.open()?,
            invoice_enclosed: !self.invoice_papers.is_empty(),
            how_to_pay: self.how_to_pay(),
            reserve_rights: false,
        })
    }

    /// Quoting the reference of the one invoice, or the numbers of several.
    fn how_to_pay(&self) -> HowToPay {
        let first = self.receivables.first().map(|stored| &stored.receivable);
        let number = first
            .map(|receivable| receivable.number.as_str())
            .filter(|number| *number == self.reference());
        let reference = match number {
            Some(number) => paying::reference(&self.business, number),
            None => self.reference(),
        };
        paying::how_to_pay(&self.business, self.bank_since, &reference)
    }

    pub(super) fn demand(&self) -> Result<FormalDemand, ApiError> {
        let deadline = self
            .deadline_on
            .ok_or_else(|| ApiError::field("deadlineOn", Problem::Required))?;
        Ok(FormalDemand {
            locale: papers::locale(&self.business, Some(&self.client)),
            date: self.today,
            reader: self.reader(),
            writer: self.writer(),
            agreement: self.agreement.clone(),
            work: self.work.clone(),
            account: self.account(),
            payments: Vec::new(),
            charges: Vec::new(),
            total: self.open()?,
            per_diem: None,
            deadline,
            earlier_requests: self.earlier.clone(),
            how_to_pay: self.how_to_pay(),
            offer_mediation: false,
            consequences: vec![Consequence::Claim { court: None }],
            enclosures: self
                .invoice_papers
                .iter()
                .map(|number| format!("Invoice {number}"))
                .collect(),
        })
    }

    pub(super) fn letter(&self, kind: LetterKind) -> Result<Letter, ApiError> {
        let letter: Result<Letter, LetterError> = match kind {
            LetterKind::FriendlyReminder => self.reminder()?.letter(),
            LetterKind::FormalDemand => self.demand()?.letter(),
        };
        Ok(letter?)
    }

    pub(super) fn page(&self, kind: LetterKind, pictures: Pictures) -> Result<Vec<u8>, ApiError> {
        let look = papers::look(&self.business, pictures);
        let phrases = Phrases::load(papers::locale(&self.business, Some(&self.client)))?;
        let sender = sender::sender(&self.business, &phrases)?;
        let recipient = papers::recipient(&phrases, &self.client, &self.business);
        let reference = Some(self.reference()).filter(|text| !text.is_empty());
        Ok(match kind {
            LetterKind::FriendlyReminder => documents::reminder(
                &ReminderFacts {
                    sender,
                    recipient,
                    reference,
                    delivery: None,
                    letter: self.reminder()?,
                },
                &look,
            )?,
            LetterKind::FormalDemand => documents::demand(
                &DemandFacts {
                    sender,
                    recipient,
                    reference,
                    delivery: None,
                    letter: self.demand()?,
                },
                &look,
            )?,
        })
    }

    pub(super) fn checks(
        &self,
        kind: LetterKind,
        missing: Option<&ApiError>,
    ) -> Result<Vec<LetterCheck>, ApiError> {
        let check = |what, ok, detail: &str| LetterCheck {
            what,
            ok,
            detail: detail.to_owned(),
        };
        let open = self.open()?;
        let mut checks = vec![
            check(LetterCheckKind::PaymentsChecked, self.checked_today, ""),
            check(
                LetterCheckKind::SomethingOpen,
                open.is_positive(),
                &open.to_string(),
            ),
            check(LetterCheckKind::StepAllowed, self.allowed, ""),
            check(
                LetterCheckKind::Address,
                self.client.address.is_postal(),
                &self.client.address.city,
            ),
        ];
        let bank = &self.business.bank;
        let has_bank = !bank.iban.is_empty() || !bank.account_number.is_empty();
        checks.push(check(LetterCheckKind::BankDetails, has_bank, ""));
        if kind == LetterKind::FormalDemand {
            let ok = self.deadline_on.is_some_and(|on| self.deadline_fits(on));
            let on = self
                .deadline_on
                .map(|on| on.to_string())
                .unwrap_or_default();
            checks.push(check(LetterCheckKind::Deadline, ok, &on));
            let clauses = self
                .agreement
                .iter()
                .flat_map(|agreement| &agreement.clauses);
            let clauses: Vec<&str> = clauses.map(|clause| clause.number.as_str()).collect();
            checks.push(check(
                LetterCheckKind::Clause,
                !clauses.is_empty(),
                &clauses.join(", "),
            ));
        }
        let papers = self.invoice_papers.join(", ");
        checks.push(check(
            LetterCheckKind::Enclosures,
            !papers.is_empty(),
            &papers,
        ));
        if let Some(error) = missing {
            checks.push(check(LetterCheckKind::MissingValue, false, &error.message));
        }
        Ok(checks)
    }

    pub(super) fn deadline_fits(&self, on: CivilDate) -> bool {
        let earliest = domain::calendar::days_after(self.today, SHORTEST_DEADLINE);
        (earliest..=domain::calendar::days_after(self.today, LONGEST_DEADLINE)).contains(&on)
    }

    /// Why the letter may not be made now, if so.
    pub(super) fn refusal(&self, kind: LetterKind) -> Result<(), ApiError> {
        if !self.open()?.is_positive() {
            return Err(ApiError::precondition(
                "nothing is open any more; nothing was made",
            ));
        }
        if !self.checked_today {
            return Err(ApiError::new(
                ErrorCode::PaymentsNotChecked,
                "look at your account and your mail first, and confirm that nothing came",
            ));
        }
        if !self.allowed {
            return Err(ApiError::precondition("this step is not open today"));
        }
        if kind == LetterKind::FormalDemand
            && !self.deadline_on.is_some_and(|on| self.deadline_fits(on))
        {
            return Err(ApiError::field("deadlineOn", Problem::Implausible));
        }
        Ok(())
    }
}
