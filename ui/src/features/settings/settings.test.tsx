import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Business, PriceItemSave } from "@/lib/ipc/bindings.gen";
import { type Answers, fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { frameAnswers, renderPage } from "@/test/render";
import { plan } from "@/test/facts/plan";

const business: Business = {
  name: "Ada Lens",
  tradingName: "",
  address: {
    lines: ["1 High Street"],
    postcode: "EH1",
    city: "Edinburgh",
    region: "",
    country: "GB",
  },
  email: "",
  phone: "",
  website: "",
  vatId: "",
  taxNumber: "",
  currency: "GBP",
  timeZone: "Europe/London",
  paper: "a4",
  language: "en-GB",
  bank: {
    holder: "",
    bank: "",
    iban: "",
    bic: "",
    accountNumber: "",
    routing: "",
    reference: "by_account",
    paymentLink: "",
    chequePayableTo: "",
  },
  registration: { legalForm: "", companyNumber: "", register: "", capital: "" },
  paymentDays: 14,
  accent: "#b3361f",
  letterhead: "classic",
  envelope: "",
};

const area = { left: 0, top: 0, right: 1000, bottom: 1000 };
const brand = {
  envelopes: [
    {
      id: "uk-dl",
      name: "UK DL",
      source: "the common British window",
      overlay: {
        pageWidth: 595_000,
        pageHeight: 842_000,
        window: area,
        safe: area,
        keepOut: area,
        folds: [],
      },
    },
  ],
  usual: "uk-dl",
  languages: ["en-GB"],
  accents: ["#b3361f", "#1d3c5c"],
};

const studio: Answers = {
  "business.get": () => ({
    version: 3,
    business,
    hasLogo: false,
    hasSignature: false,
    suggestedTimeZone: "UTC",
  }),
  "business.save": () => ({ id: "business", version: 4 }),
  "currencies.list": () => ({ codes: [{ code: "GBP", exponent: 2 }] }),
  "numbering.get": () => ({ pattern: "{NNN}", yearlyReset: false, next: 7, example: "007" }),
  "policy.get": () => ({ policy: plan }),
  "priceList.get": () => ({
    items: [
      {
        id: "p1",
        version: 2,
        item: {
          name: "Hour",
          description: "",
          unit: "hour",
          unitPrice: 1_500_000,
          currency: "GBP",
          tax: { code: "S", rate: 200_000, reason: "" },
          parts: [],
        },
      },
    ],
  }),
};

describe("settings", () => {
  for (const section of [
    "business",
    "look",
    "paid",
    "numbers",
    "prices",
    "plan",
    "notifications",
    "appearance",
    "login",
    "copies",
    "export",
    "support",
  ]) {
    it(`${section}_can_be_read_by_everyone`, async () => {
      const { container } = await renderPage(`/settings/${section}`, fakeHost(studio));
      await waitFor(() => expect(screen.queryByRole("status", { name: "Loading" })).toBeNull());
      await expectAccessible(container);
    });
  }

  it("saves_how_the_studio_is_paid_under_the_version_it_read", async () => {
    const host = fakeHost(studio);
    await renderPage("/settings/paid", host);
    await userEvent.type(await screen.findByLabelText("Sort code"), "20-00-00");
    const days = screen.getByLabelText(/^Time to pay/);
    await userEvent.clear(days);
    await userEvent.type(days, "30");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/^Saved\./)).toBeTruthy();
    expect(host.calls.find(({ name }) => name === "business.save")?.payload).toMatchObject({
      expectedVersion: 3,
      business: { paymentDays: 30, bank: { routing: "20-00-00" } },
    });
  });

  it("shows_the_real_page_of_what_is_chosen_before_it_is_saved", async () => {
    const host = fakeHost({ ...studio, "brand.choices": () => brand });
    await renderPage("/settings/look", host);
    await userEvent.click(await screen.findByRole("radio", { name: "Bold" }));
    await waitFor(() => {
      const asked = host.calls.findLast(({ name }) => name === "business.preview");
      expect(asked?.payload).toMatchObject({ business: { letterhead: "bold" } });
    });
    expect(host.calls.some(({ name }) => name === "business.save")).toBe(false);
    await userEvent.click(screen.getByText("Show the envelope window"));
    expect(await screen.findByText(/UK DL. Grey is hidden/)).toBeTruthy();
  });

  it("never_saves_days_that_could_not_be_read", async () => {
    const host = fakeHost(studio);
    await renderPage("/settings/paid", host);
    const days = await screen.findByLabelText(/^Time to pay/);
    await userEvent.clear(days);
    await userEvent.type(days, "soon");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(host.calls.some(({ name }) => name === "business.save")).toBe(false);
  });

  it("applies_a_theme_at_once_and_takes_it_back_when_refused", async () => {
    let refuses = false;
    let stored = frameAnswers["settings.get"]!({});
    const host = fakeHost({
      ...studio,
      "settings.get": () => stored,
      "settings.save": (request) => {
        if (refuses) throw { code: "disk_full", message: "", fields: [] };
        stored = request;
        return request;
      },
    });
    await renderPage("/settings/appearance", host);
    await userEvent.click(await screen.findByRole("radio", { name: "Darkroom" }));
    expect(document.documentElement.dataset.theme).toBe("darkroom");
    await waitFor(() => expect(stored.theme).toBe("darkroom"));
    refuses = true;
    await userEvent.click(screen.getByRole("radio", { name: "Largest" }));
    expect(await screen.findByText(/The disk is full/)).toBeTruthy();
    expect(document.documentElement.dataset.text, "what is not kept is not shown").toBe("normal");
    expect(document.documentElement.dataset.theme).toBe("darkroom");
  });

  it("says_what_is_wrong_with_a_number_pattern_while_it_is_typed", async () => {
    const host = fakeHost(studio);
    await renderPage("/settings/numbers", host);
    const pattern = await screen.findByLabelText(/^How numbers look/);
    await userEvent.clear(pattern);
    await userEvent.type(pattern, "INV-");
    expect(await screen.findByText(/where the counter goes/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(host.calls.some(({ name }) => name === "numbering.save")).toBe(false);
  });

  it("writes_a_package_whose_parts_add_up", async () => {
    const host = fakeHost({ ...studio, "priceItem.save": () => ({ id: "p2", version: 1 }) });
    await renderPage("/settings/prices", host);
    await userEvent.click(await screen.findByRole("button", { name: "New package" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.type(within(dialog).getByLabelText(/^Name/), "Wedding");
    const whats = within(dialog).getAllByLabelText(/^What/);
    const prices = within(dialog).getAllByLabelText(/^Price of one/);
    await userEvent.type(whats[0]!, "Day");
    await userEvent.type(prices[0]!, "1800");
    await userEvent.type(whats[1]!, "Album");
    await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
    expect(
      host.calls.some(({ name }) => name === "priceItem.save"),
      "a price is missing",
    ).toBe(false);
    expect(within(dialog).getByText("This is needed.")).toBeTruthy();
    await userEvent.type(prices[1]!, "400.50");
    expect(within(dialog).getByText("Together 2,200.50 GBP")).toBeTruthy();
    await expectAccessible(dialog);
    await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const sent = host.calls.find(({ name }) => name === "priceItem.save")?.payload as PriceItemSave;
    expect(sent.item.unitPrice).toBe(22_005_000);
    expect(sent.item.parts.map((part) => part.unitPrice)).toEqual([18_000_000, 4_005_000]);
  });

  it("removes_a_price_and_brings_it_back", async () => {
    const host = fakeHost({
      ...studio,
      "priceItem.delete": () => ({}),
      "priceItem.save": () => ({ id: "p2", version: 1 }),
    });
    await renderPage("/settings/prices", host);
    await userEvent.click(await screen.findByRole("button", { name: "Remove Hour" }));
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(host.calls.find(({ name }) => name === "priceItem.save")?.payload).toMatchObject({
        id: null,
        item: { name: "Hour", unitPrice: 1_500_000 },
      }),
    );
  });

  it("restores_a_copy_into_a_new_place_and_says_where", async () => {
    const host = fakeHost({
      ...studio,
      "backup.restore": () => ({
        path: "/media/studio/Safelight restored",
        invoices: 12,
        entries: 340,
      }),
    });
    await renderPage("/settings/copies", host);
    const run = await screen.findByRole("button", { name: "Restore into this folder" });
    expect(run.hasAttribute("disabled"), "nothing to restore yet").toBe(true);
    host.picked = { token: "t1", name: "Copy", size: 0 };
    await userEvent.click(
      within(screen.getByRole("group", { name: "The copy" })).getByRole("button"),
    );
    host.picked = { token: "t2", name: "Home", size: 0 };
    await userEvent.click(within(screen.getByRole("group", { name: "Into" })).getByRole("button"));
    await userEvent.click(run);
    expect(await screen.findByText("/media/studio/Safelight restored")).toBeTruthy();
    expect(host.calls.find(({ name }) => name === "backup.restore")?.payload).toEqual({
      copyToken: "t1",
      intoToken: "t2",
    });
  });

  it("shows_why_the_last_copy_failed", async () => {
    const status = frameAnswers["app.status"]!({});
    const host = fakeHost({
      ...studio,
      "app.status": () => ({
        ...status,
        backup: { folder: "/media/disk", lastAt: null, problem: "the drive is not connected" },
      }),
    });
    await renderPage("/settings/copies", host);
    expect(await screen.findByText("the drive is not connected")).toBeTruthy();
    expect(screen.getByText("The last try failed")).toBeTruthy();
  });
});
