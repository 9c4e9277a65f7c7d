import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { fakeHost } from "@/lib/ipc/fake";
import type { JobView } from "@/lib/ipc/bindings.gen";
import { expectAccessible } from "@/test/axe";
import { clientView } from "@/test/facts/case";
import { renderPage } from "@/test/render";

const gbp = (minor: number) => ({ minor, currency: "GBP" });

function jobView(part: Partial<JobView> = {}): JobView {
  return {
    id: "job-1",
    version: 2,
    job: {
      client: "client-1",
      title: "Nguyen wedding",
      kind: "wedding",
      eventOn: "2026-12-03",
      deliveredOn: null,
      price: gbp(240_000),
      bookedOn: "2026-02-01",
      schedule: { kind: "retainerAndBalance", retainer: 250_000, balanceDaysBeforeEvent: 14 },
      place: "Kew",
      note: "",
    },
    clientName: "Nguyen",
    flags: ["at_risk"],
    stages: [
      {
        kind: "retainer",
        amount: gbp(60_000),
        dueOn: "2026-02-01",
        invoice: { id: "invoice-1", number: "INV-1", isDraft: false, open: gbp(0) },
      },
      { kind: "balance", amount: gbp(180_000), dueOn: "2026-11-19", invoice: null },
    ],
    agreement: {
      id: "agreement-1",
      version: 1,
      agreement: {
        title: "Wedding contract",
        signedOn: "2026-02-01",
        terms: [
          {
            kind: "payment",
            clause: "4.2",
            words: "The balance is due 14 days before.",
            page: 3,
            days: null,
          },
          { kind: "late_charge", clause: "4.3", words: "", page: null, days: null },
        ],
      },
      file: null,
    },
    invoices: [],
    ...part,
  };
}

describe("a job", () => {
  it("makes the invoice of a part and goes to its draft", async () => {
    const host = fakeHost({
      "job.get": () => jobView(),
      "job.invoiceStage": () => ({ id: "draft-1", version: 1 }),
    });
    const page = await renderPage("/jobs/job-1", host);
    await userEvent.click(page.getByRole("button", { name: "Make the invoice" }));
    expect(host.calls.find(({ name }) => name === "job.invoiceStage")?.payload).toEqual({
      job: "job-1",
      stage: "balance",
    });
    await vi.waitFor(
      () =>
        expect(
          host.calls.some(({ name }) => name === "draft.get"),
          "the draft is opened",
        ).toBe(true),
      { timeout: 4000 },
    );
  });

  it("quotes a term's exact words and only cites one without words", async () => {
    const page = await renderPage("/jobs/job-1", fakeHost({ "job.get": () => jobView() }));
    expect(page.getByText("The balance is due 14 days before.").tagName).toBe("BLOCKQUOTE");
    expect(page.getByText("Cited by number")).toBeTruthy();
    await expectAccessible(page.container);
  });

  it("is marked delivered today, and that can be undone", async () => {
    const host = fakeHost({
      "job.get": () => jobView(),
      "job.save": ({ expectedVersion }) => ({ id: "job-1", version: expectedVersion + 1 }),
    });
    const page = await renderPage("/jobs/job-1", host);
    await userEvent.click(page.getByRole("button", { name: "Mark delivered today" }));
    await userEvent.click(await page.findByRole("button", { name: "Undo" }));
    const saves = host.calls
      .filter(({ name }) => name === "job.save")
      .map(({ payload }) => payload);
    expect(saves).toMatchObject([
      { expectedVersion: 2, job: { deliveredOn: "2026-11-21" } },
      { expectedVersion: 3, job: { deliveredOn: null } },
    ]);
  });
});

describe("a new job", () => {
  it("keeps the client it was started from and asks for a title by its field", async () => {
    const host = fakeHost({
      "client.get": () => clientView(),
      "clients.list": () => ({ rows: [], total: 0 }),
      "currencies.list": () => ({ codes: [{ code: "GBP", exponent: 2 }] }),
      "job.save": () => {
        throw {
          code: "validation",
          message: "",
          fields: [{ field: "job.title", problem: "required" }],
        };
      },
    });
    const page = await renderPage("/jobs/new?client=client-1", host);
    await userEvent.click(page.getByRole("button", { name: "Save job" }));
    expect(await page.findByText("This is needed.")).toBeTruthy();
    expect(host.calls.find(({ name }) => name === "job.save")?.payload).toMatchObject({
      id: null,
      job: { client: "client-1" },
    });
    await expectAccessible(page.container);
  });

  it("is not sent without a client", async () => {
    const host = fakeHost({
      "clients.list": () => ({ rows: [], total: 0 }),
      "currencies.list": () => ({ codes: [] }),
    });
    const page = await renderPage("/jobs/new", host);
    await userEvent.click(page.getByRole("button", { name: "Save job" }));
    expect(await page.findByText("This is needed.")).toBeTruthy();
    expect(host.calls.some(({ name }) => name === "job.save")).toBe(false);
  });
});
