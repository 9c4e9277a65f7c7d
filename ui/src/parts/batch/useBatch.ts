// The same for several things, one after another: each is done wholly or not at all, and stopping keeps what is done.
import { useCallback, useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { Tag } from "@/lib/ipc/bindings.gen";
import { IpcError } from "@/lib/ipc/error";
import { invalidateTags } from "@/lib/ipc/hooks";

export interface Chosen {
  id: string;
  name: string;
}

export interface Outcome<R> extends Chosen {
  /** What came of it; null when nothing did. */
  result: R | null;
  error: IpcError | null;
}

export interface Batch<R> {
  total: number;
  outcomes: readonly Outcome<R>[];
  isRunning: boolean;
  wasStopped: boolean;
}

/** `tags` name what each of them makes stale. */
export function useBatch<R>(tags: readonly Tag[]) {
  const client = useQueryClient();
  const [batch, setBatch] = useState<Batch<R> | null>(null);
  const stopped = useRef(false);
  const start = useCallback(
    async (chosen: readonly Chosen[], one: (id: string) => Promise<R>) => {
      stopped.current = false;
      const outcomes: Outcome<R>[] = [];
      const tell = (isRunning: boolean) =>
        setBatch({
          total: chosen.length,
          outcomes: [...outcomes],
          isRunning,
          wasStopped: stopped.current,
        });
      tell(true);
      for (const { id, name } of chosen) {
        if (stopped.current) break;
        try {
          // One after another: each is a transaction of its own, and a stop is heard between two.
          // oxlint-disable-next-line no-await-in-loop
          outcomes.push({ id, name, result: await one(id), error: null });
        } catch (thrown) {
          outcomes.push({ id, name, result: null, error: IpcError.from(thrown) });
        }
        tell(true);
      }
      tell(false);
      await invalidateTags(client, tags);
    },
    [client, tags],
  );
  const stop = useCallback(() => {
    stopped.current = true;
    setBatch((before) => before && { ...before, wasStopped: true });
  }, []);
  const again = useCallback(() => setBatch(null), []);
  return { batch, start, stop, again };
}
