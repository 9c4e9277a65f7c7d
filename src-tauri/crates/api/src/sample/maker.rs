//! Living through the past: each event at its day, by the command that a person would have used.
//!
//! Owns the clock's hands and the names under which the tables speak of clients, jobs and bills. What happened
//! is in `work`, `bills` and `chase`.

use std::collections::BTreeMap;

use domain::calendar::days_before;
use domain::case::{Channel, ContactOutcome, Direction};
use domain::id::ClientId;
use domain::invoice::{DraftInvoice, Instalment, TaxMode};
use domain::job::JobFacts;
use domain::payment::PaymentMethod;
use domain::{CivilDate, Currency, Instant, Money};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::bills::{self, Bill};
use super::work::Booking;
use super::{ZONE, chase};
use crate::clock::MovableClock;
use crate::error::ApiError;
use crate::studio::Api;
use crate::wire::{
    AgreementSave, BusinessSave, ById, DraftBody, DraftCheck, DraftNew, DraftSave, DraftView,
    InvoiceIssue, InvoiceIssued, InvoiceReview, InvoiceReviewRequest, JobSave, LetterKind, Nothing,
    Preferences, PriceItemSave, Saved, StageInvoiceRequest,
};

/// The logo, drawn for the sample, and a scan of an invoice from before.
const LOGO: &[u8] = include_bytes!("logo.png");
pub(super) const SCAN: &[u8] = include_bytes!("scan.png");

/// Half past eight in the morning, UTC.
pub(super) fn morning(day: CivilDate) -> Instant {
    day.and_hms_opt(8, 30, 0)
        .map(|time| time.and_utc())
        .unwrap_or_default()
}

/// Something that happened, so many days ago.
pub(super) struct Event {
    pub(super) ago: u32,
    pub(super) what: What,
}

pub(super) enum What {
    Booked(Box<Booking>),
    Delivered {
        job: &'static str,
    },
    Issued(Box<Bill>),
    /// A draft that was never issued.
    Begun(Box<Bill>),
    /// Money for a bill: this much of it, or all that is open.
    Paid {
        bill: String,
        minor: Option<i64>,
        method: PaymentMethod,
    },
    Bounced {
        bill: String,
    },
    /// The day after a due date: the question was put, and the answer was no.
    NotPaid {
        bill: String,
    },
    /// The account was looked at, a letter was made and, if it was, handed over.
    Letter {
        client: &'static str,
        kind: LetterKind,
        handed_over: Option<(Channel, &'static str)>,
    },
    Call {
        client: &'static str,
        person: &'static str,
        outcome: ContactOutcome,
        words: &'static str,
    },
    Told {
        client: &'static str,
        person: &'static str,
        channel: Channel,
        words: &'static str,
    },
    Closed {
        client: &'static str,
    },
    /// A debt from before Safelight.
    OldDebt {
        client: &'static str,
    },
}

/// An invoice as far as later events need to know it.
pub(super) struct Billed {
    pub(super) invoice: String,
    pub(super) number: String,
    pub(super) client: String,
    pub(super) open: Money,
    pub(super) payment: Option<String>,
}

pub(super) struct Maker {
    api: Api,
    hands: MovableClock,
    pub(super) today: CivilDate,
    clients: BTreeMap<&'static str, String>,
    jobs: BTreeMap<&'static str, (String, i64, JobFacts)>,
    pub(super) bills: BTreeMap<String, Billed>,
}

impl Maker {
    pub(super) fn new(api: Api, hands: MovableClock, today: CivilDate) -> Self {
        Self {
            api,
            hands,
            today,
            clients: BTreeMap::new(),
            jobs: BTreeMap::new(),
            bills: BTreeMap::new(),
        }
    }

    /// Asks the studio as the window would.
    pub(super) async fn ask<T: DeserializeOwned>(
        &self,
        name: &str,
        request: &impl Serialize,
    ) -> Result<T, ApiError> {
        let broken = |error: serde_json::Error| ApiError::internal(format!("{name}: {error}"));
        let request = serde_json::to_value(request).map_err(broken)?;
        let answer = Box::pin(self.api.call(name, request, None))
            .await
            .map_err(|error| {
                let fields: Vec<&str> = error
                    .fields
                    .iter()
                    .map(|problem| problem.field.as_str())
                    .collect();
                ApiError {
                    message: format!("{name}: {} {fields:?}", error.message),
                    ..error
                }
            })?;
        serde_json::from_value(answer).map_err(broken)
    }

    pub(super) fn day(&self, ago: u32) -> CivilDate {
        days_before(self.today, ago)
    }

