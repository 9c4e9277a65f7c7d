// Written by `cargo xtask bindings` from the command list; do not edit.

export type Bytes = ArrayBuffer;

export type AccentRequest = { 
/**
 * A colour such as `#ffcc66`.
 */
accent: string, };

/**
 * What papers make of an accent.
 */
export type AccentView = { 
/**
 * The colour in print: the same, or darker as far as it has to be read.
 */
printed: string, isDarkened: boolean, 
/**
 * Contrast of the given colour with white paper, in hundredths.
 */
contrast: number, };

/**
 * A postal address in parts; papers order them by country.
 */
export type Address = { 
/**
 * Street and number, building, care of: one line each, at most three.
 */
lines: Array<string>, postcode: string, city: string, 
/**
 * State, county or province where addresses use one.
 */
region: string, 
/**
 * ISO 3166-1 alpha-2.
 */
country: string, };

/**
 * How late, in the usual bands.
 */
export type AgingBand = "not_due" | "days1_to30" | "days31_to60" | "days61_to90" | "over90";

export type AgingSum = { band: AgingBand, amount: Money, };

export type AgingTable = { currency: Currency, open: Money, overdue: Money, overdueCount: number, bands: Array<AgingSum>, };

/**
 * What is open by how late it is, one table for each currency.
 */
export type AgingView = { today: string, currencies: Array<AgingTable>, };

/**
 * An agreement attached to a job.
 */
export type AgreementFacts = { title: string, signedOn: string | null, terms: Array<Term>, };

export type AgreementSave = { job: string, expectedVersion: number, agreement: AgreementFacts, 
/**
 * Token of a picked file; `None` keeps the file there is.
 */
fileToken: string | null, };

export type AgreementView = { id: string, version: number, agreement: AgreementFacts, file: FileView | null, };

/**
 * Part of a payment set against one receivable, in minor units of the payment's currency.
 */
export type Allocation = { receivable: ReceivableId, amountMinor: number, };

export type AllocationView = { receivable: string, invoice: string, number: string, amount: Money, };

/**
 * An error on the wire.
 */
export type ApiError = { code: ErrorCode, message: string, fields: Array<FieldProblem>, };

export type AppStatus = { phase: Phase, 
/**
 * Studio name; empty before the first run is finished.
 */
studio: string, today: string, 
/**
 * BCP 47 tag of the business, for dates and amounts.
 */
language: string, currency: Currency | null, 
/**
 * A sample studio, in a file of its own.
 */
sample: boolean, version: string, counts: RailCounts, backup: BackupState, 
/**
 * The owner has not yet been asked whether due dates should be watched at login.
 */
askAboutLogin: boolean, };

/**
 * Who lets a step leave.
 */
export type Approval = "automatic" | "prepared";

export type BackupFolder = { 
/**
 * Token of a picked folder.
 */
folderToken: string, };

export type BackupReport = { path: string, at: string, size: number, documents: number, entries: number, };

export type BackupState = { 
/**
 * Folder the owner chose, as shown to them.
 */
folder: string | null, 
/**
 * Instant of the newest checked copy.
 */
lastAt: string | null, 
/**
 * Why the last attempt failed, in plain words.
 */
problem: string | null, };

/**
 * An account that clients pay into. Which fields are used depends on the country.
 */
export type BankAccount = { holder: string, bank: string, iban: string, bic: string, 
/**
 * Account number where there is no IBAN.
 */
accountNumber: string, 
/**
 * Sort code, routing number, transit and institution, BSB, IFSC.
 */
routing: string, 
/**
 * What payers quote.
 */
reference: ReferenceChoice, 
/**
 * Page where clients pay online; `https` only.
 */
paymentLink: string, 
/**
 * To whom cheques are made out; empty where none are taken.
 */
chequePayableTo: string, };

export type BrandChoices = { 
/**
 * Envelopes for this sheet.
 */
envelopes: Array<EnvelopeChoice>, 
/**
 * The id of the one that is taken when none is chosen.
 */
usual: string | null, 
/**
 * Languages that papers can be written in, as BCP 47 tags.
 */
languages: Array<string>, 
/**
 * Accents that read on paper as they are, such as `#1d3c5c`.
 */
accents: Array<string>, };

export type BrandRequest = { 
/**
 * Where the business is: decides which envelope is usual.
 */
country: string, paper: PaperSize, };

/**
 * Who the owner is. Frozen into each issued invoice.
 */
export type Business = { 
/**
 * Legal name of the seller (EN 16931 BT-27).
 */
name: string, 
/**
 * Name used in trade, when it differs (BT-28).
 */
tradingName: string, address: Address, email: string, phone: string, website: string, 
/**
 * VAT identifier (BT-31).
 */
vatId: string, 
/**
 * Other tax number (BT-32).
 */
taxNumber: string, registration: Registration, currency: Currency, 
/**
 * IANA name, such as `Europe/Berlin`: decides when a day ends.
 */
timeZone: string, paper: PaperSize, 
/**
 * BCP 47 tag of papers, such as `en-GB`.
 */
language: string, bank: BankAccount, 
/**
 * Net days when neither client nor agreement says otherwise.
 */
paymentDays: number, 
/**
 * Accent colour of papers, `#rrggbb`.
 */
accent: string, letterhead: Letterhead, 
/**
 * Window envelope that letters are posted in: the id of a known one, `none` where nothing is posted, empty for
 * what is usual where the business is. Which ids exist is for the caller, who knows the envelopes.
 */
envelope: string, };

/**
 * An invoice of this business as it would look, saved or not.
 */
export type BusinessPreview = { business: Business, 
/**
 * Whom the sample goes to.
 */
client: ClientFacts, draft: DraftInvoice, };

export type BusinessSave = { expectedVersion: number, business: Business, 
/**
 * Token of a picked PNG, JPEG or SVG; `None` keeps the logo there is.
 */
logoToken: string | null, removeLogo: boolean, 
/**
 * The same for the picture of the owner's signature.
 */
signatureToken: string | null, removeSignature: boolean, };

export type BusinessView = { version: number, 
/**
 * `None` before the first run is finished.
 */
business: Business | null, hasLogo: boolean, hasSignature: boolean, 
/**
 * What the machine suggests for a first run.
 */
suggestedTimeZone: string, };

/**
 * One thing by its id.
 */
export type ById = { id: string, };

export type CardKind = "due_question" | "step" | "hand_over" | "reply" | "hold_check" | "close_case" | "invoice_job" | "draft" | "choose_backup";

export type CaseClose = { id: string, expectedVersion: number, outcome: Outcome, reason: string, };

export type CasePerson = { name: string, email: string, phone: string, mayKnowOfDebt: boolean, };

/**
 * The version that a case follows.
 */
export type CasePolicy = { id: string, name: string, version: number, 
/**
 * There is a newer version of it.
 */
isOlder: boolean, };

export type CaseReopen = { id: string, expectedVersion: number, reason: string, };

export type CaseRow = { id: string, clientId: string, clientName: string, open: Money, daysLate: number, openedOn: string, closedOn: string | null, outcome: Outcome | null, next: RungView | null, lastContactOn: string | null, };

export type CaseView = { id: string, version: number, clientId: string, clientName: string, clientKind: ClientKind, doNotContact: boolean, currency: Currency, openedOn: string, closedOn: string | null, outcome: Outcome | null, closeReason: string, policy: CasePolicy, daysLate: number, 
/**
 * Everything is paid: the owner may close it.
 */
proposesPaid: boolean, 
/**
 * The owner put the case aside until this day.
 */
snoozedUntil: string | null, 
/**
 * The last day for which the owner said that payments and replies were checked.
 */
checkedOn: string | null, 
/**
 * Why the ladder rests or rested, the newest first.
 */
holds: Array<HoldView>, 
/**
 * Since when words of the client wait for an answer; until then nothing is proposed.
 */
unansweredSince: string | null, ladder: Array<RungView>, next: RungView | null, log: Array<LogEntry>, 
/**
 * The case's own entries, verified just now.
 */
chain: ChainState, debts: Array<DebtLine>, invoiced: Money, paid: Money, open: Money, payments: Array<PaymentRow>, documents: Array<DocumentRow>, people: Array<CasePerson>, };

