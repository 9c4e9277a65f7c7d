//! Letters of a case: reviewed, made, handed over.
//!
//! A letter is made from facts loaded now, so the balance is read again at the last moment (invariant 9), and
//! only after the owner said that payments and replies were checked today (invariant 18). Making it sends
//! nothing; its step is done when the owner says that it was handed over (invariant 8).

mod behind;
mod ground;
mod kinds;

use correspondence::Letter;
use domain::case::Channel;
use domain::client::ClientFacts;
use domain::dunning::StepKind;
use domain::evidence::{Digest, EventKind, Subjects};
use domain::field::one_line;
use domain::id::{CaseId, DocumentId, ReceivableId};
use domain::{CivilDate, Money, Problem};
use serde::Serialize;
use store::document::NewDocument;
use store::receivable::StoredReceivable;
use store::{Conn, StoreError};

use crate::act::Act;
use crate::cases::{self, debt_line};
use crate::error::{ApiError, ErrorCode};
use crate::payments::borrowed;
use crate::steps::{self, Decision};
use crate::studio::Api;
use crate::wire::*;
use crate::{documents as made, ids, invoices, papers, settings};
use ground::ground;

fn document_kind(kind: LetterKind) -> DocumentKind {
    match kind {
        LetterKind::FriendlyReminder => DocumentKind::FriendlyReminder,
        LetterKind::StatementResend => DocumentKind::Statement,
        LetterKind::SecondNotice => DocumentKind::SecondNotice,
        LetterKind::LastReminder => DocumentKind::LastReminder,
        LetterKind::FormalDemand => DocumentKind::FormalDemand,
        LetterKind::FinalNotice => DocumentKind::FinalNotice,
    }
}

/// The letter that a step asks for; `None` for steps without a paper of ours.
pub(crate) fn letter_of(kind: StepKind) -> Option<LetterKind> {
    Some(match kind {
        StepKind::FriendlyReminder => LetterKind::FriendlyReminder,
        StepKind::StatementResend => LetterKind::StatementResend,
        StepKind::SecondNotice => LetterKind::SecondNotice,
        StepKind::LastReminder => LetterKind::LastReminder,
        StepKind::FormalDemand => LetterKind::FormalDemand,
        StepKind::FinalNotice => LetterKind::FinalNotice,
        _ => return None,
    })
}

/// The step that a paper of a case carries out; `None` for papers that are no letter of a case.
pub(crate) fn step_of_paper(kind: DocumentKind) -> Option<StepKind> {
    Some(match kind {
        DocumentKind::FriendlyReminder => StepKind::FriendlyReminder,
        DocumentKind::Statement => StepKind::StatementResend,
        DocumentKind::SecondNotice => StepKind::SecondNotice,
        DocumentKind::LastReminder => StepKind::LastReminder,
        DocumentKind::FormalDemand => StepKind::FormalDemand,
        DocumentKind::FinalNotice => StepKind::FinalNotice,
        _ => return None,
    })
}

/// What a review signs.
#[derive(Serialize)]
struct Shown<'a> {
    case: &'a str,
    kind: LetterKind,
    page: Digest,
    text: &'a str,
    to: &'a [String],
}

fn addressees(client: &ClientFacts) -> Vec<String> {
    papers::mail_recipients(client)
        .into_iter()
        .map(|recipient| recipient.email)
        .collect()
}

