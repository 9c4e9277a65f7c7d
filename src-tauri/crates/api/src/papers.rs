//! From frozen or drafted facts to what a paper is made from.
//!
//! Owns the order of addresses, which bank details are shown and which clause is quoted. Computes no sum:
//! they come from the domain.

use correspondence::{Phrases, places};
use documents::{
    ClauseQuote, ClauseTopic, Deduction, DocumentError, Envelope, HowToPay, Instalment,
    InvoiceFacts, InvoiceLine, InvoiceSums, LineDiscount, Locale, Look, Paper, Recipient,
    SupplyDate, TaxLine,
};
use domain::agreement::{AgreementFacts, Term, TermKind};
use domain::business::{Business, Letterhead, PaperSize};
use domain::client::{Address, ClientFacts, ClientKind, Person, PersonRole};
use domain::contents;
use domain::invoice::{Discount, DraftInvoice, Issued, Line, Prepayment, TaxMode, Totals};
use domain::{CivilDate, Money};

use crate::error::{ApiError, ErrorCode};
use crate::paying::{self, Asked, Quoted};
use crate::sender;
use crate::settings::Pictures;

/// What the business says instead of an envelope when nothing is posted.
pub(crate) const NO_ENVELOPE: &str = "none";

/// Version of the paper templates; goes with each document.
pub(crate) const TEMPLATE: &str = "1";

impl From<DocumentError> for ApiError {
    fn from(error: DocumentError) -> Self {
        let code = match &error {
            DocumentError::Internal { .. } => ErrorCode::Internal,
            DocumentError::Logo(_) | DocumentError::Signature(_) => ErrorCode::BadFile,
            _ => ErrorCode::CannotPrint,
        };
        Self::new(code, error.to_string())
    }
}

impl From<correspondence::LetterError> for ApiError {
    fn from(error: correspondence::LetterError) -> Self {
        Self::new(ErrorCode::CannotPrint, error.to_string())
    }
}

/// How papers of this business look.
pub(crate) fn look(business: &Business, pictures: Pictures) -> Look {
    let paper = match business.paper {
        PaperSize::Letter => Paper::Letter,
        PaperSize::A4 => Paper::A4,
    };
    Look {
        paper,
        envelope: envelope(business, paper),
        letterhead: match business.letterhead {
            Letterhead::Classic => documents::Letterhead::Classic,
            Letterhead::Plain => documents::Letterhead::Plain,
            Letterhead::Bold => documents::Letterhead::Bold,
        },
        accent: colour(&business.accent).unwrap_or(Look::default().accent),
        logo: pictures.logo,
        signature: pictures.signature,
    }
}

/// The envelope that the owner chose; the usual one when the choice does not go with the sheet any more.
fn envelope(business: &Business, paper: Paper) -> Option<Envelope> {
    if business.envelope == NO_ENVELOPE {
        return None;
    }
    Envelope::find(&business.envelope)
        .filter(|envelope| envelope.paper() == paper)
        .or_else(|| Envelope::usual(&business.address.country, paper))
}

/// A colour written as `#1d3c5c`.
pub(crate) fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().strip_prefix('#')?;
    let hex = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let part = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    hex.then_some([part(0)?, part(2)?, part(4)?])
}

/// The language of a client's papers: the client's own where there are words for it, else the business's.
pub(crate) fn locale(business: &Business, client: Option<&ClientFacts>) -> Locale {
    client
        .map(|client| client.language.as_str())
        .filter(|tag| !tag.is_empty())
        .and_then(Locale::find)
        .or_else(|| Locale::find(&business.language))
        .unwrap_or_else(Locale::british)
}

