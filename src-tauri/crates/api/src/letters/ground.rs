//! Everything a letter is made from, loaded at one moment, and what stands in its way.

use documents::{
    AccountLine, AgreementCited, EarlierRequest, HowToPay, PaymentCode, Reader, Writer,
};
use domain::business::Business;
use domain::client::ClientFacts;
use domain::dunning::{
    Debtor, Place, ReceivableFacts, StepEnd, StepKind, deadline, may_do_now, running_deadline,
};
use domain::id::CaseId;
use domain::{CivilDate, Money, Problem};
use store::Conn;
use store::case::StoredCase;
use store::receivable::StoredReceivable;

use super::behind;
use crate::error::{ApiError, ErrorCode};
use crate::ladder::Ladders;
use crate::paying::{Asked, Quoted};
use crate::wire::*;
use crate::{cases, ladder, parties, paying, statements};

/// The longest deadline a letter may give.
const LONGEST_DEADLINE: u32 = 90;
/// The shortest deadline that leaves time to act; a reminder before the demand may give less.
const SHORTEST_DEADLINE: u32 = 7;
const SHORTEST_REMINDER: u32 = 3;
/// What every demand gives by custom; where law asks for more, that is the shortest.
const USUAL_ANSWER: u32 = 14;

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
    /// A part of what is open is disputed.
    pub(super) part_held: bool,
    /// The demand that a final notice speaks of.
    pub(super) demanded: Option<Demanded>,
    /// The court that it names; empty when not said yet.
    pub(super) court: String,
    pub(super) deadline_on: Option<CivilDate>,
    pub(super) earliest_deadline_on: Option<CivilDate>,
    /// The account, when that is what goes out.
    statement: Option<statements::Ground>,
    /// Since when the account's details hold.
    bank_since: Option<CivilDate>,
    pub(super) place: Place,
    pub(super) today: CivilDate,
}

/// A demand that was handed over, with its deadline.
pub(super) struct Demanded {
    pub(super) on: CivilDate,
    pub(super) deadline_on: CivilDate,
    /// The later day to which the ladder's rest moved it.
    pub(super) extended_to: Option<CivilDate>,
}

pub(crate) fn step_of(kind: LetterKind) -> StepKind {
    match kind {
        LetterKind::FriendlyReminder => StepKind::FriendlyReminder,
        LetterKind::StatementResend => StepKind::StatementResend,
        LetterKind::SecondNotice => StepKind::SecondNotice,
        LetterKind::LastReminder => StepKind::LastReminder,
        LetterKind::FormalDemand => StepKind::FormalDemand,
        LetterKind::FinalNotice => StepKind::FinalNotice,
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
    let ladders = Ladders::of_client(conn, &case.client, today).await?;
    let debtor = ladders.debtor(&case.client)?;
    let kind = step_of(request.kind);
    let led = ladder::leading(&receivables).and_then(|stored| debt(debtor, stored));
    let usual = usual_deadline(led, debtor, &ladders.place, kind, today);
    let bills = behind::bills(conn, &receivables).await?;
    let (agreement, work) = behind::work_and_agreement(conn, &bills).await?;
    let statement = if request.kind == LetterKind::StatementResend {
        Some(statements::ground(conn, case.client.0.clone(), None, today).await?)
    } else {
        None
    };
    let may = |debt: &ReceivableFacts| may_do_now(&debt.receivable, debtor, kind, today).is_ok();
    let part_held = receivables
        .iter()
        .filter_map(|stored| debt(debtor, stored))
        .flat_map(|debt| &debt.holds)
        .any(|hold| hold.holds(today));
    Ok(Ground {
        allowed: case.closed.is_none() && led.is_some_and(may),
        part_held,
        demanded: led.and_then(|debt| demanded(debt, today)),
        court: request.court.clone().unwrap_or_default().trim().to_owned(),
        earlier: behind::earlier_requests(conn, &case.id).await?,
        invoice_papers: behind::invoice_papers(&bills),
        checked_today: cases::checked_on(conn, &case.client).await? == Some(today),
        business: store::business::get(conn).await?.facts,
        bank_since: paying::bank_since(conn).await?,
        deadline_on: usual.map(|usual| request.deadline_on.unwrap_or(usual)),
        earliest_deadline_on: usual
            .map(|_| domain::calendar::days_after(today, shortest(kind, debtor.answer_days))),
        place: ladders.place.clone(),
        statement,
        case,
        client,
        receivables,
        agreement,
        work,
        today,
    })
}

fn debt<'a>(debtor: &'a Debtor, stored: &StoredReceivable) -> Option<&'a ReceivableFacts> {
    debtor
        .receivables
        .iter()
        .find(|debt| debt.receivable == stored.receivable.id)
}