export type CasesListRequest = { closed: boolean, };

export type CasesPage = { rows: Array<CaseRow>, open: number, closed: number, };

export type ChainState = { entries: number, 
/**
 * Number of the first entry that does not verify.
 */
brokenAt: number | null, };

/**
 * How a contact was made.
 */
export type Channel = "email" | "letter" | "call" | "message" | "visit" | "in_person";

/**
 * The owner looked at the account and the mail today: not paid, no reply.
 */
export type CheckedConfirm = { case: string, };

/**
 * A client as entered: the buyer of invoices (EN 16931 BG-7).
 */
export type ClientFacts = { kind: ClientKind, name: string, address: Address, email: string, phone: string, vatId: string, 
/**
 * The client's own reference that each invoice repeats (BT-10).
 */
reference: string, 
/**
 * BCP 47 tag; empty means the business's language.
 */
language: string, 
/**
 * Net days agreed with this client; `None` means the business's.
 */
paymentDays: number | null, people: Array<Person>, doNotContact: boolean, note: string, };

/**
 * How this client has paid so far, from this studio's own invoices.
 */
export type ClientHistory = { invoices: number, paidOnTime: number, paidLate: number, 
/**
 * Mean days from due date to full payment; negative is early.
 */
meanDaysLate: number | null, lastPaymentOn: string | null, };

export type ClientId = string;

/**
 * Decides which rules of law and which tone apply.
 */
export type ClientKind = "consumer" | "sole_trader" | "company" | "public_body";

export type ClientRow = { id: string, name: string, kind: ClientKind, city: string, email: string, 
/**
 * Open per currency; never added up across currencies.
 */
open: Array<Money>, overdue: Array<Money>, };

export type ClientSave = { 
/**
 * `None` makes a new client.
 */
id: string | null, expectedVersion: number, client: ClientFacts, };

export type ClientView = { id: string, version: number, client: ClientFacts, open: Array<Money>, overdue: Array<Money>, 
/**
 * Money received and not yet set against an invoice.
 */
credit: Array<Money>, history: ClientHistory, invoices: Array<InvoiceRow>, jobs: Array<JobRow>, payments: Array<PaymentRow>, openCase: string | null, };

export type ClientsListRequest = { 
/**
 * Filters by name, person, e-mail; empty shows all.
 */
search: string, offset: number, limit: number, };

export type ClientsPage = { rows: Array<ClientRow>, total: number, };

export type ComingKind = "due" | "event" | "deadline";

export type ComingUp = { kind: ComingKind, id: string, title: string, detail: string, on: string, amount: Money | null, };

/**
 * How the rule is known.
 */
export type Confidence = "from_knowledge";

export type ContactLog = { case: string, direction: Direction, channel: Channel, on: string, person: string, outcome: ContactOutcome, 
/**
 * What was said.
 */
words: string, 
/**
 * Whether it was the call the ladder asked for.
 */
countsAsStep: boolean, };

/**
 * What a contact led to.
 */
export type ContactOutcome = "reached" | "no_answer" | "left_message" | "handed_over" | "disputed" | "promised_to_pay" | "invoice_not_received" | "replied";

/**
 * Something that invoices show.
 */
export type Content = "seller_address" | "seller_tax_number" | "seller_vat_id" | "company_number" | "legal_form" | "register" | "capital" | "buyer_address" | "buyer_vat_id" | "supply_date" | "tax_reason" | "electronic_invoice" | "stamp_duty";

export type Contrast = "system" | "more";

/**
 * Currencies that amounts can be entered in.
 */
export type Currencies = { codes: Array<CurrencyView>, };

/**
 * An ISO 4217 currency with the number of digits behind its decimal mark.
 */
export type Currency = string;

export type CurrencyView = { code: Currency, exponent: number, };

export type DebtLine = { receivable: string, invoice: string, number: string, recorded: boolean, part: number, of: number, issuedOn: string, dueOn: string, amount: Money, paid: Money, open: Money, daysLate: number, };

export type DebtRecord = { client: string, 
/**
 * The number on the paper the client has.
 */
number: string, title: string, issuedOn: string, dueOn: string, 
/**
 * The invoice's whole amount.
 */
total: Money, 
/**
 * What is still open of it.
 */
open: Money, 
/**
 * Token of the picked PDF or scan.
 */
fileToken: string | null, tried: Array<TriedBefore>, 
/**
 * The step the owner wants to start with; the ones before it count as passed over.
 */
startAt: StepKind, };

export type DebtRecorded = { invoice: string, 
/**
 * The case, when the due date has passed.
 */
case: string | null, };

/**
 * Which way a contact went.
 */
export type Direction = "outbound" | "inbound";

/**
 * Less on a line (BG-27).
 */
export type Discount = { "kind": "none" } | { "kind": "percent", "value": Rate } | { "kind": "amount", "value": number };

export type DocumentKind = "invoice" | "friendly_reminder" | "second_notice" | "last_reminder" | "formal_demand" | "final_notice" | "statement" | "receipt" | "envelope" | "labels" | "posting_list" | "calibration" | "scan";

export type DocumentPrint = { id: string, printer: string, copies: number, };

/**
 * Handed to a printer; whether it came out is the owner's to say.
 */
export type DocumentPrinted = { printer: string, 
/**
 * The number that the printing system gave it.
 */
job: string | null, 
/**
 * It was taken out before: what is printed is a copy.
 */
isCopy: boolean, };

export type DocumentRow = { id: string, kind: DocumentKind, title: string, clientId: string, clientName: string, madeAt: string, madeOn: string, size: number, sha256: string, 
/**
 * Day it was handed over, for letters.
 */
handedOverOn: string | null, caseId: string | null, invoiceId: string | null, 
/**
 * The words around what was looked for; empty when it was found by title or client.
 */
excerpt: Array<ExcerptPart>, };

export type DocumentSaveTo = { id: string, 
/**
 * A folder that the owner chose.
 */
folderToken: string, };

export type DocumentSort = "best" | "made" | "title" | "kind" | "client" | "size";

export type DocumentTaken = { id: string, how: TakenHow, };

/**
 * The words that go with a letter by e-mail, as they were when it was made.
 */
export type DocumentText = { subject: string, text: string, };

export type DocumentView = { document: DocumentRow, 
/**
 * The words that go with it by e-mail; `None` for a paper that goes without.
 */
text: DocumentText | null, 
/**
 * What happened to it, newest first: made, taken out, printed, handed over.
 */
log: Array<LogEntry>, };

export type DocumentsListRequest = { 
/**
 * Words that stand on the paper, in its title or in its client's name.
 */
search: string, client: string | null, kind: DocumentKind | null, 
/**
 * Made on this day or later.
 */
madeFrom: string | null, 
/**
 * Made on this day or before.
 */
madeUntil: string | null, sort: DocumentSort, descending: boolean, offset: number, limit: number, };

export type DocumentsPage = { rows: Array<DocumentRow>, total: number, 
/**
 * Papers from before whose words were not read yet: these are found by title and client only.
 */
unread: number, };

export type DraftBody = { draft: DraftInvoice, };

/**
 * What a draft comes to, and what stands between it and being issued.
 */
export type DraftCheck = { totals: Totals | null, dueOn: string | null, problems: Array<FieldProblem>, 
/**
 * The number it would get if it were issued now.
 */
nextNumber: string, 
/**
 * Words of the agreement that the invoice would quote about late payment.
 */
lateClause: string | null, 
/**
 * What the law where the business is asks for and the invoice would not show; it may be issued without.
 */
missing: Array<MissingContent>, 
/**
 * Values that keep the bank's payment code from being printed.
 */
codeProblems: Array<FieldProblem>, };

export type DraftDiscard = { id: string, expectedVersion: number, };

