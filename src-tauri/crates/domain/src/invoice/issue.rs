//! From draft to invoice.
//!
//! [`check`] names everything that keeps a draft from being issued, by the path of its field on the wire;
//! [`issue`] turns a draft without problems into [`Issued`]: the facts that are frozen with the number, stored as
//! they are and never edited (invariants 4 and 5). Leaves giving the number to `numbering` and storing to `store`.

use serde::{Deserialize, Serialize};

use super::draft::{DraftInvoice, Instalment, Prepayment};
use super::line::{Line, TaxCode, TaxMode};
use super::totals::{Totals, TotalsError, totals};
use crate::business::Business;
use crate::calendar::{CivilDate, days_after, days_between, is_plausible};
use crate::client::{ClientFacts, ClientKind};
use crate::field::{self, FieldProblem, Problem, limit, many_lines, one_line, required_line};
use crate::id::{ClientId, JobId};
use crate::money::{Currency, Money};

/// The most lines of one invoice.
pub const MAX_LINES: usize = 500;

/// The most instalments of one invoice.
pub const MAX_INSTALMENTS: usize = 24;

/// The form of [`Issued`] written today; an older form stays readable for ever.
const ISSUED_FORM: u32 = 1;

/// The longest an instalment may lie ahead, in days: ten years.
const MAX_DAYS_AHEAD: i64 = 3_660;

/// What a draft is judged against.
#[derive(Debug, Clone, Copy)]
pub struct IssueContext<'a> {
    /// The draft's client, when one is chosen and known.
    pub client: Option<&'a ClientFacts>,
    pub business: &'a Business,
    pub today: CivilDate,
    /// Issue date of the latest invoice of the series: numbers and dates rise together.
    pub last_issued_on: Option<CivilDate>,
}

/// An issued invoice: its number and everything it said on the day, frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Issued {
    /// Version of this form.
    pub form: u32,
    /// BT-1.
    pub number: String,
    /// BT-2.
    pub issued_on: CivilDate,
    /// BT-72.
    pub service_on: Option<CivilDate>,
    /// The last day by which everything is due (BT-9).
    pub due_on: CivilDate,
    /// BT-5.
    pub currency: Currency,
    /// Digits behind the decimal mark on the day of issue.
    pub exponent: u8,
    pub tax_mode: TaxMode,
    pub lines: Vec<Line>,
    pub totals: Totals,
    /// At least one, unless earlier invoices cover everything; in order, adding up to the amount payable.
    pub instalments: Vec<Instalment>,
    pub prepayments: Vec<Prepayment>,
    /// Net days as drafted; with several instalments their own dates hold.
    pub payment_days: u32,
    pub purchase_order: String,
    pub client_reference: String,
    pub note: String,
    pub job: Option<JobId>,
    pub client_id: ClientId,
    /// The buyer as known on the day, without the owner's private notes.
    pub client: ClientFacts,
    /// The seller as on the day.
    pub business: Business,
}

/// Everything that keeps the draft from being issued; empty when nothing does.
pub fn check(draft: &DraftInvoice, context: &IssueContext<'_>) -> Vec<FieldProblem> {
    match examined(draft, context) {
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    }
}

/// Freezes a draft under its number.
pub fn issue(
    draft: &DraftInvoice,
    context: &IssueContext<'_>,
    number: &str,
) -> Result<Issued, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let number = required_line("number", number, limit::CODE, &mut problems);
    let number = field::value_or(number, problems)?;
    let Examined {
        draft,
        client_id,
        client,
        totals,
        instalments,
        issued_on,
    } = examined(draft, context)?;
    let due_on = instalments.last().map_or(issued_on, |last| last.due_on);
    let mut client = client.clone();
    client.note.clear();
    client
        .people
        .iter_mut()
        .for_each(|person| person.note.clear());
    Ok(Issued {
        form: ISSUED_FORM,
        number,
        issued_on,
        service_on: draft.service_on,
        due_on,
        currency: draft.currency,
        exponent: draft.currency.exponent(),
        tax_mode: draft.tax_mode,
        lines: draft.lines,
        totals,
        instalments,
        prepayments: draft.prepayments,
        payment_days: draft.payment_days,
        purchase_order: draft.purchase_order,
        client_reference: draft.client_reference,
        note: draft.note,
        job: draft.job,
        client_id,
        client,
        business: context.business.clone(),
    })
}

impl Issued {
    /// A new draft with the same content: dates, number, earlier invoices and instalments start empty.
    pub fn duplicate(&self) -> DraftInvoice {
        DraftInvoice {
            client: Some(self.client_id.clone()),
            job: self.job.clone(),
            currency: self.currency,
            issue_on: None,
            service_on: None,
            payment_days: self.payment_days,
            tax_mode: self.tax_mode,
            lines: self.lines.clone(),
            instalments: Vec::new(),
            prepayments: Vec::new(),
            purchase_order: self.purchase_order.clone(),
            client_reference: self.client_reference.clone(),
            note: self.note.clone(),
        }
    }
}

