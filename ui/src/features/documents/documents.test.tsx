import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { DocumentRow } from "@/lib/ipc/bindings.gen";
import { fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { letterRow } from "@/test/facts/case";
import { renderPage } from "@/test/render";

const listed = (rows: DocumentRow[], unread = 0) => ({
  "documents.list": () => ({ rows, total: rows.length, unread }),
  "clients.list": () => ({ rows: [], total: 0 }),
});
const lists = listed([letterRow]);

const view = {
  ...lists,
  "document.get": () => ({
    document: letterRow,
    text: { subject: "A reminder", text: "Dear Jo, perhaps it slipped through." },
    log: [
      {
        seq: 2,
        at: "2026-11-21T10:00:00.000Z",
        happenedOn: null,
        kind: "document_printed",
        words: { kind: "friendly_reminder", printer: "Office", job: "Office-7", copy: "yes" },
        documentId: "doc-1",
        invoiceId: null,
        paymentId: null,
        erased: false,
      },
    ],
  }),
};

describe("documents", () => {
  it("never call a letter handed over before the owner said so", async () => {
    const page = await renderPage("/documents", fakeHost(lists));
    const row = await page.findByRole("row", { name: letterRow.title });
    expect(row.textContent).toContain("Not handed over");
    await expectAccessible(page.container);
  });

  it("open beside the list with their fingerprint", async () => {
    const page = await renderPage("/documents/doc-1", fakeHost(lists));
    expect(await page.findByText(letterRow.sha256)).toBeTruthy();
    expect(page.getByText(/The same bytes forever/)).toBeTruthy();
  });

  it("are found by their words, which are marked", async () => {
    const excerpt = [
      { text: "perhaps it ", isHit: false },
      { text: "slipped", isHit: true },
      { text: " through", isHit: false },
    ];
    const host = fakeHost(listed([{ ...letterRow, excerpt }]));
    const page = await renderPage("/documents", host);
    await userEvent.type(await page.findByRole("searchbox"), "slipped");
    const hit = await page.findByText("slipped", { selector: "mark" });
    expect(hit.parentElement?.textContent).toBe("perhaps it slipped through");
    await vi.waitFor(() =>
      expect(host.calls.at(-1)?.payload).toMatchObject({ search: "slipped", sort: "best" }),
    );
  });

  it("are sorted by the program, since a page is not the whole list", async () => {
    const host = fakeHost(lists);
    const page = await renderPage("/documents", host);
    await userEvent.click(await page.findByRole("button", { name: "Client" }));
    await vi.waitFor(() => expect(host.calls.at(-1)?.payload).toMatchObject({ sort: "client" }));
  });

  it("say when the words of older papers are not read yet", async () => {
    const page = await renderPage("/documents", fakeHost(listed([letterRow], 3)));
    expect(await page.findByText(/3 older papers are found by title and client only/)).toBeTruthy();
  });
});

describe("a paper", () => {
  it("shows what happened to it and says when it was a copy", async () => {
    const page = await renderPage("/documents/doc-1/view", fakeHost(view));
    expect(await page.findByText(/Friendly reminder handed to Office/)).toBeTruthy();
    expect(page.getByText(/A copy: it was taken out before/)).toBeTruthy();
    await expectAccessible(page.container);
  });

  it("is opened by the program, by its id, when there is no printer", async () => {
    const host = fakeHost({
      ...view,
      "printers.list": () => ({ canPrint: false, printers: [] }),
    });
    const open = vi.spyOn(host, "openDocument");
    const page = await renderPage("/documents/doc-1/view", host);
    await userEvent.click(await page.findByRole("button", { name: "Print" }));
    expect(await page.findByText(/No printer is set up/)).toBeTruthy();
    await userEvent.click(page.getByRole("button", { name: "Open in the PDF viewer" }));
    expect(open).toHaveBeenCalledWith({ id: "doc-1", name: letterRow.title });
  });

  it("is handed to a printer and asked about, and nothing calls it posted", async () => {
    const host = fakeHost({
      ...view,
      "printers.list": () => ({
        canPrint: true,
        printers: [
          { name: "Attic", isDefault: false },
          { name: "Office", isDefault: true },
        ],
      }),
      "document.print": () => ({ printer: "Office", job: "Office-7", isCopy: true }),
      "document.printAnswer": () => ({}),
    });
    const page = await renderPage("/documents/doc-1/view", host);
    await userEvent.click(await page.findByRole("button", { name: "Print" }));
    await userEvent.click(await page.findByRole("button", { name: "Hand to the printer" }));
    expect(await page.findByText("Handed to Office as Office-7")).toBeTruthy();
    expect(page.getByText(/calls this one a copy/)).toBeTruthy();
    await userEvent.click(page.getByRole("button", { name: "It did not" }));
    const asked = (name: string) => host.calls.find((call) => call.name === name)?.payload;
    expect(asked("document.print")).toEqual({ id: "doc-1", printer: "Office", copies: 1 });
    expect(asked("document.printAnswer")).toEqual({
      id: "doc-1",
      printer: "Office",
      job: "Office-7",
      cameOut: false,
    });
    expect(asked("letter.handedOver")).toBeUndefined();
  });
});