/**
 * An invoice being written. May be incomplete; [`super::issue`] says what is missing.
 */
export type DraftInvoice = { client: ClientId | null, job: JobId | null, currency: Currency, 
/**
 * BT-2; `None` means the day it is issued.
 */
issueOn: string | null, 
/**
 * Day of the shoot or delivery (BT-72).
 */
serviceOn: string | null, 
/**
 * Days from issue to the due date when there are no instalments.
 */
paymentDays: number, taxMode: TaxMode, lines: Array<Line>, instalments: Array<Instalment>, prepayments: Array<Prepayment>, 
/**
 * The client's order number (BT-13).
 */
purchaseOrder: string, 
/**
 * The client's own reference (BT-10).
 */
clientReference: string, note: string, };

export type DraftNew = { client: string | null, job: string | null, };

export type DraftSave = { id: string, expectedVersion: number, draft: DraftInvoice, };

export type DraftView = { id: string, version: number, draft: DraftInvoice, check: DraftCheck, };

/**
 * Answer to "Has it been paid?".
 */
export type DueAnswer = { receivables: Array<string>, answer: DueReply, };

/**
 * What a notification would say now; asked by the program itself.
 */
export type DueNotice = { 
/**
 * Receivables that passed their due date and were not yet asked about.
 */
receivables: Array<string>, invoices: number, clients: number, 
/**
 * The one case, when there is only one.
 */
caseId: string | null, clientId: string | null, 
/**
 * Counts for the tray.
 */
overdueInvoices: number, attention: number, overdue: Array<Money>, };

export type DueReply = "yes" | "no" | "later";

/**
 * One version of a follow-up plan; it never changes once stored.
 */
export type DunningPolicy = { id: PolicyId, name: string, 
/**
 * Counts the versions of this policy, from 1.
 */
version: number, 
/**
 * In the order of the ladder; none at all asks for nothing ever.
 */
steps: Array<DunningStep>, };

/**
 * One step of a policy.
 */
export type DunningStep = { kind: StepKind, at: StepTime, channel: StepChannel, tone: Tone, 
/**
 * Days that must lie between the step before and this one.
 */
minimumWaitDays: number, 
/**
 * Days to answer that a letter of this step gives; zero when it sets no deadline.
 */
deadlineDays: number, approval: Approval, repeat: Repeat | null, 
/**
 * Done on working days only; a deadline it sets ends on one.
 */
workingDaysOnly: boolean, };

export type EnvelopeChoice = { id: string, name: string, 
/**
 * Where its measures come from.
 */
source: string, overlay: EnvelopeOverlay, };

/**
 * What the window of an envelope shows of the first page; all in thousandths of a point from the upper left.
 */
export type EnvelopeOverlay = { pageWidth: number, pageHeight: number, window: PageArea, 
/**
 * Shows wherever the sheet slides: the address has to be in here.
 */
safe: PageArea, 
/**
 * May come to show: nothing private in here.
 */
keepOut: PageArea, 
/**
 * Folds from the top of the sheet.
 */
folds: Array<number>, };

/**
 * What kind of failure; add one only when the window or a script reacts to it.
 */
export type ErrorCode = "validation" | "precondition" | "payments_not_checked" | "review_outdated" | "not_found" | "conflict" | "bad_request" | "newer_file" | "not_our_file" | "read_only" | "disk_full" | "busy" | "corrupt" | "bad_file" | "cannot_print" | "not_printed" | "io" | "internal";

/**
 * A part of the words around what was looked for.
 */
export type ExcerptPart = { text: string, 
/**
 * This is what was looked for.
 */
isHit: boolean, };

export type ExportReport = { folder: string, files: Array<ExportedFile>, };

export type ExportRequest = { folderToken: string, };

export type ExportedFile = { name: string, rows: number, };

/**
 * A problem and where it is: `lines[2].quantity`.
 */
export type FieldProblem = { field: string, problem: Problem, };

export type FileView = { id: string, name: string, mediaType: string, size: number, sha256: string, };

/**
 * What the program did by itself.
 */
export type Happened = { at: string, kind: string, words: { [key in string]: string }, };

export type HoldAdd = { case: string, kind: HoldKind, 
/**
 * Its last day; for a hold that only the owner ends, the day to look again.
 */
until: string, 
/**
 * What was promised, or the part that is disputed.
 */
amount: Money | null, 
/**
 * Which debts; empty is everything in the case.
 */
receivables: Array<string>, reason: string, };

export type HoldEnd = { id: string, case: string, reason: string, };

/**
 * Why the ladder rests.
 */
export type HoldKind = "promise" | "dispute" | "plan" | "courtesy" | "offer" | "mediation" | "filed_claim" | "handed_over";

export type HoldView = { id: string, kind: HoldKind, from: string, until: string, endedOn: string | null, amount: Money | null, 
/**
 * What came in while a promise ran.
 */
received: Money | null, 
/**
 * Empty: everything in the case.
 */
receivables: Array<string>, reason: string, endReason: string, holds: boolean, 
/**
 * Its day has passed and only the owner can end it.
 */
lookAgain: boolean, promise: PromiseState | null, };

/**
 * Part of an invoice with its own due date. Without any, the whole is due at once.
 */
export type Instalment = { dueOn: string, 
/**
 * Minor units of the invoice's currency; together they are the amount due.
 */
amountMinor: number, };

export type InvoiceId = string;

export type InvoiceIssue = { draft: string, reviewToken: string, };

export type InvoiceIssued = { invoice: string, number: string, document: string, 
/**
 * The studio's first invoice.
 */
isFirst: boolean, };

export type InvoiceKind = "draft" | "issued" | "recorded";

export type InvoiceLineView = { description: string, quantity: number, unit: string, unitPrice: number, taxRate: number, amount: Money, };

/**
 * Exactly what issuing would do.
 */
export type InvoiceReview = { reviewToken: string, number: string, clientName: string, issueOn: string, dueOn: string, totals: Totals, instalments: number, 
/**
 * As in [`DraftCheck`].
 */
missing: Array<MissingContent>, codeProblems: Array<FieldProblem>, };

export type InvoiceReviewRequest = { draft: string, expectedVersion: number, };

export type InvoiceRow = { id: string, kind: InvoiceKind, 
/**
 * Empty for a draft.
 */
number: string, clientId: string | null, clientName: string, title: string, 
/**
 * For a draft: the day it was last changed.
 */
issuedOn: string | null, 
/**
 * The next open due date, or the last one when all is paid.
 */
dueOn: string | null, total: Money | null, open: Money | null, status: InvoiceStatus, daysLate: number, };

export type InvoiceStatus = "draft" | "open" | "part_paid" | "due_today" | "overdue" | "paid" | "written_off";

export type InvoiceView = { id: string, kind: InvoiceKind, number: string, clientId: string, clientName: string, jobId: string | null, jobTitle: string, issuedOn: string, serviceOn: string | null, purchaseOrder: string, clientReference: string, 
/**
 * What was invoiced; `None` for a recorded debt, whose paper was made elsewhere.
 */
lines: Array<InvoiceLineView>, totals: Totals | null, total: Money, paid: Money, open: Money, status: InvoiceStatus, receivables: Array<ReceivableView>, payments: Array<PaymentRow>, documents: Array<DocumentRow>, log: Array<LogEntry>, documentId: string | null, caseId: string | null, note: string, };

export type InvoicesCounts = { drafts: number, open: number, dueThisWeek: number, overdue: number, paid: number, all: number, };

export type InvoicesListRequest = { view: InvoicesView, search: string, client: string | null, sort: InvoicesSort, descending: boolean, offset: number, limit: number, };

export type InvoicesPage = { rows: Array<InvoiceRow>, total: number, counts: InvoicesCounts, };

export type InvoicesSort = "number" | "client" | "issued" | "due" | "total" | "open";

export type InvoicesView = "drafts" | "open" | "due_this_week" | "overdue" | "paid" | "all";

/**
 * A job as entered.
 */