/// The deadline that the plan gives a letter of this step written today.
fn usual_deadline(
    led: Option<&ReceivableFacts>,
    debtor: &Debtor,
    place: &Place,
    kind: StepKind,
    today: CivilDate,
) -> Option<CivilDate> {
    let (_, step) = led?.policy.step(kind)?;
    deadline(today, step, debtor.answer_days, &place.working_days)
}

/// The fewest days that a letter of this step may give.
fn shortest(kind: StepKind, answer_days: u32) -> u32 {
    match kind {
        StepKind::FormalDemand if answer_days > USUAL_ANSWER => answer_days,
        StepKind::SecondNotice | StepKind::LastReminder => SHORTEST_REMINDER,
        _ => SHORTEST_DEADLINE,
    }
}

fn demanded(debt: &ReceivableFacts, today: CivilDate) -> Option<Demanded> {
    let demand = debt
        .records
        .iter()
        .filter(|record| record.kind == StepKind::FormalDemand && record.how == StepEnd::Done)
        .max_by_key(|record| record.on)?;
    let deadline_on = demand.deadline_on?;
    Some(Demanded {
        on: demand.on,
        deadline_on,
        extended_to: running_deadline(debt, today).filter(|moved| *moved > deadline_on),
    })
}

impl Ground {
    pub(super) fn statement(&self) -> Result<&statements::Ground, ApiError> {
        self.statement
            .as_ref()
            .ok_or_else(|| ApiError::internal("no account was loaded"))
    }

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

    /// The number of the one invoice, if it is one.
    fn one_number(&self) -> Option<&str> {
        let first = self.receivables.first().map(|stored| &stored.receivable);
        first
            .map(|receivable| receivable.number.as_str())
            .filter(|number| *number == self.reference())
    }

    /// Quoting the reference of the one invoice, or the numbers of several.
    pub(super) fn how_to_pay(&self) -> HowToPay {
        let reference = match self.one_number() {
            Some(number) => paying::reference(&self.business, number),
            None => self.reference(),
        };
        paying::how_to_pay(&self.business, self.bank_since, &reference)
    }

    /// Codes for all that is asked for. What keeps one away was said when the invoice was issued.
    pub(super) fn codes(&self) -> Result<Vec<PaymentCode>, ApiError> {
        let numbers = self.reference();
        let asked = Asked {
            business: &self.business,
            client: Some(&self.client),
            quoted: match self.one_number() {
                Some(number) => Quoted::Number(number),
                None => Quoted::Numbers(&numbers),
            },
            due: vec![self.open()?],
        };
        Ok(asked.codes().0)
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
        if self.part_held {
            checks.push(check(LetterCheckKind::NothingHeld, false, ""));
        }
        if step_of(kind).sets_deadline() {
            let ok = self.deadline_on.is_some_and(|on| self.deadline_fits(on));
            let on = self
                .deadline_on
                .map(|on| on.to_string())
                .unwrap_or_default();
            checks.push(check(LetterCheckKind::Deadline, ok, &on));
        }
        if kind == LetterKind::FinalNotice {
            let demand = self.demanded.as_ref().map(|demand| demand.on.to_string());
            let on = demand.unwrap_or_default();
            checks.push(check(LetterCheckKind::Demanded, !on.is_empty(), &on));
            let named = !self.court.is_empty();
            checks.push(check(LetterCheckKind::Court, named, &self.court));
        } else if step_of(kind).sets_deadline() {
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
        let earliest = self.earliest_deadline_on.unwrap_or(self.today);
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
        if self.part_held {
            return Err(ApiError::precondition(
                "a part is disputed, and this paper cannot say so yet: ask for the rest in your own words",
            ));
        }
        if step_of(kind).sets_deadline()
            && !self.deadline_on.is_some_and(|on| self.deadline_fits(on))
        {
            return Err(ApiError::field("deadlineOn", Problem::Implausible));
        }
        Ok(())
    }
}