/// Address lines in the order of their country; the country's name only for another country.
pub(crate) fn address_lines(
    phrases: &Phrases,
    address: &Address,
    from_country: &str,
) -> Vec<String> {
    let mut lines: Vec<String> = address
        .lines
        .iter()
        .filter(|line| !line.is_empty())
        .cloned()
        .collect();
    let Address {
        postcode,
        city,
        region,
        country,
        ..
    } = address;
    let join = |parts: &[&str]| {
        parts
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    };
    match country.as_str() {
        "GB" | "IE" => lines.extend([city.clone(), region.clone(), postcode.clone()]),
        "US" | "CA" | "AU" => {
            let place = if country == "US" && !city.is_empty() && !region.is_empty() {
                format!("{city}, {}", join(&[region, postcode]))
            } else {
                join(&[city, region, postcode])
            };
            lines.push(place);
        }
        "NZ" | "IN" | "ZA" => lines.extend([join(&[city, postcode]), region.clone()]),
        _ => lines.extend([join(&[postcode, city]), region.clone()]),
    }
    if country != from_country {
        lines.push(places::country_name(phrases, country));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The person to whose attention a client's papers go: the payer, else the contracting party.
pub(crate) fn attention(client: &ClientFacts) -> Option<&Person> {
    let of_role = |role| {
        client
            .people
            .iter()
            .find(|person| person.role == role && !person.name.is_empty())
    };
    of_role(PersonRole::Payer).or_else(|| of_role(PersonRole::ContractingParty))
}

pub(crate) fn recipient(phrases: &Phrases, client: &ClientFacts, business: &Business) -> Recipient {
    let person = attention(client).filter(|person| person.name != client.name);
    let is_consumer = client.kind == ClientKind::Consumer;
    Recipient {
        name: client.name.clone(),
        attention: person
            .filter(|_| !is_consumer)
            .map(|person| person.name.clone()),
        address: address_lines(phrases, &client.address, &business.address.country),
        tax_id: Some(client.vat_id.clone()).filter(|id| !id.is_empty()),
    }
}

/// A term as a letter may use it: its exact words, or only its number.
pub(crate) fn quote(term: &Term) -> ClauseQuote {
    ClauseQuote {
        topic: match term.kind {
            TermKind::Payment => ClauseTopic::Payment,
            TermKind::LateCharge => ClauseTopic::LateCharge,
            TermKind::LicenceOnPayment => ClauseTopic::Licence,
            TermKind::Deposit => ClauseTopic::Deposit,
            TermKind::Cancellation => ClauseTopic::Cancellation,
            TermKind::DisputeRoute => ClauseTopic::Dispute,
        },
        number: term.clause.clone(),
        words: Some(term.words.clone()).filter(|words| !words.is_empty()),
        page: term.page,
    }
}

/// The clause on late payment, when the agreement has one.
pub(crate) fn late_clause(agreement: Option<&AgreementFacts>) -> Option<ClauseQuote> {
    let term = agreement?
        .terms
        .iter()
        .find(|term| term.kind == TermKind::LateCharge)?;
    (!term.clause.is_empty()).then(|| quote(term))
}

/// What an invoice paper needs beside lines and sums.
pub(crate) struct Setting<'a> {
    pub(crate) business: &'a Business,
    pub(crate) client: Option<&'a ClientFacts>,
    pub(crate) agreement: Option<&'a AgreementFacts>,
    pub(crate) subject: Option<String>,
    pub(crate) bank_since: Option<CivilDate>,
}

impl Setting<'_> {
    /// What a payer of this invoice is told; a draft has no number yet.
    fn pay(&self, number: Option<&str>, facts: &mut InvoiceFacts) {
        let reference = number.map(|number| paying::reference(self.business, number));
        let reference = reference.unwrap_or_default();
        facts.how_to_pay = paying::how_to_pay(self.business, self.bank_since, &reference);
        let asked = Asked {
            business: self.business,
            client: self.client,
            // Drawn as the place of the code only.
            quoted: Quoted::Number(number.unwrap_or("1000")),
            due: match facts.instalments.as_slice() {
                [] => vec![facts.sums.due],
                parts => parts.iter().map(|part| part.amount).collect(),
            },
        };
        facts.codes = asked.codes().0;
    }
}

/// The paper of an issued invoice.
pub(crate) fn issued_facts(
    issued: &Issued,
    setting: &Setting<'_>,
) -> Result<InvoiceFacts, ApiError> {
    let mut facts = common(
        setting,
        issued.currency,
        issued.tax_mode,
        &issued.lines,
        &issued.totals,
        &issued.prepayments,
    )?;
    facts.number = Some(issued.number.clone());
    facts.issued_on = Some(issued.issued_on);
    facts.supplied = issued.service_on.map(SupplyDate::On);
    facts.purchase_order = filled(&issued.purchase_order);
    facts.client_reference = filled(&issued.client_reference);
    facts.notes = filled(&issued.note);
    facts.instalments = instalments(issued.currency, &issued.instalments)?;
    setting.pay(Some(&issued.number), &mut facts);
    Ok(facts)
}

