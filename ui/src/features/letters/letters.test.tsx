import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { caseView, letterReview, letterRow } from "@/test/facts/case";
import { renderPage } from "@/test/render";

const review = "/cases/case-1/letter/friendly_reminder";

describe("reviewing a letter", () => {
  it("makes exactly what was reviewed", async () => {
    const host = fakeHost({
      "case.get": () => caseView({ checkedOn: "2026-11-21", documents: [letterRow] }),
      "letter.review": () => letterReview(),
      "letter.make": () => ({ document: "doc-1" }),
      "document.text": () => ({ subject: "Subject", text: "Text as made" }),
    });
    const page = await renderPage(review, host);
    await userEvent.click(page.getByRole("button", { name: "Make the letter" }));
    expect(host.calls.find(({ name }) => name === "letter.make")?.payload).toEqual({
      case: "case-1",
      kind: "friendly_reminder",
      deadlineOn: null,
      court: null,
      reviewToken: "token-1",
    });
    expect(await page.findByText("Have you handed it over?")).toBeTruthy();
    expect(page.getByText(/Nothing was sent by Safelight/)).toBeTruthy();
  });

  it("cannot make a letter while something is missing, and says what to do", async () => {
    const host = fakeHost({
      "case.get": () => caseView(),
      "letter.review": () =>
        letterReview({
          reviewToken: null,
          checks: [{ what: "payments_checked", ok: false, detail: "" }],
        }),
    });
    const page = await renderPage(review, host);
    expect(
      (page.getByRole("button", { name: "Make the letter" }) as HTMLButtonElement).disabled,
    ).toBe(true);
    expect(page.getByRole("button", { name: "Checked: not paid, no reply" })).toBeTruthy();
    await expectAccessible(page.container);
  });

  it("shows the text of the message beside the page", async () => {
    const host = fakeHost({
      "case.get": () => caseView(),
      "letter.review": () => letterReview(),
    });
    const page = await renderPage(review, host);
    await userEvent.click(page.getByRole("tab", { name: "E-mail text" }));
    expect(page.getByText(/1,500.00 was due on 20 September/)).toBeTruthy();
    expect(page.getByText("jo@meridian.example")).toBeTruthy();
  });
});

describe("a made letter", () => {
  it("says when it was handed over and asks no more", async () => {
    const handed = { ...letterRow, handedOverOn: "2026-11-21" };
    const host = fakeHost({
      "case.get": () => caseView({ documents: [handed] }),
      "document.text": () => ({ subject: "Subject", text: "Text as made" }),
    });
    const page = await renderPage("/cases/case-1/made/doc-1", host);
    expect(page.queryByText("Have you handed it over?")).toBeNull();
    expect(page.getAllByText(/Handed over 21/).length).toBeGreaterThan(0);
  });
});