impl DraftInvoice {
    /// A second draft with the same content: dates, earlier invoices and instalments start empty.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self {
            issue_on: None,
            service_on: None,
            instalments: Vec::new(),
            prepayments: Vec::new(),
            ..self.clone()
        }
    }

    /// The draft trimmed, for saving: it may miss things, but holds nothing that could never be meant.
    pub fn validated(self) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let draft = self.tidied(false, &mut problems);
        field::value_or(draft, problems)
    }

    fn tidied(self, complete: bool, problems: &mut Vec<FieldProblem>) -> Self {
        field::days("paymentDays", self.payment_days, problems);
        for (name, date) in [("issueOn", self.issue_on), ("serviceOn", self.service_on)] {
            if let Some(date) = date {
                field::plausible_date(name, date, problems);
            }
        }
        for (index, instalment) in self.instalments.iter().enumerate() {
            field::plausible_date(
                &format!("instalments[{index}].dueOn"),
                instalment.due_on,
                problems,
            );
        }
        for (name, count, most) in [
            ("lines", self.lines.len(), MAX_LINES),
            ("instalments", self.instalments.len(), MAX_INSTALMENTS),
            ("prepayments", self.prepayments.len(), MAX_LINES),
        ] {
            if count > most {
                problems.push(FieldProblem::new(name, Problem::TooMany));
            }
        }
        let lines = self.lines.into_iter().take(MAX_LINES).enumerate();
        let lines = lines
            .map(|(index, line)| {
                line.validated(
                    &format!("lines[{index}]"),
                    self.currency,
                    complete,
                    problems,
                )
            })
            .collect();
        Self {
            lines,
            purchase_order: one_line("purchaseOrder", &self.purchase_order, limit::LINE, problems),
            client_reference: one_line(
                "clientReference",
                &self.client_reference,
                limit::LINE,
                problems,
            ),
            note: many_lines("note", &self.note, limit::NOTE, problems),
            ..self
        }
    }
}

struct Examined<'a> {
    draft: DraftInvoice,
    client_id: ClientId,
    client: &'a ClientFacts,
    totals: Totals,
    instalments: Vec<Instalment>,
    issued_on: CivilDate,
}

fn examined<'a>(
    draft: &DraftInvoice,
    context: &IssueContext<'a>,
) -> Result<Examined<'a>, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let draft = draft.clone().tidied(true, &mut problems);
    if draft.lines.is_empty() {
        problems.push(FieldProblem::new("lines", Problem::Required));
    }
    let issued_on = draft.issue_on.unwrap_or(context.today);
    check_issue_date(issued_on, context, &mut problems);
    check_parties(&draft, context, &mut problems);
    check_prepayments(&draft, issued_on, &mut problems);
    let totals = checked_totals(&draft, &mut problems);
    let instalments = totals
        .as_ref()
        .map(|totals| instalments(&draft, totals.payable, issued_on, &mut problems));
    let client = draft.client.clone().zip(context.client);
    match (client, totals, instalments) {
        (Some((client_id, client)), Some(totals), Some(instalments)) if problems.is_empty() => {
            Ok(Examined {
                draft,
                client_id,
                client,
                totals,
                instalments,
                issued_on,
            })
        }
        _ => Err(problems),
    }
}

fn check_issue_date(
    issued_on: CivilDate,
    context: &IssueContext<'_>,
    problems: &mut Vec<FieldProblem>,
) {
    if !is_plausible(issued_on) {
        // Named by `tidied` when it was entered; otherwise the clock itself is wrong.
        if issued_on == context.today {
            problems.push(FieldProblem::new("issueOn", Problem::Implausible));
        }
    } else if issued_on > context.today {
        problems.push(FieldProblem::new("issueOn", Problem::InFuture));
    } else if context.last_issued_on.is_some_and(|last| issued_on < last) {
        problems.push(FieldProblem::new("issueOn", Problem::BeforeStart));
    }
}

fn check_parties(
    draft: &DraftInvoice,
    context: &IssueContext<'_>,
    problems: &mut Vec<FieldProblem>,
) {
    let mut require = |given: bool, field: &str| {
        if !given {
            problems.push(FieldProblem::new(field, Problem::Required));
        }
    };
    let reverse_charge = draft.lines.iter().any(|line| line.tax.code == TaxCode::AE);
    let business = context.business;
    require(!business.name.is_empty(), "business.name");
    require(business.address.is_postal(), "business.address");
    require(
        !business.address.country.is_empty(),
        "business.address.country",
    );
    // BR-AE-02: reverse charge names the seller's and the buyer's VAT identifier.
    require(
        !reverse_charge || !business.vat_id.is_empty(),
        "business.vatId",
    );
    let Some(client) = context.client.filter(|_| draft.client.is_some()) else {
        require(false, "client");
        return;
    };
    require(!client.name.is_empty(), "client.name");
    if client.kind != ClientKind::Consumer {
        require(client.address.is_postal(), "client.address");
        require(!client.address.country.is_empty(), "client.address.country");
    }
    require(!reverse_charge || !client.vat_id.is_empty(), "client.vatId");
}