    pub(super) async fn set_up(&mut self) -> Result<(), ApiError> {
        let logo_token = Some(self.offer("field-and-grain.png", LOGO)?);
        let business = super::clients::business()?;
        let save = BusinessSave {
            expected_version: 0,
            business,
            logo_token,
            remove_logo: false,
            signature_token: None,
            remove_signature: false,
        };
        let _: Saved = self.ask("business.save", &save).await?;
        let preferences: Preferences = self.ask("settings.get", &Nothing {}).await?;
        let asked = Preferences {
            asked_about_login: true,
            ..preferences
        };
        let _: Preferences = self.ask("settings.save", &asked).await?;
        Ok(())
    }

    /// A file of the sample as if the owner had picked it.
    pub(super) fn offer(&self, name: &str, bytes: &[u8]) -> Result<String, ApiError> {
        let path = self.api.data().join(name);
        std::fs::write(&path, bytes).map_err(|error| ApiError::folder(&error, &path))?;
        Ok(self.api.offer_path(path)?.token)
    }

    pub(super) fn add_client(&mut self, key: &'static str, id: String) {
        self.clients.insert(key, id);
    }

    pub(super) fn client(&self, key: &str) -> Result<String, ApiError> {
        self.clients
            .get(key)
            .cloned()
            .ok_or_else(|| ApiError::internal(format!("the sample has no client {key}")))
    }

    /// Carries out the events, the oldest first, each day's some minutes apart.
    pub(super) async fn live_through(&mut self, mut events: Vec<Event>) -> Result<(), ApiError> {
        events.sort_by_key(|event| std::cmp::Reverse(event.ago));
        let mut last = None;
        let mut minutes = 0;
        for event in events {
            minutes = if last == Some(event.ago) {
                minutes + 4
            } else {
                0
            };
            last = Some(event.ago);
            self.hands
                .set(morning(self.day(event.ago)) + chrono::TimeDelta::minutes(minutes));
            Box::pin(self.happen(event)).await?;
        }
        Ok(())
    }

    async fn happen(&mut self, Event { ago, what }: Event) -> Result<(), ApiError> {
        match what {
            What::Booked(booking) => self.book(ago, *booking).await,
            What::Delivered { job } => self.deliver(ago, job).await,
            What::Issued(bill) => self.issue(*bill).await,
            What::Begun(bill) => self.begin(&bill).await.map(|_| ()),
            What::Paid {
                bill,
                minor,
                method,
            } => self.pay(ago, &bill, minor, method).await,
            What::Bounced { bill } => self.bounce(&bill).await,
            What::NotPaid { bill } => self.not_paid(&bill).await,
            What::Letter {
                client,
                kind,
                handed_over,
            } => self.letter(ago, client, kind, handed_over).await,
            What::Call {
                client,
                person,
                outcome,
                words,
            } => {
                let contact = (Direction::Outbound, Channel::Call, outcome);
                self.contact(ago, client, person, contact, words).await
            }
            What::Told {
                client,
                person,
                channel,
                words,
            } => {
                let contact = (Direction::Inbound, channel, ContactOutcome::Replied);
                self.contact(ago, client, person, contact, words).await
            }
            What::Closed { client } => self.close_case(client).await,
            What::OldDebt { client } => self.record_debt(client).await,
        }
    }

    async fn book(&mut self, ago: u32, booking: Booking) -> Result<(), ApiError> {
        let client = ClientId(self.client(booking.client)?);
        let job = JobFacts {
            client,
            booked_on: Some(self.day(ago)),
            ..booking.facts
        };
        let saved: Saved = self
            .ask(
                "job.save",
                &JobSave {
                    id: None,
                    expected_version: 0,
                    job: job.clone(),
                },
            )
            .await?;
        if let Some(agreement) = booking.agreement {
            let attach = AgreementSave {
                job: saved.id.clone(),
                expected_version: 0,
                agreement,
                file_token: None,
            };
            let _: Saved = self.ask("agreement.save", &attach).await?;
        }
        self.jobs
            .insert(booking.key, (saved.id, saved.version, job));
        Ok(())
    }

    fn job(&self, key: &str) -> Result<(String, i64, JobFacts), ApiError> {
        self.jobs
            .get(key)
            .cloned()
            .ok_or_else(|| ApiError::internal(format!("the sample has no job {key}")))
    }

    async fn deliver(&mut self, ago: u32, key: &'static str) -> Result<(), ApiError> {
        let (id, version, facts) = self.job(key)?;
        let job = JobFacts {
            delivered_on: Some(self.day(ago)),
            ..facts
        };
        let saved: Saved = self
            .ask(
                "job.save",
                &JobSave {
                    id: Some(id.clone()),
                    expected_version: version,
                    job: job.clone(),
                },
            )
            .await?;
        self.jobs.insert(key, (id, saved.version, job));
        Ok(())
    }