export type JobFacts = { client: ClientId, title: string, kind: JobKind, eventOn: string | null, deliveredOn: string | null, 
/**
 * Agreed price, tax included; `None` until agreed.
 */
price: Money | null, bookedOn: string | null, schedule: Schedule, place: string, note: string, };

export type JobFlag = "not_invoiced" | "at_risk" | "overdue";

export type JobId = string;

/**
 * What the shoot is.
 */
export type JobKind = "wedding" | "portrait" | "event" | "commercial" | "editorial" | "property" | "film" | "other";

export type JobRow = { id: string, title: string, kind: JobKind, clientId: string, clientName: string, eventOn: string | null, deliveredOn: string | null, price: Money | null, flags: Array<JobFlag>, };

export type JobSave = { id: string | null, expectedVersion: number, job: JobFacts, };

export type JobView = { id: string, version: number, job: JobFacts, clientName: string, flags: Array<JobFlag>, stages: Array<StageView>, agreement: AgreementView | null, invoices: Array<InvoiceRow>, };

export type JobsListRequest = { search: string, client: string | null, offset: number, limit: number, };

export type JobsPage = { rows: Array<JobRow>, total: number, };

export type LetterCheck = { what: LetterCheckKind, ok: boolean, 
/**
 * The name of what is missing or found: a field, a clause, an address line.
 */
detail: string, };

export type LetterCheckKind = "payments_checked" | "address" | "deadline" | "clause" | "enclosures" | "bank_details" | "step_allowed" | "something_open" | "missing_value" | "nothing_held" | "demanded" | "court";

/**
 * The owner handed a letter over: posted it, sent it from their own mail, gave it in person.
 */
export type LetterHandedOver = { document: string, channel: Channel, on: string, 
/**
 * Whom it was given to or sent to.
 */
to: string, 
/**
 * Article number of the post, or other proof in words.
 */
proof: string, };

export type LetterKind = "friendly_reminder" | "statement_resend" | "second_notice" | "last_reminder" | "formal_demand" | "final_notice";

export type LetterMade = { document: string, };

export type LetterMake = { case: string, kind: LetterKind, deadlineOn: string | null, court: string | null, reviewToken: string, };

export type LetterRequest = { case: string, kind: LetterKind, 
/**
 * Day by which to pay; `None` takes the plan's. Ignored where the letter sets none.
 */
deadlineOn: string | null, 
/**
 * For a final notice: the court, as the language has it after "with".
 */
court: string | null, };

/**
 * Everything that would leave, to be read before it does.
 */
export type LetterReview = { 
/**
 * Names exactly what was shown; `None` while something is missing.
 */
reviewToken: string | null, subject: string, 
/**
 * The text for an e-mail or a message.
 */
text: string, to: Array<string>, deadlineOn: string | null, earliestDeadlineOn: string | null, debts: Array<DebtLine>, open: Money, enclosures: Array<string>, checks: Array<LetterCheck>, };

/**
 * The design of the head of papers.
 */
export type Letterhead = "classic" | "plain" | "bold";

/**
 * One line (BG-25).
 */
export type Line = { description: string, quantity: Quantity, 
/**
 * `hour`, `day`, `image`; empty for a plain count.
 */
unit: string, unitPrice: UnitPrice, discount: Discount, tax: TaxCategory, };

/**
 * What one line comes to, as entered: net with [`TaxMode::Added`], gross with [`TaxMode::Included`].
 */
export type LineTotal = { 
/**
 * Quantity times price, before the discount.
 */
full: Money, 
/**
 * What is taken off (BT-136).
 */
discount: Money, 
/**
 * What is left (BT-131 when net).
 */
amount: Money, };

/**
 * One fact of the log, with the words needed to tell it.
 */
export type LogEntry = { seq: number, 
/**
 * When it was logged.
 */
at: string, 
/**
 * When it happened, if another day.
 */
happenedOn: string | null, 
/**
 * Wire name of the event, such as `invoice_issued`.
 */
kind: string, words: { [key in string]: string }, documentId: string | null, invoiceId: string | null, paymentId: string | null, erased: boolean, };

/**
 * One thing that is missing, and the rule that asks for it.
 */
export type MissingContent = { content: Content, 
/**
 * As the law is cited, such as `UStG § 14 (4) no. 2`.
 */
rule: string, severity: Severity, 
/**
 * The day on which the rule was written down.
 */
asOf: string, confidence: Confidence, };

/**
 * An amount in minor units of one currency; at most [`MAX_MINOR`] in size.
 */
export type Money = { minor: number, currency: Currency, };

export type MoneyToday = { currency: Currency, owed: Money, owedInvoices: number, overdue: Money, overdueClients: number, expected: Money, expectedBy: string, aging: Array<AgingSum>, };

export type Motion = "system" | "reduced";

/**
 * No request fields.
 */
export type Nothing = Record<symbol, never>;

export type NumberingSave = { pattern: string, yearlyReset: boolean, next: number, };

export type NumberingView = { pattern: string, yearlyReset: boolean, next: number, 
/**
 * What the next invoice would be called.
 */
example: string, };

export type OpenDebt = { receivable: string, invoice: string, number: string, part: number, of: number, dueOn: string, open: Money, daysLate: number, };

/**
 * How a case ended. The owner says it; at zero the program proposes `Paid`.
 */
export type Outcome = "paid" | "written_off";

export type OutsideHelp = "mediation" | "attorney_letter";

export type PageArea = { left: number, top: number, right: number, bottom: number, };

export type PaperMade = { document: string, };

/**
 * Sheet size of papers.
 */
export type PaperSize = "a4" | "letter";

/**
 * Money in, as entered. What is not allocated stays as the client's credit.
 */
export type PaymentFacts = { client: ClientId, amount: Money, receivedOn: string, method: PaymentMethod, 
/**
 * What the bank line said.
 */
reference: string, note: string, };

/**
 * How the money came.
 */
export type PaymentMethod = "bank_transfer" | "card" | "cash" | "cheque" | "direct_debit" | "online" | "other";

export type PaymentProposal = { open: Array<OpenDebt>, allocations: Array<Allocation>, unallocated: Money, };

/**
 * What a client owes, to set a payment against.
 */
export type PaymentProposalRequest = { client: string, amount: Money, 
/**
 * Set against this invoice first.
 */
invoice: string | null, };

export type PaymentRecord = { payment: PaymentFacts, allocations: Array<Allocation>, };

export type PaymentRecorded = { id: string, 
/**
 * Cases that have nothing open any more.
 */
casesAtZero: Array<string>, };

export type PaymentReverse = { id: string, reason: string, };

export type PaymentRow = { id: string, clientId: string, clientName: string, amount: Money, receivedOn: string, method: PaymentMethod, reference: string, allocations: Array<AllocationView>, unallocated: Money, 
/**
 * Set when it was taken back.
 */
reversedOn: string | null, reversalReason: string, };

export type PaymentsListRequest = { client: string | null, offset: number, limit: number, };

export type PaymentsPage = { rows: Array<PaymentRow>, total: number, };

/**
 * A person in a role.
 */
export type Person = { name: string, role: PersonRole, email: string, phone: string, note: string, };

/**
 * What a person around a client may hear and do.
 */
export type PersonRole = "contracting_party" | "payer" | "representative" | "message_only";

export type Phase = "first_run" | "ready";

export type PoliciesView = { 
/**
 * The newest version of each, those of the program first.
 */
policies: Array<PolicyChoice>, 
/**
 * The plan that new debts begin with where nothing narrower says otherwise.
 */
ofBusiness: string, };

/**
 * Says what new debts begin with; what runs keeps its version.
 */
export type PolicyAssign = { scope: PolicyScope, 
/**
 * The client or the invoice; empty for the business.
 */
subject: string, 
/**
 * `None` leaves it to the wider scope.
 */
policy: string | null, };

export type PolicyAssigned = { 
/**
 * What was said for exactly this.
 */
own: string | null, 
/**
 * What new debts begin with.
 */
policy: string, };

