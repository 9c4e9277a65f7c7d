import { describe, expect, it, vi } from "vitest";
import userEvent from "@testing-library/user-event";
import { fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { letterRow } from "@/test/facts/case";
import { renderPage } from "@/test/render";

const lists = {
  "documents.list": () => ({ rows: [letterRow], total: 1 }),
  "clients.list": () => ({ rows: [], total: 0 }),
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

  it("are opened by the program, by their id", async () => {
    const host = fakeHost(lists);
    const open = vi.spyOn(host, "openDocument");
    const page = await renderPage("/documents/doc-1", host);
    await userEvent.click(await page.findByRole("button", { name: "Open" }));
    expect(open).toHaveBeenCalledWith({ id: "doc-1", name: letterRow.title });
  });
});
