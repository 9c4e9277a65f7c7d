//! Papers for the post: envelopes, labels, the posting list, and the page that a window is checked with.
//!
//! They are kept and logged like letters. Making them posts nothing.

use correspondence::Phrases;
use documents::{
    CalibrationFacts, EnvelopeFacts, EnvelopeSize, LabelFacts, LabelSheet, PostedLetter,
    PostingFacts, Recipient,
};
use domain::Problem;
use domain::business::Business;
use domain::evidence::{Digest, EventKind, Subjects};
use domain::field::{one_line, required_line};
use domain::id::{ClientId, DocumentId};
use store::Conn;
use store::document::{NewDocument, StoredDocument};

use crate::act::Act;
use crate::error::ApiError;
use crate::payments::borrowed;
use crate::settings::Pictures;
use crate::studio::Api;
use crate::wire::*;
use crate::{documents as made, ids, papers, sender};

/// More letters in one go to the post are not this program's business.
const MOST_LETTERS: usize = 200;

pub(crate) async fn choices(_: &Api, _: Nothing) -> Result<PostChoices, ApiError> {
    let choice = |id: &str, name: &str| PostChoice {
        id: id.to_owned(),
        name: name.to_owned(),
    };
    Ok(PostChoices {
        envelopes: EnvelopeSize::ALL
            .iter()
            .map(|size| choice(size.id, size.name))
            .collect(),
        labels: LabelSheet::ALL
            .iter()
            .map(|sheet| choice(sheet.id, sheet.name))
            .collect(),
    })
}

/// A page, what it is called, and whose it is.
struct Page {
    bytes: Vec<u8>,
    title: String,
    client: Option<ClientId>,
}

pub(crate) async fn make(act: &mut Act<'_>, request: PostMake) -> Result<PaperMade, ApiError> {
    let business = store::business::get(&mut act.tx).await?.facts;
    let letters = letters(&mut act.tx, &request.documents).await?;
    let (kind, page) = match request.kind {
        PostKind::Calibration => (DocumentKind::Calibration, calibration(&business)?),
        PostKind::Envelope => {
            let page = envelope(&mut act.tx, &business, &letters, &request).await?;
            (DocumentKind::Envelope, page)
        }
        PostKind::Labels => {
            let page = labels(&mut act.tx, &business, &letters, &request).await?;
            (DocumentKind::Labels, page)
        }
        PostKind::PostingList => {
            let page = posting_list(act, &business, &letters, &request).await?;
            (DocumentKind::PostingList, page)
        }
    };
    keep(act, &business, kind, page).await
}

/// The papers that were chosen, each once.
async fn letters(conn: &mut Conn, chosen: &[String]) -> Result<Vec<StoredDocument>, ApiError> {
    if chosen.len() > MOST_LETTERS {
        return Err(ApiError::field("documents", Problem::TooLarge));
    }
    let mut letters: Vec<StoredDocument> = Vec::new();
    for id in chosen {
        if letters.iter().any(|letter| letter.id.as_str() == id) {
            continue;
        }
        letters.push(store::document::get(conn, &DocumentId(id.clone())).await?);
    }
    Ok(letters)
}

/// The clients whose papers these are, each once, in the order of their papers.
fn clients(letters: &[StoredDocument]) -> Vec<ClientId> {
    let mut clients: Vec<ClientId> = Vec::new();
    for client in letters.iter().filter_map(|letter| letter.client.as_ref()) {
        if !clients.contains(client) {
            clients.push(client.clone());
        }
    }
    clients
}

async fn recipient(
    conn: &mut Conn,
    business: &Business,
    client: &ClientId,
) -> Result<Recipient, ApiError> {
    let client = store::client::get(conn, client).await?.facts;
    if !client.address.is_postal() {
        return Err(ApiError::precondition(format!(
            "{} has no complete postal address",
            client.name
        )));
    }
    let phrases = Phrases::load(papers::locale(business, Some(&client)))?;
    Ok(papers::recipient(&phrases, &client, business))
}

fn calibration(business: &Business) -> Result<Page, ApiError> {
    let Some(envelope) = papers::look(business, Pictures::default()).envelope else {
        return Err(ApiError::precondition(
            "choose an envelope first: there is no window to check",
        ));
    };
    let title = envelope.name().to_owned();
    let facts = CalibrationFacts {
        locale: papers::locale(business, None),
        envelope,
    };
    Ok(Page {
        bytes: documents::calibration(&facts)?,
        title,
        client: None,
    })
}