export type PolicyAssignedRequest = { scope: PolicyScope, subject: string, };

export type PolicyChoice = { 
/**
 * It comes with the program: changing it makes a plan of the owner's own.
 */
isPreset: boolean, policy: DunningPolicy, };

export type PolicyFault = { 
/**
 * Place of the step in the plan, from 0.
 */
step: number, fault: StepFault, };

export type PolicyId = string;

/**
 * Everything open in the case would follow this plan's newest version from now on.
 */
export type PolicyMove = { case: string, policy: string, };

export type PolicyMovePreview = { from: PolicyChoice, to: PolicyChoice, before: Array<RungView>, after: Array<RungView>, };

export type PolicyPreview = { lines: Array<PolicyPreviewLine>, 
/**
 * What is wrong with the plan; while there is something, nothing is foretold.
 */
faults: Array<PolicyFault>, 
/**
 * The fewest days that law and practice give this client to answer a demand.
 */
answerDays: number, };

export type PolicyPreviewLine = { 
/**
 * Place of the step in the plan, from 0.
 */
step: number, kind: StepKind, 
/**
 * Which time of a repeated step, from 1.
 */
turn: number, on: string, 
/**
 * Days after the due date; negative lies before it.
 */
days: number, channel: StepChannel, tone: Tone, approval: Approval, deadlineOn: string | null, };

/**
 * What would happen with one open invoice that nobody pays and nobody answers.
 */
export type PolicyPreviewRequest = { steps: Array<DunningStep>, dueOn: string, clientKind: ClientKind, 
/**
 * The client's country; empty is the business's own.
 */
country: string, };

export type PolicySave = { 
/**
 * `None` makes a new plan; else the owner's plan of which this is the next version.
 */
id: string | null, name: string, steps: Array<DunningStep>, };

export type PolicySaved = { id: string, version: number, };

export type PolicyScope = "business" | "client" | "invoice";

/**
 * The plan that new debts of the business begin with.
 */
export type PolicyView = { policy: DunningPolicy, };

export type PostChoice = { id: string, name: string, };

export type PostChoices = { 
/**
 * Envelopes without a window, to be printed on.
 */
envelopes: Array<PostChoice>, labels: Array<PostChoice>, };

export type PostKind = "envelope" | "labels" | "posting_list" | "calibration";

export type PostMake = { kind: PostKind, 
/**
 * The papers that are posted: an envelope takes those of one client, labels one for each client. None for
 * the calibration page.
 */
documents: Array<string>, 
/**
 * The id of an envelope or of a sheet of labels, where one is printed on.
 */
on: string | null, 
/**
 * The first label that is still on the first sheet, from 1.
 */
firstLabel: number, 
/**
 * What the post is asked for, such as "Signed For"; for the posting list.
 */
service: string, 
/**
 * Who takes them to the post; for the posting list.
 */
postedBy: string, };

export type Preferences = { theme: Theme, contrast: Contrast, motion: Motion, textSize: TextSize, notifications: boolean, 
/**
 * Show names and amounts in notifications.
 */
notificationDetails: boolean, 
/**
 * Hours of the day (0-23) in which nothing pops up.
 */
quietFrom: number, quietUntil: number, 
/**
 * Whether the owner answered the question about starting at login.
 */
askedAboutLogin: boolean, };

/**
 * An earlier invoice of the same job that this one lists and deducts (BT-113).
 */
export type Prepayment = { invoice: InvoiceId, number: string, issuedOn: string, 
/**
 * Gross amount of the earlier invoice.
 */
amount: Money, };

/**
 * An entry of the price list; a package is one entry whose description names its parts.
 */
export type PriceItem = { name: string, description: string, unit: string, unitPrice: UnitPrice, currency: Currency, tax: TaxCategory, 
/**
 * Parts of a package, each its own line when added; empty for a single item.
 */
parts: Array<Line>, };

export type PriceItemDelete = { id: string, expectedVersion: number, };

export type PriceItemSave = { id: string | null, expectedVersion: number, item: PriceItem, };

export type PriceItemView = { id: string, version: number, item: PriceItem, };

export type PriceList = { items: Array<PriceItemView>, };

export type PrintAnswer = { id: string, printer: string, job: string, cameOut: boolean, };

export type PrinterView = { name: string, isDefault: boolean, };

export type PrintersView = { 
/**
 * Whether this system takes papers from programs; if not, they are printed from its viewer.
 */
canPrint: boolean, printers: Array<PrinterView>, };

/**
 * Why a value was refused.
 */
export type Problem = "required" | "too_long" | "forbidden_character" | "not_a_date" | "implausible" | "before_start" | "in_future" | "must_be_positive" | "must_not_be_negative" | "too_large" | "too_many" | "unknown" | "wrong_format" | "does_not_add_up" | "taken" | "currency_mismatch";

/**
 * What became of a promise, judged the day after its date.
 */
export type PromiseState = "running" | "kept" | "part_kept" | "broken" | "replaced";

/**
 * How many, in thousandths: `1_500` is one and a half.
 */
export type Quantity = number;

export type RailCounts = { today: number, openInvoices: number, overdueInvoices: number, openCases: number, };

/**
 * A rate in parts per million: 19 % is `190_000`.
 */
export type Rate = number;

export type ReceivableId = string;

export type ReceivableView = { id: string, part: number, of: number, dueOn: string, amount: Money, open: Money, status: InvoiceStatus, daysLate: number, };

/**
 * What the owner wants payers to quote.
 */
export type ReferenceChoice = "by_account" | "invoice_number" | "rf" | "swiss_qr" | "belgian_ogm" | "finnish_viite" | "kid_mod10" | "kid_mod11";

/**
 * How the business is registered; what papers must show of it differs by country.
 */
export type Registration = { 
/**
 * Such as `Ltd`, `GmbH` or `SAS`; empty for a person in their own name.
 */
legalForm: string, 
/**
 * Company, SIREN, KvK, NIF or commercial register number.
 */
companyNumber: string, 
/**
 * The court or register that keeps it, such as `Amtsgericht Köln` or `RCS Paris`.
 */
register: string, 
/**
 * Share capital as companies must state it in some countries, such as `10 000 €`.
 */
capital: string, };

/**
 * The same step again while nothing is heard; any logged inbound contact ends it.
 */
export type Repeat = { everyDays: number, 
/**
 * How often in all, the first time included.
 */
atMost: number, };

/**
 * What the client said last needs no answer any more.
 */
export type ReplyAnswered = { case: string, };

export type RestoreReport = { path: string, invoices: number, entries: number, };

export type RestoreRequest = { 
/**
 * Token of the folder that holds a copy.
 */
copyToken: string, 
/**
 * Token of an empty or new folder.
 */
intoToken: string, };

export type RungState = "done" | "skipped" | "now" | "next" | "closed";

export type RungView = { kind: StepKind, 
/**
 * Which time of a repeated step it is, from 1, and how often it is done at most.
 */
turn: number, times: number, 
/**
 * How it can really reach the client.
 */
channel: StepChannel, state: RungState, 
/**
 * Day it was done or passed over, or the day it is due.
 */
on: string | null, 
/**
 * Why it is closed, waits, or comes now.
 */
why: RungWhy | null, 
/**
 * The day that `why` ends, when it has one.
 */
until: string | null, 
/**
 * What the ladder rests for, when it does.
 */
hold: HoldKind | null, 
/**
 * Whether the owner may do it today, ahead of its turn or in it.
 */
allowed: boolean, };

export type RungWhy = "paid" | "snoozed" | "do_not_contact" | "minimum_wait" | "one_step_a_day" | "not_late_yet" | "earlier_step_first" | "too_early" | "deadline_running" | "another_debt_first" | "passed" | "already_done" | "case_closed" | "due_soon" | "promises_broken" | "not_received" | "no_way_to_reach" | "held" | "reply_waiting" | "not_a_working_day" | "contact_cap";

/**
 * What was made or changed.
 */
export type Saved = { id: string, version: number, };

