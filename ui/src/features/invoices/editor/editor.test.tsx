import { waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type {
  DraftCheck,
  DraftInvoice,
  DraftSave,
  FieldProblem,
  Line,
  Totals,
} from "@/lib/ipc/bindings.gen";
import { type Answers, fakeHost, type FakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { renderPage } from "@/test/render";

const eur = (minor: number) => ({ minor, currency: "EUR" });

const line = (description: string, unitPrice: number): Line => ({
  description,
  quantity: 1000,
  unit: "",
  unitPrice,
  discount: { kind: "none" },
  tax: { code: "S", rate: 190_000, reason: "" },
});

const draft: DraftInvoice = {
  client: "c1",
  job: null,
  currency: "EUR",
  issueOn: null,
  serviceOn: null,
  paymentDays: 14,
  taxMode: "added",
  lines: [line("Portrait", 8_500_000), line("Travel", 1_000_000)],
  instalments: [],
  prepayments: [],
  purchaseOrder: "",
  clientReference: "",
  note: "",
};

const totals: Totals = {
  lines: [85_000, 10_000].map((minor) => ({
    full: eur(minor),
    discount: eur(0),
    amount: eur(minor),
  })),
  taxLines: [
    { category: { code: "S", rate: 190_000, reason: "" }, taxable: eur(95_000), tax: eur(18_050) },
  ],
  net: eur(95_000),
  tax: eur(18_050),
  gross: eur(113_050),
  prepaid: eur(0),
  payable: eur(113_050),
};

const check = (problems: FieldProblem[] = []): DraftCheck => ({
  totals,
  dueOn: "2026-12-05",
  problems,
  nextNumber: "INV-2026-0143",
  lateClause: null,
  missing: [],
  codeProblems: [],
});

function editorHost(answers: Answers = {}, problems: FieldProblem[] = []): FakeHost {
  let version = 3;
  return fakeHost({
    "draft.get": () => ({ id: "d1", version, draft, check: check(problems) }),
    "draft.check": () => check(problems),
    "draft.save": () => ({ id: "d1", version: (version += 1) }),
    "business.get": () => ({
      version: 0,
      business: null,
      hasLogo: false,
      hasSignature: false,
      suggestedTimeZone: "",
    }),
    "priceList.get": () => ({
      items: [
        {
          id: "x1",
          version: 1,
          item: {
            name: "Wedding day",
            description: "",
            unit: "",
            unitPrice: 20_000_000,
            currency: "EUR",
            tax: { code: "S", rate: 190_000, reason: "" },
            parts: [line("Ceremony", 12_000_000), line("Party", 8_000_000)],
          },
        },
      ],
    }),
    "currencies.list": () => ({ codes: [{ code: "EUR", exponent: 2 }] }),
    "clients.list": () => ({ rows: [], total: 0 }),
    "jobs.list": () => ({ rows: [], total: 0 }),
    ...answers,
  });
}

const lastSaved = (host: FakeHost) =>
  host.calls.findLast(({ name }) => name === "draft.save")?.payload as DraftSave | undefined;

test("a draft opens with its lines and the sums of the program", async () => {
  const shown = await renderPage("/drafts/d1", editorHost());
  expect(await shown.findByDisplayValue("Portrait")).toBeTruthy();
  expect(await shown.findByText("1,130.50")).toBeTruthy();
  expect(shown.getByText("Due 5 December 2026")).toBeTruthy();
  expect(shown.getByText("Draft, saved")).toBeTruthy();
  await expectAccessible(shown.container);
});

test("what is typed is saved by itself on the version it was read from", async () => {
  const user = userEvent.setup();
  const host = editorHost();
  const shown = await renderPage("/drafts/d1", host);
  await user.click(await shown.findByLabelText("Purchase order"));
  await user.paste("PO-7");
  await waitFor(() => expect(lastSaved(host)?.draft.purchaseOrder).toBe("PO-7"));
  expect(lastSaved(host)?.expectedVersion).toBe(3);
});

test("a price that cannot be read is neither saved nor summed as something else", async () => {
  const user = userEvent.setup();
  const host = editorHost();
  const shown = await renderPage("/drafts/d1", host);
  const price = await shown.findByLabelText("Price of line 1");
  await user.clear(price);
  await user.paste("12x");
  expect(await shown.findByText("Draft, last change not saved yet")).toBeTruthy();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(lastSaved(host)?.draft.lines[0]?.unitPrice ?? 0, "never 12").not.toBe(120_000);
  expect(shown.queryByText("1,130.50"), "no sum of another price is shown").toBeNull();
});

test("a package from the price list brings each of its lines", async () => {
  const user = userEvent.setup();
  const host = editorHost();
  const shown = await renderPage("/drafts/d1", host);
  await user.type(await shown.findByRole("combobox", { name: "Add a line" }), "wedd");
  await user.keyboard("{ArrowDown}{Enter}");
  expect(await shown.findByDisplayValue("Ceremony")).toBeTruthy();
  await waitFor(() => expect(lastSaved(host)?.draft.lines).toHaveLength(4));
});

test("words and Enter make a line, and the cursor waits at its price", async () => {
  const user = userEvent.setup();
  const shown = await renderPage("/drafts/d1", editorHost());
  await user.type(await shown.findByRole("combobox", { name: "Add a line" }), "Retouching{Enter}");
  expect(await shown.findByDisplayValue("Retouching")).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(shown.getByLabelText("Price of line 3")));
});

test("a removed line comes back where it was", async () => {
  const user = userEvent.setup();
  const shown = await renderPage("/drafts/d1", editorHost());
  (await shown.findByLabelText("Price of line 1")).focus();
  await user.keyboard("{Control>}{Shift>}{Backspace}{/Shift}{/Control}");
  await waitFor(() => expect(shown.queryByDisplayValue("Portrait")).toBeNull());
  await user.click(await shown.findByRole("button", { name: "Undo" }));
  expect(await shown.findByDisplayValue("Portrait")).toBe(
    shown.getByLabelText("Description of line 1"),
  );
});

test("problems wait until the review and then stand by their fields", async () => {
  const user = userEvent.setup();
  const problems: FieldProblem[] = [
    { field: "lines[1].description", problem: "required" },
    { field: "client.address", problem: "required" },
  ];
  const shown = await renderPage("/drafts/d1", editorHost({}, problems));
  await shown.findByDisplayValue("Portrait");
  expect(shown.queryByText("This is needed.")).toBeNull();
  await user.click(shown.getByRole("button", { name: "Review and issue" }));
  expect(await shown.findByText("This is needed.")).toBeTruthy();
  const link = shown.getByRole("link", { name: "The client needs a postal address" });
  expect(link.getAttribute("href")).toBe("#/clients/c1");
  expect(shown.getByRole("heading", { level: 1 }).textContent).toBe("New invoice");
});

test("a change made elsewhere is shown and nothing is overwritten", async () => {
  const user = userEvent.setup();
  const host = editorHost({
    "draft.save": () => {
      throw { code: "conflict", message: "", fields: [] };
    },
  });
  const shown = await renderPage("/drafts/d1", host);
  await user.type(await shown.findByLabelText("Purchase order"), "x");
  expect(await shown.findByText("This draft was changed somewhere else")).toBeTruthy();
  expect(shown.getByDisplayValue("x"), "what was typed is still there").toBeTruthy();
  await expectAccessible(shown.container);
});

test("a discarded draft comes back whole", async () => {
  const user = userEvent.setup();
  const host = editorHost({
    "draft.discard": () => ({}),
    "draft.restore": () => ({ id: "d1", version: 4 }),
    "invoices.list": () => ({
      rows: [],
      total: 0,
      counts: { drafts: 0, open: 0, dueThisWeek: 0, overdue: 0, paid: 0, all: 0 },
    }),
  });
  const shown = await renderPage("/drafts/d1", host);
  await shown.findByDisplayValue("Portrait");
  await user.click(shown.getByRole("button", { name: "Discard" }));
  expect(await shown.findByText("No drafts")).toBeTruthy();
  const discarded = host.calls.find(({ name }) => name === "draft.discard");
  expect(discarded?.payload).toEqual({ id: "d1", expectedVersion: 3 });
  await user.click(shown.getByRole("button", { name: "Undo" }));
  expect(await shown.findByDisplayValue("Portrait")).toBeTruthy();
  expect(host.calls.find(({ name }) => name === "draft.restore")?.payload).toEqual({ id: "d1" });
});

test("an even split adds up to the total and says so", async () => {
  const user = userEvent.setup();
  const host = editorHost();
  const shown = await renderPage("/drafts/d1", host);
  await shown.findByText("1,130.50");
  await user.click(shown.getByRole("radio", { name: "Instalments" }));
  expect(await shown.findByText("Adds up to the total")).toBeTruthy();
  await waitFor(() =>
    expect(lastSaved(host)?.draft.instalments.map(({ amountMinor }) => amountMinor)).toEqual([
      56_525, 56_525,
    ]),
  );
});

const review: Answers = {
  "invoice.review": () => ({
    reviewToken: "shown-1",
    number: "INV-2026-0143",
    clientName: "Peña",
    issueOn: "2026-11-21",
    dueOn: "2026-12-05",
    totals,
    instalments: 1,
    missing: [],
    codeProblems: [],
  }),
};
const pdf = new Uint8Array([37, 80, 68, 70]);

test("what law asks for and is not there is passed over one by one before issuing", async () => {
  const user = userEvent.setup();
  const rule = {
    rule: "UStG § 14 (4) no. 2",
    asOf: "2026-11-22",
    confidence: "from_knowledge",
  } as const;
  const shown = review["invoice.review"];
  const host = editorHost({
    ...review,
    "invoice.review": (request) => {
      if (shown === undefined) throw new Error("the review is known");
      return {
        ...shown(request),
        missing: [
          { content: "supply_date", severity: "must", ...rule },
          { content: "buyer_vat_id", severity: "usual", ...rule },
        ],
      };
    },
  });
  const page = await renderPage("/drafts/d1/review", host);
  const issue = await page.findByRole("button", { name: /INV-2026-0143/ });
  expect(page.getByText("The day of the work")).toBeTruthy();
  expect(page.getAllByText(/UStG § 14/)).toHaveLength(2);
  const anyway = page.getAllByRole("checkbox", { name: /Issue anyway without/ });
  for (const box of anyway) {
    expect((issue as HTMLButtonElement).disabled).toBe(true);
    // oxlint-disable-next-line no-await-in-loop -- as a hand would
    await user.click(box);
  }
  await waitFor(() => expect((issue as HTMLButtonElement).disabled).toBe(false));
});

test("issuing sends the token of what was shown, once, and offers to watch the first one", async () => {
  const user = userEvent.setup();
  const host = editorHost({
    ...review,
    "invoice.issue": () => ({
      invoice: "i1",
      number: "INV-2026-0143",
      document: "doc",
      isFirst: true,
    }),
    "settings.get": () => ({
      theme: "paper",
      contrast: "system",
      motion: "reduced",
      textSize: "normal",
      notifications: true,
      notificationDetails: false,
      quietFrom: 20,
      quietUntil: 8,
      askedAboutLogin: false,
    }),
    "settings.save": (request) => request,
  });
  host.rpcBytes = async () => pdf.buffer;
  let startsAtLogin = false;
  host.setStartsAtLogin = async (on) => void (startsAtLogin = on);
  const shown = await renderPage("/drafts/d1/review", host);
  const issue = await shown.findByRole("button", { name: "Issue INV-2026-0143" });
  await expectAccessible(shown.container);
  await waitFor(() => expect(issue.hasAttribute("disabled")).toBe(false));
  await user.click(issue);
  await user.click(await shown.findByRole("button", { name: "Yes, start at login" }));
  const asked = host.calls.filter(({ name }) => name === "invoice.issue");
  expect(asked.map(({ payload }) => payload)).toEqual([{ draft: "d1", reviewToken: "shown-1" }]);
  expect(asked[0]?.requestId).toBeTruthy();
  expect(startsAtLogin).toBe(true);
  await waitFor(() =>
    expect(host.calls.find(({ name }) => name === "settings.save")?.payload).toMatchObject({
      askedAboutLogin: true,
    }),
  );
});

test("a review that grew old issues nothing and is shown anew", async () => {
  const user = userEvent.setup();
  const host = editorHost({
    ...review,
    "invoice.issue": () => {
      throw { code: "review_outdated", message: "", fields: [] };
    },
  });
  host.rpcBytes = async () => pdf.buffer;
  const shown = await renderPage("/drafts/d1/review", host);
  const issue = await shown.findByRole("button", { name: "Issue INV-2026-0143" });
  await waitFor(() => expect(issue.hasAttribute("disabled")).toBe(false));
  await user.click(issue);
  expect(await shown.findByText("Something changed since you reviewed this")).toBeTruthy();
  const reviews = host.calls.filter(({ name }) => name === "invoice.review");
  expect(reviews.length).toBeGreaterThan(1);
  expect(within(shown.container).getByRole("heading", { level: 1 }).textContent).toBe(
    "Review and issue",
  );
});

test("why the payment code is left out is said before issuing", async () => {
  const shown = review["invoice.review"];
  const host = editorHost({
    "invoice.review": (request) => {
      if (shown === undefined) throw new Error("the review is known");
      return { ...shown(request), codeProblems: [{ field: "name", problem: "too_long" }] };
    },
  });
  const page = await renderPage("/drafts/d1/review", host);
  expect(await page.findByText("No payment code will be on it")).toBeTruthy();
  expect(page.getByText(/^The name of the account holder: /)).toBeTruthy();
  const issue = page.getByRole("button", { name: /^Issue/ });
  expect(issue, "it may be issued without").toBeTruthy();
});
