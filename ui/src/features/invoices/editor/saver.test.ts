import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DraftInvoice, DraftSave } from "@/lib/ipc/bindings.gen";
import { fakeHost } from "@/lib/ipc/fake";
import { draftSaver, type SaveState } from "./saver";

const draft = (note: string): DraftInvoice => ({
  client: null,
  job: null,
  currency: "EUR",
  issueOn: null,
  serviceOn: null,
  paymentDays: 14,
  taxMode: "added",
  lines: [],
  instalments: [],
  prepayments: [],
  purchaseOrder: "",
  clientReference: "",
  note,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(save: (request: DraftSave) => { id: string; version: number }) {
  const host = fakeHost({ "draft.save": save, "draft.get": () => ({ version: 9 }) as never });
  const states: SaveState["kind"][] = [];
  const saver = draftSaver(
    "d1",
    3,
    (state) => states.push(state.kind),
    () => undefined,
  );
  const saves = () =>
    host.calls
      .filter(({ name }) => name === "draft.save")
      .map(({ payload }) => payload as DraftSave);
  return { saver, states, saves };
}

test("only the newest text is saved, after a pause, on the version the file had", async () => {
  let version = 3;
  const { saver, states, saves } = start(() => ({ id: "d1", version: (version += 1) }));
  saver.offer(draft("a"));
  saver.offer(draft("ab"));
  await vi.advanceTimersByTimeAsync(600);
  expect(saves().map(({ draft, expectedVersion }) => [draft.note, expectedVersion])).toEqual([
    ["ab", 3],
  ]);
  saver.offer(draft("abc"));
  await vi.advanceTimersByTimeAsync(600);
  expect(saves().at(-1)?.expectedVersion).toBe(4);
  expect(states.at(-1)).toBe("saved");
});

test("another's change is never overwritten unless the owner says so", async () => {
  const { saver, states, saves } = start(({ expectedVersion }) => {
    if (expectedVersion !== 9) throw { code: "conflict", message: "", fields: [] };
    return { id: "d1", version: 10 };
  });
  saver.offer(draft("mine"));
  expect(await saver.flush()).toBe(false);
  expect(states.at(-1)).toBe("conflict");
  saver.offer(draft("mine, more"));
  await vi.advanceTimersByTimeAsync(2000);
  expect(saves(), "nothing is tried again behind the owner's back").toHaveLength(1);
  expect(await saver.overwrite()).toBe(true);
  expect(saves().at(-1)).toMatchObject({ expectedVersion: 9, draft: { note: "mine, more" } });
});

test("what could not be saved is kept and saved by the next try", async () => {
  let isFull = true;
  const { saver, states, saves } = start(() => {
    if (isFull) throw { code: "disk_full", message: "", fields: [] };
    return { id: "d1", version: 4 };
  });
  saver.offer(draft("kept"));
  expect(await saver.flush()).toBe(false);
  expect(states.at(-1)).toBe("failed");
  isFull = false;
  expect(await saver.flush()).toBe(true);
  expect(saves().at(-1)?.draft.note).toBe("kept");
});

test("a discarded draft is not saved again", async () => {
  const { saver, saves } = start(() => ({ id: "d1", version: 4 }));
  saver.offer(draft("gone"));
  saver.stop();
  await vi.advanceTimersByTimeAsync(2000);
  expect(saves()).toHaveLength(0);
});
