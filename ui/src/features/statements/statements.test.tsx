import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ClientRow, StatementReview } from "@/lib/ipc/bindings.gen";
import { fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { renderPage } from "@/test/render";

const gbp = (minor: number) => ({ minor, currency: "GBP" });

function row(id: string, name: string, open: number, overdue = 0): ClientRow {
  const sums = (minor: number) => (minor === 0 ? [] : [gbp(minor)]);
  return {
    id,
    name,
    kind: "company",
    city: "Leeds",
    email: "",
    open: sums(open),
    overdue: sums(overdue),
  };
}

const review = (part: Partial<StatementReview> = {}): StatementReview => ({
  clientName: "Meridian Lofts Ltd",
  from: "2026-09-01",
  owed: [gbp(38_000)],
  subject: "Statement of account as of 21 November 2026",
  text: "Balance to pay: £380.00",
  to: [],
  isOverdue: true,
  isChecked: false,
  problem: null,
  ...part,
});

describe("a statement", () => {
  it("about an overdue sum is made only after the account was looked at", async () => {
    const host = fakeHost({ "statement.review": () => review() });
    const page = await renderPage("/clients/c1/statement", host);
    const make = await page.findByRole("button", { name: "Make the statement" });
    expect((make as HTMLButtonElement).disabled).toBe(true);
    await userEvent.click(page.getByRole("checkbox", { name: /I looked at my account/ }));
    host.answer({ "statement.make": () => ({ document: "doc-9" }) });
    await userEvent.click(make);
    expect(host.calls.find(({ name }) => name === "statement.make")?.payload).toEqual({
      client: "c1",
      from: null,
      checked: true,
    });
    await expectAccessible(page.container);
  });

  it("that cannot be made says why", async () => {
    const problem = "this client is not to be written to; nothing was made";
    const host = fakeHost({ "statement.review": () => review({ problem }) });
    const page = await renderPage("/clients/c1/statement", host);
    expect(await page.findByText(problem)).toBeTruthy();
  });
});

describe("statements for several clients", () => {
  it("are made for those who owe, one by one, and each failure says why", async () => {
    const rows = [row("a", "Alder", 100), row("b", "Birch", 200), row("c", "Cedar", 0)];
    const host = fakeHost({
      "clients.list": () => ({ rows, total: 3 }),
      "statement.make": ({ client }) => {
        if (client === "b")
          throw { code: "precondition", message: "not to be written to", fields: [] };
        return { document: `doc-${client}` };
      },
    });
    const page = await renderPage("/statements", host);
    expect(await page.findByText("Alder")).toBeTruthy();
    expect(page.queryByText("Cedar")).toBeNull();
    for (const box of page.getAllByRole("checkbox", { name: /Alder|Birch/ }))
      // oxlint-disable-next-line no-await-in-loop -- as a hand would
      await userEvent.click(box);
    await userEvent.click(page.getByRole("button", { name: "Make 2 statements" }));
    expect(await page.findByText(/1 statement made, 1 not made/)).toBeTruthy();
    expect(page.getByRole("link", { name: "Alder" })).toBeTruthy();
    expect(page.getByText(/not to be written to/)).toBeTruthy();
    expect(host.calls.filter(({ name }) => name === "statement.make")).toHaveLength(2);
    await expectAccessible(page.container);
  });

  it("stop after the one that is being made, and keep what is made", async () => {
    const rows = [row("a", "Alder", 100), row("b", "Birch", 200)];
    let release = () => undefined as void;
    const host = fakeHost({ "clients.list": () => ({ rows, total: 2 }) });
    const rpc = host.rpc.bind(host);
    host.rpc = async (name, payload, requestId) => {
      if (name !== "statement.make") return rpc(name, payload, requestId);
      host.calls.push({ name, payload, requestId });
      await new Promise<void>((done) => {
        release = done;
      });
      return { document: "doc-a" };
    };
    const page = await renderPage("/statements", host);
    await page.findByText("Alder");
    for (const box of page.getAllByRole("checkbox", { name: /Alder|Birch/ }))
      // oxlint-disable-next-line no-await-in-loop -- as a hand would
      await userEvent.click(box);
    await userEvent.click(page.getByRole("button", { name: "Make 2 statements" }));
    await userEvent.click(await page.findByRole("button", { name: "Stop after this one" }));
    release();
    expect(await page.findByText(/1 statement made, 1 not started/)).toBeTruthy();
    expect(host.calls.filter(({ name }) => name === "statement.make")).toHaveLength(1);
  });
});
