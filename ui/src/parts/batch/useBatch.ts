// Making one statement after another: each is whole or not made, and stopping keeps what is made.
import { useCallback, useRef, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { call, newRequestId } from "@/lib/ipc/backend";
import { commandTags } from "@/lib/ipc/bindings.gen";
import { IpcError } from "@/lib/ipc/error";
import { invalidateTags } from "@/lib/ipc/hooks";

export interface Outcome {
  client: string;
  name: string;
  /** The paper that was made; null when it was not. */
  document: string | null;
  error: IpcError | null;
}

export interface Batch {
  total: number;
  outcomes: readonly Outcome[];
  isRunning: boolean;
  wasStopped: boolean;
}

interface Chosen {
  id: string;
  name: string;
}

export function useBatch() {
  const client = useQueryClient();
  const [batch, setBatch] = useState<Batch | null>(null);
  const stopped = useRef(false);
  const start = useCallback(
    async (chosen: readonly Chosen[], checked: boolean) => {
      stopped.current = false;
      const outcomes: Outcome[] = [];
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
          const made = await call(
            "statement.make",
            { client: id, from: null, checked },
            newRequestId(),
          );
          outcomes.push({ client: id, name, document: made.document, error: null });
        } catch (thrown) {
          outcomes.push({ client: id, name, document: null, error: IpcError.from(thrown) });
        }
        tell(true);
      }
      tell(false);
      await invalidateTags(client, commandTags["statement.make"].tags);
    },
    [client],
  );
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  const again = useCallback(() => setBatch(null), []);
  return { batch, start, stop, again };
}