pub(crate) async fn review(api: &Api, request: LetterRequest) -> Result<LetterReview, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let ground = ground(&mut reader, &request, today).await?;
    let pictures = settings::pictures(api, &mut reader).await?;
    drop(reader);
    let made = ground
        .letter(request.kind)
        .and_then(|letter| Ok((letter, ground.page(request.kind, pictures)?)));
    let to = addressees(&ground.client);
    let (letter, token, missing) = match made {
        Ok((letter, page)) => {
            let text = letter.plain_text();
            let shown = Shown {
                case: &request.case,
                kind: request.kind,
                page: Digest::of(&page),
                text: &text,
                to: &to,
            };
            let token = ids::review_token(&api.review_key, &shown)?;
            let token = ground.refusal(request.kind).is_ok().then_some(token);
            (Some(letter), token, None)
        }
        Err(error) if error.code == ErrorCode::Internal => return Err(error),
        Err(error) => (None, None, Some(error)),
    };
    Ok(LetterReview {
        review_token: token,
        subject: letter
            .as_ref()
            .map(|letter| letter.subject.clone())
            .unwrap_or_default(),
        text: letter.as_ref().map(Letter::plain_text).unwrap_or_default(),
        to,
        deadline_on: ground.deadline_on,
        earliest_deadline_on: ground.earliest_deadline_on,
        debts: ground
            .receivables
            .iter()
            .map(|stored| debt_line(stored, today))
            .collect(),
        open: ground.open()?,
        enclosures: ground.invoice_papers.clone(),
        checks: ground.checks(request.kind, missing.as_ref())?,
    })
}

pub(crate) async fn preview(api: &Api, request: LetterRequest) -> Result<Vec<u8>, ApiError> {
    let today = api.today().await?;
    let mut reader = api.store.read().await?;
    let ground = ground(&mut reader, &request, today).await?;
    let pictures = settings::pictures(api, &mut reader).await?;
    drop(reader);
    ground.page(request.kind, pictures)
}

/// First lines of the text a card shows; empty when the letter cannot be made yet.
pub(crate) async fn excerpt(
    conn: &mut Conn,
    case: &CaseId,
    kind: LetterKind,
    today: CivilDate,
) -> Result<String, ApiError> {
    let request = LetterRequest {
        case: case.0.clone(),
        kind,
        deadline_on: None,
        court: None,
    };
    let ground = ground(conn, &request, today).await?;
    // What is missing for the letter is told by its review.
    let text = ground
        .letter(kind)
        .map(|letter| letter.plain_text())
        .unwrap_or_default();
    Ok(text.chars().take(420).collect())
}

pub(crate) async fn make(act: &mut Act<'_>, request: LetterMake) -> Result<LetterMade, ApiError> {
    let asked = LetterRequest {
        case: request.case.clone(),
        kind: request.kind,
        deadline_on: request.deadline_on,
        court: request.court.clone(),
    };
    let ground = ground(&mut act.tx, &asked, act.today).await?;
    ground.refusal(request.kind)?;
    let letter = ground.letter(request.kind)?;
    let pictures = settings::pictures(act.api, &mut act.tx).await?;
    let page = ground.page(request.kind, pictures)?;
    let (text, to) = (letter.plain_text(), addressees(&ground.client));
    let shown = Shown {
        case: &request.case,
        kind: request.kind,
        page: Digest::of(&page),
        text: &text,
        to: &to,
    };
    if ids::review_token(&act.api.review_key, &shown)? != request.review_token {
        return Err(ApiError::new(
            ErrorCode::ReviewOutdated,
            "the letter is not what was reviewed: look at it again",
        ));
    }
    let kind = made::word_of(document_kind(request.kind));
    let facts = Digest::of(text.as_bytes());
    if let Some(earlier) =
        store::document::made_from(&mut act.tx, &ground.case.id, kind, facts).await?
    {
        return Ok(LetterMade {
            document: earlier.id.0,
        });
    }
    let id = DocumentId(act.new_id()?);
    let receivables: Vec<ReceivableId> = ground
        .receivables
        .iter()
        .map(|stored| stored.receivable.id.clone())
        .collect();
    let locale = papers::locale(&ground.business, Some(&ground.client));
    let title = {
        // Phrases stay in one thread, so none is kept while the store is asked.
        let phrases = correspondence::Phrases::load(locale)?;
        let written_on = correspondence::format::date(&phrases, act.today)?;
        format!("{}, {written_on}", letter.subject)
    };
    let new = NewDocument {
        id: &id,
        kind,
        title: &title,
        language: locale.tag(),
        media_type: "application/pdf",
        template_version: papers::TEMPLATE,
        bytes: &page,
        words: &::documents::words(&page).unwrap_or_default(),
        facts,
        client: Some(&ground.case.client),
        invoice: None,
        case: Some(&ground.case.id),
        receivables: &receivables,
    };
    let sha256 = store::document::insert(&mut act.tx, &new, act.now).await?;
    let deadline = ground.deadline_on;
    let subjects = Subjects {
        document: Some(id.0.clone()),
        ..cases::about(&ground.case)
    };
    let words = [
        ("kind", kind.to_owned()),
        ("title", title),
        ("subject", letter.subject),
        ("text", text),
        ("amount", ground.open()?.to_string()),
        (
            "deadline",
            deadline.map(|on| on.to_string()).unwrap_or_default(),
        ),
        ("sha256", ids::hex(&sha256.0)),
    ];
    act.log(EventKind::DocumentMade, subjects, &borrowed(&words))
        .await?;
    Ok(LetterMade { document: id.0 })
}