async fn envelope(
    conn: &mut Conn,
    business: &Business,
    letters: &[StoredDocument],
    request: &PostMake,
) -> Result<Page, ApiError> {
    let size = request.on.as_deref().and_then(EnvelopeSize::find);
    let size = size.ok_or_else(|| ApiError::field("on", Problem::Unknown))?;
    let clients = clients(letters);
    let [client] = clients.as_slice() else {
        return Err(ApiError::precondition(
            "one envelope goes to one client: choose papers of one client",
        ));
    };
    let recipient = recipient(conn, business, client).await?;
    let title = recipient.name.clone();
    let locale = papers::locale(business, None);
    let sender = sender::sender(business, &Phrases::load(locale)?)?;
    let facts = EnvelopeFacts {
        locale,
        sender,
        recipient,
    };
    Ok(Page {
        bytes: documents::envelope(&facts, size)?,
        title,
        client: Some(client.clone()),
    })
}

async fn labels(
    conn: &mut Conn,
    business: &Business,
    letters: &[StoredDocument],
    request: &PostMake,
) -> Result<Page, ApiError> {
    let sheet = request.on.as_deref().and_then(LabelSheet::find);
    let sheet = sheet.ok_or_else(|| ApiError::field("on", Problem::Unknown))?;
    let first = usize::try_from(request.first_label).unwrap_or(usize::MAX);
    if first == 0 || first > sheet.count() {
        return Err(ApiError::field("firstLabel", Problem::TooLarge));
    }
    let mut recipients = Vec::new();
    for client in clients(letters) {
        recipients.push(recipient(conn, business, &client).await?);
    }
    if recipients.is_empty() {
        return Err(ApiError::field("documents", Problem::Required));
    }
    let facts = LabelFacts {
        locale: papers::locale(business, None),
        recipients,
        first,
    };
    Ok(Page {
        bytes: documents::labels(&facts, sheet)?,
        title: sheet.name.to_owned(),
        client: None,
    })
}

async fn posting_list(
    act: &mut Act<'_>,
    business: &Business,
    letters: &[StoredDocument],
    request: &PostMake,
) -> Result<Page, ApiError> {
    let mut problems = Vec::new();
    let service = one_line("service", &request.service, 80, &mut problems);
    let posted_by = required_line("postedBy", &request.posted_by, 80, &mut problems);
    if letters.is_empty() {
        problems.push(domain::FieldProblem::new("documents", Problem::Required));
    }
    if !problems.is_empty() {
        return Err(ApiError::fields(problems));
    }
    let mut posted = Vec::with_capacity(letters.len());
    for letter in letters {
        let Some(client) = &letter.client else {
            return Err(ApiError::precondition(
                "a paper without a client is not posted",
            ));
        };
        let bytes = store::document::bytes(&mut act.tx, &letter.id).await?;
        posted.push(PostedLetter {
            recipient: recipient(&mut act.tx, business, client).await?,
            reference: letter.title.clone(),
            service: service.clone(),
            article_number: None,
            pages: documents::pages(&bytes).unwrap_or(1),
            sha256: letter.sha256.0,
        });
    }
    let locale = papers::locale(business, None);
    let phrases = Phrases::load(locale)?;
    let facts = PostingFacts {
        locale,
        paper: papers::look(business, Pictures::default()).paper,
        sender: sender::sender(business, &phrases)?,
        date: act.today,
        posted_by,
        letters: posted,
    };
    Ok(Page {
        bytes: documents::posting_list(&facts)?,
        title: correspondence::format::date(&phrases, act.today)?,
        client: None,
    })
}

async fn keep(
    act: &mut Act<'_>,
    business: &Business,
    kind: DocumentKind,
    page: Page,
) -> Result<PaperMade, ApiError> {
    let id = DocumentId(act.new_id()?);
    let kind = made::word_of(kind);
    let new = NewDocument {
        id: &id,
        kind,
        title: &page.title,
        language: papers::locale(business, None).tag(),
        media_type: "application/pdf",
        template_version: papers::TEMPLATE,
        bytes: &page.bytes,
        words: &documents::words(&page.bytes).unwrap_or_default(),
        facts: Digest::of(&page.bytes),
        client: page.client.as_ref(),
        invoice: None,
        case: None,
        receivables: &[],
    };
    let sha256 = store::document::insert(&mut act.tx, &new, act.now).await?;
    let words = [
        ("kind", kind.to_owned()),
        ("title", page.title),
        ("sha256", ids::hex(&sha256.0)),
    ];
    let subjects = Subjects {
        client: page.client.map(|client| client.0),
        document: Some(id.0.clone()),
        ..Subjects::default()
    };
    act.log(EventKind::DocumentMade, subjects, &borrowed(&words))
        .await?;
    Ok(PaperMade { document: id.0 })
}
