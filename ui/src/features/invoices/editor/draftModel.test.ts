import { expect, test } from "vitest";
import type { DraftInvoice } from "@/lib/ipc/bindings.gen";
import { entryOf, linesOf, monthsLater, moved, readEntry, splitEvenly } from "./draftModel";

const draft: DraftInvoice = {
  client: "c1",
  job: null,
  currency: "EUR",
  issueOn: null,
  serviceOn: null,
  paymentDays: 14,
  taxMode: "added",
  lines: [
    {
      description: "Portrait",
      quantity: 1500,
      unit: "hour",
      unitPrice: 12_500,
      discount: { kind: "percent", value: 100_000 },
      tax: { code: "S", rate: 190_000, reason: "" },
    },
  ],
  instalments: [{ dueOn: "2026-12-01", amountMinor: 100 }],
  prepayments: [],
  purchaseOrder: "",
  clientReference: "",
  note: "",
};

test("a draft goes through the form unchanged", () => {
  expect(readEntry(entryOf(draft))).toEqual({ draft, missing: [] });
});

test("an empty date or term is named and nothing is sent in its place", () => {
  const entry = { ...entryOf(draft), paymentDays: null };
  const instalments = entry.instalments.map((part) => ({ ...part, dueOn: null }));
  const read = readEntry({ ...entry, instalments });
  expect(read.draft).toBeNull();
  expect(read.missing.map(({ field }) => field)).toEqual(["paymentDays", "instalments[0].dueOn"]);
});

test("an even split loses no cent and gives the odd ones first", () => {
  const parts = splitEvenly(1000, 3, "2026-01-31");
  expect(parts.map(({ amountMinor }) => amountMinor)).toEqual([334, 333, 333]);
  expect(parts.map(({ dueOn }) => dueOn)).toEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
});

test("a month later is the same day, or the last of a shorter month", () => {
  expect(monthsLater("2027-12-31", 2)).toBe("2028-02-29");
  expect(monthsLater("2026-11-05", 1)).toBe("2026-12-05");
});

test("a package brings its parts as lines of their own", () => {
  const part = draft.lines[0]!;
  const item = {
    name: "Day",
    description: "",
    unit: "",
    unitPrice: 0,
    currency: "EUR",
    tax: part.tax,
  };
  expect(linesOf({ ...item, parts: [part, part] })).toHaveLength(2);
  expect(linesOf({ ...item, parts: [] })[0]).toMatchObject({ description: "Day", quantity: 1000 });
});

test("a line moves without another one going missing", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
});
