import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { BusinessSave, BusinessView } from "@/lib/ipc/bindings.gen";
import { type Answers, type FakeHost, fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { frameAnswers, renderPage } from "@/test/render";
import { plan } from "@/test/facts/plan";

/** A new studio that remembers what is saved. */
function newStudio(more: Answers = {}): FakeHost {
  let view: BusinessView = {
    version: 0,
    business: null,
    hasLogo: false,
    hasSignature: false,
    suggestedTimeZone: "Europe/Berlin",
  };
  const status = frameAnswers["app.status"]!({});
  return fakeHost({
    "app.status": () => ({ ...status, phase: view.business === null ? "first_run" : "ready" }),
    "business.get": () => view,
    "business.save": ({ business, expectedVersion }) => {
      expect(expectedVersion, "each save names the version it was made from").toBe(view.version);
      view = { ...view, business, version: view.version + 1 };
      return { id: "business", version: view.version };
    },
    "currencies.list": () => ({
      codes: [
        { code: "EUR", exponent: 2 },
        { code: "USD", exponent: 2 },
      ],
    }),
    "numbering.get": () => ({
      pattern: "{YYYY}-{NNNN}",
      yearlyReset: true,
      next: 1,
      example: "2026-0001",
    }),
    "numbering.save": (request) => ({ ...request, example: "2026-0143" }),
    "policy.get": () => ({ policy: plan }),
    "today.get": () => ({
      today: "2026-11-21",
      money: [],
      cards: [],
      comingUp: [],
      happened: [],
    }),
    "clients.list": () => ({ rows: [], total: 0 }),
    ...more,
  });
}

function saved(host: FakeHost): BusinessSave["business"][] {
  return host.calls
    .filter(({ name }) => name === "business.save")
    .map(({ payload }) => (payload as BusinessSave).business);
}

const next = async () => userEvent.click(await screen.findByRole("button", { name: "Continue" }));

describe("the first run", () => {
  it("goes_from_a_name_to_today_and_saves_each_step", async () => {
    const host = newStudio();
    const { container } = await renderPage("/today", host);
    await expectAccessible(container);
    await userEvent.type(await screen.findByLabelText(/^Your name or company/), "Ada Lens");
    await next();
    expect(await screen.findByRole("heading", { name: "How do your papers look?" })).toBeTruthy();
    expect(saved(host)[0]).toMatchObject({
      name: "Ada Lens",
      timeZone: "Europe/Berlin",
      currency: "EUR",
      paper: "a4",
      language: "de-DE",
      address: { country: "DE" },
    });
    await expectAccessible(container);
    await next();
    await userEvent.type(await screen.findByLabelText("IBAN"), "DE89370400440532013000");
    await expectAccessible(container);
    await next();
    const number = await screen.findByLabelText(/^Next number is/);
    expect(saved(host).at(-1)?.bank.iban).toBe("DE89370400440532013000");
    await userEvent.clear(number);
    await userEvent.type(number, "143");
    expect(
      screen.getByText("2026-0143"),
      "the next number is shown while it is typed",
    ).toBeTruthy();
    expect(screen.getByText("Friendly reminder")).toBeTruthy();
    await expectAccessible(container);
    await next();
    expect(host.calls.find(({ name }) => name === "numbering.save")?.payload).toEqual({
      pattern: "{YYYY}-{NNNN}",
      yearlyReset: true,
      next: 143,
    });
    await screen.findByRole("heading", { name: "Is somebody not paying you now?" });
    await expectAccessible(container);
    await userEvent.click(screen.getByRole("button", { name: /No, all is well/ }));
    await waitFor(() => expect(document.title).toBe("Today · Safelight"));
  });

  it("says_beside_the_field_what_was_refused_and_stays", async () => {
    const host = newStudio({
      "business.save": () => {
        throw {
          code: "validation",
          message: "",
          fields: [{ field: "business.email", problem: "wrong_format" }],
        };
      },
    });
    await renderPage("/today", host);
    await userEvent.type(await screen.findByLabelText(/^Your name or company/), "Ada");
    await userEvent.type(screen.getByLabelText("E-mail"), "ada");
    await next();
    await screen.findByText("This does not have the right form.");
    expect(document.activeElement).toBe(screen.getByLabelText("E-mail"));
    expect(screen.getByRole("heading", { name: "Who are you, and where?" })).toBeTruthy();
  });

  it("goes_on_after_what_was_saved_when_it_was_left", async () => {
    const host = newStudio();
    await renderPage("/today", host);
    await userEvent.type(await screen.findByLabelText(/^Your name or company/), "Ada Lens");
    await next();
    await screen.findByRole("heading", { name: "How do your papers look?" });
    document.body.replaceChildren();
    await renderPage("/welcome", host);
    expect(screen.getByRole("heading", { name: "How do your papers look?" })).toBeTruthy();
    expect(screen.getByText("Ada Lens"), "the letterhead knows the name").toBeTruthy();
  });

  it("offers_a_sample_studio_only_where_there_is_one", async () => {
    const host = newStudio();
    let opened = 0;
    const { unmount } = await renderPage("/welcome", host);
    await screen.findByRole("heading", { name: "Who are you, and where?" });
    expect(screen.queryByRole("button", { name: "Try with a sample studio" })).toBeNull();
    unmount();
    host.openSample = async () => void (opened += 1);
    await renderPage("/welcome", host);
    await userEvent.click(await screen.findByRole("button", { name: "Try with a sample studio" }));
    expect(opened).toBe(1);
  });
});
