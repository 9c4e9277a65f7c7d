import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { caseView, letterRow } from "@/test/facts/case";
import { renderPage } from "@/test/render";

function hostWith(view = caseView()) {
  return fakeHost({ "case.get": () => view, "case.checked": () => ({}) });
}

describe("a case", () => {
  it("asks whether money and mail were looked at before anything can leave", async () => {
    const host = hostWith();
    const page = await renderPage("/cases/case-1", host);
    expect(
      page.queryByRole("button", { name: "Review reminder" }),
      "no letter before the question",
    ).toBeNull();
    await userEvent.click(page.getByRole("button", { name: "Checked: not paid, no reply" }));
    expect(host.calls.find(({ name }) => name === "case.checked")?.payload).toEqual({
      case: "case-1",
    });
    await expectAccessible(page.container);
  });

  it("offers the reminder once today was checked", async () => {
    const page = await renderPage("/cases/case-1", hostWith(caseView({ checkedOn: "2026-11-21" })));
    expect(page.getByRole("button", { name: "Review reminder" })).toBeTruthy();
  });

  it("does not take yesterday's look for today's", async () => {
    const page = await renderPage("/cases/case-1", hostWith(caseView({ checkedOn: "2026-11-20" })));
    expect(page.queryByRole("button", { name: "Review reminder" })).toBeNull();
  });

  it("tells every event as a sentence and keeps an unknown one's words", async () => {
    const page = await renderPage("/cases/case-1", hostWith());
    const log = page.getByRole("list", { name: "What happened" });
    expect(log.textContent).toContain("INV-2026-0097: £1,500.00 was due 20 September 2026.");
    expect(log.textContent).toContain("Something new");
    expect(log.textContent).toContain("kept as it came");
    expect(page.getByText("23 entries, chain verified")).toBeTruthy();
  });

  it("says loudly that the log was changed from outside", async () => {
    const page = await renderPage(
      "/cases/case-1",
      hostWith(caseView({ chain: { entries: 23, brokenAt: 7 } })),
    );
    expect(page.getByRole("alert").textContent).toContain("Entry 7 is not what was written");
    expect(page.queryByText(/chain verified/)).toBeNull();
  });

  it("says why a step is closed", async () => {
    const page = await renderPage("/cases/case-1", hostWith());
    const ladder = page.getByRole("list", { name: "Follow-up plan" });
    expect(ladder.textContent).toContain("This client is not to be contacted");
  });

  it("calls a made letter made, not sent, until the owner hands it over", async () => {
    const host = hostWith(caseView({ documents: [letterRow] }));
    host.answer({ "letter.handedOver": () => ({}) });
    const page = await renderPage("/cases/case-1", host);
    expect(page.getByText("Friendly reminder is made")).toBeTruthy();
    expect(page.container.textContent).not.toMatch(/was sent(?! by Safelight)/);
    await userEvent.click(page.getByRole("button", { name: "It was handed over" }));
    const dialog = await page.findByRole("dialog");
    await userEvent.click(
      [...dialog.querySelectorAll("button")].find(
        (button) => button.type === "submit",
      ) as HTMLElement,
    );
    expect(host.calls.find(({ name }) => name === "letter.handedOver")?.payload).toMatchObject({
      document: "doc-1",
      on: "2026-11-21",
      to: "jo@meridian.example",
    });
  });

  it("proposes to close only when nothing is open", async () => {
    const open = await renderPage("/cases/case-1", hostWith());
    expect(open.queryByRole("button", { name: /Close case/ })).toBeNull();
    open.unmount();
    const paid = await renderPage(
      "/cases/case-1",
      hostWith(caseView({ proposesPaid: true, next: null })),
    );
    expect(paid.getByRole("button", { name: "Close case as paid" })).toBeTruthy();
  });

  it("warns before a person who only takes messages", async () => {
    const view = caseView({ checkedOn: "2026-11-21" });
    view.people = view.people.filter((person) => !person.mayKnowOfDebt);
    const page = await renderPage("/cases/case-1/call", hostWith(view));
    expect((await page.findByRole("dialog")).textContent).toContain("the debt is not mentioned");
  });
});

describe("the list of cases", () => {
  it("teaches when nobody is late", async () => {
    const host = fakeHost({ "cases.list": () => ({ rows: [], open: 0, closed: 0 }) });
    const page = await renderPage("/cases", host);
    expect(await page.findByText("Nobody is late")).toBeTruthy();
    await expectAccessible(page.container);
  });
});