fn check_prepayments(draft: &DraftInvoice, issued_on: CivilDate, problems: &mut Vec<FieldProblem>) {
    for (index, prepayment) in draft.prepayments.iter().enumerate() {
        let mut problem = |field: &str, problem| {
            problems.push(FieldProblem::new(
                format!("prepayments[{index}].{field}"),
                problem,
            ));
        };
        if prepayment.amount.currency() != draft.currency {
            problem("amount", Problem::CurrencyMismatch);
        } else if !prepayment.amount.is_positive() {
            problem("amount", Problem::MustBePositive);
        }
        if prepayment.issued_on > issued_on {
            problem("issuedOn", Problem::InFuture);
        }
        if draft
            .prepayments
            .iter()
            .take(index)
            .any(|earlier| earlier.invoice == prepayment.invoice)
        {
            // Deducting one invoice twice would give money away.
            problem("invoice", Problem::Taken);
        }
    }
}

fn checked_totals(draft: &DraftInvoice, problems: &mut Vec<FieldProblem>) -> Option<Totals> {
    // A prepayment in another currency is named already; the rest is counted all the same.
    let prepaid = draft.prepayments.iter().map(|prepayment| prepayment.amount);
    let prepaid = Money::sum(
        draft.currency,
        prepaid.filter(|amount| amount.currency() == draft.currency),
    );
    let counted = prepaid
        .map_err(TotalsError::from)
        .and_then(|prepaid| totals(draft.currency, draft.tax_mode, &draft.lines, prepaid));
    let totals = match counted {
        Ok(totals) => totals,
        // Named already, at the line.
        Err(TotalsError::Discount { .. } | TotalsError::TaxRate { .. }) => return None,
        Err(TotalsError::LineTooLarge { line }) => {
            let line = format!("lines[{line}].");
            // Quantity and price can each be meant, only not together.
            if !problems
                .iter()
                .any(|problem| problem.field.starts_with(&line))
            {
                problems.push(FieldProblem::new(
                    format!("{line}unitPrice"),
                    Problem::TooLarge,
                ));
            }
            return None;
        }
        Err(TotalsError::Money(_)) => {
            problems.push(FieldProblem::new("lines", Problem::TooLarge));
            return None;
        }
    };
    if !draft.lines.is_empty() && !totals.gross.is_positive() {
        problems.push(FieldProblem::new("lines", Problem::MustBePositive));
    } else if totals.payable.is_negative() {
        problems.push(FieldProblem::new("prepayments", Problem::TooLarge));
    }
    Some(totals)
}

/// The instalments as drafted, or the whole after [`DraftInvoice::payment_days`]; none when nothing is payable.
fn instalments(
    draft: &DraftInvoice,
    payable: Money,
    issued_on: CivilDate,
    problems: &mut Vec<FieldProblem>,
) -> Vec<Instalment> {
    if draft.instalments.is_empty() {
        let due_on = days_after(issued_on, draft.payment_days.min(limit::DAYS));
        let whole = Instalment {
            due_on,
            amount_minor: payable.minor(),
        };
        return if payable.is_positive() {
            vec![whole]
        } else {
            Vec::new()
        };
    }
    let mut sum = 0_i128;
    let mut before = None;
    for (index, instalment) in draft.instalments.iter().enumerate() {
        let mut problem = |field: &str, problem| {
            problems.push(FieldProblem::new(
                format!("instalments[{index}].{field}"),
                problem,
            ));
        };
        if instalment.amount_minor <= 0 {
            problem("amountMinor", Problem::MustBePositive);
        }
        let in_order = before.is_none_or(|before| instalment.due_on > before);
        if instalment.due_on < issued_on || !in_order {
            problem("dueOn", Problem::BeforeStart);
        } else if is_plausible(instalment.due_on)
            && days_between(issued_on, instalment.due_on) > MAX_DAYS_AHEAD
        {
            problem("dueOn", Problem::Implausible);
        }
        sum += i128::from(instalment.amount_minor);
        before = Some(instalment.due_on);
    }
    if sum != i128::from(payable.minor()) {
        problems.push(FieldProblem::new("instalments", Problem::DoesNotAddUp));
    }
    draft.instalments.clone()
}

#[cfg(test)]
#[path = "issue_tests.rs"]
mod tests;