/**
 * A copy of a paper in a folder.
 */
export type SavedCopy = { 
/**
 * Its name there: none that was taken before.
 */
name: string, };

export type SavedFile = { path: string, };

/**
 * How a job's price is asked for.
 */
export type Schedule = { "kind": "atOnce" } | { "kind": "retainerAndBalance", retainer: Rate, balanceDaysBeforeEvent: number, };

export type SearchHit = { kind: SearchKind, id: string, title: string, detail: string, };

export type SearchHits = { hits: Array<SearchHit>, };

export type SearchKind = "client" | "invoice" | "draft" | "job" | "document";

export type SearchRequest = { query: string, };

/**
 * How far a rule binds.
 */
export type Severity = "must" | "usual";

/**
 * The invoice or draft that a stage became.
 */
export type StageInvoice = { id: string, number: string, isDraft: boolean, open: Money, };

/**
 * Makes a draft for a stage of the job.
 */
export type StageInvoiceRequest = { job: string, stage: StageKind, };

/**
 * Which part of the schedule a stage is.
 */
export type StageKind = "whole" | "retainer" | "balance";

export type StageView = { kind: StageKind, amount: Money, dueOn: string | null, invoice: StageInvoice | null, };

export type StatementMake = { client: string, from: string | null, 
/**
 * The owner says that account and mail were looked at today and every payment is recorded.
 */
checked: boolean, };

export type StatementRequest = { client: string, 
/**
 * The first day that is listed; `None` takes the day of the oldest invoice that is still open.
 */
from: string | null, };

export type StatementReview = { clientName: string, from: string, 
/**
 * Owed now, one sum per currency; negative is the client's credit.
 */
owed: Array<Money>, subject: string, text: string, 
/**
 * Addresses that a mail would go to.
 */
to: Array<string>, 
/**
 * Something in it is past its due date.
 */
isOverdue: boolean, 
/**
 * Account and mail were looked at today.
 */
isChecked: boolean, 
/**
 * Why it cannot be made, in plain words.
 */
problem: string | null, };

/**
 * How a step reaches the client.
 */
export type StepChannel = "email" | "letter" | "call" | "message" | "visit" | "task";

/**
 * A step without a paper of ours: done by hand, or passed over with a reason.
 */
export type StepDecide = { 
/**
 * Debts of one client in one currency.
 */
receivables: Array<string>, kind: StepKind, how: StepEnd, channel: Channel, on: string, 
/**
 * Whom it was said or sent to.
 */
to: string, 
/**
 * What was done, or why it was passed over.
 */
note: string, 
/**
 * The day that the client was given, such as by an attorney's letter.
 */
deadlineOn: string | null, 
/**
 * Which help, for that step.
 */
help: OutsideHelp | null, };

/**
 * How a step ended.
 */
export type StepEnd = "done" | "skipped";

/**
 * What is wrong with one step.
 */
export type StepFault = "out_of_order" | "before_late" | "note_too_late" | "too_long" | "deadline_missing" | "deadline_unsaid" | "no_deadline_before" | "nothing_before" | "not_by_itself" | "repeat_count" | "repeat_time" | "demand_repeated" | "wrong_channel" | "too_many";

/**
 * What a step does, from the mildest to the last before a court: the order is the order of the ladder.
 */
export type StepKind = "task" | "due_note" | "friendly_reminder" | "message" | "call" | "visit" | "statement_resend" | "second_notice" | "last_reminder" | "formal_demand" | "outside_help" | "final_notice";

export type StepSkip = { case: string, kind: StepKind, reason: string, };

export type StepSnooze = { case: string, 
/**
 * The first day on which the case speaks up again; today ends a pause.
 */
until: string, };

/**
 * From when the days of a step count.
 */
export type StepTime = { "from": "due", days: number, } | { "from": "previous", days: number, } | { "from": "deadline", days: number, };

/**
 * What a query shows and a change makes stale.
 */
export type Tag = "app" | "business" | "settings" | "clients" | "jobs" | "price_list" | "invoices" | "drafts" | "payments" | "cases" | "today" | "documents" | "numbering" | "backup";

/**
 * How a paper was taken out of the window.
 */
export type TakenHow = "opened" | "saved" | "mailed" | "shown";

/**
 * A tax category of a line: code, rate and, where no tax is charged for a reason, that reason.
 */
export type TaxCategory = { code: TaxCode, 
/**
 * Zero unless the code is `S`.
 */
rate: Rate, 
/**
 * BT-120; empty where none is needed.
 */
reason: string, };

/**
 * Why a rate is what it is (UNTDID 5305, as EN 16931 BT-151 uses it).
 */
export type TaxCode = "S" | "Z" | "E" | "AE" | "O";

/**
 * One row of the tax breakdown (BG-23).
 */
export type TaxLine = { category: TaxCategory, 
/**
 * Net amount that the tax is counted on (BT-116).
 */
taxable: Money, 
/**
 * BT-117.
 */
tax: Money, };

/**
 * Whether prices are entered with the tax inside.
 */
export type TaxMode = "added" | "included";

/**
 * One clause as a fact.
 */
export type Term = { kind: TermKind, 
/**
 * As the paper numbers it: `4.2`.
 */
clause: string, 
/**
 * The clause's exact words; empty when they were not entered, and then letters only cite the number.
 */
words: string, 
/**
 * Page of the signed paper.
 */
page: number | null, 
/**
 * Net days, for a payment term.
 */
days: number | null, };

/**
 * What a term is about.
 */
export type TermKind = "payment" | "late_charge" | "licence_on_payment" | "deposit" | "cancellation" | "dispute_route";

export type TextSize = "normal" | "large" | "largest";

export type Theme = "system" | "paper" | "darkroom";

/**
 * Something to do now. Which fields are set depends on `kind`.
 */
export type TodayCard = { kind: CardKind, 
/**
 * Stable while the card stands, for lists and undo.
 */
key: string, clientId: string | null, clientName: string, caseId: string | null, invoiceId: string | null, draftId: string | null, jobId: string | null, 
/**
 * The letter that waits to be handed over.
 */
documentId: string | null, step: StepKind | null, 
/**
 * How the step can really reach the client.
 */
channel: StepChannel | null, 
/**
 * What the ladder rests for, on a card to look at it again.
 */
hold: HoldKind | null, receivables: Array<string>, title: string, numbers: Array<string>, amount: Money | null, daysLate: number, on: string | null, 
/**
 * First lines of the text that would go out.
 */
excerpt: string, };

export type TodayView = { today: string, 
/**
 * One per currency, the business's own first.
 */
money: Array<MoneyToday>, cards: Array<TodayCard>, comingUp: Array<ComingUp>, happened: Array<Happened>, };

/**
 * How a step speaks.
 */
export type Tone = "friendly" | "plain" | "firm" | "formal";

/**
 * Everything an invoice adds up to. Frozen when the invoice is issued.
 */
export type Totals = { 
/**
 * In the order of the lines.
 */
lines: Array<LineTotal>, 
/**
 * Sorted by code, then rate; one row for each pair of them.
 */
taxLines: Array<TaxLine>, 
/**
 * BT-109.
 */
net: Money, 
/**
 * BT-110.
 */
tax: Money, 
/**
 * BT-112.
 */
gross: Money, 
/**
 * Gross amounts of earlier invoices that this one deducts (BT-113).
 */
prepaid: Money, 
/**
 * BT-115.
 */
payable: Money, };

/**
 * What the owner did before Safelight.
 */
export type TriedBefore = { what: TriedKind, on: string | null, note: string, };

export type TriedKind = "reminder" | "call" | "message" | "letter" | "visit" | "other";

/**
 * Price of one, in ten-thousandths of the currency's unit (not of its minor unit): `12_500` is 1.25 EUR
 * (EN 16931 BT-146 allows more digits than an amount has).
 */
export type UnitPrice = number;

