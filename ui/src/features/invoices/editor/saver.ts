// Saves a draft while it is written: one save at a time, always the newest, never over another's change.
import { call, newRequestId } from "@/lib/ipc/backend";
import type { DraftInvoice, FieldProblem } from "@/lib/ipc/bindings.gen";
import { IpcError } from "@/lib/ipc/error";

export type SaveState =
  | { kind: "saved" }
  | { kind: "waiting" }
  | { kind: "saving" }
  /** The program cannot keep it as it stands; what is typed stays in the window. */
  | { kind: "refused"; fields: readonly FieldProblem[] }
  | { kind: "conflict" }
  | { kind: "failed"; error: IpcError };

export interface Saver {
  /** The newest draft; saved after a pause. */
  offer: (draft: DraftInvoice) => void;
  /** What is on the page cannot be said to the program: what was offered before is no longer meant. */
  hold: () => void;
  /** Saves now what was offered last; true when the file holds it. */
  flush: () => Promise<boolean>;
  /** After a conflict: saves over the newer version, because the owner said so. */
  overwrite: () => Promise<boolean>;
  version: () => number;
  /** Nothing is saved any more (the draft was discarded or issued). */
  stop: () => void;
}

const PAUSE = 500;

export function draftSaver(
  id: string,
  firstVersion: number,
  tell: (state: SaveState) => void,
  onSaved: () => void,
): Saver {
  let version = firstVersion;
  let waiting: { draft: DraftInvoice; requestId: string } | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isConflict = false;

  const drain = async (): Promise<boolean> => {
    if (waiting === null || isStopped) {
      tell({ kind: "saved" });
      return true;
    }
    const { draft, requestId } = waiting;
    const now = waiting;
    waiting = null;
    tell({ kind: "saving" });
    try {
      const request = { id, expectedVersion: version, draft };
      version = (await call("draft.save", request, requestId)).version;
    } catch (thrown) {
      // What could not be saved is kept for the next try, unless something newer was typed meanwhile.
      waiting ??= now;
      const error = IpcError.from(thrown);
      isConflict = error.code === "conflict";
      if (isConflict) tell({ kind: "conflict" });
      else if (error.code === "validation") tell({ kind: "refused", fields: error.fields });
      else tell({ kind: "failed", error });
      return false;
    }
    onSaved();
    return drain();
  };

  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    if (running !== null) return running;
    if (waiting === null || isStopped) return Promise.resolve(!isStopped);
    if (isConflict) return Promise.resolve(false);
    running = drain().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    offer: (draft) => {
      if (isStopped) return;
      waiting = { draft, requestId: newRequestId() };
      if (isConflict) return;
      tell({ kind: "waiting" });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE);
    },
    hold: () => {
      waiting = null;
      clearTimeout(timer);
    },
    flush,
    overwrite: async () => {
      version = (await call("draft.get", { id })).version;
      isConflict = false;
      return flush();
    },
    version: () => version,
    stop: () => {
      isStopped = true;
      waiting = null;
      clearTimeout(timer);
    },
  };
}
