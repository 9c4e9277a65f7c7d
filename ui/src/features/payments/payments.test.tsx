import { waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { ClientView, PaymentProposalRequest } from "@/lib/ipc/bindings.gen";
import { fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { renderPage } from "@/test/render";

const gbp = (minor: number) => ({ minor, currency: "GBP" });

const client = {
  id: "c1",
  version: 1,
  client: { name: "Meridian Lofts Ltd" },
  open: [gbp(150_000)],
} as unknown as ClientView;

function paymentHost() {
  return fakeHost({
    "clients.list": () => ({ rows: [], total: 0 }),
    "client.get": () => client,
    "payment.propose": ({ amount }: PaymentProposalRequest) => ({
      open: [
        {
          receivable: "r1",
          invoice: "i1",
          number: "INV-97",
          part: 1,
          of: 1,
          dueOn: "2026-09-20",
          open: gbp(150_000),
          daysLate: 62,
        },
      ],
      allocations:
        amount.minor > 0
          ? [{ receivable: "r1", amountMinor: Math.min(amount.minor, 150_000) }]
          : [],
      unallocated: gbp(Math.max(0, amount.minor - 150_000)),
    }),
    "payment.record": () => ({ id: "p1", casesAtZero: ["k1"] }),
  });
}

test("what is open is proposed, and the payment goes as it is shown", async () => {
  const user = userEvent.setup();
  const host = paymentHost();
  const shown = await renderPage("/payments/new?client=c1", host);
  const record = await shown.findByRole("button", { name: "Record £1,500.00" });
  expect(await shown.findByText("All of it is set against invoices")).toBeTruthy();
  await expectAccessible(shown.container);
  await user.type(shown.getByLabelText("Reference"), "SEPA 1");
  await user.click(record);
  const asked = await waitFor(() => {
    const found = host.calls.find(({ name }) => name === "payment.record");
    expect(found).toBeTruthy();
    return found;
  });
  expect(asked?.payload).toEqual({
    payment: {
      client: "c1",
      amount: gbp(150_000),
      receivedOn: "2026-11-21",
      method: "bank_transfer",
      reference: "SEPA 1",
      note: "",
    },
    allocations: [{ receivable: "r1", amountMinor: 150_000 }],
  });
});

test("an overpayment stays as credit and says so", async () => {
  const user = userEvent.setup();
  const shown = await renderPage("/payments/new?client=c1", paymentHost());
  const amount = await shown.findByDisplayValue("1500.00");
  await user.clear(amount);
  await user.type(amount, "1600");
  expect(await shown.findByText("£100.00 stays as the client's credit")).toBeTruthy();
});

test("parts that are more than the payment are not recorded", async () => {
  const user = userEvent.setup();
  const host = paymentHost();
  const shown = await renderPage("/payments/new?client=c1", host);
  const part = await shown.findByLabelText("Paid now for INV-97");
  await waitFor(() => expect(part).toHaveProperty("value", "1500.00"));
  const amount = shown.getByLabelText("Amount");
  await user.clear(part);
  await user.type(part, "1500");
  await user.clear(amount);
  await user.type(amount, "1000");
  expect(await shown.findByText("£500.00 more than the payment")).toBeTruthy();
  await user.click(shown.getByRole("button", { name: "Record £1,000.00" }));
  expect(host.calls.some(({ name }) => name === "payment.record")).toBe(false);
});

test("without a client nothing is recorded and the field says why", async () => {
  const user = userEvent.setup();
  const host = paymentHost();
  const shown = await renderPage("/payments/new?client=c1", host);
  await user.clear(await shown.findByDisplayValue("Meridian Lofts Ltd"));
  await user.keyboard("{Escape}");
  // The first one of that name is the top bar's.
  await user.click(shown.getAllByRole("button", { name: "Record payment" }).at(-1)!);
  expect(await shown.findByText("Who paid?")).toBeTruthy();
  expect(host.calls.some(({ name }) => name === "payment.record")).toBe(false);
});