/** Every command with what it takes and gives. */
export interface Commands {
  "app.status": { kind: "query"; request: Nothing; response: AppStatus };
  "search.find": { kind: "query"; request: SearchRequest; response: SearchHits };
  "today.get": { kind: "query"; request: Nothing; response: TodayView };
  "aging.get": { kind: "query"; request: Nothing; response: AgingView };
  "due.notice": { kind: "query"; request: Nothing; response: DueNotice };
  "due.noticed": { kind: "change"; request: DueAnswer; response: Nothing };
  "due.answer": { kind: "change"; request: DueAnswer; response: Nothing };
  "today.catchUp": { kind: "change"; request: Nothing; response: Nothing };
  "business.get": { kind: "query"; request: Nothing; response: BusinessView };
  "business.save": { kind: "change"; request: BusinessSave; response: Saved };
  "brand.choices": { kind: "query"; request: BrandRequest; response: BrandChoices };
  "brand.accent": { kind: "query"; request: AccentRequest; response: AccentView };
  "business.preview": { kind: "bytes"; request: BusinessPreview; response: Bytes };
  "business.logo": { kind: "bytes"; request: Nothing; response: Bytes };
  "business.signature": { kind: "bytes"; request: Nothing; response: Bytes };
  "settings.get": { kind: "query"; request: Nothing; response: Preferences };
  "settings.save": { kind: "change"; request: Preferences; response: Preferences };
  "policy.get": { kind: "query"; request: Nothing; response: PolicyView };
  "policies.list": { kind: "query"; request: Nothing; response: PoliciesView };
  "policy.preview": { kind: "query"; request: PolicyPreviewRequest; response: PolicyPreview };
  "policy.save": { kind: "change"; request: PolicySave; response: PolicySaved };
  "policy.assigned": { kind: "query"; request: PolicyAssignedRequest; response: PolicyAssigned };
  "policy.assign": { kind: "change"; request: PolicyAssign; response: Nothing };
  "case.policyPreview": { kind: "query"; request: PolicyMove; response: PolicyMovePreview };
  "case.policyMove": { kind: "change"; request: PolicyMove; response: Nothing };
  "numbering.get": { kind: "query"; request: Nothing; response: NumberingView };
  "numbering.save": { kind: "change"; request: NumberingSave; response: NumberingView };
  "currencies.list": { kind: "query"; request: Nothing; response: Currencies };
  "clients.list": { kind: "query"; request: ClientsListRequest; response: ClientsPage };
  "client.get": { kind: "query"; request: ById; response: ClientView };
  "client.save": { kind: "change"; request: ClientSave; response: Saved };
  "jobs.list": { kind: "query"; request: JobsListRequest; response: JobsPage };
  "job.get": { kind: "query"; request: ById; response: JobView };
  "job.save": { kind: "change"; request: JobSave; response: Saved };
  "job.invoiceStage": { kind: "change"; request: StageInvoiceRequest; response: Saved };
  "agreement.save": { kind: "change"; request: AgreementSave; response: Saved };
  "file.bytes": { kind: "bytes"; request: ById; response: Bytes };
  "priceList.get": { kind: "query"; request: Nothing; response: PriceList };
  "priceItem.save": { kind: "change"; request: PriceItemSave; response: Saved };
  "priceItem.delete": { kind: "change"; request: PriceItemDelete; response: Nothing };
  "invoices.list": { kind: "query"; request: InvoicesListRequest; response: InvoicesPage };
  "invoice.get": { kind: "query"; request: ById; response: InvoiceView };
  "invoice.duplicate": { kind: "change"; request: ById; response: Saved };
  "draft.new": { kind: "change"; request: DraftNew; response: Saved };
  "draft.get": { kind: "query"; request: ById; response: DraftView };
  "draft.check": { kind: "query"; request: DraftBody; response: DraftCheck };
  "draft.save": { kind: "change"; request: DraftSave; response: Saved };
  "draft.discard": { kind: "change"; request: DraftDiscard; response: Nothing };
  "draft.restore": { kind: "change"; request: ById; response: Saved };
  "draft.preview": { kind: "bytes"; request: DraftBody; response: Bytes };
  "invoice.review": { kind: "query"; request: InvoiceReviewRequest; response: InvoiceReview };
  "invoice.reviewPage": { kind: "bytes"; request: InvoiceReviewRequest; response: Bytes };
  "invoice.issue": { kind: "change"; request: InvoiceIssue; response: InvoiceIssued };
  "debt.record": { kind: "change"; request: DebtRecord; response: DebtRecorded };
  "payments.list": { kind: "query"; request: PaymentsListRequest; response: PaymentsPage };
  "payment.propose": { kind: "query"; request: PaymentProposalRequest; response: PaymentProposal };
  "payment.record": { kind: "change"; request: PaymentRecord; response: PaymentRecorded };
  "payment.reverse": { kind: "change"; request: PaymentReverse; response: Nothing };
  "cases.list": { kind: "query"; request: CasesListRequest; response: CasesPage };
  "case.get": { kind: "query"; request: ById; response: CaseView };
  "case.checked": { kind: "change"; request: CheckedConfirm; response: Nothing };
  "case.skipStep": { kind: "change"; request: StepSkip; response: Nothing };
  "case.snooze": { kind: "change"; request: StepSnooze; response: Nothing };
  "hold.add": { kind: "change"; request: HoldAdd; response: Nothing };
  "hold.end": { kind: "change"; request: HoldEnd; response: Nothing };
  "case.replyAnswered": { kind: "change"; request: ReplyAnswered; response: Nothing };
  "step.decide": { kind: "change"; request: StepDecide; response: Nothing };
  "case.logContact": { kind: "change"; request: ContactLog; response: Nothing };
  "case.close": { kind: "change"; request: CaseClose; response: Nothing };
  "case.reopen": { kind: "change"; request: CaseReopen; response: Nothing };
  "letter.review": { kind: "query"; request: LetterRequest; response: LetterReview };
  "letter.preview": { kind: "bytes"; request: LetterRequest; response: Bytes };
  "letter.make": { kind: "change"; request: LetterMake; response: LetterMade };
  "letter.handedOver": { kind: "change"; request: LetterHandedOver; response: Nothing };
  "statement.review": { kind: "query"; request: StatementRequest; response: StatementReview };
  "statement.preview": { kind: "bytes"; request: StatementRequest; response: Bytes };
  "statement.make": { kind: "change"; request: StatementMake; response: PaperMade };
  "receipt.preview": { kind: "bytes"; request: ById; response: Bytes };
  "receipt.make": { kind: "change"; request: ById; response: PaperMade };
  "post.choices": { kind: "query"; request: Nothing; response: PostChoices };
  "post.make": { kind: "change"; request: PostMake; response: PaperMade };
  "documents.list": { kind: "query"; request: DocumentsListRequest; response: DocumentsPage };
  "document.get": { kind: "query"; request: ById; response: DocumentView };
  "document.bytes": { kind: "bytes"; request: ById; response: Bytes };
  "document.text": { kind: "query"; request: ById; response: DocumentText };
  "document.eml": { kind: "bytes"; request: ById; response: Bytes };
  "document.opened": { kind: "change"; request: DocumentTaken; response: Nothing };
  "document.saveTo": { kind: "act"; request: DocumentSaveTo; response: SavedCopy };
  "printers.list": { kind: "query"; request: Nothing; response: PrintersView };
  "document.print": { kind: "act"; request: DocumentPrint; response: DocumentPrinted };
  "document.printAnswer": { kind: "change"; request: PrintAnswer; response: Nothing };
  "backup.folder": { kind: "act"; request: BackupFolder; response: BackupReport };
  "backup.now": { kind: "act"; request: Nothing; response: BackupReport };
  "backup.restore": { kind: "act"; request: RestoreRequest; response: RestoreReport };
  "export.csv": { kind: "act"; request: ExportRequest; response: ExportReport };
  "diagnostics.save": { kind: "act"; request: ExportRequest; response: SavedFile };
}

export type CommandName = keyof Commands;