    /// A saved draft of the bill.
    async fn begin(&self, bill: &Bill) -> Result<Saved, ApiError> {
        let job = bill.job.map(|job| self.job(job)).transpose()?;
        let made: Saved = if let (Some(stage), Some((job, ..))) = (bill.stage, &job) {
            self.ask(
                "job.invoiceStage",
                &StageInvoiceRequest {
                    job: job.clone(),
                    stage,
                },
            )
            .await?
        } else {
            let job = job.as_ref().map(|(id, ..)| id.clone());
            self.ask(
                "draft.new",
                &DraftNew {
                    client: Some(self.client(bill.client)?),
                    job,
                },
            )
            .await?
        };
        let view: DraftView = self
            .ask(
                "draft.get",
                &ById {
                    id: made.id.clone(),
                },
            )
            .await?;
        let mut draft = self.written(bill, view.draft)?;
        if !bill.instalments.is_empty() {
            draft.instalments = self.instalments(bill, &draft).await?;
        }
        self.ask(
            "draft.save",
            &DraftSave {
                id: made.id,
                expected_version: view.version,
                draft,
            },
        )
        .await
    }

    fn written(&self, bill: &Bill, draft: DraftInvoice) -> Result<DraftInvoice, ApiError> {
        let is_consumer = bill.stage.is_some() || bill.included;
        let mut draft = DraftInvoice {
            payment_days: bill.days,
            tax_mode: if is_consumer {
                TaxMode::Included
            } else {
                TaxMode::Added
            },
            purchase_order: bill.purchase_order.to_owned(),
            note: bill.note.to_owned(),
            currency: Currency::new(bill.currency)?,
            ..draft
        };
        if bill.stage.is_some() {
            // The schedule knows the price; which tax is inside is for the owner to say.
            for line in &mut draft.lines {
                line.tax = bills::standard_tax();
            }
        } else {
            draft.lines.clone_from(&bill.lines);
            draft.service_on = draft
                .service_on
                .or_else(|| Some(days_before(self.day(bill.ago), 2)));
        }
        Ok(draft)
    }

    async fn instalments(
        &self,
        bill: &Bill,
        draft: &DraftInvoice,
    ) -> Result<Vec<Instalment>, ApiError> {
        let check: DraftCheck = self
            .ask(
                "draft.check",
                &DraftBody {
                    draft: draft.clone(),
                },
            )
            .await?;
        let Some(totals) = check.totals else {
            return Ok(Vec::new());
        };
        let parts = totals.payable.split_evenly(bill.instalments.len())?;
        let dated = bill
            .instalments
            .iter()
            .zip(parts)
            .map(|(days, part)| Instalment {
                due_on: chase::day_from(self.today, *days),
                amount_minor: part.minor(),
            });
        Ok(dated.collect())
    }

    async fn issue(&mut self, bill: Bill) -> Result<(), ApiError> {
        let draft = self.begin(&bill).await?;
        let look = InvoiceReviewRequest {
            draft: draft.id.clone(),
            expected_version: draft.version,
        };
        let review: InvoiceReview = self.ask("invoice.review", &look).await?;
        let issue = InvoiceIssue {
            draft: draft.id,
            review_token: review.review_token,
        };
        let issued: InvoiceIssued = self.ask("invoice.issue", &issue).await?;
        let billed = Billed {
            invoice: issued.invoice,
            number: issued.number,
            client: self.client(bill.client)?,
            open: review.totals.payable,
            payment: None,
        };
        self.bills.insert(bill.key, billed);
        Ok(())
    }

    pub(super) fn billed(&self, key: &str) -> Result<&Billed, ApiError> {
        self.bills
            .get(key)
            .ok_or_else(|| ApiError::internal(format!("the sample has no bill {key}")))
    }

    /// The studio is opened on the day it is: what became late since yesterday opens its case.
    pub(super) async fn wake_up_at(&mut self, now: Instant) -> Result<(), ApiError> {
        self.hands.set(now);
        debug_assert_eq!(
            crate::clock::day_in_zone(now, ZONE),
            self.today,
            "the sample ends on the day it is"
        );
        let _: Nothing = self.ask("today.catchUp", &Nothing {}).await?;
        Ok(())
    }

    /// Removes the pictures that stood in for the owner's and closes the file.
    pub(super) async fn close(self) -> Result<(), ApiError> {
        for name in ["field-and-grain.png", "FG-0312 scan.png"] {
            let path = self.api.data().join(name);
            std::fs::remove_file(&path).map_err(|error| ApiError::folder(&error, &path))?;
        }
        self.api.close().await
    }
}

/// What a job's booking leaves open until it is booked.
pub(super) fn nobody() -> ClientId {
    ClientId(String::new())
}

/// A price item as the price list keeps it.
pub(super) async fn add_price(
    maker: &Maker,
    item: domain::invoice::PriceItem,
) -> Result<(), ApiError> {
    let _: Saved = maker
        .ask(
            "priceItem.save",
            &PriceItemSave {
                id: None,
                expected_version: 0,
                item,
            },
        )
        .await?;
    Ok(())
}
