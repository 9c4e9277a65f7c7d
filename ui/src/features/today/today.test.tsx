import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { TodayCard, TodayView } from "@/lib/ipc/bindings.gen";
import { type Answers, fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { frameAnswers, renderPage } from "@/test/render";

const gbp = (minor: number) => ({ minor, currency: "GBP" });

function card(part: Partial<TodayCard> & Pick<TodayCard, "kind" | "key">): TodayCard {
  return {
    clientId: "c1",
    clientName: "Harper & Lowe",
    caseId: null,
    invoiceId: null,
    draftId: null,
    jobId: null,
    documentId: null,
    step: null,
    channel: null,
    hold: null,
    receivables: [],
    title: "",
    numbers: [],
    amount: null,
    daysLate: 0,
    on: null,
    excerpt: "",
    ...part,
  };
}

const question = card({
  kind: "due_question",
  key: "due/r1",
  invoiceId: "i1",
  caseId: "k1",
  receivables: ["r1"],
  numbers: ["2026-0142"],
  amount: gbp(125_000),
  daysLate: 1,
  on: "2026-11-20",
});
const reminder = card({
  kind: "step",
  key: "step/k2",
  step: "friendly_reminder",
  caseId: "k2",
  clientName: "Daniel Okafor",
  excerpt: "Hello,\n\nI hope you are well.",
});
const phone = card({
  kind: "step",
  key: "step/k3",
  step: "call",
  caseId: "k3",
  clientName: "Atlas",
});

const full: TodayView = {
  today: "2026-11-21",
  money: [
    {
      currency: "GBP",
      owed: gbp(1_842_000),
      owedInvoices: 14,
      overdue: gbp(625_000),
      overdueClients: 4,
      expected: gbp(490_000),
      expectedBy: "2026-12-05",
      aging: [
        { band: "not_due", amount: gbp(1_217_000) },
        { band: "days1_to30", amount: gbp(260_000) },
        { band: "days31_to60", amount: gbp(215_000) },
        { band: "days61_to90", amount: gbp(100_000) },
        { band: "over90", amount: gbp(50_000) },
      ],
    },
    {
      currency: "EUR",
      owed: { minor: 98_050, currency: "EUR" },
      owedInvoices: 1,
      overdue: { minor: 0, currency: "EUR" },
      overdueClients: 0,
      expected: { minor: 0, currency: "EUR" },
      expectedBy: "2026-12-05",
      aging: [],
    },
  ],
  cards: [question, reminder, phone],
  comingUp: [
    {
      kind: "due",
      id: "i9",
      title: "Atlas Brewery",
      detail: "2026-0150",
      on: "2026-11-24",
      amount: gbp(70_000),
    },
  ],
  happened: [
    { at: "2026-11-21T08:00:00.000Z", kind: "backup_made", words: {} },
    { at: "2026-11-19T07:00:00.000Z", kind: "case_opened", words: { number: "2026-0142" } },
  ],
};

const studio: Answers = {
  "today.get": () => full,
  "business.get": () => ({
    version: 1,
    business: null,
    hasLogo: false,
    hasSignature: false,
    suggestedTimeZone: "UTC",
  }),
  "clients.list": () => ({ rows: [], total: 0 }),
};

describe("today", () => {
  it("shows_money_per_currency_and_the_prepared_cards", async () => {
    const { container } = await renderPage("/today", fakeHost(studio));
    expect(await screen.findByText("£18,420")).toBeTruthy();
    expect(screen.getByText("overdue, 4 clients")).toBeTruthy();
    expect(screen.getByText("Over 60 £1,500"), "the two oldest bands are one").toBeTruthy();
    expect(screen.getByText("€980.50")).toBeTruthy();
    expect(screen.getByText("Has Harper & Lowe paid?")).toBeTruthy();
    const copy = screen.getByText("Copy made and checked").closest("li");
    expect(copy?.querySelector("time")?.dateTime, "each told with its own time").toBe(
      "2026-11-21T08:00:00.000Z",
    );
    expect(screen.getByText("Case opened")).toBeTruthy();
    expect(document.title).toBe("Today · Safelight");
    await expectAccessible(container);
  });

  it("asks_whether_it_was_paid_and_takes_each_answer", async () => {
    const host = fakeHost({ ...studio, "due.answer": () => ({}) });
    await renderPage("/today", host);
    const asked = await screen.findByRole("listitem", { name: "Has Harper & Lowe paid?" });
    await userEvent.click(within(asked).getByRole("button", { name: "No, not paid" }));
    await waitFor(() =>
      expect(host.calls.find(({ name }) => name === "due.answer")?.payload).toEqual({
        receivables: ["r1"],
        answer: "no",
      }),
    );
    expect(await screen.findByText(/Noted: not paid/)).toBeTruthy();
    await userEvent.click(within(asked).getByRole("button", { name: "Ask in 3 days" }));
    await waitFor(() =>
      expect(host.calls.filter(({ name }) => name === "due.answer")).toHaveLength(2),
    );
  });

  it("is_worked_through_by_keyboard_alone", async () => {
    await renderPage("/today", fakeHost(studio));
    await screen.findByText("Has Harper & Lowe paid?");
    await userEvent.keyboard("j");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Has Harper & Lowe paid?");
    await userEvent.keyboard("j");
    expect(document.activeElement?.getAttribute("aria-label")).toBe(
      "Send a friendly reminder to Daniel Okafor",
    );
    expect(document.activeElement?.textContent, "the chosen card opens").toContain(
      "I hope you are well.",
    );
    await userEvent.keyboard("jk");
    expect(document.activeElement?.getAttribute("aria-current")).toBe("true");
    expect(screen.getByRole("button", { name: "Review" })).toBeTruthy();
  });

  it("snoozes_a_case_for_three_days_and_takes_it_back", async () => {
    const host = fakeHost({ ...studio, "case.snooze": () => ({}) });
    await renderPage("/today", host);
    await screen.findByText("Has Harper & Lowe paid?");
    await userEvent.keyboard("jj");
    await userEvent.click(screen.getByRole("button", { name: "Snooze 3 days" }));
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(
        host.calls.filter(({ name }) => name === "case.snooze").map(({ payload }) => payload),
      ).toEqual([
        { case: "k2", until: "2026-11-24" },
        { case: "k2", until: "2026-11-21" },
      ]),
    );
  });

  it("teaches_while_there_is_nothing", async () => {
    const status = frameAnswers["app.status"]!({});
    const host = fakeHost({
      ...studio,
      "app.status": () => ({
        ...status,
        counts: { today: 0, openInvoices: 0, overdueInvoices: 0, openCases: 0 },
      }),
      "today.get": () => ({
        today: "2026-11-21",
        money: [],
        cards: [],
        comingUp: [],
        happened: [],
      }),
    });
    const { container } = await renderPage("/today", host);
    const link = await screen.findByRole("link", { name: "Write your first invoice" });
    expect(link.getAttribute("href")).toBe("#/invoices/new");
    await expectAccessible(container);
  });

  it("asks_once_about_starting_at_login", async () => {
    const status = frameAnswers["app.status"]!({});
    const host = fakeHost({
      ...studio,
      "app.status": () => ({ ...status, askAboutLogin: true }),
      "settings.save": (request) => request,
    });
    const set: boolean[] = [];
    host.setStartsAtLogin = async (on) => void set.push(on);
    await renderPage("/today", host);
    await userEvent.click(await screen.findByRole("button", { name: "Yes, start at login" }));
    await waitFor(() =>
      expect(host.calls.find(({ name }) => name === "settings.save")?.payload).toMatchObject({
        askedAboutLogin: true,
      }),
    );
    expect(set).toEqual([true]);
  });

  it("remembers_nothing_when_the_system_refuses_the_login_entry", async () => {
    const status = frameAnswers["app.status"]!({});
    const host = fakeHost({ ...studio, "app.status": () => ({ ...status, askAboutLogin: true }) });
    host.setStartsAtLogin = async () => {
      throw { code: "io", message: "refused", fields: [] };
    };
    await renderPage("/today", host);
    await userEvent.click(await screen.findByRole("button", { name: "Yes, start at login" }));
    expect(await screen.findByText("The disk or the system refused")).toBeTruthy();
    expect(host.calls.some(({ name }) => name === "settings.save")).toBe(false);
  });
});
