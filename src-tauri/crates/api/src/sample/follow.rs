//! After an invoice is out: money, questions, letters, calls and closing, as the owner would do them.

use domain::Money;
use domain::case::{Channel, ContactOutcome, Direction, Outcome};
use domain::id::ClientId;
use domain::payment::{PaymentFacts, PaymentMethod};

use super::chase;
use super::maker::{Maker, SCAN};
use crate::error::ApiError;
use crate::wire::{
    ById, CaseClose, CaseView, CheckedConfirm, ClientView, ContactLog, DebtRecorded, DocumentTaken,
    DueAnswer, DueReply, InvoiceView, LetterHandedOver, LetterKind, LetterMade, LetterMake,
    LetterRequest, LetterReview, Nothing, PaymentProposal, PaymentProposalRequest, PaymentRecord,
    PaymentRecorded, PaymentReverse, TakenHow,
};

impl Maker {
    pub(super) async fn pay(
        &mut self,
        ago: u32,
        key: &str,
        minor: Option<i64>,
        method: PaymentMethod,
    ) -> Result<(), ApiError> {
        let bill = self.billed(key)?;
        let amount = minor.map_or(Ok(bill.open), |minor| {
            Money::new(minor, bill.open.currency())
        })?;
        let propose = PaymentProposalRequest {
            client: bill.client.clone(),
            amount,
            invoice: Some(bill.invoice.clone()),
        };
        let proposal: PaymentProposal = self.ask("payment.propose", &propose).await?;
        let payment = PaymentFacts {
            client: ClientId(bill.client.clone()),
            amount,
            received_on: self.day(ago),
            method,
            reference: bill.number.clone(),
            note: String::new(),
        };
        let record = PaymentRecord {
            payment,
            allocations: proposal.allocations,
        };
        let recorded: PaymentRecorded = self.ask("payment.record", &record).await?;
        if let Some(bill) = self.bills.get_mut(key) {
            bill.open = bill.open.minus(amount)?;
            bill.payment = Some(recorded.id);
        }
        Ok(())
    }

    pub(super) async fn bounce(&mut self, key: &str) -> Result<(), ApiError> {
        let payment = self.billed(key)?.payment.clone().unwrap_or_default();
        let reverse = PaymentReverse {
            id: payment,
            reason: "The cheque came back unpaid".to_owned(),
        };
        let _: Nothing = self.ask("payment.reverse", &reverse).await?;
        let invoice: InvoiceView = self
            .ask(
                "invoice.get",
                &ById {
                    id: self.billed(key)?.invoice.clone(),
                },
            )
            .await?;
        if let Some(bill) = self.bills.get_mut(key) {
            bill.open = invoice.open;
        }
        Ok(())
    }

    pub(super) async fn not_paid(&self, key: &str) -> Result<(), ApiError> {
        let _: Nothing = self.ask("today.catchUp", &Nothing {}).await?;
        let invoice: InvoiceView = self
            .ask(
                "invoice.get",
                &ById {
                    id: self.billed(key)?.invoice.clone(),
                },
            )
            .await?;
        let late = invoice
            .receivables
            .into_iter()
            .filter(|receivable| receivable.days_late > 0);
        let answer = DueAnswer {
            receivables: late.map(|late| late.id).collect(),
            answer: DueReply::No,
        };
        let _: Nothing = self.ask("due.noticed", &answer).await?;
        let _: Nothing = self.ask("due.answer", &answer).await?;
        Ok(())
    }

    /// The client's open case.
    async fn case(&self, client: &str) -> Result<String, ApiError> {
        let view: ClientView = self
            .ask(
                "client.get",
                &ById {
                    id: self.client(client)?,
                },
            )
            .await?;
        view.open_case
            .ok_or_else(|| ApiError::internal(format!("{client} has no open case in the sample")))
    }

    pub(super) async fn letter(
        &self,
        ago: u32,
        client: &str,
        kind: LetterKind,
        handed_over: Option<(Channel, &str)>,
    ) -> Result<(), ApiError> {
        let case = self.case(client).await?;
        let _: Nothing = self
            .ask("case.checked", &CheckedConfirm { case: case.clone() })
            .await?;
        let look = LetterRequest {
            case: case.clone(),
            kind,
            deadline_on: None,
            court: None,
        };
        let review: LetterReview = self.ask("letter.review", &look).await?;
        let Some(review_token) = review.review_token else {
            return Err(ApiError::internal(format!(
                "a letter of the sample is not ready: {:?}",
                review.checks
            )));
        };
        let order = LetterMake {
            case,
            kind,
            deadline_on: review.deadline_on,
            court: None,
            review_token,
        };
        let made: LetterMade = self.ask("letter.make", &order).await?;
        if let Some((channel, proof)) = handed_over {
            let _: Nothing = self
                .ask(
                    "document.opened",
                    &DocumentTaken {
                        id: made.document.clone(),
                        how: TakenHow::Opened,
                    },
                )
                .await?;
            let to = review
                .to
                .into_iter()
                .next()
                .filter(|_| channel == Channel::Email)
                .unwrap_or_default();
            let proof = proof.to_owned();
            let given = LetterHandedOver {
                document: made.document,
                channel,
                on: self.day(ago),
                to,
                proof,
            };
            let _: Nothing = self.ask("letter.handedOver", &given).await?;
        }
        Ok(())
    }

    pub(super) async fn contact(
        &self,
        ago: u32,
        client: &str,
        person: &str,
        (direction, channel, outcome): (Direction, Channel, ContactOutcome),
        words: &str,
    ) -> Result<(), ApiError> {
        let log = ContactLog {
            case: self.case(client).await?,
            direction,
            channel,
            on: self.day(ago),
            person: person.to_owned(),
            outcome,
            words: words.to_owned(),
            counts_as_step: direction == Direction::Outbound,
        };
        let _: Nothing = self.ask("case.logContact", &log).await?;
        Ok(())
    }

    pub(super) async fn close_case(&self, client: &str) -> Result<(), ApiError> {
        let case: CaseView = self
            .ask(
                "case.get",
                &ById {
                    id: self.case(client).await?,
                },
            )
            .await?;
        let close = CaseClose {
            id: case.id,
            expected_version: case.version,
            outcome: Outcome::Paid,
            reason: String::new(),
        };
        let _: Nothing = self.ask("case.close", &close).await?;
        Ok(())
    }

    pub(super) async fn record_debt(&self, client: &str) -> Result<(), ApiError> {
        let token = self.offer("FG-0312 scan.png", SCAN)?;
        let debt = chase::old_debt(self.today, self.client(client)?, token)?;
        let _: DebtRecorded = self.ask("debt.record", &debt).await?;
        Ok(())
    }
}