pub(crate) async fn handed_over(
    act: &mut Act<'_>,
    request: LetterHandedOver,
) -> Result<Nothing, ApiError> {
    let document = store::document::get(&mut act.tx, &DocumentId(request.document)).await?;
    let kind = made::kind_of(&document.kind)
        .and_then(step_of_paper)
        .ok_or_else(|| ApiError::precondition("this paper is no letter of a case"))?;
    let Some(case) = &document.case else {
        return Err(ApiError::precondition("this paper belongs to no case"));
    };
    let case = cases::open_case(act, &case.0).await?;
    let zone = settings::zone(&mut act.tx).await?;
    let mut problems = Vec::new();
    let to = one_line("to", &request.to, 200, &mut problems);
    let proof = one_line("proof", &request.proof, 200, &mut problems);
    if request.on > act.today {
        problems.push(domain::FieldProblem::new("on", Problem::InFuture));
    }
    if request.on < invoices::day_of(document.made_at, &zone) {
        problems.push(domain::FieldProblem::new("on", Problem::BeforeStart));
    }
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    let channel = channel_word(request.channel);
    let (receivables, deadline_on) = letter_subjects(act, &document.id).await?;
    let decision = Decision {
        on: Some(request.on),
        deadline_on,
        document: Some(document.id.clone()),
        reason: channel.clone(),
        ..Decision::default()
    };
    if steps::decide(act, &receivables, kind, &decision).await? == 0 {
        return Err(ApiError::precondition(
            "this letter was handed over already",
        ));
    }
    let amount = Money::sum(case.currency, receivables.iter().map(|stored| stored.open))?;
    let subjects = Subjects {
        document: Some(document.id.0.clone()),
        ..cases::about(&case)
    };
    let words = [
        ("step", cases::word(&kind)),
        ("channel", channel),
        ("to", to),
        ("proof", proof),
        ("amount", amount.to_string()),
        (
            "deadline",
            deadline_on.map(|on| on.to_string()).unwrap_or_default(),
        ),
        ("on", request.on.to_string()),
        ("by", "owner".to_owned()),
    ];
    act.log(EventKind::StepDone, subjects, &borrowed(&words))
        .await?;
    Ok(Nothing {})
}

fn channel_word(channel: Channel) -> String {
    cases::word(&channel)
}

/// The receivables a letter was about and the deadline it gave, from its log entry.
async fn letter_subjects(
    act: &mut Act<'_>,
    document: &DocumentId,
) -> Result<(Vec<StoredReceivable>, Option<CivilDate>), ApiError> {
    let mut receivables = Vec::new();
    for id in store::document::receivables(&mut act.tx, document).await? {
        receivables.push(store::receivable::get(&mut act.tx, &id).await?);
    }
    let made = made::words_when_made(&mut act.tx, document).await?;
    let made = made.ok_or_else(|| StoreError::Corrupt {
        what: "a letter without its log entry".to_owned(),
    })?;
    let deadline_on = made.get("deadline").and_then(|on| on.parse().ok());
    Ok((receivables, deadline_on))
}