/// The paper of a draft as it stands: without a number.
pub(crate) fn draft_facts(
    draft: &DraftInvoice,
    totals: &Totals,
    today: CivilDate,
    setting: &Setting<'_>,
) -> Result<InvoiceFacts, ApiError> {
    let mut facts = common(
        setting,
        draft.currency,
        draft.tax_mode,
        &draft.lines,
        totals,
        &draft.prepayments,
    )?;
    let issue_on = draft.issue_on.unwrap_or(today);
    facts.issued_on = Some(issue_on);
    facts.supplied = draft.service_on.map(SupplyDate::On);
    facts.purchase_order = filled(&draft.purchase_order);
    facts.client_reference = filled(&draft.client_reference);
    facts.notes = filled(&draft.note);
    facts.instalments = if draft.instalments.is_empty() {
        let due_on = domain::calendar::days_after(issue_on, draft.payment_days);
        vec![Instalment {
            due_on,
            label: None,
            amount: totals.payable,
        }]
    } else {
        instalments(draft.currency, &draft.instalments)?
    };
    setting.pay(None, &mut facts);
    Ok(facts)
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

fn instalments(
    currency: domain::Currency,
    parts: &[domain::invoice::Instalment],
) -> Result<Vec<Instalment>, ApiError> {
    let part = |part: &domain::invoice::Instalment| {
        Ok(Instalment {
            due_on: part.due_on,
            label: None,
            amount: Money::new(part.amount_minor, currency)?,
        })
    };
    parts.iter().map(part).collect()
}

fn common(
    setting: &Setting<'_>,
    currency: domain::Currency,
    tax_mode: TaxMode,
    lines: &[Line],
    totals: &Totals,
    prepayments: &[Prepayment],
) -> Result<InvoiceFacts, ApiError> {
    let business = setting.business;
    let mut running = Money::zero(currency);
    let mut printed = Vec::with_capacity(lines.len());
    for (line, total) in lines.iter().zip(&totals.lines) {
        running = running.plus(total.amount)?;
        let rate = match line.discount {
            Discount::Percent(rate) => Some(rate),
            Discount::None | Discount::Amount(_) => None,
        };
        printed.push(InvoiceLine {
            description: line.description.clone(),
            detail: None,
            quantity: line.quantity,
            unit: filled(&line.unit),
            unit_price: line.unit_price,
            discount: total.discount.is_positive().then_some(LineDiscount {
                rate,
                amount: total.discount,
            }),
            tax_rate: Some(line.tax.rate),
            amount: total.amount,
            running_total: Some(running),
        });
    }
    let locale = locale(business, setting.client);
    let phrases = Phrases::load(locale)?;
    let tax_name = places::tax_name(&phrases, &business.address.country)?;
    let taxes = totals.tax_lines.iter().map(|tax| TaxLine {
        name: tax_name.clone(),
        rate: tax.category.rate,
        taxable: tax.taxable,
        tax: tax.tax,
        exemption: filled(&tax.category.reason),
    });
    let notices = setting.client.map(|client| {
        contents::notices(&contents::Subject {
            business,
            client,
            totals,
            service_on: None,
            has_late_clause: late_clause(setting.agreement).is_some(),
        })
    });
    let deductions = prepayments.iter().map(|earlier| {
        Ok(Deduction {
            description: places::earlier_invoice(&phrases, &earlier.number, earlier.issued_on)?,
            amount: earlier.amount,
        })
    });
    Ok(InvoiceFacts {
        locale,
        number: None,
        issued_on: None,
        supplied: None,
        sender: sender::sender(business, &phrases)?,
        recipient: setting
            .client
            .map(|client| recipient(&phrases, client, business))
            .unwrap_or_default(),
        subject: setting.subject.clone().filter(|text| !text.is_empty()),
        purchase_order: None,
        client_reference: None,
        order_reference: None,
        lines: printed,
        sums: InvoiceSums {
            lines: running,
            discount: None,
            net: totals.net,
            taxes: taxes.collect(),
            gross: totals.gross,
            deductions: deductions.collect::<Result<_, ApiError>>()?,
            due: totals.payable,
            tax_included: tax_mode == TaxMode::Included,
        },
        instalments: Vec::new(),
        payment_terms: None,
        late_clause: late_clause(setting.agreement),
        how_to_pay: HowToPay::default(),
        notices: notices.unwrap_or_default(),
        is_tax_invoice: contents::is_tax_invoice(business, totals),
        codes: Vec::new(),
        notes: None,
    })
}

/// Whom a mail about a client's account may go to: the client's own address and the people who may know of the
/// debt (invariant 17); never a person who only takes messages.
pub(crate) fn mail_recipients(client: &ClientFacts) -> Vec<delivery::mail::Recipient> {
    let person = attention(client)
        .filter(|person| !person.email.is_empty() && person.role.may_know_of_debt());
    let (name, email) = match person {
        Some(person) => (person.name.clone(), person.email.clone()),
        None => (client.name.clone(), client.email.clone()),
    };
    let recipient = delivery::mail::Recipient { name, email };
    Some(recipient)
        .filter(|recipient| !recipient.email.is_empty())
        .into_iter()
        .collect()
}