/** What a query shows; what a change or act makes stale. */
export const commandTags: { readonly [N in CommandName]: { kind: Commands[N]["kind"]; tags: readonly Tag[] } } = {
  "app.status": { kind: "query", tags: ["app", "business", "settings", "invoices", "cases", "backup", "today"] },
  "search.find": { kind: "query", tags: ["clients", "invoices", "jobs", "documents", "drafts"] },
  "today.get": { kind: "query", tags: ["today", "invoices", "cases", "jobs", "drafts", "payments", "documents", "backup"] },
  "aging.get": { kind: "query", tags: ["invoices", "payments"] },
  "due.notice": { kind: "query", tags: ["today", "invoices", "cases"] },
  "due.noticed": { kind: "change", tags: ["today"] },
  "due.answer": { kind: "change", tags: ["today", "cases"] },
  "today.catchUp": { kind: "change", tags: ["today", "cases", "app"] },
  "business.get": { kind: "query", tags: ["business"] },
  "business.save": { kind: "change", tags: ["business", "app", "today"] },
  "brand.choices": { kind: "query", tags: [] },
  "brand.accent": { kind: "query", tags: [] },
  "business.preview": { kind: "bytes", tags: ["business", "numbering"] },
  "business.logo": { kind: "bytes", tags: ["business"] },
  "business.signature": { kind: "bytes", tags: ["business"] },
  "settings.get": { kind: "query", tags: ["settings"] },
  "settings.save": { kind: "change", tags: ["settings", "app"] },
  "policy.get": { kind: "query", tags: ["settings"] },
  "policies.list": { kind: "query", tags: ["settings"] },
  "policy.preview": { kind: "query", tags: ["business"] },
  "policy.save": { kind: "change", tags: ["settings", "cases", "today"] },
  "policy.assigned": { kind: "query", tags: ["settings", "clients", "invoices"] },
  "policy.assign": { kind: "change", tags: ["settings", "cases", "today"] },
  "case.policyPreview": { kind: "query", tags: ["settings", "cases"] },
  "case.policyMove": { kind: "change", tags: ["cases", "today"] },
  "numbering.get": { kind: "query", tags: ["numbering", "invoices"] },
  "numbering.save": { kind: "change", tags: ["numbering", "drafts"] },
  "currencies.list": { kind: "query", tags: [] },
  "clients.list": { kind: "query", tags: ["clients", "invoices", "payments"] },
  "client.get": { kind: "query", tags: ["clients", "invoices", "jobs", "payments", "cases"] },
  "client.save": { kind: "change", tags: ["clients", "invoices", "jobs", "cases", "today"] },
  "jobs.list": { kind: "query", tags: ["jobs", "clients", "invoices"] },
  "job.get": { kind: "query", tags: ["jobs", "clients", "invoices", "drafts", "payments"] },
  "job.save": { kind: "change", tags: ["jobs", "today"] },
  "job.invoiceStage": { kind: "change", tags: ["jobs", "drafts", "invoices", "today"] },
  "agreement.save": { kind: "change", tags: ["jobs", "drafts", "cases"] },
  "file.bytes": { kind: "bytes", tags: ["jobs", "documents"] },
  "priceList.get": { kind: "query", tags: ["price_list"] },
  "priceItem.save": { kind: "change", tags: ["price_list"] },
  "priceItem.delete": { kind: "change", tags: ["price_list"] },
  "invoices.list": { kind: "query", tags: ["invoices", "drafts", "payments", "clients"] },
  "invoice.get": { kind: "query", tags: ["invoices", "payments", "documents", "cases"] },
  "invoice.duplicate": { kind: "change", tags: ["drafts", "invoices", "today"] },
  "draft.new": { kind: "change", tags: ["drafts", "invoices", "today"] },
  "draft.get": { kind: "query", tags: ["drafts", "clients", "jobs", "business", "numbering"] },
  "draft.check": { kind: "query", tags: ["drafts", "clients", "jobs", "business", "numbering"] },
  "draft.save": { kind: "change", tags: ["drafts", "invoices", "today"] },
  "draft.discard": { kind: "change", tags: ["drafts", "invoices", "today"] },
  "draft.restore": { kind: "change", tags: ["drafts", "invoices", "today"] },
  "draft.preview": { kind: "bytes", tags: ["drafts", "clients", "business"] },
  "invoice.review": { kind: "query", tags: ["drafts", "numbering", "clients", "business"] },
  "invoice.reviewPage": { kind: "bytes", tags: ["drafts", "numbering", "clients", "business"] },
  "invoice.issue": { kind: "change", tags: ["invoices", "drafts", "clients", "jobs", "today", "documents", "numbering", "app"] },
  "debt.record": { kind: "change", tags: ["invoices", "clients", "cases", "today", "documents", "app"] },
  "payments.list": { kind: "query", tags: ["payments"] },
  "payment.propose": { kind: "query", tags: ["payments", "invoices"] },
  "payment.record": { kind: "change", tags: ["payments", "invoices", "clients", "cases", "today", "app", "jobs"] },
  "payment.reverse": { kind: "change", tags: ["payments", "invoices", "clients", "cases", "today", "app", "jobs"] },
  "cases.list": { kind: "query", tags: ["cases", "invoices", "payments", "clients"] },
  "case.get": { kind: "query", tags: ["cases", "invoices", "payments", "clients", "documents"] },
  "case.checked": { kind: "change", tags: ["cases", "today"] },
  "case.skipStep": { kind: "change", tags: ["cases", "today"] },
  "case.snooze": { kind: "change", tags: ["cases", "today"] },
  "hold.add": { kind: "change", tags: ["cases", "today"] },
  "hold.end": { kind: "change", tags: ["cases", "today"] },
  "case.replyAnswered": { kind: "change", tags: ["cases", "today"] },
  "step.decide": { kind: "change", tags: ["cases", "invoices", "today"] },
  "case.logContact": { kind: "change", tags: ["cases", "today"] },
  "case.close": { kind: "change", tags: ["cases", "today", "app"] },
  "case.reopen": { kind: "change", tags: ["cases", "today", "app"] },
  "letter.review": { kind: "query", tags: ["cases", "invoices", "payments", "clients", "business", "jobs"] },
  "letter.preview": { kind: "bytes", tags: ["cases", "invoices", "payments", "clients", "business", "jobs"] },
  "letter.make": { kind: "change", tags: ["documents", "cases", "today"] },
  "letter.handedOver": { kind: "change", tags: ["cases", "documents", "today"] },
  "statement.review": { kind: "query", tags: ["invoices", "payments", "clients", "business"] },
  "statement.preview": { kind: "bytes", tags: ["invoices", "payments", "clients", "business"] },
  "statement.make": { kind: "change", tags: ["documents", "cases", "today"] },
  "receipt.preview": { kind: "bytes", tags: ["payments", "invoices", "clients", "business"] },
  "receipt.make": { kind: "change", tags: ["documents", "payments"] },
  "post.choices": { kind: "query", tags: [] },
  "post.make": { kind: "change", tags: ["documents"] },
  "documents.list": { kind: "query", tags: ["documents", "cases"] },
  "document.get": { kind: "query", tags: ["documents", "cases"] },
  "document.bytes": { kind: "bytes", tags: ["documents"] },
  "document.text": { kind: "query", tags: ["documents"] },
  "document.eml": { kind: "bytes", tags: ["documents"] },
  "document.opened": { kind: "change", tags: ["cases", "documents"] },
  "document.saveTo": { kind: "act", tags: ["cases", "documents"] },
  "printers.list": { kind: "query", tags: [] },
  "document.print": { kind: "act", tags: ["cases", "documents", "invoices"] },
  "document.printAnswer": { kind: "change", tags: ["cases", "documents", "invoices"] },
  "backup.folder": { kind: "act", tags: ["backup", "app", "today"] },
  "backup.now": { kind: "act", tags: ["backup", "app", "today"] },
  "backup.restore": { kind: "act", tags: [] },
  "export.csv": { kind: "act", tags: [] },
  "diagnostics.save": { kind: "act", tags: [] },
};
