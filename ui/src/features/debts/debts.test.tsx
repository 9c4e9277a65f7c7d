import { fireEvent, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { DebtRecord } from "@/lib/ipc/bindings.gen";
import { fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { renderPage } from "@/test/render";

function debtHost() {
  return fakeHost({
    "clients.list": () => ({
      rows: [
        {
          id: "c1",
          name: "Meridian Lofts Ltd",
          kind: "company",
          city: "Leeds",
          email: "",
          open: [],
          overdue: [],
        },
      ],
      total: 1,
    }),
    "client.get": () => ({ id: "c1", client: { name: "Meridian Lofts Ltd" } }) as never,
    "currencies.list": () => ({ codes: [{ code: "GBP", exponent: 2 }] }),
    "debt.record": () => ({ invoice: "i1", case: "k1" }),
  });
}

test("the page asks for what a debt needs and names what is missing", async () => {
  const user = userEvent.setup();
  const host = debtHost();
  const shown = await renderPage("/debts/new", host);
  await user.click(await shown.findByRole("button", { name: "Record this debt" }));
  expect(await shown.findByText("Who owes it?")).toBeTruthy();
  expect(host.calls.some(({ name }) => name === "debt.record")).toBe(false);
  await expectAccessible(shown.container);
});

test("a debt is recorded with what was tried and the step to start at", async () => {
  const user = userEvent.setup();
  const host = debtHost();
  host.picked = { token: "t1", name: "old.pdf", size: 1000 };
  const page = await renderPage("/debts/new", host);
  await user.type(await page.findByRole("combobox", { name: /Who owes it/ }), "Mer");
  await user.click(await page.findByRole("option", { name: /Meridian/ }));
  await user.type(page.getByLabelText(/Number on that invoice/), "2026-17");
  // An empty part of a date starts at today.
  for (const part of page.getAllByRole("spinbutton")) fireEvent.keyDown(part, { key: "ArrowUp" });
  await user.type(page.getByLabelText(/Invoice total/), "900");
  await user.click(page.getByRole("button", { name: "Choose a file" }));
  await user.click(page.getByRole("button", { name: "Add what you tried" }));
  await user.type(page.getByLabelText("Note on attempt 1"), "no answer");
  await user.click(page.getByRole("radio", { name: /Formal demand letter/ }));
  await user.click(page.getByRole("button", { name: "Record this debt" }));
  const asked = await waitFor(() => {
    const found = host.calls.find(({ name }) => name === "debt.record");
    expect(found).toBeTruthy();
    return found?.payload as DebtRecord;
  });
  expect(asked).toEqual({
    client: "c1",
    number: "2026-17",
    title: "",
    issuedOn: "2026-11-21",
    dueOn: "2026-11-21",
    total: { minor: 90_000, currency: "GBP" },
    open: { minor: 90_000, currency: "GBP" },
    fileToken: "t1",
    tried: [{ what: "reminder", on: null, note: "no answer" }],
    startAt: "formal_demand",
  });
});
