import type { CaseView, ClientView, DocumentRow, LetterReview } from "@/lib/ipc/bindings.gen";

const gbp = (minor: number) => ({ minor, currency: "GBP" });

export const letterRow: DocumentRow = {
  id: "doc-1",
  kind: "friendly_reminder",
  title: "Reminder INV-2026-0097",
  clientId: "client-1",
  clientName: "Meridian Lofts Ltd",
  madeAt: "2026-11-21T09:00:00.000Z",
  madeOn: "2026-11-21",
  size: 48_000,
  sha256: "ab".repeat(32),
  handedOverOn: null,
  caseId: "case-1",
  invoiceId: null,
  excerpt: [],
};

/** A case 62 days late whose next step is the friendly reminder. */
export function caseView(part: Partial<CaseView> = {}): CaseView {
  const now = {
    kind: "friendly_reminder",
    state: "now",
    on: "2026-11-21",
    why: null,
    until: null,
    allowed: true,
  } as const;
  return {
    id: "case-1",
    version: 3,
    clientId: "client-1",
    clientName: "Meridian Lofts Ltd",
    clientKind: "company",
    doNotContact: false,
    currency: "GBP",
    openedOn: "2026-09-21",
    closedOn: null,
    outcome: null,
    closeReason: "",
    policyName: "standard",
    daysLate: 62,
    proposesPaid: false,
    snoozedUntil: null,
    checkedOn: null,
    ladder: [
      now,
      {
        kind: "call",
        state: "next",
        on: "2026-11-24",
        why: "earlier_step_first",
        until: null,
        allowed: false,
      },
      {
        kind: "formal_demand",
        state: "closed",
        on: null,
        why: "do_not_contact",
        until: null,
        allowed: false,
      },
    ],
    next: now,
    log: [
      {
        seq: 1,
        at: "2026-09-21T06:00:00.000Z",
        happenedOn: null,
        kind: "case_opened",
        words: { number: "INV-2026-0097", amount: "GBP 1500.00", due: "2026-09-20" },
        documentId: null,
        invoiceId: "invoice-1",
        paymentId: null,
        erased: false,
      },
      {
        seq: 2,
        at: "2026-09-24T12:00:00.000Z",
        happenedOn: "2026-09-24",
        kind: "something_new",
        words: { note: "kept as it came" },
        documentId: null,
        invoiceId: null,
        paymentId: null,
        erased: false,
      },
    ],
    chain: { entries: 23, brokenAt: null },
    debts: [
      {
        receivable: "receivable-1",
        invoice: "invoice-1",
        number: "INV-2026-0097",
        recorded: false,
        part: 1,
        of: 1,
        issuedOn: "2026-08-21",
        dueOn: "2026-09-20",
        amount: gbp(150_000),
        paid: gbp(0),
        open: gbp(150_000),
        daysLate: 62,
      },
    ],
    invoiced: gbp(150_000),
    paid: gbp(0),
    open: gbp(150_000),
    payments: [],
    documents: [],
    people: [
      { name: "Jo Patel", email: "jo@meridian.example", phone: "", mayKnowOfDebt: true },
      { name: "Front desk", email: "", phone: "020 7946 0000", mayKnowOfDebt: false },
    ],
    ...part,
  };
}

export function letterReview(part: Partial<LetterReview> = {}): LetterReview {
  return {
    reviewToken: "token-1",
    subject: "Invoice INV-2026-0097",
    text: "Dear Ms Patel, 1,500.00 was due on 20 September.",
    to: ["jo@meridian.example"],
    deadlineOn: null,
    earliestDeadlineOn: null,
    debts: caseView().debts,
    open: gbp(150_000),
    enclosures: ["INV-2026-0097"],
    checks: [
      { what: "payments_checked", ok: true, detail: "" },
      { what: "address", ok: true, detail: "London" },
    ],
    ...part,
  };
}

export function clientView(part: Partial<ClientView> = {}): ClientView {
  return {
    id: "client-1",
    version: 4,
    client: {
      kind: "company",
      name: "Meridian Lofts Ltd",
      address: { lines: ["1 Quay"], postcode: "E1 6AN", city: "London", region: "", country: "GB" },
      email: "office@meridian.example",
      phone: "",
      vatId: "",
      reference: "",
      language: "",
      paymentDays: null,
      people: [{ name: "Front desk", role: "message_only", email: "", phone: "", note: "" }],
      doNotContact: false,
      note: "",
    },
    open: [gbp(150_000), { minor: 40_000, currency: "EUR" }],
    overdue: [gbp(150_000)],
    credit: [],
    history: {
      invoices: 4,
      paidOnTime: 2,
      paidLate: 1,
      meanDaysLate: 9,
      lastPaymentOn: "2026-07-01",
    },
    invoices: [],
    jobs: [],
    payments: [],
    openCase: "case-1",
    ...part,
  };
}
