//! The one list of commands: name, kind, request, response, handler, tags.
//!
//! From it come the router, what the terminal lists, and the window's types and cache tags. A `query` reads;
//! a `change` runs in one transaction with its request id; an `act` reaches outside (a folder, a file) and
//! keeps its own record; `bytes` answers with a file's content.

use serde::Serialize;

/// What a query shows and a change makes stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub enum Tag {
    App,
    Business,
    Settings,
    Clients,
    Jobs,
    PriceList,
    Invoices,
    Drafts,
    Payments,
    Cases,
    Today,
    Documents,
    Numbering,
    Backup,
}

/// How a command is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Query,
    Change,
    Act,
    Bytes,
}

/// One row of the list, for the terminal.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct CommandInfo {
    pub name: &'static str,
    pub kind: Kind,
    pub request: &'static str,
    pub response: &'static str,
    pub tags: &'static [Tag],
}

/// Calls `$with!` with the list.
macro_rules! command_list {
    ($with:ident) => {
        $with! {
            query "app.status" Nothing => AppStatus, app::status, [App, Business, Settings, Invoices, Cases, Backup, Today];
            query "search.find" SearchRequest => SearchHits, app::search, [Clients, Invoices, Jobs, Documents, Drafts];
            query "today.get" Nothing => TodayView, today::get, [Today, Invoices, Cases, Jobs, Drafts, Payments, Documents, Backup];
            query "aging.get" Nothing => AgingView, aging::get, [Invoices, Payments];
            query "due.notice" Nothing => DueNotice, due::due_notice, [Today, Invoices, Cases];
            change "due.noticed" DueAnswer => Nothing, due::noticed, [Today];
            change "due.answer" DueAnswer => Nothing, due::answer, [Today, Cases];
            change "today.catchUp" Nothing => Nothing, due::catch_up, [Today, Cases, App];

            query "business.get" Nothing => BusinessView, settings::business, [Business];
            change "business.save" BusinessSave => Saved, settings::save_business, [Business, App, Today];
            query "brand.choices" BrandRequest => BrandChoices, brand::choices, [];
            query "brand.accent" AccentRequest => AccentView, brand::accent, [];
            bytes "business.preview" BusinessPreview => Bytes, brand::preview, [Business, Numbering];
            bytes "business.logo" Nothing => Bytes, settings::logo, [Business];
            bytes "business.signature" Nothing => Bytes, settings::signature, [Business];
            query "settings.get" Nothing => Preferences, settings::preferences, [Settings];
            change "settings.save" Preferences => Preferences, settings::save_preferences, [Settings, App];
            query "policy.get" Nothing => PolicyView, policies::of_business, [Settings];
            query "policies.list" Nothing => PoliciesView, policies::list, [Settings];
            query "policy.preview" PolicyPreviewRequest => PolicyPreview, policies::preview, [Business];
            change "policy.save" PolicySave => PolicySaved, policies::save, [Settings, Cases, Today];
            query "policy.assigned" PolicyAssignedRequest => PolicyAssigned, policies::assigned, [Settings, Clients, Invoices];
            change "policy.assign" PolicyAssign => Nothing, policies::assign, [Settings, Cases, Today];
            query "case.policyPreview" PolicyMove => PolicyMovePreview, policies::move_preview, [Settings, Cases];
            change "case.policyMove" PolicyMove => Nothing, policies::move_case, [Cases, Today];
            query "numbering.get" Nothing => NumberingView, settings::numbering, [Numbering, Invoices];
            change "numbering.save" NumberingSave => NumberingView, settings::save_numbering, [Numbering, Drafts];
            query "currencies.list" Nothing => Currencies, settings::currencies, [];

            query "clients.list" ClientsListRequest => ClientsPage, clients::list, [Clients, Invoices, Payments];
            query "client.get" ById => ClientView, clients::get, [Clients, Invoices, Jobs, Payments, Cases];
            change "client.save" ClientSave => Saved, clients::save, [Clients, Invoices, Jobs, Cases, Today];

            query "jobs.list" JobsListRequest => JobsPage, jobs::list, [Jobs, Clients, Invoices];
            query "job.get" ById => JobView, jobs::get, [Jobs, Clients, Invoices, Drafts, Payments];
            change "job.save" JobSave => Saved, jobs::save, [Jobs, Today];
            change "job.invoiceStage" StageInvoiceRequest => Saved, jobs::invoice_stage, [Jobs, Drafts, Invoices, Today];
            change "agreement.save" AgreementSave => Saved, jobs::save_agreement, [Jobs, Drafts, Cases];
            bytes "file.bytes" ById => Bytes, jobs::file, [Jobs, Documents];

            query "priceList.get" Nothing => PriceList, pricing::list, [PriceList];
            change "priceItem.save" PriceItemSave => Saved, pricing::save, [PriceList];
            change "priceItem.delete" PriceItemDelete => Nothing, pricing::delete, [PriceList];

            query "invoices.list" InvoicesListRequest => InvoicesPage, invoices::list, [Invoices, Drafts, Payments, Clients];
            query "invoice.get" ById => InvoiceView, invoices::get, [Invoices, Payments, Documents, Cases];
            change "invoice.duplicate" ById => Saved, drafts::duplicate, [Drafts, Invoices, Today];
            change "draft.new" DraftNew => Saved, drafts::new, [Drafts, Invoices, Today];
            query "draft.get" ById => DraftView, drafts::get, [Drafts, Clients, Jobs, Business, Numbering];
            query "draft.check" DraftBody => DraftCheck, drafts::check, [Drafts, Clients, Jobs, Business, Numbering];
            change "draft.save" DraftSave => Saved, drafts::save, [Drafts, Invoices, Today];
            change "draft.discard" DraftDiscard => Nothing, drafts::discard, [Drafts, Invoices, Today];
            change "draft.restore" ById => Saved, drafts::restore, [Drafts, Invoices, Today];
            bytes "draft.preview" DraftBody => Bytes, drafts::preview, [Drafts, Clients, Business];
            query "invoice.review" InvoiceReviewRequest => InvoiceReview, issuing::review, [Drafts, Numbering, Clients, Business];
            bytes "invoice.reviewPage" InvoiceReviewRequest => Bytes, issuing::review_page, [Drafts, Numbering, Clients, Business];
            change "invoice.issue" InvoiceIssue => InvoiceIssued, issuing::issue, [Invoices, Drafts, Clients, Jobs, Today, Documents, Numbering, App];
            change "debt.record" DebtRecord => DebtRecorded, debts::record, [Invoices, Clients, Cases, Today, Documents, App];

            query "payments.list" PaymentsListRequest => PaymentsPage, payments::list, [Payments];
            query "payment.propose" PaymentProposalRequest => PaymentProposal, payments::propose, [Payments, Invoices];
            change "payment.record" PaymentRecord => PaymentRecorded, payments::record, [Payments, Invoices, Clients, Cases, Today, App, Jobs];
            change "payment.reverse" PaymentReverse => Nothing, payments::reverse, [Payments, Invoices, Clients, Cases, Today, App, Jobs];

            query "cases.list" CasesListRequest => CasesPage, cases::list, [Cases, Invoices, Payments, Clients];
            query "case.get" ById => CaseView, cases::get, [Cases, Invoices, Payments, Clients, Documents];
            change "case.checked" CheckedConfirm => Nothing, case_acts::checked, [Cases, Today];
            change "case.skipStep" StepSkip => Nothing, case_acts::skip_step, [Cases, Today];
            change "case.snooze" StepSnooze => Nothing, case_acts::snooze, [Cases, Today];
            change "hold.add" HoldAdd => Nothing, holds::add, [Cases, Today];
            change "hold.end" HoldEnd => Nothing, holds::end, [Cases, Today];
            change "case.replyAnswered" ReplyAnswered => Nothing, holds::answered, [Cases, Today];
            change "step.decide" StepDecide => Nothing, steps::decide_by_hand, [Cases, Invoices, Today];
            change "case.logContact" ContactLog => Nothing, case_acts::log_contact, [Cases, Today];
            change "case.close" CaseClose => Nothing, case_acts::close, [Cases, Today, App];
            change "case.reopen" CaseReopen => Nothing, case_acts::reopen, [Cases, Today, App];

            query "letter.review" LetterRequest => LetterReview, letters::review, [Cases, Invoices, Payments, Clients, Business, Jobs];
            bytes "letter.preview" LetterRequest => Bytes, letters::preview, [Cases, Invoices, Payments, Clients, Business, Jobs];
            change "letter.make" LetterMake => LetterMade, letters::make, [Documents, Cases, Today];
            change "letter.handedOver" LetterHandedOver => Nothing, letters::handed_over, [Cases, Documents, Today];

            query "statement.review" StatementRequest => StatementReview, statements::review, [Invoices, Payments, Clients, Business];
            bytes "statement.preview" StatementRequest => Bytes, statements::preview, [Invoices, Payments, Clients, Business];
            change "statement.make" StatementMake => PaperMade, statements::make, [Documents, Cases, Today];
            bytes "receipt.preview" ById => Bytes, receipts::preview, [Payments, Invoices, Clients, Business];
            change "receipt.make" ById => PaperMade, receipts::make, [Documents, Payments];

            query "post.choices" Nothing => PostChoices, post::choices, [];
            change "post.make" PostMake => PaperMade, post::make, [Documents];

            query "documents.list" DocumentsListRequest => DocumentsPage, documents::list, [Documents, Cases];
            query "document.get" ById => DocumentView, documents::get, [Documents, Cases];
            bytes "document.bytes" ById => Bytes, documents::bytes, [Documents];
            query "document.text" ById => DocumentText, documents::text, [Documents];
            bytes "document.eml" ById => Bytes, documents::eml, [Documents];
            change "document.opened" DocumentTaken => Nothing, printing::taken, [Cases, Documents];
            act "document.saveTo" DocumentSaveTo => SavedCopy, printing::save_to, [Cases, Documents];
            query "printers.list" Nothing => PrintersView, printing::printers, [];
            act "document.print" DocumentPrint => DocumentPrinted, printing::print, [Cases, Documents, Invoices];
            change "document.printAnswer" PrintAnswer => Nothing, printing::answered, [Cases, Documents, Invoices];

            act "backup.folder" BackupFolder => BackupReport, backup::choose_folder, [Backup, App, Today];
            act "backup.now" Nothing => BackupReport, backup::now, [Backup, App, Today];
            act "backup.restore" RestoreRequest => RestoreReport, backup::restore, [];
            act "export.csv" ExportRequest => ExportReport, export::csv, [];
            act "diagnostics.save" ExportRequest => SavedFile, support::save_diagnostics, [];
        }
    };
}

pub(crate) use command_list;

macro_rules! infos {
    ($($kind:ident $name:literal $request:ident => $response:ident, $module:ident :: $handler:ident, [$($tag:ident),*];)*) => {
        /// Every command with its kind, the names of its shapes and its tags.
        pub const COMMANDS: &[CommandInfo] = &[$(
            CommandInfo {
                name: $name,
                kind: infos!(@kind $kind),
                request: stringify!($request),
                response: stringify!($response),
                tags: &[$(Tag::$tag),*],
            },
        )*];
    };
    (@kind query) => { Kind::Query };
    (@kind change) => { Kind::Change };
    (@kind act) => { Kind::Act };
    (@kind bytes) => { Kind::Bytes };
}

command_list!(infos);
