import { within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { InvoiceRow, InvoicesPage, InvoiceView } from "@/lib/ipc/bindings.gen";
import { type Answers, fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { renderPage } from "@/test/render";

const eur = (minor: number) => ({ minor, currency: "EUR" });

const row = (place: number, more: Partial<InvoiceRow> = {}): InvoiceRow => ({
  id: `i${place}`,
  kind: "issued",
  number: `INV-${place}`,
  clientId: "c1",
  clientName: "Peña & Jürgensen Verlag GmbH",
  title: "Cover portraits",
  issuedOn: "2026-10-29",
  dueOn: "2026-11-12",
  total: eur(125_000),
  open: eur(125_000),
  status: "overdue",
  daysLate: 9,
  ...more,
});

const counts = { drafts: 2, open: 14, dueThisWeek: 3, overdue: 4, paid: 40, all: 60 };
const page = (rows: InvoiceRow[], total = rows.length): InvoicesPage => ({ rows, total, counts });

const invoice: InvoiceView = {
  id: "i1",
  kind: "recorded",
  number: "INV-1",
  clientId: "c1",
  clientName: "Peña & Jürgensen Verlag GmbH",
  jobId: null,
  jobTitle: "",
  issuedOn: "2026-10-29",
  serviceOn: null,
  purchaseOrder: "PO-1",
  clientReference: "",
  lines: [],
  totals: null,
  total: eur(125_000),
  paid: eur(25_000),
  open: eur(100_000),
  status: "overdue",
  receivables: [
    {
      id: "r1",
      part: 1,
      of: 1,
      dueOn: "2026-11-12",
      amount: eur(125_000),
      open: eur(100_000),
      status: "overdue",
      daysLate: 9,
    },
  ],
  payments: [
    {
      id: "p1",
      clientId: "c1",
      clientName: "Peña",
      amount: eur(25_000),
      receivedOn: "2026-11-01",
      method: "bank_transfer",
      reference: "",
      allocations: [{ receivable: "r1", invoice: "i1", number: "INV-1", amount: eur(25_000) }],
      unallocated: eur(0),
      reversedOn: null,
      reversalReason: "",
    },
  ],
  documents: [],
  log: [],
  documentId: null,
  caseId: "k1",
  note: "",
};

function listHost(answers: Answers = {}) {
  return fakeHost({
    "invoices.list": () => page([row(1), row(2, { kind: "recorded" })]),
    "invoice.get": () => invoice,
    ...answers,
  });
}

test("the list says what is late in words, with a count for each view", async () => {
  const shown = await renderPage("/invoices?view=overdue", listHost());
  expect((await shown.findAllByText("9 days late")).length).toBeGreaterThan(0);
  expect(shown.getByRole("tab", { name: /Overdue\s*4/ }).getAttribute("aria-selected")).toBe(
    "true",
  );
  await expectAccessible(shown.container);
});

test("view, words and order of the address are what the program is asked for", async () => {
  const host = listHost();
  const shown = await renderPage("/invoices?view=paid&q=verlag&sort=total&order=down", host);
  await shown.findAllByText("INV-1");
  const asked = host.calls.find(({ name }) => name === "invoices.list");
  expect(asked?.payload).toMatchObject({
    view: "paid",
    search: "verlag",
    sort: "total",
    descending: true,
    offset: 0,
    limit: 200,
  });
});

test("an empty view says what will be here and how to start", async () => {
  const shown = await renderPage("/invoices", listHost({ "invoices.list": () => page([]) }));
  expect(await shown.findByText("Nothing is owed to you")).toBeTruthy();
  expect(shown.getByRole("button", { name: "Record an older invoice" })).toBeTruthy();
  await expectAccessible(shown.container);
});

test("a list that could not be read says so and can be asked again", async () => {
  const host = listHost({
    "invoices.list": () => {
      throw { code: "busy", message: "locked", fields: [] };
    },
  });
  const shown = await renderPage("/invoices", host);
  expect(await shown.findByText("Another program is using the file")).toBeTruthy();
  expect(shown.getByRole("button", { name: "Try again" })).toBeTruthy();
});

test("the space bar explains the chosen invoice beside the list", async () => {
  const user = userEvent.setup();
  const shown = await renderPage("/invoices", listHost());
  const rows = await shown.findAllByRole("row", { name: /INV-1/ });
  rows[0]!.focus();
  await user.keyboard(" ");
  const panel = await shown.findByRole("complementary", { name: "Details" });
  expect(await within(panel).findByText("€1,000.00 still open")).toBeTruthy();
  expect(within(panel).getByRole("button", { name: "Go to case" })).toBeTruthy();
  await expectAccessible(shown.container);
});

test("a payment is taken back only with a reason that goes to the program", async () => {
  const user = userEvent.setup();
  const host = listHost({ "payment.reverse": () => ({}) });
  const shown = await renderPage("/invoices/i1", host);
  expect(
    (await shown.findAllByText("Recorded")).length,
    "an invoice made elsewhere is marked",
  ).toBe(1);
  await user.click(await shown.findByRole("button", { name: "Take back" }));
  await user.type(shown.getByLabelText(/Reason/), "bounced");
  const dialog = shown.getByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Take back" }));
  const asked = host.calls.find(({ name }) => name === "payment.reverse");
  expect(asked?.payload).toEqual({ id: "p1", reason: "bounced" });
  expect(asked?.requestId, "sending it twice is doing it once").toBeTruthy();
});

test("what came before a recorded invoice was recorded is part of its sum", async () => {
  const [part] = invoice.receivables;
  if (part === undefined) throw new Error("the invoice has one part");
  const rest = { ...part, amount: eur(85_000), open: eur(85_000) };
  const shown = await renderPage(
    "/invoices/i1",
    listHost({
      "invoice.get": () => ({
        ...invoice,
        paid: eur(0),
        open: eur(85_000),
        receivables: [rest],
      }),
    }),
  );
  const label = await shown.findByText("paid before Safelight");
  expect(label.parentElement?.textContent, "1,250 less the 850 that are followed up").toContain(
    "400",
  );
  expect(shown.queryByText("paid"), "nothing was paid since").toBeNull();
});

test("the page of a recorded invoice has no paper of ours and reads well", async () => {
  const shown = await renderPage("/invoices/i1", listHost());
  expect(await shown.findByText("No scan was added to this recorded invoice.")).toBeTruthy();
  expect(shown.queryByRole("button", { name: "Duplicate" })).toBeNull();
  await expectAccessible(shown.container);
});

test("the papers of chosen invoices go into a folder, and what has none says so", async () => {
  const documents: Record<string, string | null> = { i1: "d1", i2: null };
  const host = listHost({
    "invoice.get": ({ id }) => ({ ...invoice, id, documentId: documents[id] ?? null }),
    "document.saveTo": ({ id }) => ({ name: `Invoice ${id}.pdf` }),
  });
  host.picked = { token: "t1", name: "Accountant", size: 0 };
  const shown = await renderPage("/invoices?view=open", host);
  await userEvent.click(await shown.findByRole("checkbox", { name: /INV-1/ }));
  await userEvent.click(shown.getByRole("checkbox", { name: /INV-2/ }));
  const bar = shown.getByRole("toolbar", { name: "For the chosen invoices" });
  expect(within(bar).getByText("2 invoices chosen")).toBeTruthy();
  await userEvent.click(within(bar).getByRole("button", { name: "Save PDFs" }));
  const dialog = await shown.findByRole("dialog");
  expect(await within(dialog).findByText("1 PDF saved, 1 not saved.")).toBeTruthy();
  expect(within(dialog).getByText("INV-1, as Invoice d1.pdf")).toBeTruthy();
  expect(within(dialog).getByText(/made elsewhere/)).toBeTruthy();
  const saved = host.calls.filter(({ name }) => name === "document.saveTo");
  expect(saved.map(({ payload }) => payload)).toEqual([{ id: "d1", folderToken: "t1" }]);
});

test("chosen invoices go to one printer in order, and that they came out is said for each", async () => {
  const host = listHost({
    "invoice.get": ({ id }) => ({ ...invoice, id, documentId: `d-${id}` }),
    "printers.list": () => ({
      canPrint: true,
      printers: [{ name: "Desk", isDefault: true }],
    }),
    "document.print": ({ id, printer }) => ({ printer, job: `job-${id}`, isCopy: false }),
    "document.printAnswer": () => ({}),
  });
  const shown = await renderPage("/invoices?view=open", host);
  await userEvent.click(await shown.findByRole("checkbox", { name: /INV-1/ }));
  await userEvent.click(shown.getByRole("checkbox", { name: /INV-2/ }));
  const bar = shown.getByRole("toolbar", { name: "For the chosen invoices" });
  await userEvent.click(within(bar).getByRole("button", { name: "Print" }));
  await userEvent.click(await shown.findByRole("button", { name: "Hand to the printer" }));
  expect(await shown.findByText("2 papers handed to the printer.")).toBeTruthy();
  expect(host.calls.some(({ name }) => name === "document.printAnswer")).toBe(false);
  await userEvent.click(shown.getByRole("button", { name: "They all came out" }));
  const told = host.calls.filter(({ name }) => name === "document.printAnswer");
  expect(told.map(({ payload }) => payload)).toEqual(
    ["d-i1", "d-i2"].map((id) => ({ id, printer: "Desk", job: `job-${id}`, cameOut: true })),
  );
});
